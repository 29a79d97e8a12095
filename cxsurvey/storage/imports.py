"""An imported file as rows: how it was read, what became of the rows, the answers, the original cells."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxsurvey.best_worst import BestWorst
from cxsurvey.notices import Notice, Severity, english
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.reading.findings import APART, HERE, Findings, found
from cxsurvey.reading.values import (
    CellKind,
    Column,
    ColumnRole,
    Design,
    ImportedFile,
    ImportReport,
    LeftOut,
    Mapping,
    Role,
    Table,
    ValueLabel,
)
from cxsurvey.responses import Responses, Segment, frozen
from cxsurvey.storage.columns import StoredTexts, number_pieces, numbers_from, text_pieces
from cxsurvey.storage.rows import Row, Rows, grouped, only

DESIGN = "design"
_MOST_VERSIONS = 1_000_000
NUMBERS = (("birth_year", "i2"), ("age", "i2"), ("status", "i1"), ("rows", "i4"), ("source", "i2"))
PER_PILLAR = ("ranks", "importance", "performance")
NOT_EVERYWHERE = (("duration", "i4"), ("satisfaction", "i1"), ("image", "i1"), ("attention", "i1"))  # (0,) if not asked
TEXTS = ("comments", "respondent_ids", "submitted")


# --- how it was read ------------------------------------------------------------------------------


def reading_rows(imported: ImportedFile) -> Iterator[tuple[str, Row]]:
    """Table and row, without the import's number, of the mapping and the report."""
    mapping, report = imported.mapping, imported.report
    yield "mappings", (
        mapping.sheet, mapping.platform, mapping.header_rows, int(mapping.reversed), mapping.delimiter,
        mapping.encoding,
    )
    for at, role in enumerate(mapping.roles):
        yield "mapping_columns", (
            at, role.column, role.header, str(role.role), role.pillar, role.place, role.key, role.score
        )
    for at, label in enumerate(mapping.labels):
        yield "mapping_labels", (at, label.column, label.value, label.read_as)
    for version, tasks in enumerate(mapping.design, 1):
        for task, keys in enumerate(tasks, 1):
            for place, key in enumerate(keys, 1):
                yield "mapping_designs", (version, task, place, key)
    yield "reports", (report.platform, report.read, report.complete, report.partial, report.empty)
    for name in ("corrected", "left_out"):  # in the key's order
        yield from finding_rows(name, found(getattr(report, name)))
    for at, told in enumerate(report.notices):
        yield "report_notices", (at, *_notice_row(told))


def mapping_from(rows: Rows) -> Mapping:
    """The mapping; ``ValueError`` if a role is unknown."""
    sheet, platform, header_rows, is_reversed, delimiter, encoding = only(rows["mappings"])
    roles = tuple(
        ColumnRole(column, header, Role(role), pillar, place, key, score)
        for _, column, header, role, pillar, place, key, score in rows["mapping_columns"]
    )
    labels = tuple(ValueLabel(column, value, read_as) for _, column, value, read_as in rows["mapping_labels"])
    design = _design(rows["mapping_designs"])
    return Mapping(sheet, platform, header_rows, roles, bool(is_reversed), delimiter, encoding, labels, design)


def _design(entries: list[Row]) -> Design:
    """The versions of a MaxDiff design, in the order of their numbers; one that is missing was seen by nobody."""
    versions: dict[int, dict[int, list[str]]] = {}
    for version, task, _, key in entries:
        versions.setdefault(version, {}).setdefault(task, []).append(key)
    if not versions:
        return ()
    if not 0 < min(versions) <= max(versions) <= _MOST_VERSIONS:
        raise ValueError("a version of a design out of its range")
    return tuple(
        tuple(tuple(tasks.get(task, ())) for task in range(1, max(tasks, default=0) + 1))
        for tasks in (versions.get(version, {}) for version in range(1, max(versions) + 1))
    )


def report_from(rows: Rows) -> ImportReport:
    """What became of the rows of the file."""
    kinds, pieces = grouped(rows["report_kinds"]), grouped(rows["report_pieces"], 2)
    left_out, corrected = (_findings(name, kinds, pieces) for name in ("left_out", "corrected"))
    notices = tuple(notice_from(*told) for _, *told in rows["report_notices"])
    platform, read, complete, partial, empty = only(rows["reports"])
    return ImportReport(platform, read, complete, partial, empty, left_out, corrected, notices)


def finding_rows(name: str, findings: Findings) -> Iterator[tuple[str, Row]]:
    """Table and row, without the import's number: each kind once, then kind and row of every finding."""
    for at, kind in enumerate(findings.kinds):
        yield "report_kinds", (name, at, kind.sheet, kind.column, kind.value, *_kind_row(kind))
    for block, numbers in (("kinds", findings.codes), ("rows", findings.rows)):
        for piece, data in enumerate(number_pieces(numbers, "i4")):
            yield "report_pieces", (name, block, piece, data)


def _kind_row(kind: LeftOut) -> Row:
    told = kind.reason
    if kind.row != HERE:
        return _notice_row(told)
    values = [(name, None if name == "row" else value) for name, value in told.values]
    return told.code, str(told.severity), json.dumps(values)


def _findings(name: str, kinds: dict[Row, list[Row]], pieces: dict[Row, list[Row]]) -> Findings:
    """The findings of that name; ``ValueError`` if kinds and rows do not fit together."""
    told = [_kind(*kind) for _, *kind in kinds.get((name,), [])]
    codes, rows = (
        numbers_from(data, "i4", sum(map(len, data)) // 4)
        for data in ([piece for _, piece in pieces.get((name, block), [])] for block in ("kinds", "rows"))
    )
    if len(codes) != len(rows) or (len(codes) and not 0 <= codes.min() <= codes.max() < len(told)):
        raise ValueError("kinds and rows of findings do not fit")
    return Findings(told, codes, rows)


def _kind(sheet: str, column: str, value: str, code: str, severity: str, values: str) -> LeftOut:
    pairs = json.loads(values)
    row = HERE if any(given is None for _, given in pairs) else APART
    named = [(name, HERE if given is None and name == "row" else given) for name, given in pairs]
    return LeftOut(sheet, row, column, value, notice_from(code, severity, json.dumps(named)))


def _notice_row(told: Notice) -> Row:
    return told.code, str(told.severity), json.dumps(told.values)


def notice_from(code: str, severity: str, values: str) -> Notice:
    """A notice as it was stored; ``ValueError`` if it holds anything but texts and numbers."""
    pairs = tuple((str(name), value) for name, value in json.loads(values))
    if not all(isinstance(value, str | int | float) for _, value in pairs):
        raise ValueError("a notice holds texts and numbers only")
    told = Notice(code, pairs, Severity(severity))
    try:
        english(told)
    except (KeyError, IndexError, ValueError):  # words that were changed since the file was imported
        return Notice(StorageNotice.FORMER_REASON, (("code", code),), told.severity)
    return told


# --- answers --------------------------------------------------------------------------------------


def answer_rows(responses: Responses) -> Iterator[tuple[str, Row]]:
    """Table and row, without the import's number, of the answers."""
    for position, key in enumerate(responses.pillar_keys):
        yield "answer_pillars", (position, key)
    for at, (block, key, name, kind, values) in enumerate(_answer_columns(responses)):
        yield "answer_columns", (at, block, key, name, kind, len(values))
        segment = responses.segment(key) if block == "segment" else None
        for position, label in enumerate(segment.labels if segment else ()):
            yield "answer_labels", (at, position, label)
        for number, piece in enumerate(_pieces(kind, values)):
            yield "answer_pieces", (at, number, piece)


def _answer_columns(responses: Responses) -> Iterator[tuple[str, str, str, str, NDArray[Any] | Sequence[str]]]:
    for block in PER_PILLAR:
        answers = getattr(responses, block)
        for position in range(answers.shape[1]):
            yield block, responses.pillar_keys[position], "", "i1", answers[:, position]
    for block, kind in NUMBERS:
        yield block, "", "", kind, getattr(responses, block)
    for position in range(responses.points.shape[1]):
        yield "points", responses.pillar_keys[position], "", "i2", responses.points[:, position]
    for block, kind in NOT_EVERYWHERE:
        if len(getattr(responses, block)):
            yield block, "", "", kind, getattr(responses, block)
    if responses.best_worst is not None:
        yield from _best_worst_columns(responses.best_worst)
    for segment in responses.segments:
        yield "segment", segment.key, segment.name, "i2", segment.codes
    for block in TEXTS:
        if texts := getattr(responses, block):
            yield block, "", "", "text", texts


def _best_worst_columns(answers: BestWorst) -> Iterator[tuple[str, str, str, str, NDArray[Any]]]:
    """The design as one column in C order, its shape as the name; a task's best and worst as a column each."""
    yield DESIGN, "", " ".join(map(str, answers.design.shape)), "i1", answers.design.reshape(-1)
    yield "version", "", "", "i4", answers.version
    for block in ("best", "worst"):
        for task in range(answers.best.shape[1]):
            yield block, str(task + 1), "", "i1", getattr(answers, block)[:, task]


def responses_from(rows: Rows) -> Responses:
    """The answers; ``ValueError`` or ``KeyError`` if columns are missing, of unequal length or out of bounds."""
    keys = tuple(key for _, key in rows["answer_pillars"])
    pieces, labels = grouped(rows["answer_pieces"]), grouped(rows["answer_labels"])
    columns: dict[str, list[Any]] = {}
    n_values = set()
    for at, block, key, name, kind, n in rows["answer_columns"]:
        data = [piece for _, piece in pieces.get((at,), [])]
        values: Any = StoredTexts(tuple(data), n) if kind == "text" else numbers_from(data, kind, n)
        if block == "segment":
            values = _segment(key, name, tuple(label for _, label in labels.get((at,), [])), values)
        if block == DESIGN:
            values = values.reshape([int(length) for length in name.split()])
        else:
            n_values.add(n)
        columns.setdefault(block, []).append(values)
    if len(n_values) != 1:
        raise ValueError("columns of answers of unequal length")
    n, k = n_values.pop(), len(keys)
    highest = {"ranks": 2 * k, "importance": 5, "performance": 5}
    blocks: dict[str, Any] = {
        block: _block(columns.get(block, []), n, k, 0, highest[block], np.int8) for block in PER_PILLAR
    }
    numbers: dict[str, Any] = {block: only([(values,) for values in columns[block]])[0] for block, _ in NUMBERS}
    numbers |= {block: columns[block][0] for block, _ in NOT_EVERYWHERE if block in columns}
    if points := columns.get("points"):
        numbers["points"] = _block(points, n, k, -1, 32_767, np.int16)
    numbers["best_worst"] = _best_worst(columns, n, k)
    texts: dict[str, Any] = {block: columns.get(block, [()])[0] for block in TEXTS}
    return frozen(Responses(keys, **blocks, **numbers, segments=tuple(columns.get("segment", ())), **texts))


def _segment(key: str, name: str, labels: tuple[str, ...], codes: NDArray[np.int16]) -> Segment:
    if len(codes) and not (codes.min() >= -1 and codes.max() < len(labels)):
        raise ValueError(f"codes of {key} without a label")
    return Segment(key, name, labels, codes)


def _block(
    columns: list[NDArray[Any]], n: int, k: int, lowest: int, highest: int, kind: type[np.signedinteger[Any]]
) -> NDArray[Any]:
    """Columns side by side, column-major, shape (n, k), or (n, 0) where there are none."""
    if len(columns) not in (0, k):
        raise ValueError("a column per pillar, or none")
    block = np.zeros((n, len(columns)), kind, order="F")
    for position, column in enumerate(columns):
        block[:, position] = column
    if block.size and not (block.min() >= lowest and block.max() <= highest):
        raise ValueError("an answer out of its range")
    return block


def _best_worst(columns: dict[str, list[Any]], n: int, k: int) -> BestWorst | None:
    """The answers to MaxDiff tasks, if there are any; ``ValueError`` if they do not fit their design."""
    if DESIGN not in columns:
        return None
    (design,), (version,) = columns[DESIGN], columns["version"]
    if design.ndim != 3 or not -1 <= design.min(initial=-1) <= design.max(initial=-1) < k:
        raise ValueError("a design of other pillars")
    if n and not -1 <= version.min() <= version.max() < len(design):
        raise ValueError("a version that the design lacks")
    best, worst = (
        _block(columns.get(block, []), n, design.shape[1], -1, k - 1, np.int8) for block in ("best", "worst")
    )
    return BestWorst(design, version, best, worst)


# --- the original cells ---------------------------------------------------------------------------


def cell_rows(table: Table) -> Iterator[tuple[str, Row]]:
    """Table and row, without the import's number, of the original cells."""
    yield "cell_sheets", (table.sheet,)
    for at, (block, sheet_column, kind, values) in enumerate(_cell_columns(table)):
        yield "cell_columns", (at, block, sheet_column, kind, len(values))
        for number, piece in enumerate(_pieces(kind, values)):
            yield "cell_pieces", (at, number, piece)


def _cell_columns(table: Table) -> Iterator[tuple[str, int, str, NDArray[Any] | Sequence[str]]]:
    yield "rows", 0, "i4", table.rows
    for column in table.columns:
        yield "kinds", column.position, "u1", column.kinds
        yield "texts", column.position, "text", column.texts


def cells_from(rows: Rows) -> Table:
    """The original cells, their text unpacked when looked at; ``ValueError`` if columns are of unequal length."""
    pieces = grouped(rows["cell_pieces"])
    (_, block, _, kind, n), *others = rows["cell_columns"]

    def data(at: int) -> tuple[bytes, ...]:
        return tuple(piece for _, piece in pieces.get((at,), []))

    if block != "rows" or kind != "i4" or len(others) % 2 or any(other[4] != n for other in others):
        raise ValueError("columns of cells of unequal length")
    columns = []
    for (at, _, position, kind, _), (texts_at, block, same_position, _, _) in zip(
        others[::2], others[1::2], strict=True
    ):
        kinds = numbers_from(data(at), kind, n)
        if block != "texts" or same_position != position or (n and kinds.max() > max(CellKind)):
            raise ValueError("kinds and texts of cells do not fit")
        columns.append(Column(position, StoredTexts(data(texts_at), n), kinds))
    return Table(only(rows["cell_sheets"])[0], numbers_from(data(0), "i4", n), tuple(columns))


def _pieces(kind: str, values: NDArray[Any] | Sequence[str]) -> Iterator[bytes]:
    if isinstance(values, np.ndarray):
        return number_pieces(values, kind)
    return text_pieces(values)
