"""The verb ``export``: files for the board and the analyst."""

from pathlib import Path

from cxsurvey.cli.counting import counted_as_asked
from cxsurvey.cli.desk import FAULT, Desk, WrongUse, load_study
from cxsurvey.cli.grammar import Verbs, add_by, add_study, add_target, names
from cxsurvey.export.package import KINDS, export_study
from cxsurvey.notices import english, notice
from cxsurvey.notices.command import CommandNotice

LATER = ("slides",)  # of a later version


def add_verbs(verbs: Verbs) -> None:
    """Declares the verbs of this module."""
    export = verbs.add("export", run_export, "Write charts, workbook, report and data into a folder.")
    add_study(export)
    export.add_argument("out", type=Path, metavar="OUT", help="the folder; made if it is not there")
    export.add_argument("--what", type=names, default=KINDS, metavar=",".join(KINDS), help="default: all")
    add_by(export)
    add_target(export)


def run_export(desk: Desk) -> int | None:
    """Writes the wanted files; those of an earlier export are replaced."""
    wish = desk.arguments
    later = [kind for kind in wish.what if kind in LATER]
    unknown = [kind for kind in wish.what if kind not in (*KINDS, *LATER)]
    if later:
        raise WrongUse(f"{', '.join(later)}: not part of this version; there are: {', '.join(KINDS)}")
    if unknown or not wish.what:
        raise WrongUse(f"--what: {', '.join(unknown) or 'nothing'} is no export; there are: {', '.join(KINDS)}")
    project = counted_as_asked(load_study(wish.study), wish)
    analysis = desk.analysis(project)
    files = export_study(
        project, analysis, wish.out, wish.what, desk.drawing(), english, desk.console.progress("Export")
    )
    desk.console.give({"folder": str(wish.out), "files": [str(file) for file in files]})
    desk.console.say(*(str(file) for file in files))
    if not project.responses.n:
        desk.console.tell(notice(CommandNotice.NO_ANSWERS))
        return FAULT
    return None
