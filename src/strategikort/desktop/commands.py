"""What the window can do, room by room: each room hands in what does its actions and which of them make sense now."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol


class Commands(Protocol):
    """The actions of one room, by their names in the table of actions."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each action."""
        ...

    def able(self) -> Mapping[str, bool]:
        """Whether each action that depends on something can be done now; others always can."""
        ...


def all_handlers(rooms: Iterable[Commands]) -> dict[str, Callable[[], object]]:
    """The handlers of all rooms. No two rooms have the same action: a ValueError, a bug of ours."""
    found: dict[str, Callable[[], object]] = {}
    for room in rooms:
        own = room.handlers()
        twice = found.keys() & own.keys()
        if twice:
            raise ValueError(f"two rooms do {sorted(twice)}")
        found.update(own)
    return found
