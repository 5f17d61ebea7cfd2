"""Every numbered step of the help can be done as it is written, in the real window, and does what the page says."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from strategikort.application.help.book import read_book
from strategikort.application.help.showing import said
from strategikort.desktop.help.names import WindowNames
from tests.desktop.help import walks_of_agreements, walks_of_maps, walks_of_overviews, walks_of_papers, walks_of_sheets
from tests.desktop.help.stage import WALKS, Stage, staged
from tests.desktop.help.walker import Walker, steps_of

STEPS = steps_of(read_book("da"))
assert all((walks_of_agreements, walks_of_maps, walks_of_overviews, walks_of_papers, walks_of_sheets)), (
    "they fill the table of walks"
)


@pytest.fixture(scope="module")
def one_stage(dress: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(tmp_path_factory.mktemp("stage")) as stage:
        stage.tidy()
        yield stage


@pytest.fixture
def stage(one_stage: Stage, qtbot: QtBot) -> Iterator[Stage]:
    one_stage.qtbot = qtbot
    yield one_stage
    one_stage.tidy()


def test_every_list_of_steps_is_walked() -> None:
    assert sorted(STEPS) == sorted(WALKS)


@pytest.mark.parametrize("place", STEPS)
def test_what_the_help_says_can_be_done_and_happens(stage: Stage, qtbot: QtBot, place: str) -> None:
    walker, seen = Walker(qtbot, stage.program), WALKS[place](stage)
    next(seen)
    going = True
    for number, step in enumerate(STEPS[place], 1):
        assert going, f"{place} has a step {number} after which nobody looks"
        try:
            walker.do(step)
            going = next(seen, "over") != "over"
        except Exception as failure:
            raise AssertionError(f"{place}, step {number}: {said(step, WindowNames())}") from failure
    assert not going, f"{place} has fewer steps than its walk"
