"""What came back is compared letter by letter with what went out, however it was made anew on the way."""

import random

import pytest

from strategikort.domain.failures import KnownFailure
from strategikort.reports.comparing import Comparison, Difference, Sameness, compared, letters, page_texts
from strategikort.reports.preview import page_count
from tests.reports.rebuilt import photographed, rebuilt
from tests.reports.signed import signed_twice, unsigned


def changed_to(old: str, new: str) -> Comparison:
    def change(text: str) -> str:
        return text.replace(old, new, 1)

    assert old in "".join(page_texts(unsigned()))
    return compared(unsigned(), rebuilt(unsigned(), change=change, after=()))


def test_the_same_file_and_a_signed_one_say_the_same() -> None:
    same = Comparison(sameness=Sameness.SAME)
    assert compared(unsigned(), unsigned()) == same
    assert compared(unsigned(), signed_twice()) == same


@pytest.mark.parametrize("width", [100, 61, 33])
def test_a_paper_that_was_made_anew_says_the_same_and_its_own_pages_are_told(width: int) -> None:
    pages = page_count(unsigned())
    found = compared(unsigned(), rebuilt(unsigned(), width=width))
    assert found == Comparison(sameness=Sameness.SAME, added=(pages + 1,))
    found = compared(unsigned(), rebuilt(unsigned(), width=width, before=["Forside", "Oversigt"]))
    assert found == Comparison(sameness=Sameness.SAME, added=(1, 2, pages + 3))


def test_a_stamp_on_every_page_is_told_beside_the_same_text() -> None:
    found = compared(unsigned(), rebuilt(unsigned(), stamp="Dokumentnøgle: A1B2-C3D4", before=["Forside"]))
    assert (found.sameness, found.stamp) == (Sameness.SAME, "Dokumentnøgle: A1B2-C3D4")


def test_words_that_are_added_to_one_page_are_a_change() -> None:
    found = changed_to("lyst til at lære mere", "lyst til at lære mere, som ikke gælder")
    assert found.sameness is Sameness.CHANGED
    assert [(one.page, "ikke gælder" in one.came) for one in found.differences] == [(2, True)]


@pytest.mark.parametrize(
    ("old", "new", "page"),
    [
        ("640 børn", "460 børn", 2),
        ("82 %", "28 %", 3),
        ("tidligste", "seneste", 3),
        ("38.450.000", "38450.000", 4),
        ("Anne Krogh", "Anna Krogh", 1),
        ("7.-9. klasse", "7.9. klasse", 3),
        ("≥", "≤", 3),
    ],
)
def test_every_letter_that_is_changed_is_found_with_its_page_and_the_words_around(
    old: str, new: str, page: int
) -> None:
    found = changed_to(old, new)
    assert found.sameness is Sameness.CHANGED
    first = found.differences[0]
    assert first.page == page
    assert old.split()[0] in first.sent and new.split()[0] in first.came


def test_any_single_letter_that_is_changed_is_found() -> None:
    chance, texts = random.Random(41), page_texts(unsigned())
    for _ in range(20):
        page = chance.randrange(len(texts))
        places = [at for at, letter in enumerate(texts[page]) if letter.isalnum()]
        at = chance.choice(places)
        other = chance.choice([one for one in "abcæøå0123" if one != texts[page][at]])
        hurt = texts[page][:at] + other + texts[page][at + 1 :]

        def change(text: str, whole: str = texts[page], hurt: str = hurt) -> str:
            return hurt if text == whole else text

        found = compared(unsigned(), rebuilt(unsigned(), change=change))
        assert [one.page for one in found.differences] == [page + 1]


def test_a_page_that_is_missing_is_told() -> None:
    found = compared(unsigned(), rebuilt(unsigned(), leave_out=2, after=()))
    assert found.sameness is Sameness.CHANGED
    assert [(one.page, one.came) for one in found.differences] == [(3, "")]


def test_pages_in_another_order_are_a_change() -> None:
    texts = page_texts(unsigned())

    def change(text: str) -> str:
        return {texts[1]: texts[2], texts[2]: texts[1]}.get(text, text)

    assert compared(unsigned(), rebuilt(unsigned(), change=change)).sameness is Sameness.CHANGED


def test_pictures_of_pages_cannot_be_compared() -> None:
    assert compared(unsigned(), photographed(unsigned())) == Comparison(sameness=Sameness.UNREADABLE)


def test_white_space_and_parted_words_are_left_aside_and_nothing_else() -> None:
    assert letters("Trivsels-\r\nmålet  og\tdrifts-\u00a0 og\u00adså") == letters("Trivselsmålet og drifts- også")
    assert letters("ﬁnt") == letters("fint")
    assert letters("e\u0301t") == letters("\u00e9t")
    assert letters("7.-9.") != letters("7.9.")
    assert letters("-5") != letters("5")
    assert letters("m²") != letters("m2")


def test_a_long_difference_is_shortened() -> None:
    found = compared(unsigned(), rebuilt(unsigned(), change=lambda text: "x" * 5000))
    assert all(len(one.came) < 200 and len(one.sent) < 200 for one in found.differences)
    assert isinstance(found.differences[0], Difference)


@pytest.mark.parametrize("pdf", [b"", b"nej", b"%PDF-1.7 nej"])
def test_what_is_no_pdf_is_told(pdf: bytes) -> None:
    for sent, came in ((unsigned(), pdf), (pdf, unsigned())):
        with pytest.raises(KnownFailure) as failure:
            compared(sent, came)
        assert failure.value.phrase.code == "pdf.unreadable"
