"""A director's numbers on the sample: each is the length of the list behind it, and the lists are right."""

from datetime import date
from functools import cache

from strategikort.application.leading.centres import CentreRow, centre_rows
from strategikort.application.leading.goals import goal_rows
from strategikort.application.profiles import load_profile
from strategikort.application.rulebook import load_rulebook
from strategikort.application.sample.content import sample_content
from strategikort.application.sample.oeresoe import sample_municipality
from strategikort.cascade.checking import checked
from strategikort.cascade.findings import Severity
from strategikort.cascade.rules.asking import Check
from strategikort.cascade.verdicts import Thread, verdicts_of
from strategikort.domain.agreements import Agreement, AgreementState, FollowUp, FollowUpKind, Status
from strategikort.domain.goals import CentreGoal, Goal, UnitGoal
from strategikort.domain.organisation import OrgUnit
from strategikort.domain.shape import Id
from tests.cascade.complete import complete
from tests.cascade.town import TODAY, Town, healthy


@cache
def sample_check() -> Check:
    profile = load_profile("helsingoer")
    return Check(sample_municipality(sample_content(), profile), profile, today=TODAY, year=2015)


@cache
def sample_rows() -> tuple[CentreRow, ...]:
    check = sample_check()
    return centre_rows(check, checked(check.document, check.profile, load_rulebook(), today=TODAY, year=2015))


def rows_of(town: Town) -> dict[Id | None, CentreRow]:
    profile = load_profile("helsingoer")
    check = Check(town.document, profile, today=TODAY, year=2015)
    found = checked(check.document, profile, load_rulebook(), today=TODAY, year=2015)
    return {row.centre: row for row in centre_rows(check, found)}


def test_every_centre_has_a_row_and_every_finding_and_agreement_is_in_one() -> None:
    check, rows = sample_check(), sample_rows()
    centres = [row.centre for row in rows if row.centre]
    assert len(centres) == 10 and len(set(centres)) == 10
    told = [finding for row in rows for those in row.findings.values() for finding in those]
    findings = checked(check.document, check.profile, load_rulebook(), today=TODAY, year=2015).findings
    assert sorted(one.message.code for one in told) == sorted(one.message.code for one in findings)
    of_the_year = [one for one in check.document.all(Agreement).values() if one.valid_to >= date(2015, 1, 1)]
    assert sum(len(those) for row in rows for those in row.agreements.values()) == len(of_the_year)


def test_the_untraced_goals_are_those_of_the_verdicts() -> None:
    document = sample_check().document
    verdicts = verdicts_of(document)
    broken = {
        goal.id
        for goal in document.all(Goal).values()
        if type(goal) in (UnitGoal, CentreGoal) and verdicts.of(goal.id) in (Thread.STOPS, Thread.NO_LINK_UP)
    }
    assert {goal for row in sample_rows() for goal in row.untraced} == broken


def test_a_finding_belongs_to_the_centre_of_what_it_is_about() -> None:
    document = sample_check().document
    by_code = {document.all(OrgUnit)[row.centre].code: row for row in sample_rows() if row.centre}
    errors = {
        document.all(Goal)[one.about].code for one in by_code["DS"].findings[Severity.ERROR] if one.rule == "TRA-001"
    }
    assert errors == {"DS-D17-05", "DS-D2-05"}


def test_follow_ups_are_due_when_their_day_has_passed_and_nobody_held_them() -> None:
    town = healthy().add(
        FollowUp(id=Id("late"), goal=Id("ua"), planned_on=date(2015, 2, 1)),
        FollowUp(id=Id("held"), goal=Id("ua"), planned_on=date(2015, 2, 1), done_on=date(2015, 2, 2)),
        FollowUp(id=Id("later"), agreement=Id("skole2015"), planned_on=TODAY),
    )
    rows = rows_of(town)
    assert rows[Id("skolecenter")].due == ("late",)
    assert rows[Id("kulturcenter")].due == ()


def test_goals_are_counted_by_what_was_said_of_them_last() -> None:
    town = healthy().add(
        FollowUp(id=Id("one"), goal=Id("ua"), done_on=date(2015, 1, 5), status=Status.ON_TRACK),
        FollowUp(id=Id("two"), goal=Id("ua"), done_on=date(2015, 2, 5), status=Status.AT_RISK, kind=FollowUpKind.EXTRA),
    )
    row = rows_of(town)[Id("skolecenter")]
    assert {status: goals for status, goals in row.status.items() if goals} == {Status.AT_RISK: ("ua",)}
    assert rows_of(town)[Id("kulturcenter")].status[Status.NOT_STARTED] == ("ub",)


def test_what_belongs_to_no_centre_has_a_row_of_its_own_only_if_there_is_any() -> None:
    assert None not in rows_of(complete())
    assert rows_of(healthy().goal(UnitGoal, "loose"))[None].untraced == ("loose",)


def test_a_centre_answers_for_the_goals_assigned_to_it_that_no_unit_works_on() -> None:
    town = healthy().change("pa", responsible_centres=(Id("skolecenter"), Id("kulturcenter")))
    rows = rows_of(town)
    assert (rows[Id("skolecenter")].assigned, rows[Id("kulturcenter")].assigned) == ((), ("pa",))


def test_the_agreements_of_a_centre_stand_by_state() -> None:
    row = rows_of(healthy().change("skole2015", state=AgreementState.SIGNED))[Id("skolecenter")]
    assert row.agreements[AgreementState.SIGNED] == ("skole2015",)
    assert row.agreements[AgreementState.DRAFT] == ()


def test_a_political_goal_shows_its_figures_and_who_works_on_it() -> None:
    rows = goal_rows(sample_check())
    document = sample_check().document
    by_code = {document.all(Goal)[row.goal].code: row for row in rows}
    assert [code for code, row in by_code.items() if not row.worked_on] == ["POL-14", "POL-16", "POL-17"]
    measured = [figures for row in rows for figures in row.figures]
    assert measured and all(figures.indicator.goal for figures in measured)
    assert all(row.centres for row in rows if row.worked_on)
