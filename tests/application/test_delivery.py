"""A newer delivery of the council's goals: told before it is taken in, with the unit goals that hang on each."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from strategikort.application.delivery import Became, delivered_lines, delivery_of, missing_from
from strategikort.application.importing import plan_import
from strategikort.application.profiles import load_profile
from strategikort.application.reading import reading_of
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, Goal, PoliticalGoal
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from tests.cascade.town import TODAY, healthy


def council(document: Document) -> PoliticalGoal:
    return next(one for one in document.all(Goal).values() if isinstance(one, PoliticalGoal))


def delivered(document: Document, goal: Goal) -> ChangeSet:
    return ChangeSet(Phrase("edit.import"), (Change(document.get(Goal, goal.id), goal),))


def test_a_goal_that_says_something_else_is_told_with_its_words_days_and_unit_goals() -> None:
    document = healthy().document
    goal = council(document)
    newer = replace(goal, title=f"{goal.title} og bedre", valid_from=date(2016, 1, 1), valid_to=date(2019, 12, 31))
    [one] = delivery_of(document, delivered(document, newer))
    assert one.became is Became.CHANGED and one.hanging
    told = list(delivered_lines(reading_of(document, language="da").words, one))
    assert told[0].startswith("Ændret: ") and "bedre" in told[0]
    assert any(line.startswith("Nyt: ") and "bedre" in line for line in told)
    assert any(line.startswith("Gælder nu 1. januar 2016") for line in told)
    assert told[-1] == f"Enhedsmål, der hænger på det: {len(one.hanging)}"


def test_a_goal_that_lapses_and_one_that_is_new_are_told_apart() -> None:
    document = healthy().document
    goal = council(document)
    over = replace(goal, decision_status=DecisionStatus.LAPSED)
    [one] = delivery_of(document, delivered(document, over))
    assert one.became is Became.LAPSED and one.hanging
    [new] = delivery_of(document, delivered(document, replace(goal, id=Id("ny"), title="Et helt nyt mål")))
    assert new.became is Became.ADDED and new.hanging == ()


def test_a_first_delivery_and_what_is_no_business_of_the_councils_are_not_listed() -> None:
    document = healthy().document
    goal = council(document)
    assert delivery_of(Document(), ChangeSet(Phrase("edit.import"), (Change(None, goal),))) == ()
    unit_goal = next(one for one in document.all(Goal).values() if one.kind.level == 3)
    assert delivery_of(document, delivered(document, replace(unit_goal, title="Noget andet her"))) == ()


def test_what_a_part_of_a_delivery_does_not_name_is_told_and_stays(tmp_path: Path) -> None:
    town = healthy()
    named, other = sorted(one.code for one in town.document.all(PoliticalGoal).values())
    (tmp_path / "goals.csv").write_text(f"id,kind,title\n{named},political_goal,Nye ord fra byrådet\n", "utf-8")
    (tmp_path / "links.csv").write_text("from,to\n", "utf-8")
    model = load_profile("helsingoer")
    imported = plan_import(tmp_path, town.document, profile=model, new_id=lambda: Id("ny"), year=2015)
    [one] = delivery_of(town.document, imported.change_set)
    assert one.became is Became.CHANGED and one.row.goal.code == named
    assert [goal.code for goal in missing_from(town.document, imported, TODAY)] == [other]
    after = town.document.with_changes(imported.change_set)
    assert {goal.code for goal in after.all(PoliticalGoal).values()} == {named, other}


def test_goals_with_codes_of_their_own_are_no_newer_delivery(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,kind,title\nX-1,political_goal,Noget helt andet\n", "utf-8")
    (tmp_path / "links.csv").write_text("from,to\n", "utf-8")
    document = healthy().document
    imported = plan_import(tmp_path, document, profile=load_profile("helsingoer"), new_id=lambda: Id("ny"), year=2015)
    assert missing_from(document, imported, TODAY) == ()
