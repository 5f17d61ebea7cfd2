"""A drawing as SVG: every text is text and stands there once, each arrow says where it leads, sizes in millimetres."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from strategikort.domain.drawn import Drawing, Entry, Figure, Section, Text
from strategikort.exchange.svg import svg_of
from tests.reports.drawings import drawing, drawings

SPACE = {"s": "http://www.w3.org/2000/svg"}


@given(drawings)
def test_all_texts_are_there_once_and_all_arrows_say_where_they_lead(made: Drawing) -> None:
    root = etree.fromstring(svg_of(made))
    texts = [part.text for one in made.figures() for part in one.parts if isinstance(part, Text)]
    assert sorted(root.xpath("//s:text/text()", namespaces=SPACE)) == sorted(texts)
    said = [one.said for one in made.figures() if one.said]
    assert root.xpath("//s:g/s:title/text()", namespaces=SPACE) == said
    assert root.xpath("/s:svg/s:title/text()", namespaces=SPACE) == [made.name]


@given(st.text(max_size=40))
def test_whatever_is_written_on_a_card_the_file_can_be_read(text: str) -> None:
    written = Figure((Text(text=text or "x", at=(0, 10), size=11, width=10, colour="#17212B"),))
    heading = Figure((Text(text="N", at=(0, 10), size=11, width=10, colour="#17212B"),))
    section = Section(name="N", heading=heading, entries=(Entry(name=text, card=written),))
    made = Drawing(name=text, language="da", width=100, height=100, sections=(section,))
    assert len(etree.fromstring(svg_of(made)).xpath("//s:text", namespaces=SPACE)) == 2


def test_the_size_is_in_millimetres_and_fits_the_paper_asked_for() -> None:
    made = drawing(4, 2)
    plain = etree.fromstring(svg_of(made))
    assert plain.get("width") == f"{made.width / 96 * 25.4:.2f}mm"
    fitted = etree.fromstring(svg_of(made, (277, 176)))
    width, height = (float(str(fitted.get(side)).removesuffix("mm")) for side in ("width", "height"))
    assert (width <= 277.01 and height <= 176.01) and (width > 276.9 or height > 175.9)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert svg_of(drawing(3, 3)) == svg_of(drawing(3, 3))
