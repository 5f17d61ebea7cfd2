"""StratML, Part 1 and Part 2: real documents and the odd things that real documents bring."""

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from strategikort.domain.agreements import Agreement, Section
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, Goal, PoliticalGoal, UnitGoal, VisionElement
from strategikort.domain.links import Link, LinkKind, Strength
from strategikort.domain.measures import DataSource, Indicator, IndicatorKind, Measurement, YearlyTarget
from strategikort.domain.organisation import OrgUnit, Person, TargetGroup, Vision
from strategikort.exchange.results import Imported, ImportProblem
from strategikort.exchange.stratml import read_stratml
from tests.exchange.readers import FILES, codes, content, counting, made, model, shared, stratml, texts, told

BLANKS = re.compile(r"\s+")


def plan(tmp_path: Path, goals: str, *, around: str = "", namespace: str = "", after: str = "") -> Path:
    """A plan of Part 2 with ``goals`` in its core, ``around`` beside them and ``after`` behind the core."""
    file = tmp_path / "plan.xml"
    file.write_text(
        f"<PerformancePlanOrReport{namespace}><Name>Plan for byen</Name><StrategicPlanCore>"
        f"<Organization><Name>Øresø Kommune</Name><Acronym>ØK</Acronym></Organization>{around}{goals}"
        f"</StrategicPlanCore>{after}</PerformancePlanOrReport>",
        encoding="utf-8",
    )
    return file


def goal(name: str, inside: str = "", *, identifier: str = "", kind: str = "Goal") -> str:
    marked = f"<Identifier>{identifier}</Identifier>" if identifier else ""
    return f"<{kind}><Name>{name}</Name>{marked}{inside}</{kind}>"


def refusal(source: Path, language: str = "da") -> str:
    with pytest.raises(ImportProblem) as caught:
        stratml(source)
    sentence = told((caught.value.phrase,), language)[0]
    assert "\n" not in sentence
    return sentence


def titled(document: Document, title: str) -> Goal:
    (found,) = (one for one in document.all(Goal).values() if one.title == title)
    return found


def lost_texts(source: Path, imported: Imported) -> list[str]:
    """The texts of an XML file that neither the document holds nor the report tells; identifiers are no texts."""
    flat = BLANKS.sub(" ", " ¶ ".join((*texts(made(imported)), *told(imported.repaired), *told(imported.unresolved))))
    said = BLANKS.sub(" ", " ¶ ".join(told(imported.skipped)))
    lost = []
    for element in etree.parse(source).iter(etree.Element):
        text = BLANKS.sub(" ", element.text or "").strip()
        name = etree.QName(element).localname
        if text and name not in ("Identifier", "id") and text not in flat and text not in said:
            lost.append(f"{name}: {text}")
    return lost


def test_a_real_town_s_plan_is_imported_whole() -> None:
    source = shared("stratml", "docs", "HHISAP2025.xml")
    imported = stratml(source)
    added = imported.added
    assert (added["political_goal"], added["unit_goal"], added["indicator"]) == (10, 67, 85)
    assert added["REALISES"] == added["link"] == 67
    assert not imported.skipped
    assert not imported.unresolved
    assert lost_texts(source, imported) == []


def test_a_result_in_words_is_a_text_and_no_figure() -> None:
    document = made(stratml(shared("stratml", "docs", "HHISAP2025.xml")))
    results = list(document.all(Measurement).values())
    assert len(results) == 85
    assert all(one.value is None for one in results if one.text.startswith("[To be determined]"))
    assert [one.text for one in results].count("[To be determined]") == 84


def test_the_plan_of_a_town_hangs_together_for_its_agreement() -> None:
    document = made(stratml(shared("stratml", "docs", "HHISAP2025.xml")))
    (agreement,) = document.all(Agreement).values()
    (unit,) = document.all(OrgUnit).values()
    assert (agreement.org, unit.code, unit.name) == (unit.id, "HHI", "Town of Hilton Head Island")
    assert (agreement.valid_from, agreement.valid_to) == (date(2025, 7, 1), date(2028, 6, 30))
    for one in document.all(UnitGoal).values():
        (link,) = document.links_up(one.id)
        upper = document.get(PoliticalGoal, link.upper)
        assert upper is not None
        assert upper.decision_status is DecisionStatus.ADOPTED
        assert link.strength is Strength.PRIMARY
        assert one.agreement == agreement.id


@pytest.mark.parametrize(
    ("name", "goals", "objectives"),
    [("PMOAI", 1, 5), ("ONTIN", 1, 2), ("SMLC2011", 3, 10), ("SMLC2011_StratTest", 3, 10)],
)
def test_real_documents_lose_no_text(name: str, goals: int, objectives: int) -> None:
    source = shared("stratml", "docs", f"{name}.xml")
    imported = stratml(source)
    assert (imported.added["political_goal"], imported.added["unit_goal"]) == (goals, objectives)
    assert lost_texts(source, imported) == []
    assert not imported.skipped


def test_one_report_written_twice_gives_equal_documents_and_keeps_doubled_ids_apart() -> None:
    one, other = (stratml(shared("stratml", "docs", f"{name}.xml")) for name in ("SMLC2011", "SMLC2011_StratTest"))
    assert content(made(one)) == content(made(other))
    assert codes(one.repaired).count("id_twice") == codes(other.repaired).count("id_twice") == 6
    assert one.added["indicator"] == 11


def test_the_stakeholders_of_a_plan_are_all_there() -> None:
    document = made(stratml(shared("stratml", "docs", "PMOAI.xml")))
    everything = " ".join(texts(document))
    for name in ("Jared Kushner", "Office of American Innovation", "Experts", "Reince Priebus"):
        assert name in everything
    assert titled(document, "Establishment").responsible in document.all(Person)


def test_the_one_who_entered_a_plan_is_kept_with_its_source() -> None:
    (source,) = made(stratml(shared("stratml", "docs", "ONTIN.xml"))).all(DataSource).values()
    assert source.owner == "Owen Ambur, Owen.Ambur@verizon.net"
    assert source.link == "https://www.ontoinsights.com/"


@pytest.mark.parametrize(("name", "nameless"), [("dheyn_template_part1", 3), ("vionta_template2", 1)])
def test_templates_bring_nameless_goals_each_of_which_is_told(name: str, nameless: int) -> None:
    imported = stratml(shared("stratml", "docs", f"{name}.xml"))
    goals = made(imported).all(Goal).values()
    assert [one.title for one in goals].count("Uden titel") == nameless
    assert codes(imported.repaired).count("untitled") == nameless


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("FederalAwardPIDs", ("http://stratml.net/StratML", "»Header«", "linje 6")),
        ("P35_WGlascoeCCIP", ("Part 3.5", "http://schemas.stratml.us/3.5")),
        ("HTS_sample_estratml", ("linje 5", "kolonne 24")),
    ],
)
def test_what_is_no_stratml_is_refused_in_one_line(name: str, parts: tuple[str, ...]) -> None:
    sentence = refusal(shared("stratml", "docs", f"{name}.xml"))
    assert all(part in sentence for part in parts)
    assert refusal(shared("stratml", "docs", f"{name}.xml"), "en") != sentence


@pytest.mark.parametrize(
    "name",
    ["HHISAP2025", "PMOAI", "ONTIN", "SMLC2011", "dheyn_template_part1", "vionta_template2"],
)
def test_a_real_document_can_be_undone_and_imported_beside_another(name: str) -> None:
    source = shared("stratml", "docs", f"{name}.xml")
    new_id = counting()
    once = read_stratml(source, Document(), profile=model(), new_id=new_id, year=2015)
    document = Document().with_changes(once.change_set)
    twice = read_stratml(source, document, profile=model(), new_id=new_id, year=2015)
    later = document.with_changes(twice.change_set)
    assert len(later.all(Goal)) == 2 * len(document.all(Goal))
    assert len(later.all(OrgUnit)) == 1
    assert later.with_changes(twice.change_set.inverted()) == document


def test_a_small_plan_is_read_field_by_field() -> None:
    document = made(stratml(FILES / "plan.xml"))
    assert document.municipality is not None
    assert document.municipality.name == "Havneby Kommune"
    (vision,) = document.all(Vision).values()
    assert vision.name == "Havneby 2030"
    layers = [(one.layer, one.title) for one in document.all(VisionElement).values()]
    assert layers == [
        ("mission", "Vi gør hverdagen lettere."),
        ("vision", "En by med plads til alle."),
        ("characteristic", "Åbenhed"),
    ]
    upper, lower = titled(document, "Flere cykler"), titled(document, "Sikker vej til skole")
    assert (upper.code, lower.code) == ("1", "1.1")
    paragraphs = ["Alle skoleveje har cykelsti.", "Se trafikplanen.", "Vejvæsenet – Anlæg: bygger stierne (Performer)"]
    assert lower.description.split("\n\n") == paragraphs
    assert [document.all(TargetGroup)[one].name for one in lower.affects] == ["Skolebørn"]
    (person,) = document.all(Person).values()
    assert (lower.responsible, person.name, person.job_title) == (person.id, "Ida Holm", "Vejchef")


def test_an_indicator_keeps_figure_text_and_days() -> None:
    document = made(stratml(FILES / "plan.xml"))
    (indicator,) = document.all(Indicator).values()
    assert (indicator.name, indicator.unit, indicator.kind) == ("1.1.1 Cykelstier", "Procent", IndicatorKind.PERCENT)
    (target,) = document.all(YearlyTarget).values()
    assert (target.year, str(target.value), target.text) == (2026, "80.5", "Fire ud af fem; Status: Færdig")
    (result,) = document.all(Measurement).values()
    assert (result.measured_on, result.value, result.text) == (date(2026, 6, 30), None, "[To be determined]")


def test_nesting_is_the_primary_link_and_a_relationship_another(tmp_path: Path) -> None:
    tie = (
        "<PerformanceIndicator><MeasurementDimension>Sporing</MeasurementDimension><Relationship "
        'RelationshipType="Narrower_Than"><ReferentIdentifier>_b</ReferentIdentifier><Name>Bygger på</Name>'
        "</Relationship></PerformanceIndicator>"
    )
    goals = goal("A", goal("Under A", tie, kind="Objective")) + goal("B", identifier="_b")
    imported = stratml(plan(tmp_path, goals))
    document = made(imported)
    lower = titled(document, "Under A")
    ups = {document.all(Goal)[link.upper].title: link for link in document.links_up(lower.id)}
    assert {title: link.strength for title, link in ups.items()} == {"A": Strength.PRIMARY, "B": Strength.SECONDARY}
    assert ups["B"].note == "Bygger på"
    assert "indicator" not in imported.added


def test_relationships_read_in_both_directions(tmp_path: Path) -> None:
    ties = (
        '<Relationship RelationshipType="Broader_Than"><ReferentIdentifier>_b</ReferentIdentifier></Relationship>'
        '<Relationship RelationshipType="Peer_To"><ReferentIdentifier>_b</ReferentIdentifier></Relationship>'
    )
    document = made(stratml(plan(tmp_path, goal("A", ties) + goal("B", identifier="_b"))))
    links = [
        (one.kind, document.all(Goal)[one.lower].title, document.all(Goal)[one.upper].title)
        for one in document.all(Link).values()
    ]
    assert links == [(LinkKind.REALISES, "B", "A"), (LinkKind.COORDINATES, "A", "B")]


@pytest.mark.parametrize(
    ("tie", "code"),
    [
        ("<Name>Supports Enterprise Objective</Name>", "name_only"),
        ("<ReferentIdentifier>_ingen</ReferentIdentifier>", "unknown_referent"),
        ("<ReferentIdentifier>_to</ReferentIdentifier>", "doubled_referent"),
        ("<ReferentIdentifier>_b</ReferentIdentifier>", "no_kind"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, tie: str, code: str) -> None:
    kind = "" if code == "no_kind" else ' RelationshipType="Narrower_Than"'
    goals = goal("A", f"<Relationship{kind}>{tie}</Relationship>") + goal("B", identifier="_b")
    goals += goal("C", identifier="_to") + goal("D", identifier="_to")
    imported = stratml(plan(tmp_path, goals))
    assert codes(imported.unresolved) == [code]
    assert "forbindelsen fra »A«" in told(imported.unresolved)[0]
    assert "link" not in imported.added


def test_texts_that_are_too_long_go_on_elsewhere_without_loss(tmp_path: Path) -> None:
    words = [f"ord{number}" for number in range(4000)]
    long = " ".join(words)
    indicator = (
        f"<PerformanceIndicator><MeasurementDimension>{long}</MeasurementDimension><MeasurementInstance><ActualResult>"
        f"<Description>{long}</Description></ActualResult></MeasurementInstance></PerformanceIndicator>"
    )
    inside = f"<Description>{long}</Description><Objective><Name>{long}</Name>{indicator}</Objective>"
    document = made(
        stratml(plan(tmp_path, goal("A", inside), around=f"<Vision><Description>{long}</Description></Vision>"))
    )
    found = BLANKS.split(" ".join(texts(document)))
    assert all(found.count(word) >= 5 for word in words)
    assert all(len(one.text) <= 6000 for one in document.all(Section).values())
    assert all(len(one.title) <= 140 and len(one.description) <= 2000 for one in document.all(Goal).values())


def test_a_stray_text_is_told_with_its_line(tmp_path: Path) -> None:
    inside = "<Description>" + "Mange ord. " * 40 + "</Description><Mood>glad</Mood>"
    more = "".join(goal(f"Mål {number}") for number in range(12))
    imported = stratml(plan(tmp_path, goal("A", inside) + more))
    assert told(imported.skipped) == ["Linje 1, Mood: »glad«"]


def test_a_document_of_which_too_much_would_be_lost_is_refused(tmp_path: Path) -> None:
    source = plan(tmp_path, goal("A", "<Mood>glad</Mood><Mood>vred</Mood>"))
    assert "hører ikke til her, den første er »Mood«" in refusal(source)


def test_a_foreign_namespace_around_known_words_is_told(tmp_path: Path) -> None:
    imported = stratml(plan(tmp_path, goal("A"), namespace=' xmlns="urn:andet"'))
    assert "namespace" in codes(imported.repaired)


def test_a_document_without_goals_is_refused(tmp_path: Path) -> None:
    assert "ingen mål" in refusal(plan(tmp_path, ""))


def test_days_that_end_before_they_start_are_told_and_kept(tmp_path: Path) -> None:
    days = "<StartDate>2016-12-31</StartDate><EndDate>2016-01-01</EndDate>"
    about = f"<AdministrativeInformation>{days}</AdministrativeInformation>"
    imported = stratml(plan(tmp_path, goal("A"), after=about))
    (agreement,) = made(imported).all(Agreement).values()
    assert (agreement.valid_from, agreement.valid_to) == (date(2016, 1, 1), date(2016, 12, 31))
    assert "end_before_start" in codes(imported.repaired)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><StrategicPlan>&a;</StrategicPlan>',
        '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd"><StrategicPlan/>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><StrategicPlan>&a;</StrategicPlan>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_a_document_type_is_refused(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "plan.xml"
    file.write_bytes(text.encode(encoding))
    assert "DOCTYPE" in refusal(file)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "er tom"),
        (b"<a", "ikke gyldig XML"),
        (b"\x00\xff\x01", "ikke gyldig XML"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "ikke gyldig XML"),
        (b"<a/>", "er ikke StratML"),
        (b"<a>" * 100 + b"</a>" * 100, "for mange niveauer"),
        (b"<a>" * 5000 + b"</a>" * 5000, "ikke gyldig XML"),
    ],
)
def test_files_that_are_no_plan_are_refused_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "plan.xml"
    file.write_bytes(content)
    assert said in refusal(file)
