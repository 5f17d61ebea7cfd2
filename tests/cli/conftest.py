"""The command line as a script sees it: arguments in; exit code, standard output and standard error out."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from strategikort.application.session import Desk
from strategikort.cli.main import run
from strategikort.domain.shape import Id


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command_at(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], Command]:
    """Makes commands in this process with the state in a folder; the window only says that it was asked for."""

    def made(state: Path) -> Command:
        numbers = count(1)
        desk = Desk(
            state_folder=state,
            who="prøve",
            clock=lambda: datetime(2015, 2, 15, 9, 30),
            new_id=lambda: Id(f"00000000-0000-4000-8000-{next(numbers):012d}"),
        )

        def ran(*arguments: object, environment: dict[str, str] | None = None) -> Ran:
            code = run([str(one) for one in arguments], environment=environment or {}, desk=desk, open_window=_opened)
            out, err = capsys.readouterr()
            return Ran(code, out, err)

        return ran

    return made


def _opened(files: object, **_: object) -> int:
    assert isinstance(files, list)
    sys.stdout.write(f"window {[str(file) for file in files]}\n")
    return 0


@pytest.fixture
def command(command_at: Callable[[Path], Command], tmp_path: Path) -> Command:
    """Runs a command in this process, its state in the test's folder."""
    return command_at(tmp_path / "state")


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a machine with a screen that answers."""
    if sys.platform in ("win32", "darwin"):
        yield {}
        return
    with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as there:
        there.bind(f"{folder}/wayland-1")
        there.listen()
        yield {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": folder}


@pytest.fixture
def process(tmp_path: Path) -> Command:
    """Runs a command as a process of its own, as people do."""

    def ran(*arguments: object, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "strategikort", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**plain_environment(), "STRATEGIKORT_STATE": str(tmp_path / "state"), **environment},
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return ran


def plain_environment() -> dict[str, str]:
    """This environment in Danish, without a screen, with the sources of this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "DISPLAY"))}
    source = str(Path(__file__).parents[2] / "src")
    return {**kept, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"}
