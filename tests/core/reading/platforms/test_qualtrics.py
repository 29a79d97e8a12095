"""Qualtrics: three generations of header rows, the Excel download, previews, unfinished answers, -99."""

import pytest

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.values import Role
from cxsurvey.responses import COMPLETE, PARTIAL
from tests.core.reading.files import NAMES, PILLARS, inspect_file, read_answers, write_csv, write_xlsx
from tests.core.reading.platforms.answers import COMMENTS, RATINGS, TRUTH, YEARS, came_back

META = (
    ("StartDate", "Anfangsdatum", "startDate"), ("EndDate", "Enddatum", "endDate"),
    ("Status", "Antworttyp", "status"), ("IPAddress", "IP-Adresse", "ipAddress"),
    ("Progress", "Aktueller Stand", "progress"), ("Duration (in seconds)", "Dauer (in Sekunden)", "duration"),
    ("Finished", "Beendet", "finished"), ("RecordedDate", "Erfassungsdatum", "recordedDate"),
    ("ResponseId", "Antwort-ID", "_recordId"), ("UserLanguage", "Benutzersprache", "userLanguage"),
)  # fmt: skip
# Questions hold dashes of their own; names and ids count differently, as in real files.
RANKING, RATING = "Rank the pillars - all of them", "How well - on the whole - do we do?"


def questions():
    for place, name in enumerate(NAMES, 1):
        yield f"Q10_{place + 3}", f"{RANKING} - {name}", f"QID51_{place}"
    for place, name in enumerate(NAMES, 1):
        yield f"Q10_DO_{place}", f"{RANKING} - Display Order - {name}", f"QID51_DO_{place}"
    yield "t_First Click", "Timing - First Click", "QID9_FIRST_CLICK"
    for place, name in enumerate(NAMES, 1):
        yield f"Q2_{place}", f"Which do you use? - Selected Choice - {name}", f'QID7","choiceId":"{place}'
    for place, name in enumerate(NAMES, 1):
        yield f"Q5_{place}", f"{RATING} - {name}", f"QID5_{place}"
    yield "Q1_4_TEXT", "Why? - Other - Text", "QID1_4_TEXT"
    yield "born", "Birth year", "QID2_TEXT"
    yield "comm", "Any comments?", "QID3_TEXT"


def qualtrics(*, style='{{"ImportId":"{}"}}', meta=META, header_rows=3):
    heads = [*meta, *questions()]
    rows = [[head[0] for head in heads], [head[1] for head in heads], [style.format(head[2]) for head in heads]]
    rows = rows[:header_rows]
    by_name = {
        "StartDate": "2025-03-01 10:00:05", "EndDate": "2025-03-01 10:04:40", "Status": "IP Address",
        "IPAddress": "192.0.2.1", "Progress": 100, "Duration (in seconds)": 275, "Finished": "True",
        "RecordedDate": "2025-03-01 10:04:41", "UserLanguage": "EN",
    }  # fmt: skip
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ratings = RATINGS[row].tolist()
        cells = [by_name.get(name, f"R_{row}") for name, _, _ in meta]
        chosen = [1 if (row + place) % 2 else "" for place in range(5)]
        rows.append([*cells, *TRUTH[row].tolist(), *range(1, 6), 3.5, *chosen, *ratings, "typed", year, comment])
    return rows


STYLES = ('{{"ImportId":"{}"}}', "{{'ImportId': '{}'}}", '{{"ImportId":"{}","timeZone":"Asia/Dubai"}}')


@pytest.mark.parametrize("style", STYLES)
def test_three_header_rows_come_back(tmp_path, style):
    imported = came_back(write_csv(tmp_path / "a.csv", qualtrics(style=style), encoding="utf-8-sig"), "qualtrics")
    assert imported.mapping.header_rows == 3
    assert imported.responses.submitted[0] == "2025-03-01T10:04:41"
    assert imported.responses.respondent_ids[0] == "R_0"
    assert set(imported.responses.duration) == {275}


def test_the_tab_separated_download_in_utf_16(tmp_path):
    came_back(write_csv(tmp_path / "a.tsv", qualtrics(), encoding="utf-16", delimiter="\t"), "qualtrics")


def test_the_workbook_lacks_the_third_row(tmp_path):
    rows = [row[:-1] for row in qualtrics(header_rows=2)]
    imported = came_back(write_xlsx(tmp_path / "a.xlsx", rows), "qualtrics", comments=False)
    assert imported.mapping.header_rows == 2


def test_the_oldest_files_have_numbered_columns(tmp_path):
    old = ("ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress", "IPAddress", "Status",
           "StartDate", "EndDate", "Finished")  # fmt: skip
    meta = tuple((f"V{number}", name, "") for number, name in enumerate(old, 1))
    rows = qualtrics(meta=meta, header_rows=2)
    for row, cells in enumerate(rows[2:]):
        cells[:10] = [f"R_{row}", "Default", "A B", "", "a@example.org", "192.0.2.1", 0, "2014-03-01 10:00:05",
                      "2014-03-01 10:04:40", 1]  # fmt: skip
    rows = [[*row, ""] for row in rows]
    imported = came_back(write_csv(tmp_path / "a.csv", rows, encoding="utf-8-sig"), "qualtrics")
    assert imported.responses.submitted[0] == "2014-03-01T10:04:40"
    assert set(imported.responses.duration) == {275}
    assert not any("a@example.org" in column.texts for column in imported.table.columns)


@pytest.mark.parametrize(("mark", "code"), [
    ("Survey Preview", ReadingNotice.TEST_ANSWER), (1, ReadingNotice.TEST_ANSWER),
    ("Survey Test", ReadingNotice.TEST_ANSWER), ("Spam", ReadingNotice.ANSWER_REJECTED),
])  # fmt: skip
def test_previews_and_spam_are_left_out_and_named(tmp_path, mark, code):
    rows = qualtrics()
    rows[4][2] = mark
    report = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).report
    assert [(entry.row, entry.reason.code) for entry in report.left_out] == [(5, code)]
    assert (report.read, report.complete) == (6, 5)


@pytest.mark.parametrize("mark", [0, "IP Address", "Imported", 16])
def test_answers_given_offline_or_brought_in_are_answers(tmp_path, mark):
    rows = qualtrics()
    rows[4][2] = mark
    assert read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).report.complete == 6


@pytest.mark.parametrize("column", ["Finished", "Progress"])
def test_an_unfinished_answer_is_partial(tmp_path, column):
    meta = tuple(head for head in META if column == "Finished" or head[0] != "Finished")
    rows = qualtrics(meta=meta)
    rows[4][rows[0].index(column)] = "False" if column == "Finished" else 62
    responses = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).responses
    assert responses.status.tolist() == [COMPLETE, PARTIAL, *[COMPLETE] * 4]


def test_seen_and_not_answered_is_no_answer(tmp_path):
    rows = qualtrics()
    first = rows[0].index("Q10_4")
    rows[4][first : first + 5] = [-99] * 5
    rows[5][rows[0].index("Q5_1")] = -99
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.report.empty, imported.report.corrected) == (1, ())
    assert imported.responses.performance[1][0] == 0


def test_display_order_ticks_and_timing_are_no_answers(tmp_path):
    mapping = inspect_file(write_csv(tmp_path / "a.csv", qualtrics()), PILLARS).sheets[0].mapping
    names = qualtrics()[0]
    for role in mapping.roles:
        if names[role.column - 1].startswith(("Q10_DO", "t_", "Q2_")):
            assert role.role is Role.IGNORED, role  # the ticks are over the pillars


def test_a_reversed_question_is_turned(tmp_path):
    rows = qualtrics()
    rows[1] = [text.replace(RANKING, "Rank them, 5 = most important") for text in rows[1]]
    first = rows[0].index("Q10_4")
    for row, ranks in zip(rows[3:], (6 - TRUTH).tolist(), strict=True):
        row[first : first + 5] = ranks
    assert came_back(write_csv(tmp_path / "a.csv", rows), "qualtrics").mapping.reversed


def test_long_answers_to_a_question_with_a_word_for_age_are_comments(tmp_path):
    rows = qualtrics()
    rows[1] = [text.replace("Any comments?", "How did you try to alter the outcome?") for text in rows[1]]
    for number, row in enumerate(rows[3:]):
        row[-1] = f"I expressed what I prefer, and number {number} of the others did not matter"
    mapping = inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].mapping
    assert mapping.roles[-1].role is Role.COMMENT


def test_import_ids_tell_the_platforms_own_columns_where_the_names_were_deleted(tmp_path):
    _, *rows = qualtrics()
    rows[3][2] = "Survey Preview"
    report = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).report
    assert (report.platform, report.complete, [entry.row for entry in report.left_out]) == ("qualtrics", 5, [4])


TEXTS = ("Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished",
         "Recorded Date", "Response ID", "User Language")  # fmt: skip
TIDIED = ("start_date", "end_date", "status", "ip_address", "progress", "duration_in_seconds", "finished",
          "recorded_date", "response_id", "user_language")  # fmt: skip


@pytest.mark.parametrize("names", [TEXTS, TIDIED])
def test_the_texts_alone_or_tidied_names_are_likely(tmp_path, names):
    _, heads, _, *rows = qualtrics()
    path = write_csv(tmp_path / "a.csv", [[*names, *heads[len(names) :]], *rows])
    assert inspect_file(path, PILLARS).sheets[0].confidence == "likely"
    imported = came_back(path, "qualtrics")
    assert imported.responses.respondent_ids[0] == "R_0"


def test_a_field_of_ones_own_called_status_marks_no_tests(tmp_path):
    rows = qualtrics()
    for number, row in enumerate(rows):
        row.append(["status", "status", '{"ImportId":"status"}'][number] if number < 3 else 1)
    assert came_back(write_csv(tmp_path / "a.csv", rows), "qualtrics").report.left_out == ()


def test_a_list_of_tasks_is_not_taken_for_it(tmp_path):
    rows = [["start_date", "end_date", "status", "progress", "finished", "response_id", "duration"]]
    rows += [["2025-03-01", "2025-03-02", "open", 50, 0, number, 4] for number in range(4)]
    assert inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].platform == ""


def test_what_was_typed_is_a_comment_even_if_only_one_wrote(tmp_path):
    rows = qualtrics()
    said = ["Q77", "Which expectations did you have?", '{"ImportId":"QID77_TEXT"}', "Hello World!"]
    for row, cell in zip(rows, [*said, *[""] * len(rows)], strict=False):
        row.append(cell)
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.mapping.roles[-1].role is Role.COMMENT
    assert "Hello World!" in imported.responses.comments[0].split("\n")
