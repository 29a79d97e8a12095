"""The study as one frozen value, and every edit of it as a function that gives a new one."""

import uuid
from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.cohorts import Banding, built_in_banding
from cxsurvey.internal import InternalView
from cxsurvey.notices import error
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.pillars import Pillars, check_pillars
from cxsurvey.plan import Plan
from cxsurvey.reading.values import ImportedFile
from cxsurvey.responses import Responses, merge_responses, no_responses
from cxsurvey.study import Study as Study
from cxsurvey.study import WeightMargin as WeightMargin
from cxsurvey.survey import Survey, next_version, with_tasks


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """Everything people entered. Results are computed again (``analysis.analyse``)."""

    key: str
    study: Study
    pillars: Pillars
    internal: InternalView
    survey: Survey
    generations: Banding
    ages: Banding
    imports: tuple[ImportedFile, ...]
    responses: Responses  # all imports as one; kept here so that it is merged once
    plan: Plan

    @property
    def pillar_keys(self) -> tuple[str, ...]:
        """Keys in the list's order; columns of ``responses`` follow it."""
        return tuple(pillar.key for pillar in self.pillars)


def new_project(study: Study, pillars: Pillars, survey: Survey) -> Project:
    """A study with pillars and nothing else yet."""
    checked = check_pillars(pillars)
    return Project(
        uuid.uuid4().hex, study, checked, InternalView(), with_tasks(survey, checked),
        built_in_banding("birth_year", "pew", study.language), built_in_banding("age", "age_plain", study.language),
        (), no_responses(tuple(pillar.key for pillar in checked)), Plan(),
    )


def with_study(project: Project, study: Study) -> Project:
    """The project with its description changed."""
    return replace(project, study=study)


def with_pillars(project: Project, pillars: Pillars) -> Project:
    """The project with its pillars edited, reordered, added or removed; views, answers and plan follow.

    Raises ``SurveyError`` unless there are 3 to 20, and when a pillar is removed that answers exist for.
    """
    check_pillars(pillars)
    keys = tuple(pillar.key for pillar in pillars)
    gone = set(project.pillar_keys) - set(keys)
    if gone and project.imports:
        raise error(SurveyNotice.PILLAR_HAS_ANSWERS, name=", ".join(sorted(gone)))
    colleagues = tuple(
        replace(
            colleague,
            ranking=_ranking(colleague.ranking, keys),
            scores=tuple(score for score in colleague.scores if score[0] in keys),
        )
        for colleague in project.internal.colleagues
    )
    plan = replace(project.plan, actions=tuple(a for a in project.plan.actions if a.pillar_key in keys))
    return replace(
        project, pillars=pillars, internal=replace(project.internal, colleagues=colleagues), plan=plan,
        survey=project.survey if pillars == project.pillars else with_tasks(next_version(project.survey), pillars),
        responses=_merged(project.imports, keys),
    )


def _ranking(ranking: tuple[str, ...], keys: tuple[str, ...]) -> tuple[str, ...]:
    """A ranking after the pillars changed; none is left of one whose pillars are all gone."""
    kept = tuple(key for key in ranking if key in keys)
    # A new pillar stands last until the colleague places it.
    return kept + tuple(key for key in keys if key not in ranking) if kept else ()


def with_internal(project: Project, internal: InternalView) -> Project:
    """The project with the colleagues' views changed; ``SurveyError`` while the view is locked (unless unlocking)."""
    if project.internal.locked_on and internal.locked_on and internal.colleagues != project.internal.colleagues:
        raise error(SurveyNotice.VIEW_LOCKED, date=project.internal.locked_on)
    return replace(project, internal=internal)


def with_survey(project: Project, survey: Survey) -> Project:
    """The project with its questionnaire changed; a MaxDiff survey gets its tasks."""
    return replace(project, survey=with_tasks(survey, project.pillars))


def with_bandings(project: Project, generations: Banding, ages: Banding) -> Project:
    """The project with its generation and age bands changed."""
    return replace(project, generations=generations, ages=ages)


def with_plan(project: Project, plan: Plan) -> Project:
    """The project with its plan changed."""
    return replace(project, plan=plan)


def add_import(project: Project, imported: ImportedFile) -> Project:
    """The project with one more file of answers (or the same import read anew, by key)."""
    kept = tuple(known for known in project.imports if known.key != imported.key)
    return _with_imports(project, (*kept, imported))


def already_imported(project: Project, imported: ImportedFile) -> ImportedFile | None:
    """The import of the study that holds the very same rows, if any: answers read twice would count twice."""
    return next(
        (
            known for known in project.imports
            if known.key != imported.key and _same_answers(known.responses, imported.responses)
        ),
        None,
    )  # fmt: skip


def remove_import(project: Project, key: str) -> Project:
    """The project without that import's answers."""
    return _with_imports(project, tuple(known for known in project.imports if known.key != key))


def _same_answers(one: Responses, other: Responses) -> bool:
    return (
        one.pillar_keys == other.pillar_keys
        and one.respondent_ids == other.respondent_ids
        and all(
            np.array_equal(getattr(one, name), getattr(other, name))
            for name in ("rows", "ranks", "importance", "performance", "birth_year", "age")
        )
    )


def _with_imports(project: Project, imports: tuple[ImportedFile, ...]) -> Project:
    return replace(project, imports=imports, responses=_merged(imports, project.pillar_keys))


def _merged(imports: tuple[ImportedFile, ...], keys: tuple[str, ...]) -> Responses:
    return merge_responses(tuple(imported.responses for imported in imports), keys)
