"""What the QR code on a sheet of an agreement says: which agreement, version and check code, and which page."""

import re
from dataclasses import dataclass
from typing import Final

from strategikort.domain.shape import Id

_SAID: Final = re.compile(r"STRATEGIKORT 1 ([0-9A-Z-]{1,40}) V([0-9]{1,4}) ([0-9A-F]{12}) ([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCode:
    """A sheet of an agreement's paper. ``check`` is the check code as printed; ``page`` of ``pages`` counts from 1.

    It is written in the letters that a QR code holds most densely, so that it is read from a scan of 150 dots an inch.
    """

    agreement: Id
    version: int
    check: str
    page: int
    pages: int

    @property
    def text(self) -> str:
        """The code as plain text, at most 80 letters for an identity that the app has made."""
        check = self.check.replace(" ", "").upper()
        return f"STRATEGIKORT 1 {self.agreement.upper()} V{self.version} {check} {self.page}/{self.pages}"


def read_sheet_code(text: str) -> SheetCode | None:
    """What a code says, or None if it is no code of a sheet of ours. The identity comes back in lower case."""
    said = _SAID.fullmatch(text.strip())
    if said is None:
        return None
    agreement, version, check, page, pages = said.groups()
    grouped = " ".join(check.lower()[place : place + 4] for place in range(0, len(check), 4))
    return SheetCode(
        agreement=Id(agreement.lower()), version=int(version), check=grouped, page=int(page), pages=int(pages)
    )
