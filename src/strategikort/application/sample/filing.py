"""The sample as a file: saved on its own day, in its own name and under identities made from names."""

from dataclasses import replace
from datetime import datetime, time
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from strategikort.application.sample.records import TODAY, identity
from strategikort.application.session import Desk, Session
from strategikort.domain.document import Document

SAVED_AT: Final = datetime.combine(TODAY, time(9))
SAVED_BY: Final = "Øresø Kommune"


def file_sample(file: Path, document: Document, *, desk: Desk) -> None:
    """Save a sample municipality as ``file``: the same bytes on every run and machine, whoever runs it.

    Raises:
        KnownFailure: something lies there already, or it cannot be written.
    """
    numbers = count(1)
    with TemporaryDirectory() as state:
        own = replace(
            desk,
            state_folder=Path(state),
            who=SAVED_BY,
            clock=lambda: SAVED_AT,
            new_id=lambda: identity("file", next(numbers)),
        )
        Session.create(file, document, desk=own).close()
