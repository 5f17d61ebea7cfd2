"""Signatures in a PDF: its fields to sign in, and a signature by a certificate that leaves the file what it was."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from pkcs11 import PKCS11Error
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from typing_extensions import override

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase
from strategikort.reports.appearance import Appearance
from strategikort.reports.certificates import Certificate
from strategikort.reports.opened import opened
from strategikort.reports.typefaces import Typefaces

_DIGEST: Final = "sha256"


class NotSigned(KnownFailure):
    """A signature that could not be given; ``code`` is the last part of the sentence's code."""

    def __init__(self, code: str, /, **about: About) -> None:
        super().__init__(phrase(f"signing.{code}", **about))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureField:
    """A field of a PDF to sign in: its name, what it is for, and whether somebody has signed in it."""

    name: str
    said: str
    signed: bool


def signature_fields(pdf: bytes) -> tuple[SignatureField, ...]:
    """The fields of a PDF to sign in, in the order in which they are meant.

    Raises:
        NoPdf: it cannot be read.
    """
    with opened(pdf) as reader:
        return tuple(
            SignatureField(name=str(name), said=str(reference.get_object().get("/TU", "")), signed=value is not None)
            for name, value, reference in enumerate_sig_fields(reader)
        )


def sign(
    pdf: bytes,
    *,
    field: str,
    certificate: Certificate,
    at: datetime,
    identity: bytes,
    lines: Sequence[str],
    typefaces: Typefaces,
) -> bytes:
    """The PDF signed in an empty field that it has (PAdES), without a word to any network.

    The first signature certifies the file: after it only further signatures are allowed. ``lines`` are what is seen in
    the field; ``identity`` are 16 bytes for the new state of the file. Nothing else in the file changes: its tags,
    metadata and what it carries are as before.

    Raises:
        NoPdf: the file cannot be read.
        NotSigned: ``no_field``, ``is_signed``, ``forbidden``, ``failed``.
        ValueError: ``at`` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("at needs a time zone")
    known = {one.name: one.signed for one in signature_fields(pdf)}
    if field not in known:
        raise NotSigned("no_field", field=field)
    if known[field]:
        raise NotSigned("is_signed", field=field)
    meta = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        name=certificate.name,
        certify=not any(known.values()),
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    look = Appearance(lines, typefaces)
    signer = _Signer(meta, certificate.signer, stamp_style=look)  # type: ignore[arg-type]  # only asked for a stamp
    signer.at = at
    with opened(pdf) as reader:
        addition = _Addition(BytesIO(pdf), prev=reader)
        addition.identify(identity)
        try:
            signed = asyncio.run(signer.async_sign_pdf(addition, existing_fields_only=True))
        except SigningError as failure:
            raise NotSigned("forbidden") from failure
        except PKCS11Error as failure:
            raise NotSigned("failed") from failure
        return bytes(signed.getvalue())


class _Signer(PdfSigner):
    """Signs at a moment that is said."""

    at: datetime

    @override
    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.at
        return session


class _Addition(IncrementalPdfFileWriter):
    """An addition to a file that leaves what the file says of itself as it is."""

    def identify(self, identity: bytes) -> None:
        """Let this be the mark of the file's new state."""
        first, _ = self._document_id
        self._document_id = generic.ArrayObject([first, generic.ByteStringObject(identity)])

    @override
    def _update_meta(self) -> None:
        """Nothing: title, language and standards are those of the paper that is signed."""
