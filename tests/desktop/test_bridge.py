"""The findings of an open window are those of today, whoever edits or does not."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from strategikort.application.session import Desk, Session
from strategikort.application.workspace import workspace
from strategikort.cascade.checking import check
from strategikort.desktop.bridge import Bridge
from tests.desktop.conftest import TODAY, town_with_a_map


@pytest.mark.parametrize("edited", [False, True])
def test_a_window_that_stands_open_over_midnight_shows_the_findings_of_the_new_day(
    dress: None, qtbot: QtBot, tmp_path: Path, desk: Desk, edited: bool
) -> None:
    day = [TODAY]
    session = Session.create(tmp_path / "by.strategikort", town_with_a_map().document, desk=desk)
    space = workspace(session, language="da", today=lambda: day[0], new_id=desk.new_id)
    bridge = Bridge(space)
    if edited:
        bridge.check_now()
    yesterday = bridge.findings
    [clock] = [one for one in bridge.findChildren(QTimer) if not one.isSingleShot()]
    day[0] = date(2016, 1, 2)
    clock.setInterval(1)
    with qtbot.waitSignal(bridge.checked):
        pass
    assert bridge.findings == check(session.document, space.profile, space.rulebook, today=day[0])
    assert bridge.findings != yesterday
    heard: list[object] = []
    bridge.checked.connect(heard.append)
    qtbot.wait(20)
    assert heard == [], "the same day is not checked again"
    bridge.close()
    assert not clock.isActive()
    session.close(save=False)


def test_what_is_asked_for_on_a_new_day_is_of_that_day_before_the_clock_has_noticed(
    dress: None, tmp_path: Path, desk: Desk
) -> None:
    day = [TODAY]
    session = Session.create(tmp_path / "by.strategikort", town_with_a_map().document, desk=desk)
    bridge = Bridge(workspace(session, language="da", today=lambda: day[0], new_id=desk.new_id))
    before = bridge.settled()
    day[0] = date(2016, 1, 2)
    assert bridge.settled() != before
    assert bridge.forked_watch().check.today == day[0]
    bridge.close()
    session.close(save=False)
