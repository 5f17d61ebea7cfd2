"""What a director waits for: a forecast, two years beside each other, each view of *Ledelse*. CPU time of the worst."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from strategikort.application.comparing import compare_versions, compare_years
from strategikort.application.findings_grouped import Grouping, grouped
from strategikort.application.leading.views import (
    Gap,
    balance_view,
    centres_view,
    compared_view,
    gaps_view,
    goals_view,
    matrix_view,
)
from strategikort.application.profiles import load_profile
from strategikort.application.reading import Reading, reading_of
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.trying import Trial
from strategikort.cascade.breaks import reason
from strategikort.cascade.changed_above import questions_of
from strategikort.cascade.checking import Checked, checked
from strategikort.cascade.coverage import Side
from strategikort.cascade.paths import paths_up
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.watch import Watch
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.edits.restructure import lapse
from strategikort.domain.goals import Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.shape import Id, Record, with_values
from tests.bench.bench_cascade import municipality

SIZE, TIMES = 10_000, 5
TODAY, YEAR = date(2015, 2, 15), 2015
AIM = "<= 0.20 s"
Row = tuple[str, str, str]


def rows() -> list[Row]:
    """Each work, the worst of five in CPU seconds, and the aim."""
    profile = load_profile("helsingoer")
    sample = sample_municipality(sample_content(), profile, size=SIZE)
    records = list(sample.records())
    years = two_years(SIZE // 2)
    return [
        *_forecasts(sample),
        _row("two years with agreements", partial(_compared, years, by_year=True)),
        _row("two years of which one is nearly empty", partial(_compared, sample, by_year=True)),
        _row("two versions that are the same", partial(_compared, sample, by_year=False)),
        *(_row(name, partial(_seen, records, name)) for name in _VIEWS),
        _explained(sample),
        _grouped(),
    ]


def _explained(document: Document) -> Row:
    """Every way up and where the thread breaks, for goal after goal; what all share is worked out before."""
    goals = list(document.all(UnitGoal))[:1000]

    def explain() -> None:
        for goal in goals:
            paths_up(document, goal)
            reason(document, goal)

    explain()
    each = max(_spent(explain) for _ in range(TIMES)) / len(goals)
    return f"one goal explained, {SIZE:,}", f"{each * 1000:.3f} ms", "<= 0.1 ms"


def _grouped() -> Row:
    """The findings of a municipality in disorder by centre, as the panel shows them."""
    document = municipality(SIZE)
    reading = reading_of(document, language="da")
    check = Check(document, reading.profile, today=TODAY, year=YEAR)
    found = checked(document, reading.profile, reading.rulebook, today=TODAY, year=YEAR).findings
    rows = [(one, None) for one in found]
    spent = max(_spent(lambda: grouped(rows, Grouping.CENTRE, reading, check)) for _ in range(TIMES))
    return f"{len(found):,} findings grouped by centre, {SIZE:,}", f"{spent:.3f} s", AIM


def _row(name: str, work: Callable[[], float]) -> Row:
    """``work`` gives the CPU seconds of what is measured; what it makes ready is not counted."""
    return f"{name}, {SIZE:,}", f"{max(work() for _ in range(TIMES)):.3f} s", AIM


def _spent(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _forecasts(document: Document) -> Iterator[Row]:
    watch = Watch(document, load_profile("helsingoer"), reading_of(document, language="da").rulebook, today=TODAY)
    _ = watch.checked
    goals = list(document.all(PoliticalGoal))

    def first(goal: Id) -> float:
        trial = Trial(document, watch.forked)
        trial.try_(partial(lapse, goals=[goal]))
        return _spent(trial.forecast)

    trial = Trial(document, watch.forked)
    trial.forecast()

    def following(goal: Id) -> float:
        trial.try_(partial(lapse, goals=[goal]))
        return _spent(trial.forecast)

    for name, work in (("the first forecast of a trial", first), ("the next forecasts", following)):
        taken = max(work(goal) for goal in goals[:TIMES])
        yield f"{name}, {SIZE:,}", f"{taken:.3f} s", AIM


def _compared(document: Document, *, by_year: bool) -> float:
    reading, profile = reading_of(document, language="da"), load_profile("helsingoer")
    fresh, other = Document(document.records()), Document(document.records())
    if by_year:
        return _spent(lambda: compared_view(reading, compare_years(fresh, profile, YEAR - 1, YEAR)))
    return _spent(lambda: compared_view(reading, compare_versions(fresh, other)))


def two_years(size: int) -> Document:
    """A municipality, and the year before of its agreements, unit goals and efforts, each with another title."""
    document = municipality(size)
    goals = document.all(Goal)
    older = {key: Id(f"{key} before") for key, one in goals.items() if isinstance(one, (UnitGoal, Effort))}
    first, last = load_profile("helsingoer").period(YEAR - 1)
    fresh: list[Record] = [
        replace(one, id=Id(f"{one.id} before"), valid_from=first, valid_to=last)
        for one in document.all(Agreement).values()
    ]
    for key, identity in older.items():
        goal = goals[key]
        agreement = {"agreement": Id(f"{goal.agreement} before")} if isinstance(goal, UnitGoal) else {}
        days = {"valid_from": first, "valid_to": last}
        fresh.append(with_values(goal, {"id": identity, "title": f"{goal.title}, før", **days, **agreement}))
        fresh.append(Link(id=Id(f"{key} took over"), lower=key, upper=identity, kind=LinkKind.SUPERSEDES))
    for link in document.all(Link).values():
        if link.lower in older:
            upper = older.get(link.upper, link.upper)
            fresh.append(replace(link, id=Id(f"{link.id} before"), lower=older[link.lower], upper=upper))
    return Document([*document.records(), *fresh])


def _seen(records: list[Record], name: str) -> float:
    """A view of a document that nothing has been worked out of but its findings, as in an open window."""
    document, profile = Document(records), load_profile("helsingoer")
    reading = reading_of(document, language="da")
    found = checked(document, profile, reading.rulebook, today=TODAY)
    return _spent(lambda: _VIEWS[name](reading, Check(document, profile, today=TODAY, year=YEAR), found))


def _matrix(side: Side, reading: Reading, check: Check, _: Checked) -> object:
    return matrix_view(reading, check, side)


def _gaps(gap: Gap, reading: Reading, check: Check, found: Checked) -> object:
    return gaps_view(reading, check, found, gap)


_VIEWS: Final[Mapping[str, Callable[[Reading, Check, Checked], object]]] = {
    "the view of centres": centres_view,
    "the view of political goals": lambda reading, check, _: goals_view(reading, check),
    **{f"the matrix of {side.value.replace('_', ' ')}": partial(_matrix, side) for side in Side},
    **{f"the view of {gap.value.replace('_', ' ')}": partial(_gaps, gap) for gap in Gap},
    "the balance of the maps": lambda reading, check, _: balance_view(reading, check),
    "what goals are asked about": lambda reading, _, __: questions_of(reading.document),
}


if __name__ == "__main__":
    for work, measured, aim in rows():
        print(f"{work:60} {measured:20} {aim}")
