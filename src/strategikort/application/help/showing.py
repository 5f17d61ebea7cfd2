"""A page of help as plain HTML: headings, lists and links, as a screen reader reads them."""

from collections.abc import Iterator
from html import escape
from typing import Protocol

from strategikort.application.help.pages import Bit, Block, Page, Role, Shape, Words


class Names(Protocol):
    """What only the window knows: how it calls its actions and keys."""

    def action(self, id: str) -> str:
        """The way through the menus to an action, and its key."""
        ...

    def key(self, key: str) -> str:
        """A key as the user's keyboard names it."""
        ...


def said(words: Words, names: Names) -> str:
    """A line as plain text."""
    return "".join(_said(bit, names) for bit in words)


def _said(bit: Bit, names: Names) -> str:
    match bit.role:
        case Role.ACTION:
            return names.action(bit.text)
        case Role.KEY:
            return names.key(bit.text)
        case Role.WRITTEN:
            return f"»{bit.text}«"
        case Role.SHOWN:
            return bit.text.removesuffix(" ...")
        case Role.PLAIN | Role.LINK:
            return bit.text


def stands_out(bit: Bit) -> bool:
    """Whether a piece is something to look for on the screen or the keyboard, and therefore set in bold."""
    return bit.role in (Role.ACTION, Role.SHOWN, Role.KEY)


def html(page: Page, names: Names) -> str:
    """The page as HTML; a link's address is ``page#anchor``."""
    return "".join(_parts(page, names))


def _parts(page: Page, names: Names) -> Iterator[str]:
    yield f"<h1>{escape(page.title)}</h1>"
    for section in page.sections:
        if section.heading:
            yield f'<h2><a name="{section.anchor}"></a>{escape(section.heading)}</h2>'
        for block in section.blocks:
            yield _block(block, names)


def _block(block: Block, names: Names) -> str:
    lines = ["".join(_bit(bit, names) for bit in line) for line in block.lines]
    if block.shape is Shape.PARAGRAPH:
        return "".join(f"<p>{line}</p>" for line in lines)
    kind = "ol" if block.shape is Shape.STEPS else "ul"
    return f"<{kind}>{''.join(f'<li>{line}</li>' for line in lines)}</{kind}>"


def _bit(bit: Bit, names: Names) -> str:
    text = escape(_said(bit, names))
    if bit.role is Role.LINK:
        return f'<a href="{escape(bit.target)}">{text}</a>'
    return f"<b>{text}</b>" if stands_out(bit) else text
