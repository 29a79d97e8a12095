"""What a study is about, how it was fielded, and the settings of its verdicts."""

from dataclasses import dataclass


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
    weight_by: str = ""              # grouping whose shares among all customers are known; "" = no weights
    weight_targets: tuple[tuple[str, float], ...] = ()  # (cohort key, or keys joined by "+", share of customers)
