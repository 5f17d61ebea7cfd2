"""Every mend that is offered removes its finding and adds no error, wherever it is offered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.application.wordings import wording
from strategikort.cascade.checking import asking, check
from strategikort.cascade.findings import Finding, Mend, Severity
from strategikort.cascade.mending import mends_of
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.watch import Watch
from strategikort.domain.agreements import Agreement, AgreementState, Signatory
from strategikort.domain.document import Document
from strategikort.domain.edits.links import LinkEnd, move_link_end
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import CentreGoal, Effort, UnitGoal
from strategikort.domain.links import Link
from strategikort.domain.organisation import Person
from strategikort.domain.phrases import Phrase
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.offers import OFFERS, Offer, unplanned
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.test_every_rule import FAULTS
from tests.cascade.test_watch import steps
from tests.cascade.town import TODAY, Town, healthy

RULEBOOK = load_rulebook()


def mended_well(document: Document, profile: Profile, year: int | None = None, most: int = 1_000) -> int:
    """Go the ways out that the findings of a document offer, each from where it stands. How many there were."""
    watch = Watch(document, profile, RULEBOOK, today=TODAY, year=year)
    before = watch.checked.findings
    ways = [(finding, mend) for finding in before for mend in mends_of(watch.check, finding)][:most]
    for finding, mend in ways:
        try:
            step = mend.make(document)
        except EditRefused:
            continue
        after = document.with_changes(step)
        assert after.with_changes(step.inverted()) == document
        fork = watch.forked()
        fork.follow(step, after)
        fork.settle()
        found = check(after, profile, RULEBOOK, today=TODAY, year=year)
        assert fork.checked.findings == found
        assert times(finding, found) < times(finding, before), (finding.rule, mend.label)
        worse = brought(before, found, MAY_BRING.get(mend.label.code, frozenset()))
        assert not worse, (finding.rule, mend.label, worse)
    return len(ways)


Told = tuple[str, frozenset[Id]]


def errors(findings: Iterable[Finding]) -> set[Told]:
    return {(one.rule, frozenset(one.records)) for one in findings if one.severity is Severity.ERROR}


def brought(before: Sequence[Finding], after: Sequence[Finding], seen: frozenset[str]) -> set[Told]:
    """The errors that a mend has brought, apart from those of the rules ``seen`` only now, and rings inside one cut."""
    rings = [frozenset(one.records) for one in before if one.rule == "STR-001"]
    fresh = {one for one in errors(after) - errors(before) if one[0] not in seen}
    return {one for one in fresh if one[0] != "STR-001" or not any(one[1] < ring for ring in rings)}


_LOOSE = frozenset({"TRA-001", "TRA-002", "TRA-003", "PRT-001"})
MAY_BRING = {
    "mend.unlink": _LOOSE,
    "mend.turn": _LOOSE,
    "mend.join": frozenset({"PRT-001"}),
    "mend.instead": frozenset({"PRT-001"}),
    "mend.turn_days": frozenset({"AFT-001", "AFT-003", "AFT-005", "AFT-008", "ORG-001", "MAL-011", "PRT-001"}),
}
"""What a mend may bring to light.

A goal that hung on a wrong link alone has no thread. What holds on no day, because it ends before it begins, is asked
nothing. The paper of an agreement is a draft by the errors of what comes under it.
"""


def times(finding: Finding, among: Iterable[Finding]) -> int:
    """How often a rule speaks of these records: of an agreement once for each role that nobody signs in."""
    return sum(one.rule == finding.rule and one.records == finding.records for one in among)


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: f"{offer.rule} {offer.about}")
def test_what_is_offered_is_named_by_what_it_does_and_mends_its_finding(offer: Offer) -> None:
    profile, document = offer.model(load_profile("helsingoer")), offer.town().document
    found = check(document, profile, RULEBOOK, today=TODAY)
    (finding,) = [one for one in found if one.rule == offer.rule and one.about == offer.about]
    assert tuple(labels(document, finding, profile)) == offer.names
    ways = mends_of(asking(document, profile, today=TODAY), finding)
    codes = Counter(mend.label.code.removeprefix("mend.") for mend in ways)
    short = RULEBOOK.sentences("da")
    assert all(f"mend_short.{code}_one" in short for code, times in codes.items() if times > 1)
    mended_well(document, profile)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_the_mends_of_a_fault_remove_it(fault: Fault) -> None:
    mended_well(fault.town().document, fault.model(load_profile("helsingoer")), fault.year)


def test_every_mend_of_the_sample_removes_its_finding_and_adds_no_error() -> None:
    assert mended_well(sample(), load_profile("helsingoer"), 2015) > 10


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_mend_that_a_user_is_offered_removes_its_finding(seed: int) -> None:
    profile = load_profile("helsingoer")
    *_, (_, document) = steps(complete().document, seed, 25)
    mended_well(document, profile)


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_mends_in_a_sample_that_anything_has_happened_to_remove_their_findings(seed: int) -> None:
    *_, (_, document) = steps(sample(), seed, 40)
    mended_well(document, load_profile("helsingoer"), 2015, most=25)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_what_is_offered_while_a_user_works_is_what_a_full_check_offers(seed: int) -> None:
    profile, document = load_profile("helsingoer"), complete().document
    watch = Watch(document, profile, RULEBOOK, today=TODAY)
    for change_set, after in steps(document, seed, 30):
        watch.follow(change_set, after)
        watch.settle()
        found = check(after, profile, RULEBOOK, today=TODAY)
        whole = asking(after, profile, today=TODAY)
        assert offered(watch.check, watch.checked.findings) == offered(whole, found)


def offered(asked: Check, findings: Iterable[Finding]) -> list[tuple[str, tuple[Id, ...], list[Phrase]]]:
    return [(one.rule, one.records, [mend.label for mend in mends_of(asked, one)]) for one in findings]


def test_what_parties_have_signed_is_not_mended_by_a_click() -> None:
    town = complete().goal(UnitGoal, "x", owner=Id("skole"), agreement=Id("skole2015"))
    assert ways(town.document, "TRA-001")
    assert not ways(town.change("skole2015", content_hash="0" * 64).document, "TRA-001")
    assert ways(unplanned().change("skole2015", content_hash="0" * 64).document, "OPF-001")


@cache
def sample() -> Document:
    return sample_municipality(sample_content(), load_profile("helsingoer"))


def told(document: Document, rule: str) -> list[Finding]:
    found = check(document, load_profile("helsingoer"), RULEBOOK, today=TODAY)
    return [one for one in found if one.rule == rule]


def ways(document: Document, rule: str) -> tuple[Mend, ...]:
    """What is offered for the first finding of a rule."""
    return mends_of(asking(document, load_profile("helsingoer"), today=TODAY), told(document, rule)[0])


def first_way(document: Document, finding: Finding) -> Mend:
    return mends_of(asking(document, load_profile("helsingoer"), today=TODAY), finding)[0]


def labels(document: Document, finding: Finding, profile: Profile | None = None) -> list[str]:
    profile = profile or load_profile("helsingoer")
    words = wording("da", profile, RULEBOOK)
    return [words.say(mend.label) for mend in mends_of(asking(document, profile, today=TODAY), finding)]


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
    assert labels(town.document, finding) == ["Forbind til »Børn bevæger sig hver dag«", f"Forbind til »{ca}«"]
    after = town.document.with_changes(first_way(town.document, finding).make(town.document))
    assert [link.upper for link in after.links_up(Id("ua3"))] == ["ca2"] and told(after, "TRA-001") == []


def test_nothing_is_offered_that_leads_nowhere_or_that_does_not_hold_on_the_same_days() -> None:
    nowhere = loose().without("ca2>pa")
    named = [labels(nowhere.document, finding) for finding in told(nowhere.document, "TRA-001")]
    assert all("bevæger" not in name for names in named for name in names[:1])
    over = loose().change("ca2", valid_from=date(2010, 1, 1), valid_to=date(2011, 12, 31))
    (finding,) = [one for one in told(over.document, "TRA-001") if one.about == "ua3"]
    assert len(labels(over.document, finding)) == 1


def test_a_link_that_would_give_no_thread_any_more_is_refused_with_a_sentence() -> None:
    town = loose()
    (finding,) = told(town.document, "TRA-001")
    way = first_way(town.document, finding)
    later = town.without("ca2>pa").document
    with pytest.raises(EditRefused) as refusal:
        way.make(later)
    assert refusal.value.phrase.code == "refused.link.no_thread"


def test_a_mend_made_again_after_its_link_was_led_elsewhere_makes_a_link_of_its_own() -> None:
    town = loose()
    (finding,) = told(town.document, "TRA-001")
    way = first_way(town.document, finding)
    first = way.make(town.document)
    once = town.document.with_changes(first)
    (link,) = once.links_up(Id("ua3"))
    moved = once.with_changes(
        move_link_end(once, link.id, profile=load_profile("helsingoer"), end=LinkEnd.LOWER, goal=Id("ua2"))
    )
    again = moved.with_changes(way.make(moved))
    assert len(again.all(Link)) == len(once.all(Link)) + 1


def test_who_holds_the_role_is_offered_as_signatory_where_nobody_is_named() -> None:
    town = complete()
    signing = next(one for one in town.document.all(Signatory).values() if one.role == "unit_leader" and one.person)
    person = town.document.all(Person)[signing.person].name
    empty = town.change(signing.id, person=None, signed_on=None, method=None)
    agreement = empty.document.all(Agreement)[signing.agreement]
    open_ = empty.change(agreement.id, state=AgreementState.IN_DIALOGUE)
    (finding,) = [one for one in told(open_.document, "AFT-003") if one.about == agreement.id]
    assert labels(open_.document, finding) == [f"Sæt {person} som underskriver"]
    after = open_.document.with_changes(first_way(open_.document, finding).make(open_.document))
    assert after.all(Signatory)[signing.id].person == signing.person and told(after, "AFT-003") == []
    gone = open_.without(signing.id).document
    (finding,) = [one for one in told(gone, "AFT-003") if one.about == agreement.id]
    after = gone.with_changes(first_way(gone, finding).make(gone))
    assert told(after, "AFT-003") == []


def test_a_deadline_outside_the_agreement_is_offered_its_nearest_day() -> None:
    town = healthy().change("ea", deadline=date(2016, 3, 1), start=date(2015, 2, 1))
    (finding,) = told(town.document, "PER-006")
    assert labels(town.document, finding) == ["Flyt fristen til 31. december 2015"]
    after = town.document.with_changes(first_way(town.document, finding).make(town.document))
    assert after.all(Effort)[Id("ea")].deadline == date(2015, 12, 31) and told(after, "PER-006") == []
    begun_late = town.change("ea", start=date(2016, 2, 1))
    (finding,) = told(begun_late.document, "PER-006")
    assert labels(begun_late.document, finding) == []


def test_an_effort_under_no_goal_is_offered_the_goals_of_its_unit() -> None:
    town = healthy().without("ea>ua").change("ea", owner=Id("skole"))
    (finding,) = told(town.document, "TRA-003")
    assert labels(town.document, finding) == [f"Forbind til »{town.document.all(UnitGoal)[Id('ua')].title}«"]
    after = town.document.with_changes(first_way(town.document, finding).make(town.document))
    assert told(after, "TRA-003") == []
