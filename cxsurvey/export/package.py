"""Everything of a study as files in one folder: for the window's Export and the command line alike."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from cxsurvey.analysis import Analysis
from cxsurvey.figures import Figure, figures_of
from cxsurvey.notices import Notice
from cxsurvey.progress import Progress, silent
from cxsurvey.project import Project

KINDS = ("report", "charts", "workbook", "data")

Words = Callable[[Notice], str]


class Drawing(Protocol):
    """What paints; handed in, because the core knows no window."""

    def write_charts(self, figures: Iterable[Figure], folder: Path, words: Words) -> list[Path]: ...

    def write_report(self, project: Project, analysis: Analysis, path: Path, words: Words) -> object: ...


def export_study(
    project: Project,
    analysis: Analysis,
    folder: Path,
    kinds: Sequence[str],
    drawing: Drawing,
    words: Words,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Writes the wanted ``kinds`` (see ``KINDS``) into ``folder``, making it; gives the files in that order.

    Files of an earlier export are replaced, one by one and each whole. Raises ``SurveyError`` for a file or folder
    that cannot be written, ``ValueError`` for an unknown kind; lets ``Cancelled`` pass between two files.
    """
    unknown = set(kinds) - set(KINDS)
    if unknown:
        raise ValueError(f"kinds: needs some of {', '.join(KINDS)}, got {', '.join(sorted(unknown))}")
    from cxsurvey.export.data import write_data
    from cxsurvey.export.files import make_folder
    from cxsurvey.export.workbook import write_workbook  # these bring in XlsxWriter

    def report() -> list[Path]:
        drawing.write_report(project, analysis, folder / "report.pdf", words)
        return [folder / "report.pdf"]

    def charts() -> list[Path]:
        return drawing.write_charts(figures_of(project, analysis), make_folder(folder / "charts"), words)

    def workbook() -> list[Path]:
        write_workbook(project, analysis, folder / "results.xlsx", words)
        return [folder / "results.xlsx"]

    def data() -> list[Path]:
        return list(write_data(project, make_folder(folder / "data")))

    makers = {"report": report, "charts": charts, "workbook": workbook, "data": data}
    make_folder(folder)
    written: list[Path] = []
    wanted = [kind for kind in KINDS if kind in kinds]
    for done, kind in enumerate(wanted):
        progress(done, len(wanted))
        written += makers[kind]()
    progress(len(wanted), len(wanted))
    return tuple(written)
