"""Goals of every level: what somebody wants to reach, from a vision element down to a unit's effort.

The attributes and their limits follow section 3.3 of the domain description; all limits are proposals. A goal never
asks whether it is *finished*: what is missing is a finding, not an exception.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from strategikort.domain.shape import Id, Length, Record, Refers
from strategikort.domain.texts import sort_key

Code = Annotated[str, Length(12)]
Title = Annotated[str, Length(140, least=5)]
ShortTitle = Annotated[str, Length(45)]
Reason = Annotated[str, Length(600)]
OrgUnitRef = Annotated[Id | None, Refers("org_unit")]
PersonRef = Annotated[Id | None, Refers("person")]
OrgUnitRefs = Annotated[tuple[Id, ...], Refers("org_unit")]


class GoalKind(StrEnum):
    """The kinds of goal, the highest first. What people call them is the profile's business."""

    VISION_ELEMENT = "vision_element"
    POLITICAL_GOAL = "political_goal"
    CENTRE_GOAL = "centre_goal"
    UNIT_GOAL = "unit_goal"
    EFFORT = "effort"

    @property
    def level(self) -> int:
        """How far the kind is from the council: 0 for the vision, 4 for an effort."""
        return _LEVELS[self]


_LEVELS = {kind: level for level, kind in enumerate(GoalKind)}


class Nature(StrEnum):
    """What a goal does to its field: changes it, runs it, keeps its level."""

    DEVELOPMENT = "development"
    OPERATIONS = "operations"
    KEEP = "keep"


class Origin(StrEnum):
    """Whose idea a goal is. An *own* goal is not derived from a political one and is printed as such."""

    COMMON = "common"
    LOCAL = "local"
    OWN = "own"


class DecidedAt(StrEnum):
    """Who may change a goal: *fastsat centralt* or *besluttes lokalt*."""

    CENTRAL = "central"
    LOCAL = "local"


class GoalState(StrEnum):
    """Where a goal is in its life. A cancelled goal (*udgår*) is kept, but nothing is asked of it."""

    ACTIVE = "active"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class DecisionStatus(StrEnum):
    """What the council has said of a political goal."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REPLACED = "replaced"
    LAPSED = "lapsed"


class EffortState(StrEnum):
    """How far an effort is."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """What all goals have in common.

    ``code`` is unique in a document by intention (two with one code is a mistake that is told, not refused).
    ``valid_from`` and ``valid_to`` are the first and the last day; None is no limit. ``balance`` holds keys of poles of
    the profile's balance pairs, ``affects`` the target groups that will notice (*Hvem mærker forskellen?*).
    """

    kind: ClassVar[GoalKind]

    code: Code = ""
    title: Title = ""
    short_title: ShortTitle = ""
    description: Annotated[str, Length(2000)] = ""
    why: Reason = ""
    valid_from: date | None = None
    valid_to: date | None = None
    owner: OrgUnitRef = None
    responsible: PersonRef = None
    success_criterion: Reason = ""
    nature: Nature | None = None
    origin: Origin = Origin.LOCAL
    decided_at: DecidedAt = DecidedAt.LOCAL
    theme: ShortTitle = ""
    layer: ShortTitle = ""
    balance: tuple[str, ...] = ()
    priority: int | None = None
    state: GoalState = GoalState.ACTIVE
    affects: Annotated[tuple[Id, ...], Refers("target_group")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionElement(Goal):
    """One part of a vision, standing in one ``layer`` of the profile (mission, vision, focus group ...)."""

    kind: ClassVar[GoalKind] = GoalKind.VISION_ELEMENT

    vision: Annotated[Id | None, Refers("vision")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliticalGoal(Goal):
    """What the council or a committee has decided to reach.

    ``type`` is a key of the profile's political types (vision_goal, objective, effect_goal ...). ``applies_to`` names
    the centres or units it is meant for, empty for all; ``responsible_centres`` those that must take it up.
    ``quality_report`` is the one that a guiding mark of a school rests on.
    """

    kind: ClassVar[GoalKind] = GoalKind.POLITICAL_GOAL

    type: ShortTitle = ""
    policy_area: Annotated[Id | None, Refers("policy_area")] = None
    committee: Annotated[Id | None, Refers("committee")] = None
    decided_on: date | None = None
    decided_by: Annotated[str, Length(120)] = ""
    decision_case: Annotated[str, Length(30)] = ""
    decision_link: Annotated[str, Length(300)] = ""
    decision_status: DecisionStatus = DecisionStatus.PROPOSED
    applies_to: OrgUnitRefs = ()
    responsible_centres: OrgUnitRefs = ()
    cross_cutting: bool = False
    quality_report: Annotated[Id | None, Refers("quality_report")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreGoal(Goal):
    """A goal on a centre's strategy map; ``owner`` is the centre."""

    kind: ClassVar[GoalKind] = GoalKind.CENTRE_GOAL


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGoal(Goal):
    """A goal in the agreement of a unit; ``owner`` is the unit. ``weight`` is 0-100, only for performance pay."""

    kind: ClassVar[GoalKind] = GoalKind.UNIT_GOAL

    agreement: Annotated[Id | None, Refers("agreement")] = None
    common_goal: Annotated[Id | None, Refers("goal")] = None
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date by which something visible has happened in an effort."""

    on: date
    text: Annotated[str, Length(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort(Goal):
    """What is done. ``responsible`` carries it; ``start`` and ``deadline`` are its first and last day.

    ``services`` are those of the catalogue that it delivers.
    """

    kind: ClassVar[GoalKind] = GoalKind.EFFORT

    method: Reason = ""
    method_reason: Reason = ""
    evidence: Reason = ""
    start: date | None = None
    deadline: date | None = None
    milestones: tuple[Milestone, ...] = ()
    current_practice: Reason = ""
    new_practice: Reason = ""
    progress: EffortState = EffortState.PLANNED
    services: Annotated[tuple[Id, ...], Refers("service")] = ()


GOAL_CLASSES: dict[GoalKind, type[Goal]] = {
    cls.kind: cls for cls in (VisionElement, PoliticalGoal, CentreGoal, UnitGoal, Effort)
}


def list_order(goal: Goal) -> tuple[int, tuple[str, str], tuple[str, str], Id]:
    """Where a goal stands in the list of goals: by level, code and title."""
    return goal.kind.level, sort_key(goal.code), sort_key(goal.title), goal.id
