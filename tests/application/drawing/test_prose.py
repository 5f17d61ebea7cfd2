"""The map in words: whoever hears the text, and nothing else, can draw the map."""

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort.application.comparing import compare_versions
from strategikort.application.drawing.compared import Sides
from strategikort.application.drawing.compared_prose import Beside
from strategikort.application.drawing.hearing import goal_heard
from strategikort.application.drawing.picture import picture_of, reading_order
from strategikort.application.drawing.prose import prose_of
from strategikort.application.profiles import load_profile
from strategikort.application.wordings import wording
from strategikort.domain.document import Document
from strategikort.domain.edits import maps
from strategikort.domain.goals import GOAL_CLASSES, Goal, GoalKind
from strategikort.domain.links import Link, LinkKind
from strategikort.domain.organisation import OrgKind, OrgUnit
from strategikort.domain.phrases import Wording
from strategikort.domain.shape import Id
from strategikort.domain.texts import one_line
from tests.application.drawing.test_compared import edited
from tests.domain.town import Town

PROFILES = {language: load_profile(language=language, key="helsingoer") for language in ("da", "en")}
WORDS = {language: wording(language, profile) for language, profile in PROFILES.items()}
BEFORE_LINKS = {
    "da": {
        "understøtter": LinkKind.REALISES,
        "påvirker": LinkKind.CAUSES,
        "er fælles om opgaven med": LinkKind.COORDINATES,
        "afløser": LinkKind.SUPERSEDES,
        "støtter arbejdet med": LinkKind.ASSISTS,
    },
    "en": {
        "supports": LinkKind.REALISES,
        "works on": LinkKind.CAUSES,
        "shares its task with": LinkKind.COORDINATES,
        "replaces": LinkKind.SUPERSEDES,
        "assists the work on": LinkKind.ASSISTS,
    },
}
QUOTED = {"da": r"»([^»«]*)«", "en": r"“([^“”]*)”"}


@dataclass
class Heard:
    """What a listener has noted down: goals with their kinds, in order, and every link."""

    goals: list[tuple[str, GoalKind]] = field(default_factory=list)
    links: list[tuple[LinkKind, str, str]] = field(default_factory=list)


def heard(text: str, language: str) -> Heard:
    """The map as the text tells it; knows the words of the model and nothing of the document."""
    found = Heard()
    quoted = re.compile(QUOTED[language])
    for line in text.splitlines():
        name = quoted.match(line)
        if name is None:
            assert not quoted.search(line), "names stand only in the lines of goals"
            continue
        found.goals.append((name[1], _kind(line[name.end() :], language)))
        kind, end = None, name.end()
        for upper in quoted.finditer(line, name.end()):
            between = line[end : upper.start()]
            said = [one for before, one in BEFORE_LINKS[language].items() if between.endswith(f"{before} ")]
            kind = said[0] if said else kind
            assert kind is not None, line
            found.links.append((kind, name[1], upper[1]))
            end = upper.end()
    return found


def _kind(rest: str, language: str) -> GoalKind:
    verb = {"da": " er", "en": " is"}[language]
    (kind,) = (kind for kind in GoalKind if re.match(f"{verb} {WORDS[language].word(kind.value):a}[ .]", rest))
    return kind


texts = st.lists(
    st.sampled_from(["Flere", "børn", "»A«", "“A”", "(2)", "\n", ".", "understøtter", "er", "et centermål.", "Det"]),
    max_size=4,
).map(" ".join)


@st.composite
def drawings(draw: st.DrawFn) -> Document:
    """Goals of any kind, name and owner, with links of any kind between any two of them."""
    orgs = [
        OrgUnit(id=Id(f"o{number}"), kind=OrgKind.UNIT, name=name)
        for number, name in enumerate(draw(st.lists(texts, min_size=1, max_size=3)))
    ]
    codes = st.sampled_from(["", "", "DS-1", "»"])
    goals = [
        GOAL_CLASSES[kind](id=Id(f"g{number}"), code=code, title=title, owner=orgs[number % len(orgs)].id)
        for number, (kind, code, title) in enumerate(
            draw(st.lists(st.tuples(st.sampled_from(GoalKind), codes, texts), max_size=14))
        )
    ]
    ends = st.integers(0, max(0, len(goals) - 1))
    wanted = draw(st.lists(st.tuples(st.sampled_from(LinkKind), ends, ends), max_size=30 if goals else 0, unique=True))
    links = [
        Link(id=Id(f"l{number}"), kind=kind, lower=goals[lower].id, upper=goals[upper].id)
        for number, (kind, lower, upper) in enumerate(wanted)
        if lower != upper
    ]
    return Document([*orgs, *goals, *links])


def is_told_whole(document: Document, language: str) -> None:
    profile = PROFILES[language]
    told = heard(prose_of(document, profile, WORDS[language], None), language)
    picture = picture_of(document, profile, None, frozenset(document.all(OrgUnit)))
    cards = reading_order(picture.cards.values())
    assert [kind for _, kind in told.goals] == [card.kind for card in cards]
    names = [name for name, _ in told.goals]
    assert len(set(names)) == len(names)
    for name, card in zip(names, cards, strict=True):
        marks = str.maketrans("»«" if language == "da" else "“”", "''")
        goal = document.all(Goal)[card.key]
        assert name.startswith(one_line(f"{goal.code} {goal.title}".translate(marks)))
    key = {name: card.key for name, card in zip(names, cards, strict=True)}
    links = [(kind, key[lower], key[upper]) for kind, lower, upper in told.links]
    assert sorted(links) == sorted((link.kind, link.lower, link.upper) for link in document.all(Link).values())


@given(drawings(), st.sampled_from(["da", "en"]))
@settings(max_examples=50)
def test_the_map_can_be_drawn_again_from_its_words_alone(document: Document, language: str) -> None:
    is_told_whole(document, language)


@pytest.mark.long
@given(drawings(), st.sampled_from(["da", "en"]))
@settings(max_examples=1000)
def test_a_thousand_maps_can_be_drawn_again_from_their_words_alone(document: Document, language: str) -> None:
    is_told_whole(document, language)


def told_town(words: Wording) -> str:
    town = Town()
    centre = town.org(OrgKind.CENTRE, "Center for Skoler", "DS")
    vision = town.goal(GoalKind.VISION_ELEMENT, "Sammen om løsninger", layer="vision")
    one = town.goal(GoalKind.POLITICAL_GOAL, "Flere familier flytter til", under=vision)
    other = town.goal(GoalKind.POLITICAL_GOAL, "Alle unge får en uddannelse", under=vision)
    upper = town.goal(GoalKind.CENTRE_GOAL, "Flere vælger skolen", under=one, owner=centre)
    town.link(upper, other)
    town.goal(GoalKind.EFFORT, "Åbent hus", under=upper)
    town.goal(GoalKind.CENTRE_GOAL, "Ny legeplads", owner=centre)
    map = town.do(maps.add_map(new_id=town.new_id, title="Kort over skolerne", centre=centre)).changes[0].record.id
    return prose_of(town.document, PROFILES[words.language], words, map)


def test_a_map_reads_as_plain_danish() -> None:
    assert told_town(WORDS["da"]) == (
        "Strategikort: Kort over skolerne\n"
        "Mål på kortet: 6. Forbindelser mellem dem: 5.\n"
        "\n"
        "Visionselementer (1)\n"
        "»V-01 Sammen om løsninger« er et visionselement i laget Vision.\n"
        "\n"
        "Politiske mål (2)\n"
        "»POL-01 Flere familier flytter til« er et politisk mål. Det understøtter »V-01 Sammen om løsninger«.\n"
        "»POL-02 Alle unge får en uddannelse« er et politisk mål. Det understøtter »V-01 Sammen om løsninger«.\n"
        "\n"
        "Centermål (2)\n"
        "»DS-01 Flere vælger skolen« er et centermål hos Center for Skoler. "
        "Det understøtter »POL-01 Flere familier flytter til« "
        "og »POL-02 Alle unge får en uddannelse«.\n"
        "»DS-02 Ny legeplads« er et centermål hos Center for Skoler. Den røde tråd er brudt.\n"
        "\n"
        "Indsatser (1)\n"
        "»DS-I-01 Åbent hus« er en indsats hos Center for Skoler. Den understøtter »DS-01 Flere vælger skolen«.\n"
    )


def test_what_takes_a_place_or_assists_is_said_in_the_map_in_words_and_heard_from_both_ends() -> None:
    town, profile, words = Town(), PROFILES["da"], WORDS["da"]
    staff, school = (town.org(OrgKind.UNIT, name, name[:2]) for name in ("Digitalisering", "Skolen"))
    last, now = (town.goal(GoalKind.UNIT_GOAL, f"Flere læser {year}", owner=school) for year in (2014, 2015))
    help = town.goal(GoalKind.UNIT_GOAL, "Digitale læsehefter", owner=staff)
    town.link(now, last, LinkKind.SUPERSEDES)
    town.link(help, now, LinkKind.ASSISTS)
    text = prose_of(town.document, profile, words, None)
    assert "»Sk-02 Flere læser 2015« er et enhedsmål hos Skolen. Det afløser »Sk-01 Flere læser 2014«." in text
    assert "Det støtter arbejdet med »Sk-02 Flere læser 2015«." in text
    heard = [goal_heard(town.document, profile, words, town.document.all(Goal)[goal]) for goal in (last, now, help)]
    assert heard[0].endswith("Nedad: 0. Afløses af »Flere læser 2015«.")
    assert heard[1].endswith("Afløser »Flere læser 2014«. Støttes af »Digitale læsehefter«.")
    assert heard[2].endswith("Støtter arbejdet med »Flere læser 2015«.")


def test_a_map_reads_as_plain_english() -> None:
    text = told_town(WORDS["en"])
    assert "“DS-I-01 Åbent hus” is an effort of Center for Skoler. It supports “DS-01 Flere vælger skolen”.\n" in text


def test_a_map_without_goals_says_so() -> None:
    assert prose_of(Town().document, PROFILES["da"], WORDS["da"], None) == (
        "Alle mål\nDer er ingen mål på kortet endnu.\n"
    )


def test_a_comparison_adds_lines_and_leaves_what_is_said_of_the_map_as_it_is() -> None:
    before, after = edited()
    sides = Sides(before=before.document, comparison=compare_versions(before.document, after.document))
    profile, words = PROFILES["da"], WORDS["da"]
    plain = prose_of(after.document, profile, words, None).splitlines()
    told = prose_of(after.document, profile, words, None, Beside("før – nu", sides)).splitlines()
    rest = iter(told)
    assert all(line in rest for line in plain)
    added = [line for line in told if line not in plain]
    assert added[0] == "Sammenlignet, før – nu: nye 1 · ændrede 2 · udgåede 1."
    assert "Nyt i forhold til før." in added
    assert any(line.startswith("Ændret i forhold til før: hed »") for line in added)
    moved = next(line for line in added if "Fører nu også op til" in line)
    assert "Fører ikke længere op til »" in moved
    assert added[-2] == "Udgået i forhold til før (1)"
    assert added[-1].startswith("Udgået: »") and "Førte op til »" in added[-1]
