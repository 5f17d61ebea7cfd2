"""All records of one file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.goals import Goal
from strategikort.domain.kinds import TABLE_OF, TABLES
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import Municipality, OrgUnit
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id, Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class OutOfStep(Exception):
    """A change set was made for another state of the document: a bug of ours, never the user's fault."""


class Document:
    """The records of one file by table and identity. Immutable: `with_changes` gives the next document.

    An edit copies the mappings of the tables that it touches and shares the rest: about 0.1 ms at 10,000 goals.
    """

    __slots__ = ("__weakref__", "_derived", "_tables", "_touching")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._tables: Mapping[str, Mapping[Id, Record]] = {}
        self._touching: Mapping[Id, tuple[Id, ...]] = {}
        self._derived: dict[object, object] = {}
        filled = self.with_changes(ChangeSet(Phrase(""), added(records)))
        self._tables, self._touching = filled._tables, filled._touching

    def all(self, kind: type[R]) -> Mapping[Id, R]:
        """Every record of ``kind``, by identity. ``Goal`` gives the goals of all kinds. Do not change it."""
        table = TABLE_OF[kind]
        records = self._tables.get(table.name, {})
        if kind is table.base:
            return cast(Mapping[Id, R], records)
        return self.derived(
            kind,
            lambda _: {key: one for key, one in records.items() if isinstance(one, kind)},
        )

    def get(self, kind: type[R], identity: Id | None) -> R | None:
        """The record of ``kind`` with ``identity``, or None."""
        found = self._tables.get(TABLE_OF[kind].name, {}).get(identity) if identity else None
        return found if isinstance(found, kind) else None

    def find(self, identity: Id) -> Record | None:
        """The record with ``identity``, of whatever kind, or None. Most that is asked about are goals."""
        others = (records[identity] for records in self._tables.values() if identity in records)
        return self.get(Goal, identity) or next(others, None)

    def grouped(self, kind: type[R], name: str) -> Mapping[Id, tuple[R, ...]]:
        """The records of ``kind`` by the identity in their field ``name``. Worked out once for a document."""

        def by_field(document: Document) -> dict[Id, tuple[R, ...]]:
            found: dict[Id, list[R]] = {}
            for record in document.all(kind).values():
                found.setdefault(getattr(record, name), []).append(record)
            return {key: tuple(records) for key, records in found.items()}

        return self.derived((kind, name), by_field)

    def records(self) -> Iterator[Record]:
        """Every record, table by table, in an order in which what is referred to comes first."""
        for table in TABLES:
            yield from self._tables.get(table.name, {}).values()

    def links_of(self, goal: Id, kind: LinkKind | None = None) -> tuple[Link, ...]:
        """The links that touch ``goal``, of one kind if asked. Cost: their number."""
        links = self.all(Link)
        found = [links[link] for link in self._touching.get(goal, ())]
        return tuple(found if kind is None else [link for link in found if link.kind is kind])

    def links_up(self, goal: Id, kind: LinkKind = LinkKind.REALISES) -> tuple[Link, ...]:
        """The links from ``goal`` to what it supports."""
        links = self.all(Link)
        found = [links[link] for link in self._touching.get(goal, ())]
        return tuple([link for link in found if link.lower == goal and link.kind is kind])

    def links_down(self, goal: Id, kind: LinkKind = LinkKind.REALISES) -> tuple[Link, ...]:
        """The links to ``goal`` from what supports it."""
        links = self.all(Link)
        found = [links[link] for link in self._touching.get(goal, ())]
        return tuple([link for link in found if link.upper == goal and link.kind is kind])

    @property
    def municipality(self) -> Municipality | None:
        """Whose document this is; None only while a document is being made."""
        return self.derived("municipality", lambda _: next(iter(self.all(Municipality).values()), None))

    def derived(self, key: object, make: "Callable[[Document], T]") -> T:
        """What ``make`` gives for this document, worked out once and kept with it under ``key``."""
        if key not in self._derived:
            self._derived[key] = make(self)
        return cast(T, self._derived[key])

    def with_changes(self, change_set: ChangeSet) -> "Document":
        """The document after ``change_set``.

        Raises:
            OutOfStep: a change's ``before`` is not what stands here now.
        """
        tables = dict(self._tables)
        fresh: dict[str, dict[Id, Record]] = {}
        for change in change_set.changes:
            name, identity = TABLE_OF[type(change.record)].name, change.record.id
            if name not in fresh:
                tables[name] = fresh[name] = dict(tables.get(name, {}))
            if fresh[name].get(identity) != change.before:
                raise OutOfStep(f"{change_set.label.code}: {name} {identity}")
            if change.after is None:
                del fresh[name][identity]
            else:
                fresh[name][identity] = change.after
        document = object.__new__(Document)
        document._tables = tables
        document._touching = _retouched(self._touching, change_set) if "link" in fresh else self._touching
        document._derived = {}
        return document

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        names = self._tables.keys() | other._tables.keys()
        return all(self._tables.get(name, {}) == other._tables.get(name, {}) for name in names)

    __hash__ = None  # type: ignore[assignment]


def _retouched(touching: Mapping[Id, tuple[Id, ...]], change_set: ChangeSet) -> Mapping[Id, tuple[Id, ...]]:
    fresh = dict(touching)
    for change in change_set.changes:
        if isinstance(change.before, Link):
            link = change.before
            for end in {link.lower, link.upper}:
                kept = tuple(one for one in fresh[end] if one != link.id)
                if kept:
                    fresh[end] = kept
                else:
                    del fresh[end]
        if isinstance(change.after, Link):
            link = change.after
            for end in {link.lower, link.upper}:
                fresh[end] = (*fresh.get(end, ()), link.id)
    return fresh


def goal_titled(document: Document, identity: Id) -> str:
    """The title of a goal for a sentence; its code, and at last its identity, where there is none."""
    goal = document.get(Goal, identity)
    return (goal.title or goal.code if goal else "") or identity


def map_titled(document: Document, map: StrategyMap) -> str:
    """What a map is called: its title, or the name of its centre; empty where it has neither."""
    centre = document.get(OrgUnit, map.centre)
    return map.title or (centre.name if centre else "")
