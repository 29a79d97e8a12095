"""Personal columns that were kept in a study: no export has them."""

import zipfile

from cxsurvey.analysis import analyse
from cxsurvey.export.data import write_data
from cxsurvey.export.workbook import write_workbook
from cxsurvey.project import Study, add_import, new_project
from cxsurvey.reading.values import Role
from tests.core.reading.files import read_answers

from ..reading.files import PILLARS, write_csv
from ..studies import EMPTY_SURVEY

SECRET = "someone.special@example.org"


def test_an_address_that_was_kept_stands_in_no_data_and_no_workbook(tmp_path):
    head = ["Email Address", *(f"Rank (1 = most important) [{pillar.name}]" for pillar in PILLARS)]
    rows = [[f"{n}.{SECRET}", *range(1, len(PILLARS) + 1)] for n in range(40)]
    imported = read_answers(write_csv(tmp_path / "a.csv", [head, *rows]), PILLARS, keep_personal=True)
    assert imported.mapping.roles[0].role is Role.PERSONAL_KEPT
    assert any(SECRET in text for text in imported.table.columns[0].texts)
    project = add_import(new_project(Study("Test"), PILLARS, EMPTY_SURVEY), imported)
    folder = tmp_path / "out"
    folder.mkdir()
    write_data(project, folder, comments=True)
    write_workbook(project, analyse(project), folder / "book.xlsx")
    for path in folder.iterdir():
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as parts:
                written = b"".join(parts.read(name) for name in parts.namelist())
        else:
            written = path.read_bytes()
        assert SECRET.encode() not in written, path.name
