"""A goal on the paper: its head, its red thread as a strip, and what is said of it, in the order of the agreement."""

from dataclasses import replace
from typing import Final

from strategikort.domain.written import Column, Table
from strategikort.reports.flow import AgreementFlow
from strategikort.reports.lines import blank
from strategikort.reports.looks import LINE, WIDTH
from strategikort.reports.model import GoalBlock, Goals, Step
from strategikort.reports.parts import goal_head, table
from strategikort.reports.slabs import Ground, Sign, Slab
from strategikort.reports.structure import Element

_PAD: Final = 10.0
_SIGN: Final = 12.0
_MOST_STEPS: Final = 4


def goals(flow: AgreementFlow, under: Element, part: Goals) -> None:
    """The goals of a chapter, one block each."""
    level = 3
    if part.goals and not blank(part.label):
        under_heading = any(isinstance(item, Slab) and item.keep for item in flow.items[-1:])
        flow.text(under, "H3", part.label, flow.looks.accented, before=12.0 if under_heading else 32.0)
        level = 4
    for place, block in enumerate(part.goals):
        goal(flow, under.add("Sect"), block, level=level, first=place == 0)


def goal(flow: AgreementFlow, under: Element, block: GoalBlock, *, level: int, first: bool) -> None:
    """One goal. Its head stays with its thread, and with what follows when it has none."""
    beside = " · ".join(text for text in (block.note, block.code) if not blank(text))
    goal_head(flow, under, block.number, block.title, beside, level=level, first=first)
    _threads(flow, under, block)
    label = f"H{level + 1}"
    words = flow.words
    for name, text in ((words.why, block.why), (words.affects, block.affects), (words.success, block.success)):
        if not blank(text):
            flow.text(under, label, name, flow.looks.label, before=9.0)
            flow.prose(under, text)
    _indicators(flow, under, block, label)
    _efforts(flow, under, block, label)
    if not blank(block.follow_up):
        flow.text(under, label, flow.words.follow_up, flow.looks.label, before=9.0)
        flow.prose(under, block.follow_up, width=WIDTH)


def _threads(flow: AgreementFlow, under: Element, block: GoalBlock) -> None:
    """The panel of the red thread: a label, what it means, and a strip for each way up."""
    looks = flow.looks
    if not block.threads and blank(block.thread_note):
        return
    half = WIDTH * 0.22
    cells = [flow.cell(under.add("P"), flow.words.thread, looks.accented, _PAD, half)]
    if not blank(block.thread_note):
        room = WIDTH - half - 2 * _PAD
        cells.append(flow.cell(under.add("P"), block.thread_note, looks.small, _PAD + half, room, figures=True))
    panel = Ground(looks.wash, looks.accent)
    flow.add(Slab(cells=tuple(cells), before=5.0, above=7.0, below=3.0, keep=True, ground=panel))
    around = under.add("L") if block.threads else under
    for path in block.threads:
        body = around.add("LI").add("LBody")
        for start in range(0, len(path), _MOST_STEPS):
            _strip(flow, body, path[start : start + _MOST_STEPS], panel, goes_on=start + _MOST_STEPS < len(path))
    follows = (
        block.indicators or block.efforts or not blank(f"{block.why}{block.affects}{block.success}{block.follow_up}")
    )
    flow.add(Slab(above=5.0, ground=panel, keep=bool(follows)))


def _strip(flow: AgreementFlow, body: Element, steps: tuple[Step, ...], panel: Ground, *, goes_on: bool) -> None:
    """Steps side by side: above the mark and kind word of each, below its title, arrows between."""
    width = (WIDTH - 2 * _PAD) / max(len(steps), 3)
    room = width - _SIGN - 12
    spans = [body.add("Span") for _ in steps]
    lefts = [_PAD + place * width for place in range(len(steps))]
    kinds = tuple(
        flow.cell(span, step.kind, flow.looks.small, left + _SIGN, room)
        for span, step, left in zip(spans, steps, lefts, strict=True)
    )
    titles = tuple(
        flow.cell(span, step.title, flow.looks.strong_cell, left + _SIGN, room)
        for span, step, left in zip(spans, steps, lefts, strict=True)
    )
    marks = [Sign(mark=step.mark, x=left, colour=step.colour) for step, left in zip(steps, lefts, strict=True)]
    arrows = [Sign(mark=None, x=left + width - 9, colour=LINE) for left in (lefts if goes_on else lefts[:-1])]
    flow.add(Slab(cells=kinds, above=3.0, signs=(*marks, *arrows), keep=True, ground=panel))
    notes = tuple(
        replace(
            flow.cell(span, step.note, flow.looks.small, left + _SIGN, room),
            drop=len(title.lines) * title.style.leading,
        )
        for span, step, left, title in zip(spans, steps, lefts, titles, strict=True)
        if not blank(step.note)
    )
    flow.add(Slab(cells=(*titles, *notes), below=3.0, ground=panel, keep=True))


def _indicators(flow: AgreementFlow, under: Element, block: GoalBlock, label: str) -> None:
    words = flow.words
    columns = (
        Column(head=words.indicator, share=2.6),
        Column(head=words.baseline, share=1.25, figures=True),
        Column(head=words.result, share=1.05, figures=True),
        Column(head=words.target, share=1.05, figures=True),
        Column(head=words.source, share=1.6),
    )
    rows = tuple((row.name, row.baseline, row.result, row.target, row.source) for row in block.indicators)
    notes = tuple(row.note for row in block.indicators)
    table(flow, under, Table(columns=columns, rows=rows, notes=notes), label_kind=label, strong=3)


def _efforts(flow: AgreementFlow, under: Element, block: GoalBlock, label: str) -> None:
    words = flow.words
    columns = (
        Column(head=words.effort, share=2.9),
        Column(head=words.owner, share=1.9),
        Column(head=words.deadline, share=1.1),
    )
    rows = tuple((f"{row.title}\n{row.note}", row.owner, row.deadline) for row in block.efforts)
    table(flow, under, Table(columns=columns, rows=rows, label=words.efforts), label_kind=label)
