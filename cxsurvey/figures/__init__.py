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
    ScoreRow,
    SelfAssessmentFigure,
    SlopeFigure,
    SlopeLine,
)

__all__ = [
    "BaseBar", "BaseLine", "BasesFigure", "DivergenceFigure", "DivergenceRow", "Figure", "FigureHead", "HeatColumn",
    "HeatFigure", "ScoreRow", "SelfAssessmentFigure", "SlopeFigure", "SlopeLine", "bases_figure", "divergence_figure",
    "figures_of", "generations_figure", "self_assessment_figure", "slope_figure", "study_name",
]  # fmt: skip
