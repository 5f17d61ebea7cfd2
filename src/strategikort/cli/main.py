"""From arguments to an exit code: every failure that can be foreseen becomes one line."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer
from typer.exceptions import TyperException

from strategikort import __version__
from strategikort.application.session import Desk
from strategikort.application.wordings import wording
from strategikort.cli.app import COMMANDS, command_line
from strategikort.cli.console import Console
from strategikort.cli.language import language_of
from strategikort.cli.setting import DONE, UNUSABLE, OpenWindow, Setting
from strategikort.domain.failures import KnownFailure

_OWN = ("--help", "-h", "--version", "--lang")


def run(arguments: Sequence[str], *, environment: Mapping[str, str], desk: Desk, open_window: OpenWindow) -> int:
    """Do what the arguments say; gives the exit code.

    Without a command, the window is opened, with the files that are named.
    """
    language = language_of(arguments, environment)
    console = Console(wording(language))
    setting = Setting(desk, console, language, open_window, screen=has_screen(environment))
    rest = _without_language(arguments)
    if rest and rest[0] == "--version":
        console.print(f"Strategikort {__version__}")
        return DONE
    try:
        if not rest or (rest[0] not in COMMANDS and not rest[0].startswith("-")):
            return open_window([Path(name) for name in rest], desk=desk, language=language)
        return _command(rest, setting)
    except KnownFailure as failure:
        console.complain(console.words.say(failure.phrase))
    except OSError as failure:
        console.note("cli.disk", path=str(failure.filename or ""), why=failure.strerror or type(failure).__name__)
    except KeyboardInterrupt:
        console.note("cli.stopped")
    return UNUSABLE


def _command(arguments: Sequence[str], setting: Setting) -> int:
    app = command_line(setting.console.words)
    try:
        code = app(args=list(arguments), prog_name="strategikort", standalone_mode=False, obj=setting)
    except typer.Exit as end:
        return int(end.exit_code)
    except TyperException as failure:
        setting.console.complain(_usage(failure, setting.console))
        return UNUSABLE
    return int(code or DONE)


def _usage(failure: TyperException, console: Console) -> str:
    """What was wrong with the words of the command, in one line of our own."""
    words = console.words
    option = getattr(failure, "option_name", None)
    param = getattr(failure, "param", None)
    context = getattr(failure, "ctx", None)
    command = f"{context.command_path} --help" if context else "strategikort --help"
    name = str(getattr(param, "name", "") or option or "").upper().strip("-")
    kind = type(failure).__name__
    if kind == "MissingParameter":
        return words.text("cli.missing", name=name, command=command)
    if kind == "NoSuchOption":
        return words.text("cli.no_option", name=str(option), command=command)
    if kind == "BadParameter":
        return words.text("cli.bad", name=name, command=command)
    return words.text("cli.usage", command=command)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window could be shown: always on Windows and macOS, with a display elsewhere."""
    return sys.platform in ("win32", "darwin") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _without_language(arguments: Sequence[str]) -> list[str]:
    rest: list[str] = []
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--lang":
            skip = True
        elif not argument.startswith("--lang="):
            rest.append(argument)
    return rest
