"""Which language the command line speaks: ``--lang``, else the locale, else Danish."""

from collections.abc import Mapping, Sequence

LANGUAGES = ("da", "en")
DEFAULT = "da"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for. Found before anything else is read, so that the help itself is in it."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return _known(argument.partition("=")[2]) or DEFAULT
        if argument == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1]) or DEFAULT
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _known(environment[name]) or DEFAULT
    return DEFAULT


def _known(name: str) -> str | None:
    short = name[:2].lower()
    return short if short in LANGUAGES else None
