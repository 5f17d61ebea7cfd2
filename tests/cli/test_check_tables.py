"""`check` as tables: the same findings in text, CSV and workbook, exceptions apart with who, when and why."""

import csv
import json
import zipfile
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from uuid import uuid4
from xml.etree.ElementTree import Element, fromstring

import pytest

from strategikort.application.session import Desk, Session
from strategikort.cascade.findings import Severity
from strategikort.cli.tables import values
from strategikort.domain.edits.reviews import except_finding
from strategikort.domain.shape import Id
from strategikort.exchange.workbook import Sheet
from tests.cli.conftest import Command

DAY = ("--date", "2015-02-15")
WHY = "=Aftalt; med »direktionen«"


@pytest.fixture
def sample(command: Command, tmp_path: Path) -> Path:
    """The sample with the first of its warnings excepted."""
    file = tmp_path / "oeresoe.strategikort"
    assert command("sample", file).code == 0
    found = json.loads(command("check", file, "--format", "json", *DAY).out)["findings"]
    warning = next(one for one in found if one["severity"] == Severity.WARNING.value)
    desk = Desk(state_folder=tmp_path / "state", who="Mette Holm", clock=datetime.now, new_id=lambda: Id(str(uuid4())))
    session = Session.open(file, desk=desk)
    session.edit(
        except_finding(
            session.document,
            rule=warning["rule"],
            record=Id(warning["records"][0]),
            why=WHY,
            who="Mette Holm",
            today=date(2015, 2, 1),
            new_id=desk.new_id,
        )
    )
    session.save()
    session.close()
    return file


def test_every_format_tells_the_same_findings_and_the_exceptions_apart(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    found = json.loads(command("check", sample, "--format", "json", *DAY).out)["findings"]
    text = command("check", sample, *DAY).out
    assert f"Må stå: {WHY} (Mette Holm, 1. februar 2015)" in text
    table = tmp_path / "tjek.csv"
    assert command("check", sample, "--format", "csv", "-o", table, *DAY).code == 1
    assert table.read_bytes().startswith("\ufeff".encode())
    rows = list(csv.reader(table.read_text("utf-8-sig").splitlines(), delimiter=";"))
    parting = rows.index([])
    assert [row[0] for row in rows[1:parting]] == [one["rule"] for one in found]
    [given] = rows[parting + 2 :]
    assert given[3:] == ["Mette Holm", "1. februar 2015", f"'{WHY}"]
    book = tmp_path / "tjek.xlsx"
    assert command("check", sample, "--format", "xlsx", "-o", book, *DAY).code == 1
    with zipfile.ZipFile(book) as parts:
        assert parts.read("xl/workbook.xml").decode().count("<sheet ") == 2
        assert "Mette Holm" in parts.read("xl/sharedStrings.xml").decode()


def test_a_workbook_of_findings_needs_a_file(command: Command, sample: Path) -> None:
    assert command("check", sample, "--format", "xlsx").code == 2


def test_the_ending_of_the_file_says_the_format_and_both_tables_have_the_same_rows(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    table, book = tmp_path / "tjek.csv", tmp_path / "tjek.xlsx"
    assert command("check", sample, "-o", table, *DAY).code == 1
    assert command("check", sample, "-o", book, *DAY).code == 1
    rows = list(csv.reader(StringIO(table.read_text("utf-8-sig"), newline=""), delimiter=";"))
    parting = rows.index([])
    for number, of_table in enumerate((rows[:parting], rows[parting + 1 :]), start=1):
        assert [[cell.removeprefix("'") for cell in row] for row in of_table] == cells(book, number)[-len(of_table) :]
    with zipfile.ZipFile(book) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name), name


def cells(book: Path, number: int) -> list[list[str]]:
    """The rows of a sheet that have something in them."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(book) as parts:
        shared = ["".join(one.itertext()) for one in fromstring(parts.read("xl/sharedStrings.xml"))]
        page = fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
    rows = ([value(cell, shared) for cell in row] for row in page.findall(".//x:row", space))
    return [row for row in rows if any(row)]


def value(cell: Element, shared: list[str]) -> str:
    said = "".join(cell.itertext())
    return shared[int(said)] if cell.get("t") == "s" else said


@pytest.mark.parametrize("format", ["text", "json"])
def test_what_is_no_table_is_not_put_in_a_file_unsaid(
    command: Command, sample: Path, tmp_path: Path, format: str
) -> None:
    file = tmp_path / "tjek.txt"
    said = command("check", sample, "--format", format, "-o", file)
    assert said.code == 2 and "--format csv" in said.err
    assert not file.exists()


def test_a_format_that_is_asked_for_counts_more_than_the_ending(command: Command, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "tjek.pdf"
    said = command("check", sample, "--format", "json", "-o", file, *DAY)
    assert said.code == 2 and "--format csv" in said.err and not file.exists()
    assert command("check", sample, "--format", "csv", "-o", file, *DAY).code == 1
    assert file.read_text("utf-8-sig").startswith("Regel;")


def test_coverage_as_json_is_not_put_in_a_file_unsaid(command: Command, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "daekning.json"
    said = command("coverage", sample, "--format", "json", "-o", file)
    assert said.code == 2 and str(file) in said.err
    assert not file.exists()


def test_a_separator_within_a_cell_parts_no_line() -> None:
    sheet = Sheet(title="Mål", columns=("Titel",), rows=[("Før\u2028efter\x0bsiden",), ("Næste",)])
    rows = list(csv.reader(StringIO(values([sheet]), newline=""), delimiter=";"))
    assert rows == [["Titel"], ["Før\u2028efter\x0bsiden"], ["Næste"]]
