"""What 200 agreements cost on paper, beside a bare canvas that paints the same lines where they are, untagged.

Every agreement has texts of its own, so that no line is known from another; a code on each sheet, fields and a file.
"""

import gc
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from strategikort.reports.agreement import composed
from strategikort.reports.lines import broken
from strategikort.reports.looks import BOTTOM, LEFT, PAGE
from strategikort.reports.model import AgreementPaper, Attachment, Chapter, GoalBlock, Goals
from strategikort.reports.preview import page_count, render_page
from strategikort.reports.printing import render_agreement
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement, signable

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
NAMES = ("Paper-Regular", "Paper-Bold")
COUNT = 200
ROUNDS = 5

GivenLine = tuple[int, float, float, float, str]


def rows() -> list[tuple[str, str, str]]:
    """Each work, what it measured, and what is aimed at."""
    papers = [_paper(number) for number in range(COUNT)]
    given = [_lines(paper) for paper in papers]
    for name, file in zip(NAMES, ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf"), strict=True):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    ours, bare = [], []
    pdfs = [_ours(paper) for paper in papers]
    grown = _grown(papers)
    for _ in range(ROUNDS):
        broken.cache_clear()
        bare.append(_seconds(lambda: [_bare(pages) for pages in given]))
        ours.append(_seconds(lambda: [_ours(paper) for paper in papers]))
    pages = sum(map(page_count, pdfs)) / COUNT
    return [
        (f"200 agreements of {pages:.1f} pages beside a bare canvas", _ratio(ours, bare), "<= 2.0"),
        ("the same, ms of CPU each", f"{statistics.median(ours) / COUNT * 1000:.1f}", "-"),
        ("bytes of the largest agreement", f"{max(map(len, pdfs)) / 1000:.0f} KB", "<= 150 KB"),
        ("a changed page in the preview", f"{_preview(papers[0]) * 1000:.0f} ms", "<= 300 ms"),
        ("memory grown over 1,000 more agreements", f"{grown / 1024:.0f} MB", "<= 2 MB"),
    ]


def _grown(papers: Sequence[AgreementPaper]) -> int:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(1000 // COUNT):
        for paper in papers:
            _ours(paper)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


def _ratio(ours: list[float], bare: list[float]) -> str:
    return f"{statistics.median(ours) / statistics.median(bare):.2f}"


def _paper(number: int) -> AgreementPaper:
    """An agreement whose texts stand in no other."""
    order = random.Random(number)

    def own(text: str) -> str:
        words = text.split(" ")
        order.shuffle(words)
        return f"{' '.join(words)} {number}"

    def goal(block: GoalBlock) -> GoalBlock:
        efforts = tuple(replace(one, title=own(one.title), note=own(one.note)) for one in block.efforts)
        return replace(block, title=own(block.title), why=own(block.why), success=own(block.success), efforts=efforts)

    def chapter(one: Chapter) -> Chapter:
        parts = tuple(
            replace(part, goals=tuple(map(goal, part.goals))) if isinstance(part, Goals) else part for part in one.parts
        )
        return replace(one, text=own(one.text) if one.text else "", parts=parts)

    whole = school_agreement(goal_count=7)
    whole = signable(replace(whole, unit=f"Skole {number}", chapters=tuple(map(chapter, whole.chapters))))
    data = bytes(order.choices(b'{}":,abcdefghijklmnopqrstuvwxyz 0123456789', k=20_000))
    identity, check = str(UUID(int=order.getrandbits(128))), f"{order.getrandbits(48):012x}"
    whole = replace(whole, identity=identity, fingerprint=f"{check[:4]} {check[4:8]} {check[8:]}")
    return replace(whole, attachments=(Attachment(name="aftale.json", media_type="application/json", content=data),))


def _preview(paper: AgreementPaper) -> float:
    """From a letter typed to the picture of its page, on the clock."""
    spent = []
    for number in range(20):
        typed = replace(
            paper,
            unit=f"Skole {'x' * number}",
            chapters=(replace(paper.chapters[1], text="x" * number),) + paper.chapters,
        )
        start = time.perf_counter()
        render_page(_ours(typed), 1, 96)
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


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
