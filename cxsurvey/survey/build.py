"""Building and editing a questionnaire: every edit gives a new value, and a new version once files went out."""

from collections.abc import Callable
from dataclasses import replace

from cxsurvey.notices import error
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.pillars import Pillars
from cxsurvey.survey.codes import CODES, sort_steps
from cxsurvey.survey.tasks import with_tasks
from cxsurvey.survey.values import PRIORITY_KINDS, Labels, Option, Question, QuestionKind, Survey
from cxsurvey.survey.words import fill, words

FEWEST_SORTED = 4  # choices of a guided sort; with fewer, ranking all is as quick
MOST_RANKED = 10  # nobody ranks more with care; Microsoft Forms takes no more

_TEXT_KEYS = {
    QuestionKind.FULL_RANKING: "question_rank",
    QuestionKind.TOP_RANKING: "question_top",
    QuestionKind.IMPORTANCE_RATING: "question_importance",
    QuestionKind.GUIDED_SORT: "question_sort",
    QuestionKind.BEST_WORST: "question_best_worst",
    QuestionKind.POINTS: "question_points",
    QuestionKind.PERFORMANCE: "question_performance",
    QuestionKind.BIRTH_YEAR: "question_birth_year",
    QuestionKind.AGE_BAND: "question_age_band",
    QuestionKind.GENERATION: "question_generation",
    QuestionKind.SATISFACTION: "question_satisfaction",
    QuestionKind.IMAGE: "question_image",
    QuestionKind.ATTENTION: "question_attention",
    QuestionKind.COMMENT: "question_comment",
}
_SEGMENT_TEXT = "question_segment"


def standard_survey(
    pillars: Pillars,
    languages: tuple[str, ...] = ("en",),
    priority_kind: QuestionKind | None = None,
    *,
    performance: bool = True,
    birth_year: bool = True,
    generation: bool = False,
    age_band: bool = False,
    comment: bool = True,
) -> Survey:
    """The survey that most studies need, in the shipped words of each language, the main one first.

    Without ``priority_kind`` customers are asked in the way recommended for that list.
    """
    wanted = {
        priority_kind or recommended_kind(pillars): True, QuestionKind.PERFORMANCE: performance,
        QuestionKind.BIRTH_YEAR: birth_year, QuestionKind.GENERATION: generation, QuestionKind.AGE_BAND: age_band,
        QuestionKind.COMMENT: comment,
    }
    survey = Survey(
        languages, _shipped("title_default", languages), _shipped("introduction", languages),
        tuple(_question(kind, CODES[kind], languages) for kind, asked in wanted.items() if asked),
    )
    return with_tasks(survey, pillars)


def recommended_kind(pillars: Pillars) -> QuestionKind:
    """Guided sort, and ranking all where the list is so short that this is as quick."""
    enough = len(sort_steps(pillars)) >= FEWEST_SORTED
    return QuestionKind.GUIDED_SORT if enough else QuestionKind.FULL_RANKING


def add_question(
    survey: Survey, kind: QuestionKind, name: str = "", options: tuple[Option, ...] = (), position: int | None = None
) -> Survey:
    """The survey with one question more, at the end (a comment stays last) or at ``position`` from 0.

    ``name`` is what a segment question is about ("Region"). Raises ``SurveyError`` when the survey asks it already.
    """
    number = 1 + max((_segment_number(question) for question in survey.questions), default=0)
    code = f"{CODES[kind]}{number}" if kind is QuestionKind.SEGMENT else CODES[kind]
    asked = survey.question(code)
    if asked:
        raise error(SurveyNotice.QUESTION_TWICE, question=asked.text(survey.languages[0]))
    question = _question(kind, code, survey.languages, name, options)
    last = len(survey.questions)
    if position is None and last and survey.questions[-1].kind is QuestionKind.COMMENT:
        position = last - 1
    at = last if position is None else max(0, min(position, last))
    return next_version(replace(survey, questions=(*survey.questions[:at], question, *survey.questions[at:])))


def add_loyalty(survey: Survey) -> Survey:
    """The survey with the questions that place each respondent as loyal or not: satisfaction and image.

    Raises ``SurveyError`` when it asks both already.
    """
    wanted = (QuestionKind.SATISFACTION, QuestionKind.IMAGE)
    missing = [kind for kind in wanted if not survey.of_kind(kind)] or list(wanted)
    for kind in missing:
        survey = add_question(survey, kind)
    return survey


def remove_question(survey: Survey, code: str) -> Survey:
    """The survey without that question; ``SurveyError`` for the one about priorities, which the study is about."""
    question = _asked(survey, code)
    if question.kind in PRIORITY_KINDS:
        raise error(SurveyNotice.PRIORITY_NEEDED)
    return next_version(replace(survey, questions=tuple(kept for kept in survey.questions if kept.code != code)))


def move_question(survey: Survey, code: str, position: int) -> Survey:
    """The survey with that question at ``position`` from 0; the others keep their order."""
    question = _asked(survey, code)
    others = [kept for kept in survey.questions if kept.code != code]
    others.insert(max(0, min(position, len(others))), question)
    moved = tuple(others)
    return survey if moved == survey.questions else next_version(replace(survey, questions=moved))


def with_priority_kind(survey: Survey, kind: QuestionKind) -> Survey:
    """The survey asking for priorities in another way; a text of one's own stays, a shipped one follows the kind.

    Tasks of a MaxDiff survey come with the project's pillars (``with_tasks``).
    """
    before = survey.priority
    if before is None:
        return add_question(survey, kind, position=0)
    if before.kind is kind:
        return survey
    shipped, texts = dict(_shipped(_TEXT_KEYS[before.kind], survey.languages)), dict(before.texts)
    fresh = dict(_shipped(_TEXT_KEYS[kind], survey.languages))
    kept = tuple(
        (language, fresh[language] if language in fresh and shipped.get(language) == text else text)
        for language, text in texts.items()
    )
    return _changed(survey, before.code, lambda question: replace(question, kind=kind, texts=kept))


def edit_text(survey: Survey, code: str, language: str, text: str) -> Survey:
    """The survey with a question's words changed in one language."""
    return _changed(survey, code, lambda question: replace(question, texts=_put(question.texts, language, text)))


def edit_title(survey: Survey, language: str, text: str) -> Survey:
    """The survey with its title changed in one language."""
    return _if_changed(survey, replace(survey, titles=_put(survey.titles, language, text)))


def edit_introduction(survey: Survey, language: str, text: str) -> Survey:
    """The survey with its introduction changed in one language; ``{minutes}`` in it is filled when shown."""
    return _if_changed(survey, replace(survey, introductions=_put(survey.introductions, language, text)))


def edit_options(survey: Survey, code: str, language: str, labels: tuple[str, ...]) -> Survey:
    """The survey with a segment's options as given in one language, top to bottom.

    Options keep their codes by position, so translations stay with them; new ones get free codes.
    """
    question = _asked(survey, code)
    kept = [
        replace(option, labels=_put(option.labels, language, label))
        for option, label in zip(question.options, labels, strict=False)
    ]
    fresh = new_options(labels[len(kept):], language, tuple(kept))
    return _changed(survey, code, lambda question: replace(question, options=(*kept, *fresh)))


def new_options(labels: tuple[str, ...], language: str, taken: tuple[Option, ...] = ()) -> tuple[Option, ...]:
    """Options for those labels with codes that ``taken`` does not use: A1, A2, ..."""
    used = {option.code for option in taken}
    free = (code for code in (f"A{number}" for number in range(1, 10_000)) if code not in used)
    return tuple(Option(code, ((language, label),)) for label, code in zip(labels, free, strict=False))


def with_required(survey: Survey, code: str, required: bool) -> Survey:
    """The survey with that question to be answered, or free to be left out."""
    return _changed(survey, code, lambda question: replace(question, required=required))


def with_languages(survey: Survey, languages: tuple[str, ...]) -> Survey:
    """The survey in those languages, the main one first; words of a language taken away are kept for its return.

    Raises ``ValueError`` for no language.
    """
    if not languages:
        raise ValueError("languages: needs at least one")
    unique = tuple(dict.fromkeys(languages))
    questions = tuple(
        replace(question, texts=_led(question.texts, unique, _text_key(question)), options=tuple(
            replace(option, labels=_led(option.labels, unique)) for option in question.options
        ))
        for question in survey.questions
    )
    return _if_changed(survey, replace(
        survey, languages=unique, questions=questions, titles=_led(survey.titles, unique, "title_default"),
        introductions=_led(survey.introductions, unique, "introduction"),
    ))


def mark_made(survey: Survey) -> Survey:
    """The survey after files of it went out: from now on a change makes a new version."""
    return replace(survey, made=survey.version)


def next_version(survey: Survey) -> Survey:
    """The survey under a new version number if files of this one went out; else the same."""
    return replace(survey, version=survey.version + 1) if survey.made >= survey.version else survey


def _question(
    kind: QuestionKind, code: str, languages: tuple[str, ...], name: str = "", options: tuple[Option, ...] = ()
) -> Question:
    if kind is not QuestionKind.SEGMENT:
        return Question(code, kind, _shipped(_TEXT_KEYS[kind], languages), required=kind in PRIORITY_KINDS)
    main = languages[0]
    text = fill(words(main)[_SEGMENT_TEXT], segment=name) if name else ""
    return Question(code, kind, ((main, text),), options)


def _text_key(question: Question) -> str:
    return _TEXT_KEYS.get(question.kind, "")


def _shipped(key: str, languages: tuple[str, ...]) -> Labels:
    return tuple((language, words(language)[key]) for language in languages)


def _led(labels: Labels, languages: tuple[str, ...], shipped_key: str = "") -> Labels:
    """The labels with the main language first; shipped words for a language that has none yet."""
    known = dict(labels)
    if shipped_key:
        known = {**dict(_shipped(shipped_key, languages)), **known}
    if languages[0] not in known:
        # The first label speaks wherever a language has none: it must be there, if only borrowed.
        known[languages[0]] = labels[0][1]
    order = [language for language in (*languages, *known) if language in known]
    return tuple((language, known[language]) for language in dict.fromkeys(order))


def _put(labels: Labels, language: str, text: str) -> Labels:
    if any(known == language for known, _ in labels):
        return tuple((known, text if known == language else label) for known, label in labels)
    return (*labels, (language, text))


def _asked(survey: Survey, code: str) -> Question:
    """The question of that code; ``KeyError`` if it is not asked."""
    question = survey.question(code)
    if question is None:
        raise KeyError(code)
    return question


def _changed(survey: Survey, code: str, change: Callable[[Question], Question]) -> Survey:
    _asked(survey, code)
    questions = tuple(change(question) if question.code == code else question for question in survey.questions)
    return _if_changed(survey, replace(survey, questions=questions))


def _if_changed(before: Survey, after: Survey) -> Survey:
    return before if after == before else next_version(after)


def _segment_number(question: Question) -> int:
    number = question.code.removeprefix("seg")
    return int(number) if question.kind is QuestionKind.SEGMENT and number.isdigit() else 0
