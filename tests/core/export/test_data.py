"""Tidy tables: the answers exactly, nobody recognisable, no text that a spreadsheet would run."""

import csv
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from cxsurvey.best_worst import BestWorst
from cxsurvey.export.data import plain_text, write_data
from cxsurvey.notices import SurveyError
from cxsurvey.pillars import with_text
from cxsurvey.responses import FAILED, PASSED, Segment, frozen
from tests.core.reading.files import read_answers
from tests.core.studies import responses, shuffled_ranks, study_of

BIRTH_YEARS = [1990] * 40 + [1970] * 30 + [1955] * 20 + [1930] * 4


def study(segments=(), **columns):
    ranks = shuffled_ranks(94, 5, 0.2, 1)
    columns.setdefault("birth_year", BIRTH_YEARS)
    answers = responses(ranks, segments, **columns)
    return study_of(answers, "badce", asked="customers", fielded_from="2026-03-01"), ranks


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_ranks_come_back_as_they_were_given_in_both_tables(tmp_path):
    project, ranks = study()
    write_data(project, tmp_path)
    wide = read(tmp_path / "respondents.csv")
    assert [[int(row[f"rank_P0{j}"]) for j in range(1, 6)] for row in wide] == ranks.tolist()
    long = read(tmp_path / "rankings_long.csv")
    assert len(long) == 94 * 5
    assert [int(row["rank"]) for row in long] == ranks.ravel().tolist()


def test_ties_are_halves_and_what_was_not_ranked_is_empty(tmp_path):
    ranks = shuffled_ranks(20, 5, 0.2, 1).astype(float)
    ranks[0] = (1.5, 1.5, 3, 0, 0)
    write_data(study_of(responses(ranks)), tmp_path)
    first = read(tmp_path / "respondents.csv")[0]
    assert [first[f"rank_P0{j}"] for j in range(1, 6)] == ["1.5", "1.5", "3", "", ""]
    assert [row["pillar_key"] for row in read(tmp_path / "rankings_long.csv") if row["respondent"] == "1"] == [*"abc"]


def test_groups_are_those_of_the_results_and_no_birth_year_is_told(tmp_path):
    project, _ = study()
    write_data(project, tmp_path)
    rows = read(tmp_path / "respondents.csv")
    cohorts = [row["generation"] for row in rows]
    assert cohorts[:40] == ["Millennials"] * 40
    assert set(cohorts[70:]) == {"Baby Boomers + Silent"}, "counted with their neighbour, as in the results"
    everything = "".join((tmp_path / name).read_text("utf-8-sig") for name in ("respondents.csv", "codebook.csv"))
    assert not any(str(year) in everything for year in BIRTH_YEARS)


def test_generation_and_age_together_single_nobody_out(tmp_path):
    years = [2000] * 34 + [1985] * 30 + [1955] * 20 + [1940] * 3 + [1975] * 7
    project, _ = study(birth_year=years)
    write_data(project, tmp_path)
    pairs = Counter((row["generation"], row["age"]) for row in read(tmp_path / "respondents.csv"))
    assert all(size >= 10 for (_, age), size in pairs.items() if age)
    assert pairs["", ""] == 10, "the hidden ones stay together, whatever their age"


def test_a_study_below_its_own_threshold_gives_no_rows(tmp_path):
    with pytest.raises(SurveyError, match="below 10"):
        write_data(study_of(responses(shuffled_ranks(9, 5, 0.2, 1))), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_comments_and_ids_stay_at_home_unless_comments_are_asked_for(tmp_path):
    project, _ = study(respondent_ids=tuple(f"id-{number}" for number in range(94)))
    project = replace(project, responses=replace(project.responses, comments=("=1+1", *["very good"] * 93)))
    write_data(project, tmp_path)
    assert "comment" not in read(tmp_path / "respondents.csv")[0]
    assert "id-" not in (tmp_path / "respondents.csv").read_text("utf-8-sig")
    write_data(project, tmp_path, comments=True)
    assert [row["comment"] for row in read(tmp_path / "respondents.csv")][:2] == ["'=1+1", "very good"]


def test_the_codebook_explains_every_column_and_carries_the_study(tmp_path):
    region = Segment("region", "Region", ("North", "South"), np.array([0, 1] * 47, np.int16))
    project, _ = study((region,))
    write_data(project, tmp_path)
    book = read(tmp_path / "codebook.csv")
    for name in ("respondents.csv", "rankings_long.csv"):
        assert [row["variable"] for row in book if row["file"] == name] == list(read(tmp_path / name)[0])
    told = [row["label"] for row in book if not row["file"]]
    assert told[:4] == ["Test study", "Asked: customers", "n = 94", "2026-03-01"]
    assert next(row["values"] for row in book if row["variable"] == "region").startswith("North, South")


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-x", "@a", "\t=1", "  =1", "\ufeff=1", "\"=1", "'=1", "＝1", "\n=1", "%0"]
)
def test_text_that_looks_like_a_formula_gets_a_mark_in_front(text):
    assert plain_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "a=1", "5", "Customer service", "it's"])
def test_other_text_stays_as_it_is(text):
    assert plain_text(text) == text


def test_a_pillar_named_like_a_formula_is_defused_in_every_table(tmp_path):
    project, _ = study()
    named = with_text(project.pillars[0], "en", name='=HYPERLINK("x")')
    write_data(replace(project, pillars=(named, *project.pillars[1:])), tmp_path)
    for path in tmp_path.iterdir():
        rows = csv.reader(path.read_text("utf-8-sig").splitlines())
        assert not any(cell.startswith("=") for row in rows for cell in row)


def maxdiff_study():
    """Answers to six tasks of four of five pillars, some of them left empty; points, marks and checks beside them."""
    rng = np.random.default_rng(3)
    n, tasks = 40, 6
    design = np.array([[rng.permutation(5)[:4] for _ in range(tasks)] for _ in range(2)], np.int8)
    version = rng.integers(0, 2, n).astype(np.int32)
    picks = np.array([[rng.permutation(4)[:2] for _ in range(tasks)] for _ in range(n)])
    shown = np.sort(design[version], axis=2)
    best, worst = (np.take_along_axis(shown, picks[:, :, [end]], axis=2)[:, :, 0].astype(np.int8) for end in (0, 1))
    best[1, 2] = worst[2, 3] = worst[3, 1] = best[3, 1] = -1
    choices = BestWorst(design, version, np.asfortranarray(best), np.asfortranarray(worst))
    answers = replace(
        responses(np.zeros((n, 5))), best_worst=choices,
        points=np.asfortranarray(np.tile([5000, 3050, 1950, 0, -1], (n, 1)), np.int16),
        satisfaction=np.full(n, 75, np.int8), image=np.full(n, -1, np.int8),
        attention=np.array([PASSED, FAILED] * (n // 2), np.int8),
    )  # fmt: skip
    return study_of(frozen(answers))


def test_maxdiff_answers_exported_and_imported_are_the_same(tmp_path):
    project = maxdiff_study()
    write_data(project, tmp_path)
    found = read_answers(tmp_path / "maxdiff_long.csv", project.pillars).responses.best_worst
    given = project.responses.best_worst
    assert np.array_equal(found.best, given.best)
    assert np.array_equal(found.worst, given.worst)
    shown = [np.sort(each.design[each.version], axis=2).tolist() for each in (found, given)]
    assert shown[0] == shown[1]


def test_points_marks_and_checks_are_told_in_words_and_numbers(tmp_path):
    write_data(maxdiff_study(), tmp_path)
    first, second, *_ = read(tmp_path / "respondents.csv")
    assert [first[f"points_P0{place}"] for place in range(1, 6)] == ["50.0", "30.5", "19.5", "0.0", ""]
    assert (first["satisfaction"], first["attention"], second["attention"]) == ("75", "passed", "failed")
    assert "image" not in first
    told = {(row["file"], row["variable"]) for row in read(tmp_path / "codebook.csv")}
    assert {("respondents.csv", name) for name in ("points_P01", "satisfaction", "attention")} <= told
    assert ("maxdiff_long.csv", "CHOICE") in told
