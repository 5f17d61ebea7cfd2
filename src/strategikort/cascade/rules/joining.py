"""*Forbind til ...* and *Forbind i stedet til ...*: links to the goals above that a goal most likely belongs to."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from strategikort.cascade.breaks import name_of
from strategikort.cascade.findings import Mend
from strategikort.cascade.graph import days_of
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.rules.near import heirs, leads_up, likeliest, nearby
from strategikort.cascade.sealed import is_sealed
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.links import (
    link_goals,
    move_link_end,
    stands_under,
    unlink,
    why_not,
    why_not_moved,
    without_link,
)
from strategikort.domain.edits.locks import COUNCILS, lock_on
from strategikort.domain.edits.records import derived_id
from strategikort.domain.edits.refusal import EditRefused, existing
from strategikort.domain.goals import Effort, Goal, PoliticalGoal
from strategikort.domain.links import Link, LinkEnd, LinkKind
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id


def joins(
    check: Check, goal: Id, *, among: Iterable[Id] | None = None, only: Callable[[Goal], bool] = lambda _: True
) -> tuple[Mend, ...]:
    """Links from a goal to at most three goals, `nearby` ones or of ``among``, that it may stand under and that reach.

    What replaced the goals that it stands under comes first. Cost: what its unit and its centre own.
    """
    document, lower = check.document, check.document.get(Goal, goal)
    if lower is None:
        return ()
    replaced = heirs(document, (link.upper for link in document.links_up(goal)))

    def fits(upper: Goal) -> bool:
        return only(upper) and _unsealed(document, lower, upper) and _fits(document, check.profile, lower, upper)

    near = nearby(check, lower) if among is None else among
    return tuple(join(check.profile, lower, upper) for upper in likeliest(check, lower, near, fits, first=replaced))


def join(profile: Profile, lower: Goal, upper: Goal) -> Mend:
    """The link between two goals as a mend."""
    return Mend(
        phrase("mend.join", upper=name_of(upper)), partial(_linked, profile=profile, lower=lower.id, upper=upper.id)
    )


def _unsealed(document: Document, lower: Goal, upper: Goal) -> bool:
    """Whether an effort would not come under a goal whose agreement has been signed without it."""
    return not isinstance(lower, Effort) or not is_sealed(document, upper.id)


def _fits(document: Document, profile: Profile, lower: Goal, upper: Goal) -> bool:
    """Whether the link may be made and gives the lower goal a thread in its days."""
    legal = why_not(document, profile=profile, kind=LinkKind.REALISES, lower=lower, upper=upper) is None
    return legal and _reaches(document, lower, upper)


def _reaches(document: Document, lower: Goal, upper: Goal) -> bool:
    """Whether ``lower`` has a thread by ``upper``, and no ring: wrong links may lead down from it."""
    found = isinstance(lower, (Effort, PoliticalGoal)) or leads_up(document, upper.id, days_of(document, lower))
    return found and not stands_under(document, upper.id, lower.id)


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


def instead(check: Check, link: Link, among: Iterable[Id]) -> tuple[Mend, ...]:
    """The upper end of a link led to one of at most three goals of ``among``, if the thread reaches by it."""
    document, lower = check.document, existing(check.document, Goal, link.lower)
    if lower.kind in COUNCILS and lock_on(document, lower):
        return ()
    without = without_link(document, link)

    def fits(upper: Goal) -> bool:
        refused = why_not_moved(without, profile=check.profile, link=link, end=LinkEnd.UPPER, goal=upper)
        return refused is None and _unsealed(document, lower, upper) and _reaches(without, lower, upper)

    return tuple(
        Mend(
            phrase("mend.instead", upper=name_of(upper)),
            partial(move_link_end, link=link.id, profile=check.profile, end=LinkEnd.UPPER, goal=upper.id),
        )
        for upper in likeliest(check, lower, among, fits)
    )


def cut(check: Check, link: Link) -> Mend:
    """A link taken away."""
    apart = not is_sealed(check.document, link.id)
    return Mend(naming(check, "mend.unlink", link), partial(unlink, link=link.id), after_signing=apart)


def naming(check: Check, code: str, link: Link) -> Phrase:
    """A sentence that names both goals of a link."""
    lower, upper = (goal_titled(check.document, end) for end in (link.lower, link.upper))
    return phrase(code, lower=lower, upper=upper)


def spare(check: Check, link: Link) -> bool:
    """Whether the lower goal of a link keeps its thread, or an effort its goal, without that link."""
    lower = check.document.get(Goal, link.lower)
    if lower is None:
        return True
    others = [one.upper for one in check.document.links_up(lower.id) if one.id != link.id]
    if isinstance(lower, Effort):
        return bool(others)
    return any(leads_up(check.document, one, days_of(check.document, lower)) for one in others)
