"""What the program does not load before its window is seen."""

import importlib
import subprocess
import sys
from importlib.util import find_spec

from strategikort.late import LATE
from tests.house.sources import ROOT

ASKED_RARELY = ("alembic", "docx", "hunspell", "lxml", "networkx", "PIL", "pypdfium2", "reportlab", "rich", "typer")

LOADED = f"""
import sys
from strategikort import __main__, late
__main__.windows()
print([one for one in {ASKED_RARELY} if one in sys.modules])
print(sorted(one for one in late.LATE if one in sys.modules and not late.is_waiting(sys.modules[one])))
"""


def test_what_is_asked_rarely_is_not_loaded_at_the_start() -> None:
    environment = {"PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["[]", "[]"]


def test_what_waits_is_there_when_it_is_asked_for() -> None:
    assert [name for name in LATE if find_spec(name) is None] == []


def test_a_late_module_answers_for_what_it_does_not_have() -> None:
    from_late = importlib.import_module("strategikort.desktop.keys.sheet")
    assert hasattr(from_late, "KeySheet")
    assert not hasattr(from_late, "Palette")
