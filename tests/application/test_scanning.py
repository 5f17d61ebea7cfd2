"""A pile of scanned sheets finds its agreements in any order; what is missing, doubled or old is told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.issuing import issued
from strategikort.application.printing import Press
from strategikort.application.scanning import Noted, filing, placed
from strategikort.application.session import Session
from strategikort.application.starting import sample_document
from strategikort.application.workspace import Workspace, workspace
from strategikort.domain.agreements import (
    Agreement,
    AgreementState,
    Attachment,
    AttachmentKind,
    IssuePurpose,
    SigningMethod,
)
from strategikort.domain.document import Document
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.edits.signing import signatories_of
from strategikort.domain.shape import Id
from strategikort.reports.preview import page_count
from strategikort.reports.scanned import codes_of, cut_out
from strategikort.reports.sheet_code import SheetCode
from tests.storage.desks import desk_of

TODAY = date(2015, 2, 15)
DOCUMENT = Document(
    Agreement(id=Id(name), org=Id("o"), valid_from=TODAY, valid_to=TODAY, code=name, version=2) for name in "ab"
)


def code(agreement: str, page: int, *, version: int = 2, pages: int = 3) -> SheetCode:
    return SheetCode(agreement=Id(agreement), version=version, check="1a2b 3c4d 5e6f", page=page, pages=pages)


def test_pages_are_put_in_the_order_of_the_paper_and_what_is_missing_or_twice_is_told() -> None:
    found = placed(DOCUMENT, [code("a", 3), code("b", 1), None, code("a", 1), code("a", 3), code("z", 1)])
    a, b = found.sheets
    assert (a.agreement.id, a.pages, a.missing, a.twice) == ("a", (3, 0, 4), (2,), (3,))
    assert (b.pages, b.missing) == ((1,), (2, 3))
    assert (found.loose, found.elsewhere) == ((2,), (5,))


def test_sheets_of_an_older_version_are_apart_and_said_to_be_old() -> None:
    old, new = placed(DOCUMENT, [code("a", 1), code("a", 1, version=1)]).sheets
    assert (old.version, old.outdated, new.version, new.outdated) == (1, True, 2, False)


def test_a_page_without_a_code_is_placed_by_hand_after_those_with_one() -> None:
    found = placed(DOCUMENT, [None, code("a", 1), None], {0: Id("a")})
    assert [one.pages for one in found.sheets] == [(1, 0)]
    assert found.loose == (2,)


@given(
    codes=st.lists(
        st.one_of(
            st.none(),
            st.builds(
                code,
                st.sampled_from(["a", "b", "z"]),
                st.integers(1, 4),
                version=st.sampled_from([1, 2]),
                pages=st.just(4),
            ),
        ),
        max_size=20,
    ),
    by_hand=st.dictionaries(st.integers(0, 25), st.sampled_from([Id("a"), Id("b"), Id("z")])),
)
def test_each_page_of_a_pile_is_in_one_place_and_none_with_a_code_is_moved_by_hand(
    codes: list[SheetCode | None], by_hand: dict[int, Id]
) -> None:
    found = placed(DOCUMENT, codes, by_hand)
    places = [*found.loose, *found.elsewhere, *(page for one in found.sheets for page in one.pages)]
    assert sorted(places) == list(range(len(codes)))
    for one in found.sheets:
        for page in one.pages:
            said = codes[page]
            assert (said.agreement if said else by_hand[page]) == one.agreement.id


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    desk = desk_of(tmp_path)
    session = Session.create(tmp_path / "by.strategikort", sample_document(), desk=desk)
    yield workspace(session, language="da", today=lambda: TODAY, new_id=desk.new_id)
    session.close()


def test_a_real_pile_is_filed_with_its_agreements_and_the_parties_noted_as_one_step(space: Workspace) -> None:
    press = Press(space.reading, made_at=space.session.now())
    ready = [
        one
        for one in sorted(space.document.all(Agreement).values(), key=lambda one: one.code)
        if one.valid_from.year == 2015 and not press.stopping(one) and not one.amends
    ][:2]
    for one in ready:
        space.session.edit(set_field(space.document, Agreement, one.id, "state", AgreementState.READY))
        for party in signatories_of(space.document, one.id):
            space.session.edit(set_field(space.document, type(party), party.id, "signed_on", None))
    papers = [issued(space, space.document.all(Agreement)[one.id], IssuePurpose.PAPER).pdf for one in ready]
    sheets = [cut_out(pdf, [page_count(pdf) - 1]) for pdf in papers]
    codes = [found for pdf in sheets for found in codes_of(pdf)]
    pile = sheets[0]
    found = placed(space.document, codes[:1])
    before = space.document
    make = filing(space, pile, found.sheets, Noted(on=TODAY, place="Øresø"))
    space.session.edit(make(space.document))
    (kept,) = space.document.all(Attachment).values()
    assert (kept.agreement, kept.kind) == (ready[0].id, AttachmentKind.SIGNED_SHEETS)
    assert page_count(space.session.store.read(kept.file)) == 1
    signed = signatories_of(space.document, ready[0].id)
    assert {(one.signed_on, one.place, one.method) for one in signed} == {(TODAY, "Øresø", SigningMethod.SCAN)}
    assert space.document.all(Agreement)[ready[0].id].state is AgreementState.SIGNED
    space.session.undo()
    assert space.document == before


def test_a_pile_with_nothing_for_this_document_is_refused(space: Workspace) -> None:
    with pytest.raises(EditRefused, match=r"scan\.nothing"):
        filing(space, b"", (), None)(space.document)
