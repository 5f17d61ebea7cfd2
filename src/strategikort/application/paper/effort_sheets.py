"""The efforts of an agreement as annexes, a sheet for each: what is done, how, by whom, by when, and what it serves."""

from datetime import date

from strategikort.application.agreements import goals_of
from strategikort.application.framed import framed
from strategikort.application.paper.contents import efforts_under
from strategikort.application.paper.effort_rows import EffortRows
from strategikort.application.paper.indicator_rows import IndicatorRows
from strategikort.application.paper.made_of import columns, version_facts
from strategikort.application.reading import Reading
from strategikort.domain.agreements import Agreement
from strategikort.domain.edits.measures import indicators_of
from strategikort.domain.goals import Effort
from strategikort.domain.shape import Id
from strategikort.domain.written import Facts, Notes, Passage, Report, Table
from strategikort.reports.model import AgreementPaper


def effort_sheets(reading: Reading, agreement: Agreement, paper: AgreementPaper, *, day: date) -> Report:
    """A sheet for each effort under the goals of the agreement, in the order of ``paper``; an effort stands once."""
    words = reading.words
    served: dict[Id, list[str]] = {}
    efforts: dict[Id, Effort] = {}
    for goal in goals_of(reading.document, agreement):
        for effort in efforts_under(reading.document, goal.id):
            efforts[effort.id] = effort
            served.setdefault(effort.id, []).append(f"{goal.code} {goal.title}".strip())
    made = _Sheets(reading, agreement)
    passages = tuple(
        made.sheet(effort, number, served[effort.id]) for number, effort in enumerate(efforts.values(), start=1)
    )
    if not passages:
        passages = (Passage(heading=words.text("paper.efforts"), text=words.text("effort_sheets.none")),)
    facts = (*paper.facts, *version_facts(words, paper, "paper_form.annexes"))
    title = words.text("effort_sheets.title", unit=paper.unit, title=paper.title)
    return framed(reading, title, passages, day=day, facts=facts)


class _Sheets:
    """Makes the sheets of one agreement."""

    def __init__(self, reading: Reading, agreement: Agreement) -> None:
        self._reading, self._words = reading, reading.words
        self._rows, self._indicators = EffortRows(reading, agreement), IndicatorRows(reading, agreement)

    def sheet(self, effort: Effort, number: int, serves: list[str]) -> Passage:
        row = self._rows.row(effort)
        facts = Facts(
            rows=(
                (self._words.text("paper_form.serves"), "\n".join(serves)),
                (self._words.text("paper.owner"), row.owner),
                (self._words.text("paper.deadline"), row.deadline.replace("\n", ", ")),
            )
        )
        said = Notes(label="", lines=tuple(row.note.splitlines()))
        return Passage(
            heading=self._words.text("effort_sheets.annex", n=number, title=row.title),
            note=effort.code,
            parts=(facts, *((said,) if said.lines else ()), *self._figures(effort)),
            new_page=number > 1,
        )

    def _figures(self, effort: Effort) -> tuple[Table, ...]:
        found = [self._indicators.row(one) for one in indicators_of(self._reading.document, effort.id)]
        if not found:
            return ()
        heads = columns(
            self._words,
            ("paper.indicator", 2.4),
            ("paper.baseline", 1.3),
            ("paper.result", 1.3),
            ("paper_form.target", 1.3),
            ("paper.source", 1.7),
        )
        rows = tuple((one.name, one.baseline, one.result, one.target, one.source) for one in found)
        return (Table(columns=heads, rows=rows, notes=tuple(one.note for one in found)),)
