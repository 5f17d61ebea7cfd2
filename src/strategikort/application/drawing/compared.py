"""What has changed between two years or versions, on one map: marks on its cards, cards that are gone, links."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from strategikort.application.comparing import Change, Compared, Comparison
from strategikort.application.drawing.ground import ROW, STEP, Ground, Spot
from strategikort.application.drawing.looking import Key
from strategikort.application.drawing.measure import BAND_PAD, CARD_HEIGHT, snapped
from strategikort.application.drawing.picture import Card, Picture, picture_of
from strategikort.application.drawing.placing import Places
from strategikort.cascade.graph import Period
from strategikort.domain.changes import ChangeSet, changed
from strategikort.domain.document import Document
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import Phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id

MOST_GONE: Final = 200
"""So many cards that are gone are drawn on one map; the rest is told in the list alone."""

Tally = Mapping[Change, int]
"""How many goals of a card are new, gone or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two states of a municipality: what it was ``before``, and what became of its goals.

    ``earlier`` are the days of the earlier year where both states are one document.
    """

    before: Document
    comparison: Comparison
    earlier: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedMap:
    """A comparison on one map; ``marks`` by the keys of its cards.

    ``gone`` are cards of goals that the map no longer shows, each with a spot in its band that is free. Arrows that are
    ``gained`` stand for new links alone, ways that are ``lost`` led from card to card where no arrow does now; with
    True between goals that were there before and are now, else along with a goal that is new or gone. ``left`` are all
    goals that are gone from the map, those in boxes too, each with the key of the card that tells so.
    """

    marks: Mapping[Id, Tally]
    gone: Mapping[Id, tuple[Card, Spot]]
    gained: Mapping[Key, bool]
    lost: Mapping[tuple[Id, Id], bool]
    left: tuple[tuple[Goal, Id], ...]

    @property
    def counts(self) -> Tally:
        """How many goals of the map are new, gone or changed."""
        found: Counter[Change] = Counter({Change.REMOVED: len(self.left)})
        for tally in self.marks.values():
            found.update({change: n for change, n in tally.items() if change is not Change.REMOVED})
        return found


def compared_on(
    document: Document,
    profile: Profile,
    map: Id | None,
    opened: frozenset[Id],
    picture: Picture,
    places: Places,
    sides: Sides,
) -> ComparedMap:
    """The comparison on the map whose picture this is, its cards standing at ``places``.

    Cost: linear in the rows of the comparison, and that of the picture of the map as it was.
    """
    known = _Known(document, picture, sides)
    was = _picture_before(profile, map, opened, picture, sides)
    marks: dict[Id, Counter[Change]] = defaultdict(Counter)
    gone: dict[Id, Card] = {}
    left: list[tuple[Goal, Id]] = []
    for row in sides.comparison.rows:
        card = known.card_of(row)
        if card is None and row.change is Change.REMOVED and row.goal.id in was.card_of:
            card = was.card_of[row.goal.id]
            if card not in picture.cards:
                gone[card] = was.cards[card]
        if card is not None and row.change is not Change.SAME:
            marks[card][row.change] += 1
            left += [(row.goal, card)] if row.change is Change.REMOVED else []
    standing = _standing(gone, picture, was, places, known.became)
    return ComparedMap(
        marks=marks,
        gone={key: (gone[key], spot) for key, spot in standing.items()},
        gained=known.gained_arrows(),
        lost=known.lost_between({**was.card_of, **picture.card_of}, standing.keys()),
        left=tuple(left),
    )


class _Known:
    """The rows of a comparison, as one map sees them."""

    def __init__(self, document: Document, picture: Picture, sides: Sides) -> None:
        self._document, self._picture, self._sides = document, picture, sides
        self._rows = [row for row in sides.comparison.rows if row.change is not Change.SAME]
        self.became = {row.before.id: row.after.id for row in sides.comparison.rows if row.before and row.after}

    def card_of(self, row: Compared) -> Id | None:
        """The card that shows a goal: itself, or what it was where what took its place is not on the map."""
        shown = (self._picture.card_of.get(one.id) for one in (row.after, row.before) if one)
        return next((card for card in shown if card), None)

    def gained_arrows(self) -> dict[Key, bool]:
        """The arrows that stand for new links and no others."""
        fresh = {(row.after.id, upper) for row in self._rows if row.after for upper in self._gained(row, row.after.id)}
        new = {row.after.id for row in self._rows if row.after and not row.before}
        links, found = self._document.all(Link), dict[Key, bool]()
        for key, arrow in self._picture.arrows.items():
            ends = [(links[one].lower, links[one].upper) for one in arrow.links]
            if key[0] is LinkKind.REALISES and fresh.issuperset(ends):
                found[key] = any(new.isdisjoint(pair) for pair in ends)
        return found

    def _gained(self, row: Compared, goal: Id) -> Iterable[Id]:
        return row.gained if row.before else (link.upper for link in self._document.links_up(goal))

    def lost_between(self, card_of: Mapping[Id, Id], gone: Iterable[Id]) -> dict[tuple[Id, Id], bool]:
        """From which card to which a link led where none does now; ``gone`` are drawn beside those of the picture."""
        drawn = self._picture.cards.keys() | set(gone)
        away = {row.goal.id for row in self._rows if row.change is Change.REMOVED}
        found: dict[tuple[Id, Id], bool] = {}
        for row in self._rows:
            for upper in self._lost(row):
                ends = card_of.get(row.goal.id, row.goal.id), card_of.get(upper, upper)
                there = drawn.issuperset(ends) and ends[0] != ends[1]
                if there and (LinkKind.REALISES, *ends) not in self._picture.arrows:
                    found[ends] = found.get(ends, False) or away.isdisjoint((row.goal.id, upper))
        return found

    def _lost(self, row: Compared) -> Iterable[Id]:
        if row.before is None or row.after is not None:
            return row.lost
        was = self._sides.before.links_up(row.before.id)
        return [self.became.get(link.upper, link.upper) for link in was]


def _picture_before(profile: Profile, map: Id | None, opened: frozenset[Id], picture: Picture, sides: Sides) -> Picture:
    """The map as it was: in the earlier document, or of one document for the days of the earlier year."""
    before, found = sides.before, sides.before.get(StrategyMap, map)
    if found is None and map is not None:
        return Picture(levels=picture.levels)
    if found is not None and sides.earlier is not None:
        first, last = sides.earlier
        moved = changed(found, replace(found, valid_from=first, valid_to=last))
        before = before.with_changes(ChangeSet(Phrase(""), moved))
    if not any(card.is_box for card in picture.cards.values()):
        opened = frozenset(before.all(OrgUnit))
    return before.derived(("map as it was", map, opened), lambda one: picture_of(one, profile, map, opened))


def _standing(
    gone: Mapping[Id, Card], picture: Picture, was: Picture, places: Places, became: Mapping[Id, Id]
) -> dict[Id, Spot]:
    """A free spot for each card that is gone: where it stood, or else under what it supported, never below its band."""
    cards = [card for card in gone.values() if card.kind in picture.levels][:MOST_GONE]
    near: dict[Id, list[int]] = defaultdict(list)
    for _, lower, upper in was.arrows:
        for one, other in ((lower, upper), (upper, lower)):
            spot = places.spots.get(became.get(other, other))
            if one in gone and spot is not None:
                near[one].append(spot[0])
    found: dict[Id, Spot] = {}
    for kind in dict.fromkeys(card.kind for card in cards):
        ground = Ground({key: spot for key, spot in places.spots.items() if picture.cards[key].kind is kind})
        for card in (one for one in cards if one.kind is kind):
            kept, beside = was.placed.get(card.key), near[card.key]
            middle = snapped(sum(beside) / len(beside)) if beside else 0
            found[card.key] = ground.free_spot((kept.x, kept.y) if kept else (middle, card.layer * ROW))
            ground.take(card.key, found[card.key])
    return _within_bands(found, gone, picture, places)


def _within_bands(
    found: Mapping[Id, Spot], gone: Mapping[Id, Card], picture: Picture, places: Places
) -> dict[Id, Spot]:
    """The spots found; one that is lower than its band is instead to the right of all cards."""
    bands = places.bands(picture.levels)
    right = max((spot[0] for spot in (*places.spots.values(), *found.values())), default=-STEP)
    aside: Counter[GoalKind] = Counter()
    spots = {}
    for key, spot in found.items():
        kind = gone[key].kind
        if spot[1] > bands[kind].height - CARD_HEIGHT - 2 * BAND_PAD:
            aside[kind] += 1
            spot = right + aside[kind] * STEP, 0
        spots[key] = spot
    return spots
