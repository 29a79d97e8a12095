"""The verb ``survey``: what a study asks its customers, the ways it could ask for priorities, and changes of both."""

from argparse import ArgumentParser

from cxsurvey.cli.console import percent
from cxsurvey.cli.desk import Desk, WrongUse, change_study, load_study
from cxsurvey.cli.grammar import Verbs, add_study, names
from cxsurvey.notices import english
from cxsurvey.project import Project, with_survey
from cxsurvey.survey import (
    QuestionKind,
    Survey,
    add_loyalty,
    add_question,
    answer_fields,
    check_wording,
    minutes,
    priority_formats,
    remove_question,
    survey_languages,
    with_languages,
    with_priority_kind,
)

FORMATS = {
    "sort": QuestionKind.GUIDED_SORT,
    "top": QuestionKind.TOP_RANKING,
    "full": QuestionKind.FULL_RANKING,
    "maxdiff": QuestionKind.BEST_WORST,
    "points": QuestionKind.POINTS,
    "rating": QuestionKind.IMPORTANCE_RATING,
}
LOYALTY = "loyalty"
QUESTIONS = {
    "performance": QuestionKind.PERFORMANCE,
    "born": QuestionKind.BIRTH_YEAR,
    "generation": QuestionKind.GENERATION,
    "age": QuestionKind.AGE_BAND,
    "attention": QuestionKind.ATTENTION,
    "comment": QuestionKind.COMMENT,
}
_NAMES = {kind: name for name, kind in FORMATS.items()}


def add_verbs(verbs: Verbs) -> None:
    """Declares the verb of this module."""
    survey = verbs.add("survey", run_survey, "Show what the survey asks, or change it.")
    add_study(survey)
    add_priority(survey)
    survey.add_argument("--add", type=names, default=(), metavar="WHAT", help=", ".join((LOYALTY, *QUESTIONS)))
    survey.add_argument("--remove", type=names, default=(), metavar="CODE", help="questions to leave out: perf, att")
    survey.add_argument("--languages", type=names, metavar="en,pl", help="the main one first")


def add_priority(parser: ArgumentParser) -> None:
    """``--priority``: how customers say what matters."""
    parser.add_argument(
        "--priority", choices=FORMATS,
        help="guided sort, top 3, full ranking, MaxDiff, 100 points, or ratings (of a new study: as fits the list)",
    )


def run_survey(desk: Desk) -> None:
    """The survey, after the changes wished for if there are any."""
    wish = desk.arguments
    unknown = [name for name in wish.add if name not in (LOYALTY, *QUESTIONS)]
    if unknown:
        raise WrongUse(f"--add: there is no {', '.join(unknown)}; there are: {', '.join((LOYALTY, *QUESTIONS))}")
    check_languages(wish.languages or ())
    if wish.priority or wish.add or wish.remove or wish.languages:
        project = change_study(wish.study, lambda project: with_survey(project, _changed(project.survey, desk)))
    else:
        project = load_study(wish.study)
    desk.console.give(_as_json(project))
    _say(desk, project)


def check_languages(languages: tuple[str, ...]) -> None:
    """``WrongUse`` for a language that surveys have no words in."""
    known = survey_languages()
    wrong = [language for language in languages if language not in known]
    if wrong:
        raise WrongUse(f"no survey words in {', '.join(wrong)}; there are: {', '.join(known)}")


def _changed(survey: Survey, desk: Desk) -> Survey:
    wish = desk.arguments
    for code in wish.remove:
        if survey.question(code) is None:
            raise WrongUse(f"--remove: the survey has no {code}; it has: {', '.join(_codes(survey))}")
        survey = remove_question(survey, code)
    for name in wish.add:
        survey = add_loyalty(survey) if name == LOYALTY else add_question(survey, QUESTIONS[name])
    if wish.priority:
        survey = with_priority_kind(survey, FORMATS[wish.priority])
    return with_languages(survey, wish.languages) if wish.languages else survey


def _codes(survey: Survey) -> tuple[str, ...]:
    return tuple(question.code for question in survey.questions)


def _as_json(project: Project) -> dict[str, object]:
    survey, pillars = project.survey, project.pillars
    main = survey.languages[0]
    return {
        "version": survey.version,
        "made": survey.made,
        "languages": list(survey.languages),
        "minutes": round(minutes(survey, pillars), 1),
        "priority": _NAMES[survey.priority.kind] if survey.priority else None,
        "questions": [
            {
                "code": question.code, "kind": str(question.kind), "text": question.text(main),
                "required": question.required,
            }
            for question in survey.questions
        ],
        "fields": [field.code for field in answer_fields(survey, pillars)],
        "tasks": [list(task) for task in survey.tasks],
        "formats": [
            {
                "priority": _NAMES[one.kind], "seconds": one.seconds, "kept": one.kept, "answers": one.answers,
                "recommended": one.recommended,
            }
            for one in priority_formats(survey, pillars)
        ],
        "notices": [{"code": str(told.code), "message": english(told)} for told in check_wording(survey, pillars)],
    }  # fmt: skip


def _say(desk: Desk, project: Project) -> None:
    survey, pillars = project.survey, project.pillars
    main = survey.languages[0]
    desk.console.say(
        f"Version {survey.version}, about {minutes(survey, pillars):.1f} minutes, in {', '.join(survey.languages)}", ""
    )
    desk.console.table(
        ("Code", "Question"), [(question.code, question.text(main)) for question in survey.questions], left=(0, 1)
    )
    desk.console.say("", "Ways to ask for priorities (--priority)", "")
    desk.console.table(
        ("Way", "Seconds", "Order kept", "Answers needed", ""),
        [
            (
                _NAMES[one.kind], one.seconds, percent(one.kept), one.answers,
                "recommended" if one.recommended else "",
            )
            for one in priority_formats(survey, pillars)
        ],
        left=(0, 4),
    )  # fmt: skip
    desk.console.tell(*check_wording(survey, pillars))
