"""What the fields of records are called above their entry fields."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP
from strategikort.domain.agreements import Commitment, FollowUp, Involvement
from strategikort.domain.goals import CentreGoal, Effort, PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.measures import Indicator
from strategikort.domain.phrases import Wording
from strategikort.domain.shape import Record

_CAPTIONS: Final = {
    "code": QT_TRANSLATE_NOOP("Captions", "Code"),
    "title": QT_TRANSLATE_NOOP("Captions", "Title"),
    "short_title": QT_TRANSLATE_NOOP("Captions", "Short title, for the map"),
    "description": QT_TRANSLATE_NOOP("Captions", "Description"),
    "why": QT_TRANSLATE_NOOP("Captions", "Why?"),
    "valid_from": QT_TRANSLATE_NOOP("Captions", "Applies from"),
    "valid_to": QT_TRANSLATE_NOOP("Captions", "Applies to"),
    "owner": QT_TRANSLATE_NOOP("Captions", "Belongs to"),
    "responsible": QT_TRANSLATE_NOOP("Captions", "Responsible"),
    "success_criterion": QT_TRANSLATE_NOOP("Captions", "How can we see that the goal is reached?"),
    "nature": QT_TRANSLATE_NOOP("Captions", "What the goal does"),
    "origin": QT_TRANSLATE_NOOP("Captions", "Common or local"),
    "decided_at": QT_TRANSLATE_NOOP("Captions", "Who decides"),
    "theme": QT_TRANSLATE_NOOP("Captions", "Theme"),
    "layer": QT_TRANSLATE_NOOP("Captions", "Layer"),
    "balance": QT_TRANSLATE_NOOP("Captions", "Balance"),
    "priority": QT_TRANSLATE_NOOP("Captions", "Priority"),
    "state": QT_TRANSLATE_NOOP("Captions", "State"),
    "affects": QT_TRANSLATE_NOOP("Captions", "Who will notice the difference?"),
    "type": QT_TRANSLATE_NOOP("Captions", "Type"),
    "policy_area": QT_TRANSLATE_NOOP("Captions", "Policy area"),
    "decided_on": QT_TRANSLATE_NOOP("Captions", "Decided on"),
    "decided_by": QT_TRANSLATE_NOOP("Captions", "Decided by"),
    "decision_case": QT_TRANSLATE_NOOP("Captions", "Case number"),
    "decision_link": QT_TRANSLATE_NOOP("Captions", "Link to the decision"),
    "decision_status": QT_TRANSLATE_NOOP("Captions", "Decision"),
    "applies_to": QT_TRANSLATE_NOOP("Captions", "Meant for (all if empty)"),
    "responsible_centres": QT_TRANSLATE_NOOP("Captions", "Must be taken up by"),
    "cross_cutting": QT_TRANSLATE_NOOP("Captions", "Runs across the organisation"),
    "common_goal": QT_TRANSLATE_NOOP("Captions", "Taken from the common goal"),
    "weight": QT_TRANSLATE_NOOP("Captions", "Weight, 0 to 100"),
    "method": QT_TRANSLATE_NOOP("Captions", "Method"),
    "method_reason": QT_TRANSLATE_NOOP("Captions", "Why this method?"),
    "evidence": QT_TRANSLATE_NOOP("Captions", "What we know that works"),
    "start": QT_TRANSLATE_NOOP("Captions", "Start"),
    "deadline": QT_TRANSLATE_NOOP("Captions", "Deadline"),
    "milestones": QT_TRANSLATE_NOOP("Captions", "Milestones"),
    "current_practice": QT_TRANSLATE_NOOP("Captions", "What we do today"),
    "new_practice": QT_TRANSLATE_NOOP("Captions", "What we will do instead"),
    "progress": QT_TRANSLATE_NOOP("Captions", "Progress"),
    "name": QT_TRANSLATE_NOOP("Captions", "Name"),
    "definition": QT_TRANSLATE_NOOP("Captions", "How it is counted"),
    "planned_on": QT_TRANSLATE_NOOP("Captions", "Planned for"),
    "done_on": QT_TRANSLATE_NOOP("Captions", "Held on"),
    "participants": QT_TRANSLATE_NOOP("Captions", "Who takes part"),
    "status": QT_TRANSLATE_NOOP("Captions", "How is it going?"),
    "explanation": QT_TRANSLATE_NOOP("Captions", "Explanation"),
    "next_step": QT_TRANSLATE_NOOP("Captions", "Next step"),
    "learning_point": QT_TRANSLATE_NOOP("Captions", "What we have learnt"),
    "consequence": QT_TRANSLATE_NOOP("Captions", "What follows from the result"),
    "consequence_text": QT_TRANSLATE_NOOP("Captions", "In more words"),
    "kind": QT_TRANSLATE_NOOP("Captions", "Kind of figure"),
    "chain": QT_TRANSLATE_NOOP("Captions", "What it measures"),
    "unit": QT_TRANSLATE_NOOP("Captions", "Unit of measure"),
    "direction": QT_TRANSLATE_NOOP("Captions", "Which way?"),
    "minimum": QT_TRANSLATE_NOOP("Captions", "Lowest possible"),
    "maximum": QT_TRANSLATE_NOOP("Captions", "Highest possible"),
    "decimals": QT_TRANSLATE_NOOP("Captions", "Decimals"),
    "baseline": QT_TRANSLATE_NOOP("Captions", "Baseline"),
    "baseline_on": QT_TRANSLATE_NOOP("Captions", "Baseline measured on"),
    "baseline_pending": QT_TRANSLATE_NOOP("Captions", "Baseline comes on"),
    "source": QT_TRANSLATE_NOOP("Captions", "Data source"),
    "collection": QT_TRANSLATE_NOOP("Captions", "Collected"),
    "justification": QT_TRANSLATE_NOOP("Captions", "Why by hand?"),
    "frequency": QT_TRANSLATE_NOOP("Captions", "How often"),
    "population_size": QT_TRANSLATE_NOOP("Captions", "How many are counted"),
    "services": QT_TRANSLATE_NOOP("Captions", "Services that it delivers"),
    "quality_report": QT_TRANSLATE_NOOP("Captions", "Quality report"),
    "use_for": QT_TRANSLATE_NOOP("Captions", "What the figure is used for"),
    "budget_amount": QT_TRANSLATE_NOOP("Captions", "Amount"),
    "budget_year": QT_TRANSLATE_NOOP("Captions", "Budget year"),
    "price_level": QT_TRANSLATE_NOOP("Captions", "Price level"),
    "body": QT_TRANSLATE_NOOP("Captions", "Who"),
    "sent_on": QT_TRANSLATE_NOOP("Captions", "Sent on"),
    "due_on": QT_TRANSLATE_NOOP("Captions", "Answer by"),
    "answered_on": QT_TRANSLATE_NOOP("Captions", "Answered on"),
    "text": QT_TRANSLATE_NOOP("Captions", "The answer"),
    "waived": QT_TRANSLATE_NOOP("Captions", "Left out this time"),
    "waived_why": QT_TRANSLATE_NOOP("Captions", "Why it is left out"),
    "comparability_note": QT_TRANSLATE_NOOP("Captions", "Comparable with earlier years?"),
}

_OWN: Final[dict[tuple[type[Record], str], str]] = {
    (Indicator, "supersedes"): QT_TRANSLATE_NOOP("Captions", "Takes the place of"),
    (FollowUp, "kind"): QT_TRANSLATE_NOOP("Captions", "Which follow-up"),
    (Involvement, "kind"): QT_TRANSLATE_NOOP("Captions", "How"),
    (Commitment, "title"): QT_TRANSLATE_NOOP("Captions", "What the centre promises"),
}
"""Captions of fields whose name means something else in another kind of record."""

_PROFILE_WORDS: Final = {
    (UnitGoal, "owner"): "unit",
    (Effort, "owner"): "unit",
    (CentreGoal, "owner"): "centre",
    (UnitGoal, "agreement"): "unit_agreement",
    (PoliticalGoal, "committee"): "committee",
    (VisionElement, "vision"): "vision",
}
"""Captions that are words of the municipality's model."""


def caption_of(kind: type[Record], field: str, words: Wording) -> str:
    """What the field is called. Raises KeyError if it has no name: a bug of ours."""
    word = _PROFILE_WORDS.get((kind, field))
    if word:
        return f"{words.word(word):One}"
    return QCoreApplication.translate("Captions", _OWN.get((kind, field)) or _CAPTIONS[field])
