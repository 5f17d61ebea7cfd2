"""Documents made of a few goals or many, and of the graphs that others drew."""

import csv
from pathlib import Path

from strategikort.domain.document import Document
from strategikort.domain.goals import GOAL_CLASSES, DecisionStatus, Goal, GoalKind, PoliticalGoal
from strategikort.domain.links import Link
from strategikort.domain.shape import Id

TRACE = Path(__file__).parents[3] / "shared" / "data" / "trace"


def drawn(kinds: list[GoalKind], links: list[tuple[int, int]]) -> Document:
    """Goals g0, g1 ... of these kinds, political ones adopted, and links lower to upper, whatever they are."""
    goals = [goal_of(f"g{number}", kind) for number, kind in enumerate(kinds)]
    ties = [
        Link(id=Id(f"l{number}"), lower=goals[lower].id, upper=goals[upper].id)
        for number, (lower, upper) in enumerate(links)
    ]
    return Document([*goals, *ties])


def goal_of(name: str, kind: GoalKind, title: str = "") -> Goal:
    if kind is GoalKind.POLITICAL_GOAL:
        return PoliticalGoal(id=Id(name), title=title or name, decision_status=DecisionStatus.ADOPTED)
    return GOAL_CLASSES[kind](id=Id(name), title=title or name)


def bundle(folder: Path) -> Document:
    """A graph of another project, links to unknown goals left out."""
    with (folder / "goals.csv").open(encoding="utf-8-sig", newline="") as file:
        goals = {row["id"]: goal_of(row["id"], GoalKind(row["kind"]), row["title"]) for row in csv.DictReader(file)}
    with (folder / "links.csv").open(encoding="utf-8-sig", newline="") as file:
        pairs = [(row["from"], row["to"]) for row in csv.DictReader(file)]
    ties = [
        Link(id=Id(f"link {number}"), lower=Id(lower), upper=Id(upper))
        for number, (lower, upper) in enumerate(pairs)
        if lower in goals and upper in goals
    ]
    return Document([*goals.values(), *ties])
