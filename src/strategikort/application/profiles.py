"""Reads a municipality's steering model from its TOML file, and says plainly what is wrong with a bad one."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources.abc import Traversable
from typing import Annotated, Final, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from strategikort.application.resources import resource, resource_files
from strategikort.application.toml_file import TomlFile
from strategikort.domain.agreements import InvolvementKind
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import (
    BalancePair,
    Column,
    Feature,
    InvolvementStep,
    KindWords,
    Layer,
    Look,
    Profile,
    SectionTemplate,
    SigningRole,
    WheelDate,
)
from strategikort.reports import pictures

LEAST_CONTRAST = 4.5
NEEDED_WORDS: Final = (
    *("municipality", "council", "vision", "unit_agreement", "strategy_map", "centre", "unit", "staff", "indicator"),
    *("target_group", "committee", "centre_chief", "unit_leader", "director", *GoalKind, *LinkKind),
)
"""What sentences, papers and the window call by its name; roles that sign come beside."""

_MONTH_AND_DAY: Final = re.compile(r"[0-9]{2}-[0-9]{2}")

Language = Literal["da", "en"]


class ProfileProblem(KnownFailure):
    """A profile that cannot be used: file, line, what is wrong and what was meant."""


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


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class _Words(_Part):
    one: Text
    the: Text
    many: Text
    the_many: Text
    article: Text


class _Named(_Part):
    da: Text
    en: Text

    def said(self, language: Language) -> str:
        return self.da if language == "da" else self.en


class _Layer(_Named):
    key: Key
    required: bool = True
    count: int = Field(default=0, ge=0)


class _Column(_Named):
    key: Key


class _Columns(_Named):
    """What a column is called, and the columns from left to right."""

    of: tuple[_Column, ...] = Field(max_length=8)

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if len({one.key for one in self.of}) < len(self.of):
            raise PydanticCustomError("twice", "two columns have one key")
        return self


class _Pair(_Part):
    poles: tuple[Key, Key]
    da: tuple[Text, Text]
    en: tuple[Text, Text]


class _Section(_Named):
    key: Key
    guide_da: Text = ""
    guide_en: Text = ""
    part: Literal[
        "", "parties", "political_frame", "goals", "budget", "commitments", "follow_up", "involvements", "signatures"
    ] = ""
    required: bool = False


class _Signatory(_Part):
    role: Key
    of: Literal["unit", "centre", "municipality"]
    required: bool = True


class _Involvement(_Named):
    """A body that takes part in every agreement, by its name in both languages."""

    kind: InvolvementKind


class _Political(_Part):
    order: tuple[tuple[Key, Key], ...] = ()
    types: dict[Language, dict[Key, Text]] = {}


class _Links(_Part):
    realises: tuple[tuple[GoalKind, GoalKind], ...]
    causes: tuple[tuple[GoalKind, GoalKind], ...] = ()
    coordinates: tuple[tuple[GoalKind, GoalKind], ...] = ()
    supersedes: tuple[tuple[GoalKind, GoalKind], ...] = ()
    assists: tuple[tuple[GoalKind, GoalKind], ...] = ()


class _WheelDay(_Part):
    """A day of the wheel: ``"01-19"``, or with the year that it falls in: ``{ day = "11-15", year = -1 }``."""

    day: MonthDay
    year: int = Field(default=0, ge=-1, le=1)

    @model_validator(mode="before")
    @classmethod
    def _spelt_out(cls, given: object) -> object:
        return {"day": given} if isinstance(given, str) else given


class _Thresholds(_Part):
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


class _Units(_Part):
    types: tuple[Text, ...] = ()


class _Look(_Part):
    accent: Colour
    ink: Colour
    address: Text = ""
    logo: FileName = ""
    logo_alt: Text = ""


class _File(_Part):
    key: Key
    name: _Named
    levels: tuple[GoalKind, ...]
    own_goals: bool = False
    features: frozenset[Feature] = frozenset()
    involvements: tuple[_Involvement, ...] = ()
    map_years: int = Field(default=2, ge=1, le=12)
    agreement_start: MonthDay = "01-01"
    words: dict[Language, dict[Key, _Words]]
    links: _Links
    political: _Political = _Political()
    layers: tuple[_Layer, ...] = ()
    columns: _Columns | None = None
    balance: tuple[_Pair, ...] = ()
    sections: tuple[_Section, ...]
    signatories: tuple[_Signatory, ...]
    wheel: dict[Key, _WheelDay] = {}
    thresholds: _Thresholds = _Thresholds()
    units: _Units = _Units()
    look: _Look


def profile_keys() -> tuple[str, ...]:
    """The keys of the models that ship with the program."""
    return tuple(file.name.removesuffix(".toml") for file in resource_files("profiles", suffix=".toml"))


def load_profile(key: str, language: str = "da") -> Profile:
    """The model ``key`` that ships with the program, in the words of ``language``.

    Raises:
        ProfileProblem: there is none of that name.
    """
    if key not in profile_keys():
        raise ProfileProblem(phrase("profile.unknown", key=key, known=profile_keys()))
    file = resource("profiles", f"{key}.toml")
    return read_profile(file.read_bytes(), name=file.name, language=language, folder=resource("profiles"))


def read_profile(content: bytes, *, name: str, language: str = "da", folder: Traversable | None = None) -> Profile:
    """The model in the TOML file ``name``; its logo lies in ``folder``.

    Raises:
        ProfileProblem: not UTF-8 or TOML, an unknown, missing or wrong key, a word missing, colours too pale to read,
            a logo that cannot be printed or has no words for those who cannot see it.
    """
    file = TomlFile(content, name=name, problem=ProfileProblem)
    read = file.read(_File)
    _check(read, file)
    return _profile(read, "en" if language == "en" else "da", _logo(read.look, file, folder))


def _check(read: _File, file: TomlFile) -> None:
    signing = (one.role for one in read.signatories)
    _in_all_languages(("words",), read.words, (*NEEDED_WORDS, *signing), file)
    _in_all_languages(("political", "types"), read.political.types, (), file)
    for key in ("accent", "ink"):
        colour = str(getattr(read.look, key))
        if contrast_on_white(colour) < LEAST_CONTRAST:
            raise file.wrong("profile.pale", ("look", key), colour=colour)


def _in_all_languages(
    path: tuple[str, ...], rooms: Mapping[Language, Mapping[str, object]], needed: Iterable[str], file: TomlFile
) -> None:
    """Hold the tables of the languages at ``path`` against each other: ``needed``, and what one has, all have."""
    keys = {*needed, *(key for room in rooms.values() for key in room)}
    for language in get_args(Language) if keys else ():
        if language not in rooms:
            raise file.wrong("toml.missing", (*path, language))
        missing = sorted(keys - rooms[language].keys())
        if missing:
            raise file.wrong("profile.word", (*path, language, missing[0]))


def _logo(look: _Look, file: TomlFile, folder: Traversable | None) -> bytes:
    if not look.logo:
        return b""
    if not look.logo_alt.strip():
        raise file.wrong("profile.logo_alt", ("look", "logo"))
    try:
        found = folder.joinpath(look.logo).read_bytes() if folder else b""
        pictures.picture(found)
    except (OSError, pictures.NoPicture) as failure:
        raise file.wrong("profile.logo", ("look", "logo"), logo=look.logo) from failure
    return found


def contrast_on_white(colour: str) -> float:
    """The contrast of ``#RRGGBB`` on white, 1 to 21, as WCAG 2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _profile(read: _File, language: Language, logo: bytes) -> Profile:
    start = date.fromisoformat(f"2000-{read.agreement_start}")
    return Profile(
        key=read.key,
        name=read.name.said(language),
        levels=read.levels,
        words={kind: KindWords(**words.model_dump()) for kind, words in read.words[language].items()},
        links=_links(read.links),
        political_types=dict(read.political.types.get(language, {})),
        political_order=frozenset(read.political.order),
        layers=tuple(
            Layer(key=one.key, name=one.said(language), required=one.required, count=one.count) for one in read.layers
        ),
        columns=_columns(read.columns, language),
        columns_name=read.columns.said(language) if read.columns else "",
        balance_pairs=tuple(
            BalancePair(poles=one.poles, names=one.da if language == "da" else one.en) for one in read.balance
        ),
        sections=tuple(_section(one, language) for one in read.sections),
        signatories=tuple(SigningRole(role=one.role, of=one.of, required=one.required) for one in read.signatories),
        wheel=tuple(_wheel_date(key, day) for key, day in read.wheel.items()),
        thresholds=read.thresholds.model_dump(),
        own_goals=read.own_goals,
        features=read.features,
        involvements=tuple(InvolvementStep(kind=one.kind, body=one.said(language)) for one in read.involvements),
        map_years=read.map_years,
        agreement_start=(start.month, start.day),
        unit_types=read.units.types,
        look=Look(**{**read.look.model_dump(), "logo": logo}),
    )


def _columns(read: _Columns | None, language: Language) -> tuple[Column, ...]:
    return tuple(Column(key=one.key, name=one.said(language)) for one in read.of) if read else ()


def _links(read: _Links) -> frozenset[tuple[LinkKind, GoalKind, GoalKind]]:
    pairs: Mapping[LinkKind, tuple[tuple[GoalKind, GoalKind], ...]] = {
        kind: getattr(read, kind.value) for kind in LinkKind
    }
    return frozenset((kind, lower, upper) for kind, allowed in pairs.items() for lower, upper in allowed)


def _section(read: _Section, language: Language) -> SectionTemplate:
    guide = read.guide_da if language == "da" else read.guide_en
    return SectionTemplate(
        key=read.key, heading=read.said(language), required=read.required, guide=guide, part=read.part
    )


def _wheel_date(key: str, read: _WheelDay) -> WheelDate:
    month, number = read.day.split("-")
    return WheelDate(key=key, month=int(month), day=int(number), year_offset=read.year)
