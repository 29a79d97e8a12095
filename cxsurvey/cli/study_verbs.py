"""The verbs about the study itself: ``new``, ``channel``, ``sample``."""

from argparse import ArgumentParser
from pathlib import Path

from cxsurvey.channels import CHANNELS, channel
from cxsurvey.cli.as_json import study_json
from cxsurvey.cli.desk import Desk, WrongUse, change_study, new_target, pillar_list
from cxsurvey.cli.grammar import Verbs, add_study, count, day, names, share
from cxsurvey.cli.survey_verb import FORMATS, add_priority, check_languages
from cxsurvey.pillars import CX_LIST, Pillars
from cxsurvey.project import Project, new_project, with_survey
from cxsurvey.storage import load_project, save_project
from cxsurvey.storage.sample import open_sample
from cxsurvey.study import Study
from cxsurvey.survey import mark_made, standard_survey


def add_verbs(verbs: Verbs) -> None:
    """Declares the verbs of this module."""
    _add_new(verbs.add("new", run_new, "Make a study: pillars, a survey, how it is fielded."))
    going_out = verbs.add("channel", run_channel, "Write the survey for a channel.")
    add_study(going_out)
    going_out.add_argument("kind", metavar="KIND", help=" ".join(known.key for known in CHANNELS))
    going_out.add_argument("out", type=Path, metavar="OUT", help="the file to write")
    going_out.add_argument("--languages", type=names, metavar="en,pl", help="default: the survey's")
    sample = verbs.add("sample", run_sample, "Write the sample study, whose answers are invented.")
    sample.add_argument("study", type=Path, metavar="OUT.cxs", help="the file to write")
    sample.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_new(new: ArgumentParser) -> None:
    add_study(new)
    new.add_argument("--pillars", default=CX_LIST, metavar="LIST", help="a shipped list (cx, servqual) or a .json file")
    new.add_argument("--title", help="default: the file's name")
    new.add_argument("--organisation", default="", help="whose customers they are")
    new.add_argument("--language", default="en", help="main language: en, pl, ru, th (default en)")
    new.add_argument("--languages", type=names, metavar="en,pl", help="of the survey (default: the main one)")
    add_priority(new)
    new.add_argument("--asked", default="", metavar="WHO", help='who is asked: "customers of the last 12 months"')
    new.add_argument("--population", type=count, metavar="N", help="customers in all")
    new.add_argument("--invited", type=count, metavar="N", help="how many are invited")
    new.add_argument("--recruitment", choices=("random", "open"), default="", help="drawn at random, or an open link")
    new.add_argument("--fielded", nargs=2, type=day, metavar=("FROM", "TO"), default=("", ""), help="YYYY-MM-DD")
    new.add_argument("--margin", type=share, default=0.05, help="wanted margin of a share (default 0.05)")
    new.add_argument("--decision", choices=("overall", "generations"), default="overall", help="what it shall decide")
    new.add_argument("--threshold", type=int, choices=range(5, 31), default=10, metavar="5-30",
                     help="groups with fewer answers are hidden (default 10)")  # fmt: skip
    new.add_argument("--force", action="store_true", help="write over a study that is there")


def run_new(desk: Desk) -> None:
    """A study with pillars and a survey, and nothing else yet."""
    wish = desk.arguments
    check_languages((wish.language, *(wish.languages or ())))
    fielded_from, fielded_to = wish.fielded
    if fielded_to < fielded_from:
        raise WrongUse(f"--fielded: {fielded_to} is before {fielded_from}")
    study = Study(
        wish.title or wish.study.stem, wish.organisation, wish.language, wish.asked, wish.population, wish.invited,
        wish.recruitment, fielded_from, fielded_to, target_margin=wish.margin, decision=wish.decision,
        privacy_threshold=wish.threshold,
    )  # fmt: skip
    pillars = pillar_list(wish.pillars, wish.language)
    target = new_target(wish.study, wish.force)
    save_project(_study_of(study, pillars, wish.languages or (wish.language,), wish.priority), target)
    project = load_project(target)
    desk.console.give({"study": str(target), **study_json(project)})
    desk.console.say(f"{target}: {study.title}, {len(pillars)} pillars", "")
    desk.console.table(("Code", "Key", "Pillar"), [(of.code, of.key, of.name) for of in pillars], left=(0, 1, 2))


def run_channel(desk: Desk) -> None:
    """The survey as files; from now on a change of it makes a new version."""
    wish = desk.arguments
    kinds = [known.key for known in CHANNELS]
    if wish.kind not in kinds:
        raise WrongUse(f"there is no channel “{wish.kind}” in this version; there is: {', '.join(kinds)}")
    files: tuple[Path, ...] = ()
    target = wish.out if wish.out.suffix else wish.out.with_suffix(channel(wish.kind).suffix)

    def write(project: Project) -> Project:
        nonlocal files
        languages = wish.languages or project.survey.languages
        check_languages(languages)
        files = channel(wish.kind).write(project, target, languages)
        return with_survey(project, mark_made(project.survey))

    project = change_study(wish.study, write)
    desk.console.give({
        "kind": wish.kind, "version": project.survey.version, "files": [str(file) for file in files],
    })  # fmt: skip
    desk.console.say(*(str(file) for file in files))


def run_sample(desk: Desk) -> None:
    """A copy of the shipped study."""
    project = open_sample()
    target = new_target(desk.arguments.study, desk.arguments.force)
    save_project(project, target)
    desk.console.give({"study": str(target), **study_json(project)})
    desk.console.say(f"{target}: {project.study.title}, {project.responses.n} invented respondents")


def _study_of(study: Study, pillars: Pillars, languages: tuple[str, ...], priority: str | None) -> Project:
    survey = standard_survey(pillars, languages, FORMATS[priority] if priority else None)
    return new_project(study, pillars, survey)
