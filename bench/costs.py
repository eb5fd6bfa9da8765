"""docs/COSTS.md, from the figures of ``results.json``: what many readers cost, where that hurts,
and the way out.

python bench/costs.py writes the page anew from the last measurement
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
READERS = 1_000_000  # a day
DAYS = 30  # in a month
LIMIT = 100e9  # bytes a month
FURTHER = 2  # pages of a visit after the home page
FRESH = 600  # seconds for which a page is kept


def figures(results: dict[str, Any]) -> dict[str, str]:
    """The figures of the page, as it prints them."""

    def measured(what: str) -> float:
        return next(r["value"] for r in results["rows"] if r["what"] == what) * 1024

    before, after, stock, further, every = (
        measured("home page before the first touch"),
        measured("home page, all that comes after the first touch, search opened"),
        measured("stock Material’s home page, first visit"),
        measured("a further page, all of them on average"),
        measured("every file of the site once"),
    )
    first = before + after
    visit = first + FURTHER * further
    month = visit * READERS * DAYS
    renewed = every * DAYS * 86_400 / FRESH
    return {
        "date": results["date"],
        "before": f"{before / 1024:.1f} KiB",
        "after": f"{after / 1024:.1f} KiB",
        "further": f"{further / 1024:.1f} KiB",
        "visit": f"{visit / 1024:.1f} KiB",
        "day": f"{visit * READERS / 1e9:.0f} GB",
        "month": f"{month / 1e9:,.0f} GB",
        "times": f"{month / LIMIT:.0f}",
        "bites": f"{LIMIT / DAYS / visit:,.0f}",
        "stock": f"{LIMIT / DAYS / (stock + FURTHER * further):,.0f}",
        "every": f"{every / 1024:,.0f} KiB",
        "renewed": f"{renewed / 1e9:.1f} GB",
        "places": f"{LIMIT / renewed:.0f}",
    }


def page(results: dict[str, Any]) -> str:
    """docs/COSTS.md."""
    return PAGE.format(**figures(results))


PAGE = """# What a million readers a day cost

Made by `make bench` from [bench/results.json](../bench/results.json), measured on {date}; do not edit. Change the words in
`bench/costs.py`.

## The sum

| | |
| --- | --- |
| home page before the first touch, as it goes over the wire (gzip) | {before} |
| what comes once the reader touches it and opens the search | {after} |
| each further page (styles and script are there already) | {further} |
| one visit: the home page, touched and searched, and two more pages | {visit} |
| a million such visits | {day} a day |
| a month of them (30 days) | {month} |

Nothing of this costs money on GitHub Pages: there is no bill and no server. What there is, is a *soft* limit of 100 GB a
month. A million readers a day are {times} times that.

## Where the limit bites

At about **{bites} visits a day**, every day of a month. With stock Material it would be at about {stock}.

Soft means that nothing stops at 100 GB. GitHub says that it may not be able to serve the site, that it may write an email
that suggests a content delivery network in front of the site or another host, and that requests may be answered with status
429 for a time. A site that is in the news for one day is not the case that the limit is made for: a day with a million
visits is {day}, within the limit or not far above it. A month of such days is.

Two other limits do not bite: a published site may have 1 GB (this one has {every}, compressed), and a deployment may take ten
minutes.

## The two steps to a content delivery network

The site is files only, its links are relative, and no page asks any other host for anything. So nothing in it has to change.

1. **A domain of your own.** Enter it under *Settings, Pages, Custom domain*, and set the repository's variable `SITE_URL` to
   it, so that canonical addresses, sharing pictures, sitemap and feed name it. Do this early, long before the readers come:
   addresses that people have shared are then yours, and stay the same whoever serves them.
2. **The network in front.** Let the domain's DNS point to the network, with `OWNER.github.io` as its origin and the domain as
   the host name that it asks for. Let it keep pages for ten minutes (that is what GitHub Pages itself allows:
   `Cache-Control: max-age=600`), and empty it after each deployment if corrections must show at once.

From then on GitHub Pages serves only what the network asks for anew. If it asked for every file of the site each ten minutes,
day and night, that would be {renewed} a month for each place from which the network asks; {places} such places would come to
100 GB. Most networks can be told to ask from one place only (a shield, or tiered cache).

Two ways lead on from there, both without a change of the site: to take away GitHub Pages and let the network hold the files
(upload `site/`), or to let the deployment workflow copy `site/` to a storage bucket that the network reads.

What networks charge differs and changes. The month above, {month}, is the figure to ask them with.
"""  # noqa: E501 (the lines are those of the page)


def main() -> None:
    results = json.loads((HERE / "results.json").read_text("utf-8"))
    (HERE.parent / "docs/COSTS.md").write_text(page(results), "utf-8")


if __name__ == "__main__":
    main()
