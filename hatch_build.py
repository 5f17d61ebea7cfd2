"""What the build makes from its sources: forms from ``ui/``, translations and resources, inside the package.

Both the wheel and the editable install read the git-ignored folders that this fills, so one look into them is a look
into what ships. ``python hatch_build.py`` does the same by hand.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path("src", "strategikort")
FORMS = PACKAGE / "desktop" / "forms"
RESOURCES = PACKAGE / "resources"
FORMS_INIT = '"""Forms compiled from the project\'s ``ui/`` folder; made by the build, never edited."""\n'


class CustomBuildHook(BuildHookInterface[Any]):
    """Fills the generated folders before hatchling looks at them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs ahead of the wheel and of the editable install."""
        generate(Path(self.root))


def generate(root: Path) -> list[Path]:
    """The files made anew under ``root``; what is up to date is left alone, what lost its source is removed.

    Raises:
        CalledProcessError: A form or a translation does not compile; the compiler has said why.
    """
    jobs = {**_forms(root), **_resources(root)}
    made = [target for target, (source, make) in jobs.items() if _stale(source, target) and _made(make, source, target)]
    for folder in (root / FORMS, root / RESOURCES):
        _remove_orphans(folder, set(jobs))
    init = root / FORMS / "__init__.py"
    if not init.exists() or init.read_text(encoding="utf-8") != FORMS_INIT:
        init.parent.mkdir(parents=True, exist_ok=True)
        init.write_text(FORMS_INIT, encoding="utf-8")
        made.append(init)
    return made


Job = tuple[Path, Callable[[Path, Path], object]]


def _forms(root: Path) -> dict[Path, Job]:
    return {root / FORMS / f"{source.stem}.py": (source, _uic) for source in sorted(root.glob("ui/*.ui"))}


def _resources(root: Path) -> dict[Path, Job]:
    jobs: dict[Path, Job] = {}
    for source in sorted((root / "resources").rglob("*")):
        target = root / RESOURCES / source.relative_to(root / "resources")
        if source.suffix == ".ts":
            jobs[target.with_suffix(".qm")] = (source, _lrelease)
        elif source.is_file():
            jobs[target] = (source, shutil.copyfile)
    return jobs


def _stale(source: Path, target: Path) -> bool:
    return not target.exists() or target.stat().st_mtime_ns != source.stat().st_mtime_ns


def _made(make: Callable[[Path, Path], object], source: Path, target: Path) -> bool:
    """Makes the target whole or not at all, with its source's time as the mark of being up to date."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.{os.getpid()}.half")
    time = source.stat().st_mtime_ns
    try:
        make(source, half)
        os.utime(half, ns=(time, time))
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return True


def _remove_orphans(folder: Path, wanted: set[Path]) -> None:
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_file() and found not in wanted and found.suffix not in (".pyc", ".half"):
            if found != folder / "__init__.py":
                found.unlink()
        elif found.is_dir() and not any(found.iterdir()):
            found.rmdir()


def _uic(source: Path, target: Path) -> None:
    subprocess.run([_qt_tool("libexec/uic"), "-g", "python", source, "-o", target], check=True)


def _lrelease(source: Path, target: Path) -> None:
    subprocess.run([_qt_tool("lrelease"), "-silent", source, "-qm", target], check=True)


def _qt_tool(name: str) -> Path:
    """The compiler that ships with PySide6, found without loading Qt."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("PySide6 is not installed; its compilers make the forms and translations")
    folder = Path(spec.submodule_search_locations[0])
    if sys.platform == "win32":
        return folder / f"{Path(name).name}.exe"
    return folder / "Qt" / name if name.startswith("libexec/") else folder / name


if __name__ == "__main__":
    for path in generate(Path(__file__).parent):
        print(path)
