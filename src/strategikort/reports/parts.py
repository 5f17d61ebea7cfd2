"""The parts that may follow a chapter's text, except its goals: each made into elements and slabs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from strategikort.domain.written import Column, Facts, Notes, Table
from strategikort.reports.barcode import Barcode
from strategikort.reports.flow import AgreementFlow, Flow
from strategikort.reports.lines import BLANKS, blank
from strategikort.reports.looks import HAIRLINE, LINE, MM, SHADE, WIDTH, Style
from strategikort.reports.model import Frame, Signatory, Signatures
from strategikort.reports.slabs import TALL_ROW, Blank, Cell, Ground, Plate, Sign, Slab
from strategikort.reports.structure import Element

PAD: Final = 6.0
_LABELS: Final = 38 * MM
_CODE: Final = 38 * MM
_NUMBER: Final = 12 * MM
_KINDS: Final = 38 * MM
_SIGNED: Final = 97 * MM
_DATED: Final = 107 * MM
_PEN: Final = 36.0
_SIDE: Final = 29 * MM
"""The side of the code with its white border: four dots of a scan of 150 dots an inch to each of its own."""


def chapter_head(flow: Flow, under: Element, heading: str) -> None:
    """The heading of a chapter, which stays with what follows."""
    cell = flow.cell(under.add("H2"), heading, flow.looks.chapter, 0, flow.width)
    flow.add(Slab(cells=(cell,), before=30.0, below=3.0, keep=True, bookmark=(0, heading)))


def goal_head(flow: Flow, under: Element, number: str, title: str, beside: str, *, level: int, first: bool) -> None:
    """The heading of a goal with its number before it and what is short beside it; a line parts it from the last."""
    looks = flow.looks
    heading = under.add(f"H{level}")
    figures = flow.lines(number, looks.number, _NUMBER)
    numbered = not blank(number)
    indent = max(_NUMBER * 0.72, max(line.width for line in figures) + 8) if numbered else 0.0
    room = flow.width - indent - (_CODE if beside else 0.0)
    cells = [(heading, title or flow.nothing, looks.goal, indent, room)]
    if numbered:
        cells.insert(0, (heading, number, looks.number, 0.0, _NUMBER))
    if beside:
        cells.append((under.add("P"), beside, looks.small, flow.width - _CODE + 8, _CODE - 8))
    flow.add(
        Slab(
            cells=flow.row(*cells, figures_last=bool(beside)),
            before=12.0 if first else 34.0,
            below=2.0,
            parting="" if first else HAIRLINE,
            keep=True,
            bookmark=(level - 2, f"{number} {title}".strip(BLANKS)),
        )
    )


def facts(flow: Flow, under: Element, part: Facts) -> None:
    """A label and what it stands for on each line."""
    for place, (label, value) in enumerate(part.rows):
        element = under.add("P")
        cells = flow.row(
            (element, label, flow.looks.label, 0, _LABELS - PAD),
            (element, value or flow.nothing, flow.looks.body, _LABELS, flow.width - _LABELS),
        )
        flow.add(
            Slab(
                cells=cells,
                before=0.0 if place else 8.0,
                above=3.5,
                below=3.5,
                rules=((0, flow.width, HAIRLINE),),
                keep=place == 0 and len(part.rows) > 1,
            )
        )


def frame(flow: Flow, under: Element, part: Frame) -> None:
    """The goals from above: mark, kind word and title on each line, below them a note and what they mean."""
    flow.prose(under, part.intro, before=11.0)
    around = under.add("L") if part.steps else under
    for place, step in enumerate(part.steps):
        body = around.add("LI").add("LBody")
        head = body.add("Span")
        x = _KINDS
        flow.add(
            Slab(
                cells=flow.row(
                    (head, step.kind, flow.looks.small, 11, _KINDS - 11 - PAD),
                    (head, step.title, flow.looks.strong, x, flow.width - x),
                ),
                before=5.0 if place else 8.0,
                signs=(Sign(mark=step.mark, x=0, colour=step.colour),),
                keep=not blank(f"{step.note}{step.text}"),
            )
        )
        if not blank(step.note):
            cell = flow.cell(head, step.note, flow.looks.small, x, flow.width - x)
            flow.add(Slab(cells=(cell,), prose=True, keep=not blank(step.text)))
        flow.prose(body, step.text, before=1.0, width=flow.width - x, x=x)


def table(flow: Flow, under: Element, part: Table, *, label_kind: str = "H3", strong: int | None = None) -> None:
    """A table whose head is repeated on each page; ``strong`` is the column that counts most."""
    if not part.rows:
        return
    flow.text(under, label_kind, part.label, flow.looks.label, before=10.0)
    element = under.add("Table")
    places = _places(part.columns, flow.width)
    heading = element.add("TR")
    heads = tuple(
        flow.cell(
            heading.add("TH", attributes="/O /Table /Scope /Column"),
            column.head or flow.nothing,
            flow.looks.label,
            x + PAD,
            width - 2 * PAD,
            figures=column.figures,
        )
        for column, (x, width) in zip(part.columns, places, strict=True)
    )
    head = Slab(
        cells=heads, before=10.0 if blank(part.label) else 3.0, above=4.0, below=4.0, ground=Ground(SHADE), keep=True
    )
    flow.add(head)
    for row, note in zip(part.rows, part.notes or [""] * len(part.rows), strict=True):
        line = element.add("TR")
        cells: list[Cell] = []
        for number, (text, column, (x, width)) in enumerate(zip(row, part.columns, places, strict=True)):
            style = flow.looks.strong_cell if number == strong else flow.looks.cell
            cells += _cells(flow, line.add("TD"), text, style, x + PAD, width - 2 * PAD, figures=column.figures)
        _row(flow, tuple(cells), note, head)


def _row(flow: Flow, cells: tuple[Cell, ...], note: str, head: Slab) -> None:
    """A row with its note below it, across the table; the note belongs to the row's first cell."""
    rules = ((0.0, flow.width, HAIRLINE),)
    if blank(note):
        flow.add(Slab(cells=cells, above=3.6, below=3.6, rules=rules, head=head))
        return
    tall = max(len(cell.lines) for cell in cells)
    below = flow.cell(cells[0].element, note.strip(BLANKS), flow.looks.small, PAD, flow.width - 2 * PAD)
    flow.add(Slab(cells=cells, above=3.6, keep=True, head=head))
    flow.add(Slab(cells=(below,), below=3.6, rules=rules, head=head, prose=tall + len(below.lines) > TALL_ROW))


def notes(flow: Flow, under: Element, part: Notes, *, label_kind: str = "H3") -> None:
    """Lines under a label, in a box of their own if so asked."""
    lines = [line for line in part.lines if not blank(line)]
    if not lines:
        return
    x = 10.0 if part.boxed else 0.0
    ground = Ground(SHADE) if part.boxed else None
    label = Slab(before=14.0, above=8.0 if part.boxed else 0.0, keep=True, ground=ground)
    if not blank(part.label):
        cell = flow.cell(under.add(label_kind), part.label, flow.looks.label, x, flow.width - 2 * x)
        label = Slab(cells=(cell,), before=label.before, above=label.above, below=1.0, keep=True, ground=ground)
    flow.add(label)
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        cell = flow.cell(under.add("P"), line, flow.looks.body, x, flow.width - 2 * x)
        below = 8.0 if part.boxed and last else 1.0
        flow.add(Slab(cells=(cell,), below=below, ground=ground, prose=True, keep=part.boxed and not last))


def signatures(flow: AgreementFlow, under: Element, part: Signatures) -> None:
    """A block for each party: role, name, a line to write on and one for place and date. None is ever parted."""
    if flow.barcode is not None:
        cell = flow.cell(under.add("P"), flow.words.scan_note, flow.looks.small, 0, WIDTH - _SIDE - 12)
        flow.add(Slab(cells=(cell,), plate=_scanned(flow, under, flow.barcode), before=10.0, keep=True))
    for signatory in part.signatories:
        start = len(flow.items)
        around = under.add("Sect")
        again = None if flow.barcode is None else _scanned(flow, around, flow.barcode)
        _party(flow, around, signatory)
        first = flow.items[start]
        if again is not None and isinstance(first, Slab):
            flow.items[start] = replace(first, head=Slab(plate=again))


def _party(flow: AgreementFlow, around: Element, signatory: Signatory) -> None:
    flow.text(around, "P", signatory.role, flow.looks.label, before=24.0, width=flow.width)
    name = ", ".join(text for text in (signatory.name, signatory.org) if not blank(text))
    flow.text(around, "P", name, flow.looks.strong, width=flow.width)
    place = None
    if signatory.field:
        said = flow.words.sign_here.replace("{who}", f"{signatory.role}, {name}".strip(BLANKS + ","))
        form = around.add("Form", alt=said)
        place = Blank(element=form, name=signatory.field, said=said, x=0.0, width=_SIGNED, height=_PEN - 2.0)
    flow.add(Slab(above=_PEN, rules=((0, _SIGNED, LINE), (_DATED, WIDTH, LINE)), blank=place, keep=True))
    captions = (
        flow.cell(around.add("P"), flow.words.signature, flow.looks.small, 0, _SIGNED),
        flow.cell(around.add("P"), flow.words.place_and_date, flow.looks.small, _DATED, WIDTH - _DATED),
    )
    flow.add(Slab(cells=captions, above=3.0))


def _scanned(flow: AgreementFlow, under: Element, barcode: Barcode) -> Plate:
    """The code that a scanner reads, at the right."""
    figure = under.add("Figure", alt=f"{flow.words.scan_code}: {barcode.said}")
    return Plate(element=figure, picture=barcode, width=_SIDE, height=_SIDE, x=WIDTH - _SIDE)


def _places(columns: Sequence[Column], room: float) -> list[tuple[float, float]]:
    total = sum(column.share for column in columns)
    places: list[tuple[float, float]] = []
    x = 0.0
    for column in columns:
        width = room * column.share / total
        places.append((x, width))
        x += width
    return places


def _cells(
    flow: Flow, element: Element, text: str, style: Style, x: float, width: float, *, figures: bool
) -> list[Cell]:
    """The cell of a table; what follows a line end is set smaller below the first line."""
    first, _, rest = text.strip(BLANKS).partition("\n")
    upper = flow.cell(element, first or flow.nothing, style, x, width, figures=figures)
    if blank(rest):
        return [upper]
    lines = flow.lines(rest, flow.looks.small, width)
    drop = len(upper.lines) * style.leading
    right = x + width if figures else None
    return [upper, Cell(element=element, lines=lines, style=flow.looks.small, x=x, right=right, drop=drop)]
