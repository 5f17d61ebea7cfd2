"""A paper says which version of which agreement it is, in three places, of which any will do."""

import pytest

from strategikort.domain.failures import KnownFailure
from strategikort.reports.details import SCHEMA
from strategikort.reports.identity import Identity, identity_of
from tests.reports import reading
from tests.reports.rebuilt import photographed, rebuilt
from tests.reports.signed import IDENTITY, signed_twice, unsigned

WHOLE = Identity(agreement=IDENTITY, version=3, check="4f9c 21ab 77e0")


def with_metadata(text: bytes) -> bytes:
    document = reading.opened(rebuilt(unsigned()))
    document.Root.Metadata = document.make_stream(text)
    return reading.written(document)


@pytest.mark.parametrize("pdf", [unsigned, signed_twice])
def test_a_paper_of_ours_says_it_in_its_metadata(pdf) -> None:
    assert identity_of(pdf()) == WHOLE


def test_metadata_that_another_program_has_written_anew_are_understood() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" xmlns:ns1="{SCHEMA}" ns1:agreement="{IDENTITY}" ns1:version="3">'
        "<ns1:check>4f9c 21ab 77e0</ns1:check></rdf:Description></rdf:RDF>"
    )
    assert identity_of(with_metadata(text.encode())) == WHOLE


@pytest.mark.parametrize(
    "text", [b"<x", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"\xff\xfe", f'<a xmlns="{SCHEMA}"/>'.encode()]
)
def test_metadata_that_say_nothing_of_ours_leave_it_to_the_pages(text: bytes) -> None:
    assert identity_of(with_metadata(text)) == Identity(check=WHOLE.check)


def test_a_picture_of_a_paper_says_it_by_its_code() -> None:
    assert identity_of(photographed(unsigned())) == WHOLE


def test_a_paper_that_was_made_anew_says_its_check_code() -> None:
    assert identity_of(rebuilt(unsigned())) == Identity(check=WHOLE.check)


def test_two_check_codes_are_none() -> None:
    pdf = rebuilt(unsigned(), after=["0000 1111 2222"])
    assert identity_of(pdf) is None


def test_a_file_of_somebody_else_says_nothing() -> None:
    assert identity_of(rebuilt(unsigned(), change=lambda text: "Referat")) is None


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(KnownFailure):
        identity_of(b"nej")
