"""A paper that goes out is noted, kept, and the same file the next time; its PDF alone gives the agreement back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from strategikort.application.importing import import_into
from strategikort.application.issuing import issued, issued_as
from strategikort.application.printing import Press
from strategikort.application.session import Session, read_document
from strategikort.application.starting import sample_document
from strategikort.application.workspace import Workspace, workspace
from strategikort.domain.agreements import Agreement, AgreementState, IssuedPaper, IssuePurpose
from strategikort.domain.carried import own_records
from strategikort.domain.edits.life_cycle import move_agreement
from strategikort.domain.edits.links import unlink
from strategikort.domain.edits.records import set_field
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import UnitGoal
from strategikort.domain.shape import Id
from strategikort.reports.embedded import embedded_files
from strategikort.storage.stored import hash_of
from tests.storage.desks import desk_of

TODAY = date(2015, 2, 15)


@pytest.fixture(scope="module")
def sample() -> object:
    return sample_document()


@pytest.fixture
def space(sample: object, tmp_path: Path) -> Iterator[Workspace]:
    desk = desk_of(tmp_path)
    session = Session.create(tmp_path / "by.strategikort", sample, desk=desk)
    yield workspace(session, language="da", today=lambda: TODAY, new_id=desk.new_id)
    session.close()


@pytest.fixture
def agreement(space: Workspace) -> Id:
    """An agreement of the sample of which nothing stops the print, taken back to be ready and not signed."""
    press = Press(space.reading, made_at=space.session.now())
    found = sorted(space.document.all(Agreement).values(), key=lambda one: one.code)
    chosen = next(
        one
        for one in found
        if one.valid_from.year == 2015
        and not press.stopping(one)
        and space.document.grouped(UnitGoal, "agreement").get(one.id)
    )
    space.session.edit(set_field(space.document, Agreement, chosen.id, "state", AgreementState.READY))
    return chosen.id


def the(space: Workspace, agreement: Id) -> Agreement:
    return space.document.all(Agreement)[agreement]


def test_a_paper_that_goes_out_is_noted_and_is_the_same_file_the_next_time(space: Workspace, agreement: Id) -> None:
    first = issued(space, the(space, agreement), IssuePurpose.PAPER)
    (noted,) = space.document.all(IssuedPaper).values()
    assert (noted.agreement, noted.version, noted.file) == (agreement, 1, hash_of(first.pdf))
    assert space.session.store.read(noted.file) == first.pdf
    assert noted.check_code.replace(" ", "").isalnum()
    again = issued(space, the(space, agreement), IssuePurpose.PAPER)
    assert again.pdf == first.pdf and again.pages == first.pages
    assert len(space.document.all(IssuedPaper)) == 1
    assert issued_as(space.document, hash_of(first.pdf)) == noted
    assert issued_as(space.document, hash_of(b"")) is None


def test_only_a_paper_for_certificates_has_fields_to_sign_in_and_all_have_one_check_code(
    space: Workspace, agreement: Id
) -> None:
    papers = {purpose: issued(space, the(space, agreement), purpose).pdf for purpose in IssuePurpose}
    assert {purpose for purpose, pdf in papers.items() if b"/AcroForm" in pdf} == {IssuePurpose.CERTIFICATE}
    assert len({one.check_code for one in space.document.all(IssuedPaper).values()}) == 1
    assert len({one.file for one in space.document.all(IssuedPaper).values()}) == 3


def test_what_was_changed_since_goes_out_as_another_version(space: Workspace, agreement: Id) -> None:
    first = issued(space, the(space, agreement), IssuePurpose.PAPER)
    goal = space.document.grouped(UnitGoal, "agreement")[agreement][0]
    with pytest.raises(EditRefused, match=r"agreement\.ready"):
        space.session.edit(set_field(space.document, UnitGoal, goal.id, "title", "Et andet mål for børnene"))
    for state in (AgreementState.IN_DIALOGUE, AgreementState.READY):
        space.session.edit(move_agreement(space.document, agreement, to=state, today=TODAY))
        if state is AgreementState.IN_DIALOGUE:
            space.session.edit(set_field(space.document, UnitGoal, goal.id, "title", "Et andet mål for børnene"))
    second = issued(space, the(space, agreement), IssuePurpose.PAPER)
    assert second.pdf != first.pdf
    assert sorted(one.version for one in space.document.all(IssuedPaper).values()) == [1, 2]


def test_what_is_not_ready_or_not_in_order_does_not_go_out(space: Workspace, agreement: Id) -> None:
    space.session.edit(set_field(space.document, Agreement, agreement, "state", AgreementState.IN_DIALOGUE))
    with pytest.raises(EditRefused, match=r"agreement\.not_ready"):
        issued(space, the(space, agreement), IssuePurpose.PAPER)
    goal = space.document.grouped(UnitGoal, "agreement")[agreement][0]
    for link in space.document.links_up(goal.id):
        space.session.edit(unlink(space.document, link.id))
    space.session.edit(set_field(space.document, Agreement, agreement, "state", AgreementState.READY))
    with pytest.raises(EditRefused, match=r"agreement\.stopped"):
        issued(space, the(space, agreement), IssuePurpose.PAPER)
    assert not space.document.all(IssuedPaper)


def test_the_pdf_alone_gives_the_agreement_back_record_for_record(
    space: Workspace, agreement: Id, tmp_path: Path
) -> None:
    paper = issued(space, the(space, agreement), IssuePurpose.SERVICE)
    source = tmp_path / "aftale.pdf"
    source.write_bytes(paper.pdf)
    assert list(embedded_files(paper.pdf)) == [f"strategikort-aftale-{agreement}.json"]
    fresh, desk = tmp_path / "ny.strategikort", desk_of(tmp_path, "Bo")
    told = import_into(source, fresh, desk=desk, language="da", profile="helsingoer", form=None, year=2015)
    document = read_document(fresh, desk)
    own = own_records(space.document, the(space, agreement))
    assert set(own_records(document, document.all(Agreement)[agreement])) == set(own)
    assert told.imported.added["agreement"] == 1
    again = import_into(source, fresh, desk=desk, language="da", profile="helsingoer", form=None, year=2015)
    assert not again.imported.change_set
