"""What the user prefers holds at once, in every window, and at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from strategikort.desktop.app import application, dressed
from strategikort.desktop.dialogs.messages import MessageDialog
from strategikort.desktop.look import theme
from strategikort.desktop.look.settings import LANGUAGE, PREFERENCES, TEXT_SIZE, THEME, USER, Settings
from strategikort.desktop.preferences import spoken
from strategikort.desktop.program import Program
from strategikort.desktop.start.start_window import StartWindow
from strategikort.desktop.window.main_window import DocumentWindow
from strategikort.desktop.window.preferences_dialog import PreferencesDialog
from strategikort.domain.goals import Goal
from tests.desktop.conftest import dialogs, touched


@pytest.fixture(autouse=True)
def undressed() -> Iterator[None]:
    yield
    dressed(application(), "da", theme.light())


def opened(program: Program, file: Path) -> DocumentWindow:
    window = program.open_file(file)
    assert window is not None
    return window


def colours_of(window: DocumentWindow) -> set[str]:
    """The colours that are seen in the picture of a window, every fourth pixel looked at."""
    QCoreApplication.processEvents()
    picture = window.grab().toImage()
    return {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4)
    }


def contrast_of(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG counts it, 1 to 21."""

    def brightness(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lower, upper = sorted((brightness(one), brightness(other)))
    return (upper + 0.05) / (lower + 0.05)


@pytest.mark.parametrize(("made", "least"), [(theme.light(), 4.5), (theme.dark(), 4.5), (theme.contrast(), 7.0)])
def test_every_text_has_its_contrast_on_whatever_it_stands(made: theme.Theme, least: float) -> None:
    texts = (made.text, made.muted, made.accent, made.good, made.warning, made.error, made.vision, made.political,
             made.centre, made.unit, made.effort)  # fmt: skip
    for ground in (made.surface, made.background, made.raised, made.stripe):
        assert min(contrast_of(text, ground) for text in texts) >= least
    assert min(contrast_of(made.quiet, ground) for ground in (made.surface, made.background, made.stripe)) >= 4.5
    assert contrast_of(made.text, made.accent_wash) >= least
    assert contrast_of(made.on_accent, made.accent) >= least
    assert contrast_of(made.accent, made.surface) >= 3, "focus"


def test_high_contrast_has_edges_that_are_seen() -> None:
    made = theme.contrast()
    assert min(contrast_of(edge, made.surface) for edge in (made.border, made.hairline, made.link)) >= 4.5


def test_colours_change_at_once_in_a_window_that_is_open_its_map_and_icons_too(
    program: Program, file: Path, settings: Settings
) -> None:
    window = opened(program, file)
    assert theme.light().background.name() in colours_of(window)
    icon = window.actions_by_id["open"].icon().pixmap(20, 20).toImage()
    for name, wanted in (("dark", theme.dark()), ("contrast", theme.contrast()), ("light", theme.light())):
        settings.put(THEME, name)
        seen = colours_of(window)
        assert wanted.surface.name() in seen and wanted.background.name() in seen
        strip = window.map_area.view.grab().toImage()
        assert strip.pixelColor(strip.width() - 2, strip.height() - 2).name() != "#000000" or name == "contrast"
        gone = theme.light().surface if name != "light" else theme.dark().surface
        share = sum(colour == gone.name() for colour in seen)
        assert share == 0 or name == "contrast", "white is the text of high contrast"
        changed = window.actions_by_id["open"].icon().pixmap(20, 20).toImage()
        assert (changed == icon) is (name == "light")


def test_a_button_keeps_its_own_icon_where_its_action_has_another(
    program: Program, file: Path, settings: Settings
) -> None:
    action = opened(program, file).actions_by_id["new_goal"]
    (button,) = (one for one in action.associatedObjects() if isinstance(one, QToolButton))
    settings.put(THEME, "dark")
    shade = theme.dark().surface.name()
    picture = button.icon().pixmap(20, 20).toImage()
    assert shade in {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_text_grows_at_once_and_the_map_with_it(program: Program, file: Path, settings: Settings) -> None:
    window = opened(program, file)
    window.resize(1440, 900)
    view = window.map_area.view
    view.actual_size()
    letters, scale, heading = window.font().pointSizeF(), view.scale_now, window.outline.sizeHint().height()
    settings.put(TEXT_SIZE, "200")
    QCoreApplication.processEvents()
    assert window.font().pointSizeF() == pytest.approx(2 * letters)
    assert view.scale_now == pytest.approx(2 * scale)
    assert view.scale_now == pytest.approx(view.full_scale)
    settings.put(TEXT_SIZE, "100")
    QCoreApplication.processEvents()
    assert view.scale_now == pytest.approx(scale)
    assert window.outline.sizeHint().height() == heading


def test_another_language_is_spoken_at_once_and_nothing_of_the_work_is_lost(
    program: Program, file: Path, settings: Settings, qtbot: QtBot
) -> None:
    window = touched(opened(program, file))
    goal = min(window.bridge.document.all(Goal))
    window.bridge.select([goal])
    window.actions_by_id["view_thread"].trigger()
    settings.put(LANGUAGE, "en")
    (new,) = program.windows
    assert new is not window
    assert new.menuBar().actions()[0].text() == "&File"
    assert new.bridge.document is window.bridge.document
    assert new.bridge.selection == (goal,)
    assert new.views.currentWidget() is new.thread_view
    assert new.actions_by_id["undo"].text().startswith("&Undo: ")
    new.actions_by_id["undo"].trigger()
    assert new.bridge.document.all(Goal)[goal].title != "Rettet af en, der så på det"
    new.save()
    session = new.bridge.workspace.session
    qtbot.waitUntil(lambda: not session.save_state.saving and not session.save_state.unsaved)
    settings.put(LANGUAGE, "")
    assert program.windows[0].menuBar().actions()[0].text() == "&Fil"


def test_an_untouched_sample_is_still_one_after_another_language(program: Program, settings: Settings) -> None:
    window = program.open_sample()
    assert window is not None
    settings.put(LANGUAGE, "en")
    program.windows[0].close()
    assert program.windows == []
    assert dialogs() == []


def test_the_dialog_is_made_from_the_table_and_each_choice_holds_at_once(
    program: Program, file: Path, settings: Settings
) -> None:
    window = opened(program, file)
    window.actions_by_id["preferences"].trigger()
    (dialog,) = dialogs()
    assert isinstance(dialog, PreferencesDialog)
    assert list(dialog.fields) == [one.setting.key for one in PREFERENCES]
    for preference in PREFERENCES:
        field = dialog.fields[preference.setting.key]
        assert field.accessibleName()
        if preference.setting is LANGUAGE:
            continue
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.count() - 1)
            assert settings.get(preference.setting) == list(preference.values)[-1]
        elif isinstance(field, QCheckBox):
            before = settings.get(preference.setting)
            field.click()
            assert settings.get(preference.setting) is not before
        elif isinstance(field, QLineEdit):
            field.setText("  Lone Berg ")
            field.editingFinished.emit()
            assert settings.get(preference.setting) == "Lone Berg"
    dialog.close()


def test_the_dialog_comes_back_in_the_language_that_was_chosen_in_it(
    program: Program, file: Path, settings: Settings
) -> None:
    opened(program, file)
    dialog = program.preferences.show()
    choice = dialog.fields[LANGUAGE.key]
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData("en"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (again,) = dialogs()
    assert again.windowTitle() == "Preferences"
    assert again.parent() is program.windows[0]
    again.close()


def test_the_start_page_has_preferences_and_follows_them(program: Program, settings: Settings) -> None:
    start = program.show_start()
    start.actions_by_id["preferences"].trigger()
    (dialog,) = dialogs()
    settings.put(LANGUAGE, "en")
    assert isinstance(program.start, StartWindow)
    assert program.start.form.open_file.text() == "Open a file ..."
    for one in dialogs():
        one.close()
    assert dialog is not None


def test_changes_are_signed_with_the_name_that_the_user_gave(program: Program, file: Path, settings: Settings) -> None:
    window = opened(program, file)
    settings.put(USER, "Lone Berg")
    touched(window)
    window.bridge.workspace.session.save()
    assert window.bridge.workspace.session.versions()[0].who == "Lone Berg"
    settings.put(USER, "")
    assert program.house.desk.who == "prøve"


def test_what_was_chosen_holds_at_the_next_start(tmp_path: Path) -> None:
    before = Settings(tmp_path)
    before.put(THEME, "contrast")
    before.put(TEXT_SIZE, "150")
    before.put(LANGUAGE, "en")
    del before
    again = Settings(tmp_path)
    assert (again.get(THEME), again.get(TEXT_SIZE)) == ("contrast", "150")
    assert spoken(again, "da") == "en"


def test_a_value_that_nobody_can_choose_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[look]\ntheme=pink\ntext=9000\n[user]\nlanguage=tlh\n", encoding="utf-8")
    settings = Settings(tmp_path)
    assert [settings.get(one) for one in (THEME, TEXT_SIZE, LANGUAGE)] == ["system", "100", ""]
    assert spoken(settings, "da") == "da"


@pytest.mark.parametrize("percent", ["150", "200"])
def test_nothing_of_the_goal_and_its_thread_is_cut_at_its_side_with_large_texts(
    program: Program, file: Path, settings: Settings, percent: str
) -> None:
    window = opened(program, file)
    window.resize(1440, 900)
    goal = next(one for one in window.bridge.document.all(Goal).values() if one.title == "Flere starter hos os")
    settings.put(TEXT_SIZE, percent)
    window.bridge.select([goal.id])
    QCoreApplication.processEvents()
    scroll, box = window.goal_panel.form.scroll, window.goal_panel.thread_box
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    assert box.height() >= 4 * box.fontMetrics().height()


@pytest.mark.parametrize("percent", ["100", "200"])
def test_a_message_shows_all_of_its_text(percent: str, dress: None, qtbot: QtBot) -> None:
    dressed(application(), "da", theme.light(), int(percent))
    dialog = MessageDialog("Strategikort", "Forbindelsen fra »Byerne er åbne« vender forkert. " * 4)
    qtbot.addWidget(dialog)
    dialog.show()
    QCoreApplication.processEvents()
    label = dialog.form.text
    assert label.height() >= label.heightForWidth(label.width())
