"""A first draft of a source's records, by rules alone: who is quoted with what, the numbers, the
names, the dates.

Each record has ``draft: true`` and each field that no rule can know a ``# decide`` comment; all
words stand in the source exactly, once. What the rules get right and wrong is measured in
``tests/drafts``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ..text.folding import fold, inside_word
from ..text.numbers import find_numbers, read_number
from ..text.passages import CLOSING, GAP, OPENING
from ..text.spans import Span
from ..topic.files import MAX_BYTES
from ..topic.model import NOT_STATED, Organisation, Record
from ..topic.topic import SourceText
from .attribution import DAYS, MONTHS, NAME, PAPER, SMALL, THE, Agent, Reading, Said, looked_up

_QUALIFIERS = {
    "at_most": r"at most|up to|(?:fewer|less) than|under|below|no more than|as many as",
    "at_least": (
        r"at least|more than|over|surpass\w*|exceed\w*|above|no (?:fewer|less) than|upwards of"
    ),
    "about": (
        r"about|around|roughly|some|nearly|almost|approximately|(?:an )?estimated(?: that)?|circa"
    ),
}


_NOUNS = re.compile(
    r"(?:\s(?!(?:of|in|on|at|to|for|from|with|by|and|or|the|an?|that|have|has|had|were|was|are|is|would|will|could|who|which|during|after|before|since|than|as)\b)[^\W\d_][\w’'-]*){1,3}"
)


_DATE = re.compile(
    rf"(?:(?<![\w.,$€£-])(?P<d>\d{{1,2}})\s|\b)(?P<month>{MONTHS})\b(?:\.?\s(?P<day>\d{{1,2}})\b(?![,.]?\d))?(?:,?\s(?P<y>[12]\d{{3}})\b(?![,.]?\d))?|\b(?P<week>{DAYS})\b|\b(?:last|next|this)\s(?:week|month|year)\b"
    r"|(?:(?<=\b[Ii]n\s)|(?<=since\s)|(?<=until\s)|(?<=by\s)|(?<=his\s)|(?<=her\s)|(?<=whose\s)|(?<=the\s)|(?<=after\s)|(?<=before\s)|(?<=from\s)|(?<=of\s))(?P<year>1[0-9]\d\d|20\d\d)\b(?![,.]?\d|%|-)"
)


_VENUE = re.compile(
    rf"(?:\bon\s(?P<of>{NAME}[’']s\s)|(?:(?P<told>told\s(?:the\s)?)|\bon\s|\binterviews?\swith\s)(?!(?:{SMALL})\b))(?P<name>{NAME}(?:\s(?:(?:of|the)\s)*{NAME})*)"
)


_EXPECTED = re.compile(r"\b(?:will|would|expected|is to|are to|plans?|next)\b")


_PLAIN = re.compile(r"[A-Za-z0-9][\w-]*", re.A)  # YAML that needs no quotation marks


_DECIDE = {  # what no rule can know, field by field
    "type": "which type?",
    "description": "in your own words; or is there nothing to record?",
    "author": "whose words are they?",
    "label": "what is it, in a few words?",
    "unit": "of what?",
    "measure": "what is counted?",
    "population": "who or what is counted?",
    "period": "over what time?",
    "as_of": "for which date?",
    "title": "in your own words",
    "status": "did it happen?",
}


def draft(source: SourceText, known: Mapping[str, Record]) -> str:
    """The text of a file of facts with a draft of each record that the rules find. ``known``
    records are used again.
    """
    return _Draft(source, known).yaml()


class _Draft(Reading):
    """The records drafted from what was read."""

    def __init__(self, source: SourceText, known: Mapping[str, Record]):
        super().__init__(source, known)
        self.counts = Counter(re.findall(r"\w+", self.passages.folded))
        self.used = Counter(
            value
            for record in known.values()
            for name in ("name", "label", "title")
            if (value := getattr(record, name, ""))
        )
        self.ids, self.records, self.left, self.itself = (
            set(known),
            defaultdict[str, list[str]](list),
            list[str](),
            "",
        )

    # --- words that stand once --------------------------------------------------------------------

    def _words(
        self, *choices: Span, within: Span = Span(0, 1 << 60)
    ) -> str | dict[str, str] | None:
        """The first of some spans, widened to whole words, that can be placed; with what tells it
        from its likes. None of it lies outside ``within``.
        """
        text = self.text
        for start, end in choices:
            low, high = self._paragraph(start)
            end = min(end, high)
            while (
                start > low
                and not text[start - 1].isspace()
                and (text[start - 1] not in OPENING or inside_word(text, start - 1))
            ):
                start -= 1
            while (
                end < high
                and not text[end].isspace()
                and (text[end] not in CLOSING or inside_word(text, end))
            ):
                end += 1
            exact, raw = " ".join(text[start:end].split()), text[start:end]
            tight = Span(end - len(raw.lstrip()), start + len(raw.rstrip()))
            if (
                not exact
                or len(exact) > 5000
                or GAP in exact
                or start < within.start
                or end > within.end
                or self.passages.splits_quotation((tight,))
            ):
                continue
            bare = re.findall(r"\w+", fold(exact))
            if any(self.counts[w] == 1 for w in bare) or (
                len(bare) > 2 and len(self.passages.find(exact)) == 1
            ):
                return exact
            for reach in (40, 400, 4000):
                before, after = (
                    text[max(low, start - reach) : start].split(),
                    text[end : min(high, end + reach)].split(),
                )
                prefix, suffix = (
                    " ".join(before[start - reach > low :]),
                    " ".join(after[: len(after) - (end + reach < high)]),
                )
                for sides in ({"prefix": prefix}, {"prefix": prefix, "suffix": suffix}):
                    joined = [
                        fold(prefix + a + exact + b + sides.get("suffix", ""))
                        for a in (" ", "")
                        for b in (" ", "")
                    ]
                    if (
                        any(sides.values())
                        and sum(len(self.passages.slices(one)) for one in {*joined}) == 1
                    ):
                        return {"exact": exact} | {
                            side: words for side, words in sides.items() if words
                        }
        return None

    def _around(self, start: int, end: int) -> list[Span]:
        """The sentence around some words; else its part that splits no quotation; else the nearest
        words; else they alone.
        """
        sentence, i = (
            self.passages.sentence_at(start),
            bisect_right(self.outer, (start, 1 << 60)) - 1,
        )
        before = self.outer[i] if i >= 0 else Span(0, -1)
        low, high = (
            (before.start, before.end)
            if start < before.end
            else (
                before.end + 1,
                min([sentence.end, *(q.start - 1 for q in self.outer[i + 1 : i + 2])]),
            )
        )
        low, high = max(sentence.start, low), min(sentence.end, high)
        spans = [
            Span(sentence.start, sentence.end),
            Span(low, high),
            Span(max(low, start - 60), min(high, end + 60)),
            Span(start, end),
        ]
        return [s for s in spans if s.end - s.start < 400 and s.start <= start and end <= s.end]

    # --- records ----------------------------------------------------------------------------------

    def _unused(self, words: str) -> str:
        """Words, with a number where they are used already."""
        self.used[words] += 1
        return words if self.used[words] == 1 else self._unused(f"{words} ({self.used[words]})")

    def _add(self, into: str, words: str, fields: dict[str, Any], **decide: str) -> str:
        plain = (
            unicodedata.normalize("NFKD", words)
            .encode("ascii", "ignore")
            .decode()
            .lower()
            .replace("'", "")
        )
        name = stem = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or into
        while name in self.ids:
            name = re.sub(r" \((\d+)\)", r"-\1", self._unused(stem))
        self.ids.add(name)
        lines = [f"  - id: {name}", "    draft: true"]
        for key, value in fields.items():
            if value not in ("", None):
                mark = decide.get(key, _DECIDE.get(key))
                lines.append(
                    f"    {key}:"
                    f" {value if re.fullmatch(_PLAIN, str(value)) else json.dumps(value, ensure_ascii=False)}"
                    + (f"  # decide: {mark}" if mark else "")
                )
        self.records[into].append("\n".join(lines))
        return name

    def _id(self, agent: Agent) -> str:
        """The id of somebody's record, drafted at the first use; empty where no words can be its
        evidence.
        """
        if not agent.id and (words := self._words(agent.at)):
            name, type = (
                self._unused(agent.name[0].upper() + agent.name[1:]),
                "other" if agent.kind == "organisations" else "",
            )
            agent.id = self._add(
                agent.kind,
                agent.name,
                {
                    "name": name,
                    "type": type,
                    "job_title": agent.title,
                    "description": NOT_STATED,
                    "evidence": words,
                },
            )
        return agent.id

    def _source_itself(self) -> str:
        """The organisation that stands for the source, as the one who says what it ascribes to
        nobody.
        """
        label = self.source.record.label
        for name, record in self.known.items():
            if (
                isinstance(record, Organisation)
                and looked_up(record.name) == looked_up(label)
                and record.source in (None, self.source.id)
            ):
                return name
        if not self.itself:
            first = next(
                (s for s in self.passages.sentences if self._words(Span(s.start, s.end))),
                self.passages.sentences[0],
            )
            self.itself = self._id(
                Agent(
                    label if looked_up(label) not in self.agents else f"{label} ({self.source.id})",
                    "organisations",
                    Span(first.start, first.end),
                )
            )
        return self.itself

    def _quote(self, parts: list[Span], said: Said | None, scare: bool) -> None:
        first, who = parts[0], self._id(said.who) if said else ""
        texts = [self._words(piece, within=part) for part in parts for piece in self._pieces(part)]
        by = self._words(
            *(
                [said.words]
                if said
                else self._around(max(first.start - 3, 0), max(first.start - 2, 0))[1:]
            ),
            *self._pieces(first),
        )
        if not all(texts) or not texts or not by:
            self.left.append(
                "a quotation whose words cannot be told apart:"
                f" {' '.join(self.text[first.start : first.end].split())[:80]}"
            )
            return
        at = said.words.start if said else first.start
        sentence, together = (
            self.passages.sentence_at(at),
            said and self._paragraph(at) == self._paragraph(first.start),
        )
        whole = (
            Span(min(first.start - 1, at), max(first.end + 1, said.words.end))
            if said and together
            else first
        )
        written = said and (
            re.match(r"wr|tweet|publ|read", said.verb)
            or PAPER.search(self.plain, sentence.start, min(sentence.end, at + 200))
        )
        venue, day = (
            self._venue(said) if said else "",
            _DATE.search(self.plain, sentence.start, sentence.end),
        )
        when, fields, decide = (
            self._when(day) if day else "",
            {"text": texts},
            said.decide if said else "",
        )
        if said and who and said.shared:
            author = self.agents.get(looked_up(said.author)) if said.author[:1].isupper() else None
            fields |= {
                "kind": "shared",
                "author": (author and self._id(author)) or NOT_STATED,
                "author_description": "" if author else said.author,
                "shared_by": who,
            }
        else:
            fields |= {"kind": "written" if written else "spoken", "speaker": who}
        fields |= {
            "attributed_by": by,
            "said_via": venue or NOT_STATED,
            "date_said": when if len(when) > 4 else NOT_STATED,
        }
        fields["evidence"] = (
            self._words(*[whole][: whole.end - whole.start < 400], first) or texts[0]
        )
        self._add(
            "quotes",
            f"{said.who.name.split()[-1] if said else 'quotation'}"
            f" {' '.join(self.text[first.start : first.end].split()[:4])}",
            fields,
            speaker=decide,
            shared_by=decide,
            text="scare quotes, or the title of a work? then set it aside instead" if scare else "",
            kind="" if who else "whose words are these? add speaker:",
            attributed_by="" if who else "which words say whose?",
            said_via="was it said there?" if venue else "",
            date_said=f'the source says "{" ".join(day.group().split())}"' if day else "",
        )

    def _pieces(self, span: Span) -> list[Span]:
        """A passage without the white space around it, in pieces that a record can hold."""
        words = [m.span() for m in re.compile(r"\S+").finditer(self.text, *span)]
        return [
            Span(words[i][0], words[min(i + 400, len(words)) - 1][1])
            for i in range(0, len(words), 400)
        ]

    def _venue(self, said: Said) -> str:
        match = _VENUE.search(
            self.plain,
            said.words.start,
            min(said.words.end + 60, self._paragraph(said.words.end).end),
        )
        agent = self.agents.get(looked_up(match["name"])) if match else None
        if (
            not match
            or re.search(r"[\0.:;]", self.plain[said.words.end : match.start()])
            or (agent.kind == "people" if agent else not (match["told"] or match["of"]))
        ):
            return ""
        return self._id(
            agent
            or self._agent(match["name"], match["name"], "organisations", Span(*match.span("name")))
        )

    def _when(self, match: re.Match[str]) -> str:
        """A date with the precision it has, seen from the day of issue if that is stated; empty
        where it cannot be told.
        """
        issued, month, year = self.source.record.issued, match["month"], match["y"] or match["year"]
        if match["week"] and len(issued) == 10 and issued[0].isdigit():
            day = date.fromisoformat(issued)
            return (
                day - timedelta((day.weekday() - DAYS.split("|").index(match["week"])) % 7)
            ).isoformat()
        if not month or not (year or issued[:4].isdigit()):
            return year or ""
        number = [m[:3] for m in MONTHS.split("|")].index(month[:3]) + 1
        try:
            return date(
                int(year or issued[:4]), number, int(match["day"] or match["d"] or 0)
            ).isoformat()
        except ValueError:
            return f"{year or issued[:4]}-{number:02}"

    def _figure(self, match: re.Match[str], inside: Said | None) -> None:
        start, end = self._extent(match)
        printed, sentence = " ".join(self.text[start:end].split()), self.passages.sentence_at(start)
        before, what = (
            self.text[max(sentence.start, start - 25) : start],
            " ".join(found.group().split()) if (found := _NOUNS.match(self.text, end)) else "",
        )
        values = [v for v in read_number(printed, self.passages.language) or () if v is not None]
        values = (
            values if all(abs(v) < 10**18 and v == round(v, 6) for v in values) else []
        )  # what a record can hold
        touched = re.search(r"[\w.,$€£+−-]$", before) or re.compile(r"[\w%-]|[.,]\w").match(
            self.text, end
        )
        touched = touched or any(
            n.start() < end - start < n.end()
            for n in find_numbers(self.text[start : end + 40], self.passages.language)
        )
        low, high = max(sentence.start, start - 1000), min(sentence.end, start + 1000)
        said = inside or (
            self._by_whom(low, start) or self._leading(high, low, None) if self.english else None
        )
        words, who = self._words(*self._around(start, end)), self._id(said.who) if said else ""
        if (
            not values
            or not words
            or touched
            or (not what and re.search(r"[Tt]he\s$", before))
            or not (who or self._source_itself())
        ):
            self.left.append(
                f"a number: {' '.join(self.text[max(0, start - 25) : end + 25].split())}"
            )
            return
        sign, name = re.search("[$€£¥]|%|per ?cent|-to-", printed), f"{printed} {what}".strip()
        unit = (
            {"%": "percent", "per cent": "percent", "-to-": "to 1"}.get(sign.group(), sign.group())
            if sign
            else what.split()[-1]
            if what
            else NOT_STATED
        )
        level = (
            "estimated_by"
            if said and "estimat" in said.verb
            else "claimed_by"
            if said and re.match("claim|accord", said.verb)
            else "stated_by"
        )
        fields = {
            "label": self._unused(name),
            "value": f"{values[0]:f}",
            "value_max": f"{values[1]:f}" if values[1:] else "",
            "value_text": printed,
        }
        fields["qualifier"] = next(
            (q for q, form in _QUALIFIERS.items() if re.search(rf"\b(?:{form})\s$", before, re.I)),
            "exact",
        )
        fields |= {
            "unit": unit,
            "measure": what or NOT_STATED,
            "population": NOT_STATED,
            "period": NOT_STATED,
            "as_of": NOT_STATED,
            "attribution": who or self._source_itself(),
            "attribution_level": level,
            "evidence": words,
        }
        self._add("figures", name, fields, attribution=(said and said.decide) or "do they say so?")

    def _extent(self, match: re.Match[str]) -> Span:
        """The whole printed number that begins there, with its currency, its scale, percent, the
        other end of a range.
        """
        start, end = (
            match.start() - (self.text[match.start() - 1 : match.start()] in tuple("$€£¥")),
            match.end(),
        )
        between = self.text[max(0, start - 8) : start].lower().endswith("between ")
        for word in [
            *re.compile(r"%|[^\S\n]?[–—-]?[\w.,’']*\w%?").finditer(
                self.text, end, min(len(self.text), end + 50)
            )
        ][:4]:
            printed = self.text[start : word.end()]
            if read_number(printed, self.passages.language) and (between or " and " not in printed):
                end = word.end()
        return Span(start, end)

    def _event(self, match: re.Match[str]) -> None:
        sentence, when = self.passages.sentence_at(match.start()), self._when(match)
        # Quotation marks and numbers must not stand in an editor's words, so a title takes none
        # over.
        plain = [
            w
            for w in re.findall(
                r"(?<![^\s])[^\W\d_]+(?![^\s,.;:])", self.plain[sentence.start : sentence.end]
            )
            if not read_number(w, self.passages.language)
            and w.lower() not in self.passages.language.scales
        ]
        title, expected = (
            " ".join(plain[:5]) or "something happened",
            _EXPECTED.search(self.plain, sentence.start, sentence.end),
        )
        if words := self._words(*self._around(*match.span())):
            fields = {
                "title": self._unused(title),
                "description": NOT_STATED,
                "date": when or "0000",
                "date_text": " ".join(match.group().split()),
                "date_basis": "stated" if match["y"] or match["year"] else "inferred",
            }
            self._add(
                "events",
                f"event {title}",
                fields | {"status": "expected" if expected else "happened", "evidence": words},
                date="" if when else "which date?",
            )

    def yaml(self) -> str:
        speakers: dict[Span, Said | None] = {}
        for parts, said, scare in self._quotations():
            self._quote(parts, said, scare)
            speakers |= dict.fromkeys(parts, said)
        dates = list(_DATE.finditer(self.plain))
        starts = [d.start() for d in dates]
        for number in find_numbers(self.text, self.passages.language):
            i, q = (
                bisect_right(starts, number.start()) - 1,
                bisect_right(self.outer, (number.start(), 1 << 60)) - 1,
            )
            if i < 0 or number.start() >= dates[i].end():
                self._figure(
                    number,
                    (
                        speakers.get(self.outer[q])
                        if q >= 0 and number.start() < self.outer[q].end
                        else None
                    ),
                )
        in_sentence: dict[int, list[re.Match[str]]] = defaultdict(list)
        for match in dates:
            in_sentence[self.passages.sentence_at(match.start()).start].append(match)
        for (
            some
        ) in in_sentence.values():  # the fullest date that a sentence gives: Tuesday, 12 May 2026
            self._event(max(some, key=lambda m: (bool(m["month"]), bool(m["y"] or m["year"]))))
        for mention in self.mentions:
            if not re.match(THE, mention.agent.name):
                self._id(mention.agent)
        lines, size = (
            [
                "# yaml-language-server: $schema=../../schemas/facts.schema.json",
                (
                    "# Drafted by rules. Decide what is marked, mend the rest, and take each draft:"
                    " true away."
                ),
                f"source: {self.source.id}",
            ],
            0,
        )
        for kind in ("people", "organisations", "quotes", "figures", "events"):
            lines += [f"{kind}:"] if self.records[kind] else []
            for record in self.records[kind]:
                if (size := size + len(record.encode()) + 1) < MAX_BYTES - 100_000:
                    lines.append(record)
                else:
                    self.left.append(f"the file would be too large: {record.splitlines()[0]}")
        # Cut out of their words, joiners that cannot be seen would make the file unreadable to the
        # loader.
        left = (
            "".join(c for c in words if unicodedata.category(c) != "Cf")
            for words in self.left[:500]
        )
        return "\n".join([*lines, *(f"# left out, {words}" for words in left)]) + "\n"
