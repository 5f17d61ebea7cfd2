"""Checking a document while it is edited: each edit asks only what it can have touched.

Rules of single records, the verdicts on threads among them, are asked at once about the records that an edit leads to.
Rules of the whole are asked when there is a moment for it (`settle`). The conditions are those of the full check, and
a test holds the two equal after each step of a user.
"""

from collections.abc import Collection, Iterable, Iterator
from copy import copy
from datetime import date

from strategikort.cascade.checking import Checked, assembled, entries_on, finding_of, findings_of, plan_year
from strategikort.cascade.findings import Finding
from strategikort.cascade.groups import Groups
from strategikort.cascade.live_doubts import LiveDoubts
from strategikort.cascade.live_threads import LiveThreads
from strategikort.cascade.rulebook import Rulebook, RuleEntry
from strategikort.cascade.rules import RULES
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.registry import Rule, Step, kinds_of
from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.kinds import TABLE_NAMED
from strategikort.domain.organisation import Municipality
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record, field_of

MANY = 2_000
"""An edit of more changes than this is checked as a whole: that is quicker."""

AT_ONCE = 500
"""A rule is asked about so many records at once; about more, when there is a moment: one link may hold up thousands."""


class Watch:
    """The findings of a document that changes."""

    def __init__(
        self, document: Document, profile: Profile, rulebook: Rulebook, *, today: date, year: int | None = None
    ) -> None:
        self._profile = profile
        self._rulebook = rulebook
        self._today = today
        self._asked_year = year
        self._begin(document)

    def _begin(self, document: Document) -> None:
        self._document = document
        self._groups = Groups(document)
        self._threads = LiveThreads(document)
        self.doubts = LiveDoubts(document, self._threads)
        """Which goals are in doubt because one above them has changed."""
        self._year = self._year_of(document)
        self._check = self._checking(document)
        self._on = {entry.id: entry for entry in entries_on(self._rulebook, self._check)}
        self._of_records: dict[str, dict[Id, list[Finding]]] = {}
        self._of_all: dict[str, list[Finding]] = {}
        self._stale: set[str] = set()
        self._waiting: dict[str, set[Id]] = {}
        self._checked: Checked | None = None
        self._leading = _leading(RULES[key] for key in self._on)
        for key, entry in self._on.items():
            if RULES[key].about:
                self._of_records[key] = _by_subject(self._hits(entry, None))
            else:
                self._of_all[key] = list(findings_of(entry, self._check))

    def _year_of(self, document: Document) -> int | None:
        if self._asked_year is not None:
            return self._asked_year
        return plan_year(document, self._profile, self._today)

    def _checking(self, document: Document) -> Check:
        return Check(
            document,
            self._profile,
            today=self._today,
            year=self._year,
            groups=self._groups,
            threads=self._threads,
        )

    def forked(self) -> "Watch":
        """A watch of its own on the same document, which can follow what is only tried. Settles this one first.

        Cost: about 10 ms for 10,000 goals; what has been found is shared until it is found anew.
        """
        self.settle()
        fork = copy(self)
        fork._groups = Groups(self._document)
        fork._threads = self._threads.forked()
        fork.doubts = self.doubts.forked(fork._threads)
        fork._of_records = {key: dict(by_subject) for key, by_subject in self._of_records.items()}
        fork._of_all = dict(self._of_all)
        fork._stale, fork._waiting = set(), {}
        fork._check = fork._checking(self._document)
        return fork

    @property
    def check(self) -> Check:
        """The document as it stands, as the rules ask it: with its model, the day and the year."""
        return self._check

    @property
    def checked(self) -> Checked:
        """The findings as they are known now; those of the whole may be of a moment ago until `settle`."""
        if self._checked is None:
            self._checked = assembled(self._check, self._on.values(), self._findings())
        return self._checked

    def _findings(self) -> Iterator[Finding]:
        for by_subject in self._of_records.values():
            for found in by_subject.values():
                yield from found
        for found in self._of_all.values():
            yield from found

    def follow(self, change_set: ChangeSet, document: Document) -> Collection[Id]:
        """Take in an edit, after which the document is ``document``: rules of single records are asked at once.

        Gives the goals whose doubt may be another now.
        """
        self._checked = None
        if len(change_set.changes) > MANY or self._is_another_case(change_set, document):
            before = self.doubts.all
            self._begin(document)
            return before.otherwise(self.doubts.all)
        self._document = document
        self._groups.follow(change_set, document)
        moved = self._threads.follow(change_set, document)
        doubted = self.doubts.follow(change_set, document)
        self._check = self._checking(document)
        for key, subjects in self._touched(change_set, moved).items():
            if len(subjects) > AT_ONCE:
                self._waiting.setdefault(key, set()).update(subjects)
            else:
                self._ask(self._on[key], subjects)
        kinds = {type(change.record) for change in change_set.changes}
        self._stale |= {key for key in self._of_all if not kinds.isdisjoint(RULES[key].reads)}
        return doubted

    def settle(self) -> bool:
        """Ask the rules of the whole that an edit may have touched, and of records what is left. Whether any were."""
        waiting, self._waiting = self._waiting, {}
        for key, subjects in waiting.items():
            self._ask(self._on[key], subjects)
        stale, self._stale = self._stale, set()
        for key in stale:
            self._of_all[key] = list(findings_of(self._on[key], self._check))
        if stale or waiting:
            self._checked = None
        return bool(stale or waiting)

    def _is_another_case(self, change_set: ChangeSet, document: Document) -> bool:
        """Whether other rules may be on, or another year in question."""
        kinds = {type(change.record) for change in change_set.changes}
        return Municipality in kinds or (Agreement in kinds and self._year_of(document) != self._year)

    def _touched(self, change_set: ChangeSet, moved: Iterable[Id]) -> dict[str, set[Id]]:
        found: dict[str, set[Id]] = {}
        for change in change_set.changes:
            for key, ways in self._leading.get(type(change.record), ()):
                found.setdefault(key, set()).update(self._subjects(change, ways))
        if moved:
            for key in self._on:
                if RULES[key].threads:
                    found.setdefault(key, set()).update(moved)
        return found

    def _subjects(self, change: Change, ways: tuple[tuple[Step, ...], ...]) -> Iterator[Id]:
        for steps in ways:
            for record in (change.before, change.after):
                if record:
                    yield from self._led_to([record], steps)

    def _led_to(self, records: Iterable[Record], steps: tuple[Step, ...]) -> Iterator[Id]:
        """The subjects at the end of the way, whether they are there or not."""
        for place, step in enumerate(steps):
            last = place == len(steps) - 1
            if isinstance(step, str):
                named = [(record, one) for record in records for one in _named(record, step)]
                if last:
                    yield from (one for _, one in named)
                    return
                records = [found for record, one in named if (found := self._record(record, step, one))]
            else:
                records = [one for record in records for one in self._groups.of(*step, record.id)]
        yield from (record.id for record in records)

    def _record(self, record: Record, field: str, named: Id) -> Record | None:
        mark = field_of(type(record), field)
        table = mark.refers or mark.lists
        return self._document.get(TABLE_NAMED[table].base, named) if table else None

    def _ask(self, entry: RuleEntry, subjects: set[Id]) -> None:
        known = self._of_records[entry.id]
        for subject in subjects:
            known.pop(subject, None)
        known.update(_by_subject(self._hits(entry, subjects)))

    def _hits(self, entry: RuleEntry, subjects: set[Id] | None) -> Iterator[tuple[Id, Finding]]:
        rule = RULES[entry.id]
        if subjects is None:
            records = rule.subjects(self._check)
        else:
            found = (self._subject(rule, one) for one in subjects)
            records = [one for one in found if one]
        for hit in rule.hits(self._check, records):
            yield hit.subject, finding_of(entry, hit)

    def _subject(self, rule: Rule, identity: Id) -> Record | None:
        return next((one for kind in rule.about if (one := self._document.get(kind, identity))), None)


def _by_subject(found: Iterable[tuple[Id, Finding]]) -> dict[Id, list[Finding]]:
    by_subject: dict[Id, list[Finding]] = {}
    for subject, finding in found:
        by_subject.setdefault(subject, []).append(finding)
    return by_subject


def _named(record: Record, field: str) -> tuple[Id, ...]:
    value = getattr(record, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _leading(rules: Iterable[Rule]) -> dict[type[Record], list[tuple[str, tuple[tuple[Step, ...], ...]]]]:
    """By kind of record the rules that a change of it leads to, and the ways there; no step at all for a subject."""
    found: dict[type[Record], dict[str, list[tuple[Step, ...]]]] = {}
    for rule in rules:
        for kind in rule.about:
            found.setdefault(kind, {}).setdefault(rule.id, []).append(())
        for way in rule.ways:
            for kind in kinds_of((way.kind,)):
                found.setdefault(kind, {}).setdefault(rule.id, []).append(way.steps)
    return {kind: [(key, tuple(ways)) for key, ways in by_rule.items()] for kind, by_rule in found.items()}
