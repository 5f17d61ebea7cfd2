"""The words and figures of the sample municipality, as its TOML files have them."""

import tomllib
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from strategikort.application.resources import resource_bytes
from strategikort.domain.agreements import Status
from strategikort.domain.goals import DecidedAt, DecisionStatus, Nature, Origin
from strategikort.domain.measures import Chain, Collection, Direction, IndicatorKind, SourceKind
from strategikort.domain.organisation import Ownership

CENTRES = ("ds", "buf", "so", "ssi", "ju", "ki", "tmk", "oee", "bid", "epo")


class Words(BaseModel):
    """A table of the sample's words."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class MunicipalityWords(Words):
    """The municipality and its vision."""

    name: str
    vision_name: str
    vision_text: str
    decided_on: date
    valid_from: date
    valid_to: date
    place: str
    note: str


class ElementWords(Words):
    """One vision element."""

    key: str
    layer: str
    title: str
    description: str
    planted: tuple[str, ...] = ()


class CommitteeWords(Words):
    """One committee."""

    key: str
    code: str
    name: str


class AreaWords(Words):
    """One policy area."""

    key: str
    name: str
    committee: str


class YearFigure(Words):
    """A figure at the end of a year."""

    year: int
    value: Decimal


class PoliticalIndicatorWords(Words):
    """How a political goal is measured until 2020."""

    name: str
    definition: str
    kind: IndicatorKind
    unit: str
    direction: Direction
    baseline: Decimal | None = None
    baseline_year: int | None = None
    baseline_pending: date | None = None
    last: tuple[YearFigure, ...] = ()
    targets: tuple[YearFigure, ...] = ()
    decimals: int
    source: str
    collection: Collection
    justification: str = ""
    chain: Chain
    use_for: str = ""


class PoliticalWords(Words):
    """One political goal."""

    key: str
    title: str
    short_title: str
    description: str
    why: str
    type: str
    policy_area: str
    committee: str
    decided_on: date | None = None
    decided_by: str = ""
    case: str = ""
    status: DecisionStatus
    lapsed_on: date | None = None
    upper: tuple[str, ...]
    responsible: tuple[str, ...]
    cross_cutting: bool = False
    success_criterion: str
    indicator: tuple[PoliticalIndicatorWords, ...] = ()
    planted: tuple[str, ...] = ()


class GroupWords(Words):
    """One target group."""

    key: str
    name: str
    description: str


class SourceWords(Words):
    """One data source."""

    key: str
    name: str
    owner: str
    kind: SourceKind
    available_centrally: bool
    measure_key: str


class TitlesWords(Words):
    """What leaders and those who carry efforts are called in units of these types."""

    types: tuple[str, ...]
    leader: str
    owners: tuple[str, ...]


class OfficerWords(Words):
    """Somebody in the municipality's top."""

    role: Literal["chief_executive", "director", "centre_chief"]
    centres: tuple[str, ...]
    name: str
    job: str


class PeopleWords(Words):
    """Names, dealt out in order."""

    names: tuple[str, ...]


class SectionWords(Words):
    """Texts that all agreements have alike; ``{unit}`` and ``{centre}`` are filled in."""

    parties: str
    follow_up: str


class StatusWords(Words):
    """What may be said at a follow-up."""

    status: Status
    explanation: str
    next_step: str
    learning_point: str = ""


class TownWords(Words):
    """Everything that is not one centre's."""

    municipality: MunicipalityWords
    vision_element: tuple[ElementWords, ...]
    committee: tuple[CommitteeWords, ...]
    policy_area: tuple[AreaWords, ...]
    political_goal: tuple[PoliticalWords, ...]
    target_group: tuple[GroupWords, ...]
    data_source: tuple[SourceWords, ...]
    leader_titles: tuple[TitlesWords, ...]
    officer: tuple[OfficerWords, ...]
    people: PeopleWords
    boards: dict[str, str]
    sections: SectionWords
    status_text: tuple[StatusWords, ...]


class MilestoneWords(Words):
    """One milestone, by the end of a month of 2015."""

    month: int
    text: str


class EffortWords(Words):
    """One effort, from the first day of a month to the last of another."""

    title: str
    description: str
    start: int
    deadline: int
    method: str = ""
    method_reason: str = ""
    milestone: tuple[MilestoneWords, ...] = ()
    planted: tuple[str, ...] = ()


class IndicatorWords(Words):
    """How a unit goal is measured: at the end of 2013, of 2014, and what is aimed at by the end of 2015."""

    name: str
    definition: str
    kind: IndicatorKind
    unit: str
    direction: Direction
    baseline: Decimal
    last: Decimal
    target: Decimal
    decimals: int
    source: str
    collection: Collection
    justification: str = ""
    chain: Chain
    use_for: str


class CentreGoalWords(Words):
    """One goal of a centre."""

    key: str
    title: str
    short_title: str
    why: str
    success_criterion: str
    upper: tuple[str, ...]
    balance: tuple[str, ...]
    affects: tuple[str, ...]
    effort: tuple[EffortWords, ...] = ()
    planted: tuple[str, ...] = ()


class UnitGoalWords(Words):
    """One goal of a unit."""

    title: str
    short_title: str = ""
    why: str
    success_criterion: str
    upper: tuple[str, ...]
    nature: Nature
    origin: Origin
    decided_at: DecidedAt
    affects: tuple[str, ...]
    indicator: tuple[IndicatorWords, ...] = ()
    effort: tuple[EffortWords, ...] = ()
    shared: str = ""
    planted: tuple[str, ...] = ()


class CommitmentWords(Words):
    """What the centre promises, by the end of a month of 2015."""

    title: str
    description: str
    deadline: int


class UnitWords(Words):
    """One unit with its agreement."""

    code: str
    name: str
    type: str
    ownership: Ownership
    sites: int
    core_task: str
    budget_amount: str
    budget_text: str
    cooperation: str
    commitment: tuple[CommitmentWords, ...]
    goal: tuple[UnitGoalWords, ...]
    planted: tuple[str, ...] = ()


class CauseWords(Words):
    """One centre goal works on another."""

    lower: str
    upper: str


class CentreHeadWords(Words):
    """The centre itself."""

    code: str
    name: str
    map_title: str
    map_note: str


class CentreWords(Words):
    """One centre with its units."""

    centre: CentreHeadWords
    centre_goal: tuple[CentreGoalWords, ...]
    causes: tuple[CauseWords, ...]
    unit: tuple[UnitWords, ...] = ()


class SampleContent(Words):
    """All words of the sample."""

    town: TownWords
    centres: tuple[CentreWords, ...]


def sample_content() -> SampleContent:
    """The words that ship with the program."""
    centres = tuple(CentreWords.model_validate(table(f"{name}.toml")) for name in CENTRES)
    return SampleContent(town=TownWords.model_validate(table("kommune.toml")), centres=centres)


def table(name: str) -> dict[str, object]:
    """One of the files of the sample."""
    return tomllib.loads(resource_bytes("examples", "oeresoe", name).decode("utf-8"))
