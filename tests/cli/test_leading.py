"""coverage and overview: the same numbers as on the screen, as text, JSON and workbook."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from strategikort.exchange.workbook import Sheet, workbook
from tests.cli.conftest import Command

DAY = ("--date", "2015-02-15")


@pytest.fixture
def sample(command: Command, tmp_path: Path) -> Path:
    file = tmp_path / "centre" / "oeresoe.strategikort"
    file.parent.mkdir()
    assert command("sample", file).code == 0
    return file


def test_coverage_tells_who_works_on_each_political_goal(command: Command, sample: Path) -> None:
    told = json.loads(command("coverage", sample, "--format", "json", *DAY).out)
    by_code = {one["code"]: one for one in told["political_goals"]}
    assert [code for code, one in by_code.items() if one["unit_goals"] == 0] == ["POL-14", "POL-16", "POL-17"]
    assert all(one["centres"] <= one["units"] <= one["unit_goals"] for one in by_code.values())
    untraced = json.loads(command("check", sample, "--format", "json", *DAY).out)["findings"]
    assert told["untraced_unit_goals"] == sum(one["rule"] in ("TRA-001", "TRA-002") for one in untraced)


def test_coverage_as_text_and_as_a_workbook_hold_the_same_rows(command: Command, sample: Path, tmp_path: Path) -> None:
    text = command("coverage", sample, *DAY).out
    assert "POL-14\tFlere cykler til arbejde og skole langs kysten\t0" in text
    book = tmp_path / "daekning.xlsx"
    assert command("coverage", sample, "--format", "xlsx", "-o", book, *DAY).code == 0
    again = tmp_path / "igen.xlsx"
    assert command("coverage", sample, "-o", again, *DAY).code == 0
    assert book.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(book) as parts:
        strings = parts.read("xl/sharedStrings.xml").decode()
        sheets = parts.read("xl/workbook.xml").decode()
    assert "Flere cykler til arbejde og skole langs kysten" in strings
    assert sheets.count("<sheet ") == 5
    assert not any(b"<f>" in zipfile.ZipFile(book).read(f"xl/worksheets/sheet{n}.xml") for n in range(1, 6))


def test_a_workbook_needs_a_file_to_be_put_in(command: Command, sample: Path) -> None:
    ran = command("coverage", sample, "--format", "xlsx")
    assert ran.code == 2 and "-o" in ran.err


def test_an_overview_of_a_folder_counts_every_centre(command: Command, sample: Path, tmp_path: Path) -> None:
    (sample.parent / "skadet.strategikort").write_bytes(b"ikke en fil")
    before = sample.read_bytes()
    ran = command("overview", sample.parent, *DAY)
    assert ran.code == 0 and "skadet.strategikort" in ran.err
    assert ran.out.count("\nCenter for ") == 10
    book = tmp_path / "overblik.xlsx"
    assert command("overview", sample.parent, "--format", "xlsx", "-o", book, *DAY).code == 0
    assert zipfile.is_zipfile(book) and sample.read_bytes() == before
    assert command("overview", tmp_path / "tom").code == 2


def test_what_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    sheet = Sheet(
        title="=A1[x]/y", columns=("Navn",), rows=[("=HYPERLINK(1)",), ("+1",), ("x" * 40_000,), (None,), (3,)]
    )
    file = tmp_path / "formel.xlsx"
    file.write_bytes(workbook([sheet, sheet], made_at=datetime(2015, 2, 15)))
    with zipfile.ZipFile(file) as parts:
        assert "=HYPERLINK(1)" in parts.read("xl/sharedStrings.xml").decode()
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert b'name="=A1 x y"' in parts.read("xl/workbook.xml")


def test_a_committees_paper_is_written_as_pdf_and_word(command: Command, sample: Path, tmp_path: Path) -> None:
    pdf, word = tmp_path / "status.pdf", tmp_path / "status.docx"
    assert command("status", sample, "-o", pdf, "--committee", "kulturudvalget", *DAY).code == 0
    assert command("status", sample, "-o", word, *DAY).code == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    with zipfile.ZipFile(word) as parts:
        said = parts.read("word/document.xml").decode()
    assert "Politiske mål, som ingen arbejder med" in said and "Alle husstande kan få hurtigt bredbånd i 2020" in said
    assert "Museerne får 700.000 besøg om året i 2020" in command("status", sample, *DAY).out


def test_an_unknown_committee_is_told_with_those_that_there_are(command: Command, sample: Path) -> None:
    ran = command("status", sample, "--committee", "Festudvalget")
    assert ran.code == 2 and "Festudvalget" in ran.err and "Kulturudvalget" in ran.err


def test_coverage_overview_and_check_go_on_paper_too(command: Command, sample: Path, tmp_path: Path) -> None:
    for name, source, code in (("coverage", sample, 0), ("overview", sample.parent, 0), ("check", sample, 1)):
        paper = tmp_path / f"{name}.pdf"
        assert command(name, source, "-o", paper, *DAY).code == code
        assert paper.read_bytes().startswith(b"%PDF")


def test_a_threads_explanation_is_written_as_pdf_word_and_workbook(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    for ending, begins in ((".pdf", b"%PDF"), (".docx", b"PK"), (".xlsx", b"PK")):
        paper = tmp_path / f"traad{ending}"
        assert command("trace", sample, "BID-B1-01", "-o", paper, *DAY).code == 0
        assert paper.read_bytes().startswith(begins)
    with zipfile.ZipFile(tmp_path / "traad.docx") as parts:
        said = parts.read("word/document.xml").decode()
    assert "Hvad målet fører op til" in said and "Hvis målet bortfalder" in said
    assert command("trace", sample, "findes-ikke", "-o", tmp_path / "x.pdf").code == 2
    assert command("trace", sample, "BID-B1-01", "--format", "json", "-o", tmp_path / "x.pdf").code == 2
    assert not (tmp_path / "x.pdf").exists()
