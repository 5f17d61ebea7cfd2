"""The way of an arrow: what is painted of a long one is the same curve, and its rectangle holds all of it."""

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from strategikort.application.drawing.picture import Card
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.route import Route, StreetMap
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

places = st.tuples(st.integers(-3_000, 3_000), st.integers(-6_000, 6_000))
shares = st.floats(0, 1)


def _card(place: tuple[int, int]) -> PlacedCard:
    card = Card(key=Id("a"), kind=GoalKind.UNIT_GOAL, goals=(Id("a"),), code="", title="", foot="")
    placed = PlacedCard(card, lambda _: None)
    placed.move_to(*place)
    return placed


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


@given(st.sampled_from(LinkKind), places, places)
def test_an_arrow_with_its_head_is_within_its_rectangle(
    kind: LinkKind, lower: tuple[int, int], upper: tuple[int, int]
) -> None:
    route = Route(kind, _card(lower), _card(upper))
    bounds = QRectF(QPointF(route.left, route.top), QPointF(route.right, route.bottom))
    assert bounds.contains(route.path.boundingRect().united(route.head.boundingRect()))


@given(st.sampled_from(LinkKind), st.lists(places, min_size=2, max_size=40))
def test_an_arrow_around_others_is_within_its_rectangle_too(kind: LinkKind, corners: list[tuple[int, int]]) -> None:
    cards, map = [_card(corner) for corner in corners], StreetMap()
    map.follow(cards)
    route = Route(kind, cards[0], cards[1], map)
    bounds = QRectF(QPointF(route.left, route.top), QPointF(route.right, route.bottom))
    assert bounds.contains(route.path.boundingRect().united(route.head.boundingRect()))


@given(places, places, shares, st.integers(2, 400), st.integers(2, 400))
def test_of_a_long_arrow_all_that_is_in_sight_is_painted_and_lies_on_it(
    lower: tuple[int, int], upper: tuple[int, int], share: float, width: int, height: int
) -> None:
    route = Route(LinkKind.REALISES, _card(lower), _card(upper))
    assume(route.upright)
    middle = route.path.pointAtPercent(share)
    seen = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    cut, whole = route.stretch(seen), route.path
    painted = [cut.pointAtPercent(number / 400) for number in range(401)]
    step = max(cut.length() / 400, 1.0)
    assert min(_distance(middle, one) for one in painted) <= 2 * step + 1
    fine = [whole.pointAtPercent(number / 400) for number in range(401)]
    apart = 2 * whole.length() / 400 + 1
    assert all(min(_distance(one, other) for other in fine) <= apart for one in painted[::40])
