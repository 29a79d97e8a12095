"""The verb ``demo``: the whole main job on the sample study, command by command as a person would type them."""

import shutil
from dataclasses import replace
from pathlib import Path

from cxsurvey.channels.excel import RESPONSES_SUFFIX
from cxsurvey.cli.console import Console
from cxsurvey.cli.demo_people import fill_answers, fill_view
from cxsurvey.cli.desk import Desk, change_study
from cxsurvey.cli.grammar import Verbs
from cxsurvey.export.files import make_folder
from cxsurvey.project import Project, with_plan, with_study, with_survey
from cxsurvey.storage.sample import open_sample


def add_verbs(verbs: Verbs) -> None:
    """Declares the verb of this module."""
    demo = verbs.add("demo", run_demo, "Do the whole main job on the sample study, from pillars to report files.")
    demo.add_argument("out", type=Path, metavar="OUT_FOLDER", help="the folder; made if it is not there")


def run_demo(desk: Desk) -> int | None:
    """Runs the verbs one after the other; stops at the first that does not end well."""
    demo = _Demo(desk, make_folder(desk.arguments.out), open_sample())
    for step in (demo.start, demo.ask_colleagues, demo.ask_customers, demo.look, demo.plan, demo.hand_out):
        status = step()
        if status:
            return status
    files = sorted(path for path in demo.folder.rglob("*") if path.is_file())
    desk.console.give({
        "folder": str(demo.folder), "study": str(demo.study), "files": [str(path) for path in files],
    })  # fmt: skip
    desk.console.say(
        "", f"Done. Everything is in {demo.folder.resolve()}; begin with {Path('export', 'report.pdf')}.",
        f"The answers are invented. Open the study in the window: cxsurvey {demo.study}",
    )  # fmt: skip
    return None


class _Demo:
    """The steps, and where their files are."""

    def __init__(self, desk: Desk, folder: Path, sample: Project) -> None:
        self.folder, self.study = folder, folder / "study.cxs"
        self._desk, self._sample = desk, sample
        self._console = Console(desk.console.as_json, muted=desk.console.as_json)

    def start(self) -> int:
        """A new study from the ten pillars."""
        about = self._sample.study
        self._say("1. A study of the ten pillars, and how it was fielded")
        status = self._type(
            "new", self.study, "--title", about.title, "--organisation", about.organisation, "--asked", about.asked,
            "--population", about.population or 1, "--invited", about.invited or 1,
            "--recruitment", about.recruitment or "random", "--fielded", about.fielded_from, about.fielded_to,
            "--force",
        )  # fmt: skip
        # The sample's own questions (region, channel), and the mark that says "invented" on everything.
        change_study(self.study, lambda project: with_survey(
            with_study(project, replace(project.study, invented=True)), self._sample.survey
        ))  # fmt: skip
        return status

    def ask_colleagues(self) -> int:
        """The colleagues' workbook goes out, eight come back."""
        self._say("2. Colleagues are asked: the workbook goes out, filled in ones come back, the view is locked")
        folder = make_folder(self.folder / "colleagues")
        template = folder / "template.xlsx"
        status = self._type("internal", self.study, "--template", template)
        returned = []
        for colleague in self._sample.internal.colleagues:
            returned.append(folder / f"{colleague.name}.xlsx")
            shutil.copyfile(template, returned[-1])
            fill_view(returned[-1], colleague, self._sample.pillars, self._sample.study.language)
        return status or self._type("internal", self.study, *returned, "--lock", self._sample.internal.locked_on)

    def ask_customers(self) -> int:
        """The survey goes out as an Excel form; the sheet of answers comes back."""
        self._say("3. The survey goes out as an Excel form; customers answer; the sheet of answers is read")
        form = make_folder(self.folder / "survey") / "survey.xlsx"
        status = self._type("channel", self.study, "excel", form, "--languages", self._sample.study.language)
        answers = form.with_name(f"{form.stem}{RESPONSES_SUFFIX}.xlsx")
        fill_answers(answers, self._sample.imports[0])
        return status or self._type("import", self.study, answers)

    def look(self) -> int:
        """Is the sample enough, and where do customers and colleagues differ."""
        self._say("4. Can it be trusted?")
        status = self._type("adequacy", self.study)
        self._say("5. Where do customers and colleagues differ, overall and by generation?")
        return status or self._type("compare", self.study, "--by", "generation")

    def plan(self) -> int:
        """Pillars to act on, with owners and dates."""
        self._say("6. Pillars to act on are chosen, with owners, first steps and dates (in the window: Focus and plan)")
        names = {pillar.key: pillar.name for pillar in self._sample.pillars}
        change_study(self.study, lambda project: with_plan(project, self._sample.plan))
        for action in self._sample.plan.actions:
            self._console.say(f"{names[action.pillar_key]}: {action.owner}, until {action.due}: {action.first_step}")
        return 0

    def hand_out(self) -> int:
        """Charts, workbook, report and data."""
        self._say("7. Files for the board and the analyst")
        return self._type("export", self.study, self.folder / "export")

    def _say(self, heading: str) -> None:
        self._console.say("", heading, "-" * len(heading))

    def _type(self, *words: object) -> int:
        """Runs a verb as if these words had been typed."""
        from cxsurvey.cli.parser import build_parser  # it knows this module

        typed = [str(word) for word in words]
        self._console.say("> cxsurvey " + " ".join(f'"{word}"' if " " in word else word for word in typed), "")
        arguments = build_parser().parse_args(typed)
        return arguments.run(Desk(arguments, self._console, self._desk.load_drawing)) or 0
