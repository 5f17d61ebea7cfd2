"""Deleting in the real window: its cost is told beforehand, a grave loss is asked about, one undo brings all back."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategikort.application.removing import MOST_LINKS, loss_of
from strategikort.desktop.canvas.keys import ON_MAP
from strategikort.desktop.dialogs.messages import MessageDialog
from strategikort.domain.agreements import Agreement, AgreementState
from strategikort.domain.edits import measures
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link
from tests.desktop.conftest import Shown


def questions(shown: Shown) -> list[MessageDialog]:
    return [one for one in shown.window.findChildren(MessageDialog, "removing") if one.isVisible()]


def delete(shown: Shown) -> str:
    """Press the action; gives what it said that it would do."""
    action = shown.window.actions_by_id["delete"]
    text = action.text()
    action.trigger()
    return text


def add_measured(shown: Shown, title: str) -> None:
    """An indicator with one result on a goal."""
    goal, new_id = shown.goal(title), shown.bridge.workspace.new_id
    made = shown.bridge.edit(lambda one: measures.add_indicator(one, new_id=new_id, goal=goal, name="Andel"))
    indicator = made.changes[0].record.id
    on = date(2015, 2, 1)
    shown.bridge.edit(lambda one: measures.measure(one, indicator, new_id=new_id, on=on, value=Decimal(7)))


def test_the_menu_says_in_counts_what_is_deleted(shown: Shown) -> None:
    action = shown.window.actions_by_id["delete"]
    assert action.text() == "&Slet" and not action.isEnabled()
    shown.select("Ny legeplads")
    assert action.text() == "&Slet 1 mål"
    shown.bridge.select([shown.goal("Flere vælger skolen"), shown.goal("Flere starter hos os")])
    assert action.text() == "&Slet 2 mål og 4 forbindelser"
    assert action.toolTip().startswith("Slet 2 mål og 4 forbindelser (")
    shown.bridge.select(list(shown.document.all(Link))[:3])
    assert action.text() == "&Slet 3 forbindelser"


def test_a_small_loss_is_not_asked_about_and_is_one_step(shown: Shown) -> None:
    before = shown.document
    shown.bridge.select([shown.goal("Flere vælger skolen"), shown.goal("Flere starter hos os")])
    delete(shown)
    assert questions(shown) == []
    assert len(shown.document.all(Goal)) == len(before.all(Goal)) - 2
    shown.bridge.undo()
    assert shown.document == before


def test_several_links_go_as_one_step(shown: Shown) -> None:
    before = shown.document
    shown.bridge.select(shown.document.all(Link))
    delete(shown)
    assert shown.document.all(Link) == {}
    assert shown.window.actions_by_id["undo"].text() == f"&Fortryd: Fjern {len(before.all(Link))} forbindelser"
    shown.bridge.undo()
    assert shown.document == before


def test_a_goal_in_an_agreement_that_is_no_draft_is_asked_about(shown: Shown) -> None:
    (paper,) = shown.document.all(Agreement)
    shown.bridge.edit(lambda one: set_field(one, Agreement, paper, "state", AgreementState.IN_DIALOGUE))
    goal = shown.select("Flere starter hos os")
    before = shown.document
    delete(shown)
    (question,) = questions(shown)
    assert question.form.heading.text() == "Slet 1 mål og 2 forbindelser?"
    assert question.form.text.text() == "1 mål står i en aftale, der ikke længere er et udkast. Det kan fortrydes."
    question.form.close.click()
    assert shown.document is before, "who says no keeps all"
    delete(shown)
    (question,) = questions(shown)
    question.form.other.click()
    assert shown.document.get(Goal, goal) is None
    shown.bridge.undo()
    assert shown.document == before


def test_results_that_would_go_are_counted_and_asked_about(shown: Shown) -> None:
    add_measured(shown, "Ny legeplads")
    shown.select("Ny legeplads")
    delete(shown)
    (question,) = questions(shown)
    assert question.form.text.text() == "1 resultat slettes også. Det kan fortrydes."
    question.form.close.click()


def test_many_links_are_asked_about(shown: Shown) -> None:
    upper, space = shown.goal("Flere starter hos os"), shown.bridge.workspace
    for number in range(MOST_LINKS):
        shown.bridge.edit(
            lambda one, number=number: add_goal(
                one, profile=space.profile, new_id=space.new_id, kind=GoalKind.EFFORT, title=f"{number}", under=upper
            )
        )
    shown.bridge.select([upper])
    assert loss_of(shown.document, [upper]).links == MOST_LINKS + 2
    assert delete(shown) == f"&Slet 1 mål og {MOST_LINKS + 2} forbindelser"
    (question,) = questions(shown)
    assert question.form.text.text() == "Det kan fortrydes."
    question.form.close.click()


def test_the_key_on_the_map_is_the_windows_action_and_asks_too(shown: Shown) -> None:
    add_measured(shown, "Ny legeplads")
    goal = shown.select("Ny legeplads")
    view = shown.window.map_area.view
    shown.window.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    (question,) = questions(shown)
    assert shown.document.get(Goal, goal) is not None
    question.form.other.click()
    assert shown.document.get(Goal, goal) is None
    link = next(iter(shown.document.all(Link)))
    shown.bridge.select([link])
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert shown.document.get(Link, link) is None
    assert "Del" not in {key for row in ON_MAP for key in row.acts}
