"""How the paper looks: the page's measures, the sizes of its text, and its few colours. All measures are points."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from strategikort.reports.typefaces import BOLD, REGULAR

MM: Final = 72 / 25.4
PAGE: Final = (210 * MM, 297 * MM)
BROAD_PAGE: Final = (PAGE[1], PAGE[0])
LEFT: Final = 20 * MM
PROSE: Final = 152 * MM
BOTTOM: Final = 22 * MM
HEADER: Final = 14.5 * MM
"""How far below the page's upper edge the header stands."""
FOOTER: Final = 13 * MM
CODE_SIDE: Final = 15.5 * MM
CODE_FOOT: Final = 4.5 * MM
"""The side of the code at the foot of a page, with its white border, and how far it is from the page's lower edge."""
RISE: Final = 0.74
"""How far below a line's upper edge its baseline is, as a share of the leading."""

MUTED: Final = "#55636F"
HAIRLINE: Final = "#C9D1DA"
LINE: Final = "#6B7885"
SHADE: Final = "#F2F4F7"
WATERMARK: Final = "#E4E7EB"


def room(page: tuple[float, float]) -> tuple[float, float]:
    """How wide and high the text of a page of this size may be."""
    return page[0] - 2 * LEFT, page[1] - 23 * MM - BOTTOM


WIDTH, HEIGHT = room(PAGE)


@lru_cache(maxsize=64)
def ink(colour: str) -> str:
    """The three figures of a colour written ``#RRGGBB``."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set."""

    face: int
    size: float
    leading: float
    colour: str
    operators: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Write out the face, size and colour as a page's operators."""
        object.__setattr__(self, "operators", f"/F{self.face} {self.size:g} Tf {ink(self.colour)} rg")


@dataclass(frozen=True)
class Looks:
    """The styles of a paper in its own two colours."""

    ink: str
    accent: str

    @cached_property
    def body(self) -> Style:
        """Running text."""
        return Style(REGULAR, 9.75, 13.6, self.ink)

    @cached_property
    def strong(self) -> Style:
        """Running text that must be found: targets, names, titles in a strip."""
        return Style(BOLD, 9.75, 13.6, self.ink)

    @cached_property
    def cell(self) -> Style:
        """Text in tables."""
        return Style(REGULAR, 9.5, 12.8, self.ink)

    @cached_property
    def strong_cell(self) -> Style:
        """Figures in tables that count most."""
        return Style(BOLD, 9.5, 12.8, self.ink)

    @cached_property
    def label(self) -> Style:
        """Small heads over text and in tables."""
        return Style(BOLD, 8.75, 12.2, MUTED)

    @cached_property
    def small(self) -> Style:
        """What stands beside the matter: headers, footers, codes, notes."""
        return Style(REGULAR, 8.75, 12.2, MUTED)

    @cached_property
    def accented(self) -> Style:
        """The label of the red thread."""
        return Style(BOLD, 8.75, 12.2, self.accent)

    @cached_property
    def cover(self) -> Style:
        """The agreement's title on the cover."""
        return Style(BOLD, 30, 35, self.ink)

    @cached_property
    def title(self) -> Style:
        """A report's title."""
        return Style(BOLD, 24, 29, self.ink)

    @cached_property
    def unit(self) -> Style:
        """The unit's name on the cover."""
        return Style(BOLD, 17, 22, self.accent)

    @cached_property
    def lead(self) -> Style:
        """The municipality and the centre on the cover."""
        return Style(REGULAR, 12, 16, self.ink)

    @cached_property
    def chapter(self) -> Style:
        """A chapter's heading."""
        return Style(BOLD, 17, 21.5, self.ink)

    @cached_property
    def goal(self) -> Style:
        """A goal's title."""
        return Style(BOLD, 12.5, 16, self.ink)

    @cached_property
    def number(self) -> Style:
        """The number before a goal's title."""
        return Style(REGULAR, 12.5, 16, MUTED)

    @cached_property
    def wash(self) -> str:
        """The accent thinned to a ground on which all text is readable, also on a copy in grey."""
        parts = (int(self.accent[at : at + 2], 16) for at in (1, 3, 5))
        return "#" + "".join(f"{round(255 - (255 - part) * 0.09):02X}" for part in parts)
