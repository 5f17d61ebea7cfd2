"""What a map says from afar: which unit a block is and how much is in it, and the name of every band."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from strategikort.application.drawing.measure import BAND_LABEL
from strategikort.application.drawing.picture import Card
from strategikort.application.drawing.placing import Band
from strategikort.desktop.canvas.band_names import LARGEST, BandNames
from strategikort.desktop.canvas.blocks import BLOCK, Blocks
from strategikort.desktop.canvas.card import PlacedCard
from strategikort.desktop.canvas.faces import CardWords, Faces
from strategikort.desktop.look.theme import Theme, contrast, dark, light
from strategikort.domain.goals import GoalKind
from strategikort.domain.shape import Id
from tests.desktop.canvas.conftest import Drawn
from tests.desktop.test_preferences import contrast_of

GOAL = Card(key=Id("m"), kind=GoalKind.UNIT_GOAL, goals=(Id("m"),), code="DS-S1-04", title="Flere starter", foot="")
UNIT = replace(GOAL, key=Id("e"), code="DS-S1", title="Strandskolen", downs=12, efforts=30)
NAMES = {GoalKind.POLITICAL_GOAL: "Politiske mål", GoalKind.EFFORT: "Indsatser"}


def _painted(card: Card, scale: float) -> tuple[PlacedCard, QImage]:
    blocks = Blocks(light(), QApplication.font(), lambda box: f"{box.downs} mål")
    picture = QImage(120, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    placed = PlacedCard(card, lambda key: None)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    blocks.paint(painter, [placed], scale)
    painter.end()
    return placed, picture


def _said(placed: PlacedCard) -> list[str]:
    return [one.text.text() for one in placed.block or ()]


def _inks(picture: QImage) -> int:
    return len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())})


def test_a_block_has_its_code_and_a_unit_the_number_of_its_goals(dress: None) -> None:
    assert _said(_painted(GOAL, 0.26)[0]) == ["DS-S1-04"]
    assert _said(_painted(UNIT, 0.26)[0]) == ["DS-S1", "12 mål"]
    assert _inks(_painted(UNIT, 0.26)[1]) > 10


def test_a_broken_thread_is_told_by_a_sign_and_not_by_colour_alone(dress: None) -> None:
    assert _said(_painted(replace(UNIT, broken=True), 0.26)[0]) == ["▲ DS-S1", "12 mål"]


def test_what_could_not_be_read_is_not_painted(dress: None) -> None:
    assert _inks(_painted(UNIT, 0.1)[1]) <= 4


@given(code=st.text(st.characters(categories=("Lu", "Nd", "Pd")), min_size=1, max_size=20), broken=st.booleans())
def test_the_words_of_a_block_stay_on_it(dress: None, code: str, broken: bool) -> None:
    for card in (GOAL, UNIT):
        placed, _ = _painted(replace(card, code=code, broken=broken), 0.26)
        for one in placed.block or ():
            metrics = QFontMetricsF(one.font)
            assert one.at.x() >= BLOCK.left()
            assert one.at.x() + metrics.horizontalAdvance(one.text.text()) <= BLOCK.right() + 1
            assert one.at.y() + metrics.ascent() <= BLOCK.bottom()
            assert one.at.y() + metrics.ascent() - metrics.capHeight() >= BLOCK.top()


def test_the_map_from_afar_says_the_codes_and_follows_new_ones(drawn: Drawn) -> None:
    goal = drawn.goal("Ny legeplads")
    drawn.view.zoom_at(QPointF(400, 300), 0.3 / drawn.view.scale_now)
    drawn.view.centerOn(drawn.view.map_scene.content_rect().center())
    drawn.view.grab()
    placed = drawn.view.map_scene.item(goal)
    assert placed is not None
    assert placed.card.code in "".join(_said(placed))


@pytest.mark.parametrize("larger", [1.0, LARGEST])
@given(room=st.integers(60, 900))
def test_the_name_of_a_band_is_whole_down_to_sixty_pixels(dress: None, larger: float, room: int) -> None:
    names = BandNames(light(), QApplication.font(), NAMES)
    size, lines = names.setting("POLITISKE MÅL", room, larger)
    assert " ".join(lines) == "POLITISKE MÅL"
    metrics = QFontMetricsF(names.letters(size))
    assert all(metrics.horizontalAdvance(line) <= room for line in lines)
    assert len(lines) * metrics.capHeight() <= BAND_LABEL


def test_a_low_band_without_cards_has_its_name_across_and_whole(dress: None) -> None:
    for theme in (light(), dark(), contrast()):
        picture = QImage(200, 40, QImage.Format.Format_RGB32)
        picture.fill(theme.background)
        painter = QPainter(picture)
        painter.setFont(QFont(QApplication.font()))
        bands = {GoalKind.EFFORT: Band(GoalKind.EFFORT, 0, 30)}
        names = BandNames(theme, QApplication.font(), NAMES)
        names.paint(painter, QTransform(), bands, frozenset(bands), 40)
        painter.end()
        inked = [x for x in range(200) for y in range(30) if picture.pixelColor(x, y) != theme.background]
        assert inked
        assert max(inked) > 2 * BAND_LABEL


def test_a_band_that_is_too_low_for_its_turned_name_has_it_across_beside_the_cards(drawn: Drawn) -> None:
    view, bands = drawn.view, drawn.view.map_scene.bands
    drawn.view.resize(420, 230)
    drawn.view.fit()
    lowest = min(band.height for band in bands.bands.values()) * view.scale_now
    assert lowest < 60
    room = bands.names_room(view.scale_now, view.full_scale)
    assert room > 2 * BAND_LABEL
    assert min(view.mapFromScene(card.rect.topLeft()).x() for card in view.map_scene.card_items()) >= room
    seen = view.grab().toImage()
    band = bands.bands[GoalKind.POLITICAL_GOAL]
    top, bottom = (round(view.mapFromScene(0, y).y()) for y in (band.top + 1, band.top + band.height - 1))
    ink = view.theme.of_kind(GoalKind.POLITICAL_GOAL)
    inked = [x for x in range(room) for y in range(top, bottom) if contrast_of(seen.pixelColor(x, y), ink) < 1.5]
    assert max(inked) > 2 * BAND_LABEL


@pytest.mark.parametrize("theme", [light(), dark(), contrast()])
def test_a_card_that_steps_back_is_read_still_and_told_from_one_that_does_not(dress: None, theme: Theme) -> None:
    words = CardWords(untitled="-", broken="-", box="-", inside=lambda card: "", doubts={})
    inks = []
    for dimmed in (False, True):
        picture = QImage(376, 184, QImage.Format.Format_RGB32)
        picture.fill(theme.background)
        placed = PlacedCard(replace(GOAL, title="MMMM MMMM"), lambda key: None)
        placed.dimmed = dimmed
        painter = QPainter(picture)
        painter.scale(2, 2)
        Faces(theme, QApplication.font(), words).paint(painter, [placed], 2.0)
        painter.end()
        inner = [picture.pixelColor(x, y) for x in range(24, 240) for y in range(64, 90)]
        inks.append(max(contrast_of(one, theme.surface) for one in inner))
    assert inks[1] >= 4.5
    assert inks[0] > 1.5 * inks[1]
