"""The printed report: every page whole and legible, nothing cut, nothing hidden shown, the same without a screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from cxsurvey.analysis import analyse
from cxsurvey.internal import InternalView
from cxsurvey.notices import SurveyError, english
from cxsurvey.plan import Action, Plan
from tests.core.formats import EVERY_FORMAT
from tests.core.studies import study_of
from tests.study_values import study_analysis, study_project
from tests.ui.drawing.conftest import GROUPS, LONG_NAMES
from tests.ui.drawing.test_layout import meeting, outside, texts
from ui.drawing.report import compose_report, write_report


def said(book):
    """All words of all pages, charts too, with lines joined."""
    sheets = [sheet for page in book.pages for sheet in (page.sheet, *(picture for picture, _ in page.pictures))]
    return " ".join(mark.text for sheet in sheets for mark in texts(sheet))


@pytest.fixture
def project():
    return study_project()


@pytest.fixture
def book(project):
    return compose_report(project, study_analysis(project), english)


def hard_study():
    names = tuple(f"{LONG_NAMES[p % 5]} {p + 1}" for p in range(20))
    project = study_project(names, title="A study with a rather long title " * 6, invented=True)
    words = "A first step that takes a whole paragraph to tell, with everybody who must be asked. " * 40
    actions = tuple(
        Action(f"p{number}", 3, "Owner " * 20, ("Sales", "Service") * 8, words, "2026-09-01", words)
        for number in range(1, 5)
    )
    return replace(project, plan=Plan(actions, "Because " * 80)), study_analysis(project, spread=3, cohorts=GROUPS)


def test_the_report_has_headline_charts_plan_sample_and_method_with_page_numbers(book):
    assert len(book.pages) == 14
    words = said(book)
    for number in range(1, 15):
        assert f"Page {number} of 14" in words
    for part in (
        "Answers used",
        "\u00b1 4.8 points",
        "about 65 %",
        "29 of 45",
        "What we will do",
        "How this was computed",
    ):
        assert part in words


def test_every_page_carries_study_n_dates_and_caveat(book):
    for page in book.pages:
        foot = " ".join(mark.text for mark in texts(page.sheet))
        assert "Spring survey, Sample company" in foot
        assert "n = " in foot
        assert " 2026" in foot
        assert "open link" in foot or "not what customers say" in foot


def test_the_method_names_thresholds_seed_and_the_lock(book):
    words = said(book)
    for part in ("20260101", "fewer than 10 answers is hidden", "locked on 20 Feb 2026", "385 answers are needed"):
        assert part in words


def test_on_no_page_labels_meet_or_leave_it_even_with_the_hardest_study():
    for project, analysis in (hard_study(), (study_project(), study_analysis(study_project()))):
        for page in compose_report(project, analysis, english).pages:
            assert meeting(page.sheet) == []
            assert outside(page.sheet) == []
            for chart, room in page.pictures:
                assert meeting(chart) == []
                assert room.height() > 200
                assert QRectF(0, 0, 1123, 794).contains(room)


def test_long_plans_go_on_on_further_pages_and_lose_no_word():
    project, analysis = hard_study()
    words = said(compose_report(project, analysis, english))
    assert words.count("everybody") == 4 * 40 * 2
    assert words.count("Because") == 80
    assert words.count("What we will do") >= 3


def test_a_study_without_answers_reports_what_it_has(project):
    empty = replace(study_analysis(project, cohorts=()), comparison=None)
    book = compose_report(project, replace(empty, adequacy=replace(empty.adequacy, n=0, sentences=())), english)
    words = said(book)
    assert "no customers\u2019 answers in this study yet" in words
    assert "How well we think we do" in words
    assert "Answers used" not in words


def test_a_study_without_colleagues_and_plan_has_no_page_of_them(project):
    alone = replace(project, internal=InternalView(), plan=Plan())
    words = said(compose_report(alone, study_analysis(alone, internal=(None,) * 10), english))
    assert "What we will do" not in words
    assert "How well we think we do" not in words


def test_what_is_hidden_is_told_nowhere(book):
    assert "n = 6" not in said(book)


def test_the_report_is_a_pdf_of_that_many_pages_and_replaces_the_former_one(project, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_text("former")
    write_report(project, study_analysis(project), path, english)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Count 14" in content
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]


def test_a_report_that_cannot_be_written_is_told(project, tmp_path):
    with pytest.raises(SurveyError):
        write_report(project, study_analysis(project), tmp_path / "missing" / "report.pdf", english)


@pytest.mark.parametrize("kind", EVERY_FORMAT)
def test_the_report_says_how_each_kind_of_question_was_scored(kind):
    answers = EVERY_FORMAT[kind](120, birth_year=[1960] * 50 + [1990] * 70)
    project = study_of(answers, "".join(answers.pillar_keys[::-1]))
    words = said(compose_report(project, analyse(project), english))
    told = {
        "ranking": "ranked all pillars", "top": "ranked their top 3", "sort": "from both ends",
        "rating": "rated the importance", "best_worst": "(MaxDiff)", "points": "shared out 100 points",
    }  # fmt: skip
    assert [key for key, part in told.items() if part in words] == [kind]
