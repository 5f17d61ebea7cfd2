"""Whether the signatures in a PDF are whole, by whom they are, and what was changed after them. Told as plain data."""

import asyncio
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    async_validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from strategikort.reports.certificates import Trusted, called, is_self_signed
from strategikort.reports.changes import Change, Changed, changes_after
from strategikort.reports.embedded import NoPdf
from strategikort.reports.hole import is_proven
from strategikort.reports.opened import TooMuch, opened, signature_count

MOST_FIELDS: Final = 50
_USAGE: Final = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})


class Vouched(StrEnum):
    """Whether somebody who is trusted vouches for a name."""

    TRUSTED = "trusted"
    SELF_SIGNED = "self_signed"
    UNKNOWN = "unknown"
    NOT_THEN = "not_then"
    """Its certificate did not count when it says that it signed."""


class Fault(StrEnum):
    """What is wrong with a signature."""

    BROKEN = "broken"
    """The part of the file that it covers is not what was signed."""
    HOLE = "hole"
    """Beside the signature stands something that nobody has signed."""
    COVERAGE = "coverage"
    """It leaves out a part of the file that stood there when it was given."""
    AFTER = "after"
    """The file was changed afterwards, other than by a further signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature: whose by its certificate, when it says so itself, what is wrong, and what was changed after it."""

    field: str
    who: str = ""
    issuer: str = ""
    says_at: datetime | None = None
    entire: bool = False
    vouched: Vouched = Vouched.UNKNOWN
    faults: tuple[Fault, ...] = ()
    changes: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What there is to be said of a PDF: its mark, its signatures in order, and fields that nobody has signed in."""

    sha256: str
    signatures: tuple[Signature, ...] = ()
    empty: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it is signed, nothing is wrong with any signature, and the last one covers the entire file."""
        return bool(self.signatures) and self.signatures[-1].entire and not any(one.faults for one in self.signatures)

    @property
    def vouched(self) -> bool:
        """Whether somebody who is trusted vouches for every name."""
        return bool(self.signatures) and all(one.vouched is Vouched.TRUSTED for one in self.signatures)


def verify(pdf: bytes, *, trusted: Trusted, at: datetime) -> Verdict:
    """The verdict on a PDF. Certificates are judged at the time a signature names, or at ``at`` if that is earlier.

    Nothing is asked of any network, so a certificate that was called back is not known to be. A file without signatures
    may be made loosely, as scanners do; one with signatures may not.

    Raises:
        NoPdf: it cannot be read, or is beyond the limits.
    """
    mark = hashlib.sha256(pdf).hexdigest()
    try:
        return _looked_through(pdf, mark, trusted, at)
    except TooMuch:
        raise
    except NoPdf:
        if b"/ByteRange" in pdf or signature_count(pdf):
            raise
        return Verdict(sha256=mark)


def _looked_through(pdf: bytes, mark: str, trusted: Trusted, at: datetime) -> Verdict:
    with opened(pdf) as reader:
        fields = list(enumerate_sig_fields(reader))
        if len(fields) > MOST_FIELDS:
            raise NoPdf
        filled = [(str(name), reference) for name, value, reference in fields if value is not None]
        found = sorted(_read(reader, filled), key=lambda pair: pair[1].signed_revision if pair[1] else -1)
        last = found[-1][1] if found else None
        signatures = asyncio.run(_judged(pdf, found, last, trusted, at))
        empty = tuple(str(name) for name, value, _ in fields if value is None)
    return Verdict(sha256=mark, signatures=signatures, empty=empty)


def _read(
    reader: PdfFileReader, filled: Iterable[tuple[str, Any]]
) -> Iterator[tuple[str, EmbeddedPdfSignature | None]]:
    """The signatures in fields that are filled; None where what stands there is none that can be read."""
    for name, reference in filled:
        try:
            yield name, EmbeddedPdfSignature(reader, reference, name)
        except Exception:
            yield name, None


async def _judged(
    pdf: bytes,
    found: list[tuple[str, EmbeddedPdfSignature | None]],
    last: EmbeddedPdfSignature | None,
    trusted: Trusted,
    at: datetime,
) -> tuple[Signature, ...]:
    told = []
    for name, one in found:
        broken = Signature(field=name, faults=(Fault.BROKEN,))
        try:
            told.append(await _one(pdf, one, one is last, trusted, at) if one else broken)
        except Exception:
            told.append(broken)
    return tuple(told)


async def _one(pdf: bytes, signature: EmbeddedPdfSignature, last: bool, trusted: Trusted, at: datetime) -> Signature:
    own: x509.Certificate = signature.signer_cert
    says_at = signature.self_reported_timestamp
    if says_at is not None and says_at.tzinfo is None:
        says_at = None
    moment = min(says_at or at, at)
    status = await _status(signature, trusted, moment)
    faults = tuple(_faults(pdf, signature, status, last, trusted))
    after = Fault.AFTER in faults
    return Signature(
        field=signature.field_name,
        who=called(own.subject),
        issuer=called(own.issuer),
        says_at=says_at,
        entire=signature.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        vouched=_vouched(own, status, moment),
        faults=faults,
        changes=_changes(signature, status) if after else (),
    )


async def _status(signature: EmbeddedPdfSignature, trusted: Trusted, moment: datetime) -> PdfSignatureStatus | None:
    """What pyhanko makes of it; None where it does not hold together."""
    context = ValidationContext(
        trust_roots=list(trusted.certificates), allow_fetching=False, moment=moment, revocation_mode="soft-fail"
    )
    try:
        return await async_validate_pdf_signature(
            signature, signer_validation_context=context, key_usage_settings=_USAGE
        )
    except Exception:
        return None


def _faults(
    pdf: bytes,
    signature: EmbeddedPdfSignature,
    status: PdfSignatureStatus | None,
    last: bool,
    trusted: Trusted,
) -> Iterator[Fault]:
    if status is None or not status.intact or not status.valid:
        yield Fault.BROKEN
        return
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid
    if not is_proven(pdf, signature, trusted.certificates, strict=status.trusted, stamped=stamped):
        yield Fault.HOLE
    coverage = signature.coverage or SignatureCoverageLevel.UNCLEAR
    if coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        yield Fault.COVERAGE
    level = status.modification_level
    further = (
        coverage is SignatureCoverageLevel.ENTIRE_REVISION
        and level is not None
        and level <= ModificationLevel.FORM_FILLING
        and bool(status.docmdp_ok)
    )
    if coverage is not SignatureCoverageLevel.ENTIRE_FILE and (last or not further):
        yield Fault.AFTER


def _changes(signature: EmbeddedPdfSignature, status: PdfSignatureStatus | None) -> tuple[Changed, ...]:
    found = changes_after(signature.reader, signature.signed_revision)
    level = status.modification_level if status is not None else None
    if found == (Changed(Change.OTHER),) and level is ModificationLevel.LTA_UPDATES:
        return (Changed(Change.PROOFS),)
    return found


def _vouched(own: x509.Certificate, status: PdfSignatureStatus | None, moment: datetime) -> Vouched:
    if is_self_signed(own):
        return Vouched.SELF_SIGNED
    if not own.not_valid_before <= moment <= own.not_valid_after:
        return Vouched.NOT_THEN
    return Vouched.TRUSTED if status is not None and status.trusted else Vouched.UNKNOWN
