"""Which words are asked about, and what the Danish dictionary says of those that agreements are made of."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.exchange.spelling import WordList, dictionary_folder, words_in


@pytest.fixture(scope="module")
def words() -> WordList:
    """The dictionary of this machine."""
    folder = dictionary_folder()
    if folder is None and not os.environ.get("CI"):
        pytest.skip("no Danish dictionary here")
    assert folder is not None
    return WordList(folder)


@given(st.text(max_size=200))
def test_each_word_stands_where_it_is_said_to_stand_and_none_over_another(text: str) -> None:
    end = 0
    for place, word in words_in(text):
        assert text[place : place + len(word)] == word and place >= end
        assert not any(letter.isspace() or letter.isdigit() for letter in word)
        end = place + len(word)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Trivslen stiger, og fraværet falder.", ["Trivslen", "stiger", "og", "fraværet", "falder"]),
        ("DS-S1-02 og sag 12/10431 fra 2014", ["og", "sag", "fra"]),
        ("lone.berg@oeresoe.dk, www.kl.dk og https://kl.dk/mål", ["og"]),
        ("MED-udvalget, IT og SFO'en", ["og"]),
        ("(»børnehave«) – råd/nævn", ["børnehave", "råd", "nævn"]),
        ("a o i på", ["på"]),
    ],
)
def test_what_is_no_word_of_the_language_is_left_alone(text: str, asked: list[str]) -> None:
    assert [word for _, word in words_in(text) if len(word) > 1] == asked


@pytest.mark.parametrize(
    "word", ["daginstitutionsleder", "trivselsmåling", "sygefraværssamtale", "elevfravær", "målet"]
)
def test_the_compounds_of_a_municipality_are_known(words: WordList, word: str) -> None:
    assert words.knows(word) and words.knows(word)


@pytest.mark.parametrize(
    ("wrong", "right"), [("kommunne", "kommune"), ("trvisel", "trivsel"), ("fraversdag", "fraværsdag")]
)
def test_a_wrong_word_is_not_known_and_the_right_one_is_suggested_first(
    words: WordList, wrong: str, right: str
) -> None:
    assert not words.knows(wrong)
    assert words.suggestions(wrong)[0] == right


def test_a_folder_without_a_dictionary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=tmp_path.name):
        WordList(tmp_path)


def test_a_word_with_a_soft_hyphen_or_with_marks_written_apart_is_one_word_that_is_known(words: WordList) -> None:
    apart = unicodedata.normalize("NFD", "målet skolen")
    assert [word for _, word in words_in(apart)] == apart.split()
    assert all(words.knows(word) for _, word in words_in(f"{apart} må\u00adlet målet\u00ad"))
