"""Projects to store: a rich one with everything in it, and what two projects must have in common to be equal."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np

from cxsurvey.best_worst import BestWorst
from cxsurvey.cohorts import Band, Banding
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.notices import Severity, notice
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.pillars import Pillar, PillarText
from cxsurvey.plan import Action, Plan
from cxsurvey.project import Project, Study
from cxsurvey.reading.findings import Findings, found
from cxsurvey.reading.values import (
    Column,
    ColumnRole,
    ImportedFile,
    ImportReport,
    LeftOut,
    Mapping,
    Role,
    Table,
    ValueLabel,
)
from cxsurvey.responses import Responses, Segment, frozen, merge_responses
from cxsurvey.storage.columns import StoredTexts
from cxsurvey.study import WeightMargin
from cxsurvey.survey import Option, Question, QuestionKind, Survey

ODD = "Łódź «ценa» ราคา 👩‍👩‍👧‍👦 \"quotes\" 'and' \\ back\nline\ttab \0 nul \u202e bidi"
KEYS = ("ads", "service", "price", "trust")


def rich_project(n: int = 50, text: str = ODD) -> Project:
    pillars = tuple(
        Pillar(key, f"P{at:02d}", (
            PillarText("en", key.title(), f"{text} {key}", "How good?", key[:3], "all of it"),
            PillarText("th", f"ราคา {key}", text, ""),
        ))
        for at, key in enumerate(KEYS, 1)
    )  # fmt: skip
    internal = InternalView(
        (
            Colleague("c1", f"Ada {text}", "CX lead", "CX", "leader", "2026-01-31", KEYS, (("ads", 3), ("price", 5))),
            Colleague("c2", "Bo", ranking=KEYS[::-1]),
            Colleague("c3", "not yet"),
        ),
        "2026-02-01",
    )
    survey = Survey(
        ("en", "th"), (("en", "Title"), ("th", text)), (("en", text),),
        (
            Question("prio", QuestionKind.FULL_RANKING, (("en", "Rank"), ("th", text)), required=True),
            Question("seg1", QuestionKind.SEGMENT, (("en", "Where?"),), (
                Option("a", (("en", "North"), ("th", text))), Option("b", (("en", ""),)),
            )),
            Question("comm", QuestionKind.COMMENT, ()),
        ),
        7, 6, (("ads", "price"), ("price", "ads")),
    )  # fmt: skip
    imports = (imported("one", n, 1, text), imported("two", 3, 2, text), imported("none", 0, 3, text))
    return Project(
        "k", odd_study(text), pillars, internal,
        survey, Banding("own", "birth_year", (Band("old", "Old", None, 1960), Band("new", text, 1961, None)), "me"),
        Banding("plain", "age", ()), imports, merge_responses(tuple(one.responses for one in imports), KEYS),
        Plan((Action("ads", 2, "Ada", ("CX", text), text, "2026-05-01", "calls"), Action("price")), text),
    )


def odd_study(text: str) -> Study:
    return Study(
        "Title " + text, "Org", "th", text, 12_345, None, "random", "2026-01-01", "2026-02-01", 0.9, 0.03,
        "generations", 5, 0.5, "age", 7, True, "strict",
        (WeightMargin("age", (("18-29", 0.25), (text, 0.75))), WeightMargin("region", (("North", 2.0),))), 3.75,
    )


def imported(key: str, n: int, seed: int, text: str = ODD) -> ImportedFile:
    rng = np.random.default_rng(seed)
    k = len(KEYS)
    performance = rng.integers(0, 6, (n, k)) if seed == 1 else np.zeros((n, 0))
    responses = frozen(Responses(
        KEYS, np.asfortranarray(rng.integers(0, 2 * k + 1, (n, k)).astype(np.int8)), np.zeros((n, 0), np.int8),
        np.asfortranarray(performance.astype(np.int8)), rng.integers(1930, 2010, n).astype(np.int16),
        np.zeros(n, np.int16), rng.integers(0, 2, n).astype(np.int8), np.arange(3, n + 3, dtype=np.int32),
        np.zeros(n, np.int16),
        (Segment("region", "Region " + text, ("North", text), rng.integers(-1, 2, n).astype(np.int16)),),
        tuple(f"{text} {i}" for i in range(n)) if seed == 1 else (), tuple(f"id{i}" for i in range(n)),
        tuple("2026-01-05" for _ in range(n)) if seed == 2 else (),
        rng.integers(0, 900, n).astype(np.int32) if seed == 1 else np.zeros(0, np.int32),
    ))  # fmt: skip
    if seed == 2:
        responses = frozen(replace(responses, **other_formats(rng, n, k)))
    return ImportedFile(
        key, f"{text}.xlsx", "2026-02-03T10:11:12", _table(n, rng, text), _mapping(text), responses, _report(n, text)
    )


def other_formats(rng: np.random.Generator, n: int, k: int) -> dict[str, Any]:
    """The columns of ``Responses`` that most files lack."""
    design = np.array([[[0, 1, 2], [1, 2, 3]], [[3, 2, -1], [-1, -1, -1]]], np.int8)
    return {
        "points": np.asfortranarray(rng.integers(-1, 10_001, (n, k)).astype(np.int16)),
        "satisfaction": rng.integers(-1, 101, n).astype(np.int8), "image": rng.integers(-1, 101, n).astype(np.int8),
        "attention": rng.integers(0, 3, n).astype(np.int8),
        "best_worst": BestWorst(
            design, rng.integers(-1, 2, n).astype(np.int32),
            np.asfortranarray(rng.integers(-1, k, (n, 2)).astype(np.int8)),
            np.asfortranarray(rng.integers(-1, k, (n, 2)).astype(np.int8)),
        ),
    }  # fmt: skip


def _table(n: int, rng: np.random.Generator, text: str) -> Table:
    columns = tuple(
        Column(at, tuple(f"{text} {at} {i}" for i in range(n + 2)), rng.integers(0, 6, n + 2).astype(np.uint8))
        for at in (1, 2, 5)
    )
    return Table("Sheet " + text, np.arange(1, n + 3, dtype=np.int32), columns)


def _mapping(text: str) -> Mapping:
    roles = (
        ColumnRole(1, text, Role.PILLAR_AT_PLACE, "ads", 2, score=98.5), ColumnRole(2, "b", Role.SEGMENT, key="region")
    )
    design = ((("a", "b"), ("c", "d", "a")), ((), ("b", "c")))
    return Mapping("Sheet", "surveymonkey", 2, roles, True, ";", "mac_roman", (ValueLabel(2, text, "North"),), design)


def _report(n: int, text: str) -> ImportReport:
    reason = notice(StorageNotice.PROJECT_DAMAGED, Severity.ERROR, file=text, place=3)
    left_out = found((LeftOut("Sheet", 12, "C", text, reason), LeftOut("Sheet", 13, "", "", reason)))
    corrected = found([LeftOut("Sheet", 2, "", "85", reason)])
    return ImportReport(
        "surveymonkey", n + 5, n, 2, 1, left_out, corrected, (notice(StorageNotice.NEWER_VERSION, file=text),)
    )


def with_title(project: Project, title: str) -> Project:
    return replace(project, study=replace(project.study, title=title))


def assert_same(one: object, other: object, place: str = "project") -> None:
    """Field by field, so that a failure names the field."""
    if isinstance(one, tuple | StoredTexts | Findings) and isinstance(other, tuple | StoredTexts | Findings):
        assert len(one) == len(other), place
        for at, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            assert_same(mine, theirs, f"{place}[{at}]")
        return
    assert type(one) is type(other), place
    if is_dataclass(one):
        for field in fields(one):
            assert_same(getattr(one, field.name), getattr(other, field.name), f"{place}.{field.name}")
    elif isinstance(one, np.ndarray):
        assert (one.dtype, one.shape) == (other.dtype, other.shape), place
        assert not other.flags.writeable, place
        assert np.array_equal(one, other), place
    else:
        assert one == other, place
