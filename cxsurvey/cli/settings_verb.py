"""The verb ``settings``: shows what a study is set to, and changes it as the window does."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from cxsurvey.analysis import weights_refused
from cxsurvey.cli.counting import weights_json, with_counting
from cxsurvey.cli.desk import Desk, WrongUse, change_study, load_study
from cxsurvey.cli.grammar import Verbs, add_counting, add_study, add_target, count, day, positive, share, taken_back
from cxsurvey.notices import SurveyError
from cxsurvey.project import Project, with_study
from cxsurvey.study import DECISIONS, LEAST_THRESHOLD, MOST_THRESHOLD, Study

UNKNOWN = "unknown"

# Option and field of the study, where one is the other's value as it stands.
PLAIN = {
    "title": "title", "organisation": "organisation", "asked": "asked", "population": "population",
    "invited": "invited", "recruitment": "recruitment", "margin": "target_margin", "confidence": "confidence",
    "decision": "decision", "threshold": "privacy_threshold", "gap": "gap", "by": "cohort", "seed": "seed",
}  # fmt: skip


def add_verbs(verbs: Verbs) -> None:
    """Declares the verb of this module."""
    settings = verbs.add("settings", run_settings, "Show what a study is set to, or change it.")
    add_study(settings)
    _add_fieldwork(settings)
    settings.add_argument("--margin", type=share, help="wanted margin of a share, 0.05 or 5%%")
    settings.add_argument("--confidence", type=share, help="how sure ranges and tests are, 0.95 or 95%%")
    settings.add_argument("--decision", choices=DECISIONS, help="what it shall decide")
    settings.add_argument("--threshold", type=int, choices=range(LEAST_THRESHOLD, MOST_THRESHOLD + 1),
                          metavar=f"{LEAST_THRESHOLD}-{MOST_THRESHOLD}",
                          help="groups with fewer answers are hidden")  # fmt: skip
    settings.add_argument("--gap", type=positive, metavar="PLACES", help="places between groups worth finding")
    settings.add_argument("--by", metavar="GROUPING", help="groups shown first: generation, age, a question of yours")
    settings.add_argument("--seed", type=count, metavar="N", help="where chance begins; another seed, other draws")
    add_counting(settings)
    add_target(settings)


def _add_fieldwork(settings: ArgumentParser) -> None:
    settings.add_argument("--title", help="printed on every export")
    settings.add_argument("--organisation", help="whose customers they are")
    settings.add_argument("--asked", metavar="WHO", help='who was asked: "customers of the last 12 months"')
    settings.add_argument("--population", type=taken_back(UNKNOWN, count), metavar="N|unknown", help="customers in all")
    settings.add_argument("--invited", type=taken_back(UNKNOWN, count), metavar="N|unknown", help="how many, in all")
    settings.add_argument("--recruitment", choices=("random", "open", UNKNOWN), help="drawn at random, or an open link")
    settings.add_argument("--fielded", nargs=2, type=day, metavar=("FROM", "TO"), help="YYYY-MM-DD")


def run_settings(desk: Desk) -> None:
    """Changes what is named, if anything is, and tells all settings."""
    wish = vars(desk.arguments)
    asked = (*PLAIN, "fielded", "quality", "weights", "target")
    changes = any(wish[name] is not None for name in asked)
    project = change_study(wish["study"], lambda found: _changed(desk, found)) if changes else load_study(wish["study"])
    told = settings_json(project.study)
    desk.console.give(told)
    desk.console.table(("Setting", "Value"), [(name, _words(value)) for name, value in told.items()], left=(0, 1))


def settings_json(study: Study) -> dict[str, Any]:
    """All settings by the names they have in the study."""
    names = ("language", "fielded_from", "fielded_to", "quality", "performance_target", *PLAIN.values())
    return {name: getattr(study, name) for name in names} | {"weights": weights_json(study.weights)}


def _changed(desk: Desk, project: Project) -> Project:
    """The project with what the command names; ``SurveyError`` for weights that the answers cannot be given."""
    wish = vars(desk.arguments)
    given = {PLAIN[name]: wish[name] for name in PLAIN if wish[name] is not None}
    for name, value in given.items():
        if value == UNKNOWN and name in ("population", "invited", "recruitment"):
            given[name] = "" if name == "recruitment" else None
    if wish["fielded"]:
        given["fielded_from"], given["fielded_to"] = wish["fielded"]
        if given["fielded_to"] < given["fielded_from"]:
            raise WrongUse(f"--fielded: {given['fielded_to']} is before {given['fielded_from']}")
    changed = with_study(project, with_counting(replace(project.study, **given), desk.arguments))
    refused = weights_refused(changed) if wish["weights"] else None
    if refused is not None:
        raise SurveyError(refused)
    return changed


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(margin["by"] for margin in value) or None
    return None if value in (None, "") else f"{value}"
