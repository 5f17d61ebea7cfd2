"""PDF/UA-1: the tree of a paper, its tables, lists, headings and pictures, and that it tells what is painted."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.reports import reading

PARENTS: Final = {
    "/TOCI": {"/TOC"},
    "/TR": {"/Table", "/THead", "/TBody"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
}
INSIDE: Final = {"/Table": {"/TR"}, "/TR": {"/TH", "/TD"}, "/L": {"/LI"}, "/LI": {"/Lbl", "/LBody"}, "/TOC": {"/TOCI"}}
"""What has no other children than these, and none of its own content."""
KINDS: Final = {
    *PARENTS,
    *INSIDE,
    *(f"/H{n}" for n in range(1, 7)),
    *("/Document", "/Sect", "/P", "/Span", "/Figure", "/Form", "/Link"),
}


def tree_faults(document: Pdf) -> Iterator[str]:
    """Faults of the tree in itself, and of what it says of the pages."""
    root = document.Root.get("/StructTreeRoot")
    if root is None:
        yield "no tree"
        return
    if "/RoleMap" in root or "/ClassMap" in root:
        yield "kinds of its own"
    level = 0
    for node, parent in _with_parents(root.K, root):
        kind = str(node.get("/S", ""))
        if kind not in KINDS:
            yield f"unknown kind {kind}"
        if node.get("/P", Dictionary()).objgen != parent.objgen:
            yield f"{kind} does not know its parent"
        if kind in PARENTS and str(parent.get("/S", "")) not in PARENTS[kind]:
            yield f"{kind} in {parent.get('/S', '')}"
        if not reading.kids(node):
            yield f"an empty {kind}"
        if re.fullmatch("/H[1-6]", kind):
            if int(kind[2]) > level + 1:
                yield f"{kind} after H{level}"
            level = int(kind[2])
        yield from _inner_faults(node, kind)
    heads = [str(node.get("/S", "")) for node in reading.elements(root.K)].count("/H1")
    if heads != 1:
        yield f"{heads} titles"
    yield from _parent_faults(document)


def _inner_faults(node: Object, kind: str) -> Iterator[str]:
    """What one element must have."""
    inner = [kid for kid in reading.kids(node) if isinstance(kid, Dictionary) and "/S" in kid]
    if kind in INSIDE:
        others = {str(kid.S) for kid in inner} - INSIDE[kind]
        if others or len(inner) < len(reading.kids(node)):
            yield f"{kind} holds something else: {sorted(others)}"
    if kind == "/Table":
        yield from _table_faults(inner)
    elif kind == "/L":
        labels = [kid for item in inner for kid in reading.kids(item) if kid.get("/S") == Name.Lbl]
        if labels and "/ListNumbering" not in attributes(node):
            yield "a list that does not say how it is numbered"
    elif kind in ("/Figure", "/Form") and not str(node.get("/Alt", "")).strip():
        yield f"a {kind} without words"
    if kind == "/Figure":
        box = [float(edge) for edge in attributes(node).get("/BBox", Array())]
        if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            yield "a picture without its place"
    if kind == "/Form" and (isinstance(node.get("/K"), Array) or node.get("/K").get("/Type") != Name.OBJR):
        yield "a field in a list of its own"
    if kind == "/Link" and not any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in reading.kids(node)):
        yield "a link that leads nowhere"


def attributes(node: Object) -> dict[str, Object]:
    """The attributes of an element, whatever owns them."""
    found = node.get("/A", Dictionary())
    return {key: value for one in (found if isinstance(found, Array) else [found]) for key, value in one.items()}


def _table_faults(rows: list[Object]) -> Iterator[str]:
    cells = [[kid for kid in reading.kids(row) if isinstance(kid, Dictionary)] for row in rows]
    widths = {sum(int(attributes(cell).get("/ColSpan", 1)) for cell in row) for row in cells}
    if len(widths) > 1:
        yield "a table whose rows are of different lengths"
    heads = [cell for row in cells for cell in row if cell.get("/S") == Name.TH]
    if not heads:
        yield "a table without heads"
    for head in heads:
        if attributes(head).get("/Scope") not in (Name.Column, Name.Row, Name.Both):
            yield "a head without scope"


def _parent_faults(document: Pdf) -> Iterator[str]:
    """The tree and the table of parents say the same, and every mark on a page is in both, once."""
    root = document.Root.StructTreeRoot
    nums = list(root.get("/ParentTree", Dictionary()).get("/Nums", Array()))
    keys = [int(key) for key in nums[::2]]
    table = dict(zip(keys, nums[1::2], strict=True))
    if keys != sorted(set(keys)) or int(root.get("/ParentTreeNextKey", 0)) <= max(keys, default=-1):
        yield "a table of parents that is out of order"
    owners: Counter[tuple[tuple[int, int], int, tuple[int, int]]] = Counter()
    annotations: Counter[tuple[tuple[int, int], tuple[int, int]]] = Counter()
    for node in reading.elements(root.K):
        for kid in reading.kids(node):
            if isinstance(kid, int):
                owners[node.Pg.objgen, int(kid), node.objgen] += 1
            elif kid.get("/Type") == Name.MCR:
                owners[kid.Pg.objgen, int(kid.MCID), node.objgen] += 1
            elif kid.get("/Type") == Name.OBJR:
                annotations[kid.Obj.objgen, node.objgen] += 1
    used: set[int] = set()
    for number, page in enumerate(document.pages, 1):
        used.add(int(page.get("/StructParents", -1)))
        row = list(table.get(int(page.get("/StructParents", -1)), Array()))
        marks = reading.page_text(page).marks
        if len(row) != len(marks):
            yield f"page {number}: {len(row)} parents of {len(marks)} marks"
        for mark in marks:
            owner = row[mark].objgen if mark < len(row) else (0, 0)
            if owners.pop((page.obj.objgen, mark, owner), 0) != 1:
                yield f"page {number}: mark {mark} is lost, or twice in the tree"
        for one in page.get("/Annots", Array()):
            key = int(one.get("/StructParent", -1))
            used.add(key)
            owner = table[key].objgen if isinstance(table.get(key), Dictionary) else (0, 0)
            if annotations.pop((one.objgen, owner), 0) != 1:
                yield f"page {number}: a link or field outside the tree"
    if owners or annotations or set(keys) - used:
        yield "the tree has what is on no page"


def _with_parents(node: Object, parent: Object) -> Iterator[tuple[Object, Object]]:
    yield node, parent
    for kid in reading.kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _with_parents(kid, node)
