"""Chart data: what each chart shows, without drawing and without words of any language."""

from cxsurvey.figures.building import (
    bases_figure,
    divergence_figure,
    figures_of,
    generations_figure,
    self_assessment_figure,
    slope_figure,
)
from cxsurvey.figures.heads import study_name
from cxsurvey.figures.performance import (
    PERCEPTION_CODES,
    QUADRANT_CODES,
    perception_figure,
    performance_figure,
    quadrant_code,
)
from cxsurvey.figures.values import (
    BaseBar,
    BaseLine,
    BasesFigure,
    DivergenceFigure,
    DivergenceRow,
    Figure,
    FigureHead,
    HeatColumn,
    HeatFigure,
    MapPoint,
    PerceptionFigure,
    PerceptionRow,
    PerformanceFigure,
    ScoreRow,
    SelfAssessmentFigure,
    SlopeFigure,
    SlopeLine,
)

__all__ = [
    "PERCEPTION_CODES", "QUADRANT_CODES", "BaseBar", "BaseLine", "BasesFigure", "DivergenceFigure", "DivergenceRow",
    "Figure", "FigureHead", "HeatColumn", "HeatFigure", "MapPoint", "PerceptionFigure", "PerceptionRow",
    "PerformanceFigure", "ScoreRow", "SelfAssessmentFigure", "SlopeFigure", "SlopeLine", "bases_figure",
    "divergence_figure", "figures_of", "generations_figure", "perception_figure", "performance_figure",
    "quadrant_code",     "self_assessment_figure", "slope_figure", "study_name",
]  # fmt: skip
