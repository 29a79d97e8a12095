"""The one entry to all results: ``analyse(project)``."""

from dataclasses import dataclass

from cxsurvey.adequacy import Adequacy
from cxsurvey.comparison import Comparison
from cxsurvey.consensus import Consensus


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the pages, charts and exports show of one project."""

    by: str                        # the grouping of the cohorts
    consensus: Consensus
    adequacy: Adequacy
    comparison: Comparison | None  # None without usable answers
