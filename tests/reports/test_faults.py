"""The check of our own papers can fail: each way of breaking a good paper is seen."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from strategikort.reports.canvas import TaggedCanvas, Untagged
from strategikort.reports.looks import PAGE
from strategikort.reports.printing import render_agreement
from strategikort.reports.structure import Element
from tests.reports import reading
from tests.reports.faults import faults
from tests.reports.papers import MADE_AT, TYPEFACES, school_agreement

GOOD = render_agreement(school_agreement(draft=True), typefaces=TYPEFACES, made_at=MADE_AT).pdf


def first(document: Pdf, kind: str) -> Object:
    return next(node for node in reading.elements(document.Root.StructTreeRoot.K) if Name(kind) == node.S)


def rewritten(document: Pdf, old: bytes, new: bytes, page: int = 0) -> None:
    code = document.pages[page].Contents.read_bytes()
    assert old in code
    document.pages[page].obj.Contents = Stream(document, code.replace(old, new, 1))


def metadata(document: Pdf, old: bytes, new: bytes) -> None:
    code = document.Root.Metadata.read_bytes()
    assert old in code
    document.Root.Metadata = Stream(document, code.replace(old, new))


def without_face(document: Pdf) -> None:
    for font in document.pages[0].resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor.FontFile2


def swap_parents(document: Pdf) -> None:
    row = document.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


BREAKAGES: dict[str, Callable[[Pdf], object]] = {
    "not tagged": lambda d: d.Root.__delattr__("MarkInfo"),
    "marked false": lambda d: d.Root.MarkInfo.__setattr__("Marked", False),
    "no language": lambda d: d.Root.__delattr__("Lang"),
    "empty language": lambda d: d.Root.__setattr__("Lang", String("")),
    "title not shown": lambda d: d.Root.__delattr__("ViewerPreferences"),
    "no standard": lambda d: metadata(d, b"pdfuaid:part", b"pdfuaid:other"),
    "no title": lambda d: metadata(d, b"dc:title", b"dc:other"),
    "another title": lambda d: metadata(d, b"Decentral aftale", b"Central aftale"),
    "no metadata": lambda d: d.Root.__delattr__("Metadata"),
    "unknown kind": lambda d: first(d, "/P").__setattr__("S", Name.Q),
    "a cell outside its row": lambda d: first(d, "/TR").__setattr__("S", Name.P),
    "an item outside its list": lambda d: first(d, "/L").__setattr__("S", Name.P),
    "a picture without words": lambda d: first(d, "/Figure").__delattr__("Alt"),
    "a head without scope": lambda d: first(d, "/TH").__delattr__("A"),
    "a level left out": lambda d: first(d, "/H3").__setattr__("S", Name.H4),
    "two titles": lambda d: first(d, "/H2").__setattr__("S", Name.H1),
    "no heading": lambda d: first(d, "/H1").__setattr__("S", Name.P),
    "an empty element": lambda d: first(d, "/H2").__setattr__("K", Array()),
    "a mark that is in the tree twice": lambda d: first(d, "/H2").__setattr__("K", Array([0, 0, 99])),
    "text outside a mark": lambda d: rewritten(d, b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC", b""),
    "a mark left open": lambda d: rewritten(d, b"EMC", b""),
    "a mark in a mark": lambda d: rewritten(d, b"EMC", b"/Artifact BMC EMC EMC", page=1),
    "a box outside a mark": lambda d: rewritten(d, b"EMC", b"EMC 0 0 9 9 re f"),
    "a mark renumbered": lambda d: rewritten(d, b"/MCID 1>>", b"/MCID 77>>"),
    "a mark used twice": lambda d: rewritten(d, b"/MCID 1>>", b"/MCID 0>>"),
    "content made an artifact": lambda d: rewritten(d, b"/P <</MCID 1>> BDC", b"/Artifact BMC"),
    "parents swapped": swap_parents,
    "no parents": lambda d: d.Root.StructTreeRoot.__setattr__("ParentTree", Dictionary(Nums=Array())),
    "a page without parents": lambda d: d.pages[0].obj.__delattr__("StructParents"),
    "no order of tabs": lambda d: d.pages[1].obj.__delattr__("Tabs"),
    "a face not embedded": without_face,
}


def test_a_good_paper_has_no_faults() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize("name", BREAKAGES)
def test_each_breakage_is_seen(name: str) -> None:
    document = reading.opened(GOOD)
    BREAKAGES[name](document)
    out = BytesIO()
    document.save(out)
    assert faults(out.getvalue())


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
