"""An import as files of a folder, and back: arrays as ``.npy`` without pickles, all else as JSON."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxsurvey.best_worst import BestWorst
from cxsurvey.reading.as_json import (
    left_out_from_json,
    left_out_to_json,
    mapping_from_json,
    mapping_to_json,
    notice_from_json,
    notice_to_json,
)
from cxsurvey.reading.coded import CodedTexts, coded
from cxsurvey.reading.findings import Findings, found
from cxsurvey.reading.values import Column, ImportedFile, ImportReport, LeftOut, Table
from cxsurvey.responses import Responses, Segment, frozen

# Names in the private folder.
RESULT, INSPECTION, SHEETS, DESIGN = "result", "inspection.json", "sheets.json", "design.json"
_INDEX = "import.json"
_ARRAYS = ("ranks", "importance", "performance", "birth_year", "age", "status", "rows", "source", "duration",
           "points", "satisfaction", "image", "attention")
# Taking in one line of texts keeps the window's thread waiting; a whole file of them would be seen.
_TEXTS_A_LINE = 2_000
_BEST_WORST = ("design", "version", "best", "worst")
_TEXTS = ("comments", "respondent_ids", "submitted")


def save_import(imported: ImportedFile, folder: Path) -> None:
    """Writes an import into an empty folder."""
    out = _Writer(folder)
    responses, table, report = imported.responses, imported.table, imported.report
    index = {
        "key": imported.key,
        "name": imported.name,
        "imported_on": imported.imported_on,
        "mapping": mapping_to_json(imported.mapping),
        "table": {
            "sheet": table.sheet,
            "rows": out.array(table.rows),
            "columns": [
                {"position": column.position, "kinds": out.array(column.kinds), "texts": out.texts(column.texts)}
                for column in table.columns
            ],
        },
        "responses": {
            "pillar_keys": responses.pillar_keys,
            **{name: out.array(getattr(responses, name)) for name in _ARRAYS},
            **{name: out.texts(getattr(responses, name)) for name in _TEXTS},
            "best_worst": None if (asked := responses.best_worst) is None else [
                out.array(getattr(asked, name)) for name in _BEST_WORST
            ],
            "segments": [
                {"key": entry.key, "name": entry.name, "labels": entry.labels, "codes": out.array(entry.codes)}
                for entry in responses.segments
            ],
        },
        "report": {
            "counts": [report.read, report.complete, report.partial, report.empty],
            "left_out": out.findings(report.left_out),
            "corrected": out.findings(report.corrected),
            "notices": [notice_to_json(told) for told in report.notices],
        },
    }
    (folder / _INDEX).write_text(json.dumps(index), encoding="ascii")


def load_import(folder: Path) -> ImportedFile:
    """Reads an import back; ``ValueError``, ``KeyError`` or ``OSError`` if the files are not whole."""
    data = json.loads((folder / _INDEX).read_text(encoding="ascii"))
    read = _Reader(folder)
    mapping = mapping_from_json(data["mapping"])
    return ImportedFile(
        data["key"], data["name"], data["imported_on"], _table(data["table"], read), mapping,
        _responses(data["responses"], read), _report(data["report"], mapping.platform, read),
    )  # fmt: skip


def _table(data: Any, read: "_Reader") -> Table:
    columns = tuple(
        Column(entry["position"], read.texts(entry["texts"]), read.array(entry["kinds"])) for entry in data["columns"]
    )
    return Table(data["sheet"], read.array(data["rows"]), columns)


def _responses(data: Any, read: "_Reader") -> Responses:
    segments = tuple(
        Segment(entry["key"], entry["name"], tuple(entry["labels"]), read.array(entry["codes"]))
        for entry in data["segments"]
    )
    arrays: dict[str, Any] = {name: read.array(data[name]) for name in _ARRAYS}
    texts: dict[str, Any] = {name: read.texts(data[name]) for name in _TEXTS}
    asked = data["best_worst"]
    best_worst = None if asked is None else BestWorst(*(read.array(name) for name in asked))
    return frozen(
        Responses(tuple(data["pillar_keys"]), segments=segments, best_worst=best_worst, **arrays, **texts)
    )


def _report(data: Any, platform: str, read: "_Reader") -> ImportReport:
    n_read, complete, partial, empty = data["counts"]
    return ImportReport(
        platform, n_read, complete, partial, empty, read.findings(data["left_out"]), read.findings(data["corrected"]),
        tuple(notice_from_json(told) for told in data["notices"]),
    )  # fmt: skip


class _Writer:
    """Numbers the arrays of a folder. Texts are written as distinct texts and codes: answers come again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._n = folder, 0

    def array(self, values: NDArray[Any]) -> str:
        self._n += 1
        name = f"{self._n}.npy"
        np.save(self._folder / name, values, allow_pickle=False)
        return name

    def findings(self, entries: Sequence[LeftOut]) -> dict[str, Any]:
        told = found(entries)
        kinds = [left_out_to_json(kind) for kind in told.kinds]
        return {"kinds": kinds, "codes": self.array(told.codes), "rows": self.array(told.rows)}

    def texts(self, texts: Sequence[str]) -> dict[str, Any]:
        given = coded(texts)
        codes = self.array(given.codes)
        name = f"{self._n}.jsonl"
        with (self._folder / name).open("w", encoding="ascii") as file:
            for start in range(0, len(given.distinct), _TEXTS_A_LINE):
                file.write(json.dumps(list(given.distinct[start : start + _TEXTS_A_LINE])) + "\n")
        return {"distinct": name, "codes": codes}


class _Reader:
    """Reads what ``_Writer`` wrote."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def array(self, name: str) -> Any:
        values = np.load(self._folder / name, allow_pickle=False)
        values.flags.writeable = False
        return values

    def findings(self, data: Any) -> Findings:
        kinds = [left_out_from_json(kind) for kind in data["kinds"]]
        return Findings(kinds, self.array(data["codes"]), self.array(data["rows"]))

    def texts(self, data: Any) -> Sequence[str]:
        codes = self.array(data["codes"])
        distinct: list[str] = []
        with (self._folder / data["distinct"]).open(encoding="ascii") as file:
            for line in file:
                distinct += json.loads(line)
        return CodedTexts(distinct, codes) if len(codes) else ()
