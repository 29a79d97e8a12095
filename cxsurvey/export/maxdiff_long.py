"""MaxDiff answers with a row for each pillar shown, as Conjointly lays them out: read back, they are the same."""

from collections.abc import Iterator

from cxsurvey.pillars import Pillars
from cxsurvey.responses import Responses

HEADINGS = ("PARTICIPANT", "QES", "ALT", "CHOICE", "ITEM", "CODE")
MEANINGS = (
    ("PARTICIPANT", "Number of the respondent", "as in respondents.csv"),
    ("QES", "Task", ""),
    ("ALT", "Place of the pillar within the task", ""),
    ("CHOICE", "What was chosen", "1 = most important of those shown, -1 = least important, 0 = neither"),
    ("ITEM", "Name of the pillar", ""),
    ("CODE", "Code of the pillar, as in the survey", ""),
)


def long_rows(responses: Responses, pillars: Pillars) -> Iterator[list[str | int | float]]:
    """The heading and a row for each pillar that each respondent who answered any task was shown."""
    yield list(HEADINGS)
    answers = responses.best_worst
    if answers is None:
        return
    named = {pillar.key: (pillar.name, pillar.code) for pillar in pillars}
    places = [named[key] for key in responses.pillar_keys]
    design = answers.design.tolist()
    chosen = zip(answers.version.tolist(), answers.best.tolist(), answers.worst.tolist(), strict=True)
    for respondent, (version, best, worst) in enumerate(chosen, 1):
        for task, shown in enumerate(design[version] if version >= 0 else (), 1):
            for place, pillar in enumerate((pillar for pillar in shown if pillar >= 0), 1):
                choice = (pillar == best[task - 1]) - (pillar == worst[task - 1])
                yield [respondent, task, place, choice, *places[pillar]]
