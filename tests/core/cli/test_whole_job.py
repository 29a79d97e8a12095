"""The whole main job by command: the demo, the closed loop through the Excel form, and what leaves the program."""

import zipfile
from io import BytesIO

import numpy as np
import openpyxl
import pytest

from cxsurvey.storage import load_project
from cxsurvey.storage.sample import open_sample
from tests.core.cli.conftest import write_answers


def everything(folder):
    """The content of every file below a folder, and of every file inside its archives."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield path.name, content
            if zipfile.is_zipfile(BytesIO(content)):
                with zipfile.ZipFile(BytesIO(content)) as package:
                    for name in package.namelist():
                        yield f"{path.name}/{name}", package.read(name)


def test_the_demo_does_the_whole_job_and_says_where_its_files_are(run, tmp_path):
    ran = run("demo", tmp_path / "demo")
    assert ran.status == 0, ran.err
    for verb in ("new", "internal", "channel", "import", "adequacy", "compare", "export"):
        assert f"> cxsurvey {verb} " in ran.out
    assert str(tmp_path / "demo") in ran.out.splitlines()[-2]
    names = {path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*")}
    assert {"study.cxs", "colleagues/template.xlsx", "survey/survey.xlsx", "export/report.pdf",
            "export/results.xlsx", "export/data/respondents.csv", "export/charts/divergence.png"} <= names  # fmt: skip


def test_the_demo_brings_the_sample_study_back_as_it_was(run, tmp_path):
    told = run("demo", tmp_path / "demo", "--json").json
    made, sample = load_project(tmp_path / "demo" / "study.cxs"), open_sample()
    assert told["study"] == str(tmp_path / "demo" / "study.cxs")
    assert np.array_equal(made.responses.ranks, sample.responses.ranks)
    assert np.array_equal(made.responses.birth_year, sample.responses.birth_year)
    assert [c.ranking for c in made.internal.colleagues] == [c.ranking for c in sample.internal.colleagues]
    assert made.study.invented
    assert made.internal.locked_on == sample.internal.locked_on


def test_ranks_written_into_the_excel_form_come_back_exactly(run, study, tmp_path):
    run("channel", study, "excel", tmp_path / "form.xlsx")
    path = tmp_path / "form - responses.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}
    rng = np.random.default_rng(7)
    ranks = np.array([rng.permutation(4) + 1 for _ in range(300)])
    years = rng.integers(1940, 2007, 300)
    for row, (ranking, year) in enumerate(zip(ranks.tolist(), years.tolist(), strict=True), 3):
        for code, rank in zip(("P01", "P02", "P03", "P04"), ranking, strict=True):
            sheet.cell(row, columns[f"prio.{code}"]).value = rank
        sheet.cell(row, columns["born"]).value = year
    book.save(path)
    told = run("import", study, path, "--json").json
    assert (told["read"], told["complete"], told["left_out"], told["corrected"]) == (300, 300, [], [])
    responses = load_project(study).responses
    assert np.array_equal(responses.ranks, 2 * ranks)
    assert np.array_equal(responses.birth_year, years)


@pytest.fixture
def exported(run, study, tmp_path):
    """An export of answers with three people of a small group, personal columns and ids."""
    answers = write_answers(tmp_path / "small group canary-file.csv", n=38)
    lines = answers.read_text().splitlines()
    lines[0] += ",E-mail,Shop"
    lines[1:] = [
        f"canary-{line},canary{number}@example.com,{'Canaryshop' if number < 3 else 'Bigshop'}"
        for number, line in enumerate(lines[1:])
    ]
    answers.write_text("\n".join(lines))
    assert run("import", study, answers).status == 0
    assert run("export", study, tmp_path / "out", "--by", "shop").status == 0
    return tmp_path / "out"


def test_no_export_holds_a_hidden_cohorts_figures(run, exported, study):
    hidden = [group for group in run("compare", study, "--by", "shop", "--json").json["cohorts"]["groups"]
              if not group["shown"]]  # fmt: skip
    assert "Canaryshop" in {group["name"] for group in hidden}
    data = (exported / "data" / "respondents.csv").read_text("utf-8-sig")
    assert "Canaryshop" not in data
    sheet = openpyxl.load_workbook(exported / "results.xlsx")["Generations"]
    rows = [row for row in sheet.iter_rows(values_only=True) if "Canaryshop" in row]
    assert rows  # named, and nothing more
    assert all(cell in (None, "Canaryshop", "Hidden") for row in rows for cell in row)


def test_no_export_holds_ids_personal_columns_or_the_names_of_files(exported, tmp_path):
    for name, content in everything(exported):
        for canary in (b"canary", str(tmp_path).encode(), b"example.com", b"Ann"):
            assert canary not in content, name
