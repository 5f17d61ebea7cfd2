"""Between the document and the views: one signal for what changed, one for what is selected, one door for edits."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from strategikort.application.workspace import Workspace
from strategikort.cascade.changed_above import KnownDoubts, doubts_of
from strategikort.cascade.checking import Checked
from strategikort.cascade.findings import Finding, Mend
from strategikort.cascade.mending import mends_of
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.watch import Watch
from strategikort.desktop.spelling import Spelling
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.reviews import Exemption
from strategikort.domain.shape import Id, Record

_CHECK_AFTER_MS = 60
_LOOK_AT_DAY_MS = 60_000
"""A timer set for midnight would be late by as long as the machine slept."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What the views follow: the change set and the document after it. They cannot tell an edit from an undo."""

    change_set: ChangeSet
    document: Document
    doubted: Collection[Id] = ()
    """The goals that may be in doubt otherwise than before."""


class Bridge(QObject):
    """The document as Qt sees it. Views read from it, listen to it, and edit only through `edit`."""

    changed = Signal(object)
    """A `Changed`, at once after each edit, undo, redo and merge."""
    checked = Signal(object)
    """The findings (tuple of `Finding`), a moment after a change."""
    selected = Signal(object)
    """The selected identities (tuple of `Id`), when the selection became another one."""
    typing = Signal()
    """Something is being typed that will be a step in a moment, so there is something to undo."""
    refused = Signal(object)
    """A `Phrase`: why an edit was not made."""
    done = Signal(object)
    """A `Phrase`: what was done, undone or done again, for those who do not see it. Typing in fields says nothing."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.spelling: Spelling | None = None
        """What the text fields ask about their words; nothing in a window of its own."""
        self._selection: tuple[Id, ...] = ()
        self._chosen_of: tuple[Document, tuple[Id, ...]] = workspace.document, ()
        self._chosen: dict[type[Record], tuple[Id, ...]] = {}
        self._watch: Watch | None = None
        self._asked: Check | None = None
        self._day = workspace.today()
        self._checked: Checked = workspace.checked()
        self._by_record = _by_record(self._checked.findings)
        self._doubts = doubts_of(workspace.document)
        self._unsubscribe = workspace.session.subscribe(self._follow)
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(_CHECK_AFTER_MS)
        self._check_soon.timeout.connect(self.check_now)
        self._day_by_day = QTimer(self)
        self._day_by_day.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._day_by_day.setInterval(_LOOK_AT_DAY_MS)
        self._day_by_day.timeout.connect(self._look_at_day)
        self._day_by_day.start()

    @property
    def document(self) -> Document:
        """The document as it stands now."""
        return self.workspace.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the last check."""
        return self._checked.findings

    @property
    def excepted(self) -> tuple[tuple[Finding, Exemption], ...]:
        """The findings of the last check that somebody lets stand, each with the reason."""
        return self._checked.excepted

    def settled(self) -> Checked:
        """What a check gives of the document as it stands, the exceptions too; checked now if an edit is newer."""
        if self._check_soon.isActive() or self._is_another_day():
            self.check_now()
        return self._checked

    def forked_watch(self) -> Watch:
        """A check of its own of the document as it stands, to follow what is only tried: see `Watch.forked`."""
        if self._watch is None or self._check_soon.isActive() or self._is_another_day():
            self.check_now()
        assert self._watch is not None, "a check has just made it"
        return self._watch.forked()

    def findings_of(self, record: Id) -> tuple[Finding, ...]:
        """The findings that are about ``record``."""
        return self._by_record.get(record, ())

    def mends_of(self, finding: Finding) -> tuple[Mend, ...]:
        """How a finding of the last check can be mended in the document as it stands."""
        if self._watch is not None:
            return mends_of(self._watch.check, finding)
        if self._asked is None or self._asked.document is not self.document:
            self._asked = self.workspace.asking()
        return mends_of(self._asked, finding)

    @property
    def doubts(self) -> KnownDoubts:
        """Which goals are in doubt because one above them has changed; up to date with each edit."""
        return self._watch.doubts if self._watch is not None else self._doubts

    @property
    def selection(self) -> tuple[Id, ...]:
        """What is selected, the first selected first."""
        return self._selection

    def chosen(self, kind: type[Record]) -> tuple[Id, ...]:
        """What is selected of one kind of record, in the same order; worked out once for a selection."""
        document, selection = self._chosen_of
        if document is not self.document or selection is not self._selection:
            self._chosen_of, self._chosen = (self.document, self._selection), {}
        if kind not in self._chosen:
            self._chosen[kind] = tuple(one for one in self._selection if self.document.get(kind, one))
        return self._chosen[kind]

    def select(self, identities: Iterable[Id]) -> None:
        """Select these and nothing else; all views follow."""
        chosen = tuple(dict.fromkeys(identities))
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit(chosen)

    def edit(self, make: Callable[[Document], ChangeSet]) -> ChangeSet | None:
        """Do what ``make`` answers for the document as it stands; None if it was refused, which `refused` then says.

        The document refuses what its rules forbid, the disk what it cannot keep; then nothing has changed.
        """
        try:
            change_set = make(self.document)
            self.workspace.session.edit(change_set)
        except KnownFailure as refusal:
            self.refused.emit(refusal.phrase)
            return None
        if change_set and not change_set.label.code.startswith("edit.field"):
            self.done.emit(phrase("heard.done", step=change_set.label))
        return change_set

    def undo(self) -> None:
        """Take the last step back; `refused` says it if the disk cannot keep that."""
        self._step(self.workspace.session.undo, "heard.undone")

    def redo(self) -> None:
        """Do again what was taken back; `refused` says it if the disk cannot keep that."""
        self._step(self.workspace.session.redo, "heard.redone")

    def _step(self, step: Callable[[], ChangeSet | None], heard: str) -> None:
        try:
            made = step()
        except KnownFailure as refusal:
            self.refused.emit(refusal.phrase)
            return
        if made:
            self.done.emit(phrase(heard, step=made.label))

    def say(self, said: Phrase) -> str:
        """A phrase in the user's language and the municipality's words."""
        return self.workspace.words.say(said)

    def check_now(self) -> None:
        """Check what has been edited since the last check, and tell the views; on a new day, or at first, all."""
        self._check_soon.stop()
        if self._watch is None or self._is_another_day():
            self._day, self._watch = self.workspace.today(), self.workspace.watch()
        else:
            self._watch.settle()
        self._checked = self._watch.checked
        self._by_record = _by_record(self.findings)
        self.checked.emit(self.findings)

    def _is_another_day(self) -> bool:
        return self.workspace.today() != self._day

    def _look_at_day(self) -> None:
        if self._is_another_day():
            self.check_now()

    def close(self) -> None:
        """Stop following the document."""
        self._check_soon.stop()
        self._day_by_day.stop()
        self._unsubscribe()

    def _follow(self, change_set: ChangeSet, document: Document) -> None:
        doubted = self._follow_doubts(change_set, document)
        gone = {change.record.id for change in change_set.changes if change.after is None}
        self.changed.emit(Changed(change_set, document, doubted))
        if gone.intersection(self._selection):
            self.select(one for one in self._selection if one not in gone)
        self._check_soon.start()

    def _follow_doubts(self, change_set: ChangeSet, document: Document) -> Collection[Id]:
        """Let the check follow, if one does yet, or find the doubts anew. The goals that may be in doubt otherwise."""
        if self._watch is not None:
            return self._watch.follow(change_set, document)
        before, self._doubts = self._doubts, doubts_of(document)
        return before.otherwise(self._doubts)


def _by_record(findings: Iterable[Finding]) -> Mapping[Id, tuple[Finding, ...]]:
    found: dict[Id, list[Finding]] = {}
    for finding in findings:
        if finding.records:
            found.setdefault(finding.records[0], []).append(finding)
    return {record: tuple(of_it) for record, of_it in found.items()}
