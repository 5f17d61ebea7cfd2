"""verify: the verdict first, an exit code that scripts can rely on, and one line for what cannot be used."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.reports import attacks
from tests.reports.authority import root
from tests.reports.signed import signed_once, signed_twice, unsigned


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    folder = tmp_path / "trusted"
    folder.mkdir()
    (folder / "root.crt").write_bytes(root().der)
    return folder


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "aftale.pdf"
    path.write_bytes(signed_twice())
    return path


def test_a_signed_paper_is_valid_with_the_authority_trusted(command: Command, pdf: Path, trust: Path) -> None:
    ran = command("verify", pdf, "--trust", trust)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "Aftalen er hel og uændret, og underskrifterne gælder."
    assert "Anne Krogh skrev under den 20. februar 2015 kl. 8.30" in ran.out
    assert "Navnet Lone Berg er bekræftet af Prøvemyndighed" in ran.out


def test_the_same_in_english(command: Command, pdf: Path, trust: Path) -> None:
    ran = command("--lang", "en", "verify", pdf, "--trust", trust)
    assert ran.out.startswith("The agreement is whole and unchanged, and its signatures count.\n")


def test_nobody_trusted_or_a_signature_missing_is_not_valid(command: Command, pdf: Path, trust: Path) -> None:
    assert command("verify", pdf).code == 1
    pdf.write_bytes(signed_once())
    ran = command("verify", pdf, "--trust", trust)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "Der mangler underskrifter.")
    pdf.write_bytes(unsigned())
    assert command("verify", pdf, "--trust", trust).code == 1


def test_what_was_changed_afterwards_is_told(command: Command, pdf: Path, trust: Path) -> None:
    pdf.write_bytes(attacks.field_renamed(signed_twice()))
    ran = command("verify", pdf, "--trust", trust)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[0] == "Filen er ændret efter underskriften."
    assert "- Feltet »underskrift_1« har fået et andet navn." in ran.out.splitlines()


def test_programs_are_told_in_json(command: Command, pdf: Path, trust: Path) -> None:
    ran = command("verify", pdf, "--trust", trust, "--format", "json")
    given = json.loads(ran.out)
    assert ran.code == 0 and given["valid"] is True
    assert [(one["who"], one["whole"], one["vouched"]) for one in given["signatures"]] == [
        ("Anne Krogh", True, True),
        ("Lone Berg", True, True),
    ]
    assert given["says"]["version"] == 3 and given["register"] is None


def test_a_document_that_does_not_know_the_agreement_says_so(command: Command, pdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "by.strategikort"
    assert command("new", file).code == 0
    ran = command("verify", pdf, file)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "Aftalen findes ikke i by.strategikort.")


def test_what_cannot_be_used_is_told_in_one_line(command: Command, pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "nej.pdf").write_bytes(b"%PDF-1.7 nej")
    (tmp_path / "cut.pdf").write_bytes(signed_twice()[:100_000])
    (tmp_path / "nej.strategikort").write_bytes(b"nej")
    for asked in (
        (tmp_path / "intet.pdf",),
        (tmp_path,),
        (tmp_path / "nej.pdf",),
        (tmp_path / "cut.pdf",),
        (pdf, tmp_path / "intet.strategikort"),
        (pdf, tmp_path / "nej.strategikort"),
        (pdf, "--trust", tmp_path / "intet"),
        (pdf, "--format", "xml"),
        (),
    ):
        ran = command("verify", *asked)
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
