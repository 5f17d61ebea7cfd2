"""Lists as people paste them: levels, codes and dates are found, no text is lost, and what is written is read again."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from strategikort.application.drafting import drafts_of, moved, spots_of, without
from strategikort.application.listing import Line, levelled, written, written_html
from strategikort.application.pasting import MOST_LINES, parsed
from strategikort.application.pasting_html import parsed_html
from strategikort.domain.edits.drafts import add_drafts
from strategikort.domain.goals import Effort, Goal, GoalKind
from strategikort.domain.links import LinkKind
from tests.domain.town import PROFILE, Town

words = st.text("abcdefghijklmnopqrstuvwxyzæøå ", min_size=2, max_size=30).map(
    lambda text: f"Ny {' '.join(text.split())}x"
)
codes = st.sampled_from(["", "", "A1", "A1.2", "POL-03", "DS-S1-I-01", "3.1", "12.4.1"])
days = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
loose = st.builds(Line, level=st.integers(0, 6), title=words, code=codes, day=days)


def arranged(lines: list[Line]) -> list[Line]:
    levels = levelled([line.level for line in lines])
    return [Line(level=n, title=one.title, code=one.code, day=one.day) for n, one in zip(levels, lines, strict=True)]


trees = st.lists(loose, max_size=20).map(arranged)


def says_its_own_levels(lines: list[Line]) -> bool:
    """Whether the numbers of a list that is not indented would be read as levels."""
    return all(line.code[:1].isdigit() for line in lines) and {line.level for line in lines} == {0}


@given(trees)
def test_what_is_written_is_read_as_the_same(lines: list[Line]) -> None:
    if not says_its_own_levels(lines):
        assert parsed(written(lines)) == lines
        assert parsed_html(written_html(lines)) == lines


@given(st.text("ab1.2-•o \t\n()æ–*", max_size=60))
@example("1. - x (1-1-2015)\n\t• 1.2 y")
def test_reading_makes_titles_and_levels_that_are_possible(text: str) -> None:
    lines = parsed(text)
    assert all(line.title and line.title == line.title.strip() for line in lines)
    assert [line.level for line in lines] == levelled([line.level for line in lines])


@given(st.lists(st.sampled_from(
    ["<ul>", "</ul>", "<li>", "</li>", "<tr>", "<td>", "</td>", "</table>", "<p style='mso-list:l0 level9 lfo1'>", "x",
     "</p>", "<![if !x]>", "<![foo[", "<!", "<", "&", "&#0;", "<br>", "<span style='mso-list:Ignore'>", "</span>",
     "<li aria-level='77'>", "<li aria-level='²'>", "<style>", "</style>", "\x00"]), max_size=30))  # fmt: skip
def test_no_html_whatever_breaks_it(parts: list[str]) -> None:
    lines = parsed_html("".join(parts))
    assert [line.level for line in lines] == levelled([line.level for line in lines])


def said(lines: list[Line]) -> list[tuple[int, str, str, date | None]]:
    return [(line.level, line.code, line.title, line.day) for line in lines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("• Bolig\n• Job", [(0, "", "Bolig", None), (0, "", "Job", None)]),
        ("- Bolig\n  - Billige\n- Job", [(0, "", "Bolig", None), (1, "", "Billige", None), (0, "", "Job", None)]),
        ("•\tBolig\no\tBillige\n•\tJob", [(0, "", "Bolig", None), (1, "", "Billige", None), (0, "", "Job", None)]),
        ("1. Bolig\n1.1 Små\n2. Job", [(0, "1", "Bolig", None), (1, "1.1", "Små", None), (0, "2", "Job", None)]),
        ("A1.2 Flere unge", [(0, "A1.2", "Flere unge", None)]),
        ("3. Flere unge", [(0, "3", "Flere unge", None)]),
        ("a) Flere unge", [(0, "a", "Flere unge", None)]),
        ("DS-S1-01 Flere unge", [(0, "DS-S1-01", "Flere unge", None)]),
        ("82 procent i job", [(0, "", "82 procent i job", None)]),
        ("1.500 borgere mødes", [(0, "", "1.500 borgere mødes", None)]),
        ("Åbent hus 15-02-2015", [(0, "", "Åbent hus", date(2015, 2, 15))]),
        ("Åbent hus (15.2.2015)", [(0, "", "Åbent hus", date(2015, 2, 15))]),
        ("Åbent hus inden 15. februar 2015", [(0, "", "Åbent hus", date(2015, 2, 15))]),
        ("Åbent hus, senest d. 1. maj 2016.", [(0, "", "Åbent hus", date(2016, 5, 1))]),
        ("Åbent hus 31-02-2015", [(0, "", "Åbent hus 31-02-2015", None)]),
        ("Kode\tMål\tFrist\n3\tFlere unge\t2015-02-15", [(0, "3", "Flere unge", date(2015, 2, 15))]),
        ("Bolig\t\n\tBillige\t1. marts 2015", [(0, "", "Bolig", None), (1, "", "Billige", date(2015, 3, 1))]),
        ("\n  \n•\n", []),
    ],
)  # fmt: skip
def test_levels_codes_and_dates_are_found(text: str, found: list[tuple[int, str, str, date | None]]) -> None:
    assert said(parsed(text)) == found


WORD = """<html><head><style>p.MsoListParagraph {margin:0}</style></head><body><!--StartFragment-->
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Flere
unge i job<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
>&nbsp;&nbsp;</span></span><![endif]>Vejledning hver uge</p><!--EndFragment--></body></html>"""
SHEET = """<html><head><style>.xl65 {mso-char-indent-count:1;\n padding-left:12px}</style></head><body><table>
<tr><td class=xl63>POL-1</td><td>Flere unge i job</td><td>15-02-2015</td><td>Aftalt i byrådet</td></tr>
<tr><td></td><td>Vejledning<br>hver uge</td></tr></table></body></html>"""
BROWSER = "<ul><li aria-level='1'><p>Flere unge i job</p></li></ul><ul><li aria-level='2'>Vejledning</li></ul>"


def test_a_list_from_a_word_processor_keeps_its_levels() -> None:
    assert said(parsed_html(WORD)) == [(0, "", "Flere unge i job", None), (1, "1", "Vejledning hver uge", None)]
    assert said(parsed_html(BROWSER)) == [(0, "", "Flere unge i job", None), (1, "", "Vejledning", None)]


def test_a_range_of_a_sheet_keeps_codes_dates_and_what_else_stands_there() -> None:
    lines = parsed_html(SHEET)
    assert said(lines) == [
        (0, "POL-1", "Flere unge i job", date(2015, 2, 15)),
        (1, "", "Vejledning hver uge", None),
    ]
    assert lines[0].note == "Aftalt i byrådet"


def test_text_without_a_list_is_no_list_in_html() -> None:
    assert parsed_html("<p>Kære alle</p>") == []


def test_a_text_that_has_no_room_in_a_title_is_kept_whole_in_the_note() -> None:
    text = "Flere unge " * 30
    (line,) = parsed(text)
    assert len(line.title) <= 140 and line.note == text.strip()


def test_a_list_without_end_is_cut() -> None:
    assert len(parsed("Mål\n" * 5_000)) == MOST_LINES


def test_lines_become_goals_of_lower_and_lower_levels_each_under_the_one_above_it() -> None:
    lines = parsed("Flere unge i job\n\tVejledning virker\n\t\tKaffe 1-5-2015\n\t\t\tKage\nBolig")
    drafts = drafts_of(lines, GoalKind.CENTRE_GOAL, PROFILE)
    assert [(one.kind, one.upper) for one in drafts] == [
        (GoalKind.CENTRE_GOAL, None),
        (GoalKind.UNIT_GOAL, 0),
        (GoalKind.EFFORT, 1),
        (GoalKind.EFFORT, 1),
        (GoalKind.CENTRE_GOAL, None),
    ]
    town = Town()
    town.do(add_drafts(town.document, drafts, profile=PROFILE, new_id=town.new_id))
    goals = {goal.title: goal for goal in town.document.all(Goal).values()}
    effort = goals["Kaffe"]
    assert isinstance(effort, Effort) and effort.deadline == date(2015, 5, 1)
    assert [link.upper for link in town.document.links_up(goals["Kage"].id)] == [goals["Vejledning virker"].id]


def test_codes_of_the_list_are_taken_where_nobody_has_them() -> None:
    town = Town()
    for _ in range(2):
        drafts = drafts_of(parsed("A1 Flere unge\nA2 Bolig"), GoalKind.POLITICAL_GOAL, PROFILE)
        town.do(add_drafts(town.document, drafts, profile=PROFILE, new_id=town.new_id))
    assert [goal.code for goal in town.document.all(Goal).values()] == ["A1", "A2", "POL-01", "POL-02"]


@given(trees, st.sampled_from(list(GoalKind)))
def test_whatever_is_pasted_each_link_is_one_that_the_model_knows(lines: list[Line], top: GoalKind) -> None:
    drafts = drafts_of(lines, top, PROFILE)
    for place, draft in enumerate(drafts):
        assert draft.upper is None or draft.upper < place
        assert draft.upper is None or PROFILE.allows(LinkKind.REALISES, draft.kind, drafts[draft.upper].kind)
    assert len({(one.kind, spot) for one, spot in zip(drafts, spots_of(drafts, 0), strict=True)}) == len(drafts)


@given(trees, st.sets(st.integers(0, 19)), st.sampled_from([-1, 1]))
def test_moving_and_leaving_out_lines_leaves_a_list(lines: list[Line], chosen: set[int], by: int) -> None:
    for after in (moved(lines, chosen, by), without(lines, chosen)):
        assert [line.level for line in after] == levelled([line.level for line in after])
    assert [line.title for line in moved(lines, chosen, by)] == [line.title for line in lines]


def test_a_line_takes_what_is_below_it_along() -> None:
    lines = parsed("A\n\tB\n\t\tC\n\tD")
    assert [line.level for line in moved(lines, [1], -1)] == [0, 0, 1, 1]
    assert [line.level for line in moved(lines, [3], 1)] == [0, 1, 2, 2]
