"""Chart data on satisfaction: what goes along with it beside what is said to matter, and who is loyal."""

from cxsurvey.analysis import Analysis
from cxsurvey.drivers import Claim, Drivers, PillarDriver
from cxsurvey.figures.heads import customers_head, is_weighted, percent
from cxsurvey.figures.performance import importance_axis
from cxsurvey.figures.values import LoyaltyBar, LoyaltyCell, LoyaltyFigure, MapAxis, MapFigure, MapPoint
from cxsurvey.loyalty import LoyaltyShare
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.drivers import DriversNotice
from cxsurvey.notices.figures import FigureNotice
from cxsurvey.project import Project

CLAIM_CODES = {
    Claim.DRIVER: DriversNotice.CLAIM_DRIVER,
    Claim.HYGIENE_CLAIM: DriversNotice.CLAIM_HYGIENE,
    Claim.HIDDEN_DRIVER: DriversNotice.CLAIM_HIDDEN,
    Claim.MINOR: DriversNotice.CLAIM_MINOR,
}
_FIELDS = (
    DriversNotice.CLAIM_HYGIENE, DriversNotice.CLAIM_DRIVER, DriversNotice.CLAIM_MINOR, DriversNotice.CLAIM_HIDDEN,
)  # fmt: skip


def drivers_figure(project: Project, analysis: Analysis) -> MapFigure | None:
    """The map of what is said and what is felt; ``None`` with too few complete answers."""
    drivers = analysis.drivers
    if drivers is None or drivers.stated_line is None or drivers.derived_line is None:
        return None
    labels = {pillar.key: pillar.short for pillar in project.pillars}
    shares = drivers.r_squared is not None
    points = tuple(
        point for pillar in drivers.pillars if (point := _point(pillar, labels[pillar.key], shares)) is not None
    )
    if not points:
        return None
    caption = DriversNotice.CAPTION if shares else DriversNotice.CAPTION_CORRELATIONS
    head = customers_head(
        project, "drivers", drivers.n, _told(DriversNotice.TITLE), _told(caption, sure=percent(drivers.confidence)),
        drivers.sentences[0],
    )
    upwards = importance_axis(drivers.stated_line, analysis.adequacy.format)
    return MapFigure(head, points, _across(drivers), upwards, _FIELDS)


def _across(drivers: Drivers) -> MapAxis:
    line = drivers.derived_line or 0.0
    if drivers.r_squared is None:
        return MapAxis(
            DriversNotice.AXIS_CORRELATION, DriversNotice.POINT_CORRELATION, DriversNotice.COLUMN_CORRELATION, line,
            FigureNotice.LINE_MEAN, -1, 1, 0.2, 2,
        )
    return MapAxis(
        DriversNotice.AXIS_SHARE, DriversNotice.POINT_SHARE, DriversNotice.COLUMN_SHARE, 100 * line,
        FigureNotice.LINE_MEAN, 0, 100, 5, 0,
    )


def _point(pillar: PillarDriver, label: str, shares: bool) -> MapPoint | None:
    stated, low, high = pillar.stated, pillar.stated_low, pillar.stated_high
    if pillar.claim is None or pillar.certainty is None or stated is None or low is None or high is None:
        return None
    scale = 100 if shares else 1
    return MapPoint(
        pillar.key, label, scale * pillar.derived, scale * pillar.low, scale * pillar.high, stated, low, high,
        CLAIM_CODES[pillar.claim], pillar.certainty, pillar.placed, pillar.name,
        pillar.placed and pillar.claim is Claim.HIDDEN_DRIVER,
    )


def loyalty_figure(project: Project, analysis: Analysis) -> LoyaltyFigure | None:
    """The 2 x 2 of satisfaction and image; ``None`` where nothing of it may be shown."""
    loyalty = analysis.loyalty
    if loyalty is None or loyalty.loyal.share is None:
        return None
    head = customers_head(
        project, "loyalty", loyalty.n, _told(DriversNotice.LOYALTY_TITLE), _told(DriversNotice.LOYALTY_CAPTION),
        loyalty.sentences[0], weighted=is_weighted(analysis),
    )
    bars = tuple(
        LoyaltyBar(cohort.name, cohort.n, cohort.loyal.share, cohort.loyal.low, cohort.loyal.high)
        for cohort in loyalty.cohorts
    )
    cells = (
        _cell(DriversNotice.CELL_IMAGE, loyalty.image_only), _cell(DriversNotice.CELL_LOYAL, loyalty.loyal),
        _cell(DriversNotice.CELL_NEITHER, loyalty.neither), _cell(DriversNotice.CELL_SATISFIED, loyalty.satisfied_only),
    )  # fmt: skip
    return LoyaltyFigure(head, cells, bars)


def _cell(name: DriversNotice, share: LoyaltyShare) -> LoyaltyCell:
    return LoyaltyCell(name, share.share, share.low, share.high)


def _told(code: DriversNotice, **values: Value) -> Notice:
    return notice(code, Severity.INFO, **values)
