"""What the red thread costs, beside networkx doing the smallest part of it on the same graph in the same run."""

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

import networkx as nx

from strategikort.application.profiles import read_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.checking import check
from strategikort.cascade.coverage import Coverage, Side
from strategikort.cascade.graph import graph_of
from strategikort.cascade.nets import to_networkx
from strategikort.cascade.rulebook import Rulebook
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.verdicts import judged
from strategikort.domain.agreements import Agreement, FollowUp, Section, Signatory
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, DecisionStatus, Effort, Goal, PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.links import Link
from strategikort.domain.organisation import Municipality, OrgKind, OrgUnit, Person, Placement, RoleHolding
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id, Record

RESOURCES = Path(__file__).parents[2] / "resources"
SIZES = (1_000, 10_000, 100_000)
TIMES = 9


def rows() -> list[tuple[str, str, str]]:
    """Each work, what it measured as a ratio, and what is aimed at."""
    profile = read_profile((RESOURCES / "profiles" / "helsingoer.toml").read_bytes(), name="helsingoer.toml")
    rulebook = load_rulebook()
    table: list[tuple[str, str, str]] = []
    full: dict[int, float] = {}
    for size in SIZES:
        document = municipality(size)
        graph = graph_of(document)
        _ = graph.up, graph.down
        rival = _rival(document)
        verdict = _median(partial(judged, graph))
        aim = "<= 0.33" if size > SIZES[0] else "-"
        table.append((f"verdict for all goals, {size:,}", _ratio(verdict, rival), aim))
        if size == SIZES[1]:
            check_of = Check(document, profile, today=date(2015, 2, 15), year=2015)
            _ = Coverage(check_of, Side.CENTRES).counts
            matrix = _median(lambda check_of=check_of: Coverage(check_of, Side.CENTRES).counts)  # type: ignore[misc]
            table.append((f"coverage matrix, {size:,}, beside the verdict", _ratio(matrix, verdict), "<= 3"))
        if size > SIZES[0]:
            records = list(document.records())
            fresh = [Document(records) for _ in range(TIMES)]
            full[size] = _median(partial(_check_next, fresh, profile, rulebook))
            table.append((f"full check, {size:,}", _ratio(full[size], rival), "<= 10" if size == SIZES[1] else "-"))
    table.append(("full check, 100,000 beside 10,000", f"{full[100_000] / full[10_000]:.1f}", "<= 30"))
    return table


def _check_next(documents: list[Document], profile: Profile, rulebook: Rulebook) -> object:
    return check(documents.pop(), profile, rulebook, today=date(2015, 2, 15))


def _rival(document: Document) -> float:
    graph = nx.DiGraph(to_networkx(document)).reverse()
    political = list(document.all(PoliticalGoal))
    return _median(lambda: set(chain.from_iterable(nx.bfs_layers(graph, political))))


def _median(work: Callable[[], object]) -> float:
    """The median CPU time of nine runs, with the garbage of the one before out of the way."""
    taken = []
    for _ in range(TIMES):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def _ratio(ours: float, rival: float) -> str:
    return f"{ours / rival:.2f} ({1000 * ours:.1f} ms beside {1000 * rival:.1f} ms)"


def municipality(size: int, seed: int = 2015) -> Document:
    """A municipality of ``size`` goals and efforts in believable proportions, one in fifty loose."""
    chance = random.Random(seed)
    goals: list[Goal] = [VisionElement(id=Id(f"v{number}"), title=f"Kendetegn {number}") for number in range(8)]
    centres = max(4, size // 1000)
    units = centres * 8
    records: list[Record] = [Municipality(id=Id("kommune"))]
    records += [OrgUnit(id=Id(f"centre{one}"), kind=OrgKind.CENTRE, name=f"Center {one}") for one in range(centres)]
    for unit in range(units):
        name, parent = Id(f"unit{unit}"), Id(f"centre{unit % centres}")
        records.append(OrgUnit(id=name, name=f"Enhed {unit}"))
        records.append(Placement(id=Id(f"{name}@"), unit=name, parent=parent))
        first, last = date(2015, 1, 1), date(2015, 12, 31)
        agreement = Id(f"agreement{unit}")
        records.append(Agreement(id=agreement, org=name, valid_from=first, valid_to=last))
        records.append(Section(id=Id(f"section{unit}"), agreement=agreement, key="core_task", text="Børnene først."))
        records += [
            FollowUp(id=Id(f"look{unit}-{month}"), agreement=agreement, planned_on=date(2015, month, 10))
            for month in (6, 11)
        ]
        records += _signing(agreement, name, parent)
    links: list[Link] = []
    above: list[Goal] = list(goals)
    for level, share in ((PoliticalGoal, 0.01), (CentreGoal, 0.05), (UnitGoal, 0.24), (Effort, 0.69)):
        here = [_goal(level, number, units, centres) for number in range(int(size * share))]
        for goal in here:
            if level is not PoliticalGoal and chance.random() < 0.02:
                continue
            near = above if level is not UnitGoal else above[_centre(goal, centres) :: centres]
            for upper in {chance.choice(near or above).id for _ in range(1 + (chance.random() < 0.3))}:
                links.append(Link(id=Id(f"link{len(links)}"), lower=goal.id, upper=upper))
        goals += here
        above = here
    return Document([*records, *goals, *links])


def _signing(agreement: Id, unit: Id, centre: Id) -> Iterator[Record]:
    """The two who sign, in the roles that they hold."""
    for role, org in (("centre_chief", centre), ("unit_leader", unit)):
        person = Id(f"{role} of {unit}")
        yield Person(id=person, name=f"Karen Holm, {unit}")
        yield RoleHolding(id=Id(f"{person} held"), person=person, org=org, role=role)
        yield Signatory(id=Id(f"{person} signs"), agreement=agreement, role=role, person=person)


def _centre(goal: Goal, centres: int) -> int:
    """Which centre the unit of a goal belongs to; centre goals come in turn, one centre after the other."""
    return int(str(goal.owner).removeprefix("unit")) % centres


def _goal(cls: type[Goal], number: int, units: int, centres: int) -> Goal:
    identity, title = (
        Id(f"{cls.kind.value}{number}"),
        f"{cls.kind.value} og så en titel af almindelig længde nr. {number}",
    )
    if cls is PoliticalGoal:
        first, last, adopted = date(2012, 1, 1), date(2020, 12, 31), DecisionStatus.ADOPTED
        return PoliticalGoal(id=identity, title=title, valid_from=first, valid_to=last, decision_status=adopted)
    if cls is CentreGoal:
        return CentreGoal(id=identity, title=title, owner=Id(f"centre{number % centres}"))
    owner = Id(f"unit{number % units}")
    if cls is UnitGoal:
        seen = "Det kan ses i hverdagen, når året er omme."
        agreement = Id(f"agreement{number % units}")
        return UnitGoal(id=identity, title=title, owner=owner, agreement=agreement, success_criterion=seen)
    return Effort(id=identity, title=title, owner=owner)


if __name__ == "__main__":
    for work, measured, aim in rows():
        print(f"{work:40} {measured:40} {aim}")
