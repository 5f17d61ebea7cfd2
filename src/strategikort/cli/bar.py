"""The bar that shows how far long work has come, where a person is watching."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn


@contextmanager
def bar(text: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar under a text on standard error, and what takes it a step on; nothing is shown where no terminal is."""
    screen = Console(stderr=True, highlight=False)
    with Progress(
        TextColumn(text),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    ) as progress:
        yield partial(progress.advance, progress.add_task("", total=total))
