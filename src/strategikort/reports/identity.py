"""Which version of which agreement a PDF says it is: by its metadata, its footers, or its codes for scanners."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final
from xml.etree import ElementTree

from strategikort.domain.shape import Id
from strategikort.reports.comparing import page_texts
from strategikort.reports.details import SCHEMA
from strategikort.reports.embedded import NoPdf, Patience
from strategikort.reports.opened import opened
from strategikort.reports.scanned import codes_of

MOST_SEEN: Final = 20
"""On how many pages a code for scanners is looked for."""

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
    return _by_metadata(pdf) or _by_footers(texts) or _by_sheets(pdf)


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
    """By the code for scanners on the first sheet that has one."""
    patience = Patience()
    for code in islice(codes_of(pdf), MOST_SEEN):
        if code is not None:
            return Identity(agreement=code.agreement, version=code.version, check=code.check)
        patience.ask()
    return None


def _by_footers(texts: tuple[str, ...]) -> Identity | None:
    """By the check code, if all pages that name one name the same."""
    found = {" ".join(match.groups()) for text in texts for match in _CHECK.finditer(text)}
    return Identity(check=found.pop()) if len(found) == 1 else None
