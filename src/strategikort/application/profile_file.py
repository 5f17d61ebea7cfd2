"""What stands in a steering model's TOML file: its tables and keys, and what each may hold."""

import re
from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from strategikort.domain.agreements import InvolvementKind
from strategikort.domain.goals import GoalKind
from strategikort.domain.profile import Feature

_MONTH_AND_DAY: Final = re.compile(r"[0-9]{2}-[0-9]{2}")

Language = Literal["da", "en"]


def _month_and_day(text: str) -> str:
    """A day that every year has: no 29 February."""
    if not (_MONTH_AND_DAY.fullmatch(text) and _is_day(f"2001-{text}")):
        raise PydanticCustomError("day", "no day of every year")
    return text


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


Text = Annotated[str, StringConstraints(max_length=300)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
FileName = Annotated[str, StringConstraints(max_length=80, pattern=r"^([\w-]+\.(png|jpe?g|svg))?$")]
MonthDay = Annotated[str, AfterValidator(_month_and_day)]


class Part(BaseModel):
    """A table: no key in it is unknown, and no number is without end."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Words(Part):
    """One word in the forms that sentences need: see `KindWords`."""

    one: Text
    the: Text
    many: Text
    the_many: Text
    article: Text


class Named(Part):
    """A name in both languages."""

    da: Text
    en: Text

    def said(self, language: Language) -> str:
        """The name in a language."""
        return self.da if language == "da" else self.en


class Layer(Named):
    """A layer of the vision on the map; ``count`` is how many elements the model has, 0 for any."""

    key: Key
    required: bool = True
    count: int = Field(default=0, ge=0)


class Column(Named):
    """A column of the map: a track or a perspective."""

    key: Key


class Columns(Named):
    """What a column is called, and the columns from left to right."""

    of: tuple[Column, ...] = Field(max_length=8)

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if len({one.key for one in self.of}) < len(self.of):
            raise PydanticCustomError("twice", "two columns have one key")
        return self


class Pair(Part):
    """Two poles that a map should balance, and what they are called."""

    poles: tuple[Key, Key]
    da: tuple[Text, Text]
    en: tuple[Text, Text]


class Section(Named):
    """A section of the agreement: its guide, and which generated part follows its text."""

    key: Key
    guide_da: Text = ""
    guide_en: Text = ""
    part: Literal[
        "", "parties", "political_frame", "goals", "budget", "commitments", "follow_up", "involvements", "signatures"
    ] = ""
    required: bool = False


class Signatory(Part):
    """A role that signs, in the order of the file, and whose holder it is."""

    role: Key
    of: Literal["unit", "centre", "municipality"]
    required: bool = True


class Involvement(Named):
    """A body that takes part in every agreement, by its name in both languages."""

    kind: InvolvementKind


class Political(Part):
    """The types of political goals, and which may support which: (lower, upper)."""

    order: tuple[tuple[Key, Key], ...] = ()
    types: dict[Language, dict[Key, Text]] = {}


class Links(Part):
    """The links that the model knows, each as (lower kind, upper kind)."""

    realises: tuple[tuple[GoalKind, GoalKind], ...]
    causes: tuple[tuple[GoalKind, GoalKind], ...] = ()
    coordinates: tuple[tuple[GoalKind, GoalKind], ...] = ()
    supersedes: tuple[tuple[GoalKind, GoalKind], ...] = ()
    assists: tuple[tuple[GoalKind, GoalKind], ...] = ()


class WheelDay(Part):
    """A day of the wheel: ``"01-19"``, or with the year that it falls in: ``{ day = "11-15", year = -1 }``."""

    day: MonthDay
    year: int = Field(default=0, ge=-1, le=1)

    @model_validator(mode="before")
    @classmethod
    def _spelt_out(cls, given: object) -> object:
        return {"day": given} if isinstance(given, str) else given


class Thresholds(Part):
    """From which numbers on the rules speak."""

    max_upper_goals: int = 3
    same_title_units: int = 3
    max_goals: int = 5
    many_goals: int = 10
    goals_on_map: int = 20
    goals_on_map_hint: int = 15
    min_followups: int = 2
    min_group_size: int = 5
    indicators_of_goal_hint: int = 3
    indicators_of_goal: int = 5
    indicators_of_agreement: int = 10
    many_indicators: int = 20
    months_of_baseline: int = 24
    days_to_file: int = 30
    days_to_follow_up: int = 14
    days_to_evaluate: int = 60
    effect_goals_least: int = 3
    effect_goals_most: int = 5


class Units(Part):
    """The types of unit that are offered."""

    types: tuple[Text, ...] = ()


class Look(Part):
    """How papers look; ``logo`` is the name of a picture beside the file."""

    accent: Colour
    ink: Colour
    address: Text = ""
    logo: FileName = ""
    logo_alt: Text = ""


class ProfileFile(Part):
    """The whole file. ``like`` names the model that it is laid over, if it is."""

    key: Key
    like: Text = ""
    name: Named
    levels: tuple[GoalKind, ...]
    own_goals: bool = False
    features: frozenset[Feature] = frozenset()
    involvements: tuple[Involvement, ...] = ()
    map_years: int = Field(default=2, ge=1, le=12)
    agreement_start: MonthDay = "01-01"
    words: dict[Language, dict[Key, Words]]
    links: Links
    political: Political = Political()
    layers: tuple[Layer, ...] = ()
    columns: Columns | None = None
    balance: tuple[Pair, ...] = ()
    sections: tuple[Section, ...]
    signatories: tuple[Signatory, ...]
    wheel: dict[Key, WheelDay] = {}
    thresholds: Thresholds = Thresholds()
    units: Units = Units()
    look: Look
