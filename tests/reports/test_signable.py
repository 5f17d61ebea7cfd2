"""A final paper can be signed by hand, by certificates and by a scanner's help: fields, codes and files inside."""

import hashlib
from dataclasses import replace

import pytest
import zxingcpp
from pikepdf import Name, Object, Pdf
from PIL import Image

from strategikort.reports.embedded import embedded_files
from strategikort.reports.model import AgreementPaper
from strategikort.reports.preview import render_page
from strategikort.reports.printing import render_agreement
from strategikort.reports.sheet_code import SheetCode, read_sheet_code
from tests.reports import expected, reading
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement, signable

FINAL = signable(school_agreement())


def printed(paper: AgreementPaper) -> bytes:
    return render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf


def forms(document: Pdf) -> list[Object]:
    return [node for node in reading.elements(document.Root.StructTreeRoot.K) if node.get("/S") == Name.Form]


def codes(pdf: bytes, page: int, dpi: float) -> list[SheetCode | None]:
    """What a scanner reads on a page of a paper that lies straight."""
    width, height, dots = render_page(pdf, page, dpi)
    picture = Image.frombytes("RGB", (width, height), dots).convert("L")
    return [read_sheet_code(code.text) for code in zxingcpp.read_barcodes(picture)]


def test_each_party_has_a_field_over_its_line_that_is_read_out_with_role_and_name() -> None:
    document = reading.opened(printed(FINAL))
    fields = list(document.Root.AcroForm.Fields)
    assert [str(field.T) for field in fields] == ["underskrift_1", "underskrift_2"]
    assert "Centerchef, Anne Krogh" in str(fields[0].TU)
    assert int(document.Root.AcroForm.SigFlags) == 0
    for field, form in zip(fields, forms(document), strict=True):
        assert form.K.Type == Name.OBJR, "an array makes a second signature look like a change"
        assert form.K.Obj.objgen == field.objgen
        assert str(form.Alt) == str(field.TU)
        assert Name.Sig == field.FT and int(field.F) == 4
        left, bottom, right, top = (float(edge) for edge in field.Rect)
        assert right - left > 250 and top - bottom > 30


def test_a_paper_without_names_of_fields_has_no_form_at_all() -> None:
    document = reading.opened(printed(replace(school_agreement(), identity=FINAL.identity)))
    assert "/AcroForm" not in document.Root
    assert forms(document) == []


def test_the_files_inside_come_out_as_they_went_in_and_say_what_they_are() -> None:
    pdf = printed(FINAL)
    assert embedded_files(pdf)["aftale.json"] == b"{}"
    document = reading.opened(pdf)
    assert [str(file.UF) for file in document.Root.AF] == ["aftale.json", "bilag æøå.txt"]
    for file, given in zip(document.Root.AF, FINAL.attachments, strict=True):
        assert file.AFRelationship == Name.Source and str(file.Desc) == given.description
        assert str(file.EF.F.Subtype) == f"/{given.media_type}"
        assert int(file.EF.F.Params.Size) == len(given.content)
        assert bytes(file.EF.F.Params.CheckSum) == hashlib.md5(given.content).digest()


@pytest.mark.parametrize("parties", [2, 9])
def test_every_sheet_says_to_a_scanner_which_it_is(parties: int) -> None:
    paper = signable(school_agreement(), parties=parties)
    pdf = printed(paper)
    total = len(reading.opened(pdf).pages)
    for page in range(total):
        found = codes(pdf, page, 150)
        assert found
        for code in found:
            assert code is not None and (code.agreement, code.version) == (paper.identity, 3)
            assert (code.check, code.page, code.pages) == (paper.fingerprint, page + 1, total)


@pytest.mark.parametrize("parties", [2, 9])
def test_a_large_code_stands_on_each_page_with_lines_to_sign_on(parties: int) -> None:
    document = reading.opened(printed(signable(school_agreement(), parties=parties)))
    figures = [node for node in reading.elements(document.Root.StructTreeRoot.K) if node.get("/S") == Name.Figure]
    large = {node.Pg.objgen for node in figures if str(node.Alt).startswith("QR-kode")}
    assert {field.P.objgen for field in document.Root.AcroForm.Fields} == large
    for node in figures[1:]:
        left, bottom, right, top = (float(edge) for edge in node.A.BBox)
        assert right - left == pytest.approx(top - bottom, abs=0.02)
        assert right - left > 24 / 25.4 * 72


def test_a_draft_has_no_code_for_it_is_not_to_be_signed() -> None:
    pdf = printed(replace(FINAL, draft=True))
    assert [codes(pdf, page, 150) for page in range(3)] == [[], [], []]


@pytest.mark.parametrize("parties", [1, 2, 9])
def test_what_can_be_signed_is_read_out_whole_and_has_no_faults(parties: int) -> None:
    paper = signable(school_agreement(), parties=parties)
    document = reading.opened(printed(paper))
    pages = [page for _, page in reading.bookmarks(document)[1:]]
    wanted = reading.letters("".join(expected.texts(paper, pages)))
    assert reading.letters(reading.tree_text(document)) == wanted
    assert faults(printed(paper)) == []
