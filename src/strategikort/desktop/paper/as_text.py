"""A paper as text to be read, searched and heard: headings, lists and tables, as the paper itself tells them."""

from html import escape
from itertools import groupby

from strategikort.reports.spoken import Sort, Told


def as_html(told: tuple[Told, ...]) -> str:
    """What a paper says as a page for a text browser; pictures are there by the words that stand for them."""
    found: list[str] = []
    for is_list, group in groupby(told, lambda one: one.sort is Sort.ITEM):
        rows = [_one(one) for one in group]
        found.append(f"<ul>{''.join(rows)}</ul>" if is_list else "".join(rows))
    return "".join(found)


def _one(told: Told) -> str:
    said = escape(told.text).replace("\n", "<br>")
    match told.sort:
        case Sort.HEADING:
            return f"<h{told.level}>{said}</h{told.level}>"
        case Sort.ITEM:
            return f"<li>{said}</li>"
        case Sort.TABLE:
            return f'<table border="1" cellspacing="0" cellpadding="4">{"".join(map(_row, told.rows))}</table><p></p>'
        case Sort.PICTURE:
            return f"<p><i>{said}</i></p>"
        case Sort.TEXT:
            return f"<p>{said}</p>"


def _row(cells: tuple[tuple[str, bool], ...]) -> str:
    said = ((escape(text).replace("\n", "<br>"), "th" if head else "td") for text, head in cells)
    return f"<tr>{''.join(f'<{kind}>{text}</{kind}>' for text, kind in said)}</tr>"
