"""What the frame of the window says of the open study: its name, how far each step is, when it was saved."""

from PySide6.QtCore import QObject, Slot

from cxsurvey.adequacy import Light
from cxsurvey.analysis import Analysis
from cxsurvey.plan import FEWEST_CHOSEN, plan_notices, suggest_focus
from cxsurvey.project import Project

from .document import Document
from .results import Results
from .shell_view_model import ShellViewModel
from .widgets.state_mark import StepState


class StudyShell(QObject):
    """Keeps a ``ShellViewModel`` up to date with document and results."""

    def __init__(
        self, document: Document, results: Results, shell: ShellViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._results, self._shell = document, results, shell
        document.project_changed.connect(self._on_project_changed)
        document.saved_changed.connect(self._on_saved_changed)
        results.results_changed.connect(self._on_results_changed)
        self._on_project_changed()
        self._on_saved_changed()

    @Slot()
    def _on_project_changed(self) -> None:
        project = self._document.project
        if project is None:
            self._shell.set_project("", "")
            self._shell.set_states({})
            return
        parts = [project.study.organisation] if project.study.organisation else []
        parts.append(self.tr("%n pillar(s)", "", len(project.pillars)).replace(" ", "\u00a0"))
        self._shell.set_project(project.study.title, " · ".join(parts))
        self._on_results_changed()

    @Slot()
    def _on_saved_changed(self) -> None:
        document = self._document
        self._shell.set_saved(document.saved_text, document.project is not None and document.is_modified)

    @Slot()
    def _on_results_changed(self) -> None:
        project = self._document.project
        if project is not None:
            self._shell.set_states(entered_states(project) | result_states(project, self._results.analysis))


def entered_states(project: Project) -> dict[str, StepState]:
    """How far the steps are in which people enter something."""
    ranked = [bool(colleague.ranking) for colleague in project.internal.colleagues]
    left_out = any(imported.report.left_out for imported in project.imports)
    return {
        "pillars": StepState.DONE,
        "internal": _all_done(ranked),
        "survey": StepState.DONE if project.survey.made >= project.survey.version else StepState.WORK,
        "responses": StepState.NONE if not project.imports else StepState.LOOK if left_out else StepState.DONE,
    }


def result_states(project: Project, analysis: Analysis | None) -> dict[str, StepState]:
    """How far the steps are that show results, and the plan that rests on them."""
    if analysis is None or analysis.comparison is None:
        return {"plan": StepState.WORK if project.plan.actions else StepState.NONE}
    comparison = analysis.comparison
    suggestion = suggest_focus(comparison.pillars)
    planned = len(project.plan.actions) >= FEWEST_CHOSEN and not plan_notices(project.plan, suggestion)
    return {
        "adequacy": StepState.DONE if analysis.adequacy.overall is Light.GREEN else StepState.LOOK,
        "comparison": StepState.DONE if analysis.consensus.order else StepState.WORK,
        "generations": StepState.NONE if comparison.cohorts is None else StepState.DONE,
        "plan": StepState.DONE if planned else StepState.WORK if project.plan.actions else StepState.NONE,
    }


def _all_done(done: list[bool]) -> StepState:
    if not done:
        return StepState.NONE
    return StepState.DONE if all(done) else StepState.WORK
