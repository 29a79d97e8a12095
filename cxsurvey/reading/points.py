"""Points shared out among the pillars, 100 of them or another total, to hundredths of a point of 100."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.coded import coded
from cxsurvey.reading.findings import Finding
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.places import shown
from cxsurvey.reading.values import Column, ColumnRole, Mapping, Role
from cxsurvey.responses import Int16Array, no_points

TOTAL = 100
TOLERANCE = 0.02  # of the total; people round (statistics.md 2.1)
_MOST_AGREE = 0.5
# Without a word about points: how many rows must make the total, and how many rows it takes to trust another total.
_MOST_SUM, _NEARLY_ALL, _FEWEST_ROWS = 0.7, 0.9, 5
_OTHER_TOTALS = (1, 10, 20, 50, 200, 1000)
_HUNDREDTHS = 100
_AMOUNT = re.compile(
    r"(?P<number>[-−]?(?:\d+(?:[.,]\d*)?|[.,]\d+))\s*"
    r"(?:%|p\.?|pts?\.?|points?|pkt\.?|punkt\w*|балл\w*|очк\w*|คะแนน|puntos?)?\Z",
    re.IGNORECASE,
)

FloatMatrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class SharedOut:
    """Points and which rows shared them out.

    points : (n, k) int16, hundredths of a point of 100, -1 = left empty; (0, 0) if none were asked for
    given, complete : (n,) who shared out any, and who all of them
    refused : (n,) the column with a negative number, 0 = nothing but zeros, -1 = the row's points are used
    """

    points: Int16Array
    given: NDArray[np.bool_]
    complete: NDArray[np.bool_]
    refused: NDArray[np.int32]


@lru_cache(maxsize=65_536)
def amount(text: str) -> float | None:
    """The number of points a cell states (``25``, ``12,5``, ``25 %``, ``25 points``); ``None`` if it is none."""
    found = _AMOUNT.match(text.strip())
    return float(found["number"].replace(",", ".").replace("−", "-")) if found else None


def common_total(amounts: FloatMatrix) -> float:
    """What most people shared out: 100, or the sum that more than half of the rows have. NaN cells count nothing."""
    filled = ~np.isnan(amounts).all(axis=1)
    sums = np.round(np.nansum(amounts[filled], axis=1), 2)
    if not len(sums) or (np.abs(sums - TOTAL) <= TOLERANCE * TOTAL).sum() >= _MOST_AGREE * len(sums):
        return TOTAL
    total, times = Counter(sums.tolist()).most_common(1)[0]
    return float(total) if total > 0 and times > _MOST_AGREE * len(sums) and len(sums) > 1 else TOTAL


def sums_alike(amounts: FloatMatrix) -> bool:
    """Whether rows of numbers are points shared out: most make 100, or nearly all another usual total."""
    usable = ~np.isnan(amounts).all(axis=1) & ~(np.isinf(amounts) | (amounts < 0)).any(axis=1)
    sums = np.nansum(amounts[usable], axis=1)
    sums = sums[sums > 0]
    if not len(sums):
        return False
    if (np.abs(sums - TOTAL) <= TOLERANCE * TOTAL).sum() >= _MOST_SUM * len(sums):
        return True
    alike = max(int((np.abs(sums - total) <= TOLERANCE * total).sum()) for total in _OTHER_TOTALS)
    return len(sums) >= _FEWEST_ROWS and alike >= _NEARLY_ALL * len(sums)


def read_points(
    columns: dict[int, Column], mapping: Mapping, keys: tuple[str, ...], ledger: Ledger, rows: NDArray[np.intp]
) -> SharedOut:
    """The points of every row.

    A row whose points make the total has shared out all: what it left empty is nothing. A negative number, or nothing
    but zeros, leaves out the row's points; any other sum is counted in proportion and named.
    """
    roles = [found for found in mapping.roles if found.role is Role.POINTS and found.pillar in keys]
    none = np.zeros(len(rows), bool)
    if not roles:
        return SharedOut(no_points(), none, none, np.full(len(rows), -1, np.int32))
    amounts = _amounts(columns, roles, ledger, rows)
    refused = _refused(amounts, roles)
    amounts[refused >= 0] = np.nan
    total = common_total(amounts)
    if total != TOTAL:
        told = f"{total:g}"
        ledger.notices.append(
            notice(FormatNotice.POINTS_OTHER_TOTAL, Severity.INFO, sheet=shown(ledger.table.sheet), total=told)
        )
    sums = np.nansum(amounts, axis=1)
    given = sums > 0
    right = given & (np.abs(sums - total) <= TOLERANCE * total + 1e-9)
    _tell_sums(sums, rows, given & ~right, f"{total:g}", ledger)
    amounts[right] = np.nan_to_num(amounts[right])
    amounts[right] *= TOTAL / total
    amounts[given & ~right] *= TOTAL / sums[given & ~right, None]
    points = np.full((len(rows), len(keys)), -1, np.int16, order="F")
    hundredths = np.where(np.isnan(amounts), -1, np.rint(np.nan_to_num(amounts) * _HUNDREDTHS)).astype(np.int16)
    points[:, [keys.index(role.pillar) for role in roles]] = hundredths
    complete = right | (given & ~np.isnan(amounts).any(axis=1))
    return SharedOut(points, given, complete, refused)


def cell_amounts(columns: list[Column], rows: NDArray[np.intp] | slice) -> FloatMatrix:
    """The number in each cell, shape (n_rows, n_columns): NaN = no answer, infinite = no number."""
    return np.column_stack([coded(column.texts).part(rows).each(_amount, np.float64) for column in columns])


def _amount(text: str) -> float:
    if is_no_answer(text):
        return np.nan
    number = amount(text)
    return np.inf if number is None or abs(number) > 1e9 else number


def _amounts(
    columns: dict[int, Column], roles: list[ColumnRole], ledger: Ledger, rows: NDArray[np.intp]
) -> FloatMatrix:
    """The numbers; a cell that is none is left blank and named."""
    amounts = cell_amounts([columns[role.column] for role in roles], rows)
    wrong = np.isinf(amounts)
    for at, role in enumerate(roles):
        ledger.tell(ledger.corrected, columns[role.column], rows[wrong[:, at]], FormatNotice.POINTS_NOT_READ)
    amounts[wrong] = np.nan
    return amounts


def _tell_sums(
    sums: NDArray[np.float64], rows: NDArray[np.intp], wrong: NDArray[np.bool_], total: str, ledger: Ledger
) -> None:
    """Names the rows whose points make another sum."""
    found, which = np.unique(np.round(sums[wrong], 2), return_inverse=True)
    texts = [f"{number:g}" for number in found.tolist()]
    kinds = [Finding(0, "", text, FormatNotice.POINTS_SUM, (("sum", text), ("total", total))) for text in texts]
    ledger.corrected.extend(kinds, which, ledger.table.rows[rows[wrong]])


def _refused(amounts: FloatMatrix, roles: list[ColumnRole]) -> NDArray[np.int32]:
    """Rows whose points cannot be used, as ``SharedOut.refused``."""
    refused = np.full(len(amounts), -1, np.int32)
    filled, columns = ~np.isnan(amounts), np.array([role.column for role in roles], np.int32)
    negative = filled & (amounts < 0)
    has_negative = negative.any(axis=1)
    refused[has_negative] = columns[np.argmax(negative[has_negative], axis=1)]
    refused[filled.any(axis=1) & (np.nan_to_num(amounts) == 0).all(axis=1)] = 0
    return refused


def tell_refused(
    shared: SharedOut, columns: dict[int, Column], rows: NDArray[np.intp], used: NDArray[np.bool_], ledger: Ledger
) -> None:
    """Names the rows whose points cannot be used; ``used`` : (n,) those that are not left out, or were named."""
    for position in sorted(set(shared.refused.tolist()) - {-1}):
        code = FormatNotice.POINTS_NEGATIVE if position else FormatNotice.POINTS_ALL_ZERO
        here = shared.refused == position
        for into, which in ((ledger.corrected, here & used), (ledger.left_out, here & ~used)):
            ledger.tell(into, columns.get(position), rows[which], code, None)
