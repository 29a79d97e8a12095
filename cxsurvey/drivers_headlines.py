"""The sentences on what goes along with satisfaction, and on who is loyal."""

from cxsurvey.adequacy import DIRECTION_BASE
from cxsurvey.drivers import FEWEST, SHARES_FROM, Claim, Drivers
from cxsurvey.loyalty import Loyalty
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.drivers import DriversNotice as D
from cxsurvey.statistics.importance import RANK_CORRELATIONS

MOST_NAMED = 3


def drivers_sentences(drivers: Drivers) -> tuple[Notice, ...]:
    """What goes along with satisfaction most, where that differs from what is said, and how far to believe it."""
    if not drivers.pillars:
        return (notice(D.TOO_FEW, n=drivers.n, needed=FEWEST),)
    line = drivers.derived_line or 0.0
    most = [pillar.name for pillar in drivers.pillars if pillar.low > line][:MOST_NAMED]
    told = [_said(D.MOST, pillars=tuple(most)) if most else _said(D.NOTHING)]
    for code, claim in ((D.HIDDEN_DRIVER, Claim.HIDDEN_DRIVER), (D.HYGIENE_CLAIM, Claim.HYGIENE_CLAIM)):
        if names := [pillar.name for pillar in drivers.pillars if pillar.placed and pillar.claim is claim]:
            told.append(_said(code, pillars=tuple(names)))
    if names := [pillar.name for pillar in drivers.pillars if pillar.correlation < 0]:
        told.append(notice(D.NEGATIVE, pillars=tuple(names)))
    if drivers.r_squared is not None:
        low, high = drivers.r_squared_low or 0.0, drivers.r_squared_high or 0.0
        told.append(_said(D.EXPLAINED, share=100 * drivers.r_squared, low=100 * low, high=100 * high))
    if drivers.method == RANK_CORRELATIONS:
        told.append(_said(D.RANK_CORRELATIONS, needed=SHARES_FROM * len(drivers.pillars)))
    if drivers.incomplete:
        told.append(_said(D.INCOMPLETE, n=drivers.incomplete, all=drivers.n + drivers.incomplete))
    return (*told, _said(D.EXPLORATORY))


def loyalty_sentences(loyalty: Loyalty) -> tuple[Notice, ...]:
    """How many are loyal, and how many are satisfied only."""
    share, only = loyalty.loyal, loyalty.satisfied_only
    if share.share is None or share.low is None or share.high is None:
        return (notice(D.LOYALTY_NOT_SHOWN, n=loyalty.n),)
    told = [_said(D.LOYAL, share=100 * share.share, low=100 * share.low, high=100 * share.high)]
    if only.share is not None:
        told.append(_said(D.SATISFIED_ONLY, share=100 * only.share))
    if loyalty.n < DIRECTION_BASE:
        told.append(notice(D.LOYALTY_FEW, n=loyalty.n))
    return tuple(told)


def _said(code: D, **values: Value) -> Notice:
    return notice(code, Severity.INFO, **values)
