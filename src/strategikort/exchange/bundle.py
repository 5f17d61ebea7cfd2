"""The CSV bundle: a folder with ``goals.csv`` and ``links.csv``, as any spreadsheet or script can write it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.edits.refusal import NewId
from strategikort.domain.goals import GOAL_CLASSES, DecisionStatus, Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, room, with_values
from strategikort.domain.texts import one_line
from strategikort.exchange.gathering import UNTITLED, Gathering, headed
from strategikort.exchange.results import Imported, refused
from strategikort.exchange.tables import Row, Table, cell_date, cell_year, read_table, unknown_columns

_GOAL_COLUMNS = ("id", "kind", "title")
_MORE_COLUMNS = ("code", "org_unit", "year", "valid_from", "valid_to", "description")
_LINK_COLUMNS = ("from", "to")
_KINDS = {kind.value: kind for kind in GoalKind}
_LINK_KINDS = {kind.name: kind for kind in LinkKind}
_TITLE = room(Goal, "title")
_DESCRIPTION = room(Goal, "description")


def read_bundle(source: Path, document: Document, *, profile: Profile, new_id: NewId, year: int) -> Imported:
    """What the bundle in the folder ``source`` brings into ``document``.

    Political goals count as adopted. A column ``org_unit`` makes units as needed, and for unit goals their agreement
    of the row's year, or else of ``year``. Identifiers are kept whole as codes, however long. Links that break a rule
    are taken; links to unknown identifiers are reported and left out. A goal of the council whose code the document
    knows is that goal: it says what the row says, and keeps what the row is silent about. Time and space grow with the
    rows.

    Raises:
        ImportProblem: the first thing that makes the bundle unusable, with its file and line.
    """
    folder = source if source.is_dir() else source.parent
    goals = read_table(folder / "goals.csv", needed=_GOAL_COLUMNS)
    links = read_table(folder / "links.csv", needed=_LINK_COLUMNS)
    gathering = Gathering(document, profile=profile, new_id=new_id, file=folder.name)
    gathering.municipality(headed(one_line(folder.resolve().name), 120)[0])
    homes = _Homes(gathering, goals)
    found: dict[str, Id] = {}
    for row in goals.rows:
        _take_goal(gathering, row, found, homes, year)
    for row in links.rows:
        _take_link(gathering, row, found)
    _tell_of_columns(gathering, goals, links)
    return gathering.imported()


@dataclass(frozen=True, slots=True)
class _Home:
    owner: Id | None = None
    agreement: Id | None = None


class _Homes:
    """The units and agreements that the rows ask for, each made once."""

    def __init__(self, gathering: Gathering, goals: Table) -> None:
        self._gathering = gathering
        self._units = {unit.code: unit for unit in gathering.document.all(OrgUnit).values() if unit.code}
        self._papers: dict[tuple[Id, int], Agreement] = {}
        centres = {one_line(row["org_unit"]) for row in goals.rows if row["kind"].strip() == GoalKind.CENTRE_GOAL}
        for code in dict.fromkeys(one_line(row["org_unit"]) for row in goals.rows):
            if code and code not in self._units:
                kind = OrgKind.CENTRE if code in centres else OrgKind.UNIT
                made = OrgUnit(
                    id=gathering.new_id(), kind=kind, name=code, code=code, has_agreement=kind is OrgKind.UNIT
                )
                self._units[code] = gathering.add(made)

    def of(self, row: Row, kind: GoalKind, year: int) -> _Home:
        """Whose a goal is, and for a unit goal in which agreement."""
        unit = self._units.get(one_line(row["org_unit"])) if row["org_unit"] else None
        asked = cell_year(row, "year")
        if unit is None or kind is not GoalKind.UNIT_GOAL:
            if asked:
                self._gathering.skipped("year", file=row.file, line=str(row.line), year=str(asked))
            return _Home(unit.id if unit else None)
        key = (unit.id, asked or year)
        if key not in self._papers:
            self._papers[key] = self._paper(*key, unit)
        return _Home(unit.id, self._papers[key].id)

    def _paper(self, _: Id, year: int, unit: OrgUnit) -> Agreement:
        paper, parts = self._gathering.agreement(unit, year)
        if parts or self._gathering.document.get(Agreement, paper.id) is None:
            self._gathering.add(paper)
        for part in parts:
            self._gathering.add(part)
        return paper


def _take_goal(gathering: Gathering, row: Row, found: dict[str, Id], homes: _Homes, year: int) -> None:
    key = row["id"].strip()
    if not key:
        raise row.wrong("no_id")
    if key in found:
        raise row.wrong("id_twice", id=one_line(key)[:60])
    kind = _goal_kind(row)
    home = homes.of(row, kind, year)
    code = gathering.line(row["code"] or key)
    days = cell_date(row, "valid_from"), cell_date(row, "valid_to")
    if (known := gathering.known(kind, code, days)) is not None:
        found[key] = gathering.renew(known, _renewed(gathering, row, known, days)).id
        return
    title, description = _texts(gathering, row)
    make: Callable[..., Goal] = GOAL_CLASSES[kind]
    if kind is GoalKind.POLITICAL_GOAL:
        make = partial(make, decision_status=DecisionStatus.ADOPTED)
    elif home.agreement:
        make = partial(make, agreement=home.agreement)
    goal = make(
        id=gathering.new_id(),
        code=code,
        title=title,
        description=description,
        valid_from=days[0],
        valid_to=days[1],
        owner=home.owner,
    )
    found[key] = gathering.add(goal).id


def _renewed(gathering: Gathering, row: Row, known: Goal, days: tuple[date | None, date | None]) -> Goal:
    """A goal as a row says it; what the row is silent about stays."""
    title, whole = _title(gathering, row)
    text = gathering.clean(row["description"]) or known.description
    description = "\n\n".join(part for part in (whole, text) if part)
    said = {"title": title, "description": description, "valid_from": days[0], "valid_to": days[1]}
    return with_values(known, {name: one for name, one in said.items() if one})


def _goal_kind(row: Row) -> GoalKind:
    text = row["kind"].strip().lower()
    if text in _KINDS:
        return _KINDS[text]
    raise refused("wrong_kind", file=row.file, line=str(row.line), value=one_line(text)[:40], kinds=tuple(_KINDS))


def _texts(gathering: Gathering, row: Row) -> tuple[str, str]:
    """Title and description; a title that is too long goes on in the description, where it stands whole."""
    title, whole = _title(gathering, row)
    if not title:
        title = UNTITLED
        gathering.repaired("untitled_row", file=row.file, line=str(row.line))
    description = "\n\n".join(part for part in (whole, gathering.clean(row["description"])) if part)
    if len(description) > _DESCRIPTION:
        gathering.repaired("long_description", title=title, n=len(description), most=_DESCRIPTION)
    return title, description


def _title(gathering: Gathering, row: Row) -> tuple[str, str]:
    """A row's title, and the whole of it again if it had to be shortened."""
    title, whole = headed(gathering.line(row["title"]), _TITLE)
    if whole:
        gathering.repaired("long_title", title=title)
    return title, whole


def _take_link(gathering: Gathering, row: Row, found: dict[str, Id]) -> None:
    lower, upper = row["from"].strip(), row["to"].strip()
    kind = _link_kind(row)
    if lower not in found or upper not in found:
        gathering.unresolved(
            "unknown_id",
            file=row.file,
            line=str(row.line),
            lower=one_line(lower),
            upper=one_line(upper),
            unknown=tuple(one_line(end) for end in (lower, upper) if end not in found),
        )
        return
    there = gathering.document.links_up(found[lower], kind)
    if all(link.upper != found[upper] for link in there):
        gathering.add(Link(id=gathering.new_id(), kind=kind, lower=found[lower], upper=found[upper]))


def _link_kind(row: Row) -> LinkKind:
    text = row["kind"].strip().upper() or LinkKind.REALISES.name
    if text in _LINK_KINDS:
        return _LINK_KINDS[text]
    kinds = tuple(_LINK_KINDS)
    raise refused("wrong_kind", file=row.file, line=str(row.line), value=one_line(text)[:40], kinds=kinds)


def _tell_of_columns(gathering: Gathering, goals: Table, links: Table) -> None:
    for file, table, known in (
        ("goals.csv", goals, (*_GOAL_COLUMNS, *_MORE_COLUMNS)),
        ("links.csv", links, (*_LINK_COLUMNS, "kind")),
    ):
        for column, texts in unknown_columns(table, known):
            gathering.skipped("column", file=file, column=column or "?", texts=texts)
