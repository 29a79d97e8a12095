"""The answers as tidy tables for other programs: respondents, rankings, and a codebook that explains both.

Nobody can be recognised by them: no names, ids, dates or birth years, no group that the results hide, comments only
when asked for, and no rows at all of a study that is smaller than its own threshold.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from cxsurvey.adequacy import BaseStatus, cohort_bases
from cxsurvey.analysis import answer_year
from cxsurvey.export.files import atomic_path
from cxsurvey.export.maxdiff_long import MEANINGS, long_rows
from cxsurvey.figures.heads import customers_head
from cxsurvey.grouping import AGE, GENERATION, group_by, groupings, merge_small
from cxsurvey.notices import Notice, Severity, english, error, notice
from cxsurvey.notices.export import ExportNotice
from cxsurvey.priorities import priorities_of
from cxsurvey.project import Project
from cxsurvey.responses import COMPLETE, FAILED, PASSED, Responses

Row = list[str | int | float]

# What makes a spreadsheet take a text for a formula, in narrow and wide signs, also behind blanks and marks.
_FORMULA_SIGNS = "=+-@|%\t\r\n\0＝＋－＠"
_SCALE = "0 = lowest end of its scale, 100 = highest; empty = no answer"
_BEFORE_IT = " \u00a0\ufeff\u200b\u200c\u200d\u2060\"'“”„‘’"


@dataclass(frozen=True, slots=True)
class _Variable:
    """One column of a table: its values, and what the codebook says of it."""

    name: str
    label: str
    values: list[str | int | float]
    meaning: str = ""


def write_data(project: Project, folder: Path, comments: bool = False) -> tuple[Path, ...]:
    """Writes respondents.csv, rankings_long.csv and codebook.csv into ``folder``, UTF-8 with a mark for Excel.

    Of a study with MaxDiff answers also maxdiff_long.csv.

    Raises ``SurveyError`` for fewer respondents than the study's threshold, and where a file cannot be written.
    """
    n, threshold = project.responses.n, project.study.privacy_threshold
    if n < threshold:
        raise error(ExportNotice.TOO_FEW_ROWS, n=n, threshold=threshold)
    variables = _respondents(project, comments)
    tables: dict[str, Iterable[Row]] = {
        "respondents.csv": _wide(variables),
        "rankings_long.csv": _long(project),
    }
    if project.responses.best_worst is not None:
        tables["maxdiff_long.csv"] = long_rows(project.responses, project.pillars)
    tables["codebook.csv"] = _codebook(project, variables)
    for name, rows in tables.items():
        write_table(folder / name, rows)
    return tuple(folder / name for name in tables)


def plain_text(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: a ``'`` in front where it would."""
    start = text.lstrip(_BEFORE_IT)
    return f"'{text}" if start[:1] in tuple(_FORMULA_SIGNS) and start else text


def _respondents(project: Project, comments: bool) -> list[_Variable]:
    responses = project.responses
    states = ["complete" if state == COMPLETE else "partial" for state in responses.status.tolist()]
    variables = [
        _Variable("respondent", "Number of the respondent", list(range(1, responses.n + 1)), "as in rankings_long.csv"),
        _Variable("status", "Priorities answered", list(states), "complete, partial"),
        *_groups(project),
    ]
    for prefix, what, block, halves, meaning in (
        ("rank", "Rank of", responses.ranks, 2, "1 = most important; halves are ties; empty = not ranked"),
        ("importance", "Importance of", responses.importance, 1, "1 to 5; empty = not answered"),
        ("performance", "Performance of", responses.performance, 1, "1 weak to 5 excellent; empty = not answered"),
    ):
        if block.any():
            variables += [
                _Variable(f"{prefix}_{pillar.code}", f"{what} {pillar.name}", _numbers(column, halves), meaning)
                for pillar, column in zip(project.pillars, block.T, strict=True)
            ]
    variables += [*_points(project), *_brand(responses)]
    if comments and any(responses.comments):
        variables.append(_Variable("comment", "Comment", list(responses.comments), "as written"))
    return variables


def _points(project: Project) -> list[_Variable]:
    """Points of 100, if people shared out any."""
    points = project.responses.points
    if not (points >= 0).any():
        return []
    meaning = "of 100 shared out; empty = left empty"
    return [
        _Variable(
            f"points_{pillar.code}", f"Points for {pillar.name}",
            ["" if value < 0 else value / 100 for value in column.tolist()], meaning,
        )
        for pillar, column in zip(project.pillars, points.T, strict=True)
    ]  # fmt: skip


def _brand(responses: Responses) -> list[_Variable]:
    """Answers about all of the experience, and the attention check."""
    found = []
    for name, label, marks in (
        ("satisfaction", "Overall satisfaction", responses.satisfaction),
        ("image", "Impression of the brand", responses.image),
    ):
        if (marks >= 0).any():
            values: list[str | int | float] = ["" if mark < 0 else mark for mark in marks.tolist()]
            found.append(_Variable(name, label, values, _SCALE))
    if (responses.attention > 0).any():
        words = {PASSED: "passed", FAILED: "failed"}
        checks: list[str | int | float] = [words.get(check, "") for check in responses.attention.tolist()]
        found.append(_Variable("attention", "Attention check", checks, "passed, failed; empty = not answered"))
    return found


def _groups(project: Project) -> list[_Variable]:
    """All groupings. Generation and age are cut from the same years: where the two together would tell a few people
    from all others, as those of a generation that is hidden, the age is blank."""
    known = [segment.key for segment in project.responses.segments]
    groups = {by: _group(project, by) for by in dict.fromkeys((*groupings(project.responses), *known))}
    if GENERATION in groups and AGE in groups:
        pairs = list(zip(groups[GENERATION].values, groups[AGE].values, strict=True))
        sizes = Counter(pairs)
        ages = [pair[1] if sizes[pair] >= project.study.privacy_threshold else "" for pair in pairs]
        groups[AGE] = replace(groups[AGE], values=ages)
    return list(groups.values())


def _group(project: Project, by: str) -> _Variable:
    """A grouping; groups that are hidden in the results, or counted with their neighbour, are so here too."""
    grouping = group_by(project.responses, by, project.generations, project.ages, answer_year(project))
    priorities = priorities_of(project.responses)
    grouping = merge_small(grouping, priorities.who, project.study.privacy_threshold)
    bases = cohort_bases(project.study, priorities, grouping)
    shown = {base.key: base.name for base in bases if base.status is not BaseStatus.HIDDEN}
    labels = [shown.get(key, "") for key in grouping.keys] + [""]  # one more: code -1 is not known
    meaning = ", ".join(shown.values()) + "; empty = not known, or a group too small to show"
    return _Variable(by, grouping.name, [labels[code] for code in grouping.codes.tolist()], meaning)


def _numbers(column: np.ndarray[tuple[int], np.dtype[np.int8]], halves: int) -> list[str | int | float]:
    """Answers as numbers, ties as halves, blank where there is none."""
    return [
        "" if value == 0 else value // halves if value % halves == 0 else value / halves for value in column.tolist()
    ]


def _wide(variables: list[_Variable]) -> Iterator[Row]:
    yield [variable.name for variable in variables]
    for row in zip(*(variable.values for variable in variables), strict=True):
        yield list(row)


def _long(project: Project) -> Iterator[Row]:
    """A row for each rank that was given."""
    yield ["respondent", "pillar_code", "pillar_key", "pillar", "rank"]
    columns = [_numbers(column, 2) for column in project.responses.ranks.T]
    for position in range(project.responses.n):
        for pillar, column in zip(project.pillars, columns, strict=True):
            if column[position] != "":
                yield [position + 1, pillar.code, pillar.key, pillar.name, column[position]]


def _codebook(project: Project, variables: list[_Variable]) -> Iterator[Row]:
    """What the study is, then every column of the two tables."""
    told = _said(ExportNotice.CODEBOOK)
    head = customers_head(project, "data", project.responses.n, told, told, told)
    yield ["file", "variable", "label", "values"]
    for part in (*head.source, head.caveat, _said(ExportNotice.CODEBOOK_PRIVACY)):
        yield ["", "", english(part), ""]
    for variable in variables:
        yield ["respondents.csv", variable.name, variable.label, variable.meaning]
    for name, label in (
        ("respondent", "Number of the respondent"), ("pillar_code", "Code of the pillar, as in the survey"),
        ("pillar_key", "Key of the pillar"), ("pillar", "Name of the pillar"),
        ("rank", "Rank given, 1 = most important"),
    ):  # fmt: skip
        yield ["rankings_long.csv", name, label, ""]
    if project.responses.best_worst is not None:
        for meaning in MEANINGS:
            yield ["maxdiff_long.csv", *meaning]


def _said(code: ExportNotice) -> Notice:
    return notice(code, Severity.INFO)


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Writes rows as CSV that spreadsheet programs open rightly: UTF-8 with its mark, no formula left alive."""
    with atomic_path(path) as beside, open(beside, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow([plain_text(cell) if isinstance(cell, str) else cell for cell in row])
