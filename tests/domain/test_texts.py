"""What may stand in a text, and how texts are put in order."""

from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.texts import code_key, folded, one_line, sort_key, tidied


def test_danish_letters_come_last_and_aa_is_one_of_them() -> None:
    names = ["Aalborg", "Zebra", "Ærø", "Åben", "Østre", "Bispen", "Aabenraa"]
    assert sorted(names, key=sort_key) == ["Bispen", "Zebra", "Ærø", "Østre", "Åben", "Aabenraa", "Aalborg"]


def test_codes_are_ordered_as_people_count() -> None:
    codes = ["1.10", "1.2", "DS-S10-01", "DS-S2-01", "1.1", ""]
    assert sorted(codes, key=code_key) == ["", "1.1", "1.2", "1.10", "DS-S2-01", "DS-S10-01"]


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\u202e\u2066\r\n\x00\x07"), max_size=60))
def test_a_tidied_text_stays_as_it_is_when_tidied_again_and_hides_nothing(text: str) -> None:
    once = tidied(text)
    assert tidied(once) == once
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\r")
    assert "\n" not in one_line(text)


def test_case_and_blanks_do_not_count_when_titles_are_compared() -> None:
    assert folded("  Flere  ÆLDRE\n klarer sig") == folded("flere ældre klarer sig")
