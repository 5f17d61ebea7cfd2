"""What a person can do on the scratch pad (*kladde*): write ideas down, word them anew, throw them away, make goals."""

from collections.abc import Iterable, Mapping

from strategikort.domain.changes import Change, ChangeSet, added, changed, removed
from strategikort.domain.document import Document
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.maps import Spot
from strategikort.domain.edits.records import checked, refilled
from strategikort.domain.edits.refusal import EditRefused, NewId, existing
from strategikort.domain.goals import GoalKind
from strategikort.domain.ideas import Idea
from strategikort.domain.maps import StrategyMap
from strategikort.domain.phrases import Word, phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import one_line


def ideas_beside(document: Document, map: Id | None) -> tuple[Idea, ...]:
    """The ideas beside a map in their order, those that stand beside all maps too; of no map (None) all ideas."""
    every = document.all(Idea).values()
    return tuple(
        sorted(
            (idea for idea in every if map is None or idea.map in (map, None)), key=lambda one: (one.position, one.id)
        )
    )


def add_ideas(document: Document, texts: Iterable[str], *, new_id: NewId, map: Id | None = None) -> ChangeSet:
    """Write ideas down beside ``map`` (None: beside all), one for each text that says something, after the others.

    Raises:
        EditRefused: ``text.long``, ``idea.empty`` if no text says anything, ``gone`` if the map is.
    """
    if map is not None:
        existing(document, StrategyMap, map)
    last = max((idea.position for idea in document.all(Idea).values()), default=0)
    said = [line for text in texts if (line := one_line(text))]
    if not said:
        raise EditRefused("idea.empty")
    made = [checked(Idea(id=new_id(), text=text, map=map, position=last + place)) for place, text in enumerate(said, 1)]
    label = phrase("edit.add_idea", text=made[0].text) if len(made) == 1 else phrase("edit.add_ideas", n=len(made))
    return ChangeSet(label, added(made))


def word_idea(document: Document, idea: Id, text: str) -> ChangeSet:
    """Word an idea anew.

    Raises:
        EditRefused: ``gone``, ``text.long``, ``idea.empty``.
    """
    before = existing(document, Idea, idea)
    if not one_line(text):
        raise EditRefused("idea.empty")
    return ChangeSet(phrase("edit.word_idea"), changed(before, refilled(before, {"text": one_line(text)})))


def remove_ideas(document: Document, ideas: Iterable[Id]) -> ChangeSet:
    """Throw ideas away.

    Raises:
        EditRefused: ``gone``.
    """
    gone = [existing(document, Idea, idea) for idea in dict.fromkeys(ideas)]
    label = phrase("edit.remove_idea", text=gone[0].text) if len(gone) == 1 else None
    return ChangeSet(label or phrase("edit.remove_ideas", n=len(gone)), removed(gone))


def goals_of_ideas(
    document: Document,
    spots: Mapping[Id, Spot],
    *,
    profile: Profile,
    new_id: NewId,
    kind: GoalKind,
    owner: Id | None = None,
    map: Id | None = None,
) -> ChangeSet:
    """Make goals of what ideas say, each at its spot on a ``map``; the ideas leave the scratch pad.

    Raises:
        EditRefused: ``gone``, or as `add_goal` does.
    """
    ideas = [existing(document, Idea, idea) for idea in spots]
    changes: list[Change] = []
    for idea in ideas:
        made = add_goal(
            document,
            profile=profile,
            new_id=new_id,
            kind=kind,
            title=idea.text,
            owner=owner,
            map=map,
            at=spots[idea.id],
        )
        document = document.with_changes(made)
        changes += made.changes
    word = Word(kind.value)
    one = phrase("edit.idea_to_goal", kind=word) if len(ideas) == 1 else None
    return ChangeSet(one or phrase("edit.ideas_to_goals", n=len(ideas), kind=word), (*changes, *removed(ideas)))
