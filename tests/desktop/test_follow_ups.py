"""Follow-ups in the panel of a goal, and where each field of a goal is edited."""

from datetime import date

import pytest

from strategikort.desktop.fields.editors import ChoiceEditor, TextEditor
from strategikort.desktop.fields.written_editors import DayEditor
from strategikort.desktop.goal.follow_ups import ROWS, FollowUpCard
from strategikort.desktop.goal.panel import GoalPanel
from strategikort.domain.agreements import Consequence, FollowUp, FollowUpKind, Status
from strategikort.domain.goals import UnitGoal
from strategikort.domain.shape import fields_of
from tests.desktop.conftest import TODAY, Shown


def test_every_field_of_a_follow_up_has_its_place() -> None:
    placed = [name for row in ROWS for name in row]
    given = ("id", "goal", "agreement")
    assert sorted(placed) == sorted(field.name for field in fields_of(FollowUp) if field.name not in given)


def added(shown: Shown, title: str) -> FollowUpCard:
    shown.select(title)
    shown.window.goal_panel.follow_ups.add.click()
    return shown.window.goal_panel.follow_ups.cards[-1]


def chosen(card: FollowUpCard, name: str, value: object) -> None:
    editor = card.record_form.editors[name]
    assert isinstance(editor, ChoiceEditor)
    place = editor._values.index(value)
    editor.choice.setCurrentIndex(place)
    editor.choice.activated.emit(place)


def written(card: FollowUpCard, name: str, text: str) -> None:
    editor = card.record_form.editors[name]
    if isinstance(editor, DayEditor):
        editor.line.setText(text)
    else:
        assert isinstance(editor, TextEditor)
        editor._put(text)
    editor.commit()


def test_a_follow_up_is_added_and_written_in_the_panel(shown: Shown) -> None:
    card = added(shown, "Flere starter hos os")
    chosen(card, "kind", FollowUpKind.YEAREND)
    chosen(card, "status", Status.PARTLY_FULFILLED)
    chosen(card, "consequence", Consequence.CLOSER_FOLLOW_UP)
    written(card, "planned_on", "15.1.2016")
    written(card, "explanation", "Tolv flere børn er startet")
    written(card, "next_step", "Åbent hus igen til april")
    (found,) = [one for one in shown.document.all(FollowUp).values() if one.goal == shown.goal("Flere starter hos os")]
    assert (found.kind, found.status) == (FollowUpKind.YEAREND, Status.PARTLY_FULFILLED)
    assert found.planned_on == date(2016, 1, 15)
    assert (found.explanation, found.next_step) == ("Tolv flere børn er startet", "Åbent hus igen til april")
    assert found.consequence is Consequence.CLOSER_FOLLOW_UP
    assert card.head.text() == "Årsopfølgning · 15.1.2016 · Delvist opfyldt"


def test_a_new_follow_up_is_for_today_and_in_the_goals_agreement(shown: Shown) -> None:
    added(shown, "Flere starter hos os")
    goal = shown.document.get(UnitGoal, shown.goal("Flere starter hos os"))
    (found,) = [one for one in shown.document.all(FollowUp).values() if one.goal]
    assert (found.planned_on, found.agreement) == (TODAY, goal.agreement)


def test_a_follow_up_is_taken_off_and_undone(shown: Shown) -> None:
    card = added(shown, "Flere vælger skolen")
    written(card, "explanation", "Det går")
    card.remove.click()
    panel = shown.window.goal_panel
    assert panel.follow_ups.cards == []
    shown.window.undo()
    (back,) = panel.follow_ups.cards
    assert shown.document.get(FollowUp, back.follow_up).explanation == "Det går"


def test_another_goal_shows_its_own_follow_ups(shown: Shown) -> None:
    added(shown, "Flere vælger skolen")
    shown.select("Flere starter hos os")
    assert shown.window.goal_panel.follow_ups.cards == []
    shown.select("Flere vælger skolen")
    assert len(shown.window.goal_panel.follow_ups.cards) == 1


def test_the_days_of_the_whole_agreement_are_said(shown: Shown) -> None:
    shown.select("Flere starter hos os")
    common = shown.window.goal_panel.follow_ups.common
    assert common.text().startswith("Hele aftalen følges op ")
    assert "2015" in common.text()
    shown.select("Flere vælger skolen")
    assert not common.isVisibleTo(shown.window)


@pytest.mark.parametrize("title", ["Sammen om løsninger", "Flere vælger skolen"])
def test_a_vision_is_not_followed_up_but_a_goal_is(shown: Shown, title: str) -> None:
    shown.select(title)
    panel: GoalPanel = shown.window.goal_panel
    assert panel.follow_ups.isVisibleTo(panel) is (title != "Sammen om løsninger")
