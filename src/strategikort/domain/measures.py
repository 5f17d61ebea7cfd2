"""How it is seen that a goal is reached: indicators, their yearly targets and measurements, and where data come from.

Figures are decimals, never floats; limits follow section 3.3 of the domain description.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers


class IndicatorKind(StrEnum):
    """What the values of an indicator are. A *sign* (*tegn*) is qualitative, the others have figures."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    YES_NO = "yes_no"
    SCALE = "scale"
    SIGN = "sign"

    @property
    def numeric(self) -> bool:
        """Whether baseline, target and result are figures that can be compared."""
        return self not in (IndicatorKind.YES_NO, IndicatorKind.SIGN)


class Chain(StrEnum):
    """Where in the effect chain an indicator measures (Odense's typing)."""

    RESOURCE = "resource"
    ACTIVITY = "activity"
    OUTPUT = "output"
    RESULT = "result"
    EFFECT = "effect"


class Direction(StrEnum):
    """Which way the figure shall go."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Collection(StrEnum):
    """Who fetches the figure: the administration, or the unit by hand."""

    CENTRAL = "central"
    MANUAL = "manual"


class Frequency(StrEnum):
    """How often the figure is taken."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TWO_YEAR = "two_year"


class SourceKind(StrEnum):
    """What sort of place data come from."""

    NATIONAL_REGISTER = "national_register"
    MUNICIPAL_SYSTEM = "municipal_system"
    SURVEY = "survey"
    OWN_COUNT = "own_count"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSource(Record):
    """Where figures come from. Two indicators with one ``measure_key`` ask for the same data."""

    name: Annotated[str, Length(120)] = ""
    owner: Annotated[str, Length(120)] = ""
    kind: SourceKind = SourceKind.MUNICIPAL_SYSTEM
    available_centrally: bool = False
    measure_key: Annotated[str, Length(60)] = ""
    link: Annotated[str, Length(300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """A measure of progress for ``goal``. ``unit`` is the unit of measure (%, antal, dage), ``decimals`` is 0-3.

    ``supersedes`` is the indicator of the year before that it goes on with.
    """

    goal: Annotated[Id | None, Refers("goal")] = None
    name: Annotated[str, Length(120, least=3)] = ""
    definition: Annotated[str, Length(800)] = ""
    kind: IndicatorKind = IndicatorKind.NUMBER
    chain: Chain | None = None
    unit: Annotated[str, Length(20)] = ""
    direction: Direction | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int = 0
    baseline: Decimal | None = None
    baseline_on: date | None = None
    baseline_pending: date | None = None
    source: Annotated[Id | None, Refers("data_source")] = None
    collection: Collection = Collection.CENTRAL
    justification: Annotated[str, Length(300)] = ""
    frequency: Frequency = Frequency.YEAR
    population_size: int | None = None
    use_for: Annotated[str, Length(300)] = ""
    comparability_note: Annotated[str, Length(300)] = ""
    supersedes: Annotated[Id | None, Refers("indicator")] = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyTarget(Record):
    """What an indicator shall show at the end of ``year`` (*delmål*); ``text`` is for signs and targets in words."""

    indicator: Annotated[Id, Refers("indicator")]
    year: int
    value: Decimal | None = None
    tolerance: Decimal | None = None
    text: Annotated[str, Length(300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """What an indicator showed on a day. ``text`` is for signs and for results in words."""

    indicator: Annotated[Id, Refers("indicator")]
    measured_on: date
    value: Decimal | None = None
    text: Annotated[str, Length(300)] = ""
    note: Annotated[str, Length(300)] = ""
    entered_by: Annotated[str, Length(120)] = ""
