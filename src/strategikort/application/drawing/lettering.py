"""The texts of a drawing: broken into lines, cut where there is no room, set at the right edge; by measured widths."""

from collections.abc import Callable
from dataclasses import dataclass

from strategikort.domain.drawn import Point, Text

Wide = Callable[[str, float, bool], float]
"""How wide a text is at a size, bold or not."""

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sets texts; ``wide`` measures them."""

    wide: Wide

    def text(self, text: str, at: Point, size: float, colour: str, *, bold: bool = False) -> Text:
        """A text that begins at a point."""
        return Text(text=text, at=at, size=size, width=self.wide(text, size, bold), colour=colour, bold=bold)

    def ending(self, text: str, at: Point, size: float, colour: str, *, bold: bool = False) -> Text:
        """A text that ends at a point."""
        width = self.wide(text, size, bold)
        return Text(text=text, at=(at[0] - width, at[1]), size=size, width=width, colour=colour, bold=bold)

    def upwards(self, text: str, at: Point, size: float, colour: str, *, bold: bool = False) -> Text:
        """A text that runs upwards with its middle at a point of its line."""
        width = self.wide(text, size, bold)
        start = at[0], at[1] + width / 2
        return Text(text=text, at=start, size=size, width=width, colour=colour, bold=bold, turned=True)

    def cut(self, text: str, size: float, width: float, *, bold: bool = False) -> str:
        """``text``, with an ellipsis at its end if it is wider than that; nothing if not even that fits."""
        if self.wide(text, size, bold) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.wide(text[:middle].rstrip() + ELLIPSIS, size, bold) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS if low else ""

    def lines(self, text: str, size: float, width: float, most: int) -> tuple[str, ...]:
        """``text`` in at most so many lines; what does not fit ends in an ellipsis."""
        words, lines = text.split(), list[str]()
        while words and len(lines) < most - 1:
            line = words.pop(0)
            while words and self.wide(f"{line} {words[0]}", size, False) <= width:
                line = f"{line} {words.pop(0)}"
            lines.append(self.cut(line, size, width))
        if words:
            lines.append(self.cut(" ".join(words), size, width))
        return tuple(lines)
