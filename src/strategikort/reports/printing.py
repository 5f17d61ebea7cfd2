"""The door of the paper: an agreement in, a PDF out."""

from datetime import datetime

from strategikort.domain.collecting import without_collecting
from strategikort.reports.agreement import barcode, composed
from strategikort.reports.canvas import TaggedCanvas
from strategikort.reports.details import Details
from strategikort.reports.lines import BLANKS, blank, joined
from strategikort.reports.looks import PAGE, Looks
from strategikort.reports.model import AgreementPaper, Paper
from strategikort.reports.painting import Surround, paint
from strategikort.reports.saving import saved
from strategikort.reports.typefaces import Typefaces


@without_collecting()
def render_agreement(paper: AgreementPaper, *, typefaces: Typefaces, made_at: datetime) -> Paper:
    """The agreement as a tagged PDF on A4. Equal papers, made at equal times, are equal byte for byte.

    Raises:
        NoPicture: when the logo cannot be printed.
        ValueError: when ``made_at`` has no time zone.
    """
    root, pages = composed(paper, typefaces)
    canvas = TaggedCanvas(PAGE, root)
    surround = Surround(
        header=(joined(paper.municipality, paper.centre), paper.unit),
        footer=(paper.title, _tie(paper)),
        page=paper.words.page,
        watermark=paper.words.draft if paper.draft else "",
        style=Looks(paper.ink, paper.accent).small,
        code=barcode(paper),
    )
    paint(canvas, pages, surround, typefaces)
    details = Details(
        title=_titled(paper),
        author=paper.municipality,
        language=paper.language,
        made_at=made_at,
        identity=paper.identity,
        version=paper.number,
        check=paper.fingerprint,
        attachments=paper.attachments,
    )
    return saved(canvas, details, typefaces)


def _titled(paper: AgreementPaper) -> str:
    return ", ".join(text for text in (paper.title.strip(BLANKS), paper.unit.strip(BLANKS)) if text) or "-"


def _tie(paper: AgreementPaper) -> str:
    """What ties a sheet to its text, set off from the title before it."""
    tie = joined(paper.code, paper.version, paper.fingerprint)
    return f" · {tie}" if tie and not blank(paper.title) else tie
