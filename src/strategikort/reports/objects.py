"""The objects of a PDF file and the file itself: numbers, streams, cross references, nothing about what they mean."""

import zlib
from io import BytesIO
from typing import Final, Protocol

_PACKED: Final = 4
"""How hard streams are packed: half as fast, a page would be only a tenth smaller."""


class Body(Protocol):
    """What objects are written into: a new file, or an addition to one that is there."""

    def add(self, body: str) -> int:
        """A new object; gives its number."""

    def stream(self, entries: str, data: bytes, *, deflated: bool = False, plain: bool = False) -> int:
        """A new stream; gives its number."""


class Objects:
    """The objects of one file, numbered from 1 in the order in which they are asked for."""

    def __init__(self) -> None:
        self._bodies: list[bytes | None] = []

    def reserve(self) -> int:
        """The number of an object that is put later."""
        self._bodies.append(None)
        return len(self._bodies)

    def put(self, number: int, body: str) -> None:
        """Fill the reserved ``number``. ``body`` is ASCII.

        Raises:
            ValueError: when the object has been put before.
        """
        self._fill(number, body.encode("ascii"))

    def add(self, body: str) -> int:
        """A new object; gives its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, entries: str, data: bytes, *, deflated: bool = False, plain: bool = False) -> int:
        """A new stream. ``deflated`` data is stored as it is, ``plain`` data is not compressed at all."""
        number = self.reserve()
        if not deflated and not plain:
            data = zlib.compress(data, _PACKED)
        packed = "" if plain else " /Filter /FlateDecode"
        head = f"<< {entries}{packed} /Length {len(data)} >>\nstream\n".encode("ascii")
        self._fill(number, b"".join((head, data, b"\nendstream")))
        return number

    def file(self, *, root: int, info: int, identity: str) -> bytes:
        """The whole file. ``identity`` is 32 hexadecimal digits, the same for the same content.

        Raises:
            ValueError: when a reserved object was never put.
        """
        out = BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        table = ["0000000000 65535 f\r\n"]
        for number, body in enumerate(self._bodies, 1):
            if body is None:
                raise ValueError(f"object {number} is missing")
            table.append(f"{out.tell():010} 00000 n\r\n")
            out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        start = out.tell()
        out.write(f"xref\n0 {len(table)}\n{''.join(table)}trailer\n".encode("ascii"))
        trailer = f"<< /Size {len(table)} /Root {root} 0 R /Info {info} 0 R /ID [<{identity}> <{identity}>] >>"
        out.write(f"{trailer}\nstartxref\n{start}\n%%EOF\n".encode("ascii"))
        return out.getvalue()

    def _fill(self, number: int, body: bytes) -> None:
        if self._bodies[number - 1] is not None:
            raise ValueError(f"object {number} is there already")
        self._bodies[number - 1] = body


def text_string(text: str) -> str:
    """``text`` as a string of the file; lone surrogates become U+FFFD."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
