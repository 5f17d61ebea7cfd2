"""What can be chosen in the fields that point to other records, and new records made by writing a new name."""

from collections.abc import Mapping
from typing import Final

from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.records import checked, set_field
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.goals import Goal, GoalKind, Origin
from strategikort.domain.kinds import TABLE_NAMED
from strategikort.domain.measures import DataSource
from strategikort.domain.organisation import Committee, OrgUnit, Person, PolicyArea, TargetGroup, Vision
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record, with_values
from strategikort.domain.texts import folded, one_line, sort_key

Options = tuple[tuple[Id, str], ...]

NAMED: Final[Mapping[str, type[Record]]] = {
    "person": Person,
    "committee": Committee,
    "policy_area": PolicyArea,
    "vision": Vision,
    "data_source": DataSource,
    "target_group": TargetGroup,
}
"""The kinds of record that come about by writing a name that there is not yet."""


def name_of(document: Document, identity: Id) -> str:
    """What a record is called in a list of choices; nothing if it is gone."""
    record = document.find(identity)
    if isinstance(record, Goal):
        return f"{record.code} {record.title}".strip()
    if isinstance(record, Person):
        return f"{record.name} ({record.job_title})" if record.job_title else record.name
    if isinstance(record, Agreement):
        org = document.get(OrgUnit, record.org)
        return f"{record.title} · {org.name}" if org else record.title
    return str(getattr(record, "name", ""))


def options(document: Document, table: str) -> Options:
    """The records of a table that can be chosen, by name in Danish order. Worked out once for a document."""

    def make(one: Document) -> Options:
        records = one.all(TABLE_NAMED[table].base).values()
        wanted = [record for record in records if _offered(record)]
        named = [(record.id, name_of(one, record.id)) for record in wanted]
        return tuple(sorted(named, key=lambda pair: (sort_key(pair[1]), pair[0])))

    return document.derived(("options", table), make)


def centres(document: Document) -> Options:
    """The centres of the municipality."""
    orgs = document.all(OrgUnit)
    return tuple(pair for pair in options(document, "org_unit") if orgs[pair[0]].kind == "centre")


def units(document: Document) -> Options:
    """The units of the municipality, which have agreements; no centres."""
    orgs = document.all(OrgUnit)
    return tuple(pair for pair in options(document, "org_unit") if orgs[pair[0]].kind != "centre")


def _offered(record: Record) -> bool:
    if isinstance(record, Goal):
        return record.origin is Origin.COMMON and record.kind in (GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL)
    return True


def find_named(choices: Options, text: str) -> Id | None:
    """The choice that is called ``text``, case and blanks apart; None if there is none."""
    wanted = folded(text)
    return next((identity for identity, name in choices if folded(name) == wanted), None)


def fill_with_new(
    document: Document,
    kind: type[Record],
    identity: Id,
    name: str,
    *,
    table: str,
    called: str,
    new_id: NewId,
    add: bool,
) -> ChangeSet:
    """Make the record ``called`` so in ``table`` and point the field ``name`` to it; with ``add``, one more of many.

    Raises:
        EditRefused: as `set_field` says.
    """
    fresh = checked(with_values(NAMED[table](id=new_id()), {"name": one_line(called)}))
    first = added([fresh])
    made = document.with_changes(ChangeSet(phrase("edit.field"), first))
    value: object = fresh.id
    if add:
        value = (*getattr(document.all(kind)[identity], name), fresh.id)
    then = set_field(made, kind, identity, name, value)
    return ChangeSet(then.label, (*first, *then.changes))
