"""Which version of which agreement a PDF says it is: by its metadata, what it carries, its codes, or its footers."""

import re
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp

from strategikort.domain.shape import Id
from strategikort.reports.comparing import page_texts
from strategikort.reports.details import SCHEMA
from strategikort.reports.embedded import NoPdf, Patience
from strategikort.reports.opened import opened
from strategikort.reports.sheet_code import read_sheet_code

MOST_SEEN: Final = 40
"""On how many pages a code for scanners is looked for."""

_DPI: Final = 150
_CHECK: Final = re.compile(r"\b([0-9a-f]{4}) ([0-9a-f]{4}) ([0-9a-f]{4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which agreement, version and check code a file names. What it does not say is empty, or 0."""

    agreement: Id = Id("")
    version: int = 0
    check: str = ""


def identity_of(pdf: bytes) -> Identity | None:
    """What a file says it is, or None where it says nothing that is ours. It is a claim until texts are compared.

    Raises:
        NoPdf: it cannot be read.
    """
    texts = page_texts(pdf)
    return _by_metadata(pdf) or _by_sheets(pdf) or _by_footers(texts)


def _by_metadata(pdf: bytes) -> Identity | None:
    try:
        with opened(pdf) as reader:
            metadata = bytes(reader.root["/Metadata"].data) if "/Metadata" in reader.root else b""
    except NoPdf:
        return None
    if not metadata or b"<!DOCTYPE" in metadata or b"<!ENTITY" in metadata:
        return None
    try:
        root = ElementTree.fromstring(metadata)  # noqa: S314 - it declares no entities
    except ElementTree.ParseError:
        return None
    said = {name: _said(root, name) for name in ("agreement", "version", "check")}
    if not said["agreement"]:
        return None
    version = int(said["version"]) if said["version"].isascii() and said["version"].isdigit() else 0
    return Identity(agreement=Id(said["agreement"][:40]), version=version % 100_000, check=said["check"][:20])


def _said(root: ElementTree.Element, name: str) -> str:
    """A property of ours, written as an element or as an attribute: other programs write it anew as they like."""
    key = f"{{{SCHEMA}}}{name}"
    for element in root.iter():
        if element.tag == key:
            return (element.text or "").strip()
        if key in element.attrib:
            return element.attrib[key].strip()
    return ""


def _by_sheets(pdf: bytes) -> Identity | None:
    """By the code that stands beside the signatures, which is looked for from the last page on."""
    document = pypdfium2.PdfDocument(pdf)
    patience = Patience()
    try:
        for place in reversed(range(max(0, len(document) - MOST_SEEN), len(document))):
            width, height = document[place].get_size()
            patience.ask()
            if max(width, height) > 2000:
                continue
            picture = document[place].render(scale=_DPI / 72, grayscale=True).to_pil()
            for found in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
                if code := read_sheet_code(found.text):
                    return Identity(agreement=code.agreement, version=code.version, check=code.check)
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return None


def _by_footers(texts: tuple[str, ...]) -> Identity | None:
    """By the check code, if all pages that name one name the same."""
    found = {" ".join(match.groups()) for text in texts for match in _CHECK.finditer(text)}
    return Identity(check=found.pop()) if len(found) == 1 else None
