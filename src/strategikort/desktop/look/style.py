"""How Qt's widgets look: one style sheet, written from the colours of the theme."""

import re
from string import Template
from typing import Final

from strategikort.desktop.look.theme import Theme, mixed

_SHEET: Final = Template("""
QMainWindow, QDialog { background: $background; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }

QMenuBar { background: $surface; border-bottom: 1px solid $hairline; padding: 2px 8px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent_wash; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 4px; }
QMenu::item:selected { background: $accent_wash; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenu { icon-size: 16px; }
QMenu::icon { padding-left: 6px; }
QMenu::icon:checked { background: $accent_wash; border: 1px solid $accent; border-radius: 4px; }

QToolBar { icon-size: 20px; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $hairline; padding: 6px 12px; spacing: 6px; }
QToolBar::separator { background: $hairline; width: 1px; margin: 6px 6px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; color: $text; }
QToolBar QToolButton:hover { background: $background; }
QToolBar QToolButton:pressed { background: $accent_wash; }
QToolBar QToolButton:checked { background: $accent_wash; color: $accent; font-weight: 600; }
QToolBar QToolButton:focus { border-color: $accent; }
QToolBar QToolButton:disabled { color: $faint; }

QPushButton, QToolButton[plain="false"] { background: $raised; border: 1px solid $border; border-radius: 6px;
    padding: 5px 14px; color: $text; min-height: 20px; }
QPushButton:hover { background: $background; border-color: $link; }
QPushButton:pressed { background: $accent_wash; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton:checked { background: $accent_wash; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $faint; border-color: $hairline; background: $background; }
QPushButton[primary="true"], QToolBar QToolButton[primary="true"] { background: $accent; border: 1px solid $accent;
    color: $on_accent; font-weight: 600; }
QToolBar QToolButton[primary="true"] { padding: 5px 14px; }
QPushButton[primary="true"]:hover, QToolBar QToolButton[primary="true"]:hover { background: $accent_strong; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled, QToolBar QToolButton[primary="true"]:disabled { background: $hairline;
    border-color: $hairline; color: $muted; }
QToolBar QToolButton[popupMode="1"] { padding-right: 26px; }
QToolBar QToolButton::menu-button { border: none; border-left: 1px solid $accent_wash; width: 20px; }
QToolBar QToolButton::menu-arrow { width: 9px; height: 9px; }
QToolBar QToolButton[framed="true"] { border: 1px solid $border; padding: 5px 6px 5px 12px; }
QPushButton[flat_link="true"] { border: none; background: transparent; color: $accent; padding: 3px 2px;
    font-weight: 600; text-align: left; min-height: 18px; }
QPushButton[flat_link="true"]:hover { background: $accent_wash; border-radius: 5px; }
QPushButton[flat_link="true"]:focus { border: 1px solid $accent; padding: 2px 1px; border-radius: 5px; }
QPushButton[flat_link="true"]:disabled { color: $faint; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $surface; border: 1px solid $border; border-radius: 6px;
    padding: 4px 8px; color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: 20px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $link; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $background; color: $muted;
    border-color: $hairline; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $error; }
QLineEdit[heading="true"], QPlainTextEdit[heading="true"] { border-color: transparent; background: transparent;
    font-size: 17px; font-weight: 600; padding: 2px; }
QPlainTextEdit[heading="true"]:hover { border-color: $border; background: $surface; }
QPlainTextEdit[heading="true"]:focus { border: 2px solid $accent; padding: 1px; background: $surface; }
QSpinBox { min-height: 20px; padding-right: 26px; }
QSpinBox:focus { padding-right: 25px; }
QSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; border: none; width: 26px; }
QSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; border: none; width: 26px; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; width: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox { combobox-popup: 0; }
Choice::down-arrow { image: none; width: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 3px; outline: 0;
    selection-background-color: $accent_wash; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: 4px 6px; min-height: 20px; }
MapArea QComboBox QAbstractItemView { min-width: 440px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator:unchecked, QListView::indicator:unchecked, QTreeView::indicator:unchecked {
    width: 12px; height: 12px; border: 1px solid $link; border-radius: 3px; background: $surface; }

QTreeView { show-decoration-selected: 0; }
QTreeView, QListView { icon-size: 16px; }
QTreeView::item, QListView::item { min-height: 27px; }
QComboBox QAbstractItemView::item { min-height: 20px; }
QTreeView::branch:selected { background: transparent; }
QTreeView, QListView, QTableView { background: $surface; border: none; outline: 0; color: $text;
    selection-background-color: $accent_wash; selection-color: $text; alternate-background-color: $background;
    gridline-color: $hairline; }
QTableView { border: 1px solid $hairline; border-radius: 6px; }
QHeaderView::section { background: $background; color: $muted; border: none; border-bottom: 1px solid $hairline;
    padding: 4px 8px; }
QListView[framed="true"], QTreeView[framed="true"] { border: 1px solid $border; border-radius: 6px; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: $border; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $link; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }

QStatusBar { background: $surface; border-top: 1px solid $hairline; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 10px; }

QWidget[panel="true"] { background: $surface; }
QFrame[card="true"] { background: $surface; border: 1px solid $hairline; border-radius: 7px; }
QFrame[wash="true"] { background: $accent_wash; border: none; border-radius: 7px; }
QFrame[notice="true"] { background: $accent_wash; border: none; border-bottom: 1px solid $hairline; }
QFrame[rule="true"] { background: $hairline; border: none; max-height: 1px; }
QWidget[banner="true"] { background: $accent_wash; border-bottom: 1px solid $border; }
QLabel[muted="true"] { color: $muted; }
QLabel[caption="true"] { color: $muted; font-size: 12px; }
QLabel[heading="true"] { font-size: 17px; font-weight: 600; }
QLabel[title="true"] { font-size: 26px; font-weight: 600; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="accent"] { color: $accent; font-weight: 600; }
QToolButton { icon-size: 16px; }
QToolButton[framed="true"] { background: $raised; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 4px 6px; }
QToolButton[framed="true"]:hover { border-color: $link; }
QToolButton[framed="true"]:checked { background: $accent_wash; border-color: $accent; }
QToolButton[framed="true"]:focus { border-color: $accent; }
QToolButton[plain="true"] { icon-size: 18px; }
QToolButton[plain="true"] { border: 1px solid transparent; border-radius: 5px; padding: 3px; background: transparent; }
QToolButton[plain="true"]:hover { background: $accent_wash; }
QToolButton[plain="true"]:focus { border-color: $accent; }
OutlineFilter { padding-right: 14px; }
OutlineFilter::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; width: 9px;
    height: 9px; }
QToolButton[filter="true"] { border: 1px solid $border; border-radius: 11px; padding: 2px 3px 2px 10px; color: $muted;
    background: transparent; }
QToolButton[filter="true"][popupMode="2"] { padding-right: 18px; }
QToolButton[filter="true"]:checked { background: $accent_wash; color: $text; border-color: $accent; }
QToolButton[filter="true"]:focus { border-color: $accent; }
QPushButton[choice="true"] { text-align: left; padding: 12px 16px; border-radius: 7px; }
QPushButton[choice="true"]:focus { padding: 11px 15px; }
QProgressBar { border: none; border-radius: 3px; background: $hairline; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


_GROWING: Final = re.compile(r"((?:font-size|min-height|icon-size|indicator-size): *)(\d+)px")
"""What grows with the texts; edges and the room between things stay, so that a small screen still holds them."""


def style_sheet(theme: Theme, enlarged: float = 1.0) -> str:
    """The style sheet in the colours of ``theme``, for texts that are so many times as large as usual."""
    names = [
        "background",
        "surface",
        "raised",
        "text",
        "muted",
        "accent",
        "accent_wash",
        "good",
        "warning",
        "error",
        "border",
        "hairline",
        "link",
        "on_accent",
    ]
    colours = {name: getattr(theme, name).name() for name in names}
    colours["faint"] = mixed(theme.muted, theme.surface, 0.4).name()
    colours["accent_strong"] = mixed(theme.accent, theme.text, 0.2).name()
    sheet = _SHEET.substitute(colours)
    return _GROWING.sub(lambda found: f"{found[1]}{round(int(found[2]) * enlarged)}px", sheet)
