"""The workbook for the analyst and the board: every figure as a number, with charts that Excel can edit."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cxsurvey.analysis import Analysis
from cxsurvey.export.files import atomic_path
from cxsurvey.export.performance_sheet import performance_sheet
from cxsurvey.export.result_sheets import cohorts_sheet, order_sheet, sample_sheet
from cxsurvey.export.satisfaction_sheet import satisfaction_sheet
from cxsurvey.export.sheet import OPTIONS, Words
from cxsurvey.export.study_sheets import colleagues_sheet, method_sheet, plan_sheet, summary_sheet
from cxsurvey.notices import english
from cxsurvey.project import Project

SheetWriter = Callable[[Any, Project, Analysis, Words], None]

# Sheets keep these names in every language, for formulas of the reader's own that refer to them.
SHEETS: tuple[SheetWriter, ...] = (
    summary_sheet, order_sheet, cohorts_sheet, sample_sheet, performance_sheet, satisfaction_sheet,
    colleagues_sheet, plan_sheet, method_sheet,
)  # fmt: skip

# The same study gives the same bytes, and nothing tells who made them on which machine.
PROPERTIES = {"author": "cxsurvey", "company": "", "manager": "", "created": datetime.datetime(2026, 1, 1)}


def write_workbook(project: Project, analysis: Analysis, path: Path, words: Words = english) -> None:
    """Writes all results as an xlsx file. Cohorts that are hidden are named there and nothing more.

    ``words`` says a notice in the reader's language. Raises ``SurveyError`` if the file cannot be written.
    """
    import xlsxwriter  # not before it is needed: the window paints first

    with atomic_path(path) as beside, xlsxwriter.Workbook(str(beside), OPTIONS) as workbook:
        workbook.set_properties(PROPERTIES)
        for write_sheet in SHEETS:
            write_sheet(workbook, project, analysis, words)
