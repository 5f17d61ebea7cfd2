"""The texts of the window in the user's language."""

from importlib.resources import as_file

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from strategikort.application.resources import resource


def translate(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Have ``app`` speak ``language`` instead of what it spoke before; English is what the sources are written in.

    Gives the translators, which ``app`` owns.
    """
    locale = QLocale(QLocale.Language.Danish if language == "da" else QLocale.Language.English)
    QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    kept: list[QTranslator] = []
    of_qt = QTranslator(app)
    if of_qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(of_qt)
        kept.append(of_qt)
    file = resource("i18n", f"strategikort_{language}.qm")
    if file.is_file():
        own = QTranslator(app)
        with as_file(file) as path:
            if own.load(str(path)):
                app.installTranslator(own)
                kept.append(own)
    return kept
