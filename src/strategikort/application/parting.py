"""A municipality's file parted into a file for each centre, as `overview_of` puts them together again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from strategikort.application.file_names import safe_name, told_apart
from strategikort.application.homes import Homes
from strategikort.application.overview import SUFFIX
from strategikort.application.problems import FileProblem
from strategikort.application.session import Desk, Session
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.rules.asking import Check
from strategikort.domain.document import Document
from strategikort.domain.kinds import TABLE_NAMED, TABLE_OF
from strategikort.domain.organisation import Municipality, OrgUnit, Person, Scope
from strategikort.domain.shape import Id, Record, references

Key = tuple[str, Id]


def centre_parts(check: Check) -> Mapping[Id, Document]:
    """What each centre's file holds: its own, what belongs to no centre of the plan year, and all that these name.

    A centre gets what others have only where its own goals hang on it, and of the people only those that its records
    name; a person whom nothing names is in every file. Every record of the whole is in some part. Cost: linear in what
    the parts hold.
    """
    document, homes = check.document, Homes(check)
    centres = Coverage(check, Side.CENTRES).columns
    own: dict[Id | None, list[Record]] = {centre: [] for centre in (*centres, None)}
    for record in document.records():
        home = homes.of(record)
        own[home if home in own else None].append(record)
    everywhere = [one for one in own[None] if not isinstance(one, (Municipality, Person))]
    named = {key[1] for record in document.records() for key in references(record)}
    everywhere += [one for one in document.all(Person).values() if one.id not in named]
    return {centre: _part(document, centre, (*own[centre], *everywhere)) for centre in centres}


def _part(document: Document, centre: Id, begun: Iterable[Record]) -> Document:
    """The records of ``begun`` with all that they name, as the file of a centre."""
    found: dict[Key, Record] = {}
    waiting = list(begun)
    while waiting:
        record = waiting.pop()
        key = TABLE_OF[type(record)].name, record.id
        if key not in found:
            found[key] = record
            waiting += (document.all(TABLE_NAMED[table].base)[named] for table, named in references(record))
    municipalities = document.all(Municipality).values()
    whose = [replace(one, scope=Scope.CENTRE, centre=centre) for one in municipalities]
    kept = [one for one in document.records() if (TABLE_OF[type(one)].name, one.id) in found]
    centre_itself = [] if ("org_unit", centre) in found else [document.all(OrgUnit)[centre]]
    return Document([*whose, *centre_itself, *kept])


def save_parts(check: Check, folder: Path, *, desk: Desk) -> list[Path]:
    """Save a file for each centre in ``folder``, named after it. Gives the files.

    Raises:
        FileProblem: ``parts.none`` if there is no centre, ``parts.exists`` if a file of one of the names is there, and
            then nothing is written; or one cannot be written: those before it stay.
    """
    parts = centre_parts(check)
    if not parts:
        raise FileProblem("parts.none")
    units = check.document.all(OrgUnit)
    names = told_apart(safe_name(units[centre].name) for centre in parts)
    files = {folder / f"{name}{SUFFIX}": part for name, part in zip(names, parts.values(), strict=True)}
    there = next((file for file in files if file.exists()), None)
    if there is not None:
        raise FileProblem("parts.exists", file=there.name, folder=folder.name)
    for file, part in files.items():
        Session.create(file, part, desk=desk).close()
    return list(files)
