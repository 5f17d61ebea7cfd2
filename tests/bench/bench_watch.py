"""A check after one edit, beside nothing but its own aims: what a person notices is the single step, not the mean."""

import gc
import random
import statistics
import time
from collections.abc import Iterator
from datetime import date

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.cascade.live_doubts import LiveDoubts
from strategikort.cascade.live_threads import LiveThreads
from strategikort.cascade.watch import Watch
from strategikort.domain.changes import ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.links import unlink
from strategikort.domain.goals import DecisionStatus, Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import Municipality
from strategikort.domain.phrases import Phrase
from strategikort.domain.remembered import remembering
from strategikort.domain.shape import Id, with_values
from tests.bench.bench_cascade import municipality

SIZE = 10_000
STEPS = 2_000
STATUSES = (DecisionStatus.ADOPTED, DecisionStatus.PROPOSED)
Step = tuple[ChangeSet, Document]


def rows() -> list[tuple[str, str, str]]:
    """The time of a step by its place among two thousand, the worst shapes, and the moment after."""
    document = _remembering(municipality(SIZE))
    watch = Watch(document, load_profile("helsingoer"), load_rulebook(), today=date(2015, 2, 15))
    watch.settle()
    taken = _taken(watch, _edits(document))
    p99 = statistics.quantiles(taken, n=100)[98]
    p50 = statistics.median(taken)
    settled = _settled(watch)
    doubted = _doubted(document)
    worst = max(_bridge(chain, status) for chain in (True, False) for status in STATUSES)
    return [
        (f"check after an edit, {SIZE:,}: half of all", f"{1000 * p50:.3f} ms", "-"),
        (f"check after an edit, {SIZE:,}: 99 of 100", f"{1000 * p99:.2f} ms", "<= 1 ms"),
        (f"check after an edit, {SIZE:,} under one link", f"{1000 * worst:.1f} ms", "<= 16 ms"),
        (f"every political goal says something else, {SIZE:,}: doubts", f"{1000 * doubted:.1f} ms", "<= 16 ms"),
        (f"rules of the whole in the moment after, {SIZE:,}", f"{1000 * settled:.0f} ms", "<= 100 ms"),
    ]


def _taken(watch: Watch, steps: Iterator[Step]) -> list[float]:
    times = []
    gc.collect()
    gc.disable()
    for change_set, document in steps:
        start = time.process_time()
        watch.follow(change_set, document)
        times.append(time.process_time() - start)
    gc.enable()
    return times


def _edits(document: Document) -> Iterator[Step]:
    """What people do: titles, links cut and made again elsewhere, goals made and removed."""
    chance = random.Random(7)
    goals = [goal for goal in document.all(Goal).values() if isinstance(goal, (UnitGoal, Effort))]
    uppers: dict[type[Goal], list[Id]] = {
        UnitGoal: [one.id for one in document.all(Goal).values() if one.kind.level == 2]
    }
    uppers[Effort] = [goal.id for goal in goals if isinstance(goal, UnitGoal)]
    for number in range(STEPS):
        goal = document.all(Goal)[chance.choice(goals).id]
        links = document.links_up(goal.id)
        if number % 3 == 0:
            change_set = ChangeSet(Phrase("retitled"), changed(goal, with_values(goal, {"title": f"Titel {number}"})))
        elif number % 3 == 1 and links:
            change_set = unlink(document, links[0].id)
        else:
            link = Link(id=Id(f"made {number}"), lower=goal.id, upper=chance.choice(uppers[type(goal)]))
            change_set = ChangeSet(Phrase("linked"), added([link]))
        document = document.with_changes(change_set)
        yield change_set, document


def _remembering(document: Document) -> Document:
    """The municipality, its links knowing what stands above them."""
    goals = document.all(Goal)
    known = [changed(link, remembering(link, goals[link.upper])) for link in document.all(Link).values()]
    return document.with_changes(ChangeSet(Phrase("remembered"), tuple(one for some in known for one in some)))


def _doubted(document: Document) -> float:
    """What it takes to put all below the political goals in doubt at once."""
    doubts = LiveDoubts(document, LiveThreads(document))
    goals = document.all(PoliticalGoal).values()
    retitled = [changed(goal, with_values(goal, {"title": f"{goal.title}, nyt"})) for goal in goals]
    change_set = ChangeSet(Phrase("retitled"), tuple(one for some in retitled for one in some))
    after = document.with_changes(change_set)
    gc.collect()
    start = time.process_time()
    doubts.follow(change_set, after)
    return time.process_time() - start


def _settled(watch: Watch) -> float:
    gc.collect()
    start = time.process_time()
    watch.settle()
    return time.process_time() - start


def _bridge(chain: bool, status: DecisionStatus) -> float:
    """One link above ten thousand goals, in a chain or side by side, cut and made again: the slower of the two."""
    top = PoliticalGoal(id=Id("top"), title="Et politisk mål", decision_status=status)
    goals = [UnitGoal(id=Id(f"g{number}"), title=f"Enhedsmål nummer {number}") for number in range(SIZE)]
    above = ["top", *(f"g{number - 1}" if chain else "g0" for number in range(1, SIZE))]
    links = [Link(id=Id(f"l{n}"), lower=goal.id, upper=Id(above[n])) for n, goal in enumerate(goals)]
    document = Document([Municipality(id=Id("kommune")), top, *goals, *links])
    watch = Watch(document, load_profile("helsingoer"), load_rulebook(), today=date(2015, 2, 15))
    cut = ChangeSet(Phrase("cut"), removed([links[0]]))
    without = document.with_changes(cut)
    return max(_taken(watch, iter([(cut, without), (cut.inverted(), document)])))


if __name__ == "__main__":
    for work, measured, aim in rows():
        print(f"{work:60} {measured:20} {aim}")
