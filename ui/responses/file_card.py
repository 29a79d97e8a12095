"""What a reviewed file is: who made it, which sheet, by which letters, and what became of its rows."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.reading.encoding import ENCODINGS
from cxsurvey.reading.values import Mapping, SheetFound

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import Combo, Field
from ..widgets.label import Label
from .facts_row import FactsRow, checks_text
from .review import Review
from .view_model import ResponsesViewModel

PLATFORMS = {  # names of products are not translated
    "surveymonkey": "SurveyMonkey", "google_forms": "Google Forms", "microsoft_forms": "Microsoft Forms",
    "qualtrics": "Qualtrics", "limesurvey": "LimeSurvey", "kobo": "KoboToolbox", "odk": "ODK",
    "typeform": "Typeform", "conjointly": "Conjointly", "sawtooth": "Sawtooth",
}  # fmt: skip
MOST_WIDE = 280
OWN_FORM = "cxsurvey_excel"
LETTERS = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
    "cp874": "Windows-874", "mac-roman": "Mac Roman", "iso-8859-15": "ISO 8859-15", "shift_jis": "Shift JIS",
    "gb18030": "GB 18030", "big5": "Big5", "euc-kr": "EUC-KR", "cp1253": "Windows-1253", "cp1254": "Windows-1254",
    "cp1255": "Windows-1255", "cp1256": "Windows-1256",
}  # fmt: skip


class FileCard(Card):
    """``FileCard(theme, view_model)``: facts, and the choice of sheet or letters where there is one."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self.facts_row = FactsRow()
        self.sheet_combo = Combo(self.tr("Sheet"))
        self.sheet_field = Field(self.tr("Sheet"), self.sheet_combo)
        self.letters_combo = Combo(self.tr("Letters"))
        self.letters_field = Field(self.tr("Letters read as"), self.letters_combo)
        for combo in (self.sheet_combo, self.letters_combo):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
            combo.setMaximumWidth(theme.px(MOST_WIDE))
        self.add(self.facts_row)
        self.checks_label = Label("", "caption", "text_2", wrap=True)
        self.add(self.checks_label)
        self.anew_button = Button(theme, self.tr("Find the columns anew"), kind="quiet", icon="search")
        for widget in (self.anew_button, self.sheet_field, self.letters_field):
            self.add_action(widget)
        self.anew_button.clicked.connect(view_model.find_anew)
        self.sheet_combo.key_chosen.connect(self._on_sheet_chosen)
        self.letters_combo.key_chosen.connect(self._on_letters_chosen)

    def set_review(self, review: Review) -> None:
        imported = review.imported
        self.set_title(imported.name)
        self.set_caption(self._made_by(imported.mapping, imported.table.sheet, review.read_as))
        self.facts_row.set_report(imported.report)
        self.checks_label.setText(checks_text(review.checks))
        self.checks_label.setVisible(bool(review.checks))
        self.anew_button.setVisible(review.is_corrected and review.path is not None)
        self.sheet_field.setVisible(len(review.sheets) > 1)
        sheets = [(sheet.name, self._sheet(sheet)) for sheet in review.sheets]
        self.sheet_combo.set_options(sheets, imported.table.sheet)
        encoding = imported.mapping.encoding
        self.letters_field.setVisible(bool(encoding) and review.path is not None and not self._view_model.is_pasted)
        known = dict.fromkeys((encoding, *ENCODINGS))
        self.letters_combo.set_options([(key, LETTERS.get(key, key)) for key in known], encoding)

    def _made_by(self, mapping: Mapping, sheet: str, read_as: str) -> str:
        if read_as:
            words = self.tr("The headers are those of {0}, so its columns, corrected by hand, are used here too.")
            return words.format(read_as)
        if mapping.platform == OWN_FORM:
            return self.tr("Our own Excel form, sheet {0}.").format(sheet)
        platform = PLATFORMS.get(mapping.platform)
        if platform:
            return self.tr("Made by {0}; header rows: {1}.").format(platform, mapping.header_rows)
        return self.tr("A plain table; header rows: {0}.").format(mapping.header_rows)

    def _sheet(self, sheet: SheetFound) -> str:
        return self.tr("{0} (hidden)").format(sheet.name) if sheet.hidden else sheet.name

    @Slot(str)
    def _on_sheet_chosen(self, sheet: str) -> None:
        self._view_model.read_again(sheet)

    @Slot(str)
    def _on_letters_chosen(self, encoding: str) -> None:
        review = self._view_model.review
        if review is not None:
            self._view_model.read_again(encoding=encoding)
