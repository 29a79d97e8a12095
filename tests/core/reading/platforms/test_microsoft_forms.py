"""Microsoft Forms: five known columns, a ranking in one cell, statements after a dot, quiz columns, glued numbers."""

import datetime

import pytest

from cxsurvey.notices import english
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import pillars_from_data
from cxsurvey.reading.values import Role
from tests.core.reading.files import NAMES, ORDERS, PILLARS, inspect_file, read_answers, write_csv, write_xlsx
from tests.core.reading.platforms.answers import COMMENTS, RATINGS, TRUTH, YEARS, came_back, names_in_order

QUADRUPLES = [
    ("Start time", "Completion time", "Email", "Name"),
    ("Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
    ("Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"),
    ("Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"),
    ("開始時刻", "完了時刻", "メール", "名前"),
]
BEGUN = datetime.datetime(2025, 3, 1, 10, 0, 5)


def microsoft(first=QUADRUPLES[0], *, statement="How well do we do?.{}", quiz=False, date=None, ranking="Rank them"):
    heads = ["Id", *first, ranking, *(statement.format(name) for name in NAMES), "Birth year", "Any comments?"]
    if quiz:
        heads += ["Total points", "Quiz feedback", "Points - Birth year", "Feedback - Birth year"]
    rows = [heads]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        begun = BEGUN + datetime.timedelta(days=row)
        times = [begun, begun + datetime.timedelta(minutes=4)]
        if date:
            times = [moment.strftime(date) for moment in times]
        order = "".join(f"{name};" for name in names_in_order(row))
        cells = [row + 1, *times, "anonymous", "", order, *RATINGS[row].tolist(), year, comment]
        rows.append(cells + [5, "", 1, "well"] * quiz)
    return rows


@pytest.mark.parametrize("first", QUADRUPLES, ids=str)
def test_a_ranking_comes_back_in_every_known_language(tmp_path, first):
    rows = microsoft(first)
    for row in rows[1:]:
        row[-1] = "" if row[-1].startswith("=") else row[-1]  # a workbook would take it for a formula
    imported = came_back(write_xlsx(tmp_path / "Title(1-6).xlsx", rows), "microsoft_forms", comments=False)
    assert imported.responses.submitted[0] == "2025-03-01T10:04:05"
    assert [role.role for role in imported.mapping.roles[:5]] == [
        Role.RESPONDENT_ID, Role.STARTED, Role.SUBMITTED, Role.PERSONAL, Role.PERSONAL,
    ]  # fmt: skip


@pytest.mark.parametrize(("date", "delimiter"), [("%m/%d/%y %H:%M:%S", ","), ("%d.%m.%Y %H:%M:%S", ";")])
def test_text_downloads_of_two_locales(tmp_path, date, delimiter):
    path = write_csv(tmp_path / "a.csv", microsoft(date=date), delimiter=delimiter, encoding="utf-8-sig")
    imported = came_back(path, "microsoft_forms")
    assert imported.responses.submitted[0] == "2025-03-01T10:04:05"
    assert set(imported.responses.duration) == {240}


def test_an_unknown_language_is_recognised_by_its_cells(tmp_path):
    strange = ("Alku", "Loppu", "Sähköposti", "Nimi")
    rows = [row[:-1] for row in microsoft(strange)]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    came_back(path, "microsoft_forms", comments=False)
    assert inspect_file(path, PILLARS).sheets[0].confidence == "likely"
    rows[2][4] = "somebody"
    rows[2][3] = "no address"
    assert inspect_file(write_xlsx(tmp_path / "b.xlsx", rows), PILLARS).sheets[0].platform == "table"


def test_older_files_have_the_statement_alone(tmp_path):
    came_back(write_csv(tmp_path / "a.csv", microsoft(statement="{}", date="%m/%d/%y %H:%M:%S")), "microsoft_forms")


def test_quiz_columns_are_no_answers(tmp_path):
    imported = came_back(
        write_csv(tmp_path / "a.csv", microsoft(quiz=True, date="%m/%d/%y %H:%M:%S")), "microsoft_forms"
    )
    assert {role.role for role in imported.mapping.roles[-4:]} == {Role.IGNORED}


def test_titles_that_come_again_have_a_number_glued_on(tmp_path):
    rows = microsoft(statement="{}", date="%m/%d/%y %H:%M:%S")
    for row, ratings in zip(rows, [[f"{name}2" for name in NAMES], *(6 - RATINGS).tolist()], strict=True):
        row[11:11] = ratings
    rows[0][6:11] = [f"How important is it?.{name}" for name in NAMES]
    rows[0][11:16] = [f"How well do we do?.{name}" for name in NAMES]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.responses.importance == RATINGS).all()
    assert (imported.responses.performance == 6 - RATINGS).all()
    rows[0][6:11], rows[0][11:16] = NAMES, [f"{name}2" for name in NAMES]
    again = read_answers(write_csv(tmp_path / "b.csv", rows), PILLARS)
    assert (again.responses.performance == RATINGS).all()
    assert not [role for role in again.mapping.roles[11:16] if role.role is not Role.IGNORED]


def test_what_was_ticked_is_no_ranking(tmp_path):
    ticked = [["Which do you know?"], *(["".join(f"{name};" for name in NAMES[: 4 - row % 3])] for row in range(6))]
    rows = [[*row[:5], *tick, *row[5:]] for row, tick in zip(microsoft(date="%m/%d/%y %H:%M:%S"), ticked, strict=True)]
    came_back(write_csv(tmp_path / "a.csv", rows), "microsoft_forms")
    alone = [[*row[:5], *tick, row[-2]] for row, tick in zip(rows, ticked, strict=True)]
    assert not [
        role
        for role in inspect_file(write_csv(tmp_path / "b.csv", alone), PILLARS).sheets[0].mapping.roles
        if role.role is Role.RANKED_LIST
    ]


def test_labels_with_a_semicolon_are_never_cut(tmp_path):
    pillars = pillars_from_data({"pillars": ["Speed; and pace", "Speed", "Pace", "Cost; value; worth"]})
    orders = [(0, 1, 2, 3), (3, 2, 1, 0), (2, 3, 0, 1)]
    rows = [["Id", *QUADRUPLES[0], "Rank"]]
    for row, order in enumerate(orders):
        text = "".join(f"{pillars[place].name};" for place in order)
        rows.append([row + 1, "3/1/25 10:00:05", "3/1/25 10:04:40", "anonymous", "", text])
    responses = read_answers(write_csv(tmp_path / "a.csv", rows), pillars).responses
    assert responses.ranks.tolist() == [[2 * (order.index(place) + 1) for place in range(4)] for order in orders]


def test_a_reversed_question_is_caught_in_a_grid(tmp_path):
    rows = microsoft(statement="Rank (5 = most important).{}", date="%m/%d/%y %H:%M:%S")
    rows = [[*row[:5], *row[6:]] for row in rows]
    for row, ranks in zip(rows[1:], (6 - TRUTH).tolist(), strict=True):
        row[5:10] = ranks
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.responses.ranks == 2 * TRUTH).all()
    assert imported.mapping.reversed
    assert any("highest number" in english(told) for told in imported.report.notices)
    assert len(imported.responses.rows) == len(ORDERS)


def test_a_list_from_the_least_important_is_turned(tmp_path):
    rows = microsoft(ranking="Rank them, starting with the least important", date="%m/%d/%y %H:%M:%S")
    for row, place in zip(rows[1:], range(len(ORDERS)), strict=True):
        row[5] = "".join(f"{name};" for name in reversed(names_in_order(place)))
    assert came_back(write_csv(tmp_path / "a.csv", rows), "microsoft_forms").mapping.reversed


def test_signs_inside_names_do_not_part_a_list(tmp_path):
    pillars = pillars_from_data({"pillars": ["Choice > réseau > price", "(Freshness/Price)", "[Care, Speed]", "Speed"]})
    orders = [(0, 1, 2, 3), (0, 1), (2, 3, 0, 1), (3, 2, 1, 0), (2, 0)]
    rows = [["Id", *QUADRUPLES[0], "Rank"]]
    for row, order in enumerate(orders):
        text = "".join(f"{pillars[place].name};" for place in order)
        rows.append([row + 1, "3/1/25 10:00:05", "3/1/25 10:04:40", "anonymous", "", text])
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), pillars)
    truth = [[2 * (order.index(place) + 1) if place in order else 0 for place in range(4)] for order in orders]
    assert imported.responses.ranks.tolist() == truth
    assert imported.report.corrected == ()


def test_points_between_the_statements_of_a_quiz_do_not_part_them(tmp_path):
    rows = microsoft(date="%m/%d/%y %H:%M:%S")
    first = rows[0].index(f"How well do we do?.{NAMES[0]}")
    for number, row in enumerate(rows):
        for place in range(first + len(NAMES), first, -1):
            head = rows[0][place - 1] if number == 0 else ""
            row[place:place] = [f"Points - {head}", f"Feedback - {head}"] if number == 0 else [1, ""]
    came_back(write_csv(tmp_path / "a.csv", rows), "microsoft_forms")


def test_of_two_matrices_without_a_question_the_second_is_of_performance_and_a_third_is_named(tmp_path):
    rows = microsoft(statement="{}", date="%m/%d/%y %H:%M:%S")
    rows = [[*row[:5], *row[6:]] for row in rows]
    for copy in ("3", "2"):
        for number, row in enumerate(rows):
            row[10:10] = [f"{name}{copy}" for name in NAMES] if number == 0 else (6 - RATINGS[number - 1]).tolist()
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.responses.importance == RATINGS).all()
    assert (imported.responses.performance == 6 - RATINGS).all()
    assert {role.role for role in imported.mapping.roles[15:20]} == {Role.IGNORED}
    told = [english(told) for told in imported.report.notices if told.code == ReadingNotice.BLOCK_NOT_READ]
    assert ["columns P–T" in text for text in told] == [True]
