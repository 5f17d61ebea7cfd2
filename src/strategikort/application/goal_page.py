"""*Målets historie* as a page to read, on the screen or by ear: plain HTML, changes marked by form and word."""

from collections.abc import Iterable, Iterator
from html import escape

from strategikort.application.goal_story import Chapter, Line, Mark, Piece, reworded
from strategikort.domain.agreements import FollowUp, Status
from strategikort.domain.document import Document
from strategikort.domain.measures import Measurement, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Person
from strategikort.domain.phrases import Wording

_FORMS = {Mark.SAME: "{}", Mark.ADDED: "<u>{}</u>", Mark.REMOVED: "<s>{}</s>"}
_BETWEEN = "\N{THIN SPACE}"
"""Between what was removed and what stands there instead, so that 85 and 78 are not read as 8578."""


def story_page(document: Document, words: Wording, chapters: Iterable[Chapter]) -> str:
    """The chapters under each other, the oldest first. What was added is underlined, what was removed struck out.

    Each change is also said in words after the text, for those who do not see lines.
    """
    return "".join(part for chapter in chapters for part in _chapter(document, words, chapter))


def _chapter(document: Document, words: Wording, chapter: Chapter) -> Iterator[str]:
    goal = chapter.goal
    yield f"<h2>{escape(_days(words, chapter))}</h2>"
    code = f"{escape(goal.code)} " if goal.code else ""
    yield f"<p><b>{code}{_marked(chapter.title)}</b></p>"
    if chapter.words:
        yield f"<p>{_marked(chapter.words)}</p>"
    yield from _changes(words, (*chapter.title, *chapter.words))
    unit, person = document.get(OrgUnit, goal.owner), document.get(Person, goal.responsible)
    owners = [one.name for one in (unit, person) if one]
    if owners:
        yield f"<p>{escape(words.text('story.owners', owners=', '.join(owners)))}</p>"
    for line in chapter.lines:
        yield from _figures(words, line)
    for follow_up in chapter.follow_ups:
        yield from _followed(words, follow_up)


def _days(words: Wording, chapter: Chapter) -> str:
    first, last = chapter.first, chapter.last
    if first and last and first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    if first and last:
        return words.text("story.days", first=words.date(first), last=words.date(last))
    day = first or last
    return words.text(f"story.{'from' if first else 'until'}", day=words.date(day)) if day else words.text("story.open")


def _marked(pieces: Iterable[Piece]) -> str:
    parts: list[str] = []
    before = Mark.SAME
    for one in pieces:
        if before is Mark.REMOVED and one.mark is Mark.ADDED:
            parts.append(_BETWEEN)
        parts.append(_FORMS[one.mark].format(escape(one.text).replace("\n", "<br>")))
        before = one.mark
    return "".join(parts)


def _changes(words: Wording, pieces: Iterable[Piece]) -> Iterator[str]:
    return (f"<p><i>{escape(line)}</i></p>" for line in reworded(words, pieces))


def _figures(words: Wording, line: Line) -> Iterator[str]:
    unit = f" ({line.indicator.unit})" if line.indicator.unit else ""
    yield f"<h3>{escape(line.indicator.name)}{escape(unit)}</h3>"
    if line.broken:
        note = line.indicator.comparability_note
        yield f"<p><b>≠ {escape(words.text('story.broken'))}</b> {escape(note)}</p>"
    rows = [(words.text("story.target", year=str(one.year)), _figure(words, one)) for one in line.targets]
    rows += [(words.text("story.result", day=one.measured_on), _figure(words, one)) for one in line.results]
    if rows:
        cells = "".join(f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td>{escape(told)}</td></tr>" for name, told in rows)
        yield f"<table>{cells}</table>"


def _figure(words: Wording, of: YearlyTarget | Measurement) -> str:
    return words.figure(of.value) if of.value is not None else of.text


def _followed(words: Wording, one: FollowUp) -> Iterator[str]:
    if one.done_on is None and one.status is Status.NOT_STARTED and not one.explanation:
        return
    day = one.done_on or one.planned_on
    status = words.text(f"status.{one.status.value}")
    told = words.text("story.followed", day=words.date(day), status=status) if day else status
    yield f"<p><b>{escape(told)}</b> {escape(one.explanation)}</p>"
    if one.learning_point:
        yield f"<p>{escape(words.text('story.learnt', text=one.learning_point))}</p>"
