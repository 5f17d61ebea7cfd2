"""The dialog of preferences, made from their table. What is chosen holds at once; there is nothing to confirm."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategikort.desktop.fields.entry import Choice, Line
from strategikort.desktop.look.room import fits_texts
from strategikort.desktop.look.settings import PREFERENCES, USER, Preference, Setting, Settings

_NAME_MOST = 120
_WIDTH = 460


def preference_text(text: str) -> str:
    """A text of the table of preferences in the user's language."""
    return QCoreApplication.translate("Preferences", text)


class PreferencesDialog(QDialog):
    """One field for each preference; ``usual_name`` is what the user is called unless another name is given."""

    def __init__(self, settings: Settings, usual_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.fields: dict[str, QWidget] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        heading = QLabel(self.tr("Preferences"), self)
        heading.setProperty("heading", True)
        box.addWidget(heading)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(20)
        self._form.setVerticalSpacing(12)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for preference in PREFERENCES:
            self._add(preference, usual_name)
        box.addLayout(self._form)
        box.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.done_button = QPushButton(self.tr("Close"), self)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        row.addWidget(self.done_button)
        box.addLayout(row)
        fits_texts(self, _WIDTH)

    def focus_on(self, setting: Setting[Any]) -> None:
        """Have the keyboard write into the field of ``setting``."""
        self.fields[setting.key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, preference: Preference[Any], usual_name: str) -> None:
        words = preference_text(preference.text)
        make: Callable[[Preference[Any]], QWidget] = self._choice if preference.values else self._line
        if isinstance(preference.setting.default, bool):
            switch = self._switch(preference, words)
            self._form.addRow(self._explained(switch, preference))
            field: QWidget = switch
        else:
            field = make(preference)
            label = QLabel(words, self)
            label.setBuddy(field)
            self._form.addRow(label, self._explained(field, preference))
        field.setAccessibleName(words.replace("&", ""))
        field.setAccessibleDescription(preference_text(preference.hint) if preference.hint else "")
        if preference.setting is USER and isinstance(field, QLineEdit):
            field.setPlaceholderText(usual_name)
        self.fields[preference.setting.key] = field

    def _explained(self, field: QWidget, preference: Preference[Any]) -> QWidget:
        if not preference.hint:
            return field
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        hint = QLabel(preference_text(preference.hint), both)
        hint.setProperty("caption", True)
        hint.setWordWrap(True)
        column.addWidget(hint)
        return both

    def _choice(self, preference: Preference[Any]) -> QWidget:
        choice = Choice(self)
        for value, text in preference.values.items():
            choice.addItem(preference_text(text), value)
        choice.setCurrentIndex(choice.findData(self._settings.get(preference.setting)))
        choice.currentIndexChanged.connect(partial(self._chosen, preference.setting, choice))
        return choice

    def _chosen(self, setting: Setting[str], choice: Choice, place: int) -> None:
        self._settings.put(setting, str(choice.itemData(place)))

    def _switch(self, preference: Preference[Any], words: str) -> QCheckBox:
        switch = QCheckBox(words, self)
        switch.setChecked(self._settings.get(preference.setting))
        switch.toggled.connect(partial(self._settings.put, preference.setting))
        return switch

    def _line(self, preference: Preference[Any]) -> QWidget:
        line = Line(self)
        line.setMaxLength(_NAME_MOST)
        line.setText(self._settings.get(preference.setting))
        line.editingFinished.connect(partial(self._written, preference.setting, line))
        return line

    def _written(self, setting: Setting[str], line: QLineEdit) -> None:
        self._settings.put(setting, line.text().strip())
