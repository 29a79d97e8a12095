"""``--quality``, ``--weights``, ``--target``: who counts, how much, and what is aimed at."""

import json
import math
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cxsurvey.cli.grammar import MEAN, OFF
from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.command import CommandNotice
from cxsurvey.project import Project, with_study
from cxsurvey.study import Study, WeightMargin

Weights = tuple[WeightMargin, ...]


def counted_as_asked(project: Project, arguments: Namespace) -> Project:
    """The project with the settings of the command in place of the study's own; nothing is stored.

    Raises ``SurveyError`` for a file of weights that is none.
    """
    study = with_counting(project.study, arguments)
    return project if study == project.study else with_study(project, study)


def with_counting(study: Study, arguments: Namespace) -> Study:
    """The study with those of the three settings that the command names."""
    wish = vars(arguments)
    if wish.get("quality"):
        study = replace(study, quality=wish["quality"])
    if wish.get("weights"):
        study = replace(study, weights=read_weights(wish["weights"]))
    if wish.get("target"):
        study = replace(study, performance_target=None if wish["target"] == MEAN else wish["target"])
    return study


def read_weights(names: Sequence[str]) -> Weights:
    """The make-ups of all files together; none for ``off``."""
    if OFF in names:
        return ()
    found = tuple(margin for name in names for margin in _of_file(Path(name)))
    twice = [margin.by for at, margin in enumerate(found) if margin.by in {one.by for one in found[:at]}]
    if twice:
        raise _unreadable(Path(names[-1]), f"“{twice[0]}” is there twice")
    return found


def weights_json(weights: Weights) -> list[dict[str, Any]]:
    """The make-ups as a file of weights holds them."""
    return [{"by": margin.by, "targets": dict(margin.targets)} for margin in weights]


def _of_file(path: Path) -> Weights:
    """``{"by": "generation", "targets": {"gen_z": 0.2, ...}}``, or a list of such."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as trouble:
        raise _unreadable(path, trouble.strerror or "unknown") from trouble
    except (ValueError, RecursionError) as trouble:  # ValueError: no JSON, no UTF-8
        raise _unreadable(path, "it is no JSON") from trouble
    margins = data if isinstance(data, list) else [data]
    if not margins:
        raise _unreadable(path, "it is empty")
    return tuple(_margin(path, margin) for margin in margins)


def _margin(path: Path, data: Any) -> WeightMargin:
    by = data.get("by") if isinstance(data, dict) else None
    targets = data.get("targets") if isinstance(data, dict) else None
    if not isinstance(by, str) or not by or not isinstance(targets, dict) or not targets:
        raise _unreadable(path, "it lacks “by” or “targets”")
    if not all(_is_share(share) for share in targets.values()):
        raise _unreadable(path, "a target is no number of 0 or more")
    return WeightMargin(by, tuple((str(key), float(share)) for key, share in targets.items()))


def _unreadable(path: Path, reason: str) -> SurveyError:
    return error(CommandNotice.WEIGHTS_UNREADABLE, file=path.name, reason=reason)


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0
