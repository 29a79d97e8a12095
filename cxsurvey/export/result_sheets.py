"""The sheets of results: the customers' order against ours, the cohorts, the sample."""

from typing import Any

from cxsurvey.adequacy import Adequacy, BaseStatus
from cxsurvey.analysis import Analysis
from cxsurvey.comparison import CohortComparison, Comparison, PillarDifference, PillarStanding
from cxsurvey.export.native_charts import cohorts_chart, dumbbell_chart, shares_chart
from cxsurvey.export.sheet import HEAT, Cell, Column, Look, Sheet, Words
from cxsurvey.export.wording import LIGHT_WORDS, STATUS_WORDS, VERDICT_WORDS, customers_sheet, lights_of, named
from cxsurvey.format_sentences import pooling_sentences, scale_sentences
from cxsurvey.notices.figures import FigureNotice as F
from cxsurvey.notices.workbook import WorkbookNotice as W
from cxsurvey.project import Project


def order_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """Customers' order with ranges, scores, our place and the verdict."""
    sheet = customers_sheet(workbook, "Order", project, analysis, named(W.ORDER), words)
    comparison = analysis.comparison
    if comparison is None:
        sheet.line(named(W.NO_ANSWERS))
        return
    columns = (
        Column(named(F.COLUMN_PILLAR), width=46), Column(named(F.COLUMN_PLACE), Look.PLACE, 12),
        Column(named(W.SCORE), Look.ONE, 15), Column(named(W.MEAN_RANK), Look.TWO, 9),
        Column(named(F.COLUMN_LOW), Look.PLACE, 11), Column(named(F.COLUMN_HIGH), Look.PLACE, 11),
        Column(named(F.COLUMN_INTERNAL), Look.PLACE, 9), Column(named(F.COLUMN_GAP), Look.ONE, 13),
        Column(named(F.COLUMN_VERDICT), Look.BESIDE, 20),
        Column(named(W.RANGE_BETTER), Look.PLACE, 14), Column(named(W.RANGE_WORSE), Look.PLACE, 14),
    )  # fmt: skip
    area = sheet.table(columns, [_order_row(standing) for standing in comparison.pillars])
    with_company = comparison.agreement.tau_x is not None
    sheet.chart(dumbbell_chart(sheet, area, len(comparison.pillars), with_company), _spoken(sheet, comparison))
    sheet.section(named(W.FIGURES))
    sheet.pairs(_agreement(comparison))
    for sentence in (*scale_sentences(comparison), *pooling_sentences(comparison)):
        sheet.line(sentence, Look.QUIET)


def cohorts_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """Places by cohort with a heat of Excel's own, bases, and on which pillars the cohorts differ."""
    comparison = analysis.comparison
    cohorts = comparison.cohorts if comparison else None
    title = named(W.COHORTS, grouping=cohorts.name if cohorts else "generation")
    sheet = customers_sheet(workbook, "Generations", project, analysis, title, words)
    if comparison is None or cohorts is None:
        sheet.line(named(W.NO_ANSWERS if comparison is None else W.NO_COHORTS))
        return
    for sentence in cohorts.sentences:
        sheet.line(sentence)
    sheet.row += 1
    _places(sheet, comparison, cohorts)
    sheet.section(named(W.BASES))
    _bases(sheet, analysis.adequacy, project.study.privacy_threshold)
    if cohorts.differences:
        _differences(sheet, cohorts)


def sample_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """Lights, margins, shares with their intervals, bases and the sentences."""
    sheet = customers_sheet(workbook, "Sample", project, analysis, named(W.SAMPLE), words)
    adequacy = analysis.adequacy
    for sentence in adequacy.sentences:
        sheet.line(sentence)
    if not adequacy.n:
        return
    sheet.section(named(W.LIGHTS))
    write_lights(sheet, adequacy)
    sheet.section(named(W.FIGURES))
    sheet.pairs(_figures(adequacy))
    sheet.section(named(W.SHARES_ONE) if adequacy.top_places == 1 else named(W.SHARES, top=adequacy.top_places))
    _shares(sheet, project, adequacy)
    if adequacy.cohorts:
        sheet.section(named(W.BASES))
        _bases(sheet, adequacy, project.study.privacy_threshold)


def write_lights(sheet: Sheet, adequacy: Adequacy) -> None:
    """The lights as words on their colours."""
    for name, light in lights_of(adequacy):
        sheet.put(sheet.row, 0, named(name))
        sheet.put(sheet.row, 1, named(LIGHT_WORDS[light]), Look(light.value))
        sheet.row += 1


def _order_row(standing: PillarStanding) -> list[Cell]:
    low, high = standing.place_low, standing.place_high
    verdict = named(VERDICT_WORDS[standing.verdict]) if standing.verdict else None
    return [
        standing.name, standing.place, standing.score, standing.mean_rank, low, high, standing.internal_place,
        standing.gap, verdict, None if low is None else standing.place - low,
        None if high is None else high - standing.place,
    ]  # fmt: skip


def _agreement(comparison: Comparison) -> list[tuple[Cell, Cell, Look]]:
    agreement = comparison.agreement
    return [
        (named(W.USABLE), comparison.n, Look.WHOLE), (named(W.LEFT_OUT), comparison.left_out, Look.WHOLE),
        (named(W.TAU), agreement.tau_x, Look.TWO), (named(W.PAIRS), agreement.pairs_agreeing, Look.WHOLE),
        (named(W.PAIRS_OF), agreement.pairs, Look.WHOLE), (named(W.CUSTOMERS_W), agreement.kendall_w, Look.FOUR),
    ]  # fmt: skip


def _spoken(sheet: Sheet, comparison: Comparison) -> str:
    return sheet.say(comparison.sentences[0]) if comparison.sentences else ""


def _places(sheet: Sheet, comparison: Comparison, cohorts: CohortComparison) -> None:
    """Places of the cohorts that may be ranked; the others are named with the bases below."""
    ranked = [group for group in cohorts.groups if group.pillars]
    if not ranked:
        sheet.line(named(W.NO_ORDERS))
        return
    columns = [Column(named(F.COLUMN_PILLAR), width=46), Column(named(F.CUSTOMERS), Look.PLACE, 14)]
    columns += [Column(group.name, Look.PLACE, 14) for group in ranked]
    places = [{standing.key: standing.place for standing in group.pillars} for group in ranked]
    rows: list[list[Cell]] = [
        [standing.name, standing.place, *(of_group[standing.key] for of_group in places)]
        for standing in comparison.pillars
    ]
    area = sheet.table(columns, rows)
    bases: list[Cell] = [named(F.COLUMN_ANSWERS), comparison.n, *(group.n for group in ranked)]
    for number, cell in enumerate(bases):
        sheet.put(sheet.row, number, cell, Look.PLACE if number else Look.QUIET)
    sheet.row += 1
    heat = {"type": "2_color_scale", "min_color": HEAT[0], "max_color": HEAT[1]}
    sheet.worksheet.conditional_format(area.first, 1, area.last, len(columns) - 1, heat)
    spoken = sheet.say(cohorts.sentences[0]) if cohorts.sentences else ""
    sheet.chart(cohorts_chart(sheet, area, len(ranked), len(rows)), spoken)


def _bases(sheet: Sheet, adequacy: Adequacy, threshold: int) -> None:
    columns = (
        Column(named(F.COLUMN_GROUP), width=30), Column(named(F.COLUMN_ANSWERS), Look.WHOLE, 12),
        Column(named(F.COLUMN_STATUS), Look.BESIDE, 18), Column(named(W.MISSING), Look.WHOLE, 14),
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [base.name, base.n, named(STATUS_WORDS[base.status]), base.missing or None] for base in adequacy.cohorts
    ]
    sheet.table(columns, rows)
    if any(base.status is BaseStatus.HIDDEN for base in adequacy.cohorts):
        sheet.line(named(W.HIDDEN_TOO, threshold=threshold), Look.QUIET)


def _differences(sheet: Sheet, cohorts: CohortComparison) -> None:
    sheet.section(named(W.DIFFERENCES))
    sheet.pairs([
        (named(W.Q), cohorts.q, Look.TWO), (named(W.DF), cohorts.df, Look.WHOLE),
        (named(W.P), cohorts.p_value, Look.FOUR),
    ])  # fmt: skip
    sheet.row += 1
    names = {group.key: group.name for group in cohorts.groups}
    columns = (
        Column(named(F.COLUMN_PILLAR)), Column(named(W.H), Look.TWO), Column(named(W.P), Look.FOUR),
        Column(named(W.P_ADJUSTED), Look.FOUR), Column(named(W.EFFECT), Look.FOUR),
        Column(named(W.DIFFERS), Look.BESIDE, 14),
        Column(named(W.HIGHEST), width=16), Column(named(W.LOWEST), width=16),
    )  # fmt: skip
    sheet.table(columns, [_difference_row(found, names) for found in cohorts.differences])


def _difference_row(found: PillarDifference, names: dict[str, str]) -> list[Cell]:
    reliable = named(W.YES if found.differs else W.NO)
    return [
        found.name, found.h, found.p_value, found.p_adjusted, found.effect, reliable,
        names.get(found.highest), names.get(found.lowest),
    ]  # fmt: skip


def _figures(adequacy: Adequacy) -> list[tuple[Cell, Cell, Look]]:
    unknown = named(W.UNKNOWN)
    return [
        (named(W.USABLE), adequacy.n, Look.WHOLE), (named(W.TARGET), adequacy.target_margin, Look.PERCENT),
        (named(W.NEEDED), adequacy.needed, Look.WHOLE), (named(W.MARGIN), adequacy.margin, Look.PERCENT),
        (named(W.WORST_MARGIN), adequacy.worst_margin, Look.PERCENT),
        (named(W.STABILITY, top=adequacy.top_places), adequacy.stability, Look.PERCENT),
        (named(W.POPULATION), unknown if adequacy.population is None else adequacy.population, Look.WHOLE),
        (named(W.INVITED), unknown if adequacy.invited is None else adequacy.invited, Look.WHOLE),
        (named(W.LEFT_OUT), adequacy.left_out, Look.WHOLE), (named(W.NO_COHORT), adequacy.no_cohort, Look.WHOLE),
        (named(W.FLAGGED), adequacy.flagged_share, Look.PERCENT),
    ]  # fmt: skip


def _shares(sheet: Sheet, project: Project, adequacy: Adequacy) -> None:
    names = {pillar.key: pillar.name for pillar in project.pillars}
    columns = (
        Column(named(F.COLUMN_PILLAR)), Column(named(W.SHARE), Look.PERCENT, 12),
        Column(named(W.SHARE_LOW), Look.PERCENT, 12), Column(named(W.SHARE_HIGH), Look.PERCENT, 12),
        Column(named(W.MARGIN_BELOW), Look.PERCENT, 12), Column(named(W.MARGIN_ABOVE), Look.PERCENT, 12),
    )  # fmt: skip
    shares = sorted(adequacy.shares, key=lambda share: -share.share)
    rows: list[list[Cell]] = [
        [names[share.pillar_key], share.share, share.low, share.high,
         max(0.0, share.share - share.low), max(0.0, share.high - share.share)]
        for share in shares
    ]  # fmt: skip
    area = sheet.table(columns, rows)
    sheet.chart(shares_chart(sheet, area), sheet.say(adequacy.sentences[0]))


