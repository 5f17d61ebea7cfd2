"""Which papers are drafts: that is asked of the agreement's own year, whatever day it is printed on."""

from datetime import date, datetime
from functools import cache

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from strategikort.application.paper.agreement import PaperMaker
from strategikort.application.printing import Press, read_typefaces
from strategikort.application.reading import reading_of
from strategikort.domain.agreements import Agreement, AgreementState, Signatory
from strategikort.domain.edits import agreements, records
from strategikort.domain.goals import DecisionStatus, GoalKind, PoliticalGoal
from strategikort.domain.organisation import OrgKind, Person
from strategikort.domain.shape import Id
from strategikort.reports.typefaces import Typefaces
from tests.domain.town import PROFILE, Town


@cache
def typefaces() -> Typefaces:
    return read_typefaces()


def made(town: Town, year: int, *, political: int) -> Id:
    """A ready agreement for ``year`` whose one goal rests on a political goal that is valid in ``political`` alone."""
    upper = town.goal(GoalKind.POLITICAL_GOAL, f"Flere flytter til i {political}")
    lower = town.goal(GoalKind.CENTRE_GOAL, f"Flere vælger skolen i {political}", under=upper)
    values = {
        "decision_status": DecisionStatus.ADOPTED,
        "valid_from": date(political, 1, 1),
        "valid_to": date(political, 12, 31),
    }
    for name, value in values.items():
        town.do(records.set_field(town.document, PoliticalGoal, upper, name, value))
    school = town.org(OrgKind.UNIT, f"Skolen {year} {political}", f"S{year}{political}")
    step = town.do(agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=year))
    agreement = step.changes[0].record.id
    for signatory in list(town.document.all(Signatory).values()):
        if signatory.agreement == agreement:
            town.do(records.add_records("edit.appoint", [Person(id=Id(f"p {signatory.id}"), name="Karen Holm")]))
            town.do(records.set_field(town.document, Signatory, signatory.id, "person", Id(f"p {signatory.id}")))
    town.do(records.set_field(town.document, Agreement, agreement, "state", AgreementState.READY))
    town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", under=lower, agreement=agreement)
    return agreement


@pytest.mark.parametrize("day", [datetime(2014, 6, 1), datetime(2015, 6, 1), datetime(2021, 6, 1)])
def test_a_paper_is_a_draft_by_what_holds_in_its_own_year(day: datetime) -> None:
    town = Town()
    papers = {(year, political): made(town, year, political=political) for year, political in YEARS}
    press = Press(reading_of(town.document, language="da"), made_at=day)
    drafts = {years for years, paper in papers.items() if press.is_draft(town.document.all(Agreement)[paper])}
    assert drafts == {(2014, 2015), (2015, 2014)}


def test_a_draft_says_on_its_first_page_why_it_is_one_and_its_check_code_stays() -> None:
    town = Town()
    free, stopped = made(town, 2014, political=2014), made(town, 2014, political=2015)
    waiting = made(town, 2015, political=2015)
    town.do(records.set_field(town.document, Agreement, waiting, "state", AgreementState.DRAFT))
    press = Press(reading_of(town.document, language="da"), made_at=datetime(2015, 1, 1))
    papers = town.document.all(Agreement)
    assert press.why_draft(papers[free]) == ""
    assert press.why_draft(papers[waiting]) == "Aftalen er endnu ikke erklæret klar til underskrift."
    assert "rettes" in press.why_draft(papers[stopped])
    first = " ".join(PdfDocument(press.printed(papers[waiting]).pdf)[0].get_textpage().get_text_range().split())
    assert press.why_draft(papers[waiting]) in first
    maker = PaperMaker(reading_of(town.document, language="da"), papers[waiting])
    assert maker.paper(draft=True, why="Derfor.").fingerprint == maker.paper(draft=False).fingerprint


YEARS = [(2014, 2014), (2014, 2015), (2015, 2014), (2015, 2015)]
