"""Certificates to sign with: each that cannot be used says why, and no failure tells a password."""

from datetime import UTC, datetime, timedelta

import pytest

from strategikort.domain.failures import KnownFailure
from strategikort.reports.certificates import MOST_BYTES, from_file, trusted
from tests.reports.authority import FIRST, LAST, PASSWORD, chief, owner, root

AT = datetime(2015, 2, 20, tzinfo=UTC)


def refusal(content: bytes, *, password: str = PASSWORD, at: datetime = AT) -> str:
    with pytest.raises(KnownFailure) as failure:
        from_file(content, password=password, at=at)
    assert password not in repr(failure.value) + repr(failure.value.phrase)
    return failure.value.phrase.code


def test_a_certificate_tells_its_name_its_issuer_and_its_days() -> None:
    found = from_file(chief().file(root()), password=PASSWORD, at=AT)
    assert (found.name, found.issuer, found.self_signed) == ("Anne Krogh", "Prøvemyndighed", False)
    assert (found.valid_from, found.valid_to) == (FIRST, LAST)


def test_a_certificate_that_nobody_else_vouches_for_says_so() -> None:
    assert from_file(owner("Hvem som helst").file(), password=PASSWORD, at=AT).self_signed


def test_a_certificate_shows_no_key_when_it_is_printed() -> None:
    assert "signer" not in repr(from_file(chief().file(), password=PASSWORD, at=AT))


def test_a_wrong_password_is_told() -> None:
    assert refusal(chief().file(), password="forkert") == "certificate.password"


def test_a_file_that_is_no_certificate_is_told() -> None:
    assert refusal(b"ikke et certifikat") == "certificate.unreadable"
    assert refusal(b"") == "certificate.unreadable"
    assert refusal(bytes(MOST_BYTES + 1)) == "certificate.unreadable"


def test_a_certificate_without_its_key_is_told() -> None:
    assert refusal(chief().file(keyless=True)) == "certificate.no_key"


def test_a_certificate_counts_only_on_its_days() -> None:
    assert refusal(chief().file(), at=LAST + timedelta(days=1)) == "certificate.expired"
    assert refusal(chief().file(), at=FIRST - timedelta(days=1)) == "certificate.early"


def test_a_certificate_for_something_else_is_told() -> None:
    assert refusal(owner("Server", root(), may_sign=False).file()) == "certificate.usage"


def test_trusted_certificates_come_in_both_forms_and_many_in_a_file() -> None:
    assert len(trusted([root().der]).certificates) == 1
    assert len(trusted([root().pem + chief().pem]).certificates) == 2


@pytest.mark.parametrize("content", [b"", b"nej", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_that_holds_no_certificate_is_not_trusted(content: bytes) -> None:
    with pytest.raises(KnownFailure) as failure:
        trusted([root().der, content])
    assert failure.value.phrase.code == "certificate.untrusted"
