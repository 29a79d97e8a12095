"""The one entry to all results: ``analyse(project)``."""

import datetime
from dataclasses import dataclass, replace

from cxsurvey.adequacy import Adequacy, adequacy_of, cohort_bases
from cxsurvey.comparison import Comparison, compare
from cxsurvey.consensus import Consensus, consensus_of
from cxsurvey.grouping import Grouping, group_by, groupings, merge_small
from cxsurvey.headlines import adequacy_sentences, cohort_sentences, comparison_sentences
from cxsurvey.priorities import priorities_of
from cxsurvey.progress import Progress, silent
from cxsurvey.project import Project
from cxsurvey.quality import flag


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the pages, charts and exports show of one project."""

    by: str                        # the grouping of the cohorts; "" where nothing is known to group by
    groupings: tuple[str, ...]     # what the answers can be grouped by
    consensus: Consensus
    adequacy: Adequacy
    comparison: Comparison | None  # None without usable answers


def analyse(project: Project, by: str = "", progress: Progress = silent) -> Analysis:
    """All results of a project, cohorts by ``by`` (default: the study's own choice, else what the answers allow).

    The same project gives the same figures on every machine: chance comes from the study's seed.
    Raises ``KeyError`` for a grouping that the answers do not have, and lets ``Cancelled`` pass.
    """
    study, pillars, responses = project.study, project.pillars, project.responses
    possible = groupings(responses)
    chosen = by or (study.cohort if study.cohort in possible else next(iter(possible), ""))
    if by and by not in possible and responses.n:
        raise KeyError(by)
    progress(0, 4)
    consensus = consensus_of(project.internal, pillars)
    priorities = priorities_of(responses)
    grouping = _grouping(project, chosen) if chosen in possible else None
    if grouping is not None:
        grouping = merge_small(grouping, priorities.who, study.privacy_threshold)
    progress(1, 4)
    adequacy = adequacy_of(study, pillars, priorities, flag(responses), grouping)
    adequacy = replace(adequacy, sentences=adequacy_sentences(study, adequacy, responses.n))
    progress(2, 4)
    bases = cohort_bases(study, priorities, grouping)
    comparison = compare(study, pillars, priorities, consensus, grouping, bases)
    progress(3, 4)
    if comparison is not None:
        comparison = _worded(comparison, adequacy.top_places)
    progress(4, 4)
    return Analysis(chosen, possible, consensus, adequacy, comparison)


def _grouping(project: Project, by: str) -> Grouping:
    return group_by(project.responses, by, project.generations, project.ages, answer_year(project))


def answer_year(project: Project) -> int:
    """The year in which people answered: the end of fieldwork, else the newest answer, else the import."""
    dates = [project.study.fielded_to, max(project.responses.submitted, default="")]
    dates += [imported.imported_on for imported in project.imports]
    years = [int(date[:4]) for date in dates if date[:4].isdigit()]
    return years[0] if years else datetime.date.today().year


def _worded(comparison: Comparison, top: int) -> Comparison:
    cohorts = comparison.cohorts
    if cohorts is not None:
        cohorts = replace(cohorts, sentences=cohort_sentences(cohorts, comparison.n))
    return replace(comparison, cohorts=cohorts, sentences=comparison_sentences(comparison, top))
