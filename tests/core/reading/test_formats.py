"""Guided sorts, points, satisfaction, image and attention checks: answers in, the same answers out, faults told."""

from dataclasses import replace

import numpy as np
import pytest

from cxsurvey.notices import Severity, SurveyError, english
from cxsurvey.pillars import pillars_from_data
from cxsurvey.reading.first_respondent import first_respondent
from cxsurvey.reading.importing import decode_again
from cxsurvey.reading.scales import Scale, find_scale, level, scale_from
from cxsurvey.reading.values import Role
from cxsurvey.responses import FAILED, PASSED
from cxsurvey.survey import survey_languages, words
from tests.core.reading.files import KEYS, NAMES, PILLARS, inspect_file, read_answers, write_csv, write_either

TEN = pillars_from_data({"pillars": [{"key": key, "name": f"Pillar {key}"} for key in "abcdefghij"]})


def read(tmp_path, rows, pillars=PILLARS, **wishes):
    return read_answers(write_csv(tmp_path / "a.csv", rows), pillars, **wishes)


def told(imported):
    """Where and what of every answer that was corrected."""
    return [(entry.row, entry.column, entry.reason.code) for entry in imported.report.corrected]


# --- guided sort ----------------------------------------------------------------------------------

SORT = ("first", "next1", "next2", "last", "before1", "before2")
WORDED = {
    "our codes": [f"sort.{step}" for step in SORT], "limesurvey codes": [f"sort[{step}]" for step in SORT],
    "english": ["Most important", "Next most important 1", "Next most important 2", "Least important",
                "Next least important 1", "Next least important 2"],
    **{language: [words(language)[f"sort_{step.rstrip('12')}"] + f" ({step[-1]})" * step[-1].isdigit() for step in SORT]
       for language in survey_languages()},
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("heads", WORDED, ids=str)
def test_a_sort_of_ten_gives_mid_ranks(tmp_path, heads, suffix):
    rows = [["respondent", *WORDED[heads]], *([n, *(f"Pillar {key}" for key in "cabjhi")] for n in range(3))]
    imported = read_answers(write_either(tmp_path / f"a{suffix}", rows), TEN)
    assert imported.responses.ranks[0].tolist() == [5, 5, 2, 11, 11, 11, 11, 17, 17, 20]
    assert (imported.report.complete, imported.report.partial) == (3, 0)
    first = first_respondent(imported.responses)
    assert (first.first[0], first.last) == ("c", "j")
    again = decode_again(imported, imported.mapping, TEN)
    assert np.array_equal(again.responses.ranks, imported.responses.ranks)


@pytest.mark.parametrize(("cells", "ranks", "fault"), [
    ("cab-hi", [5, 5, 2, 0, 0, 0, 0, 0, 0, 0], ("E", "sort_step_empty")),
    ("c-bjhi", [10, 4, 2, 10, 10, 10, 10, 17, 17, 20], ("C", "sort_step_empty")),
    ("-abjhi", [8, 8, 8, 8, 8, 8, 8, 17, 17, 20], ("B", "sort_step_empty")),
    ("caajhi", [4, 10, 2, 10, 10, 10, 10, 17, 17, 20], ("D", "sort_pillar_twice")),
    ("cabchi", [0] * 10, ("E", "sort_pillar_twice")),
    ("cabj?i", [5, 5, 2, 12, 12, 12, 12, 12, 18, 20], ("F", "sort_pillar_unknown")),
])  # fmt: skip
def test_each_end_of_a_sort_is_kept_up_to_its_first_fault(tmp_path, cells, ranks, fault):
    def named(key):
        return {"-": "", "?": "Parking"}.get(key, f"Pillar {key}")

    heads = ["respondent", *WORDED["our codes"]]
    rows = [heads, *([n, *map(named, "cabjhi")] for n in range(3)), [9, *map(named, cells)]]
    imported = read(tmp_path, rows, TEN)
    found = imported.responses.ranks[3].tolist() if any(ranks) else [0] * 10
    assert found == ranks
    assert told(imported) == [(5, *fault)]
    assert imported.report.partial == (1 if any(ranks) else 0)


# --- points ---------------------------------------------------------------------------------------

SHARES = ((40, 30, 20, 10, 0), (25, 25, 25, 15, 10), (12.5, 37.5, 20, 20, 10), (0, 0, 0, 0, 100), (33, 33, 33, 0, 0),
          (10, 20, 30, 20, 20))  # fmt: skip


def surveymonkey():
    above = ["Respondent ID", "Collector ID", "Start Date", "End Date", "Share out what matters", "", "", "", ""]
    meta = [252100001, "01/17/2025 12:30:48 AM", "01/17/2025 1:39:43 PM"]
    return [above, ["", "", "", "", *NAMES], *([11830000001 + n, *meta, *row] for n, row in enumerate(SHARES))]


def qualtrics():
    names = ["StartDate", "EndDate", "Status", "Finished", "ResponseId", *(f"Q4_{n}" for n in range(1, 6))]
    texts = ["Start Date", "End Date", "Response Type", "Finished", "Response ID"]
    texts += [f"Share out what matters - {name}" for name in NAMES]
    ids = [f'{{"ImportId":"QID{n}"}}' for n in range(5)] + [f'{{"ImportId":"QID9_{n}"}}' for n in range(1, 6)]
    start = ["2025-03-01 10:00:05", "2025-03-01 10:04:40", "IP Address", "True"]
    return [names, texts, ids, *([*start, f"R_{n}", *row] for n, row in enumerate(SHARES))]


def limesurvey():
    heads = ["id", "submitdate", "lastpage", "startlanguage", *(f"alloc[P0{n}]" for n in range(1, 6))]
    return [heads, *([n, "2025-03-01 10:11:00", 1, "en", *row] for n, row in enumerate(SHARES))]


POINTS = {
    "surveymonkey": surveymonkey, "qualtrics": qualtrics, "limesurvey": limesurvey,
    "codes": lambda: [["no", *(f"pts.P0{n}" for n in range(1, 6))], *([n, *row] for n, row in enumerate(SHARES))],
    "words": lambda: [["no", *(f"100 points: {name}" for name in NAMES)], *([n, *row] for n, row in enumerate(SHARES))],
    "blanks for nothing": lambda: [["no", *NAMES], *([n, *(x or "" for x in row)] for n, row in enumerate(SHARES))],
    "per cent": lambda: [["no", *NAMES], *([n, *(f"{x} %" for x in row)] for n, row in enumerate(SHARES))],
}  # fmt: skip


@pytest.mark.parametrize("shape", POINTS, ids=str)
def test_points_come_back_from_every_shape(tmp_path, shape):
    imported = read(tmp_path, POINTS[shape]())
    assert imported.responses.points.tolist() == [[round(100 * value) for value in row] for row in SHARES]
    assert (imported.report.complete, imported.report.corrected) == (6, ())
    assert not imported.responses.ranks.any()
    assert not imported.responses.importance.size
    first = first_respondent(imported.responses)
    assert (first.kind, first.first[0], first.last) == ("points", KEYS[0], KEYS[4])


@pytest.mark.parametrize("total", [1, 10, 1000])
def test_another_total_is_recognised_and_told(tmp_path, total):
    rows = [["no", *(f"Share out {total} points: {name}" for name in NAMES)]]
    rows += [[n, *(value * total / 100 for value in row)] for n, row in enumerate(SHARES)]
    imported = read(tmp_path, rows)
    assert imported.responses.points[0].tolist() == [4000, 3000, 2000, 1000, 0]
    assert any(f"shared out {total} points" in english(each) for each in imported.report.notices)


def test_points_that_do_not_add_up_are_kept_in_proportion_and_bad_ones_refused(tmp_path):
    rows = POINTS["codes"]()
    rows += [[7, 50, 50, 50, 50, 0], [8, -10, 110, 0, 0, 0], [9, 0, 0, 0, 0, 0], [10, 49, 50, 0, "x", 0]]
    rows += [[11, *[""] * 5], [12, 30, 10, "", "", ""]]
    imported = read(tmp_path, rows)
    found = imported.responses.points[6:].tolist()
    assert found == [[2500, 2500, 2500, 2500, 0], [4900, 5000, 0, 0, 0], [7500, 2500, -1, -1, -1]]
    assert [(entry.row, entry.reason.code) for entry in imported.report.left_out] == [
        (9, "points_negative"), (10, "points_all_zero"),
    ]  # fmt: skip
    assert told(imported) == [(8, "", "points_sum"), (11, "E", "points_not_read"), (13, "", "points_sum")]
    report = imported.report
    assert (report.complete, report.partial, report.empty) == (8, 1, 1)
    assert report.read == 12


@pytest.mark.parametrize("rows", [
    [["no", *NAMES], *([n, 5, 4, 3, 4, 5] for n in range(8))],                       # ratings, all alike
    [["no", *NAMES], *([n, *np.random.default_rng(n).integers(0, 60, 5)] for n in range(8))],  # amounts
    [["no", "Ease of use", "Speed"], *([n, 60, 40] for n in range(8))],               # two of five
], ids=str)  # fmt: skip
def test_ordinary_numbers_are_not_taken_for_points(tmp_path, rows):
    found = inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS)
    mapping = found.sheets[0].mapping
    assert mapping is None or all(role.role is not Role.POINTS for role in mapping.roles)


def test_a_ranking_is_never_points(tmp_path):
    rows = [["no", *NAMES], *([n, *np.random.default_rng(n).permutation(5) + 1] for n in range(8))]
    imported = read(tmp_path, rows, direction="as_is")
    assert imported.responses.ranks.all()
    assert not imported.responses.points.size


# --- satisfaction, image, attention ---------------------------------------------------------------


def with_question(head, answers, ranks=(1, 2, 3, 4, 5)):
    heads = ["respondent", *(f"Rank of {name} (1 = most important)" for name in NAMES), head]
    return [heads, *([n, *ranks, answer] for n, answer in enumerate(answers))]


@pytest.mark.parametrize(("head", "answers", "marks"), [
    ("All in all, how satisfied are you with us?", ["1", "5", "3", "", "4"], [0, 100, 50, -1, 75]),
    ("Overall satisfaction (1-7)", ["1", "4", "7", "5"], [0, 50, 100, 67]),
    ("How satisfied are you overall, from 0 to 10?", ["2", "5", "9"], [20, 50, 90]),
    ("How satisfied are you overall?", ["0", "10", "7"], [0, 100, 70]),
    ("How satisfied are you overall?", ["4/5", "2/5", "5/5"], [75, 25, 100]),
    ("How satisfied are you overall?", ["★★★★☆", "★☆☆☆☆"], [75, 0]),
    ("How satisfied are you overall?", ["Very satisfied", "Satisfied", "Dissatisfied", "Neutral"], [100, 75, 25, 50]),
    ("How satisfied are you overall?", ["5 - Very satisfied", "1 - Very dissatisfied", "3 - Neither"], [100, 0, 50]),
    ("How satisfied are you overall?", ["1 - Very satisfied", "5 - Very dissatisfied", "2 - Satisfied"], [100, 0, 75]),
    ("Overall satisfaction (1 = very satisfied, 5 = very dissatisfied)", ["1", "2", "5"], [100, 75, 0]),
    ("Jak bardzo są Państwo ogólnie zadowoleni z naszej firmy?", ["5", "1"], [100, 0]),
    ("Wie zufrieden sind Sie insgesamt?", ["sehr zufrieden", "unzufrieden", "weder noch"], [100, 25, 50]),
    ("Globalement, êtes-vous satisfait ?", ["Très satisfait", "Plutôt pas satisfait", "Satisfait"], [100, 25, 75]),
    ("En general, ¿qué tan satisfecho está?", ["Muy satisfecho", "Insatisfecho", "Satisfecho"], [100, 25, 75]),
])  # fmt: skip
def test_satisfaction_is_read_on_the_scale_that_is_found(tmp_path, head, answers, marks):
    imported = read(tmp_path, with_question(head, answers))
    assert imported.responses.satisfaction.tolist() == marks
    again = decode_again(imported, imported.mapping, PILLARS)
    assert again.responses.satisfaction.tolist() == marks


@pytest.mark.parametrize("language", survey_languages())
@pytest.mark.parametrize("question", ["satisfaction", "image"])
def test_the_programs_own_labels_are_known_in_every_language(tmp_path, language, question):
    texts = words(language)
    answers = [texts[f"{question}_{step}"] for step in (5, 1, 3, 2, 4)]
    imported = read(tmp_path, with_question(texts[f"question_{question}"], answers))
    assert getattr(imported.responses, question).tolist() == [100, 0, 50, 25, 75]


def test_a_scale_that_only_the_numbers_suggest_is_told(tmp_path):
    imported = read(tmp_path, with_question("Overall satisfaction", ["2", "6", "5"]))
    assert imported.responses.satisfaction.tolist() == [17, 83, 67]
    (notice,) = [each for each in imported.report.notices if each.code == "scale_taken"]
    assert notice.severity is Severity.WARNING
    assert "from 1 (lowest) to 7 (highest)" in english(notice)


def test_a_scale_that_cannot_be_known_is_told_and_the_answers_are_a_segment(tmp_path):
    imported = read(tmp_path, with_question("Overall satisfaction", ["so", "lala", "so", "lala"]))
    assert not imported.responses.satisfaction.size
    assert imported.responses.segments[0].labels == ("lala", "so")
    assert any(each.code == "scale_unknown" for each in imported.report.notices)


def test_a_scale_said_by_hand_is_followed(tmp_path):
    path = write_csv(tmp_path / "a.csv", with_question("Overall satisfaction", ["2", "6", "9"]))
    mapping = read_answers(path, PILLARS).mapping
    roles = tuple(replace(role, key="0-10") if role.role is Role.SATISFACTION else role for role in mapping.roles)
    imported = read_answers(path, PILLARS, mapping=replace(mapping, roles=roles))
    assert imported.responses.satisfaction.tolist() == [20, 60, 90]


def test_the_impression_of_the_brand_and_an_attention_check_are_found(tmp_path):
    heads = ["respondent", *(f"Rank of {name} (1 = most important)" for name in NAMES),
             "What is your overall impression of our brand?",
             "To show that you are reading along: please choose 4 here."]
    rows = [heads, [1, 1, 2, 3, 4, 5, 5, 4], [2, 1, 2, 3, 4, 5, 1, 2], [3, 1, 2, 3, 4, 5, 3, ""]]  # fmt: skip
    imported = read(tmp_path, rows)
    assert imported.responses.image.tolist() == [100, 0, 50]
    assert imported.responses.attention.tolist() == [PASSED, FAILED, 0]
    assert not imported.responses.segments


def test_answers_off_the_scale_are_left_blank_and_named(tmp_path):
    rows = with_question("x", ["1", "5", "8"])
    path = write_csv(tmp_path / "a.csv", rows)
    mapping = read_answers(path, PILLARS).mapping
    roles = tuple(replace(role, role=Role.IMAGE, key="1-5") if role.header == "x" else role for role in mapping.roles)
    imported = read_answers(path, PILLARS, mapping=replace(mapping, roles=roles))
    assert imported.responses.image.tolist() == [0, 100, -1]
    assert told(imported) == [(4, "G", "not_on_scale")]


@pytest.mark.parametrize(("header", "answers", "scale"), [
    ("x", ["1", "5"], Scale(1, 5, stated=False)), ("x", ["1", "6"], Scale(1, 7, stated=False)),
    ("x", ["3", "8"], Scale(1, 10, stated=False)), ("x", ["0", "9"], Scale(0, 10, stated=False)),
    ("x", ["0", "88"], Scale(0, 100, stated=False)), ("x", ["1", "44"], None), ("x", [], None),
    ("from 1 to 10", ["3"], Scale(1, 10)), ("x", ["yes", "no"], None), ("x", ["satisfied", "somewhat satisfied"], None),
])  # fmt: skip
def test_scales(header, answers, scale):
    assert find_scale(header, answers) == scale
    if scale is not None:
        assert scale_from(scale.key) == Scale(scale.lowest, scale.highest, scale.labelled)


@pytest.mark.parametrize(("label", "place"), [
    ("Not at all satisfied", 1), ("Not very satisfied", 2), ("Bardzo niezadowolony", 1), ("очень довольна", 5),
    ("ไม่พึงพอใจ", 2), ("Excellent", 5), ("Average", 3), ("Blue", None),
])  # fmt: skip
def test_what_labels_say(label, place):
    assert level(label) == place


def test_no_priorities_at_all_is_still_refused(tmp_path):
    with pytest.raises(SurveyError, match="no columns with priorities"):
        read(tmp_path, [["no", "Overall satisfaction"], [1, 5], [2, 1]])
