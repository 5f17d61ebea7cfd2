"""A drawing as SVG: texts stay text, each thing is a group that says what it is, the size is in millimetres."""

from typing import Final

from lxml import etree

from strategikort.domain.drawn import Drawing, Figure, Outline, Point, Text
from strategikort.domain.texts import in_xml

_SPACE: Final = "http://www.w3.org/2000/svg"
_MM: Final = 25.4 / 96
_FAMILY: Final = "'Source Sans 3', 'Source Sans Pro', 'DejaVu Sans', sans-serif"


def svg_of(drawing: Drawing, most: tuple[float, float] | None = None) -> bytes:
    """The whole drawing, at 100 % or as large as ``most`` millimetres let it be. Equal drawings give equal bytes.

    Letters that XML cannot hold become U+FFFD.
    """
    size = drawing.width, drawing.height
    root = etree.fromstring(f'<svg xmlns="{_SPACE}"/>')
    scale = min((room / side for room, side in zip(most, size, strict=True)), default=_MM) if most else _MM
    root.set("width", f"{drawing.width * scale:.2f}mm")
    root.set("height", f"{drawing.height * scale:.2f}mm")
    root.set("viewBox", f"0 0 {_figure(drawing.width)} {_figure(drawing.height)}")
    root.set("font-family", _FAMILY)
    root.set("role", "img")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", drawing.language)
    _say(root, "title", drawing.name)
    _outline(root, Outline(start=(0, 0), steps=_edge(drawing), closed=True, fill="#FFFFFF"))
    for one in drawing.ground:
        _outline(root, one)
    for text in drawing.heads:
        _text(root, text)
    for figure in drawing.figures():
        _group(root, figure)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _edge(drawing: Drawing) -> tuple[tuple[Point, ...], ...]:
    return ((drawing.width, 0),), ((drawing.width, drawing.height),), ((0, drawing.height),)


def _group(root: etree._Element, figure: Figure) -> None:
    group = etree.SubElement(root, f"{{{_SPACE}}}g")
    if figure.said:
        _say(group, "title", figure.said)
    for part in figure.parts:
        if isinstance(part, Text):
            _text(group, part)
        else:
            _outline(group, part)


def _outline(under: etree._Element, one: Outline) -> None:
    path = etree.SubElement(under, f"{{{_SPACE}}}path")
    steps = [f"M{_point(one.start)}"]
    steps += [("C" if len(step) == 3 else "L") + " ".join(map(_point, step)) for step in one.steps]
    path.set("d", " ".join(steps) + (" Z" if one.closed else ""))
    path.set("fill", one.fill or "none")
    if one.line:
        path.set("stroke", one.line)
        path.set("stroke-width", _figure(one.width))
        path.set("stroke-linecap", "round")
        path.set("stroke-linejoin", "round")
    if one.dashes:
        path.set("stroke-dasharray", " ".join(map(_figure, one.dashes)))


def _text(under: etree._Element, text: Text) -> None:
    """A text with the width that was measured, whatever face the reader's program has for it."""
    element = etree.SubElement(under, f"{{{_SPACE}}}text")
    x, y = text.at
    element.set("x", _figure(x))
    element.set("y", _figure(y))
    element.set("font-size", _figure(text.size))
    element.set("fill", text.colour)
    if text.bold:
        element.set("font-weight", "600")
    if text.turned:
        element.set("transform", f"rotate(-90 {_point(text.at)})")
    element.set("textLength", _figure(text.width))
    element.set("lengthAdjust", "spacingAndGlyphs")
    element.text = in_xml(text.text)


def _say(under: etree._Element, name: str, text: str) -> None:
    etree.SubElement(under, f"{{{_SPACE}}}{name}").text = in_xml(text)


def _point(point: Point) -> str:
    return f"{_figure(point[0])},{_figure(point[1])}"


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
