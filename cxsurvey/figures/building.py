"""Builds each chart's data from a project and its analysis; ``None`` where there is nothing to show yet."""

from cxsurvey.adequacy import DIRECTION_BASE, ENOUGH_BASE, BaseStatus
from cxsurvey.analysis import Analysis
from cxsurvey.comparison import CohortGroup, Comparison
from cxsurvey.figures.drivers import drivers_figure, loyalty_figure
from cxsurvey.figures.findings import bases_finding, divergence_caption, divergence_finding, heat_finding, self_finding
from cxsurvey.figures.heads import colleagues_head, customers_head, is_weighted, told
from cxsurvey.figures.performance import perception_figure, performance_figure
from cxsurvey.figures.values import (
    BaseBar,
    BaseLine,
    BasesFigure,
    DivergenceFigure,
    DivergenceRow,
    Figure,
    HeatColumn,
    HeatFigure,
    ScoreRow,
    SelfAssessmentFigure,
    SlopeFigure,
    SlopeLine,
)
from cxsurvey.notices.figures import FigureNotice
from cxsurvey.project import Project


def figures_of(project: Project, analysis: Analysis) -> tuple[Figure, ...]:
    """Every chart there is something to show in, in the order of the steps of the study."""
    built = (
        divergence_figure(project, analysis),
        slope_figure(project, analysis),
        generations_figure(project, analysis),
        bases_figure(project, analysis),
        self_assessment_figure(project, analysis),
        performance_figure(project, analysis),
        perception_figure(project, analysis),
        drivers_figure(project, analysis),
        loyalty_figure(project, analysis),
    )
    return tuple(figure for figure in built if figure is not None)


def divergence_figure(project: Project, analysis: Analysis, cohort_key: str = "") -> DivergenceFigure | None:
    """Customers' places against ours; of one cohort where ``cohort_key`` names one that is shown and ranked."""
    comparison = analysis.comparison
    if comparison is None:
        return None
    standings, n, group = comparison.pillars, comparison.n, ""
    if cohort_key:
        found = next((g for g in _groups(comparison) if g.key == cohort_key), None)
        if found is None or found.n is None:
            return None
        standings, n, group = found.pillars, found.n, found.name
    if not standings:
        return None
    title = (
        told(FigureNotice.DIVERGENCE_TITLE_GROUP, group=group) if group else told(FigureNotice.DIVERGENCE_TITLE)
    )
    head = customers_head(
        project, "divergence", n, title, divergence_caption(standings, project.study.confidence),
        divergence_finding(standings), group, is_weighted(analysis),
    )
    labels = _labels(project)
    return DivergenceFigure(
        head,
        tuple(
            DivergenceRow(
                standing.key, labels.get(standing.key, standing.name), standing.place, standing.place_low,
                standing.place_high, standing.internal_place, standing.verdict, standing.name,
            )
            for standing in sorted(standings, key=lambda standing: standing.place)
        ),
    )


def slope_figure(project: Project, analysis: Analysis) -> SlopeFigure | None:
    """Our order on the left, the customers' on the right; needs both."""
    comparison = analysis.comparison
    if comparison is None:
        return None
    labels = _labels(project)
    lines = tuple(
        SlopeLine(
            standing.key, labels.get(standing.key, standing.name), standing.internal_place, standing.place,
            standing.verdict, standing.name,
        )
        for standing in sorted(comparison.pillars, key=lambda standing: standing.place)
        if standing.internal_place is not None
    )
    if not lines:
        return None
    agreement = comparison.agreement
    finding = (
        told(
            FigureNotice.SLOPE_PLAIN,
            ours=min(lines, key=lambda line: line.left).name, theirs=min(lines, key=lambda line: line.right).name,
        )
        if agreement.pairs_agreeing is None
        else told(FigureNotice.SLOPE_PAIRS, pairs=agreement.pairs, agreeing=agreement.pairs_agreeing)
    )
    head = customers_head(
        project, "slope", comparison.n, told(FigureNotice.SLOPE_TITLE), told(FigureNotice.SLOPE_CAPTION), finding,
        weighted=is_weighted(analysis),
    )
    return SlopeFigure(head, told(FigureNotice.COMPANY), told(FigureNotice.CUSTOMERS), lines)


def generations_figure(project: Project, analysis: Analysis) -> HeatFigure | None:
    """Places by cohort, whatever grouping the analysis was made by; ``None`` unless some cohort is shown."""
    comparison = analysis.comparison
    if comparison is None or comparison.cohorts is None:
        return None
    cohorts = comparison.cohorts
    if not any(group.shown for group in cohorts.groups):
        return None
    rows = sorted(comparison.pillars, key=lambda standing: standing.place)
    labels = _labels(project)
    differing = {difference.key for difference in cohorts.differences if difference.differs}
    columns = []
    for group in cohorts.groups:
        places = {standing.key: standing.place for standing in group.pillars}
        columns.append(
            HeatColumn(
                group.key, group.name, group.n if group.shown else None,
                group.status if group.shown else BaseStatus.HIDDEN,
                tuple(places.get(row.key) if group.shown else None for row in rows),
            )
        )
    head = customers_head(
        project, "generations", comparison.n, told(FigureNotice.HEAT_TITLE, grouping=cohorts.name),
        told(FigureNotice.HEAT_CAPTION), heat_finding(cohorts, tuple(rows)),
        weighted=is_weighted(analysis),
    )
    return HeatFigure(
        head, tuple(labels.get(row.key, row.name) for row in rows), tuple(columns),
        tuple(row.key in differing for row in rows), tuple(row.name for row in rows),
        cohorts.p_value is not None and not cohorts.reliable,
    )


def bases_figure(project: Project, analysis: Analysis) -> BasesFigure | None:
    """How many answers each cohort has, against the bases from which something may be said."""
    cohorts = analysis.adequacy.cohorts
    if not cohorts:
        return None
    bars = tuple(
        BaseBar(cohort.name, None if cohort.status is BaseStatus.HIDDEN else cohort.n, cohort.status)
        for cohort in cohorts
    )
    threshold = project.study.privacy_threshold
    lines = [BaseLine(threshold, told(FigureNotice.LINE_SHOWN, n=threshold))]
    if threshold < DIRECTION_BASE:
        lines.append(BaseLine(DIRECTION_BASE, told(FigureNotice.LINE_DIRECTION, n=DIRECTION_BASE)))
    lines.append(BaseLine(ENOUGH_BASE, told(FigureNotice.LINE_ENOUGH, n=ENOUGH_BASE)))
    head = customers_head(
        project, "bases", analysis.adequacy.n, told(FigureNotice.BASES_TITLE), told(FigureNotice.BASES_CAPTION),
        bases_finding(bars),
    )
    return BasesFigure(head, bars, tuple(lines))


def self_assessment_figure(project: Project, analysis: Analysis) -> SelfAssessmentFigure | None:
    """Colleagues' scores per pillar, in the customers' order where there is one, else ours, else the list's."""
    consensus = analysis.consensus
    if all(view.mean_score is None for view in consensus.pillars):
        return None
    order = _order(project, analysis)
    views = {view.key: view for view in consensus.pillars}
    colleagues = project.internal.colleagues
    rows = tuple(
        ScoreRow(
            pillar.key, pillar.short, views[pillar.key].mean_score if pillar.key in views else None,
            tuple(sorted(score for colleague in colleagues if (score := colleague.score(pillar.key)) is not None)),
            pillar.name,
        )
        for pillar in sorted(project.pillars, key=lambda pillar: order.index(pillar.key))
    )
    head = colleagues_head(
        project, "self_assessment", told(FigureNotice.SELF_TITLE), told(FigureNotice.SELF_CAPTION),
        self_finding(rows, consensus.total_score, consensus.best_total),
    )
    return SelfAssessmentFigure(head, rows, consensus.total_score, consensus.best_total)


def _labels(project: Project) -> dict[str, str]:
    return {pillar.key: pillar.short for pillar in project.pillars}


def _groups(comparison: Comparison) -> tuple[CohortGroup, ...]:
    return comparison.cohorts.groups if comparison.cohorts else ()


def _order(project: Project, analysis: Analysis) -> tuple[str, ...]:
    """All pillar keys: customers' order first, what it lacks in our order, then in the list's."""
    known: dict[str, None] = {}
    if analysis.comparison is not None:
        known |= dict.fromkeys(s.key for s in sorted(analysis.comparison.pillars, key=lambda s: s.place))
    known |= dict.fromkeys(analysis.consensus.order)
    known |= dict.fromkeys(project.pillar_keys)
    return tuple(known)
