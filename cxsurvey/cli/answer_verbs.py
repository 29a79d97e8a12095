"""The verbs that read spreadsheets: ``inspect`` changes nothing, ``import`` brings answers into a study."""

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path

from cxsurvey.arrival import checks_of
from cxsurvey.cli.answers_json import import_json, inspection_json
from cxsurvey.cli.console import Console
from cxsurvey.cli.desk import FAULT, Desk, change_study, pillar_list, read_mapping
from cxsurvey.cli.grammar import Verbs, add_study
from cxsurvey.export.import_report import write_import_report
from cxsurvey.notices import Notice, Severity, SurveyError, english, error, notice
from cxsurvey.notices.command import CommandNotice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import CX_LIST, Pillars
from cxsurvey.project import Project, add_import, already_imported, remove_import
from cxsurvey.reader import inspect_in_child, read_in_child
from cxsurvey.reading.first_respondent import BEST_WORST, POINTS, first_respondent
from cxsurvey.reading.places import column_letter
from cxsurvey.reading.values import FirstRespondent, ImportedFile, Inspection, LeftOut, Mapping, Role, SheetFound
from cxsurvey.reading.wishes import Way, Wishes
from cxsurvey.storage import load_project
from cxsurvey.survey import Survey

LISTED = 20  # rows told on the screen; --json has all
# What is refused unless an option says how it is meant.
_OPTIONS: dict[str, CommandNotice] = {
    ReadingNotice.DIRECTION_UNKNOWN: CommandNotice.DIRECTION_OPTIONS,
    ReadingNotice.DIRECTION_UNKNOWN_SHORT: CommandNotice.DIRECTION_OPTIONS,
    ReadingNotice.FORM_OF_OTHER_STUDY: CommandNotice.OTHER_STUDY_OPTION,
    FormatNotice.DESIGN_MISSING: CommandNotice.DESIGN_OPTION,
    FormatNotice.CHOICES_UNCLEAR: CommandNotice.NUMBERS_OPTION,
}


def add_verbs(verbs: Verbs) -> None:
    """Declares the verbs of this module."""
    look = verbs.add("inspect", run_inspect, "Say what a spreadsheet is, without changing anything.")
    look.add_argument("file", type=Path, metavar="FILE", help="xlsx, xls, xlsb, ods, csv or zip")
    look.add_argument("--pillars", default=CX_LIST, metavar="LIST", help="a shipped list, a .json file, or a STUDY.cxs")
    _add_reading(look)
    bring = verbs.add("import", run_import, "Read customers' answers into a study.")
    add_study(bring)
    bring.add_argument("files", type=Path, nargs="+", metavar="FILE", help="xlsx, xls, xlsb, ods, csv or zip")
    _add_reading(bring)
    bring.add_argument("--map", type=Path, metavar="MAP.json", help="columns as chosen by hand")
    way = bring.add_mutually_exclusive_group()
    way.add_argument("--as-is", action="store_true", help="1 is the most important")
    way.add_argument("--reversed", action="store_true", help="the highest number is the most important")
    bring.add_argument(
        "--numbers", choices=("position", "item"), help="MaxDiff: what numbers in the answers count"
    )  # fmt: skip
    bring.add_argument("--replace", action="store_true", help="in the place of all answers that the study has")
    bring.add_argument("--other-study", action="store_true", help="take answers on a form of another study")
    bring.add_argument("--keep-personal", action="store_true", help="keep names, e-mail addresses and the like")
    bring.add_argument(
        "--report", type=Path, metavar="OUT", help="write what became of the rows: .xlsx, .json or .csv"
    )  # fmt: skip
    bring.add_argument(
        "--keep-column", action="append", default=[], metavar="COLUMN",
        help="keep this one of them, by its header or letter; may be given several times",
    )  # fmt: skip


def _add_reading(parser: ArgumentParser) -> None:
    parser.add_argument("--sheet", metavar="S", help="name of the sheet (default: the one with answers)")
    parser.add_argument("--encoding", metavar="E", help="of a text file (default: found out)")
    parser.add_argument("--design", type=Path, metavar="FILE", help="MaxDiff: which pillars each task showed")


def run_inspect(desk: Desk) -> None:
    """Sheets, platform, columns with their roles, and the first respondent as a sentence."""
    wish = desk.arguments
    pillars, survey, study = _questionnaire(wish.pillars)
    wishes = Wishes(sheet=wish.sheet, encoding=wish.encoding, design=wish.design, study=study)
    inspection = inspect_in_child(wish.file, pillars, survey, wishes, desk.console.progress(wish.file.name))
    desk.console.give(inspection_json(inspection, pillars))
    _show_inspection(desk.console, inspection, pillars)


def run_import(desk: Desk) -> int | None:
    """Reads all files, or none: a fault in one leaves the study as it was."""
    wish = desk.arguments
    mapping = read_mapping(wish.map) if wish.map else None
    taken: list[ImportedFile] = []

    def take(project: Project) -> Project:
        if wish.replace:
            for known in project.imports:
                project = remove_import(project, known.key)
        for file in wish.files:
            imported = _read(desk, file, project, mapping)
            project = add_import(project, imported)
            taken.append(imported)
        return project

    try:
        project = change_study(wish.study, take)
    except SurveyError as fault:
        option = _OPTIONS.get(fault.notice.code)
        if option is None:
            raise
        desk.console.refuse(fault.notice, notice(option))
        return FAULT
    if wish.report:
        write_import_report(taken, wish.report)
    desk.console.give(import_json(project, taken))
    for imported in taken:
        _show_import(desk.console, project.pillars, imported)
    desk.console.say(f"The study now has {project.responses.n} respondents.")
    return None


def _read(desk: Desk, file: Path, project: Project, mapping: Mapping | None) -> ImportedFile:
    """One file's answers; ``SurveyError`` if it has none, or if the study has them already."""
    wish = desk.arguments
    direction: Way | None = None
    if wish.as_is or wish.reversed:
        direction = "as_is" if wish.as_is else "reversed"
    wishes = Wishes(
        sheet=wish.sheet, mapping=mapping, direction=direction, keep_personal=wish.keep_personal,
        keep_columns=tuple(wish.keep_column), encoding=wish.encoding, design=wish.design, counting=wish.numbers,
        study=project.key, other_study=wish.other_study,
    )  # fmt: skip
    progress = desk.console.progress(file.name)
    imported = read_in_child(file, project.pillars, project.survey, wishes, progress).imported
    report = imported.report
    if not report.complete + report.partial:
        desk.console.tell(*(entry.reason for entry in report.left_out[:LISTED]))
        raise error(CommandNotice.NOTHING_USABLE, file=file.name, read=report.read, empty=report.empty)
    known = already_imported(project, imported)
    if known is not None:
        date = known.imported_on[:10]
        raise error(CommandNotice.ALREADY_IMPORTED, file=file.name, date=date, known=known.name)
    return imported


def _questionnaire(name: str) -> tuple[Pillars, Survey | None, str]:
    """The pillars to look for; the survey and the study's key where one is named."""
    if name.lower().endswith(".cxs"):
        project = load_project(Path(name))
        return project.pillars, project.survey, project.key
    return pillar_list(name, "en"), None, ""


def _show_inspection(console: Console, inspection: Inspection, pillars: Pillars) -> None:
    rows = [
        (sheet.name, "hidden" if sheet.hidden else "", sheet.n_rows, sheet.platform or None, sheet.confidence or None,
         "read" if sheet.name == inspection.chosen else "")
        for sheet in inspection.sheets
    ]  # fmt: skip
    console.table(("Sheet", "", "Rows", "Platform", "Sure", ""), rows, left=(0, 1, 3, 4, 5))
    chosen = next((sheet for sheet in inspection.sheets if sheet.name == inspection.chosen), None)
    if chosen is not None:
        _show_columns(console, chosen, pillars)
    if inspection.first_respondent:
        console.say("", respondent_sentence(inspection.first_respondent, pillars))
        if not inspection.direction_known:
            console.say("The file does not say that 1 is the most important: import it with --as-is or --reversed.")
    _tell_notices(console, inspection.notices)


def _show_columns(console: Console, sheet: SheetFound, pillars: Pillars) -> None:
    if sheet.mapping is None:
        return
    names = {pillar.key: pillar.name for pillar in pillars}
    rows = [
        (column_letter(role.column), role.role.value.replace("_", " "),
         names.get(role.pillar) or (f"place {role.place}" if role.place else role.key), f"{role.score:.0f} %",
         role.header[:60])
        for role in sheet.mapping.roles if role.role is not Role.IGNORED
    ]  # fmt: skip
    console.say("", f"Header rows: {sheet.mapping.header_rows}", "")
    console.table(("Column", "Read as", "Pillar", "Sure", "Heading"), rows, left=(0, 1, 2, 4))


def respondent_sentence(respondent: FirstRespondent, pillars: Pillars) -> str:
    """The first respondent read back, which catches a reversed scale."""
    names = {pillar.key: pillar.name for pillar in pillars}
    first, last = names[respondent.first[0]], names[respondent.last]
    if respondent.kind == BEST_WORST:
        return f"Row {respondent.row} puts {first} best and {last} worst."
    if respondent.kind == POINTS:
        return f"Row {respondent.row} gives most points to {first}, fewest to {last}."
    return f"Row {respondent.row} puts {first} first, {last} last."


def _show_import(console: Console, pillars: Pillars, imported: ImportedFile) -> None:
    report, mapping = imported.report, imported.mapping
    console.say(f"{imported.name}, sheet “{mapping.sheet}”, read as {report.platform}")
    console.say(
        f"{report.read} rows read: {report.complete} complete, {report.partial} partial, {report.empty} empty, "
        f"{len(report.left_out)} left out"
    )
    first = first_respondent(imported.responses)
    if first:
        console.say(respondent_sentence(first, pillars))
    _show_entries(console, "Left out:", report.left_out)
    _show_entries(console, "Read by a rule, or left blank:", report.corrected)
    _tell_notices(console, (*report.notices, *checks_of(imported.responses)))


def _show_entries(console: Console, heading: str, entries: Sequence[LeftOut]) -> None:
    if not entries:
        return
    console.say("", heading, *(f"  {english(entry.reason)}" for entry in entries[:LISTED]))
    if len(entries) > LISTED:
        console.say(f"  … and {len(entries) - LISTED} more; --json lists all")


def _tell_notices(console: Console, notices: Iterable[Notice]) -> None:
    for told in notices:
        console.tell(told) if told.severity is not Severity.INFO else console.say(told)
