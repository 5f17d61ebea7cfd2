"""A municipality's steering model is data, and a mistake in it is told by file, line and what was meant."""

import re
from datetime import date
from pathlib import Path

import pytest

from strategikort.application.profiles import (
    LEAST_CONTRAST,
    NEEDED_WORDS,
    ProfileProblem,
    contrast_on_white,
    load_profile,
    read_profile,
)
from strategikort.application.resources import resource_bytes
from strategikort.application.rulebook import load_rulebook
from strategikort.application.wordings import sentences, wording
from strategikort.domain.goals import GoalKind
from strategikort.domain.links import LinkKind
from tests.reports.papers import logo

TEXT = resource_bytes("profiles", "helsingoer.toml").decode()
WORDS = wording("da", load_profile("helsingoer"))


def told(text: str, folder: Path | None = None) -> str:
    with pytest.raises(ProfileProblem) as problem:
        read_profile(text.encode(), name="prøve.toml", folder=folder)
    return WORDS.say(problem.value.phrase)


def line_of(part: str) -> int:
    return TEXT[: TEXT.index(part)].count("\n") + 1


def test_the_model_knows_its_words_in_every_form() -> None:
    words = load_profile("helsingoer").words["unit_goal"]
    assert f"{words:one} {words:the} {words:many} {words:the_many} {words:A}" == (
        "enhedsmål enhedsmålet enhedsmål enhedsmålene Et enhedsmål"
    )
    assert load_profile("helsingoer", "en").words["unit_goal"].the == "the unit goal"


def test_the_model_allows_the_links_of_the_domain_and_no_other() -> None:
    profile = load_profile("helsingoer")
    assert profile.allows(LinkKind.REALISES, GoalKind.EFFORT, GoalKind.CENTRE_GOAL)
    assert not profile.allows(LinkKind.REALISES, GoalKind.EFFORT, GoalKind.POLITICAL_GOAL)
    assert not profile.allows(LinkKind.CAUSES, GoalKind.UNIT_GOAL, GoalKind.CENTRE_GOAL)


def test_a_misspelt_key_is_told_with_its_line_and_what_was_meant() -> None:
    assert told(TEXT.replace("max_goals = 5", "max_goal = 5")) == (
        f"prøve.toml, linje {line_of('max_goals = 5')}: »thresholds.max_goal« findes ikke. Mente du »max_goals«?"
    )
    assert "Mente du »own_goals«?" in told(TEXT.replace("own_goals", "own_goal"))


def test_a_key_from_nowhere_is_told_to_be_removed() -> None:
    assert told("zebra = 1\n" + TEXT) == "prøve.toml, linje 1: »zebra« findes ikke her. Fjern linjen."


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("own_goals = false", "own_goals = false\nown_goals = true", "kan ikke læses"),
        ('of = "unit"', 'of = "units"', "signatories.of"),
        ('draft_due = "01-19"', 'draft_due = "31-19"', "wheel.draft_due"),
        ('levels = ["vision_element"', 'levels = ["vision_elemnt"', "levels"),
        ('accent = "#1F5FA8"', 'accent = "#EEEEEE"', "for lys"),
        ("[look]", "[loook]", "look"),
    ],
)
def test_a_wrong_value_is_told_with_the_file_and_the_key(was: str, becomes: str, said: str) -> None:
    assert was in TEXT
    sentence = told(TEXT.replace(was, becomes))
    assert sentence.startswith("prøve.toml")
    assert said in sentence


def test_a_word_that_sentences_need_must_be_there() -> None:
    start = TEXT.index("unit_goal = {")
    assert "»words.da.unit_goal« mangler" in told(TEXT[:start] + TEXT[TEXT.index("\n", start) + 1 :])


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_language_without_words_is_told_with_file_and_line(language: str) -> None:
    start = TEXT.index(f"[words.{language}]")
    without = TEXT[:start] + TEXT[TEXT.index("\n\n", start) :]
    line = without[: without.index("[words.")].count("\n") + 1
    assert told(without) == f"prøve.toml, linje {line}: »words.{language}« mangler. Tilføj det, og prøv igen."


@pytest.mark.parametrize("word", ["staff", "indicator", "unit_leader", "realises", "director"])
def test_a_word_that_one_language_has_and_the_other_lacks_is_told(word: str) -> None:
    start = TEXT.rindex(f"\n{word} = {{")
    without = TEXT[:start] + TEXT[TEXT.index("\n", start + 1) :]
    assert told(without) == (
        f"prøve.toml, linje {line_of('[words.en]')}: ordet »words.en.{word}« mangler. Tilføj det, og prøv igen."
    )


def test_a_name_of_a_political_goal_is_there_in_both_languages() -> None:
    assert "»political.types.en.council_goal«" in told(TEXT.replace('council_goal = "council goal"\n', ""))


def test_every_word_that_a_sentence_calls_for_is_needed() -> None:
    gaps = {gap for text in sentences("da").values() for gap in re.findall(r"\{([a-z_]+):", text)}
    gaps |= {gap for text in load_rulebook().sentences("da").values() for gap in re.findall(r"\{([a-z_]+):", text)}
    assert gaps & load_profile("helsingoer").words.keys() <= set(NEEDED_WORDS)


@pytest.mark.parametrize("day", ["02-29", "02-30", "13-01", "1-1", "W01-1", "01-19 ", "0119", "²1-01"])
@pytest.mark.parametrize("place", ['agreement_start = "01-01"', 'draft_due = "01-19"'])
def test_a_day_that_some_years_lack_is_told_with_its_line(place: str, day: str) -> None:
    key = place.split(" = ")[0]
    said = told(TEXT.replace(place, f'{key} = "{day}"'))
    assert said.startswith(f"prøve.toml, linje {line_of(place)}: »") and key in said
    assert "en dag, som findes hvert år, skrevet som 01-31" in said


def test_a_day_of_the_wheel_can_lie_in_the_year_before() -> None:
    text = TEXT.replace('draft_due = "01-19"', 'draft_due = { day = "11-15", year = -1 }')
    profile = read_profile(text.encode(), name="prøve.toml")
    assert profile.wheel_date("draft_due", 2015) == date(2014, 11, 15)
    assert profile.wheel_date("sign_due", 2015) == date(2015, 1, 31)
    assert "»wheel.draft_due.yaer« findes ikke. Mente du »year«?" in told(text.replace("year = -1", "yaer = -1"))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('key = "follow_up"\nda', 'kay = "follow_up"\nda'),
        ('role = "unit_leader"\nof = "unit"', 'role = "unit_leader"\nov = "unit"'),
        ('poles = ["citizen"', 'pole = ["citizen"'),
        ("count = 2", 'count = "to"'),
    ],
)
def test_the_line_is_that_of_the_right_one_among_tables_of_one_name(was: str, becomes: str) -> None:
    line = line_of(was) + ("\nov" in becomes)
    assert told(TEXT.replace(was, becomes)).startswith(f"prøve.toml, linje {line}: ")


def test_neither_texts_nor_lists_over_several_lines_mislead_about_the_line() -> None:
    head = 'guide = """\n[look]\naccent = "x"\n"""\n'
    assert told(head + TEXT.replace('accent = "#1F5FA8"', 'accent = "blå"')).startswith("prøve.toml, linje 1: »guide«")
    text = TEXT.replace('  "folkeskole",', '  "[look]", "accent = 1",\n  "folkeskole",')
    place = text[: text.index('accent = "#1F5FA8"')].count("\n") + 1
    assert told(text.replace('accent = "#1F5FA8"', 'accent = "blå"')).startswith(f"prøve.toml, linje {place}: ")


def test_a_slip_in_the_toml_is_told_with_its_line() -> None:
    line = line_of("own_goals")
    assert told(TEXT.replace("own_goals = false", "own_goals = ")).startswith(f"prøve.toml, linje {line}: Det kan ikke")
    assert told(TEXT + '\nx = """ åben').startswith(f"prøve.toml, linje {TEXT.count(chr(10)) + 2}: Det kan ikke læses")


def test_a_file_that_is_not_utf8_is_told_so() -> None:
    with pytest.raises(ProfileProblem) as problem:
        read_profile(TEXT.encode("cp1252"), name="prøve.toml")
    assert (
        WORDS.say(problem.value.phrase)
        == "prøve.toml, linje 1: tegnsættet er ikke UTF-8. Gem filen igen med det tegnsæt."
    )


def test_an_unknown_model_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ProfileProblem) as problem:
        load_profile("atlantis")
    assert "»helsingoer«" in WORDS.say(problem.value.phrase)


def test_black_on_white_has_the_greatest_contrast_and_the_models_colours_have_enough() -> None:
    assert round(contrast_on_white("#000000"), 1) == 21.0
    assert round(contrast_on_white("#FFFFFF"), 1) == 1.0
    look = load_profile("helsingoer").look
    assert min(contrast_on_white(look.accent), contrast_on_white(look.ink)) >= LEAST_CONTRAST


def test_both_languages_have_the_same_sentences_with_the_same_gaps() -> None:
    danish, english = sentences("da"), sentences("en")
    assert danish.keys() == english.keys()
    for code, text in danish.items():
        gaps = [{part.split("}")[0].split(":")[0] for part in one.split("{")[1:]} for one in (text, english[code])]
        assert gaps[0] == gaps[1], code


def test_no_sentence_names_what_a_model_names_itself() -> None:
    for code, text in sentences("da").items():
        low = text.lower()
        assert not any(word in low for word in ("enhedsmål", "centermål", "decentral", "strategikort »")), code


LOGO = TEXT.replace('logo = ""', 'logo = "våben.png"').replace('logo_alt = ""', 'logo_alt = "Kommunens våben"')


def test_a_logo_beside_the_model_is_read_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "våben.png").write_bytes(logo().picture)
    look = read_profile(LOGO.encode(), name="prøve.toml", folder=tmp_path).look
    assert (look.logo, look.logo_alt) == (logo().picture, "Kommunens våben")


def test_a_logo_that_is_not_there_or_no_picture_or_has_no_words_is_told(tmp_path: Path) -> None:
    assert "»våben.png« findes ikke" in told(LOGO, tmp_path)
    (tmp_path / "våben.png").write_bytes(b"intet")
    assert "kan ikke trykkes" in told(LOGO, tmp_path)
    assert "»look.logo_alt«" in told(LOGO.replace("Kommunens våben", " "), tmp_path)
    assert "»look.logo«" in told(LOGO.replace("våben.png", "../våben.png"), tmp_path)
