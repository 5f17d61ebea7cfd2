#!/usr/bin/env python3
"""The project's commands, with all the set-up that they need. Only the standard library.

    python3 packaging/dev.py demo      the sample municipality: made, checked, printed, shown
    python3 packaging/dev.py test      lint, types, layers and tests
    python3 packaging/dev.py setup     the set-up alone
    python3 packaging/dev.py bench     the measurements
    python3 packaging/dev.py screens DIR   pictures of every view and dialog
    python3 packaging/dev.py lock      writes the lock file anew (needs uv)

What stands after the command's name is passed on to it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Sequence

sys.path.insert(0, str(Path(__file__).resolve().parent))

import surroundings
from surroundings import ROOT, Unfit

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: list[str]) -> int:
    """Runs one command; 0 when it went well, 2 when the machine lacks something, else what the command says."""
    commands = {"demo": demo, "test": test, "setup": setup, "bench": bench, "screens": screens, "lock": lock}
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in commands:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 0 if name in ("-h", "--help", "help") else 2
    try:
        return commands[name](rest)
    except Unfit as problem:
        print(problem, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as problem:
        print(f"The set-up stopped: {problem.cmd[0]} gave {problem.returncode}. Run it again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def demo(rest: list[str]) -> int:
    """The main job; with a window where there is a screen."""
    python = surroundings.ready(surroundings.QT + (surroundings.SCREEN if surroundings.has_screen() else ()))
    return _run([python, "-m", "strategikort", "demo", *rest], folder=None)


def setup(rest: list[str]) -> int:
    """Everything that the other commands need, tests included."""
    surroundings.ready(surroundings.QT + surroundings.TESTED)
    return 0


def test(rest: list[str]) -> int:
    """Every check there is; all of them run, and one line each says how it went. ``rest`` goes to pytest."""
    python = surroundings.ready(surroundings.QT + surroundings.TESTED)
    tools = python.parent
    checks: list[tuple[str, Sequence[str | Path]]] = [
        ("lint", [tools / "ruff", "check", "."]),
        ("format", [tools / "ruff", "format", "--check", "."]),
        ("layers", [tools / "lint-imports"]),
        ("tests", [python, "-m", "pytest", "-n", str(min(os.cpu_count() or 1, 8)), "-m", "not long", *rest]),
    ]
    types = subprocess.Popen([str(tools / "mypy")], cwd=str(ROOT), stdout=subprocess.PIPE, text=True)  # on another core
    results = []
    for name, command in checks:
        print(f"== {name}", flush=True)
        results.append((name, _run(command, OFFSCREEN)))
    print("== types", types.communicate()[0], sep="\n", end="", flush=True)
    results.append(("types", types.returncode))
    failed = [name for name, code in results if code]
    print("== " + ("failed: " + ", ".join(failed) if failed else "all well: " + ", ".join(name for name, _ in results)))
    return 1 if failed else 0


def bench(rest: list[str]) -> int:
    """The measurements, as a table; never part of the tests. ``rest`` chooses among them."""
    python = surroundings.ready(surroundings.QT)
    return _run([python, "-m", "tests.bench.table", *rest], OFFSCREEN)


def screens(rest: list[str]) -> int:
    """Pictures of every view and dialog, written to the folder named."""
    if len(rest) != 1:
        raise Unfit("usage: python3 packaging/dev.py screens DIR")
    python = surroundings.ready(surroundings.QT)
    return _run([python, "-m", "strategikort.desktop.screens", rest[0]], OFFSCREEN, folder=None)


def lock(rest: list[str]) -> int:
    """The lock file, for every platform and Python that we support: versions, hashes, markers, no address."""
    return surroundings.lock(upgrade="--upgrade" in rest)


def _run(command: Sequence[str | Path], extra: dict[str, str] | None = None, *, folder: Path | None = ROOT) -> int:
    """The exit code of a command, run in the project's folder or, without one, where the person stands."""
    environment = {**os.environ, **(extra or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program a hundred times
    return subprocess.run([str(part) for part in command], cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
