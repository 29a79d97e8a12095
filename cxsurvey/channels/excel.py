"""The survey as Excel files: a questionnaire for one respondent, and a sheet for all answers, in each language.

Two files, because a respondent must not see the others' answers. What stands where, so that the import finds it
again, is told in ``cxsurvey.survey.codes``.
"""

from pathlib import Path

from cxsurvey.channels.respondent_sheet import respondent_workbook
from cxsurvey.channels.response_sheet import response_workbook
from cxsurvey.channels.workbook import save
from cxsurvey.project import Project

RESPONSES_SUFFIX = " - responses"


def write_excel_form(project: Project, path: Path, languages: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Writes ``NAME.xlsx`` and ``NAME - responses.xlsx``, with several languages ``NAME (pl).xlsx`` and so on.

    ``languages`` are the survey's where not given. Gives the files written, the questionnaire of each language
    before its sheet of answers. Raises ``SurveyError`` where a file cannot be written.
    """
    spoken = languages or project.survey.languages
    written = []
    for language in spoken:
        stem = path.name.removesuffix(".xlsx") + (f" ({language})" if len(spoken) > 1 else "")
        questionnaire, answers = path.with_name(f"{stem}.xlsx"), path.with_name(f"{stem}{RESPONSES_SUFFIX}.xlsx")
        save(respondent_workbook(project, language), questionnaire)
        save(response_workbook(project, language), answers)
        written += [questionnaire, answers]
    return tuple(written)
