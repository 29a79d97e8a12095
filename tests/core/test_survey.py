"""The questionnaire: built, edited, versioned, checked, previewed, coded."""

import re
from dataclasses import replace

import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.pillars import built_in_pillars, pillars_from_data, with_text
from cxsurvey.survey import (
    PRIORITY_KINDS,
    QuestionKind,
    add_loyalty,
    add_question,
    answer_fields,
    check_wording,
    choices,
    edit_introduction,
    edit_options,
    edit_text,
    edit_title,
    mark_made,
    minutes,
    move_question,
    new_options,
    preview,
    priority_formats,
    recommended_kind,
    remove_question,
    standard_survey,
    with_languages,
    with_priority_kind,
    with_required,
)
from cxsurvey.survey.formats import order_kept

LANGUAGES = ("en", "pl", "ru", "th")
PILLARS = built_in_pillars()
SURVEY = standard_survey(PILLARS, LANGUAGES, QuestionKind.FULL_RANKING)


def codes(survey):
    return [question.code for question in survey.questions]


def told(survey, pillars=PILLARS):
    return {notice.code for notice in check_wording(survey, pillars)}


def with_sentence(sentence, language="en"):
    return (with_text(PILLARS[0], language, customer_sentence=sentence), *PILLARS[1:])


# --- building and editing -------------------------------------------------------------------------


def test_the_standard_survey_speaks_each_language():
    assert codes(SURVEY) == ["prio", "perf", "born", "comm"]
    for language in LANGUAGES:
        texts = {question.text(language) for question in SURVEY.questions} | {SURVEY.title(language)}
        assert len(texts) == 5
        if language != "en":
            assert not any(question.text(language) == question.text("en") for question in SURVEY.questions)


def test_a_guided_sort_is_asked_unless_the_list_is_short_or_told_otherwise():
    twelve = pillars_from_data([f"Thing {number}" for number in range(12)])
    assert standard_survey(PILLARS).priority.kind is QuestionKind.GUIDED_SORT
    assert standard_survey(twelve).priority.kind is QuestionKind.GUIDED_SORT
    assert standard_survey(PILLARS[:4]).priority.kind is QuestionKind.FULL_RANKING
    assert standard_survey(twelve, priority_kind=QuestionKind.FULL_RANKING).priority.kind is QuestionKind.FULL_RANKING


def test_segments_are_numbered_and_a_comment_stays_last():
    one = add_question(SURVEY, QuestionKind.SEGMENT, "Region", new_options(("North", "South"), "en"))
    two = add_question(one, QuestionKind.SEGMENT, "Contract")
    assert codes(two) == ["prio", "perf", "born", "seg1", "seg2", "comm"]
    assert "Region" in two.question("seg1").text("en")
    assert codes(add_question(remove_question(two, "seg1"), QuestionKind.SEGMENT))[-2] == "seg3"


def test_a_question_is_asked_once():
    with pytest.raises(SurveyError) as raised:
        add_question(SURVEY, QuestionKind.BIRTH_YEAR)
    assert raised.value.notice.code == "question_twice"


def test_the_question_about_priorities_stays():
    with pytest.raises(SurveyError) as raised:
        remove_question(SURVEY, "prio")
    assert raised.value.notice.code == "priority_needed"


def test_a_question_moves():
    assert codes(move_question(SURVEY, "born", 0)) == ["born", "prio", "perf", "comm"]
    assert move_question(SURVEY, "prio", 0) is SURVEY


def test_a_shipped_text_follows_the_kind_and_an_own_text_stays():
    own = edit_text(SURVEY, "prio", "pl", "Moje pytanie")
    top = with_priority_kind(own, QuestionKind.TOP_RANKING)
    assert top.priority.kind is QuestionKind.TOP_RANKING
    assert top.priority.text("pl") == "Moje pytanie"
    assert top.priority.text("en") != SURVEY.priority.text("en")


def test_options_keep_their_codes_when_worded_anew():
    asked = add_question(SURVEY, QuestionKind.SEGMENT, "Region", new_options(("North", "South"), "en"))
    asked = edit_options(asked, "seg1", "pl", ("Północ", "Południe"))
    asked = edit_options(asked, "seg1", "en", ("Up north", "South", "West"))
    options = asked.question("seg1").options
    assert [option.code for option in options] == ["A1", "A2", "A3"]
    assert options[0].label("pl") == "Północ"
    assert options[0].label("en") == "Up north"
    assert len(edit_options(asked, "seg1", "en", ("Only",)).question("seg1").options) == 1


def test_a_language_taken_away_comes_back_with_its_words():
    own = edit_text(SURVEY, "prio", "th", "ของฉัน")
    without = with_languages(own, ("pl", "en"))
    assert without.languages == ("pl", "en")
    assert without.title("xx") == SURVEY.title("pl")
    assert with_languages(without, LANGUAGES).question("prio").text("th") == "ของฉัน"


def test_a_language_without_shipped_words_borrows():
    german = with_languages(standard_survey(PILLARS, ("en",), QuestionKind.FULL_RANKING), ("de",))
    assert german.priority.text("de") == SURVEY.priority.text("en")


def test_a_change_after_files_went_out_makes_a_new_version_once():
    assert edit_title(SURVEY, "en", "Other").version == 1
    made = mark_made(SURVEY)
    assert edit_title(made, "en", made.title("en")) is made
    changed = edit_introduction(edit_title(made, "en", "Other"), "en", "Hello")
    assert changed.version == 2
    assert with_required(mark_made(changed), "born", True).version == 3


# --- codes ----------------------------------------------------------------------------------------


def test_every_answer_has_its_stable_code():
    survey = standard_survey(PILLARS, priority_kind=QuestionKind.TOP_RANKING, performance=False)
    assert [field.code for field in answer_fields(survey, PILLARS)] == ["top.1", "top.2", "top.3", "born", "comm"]
    ranked = answer_fields(SURVEY, PILLARS)
    assert ranked[0].code == "prio.P01"
    assert ranked[0].pillar == "advertising"
    assert ranked[10].code == "perf.P01"
    shared = standard_survey(PILLARS, priority_kind=QuestionKind.POINTS)
    assert answer_fields(shared, PILLARS)[9].code == "pts.P10"
    tasks = standard_survey(PILLARS, priority_kind=QuestionKind.BEST_WORST, performance=False)
    fields = answer_fields(tasks, PILLARS)
    assert [field.code for field in fields[10:12]] == ["md06.best", "md06.worst"]
    assert fields[11].place == 6
    rated = standard_survey(PILLARS, priority_kind=QuestionKind.IMPORTANCE_RATING)
    assert answer_fields(rated, PILLARS)[9].code == "imp.P10"


# --- preview --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind", [QuestionKind.FULL_RANKING, QuestionKind.TOP_RANKING, QuestionKind.IMPORTANCE_RATING]
)
def test_the_preview_leaves_no_brace_open(language, kind):
    survey = standard_survey(PILLARS, LANGUAGES, kind, generation=True, age_band=True)
    shown = preview(survey, PILLARS, language)
    texts = [shown.title, shown.introduction, shown.thank_you]
    for question in shown.questions:
        texts += [question.text, question.instruction, *question.scale, *(item.label for item in question.items)]
    assert not [text for text in texts if re.search(r"[{}]", text)]
    assert str(shown.minutes) in shown.introduction
    assert [item.label for item in shown.questions[0].items] == [
        pillar.text(language).customer_sentence for pillar in PILLARS
    ]


def test_braces_that_a_person_types_stay():
    shown = preview(edit_introduction(SURVEY, "en", "{a} {minutes} {"), PILLARS, "en")
    assert shown.introduction == "{a} 3 {"


def test_a_generation_is_chosen_by_birth_years():
    question = standard_survey(PILLARS, generation=True).question("gen")
    labels = {choice.code: choice.label for choice in choices(question, "en")}
    assert "1965 to 1980" in labels.values()


def test_ten_pillars_take_about_three_minutes_and_fewer_take_less():
    assert 2 < minutes(SURVEY, PILLARS) <= 3
    assert minutes(SURVEY, PILLARS[:5]) < minutes(SURVEY, PILLARS)
    assert minutes(with_priority_kind(SURVEY, QuestionKind.TOP_RANKING), PILLARS) < minutes(SURVEY, PILLARS)


# --- wording --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["cx", "servqual"])
def test_nothing_is_wrong_with_the_shipped_words(name):
    pillars = built_in_pillars(name)
    assert check_wording(standard_survey(pillars, LANGUAGES), pillars) == ()


@pytest.mark.parametrize("kind", PRIORITY_KINDS)
def test_nothing_is_wrong_with_the_words_of_any_format(kind):
    survey = add_question(add_loyalty(standard_survey(PILLARS, LANGUAGES, kind)), QuestionKind.ATTENTION)
    assert {told.code for told in check_wording(survey, PILLARS)} <= {"rating_flat"}


@pytest.mark.parametrize(
    ("language", "sentence", "code"),
    [
        ("en", "Fast and friendly service", "two_things"),
        ("pl", "Szybka i miła obsługa", "two_things"),
        ("ru", "Быстро и вежливо", "two_things"),
        ("th", "เร็วและสุภาพ", "two_things"),
        ("en", "Our award-winning service", "leading"),
        ("ru", "Конечно, качество", "leading"),
        ("en", "x" * 71, "too_long"),
        ("en", "6-25", "date_like"),
        ("en", "1/5", "date_like"),
        ("en", "=SUM(A1)", "formula_like"),
        ("en", "  @home", "formula_like"),
        ("en", "One; two", "splitting_sign"),
        ("en", "One ]two", "splitting_sign"),
        ("en", "Information that is useful to me", "label_repeated"),
        ("en", "Information that is useful for me", "confusable"),
        ("en", " ", "text_missing"),
    ],
)
def test_a_doubtful_sentence_is_told(language, sentence, code):
    found = [notice for notice in check_wording(SURVEY, with_sentence(sentence, language)) if notice.code == code]
    assert found
    assert "{" not in english(found[0])
    assert found[0].value("language") == language


def test_a_question_may_not_lead():
    assert "leading" in told(edit_text(SURVEY, "perf", "en", "Don't you think we do well?"))


def test_a_segment_needs_two_answers_that_spreadsheets_leave_alone():
    empty = add_question(SURVEY, QuestionKind.SEGMENT, "Size")
    assert "options_few" in told(empty)
    full = edit_options(empty, "seg1", "en", ("6-25", "26-50"))
    (first, _) = (notice for notice in check_wording(full, PILLARS) if notice.code == "date_like")
    assert first.value("better") == "6 to 25"
    assert first.value("where") == "seg1"


def test_the_format_fits_the_number_of_pillars():
    twelve = pillars_from_data([f"Thing number {number * number}" for number in range(12)])
    assert "ranking_long" in told(standard_survey(twelve, priority_kind=QuestionKind.FULL_RANKING), twelve)
    top = standard_survey(PILLARS, priority_kind=QuestionKind.TOP_RANKING)
    assert "top_of_few" in told(top, PILLARS[:4])
    assert "top_of_few" not in told(top)
    assert "rating_flat" in told(standard_survey(PILLARS, priority_kind=QuestionKind.IMPORTANCE_RATING))
    assert "no_cohort_question" in told(standard_survey(PILLARS, birth_year=False))


def test_codes_that_platforms_break_are_told():
    for code in ("P-01", "1P", "LONGCODE", "P 1"):
        assert "code_breaks" in told(SURVEY, (replace(PILLARS[0], code=code), *PILLARS[1:]))


# --- the ways to ask for priorities ---------------------------------------------------------------


def test_the_formats_say_how_much_of_an_order_they_keep():
    # Of ten: sums of squares about 5.5 of the mid-ranks, by hand, over 82.5 of the ranks 1 to 10.
    assert order_kept(QuestionKind.FULL_RANKING, 10) == 1
    assert order_kept(QuestionKind.TOP_RANKING, 10) == pytest.approx(54.5 / 82.5)
    assert order_kept(QuestionKind.GUIDED_SORT, 10) == pytest.approx(76.5 / 82.5)
    assert 0.8 < order_kept(QuestionKind.BEST_WORST, 10) < 0.95
    assert order_kept(QuestionKind.POINTS, 10) is None


def test_fewer_answers_are_needed_where_more_of_the_order_is_told():
    found = {one.kind: one for one in priority_formats(SURVEY, PILLARS)}
    assert list(found) == list(PRIORITY_KINDS)
    assert found[QuestionKind.FULL_RANKING].answers == 144  # the planning figure of a gap of one place of ten
    assert found[QuestionKind.GUIDED_SORT].answers == 156
    assert found[QuestionKind.TOP_RANKING].answers == 218
    assert found[QuestionKind.IMPORTANCE_RATING].answers is None
    assert found[QuestionKind.TOP_RANKING].seconds < found[QuestionKind.GUIDED_SORT].seconds < 80


@pytest.mark.parametrize(("count", "kind"), [(3, "full_ranking"), (4, "full_ranking"), (5, "guided_sort")])
def test_a_guided_sort_is_recommended_unless_the_list_is_very_short(count, kind):
    assert recommended_kind(PILLARS[:count]) == kind


def test_a_format_is_changed_and_changed_back_without_a_trace():
    survey = standard_survey(PILLARS, LANGUAGES, QuestionKind.GUIDED_SORT)
    for kind in PRIORITY_KINDS:
        assert with_priority_kind(with_priority_kind(survey, kind), QuestionKind.GUIDED_SORT) == survey
