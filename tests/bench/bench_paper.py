"""What 62 agreements cost on paper, beside a bare canvas that paints the same lines where they are, untagged."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from strategikort.reports.agreement import composed
from strategikort.reports.looks import BOTTOM, LEFT, PAGE
from strategikort.reports.model import AgreementPaper
from strategikort.reports.preview import render_page
from strategikort.reports.printing import render_agreement
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
NAMES = ("Paper-Regular", "Paper-Bold")
COUNT = 62
ROUNDS = 5

GivenLine = tuple[int, float, float, float, str]


def rows() -> list[tuple[str, str, str]]:
    """Each work, what it measured as a ratio, and what is aimed at."""
    papers = [replace(school_agreement(goal_count=7), unit=f"Skole {number}") for number in range(COUNT)]
    given = [_lines(paper) for paper in papers]
    for name, file in zip(NAMES, ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf"), strict=True):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    ours, bare = [], []
    for _ in range(ROUNDS):
        bare.append(_seconds(lambda: [_bare(pages) for pages in given]))
        ours.append(_seconds(lambda: [_ours(paper) for paper in papers]))
    pdf = _ours(papers[0])
    preview = _seconds(lambda: [render_page(pdf, 2, 96) for _ in range(20)]) / 20
    one = statistics.median(bare) / COUNT
    return [
        ("62 agreements beside a bare canvas", f"{statistics.median(ours) / statistics.median(bare):.2f}", "<= 2.0"),
        ("preview of a page beside a bare agreement", f"{preview / one:.2f}", "-"),
    ]


def _ours(paper: AgreementPaper) -> bytes:
    return render_agreement(paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf


def _bare(pages: Sequence[Sequence[GivenLine]]) -> bytes:
    """The same lines at the same places, as ReportLab paints them when asked for nothing else."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=PAGE)
    for page in pages:
        for face, size, x, y, text in page:
            canvas.setFont(NAMES[face], size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(paper: AgreementPaper) -> list[list[GivenLine]]:
    """The lines of an agreement by page, with face, size and place."""
    return [
        [
            (cell.style.face, cell.style.size, LEFT + cell.x, BOTTOM + placed.y - place * cell.style.leading, text)
            for placed in page
            for cell in placed.slab.cells
            for place, line in enumerate(cell.lines)
            for text in ["".join(bytes.fromhex(run.code).decode("utf-16-be") for run in line.runs)]
        ]
        for page in composed(paper, TYPEFACES)[1]
    ]


def _seconds(work: Callable[[], object]) -> float:
    """The CPU time of one run, without the packing of bytes as text that no reader needs."""
    before, rl_config.useA85 = rl_config.useA85, 0
    gc.collect()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    rl_config.useA85 = before
    return spent


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
