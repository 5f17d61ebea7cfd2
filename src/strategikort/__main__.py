"""The composition root: builds what the program needs and hands the command line a way to open the window."""

import gc

gc.disable()  # what is loaded stays, and looking through it for rubbish takes a fifth of the time

import getpass
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from uuid import uuid4

from platformdirs import user_state_path

from strategikort.application.session import Desk
from strategikort.application.wordings import wording
from strategikort.cli.console import Console
from strategikort.cli.language import asked, language_of
from strategikort.cli.main import run
from strategikort.cli.setting import UNUSABLE
from strategikort.domain.shape import Id

gc.freeze()
gc.enable()


def main() -> None:
    """Run the program with the arguments of the command line and end with its exit code."""
    _take_any_letter()
    try:
        code = run(sys.argv[1:], environment=os.environ, desk=desk(), open_window=open_window)
    except Exception as fault:
        code = _told(fault)
    finally:
        _give_up_what_cannot_be_shown()
    sys.exit(code)


def desk() -> Desk:
    """This user at this machine, now."""
    given = os.environ.get("STRATEGIKORT_STATE")
    folder = Path(given) if given else user_state_path("strategikort", appauthor=False)
    return Desk(state_folder=folder, who=_user(), clock=_now, new_id=_new_id)


def open_window(files: Sequence[Path], *, desk: Desk, language: str, today: date | None = None) -> int:
    """Open the window with ``files``; gives the exit code."""
    return int(windows().open_window(files, desk=desk, language=language, today=today))


def windows() -> ModuleType:
    """`strategikort.desktop.app`, loaded only now: the command line has to work without a screen and its libraries.

    What needs no Qt comes first: Qt reads the source of every module that is loaded after it. Nobody looks for rubbish
    until a window is painted: a start makes much that stays, and looking through it takes a fifth of the time.
    """
    gc.disable()
    importlib.import_module("strategikort.application.workspace")
    return importlib.import_module("strategikort.desktop.app")


def _told(fault: Exception) -> int:
    """A fault of ours in one line: what it is and where in the program, without the user's texts."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    console = Console(wording(language_of(asked(sys.argv[1:])[0], os.environ)))
    console.note("cli.fault", what=type(fault).__name__, where=Path(place.filename).name, line=str(place.lineno))
    return UNUSABLE


def _take_any_letter() -> None:
    """A letter that a screen or a pipe has no sign for is shown as a question mark; no stream at all takes anything."""
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _give_up_what_cannot_be_shown() -> None:
    """Python tries once more at its end to show what is left, and would complain in its own way."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _now() -> datetime:
    return datetime.now().astimezone().replace(tzinfo=None, microsecond=0)


def _new_id() -> Id:
    return Id(str(uuid4()))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


if __name__ == "__main__":
    main()
