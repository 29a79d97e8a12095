"""Chart data: what each chart shows, without drawing and without words of any language.

Words are ``Notice`` values; whoever paints gets a function from notice to text. Every figure has a ``head`` with
what no chart may leave the program without: the study, who was asked, n, dates and the caveat.
"""

from dataclasses import dataclass

from cxsurvey.adequacy import BaseStatus
from cxsurvey.comparison import Verdict
from cxsurvey.notices import Notice
from cxsurvey.performance import Perception, Quadrant


@dataclass(frozen=True, slots=True)
class FigureHead:
    """Title and caption above, source and caveat below, and one sentence for screen readers."""

    key: str                     # "divergence", "slope", "performance", ...: the file's name too
    title: Notice
    caption: Notice
    source: tuple[Notice, ...]   # study; who was asked; n; dates
    caveat: Notice
    description: Notice


@dataclass(frozen=True, slots=True)
class DivergenceRow:
    """One pillar: the customers' place with its range, and ours. ``name`` is in full, for tooltip and table."""

    key: str
    label: str
    place: int
    low: int | None
    high: int | None
    internal_place: float | None
    verdict: Verdict | None
    name: str = ""

    @property
    def gap(self) -> float | None:
        """Our place minus the customers': above 0, customers care more than we do."""
        return None if self.internal_place is None else self.internal_place - self.place

    @property
    def contradicted(self) -> bool:
        """Whether our place lies outside the customers' range."""
        return self.verdict in (Verdict.BLIND_SPOT, Verdict.OVER_RATED)


@dataclass(frozen=True, slots=True)
class DivergenceFigure:
    """Dumbbell: places of customers (dot, range) and company (diamond), customers' order, 1 = most important."""

    head: FigureHead
    rows: tuple[DivergenceRow, ...]


@dataclass(frozen=True, slots=True)
class SlopeLine:
    """One pillar's place on the left and on the right."""

    key: str
    label: str
    left: float
    right: float
    verdict: Verdict | None
    name: str = ""

    @property
    def contradicted(self) -> bool:
        """Whether the left place lies outside the range of the right one."""
        return self.verdict in (Verdict.BLIND_SPOT, Verdict.OVER_RATED)


@dataclass(frozen=True, slots=True)
class SlopeFigure:
    """Slope chart: company's places on the left, customers' on the right."""

    head: FigureHead
    left: Notice
    right: Notice
    lines: tuple[SlopeLine, ...]


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """One cohort: its base, and its place for each row (None = not shown)."""

    key: str
    label: str
    n: int | None
    status: BaseStatus
    places: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class HeatFigure:
    """Heat map of places: pillars (customers' order) by cohorts; hatched where the base is thin or hidden."""

    head: FigureHead
    labels: tuple[str, ...]
    columns: tuple[HeatColumn, ...]
    differs: tuple[bool, ...]  # per row: the cohorts differ reliably
    names: tuple[str, ...] = ()  # the labels in full
    muted: bool = False  # the cohorts were tested and do not differ reliably: painted pale, so as not to invite stories


@dataclass(frozen=True, slots=True)
class BaseBar:
    """One cohort's answers; ``n`` None = hidden."""

    label: str
    n: int | None
    status: BaseStatus


@dataclass(frozen=True, slots=True)
class BaseLine:
    """A line across the bars: the base from which something may be said."""

    n: int
    label: Notice


@dataclass(frozen=True, slots=True)
class BasesFigure:
    """Bars of cohort sizes with the base lines."""

    head: FigureHead
    bars: tuple[BaseBar, ...]
    lines: tuple[BaseLine, ...]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One pillar's self-assessment: mean, range, and every colleague's score."""

    key: str
    label: str
    mean: float | None
    scores: tuple[int, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class SelfAssessmentFigure:
    """Self-assessment 1-5 per pillar with the total."""

    head: FigureHead
    rows: tuple[ScoreRow, ...]
    total: float | None
    best_total: int


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One pillar on the map: importance 0-100 and performance 1-5, each with its interval."""

    key: str
    label: str
    performance: float
    low: float
    high: float
    importance: float
    importance_low: float
    importance_high: float
    quadrant: Quadrant
    certainty: float
    placed: bool  # False: on the line, a hollow marker
    name: str = ""


@dataclass(frozen=True, slots=True)
class PerformanceFigure:
    """Importance-performance map: customers' rating to the right, priority score up, lines where quadrants meet."""

    head: FigureHead
    points: tuple[MapPoint, ...]
    importance_line: float
    performance_line: float
    target: bool = False  # the performance line is a target, not the mean


@dataclass(frozen=True, slots=True)
class PerceptionRow:
    """One pillar: the customers' rating with its interval and our own score, 1-5. ``gap`` is as a reader works it out.

    ``perception`` is ``None`` where there are too few ratings or no score of our own.
    """

    key: str
    label: str
    rating: float | None
    low: float | None
    high: float | None
    n: int
    own: float | None
    own_n: int
    gap: float | None
    gap_low: float | None
    gap_high: float | None
    perception: Perception | None
    name: str = ""

    @property
    def proven(self) -> bool:
        """Whether our score differs from the customers' rating by more than chance, and visibly."""
        return self.perception in (Perception.OVER_RATED, Perception.UNDER_RATED) and bool(self.gap)


@dataclass(frozen=True, slots=True)
class PerceptionFigure:
    """Dumbbell on the scale of 1 to 5: customers' rating (dot, range) against our own score (diamond)."""

    head: FigureHead
    rows: tuple[PerceptionRow, ...]


Figure = (
    DivergenceFigure
    | SlopeFigure
    | HeatFigure
    | BasesFigure
    | SelfAssessmentFigure
    | PerformanceFigure
    | PerceptionFigure
)
