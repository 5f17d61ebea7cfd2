"""An agreement's paper signed by a certificate: what is seen in the field, in the words of the user's language."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from strategikort.application.printing import moment, read_typefaces
from strategikort.domain.phrases import Wording
from strategikort.exchange.sources import source_bytes
from strategikort.reports.certificates import MOST_BYTES, Certificate, from_file, on_token
from strategikort.reports.signing import SignatureField, sign, signature_fields

__all__ = ["Certificate", "SignatureField", "certificate_in", "certificate_on", "signature_fields", "signed"]


def certificate_in(file: Path, *, password: str, at: datetime) -> Certificate:
    """The certificate in a file (``.p12``, ``.pfx``), to be used at that moment.

    Raises:
        KnownFailure: the file or the certificate cannot be used, or the password is wrong.
    """
    return from_file(source_bytes(file, most=MOST_BYTES), password=password, at=moment(at))


@contextmanager
def certificate_on(module: Path, *, label: str, pin: str, at: datetime) -> Iterator[Certificate]:
    """The certificate on a card or stick, as long as it is open; sign meanwhile.

    Raises:
        KnownFailure: the card or its certificate cannot be used, or the PIN is wrong.
    """
    with on_token(module, label=label, pin=pin, at=moment(at)) as certificate:
        yield certificate


def signed(pdf: bytes, *, field: str, certificate: Certificate, at: datetime, words: Wording) -> bytes:
    """The paper signed in a field of its own. The same certificate (RSA), paper and moment give the same bytes.

    Raises:
        KnownFailure: the paper cannot be read or signed there.
    """
    at = moment(at)
    seen = (
        certificate.name,
        words.text("signing.seen", day=at.date(), clock=f"{at.hour}.{at.minute:02}"),
        words.text("signing.seen_own" if certificate.self_signed else "signing.seen_issuer", issuer=certificate.issuer),
    )
    mark = hashlib.sha256(b"\0".join((hashlib.sha256(pdf).digest(), field.encode(), at.isoformat().encode())))
    return sign(
        pdf,
        field=field,
        certificate=certificate,
        at=at,
        identity=mark.digest()[:16],
        lines=seen,
        typefaces=read_typefaces(),
    )
