"""A goal's red thread explained on paper: every way up, where it breaks, what stands below, what if the goal lapses."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, partial
from typing import Final

from strategikort.application.framed import framed
from strategikort.application.reading import Reading
from strategikort.application.trying import Forecast, Trial
from strategikort.cascade.breaks import reason
from strategikort.cascade.paths import Paths, paths_up
from strategikort.cascade.shown import beyond
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.restructure import lapse
from strategikort.domain.goals import Goal, VisionElement, list_order
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.written import Column, Notes, Passage, Report, Table
from strategikort.exchange.workbook import Sheet

_WAYS: Final = 50
_BELOW: Final = 300
"""So many goals below are told by name; the rest are counted."""


class ThreadPaper:
    """Explains one goal of a reading as it stands on a day. ``trial`` is used to let the goal lapse, on a copy."""

    def __init__(self, reading: Reading, goal: Id, *, day: date, trial: Trial) -> None:
        """Raises KeyError if there is no such goal."""
        self._reading, self._words, self._day, self._trial = reading, reading.words, day, trial
        self._document = reading.document
        self._goal = reading.document.all(Goal)[goal]

    @property
    def title(self) -> str:
        """What the paper is called."""
        return f"{self._words.text('thread_paper.title')}: {self._goal.title or self._goal.code}"

    def report(self) -> Report:
        """The explanation."""
        passages = [self._verdict(), self._below()]
        if not isinstance(self._goal, VisionElement):
            passages.append(self._if_it_lapses())
        facts = (
            (self._words.text("tables.column.code"), self._goal.code),
            (self._text("kind"), f"{self._words.word(self._goal.kind.value):One}"),
            (self._words.text("tables.column.owner"), self._owner(self._goal)),
        )
        return framed(self._reading, self.title, tuple(passages), day=self._day, facts=facts)

    def sheets(self) -> list[Sheet]:
        """The ways up and what stands below as tables."""
        notes, more = (self.title,), self._untold()
        ways = tuple(self._ways())
        return [
            Sheet(
                title=self._text("ways"), notes=(*notes, *more), columns=(self._text("way"),), widths=(110,), rows=ways
            ),
            Sheet(
                title=self._text("below"),
                notes=notes,
                columns=tuple(self._heads()),
                widths=(14, 60, 20, 40),
                rows=tuple(self._row(one) for one in self._all_below),
            ),
        ]

    def _text(self, code: str, **gaps: int) -> str:
        return self._words.text(f"thread_paper.{code}", **gaps)

    def _owner(self, goal: Goal) -> str:
        owner = self._document.get(OrgUnit, goal.owner)
        return owner.name if owner else ""

    def _verdict(self) -> Passage:
        """Whether the thread reaches, by which ways, and if not, where it breaks."""
        if isinstance(self._goal, VisionElement):
            return Passage(heading=self._text("up"), text=self._text("is_vision"))
        if not self._reaches:
            why = reason(self._document, self._goal.id)
            told = self._words.say(why) if why else ""
            return Passage(heading=self._text("up"), text=f"{self._text('broken')} {told}".strip())
        rows = tuple((str(number), *row) for number, row in enumerate(self._ways(), 1))
        columns = (Column(head=self._text("number"), share=0.6, figures=True), Column(head=self._text("way"), share=9))
        text = " ".join((self._text("reaches", n=self._up.total), *self._untold()))
        return Passage(heading=self._text("up"), text=text, parts=(Table(columns=columns, rows=rows),))

    @cached_property
    def _reaches(self) -> bool:
        """Whether there are ways up to be told."""
        vision = isinstance(self._goal, VisionElement)
        return not vision and not verdicts_of(self._document).of(self._goal.id).broken

    @cached_property
    def _up(self) -> Paths:
        return paths_up(self._document, self._goal.id, limit=_WAYS)

    def _untold(self) -> tuple[str, ...]:
        """How many ways up there are beside those that are told, if there are any."""
        more = self._up.total - len(self._up.shown) if self._reaches else 0
        return (self._text("more_ways", n=more),) if more else ()

    def _ways(self) -> Iterator[tuple[str]]:
        if self._reaches:
            for path in self._up.shown:
                yield (" → ".join(f"{one.code} {one.title}".strip() for one in path),)

    def _below(self) -> Passage:
        below = self._all_below
        if not below:
            return Passage(heading=self._text("below"), text=self._text("nothing_below"))
        shares = (1.3, 5.0, 1.6, 2.6)
        columns = tuple(Column(head=head, share=share) for head, share in zip(self._heads(), shares, strict=True))
        rows = tuple(self._row(one) for one in below[:_BELOW])
        more = len(below) - len(rows)
        text = self._text("below_count", n=len(below)) + (f" {self._text('more_below', n=more)}" if more else "")
        return Passage(heading=self._text("below"), text=text, parts=(Table(columns=columns, rows=rows),))

    def _heads(self) -> Iterator[str]:
        yield self._words.text("tables.column.code")
        yield self._words.text("tables.column.goal")
        yield self._text("kind")
        yield self._words.text("tables.column.owner")

    def _row(self, goal: Goal) -> tuple[str, str, str, str]:
        return goal.code, goal.title, f"{self._words.word(goal.kind.value):One}", self._owner(goal)

    @cached_property
    def _all_below(self) -> list[Goal]:
        """Every goal that supports it, whatever the way, level by level in list order. Cost: what lies below."""
        found = (self._document.get(Goal, one) for one in beyond(self._document, [self._goal.id], up=False))
        return sorted(filter(None, found), key=list_order)

    def _if_it_lapses(self) -> Passage:
        """What letting the goal lapse would give: the same forecast as *Prøv det af*."""
        heading = self._text("lapses")
        if not self._trial.try_(partial(lapse, goals=[self._goal.id])):
            return Passage(heading=heading, text=self._text("has_lapsed"))
        found, now = self._trial.forecast(), self._trial.document
        notes = tuple(
            Notes(label=f"{self._text(code)}: {len(lines)}", lines=tuple(lines))
            for code, lines in self._consequences(found, now)
            if lines
        )
        return Passage(heading=heading, text="" if notes else self._text("no_consequence"), parts=notes)

    def _consequences(self, found: Forecast, now: Document) -> Iterator[tuple[str, list[str]]]:
        yield "lose", self._named(now, found.broken)
        yield "hang", self._named(now, (one.goal for one in found.hanging if one.goal not in found.broken))
        yield "uncovered", self._named(now, found.uncovered)
        agreements = (now.all(Agreement)[one] for one in found.addenda)
        owners = ((now.get(OrgUnit, one.org), one) for one in agreements)
        yield "addenda", [f"{owner.name if owner else '?'} {one.valid_from.year}" for owner, one in owners]

    @staticmethod
    def _named(now: Document, goals: Iterable[Id]) -> list[str]:
        known = now.all(Goal)
        found = sorted((known[one] for one in set(goals)), key=list_order)
        return [f"{one.code}  {goal_titled(now, one.id)}".strip() for one in found]
