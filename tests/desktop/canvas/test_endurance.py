"""A very long day at one map: nothing breaks, and memory is what it was when everything had been done a few times.

How many things are done: ``STRATEGIKORT_ENDURANCE``, 200,000 if nothing is said.
"""

import gc
import os
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.desktop.canvas.test_user import EDITS, User, at_work

WHOLE_DAY = 200_000
SHORT = 150
LEFT_A_THING = 50
"""So many objects at most stay for each thing done: its step in what can be undone, its records, its words."""
WARM = 0.1
GROWTH = 1.1
MOST_CARDS = 40
EVERY = 50
"""So often what waits is done and the scene is compared with the document."""
HAND = (*EDITS, "undo", "undo", "redo", "all", "map")


def resident() -> int:
    """How much memory the process holds, in bytes, with the garbage out of the way."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def hold_out(user: User, things: int, chance: random.Random) -> None:
    """Do so many things; a map that gets full is thinned out."""
    for number in range(things):
        full = len(user.drawn.view.map_scene.card_items()) > MOST_CARDS
        what = "delete" if full and number % 2 else chance.choice(HAND)
        user.do(what, chance.randrange(60), chance.randrange(60))
        if number % EVERY == 0:
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert user.drawn.is_the_document(), what


def objects() -> int:
    gc.collect()
    return len(gc.get_objects())


def test_a_short_day_at_one_map_leaves_hardly_any_objects_behind(dress: None) -> None:
    with at_work() as user:
        chance = random.Random(2015)
        hold_out(user, SHORT, chance)
        items, before = len(user.drawn.view.map_scene.items()), objects()
        hold_out(user, SHORT, chance)
        assert len(user.drawn.view.map_scene.items()) == items
        assert objects() - before < LEFT_A_THING * SHORT


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read where Linux tells it")
def test_two_hundred_thousand_things_in_one_process_leave_memory_as_it_was(dress: None) -> None:
    things = int(os.environ.get("STRATEGIKORT_ENDURANCE", WHOLE_DAY))
    with at_work() as user:
        chance = random.Random(2015)
        hold_out(user, round(things * WARM), chance)
        warm = resident()
        hold_out(user, things - round(things * WARM), chance)
        assert resident() <= GROWTH * warm, f"{warm / 2**20:.0f} MB before, {resident() / 2**20:.0f} MB after"
