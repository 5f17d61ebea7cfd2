"""When rubbish is looked for: not while much is made that stays, where that would take a third of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nobody looks for rubbish meanwhile; what is in no ring is freed at once all the same."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def settle() -> None:
    """Look for rubbish from now on, but not in what is there: it stays, and is long to look through."""
    gc.freeze()
    gc.enable()


def unsettle() -> None:
    """Something large has gone: the next time, look through all that is there."""
    gc.unfreeze()
