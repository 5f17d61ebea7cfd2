"""*Målets historie*: one goal over the years, through those that it took the place of and those that took its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from strategikort.cascade.graph import days_of
from strategikort.domain.agreements import FollowUp
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal
from strategikort.domain.links import LinkKind
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.phrases import Wording
from strategikort.domain.shape import Id

_WORDS = re.compile(r"\s+|[^\s]+")


class Mark(StrEnum):
    """What became of a piece of text since the chapter before."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and what became of it."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An indicator in one chapter: targets by year, measurements by day.

    ``broken`` tells that its figures cannot be compared with those of the chapter before: it says so itself, or it
    measures in another unit, by another definition or from another source.
    """

    indicator: Indicator
    targets: tuple[YearlyTarget, ...]
    results: tuple[Measurement, ...]
    broken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A goal as it stood in its own time; ``title`` and ``words`` tell what was changed since the chapter before."""

    goal: Goal
    first: date | None
    last: date | None
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    lines: tuple[Line, ...]
    follow_ups: tuple[FollowUp, ...]


def story_of(document: Document, goal: Id) -> tuple[Chapter, ...]:
    """The chapters of a goal's history, the oldest first. KeyError: no such goal.

    Where several goals became one, or one became several, all of them are told, by their days.
    """
    known = document.all(Goal)
    family = sorted(_family(document, known[goal].id), key=lambda one: _place(document, known[one]))
    chapters: list[Chapter] = []
    for identity in family:
        one = known[identity]
        before = next((chapter for chapter in reversed(chapters) if _replaces(document, one, chapter.goal)), None)
        chapters.append(_chapter(document, one, before))
    return tuple(chapters)


def _family(document: Document, goal: Id) -> set[Id]:
    seen, waiting = {goal}, [goal]
    while waiting:
        for link in document.links_of(waiting.pop(), LinkKind.SUPERSEDES):
            for end in (link.lower, link.upper):
                if end not in seen and document.get(Goal, end):
                    seen.add(end)
                    waiting.append(end)
    return seen


def _place(document: Document, goal: Goal) -> tuple[date, date, str, Id]:
    first, last = days_of(document, goal)
    return first or date.min, last or date.max, goal.code, goal.id


def _replaces(document: Document, goal: Goal, other: Goal) -> bool:
    return any(link.upper == other.id for link in document.links_up(goal.id, LinkKind.SUPERSEDES))


def _chapter(document: Document, goal: Goal, before: Chapter | None) -> Chapter:
    first, last = days_of(document, goal)
    old = before.goal if before else goal
    follow_ups = document.grouped(FollowUp, "goal").get(goal.id, ())
    return Chapter(
        goal=goal,
        first=first,
        last=last,
        title=pieces(old.title, goal.title),
        words=pieces(_words(old), _words(goal)),
        lines=tuple(_lines(document, goal, before)),
        follow_ups=tuple(sorted(follow_ups, key=lambda one: (one.done_on or one.planned_on or date.max, one.id))),
    )


def _words(goal: Goal) -> str:
    return "\n\n".join(text for text in (goal.description, goal.success_criterion) if text)


def _lines(document: Document, goal: Goal, before: Chapter | None) -> Iterator[Line]:
    earlier = {line.indicator.id: line.indicator for line in before.lines} if before else {}
    by_name = {one.name: one for one in earlier.values()}
    found = document.grouped(Indicator, "goal").get(goal.id, ())
    for one in sorted(found, key=lambda line: (line.position, line.name, line.id)):
        old = earlier.get(one.supersedes) if one.supersedes else by_name.get(one.name)
        targets = document.grouped(YearlyTarget, "indicator").get(one.id, ())
        results = document.grouped(Measurement, "indicator").get(one.id, ())
        yield Line(
            indicator=one,
            targets=tuple(sorted(targets, key=lambda target: (target.year, target.id))),
            results=tuple(sorted(results, key=lambda result: (result.measured_on, result.id))),
            broken=bool(before) and (bool(one.comparability_note) or (old is not None and not _comparable(old, one))),
        )


def _comparable(old: Indicator, new: Indicator) -> bool:
    return (old.kind, old.unit, old.definition, old.source) == (new.kind, new.unit, new.definition, new.source)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """``new`` word for word, with what was added to ``old`` and what was removed from it.

    What is the same and what was added make up ``new``; what is the same and what was removed make up ``old``.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    marks: Mapping[str, tuple[Mark, ...]] = {
        "equal": (Mark.SAME,),
        "delete": (Mark.REMOVED,),
        "insert": (Mark.ADDED,),
        "replace": (Mark.REMOVED, Mark.ADDED),
    }
    for what, start, end, into, until in matcher.get_opcodes():
        for mark in marks[what]:
            words = before[start:end] if mark is Mark.REMOVED else after[into:until]
            found.append(Piece("".join(words), mark))
    return tuple(found)


def reworded(words: Wording, pieces: Iterable[Piece]) -> Iterator[str]:
    """A sentence for what was added and one for what was removed, each text once and without the signs around it."""
    told = list(pieces)
    for mark in (Mark.ADDED, Mark.REMOVED):
        texts = dict.fromkeys(one.text.strip(" \n.,;:") for one in told if one.mark is mark)
        if said := [text for text in texts if text]:
            yield words.text(f"story.{mark.value}", texts=words.list(said))
