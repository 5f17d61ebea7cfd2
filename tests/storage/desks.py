"""People with desks of their own, and small towns that they work on, for the tests of storage and session."""

import random
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from strategikort.application.saver import SaveResult
from strategikort.application.session import Desk, Session, read_document
from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, Effort, Goal, Milestone, PoliticalGoal, UnitGoal
from strategikort.domain.ideas import Idea
from strategikort.domain.links import Link
from strategikort.domain.maps import MapPlace, MapSubject, StrategyMap
from strategikort.domain.measures import Indicator, YearlyTarget
from strategikort.domain.organisation import Municipality, OrgKind, OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id, Record, with_values

MORNING = datetime(2015, 2, 15, 8, 0, tzinfo=UTC)


def identities(seed: int) -> Callable[[], Id]:
    """Identities that are the same on every run."""
    source = random.Random(seed)
    return lambda: Id(str(uuid.UUID(int=source.getrandbits(128), version=4)))


def ticking(start: datetime = MORNING, step: timedelta = timedelta(seconds=1)) -> Callable[[], datetime]:
    """A clock that moves on a little each time it is asked."""
    ticks: Iterator[int] = count()
    return lambda: start + next(ticks) * step


STEPS = ("snapshot", "mark", "look", "write", "check", "copy", "look again", "keep", "replace", "note")


class StepIn:
    """Lets a test do something before a step of a save."""

    def __init__(self) -> None:
        self.then: Callable[[str], None] = lambda _: None

    def __call__(self, step: str) -> None:
        self.then(step)


def desk_of(
    folder: Path, who: str = "Anna", *, clock: Callable[[], datetime] | None = None, patience: float = 10.0
) -> Desk:
    """The desk of ``who``, whose machine keeps its state below ``folder``."""
    return Desk(
        state_folder=folder / f"state-{who}",
        who=who,
        clock=clock or ticking(),
        new_id=identities(int.from_bytes(who.encode())),
        patience=patience,
        step=StepIn(),
    )


def town(goals: int = 12, seed: int = 1) -> Document:
    """A town with goals of every level, links, units and figures."""
    new_id, chance = identities(seed), random.Random(seed)
    units = [OrgUnit(id=new_id(), name=f"Skolen ved Sø {n}", code=f"S{n}", kind=OrgKind.UNIT) for n in range(3)]
    kinds: tuple[type[Goal], ...] = (PoliticalGoal, CentreGoal, UnitGoal, Effort)
    made = [
        kinds[n % 4](
            id=new_id(),
            code=f"M-{n:02d}",
            title=f"Flere børn på øen når mål {n}",
            description="Æblet falder ikke langt fra stammen. " * chance.randrange(4),
            owner=chance.choice(units).id,
            valid_from=date(2015, 1, 1),
        )
        for n in range(goals)
    ]
    effort = Effort(id=new_id(), title="En indsats", milestones=(Milestone(date(2015, 5, 1), "Halvvejs"),))
    links = [
        Link(id=new_id(), lower=chance.choice(made).id, upper=chance.choice(made).id, created_at=datetime(2015, 1, 5))
        for _ in range(goals)
    ]
    signs = [Indicator(id=new_id(), goal=goal.id, name="Andel", baseline=Decimal("12.50")) for goal in made[:4]]
    targets = [YearlyTarget(id=new_id(), indicator=one.id, year=2015, value=Decimal("14")) for one in signs]
    home = Municipality(id=new_id(), name="Prøveby", profile="helsingoer")
    return Document([home, *units, *made, effort, *links, *signs, *targets])


def drawn_town() -> Document:
    """The town with a map for a unit, one for the vision, and a scratch pad: a kept file of version 2 holds it."""
    document, new_id = town(), identities(2)
    owner, goals = next(iter(document.all(OrgUnit))), goals_of(document)
    maps = [
        StrategyMap(id=new_id(), title="Skolernes kort", centre=owner, left_out=(goals[0].id, goals[3].id)),
        StrategyMap(id=new_id(), title="Visionen", subject=MapSubject.VISION, position=1),
    ]
    places = [
        MapPlace(id=new_id(), map=maps[0].id, goal=goal.id, x=4 * n, pinned=n == 2) for n, goal in enumerate(goals)
    ]
    ideas = [Idea(id=new_id(), text="Åbent hus?", map=maps[0].id), Idea(id=new_id(), text="Færre møder", position=1)]
    return document.with_changes(grown(*maps, *places, *ideas))


def retitled(document: Document, goal: Goal | Id, title: str) -> ChangeSet:
    """The goal gets another title."""
    before = document.all(Goal)[goal if isinstance(goal, str) else goal.id]
    return ChangeSet(phrase("edit.title"), (Change(before, with_values(before, {"title": title})),))


def grown(*records: Record) -> ChangeSet:
    """Records are added."""
    return ChangeSet(phrase("edit.add"), added(records))


def shrunk(document: Document, goal: Goal) -> ChangeSet:
    """The goal goes, with its links, indicators and targets."""
    signs = [one for one in document.all(Indicator).values() if one.goal == goal.id]
    doomed: list[Record] = [
        one for one in document.all(YearlyTarget).values() if one.indicator in {s.id for s in signs}
    ]
    doomed += [*signs, *document.links_of(goal.id), goal]
    return ChangeSet(phrase("edit.remove"), tuple(Change(one, None) for one in doomed))


def goals_of(document: Document) -> list[Goal]:
    """The goals in a stable order."""
    return [document.all(Goal)[key] for key in sorted(document.all(Goal))]


def saved_with(session: Session, desk: Desk, then: Callable[[str], None]) -> SaveResult:
    """What a save gives when ``then`` is called before each of its steps."""
    step = desk.step
    assert isinstance(step, StepIn)
    step.then = then
    try:
        return session.save()
    finally:
        step.then = lambda _: None


def titles(file: Path, home: Path) -> set[str]:
    return {goal.title for goal in read_document(file, desk_of(home, "Reader")).all(Goal).values()}
