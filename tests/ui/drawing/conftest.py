"""Figures to draw: plain ones, and the hardest that may come."""

from functools import cache

import pytest

from cxsurvey.figures import figures_of
from tests.study_values import study_analysis, study_project

LONG_NAMES = (
    "Customer service they receive when something has gone wrong and a human is needed at once",
    "ความสะดวกราบรื่นตลอดเส้นทางของลูกค้าตั้งแต่ค้นหาจนถึงการชำระเงินและการรับสินค้า",
    "Przedstawiciele przedsiębiorstwa, którzy rozwiązują problemy bez odsyłania klienta dalej",
    "Качество товаров и услуг, упаковка и неожиданные приятные дополнения к каждому заказу",
    "<b>bold</b> & plain",
)
GROUPS = (
    ("a", "18-24", 141), ("b", "25-34 คนรุ่นใหม่", 52), ("c", "35-44", 18), ("d", "45-54", 98),
    ("e", "Поколение X", 97), ("f", "65+", 3), ("g", "Silent generation, born long ago", 30),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _with_fonts(_fonts):
    """Text is measured with the shipped fonts."""


@cache
def hard_figures(k):
    """All charts of ``k`` pillars with long names, tied internal places, and groups of every status."""
    names = tuple(f"{LONG_NAMES[p % 5]} {p + 1}" for p in range(k))
    project = study_project(names, title="A study with a rather long title " * 3, invented=True)
    ours = [float((p * 7) % k + 1) for p in range(k)]
    ours[0] = ours[1] = ours[2] = 2.0
    analysis = study_analysis(project, internal=tuple(ours), spread=k // 6, cohorts=GROUPS, ratings=(3.4, 3.5, 3.4))
    return figures_of(project, analysis)


@pytest.fixture
def figures():
    project = study_project()
    return figures_of(project, study_analysis(project))
