"""The built page is read as a browser reads it: the same elements, attributes and words."""

from __future__ import annotations

import pytest
from explainer.text.as_browser import read_page
from explainer.text.html import VOID

# Where Python's own parser, or anybody's expectation, reads something else than a browser does.
TRICKY = [
    "<p>a<table><tr><td>b</table>",
    "<table>a<tr><td>b</td></tr>c</table>",
    "<table><b>a<tr><td>b</table>",
    "<p>a<p>b<div>c</p>d</div>",
    "<ul><li>a<li>b<ul><li>c</ul></ul>",
    "<a href=x>a<a href=y>b</a></a>",
    "<b><p>a</b>b</p>",
    "<b>a<i>b</b>c</i>d",
    "<form id=a><form id=b></form></form>",
    "</p></br>",
    "a<!-- b --!>c-->d",
    "a<!-->b<!--->c",
    "<![CDATA[a]]>b<svg><![CDATA[a<b>]]></svg>",
    "<?php a ?>b</ c>d</>e<!x>f",
    "&copy &notit; &amp &#x41 &#0; &lt;b>",
    "<p title='a&copy=1&copy;' TITLE=b Title=c>",
    "<p a=1 A=2 =x 'y \"z>a",
    "<p title=x' y='><b>'>a",
    "<p title='</p><b>'>a</p>",
    "<p/>a<br/>b<div/>c",
    "<svg viewbox='0 0 1 1'><path d=x /><title>a<b>c</b></title><p>d</svg>",
    "<svg><foreignobject><p>a</foreignobject><desc>b</desc><script>c<b></script></svg>",
    "<math><mi>a<p>b</math>",
    "<template id=later><td>a</td><script>b</script></template>c",
    "<svg><template><b>a</b></template></svg>",
    "<noscript><p title='</noscript><b>'>a</p></noscript>",
    "<script>a<!--<script>b</script>c--></script>d",
    "<script>a</script ><b>b",
    "<style>a<b></style><title>a<b></title><textarea>\n\na<b></textarea>",
    "<pre>\n\na</pre><listing>\nb</listing>",
    "<xmp><b>a</xmp><noembed><b></noembed><iframe><b></iframe>",
    "<plaintext>a<b></plaintext>",
    "<body class=x><html lang=en>",
    "<frameset><frame></frameset>",
    "<input type=hidden><frameset><frame></frameset>",
    "<image src=x><select><option>a<option>b</select>",
    "a\0b<svg>c\0d</svg>\r\ne\rf",
    "<h1>a<h2>b</h1>c",
    "<button>a<button>b</button>",
    "<table><caption>a<col><tr><th>b<td>c<tbody><tr><td>d</table>",
    "<ruby>a<rp>(<rt>b</ruby>",
    "</body>a</html>b<p>c",
    "<p class=x",
    "<\x0ba>b<a\x0b>c</a\x0b>",
]

_TOLD = """htmls => htmls.map(html => {
  const told = [], lower = name => name.replace(/[A-Z]/g, c => c.toLowerCase());
  const tell = node => {
    if (node.nodeType == 3) {
      if (typeof told.at(-1) == 'object' && told.at(-1)[0] == '') told.at(-1)[1] += node.data;
      else told.push(['', node.data]);
    } else if (node.nodeType == 1) {
      const name = lower(node.tagName);
      told.push([name, ...[...node.attributes].map(a => `${lower(a.name)}=${a.value}`).sort()]);
      for (const child of (node.content ?? node).childNodes) tell(child);
      if (!VOID.includes(name)) told.push('/' + name);
    }
  };
  tell(new DOMParser().parseFromString(html, 'text/html').documentElement);
  return told;
})"""


class Told:
    """Keeps what it is told of a page, words in a row as one."""

    def __init__(self) -> None:
        self.all: list[list[str] | str] = []

    def start(self, tag: str, given: dict[str, str], line: int) -> None:
        self.all.append([tag, *sorted(f"{name.lower()}={value}" for name, value in given.items())])

    def end(self, tag: str, line: int) -> None:
        self.all.append(f"/{tag}")

    def words(self, said: str) -> None:
        last = self.all[-1]
        if isinstance(last, list) and last[0] == "":
            last[1] += said
        else:
            self.all.append(["", said])


def whole(body: str) -> str:
    return f"<!doctype html><html><head></head><body>{body}</body></html>"


def test_a_page_is_read_as_a_browser_reads_it(browser):
    pages = [*map(whole, TRICKY), *TRICKY]  # these are read in quirks mode
    tab = browser.new_page()
    there = tab.evaluate(_TOLD.replace("VOID", str(sorted(VOID))), pages)
    tab.close()
    for page, told in zip(pages, there, strict=True):
        here = Told()
        read_page(page, here)
        assert here.all == told, page


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (whole("<p>a\n<b\nclass='>\n'>b</b>\n<div>c</div></p>"), 5),
        (whole("<table>\n<tr><td>a</td></tr>\n</table>\n</section>"), 4),
        (whole("a\n") + "\n<p>b</p>", 2),
        ("<!doctype html>\n<html><head></head><body><p>a</p>", 2),
        ("", 1),
    ],
)
def test_it_is_told_where_a_browser_reads_other_elements_than_are_written(page, line):
    assert (read_page(page) or (None,) * 3)[2] == line


@pytest.mark.parametrize("body", ["a", "<table>\n<tr><td>a</td></tr></table>", "<P>a<BR/></P>"])
def test_nothing_is_told_of_what_is_nested(body):
    assert read_page(whole(body)) is None
