"""Real graphs from outside, taken in and read through the window: what it says is what others have worked out."""

import json

import pytest
from pytestqt.qtbot import QtBot

from strategikort.desktop.findings.model import FINDING_ROLE
from strategikort.desktop.program import Program
from strategikort.domain.goals import Goal
from tests.desktop.test_import_dialog import asked, chosen
from tests.exchange.readers import shared

GRAPHS = (
    "coest_libest", "doorstop_own", "doorstop_std498", "etcs_subset026_ch3", "lobster_own", "oft_own", "strictdoc_own",
)  # fmt: skip


@pytest.mark.parametrize("name", GRAPHS)
def test_the_window_lists_exactly_the_goals_whose_thread_is_broken(qtbot: QtBot, program: Program, name: str) -> None:
    source = shared("trace", name)
    expected = json.loads((source / "expected.json").read_text(encoding="utf-8"))
    window, dialog = asked(qtbot, program)
    bridge, panel = window.bridge, window.findings
    before = set(bridge.document.all(Goal))
    chosen(dialog, dialog.form.choose_folder, source)
    dialog.form.bring_in.click()
    bridge.check_now()
    goals = {key: goal.code for key, goal in bridge.document.all(Goal).items() if key not in before}
    assert len(goals) == expected["nodes"]
    rows = [panel.model.index(row, 0).data(FINDING_ROLE) for row in range(panel.model.rowCount())]
    broken = [goals[one.about] for one in rows if one.rule in ("TRA-001", "TRA-002") and one.about in goals]
    assert sorted(broken) == sorted(expected["untraced"])
    window.actions_by_id["view_leading"].trigger()
    model = window.views.leading.gaps.model
    listed = [
        goals[one] for row in range(model.rowCount()) for one in model.behind(model.index(row, 0)) if one in goals
    ]
    assert sorted(listed) == sorted(expected["untraced"])
