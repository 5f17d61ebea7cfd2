"""A PDF that comes back is known by the document that sent it: which version, whole or changed, and by whom signed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from strategikort.application.attaching import attaching
from strategikort.application.issuing import issued
from strategikort.application.printing import Press
from strategikort.application.session import Session
from strategikort.application.signing import certificate_in, signature_fields, signed
from strategikort.application.starting import sample_document
from strategikort.application.verified_words import as_json, told, verdict
from strategikort.application.verifying import Verified, looked_through, registered, trusted_in, verified
from strategikort.application.workspace import Workspace, workspace
from strategikort.domain.agreements import Agreement, AgreementState, AttachmentKind, IssuePurpose
from strategikort.domain.edits.records import set_field
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import UnitGoal
from strategikort.reports.certificates import Trusted
from strategikort.reports.comparing import Sameness
from tests.reports import attacks
from tests.reports.authority import PASSWORD, Owner, chief, leader, owner, root
from tests.reports.faults import faults
from tests.reports.rebuilt import photographed, rebuilt
from tests.storage.desks import desk_of

TODAY = date(2015, 2, 15)
AT = datetime(2015, 2, 20, 9, 30)


@dataclass(frozen=True)
class Place:
    """A document that an agreement has gone out from, in three ways."""

    space: Workspace
    agreement: Agreement
    folder: Path
    by_service: bytes
    empty: bytes
    once: bytes
    twice: bytes

    def seen(self, pdf: bytes, *, trust: bool = True) -> Verified:
        """What the document says of a PDF."""
        vouching = trusted_in(self.folder / "trusted") if trust else Trusted()
        found = looked_through(pdf, name="aftale.pdf", trust=vouching, at=AT)
        space = self.space
        return registered(found, pdf, space.reading, space.session.store.read, file="by.strategikort", at=AT)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("verifying")
    desk = desk_of(folder)
    session = Session.create(folder / "by.strategikort", sample_document(), desk=desk)
    space = workspace(session, language="da", today=lambda: TODAY, new_id=desk.new_id)
    press = Press(space.reading, made_at=session.now())
    chosen = next(
        one
        for one in sorted(space.document.all(Agreement).values(), key=lambda one: one.code)
        if one.valid_from.year == 2015 and not press.stopping(one)
        if space.document.grouped(UnitGoal, "agreement").get(one.id)
    )
    session.edit(set_field(space.document, Agreement, chosen.id, "state", AgreementState.READY))
    agreement = space.document.all(Agreement)[chosen.id]
    by_service = issued(space, agreement, IssuePurpose.SERVICE).pdf
    empty = issued(space, agreement, IssuePurpose.CERTIFICATE).pdf
    (folder / "trusted").mkdir()
    (folder / "trusted" / "root.pem").write_bytes(root().pem)
    once = sign(folder, space, chief(), empty)
    twice = sign(folder, space, leader(), once)
    yield Place(space, agreement, folder, by_service, empty, once, twice)
    session.close()


def sign(folder: Path, space: Workspace, who: Owner, pdf: bytes) -> bytes:
    (folder / "mit.p12").write_bytes(who.file(root()))
    certificate = certificate_in(folder / "mit.p12", password=PASSWORD, at=AT)
    field = next(one.name for one in signature_fields(pdf) if not one.signed)
    return signed(pdf, field=field, certificate=certificate, at=AT, words=space.words)


def test_a_paper_signed_by_both_is_the_version_that_went_out(place: Place) -> None:
    found = place.seen(place.twice)
    assert found.valid
    assert found.register and found.register.agreement == place.agreement
    assert found.register.issued and found.register.issued.version == place.agreement.version
    assert found.register.text and found.register.text.sameness is Sameness.SAME
    assert faults(place.twice) == []


def test_without_a_document_the_signatures_alone_are_judged(place: Place) -> None:
    (place.folder / "aftale.pdf").write_bytes(place.twice)
    desk = desk_of(place.folder / "other")
    asked = {"trust": place.folder / "trusted", "desk": desk, "language": "da", "at": AT}
    found, reading = verified(place.folder / "aftale.pdf", None, **asked)
    assert found.valid and found.register is None and reading is None
    assert found.identity and found.identity.agreement == place.agreement.id


def test_the_document_is_asked_in_its_file_too(place: Place) -> None:
    place.space.session.save()
    (place.folder / "aftale.pdf").write_bytes(place.twice)
    file = place.folder / "by.strategikort"
    found, reading = verified(
        place.folder / "aftale.pdf",
        file,
        trust=place.folder / "trusted",
        desk=desk_of(place.folder / "reader"),
        language="da",
        at=AT,
    )
    assert found.valid and reading is not None
    assert found == replace(place.seen(place.twice), register=found.register)


def test_a_name_that_nobody_vouches_for_is_not_enough(place: Place) -> None:
    found = place.seen(place.twice, trust=False)
    assert not found.valid and found.verdict.sound
    assert verdict(found).code == "verify.not_vouched"


def test_a_signature_of_ones_own_making_is_never_called_trusted(place: Place) -> None:
    own = owner("Anne Krogh")
    (place.folder / "trusted" / "own.pem").write_bytes(own.pem)
    pdf = sign(place.folder, place.space, leader(), sign(place.folder, place.space, own, place.empty))
    found = place.seen(pdf)
    (place.folder / "trusted" / "own.pem").unlink()
    codes = [one.code for one in told(found, place.space.document)]
    assert not found.valid and "verify.vouched.self_signed" in codes


def test_a_paper_that_not_all_have_signed_is_unfinished(place: Place) -> None:
    found = place.seen(place.once)
    assert not found.valid and verdict(found).code == "verify.unfinished"


def test_an_earlier_state_of_a_paper_that_is_kept_is_called_so(place: Place) -> None:
    space, before = place.space, place.space.document
    make = attaching(space, place.agreement.id, "aftale underskrevet.pdf", place.twice, AttachmentKind.SIGNED_PDF)
    space.session.edit(make(before))
    earlier = [place.seen(pdf) for pdf in (place.empty, place.once)]
    whole, alone = place.seen(place.twice), place.seen(place.twice, trust=False)
    space.session.undo()
    for found in earlier:
        assert not found.valid
        assert verdict(found).code == "verify.earlier"
        assert dict(verdict(found).about)["later"] == "aftale underskrevet.pdf"
    assert whole.valid and whole.register and whole.register.kept
    assert alone.valid, "the document itself knows the very file"


@pytest.mark.parametrize(
    ("attack", "code", "change"),
    [
        (attacks.painted_over, "verify.after", "verify.change.page"),
        (attacks.page_replaced, "verify.after", "verify.change.page"),
        (attacks.field_renamed, "verify.after", "verify.change.renamed"),
        (attacks.file_swapped, "verify.after", "verify.change.file"),
        (attacks.words_appended, "verify.after", "verify.change.added"),
        (attacks.page_rewritten, "verify.broken", "verify.fault.broken"),
    ],
)
def test_each_attack_is_told_in_a_sentence(place: Place, attack: attacks.Attack, code: str, change: str) -> None:
    found = place.seen(attack(place.twice))
    said = told(found, place.space.document)
    assert not found.valid
    assert said[0].code == code
    assert change in [one.code for one in said]


def test_what_a_service_has_made_anew_is_known_and_its_text_is_the_same(place: Place) -> None:
    found = place.seen(rebuilt(place.by_service))
    assert found.register and found.register.agreement == place.agreement
    assert found.register.text and found.register.text.sameness is Sameness.SAME
    assert found.register.text.added and found.valid
    assert verdict(found).code == "verify.valid_paper"


def test_a_word_that_is_changed_on_the_way_is_told_with_its_page(place: Place) -> None:
    found = place.seen(rebuilt(place.by_service, change=lambda text: text.replace("2015", "2016")))
    assert not found.valid and verdict(found).code == "verify.text_changed"
    places = [one for one in told(found, place.space.document) if one.code == "verify.text.other"]
    assert places and "2016" in str(dict(places[0].about)["came"])


def test_a_scanned_paper_is_known_by_its_code_but_cannot_be_compared(place: Place) -> None:
    found = place.seen(photographed(place.by_service))
    assert found.register and found.register.agreement == place.agreement
    assert not found.valid and verdict(found).code == "verify.text_unreadable"


def test_a_paper_that_never_went_out_is_compared_with_the_agreement_as_it_stands(place: Place) -> None:
    press = Press(place.space.reading, made_at=datetime(2015, 3, 1))
    others = (one for one in place.space.document.all(Agreement).values() if one.state is AgreementState.SIGNED)
    other = next(one for one in sorted(others, key=lambda one: one.code) if not press.stopping(one))
    found = place.seen(press.printed(other).pdf)
    assert found.register and (found.register.agreement, found.register.issued) == (other, None)
    assert found.valid
    by_code = place.seen(rebuilt(press.printed(other).pdf))
    assert by_code.register and by_code.register.agreement == other


def test_a_paper_of_somewhere_else_is_unknown(place: Place) -> None:
    found = place.seen(rebuilt(place.by_service, change=lambda text: "Et referat af noget andet"))
    assert not found.valid and verdict(found).code == "verify.unknown"


def test_a_paper_that_is_not_signed_says_nothing_for_itself(place: Place) -> None:
    found = looked_through(place.by_service, name="aftale.pdf", trust=Trusted(), at=AT)
    assert not found.valid and verdict(found).code == "verify.unsigned"


@pytest.mark.parametrize("state", ["by_service", "empty", "once", "twice"])
def test_everything_is_said_in_words_and_for_programs(place: Place, state: str) -> None:
    for pdf in (getattr(place, state), attacks.field_renamed(place.twice)):
        found = place.seen(pdf)
        sentences = [place.space.words.say(one) for one in told(found, place.space.document)]
        assert all(sentence and "{" not in sentence for sentence in sentences)
        given = as_json(found, place.space.words, place.space.document)
        assert given["messages"] == sentences and given["valid"] is found.valid


def test_a_folder_of_certificates_has_to_hold_some(tmp_path: Path) -> None:
    for folder, code in ((tmp_path / "no", "verify.no_folder"), (tmp_path, "verify.no_certificates")):
        with pytest.raises(KnownFailure) as failure:
            trusted_in(folder)
        assert failure.value.phrase.code == code
