"""The small parts of a project as rows of their tables, and back. Each part is written when it changed, as a whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cxsurvey.cohorts import Band, Banding
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.pillars import Pillar, Pillars, PillarText, check_pillars
from cxsurvey.plan import Action, Plan
from cxsurvey.project import Project
from cxsurvey.study import Study, WeightMargin, check_settings
from cxsurvey.survey import Option, Question, QuestionKind, Survey

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]  # by table


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the project: its value (compared to see a change), and the value's rows."""

    value: Callable[[Project], object]
    tables: tuple[str, ...]
    rows: Callable[[Project], Rows]


def grouped(rows: Iterable[Row], n_key: int = 1) -> dict[Row, list[Row]]:
    """Rows by their first ``n_key`` columns, the rest kept in order."""
    groups: dict[Row, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[:n_key], []).append(row[n_key:])
    return groups


def only(rows: list[Row]) -> Row:
    """The one row of a table that has one; ``ValueError`` otherwise."""
    if len(rows) != 1:
        raise ValueError(f"one row expected, got {len(rows)}")
    return rows[0]


# --- study ----------------------------------------------------------------------------------------


def _study_rows(project: Project) -> Rows:
    study = project.study
    return {
        "study": [(
            project.key, study.title, study.organisation, study.language, study.asked, study.population,
            study.invited, study.recruitment, study.fielded_from, study.fielded_to, study.confidence,
            study.target_margin, study.decision, study.privacy_threshold, study.gap, study.cohort, study.seed,
            int(study.invented), study.quality, study.performance_target,
        )]
    }


def _weight_rows(project: Project) -> Rows:
    margins = list(enumerate(project.study.weights))
    return {
        "weight_margins": [(at, margin.by) for at, margin in margins],
        "weight_targets": [
            (at, position, *target) for at, margin in margins for position, target in enumerate(margin.targets)
        ],
    }


def study_from(rows: Rows) -> tuple[str, Study]:
    """The project's key and the description of the study; ``ValueError`` for a setting out of its bounds."""
    (
        key, title, organisation, language, asked, population, invited, recruitment, fielded_from, fielded_to,
        confidence, margin, decision, threshold, gap, cohort, seed, invented, quality, target,
    ) = only(rows["study"])
    study = Study(
        title=title, organisation=organisation, language=language, asked=asked, population=population,
        invited=invited, recruitment=recruitment, fielded_from=fielded_from, fielded_to=fielded_to,
        confidence=confidence, target_margin=margin, decision=decision, privacy_threshold=threshold,
        gap=gap, cohort=cohort, seed=seed, invented=bool(invented), quality=quality, weights=_weights_from(rows),
        performance_target=target,
    )
    check_settings(study)
    return key, study


def _weights_from(rows: Rows) -> tuple[WeightMargin, ...]:
    targets = grouped(rows["weight_targets"])
    return tuple(
        WeightMargin(by, tuple((cohort, share) for _, cohort, share in targets.get((at,), ())))
        for at, by in rows["weight_margins"]
    )


# --- pillars --------------------------------------------------------------------------------------


def _pillar_rows(project: Project) -> Rows:
    return {
        "pillars": [(at, pillar.key, pillar.code) for at, pillar in enumerate(project.pillars)],
        "pillar_texts": [
            (at, position, text.language, text.name, text.customer_sentence, text.question, text.short, text.covers)
            for at, pillar in enumerate(project.pillars)
            for position, text in enumerate(pillar.texts)
        ],
    }


def pillars_from(rows: Rows) -> Pillars:
    """The pillars; ``ValueError`` if one has no text, ``SurveyError`` if they are too few, too many or repeated."""
    texts = grouped(rows["pillar_texts"])
    pillars = tuple(
        Pillar(key, code, tuple(PillarText(*words) for _, *words in texts.pop((at,), ())))
        for at, key, code in rows["pillars"]
    )
    if texts or not all(pillar.texts for pillar in pillars):
        raise ValueError("texts without a pillar, or a pillar without texts")
    return check_pillars(pillars)


# --- internal view --------------------------------------------------------------------------------


def _internal_rows(project: Project) -> Rows:
    colleagues = list(enumerate(project.internal.colleagues))
    return {
        "internal_view": [(project.internal.locked_on,)],
        "colleagues": [
            (at, person.key, person.name, person.role, person.department, person.level, person.date)
            for at, person in colleagues
        ],
        "rankings": [(at, place, key) for at, person in colleagues for place, key in enumerate(person.ranking, 1)],
        "scores": [
            (at, position, key, score)
            for at, person in colleagues
            for position, (key, score) in enumerate(person.scores)
        ],
    }


def internal_from(rows: Rows) -> InternalView:
    """The colleagues' views."""
    rankings, scores = grouped(rows["rankings"]), grouped(rows["scores"])
    return InternalView(
        tuple(
            Colleague(
                key, name, role, department, level, date,
                tuple(pillar for _, pillar in rankings.get((at,), ())),
                tuple((pillar, score) for _, pillar, score in scores.get((at,), ())),
            )
            for at, key, name, role, department, level, date in rows["colleagues"]
        ),
        only(rows["internal_view"])[0],
    )


# --- survey ---------------------------------------------------------------------------------------


def _survey_rows(project: Project) -> Rows:
    survey = project.survey
    questions = list(enumerate(survey.questions))
    options = [(at, place, option) for at, question in questions for place, option in enumerate(question.options)]
    return {
        "survey": [(survey.version, survey.made)],
        "survey_languages": list(enumerate(survey.languages)),
        "survey_texts": [
            (kind, position, *text)
            for kind, texts in (("title", survey.titles), ("introduction", survey.introductions))
            for position, text in enumerate(texts)
        ],
        "questions": [(at, question.code, str(question.kind), int(question.required)) for at, question in questions],
        "question_texts": [
            (at, position, *text) for at, question in questions for position, text in enumerate(question.texts)
        ],
        "options": [(at, place, option.code) for at, place, option in options],
        "option_labels": [
            (at, place, position, *label)
            for at, place, option in options
            for position, label in enumerate(option.labels)
        ],
        "survey_tasks": [
            (at, position, key) for at, task in enumerate(survey.tasks) for position, key in enumerate(task)
        ],
    }


def survey_from(rows: Rows) -> Survey:
    """The questionnaire; ``ValueError`` if a question is of a kind we do not know."""
    words, texts = grouped(rows["survey_texts"]), grouped(rows["question_texts"])
    options, labels = grouped(rows["options"]), grouped(rows["option_labels"], 2)
    version, made = only(rows["survey"])
    return Survey(
        tuple(language for _, language in rows["survey_languages"]),
        _texts(words.get(("title",), [])),
        _texts(words.get(("introduction",), [])),
        tuple(
            Question(
                code, QuestionKind(kind), _texts(texts.get((at,), [])),
                tuple(Option(option, _texts(labels.get((at, place), []))) for place, option in options.get((at,), [])),
                bool(required),
            )
            for at, code, kind, required in rows["questions"]
        ),
        version, made,
        tuple(tuple(key for _, key in task) for task in grouped(rows["survey_tasks"]).values()),
    )


def _texts(rows: list[Row]) -> tuple[tuple[str, str], ...]:
    return tuple((language, text) for _, language, text in rows)


# --- bandings -------------------------------------------------------------------------------------


def _banding_rows(project: Project) -> Rows:
    bandings = (("generations", project.generations), ("ages", project.ages))
    return {
        "bandings": [(name, banding.key, banding.kind, banding.source) for name, banding in bandings],
        "bands": [
            (name, position, band.key, band.name, band.low, band.high)
            for name, banding in bandings
            for position, band in enumerate(banding.bands)
        ],
    }


def banding_from(rows: Rows, name: str) -> Banding:
    """The banding called ``generations`` or ``ages``; ``KeyError`` if it is not there."""
    key, kind, source = grouped(rows["bandings"])[(name,)][0]
    bands = grouped(rows["bands"]).get((name,), [])
    return Banding(key, kind, tuple(Band(*band) for _, *band in bands), source)


# --- plan -----------------------------------------------------------------------------------------


def _plan_rows(project: Project) -> Rows:
    actions = list(enumerate(project.plan.actions))
    return {
        "plan": [(project.plan.reason,)],
        "plan_actions": [
            (at, action.pillar_key, action.rating, action.owner, action.first_step, action.due, action.measure)
            for at, action in actions
        ],
        "plan_departments": [
            (at, position, name) for at, action in actions for position, name in enumerate(action.departments)
        ],
    }


def plan_from(rows: Rows) -> Plan:
    """The chosen pillars and what is planned for them."""
    departments = grouped(rows["plan_departments"])
    return Plan(
        tuple(
            Action(
                key, rating, owner, tuple(name for _, name in departments.get((at,), [])), first_step, due, measure
            )
            for at, key, rating, owner, first_step, due, measure in rows["plan_actions"]
        ),
        only(rows["plan"])[0],
    )


PARTS = (
    Part(lambda project: (project.key, project.study), ("study",), _study_rows),
    Part(lambda project: project.study.weights, ("weight_margins", "weight_targets"), _weight_rows),
    Part(lambda project: project.pillars, ("pillars", "pillar_texts"), _pillar_rows),
    Part(lambda project: project.internal, ("internal_view", "colleagues", "rankings", "scores"), _internal_rows),
    Part(
        lambda project: project.survey,
        ("survey", "survey_languages", "survey_texts", "questions", "question_texts", "options", "option_labels",
         "survey_tasks"),
        _survey_rows,
    ),
    Part(lambda project: (project.generations, project.ages), ("bandings", "bands"), _banding_rows),
    Part(lambda project: project.plan, ("plan", "plan_actions", "plan_departments"), _plan_rows),
)
