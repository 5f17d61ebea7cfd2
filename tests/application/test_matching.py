"""A few letters find what they mean, in Danish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.matching import fitting, plain


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ældre", "Flere Ældre klarer sig selv"),
        ("aeldre", "Flere ældre klarer sig selv"),
        ("ÆLDRE", "flere ældre"),
        ("gå", "Gaa op til overordnet mål"),
        ("gaa", "Gå op til overordnet mål"),
        ("bornehave", "Børnehaven Bakkegården"),
        ("overordn gå", "Gå op til overordnet mål"),
        ("utv", "Udskriv til venstre"),
        ("udskr", "Udskriv ..."),
        ("cafe", "Café på havnen"),
    ],
)
def test_letters_find_a_text_however_ae_oe_and_aa_are_written(typed: str, text: str) -> None:
    assert fitting(typed)(plain(text)) is not None


@pytest.mark.parametrize(
    ("typed", "text"),
    [("flere elev", "Elever fra 7. klasse læser for børnene"), ("xyz", "Udskriv"), ("dtv", "Udskriv")],
)
def test_letters_that_are_only_strewn_over_a_text_do_not_find_it(typed: str, text: str) -> None:
    assert fitting(typed)(plain(text)) is None


def test_a_beginning_is_better_than_a_word_and_a_word_than_a_part() -> None:
    texts = ["Mål for alle", "Nyt mål", "Delmål", "Mange andre tal"]
    found = [fitting("mål")(plain(text)) for text in texts]
    assert found[:3] == sorted(found[:3]) and len(set(found[:3])) == 3
    assert found[3] is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 12))
def test_whatever_stands_in_a_text_finds_it(text: str, start: int, length: int) -> None:
    part = plain(text)[start : start + length]
    if part.strip():
        assert fitting(part)(plain(text)) is not None


@given(st.text())
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
