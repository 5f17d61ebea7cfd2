"""What a person can do to links: tie goals together, turn, move and cut the ties."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import unlocked_below
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import DecisionStatus, Goal, GoalState, PoliticalGoal
from strategikort.domain.links import Link, LinkEnd, LinkKind, Strength
from strategikort.domain.maps import MapPlace
from strategikort.domain.phrases import Phrase, Word, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.remembered import remembering
from strategikort.domain.shape import Id, with_values

_GONE: Final = (DecisionStatus.REPLACED, DecisionStatus.LAPSED)
"""What the council no longer stands by: it is not linked any more, though what replaces it may say so."""


def why_not(document: Document, *, profile: Profile, kind: LinkKind, lower: Goal, upper: Goal) -> EditRefused | None:
    """Why these two cannot be linked so, or None if they can. Cost: the links of ``lower``."""
    if lower.id == upper.id:
        return EditRefused("link.self", goal=_name(lower))
    if GoalState.CANCELLED in (lower.state, upper.state):
        return EditRefused(
            "link.cancelled",
            goal=_name(lower if lower.state is GoalState.CANCELLED else upper),
        )
    gone = next((one for one in (upper, lower) if _is_gone(one)), None) if kind is not LinkKind.SUPERSEDES else None
    if gone:
        return EditRefused("link.lapsed", goal=_name(gone))
    if any({link.lower, link.upper} == {lower.id, upper.id} for link in document.links_of(lower.id, kind)):
        return EditRefused("link.twice", lower=_name(lower), upper=_name(upper))
    if kind is LinkKind.REALISES and lower.kind.level < upper.kind.level:
        return EditRefused("link.downward", lower=_name(lower), upper=_name(upper))
    if not profile.allows(kind, lower.kind, upper.kind) or not _types_fit(profile, kind, lower, upper):
        return EditRefused(
            f"link.kinds.{kind.value}",
            lower=Word(lower.kind.value),
            upper=Word(upper.kind.value),
        )
    if kind is LinkKind.CAUSES and not _share_a_map(document, lower.id, upper.id):
        return EditRefused("link.maps", lower=_name(lower), upper=_name(upper))
    if kind is LinkKind.COORDINATES and lower.owner == upper.owner:
        return EditRefused("link.same_unit", lower=_name(lower), upper=_name(upper))
    if kind is LinkKind.REALISES and lower.kind is upper.kind and stands_under(document, upper.id, lower.id):
        return EditRefused("link.ring", lower=_name(lower), upper=_name(upper))
    return None


def _is_gone(goal: Goal) -> bool:
    return isinstance(goal, PoliticalGoal) and goal.decision_status in _GONE


def _name(goal: Goal) -> str:
    return goal.title or goal.code


def _types_fit(profile: Profile, kind: LinkKind, lower: Goal, upper: Goal) -> bool:
    if kind is LinkKind.REALISES and isinstance(lower, PoliticalGoal) and isinstance(upper, PoliticalGoal):
        return (lower.type, upper.type) in profile.political_order
    return True


def _share_a_map(document: Document, one: Id, other: Id) -> bool:
    maps = document.derived("maps of goals", _maps_of_goals)
    return bool(maps.get(one, frozenset()) & maps.get(other, frozenset()))


def _maps_of_goals(document: Document) -> dict[Id, frozenset[Id]]:
    maps: dict[Id, set[Id]] = {}
    for place in document.all(MapPlace).values():
        maps.setdefault(place.goal, set()).add(place.map)
    return {goal: frozenset(found) for goal, found in maps.items()}


def stands_under(document: Document, goal: Id, top: Id) -> bool:
    """Whether a goal leads up to another. Cost: what lies above."""
    seen, waiting = {goal}, [goal]
    while waiting:
        for link in document.links_up(waiting.pop()):
            if link.upper == top:
                return True
            if link.upper not in seen:
                seen.add(link.upper)
                waiting.append(link.upper)
    return False


def realising(document: Document, *, profile: Profile, new_id: NewId, lower: Goal, upper: Goal) -> Link:
    """A new link by which ``lower`` supports ``upper``.

    Raises:
        EditRefused: as `why_not` says.
    """
    return linking(
        document,
        profile=profile,
        new_id=new_id,
        kind=LinkKind.REALISES,
        lower=lower,
        upper=upper,
    )


def linking(
    document: Document,
    *,
    profile: Profile,
    new_id: NewId,
    kind: LinkKind,
    lower: Goal,
    upper: Goal,
) -> Link:
    """A new link of ``kind``; the first by which a goal supports another is its primary one.

    Raises:
        EditRefused: as `why_not` says.
    """
    refusal = why_not(document, profile=profile, kind=kind, lower=lower, upper=upper)
    if refusal:
        raise refusal
    first = kind is LinkKind.REALISES and not document.links_up(lower.id)
    strength = Strength.PRIMARY if first else Strength.SECONDARY
    made = Link(id=new_id(), kind=kind, lower=lower.id, upper=upper.id, strength=strength)
    return remembering(made, upper) if kind is LinkKind.REALISES else made


def link_goals(
    document: Document,
    *,
    profile: Profile,
    new_id: NewId,
    lower: Id,
    upper: Id,
    kind: LinkKind = LinkKind.REALISES,
) -> ChangeSet:
    """Tie ``lower`` to ``upper``. Links to a political goal may be made in every file; the goal itself is not changed.

    Raises:
        EditRefused: ``gone``, or as `why_not` says.
    """
    low, high = existing(document, Goal, lower), existing(document, Goal, upper)
    link = linking(document, profile=profile, new_id=new_id, kind=kind, lower=low, upper=high)
    unlocked_below(document, low)
    return ChangeSet(_label("edit.link", low, high), added([link]))


def _label(code: str, lower: Goal, upper: Goal) -> Phrase:
    return phrase(code, lower=_name(lower), upper=_name(upper))


def _ends(document: Document, link: Link) -> tuple[Goal, Goal]:
    return existing(document, Goal, link.lower), existing(document, Goal, link.upper)


def unlink(document: Document, link: Id) -> ChangeSet:
    """Cut a link. Raises EditRefused ``gone``."""
    before = existing(document, Link, link)
    return with_one_primary(document, ChangeSet(_label("edit.unlink", *_ends(document, before)), removed([before])))


def unlink_all(document: Document, links: Sequence[Id]) -> ChangeSet:
    """Cut links as one step. Raises EditRefused ``gone``."""
    if len(links) == 1:
        return unlink(document, links[0])
    found = [existing(document, Link, link) for link in links]
    return with_one_primary(document, ChangeSet(phrase("edit.unlink_all", n=len(found)), removed(found)))


def turn_link(document: Document, link: Id) -> ChangeSet:
    """Let the link point the other way, the mend for one that was drawn downward. Raises EditRefused ``gone``."""
    before = existing(document, Link, link)
    after = replace(before, lower=before.upper, upper=before.lower)
    if above := document.get(Goal, after.upper):
        after = remembering(after, above)
    made = ChangeSet(_label("edit.turn", *_ends(document, after)), changed(before, after))
    return with_one_primary(document, made)


def without_link(document: Document, link: Link) -> Document:
    """The document as it would be without this link."""
    return document.with_changes(ChangeSet(phrase("edit.unlink"), removed([link])))


def why_not_moved(without: Document, *, profile: Profile, link: Link, end: LinkEnd, goal: Goal) -> EditRefused | None:
    """Why an end of ``link`` cannot stand at ``goal``, in a document `without_link`; None if it can."""
    after = with_values(link, {end.value: goal.id})
    low, high = _ends(without, after)
    return why_not(without, profile=profile, kind=link.kind, lower=low, upper=high)


def move_link_end(document: Document, link: Id, *, profile: Profile, end: LinkEnd, goal: Id) -> ChangeSet:
    """Let one end of a link stand at another goal, keeping its identity and note; its strength as `with_one_primary`.

    Raises:
        EditRefused: ``gone``, ``locked``, or as `why_not` says of the new pair.
    """
    before, there = existing(document, Link, link), existing(document, Goal, goal)
    refusal = why_not_moved(without_link(document, before), profile=profile, link=before, end=end, goal=there)
    if refusal:
        raise refusal
    after = with_values(before, {end.value: goal})
    if end is LinkEnd.UPPER and after.kind is LinkKind.REALISES:
        after = remembering(after, there)
    for lower in (before.lower, after.lower):
        if low := document.get(Goal, lower):
            unlocked_below(document, low)
    made = ChangeSet(_label("edit.move_link", *_ends(document, after)), changed(before, after))
    return with_one_primary(document, made)


def with_one_primary(document: Document, made: ChangeSet) -> ChangeSet:
    """What is done to links, and what it takes that each goal whose link came or went has one primary link upward.

    A link that comes gives way to the primary one that is there; where that has gone, the first of the rest is it.
    Goals whose links stay at their ends are left as they are.
    """
    ends = [(change, link) for change in made.changes for link in (change.before, change.after) if _realises(link)]
    lowers = dict.fromkeys(link.lower for change, link in ends if isinstance(link, Link) and _comes_or_goes(change))
    after, more = document.with_changes(made), list[Change]()
    for lower in lowers:
        before = {link.id for link in document.links_up(lower) if link.strength is Strength.PRIMARY}
        links = sorted(
            after.links_up(lower), key=lambda one: (one.strength is not Strength.PRIMARY, one.id not in before)
        )
        for place, link in enumerate(links):
            strength = Strength.SECONDARY if place else Strength.PRIMARY
            more += changed(link, replace(link, strength=strength))
    return made.followed_by(ChangeSet(made.label, tuple(more))) if more else made


def _realises(record: object) -> bool:
    return isinstance(record, Link) and record.kind is LinkKind.REALISES


def _comes_or_goes(change: Change) -> bool:
    """Whether the goal that a link begins at is another one after the change."""
    ends = [one.lower if isinstance(one, Link) else None for one in (change.before, change.after)]
    return ends[0] != ends[1]
