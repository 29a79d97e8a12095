"""Rows and cells with faults: each is read by a rule that is told, or left out with its place and reason."""

import numpy as np
import openpyxl
import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.pillars import pillars_from_data
from cxsurvey.responses import COMPLETE, PARTIAL
from tests.core.reading.files import (
    KEYS,
    PILLARS,
    inspect_file,
    per_pillar,
    per_place,
    read_answers,
    write_csv,
    write_either,
    write_xlsx,
)


def ranked(tmp_path, *rows, head="{} (1 = most important)", suffix=".csv"):
    """Reads good rows and then these; gives the import. The first of these is row 5."""
    good = [list(range(1, 6)), [5, 4, 3, 2, 1], [2, 1, 3, 4, 5]]
    header = per_pillar(head=head)[0]
    table = [header, *([f"R{n}", *ranks, 1980, "men"] for n, ranks in enumerate([*good, *rows]))]
    return read_answers(write_either(tmp_path / f"answers{suffix}", table), PILLARS)


def told(entries):
    return [(entry.row, entry.column, english(entry.reason)) for entry in entries]


def balanced(report):
    return report.read == report.complete + report.partial + report.empty + len(report.left_out)


FAULTS = [
    # ranks of row 5 -> doubled ranks that come out (None: left out), column, words
    ([1, 2, 3, 4, "best"], [2, 4, 6, 8, 0], "F", "“best” is no rank. Places kept from this row: 4"),
    (["x", 2, 3, 4, 5], None, "B", "“x” is no rank. Places kept from this row: 0"),
    ([1, 2, 2, 4, 4], [2, 5, 5, 9, 9], "D", "rank 2 is shared; the pillars count as tied"),
    ([1, 1, 2, 3, 3], [3, 3, 6, 9, 9], "C", "rank 1 is shared"),
    ([1, 2.5, 2.5, 4, 5], [2, 5, 5, 8, 10], "D", "rank 2.5 is shared"),
    ([1, 3, 3, 4, 5], [2, 0, 0, 0, 0], "D", "rank 3 is given twice and another is missing. Places kept"),
    ([2, 2, 3, 4, 5], None, "C", "rank 2 is given twice and another is missing"),
    ([3, 3, 3, 3, 3], None, "", "gives every pillar rank 3, which is no order; it was left out"),
    ([1, 2, 3, 4, 9], [2, 4, 6, 8, 0], "F", "rank 9 is not one of 1 to 5"),
    ([1, 2, "", 4, 5], [2, 4, 0, 6, 8], "", "skips ranks; the order was kept and the gaps were closed"),
    (["", "", 7, "", ""], None, "D", "rank 7 is not one of 1 to 5"),
    ([0, 1, 2, 3, 4], [2, 4, 6, 8, 10], "", "counts its ranks from 0; 1 was added to each"),
    ([1, 2, 3, 4, "#REF!"], [2, 4, 6, 8, 0], "F", "shows the error #REF! instead of a rank"),
    ([1, 2, 3, 4, -5], [2, 4, 6, 8, 0], "F", "“-5” is no rank"),
]


@pytest.mark.parametrize(("ranks", "expected", "column", "words"), FAULTS, ids=lambda value: str(value)[:24])
def test_each_fault_of_a_ranking_is_told_with_its_place(tmp_path, ranks, expected, column, words):
    imported = ranked(tmp_path, ranks)
    report = imported.report
    entries = report.left_out if expected is None else report.corrected
    ((row, letter, sentence),) = told(entries)
    assert (row, letter) == (5, column)
    assert words in sentence
    assert "row 5" in sentence
    assert balanced(report)
    assert imported.responses.n == (3 if expected is None else 4)
    if expected is not None:
        assert imported.responses.ranks[3].tolist() == expected
        whole = COMPLETE if 0 not in expected else PARTIAL
        assert imported.responses.status[3] == whole


def test_top_ranks_are_partial_without_a_fault(tmp_path):
    imported = ranked(tmp_path, [1, "", 2, "n/a", "-"])
    assert imported.responses.ranks[3].tolist() == [2, 0, 4, 0, 0]
    assert (imported.report.partial, imported.report.corrected) == (1, ())


def test_rows_without_any_answer_to_the_question_are_empty(tmp_path):
    imported = ranked(tmp_path, [""] * 5, ["N/A"] * 5)
    assert (imported.report.read, imported.report.complete, imported.report.empty) == (5, 3, 2)
    assert balanced(imported.report)


@pytest.mark.parametrize("text", ["3.0", "3rd", "Rank 3", "#3", " 3 ", "3: third", "3.", "３", "٣", "๓", "miejsce 3"])
def test_a_rank_is_understood_however_it_is_written(tmp_path, text):
    imported = ranked(tmp_path, [1, 2, text, 4, 5])
    assert imported.responses.ranks[3].tolist() == [2, 4, 6, 8, 10]
    assert imported.report.corrected == ()


def test_a_file_that_counts_from_0_is_shifted_and_told_once(tmp_path):
    header = per_pillar()[0]
    rows = [header, *(["R", *ranks, 1980, "men"] for ranks in ([0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 0, 2, "", ""]))]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks.tolist() == [[2, 4, 6, 8, 10], [10, 8, 6, 4, 2], [4, 2, 6, 0, 0]]
    assert sum("count from 0" in english(notice) for notice in imported.report.notices) == 1


def test_reversed_ranks_put_the_highest_number_first(tmp_path):
    rows = per_pillar([(0, 1, 2, 3, 4)], head="{}")
    rows.append(["R", 5, 4, 3, "", "", 1980, "men"])
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS, direction="reversed")
    assert imported.responses.ranks.tolist() == [[10, 8, 6, 4, 2], [2, 4, 6, 0, 0]]


YEARS = [
    ("1980", 1980), ("1980.0", 1980), (" 1980 ", 1980), ("1980-01-01", 1980), ("１９８０", 1980), ("١٩٨٠", 1980),
    ("๒๕๒๓", 1980), ("2523", 1980), ("85", 0), ("1985.5", 0), ("Gen X", 0), ("1850", 0), ("2999", 0), ("age 45", 0),
    ("", 0), ("n/a", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_birth_years_are_four_digits_or_left_blank_and_named(tmp_path, text, year):
    rows = per_pillar()
    rows[3][6] = text
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.birth_year[2] == year
    if year == 0 and text not in ("", "n/a"):
        ((row, column, sentence),) = told(imported.report.corrected)
        assert (row, column) == (4, "G")
        assert f"cell G4: “{text}” is no birth year of four digits" in sentence
    else:
        assert imported.report.corrected == ()


def test_a_year_in_a_cell_formatted_as_a_date_is_not_taken_for_1905(tmp_path):
    rows = per_pillar()
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    workbook = openpyxl.load_workbook(path)
    workbook.active["G3"].number_format = "yyyy-mm-dd"
    workbook.save(path)
    imported = read_answers(path, PILLARS)
    assert imported.responses.birth_year[1] == 0
    assert "cell G3: the date 1905-05-24 may be a birth year" in told(imported.report.corrected)[0][2]


def test_an_unknown_pillar_ends_the_ranking_of_its_row(tmp_path):
    rows = per_place()
    rows[2][3] = "Free parking"
    rows[3][2] = rows[3][1]
    rows[4][1] = "nothing of this"
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[1].tolist() == [2, 4, 0, 0, 0]
    sentences = [sentence for *_, sentence in told(imported.report.corrected)]
    assert "row 3, column D: “Free parking” names no pillar of this study. Places kept from this row: 2" in sentences[0]
    assert "row 4, column C" in sentences[1]
    assert "names a pillar a second time" in sentences[1]
    assert [entry.row for entry in imported.report.left_out] == [5]
    assert balanced(imported.report)


def test_a_slightly_misspelt_pillar_is_read_and_told(tmp_path):
    rows = per_place()
    rows[1][1] = "Sped"
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[0, KEYS.index("speed")] == 2
    assert any("“Sped” is read as Speed" in english(notice) for notice in imported.report.notices)


def test_error_cells_are_named_and_counted_as_no_answer(tmp_path):
    rows = per_pillar()
    rows[1][6] = "#N/A"
    rows[2][7] = "#DIV/0!"
    for name in ("a.csv", "a.xlsx"):
        imported = read_answers(write_either(tmp_path / name, rows), PILLARS)
        assert [entry[:2] for entry in told(imported.report.corrected)] == [(2, "G"), (3, "H")]
        assert "cell G2 shows the error #N/A" in told(imported.report.corrected)[0][2]
        assert imported.responses.birth_year[0] == 0


def test_ratings_outside_the_scale_are_left_blank_and_named(tmp_path):
    rows = [[*row, *extra] for row, extra in zip(per_pillar(), PERFORMANCE, strict=True)]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    expected = [[4, 5, 1, 2, 3], [0, 4, 4, 4, 4], [5, 0, 3, 2, 2]]
    np.testing.assert_array_equal(imported.responses.performance[:3], expected)
    assert [entry[:2] for entry in told(imported.report.corrected)] == [(4, "J")]
    assert "“9” is no rating from 1 to 5" in told(imported.report.corrected)[0][2]


PERFORMANCE = [
    [f"How well do we do? [{pillar.name}]" for pillar in PILLARS],
    ["4 - good", "5: excellent", "1", "2.0", "★★★"], ["don’t know", 4, 4, 4, 4], [5, 9, 3, 2, 2],
    [5, 4, 3, 2, 2], [5, 4, 3, 2, 2], [5, 4, 3, 2, 2],
]  # fmt: skip


def test_a_heading_in_the_middle_is_left_out_and_named(tmp_path):
    rows = per_pillar()
    imported = read_answers(write_csv(tmp_path / "a.csv", [*rows, *rows]), PILLARS)
    assert told(imported.report.left_out)[0][0] == 8
    assert "row 8 repeats the heading" in told(imported.report.left_out)[0][2]
    assert imported.report.complete == 12
    assert balanced(imported.report)


def test_stray_cells_cost_nothing_and_are_named(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", per_pillar())
    workbook = openpyxl.load_workbook(path)
    workbook.active["XFD1048576"] = "x"
    workbook.active["ZZ3"] = "y"
    workbook.save(path)
    imported = read_answers(path, PILLARS)
    assert imported.report.read == imported.report.complete == 6
    sentences = [english(notice) for notice in imported.report.notices]
    assert any(
        "cells in columns without a heading, such as ZZ3, were not read. Rows (2): 3, 1048576." in sentence
        for sentence in sentences
    )


def test_a_sheet_with_a_heading_only_has_no_answers(tmp_path):
    found = inspect_file(write_csv(tmp_path / "a.csv", per_pillar()[:1]), PILLARS)
    assert any("has a heading but no answers yet" in english(notice) for notice in found.notices)


def test_a_file_without_priorities_is_refused_by_name(tmp_path):
    path = write_csv(tmp_path / "a.csv", [["Name", "City"], ["A", "B"]])
    with pytest.raises(SurveyError, match=r"no columns with priorities of your pillars were found\."):
        read_answers(path, PILLARS)
    assert inspect_file(path, PILLARS).sheets[0].confidence == "ask"


def test_a_platform_is_certain_whether_or_not_pillars_were_asked_about(tmp_path):
    rows = [["Respondent ID", "Collector ID", "Start Date", "City"], ["", "", "", "Open-Ended Response"]]
    path = write_csv(tmp_path / "a.csv", [*rows, ["11800000001", "4", "01/02/2026 10:00:00 AM", "Bath"]])
    sheet = inspect_file(path, PILLARS).sheets[0]
    assert (sheet.platform, sheet.confidence) == ("surveymonkey", "certain")


def test_previews_are_left_out(tmp_path):
    rows = [["StartDate", "EndDate", "Status", "Finished", "ResponseId", *(f"Rank [{p.name}]" for p in PILLARS)]]
    rows += [["2025-03-01", "2025-03-01", status, "1", "R_1", 1, 2, 3, 4, 5] for status in (0, 1, 0)]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert [entry.row for entry in imported.report.left_out] == [3]
    assert "preview or test" in told(imported.report.left_out)[0][2]
    assert balanced(imported.report)


RATED = [[1, 2, 3, 4, 5], [5, 5, 4, 1, 1], [1, 1, 2, 2, 4], [3, 2, 1, 1, 5]]


def rated(tmp_path, question, *, cells=str, **options):
    """Ratings under a question."""
    heads = [["Respondent", *(question.format(pillar.name) for pillar in PILLARS)]]
    rows = [[f"R{n}", *map(cells, row)] for n, row in enumerate(RATED)]
    return read_answers(write_csv(tmp_path / "a.csv", heads + rows), PILLARS, **options)


@pytest.mark.parametrize(
    "question",
    ["How important is it? 1 = very important, 5 = not important [{}]", "Importance (5 = least important) [{}]",
     "How important (1 – najważniejsze) [{}]"],
)  # fmt: skip
def test_importance_that_counts_down_is_turned_and_told(tmp_path, question):
    imported = rated(tmp_path, question)
    assert imported.responses.importance.tolist() == (6 - np.array(RATED)).tolist()
    assert any("1 is the best rating in columns B to F" in english(told) for told in imported.report.notices)


def test_performance_that_counts_down_is_turned_by_the_words_of_its_answers(tmp_path):
    words = {1: "1 - excellent", 5: "5 - poor"}
    imported = rated(tmp_path, "How well do we do? [{}]", cells=lambda n: words.get(n, n), lenient=True)
    assert imported.responses.n == 0
    rows = [[*row, *extra] for row, extra in zip(per_pillar(), [
        [f"How well do we do? [{pillar.name}]" for pillar in PILLARS],
        *([words.get(n, n) for n in row] for row in RATED), [""] * 5, [""] * 5], strict=True)]  # fmt: skip
    imported = read_answers(write_csv(tmp_path / "b.csv", rows), PILLARS)
    assert imported.responses.performance[:4].tolist() == (6 - np.array(RATED)).tolist()


@pytest.mark.parametrize("question", ["How important? 5 = very important [{}]", "How important is it? [{}]"])
def test_importance_counts_up_unless_the_words_or_the_person_say_otherwise(tmp_path, question):
    assert rated(tmp_path, question).responses.importance.tolist() == RATED
    turned = rated(tmp_path, question, direction="reversed").responses.importance
    assert turned.tolist() == (6 - np.array(RATED)).tolist()


def test_numbers_without_a_word_about_them_are_no_silent_ratings(tmp_path):
    four = pillars_from_data({"pillars": ["Speed", "Price", "Care", "Choice"]})
    rows = [["Respondent", "Speed", "Price", "Care", "Choice"], *([f"R{n}", 1, 1, 2, 2] for n in range(9))]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), four)
    (told,) = imported.report.notices
    words = "headings of columns B to E do not say what was asked. They are read as ratings of importance"
    assert words in english(told)
    inspected = inspect_file(tmp_path / "a.csv", four)
    assert told in inspected.notices


def test_rows_that_are_not_whole_are_listed_by_their_numbers(tmp_path):
    rows = per_pillar()
    rows[2][5] = ""                       # row 3: its last rank is missing
    rows[2][1:6] = [1, 2, 3, 4, ""]
    rows[4][1:6] = [""] * 5               # row 5: nobody ranked
    rows[5:5] = [[]]                      # row 6: blank
    notices = [english(told) for told in read_answers(write_xlsx(tmp_path / "a.xlsx", rows), PILLARS).report.notices]
    assert "Sheet1: rows that are not complete (1): 3." in notices
    assert "Sheet1: rows without an answer to the question about priorities (1): 5." in notices
    assert "Sheet1: blank rows between the answers (1): 6." in notices


def test_sums_below_the_answers_are_left_out(tmp_path):
    rows = [*per_pillar(), ["Average:", 2.5, 2.8, 3, 3.2, 3.5, 1973, ""], ["Total", 15, 17, 18, 19, 21, "", ""]]
    report = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).report
    assert [(entry.row, entry.value) for entry in report.left_out] == [(8, "Average:"), (9, "Total")]
    assert (report.complete, report.corrected) == (6, ())
    assert balanced(report)


def test_signs_that_nobody_sees_do_not_spoil_an_answer(tmp_path):
    imported = ranked(tmp_path, ["\u200b1", "2\u00a0", "\ufeff3", " 4 ", "5\u200d"])
    assert imported.responses.ranks[3].tolist() == [2, 4, 6, 8, 10]
    assert imported.report.corrected == ()
