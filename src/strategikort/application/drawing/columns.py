"""The columns of a map, where the model has them: tracks or perspectives side by side, across all levels."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from strategikort.application.drawing.ground import MOST_A_ROW, ROW, STEP, Ground, Spot, even_rows
from strategikort.application.drawing.measure import CARD_WIDTH, GAP, snapped
from strategikort.application.drawing.picture import Card, Picture
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

LEAST_A_ROW: Final = 3
BETWEEN: Final = 2 * GAP


@dataclass(frozen=True, slots=True)
class Strip:
    """One column as it is drawn: its place among the model's, from 1, and its edges in the scene."""

    column: int
    left: int
    right: int


def in_columns(picture: Picture, spots: Mapping[Id, Spot], held: Collection[Id] = ()) -> dict[Id, Spot]:
    """The spots with the cards of each column moved into a strip of their own, the others in rows below them.

    Within its strip a card stands in the order in which ``spots`` has it; what is ``held`` stays. A picture without
    columns keeps its spots.
    """
    ordered = sorted(picture.cards.values(), key=lambda card: (*spots[card.key], card.key))
    by_level: dict[int, dict[int, list[Card]]] = defaultdict(lambda: defaultdict(list))
    column_of = columns_of(picture)
    for card in ordered:
        if card.key not in held:
            by_level[card.kind.level][column_of.get(card.key, 0)].append(card)
    lefts, width = _lefts(by_level)
    found = dict(spots)
    if not lefts:
        return found
    for level, columns in by_level.items():
        ground = Ground({key: spots[key] for key in held if picture.cards[key].kind.level == level})
        depth = 0
        for column, (left, across) in lefts.items():
            cards = columns.get(column, [])
            for place, card in enumerate(cards):
                _put(found, ground, card, (left + place % across * STEP, place // across * ROW))
            depth = max(depth, -(-len(cards) // across))
        _put_others(found, ground, columns.get(0, []), width, depth)
    return found


def columns_of(picture: Picture) -> dict[Id, int]:
    """The column of each card that is in one; an effort without is in that of the goal it supports."""
    found = {key: card.column for key, card in picture.cards.items() if card.column}
    if found:
        for kind, lower, upper in sorted(picture.arrows):
            if kind is LinkKind.REALISES and picture.cards[lower].kind is GoalKind.EFFORT and upper in found:
                found.setdefault(lower, found[upper])
    return found


def _lefts(by_level: Mapping[int, Mapping[int, list[Card]]]) -> tuple[dict[int, tuple[int, int]], int]:
    """Of each column that has cards its left edge and how many stand in a row; and how wide all are."""
    used = sorted({column for columns in by_level.values() for column, cards in columns.items() if column and cards})
    most = max(LEAST_A_ROW, MOST_A_ROW // max(len(used), 1))
    lefts, left = {}, 0
    for column in used:
        across = max(min(most, len(columns.get(column, ()))) for columns in by_level.values())
        lefts[column] = left, across
        left += across * STEP + BETWEEN
    return lefts, max(left - BETWEEN - GAP, 0)


def _put_others(found: dict[Id, Spot], ground: Ground, cards: list[Card], width: int, depth: int) -> None:
    """Put the cards of no column in even rows around the middle, each layer in rows of its own."""
    for layer in sorted({card.layer for card in cards}):
        row = [card for card in cards if card.layer == layer]
        rows, across = even_rows(len(row))
        left = snapped((width - across * STEP + GAP) / 2)
        for place, card in enumerate(row):
            _put(found, ground, card, (left + place % across * STEP, (depth + place // across) * ROW))
        depth += rows


def _put(found: dict[Id, Spot], ground: Ground, card: Card, wanted: Spot) -> None:
    found[card.key] = ground.free_spot(wanted)
    ground.take(card.key, found[card.key])


def strips(picture: Picture, spots: Mapping[Id, Spot]) -> tuple[Strip, ...]:
    """The columns as they stand now, from left to right; none if the cards of two are mixed."""
    edges: dict[int, tuple[int, int]] = {}
    for key, column in columns_of(picture).items():
        if key not in spots:
            continue
        x = spots[key][0]
        left, right = edges.get(column, (x, x))
        edges[column] = min(left, x), max(right, x)
    found = sorted((left, right, column) for column, (left, right) in edges.items())
    if any(one[1] + CARD_WIDTH > other[0] for one, other in zip(found, found[1:], strict=False)):
        return ()
    return tuple(Strip(column, left - GAP, right + CARD_WIDTH + GAP) for left, right, column in found)


def moved_to(found: Iterable[Strip], card: Card, x: float) -> int | None:
    """The other column in whose strip a card of a column would stand at ``x``; None if there is none."""
    middle = x + CARD_WIDTH / 2
    there = next((one.column for one in found if one.left <= middle <= one.right), None)
    return there if card.column and there != card.column else None
