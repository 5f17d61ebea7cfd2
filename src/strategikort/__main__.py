"""The composition root: builds what the program needs and hands the command line a way to open the window."""

import getpass
import importlib
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from platformdirs import user_state_path

from strategikort.application.session import Desk
from strategikort.cli.main import run
from strategikort.domain.shape import Id


def main() -> None:
    """Run the program with the arguments of the command line and end with its exit code."""
    sys.exit(run(sys.argv[1:], environment=os.environ, desk=desk(), open_window=open_window))


def desk() -> Desk:
    """This user at this machine, now."""
    given = os.environ.get("STRATEGIKORT_STATE")
    folder = Path(given) if given else user_state_path("strategikort", appauthor=False)
    return Desk(state_folder=folder, who=_user(), clock=_now, new_id=_new_id)


def open_window(files: Sequence[Path], *, desk: Desk, language: str, today: date | None = None) -> int:
    """Open the window with ``files``; gives the exit code.

    Qt is loaded here and only now: the command line has to work on machines without a screen and its libraries.
    """
    return int(
        importlib.import_module("strategikort.desktop.app").open_window(
            files, desk=desk, language=language, today=today
        )
    )


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
