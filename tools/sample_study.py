"""The company of the sample study, all of it invented: its people's view, its survey, its plan."""

from dataclasses import replace

from cxsurvey.internal import Colleague, InternalView
from cxsurvey.pillars import built_in_pillars
from cxsurvey.plan import Action, Plan
from cxsurvey.project import Project, Study, new_project
from cxsurvey.survey.build import (
    add_loyalty,
    add_question,
    edit_text,
    edit_title,
    mark_made,
    new_options,
    standard_survey,
)
from cxsurvey.survey.values import Option, QuestionKind
from cxsurvey.survey.words import fill, words

KEY = "5a3e1ef0c0ffee00cafe00000000c511"  # always the same, so that the answer sheet is known again
COMPANY = "Larkmoor Outdoor"
ASKED_ON = "2026-09-14", "2026-10-04"

REGIONS = ("North", "South", "East", "West")
CHANNELS = ("Web shop", "Store", "Phone or mail")
POLISH = {
    "North": "Północ", "South": "Południe", "East": "Wschód", "West": "Zachód", "Web shop": "Sklep internetowy",
    "Store": "Sklep stacjonarny", "Phone or mail": "Telefon lub e-mail",
}

# Name, role, department, level, ranking from most to least important, scores in the order of the pillar list.
_COLLEAGUES = (
    ("Maren Holt", "Managing director", "Management", "leader",
     "products reputation advertising service digital communications content non_digital friction representatives",
     (4, 4, 4, 4, 4, 4, 5, 4, 4, 5)),
    ("Tobias Lind", "Head of marketing", "Marketing", "leader",
     "reputation advertising products content digital communications service non_digital friction representatives",
     (5, 4, 4, 3, 4, 3, 4, 4, 4, 5)),
    ("Priya Raman", "Head of customer experience", "Customer experience", "leader",
     "products service reputation friction digital advertising communications content representatives non_digital",
     (3, 4, 3, 4, 3, 3, 4, 4, 2, 4)),
    ("Jonas Berg", "Head of e-commerce", "Digital", "leader",
     "products digital advertising reputation service content communications non_digital friction representatives",
     (4, 4, 4, 3, 3, 3, 4, 4, 3, 4)),
    ("Aisha Karim", "Service agent", "Customer service", "front_line",
     "service products friction representatives digital communications reputation non_digital content advertising",
     (2, 3, 3, 4, 3, 4, 4, 3, 2, 4)),
    ("Marek Wolny", "Store manager", "Stores", "front_line",
     "products reputation service non_digital advertising communications digital content representatives friction",
     (3, 3, 3, 5, 3, 4, 4, 4, 3, 4)),
    ("Lucia Ferrer", "Field sales", "Sales", "front_line",
     "reputation products advertising service communications digital content non_digital friction representatives",
     (4, 3, 3, 4, 3, 4, 4, 3, 3, 5)),
    ("Sam Adeyemi", "Returns desk", "Logistics", "front_line",
     "products service advertising reputation digital communications non_digital content friction representatives",
     (3, 3, 3, 4, 2, 3, 5, 4, 2, 4)),
)  # fmt: skip


def sample_project() -> Project:
    """The study before any customer answered: pillars, locked view, survey, plan."""
    study = Study(
        f"Sample study: {COMPANY} (invented)", f"{COMPANY} (invented)",
        asked="customers of the last 12 months", population=48_000, invited=4_200, recruitment="random",
        fielded_from=ASKED_ON[0], fielded_to=ASKED_ON[1], invented=True,
    )
    pillars = built_in_pillars()
    survey = standard_survey(pillars, ("en", "pl"), QuestionKind.FULL_RANKING)
    survey = add_question(survey, QuestionKind.SEGMENT, "Region", _options(REGIONS))
    survey = add_question(survey, QuestionKind.SEGMENT, "Channel", _options(CHANNELS))
    for code, name in (("seg1", "Region"), ("seg2", "Kanał")):
        survey = edit_text(survey, code, "pl", fill(words("pl")["question_segment"], segment=name))
    survey = add_loyalty(survey)
    survey = edit_title(survey, "en", f"What matters to you at {COMPANY}?")
    survey = edit_title(survey, "pl", f"Co jest dla Ciebie ważne w {COMPANY}?")
    project = replace(new_project(study, pillars, mark_made(survey)), key=KEY)
    colleagues = tuple(
        Colleague(
            f"c{number}", name, role, department, level, f"2026-09-{number:02d}", tuple(ranking.split()),
            tuple(zip(project.pillar_keys, scores, strict=True)),
        )
        for number, (name, role, department, level, ranking, scores) in enumerate(_COLLEAGUES, 1)
    )
    return replace(project, internal=InternalView(colleagues, "2026-09-11"), plan=_plan())


def _options(labels: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(
        replace(option, labels=(*option.labels, ("pl", POLISH[label])))
        for option, label in zip(new_options(labels, "en"), labels, strict=True)
    )


def _plan() -> Plan:
    return Plan((
        Action(
            "friction", 2, "Jonas Berg", ("Digital", "Logistics", "Stores"),
            "Walk the way from search to return with ten customers and count every wait and every click.",
            "2026-12-15", "Minutes from basket to confirmation; share of returns without a call",
        ),
        Action(
            "representatives", 3, "Priya Raman", ("Customer service", "Sales", "Stores"),
            "Let every agent refund or replace up to 100 euros without asking, and say so to customers.",
            "2027-01-29", "Problems solved in the first contact; rating of staff in the next survey",
        ),
    ), "Products and customer service are where we put them ourselves; these two we had not seen.")  # fmt: skip


