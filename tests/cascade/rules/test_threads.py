"""Red threads, ties and titles: each fault is planted in a healthy municipality, and its rule alone finds it."""

from datetime import date

import pytest

from strategikort.domain.agreements import AgreementState
from strategikort.domain.goals import DecisionStatus, Effort, GoalState, PoliticalGoal
from strategikort.domain.organisation import Scope
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.cascade.conftest import Checking
from tests.cascade.rules.fault import Fault
from tests.cascade.rules.faults_of_threads import FAULTS, extra, two_on_a_map, without_centre_level
from tests.cascade.town import healthy


def test_the_healthy_municipality_has_no_findings(findings: Checking) -> None:
    assert findings(healthy()) == ()
    assert findings(two_on_a_map()) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_fault_of_a_thread_is_found_by_its_rule_alone(fault: Fault, findings: Checking, profile: Profile) -> None:
    found = findings(fault.town(), profile=fault.model(profile))
    told = tuple(sorted(finding.about for finding in found if finding.rule == fault.rule))
    assert told == tuple(sorted(fault.about))
    assert {finding.rule for finding in found} == {fault.rule} | fault.beside


def test_nothing_is_asked_of_a_cancelled_goal_or_agreement(findings: Checking) -> None:
    assert findings(extra(healthy(), state=GoalState.CANCELLED)) == ()
    dropped = extra(healthy(), links="x>ca").without("x>ca").change("skole2015", state=AgreementState.CANCELLED)
    assert {finding.rule for finding in findings(dropped)} == {"TRA-011"}


def test_a_part_of_an_effort_is_tied_through_the_whole(findings: Checking) -> None:
    assert findings(healthy().goal(Effort, "part", "detail").link("part>ea", "detail>part")) == ()


def test_the_gap_downward_is_not_asked_in_one_centres_file(findings: Checking) -> None:
    loose = healthy().goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED)
    assert findings(loose.change("kommune", scope=Scope.CENTRE, centre=Id("skolecenter"))) == ()
    assigned = loose.change("px", responsible_centres=(Id("skolecenter"), Id("kulturcenter")))
    assert [finding.rule for finding in findings(assigned)] == ["TRA-013"]


def test_a_model_without_centres_goes_straight_to_the_political_goals(findings: Checking, profile: Profile) -> None:
    town = healthy().without("ua>ca", "ub>cb", "ca", "cb", "ca>pa", "cb>pb", "ca@kort").link("ua>pa", "ub>pb")
    assert findings(town, profile=without_centre_level(profile)) == ()


def test_the_year_decides_whether_a_political_goal_is_worked_on(findings: Checking) -> None:
    assert {finding.rule for finding in findings(healthy(), year=2016)} == {"TRA-011"}
    assert (
        findings(
            healthy().change("pa", valid_to=date(2015, 12, 31)).change("pb", valid_to=date(2015, 12, 31)), year=2016
        )
        == ()
    )


def test_a_political_goal_that_is_over_is_asked_nothing(findings: Checking) -> None:
    town = healthy().goal(PoliticalGoal, "px", decision_status=DecisionStatus.ADOPTED, valid_to=date(2014, 12, 31))
    assert findings(town) == ()
