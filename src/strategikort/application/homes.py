"""Which centre a record belongs to, through what it names."""

from collections.abc import Callable
from typing import Final

from strategikort.cascade.rules.asking import Check
from strategikort.domain.kinds import TABLE_NAMED
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.shape import Id, Record, fields_of

_LEADS_HOME: Final = ("goal", "indicator", "agreement", "org", "owner", "unit", "centre", "map", "lower")
"""The fields that lead from a record to its centre, the first that is filled counts."""


class Homes:
    """Which centre a record belongs to on the first day of the plan year, through what it names."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._day = check.plan_period[0] or check.today
        self._known: dict[Id, Id | None] = {}

    def of_identity(self, identity: Id) -> Id | None:
        """The centre of the record with an identity; None for a record of no centre."""
        record = self._check.document.find(identity)
        return self.of(record) if record else None

    def of(self, record: Record) -> Id | None:
        """The centre of a record: that of the unit that it names, or else that of the goal or agreement it names."""
        return self._led(record, self._of_org)

    def org_of(self, record: Record) -> Id | None:
        """The unit or centre that a record names, or that the goal or agreement names that it names."""
        return self._led(record, lambda org: org)

    def _led(self, record: Record, answer: Callable[[Id], Id | None]) -> Id | None:
        if isinstance(record, OrgUnit):
            return answer(record.id)
        for name in _LEADS_HOME:
            named = getattr(record, name, None)
            if named:
                table = next(field.refers for field in fields_of(type(record)) if field.name == name)
                found = self._check.document.get(TABLE_NAMED[table].base, named) if table else None
                if found and (led := self._led(found, answer)):
                    return led
        return None

    def _of_org(self, org: Id) -> Id | None:
        if org not in self._known:
            unit = self._check.document.get(OrgUnit, org)
            itself = org if unit and unit.kind is OrgKind.CENTRE else None
            self._known[org] = itself or self._check.places.centre_of(org, self._day)
        return self._known[org]
