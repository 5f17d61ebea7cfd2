"""The scene: the cards and arrows of one map, always those of the document.

Loading and living are one path: after each change the drawing follows what differs between the picture of the map and
the one before. Cards stay where people see them; only what is new looks for a place.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsScene

from strategikort.application.drawing.columns import strips
from strategikort.application.drawing.ground import Spot
from strategikort.application.drawing.looking import Emphasis, Look, emphasis
from strategikort.application.drawing.measure import BAND_PAD, CARD_HEIGHT, CARD_WIDTH
from strategikort.application.drawing.picture import Card, Picture, picture_after, picture_of
from strategikort.application.drawing.placing import Places
from strategikort.application.drawing.touched import touched_by
from strategikort.cascade.changed_above import Doubt
from strategikort.desktop.bridge import Bridge, Changed
from strategikort.desktop.canvas.arrows import Arrows
from strategikort.desktop.canvas.bands import Bands
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.cards import Cards
from strategikort.desktop.canvas.faces import CardWords, Faces
from strategikort.desktop.canvas.layer import Layer
from strategikort.desktop.canvas.said_on_cards import SaidOnCards
from strategikort.desktop.look.theme import Theme
from strategikort.domain.collecting import without_collecting
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.shape import Id

MARGIN = 240
MOST_TOLD_APART = 1_000
"""The arrows between more cards than this are not drawn otherwise than the rest: nobody tells them apart."""
OUTSIDE = 8.0
"""How far handles and edges reach beyond a card."""


class MapScene(QGraphicsScene):
    """The drawing of one map of the bridge's document."""

    redrawn = Signal()
    """Cards, arrows or bands have changed."""
    told_otherwise = Signal()
    """Something else is `told` of cards."""
    units_opened = Signal()
    """Somebody has opened or closed units; `opened` says which are open."""

    def __init__(self, bridge: Bridge, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.bridge, self.theme = bridge, theme
        self.map: Id | None = None
        self.opened: frozenset[Id] = frozenset()
        self.opened_on: Callable[[Id | None], frozenset[Id]] = lambda map: frozenset()
        """Which units are open on a map when it is shown."""
        profile = bridge.workspace.profile
        self.bands = Bands(theme, font, {kind: profile.words[kind.value].many for kind in profile.levels})
        self.picture = Picture(levels=profile.levels)
        self.places = Places()
        self._content = QRectF()
        words = CardWords(
            untitled=self.tr("Untitled"),
            broken=self.tr("▲ broken thread"),
            box=self.tr("{goals} goals · {efforts} efforts"),
            inside=self._inside,
            doubts={one: bridge.workspace.words.text(f"sheet.doubt.{one.value}") for one in Doubt},
        )
        self.faces = Faces(theme, font, words)
        self._cards = Cards(self, self.faces, self._within)
        self.arrows = Arrows(self, theme)
        self._said = SaidOnCards(bridge, self._say)
        self._chosen: frozenset[Id] = frozenset()
        self._free, self._beyond = 0.0, QRectF()
        self.told: Mapping[Id, str] = {}
        """What is heard of cards beside all else, by key: of the comparison that lies over them."""
        self.look, self.stands_out = Look(), Emphasis()
        bridge.changed.connect(self._follow_change)
        bridge.selected.connect(self.follow_selection)

    def _inside(self, box: Card) -> str:
        """What a unit's box holds, said shortly: its goals, or what it does for a goal of others."""
        return self.tr("%n goal(s)", "", box.downs) if box.downs else self.tr("%n effort(s)", "", box.efforts)

    def show_map(self, map: Id | None) -> None:
        """Show another map, None for the whole document."""
        self.map, self.opened = map, self.opened_on(map)
        self._forget()
        self.refresh()

    def open_unit(self, unit: Id, *, opened: bool = True) -> None:
        """Show the goals of a unit instead of its box, or the box again."""
        self.opened = self.opened | {unit} if opened else self.opened - {unit}
        self.refresh()
        self.units_opened.emit()

    def redraw(self) -> None:
        """Draw everything anew: the colours have become others."""
        for item in self.items():
            if isinstance(item, Layer):
                item.redraw()
        self.update()

    def _forget(self) -> None:
        self.places = Places()
        self._show(Picture(levels=self.picture.levels))

    def refresh(self) -> None:
        """Work out from nothing what the map shows and let the drawing follow."""
        space = self.bridge.workspace
        with without_collecting():
            self._show(picture_of(space.document, space.profile, self.map, self.opened))

    def _follow_change(self, changed: Changed) -> None:
        touched = touched_by(changed.change_set.changes)
        profile = self.bridge.workspace.profile
        picture = picture_after(self.picture, touched, changed.document, profile, self.map, self.opened)
        if picture is not self.picture:
            self._show(picture)

    def _show(self, picture: Picture) -> None:
        """Let the drawing follow what differs between this picture and what it shows."""
        before, self.picture = self.picture, picture
        cards = self._cards.placed
        for key in cards.keys() - picture.cards.keys():
            self._cards.remove(key)
        for key, card in picture.cards.items():
            placed = cards.get(key)
            if placed is None or placed.card is not card:
                self._cards.show(card, self._said.of(card))
        if not picture.stands_as(before):
            self._place()
        self.follow_selection(self.bridge.selection)
        self.redrawn.emit()

    def _place(self) -> None:
        """Let cards, bands and arrows be where those of the picture belong."""
        picture = self.picture
        self.places.follow(picture)
        self.bands.bands = self.places.bands(picture.levels)
        self.bands.empty = frozenset(picture.levels) - {card.kind for card in picture.cards.values()}
        columns = self.bridge.workspace.profile.columns
        if columns:
            found = strips(picture, self.places.spots)
            self.bands.columns = [(columns[one.column - 1].name, one) for one in found]
        moved = self._put_in_place()
        self.arrows.follow(picture.arrows, self._cards.placed, moved)
        self._set_bounds()

    def _say(self, goals: Iterable[Id]) -> None:
        """Something else is said of these goals than before."""
        for placed in {placed.card.key: placed for goal in goals if (placed := self.item(goal))}.values():
            self._cards.show(placed.card, self._said.of(placed.card))

    def _put_in_place(self) -> list[Id]:
        """Let each card stand at its spot; those that stood elsewhere."""
        tops = {kind: band.top + BAND_PAD for kind, band in self.bands.bands.items()}
        return [
            key
            for key, placed in self._cards.placed.items()
            if placed.move_to((spot := self.places.spots[key])[0], tops[placed.card.kind] + spot[1])
        ]

    def spot_at(self, point: QPointF, kind: GoalKind) -> Spot:
        """The place, as the document keeps it, of a card of ``kind`` whose corner is dropped at ``point``."""
        return round(point.x()), max(0, round(point.y() - self.bands.bands[kind].top - BAND_PAD))

    def free_spot(self, kind: GoalKind, near: Goal | None) -> Spot:
        """The free place of a band nearest to a goal."""
        card = self.item(near.id) if near else None
        x, y = self.spot_at(card.place, kind) if card else (0, 0)
        return self.places.free_spot(kind, (x, y if card and card.card.kind is kind else 0))

    def kind_at(self, point: QPointF) -> GoalKind | None:
        """The level whose band ``point`` lies in."""
        for kind, band in self.bands.bands.items():
            if band.top <= point.y() < band.top + band.height:
                return kind
        return None

    def item(self, key: Id) -> PlacedCard | None:
        """The card with ``key``, or that which a goal with this identity is in; None if the map does not show it."""
        return self._cards.placed.get(self.picture.card_of.get(key, key))

    def card_at(self, place: QPointF) -> PlacedCard | None:
        """The card under ``place``, the last one made if there are several."""
        found = [one for one in self.cards_near(place) if one.rect.contains(place)]
        return found[-1] if found else None

    def handle_at(self, place: QPointF) -> PlacedCard | None:
        """The card of the handle under ``place``, if there is one and it is shown."""
        return next((one for one in self.cards_near(place) if one.on_handle(place)), None)

    def cards_near(self, place: QPointF) -> list[PlacedCard]:
        """The cards under ``place``, or so near that their handles may be."""
        around = QRectF(place.x() - CARD_HEIGHT, place.y() - CARD_HEIGHT, 2 * CARD_HEIGHT, 2 * CARD_HEIGHT)
        return self.cards_within(around)

    def cards_within(self, seen: QRectF) -> list[PlacedCard]:
        """The cards that are drawn in a rectangle of the scene, and a few beside it."""
        return [one for key in self._within(seen) if not (one := self._cards.placed[key]).hidden]

    def _within(self, seen: QRectF) -> Iterator[Id]:
        for kind, band in self.bands.bands.items():
            top = band.top + BAND_PAD
            if top <= seen.bottom() + OUTSIDE and seen.top() - OUTSIDE <= band.top + band.height:
                yield from self.places.within(
                    kind,
                    seen.left() - OUTSIDE,
                    seen.top() - OUTSIDE - top,
                    seen.right() + OUTSIDE,
                    seen.bottom() + OUTSIDE - top,
                )

    def lift(self, keys: Iterable[Id]) -> None:
        """Let cards, with their arrows, follow a hand; none to put them down."""
        held = frozenset(keys)
        self._cards.lift(held)
        self.arrows.lift(held)

    def carry(self, where: Mapping[Id, QPointF]) -> None:
        """Let lifted cards be at these places now."""
        for key, place in where.items():
            self._cards.placed[key].move_to(place.x(), place.y())
        self.arrows.move(self._cards.placed)

    def card_items(self) -> Collection[PlacedCard]:
        """All cards."""
        return self._cards.placed.values()

    def selected_cards(self) -> list[PlacedCard]:
        """The cards that are marked as selected."""
        return [self._cards.placed[key] for key in self._chosen if key in self._cards.placed]

    def content_rect(self) -> QRectF:
        """The rectangle around all bands, and all cards that no hand has lifted, in scene coordinates."""
        return QRectF(self._content)

    def _rect_of_all(self) -> QRectF:
        cards, bounds = self._cards.placed.values(), QRectF()
        if cards:
            across, down = [one.x for one in cards], [one.y for one in cards]
            left, right, top, bottom = min(across), max(across), min(down), max(down)
            bounds = QRectF(left, top, right - left + CARD_WIDTH, bottom - top + CARD_HEIGHT)
        last = list(self.bands.bands.values())
        if last:
            bounds = bounds.united(QRectF(bounds.left(), 0, max(bounds.width(), 400), last[-1].top + last[-1].height))
        return bounds

    def keep_free(self, left: float) -> None:
        """Let so much more ground be seen to the left of the cards."""
        if left != self._free:
            self._free = left
            self._set_bounds()

    def lay_over(self, layer: Layer) -> None:
        """Show a layer that tells something of the cards and arrows, and paint it anew whenever those are."""
        self.addItem(layer)
        self._cards.layers.carry(layer)
        self.arrows.layers.carry(layer)

    def reach_beyond(self, bounds: QRectF) -> None:
        """Let this be seen too, whatever it is that is drawn there."""
        if bounds != self._beyond:
            self._beyond = bounds
            self._set_bounds()

    def _set_bounds(self) -> None:
        self._content = self._rect_of_all().united(self._beyond)
        bounds = self._content.adjusted(-MARGIN - self._free, -MARGIN, MARGIN, MARGIN)
        self.setSceneRect(bounds)
        self._cards.layers.reach(bounds)
        self.arrows.layers.reach(bounds)

    def follow_selection(self, selection: tuple[Id, ...]) -> None:
        """Mark the selected cards, and the red thread of a single one up and down."""
        cards = self._cards.placed
        before, self._chosen = self._chosen, frozenset(self.picture.card_of.get(one, one) for one in selection)
        for key in before | self._chosen:
            if key in cards:
                cards[key].select(key in self._chosen)
        starts = self._chosen & cards.keys()
        if starts or not self.look.following:
            self.look = replace(self.look, starts=starts)
        links = self._chosen - cards.keys()
        ways = {key for key, arrow in self.picture.arrows.items() if not links.isdisjoint(arrow.links)} if links else ()
        self.arrows.choose(ways)
        self._emphasise()

    def look_at(self, look: Look) -> None:
        """Look at the map so from now on; what it is about to follow starts where it did."""
        self.look = replace(look, starts=self.look.starts)
        self._emphasise()

    def seek(self, hits: Iterable[Id] | None) -> None:
        """Show which goals were searched for; None when nobody searches."""
        self.look_at(replace(self.look, hits=None if hits is None else frozenset(hits)))

    def tell(self, told: Mapping[Id, str]) -> None:
        """Let this be heard of cards from now on."""
        self.told = told
        self.told_otherwise.emit()

    @property
    def left_alone(self) -> frozenset[Id] | None:
        """The only cards that are drawn while the rest is hidden; None while nothing is."""
        return self.stands_out.cards if self.look.alone else None

    def _emphasise(self) -> None:
        """Let what is looked at stand out, and the rest step back or away."""
        before, self.stands_out = self.stands_out, emphasis(self.picture, self.look)
        shown = self.stands_out.cards
        sought = self.look.hits
        if shown is not None or before.cards is not None:
            for key, placed in self._cards.placed.items():
                aside = shown is not None and key not in shown
                hit = sought is not None and not sought.isdisjoint(placed.card.goals)
                placed.step_back(dimmed=aside, hidden=aside and self.look.alone, sought=hit)
        few = shown is not None and len(shown) <= MOST_TOLD_APART
        strong = self.stands_out.arrows if few else frozenset()
        self.arrows.strengthen(strong | self.arrows.chosen, dim_others=few, among=self.left_alone)
