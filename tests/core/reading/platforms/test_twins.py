"""One survey's answers exported in two ways, as LimeSurvey and KoboToolbox let people choose: the answers are equal."""

import itertools

import pytest
import xlsxwriter

from cxsurvey.cli.rows_json import answers_json
from cxsurvey.notices import english
from cxsurvey.reading.values import Role
from cxsurvey.survey import Option, Question, QuestionKind, Survey, standard_survey
from tests.core.reading.files import PILLARS, inspect_file, read_answers, write_csv
from tests.core.reading.platforms.answers import codes_in_order, names_in_order
from tests.core.reading.platforms.test_limesurvey import META_CODES, META_TEXTS, PLACES
from tests.core.reading.platforms.test_xlsforms import KOBO_END, LEVELS

# Code and label of the generation chosen, what was typed beside "other", year of birth, country, channels, comment.
PEOPLE = (
    ("X", "Gen X", "", "1970", "AE", "C1", "=1+1"),
    ("Y", "Millennial", "", "1990", "FR", "C1 C2", "=Q1 was great"),
    ("-oth-", "Other", "Boomer", "", "AE", "", "fine"),
    ("-oth-", "Other", "none of your business", "1960", "", "C2", ""),
    ("", "", "", "1999", "FR", "C1 C2", "=haha"),
    ("Z", "Gen Z", "", "1950", "AE", "C2", "a;b"),
)
COUNTRIES, CHANNELS = {"AE": "UAE", "FR": "France", "": ""}, {"C1": "Phone", "C2": "E-mail"}
GENERATIONS = ["Gen X", "Millennials", "Baby Boomers", "Other", None, "Gen Z"]


def own_survey():
    """A survey that asks the twins' questions itself, by their codes."""
    asked = standard_survey(PILLARS, ("en",), QuestionKind.FULL_RANKING)
    countries = tuple(Option(code, (("en", name),)) for code, name in COUNTRIES.items() if code)
    channels = tuple(Option(code, (("en", name),)) for code, name in CHANNELS.items())
    more = (
        Question("ctry", QuestionKind.SEGMENT, (("en", "Country"),), countries),
        Question("chan", QuestionKind.SEGMENT, (("en", "Channels used"),), channels),
    )
    return Survey(("en",), asked.titles, asked.introductions, (*asked.questions, *more))


def limesurvey(*, heading="codes", long=False):
    """``heading``: codes, codes of expressions, texts or both."""
    part = "{}_{}" if heading in ("expressions", "both") else "{}[{}]"
    codes = [*META_CODES, *(part.format("prio", place) for place in PLACES), "gen", part.format("gen", "other")]
    codes += ["born", "ctry", *(part.format("chan", option) for option in ("C1", "C2", "other")), "comm"]
    texts = [*META_TEXTS, *(f"Rank the pillars [Rank {place}]" for place in PLACES), "Generation", "Generation [Other]",
             "Birth year", "Country", "Channels used [Phone]", "Channels used [E-mail]", "Channels used [Other]",
             "Any comments?"]  # fmt: skip
    both = [f"{code}. {text}" for code, text in zip(codes, texts, strict=True)]
    rows = [{"texts": texts, "both": both}.get(heading, codes)]
    for row, (code, label, typed, born, country, channels, comment) in enumerate(PEOPLE):
        yes, no = ("Yes", "No") if long else ("Y", "")
        ticks = [yes if one in channels else no for one in CHANNELS]
        meta = [str(row + 1), "2025-03-01 10:11:00", "1", "en", str(1000001 + row), "2025-03-01 10:00:00",
                "2025-03-01 10:11:00"]  # fmt: skip
        ranking = names_in_order(row) if long else codes_in_order(row)
        said = COUNTRIES[country] if long else country
        rows.append([*meta, *ranking, label if long else code, typed, born, said, *ticks, "Chat" if row == 1 else "",
                     comment])  # fmt: skip
    return rows


def kobo(*, labels=False):
    chosen = [level.strip("_").replace("_", " ") if labels else level for level in LEVELS]
    asked = ["Generation", "Generation_other", "Birth year", "Country", "Channels used", "Channels used/Phone",
             "Channels used/E-mail", "Any comments?"]  # fmt: skip
    names = ["gen", "gen_other", "born", "ctry", "chan", "chan/C1", "chan/C2", "comm"]
    rows = [["start", "end", *chosen, *(asked if labels else names), *KOBO_END]]
    for row, (code, label, typed, born, country, channels, comment) in enumerate(PEOPLE):
        used = channels.split()
        said = [label if labels else code.replace("-oth-", "other").lower(), typed, born]
        said += [COUNTRIES[country] if labels else country]
        said += [" ".join(CHANNELS[one] for one in used) if labels else channels]
        said += [("1" if one in used else "0") if used else "" for one in CHANNELS]
        order = names_in_order(row) if labels else codes_in_order(row)
        moments = ["2025-03-01T10:00:00.000+04:00", "2025-03-01T10:14:30.120+04:00"]
        end = [str(5001 + row), f"0000aaaa-{row}", "2025-03-01T06:15:01", *[""] * 6, str(row + 1)]
        rows.append([*moments, *order, *said, comment, *end])
    return rows


def write_with_formulas(path, rows):
    """A workbook whose writer takes every text that begins with ``=`` for a formula and calculates nothing."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("CX priorities")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text.startswith("="):
                    sheet.write_formula(number, column, text)  # with 0 as its value
                else:
                    sheet.write_string(number, column, text)
    return path


def answers_of(path, survey=None):
    imported = read_answers(path, PILLARS, survey)
    return imported, answers_json(imported.responses)


def written(tmp_path, rows, name, workbook):
    if workbook:
        return write_with_formulas(tmp_path / f"{name}.xlsx", rows)
    return write_csv(tmp_path / f"{name}.csv", rows, delimiter=";", encoding="utf-8-sig")


LIME = list(itertools.product(["codes", "expressions", "texts", "both"], [False, True], [False, True]))


@pytest.mark.parametrize(("heading", "long", "workbook"), LIME)
def test_limesurvey_gives_the_same_answers_however_it_is_exported(tmp_path, heading, long, workbook):
    _, wanted = answers_of(write_csv(tmp_path / "wanted.csv", limesurvey()), own_survey())
    path = written(tmp_path, limesurvey(heading=heading, long=long), "other", workbook)
    imported, given = answers_of(path, own_survey())
    assert given == wanted
    assert {one["key"] for one in given["segments"]} == {"language", "generation", "ctry", "chan:c1", "chan:c2"}
    assert imported.report.left_out == ()


@pytest.mark.parametrize(("labels", "workbook"), list(itertools.product([False, True], [False, True])))
def test_kobotoolbox_gives_the_same_answers_however_it_is_exported(tmp_path, labels, workbook):
    _, wanted = answers_of(write_csv(tmp_path / "wanted.csv", kobo()), own_survey())
    _, given = answers_of(written(tmp_path, kobo(labels=labels), "other", workbook), own_survey())
    assert given == wanted
    assert {one["key"] for one in given["segments"]} == {"generation", "ctry", "chan:c1", "chan:c2"}


@pytest.mark.parametrize("rows", [limesurvey(), limesurvey(heading="texts", long=True), kobo(), kobo(labels=True)])
def test_without_a_survey_all_but_the_questions_of_ones_own_is_the_same(tmp_path, rows):
    _, given = answers_of(write_with_formulas(tmp_path / "a.xlsx", rows))
    generation = next(one for one in given["segments"] if one["key"] == "generation")
    assert generation["labels"] == GENERATIONS
    assert [text.split("\n")[0] for text in given["comment"]][:3] == ["=1+1", "=Q1 was great", "fine"]
    other = "Other 1" if len(rows[0]) == len(limesurvey()[0]) else "Other"
    assert given["comment"][3] == f"{other}: none of your business"
    assert given["comment"][4:] == ["=haha", "a;b"]


def test_what_generations_were_read_as_is_told_once_and_a_birth_year_that_disagrees_too(tmp_path):
    imported, _ = answers_of(write_csv(tmp_path / "a.csv", limesurvey()))
    said = [english(told) for told in imported.report.notices]
    assert (
        "Column M, “gen”: answers were read as generations: -oth- = Other, Boomer = Baby Boomers, X = Gen X, "
        "Y = Millennials, Z = Gen Z."
    ) in said
    assert (
        "a.csv: rows whose birth year does not belong to the generation that was chosen (1): 7. The birth year counts."
    ) in said


def test_inspect_names_the_roles_of_both_twins_alike(tmp_path):
    roles = []
    for heading, long in (("codes", False), ("texts", True)):
        path = write_csv(tmp_path / f"{heading}.csv", limesurvey(heading=heading, long=long))
        mapping = inspect_file(path, PILLARS, own_survey()).sheets[0].mapping
        roles.append([(role.column, role.role, role.key) for role in mapping.roles])
    assert roles[0] == roles[1]
    assert [key for _, role, key in roles[0] if role is Role.OTHER_TEXT] == ["generation", "chan"]
