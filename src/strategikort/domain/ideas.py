"""Ideas: what people say at a workshop before it is a goal. Nothing is asked of an idea, and no finding is about it."""

from dataclasses import dataclass
from typing import Annotated

from strategikort.domain.shape import Id, Length, Record, Refers


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea(Record):
    """A note on the scratch pad (*kladde*) beside ``map``, or beside all maps (None), in the order of ``position``."""

    text: Annotated[str, Length(300)] = ""
    map: Annotated[Id | None, Refers("strategy_map")] = None
    position: int = 0
