"""The CSV bundle: what it brings, and in which words it is refused."""

import csv
import io
import json
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.cascade.changed_above import doubts_of
from strategikort.cascade.verdicts import verdicts_of
from strategikort.domain.agreements import Agreement
from strategikort.domain.document import Document
from strategikort.domain.goals import DecisionStatus, Goal, GoalKind, PoliticalGoal, UnitGoal
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.organisation import Municipality, OrgKind, OrgUnit
from strategikort.domain.shape import Id
from strategikort.domain.texts import one_line
from strategikort.exchange.bundle import read_bundle
from strategikort.exchange.results import ImportProblem
from tests.exchange.readers import bundle, codes, made, model, shared, told

GOALS = "id,kind,title\nP,political_goal,Flere i arbejde\nU,unit_goal,Bedre vejledning\n"
LINKS = "from,to\nU,P\n"


def folder(tmp_path: Path, goals: str | bytes = GOALS, links: str | bytes = LINKS) -> Path:
    place = tmp_path / "Øresø"
    place.mkdir(exist_ok=True)
    for name, text in (("goals.csv", goals), ("links.csv", links)):
        (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def by_code(document: Document) -> dict[str, Goal]:
    return {goal.code: goal for goal in document.all(Goal).values()}


def refusal(place: Path) -> str:
    with pytest.raises(ImportProblem) as caught:
        bundle(place)
    return told((caught.value.phrase,))[0]


def test_a_bundle_brings_goals_links_and_the_municipality_it_is_named_after(tmp_path: Path) -> None:
    imported = bundle(folder(tmp_path))
    document = made(imported)
    assert imported.added == {"municipality": 1, "political_goal": 1, "unit_goal": 1, "link": 1, "REALISES": 1}
    assert document.municipality is not None
    assert (document.municipality.name, document.municipality.profile) == ("Øresø", "helsingoer")
    assert not (imported.repaired or imported.unresolved or imported.skipped)


NEWER = """id,kind,title,valid_to
P,political_goal,Mange flere i arbejde,2019-12-31
Q,political_goal,Nyt mål,
U2,unit_goal,Kurser,
"""


def test_a_goal_of_the_council_whose_code_is_known_says_what_the_delivery_says(tmp_path: Path) -> None:
    before = made(bundle(folder(tmp_path)))
    [old] = before.all(PoliticalGoal).values()
    place, numbers = folder(tmp_path, NEWER, "from,to\nU2,P\n"), count(1)
    newer = read_bundle(place, before, profile=model(), new_id=lambda: Id(f"ny-{next(numbers)}"), year=2015)
    after = before.with_changes(newer.change_set)
    assert len(after.all(PoliticalGoal)) == 2 and newer.delivered == {old.id}
    renewed = after.all(PoliticalGoal)[old.id]
    assert (renewed.title, renewed.valid_to) == ("Mange flere i arbejde", date(2019, 12, 31))
    assert newer.added == {"political_goal": 1, "unit_goal": 1, "link": 1, "REALISES": 1}
    seen = {after.all(Goal)[link.lower].code: link.seen_title for link in after.all(Link).values()}
    assert seen == {"U": "Flere i arbejde", "U2": "Mange flere i arbejde"}
    assert by_code(after)["U"].id in doubts_of(after).asked and by_code(after)["U2"].id not in doubts_of(after).asked
    assert after.with_changes(newer.change_set.inverted()).all(Goal) == before.all(Goal)


HEAD = "id,kind,title,code,valid_from,valid_to\n"
FIRST = "P,political_goal,Flere i arbejde,P,2014-01-01,2017-12-31\n"


def brought(tmp_path: Path, rows: str, before: Document) -> Document:
    numbers = count(1)
    place = folder(tmp_path, HEAD + rows, "from,to\n")
    newer = read_bundle(place, before, profile=model(), new_id=lambda: Id(f"ny-{next(numbers)}"), year=2015)
    return before.with_changes(newer.change_set)


def test_what_a_row_is_silent_about_stays_and_two_rows_are_never_one_goal(tmp_path: Path) -> None:
    before = made(bundle(folder(tmp_path, HEAD + FIRST, "from,to\n")))
    silent = brought(tmp_path, "P,political_goal,,P,,\n", before)
    assert silent.all(Goal) == before.all(Goal)
    twice = brought(tmp_path, "A,political_goal,Første,P,,\nB,political_goal,Anden,P,,\n", before)
    assert sorted(one.title for one in twice.all(PoliticalGoal).values()) == ["Anden", "Første"]


def test_a_code_that_a_later_council_uses_again_is_another_goal(tmp_path: Path) -> None:
    before = made(bundle(folder(tmp_path, HEAD + FIRST, "from,to\n")))
    after = brought(tmp_path, "P,political_goal,Noget helt andet,P,2018-01-01,2021-12-31\n", before)
    old, new = sorted(after.all(PoliticalGoal).values(), key=lambda one: one.valid_from or date.min)
    assert (old.title, old.valid_to, new.title) == ("Flere i arbejde", date(2017, 12, 31), "Noget helt andet")


def test_the_same_delivery_again_changes_nothing_of_the_councils(tmp_path: Path) -> None:
    place = folder(tmp_path, "id,kind,title\nP,political_goal,Flere i arbejde\n", "from,to\n")
    before = made(bundle(place))
    again = bundle(place, before)
    assert not again.change_set and again.delivered == before.all(PoliticalGoal).keys()


def test_a_code_that_two_goals_have_names_neither_of_them(tmp_path: Path) -> None:
    twice = made(
        bundle(folder(tmp_path, "id,kind,title,code\nP,political_goal,Et,K\nQ,political_goal,To,K\n", "from,to\n"))
    )
    more = bundle(folder(tmp_path, "id,kind,title,code\nR,political_goal,Tre,K\n", "from,to\n"), twice)
    assert more.added == {"political_goal": 1} and not more.delivered


def test_links_that_are_read_know_what_stands_above_them(tmp_path: Path) -> None:
    document = made(bundle(folder(tmp_path)))
    [link] = document.all(Link).values()
    assert link.seen_title == "Flere i arbejde" and not doubts_of(document).asked


def test_a_document_keeps_its_own_municipality(tmp_path: Path) -> None:
    first = Document([Municipality(id=Id("mine"), name="Øresø Kommune", profile="helsingoer")])
    later = first.with_changes(bundle(folder(tmp_path), first).change_set)
    assert later.municipality == first.municipality


def test_an_import_is_one_step_that_can_be_undone(tmp_path: Path) -> None:
    change_set = bundle(folder(tmp_path)).change_set
    assert made(bundle(folder(tmp_path))).with_changes(change_set.inverted()) == Document()


def test_political_goals_from_a_bundle_count_as_adopted(tmp_path: Path) -> None:
    goal = by_code(made(bundle(folder(tmp_path))))["P"]
    assert isinstance(goal, PoliticalGoal)
    assert goal.decision_status is DecisionStatus.ADOPTED
    assert (goal.valid_from, goal.valid_to) == (None, None)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_line_ends_and_byte_order_mark_do_not_matter(
    tmp_path: Path, mark: bytes, separator: str, end: str
) -> None:
    plain = made(bundle(folder(tmp_path)))
    goals = mark + GOALS.replace(",", separator).replace("\n", end).encode()
    links = mark + LINKS.replace(",", separator).replace("\n", end).encode()
    assert made(bundle(folder(tmp_path, goals, links))) == plain


def test_units_and_their_agreements_are_made_as_the_rows_ask_for_them(tmp_path: Path) -> None:
    goals = (
        "id,kind,title,org_unit,year,valid_from,valid_to,description,code\n"
        "c,centre_goal,Et centermål,BU,,,,,\n"
        "u1,unit_goal,Et enhedsmål,SKO,2014,2014-01-01,31-12-2014,Hvorfor,SKO-01\n"
        "u2,unit_goal,Et til,SKO,2014,,,,\n"
        "u3,unit_goal,Året efter,SKO,2015,,,,\n"
        "e,effort,En indsats,SKO,,,,,\n"
    )
    document = made(bundle(folder(tmp_path, goals, "from,to\n")))
    units = {unit.code: unit for unit in document.all(OrgUnit).values()}
    assert {code: unit.kind for code, unit in units.items()} == {"BU": OrgKind.CENTRE, "SKO": OrgKind.UNIT}
    assert sorted(one.valid_from.year for one in document.all(Agreement).values()) == [2014, 2015]
    goal = by_code(document)["SKO-01"]
    assert isinstance(goal, UnitGoal)
    assert (goal.owner, goal.description) == (units["SKO"].id, "Hvorfor")
    assert (goal.valid_from, goal.valid_to) == (date(2014, 1, 1), date(2014, 12, 31))
    other = by_code(document)["u2"]
    assert isinstance(other, UnitGoal)
    assert other.agreement == goal.agreement
    assert by_code(document)["e"].owner == units["SKO"].id


def test_units_of_the_document_are_used_again(tmp_path: Path) -> None:
    mine = OrgUnit(id=Id("mine"), name="Skolen", code="SKO")
    goals = "id,kind,title,org_unit\nu,unit_goal,Et enhedsmål,SKO\n"
    imported = bundle(folder(tmp_path, goals, "from,to\n"), Document([mine]))
    later = Document([mine]).with_changes(imported.change_set)
    assert list(later.all(OrgUnit)) == ["mine"]
    assert by_code(later)["u"].owner == "mine"


def test_every_kind_of_link_is_read_and_realises_is_meant_where_nothing_is_said(tmp_path: Path) -> None:
    links = "from,to,kind\nU,P,\n" + "".join(f"U,P,{kind.name}\n" for kind in LinkKind)
    document = made(bundle(folder(tmp_path, links=links)))
    assert [link.kind for link in document.all(Link).values()] == [LinkKind.REALISES, *LinkKind]


def test_a_link_that_breaks_a_rule_is_taken(tmp_path: Path) -> None:
    document = made(bundle(folder(tmp_path, links="from,to\nP,U\nU,U\nU,P\nU,P\n")))
    assert len(document.all(Link)) == 4


def test_a_link_to_an_unknown_id_is_told_and_left_out(tmp_path: Path) -> None:
    imported = bundle(folder(tmp_path, links="from,to\nU,P\nU,Q\n"))
    assert imported.added["link"] == 1
    assert told(imported.unresolved) == [
        "links.csv, linje 3: forbindelsen fra »U« til »Q« kan ikke laves, fordi »Q« ikke er blandt målene."
    ]


def test_an_id_longer_than_a_code_is_kept_whole(tmp_path: Path) -> None:
    long = "codebeamer|python bearer_auth.BearerAuth.__call__"
    document = made(bundle(folder(tmp_path, f"id,kind,title\n{long},unit_goal,Et mål\n", "from,to\n")))
    assert list(by_code(document)) == [long]


def test_a_title_that_is_too_long_stands_whole_in_the_description(tmp_path: Path) -> None:
    long = "Flere unge skal have en uddannelse, som de kan bruge, " * 4
    imported = bundle(folder(tmp_path, f'id,kind,title\nU,unit_goal,"{long}"\n', "from,to\n"))
    goal = by_code(made(imported))["U"]
    assert len(goal.title) <= 140
    assert goal.description == one_line(long)
    assert codes(imported.repaired) == ["long_title"]


def test_a_goal_without_title_gets_one_and_is_told(tmp_path: Path) -> None:
    imported = bundle(folder(tmp_path, "id,kind,title\nU,unit_goal,\n", "from,to\n"))
    assert by_code(made(imported))["U"].title == "Uden titel"
    assert told(imported.repaired) == ["goals.csv, linje 2: et mål uden titel hedder her »Uden titel«."]


def test_columns_and_years_that_have_no_place_are_told_with_their_texts(tmp_path: Path) -> None:
    goals = "id,kind,title,year,ansvarlig\nP,political_goal,Flere i arbejde,2015,Anne\nU,unit_goal,Et mål,,Bo\n"
    assert told(bundle(folder(tmp_path, goals)).skipped) == [
        "goals.csv, linje 2: året 2015 kommer ikke med, fordi rækken ikke er et enhedsmål med en enhed.",
        "goals.csv: kolonnen »ansvarlig« kommer ikke med: »Anne« og »Bo«.",
    ]


def test_bidi_overrides_are_taken_out_and_told(tmp_path: Path) -> None:
    imported = bundle(folder(tmp_path, "id,kind,title\nU,unit_goal,Et\u202e mål\n", "from,to\n"))
    assert by_code(made(imported))["U"].title == "Et mål"
    assert codes(imported.repaired) == ["characters"]


@pytest.mark.parametrize(
    ("goals", "links", "said"),
    [
        ("id,kind\nP,political_goal\n", LINKS, "goals.csv: kolonnen »title« mangler."),
        (GOALS, "from\nU\n", "links.csv: kolonnen »to« mangler."),
        ("id,kind,title,title\n", LINKS, "goals.csv: kolonnen »title« er der to gange."),
        ("id,kind,title\nP,mål,Titel\n", LINKS, "goals.csv, linje 2: »mål« er ikke en kendt slags"),
        (GOALS, "from,to,kind\nU,P,MAYBE\n", "links.csv, linje 2: »MAYBE« er ikke en kendt slags"),
        (GOALS + "\nP,political_goal,Igen\n", LINKS, "goals.csv, linje 5: id »P« er brugt før."),
        ("id,kind,title\n ,effort,Titel\n", LINKS, "goals.csv, linje 2: rækken mangler et id."),
        (GOALS + 'X,effort,"to\nlinjer"\nP,effort,x\n', LINKS, "goals.csv, linje 6: id »P« er brugt før."),
        (GOALS + "A,effort,Titel,for meget\n", LINKS, "goals.csv, linje 4: der er flere felter end kolonner."),
        ('id,kind,title\nA,effort,"Titel\n', LINKS, "goals.csv, linje 2: rækken kan ikke læses som CSV."),
        (
            GOALS.encode("utf-8") + "X,effort,Små børn\n".encode("latin-1"),
            LINKS,
            "goals.csv, linje 4: tegnsættet er ikke UTF-8.",
        ),
        (
            "id,kind,title,valid_from\nA,effort,Titel,2015-02-30\n",
            LINKS,
            "goals.csv, linje 2: »2015-02-30« i kolonnen valid_from er ikke en dato.",
        ),
        (
            "id,kind,title,valid_to\nA,effort,Titel,snart\n",
            LINKS,
            "goals.csv, linje 2: »snart« i kolonnen valid_to er ikke en dato.",
        ),
        (
            "id,kind,title,org_unit,year\nA,unit_goal,Titel,SKO,i år\n",
            LINKS,
            "goals.csv, linje 2: »i år« i kolonnen year er ikke et årstal.",
        ),
        ("", LINKS, "goals.csv er tom."),
    ],
)
def test_a_bundle_that_cannot_be_used_is_refused_in_one_line(
    tmp_path: Path, goals: str | bytes, links: str, said: str
) -> None:
    sentence = refusal(folder(tmp_path, goals, links))
    assert sentence.startswith(said)
    assert "\n" not in sentence


def test_a_folder_without_links_is_refused(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "links.csv").unlink()
    assert refusal(place).startswith("links.csv findes ikke.")


TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"]), min_size=1, max_size=20)


@settings(deadline=None)
@given(
    st.lists(st.tuples(TEXTS, st.sampled_from(GoalKind), TEXTS), unique_by=lambda row: row[0].strip(), max_size=8),
    st.data(),
)
def test_what_is_written_as_a_bundle_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, GoalKind, str]], data: st.DataObject
) -> None:
    place = tmp_path_factory.mktemp("bundle")
    ends = st.sampled_from([key for key, _, _ in rows]) if rows else st.nothing()
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=8)) if rows else []
    separator = data.draw(st.sampled_from(",;"))
    (place / "goals.csv").write_text(written([("id", "kind", "title"), *rows], separator), encoding="utf-8")
    (place / "links.csv").write_text(written([("from", "to"), *pairs], separator), encoding="utf-8")
    document = made(bundle(place))
    goals = document.all(Goal)
    assert [(one.code, one.kind, one.title) for one in goals.values()] == [
        (one_line(key), kind, one_line(title)) for key, kind, title in rows
    ]
    read = [(goals[link.lower].code, goals[link.upper].code) for link in document.all(Link).values()]
    assert read == [(one_line(lower), one_line(upper)) for lower, upper in pairs]


def written(rows: list[tuple[str, ...]], separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "coest_libest",
        "doorstop_own",
        "doorstop_std498",
        "etcs_subset026_ch3",
        "lobster_own",
        "oft_own",
        "strictdoc_own",
    ],
)
def test_real_graphs_have_exactly_their_untraced_goals(name: str) -> None:
    place = shared("trace", name)
    expected = json.loads((place / "expected.json").read_text(encoding="utf-8"))
    imported = bundle(place)
    document = made(imported)
    assert len(document.all(Goal)) == expected["nodes"]
    assert imported.added.get("link", 0) + len(imported.unresolved) == expected["links"]
    assert len(imported.unresolved) == expected["unresolved_links"]
    verdicts = verdicts_of(document)
    untraced = {
        goal.code
        for goal in document.all(Goal).values()
        if goal.kind is not GoalKind.POLITICAL_GOAL and not verdicts.reaches[verdicts.graph.at[goal.id]]
    }
    assert untraced == set(expected["untraced"])
