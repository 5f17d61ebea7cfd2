"""What the values of choices are called on screen: every member of the enumerations that a person can choose from."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.domain.agreements import Consequence, FollowUpKind, InvolvementKind
from strategikort.domain.goals import DecidedAt, DecisionStatus, EffortState, GoalState, Nature, Origin
from strategikort.domain.links import Strength
from strategikort.domain.measures import Chain, Collection, Direction, Frequency, IndicatorKind
from strategikort.domain.organisation import Ownership

WORDS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Nature.DEVELOPMENT, QT_TRANSLATE_NOOP("Words", "Development")),
    (Nature.OPERATIONS, QT_TRANSLATE_NOOP("Words", "Operations")),
    (Nature.KEEP, QT_TRANSLATE_NOOP("Words", "Keep the level")),
    (Origin.COMMON, QT_TRANSLATE_NOOP("Words", "Common")),
    (Origin.LOCAL, QT_TRANSLATE_NOOP("Words", "Local")),
    (Origin.OWN, QT_TRANSLATE_NOOP("Words", "Own")),
    (DecidedAt.CENTRAL, QT_TRANSLATE_NOOP("Words", "Set centrally")),
    (DecidedAt.LOCAL, QT_TRANSLATE_NOOP("Words", "Decided locally")),
    (GoalState.ACTIVE, QT_TRANSLATE_NOOP("Words", "In force")),
    (GoalState.CLOSED, QT_TRANSLATE_NOOP("Words", "Closed")),
    (GoalState.CANCELLED, QT_TRANSLATE_NOOP("Words", "Cancelled")),
    (DecisionStatus.PROPOSED, QT_TRANSLATE_NOOP("Words", "Proposed")),
    (DecisionStatus.ADOPTED, QT_TRANSLATE_NOOP("Words", "Adopted")),
    (DecisionStatus.REPLACED, QT_TRANSLATE_NOOP("Words", "Replaced")),
    (DecisionStatus.LAPSED, QT_TRANSLATE_NOOP("Words", "Lapsed")),
    (EffortState.PLANNED, QT_TRANSLATE_NOOP("Words", "Planned")),
    (EffortState.STARTED, QT_TRANSLATE_NOOP("Words", "Started")),
    (EffortState.DONE, QT_TRANSLATE_NOOP("Words", "Done")),
    (EffortState.DROPPED, QT_TRANSLATE_NOOP("Words", "Dropped")),
    (Strength.PRIMARY, QT_TRANSLATE_NOOP("Words", "Primary")),
    (Strength.SECONDARY, QT_TRANSLATE_NOOP("Words", "Secondary")),
    (IndicatorKind.NUMBER, QT_TRANSLATE_NOOP("Words", "Number")),
    (IndicatorKind.PERCENT, QT_TRANSLATE_NOOP("Words", "Per cent")),
    (IndicatorKind.MONEY, QT_TRANSLATE_NOOP("Words", "Kroner")),
    (IndicatorKind.DURATION, QT_TRANSLATE_NOOP("Words", "Time")),
    (IndicatorKind.YES_NO, QT_TRANSLATE_NOOP("Words", "Yes or no")),
    (IndicatorKind.SCALE, QT_TRANSLATE_NOOP("Words", "Scale")),
    (IndicatorKind.SIGN, QT_TRANSLATE_NOOP("Words", "Sign, in words")),
    (Chain.RESOURCE, QT_TRANSLATE_NOOP("Words", "Resource")),
    (Chain.ACTIVITY, QT_TRANSLATE_NOOP("Words", "Activity")),
    (Chain.OUTPUT, QT_TRANSLATE_NOOP("Words", "Output")),
    (Chain.RESULT, QT_TRANSLATE_NOOP("Words", "Result")),
    (Chain.EFFECT, QT_TRANSLATE_NOOP("Words", "Effect")),
    (Direction.UP, QT_TRANSLATE_NOOP("Words", "Up")),
    (Direction.DOWN, QT_TRANSLATE_NOOP("Words", "Down")),
    (Direction.KEEP, QT_TRANSLATE_NOOP("Words", "Stay")),
    (Collection.CENTRAL, QT_TRANSLATE_NOOP("Words", "By the administration")),
    (Collection.MANUAL, QT_TRANSLATE_NOOP("Words", "By hand, locally")),
    (Frequency.MONTH, QT_TRANSLATE_NOOP("Words", "Monthly")),
    (Frequency.QUARTER, QT_TRANSLATE_NOOP("Words", "Quarterly")),
    (Frequency.HALF_YEAR, QT_TRANSLATE_NOOP("Words", "Half-yearly")),
    (Frequency.YEAR, QT_TRANSLATE_NOOP("Words", "Yearly")),
    (Frequency.TWO_YEAR, QT_TRANSLATE_NOOP("Words", "Every second year")),
    (InvolvementKind.HEARING, QT_TRANSLATE_NOOP("Words", "Hearing")),
    (InvolvementKind.DISCUSSION, QT_TRANSLATE_NOOP("Words", "Discussion")),
    (InvolvementKind.INFORMATION, QT_TRANSLATE_NOOP("Words", "Information")),
    (FollowUpKind.MIDYEAR, QT_TRANSLATE_NOOP("Words", "Midyear follow-up")),
    (FollowUpKind.YEAREND, QT_TRANSLATE_NOOP("Words", "Year-end follow-up")),
    (FollowUpKind.EXTRA, QT_TRANSLATE_NOOP("Words", "Extra follow-up")),
    (Consequence.NONE, QT_TRANSLATE_NOOP("Words", "Nothing more")),
    (Consequence.RECOGNITION, QT_TRANSLATE_NOOP("Words", "Recognition")),
    (Consequence.COLLECTIVE_REWARD, QT_TRANSLATE_NOOP("Words", "Reward for all")),
    (Consequence.PERFORMANCE_PAY, QT_TRANSLATE_NOOP("Words", "Performance pay")),
    (Consequence.LEARNING_DIALOGUE, QT_TRANSLATE_NOOP("Words", "Learning dialogue")),
    (Consequence.CLOSER_FOLLOW_UP, QT_TRANSLATE_NOOP("Words", "Closer follow-up")),
    (Ownership.MUNICIPAL, QT_TRANSLATE_NOOP("Words", "Municipal")),
    (Ownership.SELF_OWNED, QT_TRANSLATE_NOOP("Words", "Self-owned")),
    (Ownership.PRIVATE, QT_TRANSLATE_NOOP("Words", "Private")),
)


def word_of(member: StrEnum) -> str:
    """What a value is called in the user's language. Two enumerations may share a value, so they are told apart."""
    for known, text in WORDS:
        if known is member:
            return QCoreApplication.translate("Words", text)
    raise KeyError(member)
