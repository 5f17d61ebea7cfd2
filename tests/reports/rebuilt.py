"""A paper as a signing service may give it back: painted anew, untagged, in another face, with pages of its own."""

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from strategikort.reports.comparing import page_texts
from strategikort.reports.preview import page_count, render_png
from tests.house.sources import ROOT

FACE = "Rebuilt"


def rebuilt(
    pdf: bytes,
    *,
    change: Callable[[str], str] = lambda text: text,
    width: int = 100,
    before: Sequence[str] = (),
    after: Sequence[str] = ("Underskrifter: MitID, 20.02.2015",),
    stamp: str = "",
    leave_out: int | None = None,
) -> bytes:
    """The text of a paper on pages of another make; ``width`` letters on a line, so that words are parted elsewhere."""
    pdfmetrics.registerFont(TTFont(FACE, str(ROOT / "resources" / "fonts" / "DejaVuSans.ttf")))
    made = BytesIO()
    canvas = Canvas(made)
    own = [change(text) for place, text in enumerate(page_texts(pdf)) if place != leave_out]
    for text, stamped in [
        *((one, "") for one in before),
        *((one, stamp) for one in own),
        *((one, "") for one in after),
    ]:
        page = canvas.beginText(30, 820)
        page.setFont(FACE, 5)
        for line in text.splitlines():
            for start in range(0, len(line) or 1, width):
                page.textLine(line[start : start + width])
        if stamped:
            page.textLine(stamped)
        canvas.drawText(page)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def photographed(pdf: bytes) -> bytes:
    """The paper as pictures of its pages, as a scanner makes it."""
    pictures = [Image.open(BytesIO(render_png(pdf, place, 150))).convert("L") for place in range(page_count(pdf))]
    made = BytesIO()
    pictures[0].save(made, "PDF", save_all=True, append_images=pictures[1:], resolution=150)
    return made.getvalue()
