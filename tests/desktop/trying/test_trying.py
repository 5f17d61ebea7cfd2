"""*Prøv det af* in the real window: seen before it is done, thrown away without a trace, done as one step."""

from strategikort.desktop.trying.dialog import TryingDialog
from strategikort.domain.goals import Goal, GoalState, UnitGoal
from strategikort.domain.organisation import OrgKind, OrgUnit
from tests.desktop.conftest import Shown, dialogs

UPPER = "Flere vælger skolen"
POLITICAL = ["Flere familier flytter til", "Alle unge får en uddannelse"]


def trying(shown: Shown) -> TryingDialog:
    shown.window.actions_by_id["try"].trigger()
    [dialog] = dialogs()
    assert isinstance(dialog, TryingDialog)
    return dialog


def groups(dialog: TryingDialog) -> dict[str, list[str]]:
    tree = dialog.form.forecast
    tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {top.text(0).rpartition(":")[0]: [top.child(n).text(0) for n in range(top.childCount())] for top in tops}


def test_a_goal_that_would_lapse_shows_whose_thread_breaks_and_nothing_is_written_when_it_is_thrown_away(
    shown: Shown,
) -> None:
    before = shown.document
    shown.bridge.select(shown.goal(title) for title in POLITICAL)
    dialog = trying(shown)
    assert dialog.form.goals.text() == ", ".join(POLITICAL) and not dialog.form.go.isEnabled()
    dialog.form.try_button.click()
    assert dialog.form.steps.item(0).text() == "Lad 2 mål bortfalde"
    told = groups(dialog)
    assert sorted(told["Mål, der mister den røde tråd"]) == ["Flere starter hos os", UPPER] and told["Nye fund"]
    assert told["Mål lige under et, der bortfalder"] == [UPPER]
    dialog.form.take_back.click()
    assert dialog.form.forecast.topLevelItemCount() == 0
    dialog.form.try_button.click()
    dialog.form.discard.click()
    assert shown.document is before


def test_what_was_tried_is_carried_out_as_one_step(shown: Shown) -> None:
    before = shown.document
    goal = shown.select(UPPER)
    dialog = trying(shown)
    dialog.form.try_button.click()
    units = [one for one in before.all(OrgUnit).values() if one.kind is not OrgKind.CENTRE]
    dialog.form.what.setCurrentIndex(1)
    dialog.form.first.setText("ikke en dag")
    dialog.form.try_button.click()
    assert dialog.form.said.text() == "Skriv dagen som 1.8.2015." and dialog.form.steps.count() == 1
    dialog.form.first.setText("1.1.2015")
    dialog.form.last.setText("30.6.2015")
    dialog.form.try_button.click()
    assert dialog.form.steps.count() == 2
    forecast = dialog.trial.document
    dialog.form.go.click()
    assert shown.document.all(Goal) == forecast.all(Goal)
    assert shown.document.all(Goal)[goal].state is GoalState.CANCELLED and not dialog.isVisible()
    shown.bridge.undo()
    assert shown.document.all(Goal) == before.all(Goal) and units


def test_a_unit_that_becomes_part_of_itself_is_refused_in_a_sentence(shown: Shown) -> None:
    shown.bridge.select([])
    dialog = trying(shown)
    dialog.form.what.setCurrentIndex(3)
    dialog.form.into.setCurrentIndex(dialog.form.into.findData(dialog.form.unit.currentData()))
    dialog.form.try_button.click()
    assert dialog.form.said.text() and dialog.form.steps.count() == 0
    assert any(isinstance(one, UnitGoal) for one in shown.document.all(Goal).values())
