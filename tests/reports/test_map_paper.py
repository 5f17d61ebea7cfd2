"""A map on paper: everything on it once, sheets that fit together, none of them empty, the same on every run."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from PIL import Image, ImageChops

from strategikort.domain.drawn import Drawing, Text
from strategikort.reports.canvas import TaggedCanvas, Untagged
from strategikort.reports.map_paper import Margin, render_map, render_picture
from strategikort.reports.model import Paper
from strategikort.reports.pictures import NoPicture
from strategikort.reports.preview import page_size, render_page, render_png
from strategikort.reports.structure import Element
from strategikort.reports.tiles import ABOVE, ASIDE, BELOW, PaperSize, Sheets, Spread
from tests.reports import reading
from tests.reports.drawings import drawing, drawings
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, TYPEFACES

MARGIN = Margin(title="Prøvekort", note="Centret", foot="Øresø", page="Side {n} af {m}", sheet="{name} af 3x2")


def printed(made: Drawing, sheets: Sheets) -> Paper:
    return render_map(made, sheets, MARGIN, typefaces=TYPEFACES, made_at=MADE_AT, author="Øresø Kommune")


def said(made: Drawing) -> str:
    """What a drawing says, in reading order."""
    texts = []
    for section in made.sections:
        figures = (section.heading, *(entry.card for entry in section.entries))
        texts += [part.text for one in figures for part in one.parts if isinstance(part, Text)]
    texts += [part.text for one in made.legend for part in one.parts if isinstance(part, Text)]
    return "".join(texts)


@settings(max_examples=15, deadline=None)
@given(drawings)
def test_everything_on_the_map_is_read_out_once_in_order_however_many_sheets(made: Drawing) -> None:
    for sheets in (Sheets(), Sheets(landscape=False, across=2, down=3), Sheets(size=PaperSize.A3, across=3, down=2)):
        pdf = printed(made, sheets).pdf
        document = reading.opened(pdf)
        assert reading.letters(reading.tree_text(document)) == reading.letters("Prøvekort" + said(made))
        alts = [str(one.Alt) for one in reading.elements(document.Root.StructTreeRoot.K) if "/Alt" in one]
        arrows = [arrow.said for section in made.sections for entry in section.entries for arrow in entry.arrows]
        assert alts == arrows
        assert not faults(pdf)


def test_on_one_sheet_every_text_is_found_once_by_who_searches() -> None:
    made = drawing(5, 3)
    document = pypdfium2.PdfDocument(printed(made, Sheets()).pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert [text.count(f"Kort{row}x{column}-fod") for row in range(3) for column in range(5)] == [1] * 15


@settings(max_examples=6, deadline=None)
@given(drawings)
def test_sheets_put_together_are_the_whole_map(made: Drawing) -> None:
    """Dot by dot: each sheet shows what a page of the whole drawing shows at the same place."""
    sheets = Sheets(across=3, down=2)
    spread, dpi = Spread(sheets, made.width, made.height), 72
    whole = _grey(render_picture(made, spread.scale, typefaces=TYPEFACES, made_at=MADE_AT, author="").pdf, 0, dpi)
    pages = iter(range(len(list(spread.tiles()))))
    for tile in spread.tiles():
        if not any(one.in_sight(tile.seen) for one in made.figures()):
            continue
        page = _grey(printed(made, sheets).pdf, next(pages), dpi)
        inside = page.crop((round(ASIDE), round(ABOVE), page.width - round(ASIDE), page.height - round(BELOW)))
        x, y = round(tile.seen.left * spread.scale), round(tile.seen.top * spread.scale)
        wanted = Image.new("L", inside.size, 255)
        wanted.paste(whole, (-x, -y))
        apart = ImageChops.difference(_soft(inside), _soft(wanted)).crop((4, 4, inside.width - 4, inside.height - 4))
        assert apart.getextrema()[1] < 60


def _grey(pdf: bytes, page: int, dpi: float) -> Image.Image:
    width, height, dots = render_page(pdf, page, dpi)
    return Image.frombytes("RGB", (width, height), dots).convert("L")


def _soft(picture: Image.Image) -> Image.Image:
    """A picture in which half a dot aside makes no difference."""
    return picture.resize((picture.width // 6, picture.height // 6), Image.Resampling.BOX)


def test_no_sheet_is_without_content() -> None:
    made = drawing(2, 1)
    far = replace(made, width=made.width * 6, height=made.height * 3)
    paper = printed(far, Sheets(across=6, down=4))
    spread = Spread(Sheets(across=6, down=4), far.width, far.height)
    assert paper.pages < spread.across * spread.down
    for page in range(paper.pages):
        inside = _grey(paper.pdf, page, 40).crop((22, 32, 440, 300))
        assert inside.getextrema()[0] < 250


def test_margins_say_which_sheet_it_is_and_where_to_cut() -> None:
    paper = printed(drawing(6, 4), Sheets(across=3, down=2))
    document = pypdfium2.PdfDocument(paper.pdf)
    texts = [document[page].get_textpage().get_text_range() for page in range(len(document))]
    document.close()
    assert [f"Side {n} af {len(texts)} · " in text for n, text in enumerate(texts, 1)] == [True] * len(texts)
    assert "B2 af 3x2" in texts[-2 if "C2" in texts[-1] else -1]
    above = _grey(paper.pdf, 0, 144).crop((0, round(2 * (ABOVE - 8)), round(2 * 841), round(2 * (ABOVE - 4))))
    assert above.getextrema()[0] < 100, "a mark stands above the sheet's room"


def test_bookmarks_lead_to_each_level_and_each_card() -> None:
    document = reading.opened(printed(drawing(3, 2), Sheets()).pdf)
    titles = [title for title, _ in reading.bookmarks(document)]
    assert titles == ["Niveau 0", "Kort0x0", "Kort0x1", "Kort0x2", "Niveau 1", "Kort1x0", "Kort1x1", "Kort1x2"]


def test_a_click_on_a_card_goes_to_the_card_above_on_whichever_sheet_that_is() -> None:
    document = reading.opened(printed(drawing(4, 3), Sheets(across=3, down=2)).pdf)
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    links = [(number, link) for number, page in enumerate(document.pages) for link in page.get("/Annots", [])]
    assert len(links) == 8, "two rows of four have a row above them"
    assert any(numbers[link.Dest[0].objgen] != number for number, link in links), "some lead to another sheet"
    for number, link in links:
        left, bottom, right, top = map(float, link.Rect)
        assert left < right and bottom < top
        assert str(link.Contents).startswith("Understøtter")
        owner = document.Root.StructTreeRoot.ParentTree.Nums
        table = {int(owner[at]): owner[at + 1] for at in range(0, len(owner), 2)}
        assert str(table[int(link.StructParent)].S) == "/Link"
        assert link.P.objgen == document.pages[number].obj.objgen


def test_the_same_map_gives_the_same_bytes() -> None:
    assert printed(drawing(4, 3), Sheets(across=2)).pdf == printed(drawing(4, 3), Sheets(across=2)).pdf


def test_paper_has_its_size_in_millimetres() -> None:
    for size, landscape, wanted in ((PaperSize.A4, False, (210, 297)), (PaperSize.A3, True, (420, 297))):
        pdf = printed(drawing(2, 2), Sheets(size=size, landscape=landscape)).pdf
        assert [round(side / 72 * 25.4) for side in page_size(pdf, 0)] == list(wanted)


def test_a_picture_has_the_dots_asked_for_and_knows_its_size() -> None:
    made = drawing(2, 2)
    pdf = render_picture(made, 0.75, typefaces=TYPEFACES, made_at=MADE_AT, author="").pdf
    with Image.open(BytesIO(render_png(pdf, 0, 192))) as opened:
        assert opened.size == (round(made.width * 2), round(made.height * 2))
        assert opened.info["dpi"] == pytest.approx((192, 192), abs=0.1)
    with pytest.raises(NoPicture):
        render_png(pdf, 0, 5_000)


def test_what_is_clipped_has_to_be_told_apart_too() -> None:
    canvas = TaggedCanvas((100, 100), Element("Document"))
    with canvas.clipped(0, 0, 10, 10), canvas.artifact():
        canvas.draw("0 0 5 5 re f")
    with pytest.raises(Untagged), canvas.artifact(), canvas.clipped(0, 0, 1, 1):
        pass
