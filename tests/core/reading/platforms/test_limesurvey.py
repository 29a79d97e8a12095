"""LimeSurvey: four kinds of heading times two kinds of answers, the VV file, other languages, no times, partials."""

import itertools

import pytest

from cxsurvey.reading.values import Role
from cxsurvey.responses import COMPLETE, PARTIAL
from tests.core.reading.files import KEYS, NAMES, PILLARS, inspect_file, read_answers, write_csv, write_xlsx
from tests.core.reading.platforms.answers import (
    CODES,
    COMMENTS,
    RATINGS,
    YEARS,
    came_back,
    codes_in_order,
    names_in_order,
)

META_CODES = ("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp")
META_TEXTS = ("Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started",
              "Date last action")  # fmt: skip
FRENCH = ("ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Graine", "Date de lancement",
          "Date de la dernière action")  # fmt: skip
SPANISH = ("ID de respuesta", "Fecha de envío", "Última página", "Lenguaje inicial", "Semilla", "Fecha de inicio",
           "Fecha de la última acción")  # fmt: skip
ITALIAN = ("ID risposta", "Data invio", "Ultima pagina", "Lingua iniziale", "Seme", "Data di inizio",
           "Data dell'ultima azione")  # fmt: skip
PLACES = range(1, len(KEYS) + 1)


def codes(expression=False):
    part = "{}_{}" if expression else "{}[{}]"
    return [
        *META_CODES, *(part.format("prio", place) for place in PLACES), *(part.format("perf", code) for code in CODES),
        "gen", part.format("gen", "other"), part.format("chan", "C1"), part.format("chan", "C2"), "born", "comm",
        "interviewtime",
    ]  # fmt: skip


def texts(meta=META_TEXTS, rank="Rank", other="Other", cut=None):
    """``cut``: how many letters of each part the abbreviated heading keeps."""

    def short(text):
        return text if cut is None or len(text) <= cut else text[:cut] + ".. "

    ranking, rating = short("Rank the pillars, most important first"), short("How well do we do?")
    return [
        *meta, *(f"{ranking} [{rank} {place}]" for place in PLACES), *(f"{rating} [{short(name)}]" for name in NAMES),
        "Generation", f"Generation [{other}]", "Channels used [Phone]", "Channels used [Shop]", "Birth year",
        "Any comments?", "Total time",
    ]  # fmt: skip


def both():
    return [f"{code}. {text}" for code, text in zip(codes(expression=True), texts(), strict=True)]


HEADINGS = {
    "codes": codes(), "codes of expressions": codes(expression=True), "full texts": texts(),
    "abbreviated": texts(cut=15), "code and text": both(), "French": texts(FRENCH, "Classement", "Autre"),
}  # fmt: skip


def limesurvey(heads, long=False):
    rows = [heads]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ranking = names_in_order(row) if long else codes_in_order(row)
        ratings = [f"{value} - star" if long else value for value in RATINGS[row].tolist()]
        other = ["Gen X", ""] if row else ["Other" if long else "-oth-", "Boomer at heart"]
        ticks = ["Yes", "No"] if long else ["Y", ""]
        meta = [row + 1, "2025-03-01 10:11:00", 1, "en", 1000001 + row, "2025-03-01 10:00:00", "2025-03-01 10:11:00"]
        rows.append([*meta, *ranking, *ratings, *other, *ticks, year, comment, 201.5])
    return rows


@pytest.mark.parametrize(("heading", "long"), list(itertools.product(HEADINGS, [False, True])))
def test_all_headings_and_answers_come_back(tmp_path, heading, long):
    rows = limesurvey(HEADINGS[heading], long)
    path = write_csv(tmp_path / "results-survey123456.csv", [*rows, []], encoding="utf-8-sig")
    imported = came_back(path, "limesurvey")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "certain"
    assert imported.responses.submitted[0] == "2025-03-01T10:11:00"
    assert [role.role for role in imported.mapping.roles if "ther]" in role.header] in ([], [Role.OTHER_TEXT])


@pytest.mark.parametrize("heading", HEADINGS)
def test_workbooks_come_back(tmp_path, heading):
    rows = [row[:-2] for row in limesurvey(HEADINGS[heading])]
    came_back(write_xlsx(tmp_path / "a.xlsx", rows, sheet="CX priorities"), "limesurvey", comments=False)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_separators_come_back(tmp_path, delimiter):
    came_back(write_csv(tmp_path / "a.csv", limesurvey(codes()), delimiter=delimiter), "limesurvey")


def test_headings_of_a_language_that_is_not_known_are_recognised_by_what_stands_below(tmp_path):
    path = write_csv(tmp_path / "a.csv", limesurvey(texts(SPANISH, "Posición", "Otro"), long=True))
    imported = came_back(path, "limesurvey")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "likely"
    assert [role.role for role in imported.mapping.roles[:4]] == [
        Role.RESPONDENT_ID, Role.SUBMITTED, Role.IGNORED, Role.LANGUAGE,
    ]  # fmt: skip


def test_the_file_it_exchanges_with_itself_comes_back(tmp_path):
    rows = limesurvey(codes(expression=True))
    rows.insert(0, texts())
    for row in rows[2:]:
        row[-2] = row[-2].replace("\n", "{newline}") or "{question_not_shown}"
        row[13 + 4] = row[13 + 4] or "{question_not_shown}"
    imported = came_back(write_csv(tmp_path / "vvexport_123456.csv", rows, delimiter="\t"), "limesurvey")
    assert imported.mapping.header_rows == 2


def test_without_times_every_answer_has_one_of_1980_which_says_nothing(tmp_path):
    rows = limesurvey(codes())
    for row in rows[1:]:
        row[1] = "1980-01-01 00:00:00"
    imported = came_back(write_csv(tmp_path / "a.csv", rows), "limesurvey")
    assert not any(imported.responses.submitted)
    assert set(imported.responses.duration) <= {202}


def test_partial_rankings_and_unfinished_answers_are_partial(tmp_path):
    rows = limesurvey(codes())
    rows[1][9:12] = ["", "", ""]
    rows[2][1] = ""
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.status.tolist() == [PARTIAL, PARTIAL, *[COMPLETE] * 4]
    assert sorted(imported.responses.ranks[0]) == [0, 0, 0, 2, 4]
    assert (imported.report.corrected, imported.report.left_out) == ((), ())


def test_an_apostrophe_that_guards_a_formula_is_taken_off(tmp_path):
    rows = limesurvey(codes())
    rows[1][-2] = "'=1+1"
    assert read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).responses.comments[0].split("\n")[0] == "=1+1"


def test_rows_of_numbers_and_languages_are_not_taken_for_it(tmp_path):
    rows = [["no", "when", "page", "tongue", "code", "a", "b"]]
    rows += [[n, "2025-03-01 10:11:00", 1, "EN", 10_000 + n, "x", "y"] for n in range(4)]
    assert inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].platform == ""


def test_places_that_run_backwards_are_read_by_their_numbers(tmp_path):
    heads = codes()
    heads[7:12] = heads[11:6:-1]
    rows = [heads, *([*row[:7], *row[11:6:-1], *row[12:]] for row in limesurvey(codes())[1:])]
    came_back(write_csv(tmp_path / "a.csv", rows), "limesurvey")


def test_places_that_begin_with_the_least_important_are_turned(tmp_path):
    heads = [text.replace("most important first", "least important first") for text in texts()]
    rows = [heads, *([*row[:7], *row[11:6:-1], *row[12:]] for row in limesurvey(heads, long=True)[1:])]
    assert came_back(write_csv(tmp_path / "a.csv", rows), "limesurvey").mapping.reversed



def test_places_and_typed_answers_are_known_in_languages_whose_words_are_not(tmp_path):
    path = write_csv(tmp_path / "a.csv", limesurvey(texts(ITALIAN, "Classifica", "Altro"), long=True))
    imported = came_back(path, "limesurvey")
    assert [role.role for role in imported.mapping.roles if "[Altro]" in role.header] == [Role.OTHER_TEXT]


def test_the_network_address_of_a_foreign_export_hides_no_time_of_submission(tmp_path):
    rows = [[*row[:7], "192.0.2.7", *row[7:]] for row in limesurvey(texts(FRENCH, "Classement", "Autre"), long=True)]
    rows[0][7] = "Adresse IP"
    rows[2][1] = ""
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.status.tolist() == [COMPLETE, PARTIAL, *[COMPLETE] * 4]
    assert imported.mapping.roles[7].role is Role.PERSONAL


def test_ticks_in_french_are_a_question_of_several_and_no_personal_data(tmp_path):
    rows = limesurvey(texts(FRENCH, "Classement", "Autre"), long=True)
    for number, row in enumerate(rows[1:]):
        row[19:21] = ["Oui", "Non"] if number % 2 else ["Non", "Oui"]
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert [role.role for role in imported.mapping.roles[19:21]] == [Role.SEVERAL, Role.SEVERAL]


def test_a_period_chosen_by_its_code_is_no_year_and_no_age(tmp_path):
    rows = limesurvey(texts())
    rows[0][17] = "When were you born?"
    for number, row in enumerate(rows[1:]):
        row[17] = f"A{3 + number % 3}"
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.mapping.roles[17].role is Role.GENERATION
    assert imported.report.corrected == ()


def test_how_long_each_question_took_is_no_answer(tmp_path):
    rows = [[*row, 12.5, 30.1] for row in limesurvey(codes())]
    rows[0][-2:] = ["groupTime12", "prioTime"]
    imported = came_back(write_csv(tmp_path / "a.csv", rows), "limesurvey")
    assert [role.role for role in imported.mapping.roles[-2:]] == [Role.IGNORED, Role.IGNORED]
    assert "columns_not_read" not in {told.code for told in imported.report.notices}
