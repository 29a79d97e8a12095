"""Google Forms: a download in a zip, the linked sheet as text or workbook, grids of pillars and of places."""

import datetime
import zipfile

import numpy as np
import pytest

from cxsurvey.notices import SurveyError
from tests.core.reading.files import NAMES, ORDERS, PILLARS, inspect_file, read_answers, write_csv, write_xlsx
from tests.core.reading.platforms.answers import COMMENTS, RATINGS, TRUTH, YEARS, came_back, names_in_order

QUESTION = "Rank the pillars [all of them], 1 = most important "
PLACES = ("First", "Second", "Third", "Fourth", "Fifth")


def google(*, timestamp="Timestamp", moment="2025/03/01 2:05:11 PM GMT+4", by_place=False, question=QUESTION):
    items = PLACES if by_place else NAMES
    heads = [timestamp, "Email Address", *(f"{question} [{item}]" for item in items)]
    heads += [*(f"How well do we do? [{name}]" for name in NAMES), "Which do you use?", "Birth year", "Any comments?"]
    rows = [heads]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ranking = names_in_order(row) if by_place else TRUTH[row].tolist()
        rows.append([moment, "a@example.org", *ranking, *RATINGS[row].tolist(), "Phone, Shop", year, comment])
    return rows


@pytest.mark.parametrize("by_place", [False, True])
def test_the_download_in_a_zip(tmp_path, by_place):
    inside = write_csv(tmp_path / "Title.csv", google(by_place=by_place), end="\n")
    path = tmp_path / "Title.csv.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inside, "Title.csv")
    imported = came_back(path, "google_forms")
    assert imported.responses.submitted[0] == "2025-03-01T14:05:11"
    assert not any("a@example.org" in column.texts for column in imported.table.columns)


@pytest.mark.parametrize(("suffix", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_the_linked_sheet_as_text(tmp_path, suffix, delimiter):
    path = tmp_path / f"Title (Responses) - Form Responses 1.{suffix}"
    write_csv(path, google(moment="4/22/2016 19:57:50"), delimiter=delimiter)
    came_back(path, "google_forms")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "certain"


@pytest.mark.parametrize("sheet", ["Form Responses 1", "Réponses au formulaire 1"])
def test_the_linked_sheet_as_a_workbook(tmp_path, sheet):
    moment = datetime.datetime(2025, 3, 1, 14, 5, 11, 250_000)
    rows = [row[:-1] for row in google(moment=moment)]
    rows = [[float(cell) if type(cell) is int and cell < 10 else cell for cell in row] for row in rows]
    path = write_xlsx(tmp_path / "Title (Responses).xlsx", rows, sheet=sheet, Analysis=[["Mean", "3"], ["x", 4]])
    imported = came_back(path, "google_forms", comments=False)
    assert imported.responses.submitted[0] == "2025-03-01T14:05:11"
    assert inspect_file(path, PILLARS).sheets[0].confidence == "certain"


@pytest.mark.parametrize(
    ("word", "moment"),
    [
        ("Zeitstempel", "01.03.2025 14:05:11"), ("Horodateur", "01/03/2025 14:05:11"),
        ("Marca temporal", "1/3/2025 14:05:11"), ("Sygnatura czasowa", "2025-03-01 14:05:11"),
        ("Отметка времени", "01.03.2025 14:05:11"), ("タイムスタンプ", "2025/03/01 14:05:11"),
        ("타임스탬프", "2025. 3. 1 오후 2:05:11"), ("时间戳记", "2025/3/1 下午2:05:11"),
        ("ประทับเวลา", "1/3/2025, 14:05:11"),
    ],
)  # fmt: skip
def test_the_time_of_the_answer_in_other_languages(tmp_path, word, moment):
    came_back(write_csv(tmp_path / "a.csv", google(timestamp=word, moment=moment)), "google_forms")


@pytest.mark.parametrize("moment", ["2025. 3. 1 오후 2:05:11", "2025/3/1 下午2:05:11", "2025/03/01 2:05:11 p. m."])
def test_afternoons_of_other_languages_are_afternoons(tmp_path, moment):
    imported = read_answers(write_csv(tmp_path / "a.csv", google(moment=moment)), PILLARS)
    assert imported.responses.submitted[0] == "2025-03-01T14:05:11"


def test_a_log_with_timestamps_is_no_form(tmp_path):
    log = [["Timestamp", "Level", "Message"], ["2025/03/01 2:05:11", "INFO", "started"]]
    assert inspect_file(write_csv(tmp_path / "a.csv", log), PILLARS).sheets[0].platform == ""


def test_two_pillars_at_one_place_count_as_tied(tmp_path):
    rows = google()
    rows[1][2:7] = [1, 2, 2, 4, 5]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[0].tolist() == [2, 5, 5, 8, 10]


def test_a_grid_of_choices_says_by_itself_which_is_first(tmp_path):
    rows, choices = google(question="Rank the pillars"), ("1st", "2nd", "3rd", "4th", "5th")
    for row in rows[1:]:
        row[2:7] = [f"{choices[rank - 1]} choice" for rank in row[2:7]]
    came_back(write_csv(tmp_path / "a.csv", rows), "google_forms")


def test_places_that_begin_with_the_least_important_are_turned(tmp_path):
    rows = google(by_place=True, question="Rank them, least important first")
    for row in rows[1:]:
        row[2:7] = row[6:1:-1]
    assert came_back(write_csv(tmp_path / "a.csv", rows), "google_forms").mapping.reversed


def test_a_reversed_grid_is_turned_and_a_silent_one_is_asked_about(tmp_path):
    rows = google(question="Rank the pillars, 5 = most important")
    for row, ranks in zip(rows[1:], (6 - TRUTH).tolist(), strict=True):
        row[2:7] = ranks
    assert (read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).responses.ranks == 2 * TRUTH).all()
    silent = write_csv(tmp_path / "b.csv", google(question="Rank the pillars"))
    assert not inspect_file(silent, PILLARS).direction_known
    with pytest.raises(SurveyError, match="Say which is right"):
        read_answers(silent, PILLARS)
    assert len(rows) == len(ORDERS) + 1


SPELLINGS = {
    "ordinals, the ends in words": ["Most important", "2nd", "3rd", "4th", "Least important"],
    "numbers with words for the ends": ["1 (most important)", "2", "3", "4", "5 (least important)"],
    "numbers with a sign": ["1 = highest", "2", "3", "4", "5 = lowest"],
}


@pytest.mark.parametrize("places", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_places_may_be_explained_and_their_ends_be_words_alone(tmp_path, places):
    rows = google(by_place=True)
    rows[0][2:7] = [f"Your order [{place}]" for place in places]
    came_back(write_csv(tmp_path / "a.csv", rows), "google_forms")


def test_a_question_for_each_place_is_a_ranking_as_far_as_it_was_asked(tmp_path):
    heads = ["What is most important to you?", "What is second most important to you?", "And the third most important?"]
    rows = google(by_place=True)
    rows = [[row[0], *(heads if number == 0 else row[2:5]), *row[7:]] for number, row in enumerate(rows)]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    np.testing.assert_array_equal(imported.responses.ranks, np.where(TRUTH <= 3, 2 * TRUTH, 0))
    assert imported.report.complete == len(TRUTH)


def test_places_without_the_first_are_no_ranking(tmp_path):
    rows = google(by_place=True)
    rows[0][2] = "Something else"
    with pytest.raises(SurveyError, match="no columns with priorities"):
        read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)


def test_times_with_full_stops_are_times(tmp_path):
    path = write_csv(tmp_path / "a.csv", google(timestamp="Informazioni cronologiche", moment="01/03/2025 14.05.11"))
    assert read_answers(path, PILLARS).responses.submitted[0] == "2025-01-03T14:05:11"


def test_measures_with_their_units_are_no_form(tmp_path):
    rows = [["Timestamp", "Temperature [C]", "Humidity [%]"], ["2025/03/01 2:05:11", 21.5, 40]]
    assert inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].platform == ""
