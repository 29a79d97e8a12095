"""What a reviewed file is: who made it, which sheet, by which letters, and what became of its rows."""

from PySide6.QtWidgets import QWidget

from cxsurvey.notices import Severity
from cxsurvey.reading.encoding import ENCODINGS
from cxsurvey.reading.heading_rows import can_move_headings, deepest_heading_row, last_heading_row
from cxsurvey.reading.values import Mapping, SheetFound

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import Combo, Field, NumberBox
from ..widgets.flow_layout import FlowLayout
from ..widgets.focus import FocusKeeper
from ..widgets.label import Label
from .facts_row import FactsRow, checks_text
from .review import Review
from .told_list import ToldList
from .view_model import ResponsesViewModel

PLATFORMS = {  # names of products are not translated
    "surveymonkey": "SurveyMonkey", "google_forms": "Google Forms", "microsoft_forms": "Microsoft Forms",
    "qualtrics": "Qualtrics", "limesurvey": "LimeSurvey", "kobotoolbox": "KoboToolbox",
    "odk_central": "ODK Central", "odk_briefcase": "ODK Briefcase", "surveyjs": "SurveyJS", "typeform": "Typeform",
    "conjointly": "Conjointly", "sawtooth": "Sawtooth", "sawtooth_scores": "Sawtooth",
}  # fmt: skip
MOST_WIDE, NUMBER_WIDE = 280, 140
OWN_FORMS = ("cxsurvey_excel", "cxsurvey_respondent")
LETTERS = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
    "cp874": "Windows-874", "mac-roman": "Mac Roman", "iso-8859-15": "ISO 8859-15", "shift_jis": "Shift JIS",
    "gb18030": "GB 18030", "big5": "Big5", "euc-kr": "EUC-KR", "cp1253": "Windows-1253", "cp1254": "Windows-1254",
    "cp1255": "Windows-1255", "cp1256": "Windows-1256",
}  # fmt: skip


class FileCard(Card):
    """``FileCard(theme, view_model)``: facts, what else was noticed, and how the file is read where one may choose."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self._focus = FocusKeeper(self)
        self.facts_row = FactsRow()
        self.checks_label = Label("", "caption", "text_2", wrap=True)
        self.told_list = ToldList(theme)
        self.anew_button = Button(theme, self.tr("Find the columns anew"), kind="quiet", icon="search")
        self.add_action(self.anew_button)
        self.add(self.facts_row)
        self.add(self._build_choices(theme))
        self.add(self.checks_label)
        self.add(self.told_list)
        corrections = view_model.corrections
        self.anew_button.clicked.connect(corrections.find_anew)
        self.sheet_combo.key_chosen.connect(corrections.read_sheet)
        self.letters_combo.key_chosen.connect(corrections.read_letters)
        self.headings_box.number_edited.connect(corrections.set_headings)

    def _build_choices(self, theme: Theme) -> QWidget:
        self.sheet_combo = Combo(self.tr("Sheet"))
        self.sheet_field = Field(self.tr("Sheet"), self.sheet_combo)
        self.letters_combo = Combo(self.tr("Letters read as"))
        self.letters_field = Field(self.tr("Letters read as"), self.letters_combo)
        for combo in (self.sheet_combo, self.letters_combo):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
            combo.setMaximumWidth(theme.px(MOST_WIDE))
        self.headings_box = NumberBox(self.tr("Headings end in row"))
        self.headings_box.setSpecialValueText(self.tr("no headings"))
        self.headings_box.setMinimumWidth(theme.px(NUMBER_WIDE))
        self.headings_field = Field(self.tr("Headings end in row"), self.headings_box)
        self.headings_field.setToolTip(
            self.tr("The last row above the answers, as the spreadsheet shows it. The columns are found anew.")
        )
        self.choices = QWidget()
        row = FlowLayout(self.choices, spacing=16)
        for field in (self.sheet_field, self.headings_field, self.letters_field):
            row.addWidget(field)
        return self.choices

    def set_review(self, review: Review) -> None:
        imported = review.imported
        self.set_title(imported.name)
        self.set_caption(self._made_by(imported.mapping, imported.table.sheet, review.read_as))
        self.facts_row.set_report(imported.report)
        self.checks_label.setText(checks_text(review.checks))
        self.checks_label.setVisible(bool(review.checks))
        self.told_list.set_notices(told for told in review.notices if told.severity is Severity.INFO)
        self.anew_button.setVisible(review.is_corrected and review.path is not None)
        self._show_choices(review)

    def set_enabled(self, enabled: bool) -> None:
        """While the cells are read again, nothing can be chosen; who had the focus gets it back."""
        self._focus.hold(enabled)
        for widget in (self.anew_button, self.choices):
            widget.setEnabled(enabled)
        self._focus.give_back(enabled)

    def _show_choices(self, review: Review) -> None:
        imported = review.imported
        self.sheet_field.setVisible(len(review.sheets) > 1)
        sheets = [(sheet.name, self._sheet(sheet)) for sheet in review.sheets]
        self.sheet_combo.set_options(sheets, imported.table.sheet)
        encoding = imported.mapping.encoding
        self.letters_field.setVisible(bool(encoding) and review.path is not None and not self._view_model.is_pasted)
        known = dict.fromkeys((encoding, *ENCODINGS))
        self.letters_combo.set_options([(key, LETTERS.get(key, key)) for key in known], encoding)
        deepest = deepest_heading_row(imported.table)
        self.headings_field.setVisible(can_move_headings(imported.mapping) and deepest > 0)
        self.headings_box.setRange(0, max(deepest, last_heading_row(imported.table, imported.mapping)))
        self.headings_box.setValue(last_heading_row(imported.table, imported.mapping))

    def _made_by(self, mapping: Mapping, sheet: str, read_as: str) -> str:
        if read_as:
            words = self.tr("The headers are those of {0}, so its columns, corrected by hand, are used here too.")
            return words.format(read_as)
        if mapping.platform in OWN_FORMS:
            return self.tr("Our own Excel form, sheet {0}.").format(sheet)
        platform = PLATFORMS.get(mapping.platform)
        return self.tr("Made by {0}.").format(platform) if platform else self.tr("A plain table.")

    def _sheet(self, sheet: SheetFound) -> str:
        return self.tr("{0} (hidden)").format(sheet.name) if sheet.hidden else sheet.name
