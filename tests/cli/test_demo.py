"""The main job: the sample's file, its check, its 62 agreements; without a network and twice the same."""

import json
import re
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.conftest import Command


def _refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("the main job opened a network connection")


def test_demo_makes_the_same_file_and_62_agreements_each_time_and_says_what_it_found(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as offline:
        offline.setattr(socket, "socket", _refuse)
        demo = command("demo", "--out", tmp_path, "--no-window")
    assert demo.code == 0
    file, papers = tmp_path / "oeresoe.strategikort", _papers(tmp_path)
    assert len(papers) == 62
    assert all(content.startswith(b"%PDF-") for content in papers.values())
    told = json.loads(command("check", file, "--date", "2015-02-15", "--format", "json").out)
    said = _numbers(demo.out)
    assert {62, *told["counts"].values()} <= said
    assert all(finding["rule"] in demo.out for finding in told["findings"])
    assert command("demo", "--out", tmp_path, "--no-window").code == 0
    assert _papers(tmp_path) == papers


def _papers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "aftaler").glob("*.pdf")}


def _numbers(text: str) -> set[int]:
    return {int(word) for word in re.findall(r"\b[0-9]+\b", text)}


def test_with_a_screen_demo_opens_the_window_with_the_file(
    command: Command, tmp_path: Path, screen: dict[str, str]
) -> None:
    ran = command("demo", "--out", tmp_path, environment=screen)
    assert ran.out.rstrip().endswith(f"window ['{tmp_path / 'oeresoe.strategikort'}']")


def test_a_demo_that_finds_no_room_keeps_what_an_earlier_one_left(command: Command, tmp_path: Path) -> None:
    (tmp_path / "oeresoe.strategikort").write_bytes(b"an earlier one")
    (tmp_path / "aftaler").write_bytes(b"a file where the folder should be")
    said = command("demo", "--out", tmp_path, "--no-window")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(str(tmp_path / "aftaler")) and "kan ikke være en mappe" in said.err
    assert (tmp_path / "oeresoe.strategikort").read_bytes() == b"an earlier one"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["aftaler", "oeresoe.strategikort"]
