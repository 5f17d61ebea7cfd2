"""A signature is given in a field that the paper has, and leaves the paper what it was: tagged, archivable, whole."""

import socket
from dataclasses import replace

import pikepdf
import pytest

from strategikort.domain.failures import KnownFailure
from strategikort.reports.certificates import from_file
from strategikort.reports.embedded import embedded_files
from strategikort.reports.preview import page_count, render_page
from strategikort.reports.signing import sign, signature_fields
from tests.reports import reading
from tests.reports.authority import PASSWORD, chief, leader
from tests.reports.faults import faults
from tests.reports.papers import TYPEFACES
from tests.reports.signed import FIELDS, SIGNED_AT, signed_by, signed_once, signed_twice, unsigned

STATES = (unsigned, signed_once, signed_twice)


def refusal(pdf: bytes, field: str) -> str:
    with pytest.raises(KnownFailure) as failure:
        signed_by(chief(), pdf, field)
    return failure.value.phrase.code


@pytest.mark.parametrize("state", STATES)
def test_the_paper_stays_tagged_and_archivable_with_each_signature(state) -> None:
    assert faults(state()) == []


@pytest.mark.parametrize("state", STATES)
def test_text_tags_language_and_what_the_paper_says_of_itself_stay(state) -> None:
    before, after = reading.opened(unsigned()), reading.opened(state())
    assert reading.tree_text(after) == reading.tree_text(before)
    assert str(after.Root.Lang) == str(before.Root.Lang)
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert dict(after.docinfo) == dict(before.docinfo)
    assert embedded_files(state()) == embedded_files(unsigned())


def test_fields_are_told_in_order_with_who_has_signed() -> None:
    fields = signature_fields(signed_once())
    assert [(one.name, one.signed) for one in fields] == [(FIELDS[0], True), (FIELDS[1], False)]
    assert "Anne Krogh" in fields[0].said and "Lone Berg" in fields[1].said


def test_each_signature_leaves_every_byte_before_it() -> None:
    assert signed_once().startswith(unsigned())
    assert signed_twice().startswith(signed_once())


def test_the_first_signature_certifies_and_the_second_approves() -> None:
    document = reading.opened(signed_twice())
    first, second = (field.V for field in document.Root.AcroForm.Fields)
    assert document.Root.Perms.DocMDP.objgen == first.objgen
    assert int(first.Reference[0].TransformParams.P) == 2
    assert "/Reference" not in second
    assert {str(one.SubFilter) for one in (first, second)} == {"/ETSI.CAdES.detached"}


def test_the_moment_and_the_mark_of_the_file_are_those_given() -> None:
    document = reading.opened(signed_once())
    assert str(document.Root.AcroForm.Fields[0].V.M) == "D:20150220083000Z"
    first, second = document.trailer.ID
    assert bytes(first) == bytes(reading.opened(unsigned()).trailer.ID[0])
    assert bytes(second) == FIELDS[0].encode().ljust(16)[:16]


def test_the_same_signature_gives_the_same_bytes() -> None:
    assert signed_by(chief(), unsigned(), FIELDS[0]) == signed_once()


def test_nothing_goes_out_while_signing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", nothing)
    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    assert signed_by(leader(), signed_once(), FIELDS[1]) == signed_twice()


def test_every_face_of_a_signature_is_in_the_file() -> None:
    document = reading.opened(signed_twice())
    for field in document.Root.AcroForm.Fields:
        fonts = field.AP.N.Resources.Font
        assert fonts
        for font in fonts.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_a_signature_is_seen_in_the_preview() -> None:
    last = page_count(unsigned()) - 1
    assert render_page(unsigned(), last, 40) != render_page(signed_once(), last, 40)


@pytest.mark.parametrize("name", ["Æ" * 200, "Ωmega \N{GRINNING FACE} ﷽", "a " * 400])
def test_any_name_fits_into_its_field(name: str) -> None:
    certificate = from_file(chief().file(), password=PASSWORD, at=SIGNED_AT)
    pdf = sign(
        unsigned(),
        field=FIELDS[0],
        certificate=replace(certificate, name=name),
        at=SIGNED_AT,
        identity=bytes(16),
        lines=(name, "i dag"),
        typefaces=TYPEFACES,
    )
    assert faults(pdf) == []


def test_only_a_field_that_is_there_and_empty_is_signed() -> None:
    assert refusal(unsigned(), "andet felt") == "signing.no_field"
    assert refusal(signed_once(), FIELDS[0]) == "signing.is_signed"


def test_a_file_that_is_no_pdf_is_not_signed() -> None:
    for pdf in (b"", b"%PDF-1.7 nej", unsigned()[:4000]):
        assert refusal(pdf, FIELDS[0]) == "pdf.unreadable"


def test_a_file_that_an_earlier_signature_has_closed_is_not_signed() -> None:
    document = reading.opened(signed_once())
    document.Root.Perms.DocMDP.Reference[0].TransformParams.P = 1
    closed = reading.written(document)
    assert refusal(closed, FIELDS[1]) == "signing.forbidden"


def test_a_locked_file_is_not_signed() -> None:
    document = reading.opened(unsigned())
    locked = reading.written(document, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal(locked, FIELDS[0]) == "pdf.unreadable"
