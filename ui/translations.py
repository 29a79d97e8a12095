"""The words of the window in the reader's language: shipped ``.qm`` files, English plurals under them all."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cxsurvey.resources import resources_folder

OWN = "cxsurvey"


def load_translations(app: QCoreApplication, language: str = "") -> list[QTranslator]:
    """Installs the words of ``language`` ("" = the system's) where they are shipped, and gives the translators.

    English is its own translation, for "1 file" and "3 files". What a language lacks is said in English.
    """
    locale = QLocale(language) if language else QLocale()
    QLocale.setDefault(locale)
    translators = [_loaded(app, QLocale("en"), OWN, str(resources_folder() / "translations"))]
    if locale.language() != QLocale.Language.English:
        # Qt's own words too, as on the buttons of "Save changes?".
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translators.append(_loaded(app, locale, "qtbase", qt))
        translators.append(_loaded(app, locale, OWN, str(resources_folder() / "translations")))
    return [one for one in translators if one is not None]


def _loaded(app: QCoreApplication, locale: QLocale, name: str, folder: str) -> QTranslator | None:
    translator = QTranslator(app)
    if not translator.load(locale, name, "_", folder):
        translator.deleteLater()
        return None
    app.installTranslator(translator)
    return translator
