"""What an import has found so far: new records, and what has to be told about them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import add_agreement, agreement_in
from strategikort.domain.edits.locks import COUNCILS
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.kinds import TABLE_OF, TABLES, kind_name
from strategikort.domain.links import Link
from strategikort.domain.organisation import Municipality, OrgUnit
from strategikort.domain.phrases import About, Phrase, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.remembered import with_memories
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import one_line, tidied
from strategikort.exchange.results import Imported

R = TypeVar("R", bound=Record)

UNTITLED = "Uden titel"
"""The title of what came without one."""

_ORDER = {table.name: place for place, table in enumerate(TABLES)}


class Gathering:
    """Collects what is read for ``document``; `imported` closes it."""

    def __init__(self, document: Document, *, profile: Profile, new_id: NewId, file: str) -> None:
        self.document = document
        self.profile = profile
        self.new_id = new_id
        self.file = file
        self._records: list[Record] = []
        self._repaired: list[Phrase] = []
        self._unresolved: list[Phrase] = []
        self._skipped: list[Phrase] = []
        self._removed = 0
        self._renewed: dict[Id, tuple[Goal, Goal]] = {}
        self._named: set[Id] = set()

    def add(self, record: R) -> R:
        """Take ``record`` in."""
        self._records.append(record)
        return record

    def known(self, kind: GoalKind, code: str, days: tuple[date | None, date | None]) -> Goal | None:
        """The goal of the council that the document has under a code; None for other kinds, and if several have it.

        One that holds in other ``days`` alone is another goal, for councils begin to count anew; and no two rows are
        one goal.
        """
        goal = self._councils.get((kind, code)) if code else None
        if goal is None or goal.id in self._named:
            return None
        first, last = days
        over = first is not None and goal.valid_to is not None and goal.valid_to < first
        later = last is not None and goal.valid_from is not None and goal.valid_from > last
        return None if over or later else goal

    @cached_property
    def _councils(self) -> Mapping[tuple[GoalKind, str], Goal]:
        """The goals of the council by kind and code, as long as no other has the same."""
        found: dict[tuple[GoalKind, str], Goal | None] = {}
        for goal in self.document.all(Goal).values():
            if goal.kind in COUNCILS and goal.code:
                key = goal.kind, goal.code
                found[key] = None if key in found else goal
        return {key: goal for key, goal in found.items() if goal is not None}

    def renew(self, before: Goal, after: Goal) -> Goal:
        """Let a goal of the council say what the source says; one that says it already is noted as delivered."""
        self._named.add(before.id)
        if after != before:
            self._renewed[before.id] = before, after
        return after

    def repaired(self, code: str, /, **about: About) -> None:
        """Tell of something that was taken in another form."""
        self._repaired.append(phrase(f"import.mended.{code}", **about))

    def unresolved(self, code: str, /, **about: About) -> None:
        """Tell of a link that leads nowhere."""
        self._unresolved.append(phrase(f"import.loose.{code}", **about))

    def skipped(self, code: str, /, **about: About) -> None:
        """Tell of a text that found no place."""
        self._skipped.append(phrase(f"import.left.{code}", **about))

    def clean(self, text: str) -> str:
        """``text`` as a record may hold it, without blanks around it; what had to go is counted and told."""
        if text.isascii() and text.isprintable():
            return text.strip()
        tidy = tidied(text)
        if tidy != text:
            self._removed += sum(tidied(one) == "" for one in text if one != "\r")
        return tidy.strip()

    def line(self, text: str) -> str:
        """``text`` clean and on one line: what a title or a name is."""
        clean = self.clean(text)
        return clean if clean.isprintable() and "  " not in clean else one_line(clean)

    def municipality(self, name: str) -> None:
        """Make the municipality, named after the source, where the document has none yet."""
        if self.document.municipality is None:
            self.add(Municipality(id=self.new_id(), name=name, profile=self.profile.key))

    def agreement(self, unit: OrgUnit, year: int) -> tuple[Agreement, list[Record]]:
        """The agreement of ``unit`` for ``year`` and its parts, not yet taken in; one that is there has no parts."""
        document = self.document
        if document.get(OrgUnit, unit.id) is None:
            document = document.with_changes(ChangeSet(Phrase(""), added([unit])))
        there = agreement_in(document, unit.id, *self.profile.period(year))
        if there:
            return there, []
        made = add_agreement(document, profile=self.profile, new_id=self.new_id, unit=unit.id, year=year)
        records = [change.record for change in made.changes]
        paper = next(one for one in records if isinstance(one, Agreement))
        return paper, [one for one in records if one is not paper]

    def imported(self) -> Imported:
        """All that was gathered, as one step under the name of the file."""
        if self._removed:
            self.repaired("characters", n=self._removed)
        renewed = {key: after for key, (_, after) in self._renewed.items()}
        records = with_memories(self._records, {**self.document.all(Goal), **renewed})
        changes = (*_in_order(records), *(Change(*both) for both in self._renewed.values()))
        return Imported(
            change_set=ChangeSet(phrase("edit.import", file=self.file), changes),
            added=counted(self._records),
            repaired=tuple(self._repaired),
            unresolved=tuple(self._unresolved),
            skipped=tuple(self._skipped),
            delivered=frozenset(self._named),
        )


def _in_order(records: Iterable[Record]) -> tuple[Change, ...]:
    return added(sorted(records, key=lambda one: _ORDER[TABLE_OF[type(one)].name]))


def counted(records: Sequence[Record]) -> dict[str, int]:
    """How many there are of each kind of record, in the order of the tables; links also by kind of link."""
    found = Counter(map(kind_name, records))
    kinds = [name for table in TABLES for name, _ in table.kinds]
    links = Counter(one.kind.name for one in records if isinstance(one, Link))
    return {kind: found[kind] for kind in kinds if found[kind]} | dict(sorted(links.items()))


def poured(text: str, most: int) -> tuple[str, str]:
    """``text`` in two: what fits ``most`` characters, and the rest; cut between paragraphs, sentences or words."""
    if len(text) <= most:
        return text, ""
    for mark in ("\n\n", "\n", ". ", " "):
        place = text.rfind(mark, most // 2, most)
        if place > 0:
            cut = place + len(mark.rstrip())
            return text[:cut].rstrip(), text[cut:].lstrip()
    return text[:most], text[most:]


def headed(text: str, most: int) -> tuple[str, str]:
    """A title of at most ``most`` characters, and the whole text again if it had to be shortened."""
    if len(text) <= most:
        return text, ""
    return f"{poured(text, most - 1)[0]}…", text
