"""What no chart may leave the program without: study, who was asked, n, dates, caveat."""

from cxsurvey.analysis import Analysis
from cxsurvey.figures.values import FigureHead
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.figures import FigureNotice
from cxsurvey.project import Project, Study

SMALL_SAMPLE = 30  # below it a rank set is printed with "small sample" (statistics.md 2.2)


def customers_head(
    project: Project, key: str, n: int, title: Notice, caption: Notice, description: Notice, group: str = "",
    weighted: bool = False,
) -> FigureHead:
    """The head of a chart about customers; ``n`` answers, of one cohort where ``group`` names it."""
    study = project.study
    if group:
        code = FigureNotice.SOURCE_N_GROUP_WEIGHTED if weighted else FigureNotice.SOURCE_N_GROUP
        base = told(code, group=group, n=n)
    else:
        base = told(FigureNotice.SOURCE_N_WEIGHTED if weighted else FigureNotice.SOURCE_N, n=n)
    dates = _dates(study.fielded_from, study.fielded_to)
    return FigureHead(
        key, title, caption, (study_name(study), _asked(study), base, dates), _caveat(study, n), description
    )


def colleagues_head(project: Project, key: str, title: Notice, caption: Notice, description: Notice) -> FigureHead:
    """The head of a chart about the colleagues' own scores."""
    scored = [colleague for colleague in project.internal.colleagues if colleague.scores]
    given = sorted(colleague.date for colleague in scored if colleague.date)
    source = (
        study_name(project.study),
        told(FigureNotice.SOURCE_COLLEAGUES),
        told(FigureNotice.SOURCE_N, n=len(scored)),
        _dates(given[0], given[-1]) if given else _dates("", ""),
    )
    return FigureHead(key, title, caption, source, told(FigureNotice.CAVEAT_OWN_VIEW), description)


def is_weighted(analysis: Analysis) -> bool:
    """Whether the customers' figures are weighted, which no chart may keep to itself."""
    return analysis.comparison is not None and analysis.comparison.effective_n is not None


def told(code: FigureNotice, **values: Value) -> Notice:
    """A notice that asks nothing of the reader."""
    return notice(code, Severity.INFO, **values)


def study_name(study: Study) -> Notice:
    """The study's title, with the organisation and "invented" where the title does not say so already."""
    organisation = study.organisation if study.organisation not in study.title else ""
    invented = study.invented and "invented" not in f"{study.title} {organisation}".casefold()
    if organisation:
        code = FigureNotice.SOURCE_INVENTED_OF if invented else FigureNotice.SOURCE_STUDY_OF
        return told(code, title=study.title, organisation=organisation)
    return told(FigureNotice.SOURCE_INVENTED if invented else FigureNotice.SOURCE_STUDY, title=study.title)


def _asked(study: Study) -> Notice:
    return told(FigureNotice.SOURCE_ASKED, who=study.asked) if study.asked else told(FigureNotice.SOURCE_ASKED_UNSAID)


def _dates(start: str, end: str) -> Notice:
    if start and end and start != end:
        return told(FigureNotice.SOURCE_DATES, start=start, end=end)
    if start or end:
        return told(FigureNotice.SOURCE_DATE, date=start or end)
    return told(FigureNotice.SOURCE_DATES_UNSAID)


def _caveat(study: Study, n: int) -> Notice:
    """How far the answers carry, by the way people were invited; a small sample is said first."""
    if n < SMALL_SAMPLE:
        small = {"random": FigureNotice.CAVEAT_RANDOM_SMALL, "open": FigureNotice.CAVEAT_OPEN_SMALL}
        return told(small.get(study.recruitment, FigureNotice.CAVEAT_UNSAID_SMALL), n=n)
    by_recruitment = {"random": FigureNotice.CAVEAT_RANDOM, "open": FigureNotice.CAVEAT_OPEN}
    return told(by_recruitment.get(study.recruitment, FigureNotice.CAVEAT_UNSAID))


def percent(share: float) -> int | float:
    """A share of 0 to 1 in per cent, whole where it is whole: 95, 99.5."""
    rounded = round(100 * share, 1)
    return int(rounded) if rounded == int(rounded) else rounded
