"""The findings panel: counted, filtered, shown and mended."""

from html import escape

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategikort.application.findings_grouped import Grouping
from strategikort.cascade.findings import Finding, Severity
from strategikort.desktop.dialogs.reason_dialog import ReasonDialog
from strategikort.desktop.findings.list import in_two_lines
from strategikort.desktop.findings.model import FINDING_ROLE, HEADING_ROLE, Heading
from strategikort.desktop.findings.panel import FindingsPanel
from strategikort.desktop.look.settings import FINDINGS_GROUPED, FINDINGS_SHOWN, Settings
from strategikort.domain.changes import ChangeSet, added
from strategikort.domain.links import Link
from strategikort.domain.phrases import phrase
from strategikort.domain.reviews import Exemption
from tests.desktop.conftest import Shown


def test_the_head_counts_what_the_check_found(shown: Shown) -> None:
    counts = shown.window.findings.model.counts()
    form = shown.window.findings.form
    assert counts[Severity.ERROR] >= 1
    assert form.errors.text() == f"{counts[Severity.ERROR]} fejl"
    assert form.warnings.text().startswith(f"{counts[Severity.WARNING]} advars")


def test_a_narrow_panel_counts_in_numbers_alone_and_cuts_none_of_them(shown: Shown, qtbot: QtBot) -> None:
    window, form = shown.window, shown.window.findings.form
    panel = window.panels["findings"]
    panel.setFloating(True)
    panel.resize(300, 240)
    qtbot.waitUntil(lambda: form.errors.text() == str(window.findings.model.counts()[Severity.ERROR]))
    for button in (form.errors, form.warnings, form.hints):
        qtbot.waitUntil(lambda one=button: one.width() >= one.sizeHint().width())
        assert button.accessibleName()


def test_a_finding_is_read_whole_in_its_row_or_its_tip_and_no_rule_number_is_in_the_way(shown: Shown) -> None:
    model = shown.window.findings.model
    for row in range(model.rowCount()):
        tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert tip.startswith(f"<p>{escape(shown.bridge.say(model.index(row, 0).data(FINDING_ROLE).message))}</p>")
        assert model.index(row, 0).data(FINDING_ROLE).rule not in tip


def test_the_rows_are_two_lines_high_where_a_sentence_needs_it(shown: Shown, qtbot: QtBot) -> None:
    window, list_ = shown.window, shown.window.findings.list
    first = window.findings.model.index(0, 0)
    qtbot.waitUntil(lambda: list_.visualRect(first).height() > 0)
    window.resize(3000, 900)
    line = list_.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: list_.visualRect(first).height() < 2 * line)
    panel = window.panels["findings"]
    panel.setFloating(True)
    panel.resize(300, 240)
    qtbot.waitUntil(lambda: list_.visualRect(first).height() >= 2 * line)


def test_a_sentence_is_broken_at_a_blank(shown: Shown) -> None:
    metrics = shown.window.findings.list.fontMetrics()
    text = "Målet »Ny legeplads« støtter ikke noget politisk mål"
    assert in_two_lines(text, metrics, 2000) == text
    first, second = in_two_lines(text, metrics, metrics.horizontalAdvance("Målet »Ny legeplads« støtter ikke")).split(
        "\n"
    )
    assert f"{first} {second}" == text


def test_severities_can_be_put_away_and_that_is_remembered(shown: Shown) -> None:
    panel = shown.window.findings
    panel.form.warnings.click()
    panel.form.hints.click()
    shown_ones = [panel.finding_at(row).severity for row in range(panel.model.rowCount())]
    assert set(shown_ones) == {Severity.ERROR}
    assert shown.window._settings.get(FINDINGS_SHOWN) == ["error"]


def test_a_click_on_vis_selects_what_the_finding_is_about(shown: Shown) -> None:
    panel = shown.window.findings
    row = next(row for row in range(panel.model.rowCount()) if panel.finding_at(row).rule == "TRA-001")
    rect = panel.list.visualRect(panel.model.index(row, 0))
    finding = panel.finding_at(row)
    hit = next(
        QPoint(x, rect.center().y())
        for x in range(rect.right(), rect.left(), -4)
        if (way := panel.delegate.way_at(finding, rect, QPoint(x, rect.center().y()), panel.list))
        and way.what == "show"
    )
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hit)
    assert shown.bridge.selection == (shown.goal("Ny legeplads"),)


def test_the_keyboard_goes_from_finding_to_finding(shown: Shown) -> None:
    shown.window.actions_by_id["next_finding"].trigger()
    first = shown.bridge.selection
    assert first
    panel = shown.window.findings
    assert panel.list.currentIndex().row() == 0
    panel.next_finding()
    assert panel.list.currentIndex().row() == 1 % panel.model.rowCount()


def test_a_link_drawn_downward_is_turned_by_its_mend(shown: Shown) -> None:
    lower, upper = shown.goal("Flere vælger skolen"), shown.goal("Ny legeplads")
    link = Link(id=shown.bridge.workspace.new_id(), lower=lower, upper=upper)
    shown.session.edit(ChangeSet(phrase("edit.link", lower="", upper=""), added([link])))
    shown.bridge.check_now()
    finding = next(one for one in shown.bridge.findings if one.rule == "STR-002")
    panel = shown.window.findings
    turn = next(way for way in panel.delegate.ways_out(finding) if way.mend and "Vend" in way.name)
    panel.do(finding, turn)
    assert shown.document.get(Link, link.id).lower == upper
    shown.bridge.check_now()
    assert "STR-002" not in [one.rule for one in shown.bridge.findings]


def test_the_panel_says_so_when_there_is_nothing_to_mend(shown: Shown) -> None:
    panel = shown.window.findings
    for button in (panel.form.errors, panel.form.warnings, panel.form.hints):
        if button.isChecked():
            button.click()
    assert panel.form.pages.currentWidget() is panel.form.good_page


def _go(panel: FindingsPanel, finding: Finding, what: str) -> None:
    panel.do(finding, next(way for way in panel.delegate.ways_out(finding) if way.what == what))


def test_a_warning_stands_for_a_reason_is_counted_apart_and_the_reason_can_be_taken_back(
    shown: Shown, qtbot: QtBot
) -> None:
    panel, bridge = shown.window.findings, shown.bridge
    assert panel.form.excepted.isHidden()
    warning = next(one for one in bridge.findings if one.severity is Severity.WARNING)
    before = panel.model.counts()[Severity.WARNING]
    _go(panel, warning, "except")
    dialog = panel.findChild(ReasonDialog, "except")
    assert dialog.form.who.text() == shown.session.who and not dialog.form.go.isEnabled()
    QTest.keyClicks(dialog.form.why, "Aftalt med direktionen i marts")
    dialog.form.go.click()
    [given] = shown.document.all(Exemption).values()
    assert (given.rule, given.record, given.why) == (warning.rule, warning.about, "Aftalt med direktionen i marts")
    bridge.check_now()
    assert panel.model.counts()[Severity.WARNING] < before and panel.model.row_of(warning) == -1
    assert panel.form.excepted.accessibleName() == f"{len(bridge.excepted)} undtagelse"
    panel.form.excepted.click()
    row = panel.model.row_of(warning)
    assert row == panel.model.rowCount() - 1
    assert f"Må stå: Aftalt med direktionen i marts ({shown.session.who}, " in panel.model.index(row, 0).data()
    assert [way.what for way in panel.delegate.ways_out(warning)] == ["show", "except", "drop"]
    _go(panel, warning, "drop")
    bridge.check_now()
    assert not shown.document.all(Exemption) and panel.model.counts()[Severity.WARNING] == before


def test_an_error_cannot_be_excepted(shown: Shown) -> None:
    error = next(one for one in shown.bridge.findings if one.severity is Severity.ERROR)
    assert "except" not in [way.what for way in shown.window.findings.delegate.ways_out(error)]


def test_the_list_is_filtered_by_words_and_says_so_when_none_has_them(shown: Shown) -> None:
    panel = shown.window.findings
    panel.form.search.setText("NY LEGEPLADS")
    rows = [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]
    assert rows and all("Ny legeplads" in row for row in rows)
    panel.form.search.setText("findes ikke nogen steder")
    assert panel.form.good_text.text() == "Der er ingen fund med de ord."
    assert panel.form.pages.currentWidget() is panel.form.good_page


def heads(panel: FindingsPanel) -> list[Heading]:
    rows = (panel.model.index(row, 0).data(HEADING_ROLE) for row in range(panel.model.rowCount()))
    return [one for one in rows if one is not None]


def choose_grouping(panel: FindingsPanel, words: str) -> None:
    next(one for one in panel.grouping.menu().actions() if one.text() == words).trigger()


@pytest.mark.parametrize("words", ["Efter hvad der er galt", "Efter center", "Efter enhed"])
def test_findings_are_grouped_and_each_stands_under_one_heading_that_counts_it(sample_shown: Shown, words: str) -> None:
    panel = sample_shown.window.findings
    before = [panel.finding_at(row) for row in range(panel.model.rowCount())]
    choose_grouping(panel, words)
    after = [one for row in range(panel.model.rowCount()) if (one := panel.finding_at(row))]
    assert sorted(before, key=id) == sorted(after, key=id) and len(heads(panel)) > 3
    counts = panel.model.counts()
    assert [sum(column) for column in zip(*(one.counts for one in heads(panel)), strict=True)] == [
        counts[severity] for severity in Severity
    ]
    assert panel.grouping.accessibleName() == f"Gruppér fundene: {words}"


def test_the_findings_of_a_centre_are_those_that_the_directors_numbers_count(sample_shown: Shown) -> None:
    panel = sample_shown.window.findings
    choose_grouping(panel, "Efter center")
    sample_shown.window.actions_by_id["view_leading"].trigger()
    sheet = sample_shown.window.views.leading.centres.model.sheet
    told = {str(row[0]): (row[1], row[2]) for row in sheet.rows}
    grouped = {one.group.name: one.counts[:2] for one in heads(panel)}
    assert {name: counts for name, counts in told.items() if any(counts)} == {
        name: counts for name, counts in grouped.items() if any(counts)
    }


def test_a_group_is_folded_by_keys_and_mouse_and_the_next_finding_opens_it_again(sample_shown: Shown) -> None:
    panel = sample_shown.window.findings
    choose_grouping(panel, "Efter center")
    every, first = panel.model.rowCount(), heads(panel)[0]
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    assert panel.finding_at(0) is None
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.model.rowCount() == every - sum(first.counts)
    heard = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith(first.group.name) and heard.endswith("foldet sammen")
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.model.rowCount() == every and panel.list.currentIndex().row() == 0
    place = panel.list.visualRect(panel.model.index(0, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.model.rowCount() < every
    panel.next_finding()
    assert panel.model.rowCount() == every and panel.finding_at(panel.list.currentIndex().row()) is not None


def test_how_findings_are_grouped_is_remembered(sample_shown: Shown, settings: Settings) -> None:
    choose_grouping(sample_shown.window.findings, "Efter enhed")
    again = FindingsPanel(sample_shown.bridge, sample_shown.window._theme, settings)
    assert heads(again) and again.grouping.grouping is Grouping.UNIT
    choose_grouping(again, "Én liste, det værste først")
    assert heads(again) == [] and settings.get(FINDINGS_GROUPED) == ""
