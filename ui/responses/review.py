"""A file that was read and is looked at before it is taken in, and the work that brings one about. No Qt."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxsurvey.notices import Notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.project import Project
from cxsurvey.reading.values import ColumnRole, FirstRespondent, ImportedFile, Mapping, Role, SheetFound

if TYPE_CHECKING:
    from cxsurvey.reader import WarmReader

PER_PILLAR = (Role.RANK_OF_PILLAR, Role.IMPORTANCE, Role.PERFORMANCE)
_ASKS_FOR_DIRECTION = (ReadingNotice.DIRECTION_UNKNOWN, ReadingNotice.DIRECTION_UNKNOWN_SHORT)


@dataclass(frozen=True, slots=True)
class Review:
    """``path`` is None for an import that is already in the study: its cells are kept, its file is not needed.

    ``direction_known``: the file says, or the person has said, which way its ranks run.
    """

    imported: ImportedFile
    first: FirstRespondent | None
    sheets: tuple[SheetFound, ...]
    path: Path | None
    direction_known: bool
    by_person: bool = False  # the direction is the person's word, not the file's
    read_as: str = ""        # the import of the same headers whose columns were taken over

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be told of the file; the question of direction is asked by the page itself."""
        return tuple(told for told in self.imported.report.notices if told.code not in _ASKS_FOR_DIRECTION)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken in."""
        return self.imported.responses.n > 0 and (self.direction_known or self.first is None)


def read_file(
    path: Path, project: Project, sheet: str, encoding: str, warm: "WarmReader | None", progress: Progress
) -> Review:
    """Reads a file in a process of its own: none can freeze or end the window. ``SurveyError`` if it is no table."""
    from cxsurvey.reader import inspect_in_child, read_in_child  # numpy's readers: not before they are needed

    imported = read_in_child(
        path, project.pillars, project.survey, sheet=sheet or None, encoding=encoding or None, lenient=True,
        study=project.key, progress=progress, warm=warm,
    )
    sheets: tuple[SheetFound, ...] = ()
    if not imported.mapping.encoding:  # a workbook, in which another sheet can be chosen
        sheets = inspect_in_child(
            path, project.pillars, project.survey, progress=lambda *_: progress(0, 0), warm=warm
        ).sheets
    codes = {told.code for told in imported.report.notices}
    review = Review(imported, _first(imported), sheets, path, codes.isdisjoint(_ASKS_FOR_DIRECTION))
    return _as_before(review, project)


def _as_before(review: Review, project: Project) -> Review:
    """A file with the headers of one already taken in is read by that one's columns, corrected as they were."""
    from cxsurvey.reading.importing import decode_again, header_fingerprint

    new = review.imported
    print_of_new = header_fingerprint(new.table, new.mapping)
    for known in reversed(project.imports):
        if header_fingerprint(known.table, known.mapping) == print_of_new:
            if (known.mapping.roles, known.mapping.reversed) == (new.mapping.roles, new.mapping.reversed):
                return replace(review, direction_known=True)
            mapping = replace(new.mapping, roles=known.mapping.roles, reversed=known.mapping.reversed)
            again = decode_again(new, mapping, project.pillars, project.survey)
            return replace(
                review, imported=again, first=_first(again), direction_known=True, by_person=True, read_as=known.name
            )
    return review


def review_again(imported: ImportedFile) -> Review:
    """An import of the study, to be looked at once more."""
    return Review(imported, _first(imported), (), None, True)


def decode_review(review: Review, mapping: Mapping, project: Project, by_person: bool, _progress: Progress) -> Review:
    """The same cells read by another mapping; ``by_person``: the direction is settled by it."""
    from cxsurvey.reading.importing import decode_again

    imported = decode_again(review.imported, mapping, project.pillars, project.survey)
    return replace(
        review, imported=imported, first=_first(imported), by_person=review.by_person or by_person,
        direction_known=review.direction_known or by_person,
    )


def with_role(mapping: Mapping, column: int, role: Role, pillar: str = "", place: int = 0) -> Mapping:
    """The mapping with one column read as something else; who held that pillar or place before is not used."""
    wanted_pillar = pillar if role in PER_PILLAR else ""
    wanted_place = place if role is Role.PILLAR_AT_PLACE else 0
    roles = []
    for known in mapping.roles:
        if known.column == column:
            key = known.key or f"column{column}"
            known = replace(known, role=role, pillar=wanted_pillar, place=wanted_place, key=key, score=100.0)
        elif _is_taken(known, role, wanted_pillar, wanted_place):
            known = replace(known, role=Role.IGNORED, pillar="", place=0)
        roles.append(known)
    return replace(mapping, roles=tuple(roles))


def _is_taken(known: ColumnRole, role: Role, pillar: str, place: int) -> bool:
    same = known.role is role and (known.pillar, known.place) == (pillar, place)
    return same and bool(pillar or place)


def _first(imported: ImportedFile) -> FirstRespondent | None:
    from cxsurvey.reading.first_respondent import first_respondent

    return first_respondent(imported.responses)
