"""The program as a process of its own: words it does not know, machines without a screen, streams that take little."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from strategikort.application.wordings import wording
from strategikort.cli.screen import has_screen
from tests.cli.conftest import Command, Ran, plain_environment
from tests.cli.test_commands import refused

LINUX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen here")


@pytest.mark.parametrize(
    ("word", "meant"), [("chek", "check"), ("Check", "check"), ("prnt", "print"), ("statss", "stats"), ("nwe", "new")]
)
def test_a_mistyped_command_is_told_with_what_was_meant(word: str, meant: str, command: Command) -> None:
    said = refused(command(word, "by.strategikort", environment={"QT_QPA_PLATFORM": "offscreen"}))
    assert said == f"»{word}« er ikke en kommando. Mente du »{meant}«? Se hjælpen: strategikort --help"


def test_a_word_that_is_nothing_is_told_with_the_commands_that_there_are(command: Command) -> None:
    said = refused(command("abrakadabra", environment={"QT_QPA_PLATFORM": "offscreen"}))
    assert said.startswith("»abrakadabra« er hverken en kommando eller en fil. Kommandoerne er »demo«, »new«")


def test_what_looks_like_a_file_or_lies_there_opens_the_window(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chek").write_bytes(b"")
    for name in ("chek.strategikort", os.path.join("mappe", "chek"), "chek"):
        assert command(name, environment={"QT_QPA_PLATFORM": "offscreen"}).out == f"window {[name]}\n"


@LINUX
@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":93"},
        {"DISPLAY": "unix:93.0"},
        {"DISPLAY": "127.0.0.1:593"},
        {"DISPLAY": "en skærm"},
        {"WAYLAND_DISPLAY": "wayland-93"},
    ],
)
def test_a_screen_that_does_not_answer_is_none(environment: dict[str, str], command: Command) -> None:
    assert refused(command("by.strategikort", environment=environment)) == wording("da").text("cli.no_screen")


@LINUX
def test_a_screen_that_answers_is_one(screen: dict[str, str]) -> None:
    assert has_screen(screen)
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        assert has_screen({"DISPLAY": f"127.0.0.1:{number}.0"})


@LINUX
def test_without_a_screen_the_window_is_refused_in_one_line(process: Command) -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    for arguments in ((), ("by.strategikort",)):
        said = refused(process(*arguments, **nowhere))
        assert said.startswith("Vinduet kan ikke åbnes, fordi der ikke er nogen skærm her.")


@pytest.mark.parametrize("letters", ["ascii"])
def test_letters_that_the_screen_cannot_show_stop_nothing(letters: str, process: Command, tmp_path: Path) -> None:
    file = tmp_path / "ærø.strategikort"
    assert process("new", file, "--name", "Ærø", PYTHONIOENCODING=letters).code == 0
    text = process("check", file, PYTHONIOENCODING=letters)
    assert (text.code, text.err) == (0, "")
    assert "fejl 0" in text.out
    told = process("check", file, "--format", "json", PYTHONIOENCODING=letters)
    assert json.loads(told.out)["file"] == str(file)
    missing = process("trace", file, "Å→9", PYTHONIOENCODING=letters)
    assert missing.code == 2 and missing.err.startswith("Der er intet m")


def test_the_plainest_locale_stops_nothing(process: Command, tmp_path: Path) -> None:
    process("new", tmp_path / "by.strategikort")
    ran = process("check", tmp_path / "by.strategikort", LC_ALL="C", PYTHONIOENCODING="", PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
def test_a_result_that_finds_no_room_is_told_in_one_line(tmp_path: Path, process: Command) -> None:
    process("new", tmp_path / "by.strategikort")
    for arguments in (("check", str(tmp_path / "by.strategikort")), ("--help",), ("--version",)):
        with open("/dev/full", "wb") as full:
            ran = _to(full.fileno(), *arguments)
        assert refused(ran).startswith("Resultatet kan ikke skrives dér, hvor det sendes hen.")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_a_reader_that_has_enough_is_left_in_peace(tmp_path: Path, process: Command) -> None:
    process("new", tmp_path / "by.strategikort")
    reader, writer = os.pipe()
    os.close(reader)
    ran = _to(writer, "stats", str(tmp_path / "by.strategikort"))
    os.close(writer)
    assert (ran.code, ran.err) == (0, "")


def test_a_fault_of_ours_is_one_line_that_says_where(tmp_path: Path) -> None:
    broken = "import strategikort.__main__ as program; program.run = None; program.main()"
    done = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, encoding="utf-8", env=plain_environment(), check=False
    )
    said = refused(Ran(done.returncode, done.stdout, done.stderr))
    assert said.startswith("Der er en fejl i programmet (TypeError i __main__.py, linje ")


def _to(output: int, *arguments: str) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "strategikort", *arguments],
        stdout=output,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=plain_environment(),
        check=False,
    )
    return Ran(done.returncode, "", done.stderr)
