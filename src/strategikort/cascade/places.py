"""Which centre a unit belongs to on a day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from strategikort.domain.document import Document
from strategikort.domain.organisation import OrgKind, OrgUnit, Placement
from strategikort.domain.shape import Id


class Places:
    """The organisation of a document, asked by day."""

    def __init__(self, document: Document) -> None:
        self._units = document.all(OrgUnit)
        self._placements = document.all(Placement)

    def centre_of(self, org: Id | None, day: date | None) -> Id | None:
        """The centre that ``org`` is or belongs to on ``day`` (None: whenever), through units in between if need be."""
        seen: set[Id] = set()
        while org and org not in seen:
            unit = self._units.get(org)
            if unit and unit.kind is OrgKind.CENTRE:
                return org
            seen.add(org)
            org = next(self._parents(org, day), None)
        return None

    def name(self, org: Id | None) -> str:
        """The unit's name, its code where it has none, empty if there is no such unit."""
        unit = self._units.get(org) if org else None
        return (unit.name or unit.code) if unit else ""

    @cached_property
    def _by_unit(self) -> dict[Id, list[Placement]]:
        found: defaultdict[Id, list[Placement]] = defaultdict(list)
        for placement in self._placements.values():
            found[placement.unit].append(placement)
        for known in found.values():
            known.sort(key=lambda one: (one.valid_from or date.min, one.id), reverse=True)
        return dict(found)

    def _parents(self, org: Id, day: date | None) -> Iterator[Id]:
        for one in self._by_unit.get(org, ()):
            starts, ends = one.valid_from or date.min, one.valid_to or date.max
            if day is None or starts <= day <= ends:
                yield one.parent


def places_of(document: Document) -> Places:
    """The organisation of the document, kept with it."""
    return document.derived(Places, Places)
