"""*Ordn kortet*: better places for the cards of a map, starting from the order in which people see them now.

What is pinned stays, and so does all outside a selection. No chance is involved, and arranging again moves nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count

from strategikort.application.drawing.columns import in_columns
from strategikort.application.drawing.ground import MOST_A_ROW, ROW, STEP, Ground, Spot, even_rows
from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, GAP, snapped
from strategikort.application.drawing.picture import Arrow, Card, Picture, reading_order
from strategikort.cascade import layout
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id

Spots = dict[Id, Spot]
Strip = tuple[int, int]
"""The level and layer of a card: its cards are in rows of their own."""

TRIES = 200
"""Beside cards that stay it takes a few rounds until nothing moves; nearly all maps seen need fewer than 54."""
ROUNDED = 100_000
"""But a few cards beside one that stays may creep for longer, eight pixels a round: so many cards are moved at most."""
SPACING = layout.Spacing(card=GAP, group=GAP + 12)


def arranged(picture: Picture, seen: Mapping[Id, Spot], only: Collection[Id] | None = None) -> Spots:
    """The spots of all cards: those that may move where they are linked best, the others as they are ``seen``.

    Only cards in ``only`` may move (None: all), and none that is pinned. A card that is not in ``seen`` is new.

    Cost: that of `layout.arrange` twice, a few times more beside cards that stay.
    """
    held = {key for key, card in picture.cards.items() if card.pinned or (only is not None and key not in only)}
    held &= seen.keys()
    ways = [_once(picture, dict(seen), held, whole=only is None)]
    tries = max(TRIES, ROUNDED // max(1, len(picture.cards)))
    while (spots := _once(picture, ways[-1], held, whole=only is None)) not in ways and len(ways) < tries:
        ways.append(spots)
    ring = ways[ways.index(spots) :] if spots in ways else ways[-1:]
    return min(ring, key=lambda one: sorted(one.items()))


def first_sight(picture: Picture) -> Spots:
    """Spots for all cards of a picture that nobody has seen yet: those of one round, at half the cost of several."""
    return _once(picture, {}, set(), whole=True)


def _once(picture: Picture, seen: Spots, held: set[Id], *, whole: bool) -> Spots:
    cards = reading_order(picture.cards.values())
    cards.sort(key=lambda card: seen.get(card.key, (0, 0)))
    x = _wanted(cards, picture.arrows.values(), seen, held)
    strips: dict[Strip, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: x[card.key]):
        strips[card.kind.level, card.layer].append(card)
    spots = {key: seen[key] for key in held}
    grounds: dict[int, Ground] = defaultdict(Ground)
    for card in cards:
        if card.key in held:
            grounds[card.kind.level].take(card.key, spots[card.key])
    rows = in_rows(strips, x, grounds, held) if whole else _rows_there(strips, x, grounds, held, seen)
    spots.update(rows)
    return in_columns(picture, spots, held) if whole else spots


def _wanted(cards: Sequence[Card], arrows: Iterable[Arrow], seen: Mapping[Id, Spot], held: set[Id]) -> dict[Id, float]:
    """How far across each card would stand in one long row of its level; around 0 where none is held."""
    at = {card.key: row for row, card in enumerate(cards)}
    pairs = [(at[arrow.lower], at[arrow.upper]) for arrow in arrows if arrow.lower in at and arrow.upper in at]
    laid = layout.arrange(
        [_layout_card(card, seen.get(card.key, (0, 0)), card.key in held) for card in cards], pairs, spacing=SPACING
    )
    across = [x for x, _ in laid]
    middle = 0 if held or not laid else snapped((min(across) + max(across)) / 2)
    return {card.key: one - middle for card, one in zip(cards, across, strict=True)}


def _layout_card(card: Card, spot: Spot, pinned: bool) -> layout.Card:
    below = card.kind.level >= GoalKind.UNIT_GOAL.level
    group = tuple(one for one in (card.centre, card.group) if one) if below else ()
    return layout.Card(
        goal=card.key,
        band=card.kind.level * 10 + card.layer,
        group=group,
        x=spot[0],
        width=CARD_WIDTH,
        height=CARD_HEIGHT,
        pinned=pinned,
    )


def in_rows(
    strips: Mapping[Strip, Sequence[Card]],
    x: Mapping[Id, float],
    grounds: Mapping[int, Ground],
    held: Collection[Id] = (),
) -> Iterator[tuple[Id, Spot]]:
    """Spots for the cards of each strip, from left to right: in one row, or column by column in several even ones.

    Where any strip needs several rows, all are packed around one middle; else cards stand where ``x`` wants them. What
    is held has its place on the ``grounds`` of the levels; the others go around it.
    """
    packed = any(len(strip) > MOST_A_ROW for strip in strips.values())
    depth: dict[int, int] = defaultdict(int)
    for (level, _), strip in sorted(strips.items()):
        rows, columns = even_rows(len(strip))
        left = snapped((1 - columns) / 2 * STEP)
        slots = ((left + place // rows * STEP, (depth[level] + place % rows) * ROW) for place in count())
        for card in strip:
            if card.key in held:
                continue
            if packed:
                yield card.key, next(slot for slot in slots if not held or grounds[level].free_spot(slot) == slot)
            else:
                yield card.key, _taken(card.key, (snapped(x[card.key]), depth[level] * ROW), grounds[level], held)
        depth[level] += rows


def _taken(key: Id, wanted: Spot, ground: Ground, held: Collection[Id]) -> Spot:
    """The spot, or the nearest gap beside what is held."""
    spot = ground.free_spot(wanted) if held else wanted
    if held:
        ground.take(key, spot)
    return spot


def _rows_there(
    strips: Mapping[Strip, Sequence[Card]],
    x: Mapping[Id, float],
    grounds: Mapping[int, Ground],
    held: Collection[Id],
    seen: Spots,
) -> Iterator[tuple[Id, Spot]]:
    """The same for cards among others that stay: their first row is where the uppermost of them stands now."""
    for (level, _), strip in sorted(strips.items()):
        free = [card for card in strip if card.key not in held]
        if not free:
            continue
        top = min(seen[card.key][1] for card in free)
        rows, columns = even_rows(len(free))
        left = sum(x[card.key] for card in free) / len(free) - (columns - 1) / 2 * STEP
        for place, card in enumerate(free):
            across = x[card.key] if rows == 1 else left + place // rows * STEP
            yield card.key, _taken(card.key, (snapped(across), top + place % rows * ROW), grounds[level], held)
