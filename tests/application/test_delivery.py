"""A newer delivery of the council's goals: told before it is taken in, with the unit goals that hang on each."""

from dataclasses import replace
from datetime import date

from strategikort.application.delivery import Became, delivered_lines, delivery_of
from strategikort.application.reading import reading_of
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, Goal, PoliticalGoal
from strategikort.domain.phrases import Phrase
from strategikort.domain.shape import Id
from tests.cascade.town import healthy


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
