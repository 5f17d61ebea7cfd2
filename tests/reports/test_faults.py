"""The check of our own papers can fail: each way of breaking a good paper is seen."""

from functools import cache

import pytest

from strategikort.reports.canvas import TaggedCanvas, Untagged
from strategikort.reports.looks import PAGE
from strategikort.reports.map_paper import Margin, render_map
from strategikort.reports.printing import render_agreement
from strategikort.reports.structure import Element
from strategikort.reports.tiles import Sheets
from tests.reports import reading
from tests.reports.breakages import ARCHIVE, LINKS, SIGNED, TAGS, Breakage
from tests.reports.drawings import drawing
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement, signable

RAW = {
    "no end of line before endstream": (b"\nendstream", b"endstream"),
    "something after its end": (b"%%EOF\n", b"%%EOF\n0 0 9 9 re f"),
    "it does not begin as a file with bytes": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"%PDF-1.7\n%abcd"),
    "a newer format": (b"%PDF-1.7", b"%PDF-2.0"),
    "metadata that cannot be read": (b"</rdf:RDF>", b"</rdf:RDG>"),
    "no identity": (b"/ID [", b"/IX ["),
}


@cache
def good(kind: str) -> bytes:
    if kind == "map":
        margin = Margin(title="Kort", note="", foot="", page="Side {n} af {m}", sheet="Ark {name}")
        sheets = Sheets(across=2, down=1)
        made = drawing(5, 3)
        return render_map(made, sheets, margin, typefaces=TYPEFACES, made_at=MADE_AT, author="Øresø Kommune").pdf
    paper = school_agreement(draft=kind == "draft")
    return render_agreement(signable(paper) if kind == "final" else paper, typefaces=TYPEFACES, made_at=MADE_AT).pdf


@pytest.mark.parametrize("kind", ["draft", "final", "map"])
def test_a_good_paper_has_no_faults_nor_has_a_copy_of_it(kind: str) -> None:
    assert faults(good(kind)) == []
    assert faults(reading.written(reading.opened(good(kind)))) == []


@pytest.mark.filterwarnings("ignore:This document has")
@pytest.mark.parametrize(
    ("kind", "name", "breakage"),
    [
        (kind, name, breakage)
        for kind, several in (("draft", TAGS), ("draft", ARCHIVE), ("final", SIGNED), ("map", LINKS))
        for name, breakage in several.items()
    ],
)
def test_each_breakage_is_seen(kind: str, name: str, breakage: Breakage) -> None:
    document = reading.opened(good(kind))
    breakage(document)
    assert faults(reading.written(document)), name


@pytest.mark.parametrize("name", RAW)
def test_what_a_library_would_mend_is_seen_in_the_bytes(name: str) -> None:
    old, new = RAW[name]
    assert old in good("draft")
    assert faults(good("draft").replace(old, new, 1))


def test_painting_outside_a_mark_or_a_mark_in_a_mark_is_refused() -> None:
    canvas = TaggedCanvas(PAGE, Element("Document"))
    canvas.rect(0, 0, 10, 10)
    with pytest.raises(Untagged):
        canvas.showPage()
    canvas = TaggedCanvas(PAGE, Element("Document"))
    with canvas.artifact(), pytest.raises(Untagged):
        canvas.tagged(canvas.root.add("P"))
    with pytest.raises(Untagged):
        canvas.save()
