"""Survey: choose how customers rank, edit the questions, look at them as a respondent does, make the files."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from cxsurvey.survey import QuestionKind

from ..study_files import file_name
from ..texts import language_name
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chips import ChipRow
from ..widgets.fields import Field
from ..widgets.page_frame import PageFrame
from ..widgets.sticky import Sticky
from ..widgets.text_box import TextBox
from .format_card import FormatCard
from .preview_panel import PreviewPanel
from .question_card import QuestionCard
from .view_model import SurveyViewModel

LOWEST_PREVIEW = 420


class SurveyPage(PageFrame):
    """Lets a person build the survey. Signal: ``step_requested(key)``."""

    step_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: SurveyViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self._shape: tuple[object, ...] = ()
        self.question_cards: list[QuestionCard] = []
        self.set_title(self.tr("Survey"))
        self._build()
        self._connect()
        self._on_survey_changed()

    def _build(self) -> None:
        self.make_button = Button(self._theme, self.tr("Make the Excel form"), kind="primary", icon="file-spreadsheet")
        self.add_action(self.make_button)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(12)
        self.format_card = FormatCard(self._theme)
        self._left.addWidget(self.format_card)
        self._left.addWidget(self._build_words())
        self._questions = QVBoxLayout()
        self._questions.setSpacing(12)
        self._left.addLayout(self._questions)
        self.add_button = Button(self._theme, self.tr("Add a question"), icon="plus")
        self._left.addWidget(self.add_button)
        self._left.addStretch(1)
        self.preview_sticky = Sticky(self._build_preview(), self.scroll_area, self._theme.px(LOWEST_PREVIEW))
        self.add_row([left, self.preview_sticky], stretches=(3, 2))
        self.add_stretch()

    def _build_words(self) -> Card:
        card = Card(self.tr("Languages and welcome"))
        self.languages_chips = ChipRow(self.tr("Languages of the survey"), exclusive=False)
        self.shown_chips = ChipRow(self.tr("Language shown and edited"))
        self.title_edit = QLineEdit()
        self.introduction_box = TextBox(self._theme, self.tr("Introduction"))
        card.add(Field(self.tr("Languages of the survey"), self.languages_chips))
        self.shown_field = Field(self.tr("Language shown and edited"), self.shown_chips)
        card.add(self.shown_field)
        card.add(Field(self.tr("Title"), self.title_edit))
        # Braces are for the program, so they are not a part of what is formatted.
        hint = self.tr("Where it says {minutes}, respondents read how long it takes.")
        card.add(Field(self.tr("Introduction"), self.introduction_box, hint))
        return card

    def _build_preview(self) -> Card:
        self.preview_card = Card(self.tr("As a respondent sees it"))
        self.preview_panel = PreviewPanel(self._theme)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.preview_panel)
        row.addStretch(1)
        self.preview_card.add_layout(row, 1)
        return self.preview_card

    def _connect(self) -> None:
        view_model = self._view_model
        self.make_button.clicked.connect(self._on_make_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.format_card.format_chosen.connect(view_model.set_kind)
        self.format_card.plan_button.clicked.connect(lambda: self.step_requested.emit("adequacy"))
        self.languages_chips.chips_changed.connect(view_model.set_languages)
        self.shown_chips.chip_chosen.connect(view_model.set_language)
        self.title_edit.textEdited.connect(view_model.set_title)
        self.introduction_box.text_edited.connect(view_model.set_introduction)
        self.notices.action_requested.connect(self._on_action_requested)
        view_model.survey_changed.connect(self._on_survey_changed)
        view_model.refused.connect(self.notices.tell_notice)
        view_model.failed.connect(self.notices.tell_notice)
        view_model.written.connect(self._on_written)
        view_model.busy_changed.connect(self._on_busy_changed)

    @Slot()
    def _on_survey_changed(self) -> None:
        survey, preview = self._view_model.survey, self._view_model.preview
        if survey is None or preview is None:
            return
        self.notices.set_notices(self._view_model.notices)
        self.set_sentence(
            self.tr("%n question(s), about {0} minutes to answer. Version {1}.", "", len(preview.questions)).format(
                preview.minutes, survey.version
            )
        )
        self._show_kind()
        self._show_words(preview.title)
        self._show_questions()
        self.preview_panel.set_preview(preview)

    def _show_kind(self) -> None:
        survey = self._view_model.survey
        if survey is not None and survey.priority is not None:
            self.format_card.set_formats(self._view_model.formats, survey.priority.kind)

    def _show_words(self, title: str) -> None:
        survey, language = self._view_model.survey, self._view_model.language
        if survey is None:
            return
        names = [(one, language_name(one)) for one in self._view_model.all_languages]
        self.languages_chips.set_chips(names, survey.languages)
        self.shown_field.setVisible(len(survey.languages) > 1)
        self.shown_chips.set_chips([(one, language_name(one)) for one in survey.languages], language)
        introduction = dict(survey.introductions).get(language, "")
        if self.title_edit.text() != title:
            self.title_edit.setText(title)
        self.introduction_box.set_text(introduction)

    def _show_questions(self) -> None:
        """Builds the cards anew only when questions came, went or moved: not under the typing hand."""
        survey, preview = self._view_model.survey, self._view_model.preview
        if survey is None or preview is None:
            return
        shape = (self._view_model.language, tuple((one.code, one.kind, one.text) for one in preview.questions))
        options = tuple(self._view_model.option_labels(one.code) for one in preview.questions)
        if (shape, options) == self._shape:
            return
        self._shape = (shape, options)
        focused = next((card.code for card in self.question_cards if card.isAncestorOf(self.focusWidget())), "")
        for card in self.question_cards:
            self._questions.removeWidget(card)
            card.hide()
            card.deleteLater()
        last = len(preview.questions) - 1
        self.question_cards = [
            QuestionCard(self._theme, question, options[at], at == 0, at == last)
            for at, question in enumerate(preview.questions)
        ]
        for card in self.question_cards:
            card.text_edited.connect(self._view_model.set_text)
            card.options_edited.connect(self._view_model.set_options)
            card.move_requested.connect(self._view_model.move)
            card.remove_requested.connect(self._view_model.remove)
            card.entered.connect(self.preview_panel.show_question)
            self._questions.addWidget(card)
            if card.code == focused:
                card.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.add_button.setEnabled(bool(self._view_model.addable))

    @Slot()
    def _on_add_clicked(self) -> None:
        menu = QMenu(self)
        names = {
            QuestionKind.PERFORMANCE: self.tr("How well we do, 1 to 5 per pillar"),
            QuestionKind.BIRTH_YEAR: self.tr("Birth year"),
            QuestionKind.GENERATION: self.tr("Generation"),
            QuestionKind.AGE_BAND: self.tr("Age band"),
            QuestionKind.SEGMENT: self.tr("A question of your own, as Region"),
            QuestionKind.SATISFACTION: self.tr("Loyalty: satisfaction and image of the brand"),
            QuestionKind.ATTENTION: self.tr("Attention check"),
            QuestionKind.COMMENT: self.tr("Comment"),
        }
        for kind in self._view_model.addable:
            action = menu.addAction(names[kind])
            action.triggered.connect(lambda _checked=False, kind=kind: self._view_model.add(str(kind)))
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    @Slot()
    def _on_make_clicked(self) -> None:
        name = f"{file_name(self._view_model.suggested_name)} form.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to write the Excel form"), str(Path.home() / name), self.tr("Excel (*.xlsx)")
        )
        if path:
            self._view_model.write_excel(Path(path))

    @Slot()
    def _on_busy_changed(self) -> None:
        self.make_button.setEnabled(not self._view_model.is_busy)

    @Slot()
    def _on_written(self) -> None:
        names = ", ".join(path.name for path in self._view_model.files)
        self.notices.tell("written", self.tr("Written: {0}.").format(names), "ok", self.tr("Open folder"))

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == "written" and self._view_model.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._view_model.files[0].parent)))
