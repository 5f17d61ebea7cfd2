"""Strategy maps: which goals stand where on a drawing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers

CARD_SIZE = (188, 92)
"""How wide and high a card is, in scene units: all cards have one size."""

TITLE_SIZE = 13
"""How large the letters of a card's title are, in scene units."""


SMALLEST_TEXT = 7.0
"""The size below which text on paper is too small to be read, in points."""


class MapState(StrEnum):
    """Where a strategy map is in its life."""

    DRAFT = "draft"
    WITH_DIRECTOR = "with_director"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    REPLACED = "replaced"


class Paper(StrEnum):
    """The sheet a map is made for, landscape."""

    A3 = "a3"
    A4 = "a4"


class MapSubject(StrEnum):
    """What a map is about: the goals of a centre or of the municipality, or what the council wants to reach."""

    GOALS = "goals"
    VISION = "vision"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyMap(Record):
    """A drawing of goals for ``centre`` (None: the whole municipality) and a period.

    The goals that belong there stand on it by themselves, but for those ``left_out``. ``sent_on`` is when it went to
    the director, ``decided_on`` and ``decided_by`` when and by whom it was approved or returned.
    """

    title: Annotated[str, Length(140)] = ""
    centre: Annotated[Id | None, Refers("org_unit")] = None
    subject: MapSubject = MapSubject.GOALS
    valid_from: date | None = None
    valid_to: date | None = None
    state: MapState = MapState.DRAFT
    sent_on: date | None = None
    decided_on: date | None = None
    decided_by: Annotated[str, Length(120)] = ""
    locked: bool = False
    paper: Paper = Paper.A3
    legend: bool = True
    left_out: Annotated[tuple[Id, ...], Refers("goal")] = ()
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace(Record):
    """``goal`` stands on ``map``: its card's upper left corner at ``x``, ``y`` (scene units of 1 px at 100 %).

    ``y`` is counted from the top of the band of the goal's level, so that a band may grow without moving its goals. A
    ``pinned`` goal is left where it is by the automatic layout.
    """

    map: Annotated[Id, Refers("strategy_map")]
    goal: Annotated[Id, Refers("goal")]
    x: int = 0
    y: int = 0
    pinned: bool = False
