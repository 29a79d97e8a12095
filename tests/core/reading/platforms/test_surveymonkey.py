"""SurveyMonkey: two header rows under two namings, cut down, or joined into one."""

import pytest

from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.values import Role
from tests.core.reading.files import NAMES, PILLARS, inspect_file, read_answers, write_csv, write_xlsx
from tests.core.reading.platforms.answers import COMMENTS, RATINGS, TRUTH, YEARS, came_back

ENGLISH = (
    "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
    "Last Name", "Custom Data 1",
)  # fmt: skip
OTHER = (
    "respondent_id", "collector_id", "date_created", "date_modified", "ip_address", "email_address", "first_name",
    "last_name", "custom_1",
)  # fmt: skip
RANKING = "Rank the pillars - all of them"
RATING = "How well do we do?"


def surveymonkey(meta=ENGLISH, *, ranking=RANKING, response="Response", typed="Open-Ended Response"):
    above = [*meta, ranking, *[""] * 4, "Which do you use?", "", "", RATING, *[""] * 4]
    above += ["Age", "Birth year", "Any comments?"]
    below = [*[""] * len(meta), *NAMES, "Phone", "Shop", "Other (please specify)", *NAMES, response, typed, typed]
    rows = [above, below]
    cells = [252100001, "01/17/2025 12:30:48 AM", "01/17/2025 1:39:43 PM", "192.0.2.7", "a@example.org", "A", "B", ""]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ratings = [f"{value}: well" if value in (1, 5) else value for value in RATINGS[row].tolist()]
        used = ["Phone" * (row % 2), "Shop", "by carrier pigeon" * (row == 1)]
        first = [11830000001 + row, *cells][: len(meta)]
        rows.append([*first, *TRUTH[row].tolist(), *used, *ratings, "18-29" if row % 2 else "> 60", year, comment])
    return rows


def flattened(**options):
    """Both header rows joined by a dash."""
    above, below, *rows = surveymonkey(**options)
    question, heads = "", []
    for top, item in zip(above, below, strict=True):
        question = top or question
        heads.append(f"{question} - {item}" if item else question)
    return [heads, *rows]


@pytest.mark.parametrize("meta", [ENGLISH, OTHER, ("RespondentID",), ENGLISH[:2]], ids=len)
def test_both_namings_and_cut_files_come_back(tmp_path, meta):
    imported = came_back(write_csv(tmp_path / "a.csv", surveymonkey(meta), encoding="utf-8-sig"), "surveymonkey")
    assert inspect_file(tmp_path / "a.csv", PILLARS).sheets[0].mapping.header_rows == 2
    if len(meta) == 9:
        assert imported.responses.submitted[0] == "2025-01-17T13:39:43"
        assert set(imported.responses.duration) == {13 * 3600 + 8 * 60 + 55}
        assert not any("a@example.org" in column.texts for column in imported.table.columns)
    assert imported.responses.segment("age").labels == ("18-29", "> 60")


def test_the_workbook_comes_back(tmp_path):
    rows = [row[:-1] for row in surveymonkey()]
    came_back(write_xlsx(tmp_path / "a.xlsx", rows), "surveymonkey", comments=False)


@pytest.mark.parametrize("meta", [ENGLISH, OTHER])
def test_a_flattened_file_comes_back(tmp_path, meta):
    imported = came_back(write_csv(tmp_path / "a.csv", flattened(meta=meta)), "surveymonkey")
    assert imported.mapping.header_rows == 1


def test_a_flattened_file_without_its_collector_is_likely(tmp_path):
    path = write_csv(tmp_path / "a.csv", flattened(meta=("RespondentID",)))
    came_back(path, "surveymonkey")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "likely"


def test_an_account_in_another_language_has_its_own_words_under_the_questions(tmp_path):
    came_back(write_csv(tmp_path / "a.csv", surveymonkey(OTHER, response="Antwort", typed="Réponse")), "surveymonkey")


def test_rankings_with_not_applicable_keep_their_order(tmp_path):
    rows = surveymonkey()
    rows[2][9:14] = [2, 3, "N/A", 4, ""]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[0].tolist() == [2, 4, 0, 6, 0]
    assert imported.report.partial == 1


@pytest.mark.parametrize("rows", [surveymonkey, flattened])
def test_a_reversed_question_is_turned(tmp_path, rows):
    written = rows(ranking="Rank them (5 = most important, 1 = least important)")
    for row, ranks in zip(written[-6:], (6 - TRUTH).tolist(), strict=True):
        row[9:14] = ranks
    imported = came_back(write_csv(tmp_path / "a.csv", written), "surveymonkey")
    assert imported.mapping.reversed


def test_what_was_typed_beside_a_choice_is_no_comment(tmp_path):
    imported = read_answers(write_csv(tmp_path / "a.csv", surveymonkey()), PILLARS)
    assert [role.header for role in imported.mapping.roles if role.role is Role.COMMENT] == ["Any comments?"]


@pytest.mark.parametrize("flat", [False, True])
def test_ids_that_a_spreadsheet_program_shortened_are_no_ids_and_told_once(tmp_path, flat):
    rows = flattened() if flat else surveymonkey()
    for row in rows[1 if flat else 2 :]:
        row[0] = "1,18E+10"
    imported = came_back(write_csv(tmp_path / "a.csv", rows, delimiter=";"), "surveymonkey")
    assert imported.responses.respondent_ids == ()
    assert [told.code for told in imported.report.notices].count(ReadingNotice.IDS_SHORTENED) == 1


def test_a_title_above_a_text_file_is_no_fault_of_its_rows(tmp_path):
    imported = came_back(write_csv(tmp_path / "a.csv", [["Customer survey"], *surveymonkey()]), "surveymonkey")
    assert ReadingNotice.ROWS_UNEVEN not in {told.code for told in imported.report.notices}


def test_one_answer_chosen_is_no_comment_and_no_list_whatever_its_words(tmp_path):
    rows = surveymonkey()
    chosen = ["no - not now", "yes, but not often (a few times, at least)"]
    for cell, row in zip(("Did you read the comments at the end?", "Response"), rows[:2], strict=True):
        row.append(cell)
    for number, row in enumerate(rows[2:]):
        row.append(chosen[number % 2])
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.mapping.roles[-1].role is Role.SEGMENT
    assert FormatNotice.SEVERAL_UNSURE not in {told.code for told in imported.report.notices}


def test_without_all_of_its_own_columns_its_words_under_the_questions_tell(tmp_path):
    path = write_csv(tmp_path / "a.csv", [row[len(ENGLISH) :] for row in surveymonkey()])
    assert inspect_file(path, PILLARS).sheets[0].confidence == "likely"
    came_back(path, "surveymonkey")
