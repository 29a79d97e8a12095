"""What a study is about, how it was fielded, and the settings of its verdicts."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeightMargin:
    """One make-up of all customers that is known: a grouping, and how many of them belong to each of its cohorts."""

    by: str                                 # key of the grouping
    targets: tuple[tuple[str, float], ...]  # (cohort key, or keys joined by "+", share or number of customers)


@dataclass(frozen=True, slots=True)
class Study:
    """What the study is about and how it was fielded; printed on every export."""

    title: str
    organisation: str = ""
    language: str = "en"             # main language: the first of every pillar's texts
    asked: str = ""                  # who was asked: "customers of the last 12 months"
    population: int | None = None    # how many customers there are; None = unknown or very many
    invited: int | None = None
    recruitment: str = ""            # "random" (invited from a customer list), "open" (open link), "" not said
    fielded_from: str = ""           # ISO dates
    fielded_to: str = ""
    confidence: float = 0.95
    target_margin: float = 0.05
    decision: str = "overall"        # "overall" or "generations": which lights the verdict needs
    privacy_threshold: int = 10      # cohorts below it are hidden (5-30)
    gap: float = 1.0                 # ranks between cohorts worth finding
    cohort: str = "generation"       # grouping shown first
    seed: int = 20260101             # of every random draw
    invented: bool = False           # the sample study says so everywhere
    quality: str = "everyone"        # who counts: "everyone", "default" (not with two signs), "strict" (with none)
    weights: tuple[WeightMargin, ...] = ()   # the answers are weighted to all of these at once; () = not weighted
    performance_target: float | None = None  # 1-5, where quadrants meet; None = at the mean of the pillars


RECRUITMENTS, DECISIONS = ("", "random", "open"), ("overall", "generations")
QUALITIES = ("everyone", "default", "strict")
LEAST_THRESHOLD, MOST_THRESHOLD = 5, 30


def check_settings(study: Study) -> None:
    """``ValueError`` naming the first setting that no result could be computed with."""
    wrong = {
        "confidence": not 0 < study.confidence < 1,
        "target_margin": not 0 < study.target_margin < 1,
        "population": study.population is not None and study.population < 1,
        "invited": study.invited is not None and study.invited < 1,
        "recruitment": study.recruitment not in RECRUITMENTS,
        "decision": study.decision not in DECISIONS,
        "privacy_threshold": not LEAST_THRESHOLD <= study.privacy_threshold <= MOST_THRESHOLD,
        "gap": not 0 < study.gap < math.inf,
        "seed": study.seed < 0,
        "quality": study.quality not in QUALITIES,
        "weights": len({margin.by for margin in study.weights} - {""}) < len(study.weights),
        "performance_target": study.performance_target is not None and not 1 < study.performance_target < 5,
    }
    for name, is_wrong in wrong.items():
        if is_wrong:
            raise ValueError(f"{name}: out of its bounds, got {getattr(study, name)}")
