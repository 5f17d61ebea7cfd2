"""The wheel that people get: whole, and working in an empty environment far from the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.sources import ROOT

TOOLS = "Scripts" if os.name == "nt" else "bin"


def installer(python: Path) -> list[str]:
    """The command that installs into the environment of ``python``, by what made this one."""
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(python)]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install"]
    return [*pip, "--quiet", "--disable-pip-version-check", "--no-compile"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_forms_translations_and_resources(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    forms = {f"strategikort/desktop/forms/{source.stem}.py" for source in ROOT.glob("ui/*.ui")}
    files = [path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()]
    shipped = {path.with_suffix(".qm") if path.suffix == ".ts" else path for path in files}
    resources = {f"strategikort/resources/{path.as_posix()}" for path in shipped}
    assert (forms | resources) - held == set()
    assert {name for name in held if name.startswith("strategikort/resources/")} - resources == set()
    assert "strategikort/desktop/forms/__init__.py" in held


@pytest.mark.whole
def test_the_wheel_alone_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    """Installed with what it asks for, and no more, where there is nothing of the project."""
    place = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    subprocess.run([*installer(place / TOOLS / "python"), str(wheel)], check=True)
    alone = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "CI")}
    alone["STRATEGIKORT_STATE"] = str(tmp_path / "state")
    command = [str(place / TOOLS / "strategikort"), "demo", "--no-window", "--out", str(tmp_path / "out")]
    ran = subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(list((tmp_path / "out").glob("*.strategikort"))) == 1
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 62
