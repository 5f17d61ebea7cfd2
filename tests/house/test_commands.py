"""The script of the two commands: what it says when it is asked for something else."""

import subprocess
import sys

from tests.house.sources import ROOT


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "packaging/dev.py", *arguments], cwd=ROOT, capture_output=True, text=True)


def test_an_unknown_command_is_answered_with_the_known_ones() -> None:
    ran = dev("tset")
    assert ran.returncode == 2
    assert "dev.py demo" in ran.stderr and "dev.py test" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_pictures_need_a_folder_to_be_written_to() -> None:
    ran = dev("screens")
    assert (ran.returncode, ran.stderr) == (2, "usage: python3 packaging/dev.py screens DIR\n")
