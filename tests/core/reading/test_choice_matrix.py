"""MaxDiff as matrices: a column for each pillar, cells that say most or least, and the order shown beside them."""

import pytest

from cxsurvey.notices import SurveyError
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.values import Role
from tests.core.reading.files import NAMES, PILLARS, inspect_file, read_answers, write_csv

# For each respondent and task: the pillars shown, the best and the worst of them, as positions.
ANSWERS = [
    [((0, 1, 2), 1, 2), ((2, 3, 4), 4, 3), ((0, 3, 4), 0, 3)],
    [((4, 1, 0), 0, 1), ((1, 2, 3), 2, 1), ((0, 2, 4), 2, 4)],
    [((3, 1, 2), 3, 1), ((0, 2, 4), 0, 4), ((1, 3, 4), 3, 4)],
    [((0, 1, 2), 0, 2), ((2, 3, 4), 2, 4), ((0, 3, 4), 0, 4)],
]
ASKED = "Which matters most and which least to you?"


def qualtrics(best="2", worst="1", *, order="{}_DO", join=" - ", style='{{"ImportId":"{}"}}', named=False):
    names, texts = ["StartDate", "EndDate", "Status", "Finished", "ResponseId"], ["", "", "", "", ""]
    ids = ["startDate", "endDate", "status", "finished", "_recordId"]
    for task in (1, 2, 3):
        for place, name in enumerate(NAMES, 1):
            names.append(f"Q{task}_{place + 3}")
            texts.append(f"{ASKED}{join}{name}")
            ids.append(f"QID{task}_{place + 3}")
    for task in (1, 2, 3) if order else ():
        names.append(order.format(f"Q{task}"))
        texts.append(f"{ASKED} - Display Order")
        ids.append(names[-1])
    rows = [names, texts, [style.format(one) for one in ids]]
    for number, tasks in enumerate(ANSWERS):
        cells = ["2025-03-01 10:00:05", "2025-03-01 10:04:40", "0", "1", f"R_{number}"]
        for _, most, least in tasks:
            cells += [best if place == most else worst if place == least else "" for place in range(len(NAMES))]
        for shown, _, _ in tasks if order else ():
            cells.append("|".join(NAMES[place] if named else str(place + 4) for place in shown))
        rows.append(cells)
    return rows


def check(imported):
    answers = imported.responses.best_worst
    for number, tasks in enumerate(ANSWERS):
        for task, (shown, best, worst) in enumerate(tasks):
            seen = [place for place in answers.design[answers.version[number], task].tolist() if place >= 0]
            assert seen == sorted(shown)
            assert (answers.best[number, task], answers.worst[number, task]) == (best, worst)
    assert imported.report.complete == len(ANSWERS)
    assert not imported.responses.importance.any()
    assert FormatNotice.CHOICE_MATRIX in {told.code for told in imported.report.notices}


@pytest.mark.parametrize("way", [
    {}, {"named": True}, {"order": "DO-Q-{}", "join": "-", "style": "{{'ImportId': '{}'}}"},
])  # fmt: skip
def test_words_say_which_end_is_which_and_the_order_shown_is_the_design(tmp_path, way):
    path = write_csv(tmp_path / "a.csv", qualtrics("Most important", "Least important", **way))
    assert inspect_file(path, PILLARS).direction_known
    imported = read_answers(path, PILLARS)
    check(imported)
    check(read_answers(path, PILLARS, mapping=imported.mapping))


def test_numbers_do_not_say_which_end_is_which_so_it_is_asked(tmp_path):
    path = write_csv(tmp_path / "a.csv", qualtrics())
    with pytest.raises(SurveyError) as asked:
        read_answers(path, PILLARS)
    assert asked.value.notice.code == ReadingNotice.DIRECTION_UNKNOWN
    check(read_answers(path, PILLARS, direction="reversed"))
    check(read_answers(write_csv(tmp_path / "b.csv", qualtrics("1", "2")), PILLARS, direction="as_is"))


def test_without_the_order_shown_the_design_is_asked_for(tmp_path):
    with pytest.raises(SurveyError) as refused:
        read_answers(write_csv(tmp_path / "a.csv", qualtrics("Best", "Worst", order="")), PILLARS)
    assert refused.value.notice.code == FormatNotice.DESIGN_MISSING


def test_tasks_that_have_columns_for_what_they_showed_need_no_order(tmp_path):
    tasks = [((0, 1, 2), 1, 2), ((1, 3, 4), 4, 3)]
    heads = [f"Set {number} [{NAMES[place]}]" for number, (shown, *_) in enumerate(tasks, 1) for place in shown]
    cells = [
        "Most important" if place == best else "Least important" if place == worst else ""
        for shown, best, worst in tasks for place in shown
    ]  # fmt: skip
    path = write_csv(tmp_path / "a.csv", [["Timestamp", *heads], *[["2025/03/01 2:05:11 PM", *cells]] * 3])
    answers = read_answers(path, PILLARS).responses.best_worst
    assert answers.best.tolist() == [[1, 4]] * 3
    assert answers.design[0].tolist() == [[0, 1, 2], [1, 3, 4]]


def test_the_first_two_of_a_ranking_are_no_tasks(tmp_path):
    heads = [f"Your first and second choice (1 = most important) [{name}]" for name in NAMES]
    cells = ["", "", "2", "1", ""], ["1", "2", "", "", ""]
    rows = [["2025/03/01 2:05:11 PM", *cells[row % 2]] for row in range(6)]
    imported = read_answers(write_csv(tmp_path / "a.csv", [["Timestamp", *heads], *rows]), PILLARS)
    assert {role.role for role in imported.mapping.roles[1:]} == {Role.RANK_OF_PILLAR}
    assert imported.responses.ranks[0].tolist() == [0, 0, 4, 2, 0]
