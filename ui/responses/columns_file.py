"""Columns chosen by hand as a file: the JSON that the command line's ``import --map`` takes. No Qt."""

import json
from dataclasses import replace
from pathlib import Path

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.project import Project
from cxsurvey.reading.as_json import mapping_from_json, mapping_to_json
from cxsurvey.reading.values import Mapping

from .review import Review, decode_review

LARGEST = 4_000_000  # bytes


def write_columns(mapping: Mapping, path: Path, _progress: Progress) -> Path:
    """Writes the columns; ``SurveyError`` if the file cannot be written."""
    from cxsurvey.export.files import atomic_path

    with atomic_path(path) as beside:
        beside.write_text(json.dumps(mapping_to_json(mapping), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def read_by_columns(review: Review, path: Path, project: Project, progress: Progress) -> Review:
    """The reviewed file read by the columns of a file; ``SurveyError`` if they are none, or are for other headers."""
    from cxsurvey.reading.importing import fitted

    imported = review.imported
    mapping = fitted(_read(path), imported.table, imported.mapping, imported.name)
    known = set(project.pillar_keys)
    roles = tuple(role for role in mapping.roles if not role.pillar or role.pillar in known)
    return decode_review(review, replace(mapping, roles=roles), project, True, progress)


def _read(path: Path) -> Mapping:
    try:
        if path.stat().st_size > LARGEST:
            raise error(ReadingNotice.MAPPING_SHAPE, reason=path.name)
        return mapping_from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as fault:
        raise error(ReadingNotice.MAPPING_SHAPE, reason=path.name) from fault
