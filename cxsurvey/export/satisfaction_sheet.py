"""The sheet on satisfaction: what goes along with it, and who is loyal."""

from typing import Any

from cxsurvey.analysis import Analysis
from cxsurvey.drivers import Drivers, PillarDriver
from cxsurvey.export.native_charts import shares_chart
from cxsurvey.export.sheet import Cell, Column, Look, Sheet, Words
from cxsurvey.export.wording import named
from cxsurvey.figures import CLAIM_CODES
from cxsurvey.figures.heads import customers_head
from cxsurvey.loyalty import Loyalty, LoyaltyShare
from cxsurvey.notices.drivers import DriversNotice as D
from cxsurvey.notices.figures import FigureNotice as F
from cxsurvey.notices.workbook import WorkbookNotice as W
from cxsurvey.project import Project


def satisfaction_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """Derived importance beside what is said, with Excel's own chart; the 2 x 2 of loyalty, everyone and by group."""
    drivers, loyalty, title = analysis.drivers, analysis.loyalty, named(D.TITLE)
    n = drivers.n if drivers else loyalty.n if loyalty else analysis.adequacy.n
    sheet = Sheet(workbook, "Satisfaction", customers_head(project, "Satisfaction", n, title, title, title), words)
    if drivers is None and loyalty is None:
        sheet.line(named(W.NO_SATISFACTION))
        return
    if drivers is not None:
        _drivers(sheet, drivers)
    if loyalty is not None:
        sheet.section(named(D.LOYALTY_TITLE))
        _loyalty(sheet, loyalty)


def _drivers(sheet: Sheet, drivers: Drivers) -> None:
    for sentence in drivers.sentences:
        sheet.line(sentence)
    if not drivers.pillars:
        return
    sheet.row += 1
    shares = drivers.r_squared is not None
    look, name = (Look.PERCENT, D.COLUMN_SHARE) if shares else (Look.TWO, D.COLUMN_CORRELATION)
    columns = (
        Column(named(F.COLUMN_PILLAR), width=46), Column(named(name), look, 14), Column(named(F.COLUMN_FROM), look, 9),
        Column(named(F.COLUMN_TO), look, 9), Column(named(W.MARGIN_BELOW), look, 12),
        Column(named(W.MARGIN_ABOVE), look, 12), Column(named(W.CORRELATION), Look.TWO, 12),
        Column(named(F.COLUMN_IMPORTANCE), Look.ONE, 12), Column(named(F.COLUMN_FROM), Look.ONE, 9),
        Column(named(F.COLUMN_TO), Look.ONE, 9), Column(named(F.COLUMN_QUADRANT), Look.BESIDE, 22),
        Column(named(F.COLUMN_CERTAINTY), Look.PERCENT, 12),
    )  # fmt: skip
    area = sheet.table(columns, [_driver_row(pillar) for pillar in drivers.pillars])
    sheet.chart(shares_chart(sheet, area, "0%" if shares else "0.0"), sheet.say(drivers.sentences[0]))


def _driver_row(pillar: PillarDriver) -> list[Cell]:
    code = CLAIM_CODES[pillar.claim] if pillar.claim and pillar.placed else F.ON_THE_LINE
    return [
        pillar.name, pillar.derived, pillar.low, pillar.high, max(0.0, pillar.derived - pillar.low),
        max(0.0, pillar.high - pillar.derived), pillar.correlation, pillar.stated, pillar.stated_low,
        pillar.stated_high, named(code) if pillar.claim else None, pillar.certainty,
    ]  # fmt: skip


def _loyalty(sheet: Sheet, loyalty: Loyalty) -> None:
    for sentence in loyalty.sentences:
        sheet.line(sentence)
    sheet.row += 1
    fields = (
        (D.CELL_LOYAL, loyalty.loyal), (D.CELL_SATISFIED, loyalty.satisfied_only), (D.CELL_IMAGE, loyalty.image_only),
        (D.CELL_NEITHER, loyalty.neither),
    )  # fmt: skip
    rows = [[named(name), loyalty.n, *_ends(share)] for name, share in fields]
    sheet.table(_share_columns(named(F.COLUMN_QUADRANT)), rows)
    if loyalty.cohorts:
        sheet.section(named(D.LOYAL_BY_GROUP))
        sheet.table(
            _share_columns(named(F.COLUMN_GROUP)),
            [[cohort.name, cohort.n, *_ends(cohort.loyal)] for cohort in loyalty.cohorts],
        )


def _share_columns(first: Any) -> tuple[Column, ...]:
    return (
        Column(first, width=46), Column(named(F.COLUMN_ANSWERS), Look.WHOLE, 10),
        Column(named(W.SHARE), Look.PERCENT, 12), Column(named(W.SHARE_LOW), Look.PERCENT, 12),
        Column(named(W.SHARE_HIGH), Look.PERCENT, 12),
    )  # fmt: skip


def _ends(share: LoyaltyShare) -> list[Cell]:
    return [share.share, share.low, share.high]
