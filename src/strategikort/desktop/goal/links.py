"""The links of a goal in its panel: what it supports, what supports it, and the other ties; each can be cut."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategikort.desktop.bridge import Bridge
from strategikort.desktop.fields.buttons import GoalButton, cross, flat
from strategikort.desktop.fields.entry import Choice, Line
from strategikort.desktop.look.days import day_text
from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.look.words import word_of
from strategikort.domain.edits.links import unlink
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Effort, Goal, GoalKind
from strategikort.domain.links import Link, LinkKind, Strength

_HEADS = (
    (LinkKind.REALISES, True, QT_TRANSLATE_NOOP("LinksSection", "Supports")),
    (LinkKind.REALISES, False, QT_TRANSLATE_NOOP("LinksSection", "Is supported by")),
    (LinkKind.CAUSES, True, QT_TRANSLATE_NOOP("LinksSection", "Works on")),
    (LinkKind.CAUSES, False, QT_TRANSLATE_NOOP("LinksSection", "Is worked on by")),
    (LinkKind.COORDINATES, True, QT_TRANSLATE_NOOP("LinksSection", "Shared with")),
    (LinkKind.COORDINATES, False, QT_TRANSLATE_NOOP("LinksSection", "Shared with")),
    (LinkKind.SUPERSEDES, True, QT_TRANSLATE_NOOP("LinksSection", "Takes the place of")),
    (LinkKind.SUPERSEDES, False, QT_TRANSLATE_NOOP("LinksSection", "Was replaced by")),
    (LinkKind.ASSISTS, True, QT_TRANSLATE_NOOP("LinksSection", "Assists")),
    (LinkKind.ASSISTS, False, QT_TRANSLATE_NOOP("LinksSection", "Is assisted by")),
)


class LinkRow(QWidget):
    """One link: the goal at its other end, its strength and note, and a cross that cuts it."""

    wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, link: Link, other: Goal, *, upward: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.link = link.id
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        goal = GoalButton(other, theme, self)
        goal.wanted.connect(self.wanted)
        row.addWidget(goal, 1)
        self._strength: Choice | None = None
        if link.kind is LinkKind.REALISES and upward:
            self._strength = Choice(self)
            self._strength.addItems([word_of(one) for one in Strength])
            self._strength.setCurrentIndex(list(Strength).index(link.strength))
            self._strength.setAccessibleName(self.tr("Strength"))
            self._strength.setMaximumWidth(112)
            self._strength.activated.connect(self._weigh)
            row.addWidget(self._strength)
        elif isinstance(other, Effort) and other.deadline:
            when = QLabel(day_text(other.deadline), self)
            when.setProperty("muted", True)
            row.addWidget(when)
        remove = cross(self.tr("Remove the link to »%1«").replace("%1", other.title or other.code), self)
        remove.clicked.connect(self._cut)
        row.addWidget(remove)
        box.addLayout(row)
        if upward and link.kind is LinkKind.REALISES:
            self._note = Line(self)
            self._note.setText(link.note)
            self._note.setCursorPosition(0)
            self._note.setPlaceholderText(self.tr("How does it help?"))
            self._note.setAccessibleName(self.tr("How does it help?"))
            self._note.left.connect(self._write_note)
            self._note.returnPressed.connect(self._write_note)
            box.addWidget(self._note)

    def _weigh(self, place: int) -> None:
        link, strength = self.link, list(Strength)[place]
        self._bridge.edit(lambda document: set_field(document, Link, link, "strength", strength))

    def _write_note(self) -> None:
        link, note = self.link, self._note.text()
        found = self._bridge.document.get(Link, link)
        if found and note != found.note:
            self._bridge.edit(lambda document: set_field(document, Link, link, "note", note))

    def _cut(self) -> None:
        link = self.link
        self._bridge.edit(lambda document: unlink(document, link))


class LinksSection(QWidget):
    """The links of one goal, in groups with a heading each; only groups that have any, but for what it supports."""

    wanted = Signal(object)
    """The identity of a goal that was pressed."""
    link_wanted = Signal()
    """The user wants to connect the goal with another."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._parts: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self.connect_button = flat(self.tr("Connect with ..."), self)
        self.connect_button.clicked.connect(self.link_wanted)
        self._box.addWidget(self.connect_button)

    @property
    def rows(self) -> list[LinkRow]:
        """The links shown."""
        return [part for part in self._parts if isinstance(part, LinkRow)]

    def show_goal(self, goal: Goal) -> None:
        """Show the links of ``goal`` as they stand now."""
        document = self._bridge.document
        links = sorted(document.links_of(goal.id), key=lambda link: (link.strength is not Strength.PRIMARY, link.id))
        ends = [document.get(Goal, link.upper if link.lower == goal.id else link.lower) for link in links]
        shown = (goal.id, goal.kind, *links, *ends)
        if shown == self._shown:
            return
        self._shown = shown
        for part in self._parts:
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for kind, upward, text in _HEADS:
            found = [
                (link, other)
                for link, other in zip(links, ends, strict=True)
                if link.kind is kind and other and (link.lower == goal.id) is upward
            ]
            needed = upward and kind is LinkKind.REALISES and goal.kind is not GoalKind.VISION_ELEMENT
            if found or needed:
                self._group(text, found, upward=upward)
        for place, part in enumerate(self._parts):
            self._box.insertWidget(place, part)

    def _group(self, text: str, found: list[tuple[Link, Goal]], *, upward: bool) -> None:
        head = QLabel(QCoreApplication.translate("LinksSection", text), self)
        head.setProperty("caption", True)
        head.setContentsMargins(0, 6, 0, 0)
        self._parts.append(head)
        if not found:
            none = QLabel(self.tr("Nothing yet. The red thread starts here."), self)
            none.setProperty("tone", "error")
            none.setTextFormat(Qt.TextFormat.PlainText)
            none.setWordWrap(True)
            self._parts.append(none)
        for link, other in found:
            row = LinkRow(self._bridge, self._theme, link, other, upward=upward, parent=self)
            row.wanted.connect(self.wanted)
            self._parts.append(row)
