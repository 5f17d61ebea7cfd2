"""What the program remembers of its window, in one table, kept in a small text file in the user's state folder.

`PREFERENCES` is the part of it that the user chooses: the dialog of preferences is made from that table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP

T = TypeVar("T")

RECENT_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing to remember: its key in the file, and what holds until something else is chosen."""

    key: str
    default: T


GEOMETRY: Final = Setting("window/geometry", QByteArray())
PANELS_SIZED: Final = Setting("window/panels_sized", False)
"""Whether the user has given the panels sizes of their own."""
LAYOUT: Final = Setting("window/layout", QByteArray())
RECENT: Final[Setting[list[str]]] = Setting("files/recent", [])
FOLDER: Final = Setting("files/folder", "")
PRINT_FOLDER: Final = Setting("print/folder", "")
WORD_TEMPLATE: Final = Setting("print/template", "")
"""The municipality's own Word template, nothing for the one of the program."""
TRUST_FOLDER: Final = Setting("signing/trusted", "")
TOKEN_MODULE: Final = Setting("signing/module", "")
SHOW_PAPER: Final = Setting("agreements/paper", False)
FINDINGS_SHOWN: Final[Setting[list[str]]] = Setting("findings/shown", ["error", "warning", "info"])
FINDINGS_GROUPED: Final = Setting("findings/grouped", "")
"""By what the findings are grouped: the key of a `Grouping`, nothing for one list."""
MORE_FIELDS: Final = Setting("goal/more", False)
NOTES_SHOWN: Final = Setting("notes/shown", False)
"""Whether the user's own notes are unfolded."""
PASTE_AS: Final = Setting("paste/as", "")
"""What goals that are pasted on another map become, without being asked: ``same``, ``copy``, or nothing to be asked."""
UNITS_OPENED: Final[Setting[list[str]]] = Setting("map/units_opened", [])
"""The units that are open, each behind its map, or behind its municipality for the drawing of all goals."""
MINIMAP: Final = Setting("map/minimap", False)
LEGEND: Final = Setting("map/legend", False)
PROFILE: Final = Setting("new/profile", "helsingoer")
THEME: Final = Setting("look/theme", "system")
TEXT_SIZE: Final = Setting("look/text", "100")
LESS_MOTION: Final = Setting("look/less_motion", False)
SPELLING: Final = Setting("spelling/on", True)
OWN_WORDS: Final[Setting[list[str]]] = Setting("spelling/words", [])
LANGUAGE: Final = Setting("user/language", "")
USER: Final = Setting("user/name", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference(Generic[T]):
    """A setting that the user chooses: a switch, one of some values with their words, or a line of text."""

    setting: Setting[T]
    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""


PREFERENCES: Final[tuple[Preference[str] | Preference[bool], ...]] = (
    Preference(setting=THEME, text=QT_TRANSLATE_NOOP("Preferences", "&Colours"), values={
        "system": QT_TRANSLATE_NOOP("Preferences", "As the computer has them"),
        "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
        "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
        "contrast": QT_TRANSLATE_NOOP("Preferences", "High contrast"),
    }),
    Preference(setting=TEXT_SIZE, text=QT_TRANSLATE_NOOP("Preferences", "&Size of text"),
               values={size: f"{size} %" for size in ("100", "110", "125", "150", "175", "200")},
               hint=QT_TRANSLATE_NOOP("Preferences", "The map grows with it.")),
    Preference(setting=LESS_MOTION, text=QT_TRANSLATE_NOOP("Preferences", "Less &motion"),
               hint=QT_TRANSLATE_NOOP("Preferences", "The map jumps instead of gliding.")),
    Preference(setting=LEGEND, text=QT_TRANSLATE_NOOP("Preferences", "Le&gend on the map"),
               hint=QT_TRANSLATE_NOOP("Preferences", "Explains the signs that are on it.")),
    Preference(setting=SPELLING, text=QT_TRANSLATE_NOOP("Preferences", "Mark &misspelled words"),
               hint=QT_TRANSLATE_NOOP("Preferences", "Where this computer has a Danish dictionary.")),
    Preference(setting=LANGUAGE, text=QT_TRANSLATE_NOOP("Preferences", "&Language"), values={
        "": QT_TRANSLATE_NOOP("Preferences", "As the computer has it"), "da": "Dansk", "en": "English",
    }),
    Preference(setting=PASTE_AS, text=QT_TRANSLATE_NOOP("Preferences", "&Pasted goals are"), values={
        "": QT_TRANSLATE_NOOP("Preferences", "Ask each time"),
        "same": QT_TRANSLATE_NOOP("Preferences", "The same goals"),
        "copy": QT_TRANSLATE_NOOP("Preferences", "New copies"),
    }),
    Preference(setting=USER, text=QT_TRANSLATE_NOOP("Preferences", "Your &name"),
               hint=QT_TRANSLATE_NOOP("Preferences", "Stands beside your changes in the log of the document.")),
)  # fmt: skip
"""What the user chooses, in the order of the dialog."""

_VALUES: Final = {one.setting.key: one.values for one in PREFERENCES if one.values}

ALL: Final[tuple[Setting[QByteArray] | Setting[str] | Setting[bool] | Setting[list[str]], ...]] = (
    GEOMETRY, LAYOUT, RECENT, FOLDER, PRINT_FOLDER, WORD_TEMPLATE, TRUST_FOLDER, TOKEN_MODULE, SHOW_PAPER,
    FINDINGS_SHOWN, FINDINGS_GROUPED, MORE_FIELDS, NOTES_SHOWN,
    UNITS_OPENED, MINIMAP, PROFILE, OWN_WORDS,
    *(one.setting for one in PREFERENCES),
)  # fmt: skip


class Settings(QObject):
    """The settings of this user at this machine. A file that cannot be read or written only means forgetting."""

    changed = Signal(object)
    """The `Setting` that has another value now."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """What is remembered, or the default."""
        found = self._store.value(setting.key, setting.default)
        wanted = type(setting.default)
        if wanted is bool:
            found = str(found).lower() == "true"
        elif wanted is list and not isinstance(found, list):
            found = [found] if isinstance(found, str) and found else []
        known = _VALUES.get(setting.key)
        if not isinstance(found, wanted) or (known is not None and found not in known):
            return setting.default
        return found

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember ``value`` from now on, and tell it."""
        if self.get(setting) != value:
            self._store.setValue(setting.key, value)
            self.changed.emit(setting)

    def recent(self) -> list[Path]:
        """The files and folders opened last, the latest first, without those that are gone."""
        names: list[str] = self.get(RECENT)
        return [path for path in map(Path, names) if path.exists()]

    def remember_file(self, path: Path) -> None:
        """Put a file, or a folder, first among the recent ones."""
        name = str(path.absolute())
        others = [one for one in self.get(RECENT) if one != name]
        self.put(RECENT, [name, *others][:RECENT_MOST])
        self.put(FOLDER, str(path.absolute().parent))

    def forget_file(self, path: Path) -> None:
        """Take a file, or a folder, off the recent ones."""
        self.put(RECENT, [one for one in self.get(RECENT) if one != str(path)])
