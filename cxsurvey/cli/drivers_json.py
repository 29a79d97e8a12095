"""What goes along with satisfaction, and who is loyal, as plain values for ``--json``."""

from typing import Any

from cxsurvey.cli.as_json import sentences
from cxsurvey.drivers import Drivers, PillarDriver
from cxsurvey.loyalty import CohortLoyalty, Loyalty, LoyaltyShare

Json = dict[str, Any]


def drivers_json(found: Drivers | None) -> Json | None:
    """Derived importance beside stated importance."""
    if found is None:
        return None
    return {
        "method": found.method, "n": found.n, "incomplete": found.incomplete, "r_squared": found.r_squared,
        "r_squared_low": found.r_squared_low, "r_squared_high": found.r_squared_high,
        "stated_line": found.stated_line, "derived_line": found.derived_line,
        "pillars": [_pillar(pillar) for pillar in found.pillars], "sentences": sentences(found.sentences),
    }  # fmt: skip


def loyalty_json(found: Loyalty | None) -> Json | None:
    """The 2 x 2 of satisfaction and image."""
    if found is None:
        return None
    return {
        "n": found.n, "loyal": _share(found.loyal), "satisfied_only": _share(found.satisfied_only),
        "image_only": _share(found.image_only), "neither": _share(found.neither),
        "cohorts": [_cohort(cohort) for cohort in found.cohorts], "sentences": sentences(found.sentences),
    }  # fmt: skip


def _pillar(pillar: PillarDriver) -> Json:
    return {
        "key": pillar.key, "name": pillar.name, "derived": pillar.derived, "low": pillar.low, "high": pillar.high,
        "correlation": pillar.correlation, "stated": pillar.stated,
        "stated_low": pillar.stated_low, "stated_high": pillar.stated_high,
        "claim": None if pillar.claim is None else str(pillar.claim), "certainty": pillar.certainty,
        "placed": pillar.placed,
    }  # fmt: skip


def _share(share: LoyaltyShare) -> Json:
    return {"share": share.share, "low": share.low, "high": share.high}


def _cohort(cohort: CohortLoyalty) -> Json:
    return {"key": cohort.key, "name": cohort.name, "n": cohort.n, **_share(cohort.loyal)}
