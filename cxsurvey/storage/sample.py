"""The sample study that the program ships: invented, finished, and labelled so."""

import uuid
from dataclasses import replace
from pathlib import Path

from cxsurvey.project import Project
from cxsurvey.resources import resource_path
from cxsurvey.storage.whole_files import load_project


def sample_path() -> Path:
    """Where the shipped file is; it is only ever read."""
    return resource_path("sample", "sample_study.cxs")


def open_sample() -> Project:
    """The sample study as a project of one's own: ``document.new(open_sample())``; saving asks for a name."""
    return replace(load_project(sample_path()), key=uuid.uuid4().hex)
