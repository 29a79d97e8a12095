"""Reading a file of answers from end to end: look at it, take it in, read it again by another mapping."""

import uuid
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from cxsurvey.notices import Notice, Severity, SurveyError, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.progress import Progress, silent
from cxsurvey.reading.decode import decode
from cxsurvey.reading.designs import DesignFound, read_design
from cxsurvey.reading.findings import found, joined
from cxsurvey.reading.first_respondent import first_respondent
from cxsurvey.reading.headers import cleaned, match_key
from cxsurvey.reading.personal import told_of_personal, with_kept, without_personal
from cxsurvey.reading.places import column_letter, rows_shown, shown, shown_end
from cxsurvey.reading.platforms import plain
from cxsurvey.reading.roles import PRIORITY_ROLES
from cxsurvey.reading.sheets import Source
from cxsurvey.reading.source import open_source
from cxsurvey.reading.typed_formulas import with_typed_formulas
from cxsurvey.reading.understand import FileUnderstood, Understood, things_ranked, understand_all
from cxsurvey.reading.values import (
    Column,
    FileRead,
    ImportedFile,
    Inspection,
    Mapping,
    Role,
    Table,
)
from cxsurvey.reading.wishes import NOTHING_SAID, Wishes
from cxsurvey.reading.with_design import with_design
from cxsurvey.survey import Survey

_MOST_NAMED = 8

# Told while cells are read; kept when the same cells are decoded again.
_OF_THE_CELLS = frozenset(
    {
        ReadingNotice.FORMULA_WITHOUT_VALUE, ReadingNotice.CELL_DAMAGED, ReadingNotice.CELL_DOUBLED,
        ReadingNotice.CELL_REFERENCE_WRONG, ReadingNotice.ROW_DOUBLED, ReadingNotice.NOT_A_NUMBER,
        ReadingNotice.NO_SUCH_DAY, ReadingNotice.TEXT_TOO_LONG, ReadingNotice.FORMULA_AS_TYPED,
    }
)  # fmt: skip
_OF_THE_FILE = frozenset(
    {
        ReadingNotice.ENCODING_GUESSED, ReadingNotice.ENCODING_MIXED, ReadingNotice.BYTES_REPLACED,
        ReadingNotice.NULS_REMOVED, ReadingNotice.QUOTES_STRAY, ReadingNotice.TEXT_NOT_WORKBOOK,
        ReadingNotice.ONE_COLUMN, ReadingNotice.ROWS_UNEVEN, ReadingNotice.FORMULAS_USED,
        ReadingNotice.SHEET_HIDDEN, ReadingNotice.SHEET_NAME_DOUBLED, ReadingNotice.SHEETS_NOT_READ,
        ReadingNotice.CELLS_MERGED, ReadingNotice.FORM_OF_OTHER_STUDY_READ, ReadingNotice.FILES_WITHOUT_ANSWERS,
    }
)  # fmt: skip


def inspect_file(
    path: Path, pillars: Pillars, survey: Survey | None = None, wishes: Wishes = NOTHING_SAID,
    progress: Progress = silent,
) -> Inspection:  # fmt: skip
    """What a spreadsheet is: its sheets, the columns' roles, the first respondent; nothing is taken in.

    ``SurveyError`` if the file is no table, or has no sheet of that name.
    """
    found, file = _look(path, pillars, survey, wishes, progress)
    chosen = found.chosen
    if chosen is None:
        return Inspection(file, found.sheets, "", None, False, found.notices)
    chosen, asked = _with_design(chosen, pillars, survey, replace(wishes, lenient=True))
    sheets = tuple(
        replace(sheet, mapping=chosen.mapping) if sheet.name == chosen.table.sheet else sheet for sheet in found.sheets
    )
    chosen = with_typed_formulas(chosen)
    decoded = decode(chosen.table, chosen.mapping, pillars, survey, this_year())
    unread = asked if chosen.unread is None else (chosen.unread, *asked)
    of_other_study = _other_study(found, wishes.study, file)
    told = (
        *unread, *of_other_study, *found.notices, *chosen.notices, *_above_heading(chosen),
        *_about_columns(chosen, pillars), *decoded.report.notices,
    )  # fmt: skip
    things = () if chosen.has_priorities else things_ranked(chosen.table)
    if things:
        names = ", ".join(shown(thing, 40) for thing in things)
        told = (*told, notice(ReadingNotice.OTHER_THINGS_RANKED, sheet=shown(chosen.table.sheet), names=names))
    elif not chosen.has_priorities and chosen.unread is None:
        told = (notice(ReadingNotice.NO_PRIORITIES, file=file, sheet=shown(chosen.table.sheet)), *told)
    return Inspection(
        file, sheets, chosen.table.sheet, first_respondent(decoded.responses), chosen.direction.known, told,
        things,
    )  # fmt: skip


def read_file(
    path: Path, pillars: Pillars, survey: Survey | None = None, wishes: Wishes = NOTHING_SAID,
    progress: Progress = silent,
) -> FileRead:  # fmt: skip
    """The answers of a file, with the cells they came from and a report of every row.

    ``SurveyError`` if the file is no table, holds no priorities of these pillars, may be read either way, or if its
    MaxDiff choices and their design do not belong together.
    """
    found, file = _look(path, pillars, survey, wishes, progress)
    if found.chosen is None:
        sheets = ", ".join(shown(entry.name) for entry in found.sheets)
        raise error(ReadingNotice.SHEETS_ALL_EMPTY, file=file, sheets=sheets)
    titles = _above_heading(found.chosen) if wishes.mapping is None else ()
    chosen = with_typed_formulas(_with_columns(found.chosen, wishes, file))
    of_other_study = _other_study(found, wishes.study, file)
    if of_other_study and not (wishes.lenient or wishes.other_study):
        raise error(ReadingNotice.FORM_OF_OTHER_STUDY, file=file)
    chosen, asked = _with_design(chosen, pillars, survey, wishes)
    try:
        _check_priorities(chosen, file)
        chosen = _with_direction(chosen, wishes, pillars, survey)
    except SurveyError as refusal:
        if not wishes.lenient:
            raise
        asked = (*asked, refusal.notice)
    told = (
        *asked, *of_other_study, *found.notices, *chosen.notices, *titles,
        *told_of_personal(chosen.table, chosen.mapping), *_about_columns(chosen, pillars),
    )  # fmt: skip
    table = chosen.table if wishes.lenient else without_personal(chosen.table, chosen.mapping)
    decoded = decode(table, chosen.mapping, pillars, survey, this_year())
    wrong = next((each for each in decoded.report.notices if each.severity is Severity.ERROR), None)
    if wrong is not None and not wishes.lenient:
        raise SurveyError(wrong)
    report = replace(
        decoded.report, corrected=joined(chosen.problems, decoded.report.corrected),
        notices=(*told, *decoded.report.notices),
    )  # fmt: skip
    now = datetime.now().isoformat(timespec="seconds")
    name = wishes.name or path.name
    imported = ImportedFile(uuid.uuid4().hex, name, now, table, chosen.mapping, decoded.responses, report)
    return FileRead(imported, found.sheets)


def decode_again(
    imported: ImportedFile, mapping: Mapping, pillars: Pillars, survey: Survey | None = None
) -> ImportedFile:
    """The same import read by another mapping, from the cells that were kept."""
    decoded = decode(imported.table, mapping, pillars, survey, int(imported.imported_on[:4] or this_year()))
    report = replace(
        decoded.report,
        corrected=joined(
            found(imported.report.corrected).of_codes(_OF_THE_CELLS), decoded.report.corrected
        ),
        notices=(
            *(told for told in imported.report.notices if told.code in _OF_THE_FILE),
            *told_of_personal(imported.table, mapping), *decoded.report.notices,
        ),
    )
    return replace(imported, mapping=mapping, responses=decoded.responses, report=report)


def header_fingerprint(table: Table, mapping: Mapping) -> str:
    """The same for two sheets whose headers read alike; tells that a saved mapping fits."""
    digest = blake2b(digest_size=16)
    for column in table.columns:
        for text in column.texts[: mapping.header_rows]:
            digest.update(match_key(text).encode() + b"\x00")
        digest.update(b"\x01")
    return digest.hexdigest()


def this_year() -> int:
    """The year a birth year may not pass."""
    return datetime.now().year


def _other_study(found: FileUnderstood, study: str, file: str) -> tuple[Notice, ...]:
    """That the file is a form of another study, if it is one."""
    if not study or found.form_of in ("", study):
        return ()
    return (notice(ReadingNotice.FORM_OF_OTHER_STUDY_READ, file=file),)


def _check_priorities(chosen: Understood, file: str) -> None:
    wanted = (*PRIORITY_ROLES, Role.IMPORTANCE)
    if not any(role.role in wanted for role in chosen.mapping.roles):
        if chosen.unread is not None:
            raise SurveyError(replace(chosen.unread, severity=Severity.ERROR))
        sheet = shown(chosen.table.sheet)
        damaged = found(chosen.problems).of_codes({ReadingNotice.CELL_DAMAGED})
        if damaged:
            cell = f"{damaged[0].column}{damaged[0].row}"
            raise error(ReadingNotice.NO_PRIORITIES_DAMAGED, file=file, sheet=sheet, n=len(damaged), cell=cell)
        if len(chosen.table.columns) == 1:
            raise error(ReadingNotice.NO_PRIORITIES_ONE_COLUMN, file=file, sheet=sheet)
        raise error(ReadingNotice.NO_PRIORITIES, file=file, sheet=sheet)


def _look(
    path: Path, pillars: Pillars, survey: Survey | None, wishes: Wishes, progress: Progress
) -> tuple[FileUnderstood, str]:
    """What the file's sheets are, and what messages call the file."""
    encoding = wishes.encoding or (wishes.mapping.encoding if wishes.mapping else "") or ""
    file = shown(wishes.name or path.name)
    source = open_source(path, wishes.name, encoding, progress)
    try:
        return understand_all(source, file, pillars, survey, this_year(), _sheet(source, wishes), progress), file
    finally:
        source.close()


def _sheet(source: Source, wishes: Wishes) -> str | None:
    """The sheet asked for; that of the mapping where the file has it."""
    if wishes.sheet or wishes.mapping is None:
        return wishes.sheet
    wanted = wishes.mapping.sheet
    return wanted if any(sheet.name == wanted for sheet in source.sheets) else None


def _with_columns(chosen: Understood, wishes: Wishes, file: str) -> Understood:
    """With the columns chosen by hand, and the personal ones that shall be kept."""
    if wishes.mapping is not None:
        chosen = replace(chosen, mapping=fitted(wishes.mapping, chosen.table, chosen.mapping, file))
    if wishes.keep_personal or wishes.keep_columns:
        columns = None if wishes.keep_personal else wishes.keep_columns
        chosen = replace(chosen, mapping=with_kept(chosen.mapping, columns, file))
    return chosen


def _with_design(
    chosen: Understood, pillars: Pillars, survey: Survey | None, wishes: Wishes
) -> tuple[Understood, tuple[Notice, ...]]:
    """With the design of the MaxDiff tasks, and what is to be told; what is unclear is told too where lenient."""
    found = DesignFound(())
    if wishes.design is not None:
        found = read_design(wishes.design, pillars, wishes.design_name)
    try:
        mapping = with_design(chosen.mapping, chosen.table, pillars, survey, found.design, wishes.counting)
    except SurveyError as refusal:
        if not wishes.lenient:
            raise
        return chosen, (*found.notices, refusal.notice)
    return replace(chosen, mapping=mapping), found.notices


def _with_direction(chosen: Understood, wishes: Wishes, pillars: Pillars, survey: Survey | None) -> Understood:
    """The way the ranks run: as asked for, as chosen by hand, as the words say, or not at all."""
    mapping = chosen.mapping
    if wishes.direction is not None:
        return replace(chosen, mapping=replace(mapping, reversed=wishes.direction == "reversed"))
    ranked = any(role.role in PRIORITY_ROLES for role in mapping.roles)
    if wishes.mapping is not None or chosen.direction.known or not ranked:
        return chosen
    first = first_respondent(decode(chosen.table, mapping, pillars, survey, this_year()).responses)
    sheet = shown(chosen.table.sheet)
    if first is None:
        raise error(ReadingNotice.DIRECTION_UNKNOWN_SHORT, sheet=sheet)
    names = {pillar.key: pillar.name for pillar in pillars}
    raise error(
        ReadingNotice.DIRECTION_UNKNOWN, sheet=sheet, row=first.row, first=names[first.first[0]],
        last=names[first.last],
    )  # fmt: skip


def _about_columns(chosen: Understood, pillars: Pillars) -> tuple[Notice, ...]:
    """Pillars matched by likeness, pillars that were not found, ranks turned round."""
    told: list[Notice] = []
    names = {pillar.key: pillar.name for pillar in pillars}
    ranked = [role for role in chosen.mapping.roles if role.role in (Role.RANK_OF_PILLAR, Role.IMPORTANCE, Role.POINTS)]
    for role in ranked:
        if role.score < 100:
            told.append(
                notice(
                    ReadingNotice.PILLAR_LIKENED, Severity.INFO, column=column_letter(role.column),
                    header=shown_end(role.header), pillar=names[role.pillar], score=round(role.score),
                )
            )  # fmt: skip
    missing = [name for key, name in names.items() if key not in {role.pillar for role in ranked}]
    if ranked and missing:
        told.append(
            notice(
                ReadingNotice.FEW_PILLARS, sheet=shown(chosen.table.sheet), n=len(names) - len(missing), k=len(names),
                names=", ".join(missing),
            )
        )  # fmt: skip
    unread = [
        role for role in chosen.mapping.roles if role.role is Role.IGNORED and role.column in chosen.not_understood
    ]
    if unread:
        listed = ", ".join(f"{column_letter(role.column)} “{shown_end(role.header)}”" for role in unread[:_MOST_NAMED])
        listed += ", …" if len(unread) > _MOST_NAMED else ""
        told.append(notice(ReadingNotice.COLUMNS_NOT_READ, Severity.INFO, n=len(unread), names=listed))
    if chosen.mapping.reversed and chosen.direction.known and chosen.direction.reversed:
        told.append(notice(ReadingNotice.HIGHEST_IS_BEST, Severity.INFO))
    return tuple(told)


def _above_heading(chosen: Understood) -> tuple[Notice, ...]:
    """Tells of titles above the headings of a table, which are not read."""
    mapping = chosen.mapping
    if mapping.platform != plain.NAME or mapping.header_rows < 2:
        return ()
    *above, row = chosen.table.rows[: mapping.header_rows].tolist()
    return (
        notice(
            ReadingNotice.ROWS_ABOVE_HEADING, Severity.INFO, sheet=shown(mapping.sheet), row=row, n=len(above),
            rows=rows_shown(above),
        ),
    )  # fmt: skip


def fitted(mapping: Mapping, table: Table, found: Mapping, file: str) -> Mapping:
    """The mapping given, for a sheet that was found to be read as ``found``.

    ``SurveyError`` if the sheet's headers are not the ones it was made for.
    """
    if mapping.header_rows > len(table.rows):
        raise error(ReadingNotice.MAPPING_SHAPE, reason=f"header_rows: {mapping.header_rows}")
    headers = {role.column: role.header for role in found.roles}
    columns = {column.position: column for column in table.columns}
    for role in mapping.roles:
        if role.role in (Role.IGNORED, Role.PERSONAL, Role.PERSONAL_KEPT):
            continue
        letter = column_letter(role.column)
        if role.column not in columns:
            raise error(ReadingNotice.MAPPING_COLUMN_MISSING, file=file, column=letter)
        header = headers.get(role.column, "")
        known = {match_key(header), *_above(columns[role.column], mapping.header_rows)}
        if not mapping.header_rows:
            known.add(match_key(letter))  # without headings columns are called by their letters
        item = _last_above(columns[role.column], mapping.header_rows)
        if role.header and match_key(role.header) not in known and not (item and role.header.endswith(f": {item}")):
            raise error(
                ReadingNotice.MAPPING_DOES_NOT_FIT, file=file, column=letter, header=shown(header),
                wanted=shown(role.header),
            )  # fmt: skip
    known_columns = {role.column for role in mapping.roles}
    unnamed = tuple(
        role if role.role is Role.PERSONAL else replace(role, role=Role.IGNORED, pillar="", place=0, key="")
        for role in found.roles
        if role.column not in known_columns
    )
    return replace(
        mapping, sheet=table.sheet, delimiter=found.delimiter, encoding=found.encoding,
        roles=(*mapping.roles, *unnamed), design=found.design or mapping.design,
    )  # fmt: skip


def _above(column: Column, header_rows: int) -> set[str]:
    return {match_key(text) for text in column.texts[:header_rows]}


def _last_above(column: Column, header_rows: int) -> str:
    """The item of a heading of two rows, whose question stands above it or further left."""
    return cleaned(column.texts[header_rows - 1]) if 1 < header_rows <= len(column.texts) else ""
