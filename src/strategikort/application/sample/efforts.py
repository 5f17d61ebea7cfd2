"""Efforts of the sample, from their words."""

from datetime import date

from strategikort.application.sample.content import EffortWords
from strategikort.application.sample.records import YEAR, last_day
from strategikort.application.sample.variation import Variation
from strategikort.domain.goals import Effort, Milestone
from strategikort.domain.shape import Id


def make_effort(words: EffortWords, own: Id, variation: Variation) -> Effort:
    """The effort that the words tell, without owner and code."""
    return Effort(
        id=own,
        title=variation.title(words.title),
        description=words.description,
        method=words.method,
        method_reason=words.method_reason,
        start=date(YEAR, words.start, 1),
        deadline=last_day(words.deadline),
        milestones=tuple(Milestone(last_day(one.month), one.text) for one in words.milestone),
        valid_from=date(YEAR, words.start, 1),
        valid_to=last_day(words.deadline),
    )
