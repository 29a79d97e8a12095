"""KoboToolbox, ODK Central and Briefcase: names and labels, groups in headers, rankings as codes or by level."""

import numpy as np
import pytest

from cxsurvey.notices import english
from cxsurvey.reading.values import Role
from cxsurvey.survey import QuestionKind, standard_survey
from tests.core.reading.files import KEYS, NAMES, ORDERS, PILLARS, inspect_file, read_answers, write_csv, write_xlsx
from tests.core.reading.platforms.answers import (
    CODES,
    COMMENTS,
    RATINGS,
    YEARS,
    came_back,
    codes_in_order,
    names_in_order,
)

KOBO_END = (
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
    "_tags", "_index",
)  # fmt: skip
CENTRAL_END = (
    "meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
    "ReviewState", "DeviceID", "Edits", "FormVersion",
)  # fmt: skip
LEVELS = ("_1st_choice", "_2nd_choice", "_3rd_choice", "_4th_choice", "_5th_choice")


def kobo(*, group="", prefix="", labels=False, levels=False, hxl=False):
    """``group``: what stands before the names of the ratings; ``levels``: a column for each place."""
    names = NAMES if labels else [f"{prefix}{code}" for code in CODES]
    chosen = [level.strip("_").replace("_", " ") if labels else level for level in LEVELS]
    ranking = chosen if levels else ["Rank the pillars" if labels else "prio"]
    asked = ["Channels", "Channels/Phone", "Channels/Shop"] if labels else ["chan", "chan/phone", "chan/shop"]
    heads = ["start", "end", *ranking, *(f"{group}{name}" for name in names), "gen", "gen_other", *asked]
    heads += ["Birth year", "Any comments?"] if labels else ["born", "comm"]
    rows = [[*heads, *KOBO_END]]
    rows += [["#x+start", *["#x"] * (len(rows[0]) - 1)]] if hxl else []
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ratings = [f"{value} stars" if labels else str(value) for value in RATINGS[row]]
        order = names_in_order(row) if labels and levels else codes_in_order(row)
        ranked = order if levels else [" ".join(order)]
        used = ["Phone Shop" if labels else "phone shop", "1", "1"]
        start = ["2025-03-01T10:00:00.000+04:00", "2025-03-01T10:14:30.120+04:00"]
        end = [5001 + row, f"0000aaaa-{row}", "2025-03-01T06:15:01", "", "", "submitted_via_web", "ann", "vA1", ""]
        end.append(row + 1)
        rows.append([*start, *ranked, *ratings, "x", "", *used, str(year), comment, *end])
    return rows


KOBO_SHAPES = {
    "names": {"prefix": "perf"}, "groups in headers": {"group": "perf/", "prefix": "perf"},
    "groups, short names": {"group": "perf/"}, "underscores": {"group": "perf/", "prefix": "perf_"},
    "labels": {"labels": True}, "labels in groups": {"labels": True, "group": "How well do we do?/"},
    "levels": {"levels": True, "prefix": "perf"}, "levels with labels": {"levels": True, "labels": True},
    "tags": {"hxl": True, "prefix": "perf"},
}  # fmt: skip


@pytest.mark.parametrize("shape", KOBO_SHAPES)
def test_every_kobo_file_comes_back(tmp_path, shape):
    path = write_csv(tmp_path / "a.csv", kobo(**KOBO_SHAPES[shape]), delimiter=";")
    imported = came_back(path, "kobotoolbox")
    assert imported.responses.submitted[0] == "2025-03-01T06:15:01"
    assert not any("ann" in column.texts for column in imported.table.columns)
    options = [role for role in imported.mapping.roles if "/phone" in role.header.lower()]
    assert [role.role for role in options] == [Role.IGNORED]


def test_the_workbook_holds_every_answer_as_text(tmp_path):
    rows = [row[:-11] + row[-10:] for row in kobo(prefix="perf")]
    came_back(write_xlsx(tmp_path / "a.xlsx", rows, sheet="CX priorities"), "kobotoolbox", comments=False)


def test_all_in_one_cell_counts_more_than_the_first_three_beside_it(tmp_path):
    rows = kobo(prefix="perf")
    for row, top in zip(rows, [LEVELS[:3], *(codes_in_order(5 - place)[:3] for place in range(6))], strict=True):
        row[3:3] = top
    came_back(write_csv(tmp_path / "a.csv", rows, delimiter=";"), "kobotoolbox")


@pytest.mark.parametrize("mark", ["Not approved", "validation_status_not_approved"])
def test_answers_refused_on_review_are_left_out_and_named(tmp_path, mark):
    rows = kobo(prefix="perf")
    rows[2][-7], rows[3][-7] = mark, "Approved"
    report = read_answers(write_csv(tmp_path / "a.csv", rows, delimiter=";"), PILLARS).report
    assert (report.read, report.complete) == (6, 5)
    assert [english(entry.reason) for entry in report.left_out] == [
        f"a.csv, row 3 is marked “{mark}” on its platform and was left out. Clear the mark there and import again to "
        "use the answer."
    ]


def odk(*, group="perf-", prefix="perf", briefcase=False):
    heads = ["SubmissionDate", "start", "end", "prio", *(f"{group}{prefix}{code}" for code in CODES)]
    heads += ["md01-md01b", "md01-md01w", "chan", "chan/phone", "born", "comm"]
    rows = [[*heads, *(("meta-instanceID", "KEY") if briefcase else CENTRAL_END)]]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        moment = "Apr 26, 2018 8:58:20 PM" if briefcase else "2025-03-01T06:05:11.123Z"
        end = [f"uuid:{row}", f"uuid:{row}", 7, "Web form link", 0, 0, "", "", "collect:abc", 0, 2025010101]
        asked = [" ".join(codes_in_order(row)), *RATINGS[row].tolist(), "P01", "P02", "phone shop", 1, year, comment]
        rows.append([moment, "2025-03-01T10:00:00.000+04:00", "2025-03-01T10:05:00.000+04:00", *asked, *end])
        rows[-1] = rows[-1][: len(rows[0])]
    return rows


@pytest.mark.parametrize(("group", "prefix"), [("perf-", "perf"), ("perf-", "perf_"), ("", "perf"), ("", "perf_")])
def test_central_comes_back_with_and_without_groups(tmp_path, group, prefix):
    imported = came_back(write_csv(tmp_path / "a.csv", odk(group=group, prefix=prefix), end="\n"), "odk_central")
    assert imported.responses.submitted[0] == "2025-03-01T06:05:11"
    assert imported.responses.respondent_ids[0] == "uuid:0"


def test_briefcase_writes_its_dates_in_words(tmp_path):
    imported = came_back(write_csv(tmp_path / "a.csv", odk(briefcase=True), end="\n"), "odk_briefcase")
    assert imported.responses.submitted[0] == "2018-04-26T20:58:20"


def test_rejected_rows_are_left_out(tmp_path):
    rows = odk()
    place = rows[0].index("ReviewState")
    rows[1][place], rows[2][place], rows[3][place] = "rejected", "approved", "hasIssues"
    report = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).report
    assert [entry.row for entry in report.left_out] == [2]
    assert report.complete == len(rows) - 2


def test_every_file_is_certain_and_its_own_columns_are_known(tmp_path):
    for name, rows in (("kobo", kobo()), ("central", odk())):
        sheet = inspect_file(write_csv(tmp_path / f"{name}.csv", rows), PILLARS).sheets[0]
        assert sheet.confidence == "certain"
        ignored = [role.role for role in sheet.mapping.roles if role.role in (Role.SEGMENT, Role.COMPLETE)]
        assert ignored == []
    assert len(KEYS) == len(CODES)


def test_a_ranking_from_the_least_important_is_turned(tmp_path):
    rows = kobo(labels=True)
    rows[0][2] = "Rank the pillars, least important first"
    for row in rows[1:]:
        row[2] = " ".join(reversed(row[2].split()))
    assert came_back(write_csv(tmp_path / "a.csv", rows, delimiter=";"), "kobotoolbox").mapping.reversed


def test_groups_that_only_hold_questions_together_hide_nothing(tmp_path):
    heads, *answers = kobo(group="perf/", prefix="perf")
    region = heads.index("gen")
    rows = [[head if head.startswith("_") or head in ("start", "end") else f"main/{head}" for head in heads]]
    rows += [[*row[:region], f"G{number % 2}", *row[region + 1 :]] for number, row in enumerate(answers * 5)]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows, delimiter=";"), PILLARS)
    roles = {role.header: role.role for role in imported.mapping.roles}
    assert [roles["main/born"], roles["main/comm"], roles["main/gen"]] == [
        Role.BIRTH_YEAR, Role.COMMENT, Role.GENERATION,
    ]  # fmt: skip
    assert roles["main/chan/phone"] is not Role.PERSONAL
    np.testing.assert_array_equal(imported.responses.performance[:6], RATINGS)


def test_the_time_taken_is_from_start_to_end_on_the_clock_of_the_device(tmp_path):
    imported = read_answers(write_csv(tmp_path / "a.csv", kobo(prefix="perf"), delimiter=";"), PILLARS)
    assert [role.role for role in imported.mapping.roles[:2]] == [Role.STARTED, Role.ENDED]
    assert set(imported.responses.duration) == {14 * 60 + 30}


def test_best_and_worst_of_a_task_are_no_steps_of_a_sort(tmp_path):
    asked = standard_survey(PILLARS, ("en",), QuestionKind.GUIDED_SORT)
    rows = kobo(prefix="perf")
    rows[0][3:3] = ["md01_best", "md01_worst"]
    for row, order in zip(rows[1:], ORDERS, strict=True):
        row[3:3] = [CODES[order[0]], CODES[order[-1]]]
    mapping = inspect_file(write_csv(tmp_path / "a.csv", rows, delimiter=";"), PILLARS, asked).sheets[0].mapping
    assert [(role.role, role.place) for role in mapping.roles[3:5]] == [(Role.BEST, 1), (Role.WORST, 1)]
