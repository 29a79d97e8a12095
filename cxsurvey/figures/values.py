"""Chart data: what each chart shows, without drawing and without words of any language.

Words are ``Notice`` values; whoever paints gets a function from notice to text. Every figure has a ``head`` with
what no chart may leave the program without: the study, who was asked, n, dates and the caveat.
"""

from dataclasses import dataclass

from cxsurvey.adequacy import BaseStatus
from cxsurvey.comparison import Verdict
from cxsurvey.notices import Notice
from cxsurvey.performance import Perception


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
class MapAxis:
    """One side of a map: its words, the line at which the fields meet, the ends and steps of its scale.

    Words are codes of notices.
    """

    name: str
    told: str        # a point's value with its range
    column: str      # heading in a table
    line: float
    line_name: str   # "mean {value}", "target {value}"
    lowest: float
    highest: float
    step: float
    decimals: int             # of a value in words; a table shows one more


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One pillar on a map: ``x`` and ``y``, each with its interval, and the field it lies in."""

    key: str
    label: str
    x: float
    x_low: float
    x_high: float
    y: float
    y_low: float
    y_high: float
    field: str
    certainty: float
    placed: bool  # False: on the line, a hollow marker
    name: str = ""
    stressed: bool = False  # what the map is looked at for


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A map of pillars by two measures, with lines at which its four fields meet.

    ``fields`` are the names of the corners: top left, top right, bottom left, bottom right.
    """

    head: FigureHead
    points: tuple[MapPoint, ...]
    across: MapAxis
    up: MapAxis
    fields: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class LoyaltyCell:
    """One field of the 2 x 2; ``None`` where it may not be shown."""

    name: str
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LoyaltyBar:
    """The loyal of one group; ``n`` None = hidden, ``share`` None = too few to say."""

    label: str
    n: int | None
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LoyaltyFigure:
    """Satisfaction to the right, impression of the brand up; the loyal of each group beside it.

    ``cells`` stand top left, top right (the loyal), bottom left, bottom right.
    """

    head: FigureHead
    cells: tuple[LoyaltyCell, LoyaltyCell, LoyaltyCell, LoyaltyCell]
    bars: tuple[LoyaltyBar, ...]


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
    | MapFigure
    | LoyaltyFigure
    | PerceptionFigure
)
