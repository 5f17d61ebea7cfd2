"""Names for files that every file system takes."""

from collections.abc import Iterable
from typing import Final

_RESERVED: Final = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def safe_name(name: str) -> str:
    """``name`` without what some file system does not take; never empty."""
    kept = "".join(letter if letter.isalnum() or letter in "-–_., " else "-" for letter in name).strip(" .")
    return f"{kept or 'aftale'}-" if kept.casefold() in _RESERVED or not kept else kept


def told_apart(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, those that are equal but for the size of letters told apart by a number."""
    taken: set[str] = set()
    found = []
    for stem in names:
        name, number = stem, 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name.casefold())
        found.append(name)
    return tuple(found)
