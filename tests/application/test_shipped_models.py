"""Every steering model that ships says what is known of its municipality, and can be worked in from the start."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from strategikort.application.printing import Press
from strategikort.application.profiles import ProfileProblem, load_profile, profile_keys, read_profile
from strategikort.application.reading import reading_of
from strategikort.application.wordings import wording
from strategikort.cascade.checking import check
from strategikort.cascade.findings import Severity
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.edits.agreements import add_agreement
from strategikort.domain.edits.goals import add_goal
from strategikort.domain.edits.organisation import add_org, found_municipality
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.profile import Profile
from strategikort.domain.shape import Id
from tests.reports.faults import faults

MODELS = Path(__file__).parents[3] / "shared" / "domain" / "profiles.json"
TODAY = date(2026, 9, 1)
TERM_OF = {
    "unit_agreement": "unit_agreement",
    "centre_agreement": "centre_agreement",
    "map": "strategy_map",
    "unit_leader": "unit_leader",
    "unit_goal": "unit_goal",
    "unit": "unit",
    "strategy": "vision",
    "indicator": "indicator",
}
HEADS = {"department_head": "centre_chief", "director": "centre_chief"}
"""The head of a centre is one role with us; what it is called is the model's word."""


def known() -> Mapping[str, Mapping[str, object]]:
    if not MODELS.is_file():
        pytest.skip("the models of the domain description are not here")
    found: Mapping[str, Mapping[str, object]] = json.loads(MODELS.read_text(encoding="utf-8"))
    return found


def test_every_known_model_ships() -> None:
    assert set(profile_keys()) == set(known())


@pytest.mark.parametrize("key", profile_keys())
def test_a_model_says_what_is_known_of_its_municipality(key: str) -> None:
    told, model = known()[key], load_profile(key)
    if "levels" in told:
        levels = ["vision_element" if level == "vision" else level for level in told["levels"]]
        assert [kind.value for kind in model.levels] == levels
    for term, word in told.get("terms", {}).items():
        if term in TERM_OF:
            assert model.words[TERM_OF[term]].one == word.lower()
    if "council" in told:
        assert model.words["council"].one == told["council"].lower()
    assert [HEADS.get(role, role) for role in told.get("signatories", ())] in (
        [],
        [one.role for one in model.signatories],
    )
    assert model.own_goals is told.get("allow_own_goals", False)
    assert (model.agreement_start == (1, 1)) is (told.get("agreement_period", "calendar_year") == "calendar_year")
    assert set(told.get("political_types", ())) <= set(model.political_types)
    for key_, day in told.get("wheel", {}).items():
        assert model.wheel_date(key_, 2024) == date.fromisoformat(f"2024-{day[:5]}")
    assert model.thresholds["min_followups"] == told.get("followups", 2)
    assert [one.name for one in model.columns] == list(told.get("tracks", ()))
    assert [list(pair.names) for pair in model.balance_pairs] == told.get("balance_pairs", [])
    if "effect_goals_per_area" in told:
        least, most = told["effect_goals_per_area"]
        assert (model.thresholds["effect_goals_least"], model.thresholds["effect_goals_most"]) == (least, most)


def worked_in(model: Profile) -> Document:
    """A document of the model with a centre, a unit, its agreement, and goals from the council down to an effort."""
    numbers = count(1)
    new_id = lambda: Id(f"id-{next(numbers)}")  # noqa: E731
    document = found_municipality(profile=model, new_id=new_id, name="Prøve Kommune")
    document = document.with_changes(
        add_org(document, new_id=new_id, kind=OrgKind.CENTRE, name="Børn og Skoler", code="B")
    )
    (home,) = document.all(OrgUnit)
    document = document.with_changes(
        add_org(document, new_id=new_id, kind=OrgKind.UNIT, name="Skolen", code="S", parent=home)
    )
    unit = next(one.id for one in document.all(OrgUnit).values() if one.kind is OrgKind.UNIT)
    document = document.with_changes(add_agreement(document, profile=model, new_id=new_id, unit=unit, year=TODAY.year))
    above: Id | None = None
    for kind in model.levels:
        owner = {GoalKind.CENTRE_GOAL: home, GoalKind.UNIT_GOAL: unit, GoalKind.EFFORT: unit}.get(kind)
        made = add_goal(
            document, profile=model, new_id=new_id, kind=kind, title=f"Et mål: {kind.value}", owner=owner, under=above
        )
        document = document.with_changes(made)
        goal = next(change.record.id for change in made.changes if isinstance(change.record, Goal))
        assert above is None or [one.upper for one in document.links_up(goal)] == [above]
        above = goal
    return document


@pytest.mark.parametrize("key", profile_keys())
def test_a_fresh_document_of_a_model_has_no_errors_and_can_be_worked_in_and_printed(key: str) -> None:
    model = load_profile(key)
    fresh = found_municipality(profile=model, new_id=lambda: Id("kommune"), name="Prøve Kommune")
    reading = reading_of(fresh, language="da")
    assert [one for one in check(fresh, model, reading.rulebook, today=TODAY) if one.severity is Severity.ERROR] == []
    document = worked_in(model)
    (agreement,) = document.all(Agreement).values()
    assert (agreement.valid_from, agreement.valid_to) == model.period(TODAY.year)
    reading = reading_of(document, language="da")
    assert reading.profile == model
    paper = Press(reading, made_at=datetime(2026, 9, 1, tzinfo=UTC)).printed(agreement)
    assert faults(paper.pdf) == [] and paper.missing == ()


def told(text: str) -> str:
    with pytest.raises(ProfileProblem) as problem:
        read_profile(text.encode(), name="prøve.toml")
    return wording("da", load_profile("helsingoer")).say(problem.value.phrase)


OWN = """key = "prøve"
like = "plain"
[name]
da = "Prøve"
en = "Trial"
""".replace("prøve", "test")


def test_a_model_is_like_another_but_for_what_it_says_itself() -> None:
    plain = load_profile("plain")
    assert read_profile(OWN.encode(), name="t.toml").words == plain.words
    more = (
        OWN
        + """
[words.da]
unit = { one = "hus", the = "huset", many = "huse", the_many = "husene", article = "et" }
[wheel]
sign_due = { day = "02-01", year = 1 }
[thresholds]
max_goals = 7
"""
    )
    model = read_profile(more.encode(), name="t.toml")
    assert model.words["unit"].the_many == "husene" and model.words["centre"] == plain.words["centre"]
    assert model.wheel_date("sign_due", 2015) == date(2016, 2, 1)
    assert model.wheel_date("draft_due", 2015) == plain.wheel_date("draft_due", 2015)
    assert model.thresholds == {**plain.thresholds, "max_goals": 7} and model.levels == plain.levels


def test_a_model_that_is_like_none_or_like_itself_is_told_with_its_line() -> None:
    assert told(OWN.replace('"plain"', '"atlantis"')).startswith(
        "prøve.toml, linje 2: Modellen »atlantis« findes ikke."
    )
    ring = told(OWN.replace('key = "test"', 'key = "plain"'))
    assert ring == "prøve.toml, linje 2: »plain« bygger selv på denne model. En af dem må stå alene."


def test_a_slip_in_such_a_model_is_told_where_it_stands() -> None:
    assert told(OWN + "[thresholds]\nmax_goal = 3\n").startswith("prøve.toml, linje 7: »thresholds.max_goal«")
    assert told(OWN + '[words.da]\nunit = { one = "hus" }\n').startswith("prøve.toml, linje 7: »words.da.unit.the")
    assert told(OWN.replace('[name]\nda = "Prøve"\nen = "Trial"\n', "")).startswith("prøve.toml, linje 1: »name«")
