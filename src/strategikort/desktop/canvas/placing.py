"""Where the cards of a picture stand: as the document keeps it, as the layout finds it, or in the nearest gap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from strategikort.cascade import layout
from strategikort.desktop.canvas.measure import BAND_LEAST, BAND_PAD, CARD_HEIGHT, CARD_WIDTH, GAP, ROW_GAP, snapped
from strategikort.desktop.canvas.picture import Arrow, Card, Picture, reading_order
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id

Spot = tuple[int, int]
"""The upper left corner of a card: x in the scene, y from the top of its band."""

MOST_A_ROW = 14
STEP = CARD_WIDTH + GAP
ROW = CARD_HEIGHT + ROW_GAP


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of one level: its upper edge and height in the scene."""

    kind: GoalKind
    top: int
    height: int


def first_spots(picture: Picture) -> dict[Id, Spot]:
    """Places for all cards of a picture that is shown for the first time; those that the document keeps are kept.

    Cost: that of `layout.arrange` where nothing is kept; else quadratic in the cards of one band.
    """
    spots = kept_spots(picture)
    loose = [card for card in reading_order(picture.cards.values()) if card.key not in spots]
    if not spots:
        return dict(_in_rows(loose, _arranged(loose, picture.arrows.values())))
    for key, spot in list(_in_rows(loose, _near(loose, picture, spots))):
        spots[key] = free_spot(spots, picture, picture.cards[key], spot)
    return spots


def kept_spots(picture: Picture) -> dict[Id, Spot]:
    """The places that the document keeps for goals that are cards of their own."""
    return {goal: (place.x, place.y) for goal, place in picture.placed.items() if goal in picture.cards}


def _arranged(cards: list[Card], arrows: Iterable[Arrow]) -> dict[Id, float]:
    at = {card.key: row for row, card in enumerate(cards)}
    pairs = [(at[arrow.lower], at[arrow.upper]) for arrow in arrows if arrow.lower in at and arrow.upper in at]
    laid = layout.arrange([_layout_card(card) for card in cards], pairs)
    return {card.key: x for card, (x, _) in zip(cards, laid, strict=True)}


def _layout_card(card: Card) -> layout.Card:
    group = (card.group,) if card.group and card.kind.level >= GoalKind.UNIT_GOAL.level else ()
    return layout.Card(
        goal=card.key, band=card.kind.level * 10 + card.layer, group=group, width=CARD_WIDTH, height=CARD_HEIGHT
    )


def _near(cards: list[Card], picture: Picture, kept: Mapping[Id, Spot]) -> dict[Id, float]:
    """Where cards would stand under or over the cards whose places are kept; level by level away from them."""
    neighbours = defaultdict(list)
    for arrow in picture.arrows.values():
        neighbours[arrow.lower].append(arrow.upper)
        neighbours[arrow.upper].append(arrow.lower)
    x = {key: float(spot[0]) for key, spot in kept.items()}
    waiting = cards
    while waiting:
        found = {}
        for card in waiting:
            near = [x[other] for other in neighbours[card.key] if other in x]
            if near:
                found[card.key] = sum(near) / len(near)
        if not found:
            rightmost = max(x.values(), default=0.0)
            found = {card.key: rightmost + STEP * (place + 1) for place, card in enumerate(waiting)}
        x.update(found)
        waiting = [card for card in waiting if card.key not in found]
    return x


def _in_rows(cards: list[Card], x: Mapping[Id, float]) -> Iterator[tuple[Id, Spot]]:
    """Spots row by row: each layer of the vision in rows of its own, a row that is too long broken into even ones.

    Where any row had to be broken, all are packed around one middle; else cards stand where ``x`` wants them.
    """
    bands: dict[tuple[int, int], list[Card]] = defaultdict(list)
    for card in cards:
        bands[card.kind.level, card.layer].append(card)
    packed = any(len(band) > MOST_A_ROW for band in bands.values())
    depth: dict[int, int] = defaultdict(int)
    for (level, _), band in sorted(bands.items()):
        band.sort(key=lambda card: (x[card.key], card.code, card.key))
        rows = -(-len(band) // MOST_A_ROW)
        size = -(-len(band) // rows)
        for place, card in enumerate(band):
            middle = (place % size - (size - 1) / 2) * STEP
            yield card.key, (snapped(middle if packed else x[card.key]), (depth[level] + place // size) * ROW)
        depth[level] += rows


def free_spot(spots: Mapping[Id, Spot], picture: Picture, card: Card, wanted: Spot) -> Spot:
    """The free spot in the card's band nearest to the one wanted, row by row downward."""
    taken = [spot for key, spot in spots.items() if key in picture.cards and picture.cards[key].kind is card.kind]
    x, y = wanted
    while True:
        for step in range(MOST_A_ROW):
            for across in (x + step * STEP, x - step * STEP):
                if not any(abs(across - one[0]) < STEP and abs(y - one[1]) < ROW for one in taken):
                    return across, y
        y += ROW


def spot_for(card: Card, picture: Picture, spots: Mapping[Id, Spot]) -> Spot:
    """A place for a card that was not there before: under what it supports, in the nearest gap."""
    near = [
        spots[other][0]
        for arrow in picture.arrows.values()
        if card.key in (arrow.lower, arrow.upper)
        for other in (arrow.lower, arrow.upper)
        if other != card.key and other in spots
    ]
    return free_spot(spots, picture, card, (snapped(sum(near) / len(near)) if near else 0, card.layer * ROW))


def bands_of(picture: Picture, spots: Mapping[Id, Spot]) -> dict[GoalKind, Band]:
    """The bands of all levels of the model from top to bottom, each as high as its cards need."""
    deepest: dict[GoalKind, int] = {}
    for key, (_, y) in spots.items():
        kind = picture.cards[key].kind
        deepest[kind] = max(deepest.get(kind, 0), y)
    bands, top = {}, 0
    for kind in picture.levels:
        height = max(BAND_LEAST, deepest.get(kind, 0) + CARD_HEIGHT + 2 * BAND_PAD)
        bands[kind] = Band(kind, top, height)
        top += height
    return bands
