"""What stands on an agreement's paper: plain text and its order, without markup, measures or a word of its own.

All texts come ready to read: dates and figures are written out, kind words chosen. Any text may be empty; what is
empty is left out with its label.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

from strategikort.domain.written import Facts, Notes, Table


class Mark(StrEnum):
    """The sign that tells a goal's level without colour."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One goal of a red thread: the mark and kind word of its level, its title, and what is said beside it.

    ``text`` is what it means in a few sentences; a frame has room for it, a strip has not.
    """

    mark: Mark
    kind: str
    title: str
    note: str = ""
    text: str = ""
    colour: str = "#55636F"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """One indicator: where it stood, what was last measured, what it shall be, and who says so.

    ``note`` is what a reader must know to read the figures, such as how they are counted.
    """

    name: str
    baseline: str = ""
    result: str = ""
    target: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortRow:
    """One effort under a goal, with who does it and by when. ``note`` is its description or milestones."""

    title: str
    owner: str = ""
    deadline: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBlock:
    """One goal of the agreement with all that is said of it.

    ``threads`` are its ways up, each from the vision down to the goal nearest above; ``thread_note`` says what that
    means, or why there is none. ``note`` is a short remark beside the code, such as *eget mål*. ``affects`` names
    those who will notice the difference.
    """

    number: str
    title: str
    code: str = ""
    note: str = ""
    threads: tuple[tuple[Step, ...], ...] = ()
    thread_note: str = ""
    why: str = ""
    affects: str = ""
    success: str = ""
    indicators: tuple[IndicatorRow, ...] = ()
    efforts: tuple[EffortRow, ...] = ()
    follow_up: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The goals from above that the agreement supports, vision first."""

    steps: tuple[Step, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """Some goals of the agreement under a common label, such as the common ones before the local."""

    goals: tuple[GoalBlock, ...]
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs: role, printed name and organisation. ``field`` names the field for a certificate, if there is one."""

    role: str
    name: str
    org: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """The signature block, in the order in which the parties stand; never parted from its names.

    It begins with the code that a scanner reads, where the paper has an identity, and so does each page on which it
    goes on.
    """

    signatories: tuple[Signatory, ...]


Part: TypeAlias = Facts | Frame | Goals | Table | Notes | Signatures
P = TypeVar("P", Facts, Frame, Goals, Table, Notes, Signatures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A numbered part of the agreement: its text, with an empty line between paragraphs, and what follows the text."""

    heading: str
    number: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture (the bytes of an SVG, PNG or JPEG file) and the words that stand for it to those who cannot see it."""

    picture: bytes
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """Every word on the paper that is not the document's own.

    ``page`` has the places ``{n}`` and ``{m}``; without ``contents`` the cover has no list of contents. ``sign_here``
    has the place ``{who}`` and says what a field is for; ``scan_code`` is what the code for scanners is called, and
    ``scan_note`` says what it is for.
    """

    page: str
    draft: str
    draft_note: str
    thread: str
    why: str
    affects: str
    success: str
    indicator: str
    baseline: str
    result: str
    target: str
    source: str
    efforts: str
    effort: str
    owner: str
    deadline: str
    follow_up: str
    signature: str
    place_and_date: str
    sign_here: str
    scan_code: str
    scan_note: str
    contents: str = ""
    nothing: str = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the PDF that its text was made of: name, type such as ``application/json``, and what it is."""

    name: str
    media_type: str
    content: bytes
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPaper:
    """One agreement as it shall be printed.

    ``title`` is what the profile calls it with its year; ``facts`` stand on the cover (unit, period, parties);
    ``code``, ``version`` and ``fingerprint`` stand at the foot of each page and tie a signed sheet to its text.
    ``draft_why`` says why it is a draft. ``language`` is a language code such as ``da``. The colours are written
    ``#RRGGBB``. ``identity`` and ``number`` are those of the agreement and its version, for the codes that a scanner
    and this program read; without an identity there are none.
    """

    municipality: str
    centre: str
    unit: str
    title: str
    words: PaperWords
    facts: tuple[tuple[str, str], ...] = ()
    chapters: tuple[Chapter, ...] = ()
    code: str = ""
    version: str = ""
    fingerprint: str = ""
    identity: str = ""
    number: int = 1
    attachments: tuple[Attachment, ...] = ()
    draft: bool = False
    draft_why: str = ""
    language: str = "da"
    address: str = ""
    logo: Logo | None = None
    accent: str = "#1F5FA8"
    ink: str = "#17212B"

    def parts(self, kind: type[P]) -> Iterator[P]:
        """The parts of a kind in all chapters, in their order."""
        return (part for chapter in self.chapters for part in chapter.parts if isinstance(part, kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished PDF: its bytes, number of pages, and the letters no typeface has (each printed as ``[U+1F600]``)."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...] = ()
