"""What a spreadsheet is and what became of its rows, as plain values for ``--json``."""

from typing import Any

from cxsurvey.analysis import flags_of
from cxsurvey.arrival import checks_of
from cxsurvey.cli.as_json import Json
from cxsurvey.cli.rows_json import answers_json
from cxsurvey.pillars import Pillars
from cxsurvey.project import Project, remove_import
from cxsurvey.reading.as_json import inspection_to_json, mapping_to_json, notices_to_json, report_to_json
from cxsurvey.reading.first_respondent import first_respondent
from cxsurvey.reading.values import FirstRespondent, ImportedFile, Inspection

COUNTS = ("read", "complete", "partial", "empty")


def inspection_json(inspection: Inspection, pillars: Pillars) -> Json:
    """A file as inspected; ``mapping`` is what ``import --map`` takes."""
    chosen = next((sheet for sheet in inspection.sheets if sheet.name == inspection.chosen), None)
    return {
        **inspection_to_json(inspection),
        "first_respondent": _respondent(inspection.first_respondent, pillars),
        "mapping": mapping_to_json(chosen.mapping) if chosen and chosen.mapping else None,
    }


def import_json(project: Project, taken: list[ImportedFile]) -> Json:
    """What became of the rows of all files together, and of each."""
    files = [_file(imported, project.pillars) for imported in taken]
    return {
        "platform": ", ".join(dict.fromkeys(file["platform"] for file in files)),
        **{count: sum(file[count] for file in files) for count in COUNTS},
        **{lists: _joined(files, lists) for lists in ("left_out", "corrected", "notices")},
        "flagged": _flagged(project, taken),
        "first_respondent": files[0]["first_respondent"],
        "files": [{key: value for key, value in file.items() if key not in _JOINED} for file in files],
        "respondents": project.responses.n,
    }


_JOINED = ("left_out", "corrected", "notices")


def _joined(files: list[Json], key: str) -> list[Any]:
    return [entry for file in files for entry in file[key]]


def _file(imported: ImportedFile, pillars: Pillars) -> Json:
    return {
        "name": imported.name,
        "sheet": imported.mapping.sheet,
        **report_to_json(imported.report),
        "checks": notices_to_json(checks_of(imported.responses)),
        "first_respondent": _respondent(first_respondent(imported.responses), pillars),
        "mapping": mapping_to_json(imported.mapping),
        "answers": answers_json(imported.responses),
    }


def _flagged(project: Project, taken: list[ImportedFile]) -> int:
    """How many more respondents look careless with these files: someone who came before makes the earlier row one."""
    before = project
    for imported in taken:
        before = remove_import(before, imported.key)
    return max(0, int(flags_of(project).any.sum()) - int(flags_of(before).any.sum()))


def _respondent(respondent: FirstRespondent | None, pillars: Pillars) -> Json | None:
    if respondent is None:
        return None
    names = {pillar.key: pillar.name for pillar in pillars}
    return {
        "row": respondent.row,
        "first": list(respondent.first),
        "last": respondent.last,
        "first_name": names[respondent.first[0]],
        "last_name": names[respondent.last],
        "cohort": respondent.cohort,
        "kind": respondent.kind,
    }
