"""What the pillars page shows, and what may be asked of it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from cxsurvey.notices import Notice, SurveyError
from cxsurvey.pillars import (
    MOST,
    ConfusablePair,
    Pillar,
    Pillars,
    PillarText,
    built_in_pillars,
    confusable_pairs,
    move_pillar,
    new_pillar,
    put_pillar,
    read_pillar_list,
    remove_pillar,
    with_text,
)
from cxsurvey.project import Project, Study, with_pillars, with_study
from cxsurvey.survey.words import survey_languages

from ..document import Document

SHIPPED_LISTS = ("cx", "servqual")


class PillarsViewModel(QObject):
    """The pillars in one language, the one being edited, and the description of the study.

    ``language`` is of the words shown; ``edited`` the key of the card that is open, or "". Signals:
    ``pillars_changed()``, ``study_changed()``, ``list_taken()`` after another list took the place of the former,
    ``refused(Notice)`` when a wish cannot be granted, ``text_refused(pillar key, field, Notice)`` for typed words.
    """

    pillars_changed = Signal()
    study_changed = Signal()
    list_taken = Signal()
    refused = Signal(object)
    text_refused = Signal(str, str, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: tuple[Pillars, Study] | None = None
        self._pairs: tuple[ConfusablePair, ...] = ()
        self._compared: tuple[Pillars, str] | None = None
        self.language = document.project.study.language if document.project is not None else "en"
        self.edited = ""
        document.project_changed.connect(self._on_project_changed)

    # --- what is shown ---

    @property
    def project(self) -> Project | None:
        return self._document.project

    @property
    def pillars(self) -> Pillars:
        return () if self.project is None else self.project.pillars

    @property
    def study(self) -> Study | None:
        return None if self.project is None else self.project.study

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """The languages to word the pillars in, each with its own name, the study's first."""
        main = "en" if self.study is None else self.study.language
        of_texts = (text.language for pillar in self.pillars for text in pillar.texts)
        codes = dict.fromkeys((main, *survey_languages(), *of_texts))
        return tuple((code, _language_name(code)) for code in codes)

    @property
    def has_answers(self) -> bool:
        return self.project is not None and bool(self.project.imports)

    @property
    def can_add(self) -> bool:
        return len(self.pillars) < MOST

    def text(self, pillar: Pillar) -> PillarText:
        """The pillar's words in the language shown, or the main one's where it has none."""
        return pillar.text(self.language)

    def is_translated(self, pillar: Pillar) -> bool:
        return any(text.language == self.language for text in pillar.texts)

    @property
    def pairs(self) -> tuple[ConfusablePair, ...]:
        """Pillars that customers may confuse in the language shown."""
        if self._compared != (self.pillars, self.language):
            self._compared = (self.pillars, self.language)
            self._pairs = confusable_pairs(self.pillars, (self.language,)) if self.pillars else ()
        return self._pairs

    def confused_with(self, key: str) -> tuple[str, ...]:
        """Names of the pillars that customers may take for this one."""
        others = [pair.second if pair.first == key else pair.first for pair in self.pairs
                  if key in (pair.first, pair.second)]  # fmt: skip
        return tuple(self.text(pillar).name for pillar in self.pillars if pillar.key in others)

    def has_shipped_words(self, key: str) -> bool:
        """Whether the program has words of its own for this pillar that differ from the present ones."""
        shipped = self._shipped(key)
        return shipped is not None and shipped not in self.pillars

    # --- wishes: pillars ---

    @Slot(str)
    def show_language(self, language: str) -> None:
        self.language = language
        self.pillars_changed.emit()

    @Slot(str)
    def open_editor(self, key: str) -> None:
        """Opens the fields of one card and closes the others; "" closes all."""
        self.edited = key
        self.pillars_changed.emit()

    def set_text(self, key: str, field: str, text: str) -> None:
        """Changes one of a pillar's words in the language shown, as it is typed."""
        pillar = self._pillar(key)
        words, line = self.text(pillar), " ".join(text.split())
        if getattr(words, field) == line:
            return
        changes = {field: line}
        if field == "name" and words.customer_sentence == words.name:
            changes["customer_sentence"] = line  # until someone words it, customers read the name
        changed = put_pillar(self.pillars, with_text(pillar, self.language, **changes))
        try:
            project = with_pillars(self.project, changed)
        except SurveyError as error:
            self.text_refused.emit(key, field, error.notice)
            return
        self._document.edit(self.tr("Reword a pillar"), project, f"pillar {key} {field} {self.language}")

    @Slot()
    def add(self) -> None:
        """A new pillar at the end, its card open."""
        names = {pillar.name for pillar in self.pillars}
        name, number = self.tr("New pillar"), 1
        while name in names:
            number += 1
            name = self.tr("New pillar {0}").format(number)
        added = new_pillar(self.pillars, name)
        before, self.edited = self.edited, added.key
        if not self._edit(self.tr("Add a pillar"), (*self.pillars, added)):
            self.edited = before

    def remove(self, key: str) -> None:
        self._edit(self.tr("Remove a pillar"), remove_pillar(self.pillars, key))

    def move(self, key: str, position: int) -> None:
        """To that place from 0; the ends hold."""
        moved = move_pillar(self.pillars, key, position)
        if moved != self.pillars:
            self._edit(self.tr("Move a pillar"), moved)

    def position(self, key: str) -> int:
        return [pillar.key for pillar in self.pillars].index(key)

    def restore_words(self, key: str) -> None:
        """The words that the program ships for this pillar, in all languages."""
        shipped = self._shipped(key)
        if shipped is not None:
            words = replace(self._pillar(key), texts=shipped.texts)
            self._edit(self.tr("Restore the words of a pillar"), put_pillar(self.pillars, words))

    @Slot(str)
    def take_shipped(self, name: str) -> None:
        """One of the lists that the program ships, in place of the present one."""
        if self.study is not None:
            self._take(built_in_pillars(name, self.study.language))

    def take_file(self, path: Path) -> None:
        """A list of one's own, in place of the present one."""
        if self.study is None:
            return
        try:
            pillars = read_pillar_list(path, self.study.language)
        except SurveyError as error:
            self.refused.emit(error.notice)
            return
        self._take(pillars)

    # --- wishes: the study ---

    def describe(self, **changes: str) -> None:
        """Changes the description of the study, as it is typed: title, organisation, asked, fielded_from, ..._to."""
        if self.project is None:
            return
        study = replace(self.project.study, **changes)
        if study != self.project.study:
            key = f"study {' '.join(changes)}"
            self._document.edit(self.tr("Describe the study"), with_study(self.project, study), key)

    # --- inside ---

    def _pillar(self, key: str) -> Pillar:
        return self.pillars[self.position(key)]

    def _shipped(self, key: str) -> Pillar | None:
        """The shipped pillar of that key and code, led by the study's language."""
        if self.study is None:
            return None
        code = self._pillar(key).code
        for name in SHIPPED_LISTS:
            for pillar in built_in_pillars(name, self.study.language):
                if (pillar.key, pillar.code) == (key, code):
                    return pillar
        return None

    def _take(self, pillars: Pillars) -> None:
        if pillars != self.pillars and self._edit(self.tr("Take another list of pillars"), pillars):
            self.list_taken.emit()

    def _edit(self, text: str, pillars: Pillars) -> bool:
        """Whether the study took the change."""
        if self.project is None:
            return False
        try:
            project = with_pillars(self.project, pillars)
        except SurveyError as error:
            self.refused.emit(self._named(error.notice))
            return False
        self._document.edit(text, project)
        return True

    def _named(self, notice: Notice) -> Notice:
        """The notice with names in place of the keys of pillars."""
        names = {pillar.key: pillar.name for pillar in self.pillars}
        values = tuple(
            (field, ", ".join(names.get(key, key) for key in value.split(", ")) if isinstance(value, str) else value)
            for field, value in notice.values
        )
        return replace(notice, values=values)

    @Slot()
    def _on_project_changed(self) -> None:
        if self.project is None:
            return
        if self.edited not in {pillar.key for pillar in self.pillars}:
            self.edited = ""
        if self.language not in dict(self.languages):
            self.language = self.project.study.language
        before, self._shown = self._shown, (self.pillars, self.project.study)
        if before is None or before[0] != self.pillars:
            self.pillars_changed.emit()
        if before is None or before[1] != self.project.study:
            self.study_changed.emit()


def _language_name(code: str) -> str:
    """The language's own name, capitalised as a heading: Polski."""
    name = QLocale(code).nativeLanguageName() if code != "en" else "English"
    return name[:1].upper() + name[1:] if name else code
