"""Qt's warnings fail a test; the few that are let by stand on a short list, each with its reason."""

import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

from tests.house.sources import ROOT

WARNS = """
from PySide6.QtCore import qWarning
import pytest

@pytest.fixture
def leaving():
    yield
    qWarning("when it is over")

def test_that_warns():
    qWarning("in the middle")

def test_that_leaves(leaving):
    pass
"""
MOST = 5


def test_the_list_of_warnings_that_are_let_by_is_short_and_gives_reasons() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    settings = tomllib.loads(text)["tool"]["pytest"]["ini_options"]
    assert settings["qt_log_level_fail"] == "WARNING"
    assert len(settings["qt_log_ignore"]) <= MOST
    block = text.split("qt_log_ignore = [\n")[1].split("]\n")[0].splitlines()
    let_by = [(above, line) for above, line in pairwise(["", *block]) if not line.lstrip().startswith("#")]
    assert len(let_by) == len(settings["qt_log_ignore"])
    assert all(above.lstrip().startswith("# ") for above, _ in let_by)


def test_a_test_that_makes_qt_warn_or_leaves_it_warning_fails(tmp_path: Path) -> None:
    file = tmp_path / "test_written_for_this.py"
    file.write_text(WARNS, encoding="utf-8")
    house = ["-c", "pyproject.toml", "-p", "tests.desktop.warnings_of_qt", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-n0", *house, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    told = [line.split(" - ")[0] for line in done.stdout.splitlines() if "::" in line and "test_that" in line]
    assert [line.split()[0] + line.split("::")[1] for line in told] == [
        "FAILEDtest_that_warns",
        "ERRORtest_that_leaves",
    ]
