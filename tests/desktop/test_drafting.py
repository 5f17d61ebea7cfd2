"""The year's agreements made for many units in one step, and several drafts changed, in the real window."""

import pytest
from PySide6.QtCore import Qt

from strategikort.desktop.drafting.make_dialog import MakeAgreementsDialog
from strategikort.desktop.drafting.many_dialog import ChangeDraftsDialog
from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.edits.many import FollowUpDay, GoalText, SectionText
from strategikort.domain.edits.organisation import add_org
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Origin, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit
from tests.desktop.conftest import Shown


@pytest.fixture
def schools(shown: Shown) -> Shown:
    """The small town with three schools more, which have no agreement yet."""
    centre = next(one.id for one in shown.document.all(OrgUnit).values() if one.kind is OrgKind.CENTRE)
    for number in range(3):
        shown.bridge.edit(
            lambda document, number=number: add_org(
                document,
                new_id=shown.bridge.workspace.new_id,
                kind=OrgKind.UNIT,
                name=f"Ny skole {number}",
                code=f"NS{number}",
                parent=centre,
            )
        )
    return shown


def making(shown: Shown) -> MakeAgreementsDialog:
    shown.window.actions_by_id["make_agreements"].trigger()
    return shown.window.findChildren(MakeAgreementsDialog)[-1]


def changing(shown: Shown) -> ChangeDraftsDialog:
    shown.window.actions_by_id["change_drafts"].trigger()
    return shown.window.findChildren(ChangeDraftsDialog)[-1]


def choose(dialog: ChangeDraftsDialog, what: type, **about: object) -> None:
    for place in range(dialog.form.what.count()):
        data = dialog.form.what.itemData(place)
        if isinstance(data, what) and all(getattr(data, name) == value for name, value in about.items()):
            dialog.form.what.setCurrentIndex(place)
            return
    raise AssertionError("it is not offered")


def fates(dialog: ChangeDraftsDialog) -> dict[str, str]:
    items = [dialog.form.drafts.topLevelItem(place) for place in range(dialog.form.drafts.topLevelItemCount())]
    return {one.text(0): one.text(1) for one in items}


def made(shown: Shown) -> list[Agreement]:
    """Makes the drafts of the three new schools, with a common goal and a text."""
    dialog = making(shown)
    dialog.add_goal()
    goal = dialog.form.goals.topLevelItem(0)
    goal.setText(0, "Alle børn læser")
    goal.setText(2, "Det ses i prøverne.")
    dialog.form.section.setCurrentIndex(dialog.form.section.findData("core_task"))
    dialog.form.text.setPlainText("Vi underviser.")
    dialog.form.make.click()
    units = {one.id for one in shown.document.all(OrgUnit).values() if one.name.startswith("Ny skole")}
    return [one for one in shown.document.all(Agreement).values() if one.org in units]


def test_the_year_is_made_in_one_step_and_taken_back_in_one(schools: Shown) -> None:
    before = schools.document
    dialog = making(schools)
    assert dialog.form.make.text().startswith("Opret 3 ")
    assert len(dialog.chosen) == 3
    dialog.form.none.click()
    assert not dialog.form.make.isEnabled()
    dialog.form.units.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    assert dialog.form.make.text().startswith("Opret 1 ")
    dialog.reject()
    assert schools.document == before
    agreements = made(schools)
    assert len(agreements) == 3
    goals = [one for one in schools.document.all(UnitGoal).values() if one.title == "Alle børn læser"]
    assert {one.agreement for one in goals} == {one.id for one in agreements}
    assert {(one.origin, one.success_criterion) for one in goals} == {(Origin.COMMON, "Det ses i prøverne.")}
    schools.bridge.undo()
    assert schools.document == before


def test_who_has_an_agreement_already_is_not_offered(schools: Shown) -> None:
    made(schools)
    dialog = making(schools)
    assert dialog.form.year.value() == 2016
    dialog.form.year.setValue(2015)
    assert dialog.chosen == [] and not dialog.form.make.isEnabled()
    assert dialog.form.said.text().startswith("Alle har allerede en ")


def test_last_years_common_goals_are_had_again_by_a_click(schools: Shown) -> None:
    made(schools)
    dialog = making(schools)
    dialog.form.last_year.click()
    assert [dialog.form.goals.topLevelItem(0).text(column) for column in (0, 2)] == [
        "Alle børn læser",
        "Det ses i prøverne.",
    ]
    dialog.form.last_year.click()
    assert dialog.form.goals.topLevelItemCount() == 1
    assert dialog.form.said.text() == "Der var ingen andre fælles mål i 2015."


def test_a_text_is_replaced_in_all_drafts_but_the_one_that_was_rewritten_unless_it_is_ticked(schools: Shown) -> None:
    mine = made(schools)[0]
    section = next(
        one for one in schools.document.all(Section).values() if one.agreement == mine.id and one.key == "core_task"
    )
    schools.bridge.edit(lambda document: set_field(document, Section, section.id, "text", "Hos os er vi ude."))
    dialog = changing(schools)
    choose(dialog, SectionText, key="core_task")
    assert dialog.form.text.toPlainText() == "Vi underviser."
    dialog.form.text.setPlainText("Vi underviser alle.")
    dialog.show_drafts()
    told = fates(dialog)
    assert sorted(told.values()).count("udskiftes") >= 2
    assert "skrevet om af lederen, røres ikke" in told.values()
    assert dialog.form.said.text() == "Ét er skrevet om og bliver, som det er."
    before = schools.document
    dialog.form.change.click()
    texts = {one.text for one in schools.document.all(Section).values() if one.key == "core_task"}
    assert {"Vi underviser alle.", "Hos os er vi ude."} <= texts and "Vi underviser." not in texts
    schools.bridge.undo()
    assert schools.document == before


def test_a_common_goal_and_a_day_are_changed_too_and_a_day_that_is_none_is_told(schools: Shown) -> None:
    made(schools)
    dialog = changing(schools)
    choose(dialog, GoalText, title="Alle børn læser", field="title")
    dialog.form.text.setPlainText("Alle børn læser godt")
    dialog.show_drafts()
    dialog.form.change.click()
    titles = [one.title for one in schools.document.all(UnitGoal).values() if one.origin is Origin.COMMON]
    assert titles.count("Alle børn læser godt") == 3
    dialog = changing(schools)
    choose(dialog, FollowUpDay)
    dialog.form.day.setText("i juni")
    dialog.show_drafts()
    assert not dialog.form.change.isEnabled()
    assert dialog.form.said.text() == "Skriv en dag som 15.6.2015."
    dialog.form.day.setText("17.6.2015")
    dialog.show_drafts()
    assert dialog.form.change.isEnabled()
