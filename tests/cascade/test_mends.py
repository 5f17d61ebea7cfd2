"""Every mend that is offered removes its finding and adds no error, wherever it is offered."""

from datetime import date

import pytest

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.wordings import wording
from strategikort.cascade.checking import check
from strategikort.cascade.findings import Finding, Severity
from strategikort.cascade.watch import Watch
from strategikort.domain.agreements import Agreement, AgreementState, Signatory
from strategikort.domain.document import Document
from strategikort.domain.edits.links import LinkEnd, move_link_end
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import CentreGoal, Effort, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import Person
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.test_watch import steps
from tests.cascade.town import TODAY, Town, healthy

RULEBOOK = load_rulebook()


def mended_well(document: Document, profile: Profile, year: int | None = None) -> int:
    """Go every way out that the findings of a document offer, each from where it stands. How many there were."""
    before = check(document, profile, RULEBOOK, today=TODAY, year=year)
    errors = {(one.rule, one.records) for one in before if one.severity is Severity.ERROR}
    ways = [(finding, mend) for finding in before for mend in finding.ways(document)]
    for finding, mend in ways:
        try:
            step = mend.make(document)
        except EditRefused:
            continue
        after = check(document.with_changes(step), profile, RULEBOOK, today=TODAY, year=year)
        assert not any(same(one, finding) for one in after), (finding.rule, mend.label)
        fresh = {(one.rule, one.records) for one in after if one.severity is Severity.ERROR} - errors
        rings = [set(one.records) for one in before if one.rule == "STR-001"]
        worse = {one for one in fresh if one[0] not in FOLLOW and not _is_part(one, rings)}
        assert not worse, (finding.rule, mend.label, worse)
    return len(ways)


FOLLOW = {"TRA-001", "TRA-002", "TRA-003", "PRT-001"}
"""What a cut may bring to light: a goal that hung on the link alone has no thread, and its paper is a draft."""


def _is_part(one: tuple[str, tuple[Id, ...]], rings: list[set[Id]]) -> bool:
    """Whether a ring was inside one that was cut: there were more ways round."""
    return one[0] == "STR-001" and any(set(one[1]) < ring for ring in rings)


def same(one: Finding, other: Finding) -> bool:
    return one.rule == other.rule and one.records == other.records


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_the_mends_of_a_fault_remove_it(fault: Fault) -> None:
    mended_well(fault.town().document, fault.model(load_profile("helsingoer")), fault.year)


def test_every_mend_of_the_sample_removes_its_finding_and_adds_no_error() -> None:
    profile = load_profile("helsingoer")
    document = sample_municipality(sample_content(), profile)
    watch = Watch(document, profile, RULEBOOK, today=date(2015, 2, 15), year=2015)
    assert sum(len(finding.ways(document)) for finding in watch.checked.findings) > 10
    assert mended_well(document, profile, 2015) > 10


@pytest.mark.parametrize("seed", range(12))
def test_every_mend_that_a_user_is_offered_removes_its_finding(seed: int) -> None:
    profile = load_profile("helsingoer")
    *_, (_, document) = steps(complete().document, seed, 25)
    mended_well(document, profile)


def told(document: Document, rule: str, today: date = TODAY) -> list[Finding]:
    found = check(document, load_profile("helsingoer"), RULEBOOK, today=today, year=None)
    return [one for one in found if one.rule == rule]


def labels(finding: Finding, document: Document) -> list[str]:
    words = wording("da", load_profile("helsingoer"), RULEBOOK)
    return [words.say(mend.label) for mend in finding.ways(document)]


def loose() -> Town:
    """A unit with three goals, of which one hangs loose; its centre has two goals."""
    town = healthy().goal(CentreGoal, "ca2", owner=Id("skolecenter")).change("ca2", title="Børn bevæger sig hver dag")
    town = town.goal(UnitGoal, "ua2", "ua3", owner=Id("skole"), agreement=Id("skole2015"))
    return town.change("ua3", title="Alle børn bevæger sig mere").link("ca2>pa", "ua2>ca")


def test_a_loose_goal_is_offered_what_shares_its_words_first_and_then_what_its_neighbours_support() -> None:
    town = loose()
    (finding,) = told(town.document, "TRA-001")
    assert finding.about == "ua3"
    ca = town.document.all(CentreGoal)[Id("ca")].title
    assert labels(finding, town.document) == ["Forbind til »Børn bevæger sig hver dag«", f"Forbind til »{ca}«"]
    after = town.document.with_changes(finding.ways(town.document)[0].make(town.document))
    assert [link.upper for link in after.links_up(Id("ua3"))] == ["ca2"] and told(after, "TRA-001") == []


def test_nothing_is_offered_that_leads_nowhere_or_that_does_not_hold_on_the_same_days() -> None:
    nowhere = loose().without("ca2>pa")
    assert all(
        "bevæger" not in one
        for finding in told(nowhere.document, "TRA-001")
        for one in labels(finding, nowhere.document)[:1]
    )
    over = loose().change("ca2", valid_from=date(2010, 1, 1), valid_to=date(2011, 12, 31))
    (finding,) = [one for one in told(over.document, "TRA-001") if one.about == "ua3"]
    assert len(labels(finding, over.document)) == 1


def test_a_link_that_would_give_no_thread_any_more_is_refused_with_a_sentence() -> None:
    town = loose()
    (finding,) = told(town.document, "TRA-001")
    first, *_ = finding.ways(town.document)
    later = town.without("ca2>pa").document
    with pytest.raises(EditRefused) as refusal:
        first.make(later)
    assert refusal.value.phrase.code == "refused.link.no_thread"


def test_a_mend_made_again_after_its_link_was_led_elsewhere_makes_a_link_of_its_own() -> None:
    town = loose()
    (finding,) = told(town.document, "TRA-001")
    first = finding.ways(town.document)[0].make(town.document)
    once = town.document.with_changes(first)
    (link,) = once.links_up(Id("ua3"))
    moved = once.with_changes(
        move_link_end(once, link.id, profile=load_profile("helsingoer"), end=LinkEnd.LOWER, goal=Id("ua2"))
    )
    again = moved.with_changes(finding.ways(town.document)[0].make(moved))
    assert len(again.all(Link)) == len(once.all(Link)) + 1


def test_who_holds_the_role_is_offered_as_signatory_where_nobody_is_named() -> None:
    town = complete()
    signing = next(one for one in town.document.all(Signatory).values() if one.role == "unit_leader" and one.person)
    person = town.document.all(Person)[signing.person].name
    empty = town.change(signing.id, person=None, signed_on=None, method=None)
    agreement = empty.document.all(Agreement)[signing.agreement]
    open_ = empty.change(agreement.id, state=AgreementState.IN_DIALOGUE)
    (finding,) = [one for one in told(open_.document, "AFT-003") if one.about == agreement.id]
    assert labels(finding, open_.document) == [f"Sæt {person} som underskriver"]
    after = open_.document.with_changes(finding.ways(open_.document)[0].make(open_.document))
    assert after.all(Signatory)[signing.id].person == signing.person and told(after, "AFT-003") == []
    gone = open_.without(signing.id).document
    (finding,) = [one for one in told(gone, "AFT-003") if one.about == agreement.id]
    after = gone.with_changes(finding.ways(gone)[0].make(gone))
    assert told(after, "AFT-003") == []


def test_a_deadline_outside_the_agreement_is_offered_its_nearest_day() -> None:
    town = healthy().change("ea", deadline=date(2016, 3, 1), start=date(2015, 2, 1))
    (finding,) = told(town.document, "PER-006")
    assert labels(finding, town.document) == ["Flyt fristen til 31. december 2015"]
    after = town.document.with_changes(finding.ways(town.document)[0].make(town.document))
    assert after.all(Effort)[Id("ea")].deadline == date(2015, 12, 31) and told(after, "PER-006") == []
    begun_late = town.change("ea", start=date(2016, 2, 1))
    (finding,) = told(begun_late.document, "PER-006")
    assert finding.mends == ()


def test_an_effort_under_no_goal_is_offered_the_goals_of_its_unit() -> None:
    town = healthy().without("ea>ua").change("ea", owner=Id("skole"))
    (finding,) = told(town.document, "TRA-003")
    assert labels(finding, town.document) == [f"Forbind til »{town.document.all(UnitGoal)[Id('ua')].title}«"]
    after = town.document.with_changes(finding.ways(town.document)[0].make(town.document))
    assert told(after, "TRA-003") == []
