"""From arguments to an exit code: every failure that can be foreseen becomes one line."""

import difflib
import errno
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from strategikort import __version__
from strategikort.application.session import Desk
from strategikort.application.wordings import wording
from strategikort.cli import app
from strategikort.cli.console import Console
from strategikort.cli.language import LANGUAGES, asked, language_of
from strategikort.cli.screen import has_screen
from strategikort.cli.setting import DONE, UNUSABLE, OpenWindow, Setting, WrongArgument
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase, phrase

_DISK: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.EISDIR: "folder",
    errno.EEXIST: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.ENAMETOOLONG: "long",
    errno.ENODEV: "special",
}
_NOT_SAVED: Final = {
    "file.full": "cli.disk.full",
    "file.read_only": "cli.disk.forbidden",
    "file.unreachable": "cli.disk.other",
    "file.busy": "cli.disk.busy",
}
"""What the window says of a save that failed, and what is said here, where no work is kept to be saved later."""


def run(arguments: Sequence[str], *, environment: Mapping[str, str], desk: Desk, open_window: OpenWindow) -> int:
    """Do what the arguments say; gives the exit code.

    Without a command, the window is opened, with the files that are named.
    """
    wanted, rest = asked(arguments)
    language = language_of(wanted, environment)
    console = Console(wording(language))
    setting = Setting(desk, console, language, open_window, screen=partial(has_screen, environment))
    try:
        if wanted is not None and wanted not in LANGUAGES:
            raise WrongArgument("cli.language", text=wanted, known=LANGUAGES)
        if rest[:1] == ["--version"]:
            code = DONE
            console.print(f"Strategikort {__version__}")
        elif rest and (_like_a_command(rest[0]) or rest[0].startswith("-")):
            code = app.run_command(rest, setting)
        else:
            code = _window(rest, setting, environment)
        console.finish()
        return code
    except KnownFailure as failure:
        told = failure.phrase
        console.complain(console.words.say(replace(told, code=_NOT_SAVED.get(told.code, told.code))))
    except BrokenPipeError:
        return DONE
    except OSError as failure:
        console.complain(console.words.say(_disk(failure)))
    except KeyboardInterrupt:
        console.note("cli.stopped")
    return UNUSABLE


def _window(names: Sequence[str], setting: Setting, environment: Mapping[str, str]) -> int:
    """Open the window. A first word that is no file may be a command with a slip of the finger."""
    if names and not _like_a_file(names[0]):
        near = difflib.get_close_matches(names[0].lower(), app.COMMANDS, n=1)
        if near:
            raise WrongArgument("cli.mistyped", text=names[0], meant=near[0])
        raise WrongArgument("cli.no_command", text=names[0], known=tuple(app.COMMANDS))
    if not (environment.get("QT_QPA_PLATFORM") or setting.screen()):
        raise WrongArgument("cli.no_screen")
    return setting.open_window([Path(name) for name in names], desk=setting.desk, language=setting.language)


def _like_a_command(name: str) -> bool:
    """Whether it is the name of a command: one plain word. The commands are loaded for nothing else."""
    return name.replace("-", "").isalpha() and name in app.COMMANDS


def _like_a_file(name: str) -> bool:
    path = Path(name)
    return bool(path.suffix) or len(path.parts) > 1 or os.path.lexists(path)


def _disk(failure: OSError) -> Phrase:
    """Why something could not be written; a failure without a place is that of the result itself."""
    if not failure.filename:
        return phrase("cli.disk.output")
    return phrase(f"cli.disk.{_DISK.get(failure.errno or 0, 'other')}", path=str(failure.filename))
