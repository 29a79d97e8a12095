"""``--quality`` and ``--weights``: who counts and how much, for one run of a verb."""

import json
import math
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from cxsurvey.notices import error
from cxsurvey.notices.command import CommandNotice
from cxsurvey.project import Project, with_study

OFF = "off"


def counted_as_asked(project: Project, arguments: Namespace) -> Project:
    """The project with the settings of the command in place of the study's own; nothing is stored.

    Raises ``SurveyError`` for a file of weights that is none.
    """
    study = project.study
    if arguments.quality:
        study = replace(study, quality=arguments.quality)
    if arguments.weights == OFF:
        study = replace(study, weight_by="", weight_targets=())
    elif arguments.weights:
        by, targets = read_weights(Path(arguments.weights))
        study = replace(study, weight_by=by, weight_targets=targets)
    return project if study == project.study else with_study(project, study)


def read_weights(path: Path) -> tuple[str, tuple[tuple[str, float], ...]]:
    """The grouping and the targets of ``{"by": "generation", "targets": {"gen_z": 0.2, ...}}``."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as trouble:
        reason = trouble.strerror or "unknown"
        raise error(CommandNotice.WEIGHTS_UNREADABLE, file=path.name, reason=reason) from trouble
    except (ValueError, RecursionError) as trouble:  # ValueError: no JSON, no UTF-8
        raise error(CommandNotice.WEIGHTS_UNREADABLE, file=path.name, reason="it is no JSON") from trouble
    by = data.get("by") if isinstance(data, dict) else None
    targets = data.get("targets") if isinstance(data, dict) else None
    if not isinstance(by, str) or not by or not isinstance(targets, dict) or not targets:
        raise error(CommandNotice.WEIGHTS_UNREADABLE, file=path.name, reason="it lacks “by” or “targets”")
    if not all(_is_share(share) for share in targets.values()):
        raise error(CommandNotice.WEIGHTS_UNREADABLE, file=path.name, reason="a target is no number of 0 or more")
    return by, tuple((str(key), float(share)) for key, share in targets.items())


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0
