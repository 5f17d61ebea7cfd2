"""What of a picture a change set can have touched; whatever is not named here is as it was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from strategikort.domain.agreements import Agreement
from strategikort.domain.changes import Change
from strategikort.domain.goals import Goal
from strategikort.domain.links import Link
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.organisation import Municipality, OrgUnit, Placement
from strategikort.domain.shape import Id

SEEN = (Goal, Link, MapPlace, StrategyMap, OrgUnit, Placement, Municipality, Agreement)
"""The kinds of record that a picture hangs on: what stands on it, what is said there, and whether threads reach."""

WORDS = ("code", "title", "short_title", "description", "why", "success_criterion", "balance", "layer")
"""The fields of a goal that are said on its own card at most, and neither decide what is shown nor what reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The ``goals`` whose own cards are to be made anew, and whether ``links`` or ``units`` are not as before.

    With ``only_words`` the same goals stand on the map in the same way, and each thread reaches as far as before.
    """

    goals: frozenset[Id] = frozenset()
    links: bool = False
    units: bool = False
    only_words: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the picture is as it was."""
        return self.only_words and not self.goals


def touched_by(changes: Iterable[Change]) -> Touched:
    """What the changes can have touched."""
    seen = [change for change in changes if isinstance(change.record, SEEN)]
    records = [record for change in seen for record in (change.before, change.after) if record]
    links = [record for record in records if isinstance(record, Link)]
    ends = {end for link in links for end in (link.lower, link.upper)}
    return Touched(
        goals=frozenset(ends | {record.id for record in records if isinstance(record, Goal)}),
        links=bool(links),
        units=any(isinstance(record, (OrgUnit, Placement, Municipality)) for record in records),
        only_words=all(_of_words(change) for change in seen),
    )


def _of_words(change: Change) -> bool:
    before, after = change.before, change.after
    if not isinstance(before, Goal) or not isinstance(after, Goal) or type(before) is not type(after):
        return False
    return replace(before, **{name: getattr(after, name) for name in WORDS}) == after
