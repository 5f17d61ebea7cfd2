"""Saving behind the user's back, and the truth about it."""

from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from strategikort.application.session import Desk, Session
from strategikort.desktop.window.save_keeper import SaveKeeper
from strategikort.desktop.window.status import save_text, signing_text, stopped_agreements
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits.goals import remove_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown, town_with_a_map


def edited(session: Session, title: str) -> None:
    goal = next(iter(session.document.all(Goal)))
    session.edit(set_field(session.document, Goal, goal, "title", title))


def test_ctrl_s_saves_and_the_status_bar_says_when(qtbot: QtBot, shown: Shown) -> None:
    edited(shown.session, "Noget helt nyt")
    assert shown.window.isWindowModified()
    assert "Gemmes af sig selv" in shown.window.status.saved.text()
    shown.window.actions_by_id["save"].trigger()
    qtbot.waitUntil(lambda: "✓ Gemt" in shown.window.status.saved.text(), timeout=10_000)
    assert not shown.window.isWindowModified()


def test_it_saves_itself_half_a_minute_after_the_last_edit(qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    now = [datetime(2015, 2, 15, 14, 0)]
    desk = Desk(state_folder=desk.state_folder, who="", clock=lambda: now[0], new_id=desk.new_id)
    session = Session.create(tmp_path / "by.strategikort", town_with_a_map().document, desk=desk)
    keeper = SaveKeeper(session, lambda: now[0])
    edited(session, "Noget helt nyt")
    now[0] += timedelta(seconds=29)
    keeper._look.timeout.emit()
    assert session.save_state.unsaved
    assert not session.save_state.saving
    now[0] += timedelta(seconds=1)
    keeper._look.timeout.emit()
    qtbot.waitUntil(lambda: not session.save_state.unsaved, timeout=10_000)
    keeper.stop()
    session.close()


def test_a_place_that_cannot_be_reached_is_told_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    folder = tmp_path / "drev"
    folder.mkdir()
    session = Session.create(folder / "by.strategikort", town_with_a_map().document, desk=desk)
    keeper = SaveKeeper(session, desk.clock)
    failures: list[Phrase] = []
    keeper.failed.connect(failures.append)
    edited(session, "Noget helt nyt")
    (folder / "by.strategikort").rename(tmp_path / "flyttet")
    folder.rmdir()
    keeper.save()
    qtbot.waitUntil(lambda: bool(failures), timeout=10_000)
    assert session.save_state.unsaved
    assert session.save_state.problem == failures[0]
    keeper.stop()
    session.close(save=False)


def test_what_two_have_saved_in_one_file_is_brought_together(qtbot: QtBot, shown: Shown, desk: Desk) -> None:
    goals = sorted(shown.document.all(Goal))
    other_desk = Desk(state_folder=shown.session.path.parent / "anden", who="b", clock=desk.clock, new_id=desk.new_id)
    other = Session.open(shown.session.path, desk=other_desk)
    other.edit(set_field(other.document, Goal, goals[0], "title", "Skrevet af den anden"))
    other.close()
    shown.bridge.edit(lambda one: set_field(one, Goal, goals[1], "title", "Skrevet af mig selv"))
    merged: list[object] = []
    shown.window.keeper.merged.connect(merged.append)
    shown.window.save()
    qtbot.waitUntil(lambda: bool(merged), timeout=10_000)
    assert shown.document.get(Goal, goals[0]).title == "Skrevet af den anden"
    assert shown.document.get(Goal, goals[1]).title == "Skrevet af mig selv"


def test_the_status_bar_counts_the_agreements_that_can_be_signed(shown: Shown) -> None:
    assert signing_text(shown.bridge) == "1 decentral aftale · 0 kan underskrives"
    (agreement,) = shown.document.all(Agreement)

    def become(state: AgreementState) -> None:
        shown.bridge.edit(lambda document: set_field(document, Agreement, agreement, "state", state))

    def ready_without(goal: Id) -> None:
        become(AgreementState.IN_DIALOGUE)
        shown.bridge.edit(lambda document: remove_goals(document, [goal]))
        become(AgreementState.READY)
        shown.bridge.check_now()

    become(AgreementState.READY)
    assert signing_text(shown.bridge).endswith(" 0 kan underskrives"), "a thread is broken"
    ready_without(shown.goal("Ny legeplads"))
    assert not [one for one in shown.bridge.findings if one.rule == "TRA-001"]
    stopped = stopped_agreements(shown.document, shown.bridge.findings)
    assert signing_text(shown.bridge).endswith(f" {0 if stopped else 1} kan underskrives")
    ready_without(shown.goal("Flere starter hos os"))
    assert signing_text(shown.bridge).endswith(" 0 kan underskrives"), "it has no goals"


def test_a_new_document_says_that_it_is_in_no_file(shown: Shown, desk: Desk) -> None:
    session = Session.create(None, town_with_a_map().document, desk=desk)
    assert save_text(session, shown.bridge).startswith("Endnu ikke gemt i en fil")
    session.close(save=False)
