"""The records of those who speak, act, hold a position or are the source of a number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .fieldtypes import FILING, WORDING, OrganisationId, Own, SomeOf
from .record import Named
from .roles import CHOICE, Mark


class Agent(Named):
    """Somebody or something that can speak, act, hold a position or be the source of a number."""

    name: Annotated[Own, Mark.UNIQUE] = Field(description="The full name to show.")
    alternate_names: Annotated[SomeOf[Own], FILING] = Field(
        (), description="Other names by which readers may search."
    )
    description: Annotated[Own, WORDING] = Field(
        description="Who this is in this story, in your own words."
    )


class Person(Agent):
    """A person (schema.org Person)."""

    job_title: Own | None = Field(None, description="The office or role that the source gives.")
    affiliation: OrganisationId | None = Field(None, description="The organisation's id.")


class Organisation(Agent):
    """An organisation, state, office, programme or publication (schema.org Organization)."""

    type: Annotated[
        Literal[
            "state",
            "office",
            "forces",
            "media",
            "programme",
            "platform",
            "research",
            "court",
            "alliance",
            "association",
            "company",
            "party",
            "union",
            "club",
            "school",
            "other",
        ],
        CHOICE,
        Mark.FILTER,
    ] = Field(
        description=(
            "What kind of organisation it is. state: a country or its government; office: a"
            " ministry, a council, an authority; forces: an army, the police; media: a newspaper, a"
            " broadcaster, the article itself; programme: one on the air; platform: where people"
            " post; research: a university, an institute; court: a court; alliance: of states;"
            " association: of cities, of employers, of scientists; company: a firm;"
            " party: a political one; union: of workers; club: of members or players; school: a"
            " school; other: none of these."
        )
    )
    parent: OrganisationId | None = Field(
        None, description="The organisation's id that this one belongs to."
    )
