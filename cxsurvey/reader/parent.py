"""Asking the reader's process: the same questions as ``reading.importing``, with progress and Cancel."""

import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.progress import Progress, silent
from cxsurvey.reader.child import Child, WarmReader
from cxsurvey.reader.request import Request, request_to_json
from cxsurvey.reader.transfer import DESIGN, INSPECTION, RESULT, SHEETS, load_import
from cxsurvey.reader.trouble import is_full, no_space, unreadable
from cxsurvey.reading.as_json import design_from_json, inspection_from_json, notice_from_json, sheet_from_json
from cxsurvey.reading.container import LARGEST_FILE, check_regular
from cxsurvey.reading.designs import DesignFound
from cxsurvey.reading.places import shown
from cxsurvey.reading.values import FileRead, Inspection
from cxsurvey.reading.wishes import NOTHING_SAID, Wishes
from cxsurvey.survey import Survey

_PIECE = 1 << 20
_COPY, _DESIGN = "copy", "design"


def inspect_in_child(
    path: Path, pillars: Pillars, survey: Survey | None = None, wishes: Wishes = NOTHING_SAID,
    progress: Progress = silent, warm: WarmReader | None = None,
) -> Inspection:  # fmt: skip
    """``inspect_file`` in a process of its own; ``Cancelled`` out of ``progress`` ends it and leaves nothing."""
    with _child(path, warm) as child:
        _ask(child, path, Request("inspect", "", pillars, survey, wishes), progress)
        data = json.loads((child.folder / INSPECTION).read_text(encoding="ascii"))
        return inspection_from_json(data)


def read_in_child(
    path: Path, pillars: Pillars, survey: Survey | None = None, wishes: Wishes = NOTHING_SAID,
    progress: Progress = silent, warm: WarmReader | None = None,
) -> FileRead:  # fmt: skip
    """``read_file`` in a process of its own; ``Cancelled`` out of ``progress`` ends it and leaves nothing."""
    with _child(path, warm) as child:
        _ask(child, path, Request("read", "", pillars, survey, wishes), progress)
        sheets = json.loads((child.folder / SHEETS).read_text(encoding="ascii"))
        return FileRead(load_import(child.folder / RESULT), tuple(sheet_from_json(entry) for entry in sheets))


def read_design_in_child(
    path: Path, pillars: Pillars, *, progress: Progress = silent, warm: WarmReader | None = None
) -> DesignFound:
    """``read_design`` in a process of its own, for answers that were read before."""
    with _child(path, warm) as child:
        _ask(child, path, Request("design", "", pillars), progress)
        data = json.loads((child.folder / DESIGN).read_text(encoding="ascii"))
        return DesignFound(design_from_json(data["design"]), tuple(map(notice_from_json, data["notices"])))


def _child(path: Path, warm: WarmReader | None) -> Child:
    try:
        return warm.take() if warm is not None else Child()
    except OSError as fault:
        file = shown(path.name)
        refusal = no_space(file, fault) if is_full(fault) else error(ReadingNotice.READER_CRASHED, file=file)
        raise refusal from fault


def _ask(child: Child, path: Path, request: Request, progress: Progress) -> None:
    file = shown(path.name)
    copy = child.folder / _COPY
    size = pack_folder(path, copy, file) if path.is_dir() else copy_whole(path, copy, file, progress)
    wishes = replace(request.wishes, name=path.name)
    if wishes.design is not None:
        beside = child.folder / _DESIGN
        size += copy_whole(wishes.design, beside, shown(wishes.design.name), progress)
        wishes = replace(wishes, design=beside, design_name=wishes.design.name)
    child.ask(request_to_json(replace(request, copy=str(copy), wishes=wishes)), file, size, progress)


def pack_folder(folder: Path, copy: Path, file: str) -> int:
    """Packs a folder's files of answers (.json, one a respondent) as a zip and gives its size."""
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and path.is_file())
        if not found:
            raise error(ReadingNotice.IS_FOLDER, file=file)
        with zipfile.ZipFile(copy, "x", zipfile.ZIP_STORED) as archive:
            left = LARGEST_FILE
            for path in found:
                left -= check_regular(path, shown(path.name)).st_size
                if left < 0:
                    raise error(ReadingNotice.FILE_TOO_LARGE, file=file, limit=LARGEST_FILE // 1_000_000)
                archive.writestr(os.fsencode(path.name).decode("utf-8", "replace"), path.read_bytes())
    except OSError as fault:
        raise unreadable(file, fault) from fault
    return copy.stat().st_size


def copy_whole(path: Path, copy: Path, file: str, progress: Progress = silent) -> int:
    """Copies a file for reading and gives its size; ``SurveyError`` if it is no file, or changed in the meantime.

    Only the copy is read: the original may grow, be cut or vanish while a long read goes on.
    """
    before = check_regular(path, file)
    try:
        # No waiting for a writer, should it have become a pipe since it was looked at.
        source = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as fault:
        raise error(ReadingNotice.FILE_UNREADABLE, file=file) from fault
    done = 0
    try:
        with os.fdopen(source, "rb") as reading, copy.open("xb") as writing:
            while piece := _piece(reading, file):
                done += len(piece)
                if done > before.st_size:
                    raise error(ReadingNotice.FILE_CHANGING, file=file)
                writing.write(piece)
                progress(0, before.st_size)
    except OSError as fault:
        raise no_space(file, fault) from fault
    after = check_regular(path, file)
    if done != before.st_size or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise error(ReadingNotice.FILE_CHANGING, file=file)
    return done


def _piece(reading: BinaryIO, file: str) -> bytes:
    try:
        return reading.read(_PIECE)
    except OSError as fault:
        raise error(ReadingNotice.FILE_UNREADABLE, file=file) from fault

