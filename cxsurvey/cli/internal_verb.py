"""The verb ``internal``: the colleagues' view, from returned workbooks or from a ranking on the command line."""

import datetime
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path

from cxsurvey.channels.internal_form import write_internal_template
from cxsurvey.channels.internal_reading import read_internal
from cxsurvey.cli.as_json import consensus_json, sentences
from cxsurvey.cli.console import Console, number, place
from cxsurvey.cli.desk import Desk, WrongUse, change_study, load_study
from cxsurvey.cli.grammar import Verbs, add_study, day, names
from cxsurvey.consensus import Consensus, consensus_of
from cxsurvey.internal import HIGHEST_SCORE, LOWEST_SCORE, Colleague, take_colleagues
from cxsurvey.notices import Notice, Severity
from cxsurvey.pillars import Pillars
from cxsurvey.project import Project, with_internal


def add_verbs(verbs: Verbs) -> None:
    """Declares the verbs of this module."""
    internal = verbs.add("internal", run_internal, "Take in how colleagues see it, or write the workbook to ask them.")
    add_study(internal)
    internal.add_argument("files", type=Path, nargs="*", metavar="FILE.xlsx", help="returned workbooks")
    internal.add_argument("--template", type=Path, metavar="OUT.xlsx", help="write the workbook for one colleague")
    internal.add_argument("--lock", nargs="?", type=day, const=datetime.date.today().isoformat(), metavar="DATE",
                          help="from now on the view does not change (default: today)")  # fmt: skip
    _add_one_view(internal)


def _add_one_view(internal: ArgumentParser) -> None:
    one = internal.add_argument_group("one view, without a workbook")
    one.add_argument("--name", help="the colleague's name")
    one.add_argument("--ranking", type=names, metavar="KEY,KEY,...", help="all pillars, most important first")
    one.add_argument("--scores", type=names, metavar="KEY=4,...", help="how well we do, 1 weak to 5 excellent")
    one.add_argument("--role", default="")
    one.add_argument("--department", default="")


def run_internal(desk: Desk) -> None:
    """Writes the template, takes views in, locks; says what the colleagues hold together."""
    wish = desk.arguments
    if bool(wish.name) != bool(wish.ranking or wish.scores):
        raise WrongUse("--name goes with --ranking or --scores")
    notices: list[Notice] = []
    read: list[str] = []

    def take(project: Project) -> Project:
        colleagues: list[Colleague] = []
        for file in wish.files:
            returned = read_internal(file, project.pillars)
            colleagues += returned.colleagues
            notices.extend(returned.notices)
        if wish.name:
            colleagues.append(_one_view(desk, project.pillars))
        read.extend(colleague.name for colleague in colleagues)
        return _with_views(project, tuple(colleagues), wish.lock)

    if wish.template:
        write_internal_template(load_study(wish.study), wish.template)
    project = change_study(wish.study, take)
    consensus = consensus_of(project.internal, project.pillars, project.study.seed)
    desk.console.give({
        "template": str(wish.template) if wish.template else None,
        "read": read,
        "colleagues": len(project.internal.colleagues),
        "locked_on": project.internal.locked_on,
        "notices": sentences(notices),
        **consensus_json(consensus),
    })  # fmt: skip
    desk.console.tell(*(told for told in notices if told.severity is not Severity.INFO))
    if wish.template:
        desk.console.say(str(wish.template))
    if project.internal.colleagues:
        show_consensus(desk.console, project, consensus)


def _with_views(project: Project, colleagues: tuple[Colleague, ...], lock: str | None) -> Project:
    if not colleagues and not lock:
        return project
    view = take_colleagues(project.internal, colleagues)
    project = with_internal(project, view) if colleagues else project
    return with_internal(project, replace(project.internal, locked_on=lock)) if lock else project


def show_consensus(console: Console, project: Project, consensus: Consensus) -> None:
    """The colleagues' order with spread and scores."""
    console.say(f"{len(project.internal.colleagues)} colleagues: {consensus.n_rankings} rankings, "
                f"{consensus.n_scores} full self-assessments", "")  # fmt: skip
    views = sorted(consensus.pillars, key=lambda view: (view.place is None, view.place or 0))
    spread = ["–" if view.best_rank is None else f"{view.best_rank}-{view.worst_rank}" for view in views]
    rows = [
        (place(view.place), between, view.name, number(view.mean_score, 1))
        for view, between in zip(views, spread, strict=True)
    ]
    console.table(("Our place", "Ranks given", "Pillar", "Score"), rows, left=(2,))
    if consensus.w is not None:
        console.say("", f"Agreement among colleagues: Kendall's W = {number(consensus.w, 2)}")
    if consensus.total_score is not None:
        console.say(f"Mean total of the self-assessment: {number(consensus.total_score, 1)} of {consensus.best_total}")
    if project.internal.locked_on:
        console.say(f"Locked on {project.internal.locked_on}")


def _one_view(desk: Desk, pillars: Pillars) -> Colleague:
    """The view given by options; ``WrongUse`` says which pillar is missing, unknown or named twice."""
    wish = desk.arguments
    ranking = tuple(_pillar_key(name, pillars) for name in wish.ranking or ())
    missing = [pillar.key for pillar in pillars if pillar.key not in ranking]
    if ranking and (missing or len(ranking) != len(pillars)):
        raise WrongUse(f"--ranking: needs every pillar once; missing: {', '.join(missing) or 'none, but one is twice'}")
    scores = tuple(_score(entry, pillars) for entry in wish.scores or ())
    today = datetime.date.today().isoformat()
    return Colleague("", wish.name, wish.role, wish.department, date=today, ranking=ranking, scores=scores)


def _score(entry: str, pillars: Pillars) -> tuple[str, int]:
    name, _, score = entry.rpartition("=")
    if not score.strip().isdecimal() or not LOWEST_SCORE <= int(score) <= HIGHEST_SCORE:
        raise WrongUse(f"--scores: “{entry}” is not KEY={LOWEST_SCORE} to KEY={HIGHEST_SCORE}")
    return _pillar_key(name, pillars), int(score)


def _pillar_key(name: str, pillars: Pillars) -> str:
    """The key of the pillar of that key, code or name."""
    wanted = name.strip().casefold()
    for pillar in pillars:
        if wanted in (pillar.key.casefold(), pillar.code.casefold(), pillar.name.casefold()):
            return pillar.key
    raise WrongUse(f"there is no pillar “{name.strip()}”; there are: {', '.join(pillar.key for pillar in pillars)}")
