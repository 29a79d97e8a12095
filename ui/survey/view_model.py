"""What the survey page shows, and what may be asked of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.notices import Notice, SurveyError
from cxsurvey.progress import Progress
from cxsurvey.project import Project, with_survey
from cxsurvey.survey import (
    PriorityFormat,
    Question,
    QuestionKind,
    Survey,
    SurveyPreview,
    add_loyalty,
    add_question,
    check_wording,
    edit_introduction,
    edit_options,
    edit_text,
    edit_title,
    mark_made,
    move_question,
    preview,
    priority_formats,
    remove_question,
    survey_languages,
    with_languages,
    with_priority_kind,
)

from ..document import Document
from ..jobs import Job, JobRunner
from ..texts import language_name


class SurveyViewModel(QObject):
    """The questionnaire, one language of it at a time, and writing it as an Excel form.

    Signals: ``survey_changed()``, ``refused(Notice)`` an edit that cannot be, ``written()`` with paths in ``files``,
    ``busy_changed()``, ``failed(Notice)``.
    """

    survey_changed = Signal()
    refused = Signal(object)
    written = Signal()
    busy_changed = Signal()
    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = JobRunner(self)
        self._jobs.busy_changed.connect(self.busy_changed)
        self._language = ""
        self.files: tuple[Path, ...] = ()
        document.project_changed.connect(self.survey_changed)

    @property
    def survey(self) -> Survey | None:
        return None if self._document.project is None else self._document.project.survey

    @property
    def language(self) -> str:
        """The language shown and edited."""
        survey = self.survey
        if survey is None:
            return ""
        return self._language if self._language in survey.languages else survey.languages[0]

    @property
    def all_languages(self) -> tuple[str, ...]:
        """The languages that the shipped words exist in."""
        return survey_languages()

    @property
    def preview(self) -> SurveyPreview | None:
        project = self._document.project
        if project is None:
            return None
        return preview(project.survey, project.pillars, self.language, project.generations, project.ages)

    @property
    def formats(self) -> tuple[PriorityFormat, ...]:
        """The ways to ask for priorities, for this list of pillars."""
        project = self._document.project
        return () if project is None else priority_formats(project.survey, project.pillars)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is wrong with the wording, by rules that platforms and respondents set."""
        project = self._document.project
        return () if project is None else tuple(map(self._named, check_wording(project.survey, project.pillars)))

    def _named(self, told: Notice) -> Notice:
        """The notice with a question by its words and a language by its name, not by their codes."""
        values = dict(told.values)
        question = self.question(str(values.get("where", "")))
        if question is not None and values.get("text") == question.code:
            values["text"] = question.text(self.language)
        if "language" in values:
            values["language"] = language_name(str(values["language"]))
        return replace(told, values=tuple(values.items()))

    @property
    def addable(self) -> tuple[QuestionKind, ...]:
        """The kinds of question that can still be added; satisfaction stands for both questions of loyalty."""
        survey = self.survey
        if survey is None:
            return ()
        asked = {question.kind for question in survey.questions}
        kinds = (
            QuestionKind.PERFORMANCE, QuestionKind.BIRTH_YEAR, QuestionKind.GENERATION, QuestionKind.AGE_BAND,
            QuestionKind.SEGMENT, QuestionKind.SATISFACTION, QuestionKind.ATTENTION, QuestionKind.COMMENT,
        )
        if QuestionKind.IMAGE not in asked:
            asked.discard(QuestionKind.SATISFACTION)
        return tuple(kind for kind in kinds if kind not in asked or kind is QuestionKind.SEGMENT)

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy

    @property
    def suggested_name(self) -> str:
        project = self._document.project
        return "" if project is None else project.study.title

    def question(self, code: str) -> Question | None:
        return None if self.survey is None else self.survey.question(code)

    def option_labels(self, code: str) -> tuple[str, ...]:
        """The answers of a question of one's own, in the language shown."""
        question = self.question(code)
        return () if question is None else tuple(option.label(self.language) for option in question.options)

    @Slot(str)
    def set_language(self, language: str) -> None:
        """Shows and edits another language of the survey."""
        self._language = language
        self.survey_changed.emit()

    @Slot(list)
    def set_languages(self, languages: list[str]) -> None:
        """The languages of the survey; the main one always stays."""
        if self.survey is not None:
            main = self.survey.languages[0]
            wanted = (main, *(one for one in self.all_languages if one in languages and one != main))
            self._edit(self.tr("Change languages"), lambda survey: with_languages(survey, wanted))

    @Slot(str)
    def set_kind(self, kind: str) -> None:
        """How customers give their priorities."""
        self._edit(self.tr("Change how customers rank"), lambda survey: with_priority_kind(survey, QuestionKind(kind)))

    @Slot(str)
    def add(self, kind: str) -> None:
        if kind == QuestionKind.SATISFACTION:
            self._edit(self.tr("Add the questions of loyalty"), add_loyalty)
            return
        name = self.tr("Region") if kind == QuestionKind.SEGMENT else ""
        self._edit(self.tr("Add a question"), lambda survey: add_question(survey, QuestionKind(kind), name))

    @Slot(str)
    def remove(self, code: str) -> None:
        self._edit(self.tr("Remove a question"), lambda survey: remove_question(survey, code))

    @Slot(str, int)
    def move(self, code: str, by: int) -> None:
        """Moves a question up (-1) or down (1)."""
        survey = self.survey
        if survey is not None:
            at = [question.code for question in survey.questions].index(code) + by
            self._edit(self.tr("Move a question"), lambda survey: move_question(survey, code, at))

    def set_text(self, code: str, text: str) -> None:
        language = self.language
        self._edit(
            self.tr("Change a question"), lambda survey: edit_text(survey, code, language, text), f"text {code}"
        )

    def set_title(self, text: str) -> None:
        language = self.language
        self._edit(self.tr("Change the title"), lambda survey: edit_title(survey, language, text), "title")

    def set_introduction(self, text: str) -> None:
        language = self.language
        self._edit(
            self.tr("Change the introduction"), lambda survey: edit_introduction(survey, language, text), "introduction"
        )

    def set_options(self, code: str, labels: tuple[str, ...]) -> None:
        language = self.language
        self._edit(
            self.tr("Change the answers"), lambda survey: edit_options(survey, code, language, labels),
            f"options {code}",
        )

    def write_excel(self, path: Path) -> None:
        """Writes the Excel form in all languages of the survey, beside the window."""
        project = self._document.project
        if project is None:
            return

        def work(_progress: Progress) -> tuple[Path, ...]:
            from cxsurvey.channels import channel  # brings in openpyxl: not before it is needed

            return channel("excel").write(project, path, project.survey.languages)

        job = Job(work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    @Slot(object)
    def _on_written(self, files: tuple[Path, ...]) -> None:
        self.files = files
        self._edit(self.tr("Make the Excel form"), mark_made)
        self.written.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, SurveyError):
            raise error
        self.failed.emit(error.notice)

    def _edit(self, text: str, change: Callable[[Survey], Survey], merge_key: str = "") -> None:
        project: Project | None = self._document.project
        if project is None:
            return
        try:
            survey = change(project.survey)
        except SurveyError as error:
            self.refused.emit(error.notice)
            return
        if survey != project.survey:
            self._document.edit(text, with_survey(project, survey), merge_key=merge_key)
