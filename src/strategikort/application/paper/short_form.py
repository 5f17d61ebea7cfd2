"""An agreement on two pages, to be handed round: what shall be reached, what is done, what the centre promises."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from strategikort.application.framed import framed
from strategikort.application.paper.made_of import columns, version_facts
from strategikort.application.reading import Reading
from strategikort.domain.written import Notes, Passage, Report, Table
from strategikort.reports.model import AgreementPaper, Frame, GoalBlock, Goals

PAGES: Final = 2
"""So long is a short form at most; its efforts are only counted where they would make it longer."""


def short_form(reading: Reading, paper: AgreementPaper, *, day: date, efforts: bool = True) -> Report:
    """The short form of what stands on ``paper``. Without ``efforts`` they are counted, goal by goal.

    It says which version it is made of, and that the agreement itself is what holds.
    """
    words = reading.words
    goals = [goal for part in paper.parts(Goals) for goal in part.goals]
    passages = [
        Passage(heading=words.text("short_form.from_above"), parts=tuple(_above(reading, paper))),
        Passage(heading=words.text("paper_form.goals"), parts=(_goals(reading, goals, counted=not efforts),)),
    ]
    if efforts and any(goal.efforts for goal in goals):
        passages.append(Passage(heading=words.text("paper.efforts"), parts=(_efforts(reading, goals),)))
    passages += [
        Passage(heading=part.label, parts=(Table(columns=part.columns, rows=part.rows),)) for part in paper.parts(Table)
    ]
    cover = (row for row in paper.facts if row[1] != paper.unit)
    facts = (*cover, *version_facts(words, paper, "paper_form.short"))
    title = words.text("short_form.title", unit=paper.unit, title=paper.title)
    return framed(reading, title, tuple(one for one in passages if one.parts), day=day, facts=facts)


def _above(reading: Reading, paper: AgreementPaper) -> Iterator[Notes]:
    """The council's goals that the agreement supports; the vision is known, and there is no room for it."""
    wanted = reading.profile.words["political_goal"].one
    lines = tuple(step.title for frame in paper.parts(Frame) for step in frame.steps if step.kind == wanted)
    if lines:
        yield Notes(label="", lines=lines)


def _goals(reading: Reading, goals: list[GoalBlock], *, counted: bool) -> Table:
    number = (("paper.efforts", 0.9),) if counted else ()
    heads = columns(
        reading.words,
        ("paper_form.number", 0.6),
        ("paper_form.goal", 3.0),
        ("paper_form.supports", 2.6),
        ("paper_form.reached", 3.0),
        *number,
        figures=("paper.efforts",),
    )
    rows = tuple(
        (goal.number, goal.title, supports(goal), reached(goal), *((str(len(goal.efforts)),) if counted else ()))
        for goal in goals
    )
    return Table(columns=heads, rows=rows)


def _efforts(reading: Reading, goals: list[GoalBlock]) -> Table:
    heads = (("paper_form.number", 0.6), ("paper.effort", 4.0), ("paper.owner", 2.8), ("paper.deadline", 1.9))
    rows = tuple(
        (goal.number, one.title, one.owner, one.deadline.partition("\n")[0]) for goal in goals for one in goal.efforts
    )
    return Table(columns=columns(reading.words, *heads), rows=rows)


def supports(goal: GoalBlock) -> str:
    """The goals right above one, or why its thread does not reach."""
    above = dict.fromkeys(thread[-1].title for thread in goal.threads if thread)
    return " · ".join(above) or goal.thread_note


def reached(goal: GoalBlock) -> str:
    """How it is seen that a goal is reached: its own words, or the targets of its indicators."""
    return goal.success or " · ".join(f"{one.name}: {one.target}" for one in goal.indicators if one.target)
