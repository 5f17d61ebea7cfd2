"""What the program does not load before its window is seen."""

import subprocess
import sys

from tests.house.sources import ROOT

ASKED_RARELY = ("networkx",)


def test_what_is_asked_rarely_is_not_loaded_at_the_start() -> None:
    program = f"import sys, strategikort.desktop.app; print([one for one in {ASKED_RARELY} if one in sys.modules])"
    environment = {"PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
