"""A map as a drawing for paper, picture and file: what the screen shows, in light dress, with full titles and a legend.

It is made of a picture, the spots of its cards and the words of the model; widths of texts come from who paints them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from strategikort.application.drawing import dress
from strategikort.application.drawing.columns import strips
from strategikort.application.drawing.face import SMALL, CardFace
from strategikort.application.drawing.ground import Spot
from strategikort.application.drawing.legend import legend
from strategikort.application.drawing.lettering import Lettering, Wide
from strategikort.application.drawing.measure import BAND_LABEL, BAND_PAD, CARD_HEIGHT, CARD_WIDTH, GAP
from strategikort.application.drawing.picture import Arrow, Card, Picture, reading_order
from strategikort.application.drawing.routes import Streets
from strategikort.application.drawing.shapes import arrow, plain_box
from strategikort.application.drawing.signs import Said, said_on, signs_on
from strategikort.cascade.changed_above import NO_DOUBTS, Doubts
from strategikort.cascade.findings import Severity
from strategikort.domain.drawn import Box, Drawing, Entry, Figure, Outline, Point, Section, Text
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from strategikort.domain.phrases import Wording
from strategikort.domain.shape import Id

HEAD_HEIGHT: Final = 68
EDGE: Final = 20
LEAST_WIDTH: Final = 480
FADED_LINK: Final = "#C9CFD5"
COLUMN_LABEL: Final = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapHead:
    """What is said of a map: its ``title``, and beside it whose it is and for when."""

    title: str
    note: str = ""


def map_drawing(
    picture: Picture,
    spots: Mapping[Id, Spot],
    words: Wording,
    wide: Wide,
    head: MapHead,
    *,
    headed: bool = True,
    faded: Collection[Id] = (),
    columns: Sequence[str] = (),
    known: Mapping[Id, Severity] | None = None,
    doubts: Doubts = NO_DOUBTS,
) -> Drawing:
    """The drawing of a picture whose cards stand at ``spots``; without its head where the paper's margin says that.

    ``columns`` are the names of the model's; ``known`` is the worst that is said of each goal, ``doubts`` are those
    of the document. ``faded`` cards step back, with their arrows, behind a thread that is looked at.
    """
    said = {key: said_on(card, known or {}, doubts) for key, card in picture.cards.items()}
    maker = _Maker(picture, spots, words, Lettering(wide), frozenset(faded), said)
    return maker.made(head, columns, headed=headed)


class _Maker:
    def __init__(
        self,
        picture: Picture,
        spots: Mapping[Id, Spot],
        words: Wording,
        lettering: Lettering,
        faded: frozenset[Id],
        said: Mapping[Id, Said],
    ) -> None:
        self._picture, self._spots, self._words = picture, spots, words
        self._lettering, self._faded = lettering, faded
        self._said = said
        self._face = CardFace(words, lettering)
        self._cards: dict[GoalKind, list[Card]] = defaultdict(list)
        for card in reading_order(picture.cards.values()):
            self._cards[card.kind].append(card)
        self._levels = [kind for kind in picture.levels if self._cards[kind]]
        self._places: dict[Id, Point] = {}
        self._streets = Streets(())

    def made(self, head: MapHead, columns: Sequence[str], *, headed: bool) -> Drawing:
        """The drawing; one with a head stands alone and has an edge around it."""
        top, edge = (float(HEAD_HEIGHT), float(EDGE)) if headed else (0.0, 0.0)
        left = edge + BAND_LABEL + GAP
        found = strips(self._picture, self._spots) if columns else ()
        top += COLUMN_LABEL if found else 0
        shift = left - min((spot[0] for spot in self._spots.values()), default=0)
        bands = self._stand(shift, top)
        self._streets = Streets([self._places[card.key] for card in self._cards[kind]] for kind in self._levels)
        right = max((x for x, _ in self._places.values()), default=0.0) + CARD_WIDTH + GAP
        right = max(right, edge + LEAST_WIDTH)
        foot = max((band.bottom for band in bands.values()), default=top)
        room = Box(left, foot + GAP, right - GAP, foot)
        signs = signs_on(self._picture, ((card, self._said[key]) for key, card in self._picture.cards.items()))
        explained, height = legend(self._words, self._lettering, signs, room)
        named = [(columns[one.column - 1], one.left + shift, one.right + shift) for one in found]
        return Drawing(
            name=head.title,
            language=self._words.language,
            width=right + edge,
            height=foot + GAP + height + edge,
            ground=(*self._ground(bands, edge, right), *_between(named, top, foot)),
            heads=self._heads(head, edge, right) if headed else (),
            columns=tuple(self._column(*one, top) for one in named),
            sections=tuple(self._sections(bands, edge)),
            legend=explained,
        )

    def _stand(self, shift: float, top: float) -> dict[GoalKind, Box]:
        """Let every card have its place; gives the bands from top to bottom."""
        bands: dict[GoalKind, Box] = {}
        for kind in self._levels:
            highest = min(self._spots[card.key][1] for card in self._cards[kind])
            deepest = 0.0
            for card in self._cards[kind]:
                x, y = self._spots[card.key]
                at = x + shift, top + BAND_PAD + y - highest
                self._places[card.key] = at
                deepest = max(deepest, at[1] + CARD_HEIGHT + BAND_PAD)
            bands[kind] = Box(0, top, 0, deepest)
            top = deepest
        return bands

    def _ground(self, bands: Mapping[GoalKind, Box], left: float, right: float) -> Iterator[Outline]:
        for place, band in enumerate(bands.values()):
            if place % 2 == 0:
                yield plain_box(Box(left, band.top, right, band.bottom), dress.SHADE)

    def _column(self, name: str, left: float, right: float, top: float) -> Figure:
        """The name of a column in the middle over it."""
        letter = self._lettering
        name = letter.cut(name, SMALL, right - left - 8, bold=True)
        start = (left + right - letter.wide(name, SMALL, True)) / 2
        return Figure((letter.text(name, (start, top - 8), SMALL, dress.MUTED, bold=True),))

    def _heads(self, head: MapHead, left: float, right: float) -> tuple[Text, ...]:
        letter, room = self._lettering, right - left
        title = letter.text(letter.cut(head.title, 17, room, bold=True), (left, 34), 17, dress.TEXT, bold=True)
        note = letter.text(letter.cut(head.note, 12, room), (left, 53), 12, dress.MUTED)
        return tuple(text for text in (title, note) if text.text)

    def _sections(self, bands: Mapping[GoalKind, Box], left: float) -> Iterator[Section]:
        ways: dict[Id, list[Arrow]] = defaultdict(list)
        for one in self._picture.arrows.values():
            ways[one.lower].append(one)
        for kind, band in bands.items():
            name = f"{self._words.word(kind.value):Many}"
            label = self._lettering.cut(name.upper(), 11, band.height - 8, bold=True)
            at = left + BAND_LABEL / 2 + 4, (band.top + band.bottom) / 2
            text = self._lettering.upwards(label, at, 11, dress.OF_KIND[kind], bold=True)
            entries = tuple(self._entry(card, ways[card.key]) for card in self._cards[kind])
            yield Section(name=name, heading=Figure((text,)), entries=entries)

    def _entry(self, card: Card, ways: list[Arrow]) -> Entry:
        above = sorted((self._places[one.upper], one.upper) for one in ways if one.kind is LinkKind.REALISES)
        return Entry(
            name=self._name(card),
            card=self._card(card),
            arrows=tuple(self._arrows(card, ways)),
            leads_to=above[0][1] if above else "",
        )

    def _name(self, card: Card) -> str:
        return f"{card.code} {card.title or self._words.text('sheet.untitled')}".strip()

    def _card(self, card: Card) -> Figure:
        parts = self._face.parts(card, self._places[card.key], said=self._said[card.key], faded=card.key in self._faded)
        return Figure(tuple(parts), about=card.key)

    def _arrows(self, card: Card, ways: list[Arrow]) -> Iterator[Figure]:
        """The arrows of each kind that leave a card, as one thing that says where they lead."""
        alike: dict[LinkKind, list[Arrow]] = defaultdict(list)
        for one in ways:
            alike[one.kind].append(one)
        for kind, arrows in alike.items():
            parts: list[Outline] = []
            names = []
            for one in sorted(arrows, key=lambda one: (self._places[one.upper], one.upper)):
                faded = card.key in self._faded or one.upper in self._faded
                colour = FADED_LINK if faded else dress.LINK
                parts += arrow(kind, self._places[card.key], self._places[one.upper], colour, streets=self._streets)
                upper = self._picture.cards[one.upper]
                names.append(upper.title or self._words.text("sheet.untitled"))
            said = self._words.text(f"sheet.said.{kind.value.lower()}", goals=tuple(names))
            yield Figure(tuple(parts), said=said)


def _between(columns: Sequence[tuple[str, float, float]], top: float, foot: float) -> Iterator[Outline]:
    """Dashed lines between neighbouring columns."""
    for (_, _, right), (_, left, _) in pairwise(columns):
        x = (right + left) / 2
        yield Outline(start=(x, top), steps=(((x, foot),),), line=dress.BORDER, width=1.0, dashes=(4.0, 4.0))
