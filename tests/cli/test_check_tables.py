"""`check` as tables: the same findings in text, CSV and workbook, exceptions apart with who, when and why."""

import csv
import json
import zipfile
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from strategikort.application.session import Desk, Session
from strategikort.cascade.findings import Severity
from strategikort.domain.edits.reviews import except_finding
from strategikort.domain.shape import Id
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
