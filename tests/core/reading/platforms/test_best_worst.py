"""MaxDiff files are recognised and the person is told what they are; nothing of them is guessed."""

import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.reading.importing import inspect_file, read_answers
from tests.core.reading.files import NAMES, PILLARS, write_csv

CONJOINTLY = [
    ["PARTICIPANT", "QES", "ALT", "CHOICE", "ITEM"],
    ["r1", 1, 1, 1, NAMES[0]], ["r1", 1, 2, 0, NAMES[1]], ["r1", 1, 3, -1, NAMES[2]], ["r1", 1, 4, 0, NAMES[3]],
]  # fmt: skip
SAWTOOTH = [["Resp", "Version", "Best1", "Worst1", "Best2", "Worst2"], [1, 1, 2, 4, 1, 3], [2, 2, 1, 2, 3, 4]]
SCORES = [["Respondent ID", "RLH", *NAMES], [1, 0.61, 1.2, -0.4, 0.3, -1.1, 0], [2, 0.55, -1.2, 0.4, 0.3, 0.5, 0]]
LIMESURVEY = [["id", "submitdate", "lastpage", "startlanguage", "MD01_BEST", "MD01_WORST", "born"],
              [1, "2025-03-01 10:11:00", 1, "en", "P01", "P02", 1980]]  # fmt: skip


@pytest.mark.parametrize(("rows", "platform", "words"), [
    (CONJOINTLY, "conjointly", "not read yet"), (SAWTOOTH, "sawtooth", "not read yet"),
    (SCORES, "sawtooth_scores", "finished MaxDiff scores"), (LIMESURVEY, "limesurvey", "not read yet"),
])  # fmt: skip
def test_the_file_is_named_and_refused_in_a_sentence(tmp_path, rows, platform, words):
    path = write_csv(tmp_path / "a.csv", rows)
    found = inspect_file(path, PILLARS)
    assert found.sheets[0].platform == platform
    assert any(words in english(told) for told in found.notices)
    with pytest.raises(SurveyError, match=words):
        read_answers(path, PILLARS)


@pytest.mark.parametrize("rows", [
    [["participant", "qes", "alt", "choice"], ["r1", 1, 1, "yes"]],
    [["Respondent ID", "RLH", "a", "b"], [1, 0.61, "x", "y"]],
    [["Resp", "Version", "Best1", "Other"], [1, 1, 2, 4]],
])  # fmt: skip
def test_tables_that_only_look_alike_are_not_taken_for_them(tmp_path, rows):
    assert inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].platform == ""
