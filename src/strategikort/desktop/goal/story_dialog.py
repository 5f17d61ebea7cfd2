"""*Målets historie*: one goal over the years on one page, as the document tells it now."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from strategikort.application.goal_page import story_page
from strategikort.application.goal_story import story_of
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.forms.story_dialog import Ui_StoryDialogForm
from strategikort.desktop.look.room import open_within_screen
from strategikort.domain.goals import Goal
from strategikort.domain.shape import Id


class StoryDialog(QDialog):
    """The history of one goal; it can be copied as text. A goal that is gone closes the dialog."""

    def __init__(self, bridge: Bridge, goal: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._goal = bridge, goal
        self.form = Ui_StoryDialogForm()
        self.form.setupUi(self)
        open_within_screen(self, self.size())
        self.form.close.setDefault(True)
        self.form.copy.clicked.connect(self._copy)
        self.form.close.clicked.connect(self.accept)
        bridge.changed.connect(self.refresh)
        self.refresh()
        self.form.text.setFocus()

    def refresh(self) -> None:
        """Tell the goal as it is now."""
        space = self._bridge.workspace
        goal = space.document.get(Goal, self._goal)
        if goal is None:
            self.reject()
            return
        chapters = story_of(space.document, goal.id)
        self.form.heading.setText(goal.title or goal.code)
        alone = self.tr("The goal has neither taken the place of another nor been followed by one.")
        self.form.about.setText(
            alone if len(chapters) == 1 else self.tr("%n times, the oldest first", "", len(chapters))
        )
        self.form.text.setHtml(story_page(space.document, space.words, chapters))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.form.heading.text()}\n\n{self.form.text.toPlainText()}")
        self.form.said.setText(self.tr("The text is copied."))
