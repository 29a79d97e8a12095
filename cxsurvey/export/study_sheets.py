"""The sheets about the study: summary, the colleagues' view, the plan, the method."""

from typing import Any

from cxsurvey import __version__
from cxsurvey.adequacy import DIRECTION_BASE, ENOUGH_BASE
from cxsurvey.analysis import Analysis
from cxsurvey.consensus import Consensus, PillarView
from cxsurvey.export.native_charts import scores_chart
from cxsurvey.export.result_sheets import write_lights
from cxsurvey.export.sheet import Cell, Column, Look, Words
from cxsurvey.export.wording import customers_sheet, named, own_view_sheet
from cxsurvey.notices.figures import FigureNotice as F
from cxsurvey.notices.workbook import WorkbookNotice as W
from cxsurvey.project import Project


def summary_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """What was found and how far it can be trusted, in sentences."""
    sheet = customers_sheet(workbook, "Summary", project, analysis, named(W.SUMMARY), words)
    comparison = analysis.comparison
    sheet.section(named(W.FOUND))
    found = comparison.sentences if comparison else (named(W.NO_ANSWERS),)
    cohorts = comparison.cohorts.sentences if comparison and comparison.cohorts else ()
    for number, sentence in enumerate((*found, *cohorts)):
        sheet.line(sentence, Look.BODY if number else Look.STRONG)
    sheet.section(named(W.TRUST))
    for number, sentence in enumerate(analysis.adequacy.sentences):
        sheet.line(sentence, Look.BODY if number else Look.STRONG)
    if analysis.adequacy.n:
        sheet.section(named(W.LIGHTS))
        write_lights(sheet, analysis.adequacy)
        sheet.widen(1, 14)


def colleagues_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """Our order, its spread and our scores. Colleagues are counted, never named: the workbook is passed on."""
    sheet = own_view_sheet(workbook, "Colleagues", project, named(W.COLLEAGUES), words)
    consensus = analysis.consensus
    if not consensus.n_rankings and not any(view.mean_score is not None for view in consensus.pillars):
        sheet.line(named(W.NO_COLLEAGUES))
        return
    columns = (
        Column(named(F.COLUMN_PILLAR), width=46), Column(named(F.COLUMN_INTERNAL), Look.PLACE, 12),
        Column(named(W.MEAN_RANK), Look.TWO, 10), Column(named(W.BEST_RANK), Look.PLACE, 10),
        Column(named(W.WORST_RANK), Look.PLACE, 10), Column(named(F.COLUMN_MEAN), Look.TWO, 10),
        Column(named(W.LOW_SCORE), Look.PLACE, 10), Column(named(W.HIGH_SCORE), Look.PLACE, 10),
    )  # fmt: skip
    views = sorted(consensus.pillars, key=lambda view: (view.place is None, view.place or 0))
    area = sheet.table(columns, [_view_row(view) for view in views])
    if any(view.mean_score is not None for view in views):
        sheet.chart(scores_chart(sheet, area, pillar=0, score=5), sheet.say(named(F.SELF_TITLE)))
    sheet.section(named(W.FIGURES))
    sheet.pairs(_agreement(project, consensus))


def plan_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """The chosen pillars and who does what until when."""
    sheet = customers_sheet(workbook, "Plan", project, analysis, named(W.PLAN), words)
    plan = project.plan
    if not plan.actions:
        sheet.line(named(W.NO_PLAN))
        return
    names = {pillar.key: pillar.name for pillar in project.pillars}
    columns = (
        Column(named(F.COLUMN_PILLAR), Look.WRAPPED, 34), Column(named(W.RATING), Look.PLACE, 12),
        Column(named(W.OWNER), Look.WRAPPED, 20), Column(named(W.DEPARTMENTS), Look.WRAPPED, 24),
        Column(named(W.FIRST_STEP), Look.WRAPPED, 44), Column(named(W.DUE), width=12),
        Column(named(W.MEASURE), Look.WRAPPED, 44),
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [names.get(action.pillar_key, action.pillar_key), action.rating, action.owner, ", ".join(action.departments),
         action.first_step, action.due, action.measure]
        for action in plan.actions
    ]  # fmt: skip
    sheet.table(columns, rows)
    if plan.reason:
        sheet.section(named(W.REASON))
        sheet.line(plan.reason)


def method_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """How each figure was computed, with the formulas' names, thresholds, seed and version."""
    sheet = customers_sheet(workbook, "Method", project, analysis, named(W.METHOD), words)
    study = project.study
    confidence = 100 * study.confidence
    thresholds = named(
        W.M_THRESHOLDS_HOW, threshold=study.privacy_threshold, direction=DIRECTION_BASE, enough=ENOUGH_BASE,
        target=100 * study.target_margin,
    )
    rows: list[tuple[W, Cell]] = [
        (W.M_ORDER, named(W.M_ORDER_HOW)), (W.M_RANGE, named(W.M_RANGE_HOW, confidence=confidence)),
        (W.M_VERDICT, named(W.M_VERDICT_HOW)), (W.M_TAU, named(W.M_TAU_HOW)), (W.M_W, named(W.M_W_HOW)),
        (W.M_CONSENSUS, named(W.M_CONSENSUS_HOW)), (W.M_MARGIN, named(W.M_MARGIN_HOW, confidence=confidence)),
        (W.M_STABILITY, named(W.M_STABILITY_HOW)), (W.M_COHORTS, named(W.M_COHORTS_HOW)),
        (W.M_THRESHOLDS, thresholds), (W.M_SEED, study.seed), (W.M_VERSION, f"cxsurvey {__version__}"),
    ]  # fmt: skip
    sheet.widen(1, 110)
    for name, how in rows:
        sheet.put(sheet.row, 0, named(name), Look.STRONG)
        sheet.put(sheet.row, 1, how, Look.WRAPPED if not isinstance(how, int) else Look.BODY)
        sheet.row += 1


def _view_row(view: PillarView) -> list[Cell]:
    return [
        view.name, view.place, view.mean_rank, view.best_rank, view.worst_rank, view.mean_score, view.low_score,
        view.high_score,
    ]  # fmt: skip


def _agreement(project: Project, consensus: Consensus) -> list[tuple[Cell, Cell, Look]]:
    locked = project.internal.locked_on
    return [
        (named(W.RANKINGS), consensus.n_rankings, Look.WHOLE), (named(W.SCORINGS), consensus.n_scores, Look.WHOLE),
        (named(W.COLLEAGUES_W), consensus.w, Look.TWO), (named(W.P), consensus.p_value, Look.FOUR),
        (named(W.TOTAL, best=consensus.best_total), consensus.total_score, Look.ONE),
        (named(W.LOCKED), locked or named(W.NOT_LOCKED), Look.BODY),
    ]  # fmt: skip
