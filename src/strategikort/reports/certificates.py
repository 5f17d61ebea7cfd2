"""Certificates: to sign with, from a file (PKCS#12) or on a card or stick (PKCS#11), and those that are trusted."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pkcs11
from asn1crypto import pem, x509  # type: ignore[import-untyped]
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.pkcs11 import PKCS11Signer
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from strategikort.domain.failures import KnownFailure
from strategikort.domain.phrases import About, phrase

MOST_BYTES: Final = 1 << 20
"""How large a file with certificates may be."""

_MAY_SIGN: Final = {"digital_signature", "non_repudiation"}


class CertificateProblem(KnownFailure):
    """A certificate that cannot be used to sign; ``code`` is the last part of the sentence's code."""

    def __init__(self, code: str, /, **about: About) -> None:
        super().__init__(phrase(f"certificate.{code}", **about))


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate with its key: whom it is made out to, by whom, and the days on which it counts."""

    name: str
    issuer: str
    valid_from: datetime
    valid_to: datetime
    self_signed: bool
    signer: Signer = field(repr=False)


@dataclass(frozen=True, slots=True)
class Trusted:
    """The certificates of those who are trusted to vouch for names."""

    certificates: tuple[x509.Certificate, ...] = ()


def from_file(content: bytes, *, password: str, at: datetime) -> Certificate:
    """The certificate in a PKCS#12 file (``.p12``, ``.pfx``), to be used at that moment.

    Raises:
        CertificateProblem: ``unreadable``, ``password``, ``no_key``, ``expired``, ``early``, ``usage``.
    """
    if len(content) > MOST_BYTES:
        raise CertificateProblem("unreadable")
    try:
        key, own, others = pkcs12.load_key_and_certificates(content, password.encode())
    except ValueError as failure:
        raise CertificateProblem("password" if "password" in str(failure).lower() else "unreadable") from None
    except Exception:
        raise CertificateProblem("unreadable") from None
    if key is None or own is None:
        raise CertificateProblem("no_key")
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(map(translate_pyca_cryptography_cert_to_asn1, others))
    signer = SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(own),
        signing_key=translate_pyca_cryptography_key_to_asn1(key),
        cert_registry=store,
    )
    return _usable(signer, at)


@contextmanager
def on_token(module: Path, *, label: str, pin: str, at: datetime) -> Iterator[Certificate]:
    """The certificate on the card or stick of that label, as long as it is open; ``module`` is its maker's library.

    Raises:
        CertificateProblem: as `from_file`, and ``module``, ``token``, ``pin``, ``pin_locked``, ``token_failed``.
    """
    with _opened(module, label, pin) as session:
        try:
            signer = _signer_on(session)
        except pkcs11.PKCS11Error as failure:
            raise CertificateProblem("token_failed") from failure
        yield _usable(signer, at)


@contextmanager
def _opened(module: Path, label: str, pin: str) -> Iterator[pkcs11.Session]:
    if not module.is_file():
        raise CertificateProblem("module", path=str(module))
    try:
        library = pkcs11.lib(str(module))
    except (RuntimeError, OSError) as failure:
        raise CertificateProblem("module", path=str(module)) from failure
    try:
        session = library.get_token(token_label=label).open(user_pin=pin)
    except (pkcs11.NoSuchToken, pkcs11.MultipleTokensReturned, pkcs11.TokenNotPresent):
        raise CertificateProblem("token", label=label) from None
    except pkcs11.PinLocked:
        raise CertificateProblem("pin_locked") from None
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange, pkcs11.ArgumentsBad):
        raise CertificateProblem("pin") from None
    except pkcs11.PKCS11Error as failure:
        raise CertificateProblem("token_failed") from failure
    with session:
        yield session


def _signer_on(session: pkcs11.Session) -> Signer:
    """The first certificate by name of which the token has the key, with all others that lie there."""
    kinds, names = pkcs11.ObjectClass, pkcs11.Attribute
    keys = {bytes(one[names.ID]) for one in session.get_objects({names.CLASS: kinds.PRIVATE_KEY})}
    found: list[tuple[str, bytes, x509.Certificate]] = []
    for one in session.get_objects({names.CLASS: kinds.CERTIFICATE}):
        try:
            found.append((str(one[names.LABEL]), bytes(one[names.ID]), x509.Certificate.load(bytes(one[names.VALUE]))))
        except (pkcs11.PKCS11Error, ValueError):
            continue
    own = sorted((row for row in found if row[1] in keys), key=lambda row: row[:2])
    if not own:
        raise CertificateProblem("no_key")
    others = [row[2] for row in found if row[2] != own[0][2]]
    return PKCS11Signer(session, signing_cert=own[0][2], key_id=own[0][1], ca_chain=others)


def _usable(signer: Signer, at: datetime) -> Certificate:
    """The certificate of ``signer``, if it may be used at that moment and for that."""
    own = signer.signing_cert
    if own is None:
        raise CertificateProblem("no_key")
    first, last = own.not_valid_before, own.not_valid_after
    if at < first:
        raise CertificateProblem("early", day=first.date())
    if at > last:
        raise CertificateProblem("expired", day=last.date())
    usage = own.key_usage_value
    if usage is not None and not _MAY_SIGN & usage.native:
        raise CertificateProblem("usage")
    return Certificate(
        name=called(own.subject),
        issuer=called(own.issuer),
        valid_from=first,
        valid_to=last,
        self_signed=is_self_signed(own),
        signer=signer,
    )


def is_self_signed(certificate: x509.Certificate) -> bool:
    """Whether nobody else vouches for the name in it."""
    return bool(certificate.subject.dump() == certificate.issuer.dump())


def called(name: x509.Name) -> str:
    """Whom a certificate names, as a person says it: the common name, or else whatever is there, on one line."""
    native: dict[str, Any] = name.native
    said = native.get("common_name") or native.get("organization_name") or name.human_friendly
    return " ".join(str(said if isinstance(said, str) else said[0]).split())


def trusted(files: Iterable[bytes]) -> Trusted:
    """The certificates in files of both forms (PEM and DER).

    Raises:
        CertificateProblem: ``untrusted`` when a file holds none.
    """
    found: list[x509.Certificate] = []
    for content in files:
        try:
            if len(content) > MOST_BYTES:
                raise ValueError("too large")
            ders = [der for _, _, der in pem.unarmor(content, True)] if pem.detect(content) else [content]
            for der in ders:
                one = x509.Certificate.load(der, strict=True)
                one.subject.native  # noqa: B018 - what is asked for is read, and fails here if it is none
                one.public_key.native  # noqa: B018
                found.append(one)
        except Exception as failure:
            raise CertificateProblem("untrusted") from failure
    return Trusted(tuple(found))
