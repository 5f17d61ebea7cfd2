"""Where the commands run: the virtual environment, the system's packages, the generated folders. Standard library only.

A stamp in the environment says what it was made from, so a second run only compares. A set-up that was interrupted
leaves a mark, and the next run begins it anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "ready.json"
UNFINISHED = VENV / "unfinished"
GENERATED = (ROOT / "src/strategikort/desktop/forms/__init__.py", ROOT / "src/strategikort/resources")
OLDEST, NEWEST = (3, 11), (3, 14)

QT = ("libglib2.0-0", "libgl1", "libegl1", "libfontconfig1", "libdbus-1-3", "libxkbcommon0")
SCREEN = (
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-randr0"),
    *("libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0", "libx11-xcb1", "libcups2"),
)
READ_ALOUD = ("xvfb", "dbus-daemon", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi")
TESTED = ("git", "hunspell-da", "libnss3-tools", "poppler-utils", "postgresql", "softhsm2", *SCREEN, *READ_ALOUD)


class Unfit(Exception):
    """The machine or the arguments will not do; the text is one line for the person."""


def ready(packages: tuple[str, ...]) -> Path:
    """The environment's Python, with everything in place that the lock, the project and ``packages`` ask for.

    Raises:
        Unfit: Something is missing that only the person can install.
        CalledProcessError: An installation failed; running again repairs it.
    """
    stamp = _stamp()
    made_from = _made_from()
    system = set(stamp.get("system", "").split())
    if stamp.get("made_from") != made_from or not _python().exists():
        _check_version()
        _install_system((*_venv_package(), *packages))
        _install()
        stamp = {}
    elif not system.issuperset(packages):
        _install_system(packages)
    sources = _sources()
    if stamp.get("sources") != sources or not all(path.exists() for path in GENERATED):
        _quiet([_python(), ROOT / "hatch_build.py"])
    wanted = {"made_from": made_from, "system": " ".join(sorted({*system, *packages})), "sources": sources}
    if stamp != wanted:
        STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    return _python()


def has_screen() -> bool:
    """Whether a window can be shown here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def lock(*, upgrade: bool) -> int:
    """Write the lock file anew; what it holds is kept unless ``upgrade`` is set or the project asks for more."""
    found = shutil.which("uv") or shutil.which("uv", path=str(_python().parent))
    if found is None:
        raise Unfit("Writing the lock file needs uv: install it and run this again.")
    chosen = ["--upgrade"] if upgrade else []
    export = ["export", "--format", "requirements-txt", "--no-emit-project", "--all-groups", "--no-header", "--quiet"]
    return subprocess.run([found, *export, *chosen, "-o", str(LOCK)], cwd=str(ROOT)).returncode


def _stamp() -> dict[str, str]:
    """What the environment was made from; nothing where it is absent, half made or from elsewhere."""
    try:
        read = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) and not UNFINISHED.exists() else {}


def _made_from() -> str:
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml", ROOT / "hatch_build.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> str:
    """A mark of what the generated folders are made from: names, sizes and times."""
    digest = hashlib.sha256()
    for top in (ROOT / "ui", ROOT / "resources"):
        for folder, folders, files in os.walk(top):
            folders.sort()
            for name in sorted(files):
                about = os.stat(os.path.join(folder, name))
                digest.update(f"{folder}/{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _check_version() -> None:
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Unfit("Strategikort needs Python 3.11 to 3.14; this one is {}.{}.".format(*sys.version_info[:2]))


def _install() -> None:
    """Make the environment as the lock says, with the project in it as it stands in this folder."""
    _say("Setting up .venv (a few minutes the first time) ...")
    uv = shutil.which("uv")
    _make_environment(uv)
    if uv:
        pip: list[str | Path] = [uv, "pip", "install", "--quiet", "--python", _python()]
    else:
        pip = [_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    _quiet([*pip, "--no-deps", "--require-hashes", "-r", LOCK])  # the lock is whole: nothing is to be chosen anew
    _quiet([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT])
    UNFINISHED.unlink()


def _make_environment(uv: str | None) -> None:
    """An environment that answers; one that was left half made, broken or moved is made from the beginning."""
    if VENV.exists() and (UNFINISHED.exists() or not _answers()):
        shutil.rmtree(VENV)
    fresh = not VENV.exists()
    VENV.mkdir(exist_ok=True)
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    if fresh:
        by_uv = [str(uv), "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)]
        _quiet(by_uv if uv else [sys.executable, "-m", "venv", str(VENV)])


def _answers() -> bool:
    """Whether the environment's Python runs, is of a version that we support, and belongs to this folder."""
    asked = "import sys; print(sys.prefix); print(sys.version_info[0] * 100 + sys.version_info[1])"
    try:
        run = subprocess.run([str(_python()), "-c", asked], capture_output=True, text=True, check=True)
        place = (_python().parent / "activate").read_text(encoding="utf-8") if os.name != "nt" else str(VENV)
    except (OSError, subprocess.CalledProcessError):
        return False
    low, high = (major * 100 + minor for major, minor in (OLDEST, NEWEST))
    prefix, version = run.stdout.split("\n")[:2]
    return low <= int(version) <= high and Path(prefix).resolve() == VENV.resolve() and str(VENV) in place


def _venv_package() -> tuple[str, ...]:
    if shutil.which("uv") or importlib.util.find_spec("ensurepip"):
        return ()
    version = "python{}.{}".format(*sys.version_info[:2])
    return ("python3-venv",) if os.path.realpath("/usr/bin/python3").endswith(version) else (f"{version}-venv",)


def _install_system(packages: tuple[str, ...]) -> None:
    """On Debian and its kin, what is missing by apt: as root or with a sudo that does not ask. Elsewhere nothing."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = sorted(set(packages) - _installed())
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    unasked = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if unasked and not _may_install(unasked):
        raise Unfit(
            "Some of the system's packages are missing. Run this, then the command again:  sudo " + " ".join(install)
        )
    _say("Installing " + ", ".join(missing) + " ...")
    for command in (["apt-get", "update", "-qq"], [*install, "-qq"]):
        _quiet([*unasked, "env", "DEBIAN_FRONTEND=noninteractive", *command], stdout=subprocess.DEVNULL)


def _may_install(unasked: list[str]) -> bool:
    """Whether sudo is there and lets us in without asking."""
    return bool(shutil.which("sudo")) and subprocess.run([*unasked, "true"], capture_output=True).returncode == 0


def _installed() -> set[str]:
    """The names of installed packages, with those that they stand in for."""
    query = ["dpkg-query", "-W", "-f=${db:Status-Status}\t${Package}, ${Provides}\n"]
    names: set[str] = set()
    for line in subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines():
        status, _, provided = line.partition("\t")
        if status == "installed":
            names.update(name.split(" ")[0].split(":")[0] for name in provided.split(", "))
    return names


def _quiet(command: Sequence[str | Path], *, stdout: int | None = None) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=str(ROOT), stdout=stdout)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
