"""The tree that tells what each piece of a page is: headings, paragraphs, tables. Reading order is the tree's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from strategikort.reports.objects import Objects, text_string


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked content number ``mark`` of page ``page`` (from 0)."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Leap:
    """Link number ``number`` of the file, on page ``page`` (both from 0)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Field number ``number`` of the file, on page ``page`` (both from 0)."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. ``kind`` is one of the format's own types (P, H1, Table ...); ``alt`` stands for a picture.

    ``attributes`` is written as it is, for example ``/O /Table /Scope /Column``.
    """

    kind: str
    alt: str = ""
    attributes: str = ""
    kids: list["Element | Piece | Leap | Entry"] = field(default_factory=list)

    def add(self, kind: str, *, alt: str = "", attributes: str = "") -> "Element":
        """A new element under this one, after those already there."""
        element = Element(kind, alt, attributes)
        self.kids.append(element)
        return element

    @property
    def is_empty(self) -> bool:
        """Whether nothing on any page belongs to this element or those under it."""
        return all(isinstance(kid, Element) and kid.is_empty for kid in self.kids)


def write_tree(
    objects: Objects,
    root: Element,
    pages: list[int],
    *,
    language: str,
    links: Sequence[int] = (),
    fields: Sequence[int] = (),
) -> int:
    """Write the tree below a new structure root; gives the root's object number.

    ``pages``, ``links`` and ``fields`` are the numbers of the pages and of what is on them; as parents they are counted
    in that order.
    """
    tree = objects.reserve()
    writer = _Writer(objects, pages, links, fields)
    document = writer.write(root, tree, language)
    table = objects.reserve()
    rows = [f"{page} [{' '.join(f'{marks[mark]} 0 R' for mark in sorted(marks))}]" for page, marks in writer.marks()]
    rows += [f"{len(pages) + link} {owner} 0 R" for link, owner in sorted(writer.link_owners.items())]
    start = len(pages) + len(links)
    rows += [f"{start + entry} {owner} 0 R" for entry, owner in sorted(writer.field_owners.items())]
    objects.put(table, f"<< /Nums [{' '.join(rows)}] >>")
    following = start + len(fields)
    objects.put(
        tree,
        f"<< /Type /StructTreeRoot /K {document} 0 R /ParentTree {table} 0 R /ParentTreeNextKey {following} >>",
    )
    return tree


class _Writer:
    """Writes elements, and keeps who owns which mark, link and field."""

    def __init__(self, objects: Objects, pages: list[int], links: Sequence[int], fields: Sequence[int]) -> None:
        self._objects, self._pages, self._links, self._fields = objects, pages, links, fields
        self._owners: list[dict[int, int]] = [{} for _ in pages]
        self.link_owners: dict[int, int] = {}
        self.field_owners: dict[int, int] = {}

    def marks(self) -> Iterator[tuple[int, dict[int, int]]]:
        """The owner of each mark, page by page."""
        return enumerate(self._owners)

    def write(self, element: Element, parent: int, language: str = "") -> int:
        """Write an element and all under it that is not empty; gives its number."""
        pages, number = self._pages, self._objects.reserve()
        first = next((kid.page for kid in element.kids if type(kid) is Piece), None)
        kids: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Piece):
                self._owners[kid.page][kid.mark] = number
                here = kid.page == first
                kids.append(str(kid.mark) if here else f"<< /Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.mark} >>")
            elif isinstance(kid, Element):
                if not kid.is_empty:
                    kids.append(f"{self.write(kid, number)} 0 R")
            else:
                kids.append(self._reference(kid, number))
        inner = kids[0] if element.kind == "Form" else f"[{' '.join(kids)}]"
        entries = f"/Type /StructElem /S /{element.kind} /P {parent} 0 R /K {inner}"
        if first is not None:
            entries += f" /Pg {pages[first]} 0 R"
        if element.alt:
            entries += f" /Alt {text_string(element.alt)}"
        if element.attributes:
            entries += f" /A << {element.attributes} >>"
        if language:
            entries += f" /Lang {text_string(language)}"
        self._objects.put(number, f"<< {entries} >>")
        return number

    def _reference(self, kid: Leap | Entry, owner: int) -> str:
        """What an element says of a link or field that belongs to it."""
        if isinstance(kid, Leap):
            self.link_owners[kid.number] = owner
            there = self._links[kid.number]
        else:
            self.field_owners[kid.number] = owner
            there = self._fields[kid.number]
        return f"<< /Type /OBJR /Pg {self._pages[kid.page]} 0 R /Obj {there} 0 R >>"
