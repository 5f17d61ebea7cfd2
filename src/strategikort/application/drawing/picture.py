"""What a map shows, worked out from the document alone: cards, boxes of whole units, links, bands. No Qt, no places.

There is one way to work it out. After a change it takes over the cards and arrows that the change cannot have touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from strategikort.application.drawing.shown import boxes_of
from strategikort.application.drawing.touched import Touched
from strategikort.cascade.graph import graph_of
from strategikort.cascade.shown import goals_shown
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import centre_of
from strategikort.domain.edits.locks import COUNCILS, stands_locked
from strategikort.domain.edits.maps import places_on
from strategikort.domain.goals import Goal, GoalKind, GoalState, UnitGoal, VisionElement
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import MapPlace, MapSubject, StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from strategikort.domain.texts import sort_key

_Key = tuple[LinkKind, Id, Id]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card. ``key`` is the goal's identity, or the unit's for a box; ``goals`` are those that it stands for.

    ``column`` counts from 1 among the model's columns; 0 is none.
    """

    key: Id
    kind: GoalKind
    goals: tuple[Id, ...]
    code: str
    title: str
    foot: str
    group: Id | None = None
    centre: Id | None = None
    layer: int = 0
    column: int = 0
    broken: bool = False
    cancelled: bool = False
    pinned: bool = False
    locked: bool = False
    ups: int = 0
    downs: int = 0
    efforts: int = 0

    @property
    def is_box(self) -> bool:
        """Whether the card stands for a whole unit."""
        return self.key not in self.goals


@dataclass(frozen=True, slots=True)
class Arrow:
    """Links of one kind from card to card; ``links`` are those that it stands for."""

    kind: LinkKind
    lower: Id
    upper: Id
    links: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that a map shows, cards and arrows by key; ``placed`` are the places that the document keeps."""

    levels: tuple[GoalKind, ...]
    cards: Mapping[Id, Card] = field(default_factory=dict)
    arrows: Mapping[tuple[LinkKind, Id, Id], Arrow] = field(default_factory=dict)
    placed: Mapping[Id, MapPlace] = field(default_factory=dict)
    card_of: Mapping[Id, Id] = field(default_factory=dict)

    def stands_as(self, earlier: "Picture") -> bool:
        """Whether it differs from one that it was made after in words at most: all stands and leads as there."""
        return self.card_of is earlier.card_of and self.arrows is earlier.arrows and self.placed is earlier.placed


def picture_of(document: Document, profile: Profile, map: Id | None, opened: frozenset[Id] = frozenset()) -> Picture:
    """What the map ``map`` shows (None: everything), with the units in ``opened`` opened to their goals.

    Cost: linear in the goals shown and their links; a map of everything also in all goals.
    """
    return _made(document, profile, map, opened, Picture(levels=profile.levels), Touched(links=True))


def picture_after(
    earlier: Picture, touched: Touched, document: Document, profile: Profile, map: Id | None, opened: frozenset[Id]
) -> Picture:
    """The same as `picture_of`, with all that the change set cannot have touched taken over from the picture before it.

    Cost: of new words that of the cards which they are on; else what `picture_of` costs without making the cards.
    """
    if touched.nothing:
        return earlier
    if not touched.only_words:
        return _made(
            document, profile, map, opened, Picture(levels=profile.levels) if touched.units else earlier, touched
        )
    cards = dict(earlier.cards)
    for key in touched.goals:
        card, goal = cards.get(key), document.get(Goal, key)
        if card and goal:
            fresh = _goal_card(document, profile, goal, broken=card.broken, ups=card.ups, downs=card.downs)
            cards[key] = _pinned(fresh, pinned=card.pinned)
    return replace(earlier, cards=cards)


def _made(
    document: Document, profile: Profile, map: Id | None, opened: frozenset[Id], earlier: Picture, touched: Touched
) -> Picture:
    shown = goals_shown(document, map)
    boxes = boxes_of(document, map, shown, opened)
    card_of = {goal.id: boxes.get(goal.id, goal.id) for goal in shown}
    placed = places_on(document, map) if map else {}
    pinned = {goal for goal, place in placed.items() if place.pinned}
    cards = _cards(document, profile, shown, boxes, earlier, touched)
    finished = {card.key: _pinned(card, pinned=card.key in pinned) for card in cards}
    same_ways = not touched.links and card_of == earlier.card_of
    return Picture(
        levels=_levels(document, profile, map, {card.kind for card in finished.values()}),
        cards=finished,
        arrows=earlier.arrows if same_ways else _arrows_after(document, card_of, earlier, touched, finished),
        placed=placed,
        card_of=card_of,
    )


def _levels(document: Document, profile: Profile, map: Id | None, shown: set[GoalKind]) -> tuple[GoalKind, ...]:
    """The levels of the model; on the vision's map the council's, and others only where goals of them stand there."""
    found = document.get(StrategyMap, map)
    if found is None or found.subject is not MapSubject.VISION:
        return profile.levels
    return tuple(kind for kind in profile.levels if kind in COUNCILS or kind in shown)


def _cards(
    document: Document,
    profile: Profile,
    shown: list[Goal],
    boxes: Mapping[Id, Id],
    earlier: Picture,
    touched: Touched,
) -> Iterator[Card]:
    graph = graph_of(document)
    ups, downs = graph.up.count.tolist(), graph.down.count.tolist()
    broken = _broken(document, shown)
    inside: dict[Id, list[Goal]] = defaultdict(list)
    for goal in shown:
        key = goal.id
        if key in boxes:
            inside[boxes[key]].append(goal)
            continue
        card = earlier.cards.get(key)
        if card is None or key in touched.goals or card.broken is not (key in broken):
            place = graph.at[key]
            card = _goal_card(document, profile, goal, broken=key in broken, ups=ups[place], downs=downs[place])
        yield card
    for unit, goals in inside.items():
        box = _box_card(document, unit, goals, broken)
        before = earlier.cards.get(unit)
        yield before if before == box else box


def _broken(document: Document, shown: list[Goal]) -> set[Id]:
    verdict = verdicts_of(document).of
    return {
        goal.id
        for goal in shown
        if goal.kind in (GoalKind.CENTRE_GOAL, GoalKind.UNIT_GOAL)
        and goal.state is not GoalState.CANCELLED
        and verdict(goal.id).broken
    }


def _pinned(card: Card, *, pinned: bool) -> Card:
    return card if card.pinned is pinned else replace(card, pinned=pinned)


def _goal_card(document: Document, profile: Profile, goal: Goal, *, broken: bool, ups: int, downs: int) -> Card:
    vision = isinstance(goal, VisionElement)
    return Card(
        key=goal.id,
        kind=goal.kind,
        goals=(goal.id,),
        code=goal.code,
        title=goal.short_title or goal.title,
        foot=_foot(profile, goal, document.get(OrgUnit, goal.owner)),
        group=goal.owner,
        centre=_centre(document, goal),
        layer=next((place for place, one in enumerate(profile.layers) if one.key == goal.layer), 0) if vision else 0,
        column=_column(profile, goal),
        locked=stands_locked(document, goal),
        broken=broken,
        cancelled=goal.state is GoalState.CANCELLED,
        ups=ups,
        downs=downs,
    )


def _foot(profile: Profile, goal: Goal, owner: OrgUnit | None) -> str:
    if goal.kind is GoalKind.CENTRE_GOAL:
        names = {
            pole: name for pair in profile.balance_pairs for pole, name in zip(pair.poles, pair.names, strict=True)
        }
        return " · ".join(names[pole] for pole in goal.balance if pole in names)
    if isinstance(goal, VisionElement):
        return profile.layer_name(goal.layer)
    return owner.name if owner and goal.kind is GoalKind.UNIT_GOAL else ""


def _centre(document: Document, goal: Goal) -> Id | None:
    """The centre that a goal below the council's belongs to."""
    home = None if goal.kind in COUNCILS else centre_of(document, goal.owner, goal.valid_from)
    return home.id if home else None


def _column(profile: Profile, goal: Goal) -> int:
    if not goal.theme:
        return 0
    return next((place for place, one in enumerate(profile.columns, start=1) if one.key == goal.theme), 0)


def _box_card(document: Document, unit: Id, goals: list[Goal], broken: set[Id]) -> Card:
    org = document.get(OrgUnit, unit)
    centre = centre_of(document, unit, goals[0].valid_from)
    unit_goals = [goal for goal in goals if isinstance(goal, UnitGoal)]
    return Card(
        key=unit,
        kind=GoalKind.UNIT_GOAL,
        goals=tuple(goal.id for goal in goals),
        code=org.code if org else "",
        title=org.name if org else "",
        foot=centre.code if centre and centre.id != unit else "",
        group=unit,
        centre=centre.id if centre else None,
        broken=any(goal.id in broken for goal in unit_goals),
        downs=len(unit_goals),
        efforts=len(goals) - len(unit_goals),
    )


def _arrows_after(
    document: Document, card_of: Mapping[Id, Id], earlier: Picture, touched: Touched, cards: Mapping[Id, Card]
) -> dict[_Key, Arrow]:
    """The arrows of the picture before, those of cards with touched goals made anew.

    All are made anew where goals that were not touched come, go or stand on another card.
    """
    before, those = earlier.card_of, touched.goals
    others = len(before.keys() - those) == len(card_of.keys() - those)
    if not others or any(before.get(goal) != card for goal, card in card_of.items() if goal not in those):
        return _arrows(_links_among(document, card_of), card_of, earlier)
    ends = {card for goal in those for card in (before.get(goal), card_of.get(goal)) if card}
    inside = {goal for card in ends if card in cards for goal in cards[card].goals}
    near = {link.id: link for goal in inside for link in document.links_of(goal)}.values()
    links = (link for link in near if link.lower in card_of and link.upper in card_of)
    kept = {key: arrow for key, arrow in earlier.arrows.items() if key[1] not in ends and key[2] not in ends}
    return kept | _arrows(links, card_of, earlier)


def _arrows(links: Iterable[Link], card_of: Mapping[Id, Id], earlier: Picture) -> dict[_Key, Arrow]:
    found: dict[_Key, list[Id]] = {}
    for link in links:
        lower, upper = card_of[link.lower], card_of[link.upper]
        if lower != upper:
            key = link.kind, lower, upper
            if key in found:
                found[key].append(link.id)
            else:
                found[key] = [link.id]
    arrows, known = {}, earlier.arrows.get
    for key, those in found.items():
        ordered = tuple(sorted(those)) if len(those) > 1 else (those[0],)
        before = known(key)
        arrows[key] = before if before and before.links == ordered else Arrow(*key, links=ordered)
    return arrows


def _links_among(document: Document, card_of: Mapping[Id, Id]) -> Iterator[Link]:
    """The links that are drawn. On a map of most goals it is quicker to look through all links than goal by goal."""
    if 2 * len(card_of) > len(document.all(Goal)):
        near: Iterable[Link] = document.all(Link).values()
    else:
        near = (link for goal in card_of for link in document.links_of(goal) if link.lower == goal)
    return (link for link in near if link.lower in card_of and link.upper in card_of)


def reading_order(cards: Iterable[Card]) -> list[Card]:
    """Cards as a list would have them: by level, layer, owner's code, code and title."""
    found: list[Card] = []
    for _, alike in groupby(sorted(cards, key=_by_code), _by_code):
        some = list(alike)
        found += sorted(some, key=lambda card: (sort_key(card.title), card.key)) if len(some) > 1 else some
    return found


def _by_code(card: Card) -> tuple[int, int, str]:
    return card.kind.level, card.layer, card.code
