"""*Forbind til ...*: the goals above that a goal without a thread most likely belongs to, offered as mends."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Final

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import Period, days_of, overlap
from strategikort.cascade.places import places_of
from strategikort.cascade.verdicts import counts
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits.links import link_goals, why_not
from strategikort.domain.edits.records import derived_id
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.goals import CentreGoal, Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.phrases import phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded

_MOST: Final = 3
_SMALL: Final = 4
"""Shorter words tie no two titles together."""

_ABOVE: Final[dict[type[Goal], tuple[type[Goal], ...]]] = {
    CentreGoal: (PoliticalGoal,),
    UnitGoal: (CentreGoal,),
    Effort: (UnitGoal,),
}


def joins(document: Document, *, profile: Profile, goal: Id) -> tuple[Mend, ...]:
    """Links from a goal that has none upward to at most three goals that it may stand under and whose thread reaches.

    Those come first that share words with it, then those that its neighbours support most; where the unit has no
    neighbours the goals of its centre, and its own goals for an effort. Nothing for a goal that is gone. Cost: what its
    unit and its centre own, and once for a document to sort goals by owner.
    """
    lower = document.get(Goal, goal)
    if lower is None:
        return ()
    days, words = days_of(document, lower), _words(lower.title)
    ranked: list[tuple[int, int, str, Goal]] = []
    for upper, neighbours in _near(document, profile, lower).items():
        found = document.get(Goal, upper)
        held = found and overlap(days, days_of(document, found))
        if found and held and _fits(document, profile, lower, found):
            ranked.append((-len(words & _words(found.title)), -neighbours, found.title, found))
    ranked.sort(key=lambda one: (*one[:3], one[3].id))
    return tuple(_join(profile, lower, upper) for *_, upper in ranked[:_MOST])


def _near(document: Document, profile: Profile, goal: Goal) -> Counter[Id]:
    """The goals above that lie near: how many of the unit's other goals support each."""
    above, owned = _above(profile, goal), document.grouped(Goal, "owner")
    found: Counter[Id] = Counter()
    if goal.owner is None:
        return found
    for neighbour in owned.get(goal.owner, ()):
        if type(neighbour) is type(goal) and neighbour.id != goal.id:
            found.update(link.upper for link in document.links_up(neighbour.id) if _is(document, link.upper, above))
    home: Id | None = goal.owner
    if type(goal) is not Effort:
        home = places_of(document).centre_of(goal.owner, days_of(document, goal)[0])
    for own in owned.get(home, ()) if home and type(goal) is not CentreGoal else ():
        if isinstance(own, above):
            found.setdefault(own.id, 0)
    return found


def _above(profile: Profile, goal: Goal) -> tuple[type[Goal], ...]:
    """The kinds of goal that one is offered; without a centre level a unit's goal stands under the council's."""
    return (PoliticalGoal,) if type(goal) is UnitGoal and not profile.has_centre_level else _ABOVE[type(goal)]


def _is(document: Document, goal: Id, kinds: tuple[type[Goal], ...]) -> bool:
    return isinstance(document.get(Goal, goal), kinds)


def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in folded(title).split() if len(word) >= _SMALL)


def _fits(document: Document, profile: Profile, lower: Goal, upper: Goal) -> bool:
    """Whether the link may be made and gives the lower goal a thread in its days."""
    legal = why_not(document, profile=profile, kind=LinkKind.REALISES, lower=lower, upper=upper) is None
    return legal and (type(lower) is Effort or leads_up(document, upper.id, days_of(document, lower)))


def leads_up(document: Document, goal: Id, days: Period) -> bool:
    """Whether a goal is, or leads up to, a political goal that counts in these days. Cost: what lies above."""
    seen, waiting = {goal}, [goal]
    while waiting:
        one = document.get(Goal, waiting.pop())
        if isinstance(one, PoliticalGoal):
            if counts(one) and overlap(days, (one.valid_from, one.valid_to)):
                return True
            continue
        for link in document.links_up(one.id) if one else ():
            if link.upper not in seen:
                seen.add(link.upper)
                waiting.append(link.upper)
    return False


def _join(profile: Profile, lower: Goal, upper: Goal) -> Mend:
    made = partial(_linked, profile=profile, lower=lower.id, upper=upper.id)
    return Mend(phrase("mend.join", upper=name_of(upper)), made)


def _linked(document: Document, *, profile: Profile, lower: Id, upper: Id) -> ChangeSet:
    """The link. Raises EditRefused as `link_goals` does, or ``link.no_thread`` if it would give no thread any more."""
    below, above = existing(document, Goal, lower), existing(document, Goal, upper)
    fresh = (one for one in _names(lower, upper) if document.get(Link, one) is None)
    made = link_goals(document, profile=profile, new_id=partial(next, fresh), lower=lower, upper=upper)
    if not _fits(document, profile, below, above):
        raise EditRefused("link.no_thread", goal=name_of(above))
    return made


def _names(lower: Id, upper: Id) -> Iterator[Id]:
    number = 0
    while True:
        yield derived_id("join", lower, upper, str(number))
        number += 1
