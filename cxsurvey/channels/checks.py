"""What the questionnaire says under a question while it is filled in: formulas of whether it is complete, in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cxsurvey.channels.answers import FormWords
from cxsurvey.channels.workbook import quoted
from cxsurvey.survey.preview import TOTAL_POINTS, QuestionPreview
from cxsurvey.survey.values import QuestionKind

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Check:
    """Formulas without the equals sign: the words shown, when the question is complete, where answers are wrong."""

    words: str
    complete: str
    faults: tuple[tuple[str, str], ...] = ()  # cells, and when the first of them is wrong


def check(question: QuestionPreview, rows: tuple[int, ...], told: FormWords) -> Check | None:
    """The check of a question whose answers stand in those rows of column C; ``None`` where there is nothing to check.

    The rows follow one another, but for MaxDiff, where each task has two.
    """
    match question.kind:
        case QuestionKind.FULL_RANKING:
            return _ranking(question.places, rows, told)
        case QuestionKind.TOP_RANKING | QuestionKind.GUIDED_SORT:
            return _choices(question.places, rows, told)
        case QuestionKind.BEST_WORST:
            return _tasks(len(question.tasks), rows, told)
        case QuestionKind.POINTS:
            return _points(rows, told)
    return None


def _ranking(count: int, rows: tuple[int, ...], told: FormWords) -> Check:
    cells = _cells(rows)
    used = "+".join(f"(COUNTIF({cells},{rank})=1)" for rank in range(1, count + 1))
    free = "&".join(f'IF(COUNTIF({cells},{rank})=0," {rank}","")' for rank in range(1, count + 1))
    missing = f'{quoted(told.told("check_incomplete", count=count) + " →")}&{free}'
    return _either(f"({used})={count}", quoted(told.told("check_complete")), missing, _repeated(rows))


def _choices(count: int, rows: tuple[int, ...], told: FormWords) -> Check:
    cells = _cells(rows)
    used = "+".join(f'AND($C${row}<>"",COUNTIF({cells},$C${row})=1)' for row in rows)
    done, missing = told.told("check_top_complete", top=count), told.told("check_top_incomplete", top=count)
    return _either(f"({used})={count}", quoted(done), quoted(missing), _repeated(rows))


def _tasks(count: int, rows: tuple[int, ...], told: FormWords) -> Check:
    answered = [
        f'AND($C${best}<>"",$C${worst}<>"",$C${best}<>$C${worst})'
        for best, worst in zip(rows[::2], rows[1::2], strict=True)
    ]
    open_tasks = "&".join(f'IF({one},""," {task}")' for task, one in enumerate(answered, 1))
    return _either(
        f"({'+'.join(answered)})={count}", quoted(told.told("check_tasks_complete", tasks=count)),
        f"{quoted(told.told('check_tasks_incomplete'))}&{open_tasks}",
        tuple(
            (f"C{best}:C{worst}", f'AND($C${best}<>"",$C${best}=$C${worst})')
            for best, worst in zip(rows[::2], rows[1::2], strict=True)
        ),
    )


def _points(rows: tuple[int, ...], told: FormWords) -> Check:
    total = f"ROUND(SUM({_cells(rows)}),2)"
    said = {"sum": total, "total": str(TOTAL_POINTS), "rest": f"ABS({TOTAL_POINTS}-{total})"}
    done, over, left = (
        worded(told.form[key], said) for key in ("check_points_complete", "check_points_over", "check_points_left")
    )
    return _either(f"{total}={TOTAL_POINTS}", done, f"IF({total}>{TOTAL_POINTS},{over},{left})", ())


def worded(text: str, values: Mapping[str, str]) -> str:
    """The text as a formula that puts the formulas of ``values`` where ``{name}`` stands."""
    parts = _PLACE.split(text)  # text and name in turn
    said = [values[part] if at % 2 else quoted(part) for at, part in enumerate(parts) if part]
    return "&".join(said)


def _either(complete: str, done: str, missing: str, faults: tuple[tuple[str, str], ...]) -> Check:
    return Check(f"IF({complete},{done},{missing})", complete, faults)


def _repeated(rows: tuple[int, ...]) -> tuple[tuple[str, str], ...]:
    cells = _cells(rows)
    return ((cells.replace("$", ""), f'AND(C{rows[0]}<>"",COUNTIF({cells},C{rows[0]})>1)'),)


def _cells(rows: tuple[int, ...]) -> str:
    return f"$C${rows[0]}:$C${rows[-1]}"
