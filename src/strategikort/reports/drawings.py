"""Drawings for the paper: the part of SVG that a coat of arms or a logo is drawn with, as operators of a page.

Shapes in plain colours, in groups, turned and moved. What would be painted otherwise than it is meant (text, gradients,
see-through colours, clips, pictures) is refused, never left out.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from strategikort.reports.looks import ink
from strategikort.reports.outlines import outline, written

LARGEST: Final = 1_000_000
"""More bytes than this are no logo."""
DEEPEST: Final = 40

_SILENT: Final = {"title", "desc", "metadata", "style", "namedview"}
_NAMED: Final = {
    "black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "green": "#008000", "blue": "#0000FF",
    "yellow": "#FFFF00", "gray": "#808080", "grey": "#808080", "silver": "#C0C0C0", "navy": "#000080",
    "gold": "#FFD700", "currentcolor": "#000000",
}  # fmt: skip
_HELD: Final = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-dasharray": "none",
    "fill-rule": "nonzero",
}
_ENDS: Final = {"butt": 0, "round": 1, "square": 2}
_JOINS: Final = {"miter": 0, "round": 1, "bevel": 2}
_PLAIN: Final = {"opacity": "1", "fill-opacity": "1", "stroke-opacity": "1", "display": "inline"}
_REFUSED: Final = ("clip-path", "mask", "filter", "visibility")
_FIGURE: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class NoDrawing(ValueError):
    """The bytes are no drawing that can be printed as it is meant; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing of ``width`` by ``height``, painted downward from its upper left corner by ``code``."""

    width: float
    height: float
    code: str


def drawing(data: bytes) -> Drawing:
    """The drawing in an SVG file.

    Raises:
        NoDrawing: for damaged data, or something that cannot be printed as it is meant.
    """
    if len(data) > LARGEST or b"<!ENTITY" in data:
        raise NoDrawing("the drawing is too large, or has entities")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314
        if _name(root) != "svg":
            raise NoDrawing("the drawing is no SVG")
        x, y, width, height = _box(root)
        code = " ".join(_painted(root, _HELD, _rules(root), DEEPEST))
    except (ElementTree.ParseError, ArithmeticError, LookupError, ValueError) as error:
        raise error if isinstance(error, NoDrawing) else NoDrawing(f"the drawing is damaged: {error}") from error
    return Drawing(
        width=width, height=height, code=f"1 0 0 1 {written(-x, -y)} cm {written(x, y, width, height)} re W n {code}"
    )


def _box(root: Element) -> tuple[float, float, float, float]:
    view = [float(part) for part in _FIGURE.findall(root.get("viewBox", ""))]
    if not view:
        view = [0.0, 0.0, *(_length(root, side) for side in ("width", "height"))]
    x, y, width, height = view
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise NoDrawing("the drawing has no size")
    return x, y, width, height


def _rules(root: Element) -> dict[str, dict[str, str]]:
    """The looks of classes, as ``<style>`` gives them."""
    found: dict[str, dict[str, str]] = {}
    for style in (one for one in root.iter() if _name(one) == "style"):
        text = re.sub(r"/\*.*?\*/", "", style.text or "", flags=re.DOTALL)
        for names, said in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
            for name in map(str.strip, names.split(",")):
                if not re.fullmatch(r"\.[\w-]+", name):
                    raise NoDrawing(f"the drawing has a style for {name!r}, not for a class")
                found.setdefault(name[1:], {}).update(_declared(said))
    return found


def _painted(
    element: Element, above: Mapping[str, str], rules: Mapping[str, dict[str, str]], deep: int
) -> Iterator[str]:
    """The operators of an element and all in it."""
    name = _name(element)
    if name in _SILENT or (name == "defs" and all(_name(kid) in _SILENT for kid in element)):
        return
    look = _look(element, above, rules)
    if look.get("display") == "none":
        return
    if deep == 0:
        raise NoDrawing("the drawing is nested too deeply")
    moved = list(_moves(element.get("transform", "")))
    yield from ("q", *moved) if moved else ()
    if name == "g" or (name == "svg" and deep == DEEPEST):
        for kid in element:
            yield from _painted(kid, look, rules, deep - 1)
    else:
        yield from _filled(_shape(name, element), look)
    yield from ("Q",) if moved else ()


def _look(element: Element, above: Mapping[str, str], rules: Mapping[str, dict[str, str]]) -> dict[str, str]:
    """What holds for an element: its own looks over those of what it stands in."""
    said = {key: value for key, value in element.attrib.items() if key in (*_HELD, *_PLAIN, *_REFUSED)}
    for name in element.get("class", "").split():
        said |= rules.get(name, {})
    said |= _declared(element.get("style", ""))
    for key, value in said.items():
        sound = float(value) == 1 if key.endswith("opacity") else value in ("inline", "none", "block")
        if key in _REFUSED and value not in ("none", "visible") or key in _PLAIN and not sound:
            raise NoDrawing(f"the drawing has {key}, which cannot be printed")
    return {**above, **{key: value for key, value in said.items() if key in _HELD or key == "display"}}


def _filled(path: str, look: Mapping[str, str]) -> Iterator[str]:
    fill, stroke = _colour(look["fill"]), _colour(look["stroke"])
    even = "*" if look["fill-rule"] == "evenodd" else ""
    if fill:
        yield f"{ink(fill)} rg"
    if stroke:
        wide = float(_FIGURE.findall(look["stroke-width"])[0])
        ends, joins = _ENDS[look["stroke-linecap"]], _JOINS[look["stroke-linejoin"]]
        dashes = written(*map(float, _FIGURE.findall(look["stroke-dasharray"])))
        yield f"{ink(stroke)} RG {written(wide)} w {ends} J {joins} j 4 M [{dashes}] 0 d"
    if path and (fill or stroke):
        yield f"{path} {f'B{even}' if fill and stroke else f'f{even}' if fill else 'S'}"


def _shape(name: str, element: Element) -> str:
    """The outline of a shape."""
    if name == "path":
        return outline(element.get("d", ""))
    if name in ("polygon", "polyline"):
        points = " ".join(_FIGURE.findall(element.get("points", "")))
        return outline(f"M {points}{' Z' if name == 'polygon' else ''}") if points else ""
    if name == "line":
        ends = (written(_length(element, f"x{end}"), _length(element, f"y{end}")) for end in "12")
        return outline("M {} L {}".format(*ends))
    if name in ("circle", "ellipse"):
        rx = _length(element, "r" if name == "circle" else "rx")
        ry = rx if name == "circle" else _length(element, "ry")
        return _rounded(_length(element, "cx") - rx, _length(element, "cy") - ry, 2 * rx, 2 * ry, rx, ry)
    if name == "rect":
        width, height = _length(element, "width"), _length(element, "height")
        rx = _length(element, "rx") if element.get("rx") else _length(element, "ry")
        ry = _length(element, "ry") if element.get("ry") else rx
        return _rounded(
            _length(element, "x"), _length(element, "y"), width, height, min(rx, width / 2), min(ry, height / 2)
        )
    raise NoDrawing(f"the drawing has <{name}>, which cannot be printed")


def _rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> str:
    if not width or not height:
        return ""
    if not rx or not ry:
        return f"{written(x, y, width, height)} re"
    arc = f"a{rx} {ry} 0 0 1"
    across, up = width - 2 * rx, height - 2 * ry
    return outline(
        f"M{x + rx} {y} h{across} {arc} {rx} {ry} v{up} {arc} {-rx} {ry} h{-across} {arc} {-rx} {-ry} v{-up} "
        f"{arc} {rx} {-ry} z"
    )


def _moves(text: str) -> Iterator[str]:
    if re.sub(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\([^()]*\)|[\s,]", "", text):
        raise NoDrawing("the drawing is moved in a way that is not known")
    for name, inner in re.findall(r"(\w+)\s*\(([^()]*)\)", text):
        by = [float(part) for part in _FIGURE.findall(inner)]
        if name == "rotate" and len(by) == 3:
            yield f"1 0 0 1 {written(by[1], by[2])} cm {_matrix(name, by[:1])} 1 0 0 1 {written(-by[1], -by[2])} cm"
        else:
            yield _matrix(name, by)


def _matrix(name: str, by: list[float]) -> str:
    turn = math.radians(by[0])
    figures = {
        "matrix": by,
        "translate": [1.0, 0.0, 0.0, 1.0, by[0], *(by[1:] or [0.0])],
        "scale": [by[0], 0.0, 0.0, by[-1], 0.0, 0.0],
        "rotate": [math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0.0, 0.0],
        "skewX": [1.0, 0.0, math.tan(turn), 1.0, 0.0, 0.0],
        "skewY": [1.0, math.tan(turn), 0.0, 1.0, 0.0, 0.0],
    }[name]
    if len(figures) != 6:
        raise NoDrawing(f"{name} has too many or too few figures")
    return f"{' '.join(f'{figure:.6f}' for figure in figures)} cm"


def _colour(text: str) -> str:
    """``#RRGGBB``, or nothing for *none*."""
    said = text.strip().lower()
    if said in ("none", "transparent"):
        return ""
    said = _NAMED.get(said, said)
    if re.fullmatch("#[0-9a-f]{3}", said):
        return "#" + "".join(letter * 2 for letter in said[1:])
    if found := re.fullmatch(r"rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)", said):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    if not re.fullmatch("#[0-9a-f]{6}", said, re.IGNORECASE):
        raise NoDrawing(f"the drawing has the colour {text!r}, which is not plain")
    return said


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def _length(element: Element, name: str) -> float:
    """A length in the drawing's own measure; one in per cent has no meaning here."""
    text = element.get(name, "0").strip()
    found = re.fullmatch(rf"({_FIGURE.pattern})(px)?", text)
    if found is None:
        raise NoDrawing(f"the drawing has a length of {text!r}")
    return float(found[1])


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
