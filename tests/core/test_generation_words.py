"""What generations are called in files of answers, and what is left alone."""

import numpy as np
import pytest

from cxsurvey.cohorts import built_in_banding
from cxsurvey.generation_words import OTHER, generation_named, generation_of_years, is_code, widest_years
from cxsurvey.grouping import GENERATION, group_by
from cxsurvey.responses import Segment, no_responses


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("gen_x", "X|x|Gen X|gen_x|GenX|Generation X|Gen X (1965-1980)|Gen X: born 1965 to 1980|Pokolenie X|เจน X"),
        ("millennial", "Y|Gen Y|Millennial|Millennials|Generation Y (Millennials)|Milenialsi|Миллениалы|มิลเลนเนียล"),
        ("gen_z", "z|Gen Z|Zoomers|Поколение Z|Génération Z|Generación Z"),
        ("boomer", "Boomer|boomers|Baby Boomers|baby-boomer|Беби-бумеры|เบบี้บูมเมอร์|Baby boomers (1946–1964)"),
        ("silent", "Silent|The Silent Generation|Ciche pokolenie|Молчаливое поколение|Builders"),
        ("alpha", "Gen Alpha|alpha"),
        (OTHER, "other|Other|-oth-|Autre|Inna odpowiedź|Другое|อื่น ๆ"),
        ("", "|1|X1|2x|Boomer at heart|Gen X or Millennial|Xennial|iPhone X|generation|old|1965-1980"),
    ],
)  # fmt: skip
def test_names_and_codes_are_known_and_nothing_is_guessed(key, names):
    assert {name: generation_named(name) for name in names.split("|")} == dict.fromkeys(names.split("|"), key)


def test_every_shipped_name_in_every_language_is_known():
    for language in ("en", "pl", "ru", "th"):
        for band in built_in_banding("birth_year", language=language).bands:
            assert generation_named(band.name) == band.key


def test_spans_may_be_off_by_two_years_from_a_convention():
    spans = {(1965, 1980): "gen_x", (1966, 1981): "gen_x", (1980, 1994): "millennial", (None, 1945): "silent",
             (1997, None): "gen_z", (1960, 1969): "", (None, 1964): ""}  # fmt: skip
    assert {ends: generation_of_years(*ends) for ends in spans} == spans


def test_conventions_together_say_who_cannot_be_of_a_generation():
    assert (widest_years("gen_x"), widest_years("millennial")) == ((1965, 1980), (1980, 1996))
    assert widest_years("alpha") is None


def test_a_bare_letter_is_a_code():
    assert (is_code(" X "), is_code("Gen X")) == (True, False)


def test_a_study_that_calls_them_generation_y_counts_millennials_there():
    segment = Segment(GENERATION, "Generation", ("Millennials", "Other"), np.array([0, 1], np.int16))
    nobody = no_responses(("a",))
    people = {name: getattr(nobody, name) for name in nobody.__slots__}
    people |= {"birth_year": np.zeros(2, np.int16), "age": np.zeros(2, np.int16), "segments": (segment,)}
    people["rows"] = np.array([2, 3], np.int32)
    banding, ages = built_in_banding("birth_year", "mccrindle"), built_in_banding("age", "age_plain")
    grouping = group_by(type(nobody)(**people), GENERATION, banding, ages, 2025)
    assert [grouping.keys[code] if code >= 0 else "" for code in grouping.codes] == ["gen_y", ""]
