"""How a card looks on paper: as on the screen, but a long title is set smaller before it is cut."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from strategikort.application.drawing import dress
from strategikort.application.drawing.lettering import ELLIPSIS, Lettering
from strategikort.application.drawing.measure import CARD_HEIGHT, CARD_WIDTH, CORNER, MARK, PAD
from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.shapes import boxed, lock, mark, pin
from strategikort.application.drawing.signs import NOTHING, Said, Sign, signs_of
from strategikort.domain.drawn import Box, Outline, Part, Point
from strategikort.domain.phrases import Wording

SMALL: Final = 11
FOOT: Final = CARD_HEIGHT - PAD - 3
FADED: Final = 0.55
BEHIND: Final = 3
LOCK: Final = 11
PIN: Final = 6


_SIGN_WORDS: Final = {
    Sign.BROKEN: "sheet.broken",
    Sign.ASKED: "sheet.doubt.asked",
    Sign.WAITING: "sheet.doubt.waiting",
}
_SIGN_COLOURS: Final = {
    Sign.BROKEN: dress.ERROR,
    Sign.ERROR: dress.ERROR,
    Sign.WARNING: dress.WARNING,
    Sign.ASKED: dress.WARNING,
    Sign.WAITING: dress.MUTED,
}


class Setting(NamedTuple):
    """A way to set a title: its size, how many lines at the most, where the first stands, from line to line."""

    size: float
    most: int
    first: float
    step: float


TITLE: Final = Setting(13, 2, 41, 17.5), Setting(11.5, 3, 37, 13.5)


class CardFace:
    """Makes the parts of cards."""

    def __init__(self, words: Wording, lettering: Lettering) -> None:
        self._words, self._lettering = words, lettering

    def parts(self, card: Card, at: Point, *, said: Said = NOTHING, faded: bool = False) -> Iterator[Part]:
        """Frame, marks and texts of a card whose upper left corner is at a point, in reading order."""

        def ink(colour: str) -> str:
            return thinned(colour) if faded else colour

        x, y = at
        right = x + CARD_WIDTH - PAD
        colour = ink(dress.OF_KIND[card.kind])
        yield from self._frame(card, Box(x, y, x + CARD_WIDTH, y + CARD_HEIGHT), faded=faded)
        yield mark(card.kind, (x + PAD, y + PAD + 2), MARK, colour)
        letter = self._lettering
        signs = list(self._signs(card, said))
        start = x + PAD + MARK + 7
        edge = right - (PIN if card.pinned else 0)
        end = edge - sum(letter.wide(sign, SMALL, True) + 8 for sign, _ in signs) - (LOCK + 6 if card.locked else 0)
        code = letter.text(
            letter.cut(card.code, SMALL, end - start, bold=True), (start, y + PAD + 11), SMALL, colour, bold=True
        )
        if code.text:
            yield code
        if card.locked:
            yield from lock((start + (code.width + 6 if code.text else 0), y + PAD + 3), ink(dress.MUTED))
        if card.pinned:
            yield from pin((x + CARD_WIDTH - 3, y + 1), ink(dress.MUTED))
        for place, (sign, colour) in enumerate(signs):
            behind = sum(letter.wide(one, SMALL, True) + 8 for one, _ in signs[place + 1 :])
            yield letter.ending(sign, (edge - behind, y + PAD + 11), SMALL, ink(colour), bold=True)
        colour = ink(dress.MUTED if card.cancelled else dress.TEXT)
        setting, lines = self._title(card.title or self._words.text("sheet.untitled"))
        for row, line in enumerate(lines):
            yield letter.text(line, (x + PAD, y + setting.first + row * setting.step), setting.size, colour)
        counts = letter.ending(self._counts(card), (right, y + FOOT), SMALL, ink(dress.MUTED))
        foot = letter.cut(card.foot, SMALL, counts.at[0] - 8 - x - PAD)
        if foot:
            yield letter.text(foot, (x + PAD, y + FOOT), SMALL, ink(dress.MUTED))
        yield counts

    def _frame(self, card: Card, box: Box, *, faded: bool) -> Iterator[Outline]:
        edge, width = (dress.ERROR, 1.5) if card.broken else (dress.BORDER, 1.0)
        edge = thinned(edge) if faded else edge
        *back, front = boxed(box, CORNER, edge, behind=BEHIND, width=width)
        if card.is_box:
            yield from back
        yield replace(front, dashes=(5.0, 4.0)) if card.broken else front

    def _signs(self, card: Card, said: Said) -> Iterator[tuple[str, str]]:
        """The signs in letters or words, and their colours."""
        for sign, letters in signs_of(said, broken=card.broken):
            yield letters or self._words.text(_SIGN_WORDS[sign]), _SIGN_COLOURS[sign]

    def _title(self, title: str) -> tuple["Setting", tuple[str, ...]]:
        """The lines of a title and how they are set: small where it does not fit else."""
        for setting in TITLE:
            lines = self._lettering.lines(title, setting.size, CARD_WIDTH - 2 * PAD, setting.most)
            if not any(line.endswith(ELLIPSIS) for line in lines):
                break
        return setting, lines

    def _counts(self, card: Card) -> str:
        if card.is_box:
            return self._words.text("sheet.box", goals=card.downs, efforts=card.efforts)
        return f"▲{card.ups} ▼{card.downs}"


def thinned(colour: str) -> str:
    """A colour that steps back on white, and stays readable."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * FADED):02X}" for part in parts)
