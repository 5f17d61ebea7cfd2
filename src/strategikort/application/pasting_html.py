"""Lists and tables in HTML, as word processors, sheets and browsers put them on the clipboard, as raw lines."""

import re
from html.parser import HTMLParser
from typing import Final

from strategikort.application.listing import Line
from strategikort.application.pasting import MOST_CHARACTERS, TAB, Raw, raw_of, understood
from strategikort.domain.texts import one_line, tidied

_MARKED: Final = re.compile(r"<(?:li|tr)\b|mso-list:\s*l\d", re.IGNORECASE)
_LIST_LEVEL: Final = re.compile(r"mso-list:\s*l\d+ level(\d)")
_SHEET_INDENT: Final = re.compile(r"\.(xl\d+)\s*\{[^}]*?mso-char-indent-count:\s*(\d{1,2})", re.DOTALL)
_NUMBERED: Final = re.compile(r"(?:[\dA-ZÆØÅ][\d.]{0,8}|[a-zæøå])[.)]")
_CONDITION: Final = re.compile(r"<!\[[^>]*>?")
_UNSEEN: Final = ("script", "style", "title", "head")
_BLOCKS: Final = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br")


def parsed_html(html: str) -> list[Line]:
    """The lines of the lists and tables in ``html``; none if there are none, or it is too long."""
    if len(html) > MOST_CHARACTERS or not _MARKED.search(html):
        return []
    reader = _Reader({name: int(count) for name, count in _SHEET_INDENT.findall(html)})
    reader.feed(_CONDITION.sub("", tidied(html)))
    reader.close()
    return understood(reader.raws())


class _Reader(HTMLParser):
    """Gathers lines: one for each item of a list, row of a table, or block of text outside of them."""

    def __init__(self, sheet_indents: dict[str, int]) -> None:
        super().__init__()
        self._sheet_indents = sheet_indents
        self._lines: list[tuple[int, list[str], bool]] = [(0, [""], False)]
        self._depth = self._unseen = 0
        self._spans: list[bool] = []
        self._in_row = False

    def raws(self) -> list[Raw]:
        """The lines; leading empty cells of a row indent it, as they do in a sheet."""
        return [_raw(indent, cells, is_row=is_row) for indent, cells, is_row in self._lines]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that begins something."""
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in ("ul", "ol"):
            self._depth += 1
        elif tag == "li":
            stated = next((given[name] for name in ("aria-level", "data-aria-level") if name in given), "")
            depth = int(stated) if stated.isascii() and stated.isdigit() else self._depth
            self._begin(max(0, min(depth, 99) - 1))
        elif tag == "tr":
            self._begin(0, row=True)
        elif tag in ("td", "th") and self._in_row:
            self._cell(given)
        elif tag == "span":
            self._spans.append("mso-list:ignore" in given.get("style", "").lower().replace(" ", ""))
        elif tag in _BLOCKS:
            self._block(given)

    def handle_endtag(self, tag: str) -> None:
        """A tag that ends something; what was never begun is not heeded."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("ul", "ol"):
            self._depth = max(0, self._depth - 1)
            self._begin(max(0, self._depth - 1))
        elif tag in ("table", "tr"):
            self._in_row = False
            self._begin(0)
        elif tag == "span" and self._spans:
            self._spans.pop()
        elif tag in _BLOCKS and not self._in_row:
            self._begin(max(0, self._depth - 1))

    def handle_data(self, data: str) -> None:
        """Text between tags; the sign that a word processor draws before an item counts only if it is a number."""
        if self._unseen:
            return
        text = data.replace("\u00a0", " ")
        if any(self._spans):
            text = f"{text} " if _NUMBERED.fullmatch(text.strip()) else ""
        self._lines[-1][1][-1] += text

    def _begin(self, level: int, *, row: bool = False) -> None:
        if any(cell.strip() for cell in self._lines[-1][1]):
            self._lines.append((level * TAB, [""], row))
        else:
            self._lines[-1] = (level * TAB, [""], row)
        self._in_row = row or self._in_row

    def _block(self, given: dict[str, str]) -> None:
        if self._in_row:
            self._lines[-1][1][-1] += " "
            return
        level = _LIST_LEVEL.search(given.get("style", ""))
        if level:
            self._begin(int(level[1]) - 1)
        elif any(cell.strip() for cell in self._lines[-1][1]):
            self._begin(max(0, self._depth - 1))

    def _cell(self, given: dict[str, str]) -> None:
        indent, cells, is_row = self._lines[-1]
        steps = self._sheet_indents.get(given.get("class", ""), 0)
        if cells == [""]:
            cells[0] = " "
        else:
            cells.append(" ")
        if steps and not any(cell.strip() for cell in cells):
            self._lines[-1] = (indent + min(steps, 20) * TAB, cells, is_row)


def _raw(indent: int, cells: list[str], *, is_row: bool) -> Raw:
    texts = [one_line(cell) for cell in cells]
    filled = next((place for place, text in enumerate(texts) if text), 0)
    if not is_row:
        return raw_of(" ".join(texts), indent)
    first = raw_of(texts[filled], indent + filled * TAB)
    return Raw(first.indent, (*first.cells, *texts[filled + 1 :]), first.bullet)
