from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from strategikort.domain.shape import Id
from strategikort.reports.sheet_code import SheetCode, read_sheet_code

CODES = st.builds(
    SheetCode,
    agreement=st.uuids().map(lambda one: Id(str(one))),
    version=st.integers(1, 9999),
    check=st.text("0123456789abcdef", min_size=12, max_size=12).map(lambda one: f"{one[:4]} {one[4:8]} {one[8:]}"),
    page=st.integers(1, 999),
    pages=st.integers(1, 999),
)


@given(CODES)
def test_what_a_sheet_says_is_read_back(code: SheetCode) -> None:
    assert read_sheet_code(code.text) == code


@given(CODES)
def test_a_code_uses_only_the_letters_that_a_qr_code_holds_densely(code: SheetCode) -> None:
    assert set(code.text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(code.text) <= 80


@given(st.text(max_size=90))
def test_any_other_code_is_none_of_ours(text: str) -> None:
    found = read_sheet_code(text)
    assert found is None or found.text == text.strip()


def test_a_code_of_another_program_is_not_read() -> None:
    assert read_sheet_code(f"BEGIN:VCARD {UUID(int=1)}") is None
