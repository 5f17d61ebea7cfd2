"""The goals above that a goal most likely belongs to, the likeliest first: what the mends *Forbind ...* offer."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from typing import Final

from strategikort.cascade.graph import Period, days_of, overlap
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.verdicts import counts
from strategikort.domain.document import Document
from strategikort.domain.goals import CentreGoal, DecisionStatus, Effort, Goal, PoliticalGoal, UnitGoal
from strategikort.domain.links import LinkKind
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import folded

MOST: Final = 3
"""So many are offered: more is a list to be read, and for that there is the dialog."""

_SMALL: Final = 4
"""Shorter words tie no two titles together."""

_ABOVE: Final[dict[type[Goal], tuple[type[Goal], ...]]] = {
    CentreGoal: (PoliticalGoal,),
    UnitGoal: (CentreGoal,),
    Effort: (UnitGoal,),
}


def likeliest(
    check: Check, goal: Goal, among: Iterable[Id], fits: Callable[[Goal], bool], *, first: Iterable[Id] = ()
) -> list[Goal]:
    """At most three goals of ``among`` that hold on days of ``goal`` and fit.

    Those named ``first`` come first, then those that share words with it, its theme, and those that come up most.
    """
    days, words, theme = days_of(check.document, goal), words_of(goal.title), folded(goal.theme)
    named, neighbours = frozenset(first), Counter(among)
    ranked: list[tuple[bool, int, bool, int, str, Id, Goal]] = []
    for identity in (*named, *(one for one in neighbours if one not in named)):
        if found := check.document.get(Goal, identity):
            shared = len(words & words_of(found.title))
            other = not theme or folded(found.theme) != theme
            ranked.append((identity not in named, -shared, other, -neighbours[identity], found.title, identity, found))
    in_order = (one[-1] for one in sorted(ranked, key=lambda one: one[:-1]))
    return list(islice((one for one in in_order if overlap(days, days_of(check.document, one)) and fits(one)), MOST))


@lru_cache(maxsize=20_000)
def words_of(title: str) -> frozenset[str]:
    """The words of a title that can tie it to another."""
    return frozenset(word for word in folded(title).split() if len(word) >= _SMALL)


def above(profile: Profile, goal: Goal) -> tuple[type[Goal], ...]:
    """The kinds of goal that one is offered; without a centre level a unit's goal stands under the council's."""
    return (PoliticalGoal,) if type(goal) is UnitGoal and not profile.has_centre_level else _ABOVE.get(type(goal), ())


def nearby(check: Check, goal: Goal) -> list[Id]:
    """The goals above that lie near, each as often as another goal of the same owner supports it, or once.

    Those of its centre, for an effort those of its unit, and what the council gave its centre or unit to do. Where
    that is nothing, the council's goals that share a word with it. Cost: what the unit and its centre own.
    """
    kinds = above(check.profile, goal)
    if goal.owner is None or not kinds:
        return []
    found = [
        link.upper
        for neighbour in check.of(Goal, "owner", goal.owner)
        if type(neighbour) is type(goal) and neighbour.id != goal.id
        for link in check.document.links_up(neighbour.id)
        if isinstance(check.document.get(Goal, link.upper), kinds)
    ]
    centre = home_of(check, goal)
    if PoliticalGoal in kinds:
        return [*found, *_given(check, goal.owner, centre)] or _sharing_words(check, goal)
    own = goal.owner if type(goal) is Effort else centre
    found += [one.id for one in (check.of(Goal, "owner", own) if own else ()) if isinstance(one, kinds)]
    return found


def home_of(check: Check, goal: Goal) -> Id | None:
    """The centre that a goal's owner belongs to when the goal begins."""
    return check.places.centre_of(goal.owner, days_of(check.document, goal)[0])


def _given(check: Check, *orgs: Id | None) -> list[Id]:
    fields = ("responsible_centres", "applies_to")
    found = (one.id for org in orgs if org for field in fields for one in check.of(PoliticalGoal, field, org))
    return list(dict.fromkeys(found))


def _sharing_words(check: Check, goal: Goal) -> list[Id]:
    words = words_of(goal.title)
    decided = check.of(PoliticalGoal, "decision_status", Id(DecisionStatus.ADOPTED.value)) if words else ()
    return [one.id for one in decided if words & words_of(one.title)]


def heirs(document: Document, goals: Iterable[Id]) -> list[Id]:
    """What replaced these goals, and what replaced that."""
    found: dict[Id, None] = {}
    waiting = list(goals)
    while waiting:
        for link in document.links_down(waiting.pop(), LinkKind.SUPERSEDES):
            if link.lower not in found:
                found[link.lower] = None
                waiting.append(link.lower)
    return list(found)


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
