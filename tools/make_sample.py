"""Makes the sample study that is shipped: ``python -m tools.make_sample`` from the folder of the project.

Everything goes the way of a real study: the program writes its Excel sheet, the sheet is filled, and read back.
"""

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cxsurvey.channels.excel import RESPONSES_SUFFIX, write_excel_form
from cxsurvey.project import Project, add_import
from cxsurvey.reading.importing import read_file
from cxsurvey.resources import resources_folder
from cxsurvey.storage import save_project
from cxsurvey.survey.codes import FIRST_ANSWER_ROW
from tools.sample_customers import SEED, Row, customers
from tools.sample_study import sample_project

TARGET = resources_folder() / "sample" / "sample_study.cxs"
SHEET_NAME = "Larkmoor Outdoor"


def fill_sheet(path: Path, rows: list[Row]) -> None:
    """Writes the rows into the program's own answer sheet, each answer under its code."""
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    columns = {str(cell.value): cell.column for cell in sheet[1] if cell.value}
    for number, row in enumerate(rows, FIRST_ANSWER_ROW):
        for code, value in row.items():
            sheet.cell(number, columns[code]).value = value  # type: ignore[assignment]
    workbook.save(path)
    workbook.close()


def make_sample(folder: Path, seed: int = SEED) -> Project:
    """The finished study; the filled sheet is left in ``folder``."""
    project = sample_project()
    write_excel_form(project, folder / f"{SHEET_NAME}.xlsx", ("en",))
    sheet = folder / f"{SHEET_NAME}{RESPONSES_SUFFIX}.xlsx"
    fill_sheet(sheet, customers(project, seed))
    imported = read_file(sheet, project.pillars, project.survey).imported
    return add_import(project, replace(imported, key="wave1", imported_on="2026-10-05T09:30:00"))


def main() -> int:
    TARGET.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        project = make_sample(Path(folder))
    save_project(project, TARGET)
    print(f"{TARGET}: {project.responses.n} respondents, {TARGET.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
