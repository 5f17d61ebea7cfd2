"""A person's own notes are in nothing that leaves the program: the bytes of all of it are searched.

What is packed is unpacked, and text on paper is read; a word in a goal's title shows that the search would find.
"""

import io
import logging
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from strategikort.application.parting import centre_parts
from strategikort.application.session import Desk
from strategikort.cli.main import run
from strategikort.desktop.fields.private_note import PrivateNote
from strategikort.domain.edits.records import set_field
from strategikort.domain.goals import Goal
from strategikort.exchange.snapshot import written_snapshot
from tests.desktop.conftest import Shown

SECRET = "Qvxhemmelighed"
KNOWN = "Zwkendeord"
DAY = ("--date", "2015-02-15")
ENDS = ("pdf", "docx", "xlsx", "csv")
HANDED_OUT = (
    ("print", "aftaler", "--all", "--draft"),
    ("print", "a.docx", "--unit", "DS-S1"),
    ("print", "kort.pdf", "--unit", "DS-S1", "--form", "short"),
    ("print", "indsatser.pdf", "--unit", "DS-S1", "--form", "efforts"),
    ("print", "center.pdf", "--centre", "DS"),
    ("map", "k.pdf"),
    ("map", "k.svg"),
    ("map", "k.png"),
    *(("check", f"t.{end}", *DAY) for end in ENDS),
    ("coverage", "d.xlsx", *DAY),
    ("coverage", "d.docx", *DAY),
    ("status", "s.pdf", *DAY),
    ("status", "s.docx", *DAY),
)

TITLED = (
    "DS-S1-2015.pdf",
    "a.docx",
    "kort.pdf",
    "center.pdf",
    "k.pdf",
    "k.svg",
    *(f"t.{end}" for end in ENDS),
    "s.pdf",
)
"""What has titles of goals in it: there the search has to find one."""


def insides(content: bytes) -> Iterator[bytes]:
    """The bytes of a file, and of all that is packed in it."""
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for name in parts.namelist():
                yield from insides(parts.read(name))
    elif content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for one in pdf.objects:
                yield bytes(one.unparse())
                if isinstance(one, pikepdf.Stream):
                    yield one.read_bytes() if "/DCTDecode" not in str(one.get("/Filter")) else one.read_raw_bytes()
        for page in pypdfium2.PdfDocument(content):
            yield re.sub(r"[\s\xad\ufffe-]", "", page.get_textpage().get_text_range()).encode()


def holds(content: bytes, word: str) -> bool:
    """Whether a word is in a file, in any of the ways in which text is written."""
    ways = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode("utf-16-be").hex().encode()]
    return any(way.lower() in part.lower() for part in insides(content) for way in ways)


def written(note: PrivateNote) -> None:
    note.toggle.setChecked(True)
    note.text.setPlainText(f"{SECRET}: spørg Bo")
    note.commit()


def copied() -> Iterable[bytes]:
    data = QGuiApplication.clipboard().mimeData()
    return [bytes(data.data(form).data()) for form in data.formats()]


def handed_out(file: Path, desk: Desk, folder: Path) -> dict[str, bytes]:
    """What the command line makes of a file."""
    folder.mkdir()
    for command, name, *more in HANDED_OUT:
        code = run([command, str(file), "-o", str(folder / name), *more], environment={}, desk=desk, open_window=print)
        assert code in (0, 1), name
    return {one.name: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_no_file_paper_export_log_or_clipboard_holds_a_note(
    shown: Shown, desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    for goal in list(shown.document.all(Goal)):
        shown.bridge.edit(lambda document, goal=goal: set_field(document, Goal, goal, "title", KNOWN))
    shown.bridge.select([min(shown.document.all(Goal))])
    written(shown.window.goal_panel.note)
    shown.window.actions_by_id["view_agreements"].trigger()
    written(shown.window.views.agreements.note)
    before = shown.document
    shown.window.actions_by_id["view_map"].trigger()
    shown.bridge.select(shown.document.all(Goal))
    shown.window.actions_by_id["copy"].trigger()
    QApplication.processEvents()
    gone_out = {f"clipboard {number}": part for number, part in enumerate(copied())}
    shown.session.save()
    file = shown.session.path
    assert file is not None and shown.document is before, "a note is no edit"
    gone_out |= handed_out(file, desk, tmp_path / "out")
    gone_out["snapshot"] = written_snapshot(shown.document)
    gone_out |= {
        f"part {code}": written_snapshot(part) for code, part in centre_parts(shown.bridge.workspace.asking()).items()
    }
    gone_out["log"] = caplog.text.encode()
    said = capfd.readouterr()
    gone_out["said"] = (said.out + said.err).encode()
    notes = shown.session.notes.folder
    kept = [one for one in tmp_path.rglob("*") if one.is_file() and one.parent != notes]
    gone_out |= {str(one.relative_to(tmp_path)): one.read_bytes() for one in kept}
    assert [name for name, content in gone_out.items() if holds(content, SECRET)] == []
    found = {name for name, content in gone_out.items() if holds(content, KNOWN)}
    assert {*TITLED, "snapshot", file.name} <= found
    assert any(name.startswith("clipboard") for name in found) and any("work.sqlite" in name for name in found)
    assert sum(holds(one.read_bytes(), SECRET) for one in notes.iterdir()) == 2
