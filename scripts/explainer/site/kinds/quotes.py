"""Quotations."""

from __future__ import annotations

from collections import defaultdict
from types import SimpleNamespace as View
from typing import Any

from ...topic.blocks import Block
from ...topic.fieldtypes import NOT_STATED
from ...topic.model import Quote
from ..catalog import Cut, Kind, Views
from ..citations import imprint
from ..labels import shorten


class Quotes(Kind[Quote]):
    name, json_type, work = "quotes", "Quotation", True
    date_field = "date_said"

    def title(self, r: Quote, cut: Cut = shorten) -> str:
        words = " … ".join(p.exact.rstrip(",") for p in self.evidence.of(r.id, "text"))
        who = self.catalog.name(r.speaker or r.shared_by)
        by = who if r.speaker else self.words("shared_by_title", who=who)
        return f"{by}{self.words('colon')}{self.words.quoted(cut(words, 70))}"

    def summary(self, r: Quote) -> str:
        called = self.catalog.mid_sentence_name
        via = self.words("via", where=called(r.said_via)) if r.said_via != NOT_STATED else ""
        basis = self._basis(r)
        when = f", {self.words.date(r.date_said)}" if r.date_said != NOT_STATED else ""
        when += f" ({basis})" if basis else ""
        if r.kind == "shared":
            names = {"author": r.author_description or called(r.author), "who": called(r.shared_by)}
            return self.words("written_and_shared", via=via, when=when, **names)
        return self.words("said", who=self.catalog.name(r.speaker), via=via, when=when)

    def _basis(self, r: Quote) -> str:
        return self.words(f"basis_{r.date_basis}") if r.date_said != NOT_STATED else ""

    def view(self, r: Quote, views: Views) -> dict[str, Any]:
        parts = [p.exact for p in self.evidence.of(r.id, "text")]
        words = " … ".join(map(self.words.quoted, parts))
        catalog = self.catalog
        return {
            "parts": parts,
            "attributed_by": views.places(r.id, "attributed_by"),
            # whether the words are in another sentence than those that say whose they are
            "apart": {p.where for p in views.places(r.id, "evidence")}
            - {p.where for p in views.places(r.id, "attributed_by")},
            "date": self.words.date(r.date_said),
            "datetime": "" if r.date_said == NOT_STATED else r.date_said,
            "written": views.written(self.evidence.of(r.id, "text")[0].source),
            "date_basis": self._basis(r),
            "cite": self.words(
                "cited_in",
                words=words,
                summary=self.summary(r),
                source=catalog.source_label(r),
                imprint=imprint(catalog),
                address=catalog.absolute(catalog.address(r.id)),
            ),
        }

    def choices(self, v: View) -> dict[str, list[Any]]:
        # whoever shared a post did not speak it
        speaker = v.speaker or View(id="shared", label=self.words("shared_posts"))
        return {"speaker": [speaker], "programme": [v.said_via], "subject": v.subjects}

    def context(self, items: list[View], block: Block) -> dict[str, Any]:
        groups: dict[str, list[View]] = defaultdict(list)
        for v in items:
            title = v.speaker.label if v.speaker else self.words("shared_group")
            groups[title].append(v)
        return {
            "groups": [
                View(title=title, items=some, url=some[0].speaker.url if some[0].speaker else "")
                for title, some in groups.items()
            ],
            "filters": self.filters(items, "speaker", "programme", "subject"),
        }

    def thing(self, r: Quote) -> dict[str, Any]:
        by = r.speaker or r.author
        who = {
            "@type": self.catalog.kinds[self.topic.kinds.get(by or "", "people")].json_type,
            "name": (not r.speaker and r.author_description) or self.catalog.name(by),
        }
        return {
            "@type": self.json_type,
            "text": " […] ".join(p.exact for p in self.evidence.of(r.id, "text")),
            "spokenByCharacter" if r.kind == "spoken" else "author": who,
            "dateCreated": None if r.date_said == NOT_STATED else r.date_said,
        }

    def search(self, r: Quote) -> tuple[list[str], str, str]:
        """Readers also look for what was said on a programme, or shared on a platform."""
        words = " … ".join(dict.fromkeys(p.exact for p in self.evidence.of(r.id, "text")))
        via = "" if r.said_via == NOT_STATED else self.catalog.name(r.said_via)
        return [], words, ", ".join(filter(None, (self.date(r), via)))
