"""What a document says of an agreement stands on its paper; what does not is listed here with its reason."""

from strategikort.application.paper.agreement import PaperMaker
from strategikort.domain.agreements import Agreement, FollowUp, Involvement, Signatory
from strategikort.domain.goals import GOAL_CLASSES, CentreGoal, Effort, Goal, PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.links import Link
from strategikort.domain.measures import DataSource, Indicator, Measurement
from strategikort.domain.organisation import Committee, Municipality, OrgUnit, Person, PolicyArea
from strategikort.domain.shape import Record
from strategikort.reports.model import AgreementPaper
from tests.application.paper.filled import AGREEMENT, filled
from tests.reports.expected import texts

OF_THE_MAP = ("short_title", "theme", "layer")
NOT_PRINTED: dict[type[Record], dict[str, str]] = {
    Agreement: {
        "content_hash": "of the register",
        "case_number": "of the file",
        "kle_number": "of the file",
        "cancelled_why": "no paper of an agreement that has lapsed",
    },
    Signatory: dict.fromkeys(("place", "evidence"), "comes with the signature"),
    Involvement: {"waived_why": "said only of one that was left out", "text": "an answer stands on a paper of its own"},
    FollowUp: dict.fromkeys(
        ("participants", "explanation", "next_step", "learning_point", "consequence_text"), "of the follow-up's paper"
    ),
    Municipality: {"note": "of the file"},
    OrgUnit: {"code": "in the agreement's code"},
    Person: {"email": "public paper"},
    Committee: {"name": "said when nobody else decided", "code": "of the lists"},
    PolicyArea: {"name": "of the area's own sheet"},
    DataSource: dict.fromkeys(("owner", "measure_key", "link"), "of the register of sources"),
    Indicator: {"justification": "told to those who ask why figures are counted by hand"},
    Measurement: {"entered_by": "public paper"},
    Link: {"created_by": "of the history", "seen_title": "of the red thread", "seen_words": "a mark, no words"},
    VisionElement: dict.fromkeys((*OF_THE_MAP, "code", "success_criterion"), "of the map"),
    PoliticalGoal: dict.fromkeys(
        (*OF_THE_MAP, "code", "type", "success_criterion", "decision_link"), "of the council's own papers"
    ),
    CentreGoal: dict.fromkeys((*OF_THE_MAP, "code", "description", "why", "success_criterion"), "of the map"),
    UnitGoal: dict.fromkeys(OF_THE_MAP, "of the map"),
    Effort: dict.fromkeys((*OF_THE_MAP, "code"), "of the map"),
}


def on_paper(paper: AgreementPaper) -> str:
    pages = [0] * sum(len(getattr(part, "goals", ())) for chapter in paper.chapters for part in chapter.parts)
    return "\n".join(texts(paper, pages + [0] * len(paper.chapters)))


def test_every_text_that_an_agreement_rests_on_is_printed_or_has_a_reason_not_to_be() -> None:
    reading, given = filled()
    printed = on_paper(PaperMaker(reading, reading.document.all(Agreement)[AGREEMENT]).paper(draft=False))
    lost = {
        (kind.__name__, name)
        for (kind, name), told in given.items()
        if name not in NOT_PRINTED.get(kind, ()) and not all(text in printed for text in told)
    }
    assert lost == set()


def test_what_is_said_not_to_be_printed_is_a_text_of_its_kind_and_is_not_printed() -> None:
    reading, given = filled()
    printed = on_paper(PaperMaker(reading, reading.document.all(Agreement)[AGREEMENT]).paper(draft=False))
    listed = {(kind, name) for kind, names in NOT_PRINTED.items() for name in names}
    assert listed <= set(given)
    assert {
        (kind.__name__, name) for kind, name in listed if any(text in printed for text in given[kind, name])
    } == set()


def test_the_reasons_cover_every_kind_of_goal() -> None:
    assert {kind for kind in NOT_PRINTED if issubclass(kind, Goal)} == set(GOAL_CLASSES.values())
