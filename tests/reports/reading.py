"""A paper read back with another library: the text of its structure tree in tree order, and its outer order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

PAINTING = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "INLINE"])


@dataclass(slots=True)
class PageText:
    """What stands on a page: text by marked content number, text of artifacts, and faults in the marking."""

    marks: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def opened(pdf: bytes) -> Pdf:
    return pikepdf.open(BytesIO(pdf))


def tree_text(document: Pdf, *, alternates: bool = False) -> str:
    """The text of all elements in tree order; with ``alternates`` the words that stand for something in its place."""
    pages = {page.obj.objgen: page_text(page) for page in document.pages}
    return "".join(_text_of(document.Root.StructTreeRoot.K, None, pages, alternates))


def elements(node: Object) -> Iterator[Object]:
    """An element of the tree and all under it, in tree order."""
    yield node
    for kid in kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from elements(kid)


def bookmarks(document: Pdf) -> list[tuple[str, int]]:
    """The titles and page numbers of all bookmarks, in order."""
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
    found: list[tuple[str, int]] = []
    waiting = [document.Root.Outlines.First]
    while waiting:
        item = waiting.pop()
        found.append((str(item.Title), numbers[item.Dest[0].objgen]))
        waiting += [item[key] for key in ("/Next", "/First") if key in item]
    return found


def letters(text: str) -> str:
    """Text without what may differ: white space and break hyphens."""
    return re.sub(r"[ \t\r\n\v\f\x85\u00a0\u00ad\u2028\u2029]+", "", text)


def steps(page: pikepdf.Page | Object) -> list[pikepdf.ContentStreamInstruction]:
    """The operators of a page or an appearance; inline pictures come out as such."""
    return list(pikepdf.parse_content_stream(page))


def page_text(page: pikepdf.Page) -> PageText:
    """Follow a page's operators."""
    found = PageText()
    fonts = {name: unicode_of(font) for name, font in page.resources.get("/Font", {}).items()}
    stack: list[tuple[str, int | None]] = []
    font: dict[int, str] = {}
    for step in steps(page):
        operands = list(step.operands)
        match str(step.operator):
            case "BDC" | "BMC":
                _open_mark(found, stack, operands)
            case "EMC":
                if not stack:
                    found.faults.append("a mark closed that is not open")
                    continue
                kind, _ = stack.pop()
                if kind.startswith("="):
                    _say(found, stack, kind[1:])
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                codes = bytes(operands[0])
                text = "".join(font.get(int.from_bytes(codes[at : at + 2]), "\ufffd") for at in range(0, len(codes), 2))
                if not stack:
                    found.faults.append("untagged text")
                if not any(kind.startswith("=") for kind, _ in stack):
                    _say(found, stack, text)
            case other if other in PAINTING and not stack:
                found.faults.append(f"untagged {other}")
    if stack:
        found.faults.append("open mark at the end")
    return found


def _open_mark(found: PageText, stack: list[tuple[str, int | None]], operands: list[Object]) -> None:
    properties = operands[1] if len(operands) > 1 else Dictionary()
    if "/ActualText" in properties:
        stack.append((f"={properties['/ActualText']}", None))
        return
    if stack:
        found.faults.append("one mark inside another")
    if operands[0] == Name.Artifact:
        stack.append(("artifact", None))
        found.artifacts.append("")
    else:
        mark = int(properties["/MCID"])
        if mark in found.marks:
            found.faults.append(f"mark {mark} twice")
        found.marks[mark] = ""
        stack.append(("content", mark))


def _say(found: PageText, stack: list[tuple[str, int | None]], text: str) -> None:
    for kind, mark in stack:
        if kind == "artifact":
            found.artifacts[-1] += text
        elif mark is not None:
            found.marks[mark] += text


def _text_of(
    node: Object, page: Object | None, pages: dict[tuple[int, int], PageText], alternates: bool
) -> Iterator[str]:
    page = node.get("/Pg", page)
    if alternates and "/Alt" in node:
        yield str(node.Alt)
        return
    for kid in kids(node):
        if isinstance(kid, int):
            assert page is not None
            yield pages[page.objgen].marks.pop(int(kid))
        elif kid.get("/Type") == Name.MCR:
            yield pages[kid.Pg.objgen].marks.pop(int(kid.MCID))
        else:
            if alternates and "/TU" in kid.get("/Obj", ()):
                yield str(kid.Obj.TU)
            yield from _text_of(kid, page, pages, alternates)


def kids(node: Object) -> list[Object]:
    """What an element holds: elements, marks, links and fields."""
    kids = node.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def unicode_of(font: Object) -> dict[int, str]:
    """The letters by code, as the font itself says."""
    table: dict[int, str] = {}
    text = font.ToUnicode.read_bytes().decode("ascii") if "/ToUnicode" in font else ""
    for first, last, start in re.findall(r"<(\w{4})> <(\w{4})> <(\w{4})>", text):
        for step in range(int(last, 16) - int(first, 16) + 1):
            table[int(first, 16) + step] = chr(int(start, 16) + step)
    return table


def written(document: Pdf, **how: object) -> bytes:
    """The document as a file of its own, whatever was done to it."""
    made = BytesIO()
    document.save(made, **how)
    return made.getvalue()
