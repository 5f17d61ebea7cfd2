"""A municipality's steering model is data, and a mistake in it is told by file, line and what was meant."""

from pathlib import Path

import pytest

from strategikort.application.profiles import (
    LEAST_CONTRAST,
    ProfileProblem,
    contrast_on_white,
    load_profile,
    read_profile,
)
from strategikort.application.resources import resource_bytes
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
    assert told("zebra = 1\n" + TEXT) == "prøve.toml, linje 1: »zebra« findes ikke i en styringsmodel. Fjern linjen."


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("own_goals = false", "own_goals = false\nown_goals = true", "kan ikke læses"),
        ('of = "unit"', 'of = "units"', "signatories.1.of"),
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


def test_a_file_that_is_not_utf8_is_told_so() -> None:
    with pytest.raises(ProfileProblem) as problem:
        read_profile(TEXT.encode("cp1252"), name="prøve.toml")
    assert (
        WORDS.say(problem.value.phrase)
        == "prøve.toml er ikke gemt med tegnsættet UTF-8. Gem filen igen med det tegnsæt."
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
