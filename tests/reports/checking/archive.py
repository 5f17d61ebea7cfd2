"""PDF/A-3: everything a reader needs is in the file, explained, and nothing that may not be in an archive."""

import hashlib
import re
import struct
from collections.abc import Iterator
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tests.reports import reading

FILTERS: Final = {"/FlateDecode", "/DCTDecode"}
ICC_TAGS: Final = {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
ACTIVE: Final = ("/OpenAction", "/AA", "/Collection", "/Requirements", "/OCProperties", "/NeedsRendering")
INKS: Final = {"k", "K", "cs", "CS", "sc", "scn", "SC", "SCN", "sh", "gs", "ri", "BX", "EX"}


def archive_faults(pdf: bytes, document: Pdf) -> Iterator[str]:
    """What keeps a file out of an archive."""
    yield from _raw_faults(pdf)
    if document.is_encrypted:
        yield "locked"
    for entry in ACTIVE:
        if entry in document.Root:
            yield f"an archive may not have {entry}"
    if "/JavaScript" in document.Root.get("/Names", Dictionary()):
        yield "a program inside"
    yield from _intent_faults(document)
    yield from _file_faults(document)
    for one in document.objects:
        if isinstance(one, Stream | Dictionary):
            yield from _object_faults(one)
    for number, page in enumerate(document.pages, 1):
        if "/Group" in page:
            yield f"page {number}: see-through"
        if "/AA" in page:
            yield f"page {number}: does something by itself"
        used = {str(step.operator) for step in reading.steps(page)} & INKS
        if used:
            yield f"page {number}: colours or states that are not explained: {sorted(used)}"


def _raw_faults(pdf: bytes) -> Iterator[str]:
    """What a library mends when it opens a file, so that only its bytes tell."""
    if not re.match(rb"%PDF-1\.[4-7]\r?\n%[\x80-\xff]{4}", pdf):
        yield "does not begin as a file with bytes"
    if not re.search(rb"%%EOF\r?\n?\Z", pdf):
        yield "something after its end"
    for found in re.finditer(rb"/Length (\d+)\b(?:(?!stream).){0,300}?>>\s*stream\r?\n", pdf, re.DOTALL):
        end = found.end() + int(found[1])
        if not re.match(rb"\r?\n?endstream", pdf[end : end + 12]):
            yield "a stream of another length than it says"
        elif not pdf[end : end + 1].isspace():
            yield "no end of line before endstream"


def _intent_faults(document: Pdf) -> Iterator[str]:
    intents = list(document.Root.get("/OutputIntents", Array()))
    if not [one for one in intents if one.get("/S") == Name.GTS_PDFA1]:
        yield "its colours are not explained"
    for one in intents:
        if "/DestOutputProfile" not in one or not str(one.get("/OutputConditionIdentifier", "")):
            yield "an output intent without profile or name"
        else:
            yield from _profile_faults(one.DestOutputProfile)


def _profile_faults(stream: Object) -> Iterator[str]:
    data = stream.read_bytes()
    if int(stream.get("/N", 0)) != 3:
        yield "a profile that is not of three colours"
    if len(data) < 132 or struct.unpack(">I", data[:4])[0] != len(data) or data[36:40] != b"acsp":
        yield "no colour profile"
        return
    if data[8] not in (2, 4) or data[12:16] != b"mntr" or data[16:24] != b"RGB XYZ ":
        yield "a profile of another kind than sRGB is"
    count = struct.unpack(">I", data[128:132])[0]
    tags = [struct.unpack(">4sII", data[132 + 12 * place : 144 + 12 * place]) for place in range(count)]
    if {tag for tag, _, _ in tags} < ICC_TAGS:
        yield "a profile that leaves something out"
    if any(start % 4 or start + size > len(data) for _, start, size in tags):
        yield "a profile whose parts lie outside it"


def _file_faults(document: Pdf) -> Iterator[str]:
    """The files that it carries: named twice, told what they are to the text, and whole."""
    root = document.Root
    names = list(root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary()).get("/Names", Array()))
    listed, files = names[::2], names[1::2]
    if [bytes(one) for one in listed] != sorted(bytes(one) for one in listed):
        yield "files that are not sorted by name"
    linked = {one.objgen for one in root.get("/AF", Array())}
    if {one.objgen for one in files} != linked:
        yield "a file that is not linked to the text"
    for one in files:
        if not str(one.get("/F", "")) or not str(one.get("/UF", "")):
            yield "a file without name"
        if one.get("/AFRelationship") not in (Name.Source, Name.Data, Name.Supplement, Name.Alternative):
            yield "a file that does not say what it is to the text"
        content = one.get("/EF", Dictionary()).get("/F")
        if content is None:
            yield "a file that is not there"
            continue
        if not re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(content.get("/Subtype", ""))):
            yield "a file without type"
        params = content.get("/Params", Dictionary())
        data = content.read_bytes()
        if int(params.get("/Size", -1)) != len(data) or "/ModDate" not in params:
            yield "a file of another size, or without date"
        if bytes(params.get("/CheckSum", String(""))) != hashlib.md5(data).digest():
            yield "a file that was swapped"


def _object_faults(one: Object) -> Iterator[str]:
    """What no object of an archive has: foreign filters, transparency, actions."""
    filters = one.get("/Filter", Array()) if isinstance(one, Stream) else Array()
    named = {str(each) for each in (filters if isinstance(filters, Array) else [filters])}
    if named - FILTERS:
        yield f"packed by {sorted(named - FILTERS)}"
    if isinstance(one, Stream) and "/F" in one:
        yield "a stream outside the file"
    if one.get("/SMask", Name("/None")) != Name("/None"):
        yield "a soft mask"
    if one.get("/Type") == Name.ExtGState and (one.get("/ca", 1) != 1 or one.get("/CA", 1) != 1):
        yield "see-through ink"
    if str(one.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        yield "inks that mix"
    if one.get("/Interpolate") is True:
        yield "a picture that readers smooth as they like"
    if str(one.get("/Subtype", "")) == "/Image" and one.get("/ColorSpace") not in (Name.DeviceRGB, Name.DeviceGray):
        yield "a picture in unexplained colours"
    if str(one.get("/S", "")) in ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide"):
        yield "an action that an archive may not have"
