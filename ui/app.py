"""Builds the objects of the program and joins them; the only place that does."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QApplication, QWidget

from cxsurvey.notices import Notice
from cxsurvey.storage.folder import private_folder

from .document import Document
from .errors import ErrorDialog, ErrorHook
from .fonts import load_fonts
from .main_window import MainWindow, Step
from .no_study_page import NoStudyPage
from .results import Results
from .settings import Settings
from .shell_view_model import ShellViewModel
from .single_instance import SingleInstance
from .start.page import StartPage
from .start.view_model import StartViewModel
from .study_files import SUFFIX, StudyFiles
from .study_shell import StudyShell
from .theme import Theme
from .translations import load_translations

if TYPE_CHECKING:
    from cxsurvey.reader import WarmReader

FIRST_STEP = "pillars"


class Program(QObject):
    """The running program: one document, one window. ``window`` is not shown yet."""

    def __init__(self, app: QApplication, settings: Settings, theme: Theme, errors: ErrorHook) -> None:
        super().__init__()
        self.settings, self.theme, self._errors = settings, theme, errors
        self.document = Document(self)
        self.results = Results(self.document, self)
        self._undo = QUndoGroup(self)  # of the study; while a file of answers is looked at, of its corrections
        self.shell = ShellViewModel(self)
        self.start_view_model = StartViewModel(settings, self)
        self.window = MainWindow(theme, self.shell, self._steps())
        self.files = StudyFiles(self.document, settings, self.window)
        self._study_shell = StudyShell(self.document, self.results, self.shell, self)
        self._study_key = ""
        self._warm: WarmReader | None = None
        self._connect()
        self._restore_window()
        self.window.actions_table.set_recent(settings.recent_files())
        self.window.open_step("start")

    def shut_down(self) -> None:
        """After the window was closed: keeps its place, lets go of the study."""
        self.settings.set_value("window/geometry", bytes(self.window.saveGeometry().toBase64()).decode())
        self.settings.sync()
        self.results.shut_down()
        self.document.close()
        if self._warm is not None:
            self._warm.close()

    # --- pages ---

    def _steps(self) -> list[Step]:
        translate = QCoreApplication.translate
        table: list[tuple[str, str, Callable[[], str], Callable[[], QWidget]]] = [
            ("start", "folder-open", lambda: translate("Steps", "Start"), self._start_page),
            ("pillars", "clipboard-list", lambda: translate("Steps", "Pillars"), self._pillars_page),
            ("internal", "list-ordered", lambda: translate("Steps", "Our view"), self._internal_page),
            ("survey", "message-square", lambda: translate("Steps", "Survey"), self._survey_page),
            ("responses", "file-spreadsheet", lambda: translate("Steps", "Responses"), self._responses_page),
            ("adequacy", "shield-check", lambda: translate("Steps", "Can we trust it?"), self._adequacy_page),
            ("comparison", "git-compare-arrows", lambda: translate("Steps", "Where we differ"), self._comparison_page),
            ("generations", "users", lambda: translate("Steps", "Generations"), self._generations_page),
            ("plan", "target", lambda: translate("Steps", "Focus and plan"), self._plan_page),
            ("report", "file-text", lambda: translate("Steps", "Report"), self._report_page),
        ]
        return [Step(key, icon, title, partial(self._page, key, factory)) for key, icon, title, factory in table]

    def _page(self, key: str, factory: Callable[[], QWidget]) -> QWidget:
        """The page of a step; without a study every step but the first says how to get one."""
        if key != "start" and self.document.project is None:
            page = NoStudyPage(self.theme)
            page.new_requested.connect(self.files.new)
            page.sample_requested.connect(self.files.open_sample)
            return page
        return factory()

    def _start_page(self) -> QWidget:
        page = StartPage(self.theme, self.start_view_model)
        page.new_requested.connect(self.files.new)
        page.open_requested.connect(self.files.open)
        page.sample_requested.connect(self.files.open_sample)
        page.file_requested.connect(self.files.open_path)
        page.recover_requested.connect(self.files.recover)
        page.discard_requested.connect(self.files.discard)
        return page

    # Pages are imported when first opened, so that the window is there at once.

    def _pillars_page(self) -> QWidget:
        from .pillars.page import PillarsPage
        from .pillars.view_model import PillarsViewModel

        return self._shown(PillarsPage, PillarsViewModel(self.document))

    def _internal_page(self) -> QWidget:
        from .internal.page import InternalPage
        from .internal.view_model import InternalViewModel

        return self._shown(InternalPage, InternalViewModel(self.document, self.results))

    def _survey_page(self) -> QWidget:
        from .survey.page import SurveyPage
        from .survey.view_model import SurveyViewModel

        return self._shown(SurveyPage, SurveyViewModel(self.document))

    def _responses_page(self) -> QWidget:
        from cxsurvey.reader import WarmReader

        from .responses.page import ResponsesPage
        from .responses.view_model import ResponsesViewModel

        if self._warm is None:
            self._warm = WarmReader()
        self._warm.start()  # so that the first file is read at once
        view_model = ResponsesViewModel(self.document, self.shell, self._warm)
        self._undo.addStack(view_model.corrections.undo_stack)
        view_model.review_changed.connect(self._choose_undo)
        return self._shown(ResponsesPage, view_model)

    def _adequacy_page(self) -> QWidget:
        from .adequacy.page import AdequacyPage
        from .adequacy.view_model import AdequacyViewModel

        return self._shown(AdequacyPage, AdequacyViewModel(self.document, self.results))

    def _comparison_page(self) -> QWidget:
        from .comparison.page import ComparisonPage
        from .comparison.view_model import ComparisonViewModel

        return self._shown(ComparisonPage, ComparisonViewModel(self.document, self.results))

    def _generations_page(self) -> QWidget:
        from .generations.page import GenerationsPage
        from .generations.view_model import GenerationsViewModel

        return self._shown(GenerationsPage, GenerationsViewModel(self.document, self.results))

    def _plan_page(self) -> QWidget:
        from .plan.page import PlanPage
        from .plan.view_model import PlanViewModel

        return self._shown(PlanPage, PlanViewModel(self.document, self.results))

    def _report_page(self) -> QWidget:
        from .report.page import ReportPage
        from .report.view_model import ReportViewModel

        return self._shown(ReportPage, ReportViewModel(self.document, self.results, self.settings))

    def _shown(self, page_class: Callable[[Theme, QObject], QWidget], view_model: QObject) -> QWidget:
        """The page of a view model, which lives as long as it; its wishes for other steps are joined to the window."""
        page = page_class(self.theme, view_model)
        view_model.setParent(page)
        if hasattr(page, "step_requested"):
            page.step_requested.connect(self.window.open_step)
        if hasattr(page, "export_requested"):
            page.export_requested.connect(self._on_export_requested)
        return page

    # --- joining ---

    def _connect(self) -> None:
        window, files, actions = self.window, self.files, self.window.actions_table
        window.may_close = files.may_leave
        window.files_dropped.connect(self._on_files_dropped)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.zoom_chosen.connect(self._on_zoom_chosen)
        for key, slot in (
            ("new", files.new), ("open", files.open), ("sample", files.open_sample), ("save", files.save),
            ("save_as", files.save_as), ("close", files.close), ("import", self._on_import_requested),
            ("export", self._on_export_requested), ("help", self._on_help_requested),
            ("settings", self._on_settings_requested), ("about", self._on_about_requested),
        ):
            actions.connect(key, slot)
        self._undo.addStack(self.document.undo_stack)
        actions.set_undo_stack(self._undo)
        window.step_opened.connect(self._choose_undo)
        actions.recent_chosen.connect(files.open_path)
        self.settings.changed.connect(self._on_setting_changed)
        self.document.project_changed.connect(self._on_project_changed)
        files.told.connect(self._on_told)
        files.recovered_changed.connect(self.start_view_model.look_for_recovered)
        self.results.failed.connect(self._errors.report)
        self._errors.caught.connect(self._on_error_caught)
        self._on_project_changed()

    @Slot()
    def _choose_undo(self) -> None:
        """Undo takes back what the person sees: a correction of the file that is looked at, else an edit of the study.

        Under a file, an earlier import would vanish unseen.
        """
        page = self.window.page("responses") if self.window.current_step == "responses" else None
        corrected = getattr(page, "undo_stack", None)  # none on the page that says how to get a study
        self._undo.setActiveStack(self.document.undo_stack if corrected is None else corrected)

    @Slot()
    def _on_project_changed(self) -> None:
        """Another study than before: its pages are built anew, and it opens on its own step."""
        project = self.document.project
        key = "" if project is None else project.key
        for name in ("save", "save_as", "close", "import", "export"):
            self.window.actions_table[name].setEnabled(project is not None)
        if key == self._study_key:
            return
        self._study_key = key
        self.window.rebuild_pages()
        self._choose_undo()
        self.window.open_step("start" if project is None else self._step_to_open())

    def _step_to_open(self) -> str:
        """Where a study is gone on with: at its result if it has answers, else at its beginning."""
        project = self.document.project
        return "comparison" if project is not None and project.imports else FIRST_STEP

    @Slot(object)
    def _on_told(self, notice: Notice) -> None:
        """Says it on the page that is open, where the person has acted."""
        page = self.window.page(self.window.current_step)
        if page is not None:
            page.notices.tell_notice(notice)

    @Slot(list)
    def _on_files_dropped(self, paths: list[str]) -> None:
        """A study is opened; anything else is taken for answers."""
        studies = [path for path in paths if path.lower().endswith(SUFFIX)]
        if studies:
            self.files.open_path(studies[0])
            return
        if self.document.project is None:
            self.files.new()
        if paths and self.document.project is not None:
            self.window.open_step("responses")
            self.window.page("responses").take_files(paths)

    @Slot()
    def _on_import_requested(self) -> None:
        self.window.open_step("responses")
        self.window.page("responses").choose_files()

    @Slot()
    def _on_export_requested(self) -> None:
        self.window.open_step("report")

    @Slot()
    def _on_help_requested(self) -> None:
        from .help_dialog import HelpDialog

        HelpDialog(self.theme, self.window.current_step, self.window).open()

    @Slot()
    def _on_about_requested(self) -> None:
        from .about_dialog import AboutDialog

        AboutDialog(self.theme, self.window).open()

    @Slot()
    def _on_settings_requested(self) -> None:
        from .settings_dialog import SettingsDialog

        SettingsDialog(self.theme, self.settings, self.window).open()

    @Slot(str)
    def _on_theme_chosen(self, choice: str) -> None:
        self.settings.set_value("look/theme", choice)

    @Slot(float)
    def _on_zoom_chosen(self, zoom: float) -> None:
        self.settings.set_value("look/zoom", zoom)

    @Slot(str)
    def _on_setting_changed(self, key: str) -> None:
        if key == "look/theme":
            self.theme.set_choice(str(self.settings.value(key)))
        elif key == "look/zoom":
            self.theme.set_zoom(float(self.settings.value(key)))
        elif key == "files/recent":
            self.window.actions_table.set_recent(self.settings.recent_files())

    @Slot(str)
    def _on_error_caught(self, details: str) -> None:
        ErrorDialog(self.theme, details, self._errors.folder, self.window).open()

    @Slot(str)
    def on_open_asked(self, path: str) -> None:
        """Another start of the program hands its file over."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if path:
            self.files.open_path(path)

    def _restore_window(self) -> None:
        geometry = str(self.settings.value("window/geometry"))
        if geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))


def main(arguments: Sequence[str] = ()) -> int:
    """Opens the window, with the file that is named, and runs until it is closed."""
    app = QApplication.instance() or QApplication(["cxsurvey"])
    app.setApplicationName("cxsurvey")
    app.setApplicationDisplayName("cxsurvey")
    path = str(Path(os.path.abspath(arguments[0]))) if arguments else ""
    instance = SingleInstance(private_folder())
    if not instance.is_first and instance.ask(path):
        return 0
    load_fonts()
    errors = ErrorHook()
    errors.install()
    settings = Settings()
    theme = Theme(app, str(settings.value("look/theme")), float(settings.value("look/zoom")))
    theme.apply()
    load_translations(app, str(settings.value("look/language")))
    app.setWindowIcon(theme.icon("app"))
    program = Program(app, settings, theme, errors)
    instance.open_asked.connect(program.on_open_asked)
    program.window.show()
    if path:
        QTimer.singleShot(0, partial(program.files.open_path, path))
    status = app.exec()
    program.shut_down()
    return status


