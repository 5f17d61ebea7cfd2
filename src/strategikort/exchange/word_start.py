"""A Word template to begin with: every field that an agreement fills, in an order that can be printed as it stands."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from strategikort.exchange.word import steady

_INDICATORS: Final = {
    "indicator": "navn",
    "baseline": "udgangspunkt",
    "result": "resultat",
    "target": "maaltal",
    "source": "kilde",
}
_EFFORTS: Final = {"effort": "titel", "owner": "ansvarlig", "deadline": "frist"}
_BROAD: Final = 165
"""The text's breadth on the page, in millimetres."""
_SHARES: Final = {3: (0.46, 0.32, 0.22), 5: (0.28, 0.17, 0.17, 0.15, 0.23)}
"""How a table's columns share it, by their number."""


def starting_template(labels: Mapping[str, str]) -> bytes:
    """The template as ``.docx``; ``labels`` are the words that stand beside the fields. The same bytes each time."""
    word = Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - _BROAD) / 2)
    _front(word)
    word.add_paragraph("{%p for a in afsnit %}")
    word.add_heading("{{ a.nummer }} {{ a.overskrift }}", 1)
    _unless_empty(word, "a.tekst", "{{ a.tekst }}")
    word.add_paragraph("{%p for linje in a.linjer %}")
    word.add_paragraph("{{ linje }}", style="List Bullet")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p if a.er_maal %}")
    _goals(word, labels)
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if a.er_underskrift %}")
    _parties(word, labels)
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    section.footer.paragraphs[
        0
    ].text = "{{ kode }} · {{ version }} · {{ kontrolkode }}{% if adresse %} · {{ adresse }}{% endif %}"
    target = BytesIO()
    word.save(target)
    return steady(target.getvalue())


def _front(word: WordDocument) -> None:
    word.add_paragraph("{{ kommune }} · {{ center }}")
    word.add_heading("{{ titel }}", 0)
    word.add_paragraph("{{ enhed }}", style="Subtitle")
    _unless_empty(word, "kladde", "{{ kladde }}")
    table = word.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for o in oplysninger %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ o.navn }}", "{{ o.vaerdi }}"
    table.cell(2, 0).text = "{%tr endfor %}"


def _goals(word: WordDocument, labels: Mapping[str, str]) -> None:
    word.add_paragraph("{%p for m in maal %}")
    word.add_heading("{{ m.nummer }} {{ m.titel }}", 2)
    _unless_empty(word, "m.kode or m.bemaerkning", "{{ m.kode }} {{ m.bemaerkning }}")
    word.add_paragraph("{%p for t in m.traade %}")
    word.add_paragraph(f"{labels['thread']}: {{{{ t }}}}")
    word.add_paragraph("{%p endfor %}")
    _unless_empty(word, "m.traad_note", "{{ m.traad_note }}")
    for label, field in (("why", "hvorfor"), ("affects", "beroerer"), ("success", "succeskriterium")):
        _unless_empty(word, f"m.{field}", f"{_before(labels[label])} {{{{ m.{field} }}}}")
    _rows(word, "m.indikatorer", _INDICATORS, labels)
    _rows(word, "m.indsatser", _EFFORTS, labels)
    _unless_empty(word, "m.opfoelgning", f"{_before(labels['follow_up'])} {{{{ m.opfoelgning }}}}")
    word.add_paragraph("{%p endfor %}")


def _before(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _unless_empty(word: WordDocument, condition: str, text: str) -> None:
    word.add_paragraph(f"{{%p if {condition} %}}")
    word.add_paragraph(text)
    word.add_paragraph("{%p endif %}")


def _rows(word: WordDocument, things: str, columns: Mapping[str, str], labels: Mapping[str, str]) -> None:
    """A table with a row for each thing and, below it, what is remarked about that."""
    word.add_paragraph(f"{{%p if {things} %}}")
    table = word.add_table(rows=6, cols=len(columns), style="Table Grid")
    table.cell(1, 0).text = f"{{%tr for r in {things} %}}"
    for place, (label, field) in enumerate(columns.items()):
        table.cell(0, place).text = labels[label]
        table.cell(2, place).text = f"{{{{ r.{field} }}}}"
    table.cell(3, 0).text = "{%tr if r.bemaerkning %}"
    table.cell(5, 0).text = "{%tr endif %}"
    table.add_row().cells[0].text = "{%tr endfor %}"
    for column, share in zip(table.columns, _SHARES[len(columns)], strict=True):
        for cell in column.cells:
            cell.width = Mm(_BROAD * share)
    table.cell(4, 0).merge(table.cell(4, len(columns) - 1)).text = "{{ r.bemaerkning }}"
    word.add_paragraph()
    word.add_paragraph("{%p endif %}")


def _parties(word: WordDocument, labels: Mapping[str, str]) -> None:
    table = word.add_table(rows=4, cols=3)
    table.cell(0, 1).text, table.cell(0, 2).text = labels["place_and_date"], labels["signature"]
    table.cell(1, 0).text = "{%tr for u in underskrivere %}"
    table.cell(2, 0).text = "{{ u.navn }}\n{{ u.rolle }}\n{{ u.sted }}"
    table.cell(3, 0).text = "{%tr endfor %}"
