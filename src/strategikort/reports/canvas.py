"""A canvas on which everything painted is told apart: content that belongs to an element, or an artifact."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from strategikort.reports.drawings import Drawing
from strategikort.reports.lines import Line
from strategikort.reports.looks import Style, ink, room
from strategikort.reports.pictures import Picture
from strategikort.reports.structure import Element, Entry, Leap, Piece


@dataclass(frozen=True, slots=True)
class Link:
    """A place of a page that leads to one of another page, both as left, bottom, right, top; and what it says."""

    page: int
    place: tuple[float, float, float, float]
    to_page: int
    to_place: tuple[float, float, float, float]
    said: str


@dataclass(frozen=True, slots=True)
class Field:
    """An empty signature field on a page: its name, what it is for, and its place as left, bottom, right, top."""

    page: int
    place: tuple[float, float, float, float]
    name: str
    said: str


class Untagged(RuntimeError):
    """A bug of ours: something was painted outside an element or artifact, or one was opened inside another."""


class TaggedCanvas(Canvas, AbstractContextManager[None]):
    """ReportLab's canvas, on which each mark needs an owner. It is itself what ``with`` holds while a mark is open.

    Its pages are kept as they were painted; ``reports.saving`` makes the file. Text is painted with ``show`` alone:
    ReportLab's own text methods would bring in fonts that are not embedded.
    """

    def __init__(self, size: tuple[float, float], root: Element) -> None:
        self.root = root
        self.size = size
        self.width = room(size)[0]
        self.pages: list[str] = []
        self.bookmarks: list[tuple[int, str, int, float]] = []
        self.links: list[Link] = []
        self.fields: list[Field] = []
        self.pictures: list[Picture] = []
        self.faces: dict[int, set[str]] = {}
        self.missing: set[str] = set()
        self._open = False
        self._marks = 0
        self._sealed = 0
        self._code: list[str] = []
        super().__init__(BytesIO(), pagesize=size, pageCompression=0, invariant=1)

    def tagged(self, element: Element) -> AbstractContextManager[None]:
        """What is painted inside belongs to ``element``."""
        self._begin(f"/{element.kind} <</MCID {self._marks}>> BDC")
        element.kids.append(Piece(len(self.pages), self._marks))
        self._marks += 1
        return self

    def artifact(self, subtype: str = "") -> AbstractContextManager[None]:
        """What is painted inside is no content: a rule, shading, or with ``subtype`` a page's Header or Footer."""
        self._begin(f"/Artifact <</Type /Pagination /Subtype /{subtype}>> BDC" if subtype else "/Artifact BMC")
        return self

    def show(self, lines: Sequence[Line], style: Style, x: float, y: float, *, right: float | None = None) -> None:
        """Paint lines with the first baseline at ``y``, from ``x`` on, or ending at ``right``."""
        code = [f"BT {style.operators} 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        at = x
        for count, line in enumerate(lines):
            start = x if right is None else right - line.width
            if count or start != at:
                code.append(f"{start - at:.2f} {-style.leading if count else 0:.2f} Td")
                at = start
            self._show_line(line, style, code)
        code.append("ET")
        self._code.append("\n".join(code))

    def show_turned(self, line: Line, style: Style, matrix: str) -> None:
        """Paint one line with a text matrix of its own, written as six figures."""
        code = [f"BT {style.operators} {matrix} Tm"]
        self._show_line(line, style, code)
        self._code.append("\n".join([*code, "ET"]))

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a box whose lower left corner is given."""
        self._code.append(f"{ink(colour)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def draw(self, operators: str) -> None:
        """Paint what is written as a page's own operators."""
        self._code.append(operators)

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Nothing that is painted inside is seen outside of a box whose lower left corner is given."""
        self._between(f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n")
        yield
        self._between("Q")

    def stamp(self, outline: str, x: float, y: float, colour: str) -> None:
        """Fill an outline, written as path operators around the origin, at a place."""
        self._code.append(f"q {ink(colour)} rg 1 0 0 1 {x:.2f} {y:.2f} cm {outline} f Q")

    def place(self, picture: Picture | Drawing, x: float, y: float, width: float, height: float) -> None:
        """Paint a picture into the box whose lower left corner is given."""
        if isinstance(picture, Drawing):
            across, up = width / picture.width, height / picture.height
            self._code.append(f"q {across:.6f} 0 0 {-up:.6f} {x:.2f} {y + height:.2f} cm {picture.code} Q")
            return
        if picture not in self.pictures:
            self.pictures.append(picture)
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /X{self.pictures.index(picture)} Do Q")

    def bookmark(self, level: int, title: str, y: float) -> None:
        """Let the file's bookmarks lead here; ``level`` counts from 0 and grows by one at the most."""
        self.bookmarks.append((level, title, len(self.pages), y))

    def link(self, element: Element, link: Link) -> None:
        """Let a place lead elsewhere; ``element`` is what is read out of it."""
        element.kids.append(Leap(link.page, len(self.links)))
        self.links.append(link)

    def blank(self, element: Element, name: str, said: str, place: tuple[float, float, float, float]) -> None:
        """Let a place be a field to be signed in; ``element`` is a Form, whose words are ``said``."""
        element.kids.append(Entry(len(self.pages), len(self.fields)))
        self.fields.append(Field(len(self.pages), place, name, said))

    def __enter__(self) -> None:
        """A mark has been opened."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close the mark, unless painting broke off."""
        if error is None:
            self.end()

    def showPage(self) -> None:  # noqa: N802
        """Keep the page and start the next one."""
        if self._open or len(self._code) != self._sealed:
            raise Untagged("the page ends inside an element, or with something untagged")
        self.pages.append("\n".join(self._code))
        self._marks = self._sealed = 0
        self._code = []

    def save(self) -> None:
        """Refused: ``reports.saving.saved`` writes the file."""
        raise Untagged("a tagged canvas is written by reports.saving")

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _begin(self, operator: str) -> None:
        if self._open or len(self._code) != self._sealed:
            raise Untagged(f"{operator} comes after something untagged, or inside another")
        self._open = True
        self._code.append(operator)

    def _between(self, operator: str) -> None:
        """Write an operator that paints nothing between two marks."""
        if self._open or len(self._code) != self._sealed:
            raise Untagged(f"{operator} comes after something untagged, or inside a mark")
        self._code.append(operator)
        self._sealed = len(self._code)

    def end(self) -> None:
        """Close what ``tagged`` or ``artifact`` opened; leaving their ``with`` does it."""
        self._code.append("EMC")
        self._sealed = len(self._code)
        self._open = False

    def _show_line(self, line: Line, style: Style, code: list[str]) -> None:
        face = style.face
        self.faces.setdefault(face, set())
        for run in line.runs:
            if run.face != face:
                face = run.face
                self.faces.setdefault(face, set())
                code.append(f"/F{face} {style.size:g} Tf")
            if run.actual:
                code.append(f"/Span <</ActualText <{run.actual}>>> BDC <{run.code}> Tj EMC")
            else:
                code.append(f"<{run.code}> Tj")
        if face != style.face:
            code.append(f"/F{style.face} {style.size:g} Tf")
        for owner, letter in line.unusual:
            self.faces[owner].add(letter)
        self.missing.update(line.missing)
