"""Which cohort each respondent belongs to."""

import numpy as np
import pytest

from cxsurvey.cohorts import built_in_banding
from cxsurvey.grouping import group_by, groupings, merge_small
from cxsurvey.responses import Segment
from tests.core.studies import responses

PEW = built_in_banding()
AGES = built_in_banding("age", "age_plain")


def _segment(key, *answers):
    labels = tuple(dict.fromkeys(answer for answer in answers if answer))
    codes = [labels.index(answer) if answer else -1 for answer in answers]
    return Segment(key, key.title(), labels, np.array(codes, np.int16))


def _names(grouping):
    return [grouping.names[code] if code >= 0 else None for code in grouping.codes]


def _some(n, **columns):
    return responses([[1, 2, 3]] * n, **columns)


def test_birth_years_at_the_borders_fall_into_pews_generations():
    grouping = group_by(
        _some(6, birth_year=[1997, 1996, 1981, 1980, 1945, 0]), "generation", PEW, AGES, 2026
    )
    assert [grouping.keys[code] if code >= 0 else None for code in grouping.codes] == [
        "gen_z", "millennial", "millennial", "gen_x", "silent", None,
    ]


def test_an_age_that_may_be_in_two_generations_is_counted_as_ambiguous():
    # Answered in 2026: 45 years means born 1980 (Gen X) or 1981 (Millennial); 50 is Gen X either way.
    grouping = group_by(_some(3, age=[45, 50, 0]), "generation", PEW, AGES, 2026)
    assert grouping.ambiguous == 1
    assert [grouping.keys[code] if code >= 0 else None for code in grouping.codes] == [None, "gen_x", None]


@pytest.mark.parametrize(
    ("answer", "key"),
    [("Gen X", "gen_x"), ("gen-x", "gen_x"), ("1965 to 1980", "gen_x"), ("Baby Boomer", "boomer"), ("Martian", None)],
)
def test_a_generation_as_answered_is_found_by_name_or_years(answer, key):
    grouping = group_by(_some(1, segments=(_segment("generation", answer),)), "generation", PEW, AGES, 2026)
    assert (grouping.keys[grouping.codes[0]] if grouping.codes[0] >= 0 else None) == key


def test_age_bands_as_answered_stand_in_the_order_of_their_numbers():
    bands = _segment("age", "> 60", "18-29", "45-60", "30-44", "Under 18", None)
    grouping = group_by(_some(6, segments=(bands,)), "age", PEW, AGES, 2026)
    assert grouping.names == ("Under 18", "18-29", "30-44", "45-60", "> 60")
    assert _names(grouping) == ["> 60", "18-29", "45-60", "30-44", "Under 18", None]


def test_any_segment_question_groups_and_an_unknown_one_is_refused():
    answers = _some(3, segments=(_segment("region", "North", "South", "North"),))
    assert _names(group_by(answers, "region", PEW, AGES, 2026)) == ["North", "South", "North"]
    assert groupings(answers) == ("region",)
    with pytest.raises(KeyError):
        group_by(answers, "shoe_size", PEW, AGES, 2026)


def _merged(years, threshold=10):
    answers = _some(len(years), birth_year=years)
    return merge_small(group_by(answers, "generation", PEW, AGES, 2026), np.arange(len(years)), threshold)


def test_a_single_small_band_is_counted_with_its_neighbour_instead_of_hiding_a_larger_one():
    grouping = _merged([1990] * 40 + [1950] * 20 + [1940] * 4)
    assert grouping.merged == (("silent", "boomer"),)
    assert grouping.names[grouping.keys.index("boomer")] == "Baby Boomers + Silent"
    assert (grouping.codes == grouping.keys.index("boomer")).sum() == 24


def test_nothing_is_merged_where_enough_people_without_a_band_hide_the_small_one():
    assert _merged([1990] * 40 + [1940] * 4 + [0] * 6).merged == ()


def test_groups_without_an_order_are_never_merged():
    answers = _some(44, segments=(_segment("region", *["North"] * 40, *["South"] * 4),))
    grouping = group_by(answers, "region", PEW, AGES, 2026)
    assert merge_small(grouping, np.arange(44), 10) is grouping
