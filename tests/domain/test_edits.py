"""What holds for every edit, whoever makes it and in whatever order."""

from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from strategikort.application.profiles import load_profile
from strategikort.application.wordings import wording
from strategikort.domain.agreements import Agreement, AgreementState, FollowUp, Section, Signatory
from strategikort.domain.changes import ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.edits import agreements, goals, life_cycle, links, maps, measures, organisation, records
from strategikort.domain.edits.refusal import EditRefused
from strategikort.domain.goals import CentreGoal, DecisionStatus, Effort, Goal, GoalKind, PoliticalGoal, UnitGoal
from strategikort.domain.kinds import TABLE_NAMED
from strategikort.domain.links import Link, LinkEnd, LinkKind, Strength
from strategikort.domain.maps import MapPlace, StrategyMap
from strategikort.domain.measures import Indicator, Measurement, YearlyTarget
from strategikort.domain.organisation import Municipality, OrgKind, OrgUnit, Scope
from strategikort.domain.shape import references
from tests.domain.town import PROFILE, Town

WORDS = wording("da", PROFILE)


def test_a_goal_made_under_another_is_linked_to_it_in_the_same_step(town: Town) -> None:
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    upper = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen", owner=centre)
    lower = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", under=upper)
    assert [link.upper for link in town.document.links_up(lower)] == [upper]
    assert town.document.get(Goal, upper).code == "DS-01"


def test_codes_are_counted_up_and_never_given_twice(town: Town) -> None:
    made = [town.goal(GoalKind.POLITICAL_GOAL, f"Mål om {n}") for n in "abc"]
    codes = [town.document.get(Goal, goal).code for goal in made]
    assert codes == ["POL-01", "POL-02", "POL-03"]


@pytest.mark.parametrize(
    ("lower", "upper", "code"),
    [
        (GoalKind.POLITICAL_GOAL, GoalKind.UNIT_GOAL, "link.downward"),
        (GoalKind.EFFORT, GoalKind.POLITICAL_GOAL, "link.kinds.realises"),
        (GoalKind.CENTRE_GOAL, GoalKind.CENTRE_GOAL, "link.kinds.realises"),
    ],
)
def test_a_link_that_the_model_does_not_know_is_refused(
    town: Town, lower: GoalKind, upper: GoalKind, code: str
) -> None:
    ends = town.goal(lower, "Den ene ende"), town.goal(upper, "Den anden ende")
    with pytest.raises(EditRefused) as refusal:
        town.link(*ends)
    assert refusal.value.code == code


def test_nothing_new_is_put_under_a_political_goal_that_lapsed_though_its_successor_may_say_so(town: Town) -> None:
    lower, upper = town.goal(GoalKind.CENTRE_GOAL, "Et nyt mål"), town.goal(GoalKind.POLITICAL_GOAL, "Bortfaldet")
    heir = town.goal(GoalKind.POLITICAL_GOAL, "Det nye")
    town.do(records.set_field(town.document, Goal, upper, "decision_status", DecisionStatus.LAPSED))
    with pytest.raises(EditRefused) as refusal:
        town.link(lower, upper)
    assert refusal.value.code == "link.lapsed"
    town.link(heir, upper, kind=LinkKind.SUPERSEDES)


def test_two_goals_are_linked_once(town: Town) -> None:
    upper, lower = town.goal(GoalKind.CENTRE_GOAL, "Øverst her"), town.goal(GoalKind.UNIT_GOAL, "Nederst her")
    town.link(lower, upper)
    with pytest.raises(EditRefused, match=r"link\.twice"):
        town.link(lower, upper)


def test_the_first_goal_that_a_goal_supports_is_its_primary_one_and_the_next_secondary(town: Town) -> None:
    one, other = (town.goal(GoalKind.POLITICAL_GOAL, title) for title in ("Flere flytter til", "Alle lærer mere"))
    goal = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen", under=one)
    town.link(goal, other)
    strengths = {link.upper: link.strength for link in town.document.links_up(goal)}
    assert strengths == {one: Strength.PRIMARY, other: Strength.SECONDARY}


def test_efforts_cannot_support_each_other_in_a_ring(town: Town) -> None:
    one, two, three = (town.goal(GoalKind.EFFORT, f"Indsats {n}") for n in "abc")
    town.link(one, two)
    town.link(two, three)
    with pytest.raises(EditRefused, match=r"link\.ring"):
        town.link(three, one)


def test_a_link_end_put_back_where_it_was_is_no_step(town: Town) -> None:
    upper, lower = town.goal(GoalKind.CENTRE_GOAL, "Øverst her"), town.goal(GoalKind.UNIT_GOAL, "Nederst her")
    link = town.link(lower, upper).changes[0].record.id
    assert not links.move_link_end(town.document, link, profile=PROFILE, end=LinkEnd.UPPER, goal=upper)


def test_cause_and_effect_stays_on_one_map(town: Town) -> None:
    one, two = town.goal(GoalKind.CENTRE_GOAL, "Årsagen her"), town.goal(GoalKind.CENTRE_GOAL, "Virkningen her")
    with pytest.raises(EditRefused, match=r"link\.maps"):
        town.link(one, two, LinkKind.CAUSES)
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort")).changes[0].record.id
    town.do(maps.move_goals(town.document, map, {one: (0, 0), two: (200, 0)}, new_id=town.new_id))
    town.link(one, two, LinkKind.CAUSES)
    assert [link.kind for link in town.document.links_of(one)] == [LinkKind.CAUSES]


def test_removing_a_goal_takes_what_hangs_on_it_and_undo_brings_it_all_back(town: Town) -> None:
    upper, lower = town.goal(GoalKind.CENTRE_GOAL, "Øverst her"), town.goal(GoalKind.UNIT_GOAL, "Nederst her")
    town.link(lower, upper)
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort")).changes[0].record.id
    town.do(maps.move_goals(town.document, map, {lower: (10, 20)}, new_id=town.new_id))
    made = town.do(measures.add_indicator(town.document, new_id=town.new_id, goal=lower, name="Andel"))
    indicator = made.changes[0].record.id
    town.do(measures.set_target(town.document, indicator, new_id=town.new_id, year=2015, value=None))
    town.do(measures.measure(town.document, indicator, new_id=town.new_id, on=date(2015, 6, 1), value=None, by="LB"))
    before = town.document
    removal = town.do(goals.remove_goals(town.document, [lower]))
    for kind in (Link, MapPlace, Indicator, YearlyTarget, Measurement, UnitGoal):
        assert not town.document.all(kind), kind
    assert town.document.all(CentreGoal) and town.document.all(StrategyMap)
    assert town.document.with_changes(removal.inverted()) == before


def test_in_a_centres_file_the_political_goals_are_locked_but_can_be_linked_to(town: Town) -> None:
    political = town.goal(GoalKind.POLITICAL_GOAL, "Flere familier flytter til")
    lower = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen")
    whose = town.document.municipality
    town.do(records.set_field(town.document, Municipality, whose.id, "scope", Scope.CENTRE))
    for edit in (
        lambda: records.set_field(town.document, PoliticalGoal, political, "title", "Noget andet"),
        lambda: goals.remove_goals(town.document, [political]),
        lambda: goals.add_goal(town.document, profile=PROFILE, new_id=town.new_id, kind=GoalKind.POLITICAL_GOAL),
    ):
        with pytest.raises(EditRefused, match="locked"):
            edit()
    town.link(lower, political)


def test_a_title_is_tidied_and_a_text_that_is_too_long_is_refused_with_both_lengths(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter")
    town.do(records.set_field(town.document, UnitGoal, goal, "title", "  Flere\n starter\u202e hos  os "))
    assert town.document.get(Goal, goal).title == "Flere starter hos os"
    with pytest.raises(EditRefused) as refusal:
        records.set_field(town.document, UnitGoal, goal, "why", "x" * 601)
    assert WORDS.say(refusal.value.phrase) == "Teksten er på 601 tegn. Der er plads til 600. Gør den kortere."


def test_typing_in_one_field_becomes_one_step_from_first_to_last(town: Town) -> None:
    goal = town.goal(GoalKind.UNIT_GOAL, "")
    before = town.document
    typed = [town.do(records.set_field(town.document, UnitGoal, goal, "title", text)) for text in ("F", "Fl", "Fle")]
    assert len({step.merges for step in typed}) == 1
    merged = typed[0].followed_by(typed[1]).followed_by(typed[2])
    assert len(merged.changes) == 1
    assert before.with_changes(merged) == town.document
    assert town.document.with_changes(merged.inverted()) == before


def test_an_agreement_is_made_with_the_models_sections_parties_and_dates(town: Town) -> None:
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1", parent=centre)
    for name, role, org in (("Anne Krogh", "centre_chief", centre), ("Lone Berg", "unit_leader", school)):
        town.do(
            organisation.appoint(
                town.document, new_id=town.new_id, name=name, role=role, org=org, since=date(2014, 8, 1)
            )
        )
    town.do(agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015))
    (agreement,) = town.document.all(Agreement).values()
    assert agreement.title == "Decentral aftale 2015"
    assert [one.key for one in town.document.all(Section).values()] == [one.key for one in PROFILE.sections]
    assert [one.role for one in town.document.all(Signatory).values()] == ["centre_chief", "unit_leader"]
    assert all(one.person for one in town.document.all(Signatory).values())
    assert {one.planned_on for one in town.document.all(FollowUp).values()} == {date(2015, 6, 10), date(2015, 11, 5)}
    with pytest.raises(EditRefused, match=r"agreement\.twice"):
        agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015)
    with pytest.raises(EditRefused, match=r"agreement\.state"):
        life_cycle.move_agreement(town.document, agreement.id, to=AgreementState.SIGNED, today=date(2015, 1, 5))


def test_an_agreement_that_was_cancelled_is_in_nobodys_way_and_a_code_needs_no_unit_code(town: Town) -> None:
    school = town.org(OrgKind.UNIT, "Strandskolen", "")
    for _ in range(2):
        made = agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015)
        agreement = town.do(made).changes[0].record
        assert agreement.code == "2015"
        town.do(life_cycle.cancel_agreement(town.document, agreement.id, why="Skolen lukker."))


def test_a_unit_with_goals_in_its_agreement_cannot_be_removed_by_accident(town: Town) -> None:
    school = town.org(OrgKind.UNIT, "Strandskolen", "DS-S1")
    town.do(agreements.add_agreement(town.document, profile=PROFILE, new_id=town.new_id, unit=school, year=2015))
    (agreement,) = town.document.all(Agreement)
    goal = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os", agreement=agreement)
    with pytest.raises(EditRefused, match="in_use"):
        records.remove_record(town.document, OrgUnit, school, code="edit.remove_record")
    for kind, doomed in ((Agreement, agreement), (OrgUnit, school)):
        town.do(records.remove_record(town.document, kind, doomed, code="edit.remove_record"))
    kept = town.document.get(UnitGoal, goal)
    assert kept.agreement is None and kept.owner is None


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    english = wording("en", load_profile("helsingoer", "en"))
    codes = ("gone", "locked", "in_use", "text.long", "figure.large", "figure.fine", "link.twice", "agreement.twice")
    for code in codes:
        assert WORDS.has(f"refused.{code}") and english.has(f"refused.{code}")


class AnyoneEditing(RuleBasedStateMachine):
    """A user who creates, links, words, moves and removes, and sometimes regrets it."""

    @initialize()
    def open_an_empty_document(self) -> None:
        self.town = Town()
        self.past: list[tuple[Document, ChangeSet]] = []
        self.map = self.town.do(maps.add_map(new_id=self.town.new_id, title="Kort")).changes[0].record.id

    def _try(self, make: "object") -> None:
        before = self.town.document
        try:
            change_set = make(self.town.document)
        except EditRefused as refusal:
            assert WORDS.say(refusal.phrase)
            return
        self.past.append((before, change_set))
        self.town.do(change_set)

    def _goals(self) -> list[Goal]:
        return list(self.town.document.all(Goal).values())

    @rule(kind=st.sampled_from(GoalKind), title=st.text(max_size=200), data=st.data())
    def create(self, kind: GoalKind, title: str, data: st.DataObject) -> None:
        under = data.draw(st.none() | st.sampled_from(self._goals())) if self._goals() else None
        new_id = self.town.new_id
        self._try(
            lambda document: goals.add_goal(
                document, profile=PROFILE, new_id=new_id, kind=kind, title=title, under=under.id if under else None
            )
        )

    @precondition(lambda self: self._goals())
    @rule(data=st.data(), kind=st.sampled_from(LinkKind))
    def link(self, data: st.DataObject, kind: LinkKind) -> None:
        lower, upper = (data.draw(st.sampled_from(self._goals())).id for _ in range(2))
        self._try(
            lambda document: links.link_goals(
                document, profile=PROFILE, new_id=self.town.new_id, lower=lower, upper=upper, kind=kind
            )
        )

    @precondition(lambda self: self.town.document.all(Link))
    @rule(data=st.data())
    def change_a_link(self, data: st.DataObject) -> None:
        link = data.draw(st.sampled_from(sorted(self.town.document.all(Link))))
        end = data.draw(st.sampled_from(self._goals())).id
        self._try(
            data.draw(
                st.sampled_from(
                    [
                        lambda document: links.unlink(document, link),
                        lambda document: links.turn_link(document, link),
                        lambda document: links.move_link_end(
                            document, link, profile=PROFILE, end=LinkEnd.UPPER, goal=end
                        ),
                    ]
                )
            )
        )

    @precondition(lambda self: self._goals())
    @rule(data=st.data(), x=st.integers(-500, 500))
    def move(self, data: st.DataObject, x: int) -> None:
        goal = data.draw(st.sampled_from(self._goals())).id
        self._try(lambda document: maps.move_goals(document, self.map, {goal: (x, 0)}, new_id=self.town.new_id))

    @precondition(lambda self: self._goals())
    @rule(data=st.data(), text=st.text(max_size=700))
    def word(self, data: st.DataObject, text: str) -> None:
        goal = data.draw(st.sampled_from(self._goals()))
        name = data.draw(st.sampled_from(["title", "why", "code", "description"]))
        self._try(lambda document: records.set_field(document, type(goal), goal.id, name, text))

    @precondition(lambda self: self._goals())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self._goals()), min_size=1, max_size=3))
        self._try(lambda document: goals.remove_goals(document, [goal.id for goal in chosen]))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        before, change_set = self.past.pop()
        self.town.do(change_set.inverted())
        assert self.town.document == before

    @invariant()
    def nothing_hangs_loose(self) -> None:
        document = self.town.document
        for record in document.records():
            for table, identity in references(record):
                assert document.get(TABLE_NAMED[table].base, identity), record

    @invariant()
    def links_are_found_from_both_ends(self) -> None:
        document = self.town.document
        for link in document.all(Link).values():
            assert link in document.links_up(link.lower, link.kind)
            assert link in document.links_down(link.upper, link.kind)
        for goal in document.all(Goal):
            assert all(goal in (link.lower, link.upper) for link in document.links_of(goal))


AnyoneEditing.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestAnyoneEditing = AnyoneEditing.TestCase


def test_an_effort_takes_its_days_from_the_goal_above(town: Town) -> None:
    upper = town.goal(GoalKind.UNIT_GOAL, "Flere starter hos os")
    town.do(records.set_field(town.document, UnitGoal, upper, "valid_from", date(2015, 1, 1)))
    effort = town.goal(GoalKind.EFFORT, "Åbent hus", under=upper)
    assert town.document.get(Effort, effort).valid_from == date(2015, 1, 1)
