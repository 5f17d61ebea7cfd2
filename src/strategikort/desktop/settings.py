"""What the program remembers of its window, in one table, kept in a small text file in the user's state folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")

RECENT_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing to remember: its key in the file, and what holds until something else is chosen."""

    key: str
    default: T


GEOMETRY: Final = Setting("window/geometry", QByteArray())
LAYOUT: Final = Setting("window/layout", QByteArray())
RECENT: Final[Setting[list[str]]] = Setting("files/recent", [])
FOLDER: Final = Setting("files/folder", "")
PRINT_FOLDER: Final = Setting("print/folder", "")
FINDINGS_SHOWN: Final[Setting[list[str]]] = Setting("findings/shown", ["error", "warning", "info"])
MORE_FIELDS: Final = Setting("goal/more", False)
PASTE_AS: Final = Setting("paste/as", "")
"""What goals that are pasted on another map become, without being asked: ``same``, ``copy``, or nothing to be asked."""
PROFILE: Final = Setting("new/profile", "helsingoer")

ALL: Final[tuple[Setting[QByteArray] | Setting[str] | Setting[bool] | Setting[list[str]], ...]] = (
    GEOMETRY, LAYOUT, RECENT, FOLDER, PRINT_FOLDER, FINDINGS_SHOWN, MORE_FIELDS, PASTE_AS, PROFILE,
)  # fmt: skip


class Settings:
    """The settings of this user at this machine. A file that cannot be read or written only means forgetting."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """What is remembered, or the default."""
        found = self._store.value(setting.key, setting.default)
        wanted = type(setting.default)
        if wanted is bool:
            found = str(found).lower() == "true"
        elif wanted is list and not isinstance(found, list):
            found = [found] if isinstance(found, str) and found else []
        return found if isinstance(found, wanted) else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember ``value`` from now on."""
        self._store.setValue(setting.key, value)

    def recent(self) -> list[Path]:
        """The files opened last, the latest first, without those that are gone."""
        names: list[str] = self.get(RECENT)
        return [path for path in map(Path, names) if path.is_file()]

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        name = str(path.absolute())
        others = [one for one in self.get(RECENT) if one != name]
        self.put(RECENT, [name, *others][:RECENT_MOST])
        self.put(FOLDER, str(path.absolute().parent))

    def forget_file(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self.put(RECENT, [one for one in self.get(RECENT) if one != str(path)])
