"""The words and figures of the goal that is followed through the years, as earlier.toml has them."""

from datetime import date
from decimal import Decimal

from strategikort.application.sample.content import CentreGoalWords, PoliticalWords, Words, table
from strategikort.domain.agreements import Status


class FormerUnitWords(Words):
    """A unit that is no more, from its first day to its last."""

    code: str
    name: str
    type: str
    first: date
    last: date


class FormerLeaderWords(Words):
    """Somebody who led a former unit, from a day to a day."""

    key: str
    name: str
    job: str
    first: date
    last: date


class FormerGoalWords(Words):
    """The followed goal as it stood in the agreement of one earlier year, its one figure, and what was said of it."""

    year: int
    leader: str = ""
    title: str
    why: str
    success_criterion: str
    indicator: str
    definition: str = ""
    note: str = ""
    baseline: Decimal | None = None
    target: Decimal
    last: Decimal
    followed: date
    status: Status
    explanation: str
    learning_point: str


class FollowedWords(Words):
    """One goal followed through the years before this one, with what stood above it then."""

    goal: str
    upper: str
    top: str
    political_goal: PoliticalWords
    centre_goal: CentreGoalWords
    unit: FormerUnitWords
    leader: tuple[FormerLeaderWords, ...]
    year: tuple[FormerGoalWords, ...]


def followed_words() -> FollowedWords:
    """The followed goal that ships with the program."""
    return FollowedWords.model_validate(table("earlier.toml"))
