"""One card on the drawing: what it shows, where it stands, and how it is looked at just now."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, HANDLE
from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.signs import NOTHING, Said
from strategikort.desktop.canvas.written import Written
from strategikort.domain.shape import Id

HANDLES = QPointF(CARD_WIDTH / 2, 0), QPointF(CARD_WIDTH / 2, CARD_HEIGHT)
"""Where links are drawn from, in the card's own coordinates."""


class PlacedCard:
    """The card of a picture on the drawing. It keeps; who paints it, and who changes it, is the scene's business."""

    __slots__ = (
        "_changed",
        "_said",
        "block",
        "card",
        "dimmed",
        "face",
        "hidden",
        "hovered",
        "lit",
        "named_first",
        "selected",
        "sought",
        "x",
        "y",
    )

    def __init__(self, card: Card, changed: Callable[[Id], None]) -> None:
        self._changed = changed
        self.card = card
        self.x, self.y = 0.0, 0.0
        self._said = NOTHING
        self.selected = self.dimmed = self.hovered = self.hidden = self.sought = False
        self.lit: bool | None = None
        """While a link is drawn: whether it may end here; None when no link is drawn."""
        self.named_first = False
        """While the first title of a goal is written: nothing is wrong with it yet."""
        self.face: list[Written] | None = None
        """What the painter of cards has worked out for it; None when that is to be done."""
        self.block: tuple[Written, ...] | None = None
        """The same from afar."""

    @property
    def broken(self) -> bool:
        """Whether the card says that its thread is broken."""
        return self.card.broken and not self.named_first

    @property
    def said(self) -> Said:
        """What the card says of its goals."""
        return NOTHING if self.named_first else self._said

    @property
    def place(self) -> QPointF:
        """The upper left corner, in the scene."""
        return QPointF(self.x, self.y)

    @property
    def middle(self) -> QPointF:
        """The middle, in the scene."""
        return QPointF(self.x + CARD_WIDTH / 2, self.y + CARD_HEIGHT / 2)

    @property
    def rect(self) -> QRectF:
        """The card, in the scene."""
        return QRectF(self.x, self.y, CARD_WIDTH, CARD_HEIGHT)

    def move_to(self, x: float, y: float) -> bool:
        """Stand there from now on; whether that is elsewhere."""
        if (x, y) == (self.x, self.y):
            return False
        self.x, self.y = x, y
        self._changed(self.card.key)
        return True

    def show(self, card: Card, said: Said) -> None:
        """Show this from now on."""
        self.card, self._said, self.face, self.block = card, said, None, None
        self._changed(self.card.key)

    def name_first(self, named_first: bool) -> None:
        """Say nothing of what is wrong while the first title is written, or again."""
        self.named_first = named_first
        self.show(self.card, self._said)

    def select(self, selected: bool) -> None:
        """Mark the card as one of those that are selected."""
        if selected is not self.selected:
            self.selected = selected
            self._changed(self.card.key)

    def light(self, lit: bool | None) -> None:
        """Mark the card as one where a link may end, may not, or that no link is being drawn."""
        if lit is not self.lit:
            self.lit = lit
            self._changed(self.card.key)

    def step_back(self, *, dimmed: bool, hidden: bool, sought: bool) -> None:
        """Let the card step back behind what is looked at, still readable or hidden; or mark it as searched for."""
        if (dimmed, hidden, sought) != (self.dimmed, self.hidden, self.sought):
            self.dimmed, self.hidden, self.sought = dimmed, hidden, sought
            self._changed(self.card.key)

    def hover(self, hovered: bool) -> None:
        """Show the handles from which a link is drawn, or hide them."""
        if hovered is not self.hovered:
            self.hovered = hovered
            self._changed(self.card.key)

    @property
    def has_handles(self) -> bool:
        """Whether the handles are shown."""
        return (self.hovered or self.selected) and not self.card.is_box

    def on_handle(self, place: QPointF) -> bool:
        """Whether ``place``, in the scene, is on a handle that is shown."""
        if not self.has_handles:
            return False
        return any((place - self.place - handle).manhattanLength() <= 2.4 * HANDLE for handle in HANDLES)
