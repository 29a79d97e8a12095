"""Which words stand for verdicts, lights and statuses in tables, and the head that a sheet of customers carries."""

from typing import Any

from cxsurvey.adequacy import Adequacy, BaseStatus, Light
from cxsurvey.analysis import Analysis
from cxsurvey.comparison import Verdict
from cxsurvey.export.sheet import Sheet, Words
from cxsurvey.figures.heads import colleagues_head, customers_head, is_weighted
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.figures import FigureNotice as F
from cxsurvey.notices.workbook import WorkbookNotice as W
from cxsurvey.project import Project

VERDICT_WORDS = {Verdict.BLIND_SPOT: F.BLIND_SPOT, Verdict.OVER_RATED: F.OVER_RATED, Verdict.ALIGNED: F.ALIGNED}
LIGHT_WORDS = {Light.GREEN: W.GREEN, Light.AMBER: W.AMBER, Light.RED: W.RED}
STATUS_WORDS = {
    BaseStatus.ENOUGH: F.STATUS_ENOUGH,
    BaseStatus.DIRECTION: F.STATUS_DIRECTION,
    BaseStatus.NO_RANKING: F.STATUS_NO_RANKING,
    BaseStatus.HIDDEN: F.HIDDEN,
}


def named(code: str, **values: Value) -> Notice:
    """A heading, a name or a word: a notice that asks nothing of the reader."""
    return notice(code, Severity.INFO, **values)


def lights_of(adequacy: Adequacy) -> tuple[tuple[W, Light], ...]:
    """The lights with their names, the overall one last."""
    lights = adequacy.lights
    return (
        (W.PRECISION, lights.precision), (W.ORDER_LIGHT, lights.order), (W.COHORTS_LIGHT, lights.cohorts),
        (W.COMPARISON_LIGHT, lights.comparison), (W.REPRESENTATIVENESS, lights.representativeness),
        (W.QUALITY, lights.quality), (W.OVERALL, adequacy.overall),
    )  # fmt: skip


def customers_sheet(
    workbook: Any, name: str, project: Project, analysis: Analysis, title: Notice, words: Words
) -> Sheet:
    """A sheet under a head with the study, who was asked, n, dates and caveat."""
    head = customers_head(
        project, name, analysis.adequacy.n, title, title, title, weighted=is_weighted(analysis)
    )
    return Sheet(workbook, name, head, words)


def own_view_sheet(workbook: Any, name: str, project: Project, title: Notice, words: Words) -> Sheet:
    """A sheet under a head that says that colleagues were asked."""
    return Sheet(workbook, name, colleagues_head(project, name, title, title, title), words)
