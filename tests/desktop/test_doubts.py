"""*Passer målene stadig?*: a goal above is changed in the window, and the goals below are asked until they answer."""

from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible

from strategikort.application.drawing.prose import prose_of
from strategikort.cascade.changed_above import Doubt, asked_of, doubts_of
from strategikort.desktop.linking.doubts_dialog import DoubtsDialog
from strategikort.domain.edits.links import link_goals
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.reviews import confirm_above
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id
from tests.desktop.conftest import Shown, dialogs

LOWER, UPPER = "Ny legeplads", "Flere vælger skolen"


def changed_above(shown: Shown) -> tuple[Id, Id]:
    """A goal that was linked to another, and that other, whose title was changed afterwards."""
    space, lower, upper = shown.bridge.workspace, shown.goal(LOWER), shown.goal(UPPER)
    shown.bridge.edit(partial(link_goals, profile=space.profile, new_id=space.new_id, lower=lower, upper=upper))
    assert not doubts_of(shown.document).asked
    shown.bridge.edit(lambda document: set_field(document, Goal, upper, "title", "Flere vælger den nære skole"))
    return lower, upper


def opened(shown: Shown) -> DoubtsDialog:
    shown.window.actions_by_id["doubts"].trigger()
    [dialog] = dialogs()
    assert isinstance(dialog, DoubtsDialog)
    return dialog


def test_the_goal_below_says_so_in_its_panel_until_ja_det_passer_is_answered(shown: Shown) -> None:
    lower, _ = changed_above(shown)
    shown.bridge.select([lower])
    told = shown.window.goal_panel._findings.itemAt(0).widget()
    assert told.text() == "? Målet ovenover er ændret."
    dialog = opened(shown)
    [line] = dialog.form.tree.selectedItems()
    assert LOWER in line.text(0) and line.text(1) == "Hed før »Flere vælger skolen«."
    asked = len(doubts_of(shown.document).asked)
    assert dialog.form.said.text() == f"{asked} mål mangler svar"
    dialog.form.fits.click()
    assert not asked_of(shown.document, lower)
    assert dialog.form.said.text() == f"{asked - 1} mål mangler svar"
    told = shown.window.goal_panel._findings.itemAt(0)
    assert told is None or not told.widget().text().startswith("?")
    shown.bridge.undo()
    assert asked_of(shown.document, lower) and dialog.form.said.text() == f"{asked} mål mangler svar"


def test_one_answer_for_the_goal_above_is_an_answer_for_all_below_it(shown: Shown) -> None:
    lower, _ = changed_above(shown)
    space = shown.bridge.workspace
    others = [one.id for one in shown.document.all(Goal).values() if asked_of(shown.document, one.id)]
    assert lower in others
    dialog = opened(shown)
    tree = dialog.form.tree
    tree.clearSelection()
    tree.topLevelItem(0).setSelected(True)
    steps = space.session.undo_label
    dialog.form.fits.click()
    assert not doubts_of(shown.document).asked and space.session.undo_label != steps
    assert dialog.form.said.text() == "Ingen mål mangler svar." and not dialog.form.fits.isEnabled()


def test_instead_of_an_answer_the_goal_can_be_shown_to_be_changed(shown: Shown) -> None:
    lower, _ = changed_above(shown)
    dialog = opened(shown)
    dialog.choose(lower)
    dialog.form.show_goal.click()
    assert shown.bridge.selection == (lower,) and not dialog.isVisible()
    assert asked_of(shown.document, lower)


def test_cards_list_and_legend_tell_who_is_asked_from_who_waits_further_below(shown: Shown) -> None:
    lower, _ = changed_above(shown)
    words, scene = shown.bridge.workspace.words, shown.window.map_area.view.map_scene
    asked = set(doubts_of(shown.document).asked)
    waiting = doubts_of(shown.document).below
    assert lower in asked and waiting
    for goal, doubt in [*((one, Doubt.ASKED) for one in asked), *((one, Doubt.WAITING) for one in waiting)]:
        placed = scene.item(goal)
        assert placed is not None and placed.said.doubt is doubt
        heard = shown.window.map_area.heard.of(placed.card.key).text(QAccessible.Text.Description)
        assert words.text(f"heard.doubt.{doubt.value}") in heard
    legend = shown.window.map_area.legend
    legend.show()
    legend.follow()
    assert "mangler svar: målet ovenover er ændret" in legend.names
    assert "afventer et svar længere oppe" in legend.names
    said = prose_of(shown.document, shown.bridge.workspace.profile, words, None)
    assert said.count(words.text("heard.doubt.asked")) == len(asked)
    assert said.count(words.text("heard.doubt.waiting")) == len(waiting)


def test_the_marks_go_with_the_answer_and_come_back_when_it_is_undone(shown: Shown) -> None:
    lower, _ = changed_above(shown)
    scene = shown.window.map_area.view.map_scene
    marked = {one for one in shown.document.all(Goal) if scene.item(one).said.doubt}
    links = [link.id for asked in doubts_of(shown.document).asked.values() for link in asked]
    shown.bridge.edit(partial(confirm_above, links=links))
    assert not any(placed.said.doubt for placed in scene.card_items())
    shown.bridge.undo()
    assert {one for one in shown.document.all(Goal) if scene.item(one).said.doubt} == marked


def test_from_afar_the_sign_stands_before_the_code(shown: Shown) -> None:
    lower, _ = changed_above(shown)
    view = shown.window.map_area.view
    view.zoom_at(QPointF(0, 0), 0.2 / view.scale_now)
    view.grab()
    asked, waiting = view.map_scene.item(lower), next(iter(doubts_of(shown.document).below))
    for placed, sign in ((asked, "? "), (view.map_scene.item(waiting), "(?) ")):
        view.center_at(placed.middle)
        view.grab()
        assert placed.block is not None and placed.block[0].text.text().startswith(sign)


def test_from_a_goal_that_waits_the_question_above_it_is_opened(shown: Shown) -> None:
    changed_above(shown)
    waiting = shown.goal("Åbent hus med dagtilbuddene")
    assert doubts_of(shown.document).of(waiting) is Doubt.WAITING
    shown.bridge.select([waiting])
    told = shown.window.goal_panel._findings.itemAt(0).widget()
    assert told.text() == "(?) Et mål højere oppe er ændret, og der mangler et svar."
    [line] = opened(shown).form.tree.selectedItems()
    assert "Flere starter hos os" in line.text(0) and line.parent() is not None
