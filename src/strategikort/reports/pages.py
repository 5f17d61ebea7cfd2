"""Slabs set on pages: where each one stands, decided before anything is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategikort.reports.slabs import Slab


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab with the height of its upper edge above the foot of the text area. ``again`` marks a repeated head."""

    slab: Slab
    y: float
    again: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """A place in the flow where a new page begins."""


class Pages:
    """The pages being filled, each ``height`` points high; slabs go on the last one."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.filled: list[list[Placed]] = [[]]
        self._room = height

    @property
    def room(self) -> float:
        """What is left on the last page."""
        return self._room

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the last page yet."""
        return not self.filled[-1]

    def turn(self) -> None:
        """Begin a new page, unless the last one is still empty."""
        if not self.fresh:
            self.filled.append([])
            self._room = self.height

    def place(self, slab: Slab) -> None:
        """Set a slab, over as many pages as it takes."""
        rest: Slab | None = slab
        while rest is not None:
            rest = self._set(rest)

    def _set(self, slab: Slab) -> Slab | None:
        """Set what fits of a slab on the last page; gives what is left for the next one."""
        head = slab.head if self.fresh else None
        if head is not None:
            self._put(head, again=True)
        air = 0.0 if self.fresh or head is not None else slab.before
        if air + slab.height <= self._room + 0.01:
            self._room -= air
            self._put(slab)
            return None
        alone = len(self.filled[-1]) <= (head is not None)
        parts = slab.split(self._room - air) if slab.splits or alone else None
        if parts is None and not alone:
            self.turn()
            return slab
        if parts is None:
            self._put(slab)
            return None
        self._room -= air
        self._put(parts[0])
        self.turn()
        return parts[1]

    def _put(self, slab: Slab, *, again: bool = False) -> None:
        self.filled[-1].append(Placed(slab, self._room, again))
        self._room -= slab.height


def paged(flow: Sequence[Slab | NewPage], height: float) -> list[list[Placed]]:
    """The flow on pages of ``height``. What must stay with its follower goes to a new page with it."""
    pages = Pages(height)
    at = 0
    while at < len(flow):
        chain: list[Slab] = []
        for item in flow[at:]:
            if isinstance(item, NewPage):
                break
            chain.append(item)
            if not item.keep:
                break
        if not chain:
            pages.turn()
            at += 1
            continue
        at += len(chain)
        needed = sum(slab.before + slab.height for slab in chain[:-1]) + chain[-1].before + chain[-1].least
        if needed > pages.room:
            pages.turn()
        for slab in chain:
            pages.place(slab)
    return pages.filled
