"""`print` into Word: the agreement in a template, what the template lacks, and a template to begin with."""

from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Command


@pytest.fixture
def sample(command: Command, tmp_path: Path) -> Path:
    file = tmp_path / "oeresoe.strategikort"
    assert command("sample", file, "--size", "60").code == 0
    return file


def everything(path: Path) -> str:
    word = Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in word.paragraphs), *cells])


def test_the_agreement_becomes_a_word_document_with_goals_and_parties(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "aftale.docx"
    ran = command("print", sample, "--unit", "DS-S1", "-o", out)
    assert (ran.code, ran.out.splitlines()) == (0, [f"Gemt i {out}."])
    text = everything(out)
    assert "Strandskolen" in text and "Rød tråd: Visionselement: " in text and "{" not in text
    assert "DS-S1-01 fastsat centralt" in text and "Mette Rønnebæk\nCenterchef" in text


def test_a_draft_says_in_word_too_why_it_is_one(command: Command, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "aftale.docx"
    assert command("print", sample, "--unit", "DS-S1", "-o", out).code == 0
    final = everything(out)
    assert command("print", sample, "--unit", "DS-S1", "-o", out, "--draft").code == 0
    (more,) = set(everything(out).splitlines()) - set(final.splitlines())
    assert "udkast" in more.lower()


def test_what_the_own_template_lacks_is_told_and_what_it_asks_in_vain(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    word = Document()
    word.add_paragraph("{{ titel }} for {{ enhed }}{{ borgmester }}")
    word.save(str(tmp_path / "vores.docx"))
    out = tmp_path / "aftale.docx"
    ran = command("print", sample, "--unit", "DS-S1", "-o", out, "--template", tmp_path / "vores.docx")
    assert ran.code == 0
    lacking, unknown = ran.out.splitlines()[1:]
    assert lacking.startswith("Skabelonen har ikke plads til: kommune, center, ") and "maal.titel" in lacking
    assert unknown == "Skabelonen har felter, som ikke findes: borgmester."


def test_the_template_to_begin_with_has_every_field_and_all_agreements_can_be_written_in_it(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    start = tmp_path / "skabelon.docx"
    assert command("template", start).code == 0
    ran = command("print", sample, "--all", "-o", tmp_path / "alle", "--template", start)
    made = sorted(tmp_path.glob("alle/*.docx"))
    assert ran.code == 0 and len(ran.out.splitlines()) == 1 and made
    assert all("{" not in everything(one) for one in made)


@pytest.mark.parametrize(
    ("out", "template", "said"),
    [
        ("a.pdf", "skabelon.docx", "Lad filens navn ende på .docx."),
        ("a.docx", "findes-ikke.docx", "kan ikke læses"),
        ("a.docx", "oeresoe.strategikort", "er ikke et Word-dokument"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_in_a_sentence_and_nothing_is_written(
    command: Command, sample: Path, tmp_path: Path, out: str, template: str, said: str
) -> None:
    ran = command("print", sample, "--unit", "DS-S1", "-o", tmp_path / out, "--template", tmp_path / template)
    assert ran.code == 2 and said in ran.err and not (tmp_path / out).exists()


@pytest.mark.parametrize(
    "what", [("--unit", "DS-S1", "--form", "short"), ("--unit", "DS-S1", "--form", "efforts"), ("--centre", "DS")]
)
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_other_papers_are_written_as_pdf_and_as_word(
    command: Command, sample: Path, tmp_path: Path, what: tuple[str, ...], ending: str
) -> None:
    out = tmp_path / f"papir.{ending}"
    assert command("print", sample, *what, "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF" if ending == "pdf" else b"PK")


@pytest.mark.parametrize(
    "what", [("--unit", "DS-S1", "--centre", "DS"), ("--all", "--centre", "DS"), (), ("--unit", "DS-S1", "--all")]
)
def test_one_thing_is_printed_at_a_time(command: Command, sample: Path, tmp_path: Path, what: tuple[str, ...]) -> None:
    ran = command("print", sample, *what, "-o", tmp_path / "papir.pdf")
    assert ran.code == 2 and ran.err.startswith("Vælg én enhed med --unit KODE")
