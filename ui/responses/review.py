"""A file that was read and is looked at before it is taken in, and the work that brings one about. No Qt."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxsurvey.notices import Notice, SurveyError
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.project import Project
from cxsurvey.reading.values import ColumnRole, FirstRespondent, ImportedFile, Mapping, Role, SheetFound, ValueLabel
from cxsurvey.reading.wishes import Counting, Wishes

if TYPE_CHECKING:
    from cxsurvey.reader import WarmReader


PRIORITIES = (
    Role.RANK_OF_PILLAR, Role.PILLAR_AT_PLACE, Role.RANKED_LIST, Role.PILLAR_AT_STEP, Role.BEST, Role.WORST,
    Role.POINTS, Role.IMPORTANCE,
)  # fmt: skip
_RANKS = (Role.RANK_OF_PILLAR,)
_CHOICES = (Role.BEST, Role.WORST)
_ORDERED = tuple(role for role in PRIORITIES if role is not Role.IMPORTANCE)  # what may be read from either end
_ASKS_FOR_DIRECTION = (ReadingNotice.DIRECTION_UNKNOWN, ReadingNotice.DIRECTION_UNKNOWN_SHORT)
# What another design, or the first one, may put right.
_ASKS_FOR_DESIGN = frozenset(
    {
        FormatNotice.CHOICES_UNCLEAR, FormatNotice.DESIGN_MISSING, FormatNotice.ITEM_NOT_SHOWN,
        FormatNotice.TASK_NOT_IN_DESIGN, FormatNotice.VERSION_NOT_IN_DESIGN, FormatNotice.VERSIONS_NOT_TOLD,
        FormatNotice.TASKS_LEFT_OUT,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """``path`` is None for an import that is already in the study: its cells are kept, its file is not needed.

    ``found``: the columns as the program found them, or as they were when an import is opened again; ``understood``:
    as it finds them with the headings where they are now.
    ``checks``: what was found of careless answers, and what could not be checked.
    ``direction_known``: the file says, or the person has said, which way its ranks run.
    """

    imported: ImportedFile
    found: Mapping
    checks: tuple[Notice, ...]
    first: FirstRespondent | None
    sheets: tuple[SheetFound, ...]
    path: Path | None
    direction_known: bool
    by_person: bool = False  # the direction is the person's word, not the file's
    knew_direction: bool = True  # the file's own words say it
    read_as: str = ""        # the file of the same headers whose columns were taken over
    design: Path | None = None  # the file that says what MaxDiff tasks showed
    understood: Mapping | None = None  # None: as ``found``

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be told of the file; direction, design and values are asked and shown by the page itself."""
        by_page = {
            *_ASKS_FOR_DIRECTION, *_ASKS_FOR_DESIGN, ReadingNotice.VALUES_READ_AS_SAID, ReadingNotice.PERSONAL_KEPT,
        }  # fmt: skip
        return tuple(told for told in self.imported.report.notices if told.code not in by_page)

    @property
    def asks_for_design(self) -> Notice | None:
        """What is wrong with the design of MaxDiff answers."""
        return next((each for each in self.imported.report.notices if each.code in _ASKS_FOR_DESIGN), None)

    @property
    def has_tasks(self) -> bool:
        """Whether columns hold the choices of MaxDiff tasks."""
        return any(role.role in _CHOICES for role in self.imported.mapping.roles)

    @property
    def has_priorities(self) -> bool:
        """Whether any column is read as what matters to customers."""
        return any(role.role in PRIORITIES for role in self.imported.mapping.roles)

    @property
    def asks_for_counting(self) -> bool:
        """Whether it is only asked what the numbers in MaxDiff answers count."""
        asked = self.asks_for_design
        return asked is not None and asked.code == FormatNotice.CHOICES_UNCLEAR

    @property
    def is_corrected(self) -> bool:
        """Whether somebody chose columns, said what values mean, or said which way the ranks run."""
        return self.by_person or _chosen_in(self.imported.mapping) != _chosen_in(self.found)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken in."""
        return self.imported.responses.n > 0 and not self.asks_for_direction

    @property
    def asks_for_direction(self) -> bool:
        """Whether somebody has to say which way the ranks run."""
        return not self.direction_known and (self.first is not None or has_ranks(self.imported.mapping))


def read_file(
    path: Path, project: Project, sheet: str, encoding: str, design: Path | None, warm: "WarmReader | None",
    progress: Progress,
) -> Review:
    """Reads a file in a process of its own: none can freeze or end the window. ``SurveyError`` if it is no table."""
    from cxsurvey.reader import read_in_child  # numpy's readers: not before they are needed

    wishes = Wishes(
        sheet=sheet or None, encoding=encoding or None, lenient=True, study=project.key, design=design
    )
    whole = read_in_child(path, project.pillars, project.survey, wishes, progress, warm)
    imported = whole.imported
    sheets = () if imported.mapping.encoding else whole.sheets  # of a text file there is but one
    codes = {told.code for told in imported.report.notices}
    known = codes.isdisjoint(_ASKS_FOR_DIRECTION)
    review = Review(
        imported, imported.mapping, _checks(imported), _first(imported), sheets, path, known, knew_direction=known,
        design=design,
    )
    return _as_before(review, project)


def _as_before(review: Review, project: Project) -> Review:
    """A file with the headers of one that was read before is read by that one's columns, corrected as they were."""
    from cxsurvey.reading.importing import decode_again, header_fingerprint
    from cxsurvey.storage.remembered import Remembered, recall

    new = review.imported
    fingerprint = header_fingerprint(new.table, new.mapping)
    known = next(
        (
            Remembered(one.name, one.mapping)
            for one in reversed(project.imports)
            if header_fingerprint(one.table, new.mapping) == fingerprint
        ),
        None,
    ) or recall(fingerprint)
    if known is None or not _fits(known.mapping, new, project):
        return review
    design = new.mapping.design or known.mapping.design
    if _chosen_in(known.mapping) == _chosen_in(new.mapping) and design == new.mapping.design:
        return replace(review, direction_known=True)
    chosen = known.mapping
    mapping = replace(
        new.mapping, roles=chosen.roles, reversed=chosen.reversed, labels=chosen.labels, design=design,
        header_rows=chosen.header_rows, platform=chosen.platform,
    )  # fmt: skip
    again = decode_again(new, mapping, project.pillars, project.survey)
    return _seen(review, again, direction_known=True, by_person=True, read_as=known.name, understood=mapping)


def _chosen_in(mapping: Mapping) -> tuple[tuple[ColumnRole, ...], bool, tuple[ValueLabel, ...], int]:
    """What a person may choose in a mapping."""
    return mapping.roles, mapping.reversed, mapping.labels, mapping.header_rows


def _fits(mapping: Mapping, imported: ImportedFile, project: Project) -> bool:
    """Whether the columns speak of pillars of this study, and respondents are left below the headings."""
    speaks_of = {role.pillar for role in mapping.roles if role.pillar}
    return speaks_of <= set(project.pillar_keys) and mapping.header_rows < len(imported.table.rows)


def review_again(imported: ImportedFile, _progress: Progress) -> Review:
    """An import of the study, to be looked at once more."""
    return Review(imported, imported.mapping, _checks(imported), _first(imported), (), None, True)


def decode_review(review: Review, mapping: Mapping, project: Project, by_person: bool, _progress: Progress) -> Review:
    """The same cells read by another mapping; ``by_person``: the direction is settled by it."""
    from cxsurvey.reading.direction import direction_of
    from cxsurvey.reading.importing import decode_again

    known = review.direction_known or by_person
    if not (by_person or review.by_person) and has_ranks(mapping) and not has_ranks(review.understood or review.found):
        # Ranks that the program had not seen: what their headers say of the direction holds, else it is asked.
        headers = [role.header for role in mapping.roles if role.role in _RANKS]
        said = direction_of(headers, len(project.pillars))
        known, mapping = said.known, replace(mapping, reversed=said.reversed)
    imported = decode_again(review.imported, mapping, project.pillars, project.survey)
    return _seen(review, imported, by_person=review.by_person or by_person, direction_known=known)


def has_ranks(mapping: Mapping) -> bool:
    """Whether columns hold numbers that may count from the most or from the least important."""
    return any(role.role in _RANKS for role in mapping.roles)


def found_again(review: Review, project: Project, _progress: Progress) -> Review:
    """The file read by the columns that the program found."""
    from cxsurvey.reading.importing import decode_again

    imported = decode_again(review.imported, review.found, project.pillars, project.survey)
    return _seen(
        review, imported, direction_known=review.knew_direction, by_person=False, read_as="", understood=None
    )


def with_headings_at(review: Review, last_row: int, project: Project, _progress: Progress) -> Review:
    """The cells read with headings that end at that row of the sheet; what values mean stays said where it can."""
    from cxsurvey.reading.heading_rows import with_headings
    from cxsurvey.reading.importing import decode_again, this_year

    before = review.imported.mapping
    moved = with_headings(review.imported.table, before, last_row, project.pillars, project.survey, this_year())
    former = {role.column: role.role for role in before.roles}
    alike = {role.column for role in moved.mapping.roles if former.get(role.column) is role.role}
    labels = tuple(label for label in before.labels if label.column in alike)
    mapping = replace(moved.mapping, labels=labels)
    imported = decode_again(review.imported, mapping, project.pillars, project.survey)
    known = moved.direction.known or not any(role.role in _ORDERED for role in mapping.roles)
    return _seen(review, imported, direction_known=known, by_person=False, read_as="", understood=mapping)


def with_design_of(
    review: Review, path: Path, counting: Counting | None, project: Project, warm: "WarmReader | None",
    progress: Progress,
) -> Review:  # fmt: skip
    """The cells read with what the MaxDiff tasks showed, as that file says; the answers' own file is not needed.

    ``counting``: what numbers in the answers count; where that has to be asked, the review says so.
    """
    from cxsurvey.reader import read_design_in_child
    from cxsurvey.reading.importing import decode_again
    from cxsurvey.reading.with_design import with_other_design

    imported = review.imported
    found = read_design_in_child(path, project.pillars, progress=progress, warm=warm)
    try:
        mapping = with_other_design(
            imported.mapping, imported.table, project.pillars, project.survey, found.design, counting
        )
    except SurveyError as refused:  # its numbers fit both ways
        asked = tuple(told for told in imported.report.notices if told.code not in _ASKS_FOR_DESIGN)
        report = replace(imported.report, notices=(refused.notice, *asked))
        return replace(review, imported=replace(imported, report=report), design=path)
    again = decode_again(imported, mapping, project.pillars, project.survey)
    told = replace(again.report, notices=(*found.notices, *again.report.notices))
    return _seen(review, replace(again, report=told), design=path)


def remember_columns(review: Review) -> None:
    """Keeps the columns for the next file with these headers, in this study or another."""
    from cxsurvey.reading.importing import header_fingerprint
    from cxsurvey.storage.remembered import remember

    imported = review.imported
    remember(header_fingerprint(imported.table, review.found), imported.name, imported.mapping)


def forget_columns(review: Review) -> None:
    """The next file with these headers is read as the program finds it."""
    from cxsurvey.reading.importing import header_fingerprint
    from cxsurvey.storage.remembered import forget

    forget(header_fingerprint(review.imported.table, review.found))


def _first(imported: ImportedFile) -> FirstRespondent | None:
    from cxsurvey.reading.first_respondent import first_respondent

    return first_respondent(imported.responses)


def _seen(review: Review, imported: ImportedFile, **changes: object) -> Review:
    """The review of the file as it was read again."""
    return replace(review, imported=imported, checks=_checks(imported), first=_first(imported), **changes)


def _checks(imported: ImportedFile) -> tuple[Notice, ...]:
    from cxsurvey.arrival import checks_of

    return checks_of(imported.responses) if imported.responses.n else ()
