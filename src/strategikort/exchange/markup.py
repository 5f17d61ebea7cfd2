"""XML files from outside as plain nodes: no entities, no document type, no network, bounded in size and depth."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from strategikort.exchange.results import refused
from strategikort.exchange.sources import source_bytes

DEEPEST: Final = 60
"""How many elements may lie inside each other."""


@dataclass(slots=True, eq=False)
class Node:
    """One element: its local name, its own text, and whether somebody has taken that text.

    In another namespace than the root's the name is ``{namespace}name``, so that no reader takes it for its own.
    ``namespace`` is empty where there is none. ``attributes`` leaves out those with a namespace, such as a schema's
    place.
    """

    name: str
    namespace: str
    line: int
    text: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    taken: bool = False

    def all(self, *names: str) -> list["Node"]:
        """The children of these names, in order."""
        return [child for child in self.children if child.name in names]

    def first(self, *names: str) -> "Node | None":
        """The first child of these names."""
        return next(iter(self.all(*names)), None)

    def take(self, *names: str) -> str:
        """The text of the first child of these names that has one not yet taken; it counts as taken now."""
        for child in self.all(*names):
            if child.text and not child.taken:
                child.taken = True
                return child.text
        return ""

    def take_all(self, *names: str) -> list[str]:
        """The texts of all children of these names that are not yet taken."""
        found = [child for child in self.all(*names) if child.text and not child.taken]
        for child in found:
            child.taken = True
        return [child.text for child in found]

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, as they stand in the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


def read_markup(source: Path) -> Node:
    """The root of the XML file at ``source``. Comments and processing instructions are left out.

    Raises:
        ImportProblem: not readable, not well-formed (line and column), with a document type, or too deep.
    """
    content = source_bytes(source)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refused("document_type", file=source.name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as failure:
        line, column = failure.position
        raise refused("not_well_formed", file=source.name, line=str(line), column=str(column)) from failure
    except (LookupError, ValueError) as failure:
        raise refused("not_well_formed", file=source.name, line="1", column="1") from failure
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("document_type", file=source.name)
    return _plain(root, source.name)


def _plain(root: etree._Element, file: str) -> Node:
    top = _node(root, etree.QName(root).namespace)
    waiting = [(root, top, 1)]
    while waiting:
        element, node, depth = waiting.pop()
        if depth > DEEPEST:
            raise refused("too_deep", file=file, line=str(node.line))
        for child in element:
            made = _node(child, top.namespace or None)
            node.children.append(made)
            waiting.append((child, made, depth + 1))
    return top


def _node(element: etree._Element, home: str | None) -> Node:
    name = etree.QName(element)
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    return Node(
        name=name.localname if name.namespace == home else name.text,
        namespace=name.namespace or "",
        line=_line(element),
        text="\n".join(filter(None, (" ".join(line.split()) for piece in pieces for line in piece.split("\n")))),
        attributes={str(key): str(value) for key, value in element.attrib.items() if not str(key).startswith("{")},
    )


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0
