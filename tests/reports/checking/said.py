"""What a file says of itself: the same in both places, which standards it follows, and each word of it explained."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.etree import ElementTree

from pikepdf import Dictionary, Pdf

RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XMP: Final = "{http://ns.adobe.com/xap/1.0/}"
PDF: Final = "{http://ns.adobe.com/pdf/1.3/}"
PDFA: Final = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA: Final = "{http://www.aiim.org/pdfua/ns/id/}"
EXTENSION: Final = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA: Final = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY: Final = "{http://www.aiim.org/pdfa/ns/property#}"
KNOWN: Final = {DC, XMP, PDF, PDFA, EXTENSION, "{http://ns.adobe.com/xap/1.0/mm/}"}


def said_faults(document: Pdf) -> Iterator[str]:
    """Faults in the metadata, its copy in the information dictionary, and the marks of the standards."""
    if "/Metadata" not in document.Root:
        yield "no metadata"
        return
    if "/Filter" in document.Root.Metadata:
        yield "packed metadata"
    data = document.Root.Metadata.read_bytes()
    if not data.lstrip(b"\xef\xbb\xbf").startswith(b"<?xpacket begin="):
        yield "metadata without its wrapper"
    try:
        tree = ElementTree.fromstring(data.decode("utf-8"))
    except (ElementTree.ParseError, UnicodeDecodeError):
        yield "metadata that cannot be read"
        return
    found = dict(_properties(tree))
    if found.get(f"{PDFUA}part") != "1":
        yield "does not say that it follows PDF/UA-1"
    if (found.get(f"{PDFA}part"), found.get(f"{PDFA}conformance")) != ("3", "A"):
        yield "does not say that it follows PDF/A-3a"
    if not found.get(f"{DC}title"):
        yield "no title"
    yield from _copy_faults(found, document.docinfo)
    yield from _unexplained(tree, found)
    if "/ID" not in document.trailer or len(document.trailer.ID) != 2:
        yield "no identity"


def _properties(tree: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Each property and its text; of lists the first."""
    for about in tree.iter(f"{RDF}Description"):
        for name, value in about.attrib.items():
            if not name.startswith(RDF):
                yield name, value
        for one in about:
            item = next(one.iter(f"{RDF}li"), None)
            yield one.tag, (one if item is None else item).text or ""


def _copy_faults(found: dict[str, str], info: Dictionary) -> Iterator[str]:
    pairs = {"/Title": f"{DC}title", "/Author": f"{DC}creator", "/Producer": f"{PDF}Producer"}
    for key, name in pairs.items():
        if key in info and str(info[key]) != found.get(name, ""):
            yield f"two of {key}"
    for key, name in {"/CreationDate": f"{XMP}CreateDate", "/ModDate": f"{XMP}ModifyDate"}.items():
        if key not in info or name not in found or _instant(str(info[key])) != datetime.fromisoformat(found[name]):
            yield f"two of {key}"


def _instant(text: str) -> datetime:
    """The time that is written as ``D:20150215093000+00'00'``."""
    match = re.fullmatch(r"D:(\d{14})(Z|[+-]\d\d'\d\d)'?", text)
    assert match, text
    zone = "+0000" if match[2] == "Z" else match[2].replace("'", "")
    return datetime.strptime(match[1] + zone, "%Y%m%d%H%M%S%z")


def _unexplained(tree: ElementTree.Element, found: dict[str, str]) -> Iterator[str]:
    """Properties that PDF/A does not know and the file does not describe."""
    explained: set[str] = set()
    for schema in tree.iter(f"{RDF}li"):
        uri = schema.findtext(f"{SCHEMA}namespaceURI")
        if uri and schema.findtext(f"{SCHEMA}prefix") and schema.findtext(f"{SCHEMA}schema"):
            for one in schema.iter(f"{RDF}li"):
                parts = (one.findtext(f"{PROPERTY}{key}") for key in ("name", "valueType", "category", "description"))
                name, *rest = parts
                if name and all(rest):
                    explained.add(f"{{{uri}}}{name}")
    for name in found:
        space = name[: name.index("}") + 1]
        if space not in KNOWN and name not in explained:
            yield f"{name} is not explained"
