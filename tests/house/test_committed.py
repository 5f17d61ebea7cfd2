"""What is committed: sources, nothing generated; a lock file that any registry can serve."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT

LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked(*arguments: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z", *arguments], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this copy of the project is not a clone")
    return [name for name in listed.stdout.split("\0") if name]


@pytest.mark.needs("git")
def test_nothing_that_is_ignored_or_generated_is_committed() -> None:
    assert tracked("-ci", "--exclude-standard") == []
    assert [
        name for name in tracked() if "/desktop/forms/" in name or name.startswith("src/strategikort/resources")
    ] == []


@pytest.mark.needs("git")
def test_no_committed_text_ends_its_lines_in_another_way() -> None:
    texts = [ROOT / name for name in tracked() if Path(name).suffix in (".py", ".toml", ".md", ".ui", ".ts", ".svg")]
    assert [path for path in texts if path.exists() and b"\r\n" in path.read_bytes()] == []


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert re.findall(r"^\s*-(?!-hash=)\S+", LOCK, re.MULTILINE) == []


def test_everything_in_the_lock_has_its_version_and_hashes() -> None:
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    assert [block for block in blocks if not re.match(r"[a-z0-9._-]+==\S+.*\\\n\s+--hash=sha256:", block)] == []


def test_the_lock_holds_all_that_the_project_asks_for() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~;\[ ]", one)[0] for one in asked}
    assert names - set(re.findall(r"^([a-z0-9._-]+)==", LOCK, re.MULTILINE)) == set()
