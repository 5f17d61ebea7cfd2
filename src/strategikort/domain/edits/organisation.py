"""What a person can do to the municipality: name it, found centres and units, place people in roles."""

from dataclasses import replace
from datetime import date

from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import within
from strategikort.domain.edits.records import checked
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.organisation import (
    Municipality,
    OrgKind,
    OrgUnit,
    Person,
    Placement,
    RoleHolding,
    Vision,
)
from strategikort.domain.phrases import Word, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record
from strategikort.domain.texts import folded, one_line


def found_municipality(*, profile: Profile, new_id: NewId, name: str) -> Document:
    """A new document: the municipality and an empty vision."""
    municipality = Municipality(id=new_id(), name=one_line(name), profile=profile.key)
    return Document(
        [
            checked(municipality),
            Vision(id=new_id(), name=profile.words["vision"].one.capitalize()),
        ]
    )


def add_org(
    document: Document,
    *,
    new_id: NewId,
    kind: OrgKind,
    name: str,
    code: str,
    type: str = "",
    parent: Id | None = None,
) -> ChangeSet:
    """Found a centre, or a unit in the centre ``parent``.

    Raises:
        EditRefused: ``org.nameless``, ``org.twice`` if the code is in use, ``gone``, ``text.long``.
    """
    name, code = one_line(name), one_line(code)
    if not name:
        raise EditRefused("org.nameless")
    if code and any(folded(other.code) == folded(code) for other in document.all(OrgUnit).values()):
        raise EditRefused("org.twice", code=code)
    org = checked(OrgUnit(id=new_id(), kind=kind, name=name, code=code, type=type))
    records: list[Record] = [org]
    if parent:
        records.append(Placement(id=new_id(), unit=org.id, parent=existing(document, OrgUnit, parent).id))
    return ChangeSet(phrase("edit.add", kind=Word(kind.value)), added(records))


def appoint(
    document: Document,
    *,
    new_id: NewId,
    name: str,
    role: str,
    org: Id | None,
    since: date,
    job_title: str = "",
) -> ChangeSet:
    """Let a person, known by name or new, hold a role from a day until the next who is known to hold it.

    Who held it before does so until the day before; a holding that begins on the day is the new person's instead. If
    the person holds it that day already, nothing changes.

    Raises:
        EditRefused: ``person.nameless``, ``text.long``.
    """
    name = one_line(name)
    if not name:
        raise EditRefused("person.nameless")
    known = next((one for one in document.all(Person).values() if one.name == name), None)
    person = known or checked(Person(id=new_id(), name=name, job_title=one_line(job_title)))
    held = [one for one in document.all(RoleHolding).values() if one.role == role and one.org == org]
    there = [one for one in held if within(since, one.valid_from, one.valid_to)]
    label = phrase("edit.appoint", name=name)
    if any(one.person == person.id for one in there):
        return ChangeSet(label, ())
    later = min((one.valid_from for one in held if one.valid_from and one.valid_from > since), default=None)
    holding = checked(
        RoleHolding(id=new_id(), person=person.id, org=org, role=role, valid_from=since, valid_to=_day_before(later))
    )
    fresh: list[Record] = [holding] if known else [person, holding]
    return ChangeSet(label, (*(_ended(one, since) for one in there), *added(fresh)))


def _ended(holding: RoleHolding, since: date) -> Change:
    """``holding`` until the day before ``since``, or none of it if it began no earlier."""
    if holding.valid_from == since or since == date.min:
        return Change(holding, None)
    return Change(holding, replace(holding, valid_to=_day_before(since)))


def _day_before(day: date | None) -> date | None:
    return date.fromordinal(day.toordinal() - 1) if day else None
