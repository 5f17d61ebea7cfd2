"""Signatures are called whole only where every byte of the file is what was signed; each attack is told by name."""

import random
import re
import subprocess
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import keys, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from strategikort.domain.failures import KnownFailure
from strategikort.reports.appearance import Appearance
from strategikort.reports.certificates import Trusted, from_file, trusted
from strategikort.reports.changes import Change
from strategikort.reports.signing import sign
from strategikort.reports.verifying import Fault, Verdict, Vouched, verify
from tests.reports import attacks
from tests.reports.attacks import Attack
from tests.reports.authority import FIRST, PASSWORD, Owner, chief, leader, owner, root
from tests.reports.papers import TYPEFACES
from tests.reports.rebuilt import photographed
from tests.reports.signed import FIELDS, SIGNED_AT, signed_by, signed_once, signed_twice, unsigned

MANY, LONG = 60, 200
HOLE = re.compile(rb"/Contents <([0-9A-F]+)>")


def verdict(pdf: bytes, *who: Owner) -> Verdict:
    return verify(pdf, trusted=trusted([one.pem for one in who or (root(),)]), at=SIGNED_AT)


def outcome(pdf: bytes) -> str:
    """What becomes of a file: ``sound``, what is wrong with it, or why it cannot be read."""
    try:
        found = verdict(pdf)
    except KnownFailure as failure:
        return failure.phrase.code
    return "sound" if found.sound else " ".join(sorted({fault for one in found.signatures for fault in one.faults}))


def changed(pdf: bytes, at: int, chance: random.Random) -> bytes:
    other = chance.choice([byte for byte in range(256) if byte != pdf[at]])
    return pdf[:at] + bytes([other]) + pdf[at + 1 :]


def last_hole(pdf: bytes) -> tuple[int, int]:
    return list(HOLE.finditer(pdf))[-1].span(1)


def test_two_signatures_are_whole_and_vouched_for() -> None:
    found = verdict(signed_twice())
    assert [(one.field, one.who, one.issuer) for one in found.signatures] == [
        (FIELDS[0], "Anne Krogh", "Prøvemyndighed"),
        (FIELDS[1], "Lone Berg", "Prøvemyndighed"),
    ]
    assert {one.says_at for one in found.signatures} == {SIGNED_AT}
    assert [one.entire for one in found.signatures] == [False, True]
    assert found.sound and found.vouched and found.empty == ()


def test_a_field_that_nobody_has_signed_in_is_told() -> None:
    assert verdict(signed_once()).empty == FIELDS[1:]
    assert verdict(unsigned()) == Verdict(sha256=verdict(unsigned()).sha256, empty=FIELDS)
    assert not verdict(unsigned()).sound


@pytest.mark.needs("pdfsig", "certutil")
def test_poppler_calls_both_signatures_valid_and_trusted(tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_bytes(root().pem)
    (tmp_path / "signed.pdf").write_bytes(signed_twice())
    store = f"sql:{tmp_path}"
    subprocess.run(["certutil", "-N", "-d", store, "--empty-password"], check=True, capture_output=True)
    trust = ["certutil", "-A", "-d", store, "-n", "root", "-t", "CT,C,C", "-i", str(tmp_path / "root.pem")]
    subprocess.run(trust, check=True, capture_output=True)
    asked = ["pdfsig", "-nssdir", store, str(tmp_path / "signed.pdf")]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert said.count("Certificate Validation: Certificate is Trusted.") == 2
    assert said.index("Not total document signed") < said.index("Total document signed")


def test_pyhanko_calls_both_signatures_valid() -> None:
    reader = PdfFileReader(BytesIO(signed_twice()))
    for one in reader.embedded_regular_signatures:
        known = list(trusted([root().pem]).certificates)
        context = ValidationContext(trust_roots=known, moment=SIGNED_AT, allow_fetching=False)
        assert validate_pdf_signature(one, signer_validation_context=context).bottom_line


@pytest.mark.parametrize(
    ("who", "vouched"),
    [
        ((), Vouched.UNKNOWN),
        ((leader(),), Vouched.UNKNOWN),
        ((chief(), root()), Vouched.TRUSTED),
    ],
)
def test_a_name_is_vouched_for_by_those_who_are_trusted_alone(who: tuple[Owner, ...], vouched: Vouched) -> None:
    found = verify(signed_once(), trusted=trusted(one.pem for one in who), at=SIGNED_AT)
    assert found.sound and [one.vouched for one in found.signatures] == [vouched]


def test_a_signature_that_only_its_owner_vouches_for_is_never_trusted() -> None:
    own = owner("Anne Krogh")
    pdf = signed_by(own, unsigned(), FIELDS[0])
    for found in (verdict(pdf), verdict(pdf, own), verdict(pdf, own, root())):
        assert found.sound and not found.vouched
        assert found.signatures[0].vouched is Vouched.SELF_SIGNED


def test_an_authority_may_stand_behind_another() -> None:
    middle = owner("Mellemled", root(), authority=True)
    pdf = signed_by(owner("Anne Krogh", middle), unsigned(), FIELDS[0], beside=(middle,))
    assert [(one.vouched, one.issuer) for one in verdict(pdf).signatures] == [(Vouched.TRUSTED, "Mellemled")]
    stranger = verdict(pdf, leader())
    assert stranger.sound and [one.vouched for one in stranger.signatures] == [Vouched.UNKNOWN]


def test_a_certificate_that_did_not_count_then_is_told() -> None:
    short = owner("Anne Krogh", root(), last=datetime(2014, 6, 1, tzinfo=UTC))
    certificate = from_file(short.file(root()), password=PASSWORD, at=FIRST)
    pdf = sign(
        unsigned(),
        field=FIELDS[0],
        certificate=certificate,
        at=SIGNED_AT,
        identity=bytes(16),
        lines=("x",),
        typefaces=TYPEFACES,
    )
    assert [one.vouched for one in verdict(pdf).signatures] == [Vouched.NOT_THEN]


def test_an_authority_of_the_same_name_is_another() -> None:
    false = owner("Prøvemyndighed", authority=True)
    pdf = signed_by(owner("Anne Krogh", false), unsigned(), FIELDS[0])
    assert [one.vouched for one in verdict(pdf).signatures] == [Vouched.UNKNOWN]


def test_a_certificate_counts_at_the_time_of_the_signature_though_it_has_run_out_since() -> None:
    late = SIGNED_AT.replace(year=2060)
    assert verify(signed_twice(), trusted=trusted([root().pem]), at=late).vouched


@pytest.mark.parametrize(
    ("attack", "change", "about"),
    [
        (attacks.painted_over, Change.PAGE, "2"),
        (attacks.page_replaced, Change.PAGE, "3"),
        (attacks.page_taken_out, Change.PAGE_COUNT, "4"),
        (attacks.field_renamed, Change.RENAMED, FIELDS[0]),
        (attacks.file_swapped, Change.FILE, "aftale.json"),
        (attacks.note_added, Change.NOTE, "2"),
        (attacks.title_changed, Change.SAID, ""),
        (attacks.signature_moved, Change.FIELD, FIELDS[1]),
        (attacks.words_appended, Change.ADDED, ""),
        (attacks.ending_appended, Change.ADDED, ""),
    ],
)
def test_what_is_added_after_the_last_signature_is_told_by_name(attack: Attack, change: Change, about: str) -> None:
    found = verdict(attack(signed_twice()))
    last = found.signatures[-1]
    assert not found.sound
    assert Fault.AFTER in last.faults
    assert (change, about) in [(one.change, one.about) for one in last.changes]
    assert {one.change for one in last.changes} <= {change, Change.PAGE, Change.NOTE}


@pytest.mark.parametrize("attack", [attacks.painted_over, attacks.page_replaced, attacks.file_swapped])
def test_what_is_changed_between_two_signatures_is_told_of_the_first(attack: Attack) -> None:
    found = verdict(signed_by(leader(), attack(signed_once()), FIELDS[1]))
    assert [one.faults for one in found.signatures] == [(Fault.AFTER,), ()]
    assert not found.sound


def test_a_signature_that_is_taken_out_is_missed() -> None:
    found = verdict(attacks.signature_taken_out(signed_twice()))
    assert not found.sound
    assert found.empty == FIELDS[1:]


@pytest.mark.parametrize("attack", [attacks.page_rewritten, attacks.letter_rewritten])
def test_what_is_changed_where_it_stands_breaks_the_signatures(attack: Attack) -> None:
    found = verdict(attack(signed_twice()))
    assert found.signatures and {one.faults for one in found.signatures} == {(Fault.BROKEN,)}


def test_no_random_change_is_called_whole() -> None:
    _change_everywhere(MANY)


@pytest.mark.long
def test_no_random_change_of_many_is_called_whole() -> None:
    _change_everywhere(LONG)


def test_no_change_in_the_last_hole_is_called_whole() -> None:
    _change_the_hole(MANY)


@pytest.mark.long
def test_no_change_of_many_in_the_last_hole_is_called_whole() -> None:
    _change_the_hole(LONG)


def _change_everywhere(times: int) -> None:
    chance, pdf = random.Random(31), signed_twice()
    found = Counter(outcome(changed(pdf, chance.randrange(len(pdf)), chance)) for _ in range(times))
    assert found["sound"] == 0 and found["broken"] > times // 2


def _change_the_hole(times: int) -> None:
    """Each byte stays a digit of the hole, so that the file can still be read, in upper case or lower."""
    chance, pdf = random.Random(32), signed_twice()
    start, end = last_hole(pdf)
    found: Counter[str] = Counter()
    for _ in range(times):
        at = chance.randrange(start, end)
        digit = chance.choice([one for one in b"0123456789ABCDEFabcdef" if one != pdf[at]])
        found[outcome(pdf[:at] + bytes([digit]) + pdf[at + 1 :])] += 1
    assert found["sound"] == 0 and found["hole"] > times // 10


def test_the_hole_holds_nothing_beside_the_signature() -> None:
    pdf = signed_once()
    start, end = last_hole(pdf)
    assert outcome(pdf[:start] + pdf[start:end].lower() + pdf[end:]) == "sound"
    assert outcome(pdf[: end - 2] + b"01" + pdf[end:]) == "hole"
    assert outcome(pdf[: end - 2] + b"0 " + pdf[end:]) in ("hole", "broken")


def test_a_file_that_is_made_loosely_and_not_signed_is_no_fault() -> None:
    assert verdict(photographed(unsigned())).signatures == ()


def by_another(pdf: bytes, who: Owner, *, kind: SigSeedSubFilter, stamper: Owner | None = None) -> bytes:
    """Signed in the first field as a service does it, with a stamp of the time beside the signature or without."""
    store = SimpleCertificateStore()
    store.register(asn1(root()))
    signer = SimpleSigner(asn1(who), keys.PrivateKeyInfo.load(who.key_der), store)
    meta = PdfSignatureMetadata(field_name=FIELDS[0], subfilter=kind, md_algorithm="sha256")
    stamps = None
    if stamper is not None:
        stamps = DummyTimeStamper(
            asn1(stamper), keys.PrivateKeyInfo.load(stamper.key_der), certs_to_embed=store, fixed_dt=SIGNED_AT
        )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    look = Appearance(("x",), TYPEFACES)
    made = PdfSigner(meta, signer, timestamper=stamps, stamp_style=look).sign_pdf(writer, existing_fields_only=True)
    return bytes(made.getvalue())


def asn1(one: Owner) -> x509.Certificate:
    return x509.Certificate.load(one.der)


@pytest.mark.parametrize("curve", [False, True])
@pytest.mark.parametrize("kind", [SigSeedSubFilter.PADES, SigSeedSubFilter.ADOBE_PKCS7_DETACHED])
@pytest.mark.parametrize("stamped", [False, True])
def test_signatures_of_services_are_whole_too_to_the_last_byte(
    curve: bool, kind: SigSeedSubFilter, stamped: bool
) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    who = owner("Tjenesten", root(), curve=curve)
    stamper = owner("Uret", root(), stamps=True) if stamped else None
    pdf = by_another(unsigned(), who, kind=kind, stamper=stamper)
    found = verify(pdf, trusted=trusted([root().pem]), at=now)
    assert found.sound and found.vouched
    assert not verify(pdf, trusted=Trusted(), at=now).vouched
    chance, (start, end) = random.Random(34), last_hole(pdf)
    used = len(pdf[start:end].rstrip(b"0"))
    for _ in range(MANY):
        at = start + chance.randrange(used)
        digit = chance.choice([one for one in b"0123456789ABCDEF" if one != pdf[at]])
        hurt = pdf[:at] + bytes([digit]) + pdf[at + 1 :]
        assert not verify(hurt, trusted=trusted([root().pem]), at=now).sound
