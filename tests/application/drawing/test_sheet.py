"""A map as a drawing: every card and arrow is on it, its words are whole, its legend tells what is there."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.application.drawing import dress
from strategikort.application.drawing.columns import columns_of, strips
from strategikort.application.drawing.lettering import ELLIPSIS, Lettering
from strategikort.application.drawing.measure import CARD_WIDTH, PAD
from strategikort.application.drawing.sheet import MapHead, map_drawing
from strategikort.application.drawing.signs import ERROR_SIGN, WARNING_SIGN
from strategikort.application.map_printing import MapPress, PaperSize, Sheets, Shown, map_of_centre
from strategikort.application.reading import Reading, reading_of
from strategikort.application.reviewing import reviewed
from strategikort.application.starting import sample_document
from strategikort.application.wordings import wording
from strategikort.domain.changes import Change, ChangeSet
from strategikort.domain.drawn import Drawing, Outline, Text
from strategikort.domain.edits import maps
from strategikort.domain.edits.records import set_field
from strategikort.domain.failures import KnownFailure
from strategikort.domain.goals import Goal, GoalKind
from strategikort.domain.maps import StrategyMap
from strategikort.domain.organisation import Scope
from strategikort.domain.phrases import phrase
from strategikort.domain.shape import Id
from strategikort.exchange.svg import svg_of
from tests.application.drawing.test_columns import SKANDERBORG, THEMES, drawn, placed
from tests.application.drawing.town import small_town

DAY = datetime(2015, 2, 15)


def reading_of_town() -> Reading:
    return reading_of(small_town().document, language="da")


def press_of(reading: Reading) -> MapPress:
    return MapPress(reading, made_at=DAY)


@pytest.fixture(scope="module")
def sample() -> Reading:
    return reading_of(sample_document(), language="da")


def texts(made: Drawing) -> list[str]:
    return [part.text for one in made.figures() for part in one.parts if isinstance(part, Text)]


def test_each_map_of_the_sample_has_every_card_with_its_whole_title_and_every_arrow(sample: Reading) -> None:
    press = press_of(sample)
    for map in (None, *sample.document.all(StrategyMap)):
        made = press.drawing(Shown(map=map), headed=True)
        entries = [entry for section in made.sections for entry in section.entries]
        for entry in entries:
            words = " ".join(part.text for part in entry.card.parts if isinstance(part, Text))
            code, _, title = entry.name.partition(" ")
            assert code in words and title in words, "no title of the sample is cut"
        assert len({entry.card.about for entry in entries}) == len(entries)
        assert all(one.box.left >= 0 and one.box.right <= made.width for one in made.figures() if not one.said)
        assert all(one.box.top >= 0 and one.box.bottom <= made.height for one in made.figures())


def test_no_text_leaves_its_card(sample: Reading) -> None:
    made = press_of(sample).drawing(Shown(), headed=False)
    for section in made.sections:
        for entry in section.entries:
            frame = entry.card.box
            for part in entry.card.parts:
                if isinstance(part, Text):
                    assert frame.left + PAD - 1 <= part.box.left and part.box.right <= frame.right - PAD + 4


def test_an_arrow_says_where_it_leads() -> None:
    made = press_of(reading_of_town()).drawing(Shown(), headed=False)
    said = {
        entry.name.split(" ", 1)[-1]: [arrow.said for arrow in entry.arrows]
        for section in made.sections
        for entry in section.entries
    }
    assert said["Flere vælger skolen"] == [
        "Understøtter »Flere familier flytter til« og »Alle unge får en uddannelse«."
    ]
    assert said["Ny legeplads"] == []


def test_the_legend_holds_what_is_on_the_map_and_nothing_else() -> None:
    reading = reading_of_town()
    words = [part.text for one in press_of(reading).drawing(Shown(), headed=False).legend for part in one.parts[-1:]]
    assert words == [
        "Visionselementer",
        "Politiske mål",
        "Centermål",
        "Enhedsmål",
        "Indsatser",
        "understøtter",
        "brudt tråd: når ikke op til et politisk mål",
    ]


def marked_map() -> tuple[Drawing, dict[str, Id]]:
    """The map of the town in its centre's file, with a pinned goal and what is found; and where the goals are."""
    town = small_town()
    goals = {goal.title: goal.id for goal in town.document.all(Goal).values()}
    map = (
        town.do(
            maps.add_map(
                new_id=town.new_id, title="Kort", centre=town.document.all(Goal)[goals["Flere vælger skolen"]].owner
            )
        )
        .changes[0]
        .record.id
    )
    town.do(maps.pin_goals(town.document, map, {goals["Flere vælger skolen"]: (0, 0)}, new_id=town.new_id))
    before = town.document.municipality
    assert before is not None
    town.do(ChangeSet(phrase("edit.field"), (Change(before, replace(before, scope=Scope.CENTRE)),)))
    reading = reading_of(town.document, language="da")
    found = reviewed(reading, today=DAY.date(), year=None).findings
    press = MapPress(reading, made_at=DAY, findings=found)
    return press.drawing(Shown(map=map), headed=False), goals


def test_locks_pins_and_what_is_found_stand_on_cards_and_in_the_legend() -> None:
    marked, goals = marked_map()
    plain = press_of(reading_of_town()).drawing(Shown(), headed=False)
    told = [part.text for one in marked.legend for part in one.parts if isinstance(part, Text)]
    assert {"fastgjort på kortet", "låst for ændringer"} <= set(told)
    assert {"har en fejl", "har en advarsel"} & set(told)
    shapes = {
        (drawing is marked, entry.name.split(" ", 1)[-1]): sum(isinstance(part, Outline) for part in entry.card.parts)
        for drawing in (marked, plain)
        for section in drawing.sections
        for entry in section.entries
    }
    for title in ("Flere familier flytter til", "Flere vælger skolen"):
        assert shapes[True, title] == shapes[False, title] + 2, title
    assert shapes[True, "Flere starter hos os"] == shapes[False, "Flere starter hos os"]
    signs = {
        part.text
        for section in marked.sections
        for entry in section.entries
        for part in entry.card.parts
        if isinstance(part, Text)
    }
    assert signs & {ERROR_SIGN, WARNING_SIGN}


def test_goals_in_doubt_say_so_on_paper_and_in_the_legend_and_no_text_leaves_its_card() -> None:
    town = small_town()
    goals = {goal.title: goal.id for goal in town.document.all(Goal).values()}
    political = goals["Flere familier flytter til"]
    town.do(set_field(town.document, Goal, political, "title", "Flere familier bliver boende"))
    made = press_of(reading_of(town.document, language="da")).drawing(Shown(), headed=False)
    told = [part.text for one in made.legend for part in one.parts if isinstance(part, Text)]
    assert {"mangler svar: målet ovenover er ændret", "afventer et svar længere oppe"} <= set(told)
    cards = {entry.card.about: entry.card for section in made.sections for entry in section.entries}
    for title, sign in (("Flere vælger skolen", "? mangler svar"), ("Flere starter hos os", "(?) afventer")):
        card = cards[goals[title]]
        words = [part for part in card.parts if isinstance(part, Text)]
        assert sign in [part.text for part in words]
        assert all(card.box.left <= part.box.left and part.box.right <= card.box.right for part in words)


def measured(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.56 if bold else 0.5)


def test_columns_have_their_names_over_them_and_lines_between_them_on_paper() -> None:
    picture = drawn(["", *THEMES[1:], *THEMES[1:]])
    spots, names = placed(picture), [column.name for column in SKANDERBORG.columns]
    words = wording("da", SKANDERBORG)
    made = map_drawing(picture, spots, words, measured, MapHead(title="Kort"), columns=names)
    (row,) = {text.at[1] for figure in made.columns for text in figure.parts}
    assert [text.text for figure in made.columns for text in figure.parts] == names
    first_cards = min(entry.card.box.top for section in made.sections for entry in section.entries)
    assert row < first_cards
    for figure, strip in zip(made.columns, strips(picture, spots), strict=True):
        own = [key for key, column in columns_of(picture).items() if column == strip.column]
        boxes = [e.card.box for section in made.sections for e in section.entries if e.card.about in own]
        assert min(box.left for box in boxes) <= figure.box.left and figure.box.right <= max(box.right for box in boxes)
    dashed = [one for one in made.ground if one.dashes]
    assert len(dashed) == len(names) - 1
    plain = map_drawing(picture, spots, words, measured, MapHead(title="Kort"))
    assert not plain.columns and plain.height < made.height
    assert b"</svg>" in svg_of(made)


def test_a_part_of_a_map_has_only_its_cards_and_the_arrows_between_them() -> None:
    reading = reading_of_town()
    press = press_of(reading)
    whole = press.drawing(Shown(), headed=False)
    keys = {e.name.split(" ", 1)[-1]: e.card.about for section in whole.sections for e in section.entries}
    only = frozenset(keys[name] for name in ("Flere vælger skolen", "Flere familier flytter til"))
    part = press.drawing(Shown(only=only), headed=False)
    entries = [entry for section in part.sections for entry in section.entries]
    assert {entry.card.about for entry in entries} == only
    assert [arrow.said for entry in entries for arrow in entry.arrows] == ["Understøtter »Flere familier flytter til«."]


def test_a_thread_that_is_looked_at_stands_out_on_paper_too() -> None:
    press = press_of(reading_of_town())
    whole = press.drawing(Shown(), headed=False)
    first = whole.sections[0].entries[0].card
    faded = press.drawing(Shown(faded=frozenset({first.about})), headed=False).sections[0].entries[0].card
    colours = {part.colour for part in faded.parts if isinstance(part, Text)}
    assert texts(whole) == texts(press.drawing(Shown(faded=frozenset({first.about})), headed=False))
    assert dress.TEXT not in colours and dress.OF_KIND[GoalKind.VISION_ELEMENT] not in colours


def test_an_empty_document_has_a_drawing_and_a_sheet_too() -> None:
    reading = reading_of(type(small_town().document)(), language="da")
    press = press_of(reading)
    assert press.printed(Shown(), Sheets()).pages == 1
    assert press.small(Shown(), Sheets()) is None
    assert b"<svg" in press.svg(Shown())


def test_small_text_is_told_with_the_sheets_that_mend_it(sample: Reading) -> None:
    press = press_of(sample)
    map = map_of_centre(sample.document, "DS", DAY.date())
    one = press.best_way_up(Shown(map=map.id), PaperSize.A4)
    small = press.small(Shown(map=map.id), one)
    assert small is not None and small.points < 7 and small.sheets is not None
    across, down = small.sheets
    more = Sheets(size=one.size, landscape=one.landscape, across=across, down=down)
    assert press.small(Shown(map=map.id), more) is None


def test_a_centre_without_a_map_and_one_that_is_not_there_are_told(sample: Reading) -> None:
    for code in ("XX", "DS-S1"):
        with pytest.raises(KnownFailure) as told:
            map_of_centre(sample.document, code, DAY.date())
        assert sample.words.say(told.value.phrase)


def widths(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


@given(st.text(max_size=80), st.floats(8, 17), st.floats(0, 400), st.integers(1, 4))
def test_lines_are_no_wider_than_their_room_and_lose_no_word_without_a_sign(
    text: str, size: float, room: float, most: int
) -> None:
    lines = Lettering(widths).lines(text, size, room, most)
    assert len(lines) <= most
    assert all(widths(line, size, False) <= room for line in lines)
    if all(lines) and not any(line.endswith(ELLIPSIS) for line in lines):
        assert " ".join(lines) == " ".join(text.split())


def test_a_long_title_is_set_smaller_before_it_is_cut() -> None:
    title = "Halvdelen af alle borgere over 65 år deltager hver uge i noget, som de selv har valgt"
    town = small_town()
    town.goal(GoalKind.POLITICAL_GOAL, title)
    made = press_of(reading_of(town.document, language="da")).drawing(Shown(), headed=False)
    card = next(e.card for section in made.sections for e in section.entries if title in e.name)
    lines = [part for part in card.parts if isinstance(part, Text) and part.colour == dress.TEXT]
    assert " ".join(line.text for line in lines) == title
    assert {line.size for line in lines} == {11.5}
    assert all(line.width <= CARD_WIDTH - 2 * PAD for line in lines)
