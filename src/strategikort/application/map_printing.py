"""Maps on paper, as pictures and as drawings: which map, on which sheets, and the finished file."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from strategikort.application.agreements import centre_named
from strategikort.application.drawing.ground import Spot
from strategikort.application.drawing.picture import Picture, picture_of
from strategikort.application.drawing.placing import Places
from strategikort.application.drawing.sheet import MapHead, map_drawing
from strategikort.application.drawing.signs import severities
from strategikort.application.printing import moment, read_typefaces
from strategikort.application.reading import Reading
from strategikort.cascade.changed_above import doubts_of
from strategikort.cascade.findings import Finding
from strategikort.domain.document import Document, map_titled
from strategikort.domain.drawn import Drawing
from strategikort.domain.edits.agreements import within
from strategikort.domain.failures import KnownFailure
from strategikort.domain.maps import SMALLEST_TEXT, StrategyMap
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.exchange.svg import svg_of
from strategikort.reports.lines import broken
from strategikort.reports.looks import MM
from strategikort.reports.map_paper import Margin, render_map, render_picture
from strategikort.reports.model import Paper
from strategikort.reports.pictures import NoPicture
from strategikort.reports.preview import render_png
from strategikort.reports.tiles import MOST as MOST_SHEETS
from strategikort.reports.tiles import PaperSize, Sheets, Spread, better_way_up, enough
from strategikort.reports.typefaces import BOLD, REGULAR

__all__ = ["MOST_SHEETS", "MapPress", "PaperSize", "Sheets", "Shown", "Small", "map_of_centre", "png_of"]

_PIXEL: Final = 72 / 96
"""The points of one unit of a drawing that stands alone: a pixel of 96 on an inch."""
_MEASURED_AT: Final = 100.0
_WIDEST: Final = 1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a document is drawn: a map (None: everything), the units opened on it, where cards stand if not as kept.

    ``faded`` cards step back behind a thread that is looked at; with ``only``, nothing but these cards is drawn.
    """

    map: Id | None = None
    opened: frozenset[Id] = frozenset()
    spots: Mapping[Id, Spot] | None = None
    faded: frozenset[Id] = frozenset()
    only: frozenset[Id] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """Text on paper is only so many points high; ``sheets`` of the same format make it readable, if any do."""

    points: float
    sheets: tuple[int, int] | None

    @property
    def points_written(self) -> Decimal:
        """The points with one decimal, never rounded up to what can be read."""
        return Decimal(str(math.floor(self.points * 10) / 10))


class MapPress:
    """Draws and prints the maps of one document as it stood when it was read, on a day; ``findings`` mark the cards."""

    def __init__(
        self,
        reading: Reading,
        *,
        made_at: datetime,
        findings: Iterable[Finding] = (),
    ) -> None:
        self._reading, self._known = reading, severities(findings)
        self._made_at = moment(made_at)
        self._typefaces = read_typefaces()
        self._last: tuple[Shown, bool, Drawing] | None = None

    def drawing(self, shown: Shown, *, headed: bool) -> Drawing:
        """The drawing of a map, with its title on it or left to the margin of a paper; the last one is kept."""
        if self._last is None or self._last[:2] != (shown, headed):
            self._last = shown, headed, self._drawn(shown, headed=headed)
        return self._last[2]

    def _drawn(self, shown: Shown, *, headed: bool) -> Drawing:
        reading = self._reading
        picture = picture_of(reading.document, reading.profile, shown.map, shown.opened)
        if shown.only is not None:
            picture = _part(picture, shown.only)
        spots = shown.spots
        if spots is None or not picture.cards.keys() <= spots.keys():
            places = Places()
            places.follow(picture)
            spots = places.spots
        spots = {key: spots[key] for key in picture.cards}
        head = MapHead(title=self.title(shown.map), note=self._note(shown.map))
        return map_drawing(
            picture,
            spots,
            reading.words,
            self._wide,
            head,
            headed=headed,
            faded=shown.faded,
            columns=[column.name for column in reading.profile.columns],
            known=self._known,
            doubts=doubts_of(reading.document),
        )

    def printed(self, shown: Shown, sheets: Sheets) -> Paper:
        """The map on sheets of paper."""
        words = self._reading.words
        drawing = self.drawing(shown, headed=False)
        spread = Spread(sheets, drawing.width, drawing.height)
        margin = Margin(
            title=self.title(shown.map),
            note=self._note(shown.map),
            foot=" · ".join(filter(None, (self._municipality, words.date(self._made_at.date())))),
            page=words.text("sheet.page", n="{n}", m="{m}"),
            sheet=words.text("sheet.name", name="{name}", across=spread.across, down=spread.down),
        )
        return render_map(
            drawing, sheets, margin, typefaces=self._typefaces, made_at=self._made_at, author=self._municipality
        )

    def small(self, shown: Shown, sheets: Sheets) -> Small | None:
        """How small the smallest text of a map would be on sheets, if too small to be read; else None."""
        drawing = self.drawing(shown, headed=False)
        size = drawing.smallest_text
        points = size * Spread(sheets, drawing.width, drawing.height).scale
        if not size or points >= SMALLEST_TEXT - 0.005:
            return None
        return Small(points=points, sheets=enough(sheets, drawing.width, drawing.height, size))

    def best_way_up(self, shown: Shown, size: PaperSize, count: tuple[int, int] = (1, 1)) -> Sheets:
        """So many sheets of a format across and down, lying or standing: as the map is larger on them."""
        drawing, (across, down) = self.drawing(shown, headed=False), count
        lying = better_way_up(size, (drawing.width, drawing.height), across=across, down=down)
        return Sheets(size=size, landscape=lying, across=across, down=down)

    def svg(self, shown: Shown, sheets: Sheets | None = None) -> bytes:
        """The map as SVG, with texts as text and a size in millimetres: 100 %, or what a sheet has room for."""
        most = (sheets.room[0] / MM, sheets.room[1] / MM) if sheets else None
        return svg_of(self.drawing(shown, headed=True), most)

    def picture(self, shown: Shown) -> bytes:
        """The map alone as a PDF of one page of its own size."""
        return self._alone(shown).pdf

    def png(self, shown: Shown, dpi: int) -> bytes:
        """The map alone as a PNG, with so many dots on an inch.

        Raises:
            KnownFailure: it would have more dots than can be handled.
        """
        return png_of(self._alone(shown).pdf, dpi)

    def _alone(self, shown: Shown) -> Paper:
        drawing = self.drawing(shown, headed=True)
        return render_picture(
            drawing, _PIXEL, typefaces=self._typefaces, made_at=self._made_at, author=self._municipality
        )

    def title(self, map: Id | None) -> str:
        """What a map is called: its title, or that of its centre."""
        words, document = self._reading.words, self._reading.document
        found = document.get(StrategyMap, map)
        if found is None:
            return words.text("sheet.all_goals")
        return map_titled(document, found) or words.text("sheet.untitled_map")

    @property
    def _municipality(self) -> str:
        municipality = self._reading.document.municipality
        return municipality.name if municipality else ""

    def _note(self, map: Id | None) -> str:
        """Whose map it is, and for when, where the title does not say so already."""
        found, title = self._reading.document.get(StrategyMap, map), self.title(map)
        centre = self._reading.document.get(OrgUnit, found.centre) if found else None
        name, period = centre.name if centre else self._municipality, self._period(found)
        said = name in title, period.replace("–", "-") in title.replace("–", "-")
        told = [text for text, known in zip((name, period), said, strict=True) if not known]
        return " · ".join(filter(None, told)) or (self._municipality if centre else "")

    def _period(self, map: StrategyMap | None) -> str:
        years = [str(day.year) for day in (map.valid_from, map.valid_to) if day] if map else []
        if len(set(years)) < 2:
            return years[0] if years else ""
        return self._reading.words.text("sheet.period", first=years[0], last=years[1])

    def _wide(self, text: str, size: float, bold: bool) -> float:
        face = BOLD if bold else REGULAR
        return broken(self._typefaces, face, _MEASURED_AT, text, _WIDEST)[0].width * size / _MEASURED_AT


def png_of(pdf: bytes, dpi: int) -> bytes:
    """The first page of a PDF as PNG. Raises KnownFailure when it would have too many dots."""
    try:
        return render_png(pdf, 0, dpi)
    except NoPicture as failure:
        raise KnownFailure(phrase("map.too_large", dpi=dpi)) from failure


def map_of_centre(document: Document, code: str, day: date) -> StrategyMap:
    """The map of the centre with ``code`` that is for ``day``, or else its latest.

    Raises:
        KnownFailure: there is no such centre, or it has no map.
    """
    centre = centre_named(document, code)
    maps = [one for one in document.all(StrategyMap).values() if one.centre == centre.id]
    if not maps:
        raise KnownFailure(phrase("map.none", centre=centre.name))
    return max(
        maps,
        key=lambda one: (within(day, one.valid_from, one.valid_to), one.valid_from or date.min, -one.position, one.id),
    )


def _part(picture: Picture, only: Collection[Id]) -> Picture:
    """What is left of a picture with these cards alone, and the arrows between them."""
    return Picture(
        levels=picture.levels,
        cards={key: card for key, card in picture.cards.items() if key in only},
        arrows={key: one for key, one in picture.arrows.items() if key[1] in only and key[2] in only},
        placed=picture.placed,
        card_of={goal: card for goal, card in picture.card_of.items() if card in only},
    )
