"""SVG's path data as the operators of a page: lines stay lines, every other curve becomes a cubic one."""

import math
import re
from collections.abc import Iterator
from typing import Final

_PARTS: Final = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

Point = tuple[float, float]


def outline(data: str) -> str:
    """The operators of a path.

    Raises:
        ValueError: the data is no path.
    """
    return " ".join(_Pen().follow(data))


def written(*figures: float) -> str:
    """Figures as a page writes them.

    Raises:
        ValueError: one is without end.
    """
    if not all(map(math.isfinite, figures)):
        raise ValueError("a figure without end")
    return " ".join(f"{figure:.3f}" for figure in figures)


class _Pen:
    """Where the path has come to, and the last control point, which a smooth curve mirrors."""

    def __init__(self) -> None:
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._bend: Point = (0.0, 0.0)
        self._last = ""

    def follow(self, data: str) -> Iterator[str]:
        if re.sub(r"[\s,]", "", _PARTS.sub("", data)):
            raise ValueError("the path has something that is no step")
        for command, figures in _steps(data):
            yield self._step(command, figures)
            self._last = command.upper()

    def _step(self, command: str, figures: list[float]) -> str:
        kind, base = command.upper(), self._at if command.islower() else (0.0, 0.0)
        if kind == "Z":
            self._at = self._start
            return "h"
        if kind in "HV":
            x, y = self._at
            self._at = (figures[0] + base[0], y) if kind == "H" else (x, figures[0] + base[1])
            return f"{written(*self._at)} l"
        if kind == "A":
            return self._arc(figures, (figures[5] + base[0], figures[6] + base[1]))
        points = [(x + base[0], y + base[1]) for x, y in zip(figures[::2], figures[1::2], strict=True)]
        if kind in "ML":
            self._at = points[0]
            self._start = points[0] if kind == "M" else self._start
            return f"{written(*self._at)} {kind.lower()}"
        return self._curve(kind, points)

    def _curve(self, kind: str, points: list[Point]) -> str:
        """A cubic curve, or a quadratic one raised to it; S and T begin with the last bend mirrored."""
        if kind in "ST":
            smooth = self._last in ("CS" if kind == "S" else "QT")
            points.insert(0, _mirrored(self._bend, self._at) if smooth else self._at)
        self._bend = points[-2]
        if kind in "QT":
            bend, end = points
            points = [_between(self._at, bend, 2 / 3), _between(end, bend, 2 / 3), end]
        self._at = points[-1]
        return f"{written(*(figure for point in points for figure in point))} c"

    def _arc(self, figures: list[float], end: Point) -> str:
        rx, ry, turn, large, sweep = abs(figures[0]), abs(figures[1]), *figures[2:5]
        start, self._at = self._at, end
        if not rx or not ry or start == end:
            return f"{written(*end)} l"
        return " ".join(_arc(start, end, (rx, ry), math.radians(turn), bool(large), bool(sweep)))


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its figures; a command that goes on without its letter has it given again."""
    command = ""
    figures: list[float] = []
    for part in _PARTS.findall(_spaced_flags(data)):
        if part.isalpha():
            if figures or (not command and part not in "Mm"):
                raise ValueError("a step has too few figures, or the path does not begin with M")
            command = part
            if part in "Zz":
                yield part, []
        elif command in ("", "Z", "z"):
            raise ValueError("figures without a step")
        else:
            figures.append(float(part))
            if len(figures) == _TAKES[command.upper()]:
                yield command, figures
                figures, command = [], {"M": "L", "m": "l"}.get(command, command)
    if figures:
        raise ValueError("a step has too few figures")


def _spaced_flags(data: str) -> str:
    """Path data whose arcs have their two flags apart from what follows: ``a1 1 0 01.5.5`` is seven figures."""
    number = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
    gap = r"[\s,]*"
    arc = re.compile(
        rf"({number}){gap}({number}){gap}({number}){gap}([01]){gap}([01]){gap}({number}){gap}({number}){gap}"
    )
    return re.sub(r"([Aa])([^A-Za-z]*)", lambda found: found[1] + arc.sub(r"\1 \2 \3 \4 \5 \6 \7 ", found[2]), data)


def _arc(start: Point, end: Point, radii: Point, turn: float, large: bool, sweep: bool) -> Iterator[str]:
    """An arc of an ellipse as cubic curves of a quarter turn at the most (SVG 1.1, appendix F.6)."""
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grown = max(1.0, math.sqrt((x / radii[0]) ** 2 + (y / radii[1]) ** 2))
    rx, ry = radii[0] * grown, radii[1] * grown
    below = (rx * y) ** 2 + (ry * x) ** 2
    far = math.sqrt(max(0.0, (rx * ry) ** 2 / below - 1)) * (-1 if large == sweep else 1)
    cx, cy = far * rx * y / ry, -far * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    swept = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and swept < 0:
        swept += 2 * math.pi
    elif not sweep and swept > 0:
        swept -= 2 * math.pi
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)

    def placed(across: float, up: float) -> Point:
        return cos * rx * across - sin * ry * up + middle[0], sin * rx * across + cos * ry * up + middle[1]

    count = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / count
    reach = 4 / 3 * math.tan(step / 4)
    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        bend = placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        back = placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield f"{written(*bend, *back, *placed(math.cos(b), math.sin(b)))} c"


def _mirrored(point: Point, centre: Point) -> Point:
    return 2 * centre[0] - point[0], 2 * centre[1] - point[1]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
