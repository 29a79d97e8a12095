"""The survey as Excel files: rules on the cells, protection, codes, every language, size and kind of question."""

import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from cxsurvey.channels import channel
from cxsurvey.channels.excel import write_excel_form
from cxsurvey.channels.response_sheet import LAST_ROW
from cxsurvey.notices import SurveyError
from cxsurvey.pillars import built_in_pillars, pillars_from_data
from cxsurvey.project import new_project, with_pillars, with_survey
from cxsurvey.study import Study
from cxsurvey.survey import (
    PRIORITY_KINDS,
    QuestionKind,
    add_loyalty,
    add_question,
    answer_fields,
    edit_title,
    mark_made,
    new_options,
    standard_survey,
)
from cxsurvey.survey.codes import ANSWER_COLUMN, FORM_MARK

LANGUAGES = ("en", "pl", "ru", "th")
REGIONS = ("North", "South-West", "6-25")


def study(pillars=None, kind=QuestionKind.FULL_RANKING, languages=("en",)):
    pillars = pillars or built_in_pillars()
    survey = standard_survey(pillars, languages, kind, generation=True, age_band=True)
    survey = add_question(survey, QuestionKind.SEGMENT, "Region", new_options(REGIONS, "en"))
    return new_project(Study("Spring"), pillars, survey)


def made(project, tmp_path, languages=("en",)):
    """The questionnaire and the sheet of answers, opened again."""
    return [load_workbook(path) for path in write_excel_form(project, tmp_path / "form.xlsx", languages)]


def rules(sheet):
    """The validation of each cell that has one, by its address (the first row of long ranges only)."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for _, column in ((area.min_row, column) for column in range(area.min_col, area.max_col + 1)):
                for row in range(area.min_row, min(area.max_row, area.min_row + 40) + 1):
                    found[sheet.cell(row, column).coordinate] = rule
    return found


def coded(sheet):
    """Row numbers of the questionnaire's answers by their code."""
    return {cell.value: cell.row for cell in sheet["A"] if cell.value}


def listed(workbook, rule):
    """The choices of a drop-down."""
    name, _, cells = rule.formula1.partition("!")
    return [row[0].value for row in workbook[name][cells.replace("$", "")]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_files_say_what_they_are(tmp_path, language):
    project = study(languages=LANGUAGES)
    for workbook, kind in zip(
        made(project, tmp_path, (language,)), ("respondent_sheet", "response_sheet"), strict=True
    ):
        hidden = workbook["cxsurvey"]
        assert hidden.sheet_state == "veryHidden"
        assert [hidden.cell(row, 1).value for row in range(1, 6)] == [FORM_MARK, project.key, 1, kind, language]
        assert workbook.properties.creator == "cxsurvey"
        assert workbook.active.title != "cxsurvey"


def test_each_language_has_its_own_two_files(tmp_path):
    paths = write_excel_form(study(languages=LANGUAGES), tmp_path / "cx.xlsx")
    assert len(paths) == 8
    assert paths[2].name == "cx (pl).xlsx"
    assert paths[3].name == "cx (pl) - responses.xlsx"
    titles = [load_workbook(path).active["B1"].value for path in paths[::2]]
    assert len(set(titles)) == 4
    one = write_excel_form(study(), tmp_path / "one")
    assert [path.name for path in one] == ["one.xlsx", "one - responses.xlsx"]


@pytest.mark.parametrize("count", [3, 4, 10, 20])
@pytest.mark.parametrize("kind", PRIORITY_KINDS)
def test_every_answer_has_its_cell_in_both_files(tmp_path, count, kind):
    project = study(pillars_from_data([f"Thing {number}" for number in range(count)]), kind)
    codes = [field.code for field in answer_fields(project.survey, project.pillars)]
    questionnaire, answers = made(project, tmp_path)
    assert list(coded(questionnaire.active)) == codes
    assert [cell.value for cell in answers.active[1]] == ["respondent", *codes]
    assert answers.active.row_dimensions[1].hidden
    assert questionnaire.active.column_dimensions["A"].hidden
    assert all(cell.value for cell in answers.active[2])


def test_only_answers_can_be_changed_in_the_questionnaire(tmp_path):
    sheet = made(study(), tmp_path)[0].active
    assert sheet.protection.sheet
    rows = set(coded(sheet).values())
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.protection.locked is not (cell.column == ANSWER_COLUMN and cell.row in rows)
            assert cell.column != ANSWER_COLUMN or cell.value is None


def test_the_questionnaire_offers_ranks_ratings_and_choices(tmp_path):
    workbook = made(study(), tmp_path)[0]
    sheet, found = workbook.active, rules(workbook.active)

    def rule_of(code):
        return found[f"C{coded(sheet)[code]}"]

    assert listed(workbook, rule_of("prio.P01")) == list(range(1, 11))
    assert listed(workbook, rule_of("perf.P10")) == [1, 2, 3, 4, 5, "Don’t know"]
    assert listed(workbook, rule_of("seg1")) == list(REGIONS)
    assert "1965 to 1980" in listed(workbook, rule_of("gen"))
    assert len(listed(workbook, rule_of("age"))) >= 4
    born = rule_of("born")
    assert (born.type, born.formula1, born.formula2) == ("whole", "1900", str(date.today().year))
    assert f"C{coded(sheet)['comm']}" not in found
    assert all(rule.showErrorMessage and rule.error and "{" not in rule.error for rule in found.values())
    assert sheet[f"C{coded(sheet)['seg1']}"].number_format == "@"


def test_a_repeated_rank_is_marked_and_the_check_counts(tmp_path):
    sheet = made(study(), tmp_path)[0].active
    first, last = coded(sheet)["prio.P01"], coded(sheet)["prio.P10"]
    check = sheet.cell(last + 1, 2).value
    assert check.startswith("=IF((")
    assert check.count("COUNTIF") == 20
    marked = {str(area.sqref) for area in sheet.conditional_formatting}
    assert f"C{first}:C{last}" in marked


def test_a_top_three_is_chosen_from_the_customers_sentences(tmp_path):
    project = study(kind=QuestionKind.TOP_RANKING)
    for workbook, cell in zip(made(project, tmp_path), (None, "B3"), strict=True):
        sheet = workbook.active
        rule = rules(sheet)[cell or f"C{coded(sheet)['top.1']}"]
        assert listed(workbook, rule) == [pillar.texts[0].customer_sentence for pillar in project.pillars]


def marks(sheet):
    """The formulas that colour cells, by the cells."""
    return {str(area.sqref): area.rules[0].formula[0] for area in sheet.conditional_formatting}


def test_a_guided_sort_is_chosen_from_the_customers_sentences_and_repeats_are_marked(tmp_path):
    project = study(kind=QuestionKind.GUIDED_SORT)
    sentences = [pillar.texts[0].customer_sentence for pillar in project.pillars]
    workbook = made(project, tmp_path)[0]
    sheet, rows = workbook.active, coded(workbook.active)
    steps = ("sort.first", "sort.next1", "sort.next2", "sort.last", "sort.before1", "sort.before2")
    assert [rows[step] for step in steps] == list(range(rows["sort.first"], rows["sort.first"] + 6))
    assert all(listed(workbook, rules(sheet)[f"C{rows[step]}"]) == sentences for step in steps)
    first, last = rows["sort.first"], rows["sort.before2"]
    assert f"COUNTIF($C${first}:$C${last},C{first})>1" in marks(sheet)[f"C{first}:C{last}"]
    assert f"C{first}:C{last}" in marks(sheet)
    on_paper = str(sheet.cell(first - 1, 2).value)
    assert all(sentence in on_paper for sentence in sentences)


@pytest.mark.parametrize(("count", "steps"), [(3, 2), (4, 2), (5, 4), (6, 4), (7, 6), (20, 6)])
def test_a_guided_sort_of_few_leaves_at_least_one_in_the_middle(count, steps):
    project = study(pillars_from_data([f"Thing {number}" for number in range(count)]), QuestionKind.GUIDED_SORT)
    codes = [field.code for field in answer_fields(project.survey, project.pillars) if field.code.startswith("sort.")]
    assert len(codes) == steps
    assert steps < count


def test_a_maxdiff_task_offers_what_it_shows_and_marks_the_same_twice(tmp_path):
    project = study(kind=QuestionKind.BEST_WORST)
    sentences = {pillar.key: pillar.texts[0].customer_sentence for pillar in project.pillars}
    questionnaire, answers = made(project, tmp_path)
    sheet, rows = questionnaire.active, coded(questionnaire.active)
    found, wrong = rules(sheet), marks(sheet)
    columns = {cell.value: cell.column_letter for cell in answers.active[1]}
    for number, task in enumerate(project.survey.tasks, 1):
        shown = [sentences[key] for key in task]
        best, worst = rows[f"md{number:02}.best"], rows[f"md{number:02}.worst"]
        assert listed(questionnaire, found[f"C{best}"]) == listed(questionnaire, found[f"C{worst}"]) == shown
        assert wrong[f"C{best}:C{worst}"] == f'AND($C${best}<>"",$C${best}=$C${worst})'
        left, right = columns[f"md{number:02}.best"], columns[f"md{number:02}.worst"]
        assert listed(answers, rules(answers.active)[f"{left}3"]) == shown
        assert marks(answers.active)[f"{left}3:{right}{LAST_ROW}"] == f'AND(${left}3<>"",${left}3=${right}3)'
    assert answers.active["B2"].value == "List 1 of 6: matters most"


def test_points_are_added_up_in_words_and_a_wrong_sum_is_marked(tmp_path):
    questionnaire, answers = made(study(kind=QuestionKind.POINTS), tmp_path)
    sheet, rows = questionnaire.active, coded(questionnaire.active)
    rule = rules(sheet)[f"C{rows['pts.P01']}"]
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")
    said = sheet.cell(rows["pts.P10"] + 1, 2).value
    assert '&" of "&100&" points: "&ABS(100-' in said
    assert marks(answers.active)[f"B3:K{LAST_ROW}"] == "AND(COUNT($B3:$K3)>0,ROUND(SUM($B3:$K3),2)<>100)"


def test_loyalty_and_attention_are_chosen_from_one_to_five(tmp_path):
    project = study()
    survey = add_question(add_loyalty(project.survey), QuestionKind.ATTENTION)
    workbook = made(with_survey(project, survey), tmp_path)[0]
    sheet, rows = workbook.active, coded(workbook.active)
    for code in ("sat", "img", "att"):
        assert listed(workbook, rules(sheet)[f"C{rows[code]}"]) == [1, 2, 3, 4, 5]
    assert "5 = Very satisfied" in str(sheet.cell(rows["sat"] - 1, 2).value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PRIORITY_KINDS)
def test_every_formula_of_the_form_is_whole_in_every_language(tmp_path, language, kind):
    sheet = made(study(kind=kind, languages=(language,)), tmp_path, (language,))[0].active
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    formulas += [f"={formula}" for formula in marks(sheet).values()]
    assert formulas or kind is QuestionKind.IMPORTANCE_RATING
    for formula in formulas:
        outside = "".join(formula.split('"')[::2])
        assert formula.count('"') % 2 == 0
        assert outside.count("(") == outside.count(")")
        assert "{" not in formula
        assert len(formula) < 8_192  # what a cell takes


def test_the_sheet_of_answers_has_a_rule_on_every_column_and_marks_repeats(tmp_path):
    workbook = made(study(), tmp_path)[1]
    sheet, found = workbook.active, rules(workbook.active)
    for cell in sheet[1]:
        if cell.value not in ("respondent", "comm"):
            assert f"{cell.column_letter}3" in found
    rank = found["B3"]
    assert rank.type == "custom"
    assert rank.errorStyle == "warning"  # what a person wrote must be typed in, also when it is wrong
    assert rank.formula1 == "AND(ISNUMBER(B3),B3=INT(B3),B3>=1,B3<=10,COUNTIF($B3:$K3,B3)=1)"
    assert str(rank.sqref) == f"B3:K{LAST_ROW}"
    assert LAST_ROW == 2002
    assert f"B3:K{LAST_ROW}" in {str(area.sqref) for area in sheet.conditional_formatting}
    assert sheet.freeze_panes == "B3"


def test_the_header_is_locked_and_the_rows_below_are_not(tmp_path):
    sheet = made(study(), tmp_path)[1].active
    assert sheet.protection.sheet
    assert all(cell.protection.locked for row in (sheet[1], sheet[2]) for cell in row)
    assert all(
        not sheet.column_dimensions[cell.column_letter].protection.locked for cell in sheet[1]
    )


def test_a_page_is_a4_and_one_wide(tmp_path):
    for workbook in made(study(), tmp_path):
        for sheet in workbook.worksheets:
            if sheet.title != "cxsurvey":
                assert int(sheet.page_setup.paperSize) == 9
                assert sheet.sheet_properties.pageSetUpPr.fitToPage
                assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@a", "#N/A", "=HYPERLINK(1)", "\t=1", "＝1"])
def test_what_people_typed_never_becomes_a_formula(tmp_path, start):
    pillars = pillars_from_data([f"{start} {number}" for number in range(4)])
    project = with_survey(study(pillars), edit_title(study(pillars).survey, "en", start))
    for path in write_excel_form(project, tmp_path / "form.xlsx"):
        formulas = [
            cell.value for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row
            if cell.data_type in ("f", "e")
        ]
        assert all(formula.startswith("=IF(((COUNTIF($C$") for formula in formulas)


def test_odd_signs_in_a_name_do_no_harm(tmp_path):
    pillars = pillars_from_data(['a"b', "c\x00\x1fd", "e]f;g", "\u202ex", "z" * 500])
    for kind in PRIORITY_KINDS:
        assert made(study(pillars, kind), tmp_path)


def test_the_files_name_no_person_and_no_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("USER", "canary-user")
    monkeypatch.setenv("HOME", str(tmp_path / "canary-home"))
    for path in write_excel_form(study(), tmp_path / "form.xlsx"):
        with zipfile.ZipFile(path) as archive:
            everything = b"".join(archive.read(name) for name in archive.namelist())
        assert b"canary" not in everything
        assert str(tmp_path).encode() not in everything


def test_a_new_version_is_written_into_the_files(tmp_path):
    project = study()
    project = with_survey(project, edit_title(project.survey, "en", "Anew"))
    assert project.survey.version == 1
    project = with_survey(project, mark_made(project.survey))
    project = with_pillars(project, project.pillars[:9])
    assert project.survey.version == 2
    assert made(project, tmp_path)[0]["cxsurvey"]["A3"].value == 2


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(SurveyError) as raised:
        write_excel_form(study(), tmp_path / "no such folder" / "form.xlsx")
    assert "form.xlsx" in str(raised.value)


def test_channels_are_found_by_key(tmp_path):
    paths = channel("excel").write(study(), tmp_path / "a.xlsx", ("en",))
    assert all(path.exists() for path in paths)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a - responses.xlsx", "a.xlsx"]
    with pytest.raises(KeyError):
        channel("pigeon")
