"""*Målets historie* in the real window: the page tells every chapter, what was changed, and follows the document."""

import re

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
CHAPTER = re.compile(r"^20\d\d$", re.MULTILINE)
"""The heading of a chapter of one year."""


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


def test_ten_years_of_a_goal_are_read_with_figures_the_break_owners_and_what_was_learnt(sample_shown: Shown) -> None:
    document = sample_shown.bridge.workspace.document
    [goal] = [one.id for one in document.all(Goal).values() if one.code == "BUF-T1-01"]
    sample_shown.bridge.select([goal])
    dialog = story(sample_shown)
    assert dialog.form.about.text() == "10 udgaver af målet, den ældste først"
    page = dialog.form.text.toPlainText()
    years = {year: told for year, told in zip(range(2006, 2016), CHAPTER.split(page)[1:], strict=True)}
    lines = {year: told.replace("\xa0", " ").splitlines() for year, told in years.items()}
    for year, target, result in ((2009, "80", "82"), (2010, "85", "74"), (2014, "87", "86")):
        at = [line.strip() for line in lines[year]]
        assert at[at.index(f"Måltal for {year}") + 1] == target
        assert at[at.index(f"Resultat 31. december {year}") + 1] == result
    assert [year for year, told in years.items() if "≠ Tallene kan ikke sammenlignes" in told] == [2010]
    assert "også fyldninger" in years[2010]
    assert "Hører til: Skoletandplejen, Gudrun Thorsager" in years[2008]
    assert "Hører til: Skoletandplejen, Asger Winge" in years[2011]
    assert "Hører til: Tandplejen, " in years[2012]
    assert "Det lærte vi: Det hjalp mere at ringe end at skrive." in years[2006]
    assert [year for year, told in years.items() if "Det lærte vi: " not in told] == [2015]
