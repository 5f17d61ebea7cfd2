"""The panel of the selected goal: its red thread first, then its fields, indicators, efforts and links."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from strategikort.cascade.changed_above import Doubt
from strategikort.cascade.findings import Severity
from strategikort.desktop.bridge import Bridge, Changed
from strategikort.desktop.fields.buttons import flat
from strategikort.desktop.fields.editors import Editor, TextEditor, commit_all
from strategikort.desktop.fields.private_note import PrivateNote
from strategikort.desktop.fields.record_form import RecordForm
from strategikort.desktop.findings.list import SIGNS
from strategikort.desktop.findings.mends import mend_buttons
from strategikort.desktop.forms.goal_panel import Ui_GoalPanelForm
from strategikort.desktop.goal.follow_ups import FollowUpsSection
from strategikort.desktop.goal.indicators import IndicatorsSection
from strategikort.desktop.goal.links import LinksSection
from strategikort.desktop.goal.remarks_line import RemarksLine
from strategikort.desktop.goal.rows import rows_of
from strategikort.desktop.goal.thread_box import ThreadBox
from strategikort.desktop.linking.link_dialog import LinkDialog
from strategikort.desktop.look.clearing import clear
from strategikort.desktop.look.fonts import enlarged
from strategikort.desktop.look.icons import beside_texts, icon
from strategikort.desktop.look.marks import mark_icon
from strategikort.desktop.look.settings import MORE_FIELDS, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.locks import lock_on
from strategikort.domain.goals import GOAL_CLASSES, Goal, GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id, field_of

_SHORT_LIST = 3
_LEAST = 300
_LARGE = 1.2
"""Texts so many times as large as usual need more than the least width."""


class GoalPanel(QWidget):
    """Shows one goal and edits every field of it; with several or none selected, it says so."""

    wanted = Signal(object)
    """The identity of another goal that the user wants to see."""
    doubts_wanted = Signal()
    """The user wants to answer whether the goal still fits what stands above it."""
    _goal: Id | None = None

    def __init__(self, bridge: Bridge, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._settings = settings
        self._forms: dict[tuple[GoalKind, bool], RecordForm] = {}
        self._titles: dict[GoalKind, Editor] = {}
        self.form = Ui_GoalPanelForm()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._add_lock()
        self.thread_box = ThreadBox(bridge, theme, self.form.content)
        self.form.thread_slot.addWidget(self.thread_box)
        self.indicators = IndicatorsSection(bridge, theme, self.form.content)
        self.form.indicators_slot.addWidget(self.indicators)
        self.follow_ups = FollowUpsSection(bridge, self.form.content)
        self.form.indicators_slot.addWidget(self.follow_ups)
        self.add_effort = flat(self._words("effort", self.tr("Add %1")), self.form.content)
        self.add_effort.clicked.connect(self._add_effort)
        self.form.efforts_slot.addWidget(self.add_effort)
        self.links = LinksSection(bridge, theme, self.form.content)
        self.form.links_slot.addWidget(self.links)
        self.note = PrivateNote(bridge, settings, self.form.content)
        self.form.content_box.insertWidget(self.form.content_box.indexOf(self.form.more), self.note)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(4)
        self.form.findings_slot.addLayout(self._findings)
        self.form.more.setChecked(settings.get(MORE_FIELDS))
        self.form.more.toggled.connect(self._show_more)
        self.thread_box.wanted.connect(self._go_to)
        self.links.wanted.connect(self._go_to)
        self.links.link_wanted.connect(self.connect_goal)
        bridge.changed.connect(self._follow)
        bridge.selected.connect(self._follow_selection)
        bridge.checked.connect(self._show_findings)
        self._follow_selection(bridge.selection)

    def _add_lock(self) -> None:
        """A line above the title that says who may change a goal that this file may not."""
        self.lock_row = QWidget(self.form.content)
        row = QHBoxLayout(self.lock_row)
        row.setContentsMargins(0, 0, 0, 4)
        sign = QLabel(self.lock_row)
        sign.setPixmap(icon("lock", self._theme, size=16).pixmap(beside_texts(16)))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.lock = QLabel(self.lock_row)
        self.lock.setTextFormat(Qt.TextFormat.PlainText)
        self.lock.setWordWrap(True)
        row.addWidget(self.lock, 1)
        self.form.title_box.addWidget(self.lock_row)
        self.lock_row.hide()
        self.remarks = RemarksLine(self._bridge, self.form.content)
        self.form.title_box.addWidget(self.remarks)

    @property
    def editors(self) -> dict[str, Editor]:
        """The entry fields of the goal that is shown, by name of the field."""
        goal = self._bridge.document.get(Goal, self._goal)
        if goal is None:
            return {}
        both = [self._form(goal.kind, more=more).editors for more in (False, True)]
        return {"title": self._title(goal.kind), **both[0], **both[1]}

    def commit(self) -> None:
        """Keep whatever is being typed."""
        commit_all(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours, which may become others."""
        super().changeEvent(event)
        goal = self._bridge.document.get(Goal, self._goal) if self._goal else None
        if event.type() is QEvent.Type.StyleChange and goal is not None:
            self._show_head(goal)
            self._make_room()

    def focus_title(self) -> None:
        """Let the user type a title."""
        goal = self._bridge.document.get(Goal, self._goal)
        if goal is not None:
            editor = self._title(goal.kind)
            if isinstance(editor, TextEditor):
                editor.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                editor.widget.selectAll()

    def connect_goal(self) -> None:
        """Let the user choose a goal that the one shown supports."""
        goal = self._bridge.document.get(Goal, self._goal)
        if goal is not None:
            dialog = LinkDialog(self._bridge, self._theme, goal, parent=self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _words(self, kind: str, text: str) -> str:
        return text.replace("%1", self._bridge.workspace.words.word(kind).one)

    def _go_to(self, goal: Id) -> None:
        self.commit()
        self._bridge.select([goal])
        self.wanted.emit(goal)

    def _follow_selection(self, chosen: object) -> None:
        goals = self._bridge.chosen(Goal)
        self.commit()
        self._bridge.workspace.session.step_ends()
        self._goal = goals[0] if len(goals) == 1 else None
        self.form.pages.setCurrentWidget(self.form.goal_page if self._goal else self.form.empty_page)
        if len(goals) > 1:
            self.form.empty_text.setText(self.tr("%n goals are chosen.", "", len(goals)))
        elif not goals:
            text = self.tr(
                "Choose a goal on the map or in the list. What it is about stands here, its red thread first."
            )
            self.form.empty_text.setText(text)
        self._refresh()
        self.form.scroll.verticalScrollBar().setValue(0)

    def _follow(self, changed: Changed) -> None:
        if self._goal and self._bridge.document.get(Goal, self._goal) is None:
            self._goal = None
            self.form.pages.setCurrentWidget(self.form.empty_page)
        self._refresh()

    def _refresh(self) -> None:
        goal = self._bridge.document.get(Goal, self._goal)
        if goal is None:
            return
        self._show_head(goal)
        QTimer.singleShot(0, self, self._make_room)  # when its fields have found their places
        self.thread_box.show_goal(goal)
        for kind, editor in self._titles.items():
            editor.setVisible(kind is goal.kind)
        lock = lock_on(self._bridge.document, goal)
        locked = lock is not None
        self.lock.setText(self._bridge.say(lock.phrase) if lock else "")
        self.lock_row.setVisible(locked)
        title = self._title(goal.kind)
        title.show_record(goal)
        self.remarks.show_goal(goal)
        title.setDisabled(locked)
        more = self.form.more.isChecked()
        wanted = [self._form(goal.kind, more=False), *([self._form(goal.kind, more=True)] if more else [])]
        for form in self._forms.values():
            form.setVisible(form in wanted)
        for form in wanted:
            form.show_record(goal)
            form.setDisabled(locked)
        measured = goal.kind is not GoalKind.VISION_ELEMENT
        self.indicators.setVisible(measured)
        if measured:
            self.indicators.show_goal(goal.id)
            self.follow_ups.show_goal(goal)
        self.follow_ups.setVisible(measured)
        allows = self._bridge.workspace.profile.allows
        self.add_effort.setVisible(
            allows(LinkKind.REALISES, GoalKind.EFFORT, goal.kind) and goal.kind is not GoalKind.EFFORT
        )
        self.links.show_goal(goal)
        self.note.show_note(goal.id, goal.title)
        self._show_findings()

    def _make_room(self) -> None:
        """Be wide enough for large texts."""
        least = self.form.content.minimumSizeHint().width() if enlarged(self.font()) > _LARGE else 0
        self.form.scroll.setMinimumWidth(max(_LEAST, least + self.form.scroll.verticalScrollBar().sizeHint().width()))

    def _show_head(self, goal: Goal) -> None:
        colour = self._theme.of_kind(goal.kind).name()
        side = beside_texts(16)
        self.form.mark.setPixmap(mark_icon(goal.kind, self._theme).pixmap(side, side))
        self.form.kind.setText(f"{self._bridge.workspace.words.word(goal.kind.value):One}")
        self.form.kind.setStyleSheet(f"color: {colour}; font-weight: 600;")
        self.form.code.setText(goal.code)

    def _title(self, kind: GoalKind) -> Editor:
        if kind not in self._titles:
            cls = GOAL_CLASSES[kind]
            editor = TextEditor(self._bridge, cls, field_of(cls, "title"), self.tr("Title"), self.form.content, lines=2)
            editor.caption.hide()
            editor.widget.setProperty("heading", True)
            self.form.title_box.addWidget(editor)
            self._titles[kind] = editor
        return self._titles[kind]

    def _form(self, kind: GoalKind, *, more: bool) -> RecordForm:
        if (kind, more) not in self._forms:
            rows = rows_of(kind, self._bridge.workspace.profile, more=more)
            form = RecordForm(self._bridge, GOAL_CLASSES[kind], rows, self.form.content)
            slot: QLayout = self.form.more_slot if more else self.form.main_slot
            slot.addWidget(form)
            form.setVisible(not more or self.form.more.isChecked())
            self._forms[kind, more] = form
        return self._forms[kind, more]

    def _show_more(self, more: bool) -> None:
        self._settings.put(MORE_FIELDS, more)
        self.form.more.setText(self.tr("Less about the goal") if more else self.tr("More about the goal"))
        self._refresh()

    def _show_findings(self) -> None:
        clear(self._findings)
        if self._goal is None:
            return
        doubt = self._bridge.doubts.of(self._goal)
        if doubt is not None:
            self._ask_doubt(doubt)
        for finding in self._bridge.findings_of(self._goal)[:_SHORT_LIST]:
            label = QLabel(f"{SIGNS[finding.severity]}  {self._bridge.say(finding.message)}", self.form.content)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("tone", "error" if finding.severity is Severity.ERROR else "")
            self._findings.addWidget(label)
            for button in mend_buttons(self._bridge, finding, self.form.content):
                self._findings.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _ask_doubt(self, doubt: Doubt) -> None:
        """Say above the findings that a goal above has changed, with the way to the answer."""
        told = QLabel(
            self.tr("? What stands above this goal has changed.")
            if doubt is Doubt.ASKED
            else self.tr("(?) A goal higher up has changed, and the question below it is still open."),
            self.form.content,
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        answer = flat(self.tr("Does it still fit? ..."), self.form.content)
        answer.clicked.connect(self.doubts_wanted)
        self._findings.addWidget(told)
        self._findings.addWidget(answer, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_effort(self) -> None:
        goal, workspace = self._goal, self._bridge.workspace
        if goal is None:
            return
        self.commit()
        made = self._bridge.edit(
            lambda document: add_goal(
                document, profile=workspace.profile, new_id=workspace.new_id, kind=GoalKind.EFFORT, under=goal
            )
        )
        fresh = (
            next((change.after for change in made.changes if isinstance(change.after, Goal)), None) if made else None
        )
        if fresh is not None:
            self._go_to(fresh.id)
            self.focus_title()
