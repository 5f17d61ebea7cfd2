"""How a signature looks in its field: a few lines in a face of our own, which the file then carries."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import BasePdfFileWriter

from strategikort.reports.lines import Line, broken
from strategikort.reports.looks import Style
from strategikort.reports.saving import write_face
from strategikort.reports.typefaces import BOLD, REGULAR, Typefaces

_SIZES: Final = (9.0, 8.0, 7.0, 6.0, 5.0)
_LEADING: Final = 1.2
_FOOT: Final = 2.0
_INK: Final = "#17212B"


class Appearance:
    """Lines of text as what a signature shows; the first is the name and stands out. Pyhanko calls it a stamp style."""

    def __init__(self, lines: Sequence[str], typefaces: Typefaces) -> None:
        self._lines, self._typefaces = tuple(lines), typefaces

    def create_stamp(self, writer: BasePdfFileWriter, box: Any, _: object) -> "_Stamp":  # noqa: ANN401
        """The appearance in a field of this size."""
        return _Stamp(writer, float(box.width), float(box.height), self._lines, self._typefaces)


class _Stamp:
    def __init__(
        self, writer: BasePdfFileWriter, width: float, height: float, lines: tuple[str, ...], typefaces: Typefaces
    ) -> None:
        self._additions = _Additions(writer)
        self._size = width, height
        self._set = _fitted(lines, typefaces, width, height)
        self._typefaces = typefaces

    def apply_appearance(self, annotation: generic.DictionaryObject) -> None:
        """Let the field look like this."""
        letters: dict[int, set[str]] = {}
        code = ["q"]
        y = sum(style.leading for _, style in self._set) + _FOOT
        for line, style in self._set:
            letters.setdefault(style.face, set())
            for run in line.runs:
                letters.setdefault(run.face, set())
            for owner, letter in line.unusual:
                letters[owner].add(letter)
            y -= style.leading
            code += _shown(line, style, y + style.leading - style.size)
        code.append("Q")
        faces = self._typefaces.faces
        fonts = " ".join(
            f"/F{face} {write_face(self._additions, faces[face], wanted)} 0 R"
            for face, wanted in sorted(letters.items())
        )
        width, height = self._size
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 {width:.2f} {height:.2f}]"
        number = self._additions.stream(
            f"{entries} /Resources << /Font << {fonts} >> >>", "\n".join(code).encode("ascii")
        )
        annotation[generic.pdf_name("/AP")] = self._additions.read(f"<< /N {number} 0 R >>")


class _Additions:
    """What is added to a file, written as the objects of a new one are."""

    def __init__(self, writer: BasePdfFileWriter) -> None:
        self._writer = writer

    def read(self, body: str) -> generic.DictionaryObject:
        found = generic.read_object(BytesIO(body.encode("ascii")), generic.Reference(0, 0, self._writer))
        assert isinstance(found, generic.DictionaryObject), "what is written here is a dictionary"
        return found

    def add(self, body: str) -> int:
        return int(self._writer.add_object(self.read(body)).idnum)

    def stream(self, entries: str, data: bytes, *, deflated: bool = False, plain: bool = False) -> int:
        packed = data if deflated or plain else zlib.compress(data)
        named = entries if plain else f"{entries} /Filter /FlateDecode"
        one = generic.StreamObject(self.read(f"<< {named} >>"), encoded_data=packed)
        return int(self._writer.add_object(one).idnum)


def _fitted(
    lines: tuple[str, ...], typefaces: Typefaces, width: float, height: float
) -> tuple[tuple[Line, Style], ...]:
    """The lines in the largest size in which they fit into the field; in the smallest, as many as fit."""
    found: list[tuple[Line, Style]] = []
    for size in _SIZES:
        found = [
            (line, Style(face, size, size * _LEADING, _INK))
            for place, text in enumerate(lines)
            for face in (REGULAR if place else BOLD,)
            for line in broken(typefaces, face, size, text, width)
        ]
        if len(found) * size * _LEADING + _FOOT <= height:
            break
    return tuple(found[: max(1, int((height - _FOOT) / found[0][1].leading))]) if found else ()


def _shown(line: Line, style: Style, y: float) -> list[str]:
    code = [f"BT {style.operators} 1 0 0 1 0 {y:.2f} Tm"]
    face = style.face
    for run in line.runs:
        if run.face != face:
            face = run.face
            code.append(f"/F{face} {style.size:g} Tf")
        code.append(f"<{run.code}> Tj")
    return [*code, "ET"]
