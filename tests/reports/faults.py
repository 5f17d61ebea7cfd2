"""What can be wrong with a tagged file and seen by a machine; a check of our own papers, not of any file."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.reports import reading

PARENTS = {
    "/TOCI": {"/TOC"},
    "/TR": {"/Table", "/THead", "/TBody"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
}
KINDS = {
    *PARENTS,
    "/Document",
    "/Sect",
    "/P",
    "/Table",
    "/L",
    "/TOC",
    "/Span",
    "/Figure",
    "/Form",
    "/Link",
    *(f"/H{n}" for n in range(1, 7)),
}


def faults(pdf: bytes) -> list[str]:
    """All faults found; a good file has none."""
    document = reading.opened(pdf)
    return [*_file_faults(document), *_tree_faults(document), *_page_faults(document), *_parent_faults(document)]


def _file_faults(document: Pdf) -> Iterator[str]:
    root = document.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "not said to be tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the title is not displayed"
    text = root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in root else ""
    if "/Filter" in root.get("/Metadata", Dictionary()):
        yield "packed metadata"
    if "<pdfuaid:part>1<" not in text:
        yield "does not say which standard it follows"
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)<", text, re.DOTALL)
    if title is None:
        yield "no title"
    elif "&" not in title[1] and title[1] != str(document.docinfo.get("/Title", "")):
        yield "two titles"
    if "/ID" not in document.trailer:
        yield "no identity"


def _tree_faults(document: Pdf) -> Iterator[str]:
    level = 0
    for node, parent in _with_parents(document.Root.StructTreeRoot.K, ""):
        kind = str(node.S)
        if kind not in KINDS:
            yield f"unknown kind {kind}"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield f"{kind} in {parent}"
        if kind == "/Figure" and not str(node.get("/Alt", "")):
            yield "a picture without words"
        if kind == "/TH" and "/Scope" not in node.get("/A", Dictionary()):
            yield "a head without scope"
        if re.fullmatch("/H[1-6]", kind):
            if int(kind[2]) > level + 1:
                yield f"{kind} after H{level}"
            level = int(kind[2])
        if "/K" not in node or len(Array(node.K) if not isinstance(node.K, Array) else node.K) == 0:
            yield f"an empty {kind}"
    heads = [str(node.S) for node in reading.elements(document.Root.StructTreeRoot.K)].count("/H1")
    if heads != 1:
        yield f"{heads} titles"


def _page_faults(document: Pdf) -> Iterator[str]:
    table = set(list(document.Root.StructTreeRoot.ParentTree.Nums)[::2])
    for number, page in enumerate(document.pages, 1):
        found = reading.page_text(page)
        yield from (f"page {number}: {fault}" for fault in found.faults)
        for link in page.get("/Annots", Array()):
            words = "/TU" if link.Subtype == Name.Widget else "/Contents"
            if not str(link.get(words, "")):
                yield f"page {number}: a link or field without words"
            if int(link.get("/StructParent", -1)) not in table:
                yield f"page {number}: a link outside the tree"
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: order of tabs"
        for font in page.resources.get("/Font", {}).values():
            inner = font.get("/DescendantFonts", Array([font]))[0]
            if "/FontFile2" not in inner.get("/FontDescriptor", Dictionary()):
                yield f"page {number}: a face is not embedded"


def _parent_faults(document: Pdf) -> Iterator[str]:
    """The tree and the table of parents say the same, and every mark on a page is in both."""
    nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
    table = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
    owners: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
    for node in reading.elements(document.Root.StructTreeRoot.K):
        kids = node.K if isinstance(node.K, Array) else [node.K]
        for kid in kids:
            if isinstance(kid, int):
                owners[node.Pg.objgen, int(kid)] = node.objgen
            elif kid.get("/Type") == Name.MCR:
                owners[kid.Pg.objgen, int(kid.MCID)] = node.objgen
    for number, page in enumerate(document.pages, 1):
        row = table.get(int(page.get("/StructParents", -1)), Array())
        for mark in reading.page_text(page).marks:
            owner = owners.pop((page.obj.objgen, mark), None)
            if owner is None or mark >= len(row) or row[mark].objgen != owner:
                yield f"page {number}: mark {mark} is lost"
    if owners:
        yield "the tree has marks that are on no page"


def _with_parents(node: Object, parent: str) -> Iterator[tuple[Object, str]]:
    yield node, parent
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _with_parents(kid, str(node.S))
