"""What holds for every test: no screen, no state outside the test's folder, and no part silently missing."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
IN_CI = os.environ.get("CI", "").lower() == "true"

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=IN_CI)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def state_of_this_test(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder of programs that a test starts; never the user's own."""
    folder = tmp_path_factory.getbasetemp() / "state"
    monkeypatch.setenv("STRATEGIKORT_STATE", str(folder))
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    """``@pytest.mark.needs("pdftoppm")``: a program that the test drives. Absent: skipped, and under CI failed."""
    for mark in item.iter_markers("needs"):
        missing = [part for part in mark.args if shutil.which(part) is None]
        if missing and IN_CI:
            pytest.fail(f"missing here: {', '.join(missing)}", pytrace=False)
        if missing:
            pytest.skip(f"missing here: {', '.join(missing)}")
