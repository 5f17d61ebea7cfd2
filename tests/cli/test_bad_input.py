"""Bad input on the command line: each is one Danish sentence, exit code 2, and nothing is written or lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.application.wordings import wording
from tests.cli.conftest import Command
from tests.cli.test_commands import refused
from tests.rights import an_ordinary_user
from tests.storage.test_checks import SPOILT
from tests.storage.test_saving import a_tight_drive

WORDS = wording("da")
GOALS = "id,kind,title,org_unit,year\nP1,political_goal,Flere familier,,\nU1,unit_goal,Flere starter hos os,S1,2015\n"
LINKS = "from,to\nU1,P1\n"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return a_bundle(tmp_path / "bundle")


@pytest.fixture
def file(command: Command, bundle: Path, tmp_path: Path) -> Path:
    made = tmp_path / "by.strategikort"
    assert command("import", bundle, made).code == 0
    return made


def a_bundle(folder: Path, goals: str | bytes = GOALS, links: str | bytes = LINKS) -> Path:
    folder.mkdir()
    for name, content in (("goals.csv", goals), ("links.csv", links)):
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def lying_in(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, empty folders left out."""
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file() and os.access(one, os.R_OK)}


def ways_to_read(file: Path, bundle: Path, out: Path) -> list[tuple[object, ...]]:
    """Every command that takes a document that is there."""
    return [
        ("check", file),
        ("check", file, "--format", "json", "--gate", "sign"),
        ("stats", file),
        ("trace", file, "U1"),
        ("print", file, "--unit", "S1", "-o", out / "S1.pdf"),
        ("print", file, "--all", "-o", out / "alle"),
        ("import", bundle, file),
        ("import", bundle, file, "--dry-run"),
    ]


DOCUMENTS: dict[str, tuple[str, Callable[[Path], object]]] = {
    **{name: SPOILT[name] for name in ("empty", "cut", "random", "another program's database", "newer", "trigger")},
    **{name: SPOILT[name] for name in ("a page of noughts", "a text", "the log", "write-ahead log", "longer")},
    "a folder": ("file.folder", lambda file: (file.unlink(), file.mkdir())),
}


@pytest.mark.parametrize(("code", "spoil"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_no_command_takes_a_spoilt_document(
    code: str, spoil: Callable[[Path], object], command: Command, file: Path, bundle: Path, tmp_path: Path
) -> None:
    spoil(file)
    before = lying_in(tmp_path)
    for arguments in ways_to_read(file, bundle, tmp_path / "ud"):
        assert refused(command(*arguments)) == WORDS.text(code, path=str(file)), arguments
    assert lying_in(tmp_path) == before
    assert not (tmp_path / "ud").exists()


def test_no_command_but_import_takes_a_document_that_is_missing(command: Command, bundle: Path, tmp_path: Path) -> None:
    missing, before = tmp_path / "mangler.strategikort", lying_in(tmp_path)
    for arguments in ways_to_read(missing, bundle, tmp_path / "ud")[:-2]:
        assert refused(command(*arguments)) == WORDS.text("file.missing", path=str(missing)), arguments
    assert lying_in(tmp_path) == before


@pytest.mark.parametrize("name", ["new", "sample"])
def test_nothing_new_is_made_where_something_lies(name: str, command: Command, file: Path, tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    before = lying_in(tmp_path)
    for place in (file, tmp_path / "mappe"):
        assert refused(command(name, place)) == WORDS.text("file.exists", path=str(place))
    below = file / "under.strategikort"
    assert refused(command(name, below)) == WORDS.text("cli.disk.other", path=str(below))
    assert lying_in(tmp_path) == before


def test_a_document_without_access_is_refused(command: Command, bundle: Path, tmp_path: Path) -> None:
    file, source = tmp_path / "by.strategikort", bundle
    with an_ordinary_user():
        assert command("import", source, file).code == 0
    file.chmod(0)
    with an_ordinary_user():
        for arguments in ways_to_read(file, source, tmp_path / "ud"):
            assert refused(command(*arguments)) == WORDS.text("file.forbidden", path=str(file)), arguments
    assert not (tmp_path / "ud").exists()


def test_a_folder_without_access_takes_nothing(command: Command, bundle: Path, tmp_path: Path) -> None:
    file, source, closed = tmp_path / "by.strategikort", bundle, tmp_path / "lukket"
    closed.mkdir()
    closed.chmod(0o555)
    new = closed / "ny.strategikort"
    with an_ordinary_user():
        assert command("import", source, file).code == 0
        for arguments, place in (
            (("new", new), new),
            (("sample", new, "--size", "20"), new),
            (("import", source, new), new),
            (("print", file, "--unit", "S1", "-o", closed / "S1.pdf"), closed / "S1.pdf"),
            (("demo", "--out", closed / "demo", "--no-window"), closed / "demo" / "oeresoe.strategikort"),
        ):
            said = refused(command(*arguments))
            assert said == WORDS.text("cli.disk.forbidden", path=str(place)), arguments
    assert list(closed.iterdir()) == []
    assert [one for one in (tmp_path / "state").rglob("*") if one.suffix == ".sqlite" and "work" in one.name] == []


def test_a_full_disk_takes_nothing_and_loses_nothing(
    command: Command, file: Path, bundle: Path, tmp_path: Path
) -> None:
    command("new", tmp_path / "lille.strategikort")
    with a_tight_drive(tmp_path / "drev", "400k") as drive:
        small = drive / "by.strategikort"
        shutil.copy(file, small)
        before = small.read_bytes()
        with (drive / "fyld").open("wb", buffering=0) as filler, pytest.raises(OSError, match="space"):
            while True:
                filler.write(bytes(4096))
        new = drive / "ny.strategikort"
        for arguments, place in (
            (("new", new), new),
            (("sample", new, "--size", "20"), new),
            (("import", bundle, new), new),
            (("import", bundle, small), small),
            (("print", file, "--unit", "S1", "-o", drive / "S1.pdf"), drive / "S1.pdf"),
            (("print", file, "--all", "-o", drive), next_paper(command, file, tmp_path, drive)),
            (("demo", "--out", drive, "--no-window"), drive / "oeresoe.strategikort"),
        ):
            assert refused(command(*arguments)) == WORDS.text("cli.disk.full", path=str(place)), arguments
        # The empty marker of a save that found no room may stay; it counts for nothing after five seconds.
        left = sorted(one.name for one in drive.iterdir())
        assert left == ["by.strategikort", "fyld"]
        assert small.read_bytes() == before


def next_paper(command: Command, file: Path, tmp_path: Path, drive: Path) -> Path:
    """Where the first paper of all would lie."""
    command("print", file, "--all", "-o", tmp_path / "alle")
    return drive / next((tmp_path / "alle").iterdir()).name


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
def test_a_device_is_not_taken_for_a_file(command: Command, file: Path) -> None:
    said = refused(command("print", file, "--unit", "S1", "-o", "/dev/full"))
    assert said == WORDS.text("cli.disk.special", path="/dev/full")
    assert not Path("/dev/full").is_file()


def test_a_document_that_changes_while_it_is_read_is_refused(command: Command, file: Path) -> None:
    with file.open("ab") as more:
        more.truncate(32 << 20)
    writing = f"import sys\nwith open({str(file)!r}, 'ab', 0) as file:\n while True: file.write(b'x')"
    writer = subprocess.Popen([sys.executable, "-c", writing])
    try:
        size = file.stat().st_size
        while file.stat().st_size == size:
            assert writer.poll() is None
        assert refused(command("stats", file)) == WORDS.text("file.changing", path=str(file))
    finally:
        writer.kill()
        writer.wait()


SOURCES: dict[str, tuple[str, str | bytes, str]] = {
    "empty": ("tom.xml", b"", "tom.xml er tom."),
    "random": ("støj.bin", bytes(range(256)) * 9, "støj.bin er hverken StratML (XML), en kopi fra Strategikort (JSON)"),
    "cut": ("plan.xml", "<StrategicPlan><Name>Halv", "plan.xml er ikke gyldig XML: fejlen er i linje 1"),
    "entities": (
        "plan.xml",
        '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><StrategicPlan>&c;</StrategicPlan>',
        "plan.xml har en indledning (DOCTYPE), som af hensyn til sikkerheden ikke indlæses.",
    ),
    "a file from outside": (
        "plan.xml",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><StrategicPlan>&a;</StrategicPlan>',
        "plan.xml har en indledning (DOCTYPE)",
    ),
    "cut JSON": ("plan.json", '{"version": 1, "records": [', "plan.json er ikke gyldig JSON: fejlen er i linje 1"),
}


@pytest.mark.parametrize(("name", "content", "said"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_that_cannot_be_used_brings_nothing(
    name: str, content: str | bytes, said: str, command: Command, file: Path, tmp_path: Path
) -> None:
    source = tmp_path / name
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    nothing_comes_of(source, said, command, file, tmp_path)


BUNDLES: dict[str, tuple[str | bytes, str | bytes, str]] = {
    "a column missing": ("id,kind\nP,political_goal\n", LINKS, "goals.csv: kolonnen »title« mangler."),
    "a link's column missing": (GOALS, "from\nU1\n", "links.csv: kolonnen »to« mangler."),
    "a wrong kind": ("id,kind,title\nP,mål,Titel\n", LINKS, "goals.csv, linje 2: »mål« er ikke en kendt slags"),
    "doubled ids": (GOALS + "P1,effort,Igen\n", LINKS, "goals.csv, linje 4: id »P1« er brugt før."),
    "Latin-1": (
        "id,kind,title\nP,effort,Små børn\n".encode("latin-1"),
        LINKS,
        "goals.csv, linje 2: tegnsættet er ikke",
    ),
    "empty": ("", LINKS, "goals.csv er tom."),
    "a wrong year": (
        "id,kind,title,org_unit,year\nA,unit_goal,T,S1,0\n",
        LINKS,
        "goals.csv, linje 2: »0« i kolonnen year",
    ),
}


@pytest.mark.parametrize(("goals", "links", "said"), BUNDLES.values(), ids=BUNDLES.keys())
def test_a_bundle_that_cannot_be_used_brings_nothing(
    goals: str | bytes, links: str | bytes, said: str, command: Command, file: Path, tmp_path: Path
) -> None:
    nothing_comes_of(a_bundle(tmp_path / "kilde", goals, links), said, command, file, tmp_path)


def test_a_source_that_is_missing_or_no_bundle_brings_nothing(command: Command, file: Path, tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    nothing_comes_of(tmp_path / "væk.xml", "væk.xml findes ikke.", command, file, tmp_path)
    nothing_comes_of(tmp_path / "mappe", "I mappen mappe er der ingen goals.csv.", command, file, tmp_path)
    nothing_comes_of(file, "by.strategikort er hverken StratML", command, file, tmp_path)


def nothing_comes_of(source: Path, said: str, command: Command, file: Path, tmp_path: Path) -> None:
    """Neither a document that is there nor a new one gets anything of ``source``."""
    before = lying_in(tmp_path)
    for target in (file, tmp_path / "ny.strategikort"):
        sentence = refused(command("import", source, target))
        assert sentence.startswith(said)
        assert sentence.endswith(".")
    assert lying_in(tmp_path) == before


def test_a_profile_with_a_misspelt_key_is_refused_by_every_command(
    process: Command, file: Path, bundle: Path, tmp_path: Path
) -> None:
    package = Path(__file__).parents[2] / "src" / "strategikort"
    own = tmp_path / "own" / "strategikort"
    shutil.copytree(package, own, ignore=shutil.ignore_patterns("desktop"))
    profile = own / "resources" / "profiles" / "helsingoer.toml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("max_goals =", "max_goal ="), encoding="utf-8")
    line = profile.read_text(encoding="utf-8").split("max_goal =")[0].count("\n") + 1
    new, before = tmp_path / "ny.strategikort", file.read_bytes()
    for arguments in (
        ("check", file),
        ("print", file, "--all", "-o", tmp_path / "ud"),
        ("import", bundle, new),
        ("new", new),
    ):
        said = refused(process(*arguments, PYTHONPATH=str(own.parent)))
        assert said == f"helsingoer.toml, linje {line}: »thresholds.max_goal« findes ikke. Mente du »max_goals«?"
    assert file.read_bytes() == before
    assert not new.exists() and not (tmp_path / "ud").exists()
