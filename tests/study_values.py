"""Studies and results made by hand, so that charts and pages can be tested before and without computing anything."""

from dataclasses import replace

from cxsurvey.adequacy import Adequacy, BaseStatus, CohortBase, Light, Lights, ShareMargin
from cxsurvey.analysis import Analysis
from cxsurvey.cohorts import Banding
from cxsurvey.comparison import (
    Agreement,
    CohortComparison,
    CohortGroup,
    Comparison,
    PillarDifference,
    PillarStanding,
    Verdict,
)
from cxsurvey.consensus import Consensus, PillarView
from cxsurvey.drivers import Claim, Drivers, PillarDriver
from cxsurvey.drivers_headlines import drivers_sentences, loyalty_sentences
from cxsurvey.headlines import adequacy_sentences, comparison_sentences
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.loyalty import CohortLoyalty, Loyalty, LoyaltyShare
from cxsurvey.performance import SURE, Perception, Performance, PillarPerformance, Quadrant
from cxsurvey.performance_headlines import performance_sentences
from cxsurvey.pillars import Pillar, PillarText
from cxsurvey.plan import Action, Plan
from cxsurvey.project import Project, Study
from cxsurvey.responses import no_responses
from cxsurvey.survey import Survey

CX_NAMES = (
    "Customer service", "Low friction", "Company representatives", "Products and services", "Non-digital experiences",
    "Digital experiences", "Communications", "Brand reputation", "Content", "Advertising",
)  # fmt: skip
CX_INTERNAL = (2.0, 6.0, 9.0, 4.0, 7.0, 3.0, 5.0, 1.0, 8.0, 10.0)
COHORTS = (
    ("gen_z", "Gen Z", 41), ("millennials", "Millennials", 142), ("gen_x", "Gen X", 138),
    ("boomers", "Boomers", 81), ("silent", "Silent generation", 6),
)  # fmt: skip

RATINGS = (3.7, 2.5, 2.9, 4.2, 4.0, 3.2, 3.5, 3.9, 3.7, 3.6)


def study_project(names: tuple[str, ...] = CX_NAMES, **study: object) -> Project:
    """A study of pillars p1, p2, ... with those names, eight colleagues and a plan for the first two."""
    described = replace(
        Study(
            "Spring survey", "Sample company", asked="customers of the last 12 months", recruitment="open",
            fielded_from="2026-03-02", fielded_to="2026-03-23", population=12000, invited=4200,
        ),
        **study,
    )  # fmt: skip
    pillars = tuple(
        Pillar(f"p{number}", f"P{number:02d}", (PillarText("en", name, name, f"How good is {name}?"),))
        for number, name in enumerate(names, 1)
    )
    keys = tuple(pillar.key for pillar in pillars)
    colleagues = tuple(
        Colleague(
            f"c{number}", f"Colleague {number}", department="Sales", date=f"2026-02-{number + 9}",
            ranking=keys,
            scores=tuple((key, 1 + (at * 3 + number * (at % 3)) % 5) for at, key in enumerate(keys)),
        )
        for number in range(1, 9)
    )  # fmt: skip
    actions = (
        Action("p1", 3, "Anna Nowak", ("Service", "Sales"), "Answer calls within a minute", "2026-06-30", "Hold time"),
        Action("p2", 2, "Somchai P.", ("IT",), "Remove two steps from check-out", "2026-09-01"),
    )
    return Project(
        "study", described, pillars, InternalView(colleagues, "2026-02-20"),
        Survey(("en",), (("en", "Survey"),), (("en", ""),), ()), Banding("own", "birth_year", ()),
        Banding("own", "age", ()), (), no_responses(keys), Plan(actions),
    )  # fmt: skip


def standings(
    project: Project, internal: tuple[float | None, ...] | None = None, spread: int | None = 1, first: int = 0
) -> tuple[PillarStanding, ...]:
    """The pillars in the list's order, turned so that number ``first`` leads; ranges of ``spread`` places each way."""
    k = len(project.pillars)
    ours = internal or tuple(CX_INTERNAL[p] if k == 10 else float((p * 7) % k + 1) for p in range(k))
    turned = [(first + step) % k for step in range(k)]
    return tuple(_standing(project.pillars[p], place, k, ours[p], spread) for place, p in enumerate(turned, 1))


def _standing(pillar: Pillar, place: int, k: int, ours: float | None, spread: int | None) -> PillarStanding:
    low = None if spread is None else max(1, place - spread)
    high = None if spread is None else min(k, place + spread)
    verdict = None
    if low is not None and high is not None and ours is not None:
        verdict = Verdict.BLIND_SPOT if ours > high else Verdict.OVER_RATED if ours < low else Verdict.ALIGNED
    return PillarStanding(
        pillar.key, pillar.name, 1 + (place - 1) * 0.9, 100 - 100 * place / k, place, low, high, ours, verdict
    )


def study_analysis(
    project: Project,
    n: int = 408,
    internal: tuple[float | None, ...] | None = None,
    spread: int | None = 1,
    cohorts: tuple[tuple[str, str, int], ...] = COHORTS,
    ratings: tuple[float, ...] = RATINGS,
) -> Analysis:
    """Results that fit ``project``, with cohorts of the given sizes; pillars are rated with ``ratings`` in turn."""
    everyone = standings(project, internal, spread)
    comparison = Comparison(
        n=n, format="ranking", depth=len(project.pillars), left_out=7, pillars=everyone,
        agreement=Agreement(0.29, 29, 45, 0.22), compatible=False,
        cohorts=_cohort_comparison(project, cohorts, internal), sentences=(),
    )  # fmt: skip
    adequacy = _adequacy(project, n, cohorts)
    comparison = replace(comparison, sentences=comparison_sentences(comparison, adequacy.top_places))
    adequacy = replace(adequacy, sentences=adequacy_sentences(project.study, adequacy, n))
    return Analysis(
        by="generation", groupings=("generation",), consensus=_consensus(project), adequacy=adequacy,
        comparison=comparison, performance=_performance(project, n, ratings), drivers=_drivers(project, n),
        loyalty=_loyalty(n, cohorts),
    )  # fmt: skip


def _status(n: int) -> BaseStatus:
    if n < 10:
        return BaseStatus.HIDDEN
    return BaseStatus.NO_RANKING if n < 30 else BaseStatus.DIRECTION if n < 97 else BaseStatus.ENOUGH


def _cohort_comparison(
    project: Project, cohorts: tuple[tuple[str, str, int], ...], internal: tuple[float | None, ...] | None
) -> CohortComparison:
    groups = tuple(
        CohortGroup(
            key, name, n if n >= 10 else None, _status(n), n >= 10,
            standings(project, internal, first=position) if n >= 30 else (), 0.3 if n >= 30 else None,
        )
        for position, (key, name, n) in enumerate(cohorts)
    )  # fmt: skip
    differences = tuple(
        PillarDifference(p.key, p.name, 12.0, 0.002, 0.02, 0.05, place in (0, 2), cohorts[0][0], cohorts[-1][0])
        for place, p in enumerate(project.pillars)
        if cohorts
    )
    return CohortComparison("generation", "generation", 51.2, 27, 0.003, True, groups, differences, 3, 0, ())


def _consensus(project: Project) -> Consensus:
    colleagues = project.internal.colleagues
    views = []
    for place, pillar in enumerate(project.pillars, 1):
        scores = [score for c in colleagues if (score := c.score(pillar.key)) is not None]
        mean = sum(scores) / len(scores) if scores else None
        views.append(
            PillarView(
                pillar.key, pillar.name, float(place), float(place), 1, len(project.pillars), mean,
                min(scores, default=None), max(scores, default=None),
            )
        )  # fmt: skip
    total = sum(view.mean_score or 0 for view in views) if colleagues else None
    return Consensus(
        len(colleagues), len(colleagues), tuple(views), project.pillar_keys, (project.pillar_keys,), 0.41, 4.8, 8.75,
        61.2, 0.0004, None, total, 5 * len(project.pillars),
    )  # fmt: skip


def _performance(project: Project, n: int, ratings: tuple[float, ...]) -> Performance:
    """Importance falls along the list; our own score is what colleagues gave."""
    k = len(project.pillars)
    own = {view.key: view.mean_score for view in _consensus(project).pillars}
    means = [ratings[at % len(ratings)] for at in range(k)]
    line = sum(means) / k
    rows = tuple(
        _rated(pillar, n, means[at], 100 - 100 * at / k, line, own[pillar.key], len(project.internal.colleagues))
        for at, pillar in enumerate(project.pillars)
    )
    mean_score = sum(row.score or 0 for row in rows) / k
    performance = Performance(n, n, rows, mean_score, line, None, 0.95, ())
    return replace(performance, sentences=performance_sentences(performance))


def _rated(
    pillar: Pillar, n: int, mean: float, score: float, line: float, own: float | None, own_n: int
) -> PillarPerformance:
    important, strong = score >= 55, mean >= line
    quadrant = tuple(Quadrant)[2 * (not important) + strong]
    certainty = 0.97 if abs(mean - line) > 0.15 else SURE - 0.2
    gap = None if own is None else own - mean
    perception = None
    if gap is not None:
        proven = Perception.OVER_RATED if gap > 0 else Perception.UNDER_RATED
        perception = proven if abs(gap) > 0.4 else Perception.ALIKE
    return PillarPerformance(
        pillar.key, pillar.name, n, _status(n), mean, mean - 0.1, min(5.0, mean + 0.1), score, max(0, score - 3),
        min(100, score + 3), quadrant, certainty, own, own_n if own is not None else 0, gap,
        None if gap is None else gap - 0.3, None if gap is None else gap + 0.3, 0.01, 0.04, perception,
    )  # fmt: skip


def _drivers(project: Project, n: int) -> Drivers:
    """What is said falls along the list; what goes along with satisfaction jumps about."""
    k = len(project.pillars)
    shares = [0.6 * (1 + at * 3 % k) / (k * (k + 1) / 2) for at in range(k)]
    line = sum(shares) / k
    rows = []
    for at, pillar in enumerate(project.pillars):
        stated, moves = 100 - 100 * at / k, shares[at] > line
        claim = tuple(Claim)[2 * (stated < 55) + (not moves)]
        sure = 0.95 if abs(shares[at] - line) > 0.2 * line else 0.6
        rows.append(
            PillarDriver(
                pillar.key, pillar.name, shares[at], max(0, shares[at] - 0.03), shares[at] + 0.03, 0.3, stated,
                max(0, stated - 3), min(100, stated + 3), claim, sure,
            )
        )  # fmt: skip
    rows.sort(key=lambda row: -row.derived)
    found = Drivers("lmg", n, 12, 0.6, 0.52, 0.67, 55, line, tuple(rows), 0.95)
    return replace(found, sentences=drivers_sentences(found))


def _loyalty(n: int, cohorts: tuple[tuple[str, str, int], ...]) -> Loyalty:
    shares = [LoyaltyShare(share, share - 0.05, share + 0.05) for share in (0.46, 0.21, 0.12, 0.21)]
    groups = tuple(
        CohortLoyalty(
            key, name, size if size >= 10 else None,
            LoyaltyShare(0.4, 0.3, 0.51) if size >= 30 else LoyaltyShare(None, None, None),
        )
        for key, name, size in cohorts
    )  # fmt: skip
    found = Loyalty(n, *shares, groups, 0.95)
    return replace(found, sentences=loyalty_sentences(found))


def _adequacy(project: Project, n: int, cohorts: tuple[tuple[str, str, int], ...]) -> Adequacy:
    lights = Lights(Light.GREEN, Light.AMBER, Light.AMBER, Light.GREEN, Light.AMBER, Light.GREEN)
    bases = tuple(
        CohortBase(key, name, size if size >= 10 else None, float(size) if size >= 10 else None, _status(size),
                   max(0, 97 - size) if size >= 10 else 0)
        for key, name, size in cohorts
    )  # fmt: skip
    shares = tuple(ShareMargin(pillar.key, 0.3, 0.26, 0.35) for pillar in project.pillars)
    return Adequacy(
        n=n, effective_n=float(n), population=project.study.population, invited=project.study.invited,
        target_margin=0.05, needed=385, margin=0.048, worst_margin=0.049, top_places=3, shares=shares, stability=0.65,
        lights=lights, overall=Light.AMBER, cohorts=bases, no_cohort=3, left_out=7, flagged_share=0.02, sentences=(),
    )  # fmt: skip
