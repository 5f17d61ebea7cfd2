"""Reads a municipality's steering model from its TOML file, and says plainly what is wrong with a bad one."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from typing import Final, get_args

from strategikort.application import profile_file as written
from strategikort.application.resources import resource, resource_files
from strategikort.application.toml_file import TomlFile
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import (
    BalancePair,
    Column,
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

_LAID_OVER: Final = {"words": 2, "political": 2}
"""How deep the tables of a file are laid over those of the file that it is like; one deep where nothing is said."""


class ProfileProblem(KnownFailure):
    """A profile that cannot be used: file, line, what is wrong and what was meant."""


def profile_keys() -> tuple[str, ...]:
    """The keys of the models that ship with the program."""
    return tuple(file.name.removesuffix(".toml") for file in resource_files("profiles", suffix=".toml"))


@cache
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

    ``like = "plain"`` in it makes it the same as that model, which ships with the program, but for what it says itself.

    Raises:
        ProfileProblem: not UTF-8 or TOML, like a model that is not known or that is like it, an unknown, missing or
            wrong key, a word missing, colours too pale to read, a logo that cannot be printed or has no words for
            those who cannot see it.
    """
    file = TomlFile(content, name=name, problem=ProfileProblem)
    read = file.read(written.ProfileFile, _whole(file))
    _check(read, file)
    return _profile(read, "en" if language == "en" else "da", _logo(read.look, file, folder))


def _whole(file: TomlFile, above: tuple[str, ...] = ()) -> dict[str, object]:
    """What stands in a file, laid over what stands in the one that it is like. ``above`` are the keys come from."""
    own = file.table()
    like = own.get("like")
    if like is None:
        return own
    if like not in profile_keys():
        raise file.wrong("profile.like", ("like",), like=str(like), known=profile_keys())
    if like in (above := (*above, str(own.get("key")))):
        raise file.wrong("profile.ring", ("like",), like=str(like))
    found = resource("profiles", f"{like}.toml")
    base = _whole(TomlFile(found.read_bytes(), name=found.name, problem=ProfileProblem), above)
    return {key: value for key, value in base.items() if key not in ("key", "name")} | {
        key: _over(base.get(key), value, _LAID_OVER.get(key, 1)) for key, value in own.items()
    }


def _over(base: object, own: object, deep: int) -> object:
    """A table laid over another; what is none, or deeper down, stands instead of the other."""
    if not (deep and isinstance(base, dict) and isinstance(own, dict)):
        return own
    return base | {key: _over(base.get(key), value, deep - 1) for key, value in own.items()}


def _check(read: written.ProfileFile, file: TomlFile) -> None:
    signing = (one.role for one in read.signatories)
    _in_all_languages(("words",), read.words, (*NEEDED_WORDS, *signing), file)
    _in_all_languages(("political", "types"), read.political.types, (), file)
    for key in ("accent", "ink"):
        colour = str(getattr(read.look, key))
        if contrast_on_white(colour) < LEAST_CONTRAST:
            raise file.wrong("profile.pale", ("look", key), colour=colour)


def _in_all_languages(
    path: tuple[str, ...], rooms: Mapping[written.Language, Mapping[str, object]], needed: Iterable[str], file: TomlFile
) -> None:
    """Hold the tables of the languages at ``path`` against each other: ``needed``, and what one has, all have."""
    keys = {*needed, *(key for room in rooms.values() for key in room)}
    for language in get_args(written.Language) if keys else ():
        if language not in rooms:
            raise file.wrong("toml.missing", (*path, language))
        missing = sorted(keys - rooms[language].keys())
        if missing:
            raise file.wrong("profile.word", (*path, language, missing[0]))


def _logo(look: written.Look, file: TomlFile, folder: Traversable | None) -> bytes:
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


def _profile(read: written.ProfileFile, language: written.Language, logo: bytes) -> Profile:
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


def _columns(read: written.Columns | None, language: written.Language) -> tuple[Column, ...]:
    return tuple(Column(key=one.key, name=one.said(language)) for one in read.of) if read else ()


def _links(read: written.Links) -> frozenset[tuple[LinkKind, GoalKind, GoalKind]]:
    pairs: Mapping[LinkKind, tuple[tuple[GoalKind, GoalKind], ...]] = {
        kind: getattr(read, kind.value) for kind in LinkKind
    }
    return frozenset((kind, lower, upper) for kind, allowed in pairs.items() for lower, upper in allowed)


def _section(read: written.Section, language: written.Language) -> SectionTemplate:
    guide = read.guide_da if language == "da" else read.guide_en
    return SectionTemplate(
        key=read.key, heading=read.said(language), required=read.required, guide=guide, part=read.part
    )


def _wheel_date(key: str, read: written.WheelDay) -> WheelDate:
    month, number = read.day.split("-")
    return WheelDate(key=key, month=int(month), day=int(number), year_offset=read.year)
