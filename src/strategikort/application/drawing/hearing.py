"""What is heard of a goal or a card by somebody who does not see the map: level, unit, links, and what is wrong."""

from collections.abc import Iterable, Iterator

from strategikort.application.drawing.picture import Card
from strategikort.cascade.changed_above import Doubt
from strategikort.cascade.findings import Finding
from strategikort.domain.document import Document
from strategikort.domain.edits.locks import stands_locked
from strategikort.domain.goals import Goal, GoalKind, GoalState
from strategikort.domain.links import Link, LinkEnd, LinkKind
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Word, Wording
from strategikort.domain.profile import Profile
from strategikort.domain.texts import sort_key


def home_of(document: Document, profile: Profile, goal: Goal) -> str:
    """Where a goal is at home: the name of its layer in the vision, or of its centre or unit; empty for nowhere."""
    if goal.kind is GoalKind.VISION_ELEMENT:
        return profile.layer_name(goal.layer)
    owner = document.get(OrgUnit, goal.owner)
    return owner.name if owner else ""


def name_heard(goal: Goal, words: Wording) -> str:
    """What a goal is called: code and title."""
    return f"{goal.code} {goal.title}".strip() or words.text("prose.untitled")


def goal_heard(
    document: Document,
    profile: Profile,
    words: Wording,
    goal: Goal,
    findings: Iterable[Finding] = (),
    doubt: Doubt | None = None,
) -> str:
    """What is to be known of a goal beside its name, in a few short sentences."""
    home = home_of(document, profile, goal)
    at_home = words.text(f"prose.home.{goal.kind.value}", home=home) if home else ""
    parts = [words.text("heard.goal", kind=Word(goal.kind.value), home=at_home)]
    if goal.state is GoalState.CANCELLED:
        parts.append(words.text("heard.cancelled"))
    if stands_locked(document, goal):
        parts.append(words.text("heard.locked"))
    ups, downs = len(document.links_up(goal.id)), len(document.links_down(goal.id))
    parts.append(words.text("heard.links", ups=ups, downs=downs))
    parts += _other_links(document, words, goal)
    parts += doubt_heard(words, doubt)
    return _with_findings(words, parts, findings)


def _other_links(document: Document, words: Wording, goal: Goal) -> Iterator[str]:
    """What ties a goal to others beside the red thread, kind by kind, from this goal and to it."""
    for kind in (one for one in LinkKind if one is not LinkKind.REALISES):
        for said, links, end in (
            ("sheet.said", document.links_up(goal.id, kind), LinkEnd.UPPER),
            ("heard.by", document.links_down(goal.id, kind), LinkEnd.LOWER),
        ):
            names = [other.title or name_heard(other, words) for one in links if (other := _at(document, one, end))]
            if names:
                yield words.text(f"{said}.{kind.value}", goals=tuple(sorted(names, key=sort_key)))


def _at(document: Document, link: Link, end: LinkEnd) -> Goal | None:
    return document.get(Goal, link.upper if end is LinkEnd.UPPER else link.lower)


def doubt_heard(words: Wording, doubt: Doubt | None) -> Iterator[str]:
    """That a goal has to answer for a change above it, or waits for an answer; nothing where it is not in doubt."""
    if doubt:
        yield words.text(f"heard.doubt.{doubt.value}")


def box_heard(words: Wording, card: Card, findings: Iterable[Finding] = (), doubt: Doubt | None = None) -> str:
    """What is to be known of the box of a whole unit beside the unit's name."""
    parts = [words.text("heard.box", goals=card.downs, efforts=card.efforts)]
    parts += doubt_heard(words, doubt)
    return _with_findings(words, parts, findings)


def _with_findings(words: Wording, parts: list[str], findings: Iterable[Finding]) -> str:
    said = " ".join(words.say(finding.message) for finding in findings)
    return " ".join([*parts, words.text("heard.findings", said=said)] if said else parts)
