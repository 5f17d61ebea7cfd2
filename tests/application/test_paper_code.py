"""The check code of an agreement's paper: it follows what can be read there, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from strategikort.application.agreements import goals_of
from strategikort.application.paper.agreement import PaperMaker
from strategikort.application.paper.contents import SHOWN_DIGITS, efforts_under, fingerprint
from strategikort.application.profiles import load_profile
from strategikort.application.reading import reading_of
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.domain.agreements import Agreement, AgreementState, Signatory
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.links import unlink
from strategikort.domain.edits.measures import indicators_of, set_target, targets_of
from strategikort.domain.goals import CentreGoal, Effort, Goal
from strategikort.domain.measures import Indicator
from strategikort.domain.organisation import OrgUnit, Person
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id, Record, with_values
from strategikort.domain.written import Notes
from strategikort.reports.model import AgreementPaper, Attachment

Edit = Callable[[Document, Agreement], Document]


@cache
def town() -> tuple[Document, Agreement]:
    """The sample, and an agreement in it that has a thread, an effort and an indicator with a target."""
    document = sample_municipality(sample_content(), load_profile("helsingoer"), size="helsingoer")
    for agreement in sorted(document.all(Agreement).values(), key=lambda one: one.code):
        if agreement.valid_from.year == 2015 and _effort(document, agreement) and _indicator(document, agreement):
            return document, agreement
    raise AssertionError("the sample has an agreement with everything")


def _effort(document: Document, agreement: Agreement) -> Effort | None:
    found = (one for goal in goals_of(document, agreement) for one in efforts_under(document, goal.id))
    return next(found, None)


def _indicator(document: Document, agreement: Agreement) -> Indicator | None:
    found = (one for goal in goals_of(document, agreement) for one in indicators_of(document, goal.id))
    return next((one for one in found if targets_of(document, one.id)), None)


def paper(document: Document, agreement: Id, *, draft: bool = False) -> AgreementPaper:
    found = document.get(Agreement, agreement)
    assert found
    return PaperMaker(reading_of(document, language="da"), found).paper(draft=draft)


def filled(document: Document, record: Record | None, **values: object) -> Document:
    assert record
    return document.with_changes(ChangeSet(Phrase(""), (Change(record, with_values(record, values)),)))


def centre_goal_cut(document: Document, agreement: Agreement) -> Document:
    goals = [goal.id for goal in goals_of(document, agreement)]
    ups = (link for goal in goals for link in document.links_up(goal) if document.get(CentreGoal, link.upper))
    return document.with_changes(unlink(document, next(ups).id))


def centre_goal_renamed(document: Document, agreement: Agreement) -> Document:
    goals = [goal.id for goal in goals_of(document, agreement)]
    upper = next(link.upper for goal in goals for link in document.links_up(goal))
    return filled(document, document.get(Goal, upper), title="Et andet overordnet mål")


def party_renamed(document: Document, agreement: Agreement) -> Document:
    signs = document.grouped(Signatory, "agreement")[agreement.id]
    return filled(document, document.get(Person, signs[0].person), name="Navn Navnesen")


def second_year_asked(document: Document, agreement: Agreement) -> Document:
    """An agreement of two years, and a target of its second year alone."""
    indicator = _indicator(document, agreement)
    assert indicator
    gone = tuple(Change(one, None) for one in targets_of(document, indicator.id))
    document = document.with_changes(ChangeSet(Phrase(""), gone))
    made = set_target(document, indicator.id, new_id=lambda: Id("target"), year=2016, value=Decimal(7))
    return document.with_changes(made)


@pytest.mark.parametrize(
    "edit",
    [
        centre_goal_cut,
        centre_goal_renamed,
        party_renamed,
        lambda document, agreement: filled(document, _effort(document, agreement), method="En anden metode"),
        lambda document, agreement: filled(document, document.get(OrgUnit, agreement.org), name="Et andet navn"),
    ],
)
def test_whatever_is_read_on_the_paper_changes_its_code(edit: Edit) -> None:
    document, agreement = town()
    after = paper(edit(document, agreement), agreement.id)
    assert after.fingerprint != paper(document, agreement.id).fingerprint


def test_a_target_of_the_second_year_changes_the_code_of_a_two_year_agreement() -> None:
    document, agreement = town()
    document = filled(document, agreement, valid_to=date(2016, 12, 31))
    agreement = document.all(Agreement)[agreement.id]
    first = second_year_asked(document, agreement)
    indicator = _indicator(first, agreement)
    assert indicator
    second = filled(first, targets_of(first, indicator.id)[0], value=Decimal(8))
    assert paper(first, agreement.id).fingerprint != paper(second, agreement.id).fingerprint


@pytest.mark.parametrize(
    "edit",
    [
        lambda document, agreement: filled(document, agreement, state=AgreementState.ARCHIVED),
        lambda document, agreement: filled(document, agreement, filed_on=date(2015, 3, 1), kle_number="17.00"),
        lambda document, agreement: filled(document, goals_of(document, agreement)[0], priority=3),
        lambda document, agreement: filled(document, _effort(document, agreement), theme="Sundhed"),
    ],
)
def test_what_is_not_read_on_the_paper_leaves_its_code(edit: Edit) -> None:
    document, agreement = town()
    after = paper(edit(document, agreement), agreement.id)
    assert after.fingerprint == paper(document, agreement.id).fingerprint


def test_a_draft_has_the_code_that_the_signed_paper_will_have() -> None:
    document, agreement = town()
    draft, final = (paper(document, agreement.id, draft=draft) for draft in (True, False))
    assert draft == replace(final, draft=True)


def test_the_code_at_the_foot_is_the_one_in_the_box_and_says_what_the_rest_says() -> None:
    document, agreement = town()
    made = paper(document, agreement.id)
    boxes = [part for chapter in made.chapters for part in chapter.parts if isinstance(part, Notes) and part.boxed]
    assert len(made.fingerprint.replace(" ", "")) == SHOWN_DIGITS
    assert [made.fingerprint in box.lines[0] for box in boxes] == [True]
    assert fingerprint(made) == fingerprint(replace(made, accent="#000000", draft=True))


def test_what_scanners_and_certificates_need_is_no_part_of_what_is_agreed() -> None:
    document, agreement = town()
    maker = PaperMaker(reading_of(document, language="da"), agreement)
    plain = maker.paper(draft=False)
    data = Attachment(name="aftale.json", media_type="application/json", content=b"{}")
    signable = maker.paper(draft=False, fields=True, attachments=(data,))
    assert signable != plain
    assert signable.fingerprint == plain.fingerprint
    words = replace(plain.words, sign_here="", scan_code="", scan_note="")
    assert fingerprint(replace(signable, identity="", number=9, words=words)) == fingerprint(plain)
    assert maker.paper(draft=True, fields=True) == maker.paper(draft=True)
