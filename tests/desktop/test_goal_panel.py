"""The panel of a goal: every field can be edited, and typing is the document's."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from strategikort.desktop.fields.editors import TextEditor
from strategikort.desktop.fields.list_editors import BalanceEditor, MilestonesEditor
from strategikort.desktop.fields.reference_editors import ManyEditor, ReferenceEditor
from strategikort.desktop.fields.written_editors import DayEditor, WrittenEditor
from strategikort.desktop.goal.indicators import FIRST as FIRST_OF_INDICATOR
from strategikort.desktop.goal.indicators import ROWS
from strategikort.desktop.goal.rows import FIRST, MORE
from strategikort.domain.edits.agreements import add_agreement
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.measures import indicators_of, measurements_of, targets_of
from strategikort.domain.edits.organisation import add_org
from strategikort.domain.goals import GOAL_CLASSES, Goal, GoalKind, UnitGoal
from strategikort.domain.links import Link, Strength
from strategikort.domain.measures import Indicator
from strategikort.domain.organisation import OrgKind, Person, TargetGroup
from strategikort.domain.shape import fields_of
from tests.desktop.conftest import Shown

OF_THE_YEAR = ("id", "goal", "position", "supersedes")
"""What an indicator has from its goal, its place and the year before."""


@pytest.mark.parametrize("kind", list(GoalKind))
def test_every_field_of_every_kind_of_goal_has_its_place(kind: GoalKind) -> None:
    placed = [name for row in (*FIRST[kind], *MORE[kind]) for name in row]
    assert sorted(placed) == sorted(f.name for f in fields_of(GOAL_CLASSES[kind]) if f.name not in ("id", "title"))


def test_every_field_of_an_indicator_has_its_place() -> None:
    placed = [name for row in (*FIRST_OF_INDICATOR, *ROWS) for name in row]
    assert sorted(placed) == sorted(f.name for f in fields_of(Indicator) if f.name not in OF_THE_YEAR)


@pytest.mark.parametrize("kind", list(GoalKind))
def test_every_field_shows_what_the_record_says(shown: Shown, kind: GoalKind) -> None:
    goal = next(one for one in shown.document.all(Goal).values() if one.kind is kind)
    shown.bridge.select([goal.id])
    shown.window.goal_panel.form.more.setChecked(True)
    before = shown.document
    for editor in shown.window.goal_panel.editors.values():
        assert editor.isVisibleTo(shown.window.goal_panel)
        editor.commit()
    assert shown.document is before, "showing a field must not change it"


def typed(shown: Shown, name: str, text: str) -> TextEditor:
    editor = shown.window.goal_panel.editors[name]
    assert isinstance(editor, TextEditor)
    editor.widget.setFocus()
    editor.widget.selectAll()
    QTest.keyClicks(editor.widget, text)
    return editor


def test_typing_is_kept_after_a_pause(qtbot: QtBot, shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    typed(shown, "why", "Gården er nedslidt")
    qtbot.waitUntil(lambda: shown.document.get(Goal, goal).why == "Gården er nedslidt")


def test_typing_is_kept_when_the_field_is_left(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    typed(shown, "why", "Gården er nedslidt").leave()
    assert shown.document.get(Goal, goal).why == "Gården er nedslidt"


def test_typing_is_kept_when_another_goal_is_chosen(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    typed(shown, "why", "Gården er nedslidt")
    shown.select("Flere starter hos os")
    assert shown.document.get(Goal, goal).why == "Gården er nedslidt"


def test_ctrl_z_in_a_text_field_takes_back_the_documents_last_step(qtbot: QtBot, shown: Shown) -> None:
    shown.window.activateWindow()
    qtbot.waitActive(shown.window)
    goal = shown.select("Ny legeplads")
    editor = typed(shown, "why", "Gården er nedslidt")
    QTest.keyClick(editor.widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.document.get(Goal, goal).why == ""
    assert editor.text == ""
    QTest.keyClick(editor.widget, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shown.document.get(Goal, goal).why == "Gården er nedslidt"


def test_what_is_typed_in_one_go_is_one_step(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    editor = typed(shown, "why", "Gården")
    editor.commit()
    QTest.keyClicks(editor.widget, " er nedslidt")
    editor.commit()
    assert shown.document.get(Goal, goal).why == "Gården er nedslidt"
    shown.window.undo()
    assert shown.document.get(Goal, goal).why == ""


def test_a_text_that_is_too_long_stays_in_the_field_and_is_not_cut(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    editor = shown.window.goal_panel.editors["why"]
    assert isinstance(editor, TextEditor)
    editor.widget.setPlainText("x" * 601)
    editor.leave()
    assert shown.document.get(Goal, goal).why == ""
    assert editor.text == "x" * 601
    assert editor.widget.property("wrong")


def test_a_day_may_be_written_in_several_ways_and_nonsense_is_not_kept(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    editor = shown.window.goal_panel.editors["valid_to"]
    assert isinstance(editor, DayEditor)
    editor.line.setText("31/12-16")
    editor.leave()
    assert shown.document.get(Goal, goal).valid_to == date(2016, 12, 31)
    assert editor.line.text() == "31.12.2016"
    editor.line.setText("i overmorgen")
    editor.leave()
    assert shown.document.get(Goal, goal).valid_to == date(2016, 12, 31)
    assert editor.line.property("wrong")


def test_a_figure_that_is_none_is_not_kept(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    shown.window.goal_panel.form.more.setChecked(True)
    editor = shown.window.goal_panel.editors["priority"]
    assert isinstance(editor, WrittenEditor)
    editor.line.setText("2")
    editor.leave()
    assert shown.document.get(Goal, goal).priority == 2
    editor.line.setText("to")
    editor.leave()
    assert shown.document.get(Goal, goal).priority == 2


def test_writing_a_new_name_makes_the_person(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    editor = shown.window.goal_panel.editors["responsible"]
    assert isinstance(editor, ReferenceEditor)
    editor.picker.line.setText("Lone Berg")
    editor.picker.line.setModified(True)
    editor.commit()
    person = shown.document.get(Person, shown.document.get(Goal, goal).responsible)
    assert person.name == "Lone Berg"
    shown.window.undo()
    assert not shown.document.all(Person)


def test_a_name_that_is_known_is_found_again(shown: Shown) -> None:
    for title in ("Ny legeplads", "Flere starter hos os"):
        shown.select(title)
        editor = shown.window.goal_panel.editors["responsible"]
        assert isinstance(editor, ReferenceEditor)
        editor.picker.line.setText("lone  berg" if shown.document.all(Person) else "Lone Berg")
        editor.picker.line.setModified(True)
        editor.commit()
    assert len(shown.document.all(Person)) == 1


def test_those_who_will_notice_are_added_and_taken_off(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    shown.window.goal_panel.form.more.setChecked(True)
    editor = shown.window.goal_panel.editors["affects"]
    assert isinstance(editor, ManyEditor)
    for name in ("Børn i indskolingen", "Forældre"):
        editor.picker.line.setText(name)
        editor.picker.line.setModified(True)
        editor.commit()
    groups = shown.document.all(TargetGroup)
    assert [groups[one].name for one in shown.document.get(Goal, goal).affects] == ["Børn i indskolingen", "Forældre"]
    shown.window.undo()
    assert len(shown.document.get(Goal, goal).affects) == 1


def test_choosing_the_unit_takes_the_goal_into_its_agreement(shown: Shown) -> None:
    space = shown.bridge.workspace
    shown.bridge.edit(
        lambda one: add_goal(one, profile=space.profile, new_id=space.new_id, kind=GoalKind.UNIT_GOAL, title="Fri")
    )
    made = shown.bridge.edit(
        lambda one: add_org(one, new_id=space.new_id, kind=OrgKind.UNIT, name="Fjordskolen", code="DS-S2")
    )
    school = made.changes[0].record.id
    paper = shown.bridge.edit(
        lambda one: add_agreement(one, profile=space.profile, new_id=space.new_id, unit=school, year=2015)
    )
    goal = shown.select("Fri")
    editor = shown.window.goal_panel.editors["owner"]
    assert isinstance(editor, ReferenceEditor)
    editor.picker.line.setText("Fjordskolen")
    editor.picker.line.setModified(True)
    editor.commit()
    found = shown.document.get(UnitGoal, goal)
    assert (found.owner, found.agreement) == (school, paper.changes[0].record.id)
    assert found.valid_from == date(2015, 1, 1)


def test_milestones_are_kept_in_the_order_of_their_days(shown: Shown) -> None:
    goal = shown.select("Åbent hus med dagtilbuddene")
    editor = shown.window.goal_panel.editors["milestones"]
    assert isinstance(editor, MilestonesEditor)
    for day, text in (("1.10.2015", "Åbent hus holdt"), ("1.5.2015", "Indbydelser sendt")):
        editor.add.click()
        editor._rows[-1].day.setText(day)
        editor._rows[-1].text.setText(text)
    editor.commit()
    assert [one.text for one in shown.document.get(Goal, goal).milestones] == ["Indbydelser sendt", "Åbent hus holdt"]


def test_an_indicator_gets_targets_and_results(shown: Shown) -> None:
    goal = shown.select("Flere starter hos os")
    section = shown.window.goal_panel.indicators
    section.add.click()
    card = section.cards[0]
    targets, results = (table.figures for table in card._tables)
    assert targets.setData(targets.index(0, 0), "2015")
    assert targets.setData(targets.index(0, 1), "82,5")
    assert results.setData(results.index(0, 1), "80,4")
    assert not results.setData(results.index(0, 0), "i går")
    (indicator,) = indicators_of(shown.document, goal)
    assert [(one.year, one.value) for one in targets_of(shown.document, indicator.id)] == [(2015, Decimal("82.5"))]
    assert [one.value for one in measurements_of(shown.document, indicator.id)] == [Decimal("80.4")]
    targets.remove(0)
    assert targets_of(shown.document, indicator.id) == ()


def test_a_link_is_weighed_and_cut_in_the_panel(shown: Shown) -> None:
    shown.select("Flere starter hos os")
    row = shown.window.goal_panel.links.rows[0]
    row._strength.setCurrentIndex(0)
    row._strength.activated.emit(0)
    assert shown.document.get(Link, row.link).strength is Strength.PRIMARY
    row._cut()
    assert shown.document.get(Link, row.link) is None


def test_an_effort_is_added_under_the_goal_and_its_title_typed_at_once(shown: Shown) -> None:
    goal = shown.select("Ny legeplads")
    shown.window.goal_panel.add_effort.click()
    (effort,) = shown.bridge.selection
    assert [link.upper for link in shown.document.links_up(effort)] == [goal]
    editor = typed(shown, "title", "Tegning hos arkitekten")
    editor.leave()
    assert shown.document.get(Goal, effort).title == "Tegning hos arkitekten"


def test_the_thread_is_shown_from_the_vision_down(shown: Shown) -> None:
    shown.select("Flere starter hos os")
    spoken = shown.window.goal_panel.thread_box.accessibleDescription()
    places = [spoken.index(title) for title in ("Sammen om", "Flere familier", "Flere vælger", "Flere starter")]
    assert places == sorted(places)


def test_a_broken_thread_says_why(shown: Shown) -> None:
    shown.select("Ny legeplads")
    assert "ikke forbundet" in shown.window.goal_panel.thread_box.accessibleDescription()


def test_a_new_indicator_begins_with_its_name_ready_to_be_written(shown: Shown, qtbot: QtBot) -> None:
    goal = shown.select("Flere starter hos os")
    section = shown.window.goal_panel.indicators
    section.add.click()
    card = section.cards[-1]
    name = card.editors["name"]
    assert isinstance(name, TextEditor)
    qtbot.waitUntil(lambda: name.height() > 0)
    others = [editor for key, editor in card.editors.items() if key != "name"]
    below = [*others, *card._tables]
    top = name.mapTo(card, name.rect().topLeft()).y()
    qtbot.waitUntil(lambda: all(one.mapTo(card, one.rect().topLeft()).y() > top for one in below))
    QTest.keyClicks(name.widget, "Andel der starter")
    name.commit()
    assert [one.name for one in indicators_of(shown.document, goal)] == ["Andel der starter"]


def test_a_goal_of_a_unit_belongs_to_a_unit_and_never_to_a_centre(shown: Shown) -> None:
    shown.select("Flere starter hos os")
    owner = shown.window.goal_panel.editors["owner"]
    assert isinstance(owner, ReferenceEditor)
    assert [name for _, name in owner.picker.choices if name] == ["Strandskolen"]


def test_each_balance_is_named_and_fields_beside_each_other_begin_at_one_height(shown: Shown, qtbot: QtBot) -> None:
    shown.select("Flere starter hos os")
    shown.window.goal_panel.form.more.setChecked(True)
    editors = shown.window.goal_panel.editors
    balance = editors["balance"]
    assert isinstance(balance, BalanceEditor)
    names = {label.text() for label in balance.findChildren(QLabel)}
    assert {"Finansiel / Ikke-finansiel", "Nutid / Fremtid"} <= names
    captions = [editors[key].caption for key in ("code", "short_title")]
    qtbot.waitUntil(lambda: min(caption.height() for caption in captions) > 8)
    whole = shown.window.goal_panel
    assert len({caption.mapTo(whole, caption.rect().topLeft()).y() for caption in captions}) == 1
