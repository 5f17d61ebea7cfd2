"""What the windows wear: colours, letters and style sheet, as the user's choices and the system have them."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from strategikort.desktop.look.fonts import enlarged, load_fonts, window_font
from strategikort.desktop.look.icons import redrawn
from strategikort.desktop.look.settings import TEXT_SIZE, THEME, Settings
from strategikort.desktop.look.style import style_sheet
from strategikort.desktop.look.theme import Theme, contrast, dark, light, system_theme


def chosen_theme(app: QApplication, settings: Settings) -> Theme:
    """The colours that the user has chosen, or those of the system."""
    made = {"light": light, "dark": dark, "contrast": contrast}.get(settings.get(THEME))
    return made() if made else system_theme(app)


def put_on(app: QApplication, theme: Theme, percent: int = 100) -> None:
    """Have all windows of ``app``, those that are open too, wear these colours, and texts of this size."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setFont(window_font(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont), load_fonts(), percent))
    app.setStyleSheet(style_sheet(theme, enlarged(app.font())))
    redrawn(theme)


def changed_clothes(app: QApplication, theme: Theme, settings: Settings) -> None:
    """Have ``theme``, which the windows share, and the texts become what the user has chosen."""
    theme.become(chosen_theme(app, settings))
    put_on(app, theme, int(settings.get(TEXT_SIZE)))
