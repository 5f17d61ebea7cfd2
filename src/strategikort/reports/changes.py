"""What was changed in a file after it was signed: pages, fields, files that it carries, what it says of itself."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

MOST_NODES: Final = 300_000
_AROUND: Final = frozenset({"/P", "/Pg", "/Parent", "/Obj", "/StructParent", "/StructParents", "/Prev", "/Next"})
"""What leads back or aside, and is no part of a thing."""

_PAGE: Final = ("/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_SAID: Final = ("/Metadata", "/Lang", "/MarkInfo", "/ViewerPreferences")

State = PdfFileReader | HistoricalResolver


class Change(StrEnum):
    """A kind of change. A signature that is added is allowed, and so no change of this kind."""

    PAGE = "page"
    PAGE_COUNT = "page_count"
    NOTE = "note"
    RENAMED = "renamed"
    FIELD = "field"
    FILE = "file"
    SAID = "said"
    STRUCTURE = "structure"
    PROOFS = "proofs"
    """Nothing but what is known of certificates, and stamps of time, as services add them."""
    ADDED = "added"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Changed:
    """A change and what it is about: the number of a page, the name of a field or file."""

    change: Change
    about: str = ""


@dataclass(slots=True)
class _Seen:
    """What there is in a state of a file, so that two can be compared."""

    pages: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fields: dict[int, tuple[str, int]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    said: str = ""
    structure: str = ""


class _TooMuch(Exception):
    """More things than are looked at."""


def changes_after(reader: PdfFileReader, revision: int) -> tuple[Changed, ...]:
    """What is otherwise now than in a revision of the file, in the order in which it matters."""
    if revision >= reader.total_revisions - 1:
        return (Changed(Change.ADDED),)
    try:
        before, after = _seen(reader.get_historical_resolver(revision)), _seen(reader)
    except _TooMuch:
        return (Changed(Change.OTHER),)
    return tuple(_differences(before, after)) or (Changed(Change.OTHER),)


def _differences(before: _Seen, after: _Seen) -> Iterator[Changed]:
    if len(before.pages) != len(after.pages):
        yield Changed(Change.PAGE_COUNT, str(len(after.pages)))
    for change, old, new in ((Change.PAGE, before.pages, after.pages), (Change.NOTE, before.notes, after.notes)):
        for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
            if one != other:
                yield Changed(change, str(number))
    for place, (name, value) in before.fields.items():
        now = after.fields.get(place)
        if now is None or (value and now[1] != value):
            yield Changed(Change.FIELD, name)
        elif now[0] != name:
            yield Changed(Change.RENAMED, name)
    given = [value for _, value in after.fields.values() if value]
    for place, (name, value) in after.fields.items():
        if place not in before.fields or given.count(value) > 1:
            yield Changed(Change.FIELD, name)
    for name in sorted({*before.files, *after.files}):
        if before.files.get(name) != after.files.get(name):
            yield Changed(Change.FILE, name)
    if before.said != after.said:
        yield Changed(Change.SAID)
    if before.structure != after.structure:
        yield Changed(Change.STRUCTURE)


def _seen(state: State) -> _Seen:
    found = _Seen()
    digests = _Digests()
    root = state.root
    for page in _pages(root["/Pages"]):
        found.pages.append(digests.of({key: page.raw_get(key) for key in _PAGE if key in page}))
        notes = [_plain(one) for one in _in(page, "/Annots")]
        found.notes.append(digests.of([_place(one) if _is_field(one) else one for one in notes]))
    for name, value, reference in enumerate_sig_fields(state):
        found.fields[int(reference.idnum)] = (str(name), int(value.idnum) if value is not None else 0)
    found.files = {name: digests.of(one) for name, one in _files(root)}
    found.said = digests.of([{key: root.raw_get(key) for key in _SAID if key in root}, _info(state)])
    found.structure = digests.of(root.raw_get("/StructTreeRoot") if "/StructTreeRoot" in root else None)
    return found


def _info(state: State) -> object:
    """What the file says of itself beside its metadata, as it stood in this state."""
    trailer = state.trailer_view
    info = trailer.raw_get("/Info") if "/Info" in trailer else None
    return state.get_object(info.reference) if isinstance(info, generic.IndirectObject) else info


def _pages(node: generic.DictionaryObject) -> Iterator[generic.DictionaryObject]:
    waiting, count = [node], 0
    while waiting:
        one = _plain(waiting.pop())
        count += 1
        if count > MOST_NODES:
            raise _TooMuch
        if "/Kids" in one:
            waiting += reversed(one["/Kids"])
        else:
            yield one


def _files(root: generic.DictionaryObject) -> Iterator[tuple[str, object]]:
    """The files that a file carries, from the tree of their names."""
    waiting, count = [*([root["/Names"]["/EmbeddedFiles"]] if "/EmbeddedFiles" in _in(root, "/Names") else ())], 0
    while waiting:
        one = _plain(waiting.pop())
        waiting += _in(one, "/Kids")
        row = list(_in(one, "/Names"))
        count += 1 + len(row)
        if count > MOST_NODES:
            raise _TooMuch
        yield from ((str(_plain(name)), value) for name, value in zip(row[::2], row[1::2], strict=False))


def _plain(one: Any) -> Any:  # noqa: ANN401 - whatever a file holds at a place
    return one.get_object() if isinstance(one, generic.IndirectObject) else one  # type: ignore[no-untyped-call]


def _in(one: Any, key: str) -> Any:  # noqa: ANN401 - as above
    """What a thing has under a key, or nothing."""
    return one[key] if key in one else ()  # noqa: SIM401 - ``get`` would not look up what lies elsewhere in the file


def _is_field(one: generic.PdfObject) -> bool:
    return isinstance(one, generic.DictionaryObject) and _in(one, "/FT") == "/Sig"


def _place(field: generic.PdfObject) -> Mapping[str, generic.PdfObject]:
    """What of a field to sign in stays when somebody signs: where it is."""
    assert isinstance(field, generic.DictionaryObject), "only a field has a place"
    return {"/Rect": field.raw_get("/Rect")} if "/Rect" in field else {}


class _Digests:
    """Marks of things with all that belongs to them; a thing that is met again is not followed again."""

    def __init__(self) -> None:
        self._left = MOST_NODES

    def of(self, thing: object) -> str:
        """The mark of a thing."""
        mark = hashlib.sha256()
        met: dict[tuple[int, int], int] = {}
        waiting: list[object] = [thing]
        while waiting:
            one = waiting.pop()
            self._left -= 1
            if self._left < 0:
                raise _TooMuch
            if isinstance(one, generic.IndirectObject):
                key = (int(one.idnum), int(one.generation))
                if key in met:
                    mark.update(b"again %d;" % met[key])
                    continue
                met[key] = len(met)
                one = _plain(one)
            if isinstance(one, generic.StreamObject):
                mark.update(hashlib.sha256(one.encoded_data).digest())
            if isinstance(one, Mapping):
                keys = sorted(str(key) for key in one if str(key) not in _AROUND and str(key) != "/Length")
                mark.update(repr(("dictionary", keys)).encode())
                get = one.raw_get if isinstance(one, generic.DictionaryObject) else one.__getitem__
                waiting += [get(key) for key in reversed(keys)]
            elif isinstance(one, list):
                mark.update(b"list %d;" % len(one))
                waiting += [list.__getitem__(one, at) for at in reversed(range(len(one)))]
            else:
                mark.update(f"{type(one).__name__} {one!r};".encode("utf-8", "replace"))
        return mark.hexdigest()
