"""Which language the command line speaks: ``--lang``, else the locale, else Danish."""

from collections.abc import Mapping, Sequence
from typing import Final

LANGUAGES: Final = ("da", "en")
DEFAULT: Final = "da"
_OPTION: Final = "--lang"


def asked(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """What ``--lang`` asks for, None if it is not there, and the other arguments.

    Found before anything else is read, so that the help itself is in it.
    """
    name, rest = None, []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == _OPTION:
            name = next(waiting, "")
        elif argument.startswith(f"{_OPTION}="):
            name = argument.partition("=")[2]
        else:
            rest.append(argument)
    return name, rest


def language_of(name: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak when ``name`` was asked for: that one if it is known, else the locale's, else Danish."""
    if name is None:
        name = next((environment[one] for one in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(one)), DEFAULT)
    short = name[:2].lower()
    return short if short in LANGUAGES else DEFAULT
