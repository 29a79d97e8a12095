"""MaxDiff from every platform: choices with the pillars shown, or a sentence that says what is missing."""

import numpy as np
import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.importing import decode_again
from cxsurvey.reading.values import Role
from tests.core.reading.files import KEYS, NAMES, PILLARS, inspect_file, read_answers, write_csv

CODES = [f"P0{number}" for number in range(1, 6)]
TASKS = ((0, 1, 2, 3), (1, 2, 3, 4), (4, 0, 2, 1))  # positions of the pillars that each task shows
# Best and worst of each task, a row a respondent; -1 = not answered.
CHOICES = (((0, 3), (1, 4), (4, 2)), ((2, 1), (3, 2), (0, -1)), ((1, 0), (-1, -1), (2, 4)))
DESIGN = [["Version", "Task", "Item1", "Item2", "Item3", "Item4"],
          *([1, number, *(NAMES[pillar] for pillar in task)] for number, task in enumerate(TASKS, 1))]  # fmt: skip


def cells(names):
    """Best and worst of all tasks side by side, a row a respondent, in those words."""
    return [["" if pillar < 0 else names[pillar] for task in one for pillar in task] for one in CHOICES]


def ends(heads):
    return [head.format(task) for task in range(1, 4) for head in heads]


def google(names=NAMES):
    heads = ["Timestamp", *ends(("Task {} [Most important]", "Task {} [Least important]"))]
    return [heads, *(["2025/03/01 2:05:11 PM GMT+4", *row] for row in cells(names))]


def limesurvey(heads, names):
    rows = [["id", "submitdate", "lastpage", "startlanguage", *heads]]
    return rows + [[n, "2025-03-01 10:11:00", 1, "en", *row] for n, row in enumerate(cells(names))]


def limesurvey_texts():
    heads = ["Which matters most, which least? [Most important]", "Which matters most, which least? [Least important]"]
    rows = [["Response ID", "Date submitted", "Last page", "Start language", *heads * 3]]
    return rows + [[n, "2025-03-01 10:11:00", 1, "en", *row] for n, row in enumerate(cells(NAMES))]


def qualtrics():
    names = ["StartDate", "EndDate", "Status", "Finished", "ResponseId"]
    names += [f"Q{question}_{row}" for question in (3, 4, 5) for row in (1, 2)]
    texts = ["Start Date", "End Date", "Response Type", "Finished", "Response ID"]
    texts += ends(("Set {} of 3: what matters - Most", "Set {} of 3: what matters - Least"))
    ids = [f'{{"ImportId":"QID{n}"}}' for n in range(len(names))]
    start = ["2025-03-01 10:00:05", "2025-03-01 10:04:40", "IP Address", "True"]
    return [names, texts, ids, *([*start, f"R_{n}", *row] for n, row in enumerate(cells(NAMES)))]


def kobo(heads, names):
    meta = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "_index"]
    return [[*heads, *meta], *([*row, n, f"uuid:{n}", "2025-03-01T06:05:01", "", "", "", "", n]
                               for n, row in enumerate(cells(names)))]  # fmt: skip


def central():
    heads = ["SubmissionDate", *ends(("md0{0}-md0{0}b", "md0{0}-md0{0}w")), "KEY", "SubmitterID"]
    return [heads, *(["2025-03-01T06:05:11.123Z", *row, f"uuid:{n}", ""] for n, row in enumerate(cells(CODES)))]


def microsoft():
    heads = ["Most important", "Least important", "Most important2", "Least important2", "Most important3",
             "Least important3"]  # fmt: skip
    rows = [["Id", "Start time", "Completion time", "Email", "Name", *heads]]
    meta = ["3/1/25 10:00:05", "3/1/25 10:04:40", "anonymous", ""]
    return rows + [[n, *meta, *row] for n, row in enumerate(cells(NAMES))]


def surveymonkey():
    above = ["Respondent ID", "Collector ID", "Start Date", "End Date"]
    above += [text for task in range(1, 4) for text in (f"Task {task}", "")]
    below = ["", "", "", "", *["Best", "Worst"] * 3]
    return [above, below, *([11830000001 + n, 252100001, "01/17/2025 12:30:48 AM", "01/17/2025 1:39:43 PM", *row]
                            for n, row in enumerate(cells(NAMES)))]  # fmt: skip


def own_codes():
    return [["respondent", *ends(("md0{}.best", "md0{}.worst"))], *([n, *row] for n, row in enumerate(cells(KEYS)))]


def with_numbers(heads):
    return [["nr", *heads], *([n, *row] for n, row in enumerate(cells(NAMES)))]


SHAPES = {
    "google": google, "limesurvey codes": lambda: limesurvey(ends(("MD0{}[BEST]", "MD0{}[WORST]")), CODES),
    "limesurvey expression codes": lambda: limesurvey(ends(("MD0{}_BEST", "MD0{}_WORST")), CODES),
    "limesurvey texts, all alike": limesurvey_texts, "qualtrics": qualtrics,
    "kobo names": lambda: kobo(ends(("md0{0}/md0{0}b", "md0{0}/md0{0}w")), CODES),
    "kobo labels": lambda: kobo(ends(("Task {}/Most important", "Task {}/Least important")), NAMES),
    "odk central": central, "microsoft": microsoft, "surveymonkey": surveymonkey, "own codes": own_codes,
    "polish": lambda: with_numbers(ends(("Zadanie {}: najważniejsze", "Zadanie {}: najmniej ważne"))),
    "underscores": lambda: with_numbers(ends(("Q{}_best", "Q{}_worst"))),
}  # fmt: skip


def check(imported):
    """The choices are the ones above, of the design above."""
    found = imported.responses.best_worst
    assert found.best.tolist() == [[best for best, _ in one] for one in CHOICES]
    assert found.worst.tolist() == [[worst for _, worst in one] for one in CHOICES]
    for position, version in enumerate(found.version):
        shown = [sorted(task[task >= 0].tolist()) for task in found.design[version]]
        assert shown == [sorted(task) for task in TASKS], position


@pytest.fixture
def design(tmp_path):
    return write_csv(tmp_path / "design.csv", DESIGN)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_platform_gives_the_same_choices(tmp_path, design, shape):
    path = write_csv(tmp_path / "a.csv", SHAPES[shape]())
    imported = read_answers(path, PILLARS, design=design)
    check(imported)
    assert (imported.report.complete, imported.report.partial) == (1, 2)
    check(decode_again(imported, imported.mapping, PILLARS))  # the design is kept, its file is not needed


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_without_a_design_it_is_said_what_to_give(tmp_path, shape):
    path = write_csv(tmp_path / "a.csv", SHAPES[shape]())
    assert any("Give the design" in english(told) for told in inspect_file(path, PILLARS).notices)
    with pytest.raises(SurveyError, match="which pillars each task showed"):
        read_answers(path, PILLARS)


def test_tasks_in_another_order_are_told_apart_by_their_numbers(tmp_path, design):
    rows = [[row[0], *row[5:7], *row[1:5]] for row in google()]
    check(read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS, design=design))


def test_best_and_worst_may_be_swapped(tmp_path, design):
    heads, *rows = google()
    path = write_csv(tmp_path / "a.csv", [heads, *([row[place] for place in (0, 2, 1, 4, 3, 6, 5)] for row in rows)])
    check(read_answers(path, PILLARS, design=design, direction="reversed"))


def test_a_choice_that_was_not_shown_stops_and_names_the_task(tmp_path, design):
    rows = google()
    rows[2][5] = NAMES[3]
    with pytest.raises(SurveyError, match=f"row 3, column F: task 3 names {NAMES[3]}"):
        read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS, design=design)


def test_best_that_is_worst_and_unknown_pillars_cost_the_task_alone(tmp_path, design):
    rows = google()
    rows[1][2] = NAMES[0]
    rows[2][1] = "Parking"
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS, design=design)
    found = imported.responses.best_worst
    assert found.best[:2].tolist() == [[-1, 1, 4], [-1, 3, 0]]
    assert found.worst[:2].tolist() == [[-1, 4, 2], [1, 2, -1]]
    told = [(entry.row, entry.column, english(entry.reason)) for entry in imported.report.corrected]
    assert [told[0][:2], told[1][:2]] == [(2, "C"), (3, "B")]
    assert "task 1" in told[0][2]
    assert "Parking" in told[1][2]


def test_a_ranking_beside_best_and_worst_needs_no_design(tmp_path):
    heads = ["Best of all", "Worst of all", *(f"Rank of {name} (1 = most important)" for name in NAMES)]
    rows = [heads, *([NAMES[0], NAMES[4], 1, 2, 3, 4, 5] for _ in range(3))]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[0].tolist() == [2, 4, 6, 8, 10]
    assert imported.responses.best_worst is None
    assert {role.role for role in imported.mapping.roles} == {Role.IGNORED, Role.RANK_OF_PILLAR}


def test_tasks_beside_a_ranking_are_left_out_with_a_word(tmp_path):
    heads = [*ends(("MD0{}[BEST]", "MD0{}[WORST]")), *(f"Rank of {name} (1 = most important)" for name in NAMES)]
    path = write_csv(tmp_path / "a.csv", [heads, *([*row, *range(1, 6)] for row in cells(CODES))])
    imported = read_answers(path, PILLARS)
    assert imported.responses.ranks.all()
    assert imported.responses.best_worst is None
    assert any("they were not read" in english(told) for told in imported.report.notices)


def long_rows(choices=CHOICES, head=("PARTICIPANT", "QES", "ALT", "CHOICE", "ITEM")):
    rows = [list(head)]
    for person, one in enumerate(choices):
        for task, (best, worst) in enumerate(one):
            for alt, pillar in enumerate(TASKS[task]):
                rows.append([f"r{person}", task + 1, alt + 1, (pillar == best) - (pillar == worst), NAMES[pillar]])
    return rows


def test_the_long_format_carries_its_own_design(tmp_path):
    rows = long_rows()
    rows[1][4] = f" {rows[1][4]} "
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    check(imported)
    assert imported.mapping.platform == "conjointly"
    assert imported.responses.rows.tolist() == [2, 14, 26]
    assert imported.responses.respondent_ids[1] == "r1"
    assert any("36 rows are the answers of 3 respondents" in english(told) for told in imported.report.notices)
    assert ReadingNotice.ROWS_BLANK not in [told.code for told in imported.report.notices]
    check(decode_again(imported, imported.mapping, PILLARS))


def test_the_long_format_keeps_what_stands_beside_it_and_names_odd_tasks(tmp_path):
    rows = [[*row, "Generation" if not n else ("1965 to 1980", "1981 to 1996", "1997 to 2012")[(n - 1) // 12]]
            for n, row in enumerate(long_rows())]  # fmt: skip
    rows[2][3] = 1  # a second best in the first task
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.best_worst.best[0].tolist() == [-1, 1, 4]
    assert imported.responses.segments[0].labels == ("Gen Z", "Millennials", "Gen X")
    told = [entry for entry in imported.report.corrected if entry.row == 2]
    assert "task 1 of respondent “r0”" in english(told[0].reason)


def sawtooth(meaning):
    def number(task, pillar):
        return "" if pillar < 0 else TASKS[task].index(pillar) + 1 if meaning == "position" else pillar + 1

    heads = ["Resp", "Version", *ends(("Best{}", "Worst{}"))]
    return [heads, *([n, 1, *(number(task, p) for task, pair in enumerate(one) for p in pair)]
                     for n, one in enumerate(CHOICES, 1))]  # fmt: skip


@pytest.mark.parametrize("meaning", ["position", "item"])
def test_raw_choices_with_their_design_are_read_as_places_or_as_numbers(tmp_path, meaning):
    rows = [DESIGN[0], *([1, number, *(pillar + 1 for pillar in task)] for number, task in enumerate(TASKS, 1))]
    design = write_csv(tmp_path / "design.csv", rows)
    imported = read_answers(write_csv(tmp_path / "a.csv", sawtooth(meaning)), PILLARS, design=design)
    check(imported)
    assert {role.key for role in imported.mapping.roles if role.role is Role.BEST} == {meaning}
    assert any("1 is Ease of use" in english(told) for told in imported.report.notices)


def test_numbers_that_fit_both_ways_are_asked_about(tmp_path):
    design = write_csv(tmp_path / "design.csv", [DESIGN[0], [1, 1, 1, 2, 3, 4]])
    path = write_csv(tmp_path / "a.csv", [["Resp", "Version", "Best1", "Worst1"], [1, 1, 2, 4], [2, 1, 1, 3]])
    with pytest.raises(SurveyError, match="places on the screen or numbers of pillars"):
        read_answers(path, PILLARS, design=design)
    found = read_answers(path, PILLARS, design=design, counting="item").responses.best_worst
    assert found.best.tolist() == [[1], [0]]


def test_versions_are_looked_up_and_one_that_is_missing_stops(tmp_path):
    rows = [DESIGN[0], [1, 1, *NAMES[:4]], [2, 1, *NAMES[1:]]]
    design = write_csv(tmp_path / "design.csv", rows)
    raw = [["Resp", "Version", "Best1", "Worst1", "x"], [1, 2, 4, 1, ""], [2, 1, 4, 1, ""]]
    found = read_answers(write_csv(tmp_path / "a.csv", raw), PILLARS, design=design).responses.best_worst
    assert (found.version.tolist(), found.best.tolist(), found.worst.tolist()) == ([1, 0], [[4], [3]], [[1], [0]])
    found = read_answers(write_csv(tmp_path / "b.csv", [*raw, [3, "", "", "", "a word"]]), PILLARS, design=design)
    assert (found.responses.n, found.report.empty) == (2, 1)
    raw[1][1] = 3
    with pytest.raises(SurveyError, match="row 2 is of version “3”"):
        read_answers(write_csv(tmp_path / "a.csv", raw), PILLARS, design=design)


@pytest.mark.parametrize(("rows", "words"), [
    ([["a", "b"], [1, 2]], "is no MaxDiff design"),
    ([DESIGN[0], [1, 1, "Speed", "Parking", "", ""]], "row 2: “Parking” is no pillar"),
])  # fmt: skip
def test_a_design_that_is_none_is_refused(tmp_path, rows, words):
    design = write_csv(tmp_path / "design.csv", rows)
    with pytest.raises(SurveyError, match=words):
        read_answers(write_csv(tmp_path / "a.csv", google()), PILLARS, design=design)


def test_a_design_of_fewer_tasks_does_not_fit(tmp_path):
    design = write_csv(tmp_path / "design.csv", DESIGN[:3])
    with pytest.raises(SurveyError, match="is task 3, but the design has only 2"):
        read_answers(write_csv(tmp_path / "a.csv", google()), PILLARS, design=design)


SCORES = [["Respondent ID", "RLH", *NAMES], [1, 0.61, 1.2, -0.4, 0.3, -1.1, 0], [2, 0.55, -1.2, 0.4, 0.3, 0.5, 0]]


def test_finished_scores_are_named_and_refused(tmp_path):
    path = write_csv(tmp_path / "a.csv", SCORES)
    assert inspect_file(path, PILLARS).sheets[0].platform == "sawtooth_scores"
    with pytest.raises(SurveyError, match="finished MaxDiff scores"):
        read_answers(path, PILLARS)


@pytest.mark.parametrize("rows", [
    [["participant", "qes", "alt", "choice"], ["r1", 1, 1, "yes"]],
    [["Respondent ID", "RLH", "a", "b"], [1, 0.61, "x", "y"]],
    [["Resp", "Version", "Best1", "Other"], [1, 1, 2, 4]],
])  # fmt: skip
def test_tables_that_only_look_alike_are_not_taken_for_them(tmp_path, rows):
    assert inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].platform == ""


def test_the_answers_are_read_only(tmp_path, design):
    found = read_answers(write_csv(tmp_path / "a.csv", google()), PILLARS, design=design).responses.best_worst
    with pytest.raises(ValueError, match="read-only"):
        np.asarray(found.best)[0, 0] = 1
