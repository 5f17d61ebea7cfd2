"""What people say of a document while they review it: why a finding may stand, and remarks on a map or a goal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Record):
    """A justified exception: what ``rule`` says of ``record`` may stand, as ``who`` wrote on the day ``given_on``.

    It silences warnings and hints, never an error, and is counted, listed and printed apart.
    """

    rule: Annotated[str, Length(12)] = ""
    record: Id = Id("")
    why: Annotated[str, Length(600)] = ""
    who: Annotated[str, Length(120)] = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """A remark of ``who`` on a goal of a map or an agreement, a section of an agreement, or the whole; never printed.

    ``map`` or ``agreement`` is what it was said about; ``section`` is one of the agreement's. ``answers`` is the remark
    that it replies to. A remark is open until ``closed_on``.
    """

    map: Annotated[Id | None, Refers("strategy_map")] = None
    agreement: Annotated[Id | None, Refers("agreement")] = None
    section: Annotated[Id | None, Refers("section")] = None
    goal: Annotated[Id | None, Refers("goal")] = None
    answers: Annotated[Id | None, Refers("comment")] = None
    text: Annotated[str, Length(1500)] = ""
    who: Annotated[str, Length(120)] = ""
    said_at: datetime | None = None
    closed_on: date | None = None
    closed_by: Annotated[str, Length(120)] = ""
