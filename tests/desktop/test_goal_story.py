"""*Målets historie* in the real window: the page tells every chapter, what was changed, and follows the document."""

from PySide6.QtGui import QGuiApplication

from strategikort.desktop.goal.story_dialog import StoryDialog
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.phrases import phrase
from tests.desktop.conftest import Shown, dialogs

OLD, NEW = "Flere starter hos os", "Ny legeplads"
"""By their codes, the first is the older of the two."""


def story(shown: Shown) -> StoryDialog:
    shown.window.actions_by_id["story"].trigger()
    [dialog] = dialogs()
    assert isinstance(dialog, StoryDialog)
    return dialog


def test_a_goal_and_the_one_it_took_the_place_of_are_told_with_what_was_changed(shown: Shown) -> None:
    link = Link(
        id=shown.bridge.workspace.new_id(),
        kind=LinkKind.SUPERSEDES,
        lower=shown.goal(NEW),
        upper=shown.goal(OLD),
    )
    shown.bridge.edit(lambda _: ChangeSet(phrase("edit.link", lower="", upper=""), added([link])))
    shown.select(NEW)
    dialog = story(shown)
    assert dialog.form.heading.text() == NEW
    assert dialog.form.about.text() == "2 udgaver af målet, den ældste først"
    page = dialog.form.text.toPlainText()
    assert page.index(OLD) < page.index("Væk: ") and "Nyt: " in page
    assert "<s" in dialog.form.text.toHtml() or "line-through" in dialog.form.text.toHtml()
    dialog.form.copy.click()
    assert QGuiApplication.clipboard().text().startswith(NEW)


def test_the_page_follows_the_document_and_a_goal_alone_says_so(shown: Shown) -> None:
    goal = shown.select(OLD)
    dialog = story(shown)
    assert dialog.form.about.text() == "Målet har hverken afløst et andet mål eller er blevet afløst."
    shown.bridge.edit(lambda document: set_field(document, Goal, goal, "description", "Med <gynger> & karrusel"))
    assert "Med <gynger> & karrusel" in dialog.form.text.toPlainText()
    shown.window.actions_by_id["undo"].trigger()
    assert "karrusel" not in dialog.form.text.toPlainText()


def test_the_history_needs_one_goal(shown: Shown) -> None:
    shown.bridge.select([])
    assert not shown.window.actions_by_id["story"].isEnabled()
