"""A test authority that vouches for names, and the keys of those it vouches for."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

FIRST, LAST = datetime(2014, 1, 1, tzinfo=UTC), datetime(2034, 1, 1, tzinfo=UTC)
PASSWORD = "hemmeligt æble"


@dataclass(frozen=True)
class Owner:
    """Somebody with a key, and the certificate that says so."""

    key: RSAPrivateKey | ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def key_der(self) -> bytes:
        return self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def file(self, *others: "Owner", password: str = PASSWORD, keyless: bool = False) -> bytes:
        """The certificate with its key as a PKCS#12 file."""
        return pkcs12.serialize_key_and_certificates(
            b"nogle",
            None if keyless else self.key,
            None if keyless else self.certificate,
            [*([self.certificate] if keyless else []), *(one.certificate for one in others)],
            BestAvailableEncryption(password.encode()),
        )


def owner(
    name: str,
    by: Owner | None = None,
    *,
    first: datetime = FIRST,
    last: datetime = LAST,
    authority: bool = False,
    may_sign: bool = True,
    curve: bool = False,
    stamps: bool = False,
) -> Owner:
    """Somebody of that name, for whom ``by`` vouches, or nobody; with ``stamps`` a clock that stamps the time."""
    key = ec.generate_private_key(ec.SECP256R1()) if curve else generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer = by.certificate.subject if by else subject
    usage = x509.KeyUsage(
        digital_signature=may_sign and not authority,
        content_commitment=may_sign and not authority,
        key_encipherment=not may_sign,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
    purpose = [ExtendedKeyUsageOID.TIME_STAMPING if stamps else ExtendedKeyUsageOID.EMAIL_PROTECTION]
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.ExtendedKeyUsage(purpose), critical=stamps)
        .sign(by.key if by else key, hashes.SHA256())
    )
    return Owner(key, built)


@cache
def root() -> Owner:
    """The test authority."""
    return owner("Prøvemyndighed", authority=True)


@cache
def chief() -> Owner:
    """A centre chief, vouched for by the test authority."""
    return owner("Anne Krogh", root())


@cache
def leader() -> Owner:
    """A leader, vouched for by the test authority."""
    return owner("Lone Berg", root())


def gone(days: int) -> datetime:
    """A moment that many days before the test certificates begin to count."""
    return FIRST - timedelta(days=days)
