"""The window of one open document: views as tabs on top, outline, goal and findings around them, the truth below."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from strategikort.desktop.actions import said
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.commands import Commands, all_handlers
from strategikort.desktop.fields.editors import commit_all
from strategikort.desktop.findings.panel import FindingsPanel
from strategikort.desktop.goal.menus import ContextMenus
from strategikort.desktop.goal.panel import GoalPanel
from strategikort.desktop.help.commands import HelpCommands
from strategikort.desktop.ideas.drop import IdeaDrop
from strategikort.desktop.ideas.panel import IdeasPanel
from strategikort.desktop.keys.commands import KeyCommands
from strategikort.desktop.leading.commands import LeadingCommands
from strategikort.desktop.look.room import on_these_screens, open_within_screen
from strategikort.desktop.look.settings import GEOMETRY, LAYOUT, PANELS_SIZED, Settings
from strategikort.desktop.look.theme import Theme
from strategikort.desktop.made_actions import fill_menu_bar, make_actions
from strategikort.desktop.maps.arrange_commands import ArrangeCommands
from strategikort.desktop.maps.commands import MapCommands
from strategikort.desktop.maps.look_commands import LookCommands
from strategikort.desktop.maps.reading_commands import ReadingCommands
from strategikort.desktop.maps.view_commands import ViewCommands
from strategikort.desktop.outline.commands import OutlineCommands
from strategikort.desktop.outline.panel import OutlinePanel
from strategikort.desktop.overview.commands import OverviewCommands
from strategikort.desktop.sharing.clipboard_commands import ClipboardCommands
from strategikort.desktop.sharing.map_out_commands import MapOutCommands
from strategikort.desktop.window.agreement_commands import AgreementCommands
from strategikort.desktop.window.dock_places import Panel, place_panels
from strategikort.desktop.window.goal_commands import GoalCommands
from strategikort.desktop.window.hearing import Announcer
from strategikort.desktop.window.save_keeper import SaveKeeper
from strategikort.desktop.window.status_bar import StatusLine
from strategikort.desktop.window.tool_bar import GoalSearch, ToolBar
from strategikort.desktop.window.views import Views
from strategikort.desktop.window.workshop import Workshop
from strategikort.domain.shape import Id

_SIZE = QSize(1440, 900)
_LAYOUT_VERSION = 1


class DocumentWindow(QMainWindow):
    """Shows one document. What concerns other documents or the whole program it asks for by signals."""

    new_wanted = Signal()
    open_wanted = Signal()
    save_as_wanted = Signal()
    import_wanted = Signal()
    print_wanted = Signal()
    organisation_wanted = Signal()
    preferences_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()
    closing = Signal(object)
    """A `QCloseEvent` that may be ignored: somebody may have to say where unsaved work goes."""

    def __init__(
        self, bridge: Bridge, keeper: SaveKeeper, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.keeper = bridge, keeper
        self._theme, self._settings = theme, settings
        bridge.setParent(self)
        keeper.setParent(self)
        open_within_screen(self, _SIZE)
        self._make_views()
        self.rooms = self._make_rooms()
        self.actions_by_id = make_actions(self, theme, {**self._handlers(), **all_handlers(self.rooms)})
        fill_menu_bar(self.menuBar(), self.actions_by_id)
        self.actions_by_id["retype"].setMenu(self.goals.retype_menu)
        self.actions_by_id["new_kind"].setMenu(self.goals.new_menu)
        view, tree = self.map_area.view, self.outline.tree
        self.context_menus = ContextMenus(self.bridge, self.actions_by_id, view, tree, self)
        self.status = StatusLine(self.statusBar(), bridge)
        self._make_tool_bar()
        self._make_panels()
        self._listen()
        self._restore()
        self._refresh()

    def _make_views(self) -> None:
        self.views = Views(self.bridge, self._theme, self._settings, self)
        self.map_area, self.thread_view = self.views.map_area, self.views.thread_view
        self.setCentralWidget(self.views)
        self.outline = OutlinePanel(self.bridge, self._theme, self)
        self.goal_panel = GoalPanel(self.bridge, self._theme, self._settings, self)
        self.ideas = IdeasPanel(self.bridge, self.map_area.view, self._theme, self)
        self.findings = FindingsPanel(self.bridge, self._theme, self._settings, self)

    def _make_rooms(self) -> tuple[Commands, ...]:
        self.goals = GoalCommands(
            self.bridge, self._theme, self, map_area=self.map_area, outline=self.outline, goal_panel=self.goal_panel
        )
        self.goals.panel_wanted.connect(self._show_panel)
        self.copying = ClipboardCommands(self.bridge, self._theme, self._settings, self.map_area, self)
        self.keys = KeyCommands(
            self.bridge, self._theme, map_area=self.map_area, actions=lambda: self.actions_by_id, window=self
        )
        self.workshop = Workshop(self._theme, self._settings, lambda: self.panels, self.ideas.line, self)
        self.arranging = ArrangeCommands(self.bridge, self.map_area, self)
        self.help = HelpCommands(self)
        self.overview = OverviewCommands(self.bridge, self.map_area, self)
        self.looking = LookCommands(self._settings, self.map_area, self)
        self.moving = OutlineCommands(self.bridge, self._theme, self.outline, self)
        for room in (self.goals, self.copying, self.keys, self.workshop):
            room.map_wanted.connect(self.show_map)
        self.drafting = AgreementCommands(self.bridge, self._theme, self._settings, self.views, self)
        return (
            self.goals,
            self.copying,
            self.keys,
            ViewCommands(self.bridge, self._settings, self.map_area, self),
            MapOutCommands(self.bridge, self._settings, self.map_area, self),
            LeadingCommands(self.bridge, self._settings, self.views.handout, self),
            MapCommands(self.bridge, self._theme, self.map_area, self.goal_panel.remarks.wanted, self),
            self.moving,
            self.looking,
            ReadingCommands(self.bridge, self._settings, self.map_area, self),
            self.arranging,
            self.workshop,
            self.help,
            self.overview,
            self.drafting,
        )

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new": self.new_wanted.emit,
            "open": self.open_wanted.emit,
            "save": self.save,
            "save_as": partial(self._ask_for, self.save_as_wanted),
            "import": partial(self._ask_for, self.import_wanted),
            "print": partial(self._ask_for, self.print_wanted),
            "close": self.close,
            "quit": self.quit_wanted.emit,
            "undo": self.undo,
            "redo": self.redo,
            "find": self._find,
            "find_next": lambda: self.search.next_hit(),
            "find_previous": lambda: self.search.previous_hit(),
            "organisation": self.organisation_wanted.emit,
            "view_map": self.show_map,
            "view_thread": partial(self._show_view, "view_thread", self.views.show_thread),
            "view_agreements": partial(self._show_view, "view_agreements", self.views.show_agreements),
            "view_leading": partial(self._show_view, "view_leading", self.views.show_leading),
            "outline": self._toggle_panels,
            "goal_panel": self._toggle_panels,
            "findings": self._toggle_panels,
            "ideas": self._toggle_panels,
            "context_menu": lambda: self.context_menus.open_by_key(),
            "next_finding": self.findings.next_finding,
            "preferences": self.preferences_wanted.emit,
            "about": self.about_wanted.emit,
        }

    def _make_tool_bar(self) -> None:
        self.search = GoalSearch(self.bridge, self.outline, self._theme, self)
        self.search.wanted.connect(self.show_goal)
        self.search.told.connect(self.status.hint)
        self.addToolBar(ToolBar(self.actions_by_id, self.search, self.goals.new_menu, self._theme, self))

    def _make_panels(self) -> None:
        self.panels = {
            "outline": Panel("outline", said("&List of goals").replace("&", ""), self.outline, self),
            "findings": Panel("findings", said("&Check").replace("&", ""), self.findings, self),
            "goal_panel": Panel("goal_panel", said("&Goal").replace("&", ""), self.goal_panel, self),
            "ideas": Panel("ideas", said("Scratch pa&d").replace("&", ""), self.ideas, self),
        }
        self._sizes = place_panels(self, **self.panels)
        for name, content in (("outline", self.outline), ("findings", self.findings), ("ideas", self.ideas)):
            content.closed.connect(self.panels[name].close)
        for name, panel in self.panels.items():
            self.actions_by_id[name].setChecked(name != "ideas")
            panel.visibilityChanged.connect(self._panels_seen)

    def _listen(self) -> None:
        bridge = self.bridge
        bridge.changed.connect(self._refresh)
        bridge.checked.connect(self._refresh)
        bridge.selected.connect(self._refresh)
        bridge.refused.connect(self.status.tell)
        bridge.typing.connect(partial(self.actions_by_id["undo"].setEnabled, True))
        self.keeper.state_changed.connect(self._refresh)
        self.announcer = Announcer(bridge, self)
        view = self.map_area.view
        view.hint.connect(self.announcer.say)
        self.search.told.connect(self.announcer.say)
        view.hint.connect(self.status.hint)
        self.map_area.looked_otherwise.connect(self._refresh)
        IdeaDrop(view, self.ideas.drop).hint.connect(self.status.hint)
        self.workshop.changed.connect(self.actions_by_id["workshop"].setChecked)
        self.outline.found.connect(view.map_scene.seek)
        for told in (self.moving.told, self.outline.hint, self.copying.told, self.arranging.told):
            told.connect(self.status.hint)
            told.connect(self.announcer.say)
        self.goal_panel.wanted.connect(self.show_goal)
        self.findings.show_goal.connect(self.show_goal)
        self.views.wanted.connect(self._show_on_map)
        self.views.print_wanted.connect(self.actions_by_id["print_numbers"].trigger)
        self.drafting.view_wanted.connect(self.actions_by_id["view_agreements"].trigger)

    def _restore(self) -> None:
        geometry, layout = (self._settings.get(on_these_screens(one)) for one in (GEOMETRY, LAYOUT))
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.restoreState(layout, _LAYOUT_VERSION)
        if self._settings.get(PANELS_SIZED):
            self._sizes.keep()

    @property
    def path(self) -> Path | None:
        """Where the document is saved."""
        return self.bridge.workspace.session.path

    def commit(self) -> None:
        """Keep whatever is being typed anywhere in the window."""
        commit_all(self)

    def save(self) -> None:
        """Save now, or ask where to."""
        self.commit()
        if self.path is None:
            self.save_as_wanted.emit()
        else:
            self.keeper.save()

    def undo(self) -> None:
        """Take the last step back, what is being typed included."""
        self.commit()
        self.bridge.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.commit()
        self.bridge.redo()

    def show_map(self) -> None:
        """Show the map."""
        self._show_view("view_map", self.views.show_map)

    def _show_view(self, action: str, show: Callable[[], None]) -> None:
        self.actions_by_id[action].setChecked(True)
        show()

    def _show_panel(self) -> None:
        self.panels["goal_panel"].show()

    def show_goal(self, goal: object) -> None:
        """Bring a goal into sight."""
        if isinstance(goal, str):
            self.map_area.show_goal(Id(goal), gliding=True)

    def _show_on_map(self, goal: object) -> None:
        if self.views.currentWidget() is not self.thread_view:
            self.show_map()
        self.show_goal(goal)

    def remember(self) -> None:
        """Remember where the window and its panels are."""
        self.workshop.end()
        self._settings.put(PANELS_SIZED, self._sizes.chosen)
        self._settings.put(on_these_screens(GEOMETRY), self.saveGeometry())
        self._settings.put(on_these_screens(LAYOUT), self.saveState(_LAYOUT_VERSION))

    def _refresh(self) -> None:
        session = self.bridge.workspace.session
        municipality = self.bridge.document.municipality
        name = municipality.name if municipality else ""
        file = session.path.stem if session.path else self.tr("not saved in a file yet")
        self.setWindowTitle(f"{name} – {file}[*]" if name else f"{file}[*]")
        self.setWindowModified(session.save_state.unsaved)
        self.status.follow()
        self._name_steps()
        self.goals.removing.name(self.actions_by_id["delete"])
        for action, on in self.looking.checked().items():
            self.actions_by_id[action].setChecked(on)
        for room in self.rooms:
            for action, possible in room.able().items():
                self.actions_by_id[action].setEnabled(possible)
        self.actions_by_id["next_finding"].setEnabled(bool(self.bridge.findings))

    def _name_steps(self) -> None:
        session = self.bridge.workspace.session
        for name, label, plain, named in (
            ("undo", session.undo_label, said("&Undo"), self.tr("&Undo: %1")),
            ("redo", session.redo_label, said("&Redo"), self.tr("&Redo: %1")),
        ):
            action = self.actions_by_id[name]
            words = named.replace("%1", self.bridge.say(label).replace("&", "&&")) if label else plain
            action.setEnabled(label is not None)
            action.setText(words)
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            action.setToolTip(f"{words.replace('&&', '&').replace('&', '', 1)} ({keys})")

    def _ask_for(self, wanted: SignalInstance) -> None:
        self.commit()
        wanted.emit()

    def _find(self) -> None:
        self.panels["outline"].show()
        self.search.setFocus()
        self.search.selectAll()

    def _toggle_panels(self) -> None:
        wanted = {name: self.actions_by_id[name].isChecked() for name in self.panels}
        for name, panel in self.panels.items():
            panel.setVisible(wanted[name])

    def _panels_seen(self) -> None:
        if not self.isVisible():
            return
        for name, panel in self.panels.items():
            self.actions_by_id[name].setChecked(not panel.isHidden())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.keys.escape()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            if QApplication.activeModalWidget() is None:
                self.commit()
            self.keeper.save_quietly()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.commit()
        self.closing.emit(event)
        if event.isAccepted():
            self.remember()
