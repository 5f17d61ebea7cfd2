"""What an archive and a signature need of a file: its colours explained, the files it carries, fields to sign in."""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final

from strategikort.reports.canvas import Field
from strategikort.reports.model import Attachment
from strategikort.reports.objects import Objects, text_string

_CURVE_POINTS: Final = 256
_WHITE: Final = (0.9642, 1.0, 0.8249)
_PRIMARIES: Final = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
"""White and primaries of sRGB (IEC 61966-2-1), adapted to the D50 of a colour profile."""


def write_intent(objects: Objects) -> int:
    """Write what the colours of the file are meant for, sRGB; gives the number of the output intent."""
    profile = objects.stream("/N 3", _packed_profile(), deflated=True)
    return objects.add(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>"
    )


@cache
def _packed_profile() -> bytes:
    return zlib.compress(colour_profile(), 9)


@cache
def colour_profile() -> bytes:
    """The colours of sRGB as a profile of the International Color Consortium, version 2; the same bytes each time."""
    curve = struct.pack(">4sII", b"curv", 0, _CURVE_POINTS) + b"".join(
        struct.pack(">H", round(65535 * _linear(place / (_CURVE_POINTS - 1)))) for place in range(_CURVE_POINTS)
    )
    name = b"sRGB"
    text = struct.pack(">4sII", b"desc", 0, len(name) + 1) + name + b"\0" + bytes(12 + 67)
    tags = {
        b"desc": text,
        b"cprt": struct.pack(">4sI", b"text", 0) + b"No rights reserved\0",
        b"wtpt": _point(_WHITE),
        **{tag: _point(colour) for tag, colour in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    places: dict[bytes, int] = {}
    body, start = b"", 128 + 4 + 12 * len(tags)
    for data in tags.values():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
    table = struct.pack(">I", len(tags)) + b"".join(
        struct.pack(">4sII", tag, places[data], len(data)) for tag, data in tags.items()
    )
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3I4s44x",
        start + len(body),
        bytes(4),
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2015, 1, 1, 0, 0, 0),
        b"acsp",
        bytes(4),
        0,
        bytes(4),
        bytes(4),
        0,
        0,
        *(_fixed(one) for one in _WHITE),
        bytes(4),
    )
    return head + table + body


def _linear(value: float) -> float:
    """How much light a value of sRGB is."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _fixed(value: float) -> int:
    return round(value * 65536)


def _point(colour: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(_fixed(one) for one in colour))


def write_attachments(objects: Objects, attachments: Sequence[Attachment], made_at: datetime) -> str:
    """Write the files that a file carries; gives the catalog's entries for them, nothing if there are none."""
    if not attachments:
        return ""
    offset = made_at.strftime("%z")
    day = f"(D:{made_at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}')"
    numbers = []
    for one in attachments:
        kind = "".join(letter if letter.isalnum() else f"#{ord(letter):02X}" for letter in one.media_type)
        mark = hashlib.md5(one.content, usedforsecurity=False).hexdigest()
        params = f"/Params << /Size {len(one.content)} /ModDate {day} /CheckSum <{mark}> >>"
        stream = objects.stream(f"/Type /EmbeddedFile /Subtype /{kind} {params}", one.content)
        name = text_string(one.name)
        numbers.append(
            objects.add(
                f"<< /Type /Filespec /F {name} /UF {name} /Desc {text_string(one.description)} /AFRelationship /Source "
                f"/EF << /F {stream} 0 R /UF {stream} 0 R >> >>"
            )
        )
    listed = sorted(
        (text_string(one.name).rstrip(">"), number) for one, number in zip(attachments, numbers, strict=True)
    )
    names = " ".join(f"{name}> {number} 0 R" for name, number in listed)
    files = " ".join(f"{number} 0 R" for number in numbers)
    return f" /AF [{files}] /Names << /EmbeddedFiles << /Names [{names}] >> >>"


def write_fields(
    objects: Objects, fields: Sequence[Field], numbers: Sequence[int], pages: Sequence[int], parent: int
) -> str:
    """Write the empty signature fields; gives the catalog's entry for them, nothing if there are none.

    A field and its place on the page are one object, with an appearance of nothing until somebody signs in it.
    ``parent`` is the number of the first in the table of parents.
    """
    if not fields:
        return ""
    for place, (field, number) in enumerate(zip(fields, numbers, strict=True)):
        left, bottom, right, top = field.place
        box = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}"
        empty = objects.stream(f"/Type /XObject /Subtype /Form /BBox [0 0 {right - left:.2f} {top - bottom:.2f}]", b"")
        objects.put(
            number,
            f"<< /Type /Annot /Subtype /Widget /FT /Sig /T {text_string(field.name)} /F 4 "
            f"/TU {text_string(field.said)} /Rect [{box}] /P {pages[field.page]} 0 R "
            f"/StructParent {parent + place} /AP << /N {empty} 0 R >> >>",
        )
    listed = " ".join(f"{number} 0 R" for number in numbers)
    return f" /AcroForm << /Fields [{listed}] /SigFlags 0 >>"
