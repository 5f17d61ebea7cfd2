"""What the papers of the house tell of is there: files, folders and commands."""

import re

import pytest

from strategikort.cli.app import COMMANDS
from tests.house.sources import ROOT

PAPERS = {path.name: path.read_text(encoding="utf-8") for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))}
SCRIPT = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_every_file_that_a_paper_links_to_is_there(name: str) -> None:
    home = ROOT if (ROOT / name).exists() else ROOT / "docs"
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", PAPERS[name]) if ":" not in link]
    assert [link for link in links if not (home / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_a_paper_names_is_there(name: str) -> None:
    paths = re.findall(r"`((?:docs|src|tests|resources|packaging|ui)/[\w./-]+)`", PAPERS[name])
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_command_that_a_paper_gives_is_known() -> None:
    text = "\n".join(PAPERS.values())
    given = set(re.findall(r"^(?:\.venv/bin/)?strategikort ([a-z][\w-]*)", text, re.MULTILINE))
    of_the_script = set(re.findall(r"dev\.py ([a-z]+)", text))
    assert given and of_the_script
    assert given - set(COMMANDS) == set()
    assert {name for name in of_the_script if f"def {name}(" not in SCRIPT} == set()


def test_the_quick_start_has_the_two_commands() -> None:
    start = PAPERS["README.md"].split("## Quick start")[1].split("##")[0]
    assert re.findall(r"^python3 .*$", start, re.MULTILINE) == [
        "python3 packaging/dev.py demo",
        "python3 packaging/dev.py test",
    ]
