"""An open document: every edit is safe before it is seen, undone like it was done, and saved behind one's back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from strategikort.application import opening
from strategikort.application.history import History
from strategikort.application.opening import Desk, Leftover, Opened
from strategikort.application.problems import FileProblem
from strategikort.application.saver import SAVE_AFTER, Outcome, SaveResult, SaveState, SaveThread
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.sealed import unsealed
from strategikort.domain.merge import Conflict, difference, merge
from strategikort.domain.phrases import Phrase, phrase
from strategikort.storage.notes import Notes
from strategikort.storage.problems import Damaged
from strategikort.storage.saving import Way, save
from strategikort.storage.stored import Store

__all__ = ["Desk", "Leftover", "Session", "Version", "read_document"]

Listener = Callable[[ChangeSet, Document], None]
read_document = opening.read_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier version of the document: a whole file on this machine, saved at ``at`` by ``who``."""

    id: str
    at: datetime
    who: str
    file: Path


class Session:
    """One person at work on one document. All methods are for one thread, but for what `start_save` starts."""

    def __init__(self, opened: Opened, desk: Desk) -> None:
        self._desk = desk
        self._work = opened.work
        self._versions = opened.versions
        self._history = History()
        self._listeners: list[Listener] = []
        self._saver = SaveThread()
        self._saved_at = opened.saved_at
        self._edited_at = desk.clock()
        self._problem: Phrase | None = None
        self.document = opened.document
        self.notices: tuple[Phrase, ...] = opened.notices
        self.conflicts: tuple[Conflict, ...] = opened.conflicts  # what gave way in merges since it was opened

    @classmethod
    def open(cls, path: Path, *, desk: Desk) -> "Session":
        """The document in the file at ``path``, or the unsaved work on it that a crash left behind.

        Raises:
            FileProblem: the file cannot be used.
        """
        return cls(opening.open_file(path, desk), desk)

    @classmethod
    def create(cls, path: Path | None, document: Document, *, desk: Desk) -> "Session":
        """A new document, saved to ``path`` at once; with None it is not saved anywhere yet.

        Raises:
            FileProblem: something is at ``path`` already, or it cannot be written.
        """
        session = cls(opening.create(path, document, desk), desk)
        if path is not None:
            try:
                session.save()
            except BaseException:
                session.close(save=False)
                raise
        return session

    @staticmethod
    def recovered(desk: Desk) -> list[Leftover]:
        """The work that crashes left behind on this machine, the latest first."""
        return opening.leftovers(desk)

    @classmethod
    def take_up(cls, leftover: Leftover, *, desk: Desk) -> "Session":
        """Go on with work that a crash left behind.

        Raises:
            FileProblem: somebody else has taken it up, or it is damaged.
        """
        return cls(opening.take_up(leftover, desk), desk)

    @staticmethod
    def is_open_elsewhere(path: Path, *, desk: Desk) -> bool:
        """Whether a living session on this machine, of this process or another, has the file at ``path`` open."""
        return opening.is_open(path, desk)

    @property
    def path(self) -> Path | None:
        """Where the document is saved; None if nowhere yet."""
        return Path(self._work.note.path) if self._work.note.path else None

    @property
    def store(self) -> Store:
        """The attached files. One is saved with the document once a record speaks of it."""
        return self._versions.store

    @property
    def notes(self) -> Notes:
        """What the user notes for himself about records, on this machine alone; no part of the document."""
        return self._desk.state.notes

    @property
    def who(self) -> str:
        """The name under which what is done is noted."""
        return self._desk.who

    def now(self) -> datetime:
        """The time by the clock that what is done is noted with."""
        return self._desk.clock()

    def sign_as(self, who: str) -> None:
        """Note what is done from now on under the name ``who``."""
        self._desk = replace(self._desk, who=who)

    def edit(self, change_set: ChangeSet) -> None:
        """Do ``change_set``: on this machine's disk first, then in memory, then tell the listeners.

        Raises:
            EditRefused: an agreement whose text is locked would say something else; nothing has changed.
            FileProblem: the disk refuses; nothing has changed.
            OutOfStep: it was made for another document; nothing has changed.
        """
        if unsealed(self.document, change_set):
            self._move(change_set)
            self._history.did(change_set)
            self._tell(change_set)

    def undo(self) -> ChangeSet | None:
        """Take the last step back; gives the change set that did it, None if there was nothing to undo."""
        step = self._history.to_undo
        if step is None:
            return None
        back = step.inverted()
        self._move(back)
        self._history.undid()
        self._tell(back)
        return back

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last; gives the change set, None if there was nothing."""
        step = self._history.to_redo
        if step is None:
            return None
        self._move(step)
        self._history.redid()
        self._tell(step)
        return step

    @property
    def undo_label(self) -> Phrase | None:
        """The name of what `undo` would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> Phrase | None:
        """The name of what `redo` would do again."""
        return self._history.redo_label

    def step_ends(self) -> None:
        """A field was left: whatever is typed next is a step of its own."""
        self._history.step_ends()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` told of every change set and the document after it; gives what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    @property
    def save_state(self) -> SaveState:
        """What is true of saving right now."""
        return SaveState(
            unsaved=self._work.unsaved,
            saved_at=self._saved_at,
            problem=self._problem,
            saving=self._saver.running,
        )

    def save_is_due(self, now: datetime) -> bool:
        """Whether the document should save itself: unsaved, with a place, and half a minute without an edit or try."""
        waiting = now - self._edited_at >= SAVE_AFTER
        return self._work.unsaved and self.path is not None and not self._saver.running and waiting

    def save(self) -> SaveResult:
        """Save to the file, and wait for it.

        Raises:
            FileProblem: it cannot be written, or there is no place yet; the work copy is safe.
        """
        return self._save(self.path)

    def save_as(self, path: Path) -> SaveResult:
        """Save to another place and stay there; the document keeps its identity and versions.

        Raises:
            FileProblem: it cannot be written, or something else is there.
        """
        return self._save(opening.place(path))

    def start_save(self, done: Callable[[Outcome], None], *, path: Path | None = None) -> None:
        """Save on another thread, which calls ``done``; hand what it gets to `apply_saved` on this thread.

        Does nothing while a save is under way. With ``path`` it saves there and stays there.
        """
        if not self._saver.running:
            target = self.path if path is None else opening.place(path)
            self._edited_at = self._desk.clock()
            self._saver.start(lambda: self._written(target), done)

    def apply_saved(self, result: Outcome) -> tuple[Conflict, ...]:
        """Take in what came of `start_save`: the state, and what others had saved. Gives what gave way.

        The changes of others cannot be undone; steps of this session on the same records cannot any more either.
        """
        if self._saver.settled() is not result:
            return ()
        self._saver.taken_in()
        return self._taken_in(result)

    def document_on_disk(self) -> Document:
        """The document as it stands in the work copy, after all checks; equal to `document`, or something is broken.

        Raises:
            FileProblem: ``work.damaged``.
        """
        try:
            return self._work.read().document
        except Damaged as failure:
            raise FileProblem("work.damaged", folder=str(self._work.folder)) from failure

    def versions(self) -> list[Version]:
        """The earlier versions that this machine still has, the newest first."""
        return [
            Version(id=one.id, at=one.at, who=one.who, file=self._versions.file(one.id))
            for one in reversed(self._work.saves())
            if self._versions.has(one.id)
        ]

    def version_document(self, version: Version) -> Document:
        """The document as it was in an earlier version. Raises FileProblem if the version is damaged or gone."""
        return read_document(version.file, self._desk)

    def bring_back(self, version: Version) -> ChangeSet:
        """The change set that makes the document what it was in an earlier version; do it with `edit`.

        Raises:
            FileProblem: the version is damaged or gone.
        """
        return difference(self.document, self.version_document(version), phrase("edit.bring_back", at=version.at))

    def close(self, *, save: bool = True) -> None:
        """End the session. With ``save`` everything is saved first; without, what is unsaved is thrown away.

        Raises:
            FileProblem: it could not be saved. The session stays open and the work copy is safe.
        """
        self._settle()
        if save and self._work.unsaved:
            self.save()
        self._work.discard()
        self._listeners.clear()
        opening.tidy(self._desk)

    def leave(self) -> None:
        """End the session but keep its unsaved work on this machine, to be taken up at the next start."""
        self._settle()
        self._work.close()

    def _save(self, target: Path | None) -> SaveResult:
        self._settle()
        try:
            result = self._written(target)
        except FileProblem as problem:
            self._taken_in(problem)
            raise
        self._taken_in(result)
        return result

    def _written(self, target: Path | None) -> SaveResult:
        if target is None:
            raise FileProblem("file.no_place")
        return save(self._work, target, self._desk.state, self._way())

    def _way(self) -> Way:
        one = self._desk
        return Way(new_id=one.new_id, clock=one.clock, who=one.who, step=one.step, patience=one.patience)

    def _settle(self) -> None:
        outcome = self._saver.settled()
        if outcome is not None:
            self._saver.taken_in()
            self._taken_in(outcome)

    def _taken_in(self, result: Outcome) -> tuple[Conflict, ...]:
        if isinstance(result, FileProblem):
            self._problem = result.phrase
            return ()
        self._problem, self._saved_at = None, result.mark.at
        unedited = self._work.position == result.position
        conflicts = result.conflicts
        changes = result.merged
        if changes and result.ours is not None:
            if not unedited:
                again = merge(result.ours, self.document, result.ours.with_changes(changes))
                changes, conflicts = again.changes, (*conflicts, *again.conflicts)
            self._move(changes, kept=conflicts)
            self._history.others_changed(changes)
        self._work.grown_from(result.saves)
        saved = self._work.position if unedited else result.position
        self._work.noted(path=str(result.path), base=result.mark.id, pending="", saved=saved)
        self.conflicts += conflicts
        if changes:
            self._tell(changes)
        return conflicts

    def _move(self, change_set: ChangeSet, kept: tuple[Conflict, ...] = ()) -> None:
        after = self.document.with_changes(change_set)
        self._edited_at = self._desk.clock()
        self._work.commit(change_set, self._edited_at, self._desk.who, kept)
        self.document = after

    def _tell(self, change_set: ChangeSet) -> None:
        """Tell every listener, also when one of them fails; then say which failed."""
        failures: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(change_set, self.document)
            except Exception as failure:  # noqa: BLE001 - all are told, then all failures raised
                failures.append(failure)
        if failures:
            raise ExceptionGroup("listeners", failures)
