"""The one entry to all results: ``analyse(project)``."""

import datetime
from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.adequacy import Adequacy, adequacy_of, cohort_bases
from cxsurvey.comparison import Comparison, compare
from cxsurvey.consensus import Consensus, consensus_of
from cxsurvey.drivers import Drivers, drivers_of
from cxsurvey.drivers_headlines import drivers_sentences, loyalty_sentences
from cxsurvey.grouping import Grouping, group_by, groupings, merge_small
from cxsurvey.headlines import adequacy_sentences, cohort_sentences, comparison_sentences
from cxsurvey.loyalty import Loyalty, loyalty_of
from cxsurvey.notices import Notice
from cxsurvey.performance import Performance, performance_of
from cxsurvey.performance_headlines import performance_sentences
from cxsurvey.priorities import priorities_of, without
from cxsurvey.progress import Progress, silent
from cxsurvey.project import Project
from cxsurvey.quality import EVERYONE, MODES, Flags, flag
from cxsurvey.reading.ledger import RESPONDENT_SHEET
from cxsurvey.statistics import IntArray
from cxsurvey.three_ways import three_ways
from cxsurvey.weight_plan import WeightPlan, own_shares, plan_weights
from cxsurvey.weighting import weigh, weighting_of


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the pages, charts and exports show of one project."""

    by: str                        # the grouping of the cohorts; "" where nothing is known to group by
    groupings: tuple[str, ...]     # what the answers can be grouped by
    consensus: Consensus
    adequacy: Adequacy
    comparison: Comparison | None  # None without usable answers
    performance: Performance | None = None  # None where nobody rated how well we do
    drivers: Drivers | None = None          # None unless performance and satisfaction were asked
    loyalty: Loyalty | None = None          # None unless satisfaction and image were asked


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
    progress(0, 5)
    consensus = consensus_of(project.internal, pillars, study.seed)
    everyone = priorities_of(responses)
    flags = flags_of(project)
    weights = _weight_plan(project, everyone.who)
    counting = {mode: without(everyone, flags.set_aside(mode)) for mode in MODES}
    distinct = {id(one): one for one in counting.values()}  # often all three are the same people
    weighted = {key: weigh(one, weights) for key, one in distinct.items()}
    ways = {mode: weighted[id(one)].priorities for mode, one in counting.items()}
    weighed = weighted[id(counting[study.quality if study.quality in MODES else EVERYONE])]
    priorities = weighed.priorities
    grouping = _grouping(project, chosen) if chosen in possible else None
    if grouping is not None:
        grouping = merge_small(grouping, priorities.who, study.privacy_threshold)
    progress(1, 5)
    # First, because everyone's tally then follows from the cohorts' and the answers are read once.
    bases = cohort_bases(study, priorities, grouping)
    comparison = compare(study, pillars, priorities, consensus, grouping, bases, project.internal)
    progress(2, 5)
    adequacy = adequacy_of(
        study, pillars, priorities, flags, grouping, three_ways(study, pillars, flags, ways),
        weighting_of(study, pillars, weighed), bases,
    )
    adequacy = replace(adequacy, sentences=adequacy_sentences(study, adequacy, responses.n))
    progress(3, 5)
    if comparison is not None:
        comparison = _worded(comparison, adequacy.top_places)
    aside = flags.set_aside(study.quality)
    performance = performance_of(study, pillars, priorities, responses, consensus, aside)
    if performance is not None:
        performance = replace(performance, sentences=performance_sentences(performance))
    progress(4, 5)
    drivers = drivers_of(study, pillars, priorities, responses, aside)
    if drivers is not None:
        drivers = replace(drivers, sentences=drivers_sentences(drivers))
    loyalty = loyalty_of(study, priorities, responses, grouping, bases, aside)
    if loyalty is not None:
        loyalty = replace(loyalty, sentences=loyalty_sentences(loyalty))
    progress(5, 5)
    return Analysis(chosen, possible, consensus, adequacy, comparison, performance, drivers, loyalty)


def flags_of(project: Project) -> Flags:
    """Who looks careless. The sheet for one respondent shows the pillars in the list's order, so there it is known."""
    responses = project.responses
    as_listed = [
        imported.mapping.platform == RESPONDENT_SHEET and imported.responses.pillar_keys == project.pillar_keys
        for imported in project.imports
    ]
    shown = np.array([*as_listed, False])[responses.source] if project.imports else None
    return flag(responses, shown)


def _weight_plan(project: Project, who: IntArray) -> WeightPlan | None:
    possible = groupings(project.responses)
    found = {one.by: _grouping(project, one.by) for one in project.study.weights if one.by in possible}
    threshold = project.study.privacy_threshold
    merged = {by: merge_small(grouping, who, threshold).merged for by, grouping in found.items()}
    return plan_weights(project.study.weights, found, merged)


def weights_refused(project: Project) -> Notice | None:
    """Why the answers that count cannot be weighted as the study wishes; ``None`` if they can, or are still to come."""
    everyone = priorities_of(project.responses)
    plan = _weight_plan(project, everyone.who)
    if plan is None or not everyone.n:
        return None
    return plan.refusal(without(everyone, flags_of(project).set_aside(project.study.quality)).who)


def suggested_targets(project: Project, by: str) -> tuple[tuple[str, float], ...]:
    """The answers' own shares by a grouping, to be changed into those of all customers; ``KeyError`` if unknown."""
    who = priorities_of(project.responses).who
    grouping = merge_small(_grouping(project, by), who, project.study.privacy_threshold, always=True)
    return own_shares(grouping, who, project.study.privacy_threshold)


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
