"""A real error is found: every seeded fault is reported with its row, and every other row comes back as written."""

import os
import re

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import english
from cxsurvey.responses import COMPLETE
from tests.core.reading.files import read_answers
from tests.core.reading.seeded import PILLARS, SHAPES, SURVEY, sheet_of, write_sheet

N_ROWS, N_FAULTS = 5_000, 40
SEEDS = range(int(os.environ.get("CXSURVEY_SEEDS", "1")))
EXAMPLES = int(os.environ.get("CXSURVEY_EXAMPLES", "4"))


def listed_rows(text):
    """The numbers behind ``4, 17, 203–205``."""
    rows = set()
    for part in text.split(", "):
        first, _, last = part.partition("–")
        rows |= set(range(int(first), int(last or first) + 1)) if first.isdigit() else set()
    return rows


def reported(report):
    """Everything the report says of rows and cells: code, row, column, value."""
    for entry in (*report.left_out, *report.corrected):
        assert str(entry.row) in re.findall(r"\d+", english(entry.reason))
        yield entry.reason.code, entry.row, entry.column, entry.value
    for told in report.notices:
        for row in listed_rows(told.value("rows")):
            yield told.code, row, "", ""


def check(path, made, shape):
    imported = read_answers(path, PILLARS, SURVEY)
    report, responses = imported.report, imported.responses
    assert report.platform == shape.platform
    assert report.read == report.complete + report.partial + report.empty + len(report.left_out)
    said = list(reported(report))
    faulty = {fault.row for fault in made.faults}
    for fault in made.faults:
        about = [entry for entry in said if entry[1] == fault.row and entry[0] in fault.codes]
        assert about, f"{fault} is not reported; of its row: {[entry for entry in said if entry[1] == fault.row]}"
        if fault.column:
            assert fault.column in {column for _, _, column, _ in about}, (fault, about)
        if fault.value is not None and fault.codes != ("formula_without_value",):
            assert fault.value in {value for *_, value in about}, (fault, about)
    faulty.add(made.doubled)  # nothing has that number any more
    innocent = [entry for entry in said if entry[1] not in faulty]
    assert innocent == [], innocent
    check_people(responses, made)


def check_people(responses, made):
    numbers = responses.rows.tolist()
    places = {}
    for place, row in enumerate(numbers):
        places.setdefault(row, []).append(place)
    if made.doubled:  # the second row of that number is the person who stood in the next one
        first, second = places[made.doubled - 1]
        places[made.doubled - 1], places[made.doubled] = [first], [second]
    generations = responses.segment("generation")
    for row, who in made.people.items():
        (place,) = places[row]
        assert responses.ranks[place].tolist() == [2 * rank for rank in who.ranks], row
        assert responses.performance[place].tolist() == list(who.ratings), row
        assert responses.birth_year[place] == who.born
        assert generations.labels[generations.codes[place]] == who.generation
        assert responses.comments[place] == who.comment
        assert responses.submitted[place] == who.submitted
        assert responses.status[place] == COMPLETE
        if responses.respondent_ids:
            assert responses.respondent_ids[place] == who.id
    assert len(np.unique(responses.rows)) >= len(made.people) - 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("shape", "suffix"), [("table", ".xlsx"), ("table", ".csv"), ("google", ".xlsx"), ("microsoft", ".csv")]
)
def test_all_faults_are_reported_and_all_other_rows_unchanged(tmp_path, shape, suffix, seed):
    made = sheet_of(SHAPES[shape], N_ROWS, N_FAULTS, np.random.default_rng(seed), workbook=suffix == ".xlsx")
    assert len(made.faults) == N_FAULTS
    assert len({fault.kind for fault in made.faults}) >= 15
    check(write_sheet(tmp_path / f"answers{suffix}", made), made, SHAPES[shape])


# A smaller seed is no simpler file, so nothing is shrunk.
@settings(max_examples=EXAMPLES, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    seed=st.integers(0, 2**32), shape=st.sampled_from(list(SHAPES)), suffix=st.sampled_from([".xlsx", ".csv"]),
    n_rows=st.integers(120, 400),
)  # fmt: skip
def test_faults_of_any_seed_are_reported(tmp_path_factory, seed, shape, suffix, n_rows):
    made = sheet_of(SHAPES[shape], n_rows, N_FAULTS, np.random.default_rng(seed), workbook=suffix == ".xlsx")
    check(write_sheet(tmp_path_factory.mktemp("seeded") / f"answers{suffix}", made), made, SHAPES[shape])
