"""How what a document says of an agreement reads on its paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategikort.application.paper.agreement import PaperMaker
from strategikort.application.reading import reading_of
from strategikort.domain.agreements import Agreement
from strategikort.domain.goals import DecidedAt, DecisionStatus, Effort, Origin, VisionElement
from strategikort.domain.measures import IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.organisation import Person, TargetGroup, Vision
from strategikort.domain.profile import Look
from strategikort.domain.shape import Id
from strategikort.reports.model import AgreementPaper, Frame, GoalBlock, Goals, IndicatorRow, Logo
from tests.application.paper.filled import AGREEMENT, town
from tests.cascade.town import Town
from tests.reports.papers import logo


def paper(told: Town) -> AgreementPaper:
    reading = reading_of(told.document, language="da")
    return PaperMaker(reading, reading.document.all(Agreement)[AGREEMENT]).paper(draft=False)


def goal(told: Town) -> GoalBlock:
    parts = [part for chapter in paper(told).chapters for part in chapter.parts if isinstance(part, Goals)]
    return parts[0].goals[0]


def indicator(told: Town) -> IndicatorRow:
    return goal(told).indicators[0]


def frames(told: Town) -> list[Frame]:
    return [part for chapter in paper(told).chapters for part in chapter.parts if isinstance(part, Frame)]


def test_an_agreement_of_several_years_prints_the_target_of_each_and_no_other() -> None:
    told = town().change(AGREEMENT, valid_to=date(2016, 12, 31)).change("tal-mål", tolerance=None)
    told.change("tal", unit="%")
    for year, value in ((2016, "4"), (2017, "5")):
        told.add(YearlyTarget(id=Id(f"tal-{year}"), indicator=Id("tal"), year=year, value=Decimal(value)))
    assert indicator(told).target == "3 %\n4 % (2016)"


def test_a_goal_under_a_goal_that_is_only_proposed_is_not_said_to_reach_a_goal_of_the_councils() -> None:
    assert goal(town()).thread_note == "Målet kan føres tilbage til byrådets mål."
    proposed = town().change("pa", decision_status=DecisionStatus.PROPOSED)
    assert goal(proposed).thread_note.startswith("Målet kan føres tilbage til et foreslået mål, som byrådet endnu ikke")


def test_a_target_says_how_far_from_it_one_may_be() -> None:
    assert indicator(town()).target == "3 ± 1"


def test_a_baseline_that_is_not_known_yet_says_when_it_is_taken() -> None:
    told = town().change("tal", baseline=None, baseline_pending=date(2015, 5, 1))
    assert indicator(told).baseline == "måles 1. maj 2015"


def test_what_must_be_known_to_read_a_figure_stands_below_it() -> None:
    told = town().change(
        "tal",
        kind=IndicatorKind.SCALE,
        minimum=Decimal(1),
        maximum=Decimal(5),
        definition="Forældrenes svar.",
        use_for="Under 3 holdes et møde.",
        comparability_note="Nyt skema i 2014.",
    )
    told.change("tal-målt", note="Kun 40 svar.")
    assert indicator(told).note.split("\n") == [
        "Forældrenes svar.",
        "Skala fra 1 til 5.",
        "Sådan bruges målingen: Under 3 holdes et møde.",
        "Forbehold: Nyt skema i 2014.",
        "Om målingen 1. december 2014: Kun 40 svar.",
    ]


def test_a_result_in_words_says_its_year() -> None:
    told = town().change("tal-målt", text="God fremgang", value=None)
    assert indicator(told).result == "God fremgang\n(2014)"


def test_targets_and_results_in_many_words_stand_below_the_row_and_not_in_a_narrow_column() -> None:
    told = town().change("tal-målt", text="Alle ti klasser er i gang med forløbet", value=None)
    told.change("tal-mål", text="Alle klasser har gennemført forløbet", value=None, tolerance=None)
    row = indicator(told)
    assert (row.result, row.target) == ("se nedenfor", "se nedenfor")
    assert row.note.split("\n") == [
        "Målt 1. december 2014: Alle ti klasser er i gang med forløbet",
        "Måltal 2015: Alle klasser har gennemført forløbet",
    ]
    assert indicator(told.change("tal-mål", text="Alle klasser")).target == "Alle klasser"


def test_the_cover_has_no_labels_without_a_text() -> None:
    facts = dict(paper(town()).facts)
    assert "Type" not in facts and "Center" in facts
    assert dict(paper(town().change("skole", type="folkeskole")).facts)["Type"] == "folkeskole"


def test_the_indicator_of_an_effort_stands_under_the_goal_and_says_whose_it_is() -> None:
    own, theirs = goal(town()).indicators
    assert own.note == ""
    assert theirs.note == "Hører til indsatsen »Mål ea«."


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Skoleleder", "Lone Berg, skoleleder"),
        ("IT-chef", "Lone Berg, IT-chef"),
        ("", "Lone Berg"),
        ("Ø", "Lone Berg, Ø"),
    ],
)
def test_a_job_title_is_written_as_in_a_sentence(title: str, printed: str) -> None:
    told = town().add(Person(id=Id("person"), name="Lone Berg", job_title=title))
    assert goal(told).efforts[0].owner == printed


def test_those_who_will_notice_the_difference_are_named_and_described_if_they_are() -> None:
    told = town().add(TargetGroup(id=Id("gruppe"), name="Elever")).add(TargetGroup(id=Id("to"), name="Forældre"))
    told.change("ua", affects=(Id("gruppe"), Id("to"), Id("ukendt")))
    assert goal(told).affects == "Elever · Forældre"
    told.change("gruppe", description="0.-9. klasse")
    assert goal(told).affects == "Elever: 0.-9. klasse\nForældre"


def test_a_goal_says_who_carries_it_and_that_it_is_fixed_from_above() -> None:
    told = town().add(Person(id=Id("person"), name="Lone Berg")).change("ua", decided_at=DecidedAt.CENTRAL)
    assert goal(told).follow_up == "Ansvarlig: Lone Berg · Midtvejsopfølgning 10. juni 2015"
    assert goal(told).note == "fastsat centralt"
    assert goal(told.change("ua", origin=Origin.OWN)).note == "eget mål · fastsat centralt"


def test_an_effort_says_when_it_begins_unless_that_is_with_the_agreement() -> None:
    assert goal(town()).efforts[0].deadline == "10. juni 2015\nfra 1. marts 2015"
    assert goal(town().change("ea", start=date(2015, 1, 1))).efforts[0].deadline == "10. juni 2015"


def test_an_effort_below_another_is_printed_once_also_in_a_ring() -> None:
    told = town().goal(Effort, "e2", "e3", owner=Id("skole")).link("e2>ea", "e3>e2", "ea>e3", "e3>ua")
    assert sorted(row.title for row in goal(told).efforts) == ["Mål e2", "Mål e3", "Mål ea"]


def test_the_vision_of_the_period_comes_before_what_the_agreement_supports() -> None:
    told = town().add(Vision(id=Id("v"), name="Vision 2020", text="Her bor vi.", decided_on=date(2012, 9, 24)))
    told.add(Vision(id=Id("gammel"), name="Vision 2010", valid_to=date(2014, 12, 31)))
    vision, supported = frames(told)
    assert [(step.kind, step.title, step.note, step.text) for step in vision.steps] == [
        ("vision", "Vision 2020", "vedtaget 24. september 2012", "Her bor vi.")
    ]
    assert [step.title for step in supported.steps] == ["Mål vision", "Mål pa"]


def test_a_plan_that_ties_nothing_to_its_vision_still_tells_all_of_it() -> None:
    told = town().add(Vision(id=Id("v"), name="Vision", text="Her bor vi.")).without("pa>vision")
    same = VisionElement(id=Id("same"), title="Her bor vi.", vision=Id("v"))
    assert [step.title for step in frames(told.add(same))[0].steps] == ["Vision", "Mål vision"]


def test_an_addendum_says_what_it_amends() -> None:
    told = town()
    first = told.records[AGREEMENT]
    assert isinstance(first, Agreement)
    told.add(replace(first, id=Id("første"), title="Decentral aftale 2015", code="SK-2015"))
    told.change(AGREEMENT, amends=Id("første"))
    assert ("Tillæg til", "Decentral aftale 2015 (SK-2015)") in paper(told).facts


def test_what_is_measured_last_is_what_is_printed() -> None:
    told = town().add(
        Measurement(id=Id("ny"), indicator=Id("tal"), measured_on=date(2015, 1, 31), value=Decimal("2.5"))
    )
    assert indicator(told.change("tal", decimals=1)).result == "2,5 (2015)"


def test_the_model_s_logo_address_and_colours_are_the_paper_s() -> None:
    reading = reading_of(town().document, language="da")
    look = Look(accent="#7A1F3D", ink="#222222", address="Torvet 1", logo=logo().picture, logo_alt="Byens våben")
    dressed = replace(reading, profile=replace(reading.profile, look=look))
    made = PaperMaker(dressed, reading.document.all(Agreement)[AGREEMENT]).paper(draft=False)
    assert (made.accent, made.ink, made.address) == ("#7A1F3D", "#222222", "Torvet 1")
    assert made.logo == Logo(picture=logo().picture, alt="Byens våben")
    assert paper(town()).logo is None
