"""The municipality: its units, bodies, people and who holds which role when.

Everything dated, because schools merge and centres are renamed; limits follow section 3.3 of the domain description.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from strategikort.domain.shape import Id, Length, Record, Refers

Name = Annotated[str, Length(120)]


OVERVIEW: Final = Id("overview")
"""The identity of the municipality of a document that was put together of several files, and is kept in none."""


class Scope(StrEnum):
    """What a file covers. In one centre's file, "no unit works on this" can only be asked of the centre's own goals."""

    MUNICIPALITY = "municipality"
    CENTRE = "centre"


class OrgKind(StrEnum):
    """What an organisational unit is in the cascade. A staff unit (*stab*) serves others."""

    CENTRE = "centre"
    UNIT = "unit"
    STAFF = "staff"


class Ownership(StrEnum):
    """Who owns a unit; *selvejende* is self-owned."""

    MUNICIPAL = "municipal"
    SELF_OWNED = "self_owned"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Record):
    """Whose document this is: exactly one in a document. ``profile`` is the key of its steering model."""

    name: Name = ""
    profile: Annotated[str, Length(40)] = ""
    scope: Scope = Scope.MUNICIPALITY
    centre: Annotated[Id | None, Refers("org_unit")] = None
    note: Annotated[str, Length(2000)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision(Record):
    """A vision of the council, such as Vision 2020; its parts are vision elements."""

    name: Name = ""
    text: Annotated[str, Length(6000)] = ""
    valid_from: date | None = None
    valid_to: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee(Record):
    """A committee of the council (*udvalg*)."""

    name: Name = ""
    code: Annotated[str, Length(12)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyArea(Record):
    """A policy area (*politikområde*) and the committee that answers for it."""

    name: Name = ""
    committee: Annotated[Id | None, Refers("committee")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgUnit(Record):
    """A centre or a unit. ``type`` is free words such as folkeskole or plejehjem; the dates are first and last day."""

    kind: OrgKind = OrgKind.UNIT
    name: Name = ""
    code: Annotated[str, Length(12)] = ""
    type: Annotated[str, Length(60)] = ""
    ownership: Ownership = Ownership.MUNICIPAL
    has_agreement: bool = True
    sites: int | None = None
    active_from: date | None = None
    active_to: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Record):
    """``unit`` belongs to ``parent`` (its centre) from a day to a day; None is no limit."""

    unit: Annotated[Id, Refers("org_unit")]
    parent: Annotated[Id, Refers("org_unit")]
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who signs, leads or is responsible. Only what an agreement prints is kept."""

    name: Name = ""
    job_title: Name = ""
    email: Name = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolding(Record):
    """``person`` holds ``role`` (a key of the profile's roles) in ``org`` from a day to a day."""

    person: Annotated[Id, Refers("person")]
    org: Annotated[Id | None, Refers("org_unit")] = None
    role: Annotated[str, Length(40)] = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup(Record):
    """Those who will notice the difference (*Hvem mærker forskellen?*)."""

    name: Name = ""
    description: Annotated[str, Length(600)] = ""
