"""Links between goals. Direction is upward: the lower goal carries the upper one out."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers


class LinkKind(StrEnum):
    """What a link says. Only REALISES counts when the red thread is followed.

    REALISES: ``lower`` supports ``upper`` (*understøtter*). CAUSES: ``lower`` works on ``upper`` inside one map
    (*påvirker*). COORDINATES: two units share a goal (*fælles om*); it has no direction. SUPERSEDES: ``lower`` takes
    the place of last year's ``upper`` (*afløser*). ASSISTS: a staff unit's goal or effort helps a unit goal
    (*støtter*).
    """

    REALISES = "realises"
    CAUSES = "causes"
    COORDINATES = "coordinates"
    SUPERSEDES = "supersedes"
    ASSISTS = "assists"


class LinkEnd(StrEnum):
    """One end of a link: its ``lower`` goal, where the arrow begins, or its ``upper``, where the head is."""

    LOWER = "lower"
    UPPER = "upper"


class Strength(StrEnum):
    """How much a goal does for the one above. A unit goal has at most one primary link upward."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """``lower`` is tied to ``upper``; a goal may have many links both ways.

    ``seen_...`` is what the upper goal said when the link was made or last confirmed: its title, its validity, and a
    mark of its other words (`remembered.mark_of`). An empty ``seen_title`` says that nothing was remembered.
    """

    kind: LinkKind = LinkKind.REALISES
    lower: Annotated[Id, Refers("goal")]
    upper: Annotated[Id, Refers("goal")]
    strength: Strength = Strength.SECONDARY
    note: Annotated[str, Length(300)] = ""
    created_by: Annotated[str, Length(120)] = ""
    created_at: datetime | None = None
    seen_title: Annotated[str, Length(140)] = ""
    seen_words: Annotated[str, Length(16)] = ""
    seen_from: date | None = None
    seen_to: date | None = None
