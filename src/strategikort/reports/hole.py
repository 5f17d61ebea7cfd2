"""The hole of a signature: the part of a file that the signature itself stands in, and that it cannot cover.

Nobody's signature covers the last hole, and readers of the format overlook much of what is changed there. So what has
to stand in it is put together anew from parts that are proven, and compared byte by byte.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from asn1crypto import cms, x509  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.general import check_ess_certid, extract_certificate_info, extract_signer_info
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.generic_cms import get_signing_cert_attr

_SEQUENCE, _SET, _INTEGER, _OCTETS, _BITS, _FIRST, _SECOND = 0x30, 0x31, 0x02, 0x04, 0x03, 0xA0, 0xA1
_SIGNED_DATA: Final = bytes.fromhex("06092a864886f70d010702")
_DATA: Final = bytes.fromhex("06092a864886f70d010701")
_EMPTY: Final = (b"", b"\x05\x00")
_HEX: Final = re.compile(rb"<(?:[0-9A-F]*|[0-9a-f]*)>")


def is_proven(
    pdf: bytes, signature: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate], *, strict: bool, stamped: bool
) -> bool:
    """Whether every byte of the hole is what the signature makes it, with nothing beside it.

    The signature itself must have been found right before, and with ``stamped`` the time stamp that it may have. With
    ``strict`` each certificate that lies there has to be proven too; without, those whose issuer is not at hand are
    left alone: then nobody who is trusted vouches for the name anyway.
    """
    first, before, after, rest = (int(one) for one in signature.byte_range)
    hole = pdf[before:after]
    if first != 0 or after + rest > len(pdf) or not _HEX.fullmatch(hole):
        return False
    content = bytes.fromhex(hole[1:-1].decode("ascii"))
    if content != signature.pkcs7_content:
        return False
    proof = _Proof(tuple(trusted), strict, stamped)
    return any(
        content.startswith(expected) and not content[len(expected) :].strip(b"\0")
        for expected in proof.expected(signature.signed_data)
    )


@dataclass(frozen=True, slots=True)
class _Proof:
    """Puts together what may stand in a hole."""

    trusted: tuple[x509.Certificate, ...]
    strict: bool
    stamped: bool

    def expected(self, data: cms.SignedData) -> Iterator[bytes]:
        """What may stand there: the same with and without the empty parameters that some write for a digest."""
        info, own = extract_signer_info(data), extract_certificate_info(data).signer_cert
        certificates = [choice.chosen for choice in data["certificates"]]
        if not self._are_proven(info, own, certificates):
            return
        name = info["digest_algorithm"]["algorithm"].dump()
        known = _part(_FIRST, b"".join(one.dump() for one in certificates))
        kind = data["encap_content_info"]["content_type"]
        said = data["encap_content_info"]["content"]
        inner = b"" if kind.dump() == _DATA else _part(_FIRST, _part(_OCTETS, bytes(said)))
        version = _part(_INTEGER, b"\x01" if kind.dump() == _DATA else b"\x03")
        for outer in _EMPTY:
            for signer in self._signers(info, own, name):
                yield _part(
                    _SEQUENCE,
                    _SIGNED_DATA
                    + _part(
                        _FIRST,
                        _part(
                            _SEQUENCE,
                            version
                            + _part(_SET, _part(_SEQUENCE, name + outer))
                            + _part(_SEQUENCE, kind.dump() + inner)
                            + known
                            + _part(_SET, signer),
                        ),
                    ),
                )

    def _signers(self, info: cms.SignerInfo, own: x509.Certificate, name: bytes) -> Iterator[bytes]:
        serial = _part(_INTEGER, own["tbs_certificate"]["serial_number"].contents)
        for inner in _EMPTY:
            for stamp in self._stamps(info):
                yield _part(
                    _SEQUENCE,
                    _part(_INTEGER, b"\x01")
                    + _part(_SEQUENCE, own.issuer.dump() + serial)
                    + _part(_SEQUENCE, name + inner)
                    + _part(_FIRST, info["signed_attrs"].contents)
                    + info["signature_algorithm"].copy().dump(force=True)
                    + _part(_OCTETS, info["signature"].native)
                    + stamp,
                )

    def _stamps(self, info: cms.SignerInfo) -> Iterator[bytes]:
        """The time stamp beside a signature, which somebody else has signed in the same manner."""
        beside = info["unsigned_attrs"]
        if not len(beside):
            yield b""
        elif self.stamped and len(beside) == 1 and beside[0]["type"].native == "signature_time_stamp_token":
            for token in self.expected(beside[0]["values"][0]["content"]):
                yield _part(_SECOND, _part(_SEQUENCE, beside[0]["type"].dump() + _part(_SET, token)))

    def _are_proven(
        self, info: cms.SignerInfo, own: x509.Certificate, certificates: Sequence[x509.Certificate]
    ) -> bool:
        """Whether each certificate is the signer's, as the signature names it, or trusted, or signed by another."""
        named = get_signing_cert_attr(info["signed_attrs"])
        proven = {one.dump() for one in self.trusted}
        if named is not None and check_ess_certid(own, named["certs"][0]):
            proven.add(own.dump())
        around = [*certificates, *self.trusted]
        for one in certificates:
            by = [other for other in around if one.issuer.dump() == other.subject.dump()]
            if one.dump() in proven or any(_is_signed_by(one, other) for other in by) or not (self.strict or by):
                continue
            return False
        return True


def _is_signed_by(one: x509.Certificate, by: x509.Certificate) -> bool:
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
