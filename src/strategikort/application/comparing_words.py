"""What differs in a goal between two states, in words."""

from collections.abc import Callable
from typing import Final

from strategikort.application.comparing import Compared
from strategikort.domain.phrases import Wording

_DIFFERS: Final = {
    "title": "title",
    "kind": "kind",
    "description": "words",
    "why": "words",
    "success_criterion": "words",
    "valid_from": "days",
    "valid_to": "days",
    "owner": "owner",
    "responsible": "owner",
    "state": "state",
    "code": "code",
}
"""In which word a field of a goal is told to differ; those of the others is *other*."""


def differing(row: Compared, text: Callable[[str], str], words: Wording) -> list[str]:
    """What says something else now, each thing once; ``text`` gives the words that many rows have."""
    found = list(dict.fromkeys(text(f"tables.differs.{_DIFFERS.get(one, 'other')}") for one in row.fields))
    if row.before and row.after and row.before.title != row.after.title:
        found[0] = words.text("tables.differs.title_was", old=row.before.title)
    return found
