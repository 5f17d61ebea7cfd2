"""The colours of the window, light, dark and of high contrast: named by what they are for, never by how they look."""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from strategikort.domain.goals import GoalKind

_STRONG = 60
"""By how much lighter or darker than its ground a hairline is that cannot be overlooked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours. Texts keep a contrast of 4.5:1 on `surface`, marks and focus 3:1.

    The colours are alive: whoever keeps one of them has the new one when the window `become`s another set.
    """

    background: QColor
    surface: QColor
    raised: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_wash: QColor
    vision: QColor
    political: QColor
    centre: QColor
    unit: QColor
    effort: QColor
    good: QColor
    warning: QColor
    error: QColor
    border: QColor
    hairline: QColor
    link: QColor

    def of_kind(self, kind: GoalKind) -> QColor:
        """The colour of a goal's level."""
        return {
            GoalKind.VISION_ELEMENT: self.vision,
            GoalKind.POLITICAL_GOAL: self.political,
            GoalKind.CENTRE_GOAL: self.centre,
            GoalKind.UNIT_GOAL: self.unit,
            GoalKind.EFFORT: self.effort,
        }[kind]

    @property
    def dark(self) -> bool:
        """Whether texts are brighter than what they stand on."""
        return self.text.lightness() > self.surface.lightness()

    def become(self, other: "Theme") -> None:
        """Have the colours of ``other`` from now on, wherever this set is used."""
        for field in fields(self):
            getattr(self, field.name).setRgba(getattr(other, field.name).rgba())

    def name_of(self, colour: QColor) -> str:
        """The name of one of these colours, by which it is found after it has become another; empty for others."""
        return next((field.name for field in fields(self) if getattr(self, field.name) is colour), "")

    @property
    def on_accent(self) -> QColor:
        """The colour of text on the accent."""
        return self.background if self.dark else self.surface

    @property
    def stripe(self) -> QColor:
        """What every second band of a map stands on: just told from `background`, where edges are strong too."""
        strong = abs(self.hairline.lightness() - self.background.lightness()) > _STRONG
        return mixed(self.background, self.hairline, 0.15 if strong else 0.6)

    @property
    def quiet(self) -> QColor:
        """The colour of texts on a card that steps back: they are read still, at 4.5:1 on all that they stand on."""
        return mixed(self.text, self.surface, 0.32)

    def palette(self) -> QPalette:
        """The colours for Qt's own widgets."""
        palette = QPalette(self.surface)
        role = QPalette.ColorRole
        for place, colour in {
            role.Window: self.background,
            role.WindowText: self.text,
            role.Base: self.surface,
            role.AlternateBase: self.background,
            role.ToolTipBase: self.raised,
            role.ToolTipText: self.text,
            role.PlaceholderText: self.muted,
            role.Text: self.text,
            role.Button: self.raised,
            role.ButtonText: self.text,
            role.Highlight: self.accent_wash,
            role.HighlightedText: self.text,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Accent: self.accent,
            role.Mid: self.border,
            role.Midlight: self.hairline,
            role.Dark: self.border,
            role.Light: self.surface,
            role.Shadow: self.border,
        }.items():
            palette.setColor(place, colour)
        for place in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, mixed(self.muted, self.surface, 0.45))
        return palette


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """``colour`` with a ``share`` (0 to 1) of ``other`` in it."""

    def part(one: int, two: int) -> int:
        return round(one * (1 - share) + two * share)

    return QColor(
        part(colour.red(), other.red()), part(colour.green(), other.green()), part(colour.blue(), other.blue())
    )


def light() -> Theme:
    """The colours for a bright screen."""
    return Theme(
        background=QColor("#F6F7F9"),
        surface=QColor("#FFFFFF"),
        raised=QColor("#FFFFFF"),
        text=QColor("#17212B"),
        muted=QColor("#55636F"),
        accent=QColor("#1F5FA8"),
        accent_wash=QColor("#E6EEF8"),
        vision=QColor("#0F5C6E"),
        political=QColor("#1F5FA8"),
        centre=QColor("#5B4BB0"),
        unit=QColor("#1E7A4C"),
        effort=QColor("#8A5A00"),
        good=QColor("#1E7A4C"),
        warning=QColor("#8A5A00"),
        error=QColor("#B3261E"),
        border=QColor("#C9D1DA"),
        hairline=QColor("#E3E8ED"),
        link=QColor("#6B7885"),
    )


def dark() -> Theme:
    """The colours for a dark screen."""
    return Theme(
        background=QColor("#14191E"),
        surface=QColor("#1E252C"),
        raised=QColor("#262E37"),
        text=QColor("#E8EDF2"),
        muted=QColor("#A3B0BC"),
        accent=QColor("#8AB8F0"),
        accent_wash=QColor("#22344A"),
        vision=QColor("#6CC3D5"),
        political=QColor("#8AB8F0"),
        centre=QColor("#B5A8F5"),
        unit=QColor("#7FD0A5"),
        effort=QColor("#E3B45A"),
        good=QColor("#7FD0A5"),
        warning=QColor("#E3B45A"),
        error=QColor("#FF9A90"),
        border=QColor("#3B4650"),
        hairline=QColor("#2C353E"),
        link=QColor("#93A1AE"),
    )


def contrast() -> Theme:
    """The colours for those who need the strongest contrast: at least 7:1 for every text, 4.5:1 for every edge."""
    return Theme(
        background=QColor("#000000"),
        surface=QColor("#000000"),
        raised=QColor("#000000"),
        text=QColor("#FFFFFF"),
        muted=QColor("#FFFFFF"),
        accent=QColor("#FFE14D"),
        accent_wash=QColor("#2B2B00"),
        vision=QColor("#6FE7FF"),
        political=QColor("#9CCBFF"),
        centre=QColor("#D5C8FF"),
        unit=QColor("#7DF0AE"),
        effort=QColor("#FFC470"),
        good=QColor("#7DF0AE"),
        warning=QColor("#FFC470"),
        error=QColor("#FF9C92"),
        border=QColor("#FFFFFF"),
        hairline=QColor("#8C8C8C"),
        link=QColor("#FFFFFF"),
    )


def system_theme(app: QApplication) -> Theme:
    """The colours that the user's system asks for."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return contrast()
    return dark() if hints.colorScheme() is Qt.ColorScheme.Dark else light()
