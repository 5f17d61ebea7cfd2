"""A map is reviewed in the window: sent, remarked on goal by goal, returned with a reason, approved."""

from PySide6.QtWidgets import QPushButton

from strategikort.application.map_review import remarks_on
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.maps.review_dialog import ReviewDialog
from strategikort.domain.maps import MapState, StrategyMap
from strategikort.domain.reviews import Comment
from tests.desktop.conftest import Shown


def opened(shown: Shown) -> ReviewDialog:
    shown.window.actions_by_id["review_map"].trigger()
    return shown.window.findChild(ReviewDialog)


def state(shown: Shown) -> MapState:
    return shown.document.all(StrategyMap)[shown.window.map_area.map].state


def say(dialog: ReviewDialog, text: str) -> None:
    dialog.form.text.setPlainText(text)
    dialog.form.say.click()


def test_a_map_goes_to_the_director_comes_back_with_a_reason_and_is_approved_the_second_time(shown: Shown) -> None:
    form = (dialog := opened(shown)).form
    assert form.state.text() == "Kortet er et udkast." and form.approve.isHidden() and form.send_back.isHidden()
    form.send.click()
    assert (
        form.state.text() == "Kortet ligger hos direktøren. Det blev sendt 15. februar 2015." and form.send.isHidden()
    )
    form.send_back.click()
    asked = dialog.findChild(ReasonDialog, "return")
    assert not asked.form.go.isEnabled()
    asked.form.why.setPlainText("Der mangler et mål for de ældste elever.")
    asked.form.go.click()
    assert state(shown) is MapState.DRAFT
    assert form.state.text().startswith("Kortet er et udkast. Det blev sendt tilbage 15. februar 2015 af prøve.")
    assert form.tree.topLevelItem(0).text(0) == "Der mangler et mål for de ældste elever."
    form.send.click()
    form.approve.click()
    assert state(shown) is MapState.APPROVED
    assert form.state.text() == "Kortet er godkendt. Det skete 15. februar 2015 ved prøve."
    shown.bridge.undo()
    assert state(shown) is MapState.WITH_DIRECTOR and not form.approve.isHidden()


def test_a_goal_is_remarked_on_answered_closed_opened_again_and_shown(shown: Shown) -> None:
    form = (dialog := opened(shown)).form
    say(dialog, "Godt kort")
    goal = shown.select("Ny legeplads")
    assert form.about.currentText().endswith("Ny legeplads") and form.about.currentData() == goal
    say(dialog, "Hvem betaler?")
    lines = [form.tree.topLevelItem(row) for row in range(form.tree.topLevelItemCount())]
    assert [line.text(0) for line in lines] == ["Godt kort", "Ny legeplads: Hvem betaler?"]
    form.tree.setCurrentItem(lines[1])
    form.text.setPlainText("Det gør centret")
    form.answer.click()
    [_, told] = remarks_on(shown.document, dialog.map, closed=False)
    assert [one.comment.text for one in told.answers] == ["Det gør centret"]
    shown.bridge.select([])
    form.show_goal.click()
    assert shown.bridge.selection == (goal,)
    form.close_remark.click()
    assert [one.comment.text for one in remarks_on(shown.document, dialog.map, closed=False)] == ["Godt kort"]
    assert form.tree.topLevelItemCount() == 1
    form.closed_too.click()
    form.tree.setCurrentItem(form.tree.topLevelItem(1))
    assert form.close_remark.text() == "Genåbn bemærkning" and "afsluttet af prøve" in form.tree.topLevelItem(1).text(1)
    form.close_remark.click()
    assert len(remarks_on(shown.document, dialog.map, closed=False)) == 2
    form.remove.click()
    assert len(shown.document.all(Comment)) == 1


def test_there_is_one_review_for_a_map_and_it_goes_with_the_map(shown: Shown) -> None:
    dialog = opened(shown)
    assert opened(shown) is dialog and not dialog.isModal()
    shown.window.actions_by_id["remove_map"].trigger()
    shown.window.findChild(object, "remove_map").form.other.click()
    assert not dialog.isVisible()


def test_open_remarks_are_counted_in_the_maps_bar_and_in_the_panel_of_their_goal(shown: Shown) -> None:
    area, panel = shown.window.map_area, shown.window.goal_panel
    assert area.remarks.isHidden()
    dialog = opened(shown)
    say(dialog, "Godt kort")
    goal = shown.select("Ny legeplads")
    assert panel.remarks.isHidden()
    say(dialog, "Hvem betaler?")
    assert area.remarks.text() == "2 bemærkninger" and not area.remarks.isHidden()
    (line,) = panel.remarks.findChildren(QPushButton)
    assert line.text() == "1 bemærkning ..." and "skoler" in line.toolTip()
    dialog.reject()
    area.open_map(None)
    assert area.remarks.isHidden()
    line.click()
    again = next(one for one in shown.window.findChildren(ReviewDialog) if one.isVisible())
    assert again.map == area.map is not None and shown.bridge.selection == (goal,)
    again.form.tree.setCurrentItem(again.form.tree.topLevelItem(1))
    again.form.close_remark.click()
    assert panel.remarks.isHidden() and area.remarks.text() == "1 bemærkning"
    again.reject()
    area.remarks.click()
    assert any(one.isVisible() for one in shown.window.findChildren(ReviewDialog))
