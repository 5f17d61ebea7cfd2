"""All texts of an agreement in the order in which they shall be read, found from its data alone."""

from collections.abc import Iterator

from strategikort.domain.written import Facts, Notes, Table
from strategikort.reports.model import AgreementPaper, Frame, GoalBlock, Goals, PaperWords, Part, Signatures, Step
from tests.reports import reading


def listed(paper: AgreementPaper) -> Iterator[str]:
    """The titles of chapters and goals, as the list of contents names them."""
    for chapter in paper.chapters:
        yield f"{chapter.number} {chapter.heading}"
        for part in chapter.parts:
            if isinstance(part, Goals):
                yield from (f"{goal.number} {goal.title}" for goal in part.goals)


def texts(paper: AgreementPaper, pages: list[int]) -> Iterator[str]:
    """What must be in the paper, in reading order; ``pages`` are those of the chapters and goals."""
    yield from (paper.municipality, paper.title, paper.unit, paper.centre)
    yield from _facts(paper.facts, paper.words)
    if paper.draft:
        yield f"{paper.words.draft_note} {paper.draft_why}".strip()
    if paper.words.contents:
        yield paper.words.contents
        for title, page in zip(listed(paper), pages, strict=True):
            yield f"{title}{page}"
    yield paper.address
    for chapter in paper.chapters:
        yield from (chapter.number, chapter.heading or ("" if chapter.number else paper.words.nothing), chapter.text)
        for part in chapter.parts:
            if isinstance(part, Signatures) and paper.identity and not paper.draft:
                yield paper.words.scan_note
            yield from _part(part, paper.words)


def _part(part: Part, words: PaperWords) -> Iterator[str]:
    match part:
        case Facts():
            yield from _facts(part.rows, words)
        case Frame():
            yield part.intro
            yield from _steps(part.steps)
        case Goals():
            yield part.label if part.goals else ""
            for goal in part.goals:
                yield from _goal(goal, words)
        case Table():
            yield from _table(part, words)
        case Notes():
            lines = list(filter(reading.letters, part.lines))
            yield from (part.label, *lines) if lines else ()
        case Signatures():
            for signatory in part.signatories:
                yield signatory.role
                yield ", ".join(filter(reading.letters, (signatory.name, signatory.org)))
                yield from (words.signature, words.place_and_date)


def _goal(goal: GoalBlock, words: PaperWords) -> Iterator[str]:
    yield from (goal.number, goal.title or words.nothing)
    yield " · ".join(filter(reading.letters, (goal.note, goal.code)))
    if goal.threads or goal.thread_note:
        yield from (words.thread, goal.thread_note)
    for thread in goal.threads:
        yield from _steps(thread)
    yield from (words.why, goal.why) if goal.why else ()
    yield from (words.affects, goal.affects) if goal.affects else ()
    yield from (words.success, goal.success) if goal.success else ()
    if goal.indicators:
        yield from (words.indicator, words.baseline, words.result, words.target, words.source)
    for row in goal.indicators:
        yield from (row.name or words.nothing, row.note)
        yield from (text or words.nothing for text in (row.baseline, row.result, row.target, row.source))
    if goal.efforts:
        yield from (words.efforts, words.effort, words.owner, words.deadline)
    for effort in goal.efforts:
        yield from (effort.title or effort.note or words.nothing, effort.note if effort.title else "")
        yield from (effort.owner or words.nothing, effort.deadline or words.nothing)
    yield from (words.follow_up, goal.follow_up) if goal.follow_up else ()


def _table(part: Table, words: PaperWords) -> Iterator[str]:
    if part.rows:
        yield part.label
        yield from (column.head or words.nothing for column in part.columns)
    for row, note in zip(part.rows, part.notes or [""] * len(part.rows), strict=True):
        for place, text in enumerate(row):
            yield from (text or words.nothing, note if place == 0 else "")


def _facts(rows: tuple[tuple[str, str], ...], words: PaperWords) -> Iterator[str]:
    for label, value in rows:
        yield from (label, value or words.nothing)


def _steps(steps: tuple[Step, ...]) -> Iterator[str]:
    for step in steps:
        yield from (step.kind, step.title, step.note, step.text)
