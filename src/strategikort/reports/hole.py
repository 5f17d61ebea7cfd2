"""The hole of a signature: the part of a file that the signature itself stands in, and that it cannot cover.

Nobody's signature covers the last hole, and readers of the format overlook much of what is changed there. So what has
to stand in it is put together anew from parts that are proven, and compared byte by byte.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from asn1crypto import x509  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.general import check_ess_certid
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import get_signing_cert_attr

_SEQUENCE, _SET, _INTEGER, _OCTETS, _FIRST, _BITS = 0x30, 0x31, 0x02, 0x04, 0xA0, 0x03
_SIGNED_DATA: Final = bytes.fromhex("06092a864886f70d010702")
_DATA: Final = bytes.fromhex("06092a864886f70d010701")
_NULL: Final = b"\x05\x00"
_HEX: Final = re.compile(rb"<(?:[0-9A-F]*|[0-9a-f]*)>")


def is_proven(pdf: bytes, signature: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate]) -> bool:
    """Whether every byte of the hole is what the signature makes it, with nothing beside it.

    The signature itself must have been found right before.
    """
    first, before, after, rest = (int(one) for one in signature.byte_range)
    hole = pdf[before:after]
    if first != 0 or after + rest > len(pdf) or not _HEX.fullmatch(hole):
        return False
    content = bytes.fromhex(hole[1:-1].decode("ascii"))
    if content != signature.pkcs7_content:
        return False
    return any(
        content.startswith(expected) and not content[len(expected) :].strip(b"\0")
        for expected in _expected(signature, trusted)
    )


def _expected(signature: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate]) -> Iterable[bytes]:
    """What may stand there: the same with and without the empty parameters that some write for a digest."""
    certificates = [choice.chosen for choice in signature.signed_data["certificates"]]
    if not _are_proven(signature, certificates, trusted):
        return
    info, own = signature.signer_info, signature.signer_cert
    name = info["digest_algorithm"]["algorithm"].dump()
    serial = _part(_INTEGER, own["tbs_certificate"]["serial_number"].contents)
    attributes = _part(_FIRST, info["signed_attrs"].contents)
    known = _part(_FIRST, b"".join(one.dump() for one in certificates))
    algorithm = info["signature_algorithm"].copy().dump(force=True)
    signed = _part(_OCTETS, info["signature"].native)
    for outer in (b"", _NULL):
        for inner in (b"", _NULL):
            signer = _part(
                _SEQUENCE,
                _part(_INTEGER, b"\x01")
                + _part(_SEQUENCE, own.issuer.dump() + serial)
                + _part(_SEQUENCE, name + inner)
                + attributes
                + algorithm
                + signed,
            )
            data = _part(
                _SEQUENCE,
                _part(_INTEGER, b"\x01")
                + _part(_SET, _part(_SEQUENCE, name + outer))
                + _part(_SEQUENCE, _DATA)
                + known
                + _part(_SET, signer),
            )
            yield _part(_SEQUENCE, _SIGNED_DATA + _part(_FIRST, data))


def _are_proven(
    signature: EmbeddedPdfSignature, certificates: Sequence[x509.Certificate], trusted: Sequence[x509.Certificate]
) -> bool:
    """Whether each certificate is the signer's, as the signature names it, or trusted, or signed by another one."""
    named = get_signing_cert_attr(signature.signer_info["signed_attrs"])
    own = signature.signer_cert
    if named is None or not check_ess_certid(own, named["certs"][0]):
        return False
    known = {one.dump() for one in trusted}
    around = [*certificates, *trusted]
    return all(
        one.dump() == own.dump() or one.dump() in known or any(_is_signed_by(one, other) for other in around)
        for one in certificates
    )


def _is_signed_by(one: x509.Certificate, by: x509.Certificate) -> bool:
    if one.issuer.dump() != by.subject.dump():
        return False
    algorithm = one["tbs_certificate"]["signature"].dump()
    seal = _part(_BITS, b"\0" + one["signature_value"].native)
    if one.dump() != _part(_SEQUENCE, one["tbs_certificate"].dump() + algorithm + seal):
        return False
    try:
        load_der_x509_certificate(one.dump()).verify_directly_issued_by(load_der_x509_certificate(by.dump()))
    except (InvalidSignature, UnsupportedAlgorithm, TypeError, ValueError):
        return False
    return True


def _part(kind: int, content: bytes) -> bytes:
    """A piece of DER."""
    size = len(content)
    if size < 0x80:
        return bytes([kind, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([kind, 0x80 | len(length)]) + length + content
