"""Signing by a card or stick, here one that is made of software."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

from strategikort.domain.failures import KnownFailure
from strategikort.reports.certificates import on_token
from strategikort.reports.signing import sign, signature_fields
from tests.reports.authority import LAST, Owner, chief, root
from tests.reports.faults import faults
from tests.reports.papers import TYPEFACES
from tests.reports.signed import FIELDS, SIGNED_AT, unsigned

pytestmark = pytest.mark.needs("softhsm2-util")

PIN = "4711"
CARD, EMPTY = "Annes kort", "Tomt kort"
PLACES = (
    "lib/softhsm",
    "lib64/softhsm",
    "local/lib/softhsm",
    "lib64/pkcs11",
    "lib/pkcs11",
    "lib/x86_64-linux-gnu/softhsm",
)


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The library of two tokens: one with the chief's key and certificate, one with nothing."""
    folder = tmp_path_factory.mktemp("tokens")
    (folder / "conf").write_text(f"directories.tokendir = {folder}\nobjectstore.backend = file\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(folder / "conf")
    for label in (CARD, EMPTY):
        subprocess.run(
            ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN],
            check=True,
            capture_output=True,
        )
    library = next(path for place in PLACES if (path := Path("/usr") / place / "libsofthsm2.so").exists())
    _put(library, chief())
    yield library
    os.environ.pop("SOFTHSM2_CONF")
    if before is not None:
        os.environ["SOFTHSM2_CONF"] = before


def _put(library: Path, owner: Owner) -> None:
    key = owner.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    named = {pkcs11.Attribute.LABEL: "underskrift", pkcs11.Attribute.ID: b"\x01", pkcs11.Attribute.TOKEN: True}
    with pkcs11.lib(str(library)).get_token(token_label=CARD).open(user_pin=PIN, rw=True) as session:
        session.create_object({**decode_rsa_private_key(key), **named})
        session.create_object({**decode_x509_certificate(owner.der), **named})
        other = {**decode_x509_certificate(root().der), **named, pkcs11.Attribute.ID: b"\x02"}
        session.create_object(other)


def refusal(library: Path, **other: object) -> str:
    asked = {"label": CARD, "pin": PIN, "at": SIGNED_AT, **other}
    with pytest.raises(KnownFailure) as failure, on_token(library, **asked):
        pass
    assert PIN not in repr(failure.value.phrase)
    return failure.value.phrase.code


def test_a_card_signs_as_a_file_does(module: Path) -> None:
    with on_token(module, label=CARD, pin=PIN, at=SIGNED_AT) as certificate:
        assert (certificate.name, certificate.issuer) == ("Anne Krogh", "Prøvemyndighed")
        pdf = sign(
            unsigned(),
            field=FIELDS[0],
            certificate=certificate,
            at=SIGNED_AT,
            identity=bytes(16),
            lines=(certificate.name,),
            typefaces=TYPEFACES,
        )
    assert [one.signed for one in signature_fields(pdf)] == [True, False]
    assert faults(pdf) == []


def test_what_is_wrong_with_a_card_is_told(module: Path, tmp_path: Path) -> None:
    assert refusal(module, label="Et andet kort") == "certificate.token"
    assert refusal(module, pin="1234") == "certificate.pin"
    assert refusal(module, label=EMPTY) == "certificate.no_key"
    assert refusal(module, at=LAST.replace(year=2040)) == "certificate.expired"
    assert refusal(tmp_path / "intet.so") == "certificate.module"
    (tmp_path / "noget.so").write_bytes(b"ikke et program")
    assert refusal(tmp_path / "noget.so") == "certificate.module"


def test_a_card_that_is_taken_out_while_signing_is_told(module: Path) -> None:
    with on_token(module, label=CARD, pin=PIN, at=SIGNED_AT) as certificate:
        pass
    with pytest.raises(KnownFailure) as failure:
        sign(
            unsigned(),
            field=FIELDS[0],
            certificate=certificate,
            at=SIGNED_AT,
            identity=bytes(16),
            lines=(certificate.name,),
            typefaces=TYPEFACES,
        )
    assert failure.value.phrase.code == "signing.failed"
