"""The scene: the cards and arrows of one map, always those of the document.

Loading and living are one path: after each change the picture of the map is worked out anew and the items follow the
difference. Cards stay where people see them; only what is new looks for a place.
"""

from collections.abc import Iterable, Mapping, Set

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsScene

from strategikort.cascade.findings import Finding, Severity
from strategikort.desktop.bridge import Bridge
from strategikort.desktop.canvas.arrows import ArrowsItem, Key
from strategikort.desktop.canvas.bands import Bands
from strategikort.desktop.canvas.card import CardFonts, CardItem, CardWords
from strategikort.desktop.canvas.ground import Spot
from strategikort.desktop.canvas.measure import BAND_PAD, CARD_HEIGHT, CARD_WIDTH
from strategikort.desktop.canvas.picture import Picture, picture_of
from strategikort.desktop.canvas.placing import Places
from strategikort.desktop.theme import Theme
from strategikort.domain.edits.maps import move_goals
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.shape import Id

MARGIN = 240


class MapScene(QGraphicsScene):
    """The drawing of one map of the bridge's document."""

    redrawn = Signal()
    """Cards, arrows or bands have changed."""

    def __init__(self, bridge: Bridge, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.theme = bridge, theme
        self.map: Id | None = None
        self.opened: frozenset[Id] = frozenset()
        profile = bridge.workspace.profile
        self.bands = Bands(theme, font, {kind: profile.words[kind.value].many for kind in profile.levels})
        self.picture = Picture(levels=profile.levels)
        self.places = Places()
        self._items: dict[Id, CardItem] = {}
        self._fonts = CardFonts(font)
        self._words = CardWords(
            untitled=self.tr("Untitled"),
            broken=self.tr("▲ broken thread"),
            box=self.tr("{goals} goals · {efforts} efforts"),
        )
        self.arrows = ArrowsItem(theme)
        self.addItem(self.arrows)
        bridge.changed.connect(self._follow_change)
        bridge.checked.connect(self._follow_findings)
        bridge.selected.connect(self.follow_selection)

    def show_map(self, map: Id | None) -> None:
        """Show another map, None for the whole document."""
        self.map, self.opened = map, frozenset()
        self._forget()
        self.refresh()

    def open_unit(self, unit: Id, *, opened: bool = True) -> None:
        """Show the goals of a unit instead of its box, or the box again."""
        self.opened = self.opened | {unit} if opened else self.opened - {unit}
        self.refresh()

    def arrange(self) -> None:
        """Forget where cards without a kept place stand and find better places for them."""
        self.places = Places()
        self.refresh()

    def _forget(self) -> None:
        for item in self._items.values():
            self.removeItem(item)
        self._items, self.places = {}, Places()
        self.arrows.follow({}, {}, ())

    def refresh(self) -> None:
        """Work out what the map shows and let the items follow."""
        picture = picture_of(self.bridge.document, self.bridge.workspace.profile, self.map, self.opened)
        self.picture = picture
        self.places.follow(picture)
        self.bands.bands = self.places.bands(picture.levels)
        for key in [key for key in self._items if key not in picture.cards]:
            self.removeItem(self._items.pop(key))
        moved = [key for key in picture.cards if self._place_item(key)]
        self.arrows.follow(picture.arrows, self.card_points(), moved)
        self._set_bounds()
        self.follow_selection(self.bridge.selection)
        self.redrawn.emit()

    def _place_item(self, key: Id) -> bool:
        card = self.picture.cards[key]
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = CardItem(card, self._fonts, self.theme, self._words)
            self.addItem(item)
        item.show_card(card, self._severity(card.goals))
        place = self._point(key)
        if item.pos() == place:
            return False
        item.setPos(place)
        return True

    def _point(self, key: Id) -> QPointF:
        x, y = self.places.spots[key]
        return QPointF(x, self.bands.bands[self.picture.cards[key].kind].top + BAND_PAD + y)

    def spot_at(self, point: QPointF, kind: GoalKind) -> Spot:
        """The place, as the document keeps it, of a card of ``kind`` whose corner is dropped at ``point``."""
        return round(point.x()), max(0, round(point.y() - self.bands.bands[kind].top - BAND_PAD))

    def free_spot(self, kind: GoalKind, near: Goal | None) -> Spot:
        """The free place of a band nearest to a goal."""
        item = self.item(near.id) if near else None
        beside = self.spot_at(item.pos(), kind) if item else (0, 0)
        return self.places.free_spot(kind, beside if item and item.card.kind is kind else (beside[0], 0))

    def kind_at(self, point: QPointF) -> GoalKind | None:
        """The level whose band ``point`` lies in."""
        for kind, band in self.bands.bands.items():
            if band.top <= point.y() < band.top + band.height:
                return kind
        return None

    def card_points(self) -> Mapping[Id, QPointF]:
        """Where the cards stand now, by key."""
        return {key: item.pos() for key, item in self._items.items()}

    def item(self, key: Id) -> CardItem | None:
        """The card with ``key``, or that which a goal with this identity is in; None if the map does not show it."""
        return self._items.get(self.picture.card_of.get(key, key))

    def card_at(self, place: QPointF) -> CardItem | None:
        """The topmost card under ``place``."""
        for item in self.items(place):
            if isinstance(item, CardItem) and item.rect().contains(item.mapFromScene(place)):
                return item
        return None

    def keep_places(self, items: Iterable[CardItem]) -> None:
        """Keep where cards stand now: in the document, if this is a map that keeps places; as one step."""
        where = {}
        for item in items:
            where[item.card.key] = self.spot_at(item.pos(), item.card.kind)
            self.places.put(item.card.key, item.card.kind, where[item.card.key])
        kept = {key: spot for key, spot in where.items() if key in self.picture.card_of}
        if self.map is None or not kept:
            self.refresh()
            return
        map, new_id = self.map, self.bridge.workspace.new_id
        if self.bridge.edit(lambda document: move_goals(document, map, kept, new_id=new_id)) is None:
            self.refresh()

    def card_items(self) -> Iterable[CardItem]:
        """All cards."""
        return self._items.values()

    def state(self) -> tuple[frozenset[tuple[Id, str, str]], frozenset[Key]]:
        """What is really drawn: cards with code and title, and arrows. For tests that hold it to the document."""
        cards = frozenset((key, item.card.code, item.card.title) for key, item in self._items.items())
        return cards, self.arrows.keys

    def content_rect(self) -> QRectF:
        """The rectangle around all cards and bands, in scene coordinates."""
        bounds = QRectF()
        for point in self.card_points().values():
            bounds = bounds.united(QRectF(point.x(), point.y(), CARD_WIDTH, CARD_HEIGHT))
        last = list(self.bands.bands.values())
        if last:
            bounds = bounds.united(QRectF(bounds.left(), 0, max(bounds.width(), 400), last[-1].top + last[-1].height))
        return bounds

    def _set_bounds(self) -> None:
        self.setSceneRect(self.content_rect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _severity(self, goals: Iterable[Id]) -> Severity | None:
        found = [one.severity for goal in goals for one in self.bridge.findings_of(goal)]
        shown = [one for one in found if one is not Severity.INFO]
        return min(shown, key=lambda one: one.rank, default=None)

    def _follow_change(self, changed: object) -> None:
        self.refresh()

    def _follow_findings(self, findings: tuple[Finding, ...]) -> None:
        for item in self._items.values():
            item.show_card(item.card, self._severity(item.card.goals))

    def follow_selection(self, selection: tuple[Id, ...]) -> None:
        """Mark the selected cards, and the red thread of a single one up and down."""
        chosen = {self.picture.card_of.get(one, one) for one in selection}
        for key, item in self._items.items():
            item.setSelected(key in chosen)
        single = chosen if len(chosen) == 1 else set()
        thread, keys = self._thread(single & self._items.keys())
        self.arrows.strengthen(keys, dim_others=bool(single and keys))
        for key, item in self._items.items():
            item.dim(bool(keys) and key not in thread)

    def _thread(self, starts: Set[Id]) -> tuple[set[Id], set[Key]]:
        """The cards above and below ``starts`` on the drawing, and the arrows between them."""
        if not starts:
            return set(), set()
        supporting = [key for key in self.picture.arrows if key[0] is LinkKind.REALISES]
        cards, keys = set(starts), set[Key]()
        for upward in (True, False):
            ways: dict[Id, list[Key]] = {}
            for key in supporting:
                ways.setdefault(key[1] if upward else key[2], []).append(key)
            seen = set(starts)
            waiting = list(seen)
            while waiting:
                for key in ways.get(waiting.pop(), ()):
                    keys.add(key)
                    there = key[2] if upward else key[1]
                    if there not in seen:
                        seen.add(there)
                        waiting.append(there)
            cards |= seen
        return cards, keys
