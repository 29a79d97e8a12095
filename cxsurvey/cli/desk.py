"""What every verb works with: its arguments, the console, the study file."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from cxsurvey.analysis import Analysis, analyse
from cxsurvey.cli.console import Console
from cxsurvey.export.package import Words
from cxsurvey.figures import Figure
from cxsurvey.grouping import groupings
from cxsurvey.notices import error
from cxsurvey.notices.command import CommandNotice
from cxsurvey.pillars import Pillars, built_in_pillars, read_pillar_list
from cxsurvey.project import Project
from cxsurvey.reading.as_json import mapping_from_json
from cxsurvey.reading.values import Mapping
from cxsurvey.resources import list_names
from cxsurvey.storage import WorkingCopy, load_project

DONE, FAULT, WRONG = 0, 1, 2  # exit statuses


class WrongUse(Exception):
    """The command was used wrongly; the message says how it is used."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One run of one verb. ``load_drawing`` brings Qt in: only verbs that paint call it."""

    arguments: Namespace
    console: Console
    load_drawing: Callable[[], ModuleType]

    def drawing(self) -> "LazyDrawing":
        """What paints charts, loaded when the first chart is painted."""
        return LazyDrawing(self.load_drawing)

    def analysis(self, project: Project) -> Analysis:
        """All results, cohorts by the ``--by`` of the command."""
        by = getattr(self.arguments, "by", None) or ""
        possible = groupings(project.responses)
        if by and project.responses.n and by not in possible:
            known = ", ".join(possible) or "nothing"
            raise WrongUse(f"the answers cannot be grouped by “{by}”; they can be by: {known}")
        return analyse(project, by)


@dataclass(frozen=True, slots=True)
class LazyDrawing:
    """Paints with Qt, which is loaded no sooner: workbooks and data need none."""

    load: Callable[[], ModuleType]

    def write_charts(self, figures: Iterable[Figure], folder: Path, words: Words) -> list[Path]:
        """Every chart in every kind of file."""
        written: list[Path] = self._loaded().write_charts(figures, folder, words)
        return written

    def write_report(self, project: Project, analysis: Analysis, path: Path, words: Words) -> object:
        """The report as a PDF."""
        return self._loaded().write_report(project, analysis, path, words)

    def _loaded(self) -> ModuleType:
        try:
            return self.load()
        except ImportError as trouble:  # a bare machine lacks libraries of the system that Qt needs
            raise error(CommandNotice.NO_QT, reason=str(trouble)) from trouble


def load_study(path: Path) -> Project:
    """The study of a file; ``SurveyError`` if it is none."""
    return load_project(path)


def change_study(path: Path, change: Callable[[Project], Project]) -> Project:
    """Changes a study and saves it, as the window does: whole or not at all, and never over another program's change.

    Whatever ``change`` raises leaves the file as it was.
    """
    with WorkingCopy.open(path) as copy:
        before = copy.project
        after = change(before)
        if after is not before:
            copy.store(after)
            copy.save()
    return after


def new_target(path: Path, force: bool) -> Path:
    """The path of a new study file; ``SurveyError`` if there is a file that ``--force`` does not give up."""
    if path.exists() and not force:
        raise error(CommandNotice.STUDY_EXISTS, file=path.name)
    return path


def pillar_list(name: str, language: str) -> Pillars:
    """A shipped list by its name, or the one in a file of one's own or in a study."""
    path = Path(name)
    if path.suffix.lower() == ".cxs":
        return load_project(path).pillars
    if path.suffix or path.is_file():
        return read_pillar_list(path, language)
    shipped = tuple(entry.removesuffix(".json") for entry in list_names("pillars"))
    if name not in shipped:
        raise error(CommandNotice.LIST_UNKNOWN, name=name, known=", ".join(shipped))
    return built_in_pillars(name, language)


def read_mapping(path: Path) -> Mapping:
    """The saved columns of ``--map``; ``SurveyError`` if the file is none."""
    try:
        return mapping_from_json(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as trouble:
        raise error(CommandNotice.MAP_UNREADABLE, file=path.name, reason=trouble.strerror or "unknown") from trouble
    except (ValueError, RecursionError) as trouble:  # ValueError: no JSON, no UTF-8
        raise error(CommandNotice.MAP_UNREADABLE, file=path.name, reason="it is no JSON") from trouble
