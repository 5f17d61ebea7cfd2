"""What a person can do with goals in the list of goals: hang them under another goal than before."""

from collections.abc import Iterable

from strategikort.domain.changes import Change, ChangeSet, added
from strategikort.domain.document import Document, goal_titled
from strategikort.domain.edits.links import move_link_end, realising, why_not, without_link
from strategikort.domain.edits.locks import unlocked_below
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import Goal, list_order
from strategikort.domain.links import Link, LinkEnd, LinkKind
from strategikort.domain.phrases import Phrase, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

Hung = tuple[Id, Id | None]
"""A goal, and the goal that it stands under where it was taken; None where it stands under none."""


def rehang(
    document: Document, *, profile: Profile, new_id: NewId, goals: Iterable[Hung], upper: Id, keep: bool = False
) -> ChangeSet:
    """Let goals support ``upper`` instead of the goal that they were taken from, or with ``keep`` beside it.

    A link that moves keeps its strength and note. What stands under ``upper`` already is left where it is.

    Raises:
        EditRefused: ``gone``, ``locked``, or as `why_not` says; ``link.twice`` if all stand there already.
    """
    target, hung = existing(document, Goal, upper), dict(goals)
    after, changes = document, list[Change]()
    elsewhere = [goal for goal, held in hung.items() if held != upper]
    if not elsewhere:
        names = ", ".join(goal_titled(document, goal) for goal in hung)
        raise EditRefused("link.twice", lower=names, upper=goal_titled(document, upper))
    for goal in elsewhere:
        lower = existing(document, Goal, goal)
        unlocked_below(document, lower)
        link = None if keep else _link(after, goal, hung[goal])
        if link:
            step = move_link_end(after, link.id, profile=profile, end=LinkEnd.UPPER, goal=upper).changes
        else:
            step = added([realising(after, profile=profile, new_id=new_id, lower=lower, upper=target)])
        after = after.with_changes(ChangeSet(phrase("edit.rehang"), step))
        changes += step
    return ChangeSet(_label(document, elsewhere, upper), tuple(changes))


def _label(document: Document, moved: list[Id], upper: Id) -> Phrase:
    if len(moved) > 1:
        return phrase("edit.rehang_many", n=len(moved), upper=goal_titled(document, upper))
    return phrase("edit.rehang", goal=goal_titled(document, moved[0]), upper=goal_titled(document, upper))


def legal_uppers(document: Document, *, profile: Profile, goal: Id, held: Id | None) -> list[Goal]:
    """The goals that ``goal`` can be hung under instead of ``held``, in the order of the list of goals.

    Cost: the goals of the levels above.
    """
    lower = existing(document, Goal, goal)
    link = _link(document, goal, held)
    without = without_link(document, link) if link else document
    kinds = {kind for kind in profile.levels if profile.allows(LinkKind.REALISES, lower.kind, kind)}
    found = [
        one
        for one in document.all(Goal).values()
        if one.kind in kinds
        and one.id != held
        and why_not(without, profile=profile, kind=LinkKind.REALISES, lower=lower, upper=one) is None
    ]
    return sorted(found, key=list_order)


def _link(document: Document, goal: Id, held: Id | None) -> Link | None:
    return next((link for link in document.links_up(goal) if link.upper == held), None)
