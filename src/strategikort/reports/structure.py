"""The tree that tells what each piece of a page is: headings, paragraphs, tables. Reading order is the tree's order."""

from dataclasses import dataclass, field

from strategikort.reports.objects import Objects, text_string


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked content number ``mark`` of page ``page`` (from 0)."""

    page: int
    mark: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. ``kind`` is one of the format's own types (P, H1, Table ...); ``alt`` stands for a picture.

    ``attributes`` is written as it is, for example ``/O /Table /Scope /Column``.
    """

    kind: str
    alt: str = ""
    attributes: str = ""
    kids: list["Element | Piece"] = field(default_factory=list)

    def add(self, kind: str, *, alt: str = "", attributes: str = "") -> "Element":
        """A new element under this one, after those already there."""
        element = Element(kind, alt, attributes)
        self.kids.append(element)
        return element

    @property
    def is_empty(self) -> bool:
        """Whether nothing on any page belongs to this element or those under it."""
        return not any(isinstance(kid, Piece) or not kid.is_empty for kid in self.kids)


def write_tree(objects: Objects, root: Element, pages: list[int], *, language: str) -> int:
    """Write the tree below a new structure root; gives the root's object number. ``pages`` are the pages' numbers."""
    tree = objects.reserve()
    owners: list[dict[int, int]] = [{} for _ in pages]
    document = _write(objects, root, tree, pages, owners, language)
    table = objects.reserve()
    rows = (f"{page} [{' '.join(f'{marks[mark]} 0 R' for mark in sorted(marks))}]" for page, marks in enumerate(owners))
    objects.put(table, f"<< /Nums [{' '.join(rows)}] >>")
    objects.put(
        tree,
        f"<< /Type /StructTreeRoot /K {document} 0 R /ParentTree {table} 0 R /ParentTreeNextKey {len(pages)} >>",
    )
    return tree


def _write(
    objects: Objects, element: Element, parent: int, pages: list[int], owners: list[dict[int, int]], language: str = ""
) -> int:
    number = objects.reserve()
    first = next((kid.page for kid in element.kids if isinstance(kid, Piece)), None)
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Piece):
            owners[kid.page][kid.mark] = number
            here = kid.page == first
            kids.append(str(kid.mark) if here else f"<< /Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.mark} >>")
        elif not kid.is_empty:
            kids.append(f"{_write(objects, kid, number, pages, owners)} 0 R")
    entries = [f"/Type /StructElem /S /{element.kind} /P {parent} 0 R /K [{' '.join(kids)}]"]
    entries += [f"/Pg {pages[first]} 0 R"] if first is not None else []
    entries += [f"/Alt {text_string(element.alt)}"] if element.alt else []
    entries += [f"/A << {element.attributes} >>"] if element.attributes else []
    entries += [f"/Lang {text_string(language)}"] if language else []
    objects.put(number, f"<< {' '.join(entries)} >>")
    return number
