"""The steering model of a municipality (*styringsmodel*): levels, words, allowed links, paper, dates. Never code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from strategikort.domain.agreements import InvolvementKind
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """One word in the forms that sentences need: *enhedsmål, enhedsmålet, enhedsmål, enhedsmålene*, with *et*.

    In a sentence ``{unit_goal:one}`` gives the bare word, ``a`` the word with its article, ``the`` the definite form,
    ``many`` and ``the_many`` the plurals; a capital first letter of the form (``The``) gives one in the text.
    """

    one: str
    the: str
    many: str
    the_many: str
    article: str

    def __format__(self, form: str) -> str:
        """The form asked for, ``one`` if none is.

        Raises:
            ValueError: there is no such form.
        """
        name = form.lower() or "one"
        if name == "a":
            text = f"{self.article} {self.one}"
        elif name in ("one", "the", "many", "the_many"):
            text = str(getattr(self, name))
        else:
            raise ValueError(f"a word has no form {form!r}")
        return text[:1].upper() + text[1:] if form[:1].isupper() else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A band of the strategy map inside the vision; ``count`` is how many elements the model has, 0 for any."""

    key: str
    name: str
    required: bool = True
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the map: a track or a perspective. The goals whose ``theme`` is its key stand in it."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancePair:
    """Two poles that a map should balance; each goal may carry one of them."""

    poles: tuple[str, str]
    names: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTemplate:
    """One section of the agreement. ``part`` says which generated part follows its text, if any.

    Parts: parties, political_frame, goals, budget, follow_up, commitments, involvements, signatures.
    """

    key: str
    heading: str
    required: bool = False
    guide: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRole:
    """A role that signs, in the order of the block. ``of`` is whose holder it is: unit, centre or municipality."""

    role: str
    of: str
    required: bool = True


class Feature(StrEnum):
    """What a model has that not all have; the rules and fields of it are on only there.

    EFFECT_GOALS: effect goals for several years, by policy area, with yearly targets (Viborg). SERVICES: a catalogue of
    services (Vordingborg). QUALITY_REPORTS: schools report every second year (Næstved). COMMON_GOALS: agreements have
    common and local goals. RECORDS: a signed agreement is filed with a case number. APPROVAL: a committee approves each
    agreement before it is signed (Næstved).
    """

    EFFECT_GOALS = "effect_goals"
    SERVICES = "services"
    QUALITY_REPORTS = "quality_reports"
    COMMON_GOALS = "common_goals"
    RECORDS = "records"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementStep:
    """A body that takes part in every agreement before it is signed, and how: heard, discussing, informed."""

    kind: InvolvementKind
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelDate:
    """A fixed day of the year (*årshjul*), relative to the agreement's year."""

    key: str
    month: int
    day: int
    year_offset: int = 0

    def on(self, year: int) -> date:
        """The day in the agreement's ``year``."""
        return date(year + self.year_offset, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a print shows of the municipality: two colours (``#RRGGBB``), address line, logo and alternate text.

    ``logo`` is the picture itself (SVG, PNG or JPEG), empty for none.
    """

    accent: str
    ink: str
    address: str = ""
    logo: bytes = b""
    logo_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The whole model. ``words`` and ``roles`` are for the language that the profile was read in.

    ``links`` are the allowed (kind, lower kind, upper kind); ``political_order`` the allowed (lower type, upper type)
    among political goals. ``columns_name`` is what one of the ``columns`` is called. ``own_goals``
    lets a unit goal be marked as not derived from a political one.
    """

    key: str
    name: str
    levels: tuple[GoalKind, ...]
    words: Mapping[str, KindWords]
    links: frozenset[tuple[LinkKind, GoalKind, GoalKind]]
    political_types: Mapping[str, str] = field(default_factory=dict)
    political_order: frozenset[tuple[str, str]] = frozenset()
    layers: tuple[Layer, ...] = ()
    columns: tuple[Column, ...] = ()
    columns_name: str = ""
    balance_pairs: tuple[BalancePair, ...] = ()
    sections: tuple[SectionTemplate, ...] = ()
    signatories: tuple[SigningRole, ...] = ()
    wheel: tuple[WheelDate, ...] = ()
    thresholds: Mapping[str, int] = field(default_factory=dict)
    own_goals: bool = False
    features: frozenset[Feature] = frozenset()
    involvements: tuple[InvolvementStep, ...] = ()
    map_years: int = 2
    agreement_start: tuple[int, int] = (1, 1)
    unit_types: tuple[str, ...] = ()
    look: Look

    @property
    def has_centre_level(self) -> bool:
        """Whether centre goals stand between political goals and unit goals."""
        return GoalKind.CENTRE_GOAL in self.levels

    def allows(self, kind: LinkKind, lower: GoalKind, upper: GoalKind) -> bool:
        """Whether the model knows links of ``kind`` between goals of these kinds."""
        return (kind, lower, upper) in self.links

    def layer_name(self, key: str) -> str:
        """What a layer of the vision is called; empty for one that the model does not know."""
        return next((layer.name for layer in self.layers if layer.key == key), "")

    def period(self, year: int) -> tuple[date, date]:
        """The first and the last day of the agreement year ``year`` (calendar year or school year)."""
        month, day = self.agreement_start
        start = date(year, month, day)
        return start, date.fromordinal(date(year + 1, month, day).toordinal() - 1)

    def year_of(self, day: date) -> int:
        """The agreement year that a day falls in."""
        return day.year - ((day.month, day.day) < self.agreement_start)

    def wheel_date(self, key: str, year: int) -> date | None:
        """The fixed day ``key`` of the agreement's year, None if the model has none."""
        return next((day.on(year) for day in self.wheel if day.key == key), None)
