"""What can be chosen where a question offers a list, in the words of one language."""

from dataclasses import dataclass

from cxsurvey.cohorts import Band, Banding, built_in_banding
from cxsurvey.survey.values import Question, QuestionKind
from cxsurvey.survey.words import fill, words

_BANDED = {QuestionKind.AGE_BAND: "age", QuestionKind.GENERATION: "birth_year"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: an option's code or a band's key, and what the respondent reads."""

    code: str
    label: str


def choices(question: Question, language: str, banding: Banding | None = None) -> tuple[Choice, ...]:
    """The choices of a segment, an age band, a generation or an attention question; none for the other kinds.

    ``banding`` is the study's own generations or ages; the shipped ones where it is not given. Generations are
    asked as spans of birth years ("1965 to 1980"): nobody needs to know what a label means.
    """
    if question.kind is QuestionKind.SEGMENT:
        return tuple(Choice(option.code, option.label(language)) for option in question.options)
    if question.kind is QuestionKind.ATTENTION:
        return tuple(Choice(str(step), str(step)) for step in range(1, 6))
    if question.kind not in _BANDED:
        return ()
    kind = _BANDED[question.kind]
    bands = (banding or built_in_banding(kind, "pew" if kind == "birth_year" else "age_plain")).bands
    named = _age_names(banding, language) if kind == "age" else {}
    return tuple(Choice(band.key, named.get(band.key) or _label(band, kind, language)) for band in bands)


def _age_names(banding: Banding | None, language: str) -> dict[str, str]:
    """The shipped names of age bands in that language, where the bands are the shipped ones."""
    try:
        shipped = built_in_banding("age", banding.key if banding else "age_plain", language)
    except KeyError:
        return {}
    if banding and [(b.key, b.low, b.high) for b in banding.bands] != [(b.key, b.low, b.high) for b in shipped.bands]:
        return {}
    return {band.key: band.name for band in shipped.bands}


def _label(band: Band, kind: str, language: str) -> str:
    if kind == "age":
        return band.name
    if band.low is None:
        return f"≤ {band.high}"
    if band.high is None:
        return f"≥ {band.low}"
    return fill(words(language)["generation_choice"], low=band.low, high=band.high)
