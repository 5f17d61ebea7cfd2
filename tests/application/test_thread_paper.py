"""A goal's thread on paper: every way up, where it breaks, all below, and the forecast of *Prøv det af*."""

import re
from datetime import UTC, date, datetime
from functools import cache

from strategikort.application.demo import SAMPLE_DAY
from strategikort.application.printing import printed_report
from strategikort.application.reading import Reading, reading_of
from strategikort.application.starting import sample_document
from strategikort.application.thread_paper import ThreadPaper
from strategikort.application.trying import Trial
from strategikort.cascade.paths import paths_up
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.cascade.watch import Watch
from strategikort.domain.document import Document
from strategikort.domain.edits.restructure import lapse
from strategikort.domain.goals import Goal, VisionElement
from strategikort.domain.written import Notes, Report, Table
from tests.reports import reading
from tests.reports.faults import faults

MADE_AT = datetime(2015, 2, 15, tzinfo=UTC)


@cache
def sample() -> Reading:
    return reading_of(sample_document(), language="da")


def watching(document: Document, day: date = SAMPLE_DAY) -> Watch:
    return Watch(document, sample().profile, sample().rulebook, today=day)


def paper_of(code: str) -> ThreadPaper:
    goal = called(code)
    return ThreadPaper(
        sample(), goal.id, day=SAMPLE_DAY, trial=Trial(sample().document, lambda: watching(sample().document))
    )


def called(code: str) -> Goal:
    return next(one for one in sample().document.all(Goal).values() if one.code == code)


def tables(report: Report) -> list[Table]:
    return [part for passage in report.passages for part in passage.parts if isinstance(part, Table)]


def test_the_paper_tells_every_way_up_and_all_that_stands_below() -> None:
    report = paper_of("BID-01").report()
    ways, below = tables(report)
    found = paths_up(sample().document, called("BID-01").id)
    assert len(ways.rows) == found.total and all(one[1].startswith("BID-01 ") for one in ways.rows)
    assert all(path[-1].code in row[1] for path, row in zip(found.shown, ways.rows, strict=True))
    known, waiting = set(), [called("BID-01").id]
    while waiting:
        fresh = {link.lower for link in sample().document.links_down(waiting.pop())} - known
        known |= fresh
        waiting += fresh
    codes = {sample().document.all(Goal)[one].code for one in known}
    assert {row[0] for row in below.rows} == codes and len(below.rows) == len(known) > 5
    assert f"I alt {len(known)}." in report.passages[1].text


def test_what_if_it_lapses_is_what_the_trial_forecasts() -> None:
    goal = called("BID-01")
    trial = Trial(sample().document, lambda: watching(sample().document))
    trial.try_(lambda document: lapse(document, [goal.id]))
    found = trial.forecast()
    notes = {
        one.label.split(":")[0]: one for one in paper_of("BID-01").report().passages[2].parts if isinstance(one, Notes)
    }
    told = {label: len(one.lines) for label, one in notes.items()}
    wanted = {
        "Mål, der mister den røde tråd": len(found.broken),
        "Mål, der står lige under det og stadig når op": len({one.goal for one in found.hanging} - set(found.broken)),
        "Politiske mål, som ingen arbejder med mere": len(found.uncovered),
        "Aftaler, der kræver et tillæg": len(found.addenda),
    }
    assert told == {label: number for label, number in wanted.items() if number} and told
    assert all(int(re.findall(r"[0-9]+", one.label)[-1]) == len(one.lines) for one in notes.values())


def test_a_broken_thread_says_where_it_breaks_and_a_vision_has_nothing_above() -> None:
    verdicts = verdicts_of(sample().document)
    loose = next(
        one for one in sample().document.all(Goal).values() if verdicts.of(one.id) is Thread.NO_LINK_UP and one.code
    )
    if not isinstance(loose, VisionElement):
        assert paper_of(loose.code).report().passages[0].text.startswith("Den røde tråd er brudt. ")
    vision = next(iter(sample().document.all(VisionElement).values()))
    report = paper_of(vision.code).report()
    assert "en del af visionen" in report.passages[0].text and len(report.passages) == 2


def test_the_paper_is_tagged_and_holds_all_that_it_says() -> None:
    for code in ("BID-01", "BID-B1-01", "POL-12"):
        report = paper_of(code).report()
        paper = printed_report(report, made_at=MADE_AT)
        assert faults(paper.pdf) == [] and paper.missing == ()
        said = reading.letters(reading.tree_text(reading.opened(paper.pdf)))
        every = [cell for table in tables(report) for row in table.rows for cell in row]
        assert all(reading.letters(cell or "–") in said for cell in every)


def test_the_workbook_has_the_rows_of_the_paper() -> None:
    paper = paper_of("BID-01")
    ways, below = paper.sheets()
    told = tables(paper.report())
    assert [row[1] for row in told[0].rows] == [row[0] for row in ways.rows]
    assert list(told[1].rows) == list(below.rows)
