"""The pages that show results, on the sample study: what they say, and what a person does with them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from cxsurvey.analysis import analyse
from cxsurvey.cohorts import Band
from cxsurvey.comparison import Verdict
from cxsurvey.internal import InternalView
from cxsurvey.project import with_bandings, with_internal
from cxsurvey.storage.sample import open_sample
from tests.core.formats import EVERY_FORMAT
from tests.core.studies import study_of
from tests.ui.programs import LONG
from ui.adequacy.page import AdequacyPage
from ui.adequacy.view_model import AdequacyViewModel
from ui.comparison.page import ComparisonPage
from ui.comparison.table_model import StandingTableModel
from ui.comparison.view_model import ComparisonViewModel
from ui.document import Document
from ui.generations.page import GenerationsPage
from ui.generations.view_model import GenerationsViewModel
from ui.plan.page import PlanPage
from ui.plan.view_model import PlanViewModel
from ui.report.page import ReportPage
from ui.report.view_model import ReportViewModel
from ui.results import Results
from ui.settings import Settings
from ui.study_files import new_study
from ui.widgets.label import Label
from ui.widgets.popup import DetailsPopup


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))


@pytest.fixture
def document(qapp):
    document = Document()
    yield document
    document.close()


@pytest.fixture
def results(document, qtbot):
    """Results of the sample study, computed."""
    document.new(open_sample())
    results = Results(document)
    qtbot.waitUntil(lambda: results.analysis is not None, timeout=LONG)
    yield results
    results.shut_down()


@pytest.fixture
def no_results(document, qtbot):
    """Results of a study without any answers."""
    document.new(new_study("Empty"))
    results = Results(document)
    qtbot.waitUntil(lambda: results.analysis is not None, timeout=LONG)
    yield results
    results.shut_down()


def _shown(page, qtbot):
    qtbot.addWidget(page)
    page.resize(1044, 760)
    page.show()
    return page


def test_the_comparison_names_the_widest_difference_and_shows_a_row_for_each_pillar(
    theme, document, results, qtbot
):
    page = _shown(ComparisonPage(theme, ComparisonViewModel(document, results)), qtbot)
    blind = [s.name for s in results.analysis.comparison.pillars if s.verdict is Verdict.BLIND_SPOT]
    assert any(name in page.sentence_label.text() for name in blind)
    assert page.standing_model.rowCount() == 10
    assert page.divergence_view.figure is not None
    assert page.used_card.figure_label.text() == str(results.analysis.comparison.n)


def test_choosing_a_cohort_by_key_redraws_with_its_places(theme, document, results, qtbot):
    view_model = ComparisonViewModel(document, results)
    page = _shown(ComparisonPage(theme, view_model), qtbot)
    group = view_model.cohorts[0]
    chip = page.cohort_chips._chips[group.key]
    chip.setFocus()
    with qtbot.waitSignal(view_model.comparison_changed):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert tuple(row.key for row in page.divergence_view.figure.rows) == tuple(s.key for s in group.pillars)


def test_without_answers_the_comparison_offers_the_import(theme, document, no_results, qtbot):
    page = _shown(ComparisonPage(theme, ComparisonViewModel(document, no_results)), qtbot)
    assert page.empty_state.isVisible()
    with qtbot.waitSignal(page.step_requested) as asked:
        qtbot.mouseClick(page.empty_state.primary_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["responses"]


def test_without_an_internal_ranking_only_the_customers_order_is_shown(theme, document, results, qtbot):
    page = _shown(ComparisonPage(theme, ComparisonViewModel(document, results)), qtbot)
    project = replace(document.project, internal=InternalView())
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        document.edit("Forget", with_internal(document.project, project.internal))
    assert page.notices.texts
    assert all(row.internal_place is None for row in page.divergence_view.figure.rows)


def test_generations_hide_small_ones_and_group_by_another_question(theme, document, results, qtbot):
    view_model = GenerationsViewModel(document, results)
    page = _shown(GenerationsPage(theme, view_model), qtbot)
    hidden = [column for column in page.heat_view.figure.columns if column.n is None]
    assert [column.label for column in hidden] == ["Silent"]
    assert all(place is None for place in hidden[0].places)
    other = next(key for key, _ in view_model.groupings if key not in ("generation", "age"))
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        page.grouping_chips._chips[other].click()
    assert view_model.grouping == other


def test_the_sample_check_says_its_verdict_and_follows_what_is_said_of_fieldwork(
    theme, document, results, qtbot
):
    view_model = AdequacyViewModel(document, results)
    page = _shown(AdequacyPage(theme, view_model), qtbot)
    before = page.sentence_label.text()
    assert str(results.analysis.adequacy.n) in before
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        view_model.set_recruitment("random" if document.project.study.recruitment != "random" else "open")
    assert page.sentence_label.text() != before or page.sentence_list.texts
    document.undo_stack.undo()
    assert document.project.study.recruitment == open_sample().study.recruitment


def test_the_plan_of_a_sample_follows_its_numbers(theme, document, no_results, qtbot):
    view_model = AdequacyViewModel(document, no_results)
    page = _shown(AdequacyPage(theme, view_model), qtbot)
    assert any("385" in text for text in page.plan_card.sentence_list.texts)
    page.plan_card.target_box.setFocus()
    page.plan_card.target_box.lineEdit().selectAll()
    qtbot.keyClicks(page.plan_card.target_box, "10")
    qtbot.keyClick(page.plan_card.target_box, Qt.Key.Key_Return)
    assert any("97" in text for text in page.plan_card.sentence_list.texts)


def test_ticking_a_pillar_adds_its_action_and_undo_takes_it_away(theme, document, results, qtbot):
    view_model = PlanViewModel(document, results)
    page = _shown(PlanPage(theme, view_model), qtbot)
    key = next(key for key, _ in view_model.pillars if key not in view_model.plan.chosen)
    box = page.choice_card.boxes[key]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert key in document.project.plan.chosen
    document.undo_stack.undo()
    assert key not in document.project.plan.chosen
    assert not page.choice_card.boxes[key].isChecked()


def test_an_owner_typed_into_a_card_is_in_the_plan_when_the_field_is_left(theme, document, results, qtbot):
    view_model = PlanViewModel(document, results)
    page = _shown(PlanPage(theme, view_model), qtbot)
    key, card = next(iter(page._cards.items()))
    card.owner_edit.setFocus()
    card.owner_edit.selectAll()
    qtbot.keyClicks(card.owner_edit, "Zoe Finch")
    qtbot.keyClick(card.owner_edit, Qt.Key.Key_Return)
    assert next(action.owner for action in document.project.plan.actions if action.pillar_key == key) == "Zoe Finch"


def test_overruling_the_suggestion_asks_for_the_reason(theme, document, results, qtbot):
    view_model = PlanViewModel(document, results)
    page = _shown(PlanPage(theme, view_model), qtbot)
    last = view_model.pillars[-1][0]
    view_model.take_suggestion()
    assert not page.choice_card.reason_field.isVisible()
    view_model.set_chosen(last, True)
    assert page.choice_card.reason_field.isVisible()


def test_the_report_writes_every_kind_into_a_folder_of_the_study(theme, document, results, qtbot, tmp_path):
    view_model = ReportViewModel(document, results, Settings(tmp_path / "settings.ini"))
    page = _shown(ReportPage(theme, view_model), qtbot)
    with qtbot.waitSignal(view_model.exported, timeout=120_000):
        view_model.export(tmp_path / "out")
    names = {path.relative_to(tmp_path / "out").as_posix() for path in view_model.written}
    assert {"report.pdf", "results.xlsx", "charts/divergence.png"} <= names
    assert page.notices.texts


def test_nothing_chosen_leaves_nothing_to_export(theme, document, results, qtbot, tmp_path):
    view_model = ReportViewModel(document, results, Settings(tmp_path / "settings.ini"))
    page = _shown(ReportPage(theme, view_model), qtbot)
    for box in page.kind_boxes.values():
        box.click()
    assert not page.export_button.isEnabled()


def test_choosing_who_counts_changes_the_answers_used_and_shows_all_three_ways(theme, document, results, qtbot):
    view_model = AdequacyViewModel(document, results)
    page = _shown(AdequacyPage(theme, view_model), qtbot)
    before = results.analysis.adequacy.n
    assert page.quality_card.ways_model.columnCount() == 4
    combo = page.quality_card.mode_combo
    combo.setFocus()
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        qtbot.keyClick(combo, Qt.Key.Key_End)
    assert document.project.study.quality == "strict"
    assert results.analysis.adequacy.n < before
    document.undo_stack.undo()
    assert document.project.study.quality == "everyone"


def test_weights_begin_with_the_answers_own_shares_and_follow_a_typed_percent(theme, document, results, qtbot):
    view_model = AdequacyViewModel(document, results)
    page = _shown(AdequacyPage(theme, view_model), qtbot)
    grid = page.weights_grid
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        view_model.add_weights_by("generation")
    assert results.analysis.adequacy.weighting.design_effect == pytest.approx(1, abs=0.01)
    margin = grid.margins["generation"]
    assert list(margin.boxes) == ["gen_z", "millennial", "gen_x", "boomer+silent"]
    box = margin.boxes["gen_z"]
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "60")
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert dict(document.project.study.weights[0].targets)["gen_z"] == 0.6
    assert results.analysis.adequacy.weighting.design_effect > 1.3
    assert grid.places_card.table.isVisible()
    assert "scaled" in margin.sum_label.text()
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        qtbot.mouseClick(margin.remove_button, Qt.MouseButton.LeftButton)
    assert not grid.isVisible()
    assert grid.margins == {}


def test_answers_are_weighted_by_two_groupings_at_once_and_an_empty_group_joins_another(
    theme, document, results, qtbot
):
    view_model, project = AdequacyViewModel(document, results), document.project
    page = _shown(AdequacyPage(theme, view_model), qtbot)
    card, grid = page.weights_card, page.weights_grid
    older = replace(project.generations, bands=(*project.generations.bands, Band("greatest", "Greatest", 1900, 1927)))
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        document.edit("Another band", with_bandings(project, older, project.ages))
    other = next(key for key in view_model.grouping_names if key not in ("generation", "age"))
    for by in ("generation", other):
        card.by_combo.setFocus()
        with qtbot.waitSignal(results.results_changed, timeout=LONG):
            card.by_combo.setCurrentIndex(card.by_combo.findData(by))
            card.by_combo.activated.emit(card.by_combo.currentIndex())
    assert list(grid.margins) == ["generation", other]
    assert [margin.by for margin in results.analysis.adequacy.weighting.margins] == ["generation", other]
    assert card.by_combo.findData("generation") == -1
    box = grid.margins["generation"]
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        view_model.set_weight_target("generation", "greatest", 5)
    assert results.analysis.adequacy.weighting.refused is not None
    assert box.join_combo.isVisible()
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        box.join_combo.setCurrentIndex(box.join_combo.findData("boomer+silent"))
        box.join_combo.activated.emit(box.join_combo.currentIndex())
    assert results.analysis.adequacy.weighting.refused is None
    assert "boomer+silent+greatest" in grid.margins["generation"].boxes
    document.undo_stack.undo()
    assert "greatest" in grid.margins["generation"].boxes


def test_the_comparison_shows_other_methods_and_the_bets(theme, document, results, qtbot, qtmodeltester):
    page = _shown(ComparisonPage(theme, ComparisonViewModel(document, results)), qtbot)
    methods, bets = page.methods_card.method_model, page.bet_card.bet_model
    assert (methods.rowCount(), methods.columnCount()) == (11, 5)
    assert bets.rowCount() == len(document.project.internal.colleagues)
    assert bets.value(0).key in results.analysis.comparison.bet.closest
    qtmodeltester.check(methods)
    qtmodeltester.check(bets)


def test_generations_mark_steadied_mean_ranks(theme, document, results, qtbot, qtmodeltester):
    page = _shown(GenerationsPage(theme, GenerationsViewModel(document, results)), qtbot)
    ranks = page.ranks_card.rank_model
    heads = [ranks.headerData(column, Qt.Orientation.Horizontal) for column in range(ranks.columnCount())]
    assert heads == ["Pillar", "Gen Z (steadied)", "Millennials", "Gen X", "Baby Boomers (steadied)"]
    assert page.others_card.difference_model.rowCount() == 10
    qtmodeltester.check(ranks)
    qtmodeltester.check(page.others_card.difference_model)


def test_the_plan_shows_what_is_important_and_how_well_we_do_above_the_actions(theme, document, results, qtbot):
    page = _shown(PlanPage(theme, PlanViewModel(document, results)), qtbot)
    on_map, perception = page.performance_row.map_card, page.performance_row.perception_card
    assert on_map.chart_view.figure.head.key == "performance"
    assert perception.chart_view.figure.head.key == "perception"
    assert "fix first: Frictionless journey" in on_map.finding_label.text()
    assert "proven gap" in perception.finding_label.text()
    assert on_map.mapTo(page, on_map.rect().topLeft()).y() < page.choice_card.mapTo(page, QPoint(0, 0)).y()
    for card, words in ((on_map, "80"), (perception, "fewer than 5 colleagues")):
        qtbot.mouseClick(card.details_button, Qt.MouseButton.LeftButton)
        popup = card.findChild(DetailsPopup)
        assert words in popup.text_label.text()
        popup.close()


def test_the_choice_says_which_pillars_to_fix_first_and_the_action_how_customers_rate_them(
    theme, document, results, qtbot
):
    page = _shown(PlanPage(theme, PlanViewModel(document, results)), qtbot)
    words = [label.text() for label in page.choice_card.findChildren(Label)]
    assert sum("fix first" in text for text in words) == 2
    assert "customers\u2019 rating: 2.5 of 5" in page._cards["friction"].caption_label.text()


def test_without_ratings_the_plan_shows_neither_chart(theme, document, no_results, qtbot):
    page = _shown(PlanPage(theme, PlanViewModel(document, no_results)), qtbot)
    assert page.performance_row.isHidden()


def test_a_rating_aimed_at_is_the_line_of_the_map_kept_in_the_study_and_undone(theme, document, results, qtbot):
    page = _shown(PlanPage(theme, PlanViewModel(document, results)), qtbot)
    row, card = page.performance_row.target_row, page.performance_row.map_card
    assert not row.target_box.isVisible()
    assert "mean of all pillars" in card.caption_label.text()
    row.line_combo.setFocus()
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        qtbot.keyClick(row.line_combo, Qt.Key.Key_End)
    assert document.project.study.performance_target == 4.0
    assert results.analysis.performance.performance_line == 4.0
    assert "our target" in card.caption_label.text()
    row.target_box.setFocus()
    with qtbot.waitSignal(results.results_changed, timeout=LONG):
        qtbot.keyClick(row.target_box, Qt.Key.Key_Up)
    assert document.project.study.performance_target == 4.1
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.project.study.performance_target is None
    assert not row.target_box.isVisible()


@pytest.mark.parametrize("kind", ["points", "best_worst", "ranking"])
def test_where_nobody_gave_places_no_mean_ranks_are_shown(qtmodeltester, kind):
    model = StandingTableModel()
    analysis = analyse(study_of(EVERY_FORMAT[kind](60), "fedcba"))
    model.set_rows(analysis.comparison.pillars)
    assert ("Mean rank" in model.headers()) == (kind == "ranking")
    assert all(len(model.cells(row)) == len(model.headers()) for row in analysis.comparison.pillars)
    assert model.headers()[-1] == "Verdict"
    qtmodeltester.check(model)
