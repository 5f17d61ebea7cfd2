"""A screen reader on Linux, over AT-SPI, in the real program: it reads each goal of the sample's first map."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.drawing.hearing import goal_heard, name_heard
from strategikort.application.profiles import load_profile
from strategikort.application.reading import Reading, reading_of
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.session import Desk, Session
from strategikort.cascade.checking import check
from strategikort.cascade.findings import Finding
from strategikort.cascade.shown import goals_shown
from strategikort.domain.goals import Goal
from strategikort.domain.maps import StrategyMap
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key
from tests.house.sources import ROOT

READER = Path(__file__).with_name("reads.py")
SYSTEM = "/usr/bin/python3"
LIMIT_S = 240


@contextmanager
def screen() -> Iterator[str]:
    """A screen of its own that nobody sees; gives its name."""
    readable, writable = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    )
    os.close(writable)
    try:
        with os.fdopen(readable) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(LIMIT_S)


def read_aloud(file: Path, state: Path) -> dict[str, object]:
    """What a screen reader heard of the map that the program shows."""
    with screen() as display:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "STRATEGIKORT_STATE": str(state),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        }
        program = [sys.executable, "-m", "tests.desktop.reader.shows", str(file)]
        run = subprocess.run(
            ["dbus-run-session", "--", SYSTEM, str(READER), "Kort", "Målliste", *program],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
        )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout.splitlines()[-1])


def first_map(reading: Reading) -> Id:
    maps = [one for one in reading.document.all(StrategyMap).values() if one.centre]
    return min(maps, key=lambda one: (one.position, sort_key(one.title))).id


@pytest.mark.needs("Xvfb", "dbus-run-session", "/usr/libexec/at-spi-bus-launcher", SYSTEM)
def test_each_goal_of_the_samples_first_map_is_read_with_its_findings(tmp_path: Path) -> None:
    document = sample_municipality(sample_content(), load_profile("helsingoer"))
    desk = Desk(state_folder=tmp_path / "made", who="prøve", clock=datetime.now, new_id=lambda: Id(str(uuid4())))
    file = tmp_path / "oeresoe.strategikort"
    Session.create(file, document, desk=desk).close()
    heard = read_aloud(file, tmp_path / "state")
    reading = reading_of(document, language="da")
    findings: dict[Id, list[Finding]] = {}
    for finding in check(document, reading.profile, reading.rulebook, today=SAMPLE_DAY, year=None):
        findings.setdefault(finding.about, []).append(finding)
    shown = goals_shown(document, first_map(reading))
    wanted = {
        name_heard(goal, reading.words): goal_heard(
            document, reading.profile, reading.words, goal, findings.get(goal.id, ())
        )
        for goal in shown
    }
    goals = {goal["name"]: goal for goal in heard["goals"]}
    assert {name: goal["description"] for name, goal in goals.items()} == wanted
    assert len(heard["goals"]) == len(shown) > 20
    assert sum("Skal ses efter: " in text for text in wanted.values()) > 0
    assert heard["map"] == "list"
    assert {goal["role"] for goal in goals.values()} == {"list item"}
    assert {tuple(goal["actions"]) for goal in goals.values()} == {("Press", "SetFocus", "ShowMenu")}
    assert all(min(goal["size"]) > 0 for goal in goals.values())
    assert heard["focused"] in wanted
    assert set(heard["walked"]) <= wanted.keys()
    assert len(set(heard["walked"])) > 1
    titles = {goal.title for goal in document.all(Goal).values()}
    assert {line.partition(". Står under flere mål: ")[0] for line in heard["listed"]} <= titles
    assert len(set(heard["listed"])) > 2
    assert heard["told"][-1].startswith("Udført: Slet »")
