"""How the figures were computed, in plain sentences with the formula's name for the analyst."""

from collections.abc import Iterator

from cxsurvey import __version__
from cxsurvey.adequacy import DIRECTION_BASE, ENOUGH_BASE
from cxsurvey.analysis import Analysis
from cxsurvey.comparison import Comparison
from cxsurvey.format_sentences import pooling_sentences, top_sentence
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.report import ReportNotice
from cxsurvey.performance import FEWEST_COLLEAGUES, SURE
from cxsurvey.project import Project

from .book import Paragraph
from .marks import Words

FORMATS = {
    "ranking": ReportNotice.METHOD_RANKING,
    "top": ReportNotice.METHOD_TOP,
    "rating": ReportNotice.METHOD_RATING,
    "sort": ReportNotice.METHOD_SORT,
    "best_worst": ReportNotice.METHOD_BEST_WORST,
    "points": ReportNotice.METHOD_POINTS,
}


def method_paragraphs(project: Project, analysis: Analysis, words: Words) -> list[Paragraph]:
    """Headings and sentences about what this study has; thresholds, assumptions and the seed are named."""
    paragraphs = []
    for heading, sentences in _sections(project, analysis):
        if sentences:
            paragraphs.append(Paragraph(words(_told(heading)), "section"))
            paragraphs += [Paragraph(words(sentence), token="text_2") for sentence in sentences]
    return paragraphs


def _told(code: ReportNotice, **values: Value) -> Notice:
    return notice(code, Severity.INFO, **values)


def _sections(project: Project, analysis: Analysis) -> Iterator[tuple[ReportNotice, list[Notice]]]:
    comparison = analysis.comparison
    if comparison is not None:
        yield ReportNotice.METHOD_PLACES, _places(comparison)
        yield ReportNotice.METHOD_RANGES, _ranges(project)
    yield ReportNotice.METHOD_OURS, _ours(project, analysis)
    yield ReportNotice.METHOD_PERFORMANCE, _rated(project, analysis)
    yield ReportNotice.METHOD_SATISFACTION, _satisfied(project, analysis)
    if comparison is not None:
        yield ReportNotice.METHOD_SAMPLE, _sample(project, analysis)
        if comparison.cohorts is not None:
            yield ReportNotice.METHOD_GROUPS, _groups(project)
        chance = [_told(ReportNotice.METHOD_SEED, seed=str(project.study.seed))]
        yield ReportNotice.METHOD_CHANCE, [*chance, _told(ReportNotice.MADE_WITH, version=__version__)]


def _places(comparison: Comparison) -> list[Notice]:
    code = FORMATS[comparison.format]
    if comparison.balance is not None and not comparison.balance.balanced:
        code = ReportNotice.METHOD_LOGIT
    said = [_told(code, n=comparison.n, depth=comparison.depth), *pooling_sentences(comparison)]
    if comparison.left_out:
        said.append(_told(ReportNotice.METHOD_LEFT_OUT, left_out=comparison.left_out))
    return said


def _ranges(project: Project) -> list[Notice]:
    sure = round(100 * project.study.confidence, 1)
    return [_told(ReportNotice.METHOD_RANGES_HOW, sure=_short(sure)), _told(ReportNotice.METHOD_VERDICTS)]


def _ours(project: Project, analysis: Analysis) -> list[Notice]:
    consensus, comparison = analysis.consensus, analysis.comparison
    if not consensus.n_rankings:
        return []
    said = [_told(ReportNotice.METHOD_OURS_HOW, n=consensus.n_rankings)]
    if project.internal.locked_on:
        said.append(_told(ReportNotice.METHOD_LOCKED, date=project.internal.locked_on))
    if comparison is not None and comparison.agreement.tau_x is not None:
        said.append(_told(ReportNotice.METHOD_AGREEMENT, tau=round(comparison.agreement.tau_x, 2)))
    return said


def _rated(project: Project, analysis: Analysis) -> list[Notice]:
    performance = analysis.performance
    if performance is None:
        return []
    sure = _short(round(100 * project.study.confidence, 1))
    bounds = {"certain": round(100 * SURE), "fewest": DIRECTION_BASE}
    said = [_told(ReportNotice.METHOD_PERFORMANCE_HOW, n=performance.n, sure=sure, **bounds)]
    lines = ReportNotice.METHOD_LINES if performance.target is None else ReportNotice.METHOD_LINES_TARGET
    said.append(_told(lines, target=performance.target or 0))
    if any(pillar.gap is not None for pillar in performance.pillars):
        said.append(_told(ReportNotice.METHOD_PERCEPTION, colleagues=FEWEST_COLLEAGUES))
    return said


def _satisfied(project: Project, analysis: Analysis) -> list[Notice]:
    drivers, loyalty = analysis.drivers, analysis.loyalty
    sure, said = _short(round(100 * project.study.confidence, 1)), []
    if drivers is not None and drivers.pillars:
        shares = drivers.r_squared is not None
        code = ReportNotice.METHOD_DRIVERS_HOW if shares else ReportNotice.METHOD_DRIVERS_CORRELATIONS
        said.append(_told(code, n=drivers.n, sure=sure))
    if loyalty is not None and loyalty.loyal.share is not None:
        said.append(_told(ReportNotice.METHOD_LOYALTY_HOW, n=loyalty.n, sure=sure))
    return said


def _sample(project: Project, analysis: Analysis) -> list[Notice]:
    study, adequacy = project.study, analysis.adequacy
    said = [
        _told(
            ReportNotice.METHOD_MARGIN,
            sure=_short(round(100 * study.confidence, 1)),
            top=adequacy.top_places,
            needed=adequacy.needed,
            target=_short(round(100 * adequacy.target_margin, 1)),
        )
    ]
    own_top = top_sentence(adequacy)
    if own_top is not None:
        said.append(own_top)
    if study.population is not None:
        said.append(_told(ReportNotice.METHOD_MARGIN_FINITE, population=study.population))
    if adequacy.stability is not None:
        said.append(_told(ReportNotice.METHOD_STABILITY, top=adequacy.top_places))
    return said


def _groups(project: Project) -> list[Notice]:
    study = project.study
    return [
        _told(
            ReportNotice.METHOD_THRESHOLDS,
            hidden=study.privacy_threshold,
            direction=DIRECTION_BASE,
            enough=ENOUGH_BASE,
        ),
        _told(ReportNotice.METHOD_TESTS, alpha=round(1 - study.confidence, 3)),
    ]


def _short(number: float) -> int | float:
    """Whole where it is whole."""
    return int(number) if number == int(number) else number
