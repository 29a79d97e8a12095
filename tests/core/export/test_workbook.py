"""The workbook: numbers equal the analysis, text stays text, hidden cohorts stay hidden, no maker is named."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from cxsurvey import export
from cxsurvey.comparison import Verdict
from cxsurvey.export.workbook import write_workbook
from cxsurvey.internal import InternalView
from cxsurvey.notices import SurveyError
from cxsurvey.plan import Action, Plan
from tests.study_values import CX_NAMES, study_analysis, study_project

STARTERS = ("=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "http://example.com", "#N/A", "{=1}")


@pytest.fixture
def project():
    return study_project()


@pytest.fixture
def analysis(project):
    return study_analysis(project)


@pytest.fixture
def written(project, analysis, tmp_path):
    """The workbook as openpyxl reads it."""
    return read_back(project, analysis, tmp_path)


def read_back(project, analysis, folder):
    write_workbook(project, analysis, folder / "a.xlsx")
    return openpyxl.load_workbook(folder / "a.xlsx")


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def row_of(sheet, text):
    """The cells right of the one in the first column that holds ``text``."""
    return next(row for row in sheet.iter_rows(values_only=True) if row[0] == text)[1:]


def test_every_sheet_says_study_who_was_asked_n_dates_and_caveat(written):
    names = ["Summary", "Order", "Generations", "Sample", "Performance", "Satisfaction", "Colleagues", "Plan", "Method"]
    assert written.sheetnames == names
    for sheet in written:
        study, base, caveat = (sheet.cell(row, 1).value for row in (2, 3, 4))
        assert study == "Spring survey, Sample company"
        assert "Asked: " in base
        assert "n = " in base
        assert re.search(r"2026-0\d-\d\d to 2026-0\d-\d\d", base)
        assert caveat


def test_the_order_is_that_of_the_analysis(written, analysis):
    for standing in analysis.comparison.pillars:
        _, score, mean_rank, low, high, ours, gap, verdict, *_ = row_of(written["Order"], standing.name)
        assert (score, mean_rank) == pytest.approx((standing.score, standing.mean_rank))
        assert (low, high, ours, gap) == (
            standing.place_low, standing.place_high, standing.internal_place, standing.gap
        )  # fmt: skip
        assert verdict == {
            Verdict.BLIND_SPOT: "Blind spot", Verdict.OVER_RATED: "Over-rated inside", Verdict.ALIGNED: "Aligned"
        }[standing.verdict]  # fmt: skip
    assert row_of(written["Order"], "Agreement of the two orders (tau_x, -1 to 1)")[0] == pytest.approx(0.29)


def test_performance_is_that_of_the_analysis_with_excels_own_charts(written, analysis, tmp_path):
    sheet = written["Performance"]
    rows = list(sheet.iter_rows(values_only=True))
    for pillar in analysis.performance.pillars:
        on_map, gaps = [row for row in rows if row[0] == pillar.name]
        assert on_map[1:8] == pytest.approx(
            (pillar.score, pillar.score_low, pillar.score_high, pillar.mean, pillar.low, pillar.high, pillar.n)
        )
        assert (on_map[8] == "On the line") == (not pillar.placed)
        assert gaps[1:6] == pytest.approx((pillar.mean, pillar.own, pillar.gap, pillar.gap_low, pillar.gap_high))
    charts = [text for name, text in parts(tmp_path / "a.xlsx").items() if "charts/chart" in name]
    assert any("scatterChart" in text and "Performance!$A$" in text for text in charts)


def test_tiny_p_values_are_never_nought_and_without_ratings_the_sheet_says_so(project, analysis, tmp_path):
    first, *others = analysis.performance.pillars
    tiny = replace(analysis.performance, pillars=(replace(first, p_adjusted=1e-9), *others))
    sheet = read_back(project, replace(analysis, performance=tiny), tmp_path)["Performance"]
    assert any("< 0.001" in row for row in sheet.iter_rows(values_only=True))
    sheet = read_back(project, replace(analysis, performance=None), tmp_path)["Performance"]
    assert any("not asked how well you do" in str(row[0]) for row in sheet.iter_rows(values_only=True))


def test_a_map_of_pillars_that_are_all_alike_still_has_axes_with_two_ends(project, analysis, tmp_path):
    alike = tuple(replace(row, mean=4.0, score=50.0) for row in analysis.performance.pillars)
    performance = replace(analysis.performance, pillars=alike, importance_line=50.0, performance_line=4.0)
    write_workbook(project, replace(analysis, performance=performance), tmp_path / "a.xlsx")
    (scatter,) = [text for name, text in parts(tmp_path / "a.xlsx").items() if "scatterChart" in text]
    assert [float(end) for end in re.findall(r'<c:(?:max|min) val="([\d.]+)"', scatter)] == [4.5, 3.5, 60, 40]


def test_places_by_cohort_are_those_of_the_analysis_and_carry_excels_own_heat(written, analysis):
    sheet = written["Generations"]
    shown = [group for group in analysis.comparison.cohorts.groups if group.pillars]
    assert row_of(sheet, "Pillar")[1 : 1 + len(shown)] == tuple(group.name for group in shown)
    for pillar in analysis.comparison.pillars:
        places = [next(s.place for s in group.pillars if s.key == pillar.key) for group in shown]
        assert list(row_of(sheet, pillar.name)[1 : 1 + len(shown)]) == places
    assert list(row_of(sheet, "Answers")[1 : 1 + len(shown)]) == [group.n for group in shown]
    assert [rule.type for found in sheet.conditional_formatting for rule in found.rules] == ["colorScale"]


def test_margins_and_shares_are_those_of_the_analysis(written, analysis):
    sheet, adequacy = written["Sample"], analysis.adequacy
    assert row_of(sheet, "Usable answers")[0] == adequacy.n
    assert row_of(sheet, "Answers for the target margin")[0] == adequacy.needed
    assert row_of(sheet, "Largest margin of a share above")[0] == adequacy.margin
    assert row_of(sheet, CX_NAMES[0])[:3] == (0.3, 0.26, 0.35)
    assert row_of(sheet, "Overall")[0] == "With care"


def test_colleagues_are_counted_and_never_named(written, analysis, tmp_path, project):
    sheet = written["Colleagues"]
    view = analysis.consensus.pillars[0]
    _, mean_rank, best, worst, mean, *_ = row_of(sheet, view.name)
    assert (mean_rank, best, worst) == (view.mean_rank, view.best_rank, view.worst_rank)
    assert mean == pytest.approx(view.mean_score)
    assert not any("Colleague 1" in text for text in parts(tmp_path / "a.xlsx").values())


def test_sheets_of_results_have_charts_of_excels_own(written):
    assert {sheet.title: len(sheet._charts) for sheet in written if sheet._charts} == {
        "Order": 1, "Generations": 1, "Sample": 1, "Performance": 2, "Satisfaction": 1, "Colleagues": 1,
    }  # fmt: skip


def test_nothing_of_a_hidden_cohort_leaves_the_program(tmp_path, project):
    cohorts = (("gen_z", "Gen Z", 41), ("millennials", "Millennials", 142), ("silent", "Silent", 6))
    analysis = study_analysis(project, cohorts=cohorts)
    sheet = read_back(project, analysis, tmp_path)["Generations"]
    assert row_of(sheet, "Silent")[:2] == (None, "Hidden")
    assert "Silent" not in row_of(sheet, "Pillar")


@pytest.mark.parametrize("name", STARTERS)
def test_a_name_that_looks_like_a_formula_stays_text(tmp_path, name):
    project = study_project((name, *CX_NAMES[1:]), title=name, organisation=name, asked=name)
    project = replace(project, plan=Plan((Action("p1", 3, name, (name,), name, "", name),), name))
    cohorts = (("a", name, 141), ("b", "B", 142))
    book = read_back(project, study_analysis(project, cohorts=cohorts), tmp_path)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == name]
    assert len(found) > 5
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    for part, text in parts(tmp_path / "a.xlsx").items():
        if part.startswith("xl/worksheets/"):
            assert "<f>" not in text
            assert 't="e"' not in text
            assert "hyperlink" not in text
        assert 'TargetMode="External"' not in text
        assert "externalLink" not in part


def test_signs_that_a_spreadsheet_cannot_hold_do_not_break_it(tmp_path):
    book = read_back(*study_with_title("a\x00b\x1bc\ud800d\uffff"), tmp_path)
    assert book["Summary"]["A2"].value == "a\ufffdb\ufffdc\ufffdd\ufffd, Sample company"


def study_with_title(title):
    project = study_project(title=title)
    return project, study_analysis(project)


def test_a_study_without_anything_says_so_on_every_sheet(tmp_path, project):
    alone = replace(project, internal=InternalView(), plan=Plan())
    analysis = replace(study_analysis(alone, n=0, cohorts=()), comparison=None)
    book = read_back(alone, analysis, tmp_path)
    assert book["Order"].cell(6, 1).value == "No usable answers yet: import a response file."
    assert book["Plan"].cell(6, 1).value == "No pillar has been chosen yet."
    assert book["Colleagues"].cell(6, 1).value == "No colleague has given a view yet."


def test_the_same_study_gives_the_same_bytes_and_names_no_maker(tmp_path, project, analysis, monkeypatch):
    for variable in ("USER", "LOGNAME", "USERNAME", "HOME"):
        monkeypatch.setenv(variable, "canary")
    write_workbook(project, analysis, tmp_path / "a.xlsx")
    write_workbook(project, analysis, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    found = parts(tmp_path / "a.xlsx")
    assert not any("canary" in text or str(tmp_path) in text for text in found.values())
    core = found["docProps/core.xml"]
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>(.*?)<", core) == ["cxsurvey", "cxsurvey"]


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path, project, analysis):
    with pytest.raises(SurveyError, match="its folder is not there"):
        write_workbook(project, analysis, tmp_path / "none" / "a.xlsx")


def test_cells_are_written_in_one_place_only():
    banned = re.compile(r"\.(write|write_(?!charts|report|lights|workbook|data|text)\w+|add_table|insert_textbox)\(")
    folder = Path(export.__file__).parent
    for path in folder.glob("*.py"):
        found = banned.findall(path.read_text("utf-8"))
        assert not found or path.name == "sheet.py", path.name
    assert "write_formula" not in (folder / "sheet.py").read_text("utf-8")
