"""A folder of files as one open document that is only looked at: nothing is edited, saved or left behind."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from strategikort.application.overview import Overview, overview_of, stamps_of
from strategikort.application.problems import FileProblem
from strategikort.application.saver import Outcome, SaveResult, SaveState
from strategikort.application.session import Desk, Listener, Session, Version
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.merge import difference
from strategikort.domain.phrases import Phrase, phrase


class OverviewSession(Session):
    """Shows what the files of a folder hold together, and reads them again when asked to.

    It is a `Session` for all that shows documents. Every edit is refused, so there is nothing to undo or save.
    """

    def __init__(self, folder: Path, desk: Desk) -> None:
        """Read the files. Raises KnownFailure as `overview_of` does."""
        self._folder, self._desk = folder, desk
        self._listeners: list[Listener] = []
        self.overview: Overview = overview_of(folder, desk=desk)
        self.document: Document = self.overview.document
        self.conflicts = ()
        self.notices = tuple(self._told())

    def _told(self) -> list[Phrase]:
        return [phrase("overview.left_out", file=file.name, why=why) for file, why in self.overview.problems]

    @property
    @override
    def path(self) -> Path:
        """The folder."""
        return self._folder

    @override
    def sign_as(self, who: str) -> None:
        self._desk = replace(self._desk, who=who)

    def is_behind(self) -> bool:
        """Whether a file of the folder was written, added or removed since the files were read.

        Raises:
            KnownFailure: ``overview.unreachable``.
        """
        return stamps_of(self._folder) != self.overview.stamps

    def read_again(self) -> ChangeSet:
        """Read the files again, and tell the listeners what is otherwise than it was.

        Raises:
            KnownFailure: as `overview_of` does; what was read before is still shown.
        """
        found = overview_of(self._folder, desk=self._desk)
        changes = difference(self.document, found.document, phrase("overview.read_again"))
        self.overview = found
        self.notices = tuple(self._told())
        if changes:
            self.document = self.document.with_changes(changes)
            self._tell(changes)
        return changes

    @override
    def edit(self, change_set: ChangeSet) -> None:
        """Refuse.

        Raises:
            KnownFailure: ``overview.read_only``.
        """
        if change_set:
            raise KnownFailure(phrase("overview.read_only"))

    @override
    def undo(self) -> None:
        """Nothing was done that could be undone."""

    @override
    def redo(self) -> None:
        """Nothing was undone."""

    @property
    @override
    def undo_label(self) -> None:
        """There is none."""

    @property
    @override
    def redo_label(self) -> None:
        """There is none."""

    @override
    def step_ends(self) -> None:
        """There are no steps."""

    @property
    @override
    def save_state(self) -> SaveState:
        """Nothing is unsaved, ever."""
        return SaveState(unsaved=False)

    @override
    def save_is_due(self, now: object) -> bool:
        return False

    @override
    def save(self) -> SaveResult:
        """Refuse: an overview is kept in no file. Raises FileProblem."""
        raise FileProblem("overview.read_only")

    @override
    def save_as(self, path: Path) -> SaveResult:
        """Refuse, as `save` does."""
        return self.save()

    @override
    def start_save(self, done: Callable[[Outcome], None], *, path: Path | None = None) -> None:
        """Refuse, as `save` does."""
        self.save()

    @override
    def document_on_disk(self) -> Document:
        return self.document

    @override
    def versions(self) -> list[Version]:
        """None: each file has its own."""
        return []

    @override
    def close(self, *, save: bool = True) -> None:
        self._listeners.clear()

    @override
    def leave(self) -> None:
        self.close()
