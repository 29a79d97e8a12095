"""The same answers come back from every shape a file may have."""

import numpy as np
import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import pillars_from_data
from cxsurvey.reading.importing import decode_again, header_fingerprint
from cxsurvey.reading.values import Role
from cxsurvey.responses import COMPLETE
from tests.core.reading.files import (
    KEYS,
    NAMES,
    ORDERS,
    PILLARS,
    inspect_file,
    listed,
    per_pillar,
    per_place,
    ranks_of,
    read_answers,
    surveymonkey,
    write_csv,
    write_either,
    write_xlsx,
)

TRUTH = np.array([ranks_of(order) for order in ORDERS])


def google_grid():
    rows = [["Timestamp", *(f"Rank the pillars (1 = most important)  [{name}]" for name in NAMES), "Birth year"]]
    return rows + [["2025/03/01 2:05:11 PM GMT+4", *ranks, 1980] for ranks in TRUTH.tolist()]


def limesurvey():
    rows = [["id", "submitdate", "lastpage", "startlanguage", *(f"prio[{n}]" for n in range(1, 6)), "perf[P01]"]]
    return rows + [
        [n, "2025-03-01 10:11:00", 1, "en", *(f"P0{pillar + 1}" for pillar in order), 4]
        for n, order in enumerate(ORDERS)
    ]


def qualtrics():
    names = ["StartDate", "EndDate", "Status", "Finished", "ResponseId", *(f"prio_{n}" for n in range(1, 6)), "born"]
    texts = ["Anfangsdatum", "Enddatum", "Antworttyp", "Beendet", "Antwort-ID"]
    texts += [*(f"Rank them - all of them - {name}" for name in NAMES), "Birth year"]
    ids = [f'{{"ImportId":"QID{n}"}}' for n in range(len(names))]
    start = ["2025-03-01 10:00:05", "2025-03-01 10:04:40", "IP Address", "True"]
    return [names, texts, ids, *([*start, f"R_{n}", *row, 1980] for n, row in enumerate(TRUTH.tolist()))]


def codes_in_a_list():
    return [["prio", "born"], *([" ".join(f"P0{pillar + 1}" for pillar in order), 1980] for order in ORDERS)]


def json_lists():
    return [["Ranking", "born"], *([str([KEYS[p] for p in order]).replace("'", '"'), 1980] for order in ORDERS)]


def titled():
    return [["Customer survey 2025"], [], ["Made by the CX team"], [], *per_pillar()]


def likened():
    heads = ["ease of using it", "Speedy", "Reliable", "Price / value", "Support 24 / 7"]
    return [["no", *heads, "ranked, 1 = best"], *([n, *row, ""] for n, row in enumerate(TRUTH.tolist()))]


SHAPES = {
    "surveymonkey": (surveymonkey, "surveymonkey"), "a column per pillar": (per_pillar, "table"),
    "a column per place": (per_place, "table"), "a list": (listed, "microsoft_forms"),
    "google grid": (google_grid, "google_forms"), "limesurvey codes": (limesurvey, "limesurvey"),
    "qualtrics": (qualtrics, "qualtrics"), "codes in a list": (codes_in_a_list, "table"),
    "json lists": (json_lists, "table"), "title rows": (titled, "table"),
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_shape_gives_the_same_rankings(tmp_path, shape, suffix):
    rows, platform = SHAPES[shape]
    imported = read_answers(write_either(tmp_path / f"answers{suffix}", rows()), PILLARS)
    assert imported.report.platform == platform
    assert imported.responses.pillar_keys == KEYS
    np.testing.assert_array_equal(imported.responses.ranks, 2 * TRUTH)
    assert (imported.responses.status == COMPLETE).all()
    assert imported.report.read == imported.report.complete == len(ORDERS)
    assert imported.report.left_out == ()


def test_csv_and_workbook_of_one_export_are_read_alike(tmp_path):
    text = read_answers(write_csv(tmp_path / "a.csv", surveymonkey()), PILLARS)
    book = read_answers(write_xlsx(tmp_path / "a.xlsx", surveymonkey()), PILLARS)
    for name in ("ranks", "birth_year", "rows", "status"):
        np.testing.assert_array_equal(getattr(text.responses, name), getattr(book.responses, name))
    assert text.responses.comments == book.responses.comments
    assert text.responses.submitted == book.responses.submitted
    assert [s.labels for s in text.responses.segments] == [s.labels for s in book.responses.segments]


def test_what_describes_the_respondents_is_read_too(tmp_path):
    responses = read_answers(write_csv(tmp_path / "a.csv", surveymonkey()), PILLARS).responses
    assert responses.segment("age").labels == ("18-29", "30-44", "45-60", "> 60")
    assert list(responses.segment("age").codes) == [0, 1, 2, 3, 0, 1]
    assert list(responses.birth_year) == [1960, 1961, 1962, 1963, 1964, 1965]
    assert responses.comments[0] == "Line one,\nline “two”; = 3"
    assert responses.submitted[0] == "2025-01-17T13:39:43"
    assert responses.respondent_ids[0] == "11830000001"
    assert list(responses.rows) == [3, 4, 5, 6, 7, 8]


def test_segments_of_a_plain_table_are_found_by_their_cells(tmp_path):
    responses = read_answers(write_csv(tmp_path / "a.csv", per_pillar()), PILLARS).responses
    assert responses.segment("gender").labels == ("men", "women")


def test_personal_columns_are_named_and_not_kept(tmp_path):
    path = write_csv(tmp_path / "a.csv", surveymonkey())
    imported = read_answers(path, PILLARS)
    assert any("IP Address" in english(told) for told in imported.report.notices)
    assert not any("192.0.2.7" in column.texts for column in imported.table.columns)
    kept = read_answers(path, PILLARS, keep_personal=True)
    assert any("192.0.2.7" in column.texts for column in kept.table.columns)


def test_pillars_with_other_wordings_are_matched_with_a_score(tmp_path):
    imported = read_answers(write_csv(tmp_path / "a.csv", likened()), PILLARS, direction="as_is")
    np.testing.assert_array_equal(imported.responses.ranks, 2 * TRUTH)
    scores = [role.score for role in imported.mapping.roles if role.role is Role.RANK_OF_PILLAR]
    assert all(70 <= score < 100 for score in scores)
    assert sum("% alike" in english(told) for told in imported.report.notices) == 5


def test_the_first_respondent_is_read_back(tmp_path):
    found = inspect_file(write_csv(tmp_path / "a.csv", surveymonkey()), PILLARS)
    assert found.first_respondent.first == ("speed", "ease", "reliability", "support", "price")
    assert (found.first_respondent.last, found.first_respondent.row) == ("price", 3)
    assert found.first_respondent.cohort == "18-29"
    assert found.direction_known


@pytest.mark.parametrize(
    ("heading", "is_reversed"),
    [
        ("Rank {} (1 = most important, 5 = least)", False),
        ("{} - rank with 1 being your favourite", False),
        ("{} - 5 = most important, 1 = least important: rank", True),
        ("{} ranking: the most important is 5", True),
        ("Ranking (1 – najważniejszy) [{}]", False),
        ("Ранг (1 – самый важный) [{}]", False),
        ("จัดอันดับ (1 = สำคัญที่สุด) [{}]", False),
    ],
)
def test_the_words_of_a_heading_say_which_way_ranks_run(tmp_path, heading, is_reversed):
    imported = read_answers(write_csv(tmp_path / "a.csv", per_pillar(head=heading)), PILLARS)
    assert imported.mapping.reversed is is_reversed
    np.testing.assert_array_equal(imported.responses.ranks, 2 * (6 - TRUTH if is_reversed else TRUTH))


def test_ranks_that_may_run_either_way_are_refused_with_both_readings(tmp_path):
    path = write_csv(tmp_path / "a.csv", per_pillar(head="{}"))
    assert not inspect_file(path, PILLARS).direction_known
    with pytest.raises(SurveyError) as refused:
        read_answers(path, PILLARS)
    assert "row 2 reads as Speed first, Price; value last; or, reversed, Price; value first" in str(refused.value)
    assert "Nothing was changed." in str(refused.value)
    np.testing.assert_array_equal(read_answers(path, PILLARS, direction="as_is").responses.ranks, 2 * TRUTH)
    turned = read_answers(path, PILLARS, direction="reversed")
    np.testing.assert_array_equal(turned.responses.ranks, 2 * (6 - TRUTH))
    assert turned.mapping.reversed


def test_a_saved_mapping_reads_the_next_file_with_the_same_headers(tmp_path):
    first = read_answers(write_csv(tmp_path / "a.csv", per_pillar(head="{}")), PILLARS, direction="reversed")
    path = write_csv(tmp_path / "b.csv", per_pillar(ORDERS[:2], head="{}"))
    second = read_answers(path, PILLARS, mapping=first.mapping)
    np.testing.assert_array_equal(second.responses.ranks, 2 * (6 - TRUTH[:2]))
    same = header_fingerprint(first.table, first.mapping) == header_fingerprint(second.table, second.mapping)
    assert same
    other = write_csv(tmp_path / "c.csv", per_place())
    with pytest.raises(SurveyError, match=r"column B is headed “Place 1”, not “Ease of use”"):
        read_answers(other, PILLARS, mapping=first.mapping)


def test_another_mapping_reads_the_kept_cells_again(tmp_path):
    imported = read_answers(write_csv(tmp_path / "a.csv", per_pillar(head="{}")), PILLARS, direction="as_is")
    turned = read_answers(tmp_path / "a.csv", PILLARS, direction="reversed")
    again = decode_again(imported, turned.mapping, PILLARS)
    np.testing.assert_array_equal(again.responses.ranks, turned.responses.ranks)
    assert again.key == imported.key
    assert again.table is imported.table


def test_the_sheet_with_the_answers_is_chosen_and_hidden_ones_are_told(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Notes"], ["nothing here"]], Answers=per_place(), Empty=[])
    found = inspect_file(path, PILLARS)
    assert found.chosen == "Answers"
    assert [sheet.platform for sheet in found.sheets] == ["", "table", ""]
    assert read_answers(path, PILLARS).report.complete == 6
    with pytest.raises(SurveyError, match=r"has no sheet “Wrong”.*Sheet1, Answers, Empty"):
        read_answers(path, PILLARS, sheet="Wrong")


@pytest.mark.parametrize("rows", [surveymonkey, google_grid, per_pillar])
def test_things_that_are_ranked_but_are_no_pillars_are_named(tmp_path, rows):
    others = pillars_from_data({"pillars": ["Colour", "Weight", "Taste"]})
    found = inspect_file(write_csv(tmp_path / "a.csv", rows()), others)
    assert found.ranked_things == NAMES
    assert any("Ease of use, Speed, Reliability" in english(told) for told in found.notices)


def places_by_number(head="Place {}"):
    """A column per place, cell = the number of the pillar in the list: its name is nowhere."""
    rows = [["Respondent", *(head.format(place) for place in range(1, 6))]]
    return rows + [[f"R{n}", *(pillar + 1 for pillar in order)] for n, order in enumerate(ORDERS)]


def limesurvey_by_number():
    return [[*row[:4], *other[1:]] for row, other in zip(limesurvey(), places_by_number("prio[{}]"), strict=True)]


@pytest.mark.parametrize(
    "rows",
    [*(places_by_number(head) for head in ("Place {}", "Rank {}", "{}. choice", "prio_{}")), limesurvey_by_number()],
)
def test_pillars_given_by_their_numbers_are_never_taken_for_ranks(tmp_path, rows):
    path = write_csv(tmp_path / "a.csv", rows)
    with pytest.raises(SurveyError, match="no columns with priorities of your pillars were found"):
        read_answers(path, PILLARS)
    assert inspect_file(path, PILLARS).first_respondent is None


def test_half_years_below_birth_year_are_told_and_are_no_ages(tmp_path):
    rows = per_pillar()
    for number, row in enumerate(rows[1:]):
        row[6] = 70 + number
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.mapping.roles[6].role is Role.BIRTH_YEAR
    assert [entry.reason.code for entry in imported.report.corrected] == ["birth_year_not_read"] * len(rows[1:])


def test_columns_that_nothing_is_read_from_are_named(tmp_path):
    rows = [[*row, "Voucher" if not number else f"V-{number:06d}x"] for number, row in enumerate(per_pillar())]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    (told,) = [told for told in imported.report.notices if told.code == "columns_not_read"]
    assert "I “Voucher”" in english(told)


def test_headings_that_are_nothing_but_pillars_are_one_block(tmp_path):
    """Two neighbours that share a word would else be a question about it."""
    names = ("Consumer advertising", "Digital experiences", "Non-digital experiences", "Price", "Speed")
    short = {"Digital experiences": "Digital", "Non-digital experiences": "Non-digital"}
    pillars = pillars_from_data(
        {"pillars": [{"name": name, "short": short.get(name, name)} for name in names]}
    )
    rows = [["Respondent", *names], *(row[:6] for row in per_pillar()[1:])]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), pillars, direction="as_is")
    assert [role.role for role in imported.mapping.roles[1:]] == [Role.RANK_OF_PILLAR] * 5
    assert imported.responses.ranks.tolist() == [[2 * rank for rank in row[1:]] for row in rows[1:]]


def test_a_numbered_list_of_one_is_read(tmp_path):
    both, one = f"1. {NAMES[0]}\n2. {NAMES[1]}", f"1. {NAMES[2]}"
    rows = [["Ranking, most important first"], *([both] for _ in range(4)), [one]]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.report.left_out == ()
    assert imported.responses.ranks[4].tolist() == [0, 0, 2, 0, 0]


NUMBERED = ("{n}: {t}", "{n}) {t}", "#{n} {t}", "{n} - {t}", "{n}-{t}", "{n} {t}", "Rank {n}: {t}", "{n}th {t}",
            "{t} ({n})", "{t}: {n}", "{t} = {n}")  # fmt: skip


@pytest.mark.parametrize("pattern", NUMBERED)
@pytest.mark.parametrize("mark", ["\n", "; ", " | "])
def test_numbers_beside_the_items_of_a_list_are_their_places_in_whatever_order_they_stand(tmp_path, pattern, mark):
    names = [name.replace(";", ",") for name in NAMES]
    pillars = pillars_from_data({"pillars": [{"name": name} for name in names]})
    rows = [["Your ranking, 1 = most important"]]
    for ranks in TRUTH.tolist():
        rows.append([mark.join(pattern.format(n=rank, t=name) for rank, name in zip(ranks, names, strict=True))])
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), pillars)
    assert (imported.responses.ranks == 2 * TRUTH).all()
    assert imported.report.corrected == ()


def test_a_list_numbered_in_one_line_is_read(tmp_path):
    rows = [["Ranking", "Region"]]
    rows += [[" ".join(f"{n}. {NAMES[at]}" for n, at in enumerate(order, 1)), "North"] for order in ORDERS]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS, direction="as_is")
    assert (imported.responses.ranks == 2 * TRUTH).all()


def test_a_pillar_that_begins_with_a_number_keeps_it(tmp_path):
    names = ("24 hours open", "2 day delivery", "1st class staff")
    pillars = pillars_from_data({"pillars": [{"name": name} for name in names]})
    rows = [["Ranking, most important first", "Region"]]
    rows += [[f"{names[1]}; {names[0]}; {names[2]}", "North"] for _ in range(3)]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), pillars)
    assert imported.responses.ranks.tolist() == [[4, 2, 6]] * 3


@pytest.mark.parametrize("cell", ["{}/5", "{} of 5", "Priority {}", "words"])
def test_ranks_in_words_and_out_of_their_number_are_read(tmp_path, cell):
    words = ("", "First", "second", "Third", "Fourth", "FIFTH")
    rows = per_pillar()
    for row in rows[1:]:
        row[1:6] = [words[rank] if cell == "words" else cell.format(rank) for rank in row[1:6]]
    assert (read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).responses.ranks == 2 * TRUTH).all()


def test_the_item_may_stand_before_the_question(tmp_path):
    rows = per_pillar(head="{}:Please rank, 1 = most important")
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.responses.ranks == 2 * TRUTH).all()
    assert {role.score for role in imported.mapping.roles[1:6]} == {100.0}


def test_questions_in_the_row_above_tell_blocks_of_the_same_pillars_apart(tmp_path):
    ratings = [[1 + (row + at * at) % 5 for at in range(5)] for row in range(len(ORDERS))]
    rows = [[*row[:6], *more, *row[6:]] for row, more in zip(per_pillar(head="{}"), [NAMES, *ratings], strict=True)]
    above = ["", "Rank these, 1 = most important", *[""] * 4, "How well do we do?", *[""] * 4, "About you", ""]
    imported = read_answers(write_xlsx(tmp_path / "a.xlsx", [["Spring"], above, *rows]), PILLARS)
    assert (imported.responses.ranks == 2 * TRUTH).all()
    assert imported.responses.performance.tolist() == ratings
    assert imported.responses.birth_year.tolist() == [1970 + row for row in range(len(ORDERS))]
    assert imported.mapping.roles[1].header == f"Rank these, 1 = most important [{NAMES[0]}]"


def test_a_file_that_asks_for_no_priorities_is_said_to_have_none_and_no_row_to_lack_them(tmp_path):
    rows = [["Respondent", "Region", "Prolific PID"], *([n, "NS"[n % 2], f"5f{n:022x}"] for n in range(8))]
    found = inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS)
    codes = [told.code for told in found.notices]
    assert codes[0] == ReadingNotice.NO_PRIORITIES
    assert ReadingNotice.ROWS_EMPTY not in codes
    assert [role.role for role in found.sheets[0].mapping.roles] == [Role.RESPONDENT_ID, Role.SEGMENT, Role.PERSONAL]
