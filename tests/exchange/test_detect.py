"""Which form a source has is told by its content."""

import os
from pathlib import Path

import pytest

from strategikort.exchange.detect import detect
from strategikort.exchange.results import ImportProblem
from tests.exchange.readers import told


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"<StrategicPlan/>", "stratml"),
        (b"\xef\xbb\xbf\n <x/>", "stratml"),
        ("<x/>".encode("utf-16"), "stratml"),
        (b' {"format": 1}', "snapshot"),
    ],
)
def test_the_form_is_told_by_the_content(tmp_path: Path, content: bytes, form: str) -> None:
    file = tmp_path / "fil.dat"
    file.write_bytes(content)
    assert detect(file) == form


def test_a_folder_with_goals_is_a_bundle(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,kind,title\n", encoding="utf-8")
    assert detect(tmp_path) == detect(tmp_path / "goals.csv") == "bundle"


def refusal(source: Path) -> str:
    with pytest.raises(ImportProblem) as caught:
        detect(source)
    return told((caught.value.phrase,))[0]


def test_what_is_none_of_them_is_refused(tmp_path: Path) -> None:
    assert "ingen goals.csv" in refusal(tmp_path)
    assert "findes ikke" in refusal(tmp_path / "intet.xml")
    (tmp_path / "a.bin").write_bytes(os.urandom(20).replace(b"<", b"x").replace(b"{", b"x") + b"x")
    assert "hverken" in refusal(tmp_path / "a.bin")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør")
    assert "ikke en almindelig fil" in refusal(tmp_path / "rør")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "stor.xml").open("wb") as file:
        file.truncate(10_000_000_000)
    assert "større end" in refusal(tmp_path / "stor.xml")
