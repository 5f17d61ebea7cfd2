"""A drawing in SVG is painted as Qt paints it, or it is refused; it is never painted otherwise than it is meant."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from strategikort.reports.drawings import NoDrawing, drawing
from strategikort.reports.model import Logo
from strategikort.reports.pictures import NoPicture, picture
from strategikort.reports.preview import render_page
from strategikort.reports.printing import render_agreement
from tests.reports import reading
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

ICONS = sorted((Path(__file__).parents[2] / "resources" / "icons").glob("*.svg"))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
SIDE = 236  # dots of the logo's box of 20 mm at 300 dpi

DRAWN = {
    "an arms": '<path d="M10 5h80v40c0 25-20 42-40 50C30 87 10 70 10 45z" fill="#1F5FA8"/>'
    '<circle cx="50" cy="40" r="18" fill="#FFF"/>'
    '<path fill="rgb(200, 30, 40)" d="M50 26l4 10h10l-8 6 3 10-9-6-9 6 3-10-8-6h10z"/>',
    "arcs": '<path d="M20 50a30 20 30 0 1 60 0A30 40 0 1 1 20 50"/>'
    '<path d="M10 10a5 5 0 015 5 5 5 0 10-5-5" fill="red"/>',
    "smooth curves": '<path d="M5 50Q20 10 35 50T65 50t30 0V95H5Z"/>'
    '<path d="M5 20C15 0 25 0 35 20S55 40 65 20s20-10 30 0z"/>',
    "groups": '<g transform="translate(50 50) rotate(30) scale(2 1)" fill="navy"><rect x="-15" y="-15" width="30" '
    'height="30"/><g transform="skewX(20)" fill="gold"><rect x="-5" y="-5" width="10" height="10"/></g></g>',
    "turned about a point": '<rect x="40" y="10" width="20" height="50" transform="rotate(45, 50, 50)"/>',
    "a matrix": '<rect width="40" height="40" transform="matrix(1 .2 -.3 1 30 20)"/>',
    "classes": "<style>.a,.b{fill:#0a0} .b{stroke:#00f;stroke-width:6}</style>"
    '<rect class="a" width="40" height="40"/><ellipse class="b" cx="60" cy="60" rx="30" ry="20"/>',
    "rounded": '<rect x="10" y="10" width="80" height="50" rx="12" ry="20"'
    ' style="fill: none; stroke: black; stroke-width: 4"/>',
    "a hole": '<path fill-rule="evenodd" d="M10 10h80v80h-80zM30 30h40v40h-40z"/>'
    '<path d="M35 35H65V65H35z" fill="none"/>',
    "lines": '<g stroke="#000" stroke-width="5"><line x1="10" y1="10" x2="90" y2="30"/><polyline fill="none" '
    'points="10,50 50,90 90,50"/></g><polygon points="40,40 60,40 50,60"/>',
}  # fmt: skip


def svg(inner: str) -> bytes:
    return f"{HEAD}{inner}</svg>".encode()


def ours(data: bytes) -> Image.Image:
    paper = replace(school_agreement(), logo=Logo(picture=data, alt="Våben"))
    pdf = render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf
    width, height, dots = render_page(pdf, 0, 300)
    left, top = round(20 / 25.4 * 300), round(23 / 25.4 * 300)
    return Image.frombytes("RGB", (width, height), dots).crop((left, top, left + SIDE, top + SIDE))


def qts(data: bytes) -> Image.Image:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return Image.frombytes("RGB", (SIDE, SIDE), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


@pytest.mark.parametrize("data", [svg(inner) for inner in DRAWN.values()], ids=list(DRAWN))
def test_a_drawing_is_painted_as_qt_paints_it(data: bytes) -> None:
    assert ImageStat.Stat(ImageChops.difference(ours(data), qts(data))).rms < [16, 16, 16]
    assert ImageStat.Stat(qts(data)).mean < [250, 250, 250]


@pytest.mark.parametrize("icon", ICONS, ids=[icon.stem for icon in ICONS])
def test_the_icons_of_the_house_could_be_logos(icon: Path) -> None:
    assert drawing(icon.read_bytes()).code


def test_a_drawing_stays_a_drawing_and_is_tagged() -> None:
    paper = replace(school_agreement(), logo=Logo(picture=svg(DRAWN["an arms"]), alt="Våben"))
    pdf = render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf
    assert not faults(pdf)
    document = reading.opened(pdf)
    assert not document.pages[0].resources.XObject


@pytest.mark.parametrize(
    "inner",
    [
        '<text x="5" y="50">Øresø</text>',
        '<rect width="9" height="9" fill="url(#g)"/>',
        '<rect width="9" height="9" opacity=".5"/>',
        '<rect width="9" height="9" style="fill-opacity:0.5"/>',
        '<rect width="9" height="9" clip-path="url(#c)"/>',
        '<rect width="9" height="9" fill="rebeccapurple"/>',
        '<rect width="50%" height="9"/>',
        '<defs><linearGradient id="g"/></defs>',
        '<use href="#a"/>',
        '<image href="file:///etc/passwd"/>',
        '<svg width="9"/>',
        "<style>rect{fill:red}</style>",
        '<path d="L5 5"/>',
        '<path d="M5"/>',
        '<path d="M1 1 ! 2"/>',
        '<path d="M0 0 Z 4 4"/>',
        '<path d="M0 0 L1e999 4"/>',
        '<g transform="spin(4)"/>',
        '<g transform="rotate()"/>',
        '<g transform="matrix(1 2)"/>',
        '<path stroke="red" stroke-linecap="odd" d="M0 0h9"/>',
        "<g>" * 60 + "</g>" * 60,
    ],
)
def test_what_cannot_be_painted_as_it_is_meant_is_refused(inner: str) -> None:
    with pytest.raises(NoPicture):
        picture(svg(inner))


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<html/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<svg viewBox='0 0 0 9'/>",
        b"<svg viewBox='0 0 9'/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 9 9"/>',
        b"<svg viewBox='0 0 9 9'>" + b" " * 1_000_001 + b"</svg>",
    ],
)
def test_a_file_that_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(NoPicture):
        picture(data)


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,- eE", max_size=60))
def test_any_path_is_drawn_or_refused(data: str) -> None:
    try:
        code = drawing(svg(f'<path d="{data}"/>')).code
    except NoDrawing:
        return
    assert "nan" not in code and "inf" not in code
