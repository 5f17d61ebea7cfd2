"""The whole way on real input, by the commands alone: import, check, print."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from strategikort.application.session import Desk, read_document
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, UnitGoal
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.shape import Id
from tests.cli.conftest import Command
from tests.exchange.readers import shared
from tests.reports.reading import letters, opened, tree_text

GRAPHS = (
    "coest_libest", "doorstop_own", "doorstop_std498", "etcs_subset026_ch3", "lobster_own", "oft_own", "strictdoc_own",
)  # fmt: skip
IMPORTED = (
    "HHISAP2025",
    "PMOAI",
    "SMLC2011",
    "SMLC2011_StratTest",
    "ONTIN",
    "dheyn_template_part1",
    "vionta_template2",
)
REFUSED = {
    "FederalAwardPIDs": "»header« i linje 6 er ukendt (http://stratml.net/stratml)",
    "P35_WGlascoeCCIP": "3.5",
    "HTS_sample_estratml": "linje",
}


@pytest.mark.parametrize("name", GRAPHS)
def test_check_reports_exactly_the_untraced_goals_of_a_real_graph(command: Command, tmp_path: Path, name: str) -> None:
    source, file = shared("trace", name), tmp_path / "graf.strategikort"
    expected = json.loads((source / "expected.json").read_text(encoding="utf-8"))
    report = json.loads(command("import", source, file, "--format-report", "json").out)
    assert len(report["unresolved"]) == expected["unresolved_links"]
    told = json.loads(command("check", file, "--format", "json").out)["findings"]
    untraced = [one["codes"][0] for one in told if one["rule"] in ("TRA-001", "TRA-002")]
    assert sorted(untraced) == sorted(expected["untraced"])


@pytest.mark.parametrize("name", IMPORTED)
def test_a_real_plan_is_imported_and_can_be_checked(command: Command, tmp_path: Path, name: str) -> None:
    file = tmp_path / "plan.strategikort"
    assert command("import", shared("stratml", "docs", f"{name}.xml"), file).code == 0
    checked = command("check", file, "--format", "json")
    assert checked.code in (0, 1) and json.loads(checked.out)["file"]


@pytest.mark.parametrize(("name", "why"), REFUSED.items())
def test_a_document_that_is_no_plan_is_refused_in_one_line(
    command: Command, tmp_path: Path, name: str, why: str
) -> None:
    file = tmp_path / "plan.strategikort"
    ran = command("import", shared("stratml", "docs", f"{name}.xml"), file)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert why in ran.err.lower()
    assert list(tmp_path.glob("plan*")) == []


def test_a_real_town_s_plan_becomes_a_printed_agreement_with_all_its_texts(command: Command, tmp_path: Path) -> None:
    file, folder = tmp_path / "by.strategikort", tmp_path / "aftaler"
    assert command("import", shared("stratml", "docs", "HHISAP2025.xml"), file).code == 0
    checked = json.loads(command("check", file, "--format", "json").out)
    assert {one["rule"] for one in checked["findings"] if one["severity"] == "error"} == {"AFT-003", "MAL-011"}
    assert command("print", file, "--all", "-o", folder).code == 0
    (paper,) = folder.iterdir()
    printed = letters(tree_text(opened(paper.read_bytes())))
    document = document_in(file, tmp_path)
    wanted: list[str] = []
    for goal in document.all(Goal).values():
        if isinstance(goal, UnitGoal):
            wanted += [goal.title, goal.description]
            wanted += [document.all(Goal)[link.upper].title for link in document.links_up(goal.id)]
    for indicator in document.all(Indicator).values():
        wanted += [indicator.name, indicator.definition]
    wanted += [one.text for one in document.all(YearlyTarget).values()]
    wanted += [one.text for one in document.all(Measurement).values()]
    missing = [text for text in wanted if letters(text) not in printed]
    assert missing == []


def document_in(file: Path, place: Path) -> Document:
    desk = Desk(state_folder=place / "reader", who="prøve", clock=lambda: datetime(2026, 1, 1), new_id=lambda: Id("-"))
    return read_document(file, desk)
