"""How the sample is made larger: the same centres and units in other places, with names and titles of their own."""

from dataclasses import dataclass
from typing import Final

from strategikort.application.sample.records import identity
from strategikort.domain.shape import Id

LONGEST_TITLE: Final = 140
_FIRST: Final = ("Nør", "Sønder", "Vester", "Øster", "Store", "Lille", "Over", "Neder", "Gammel", "Ny")
_LAST: Final = ("holm", "lund", "strup", "rød", "bjerg", "dal", "næs", "vig", "skov", "mose")


@dataclass(frozen=True, slots=True)
class Variation:
    """The copy ``number`` of the sample; 0 is the sample itself, 1 to 99 lie in places with names of their own."""

    number: int = 0

    @property
    def is_varied(self) -> bool:
        """Whether this is a copy and not the sample itself."""
        return self.number > 0

    @property
    def place(self) -> str:
        """Where the copy lies."""
        return _FIRST[self.number % 10] + _LAST[self.number // 10 % 10]

    def identity(self, *path: object) -> Id:
        """The identity of what ``path`` names in this copy."""
        return identity("copy", self.number, *path) if self.number else identity(*path)

    def key(self, key: str) -> str:
        """The key of words in this copy."""
        return f"{key}@{self.number}" if self.number else key

    def code(self, code: str) -> str:
        """A centre's or unit's code in this copy: DS-S1 becomes DS7-S1."""
        if not self.number:
            return code
        centre, dash, rest = code.partition("-")
        return f"{centre}{self.number}{dash}{rest}"

    def name(self, name: str) -> str:
        """The name of a centre, unit or map in this copy."""
        return f"{name}, {self.place}" if self.number else name

    def title(self, title: str) -> str:
        """A goal's title in this copy."""
        varied = f"{title} ({self.place})"
        return varied if self.number and len(varied) <= LONGEST_TITLE else title
