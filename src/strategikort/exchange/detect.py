"""Which form a source has."""

from pathlib import Path
from typing import Literal

from strategikort.exchange.results import refused
from strategikort.exchange.sources import source_bytes

Form = Literal["bundle", "stratml", "snapshot", "paper"]

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def detect(source: Path) -> Form:
    """What ``source`` is, told by its content: a folder with ``goals.csv``, an XML file, a JSON file or a PDF.

    Raises:
        ImportProblem: it is none of them, or cannot be read.
    """
    if source.is_dir():
        if (source / "goals.csv").exists():
            return "bundle"
        raise refused("no_bundle", file=source.name)
    if source.name.lower() in ("goals.csv", "links.csv"):
        return "bundle"
    start = source_bytes(source, most=_MOST)[:200]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    if start.lstrip().startswith(b"%PDF-"):
        return "paper"
    first = start.replace(b"\0", b"").lstrip()[:1]
    if first == b"<":
        return "stratml"
    if first == b"{":
        return "snapshot"
    raise refused("unknown_form", file=source.name)


_MOST = 300_000_000
