"""What follows from the user's preferences: windows change clothes; for another language they are made anew."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from strategikort.desktop.dialogs.messages import show_dialog
from strategikort.desktop.house import House
from strategikort.desktop.look.dress import changed_clothes
from strategikort.desktop.look.settings import LANGUAGE, TEXT_SIZE, THEME, USER, Settings
from strategikort.desktop.look.translating import translate
from strategikort.desktop.start import start_window
from strategikort.desktop.window import preferences_dialog
from strategikort.desktop.window.main_window import DocumentWindow


def spoken(settings: Settings, usual: str) -> str:
    """The language that the user has chosen, or else the usual one of this computer."""
    return settings.get(LANGUAGE) or usual


class Windows(Protocol):
    """What preferences have to know of the running program."""

    house: House
    windows: list[DocumentWindow]
    start: "start_window.StartWindow | None"

    def active(self) -> QWidget | None:
        """The window that the user is in."""
        ...

    def show_start(self) -> "start_window.StartWindow":
        """Show the start page."""
        ...

    def moved_to_new_window(self, window: DocumentWindow) -> DocumentWindow:
        """Show the document of ``window`` in a window made anew instead."""
        ...


class Preferences(QObject):
    """Has the whole program follow what the user prefers, and what the system changes by itself."""

    def __init__(self, program: Windows, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        house = program.house
        self._usual_language, self._usual_name = house.language, house.desk.who
        house.language = spoken(house.settings, self._usual_language)
        self._sign()
        house.settings.changed.connect(self._follow)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._change_clothes)
        hints.accessibility().contrastPreferenceChanged.connect(self._change_clothes)

    def show(self) -> "preferences_dialog.PreferencesDialog":
        """Show the dialog of preferences."""
        dialog = preferences_dialog.PreferencesDialog(
            self._program.house.settings, self._usual_name, self._program.active()
        )
        show_dialog(dialog)
        return dialog

    def _follow(self, setting: object) -> None:
        if setting in (THEME, TEXT_SIZE):
            self._change_clothes()
        elif setting is USER:
            self._sign()
        elif setting is LANGUAGE:
            self._speak()

    def _change_clothes(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication), "windows need an application"
        changed_clothes(app, self._program.house.theme, self._program.house.settings)

    def _sign(self) -> None:
        house = self._program.house
        who = house.settings.get(USER) or self._usual_name
        house.desk = replace(house.desk, who=who)
        for window in self._program.windows:
            window.bridge.workspace.session.sign_as(who)

    def _speak(self) -> None:
        """Make all windows anew in the other language; documents, undo and what is selected stay."""
        house = self._program.house
        house.language = spoken(house.settings, self._usual_language)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "windows need an application"
        translate(app, house.language)
        asking = next(
            (one for one in app.topLevelWidgets() if isinstance(one, preferences_dialog.PreferencesDialog)), None
        )
        if asking is not None:
            asking.close()
        if self._program.start is not None:
            self._program.start.close()
            self._program.show_start()
        for window in list(self._program.windows):
            self._made_anew(window)
        if asking is not None:
            self.show().focus_on(LANGUAGE)

    def _made_anew(self, window: DocumentWindow) -> None:
        window.commit()
        window.remember()
        selection, map = window.bridge.selection, window.map_area.map
        thread = window.views.currentWidget() is window.thread_view
        new = self._program.moved_to_new_window(window)
        new.map_area.open_map(map)
        new.bridge.select(selection)
        if thread:
            new.actions_by_id["view_thread"].trigger()
