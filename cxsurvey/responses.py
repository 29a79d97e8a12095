"""Customers' answers as read-only arrays, one row a respondent; where each row came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxsurvey.best_worst import BestWorst, frozen_best_worst, joined_best_worst

Int8Array = NDArray[np.int8]
Int16Array = NDArray[np.int16]
Int32Array = NDArray[np.int32]

COMPLETE, PARTIAL = 1, 0
LANGUAGE_KEY = "language"
# In the key of a segment that is one option of a question of several answers: "channels:phone".
OPTION_MARK = ":"
PASSED, FAILED = 1, 2  # an attention check; 0 = not answered


def no_times() -> Int32Array:
    """Durations of a file that tells none."""
    return np.zeros(0, np.int32)


def no_points() -> Int16Array:
    """Points of a file that asks for none."""
    return np.zeros((0, 0), np.int16)


def no_marks() -> Int8Array:
    """A column of small numbers that no file has."""
    return np.zeros(0, np.int8)


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """One choice question's answers. ``codes[i]`` is a position in ``labels``; -1 = not answered.

    Keys "age" (an age band as answered) and "generation" (a generation as answered) are the cohorts' own.
    """

    key: str
    name: str
    labels: tuple[str, ...]
    codes: Int16Array  # (n,)


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """All usable answers. Every array has one row a respondent and is not writeable.

    ranks : (n, k) int8, column-major; twice the rank (2 = first), so that tied mid-ranks stay whole; 0 = not ranked
    importance, performance : (n, k) int8, 1-5; 0 = no answer. Shape (n, 0) when not asked.
    birth_year : (n,) int16, 0 = unknown. age : (n,) int16 in years, 0 = unknown.
    rows : (n,) int32, the row number in the source sheet, as the spreadsheet program shows it
    source : (n,) int16, position of the import the row came from
    points : (n, k) int16, hundredths of a point of 100 shared out; -1 = left empty; shape (0, 0) when not asked
    satisfaction, image : (n,) int8, how far up its scale the answer stands, 0 to 100, whatever the scale; 50 is its
        middle; -1 = no answer; (0,) when no file asks
    attention : (n,) int8, PASSED, FAILED or 0 = not answered; (0,) when no file has such a check
    """

    pillar_keys: tuple[str, ...]
    ranks: Int8Array
    importance: Int8Array
    performance: Int8Array
    birth_year: Int16Array
    age: Int16Array
    status: Int8Array  # (n,) COMPLETE or PARTIAL
    rows: Int32Array
    source: Int16Array
    segments: tuple[Segment, ...] = ()
    comments: Sequence[str] = ()         # one a respondent, or none at all
    respondent_ids: Sequence[str] = ()   # one a respondent, or none at all
    submitted: Sequence[str] = ()        # ISO dates, one a respondent ("" unknown), or none at all
    duration: Int32Array = field(default_factory=no_times)  # (n,) seconds, 0 = unknown; (0,) when no file says
    points: Int16Array = field(default_factory=no_points)
    satisfaction: Int8Array = field(default_factory=no_marks)
    image: Int8Array = field(default_factory=no_marks)
    attention: Int8Array = field(default_factory=no_marks)
    best_worst: BestWorst | None = None  # MaxDiff

    @property
    def n(self) -> int:
        """How many respondents."""
        return int(self.rows.shape[0])

    def segment(self, key: str) -> Segment | None:
        """The choice question of that key, if any file had it."""
        return next((segment for segment in self.segments if segment.key == key), None)


def no_responses(pillar_keys: tuple[str, ...]) -> Responses:
    """Responses of nobody."""
    k = len(pillar_keys)
    return frozen(
        Responses(
            pillar_keys, np.zeros((0, k), np.int8, order="F"), np.zeros((0, 0), np.int8), np.zeros((0, 0), np.int8),
            np.zeros(0, np.int16), np.zeros(0, np.int16), np.zeros(0, np.int8), np.zeros(0, np.int32),
            np.zeros(0, np.int16),
        )
    )


def frozen(responses: Responses) -> Responses:
    """The same responses, every array made read-only."""
    arrays: list[NDArray[Any]] = [
        responses.ranks, responses.importance, responses.performance, responses.birth_year, responses.age,
        responses.status, responses.rows, responses.source, responses.duration, responses.points,
        responses.satisfaction, responses.image, responses.attention,
        *(segment.codes for segment in responses.segments),
    ]
    for array in arrays:
        array.flags.writeable = False
    if responses.best_worst is not None:
        frozen_best_worst(responses.best_worst)
    return responses


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a question of several answers, which is a segment of its own."""

    key: str       # of the segment
    question: str  # its name
    name: str      # the option's own, without the question


def options_of(segments: Sequence[Segment]) -> dict[str, Option]:
    """The options of questions of several answers by the segment's key, in the order of the segments.

    The question is what the names of its options begin with; of a single one, what stands before its last colon.
    """
    questions: dict[str, list[Segment]] = {}
    for segment in segments:
        question, mark, _ = segment.key.partition(OPTION_MARK)
        if mark:
            questions.setdefault(question, []).append(segment)
    found: dict[str, Option] = {}
    for question, options in questions.items():
        begin = _shared_beginning([option.name for option in options]) or question.replace("_", " ").capitalize()
        for option in options:
            found[option.key] = Option(option.key, begin, option.name.removeprefix(f"{begin}: "))
    return {segment.key: found[segment.key] for segment in segments if segment.key in found}


def _shared_beginning(names: list[str]) -> str:
    """What all names say before a colon; empty if they share nothing."""
    parts = names[0].split(": ")
    begins = (": ".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
    return next((begin for begin in begins if all(name.startswith(f"{begin}: ") for name in names)), "")


@dataclass(frozen=True, slots=True)
class Asked:
    """What customers were asked besides their priorities, and how many answered.

    ``key`` is the segment's, or that of a question of several answers, whose ``labels`` are then its options. For the
    rest it is "birth_year", "age", "performance", "satisfaction", "image", "attention" or "comment"; ``name`` and
    ``labels`` are then empty.
    """

    key: str
    name: str
    answered: int
    labels: tuple[str, ...] = ()


def asked_besides(responses: Responses) -> tuple[Asked, ...]:
    """Everything that was asked besides the priorities and that anybody has answered."""
    counted = [
        Asked("birth_year", "", int((responses.birth_year > 0).sum())),
        Asked("age", "", int((responses.age > 0).sum())),
        *_asked_in_words(responses.segments),
        Asked("performance", "", int((responses.performance > 0).any(axis=1).sum())),
        Asked("satisfaction", "", int((responses.satisfaction >= 0).sum())),
        Asked("image", "", int((responses.image >= 0).sum())),
        Asked("attention", "", int((responses.attention > 0).sum())),
        Asked("comment", "", sum(bool(text) for text in responses.comments)),
    ]
    return tuple(one for one in counted if one.answered)


def _asked_in_words(segments: Sequence[Segment]) -> list[Asked]:
    """Choice questions, the options of one question together."""
    options = options_of(segments)
    asked: dict[str, Asked] = {}
    for segment in segments:
        answered = int((segment.codes >= 0).sum())
        option = options.get(segment.key)
        if option is None:
            asked[segment.key] = Asked(segment.key, segment.name, answered, segment.labels)
            continue
        question = segment.key.partition(OPTION_MARK)[0] + OPTION_MARK
        known = asked.get(question, Asked(question, option.question, 0))
        asked[question] = Asked(question, known.name, max(known.answered, answered), (*known.labels, option.name))
    return list(asked.values())


def merge_responses(parts: tuple[Responses, ...], pillar_keys: tuple[str, ...]) -> Responses:
    """Several imports as one, ``source`` numbering them, columns by pillar key in the order of ``pillar_keys``.

    A pillar that a part lacks has no answers there; segments of the same key are joined by label.
    """
    if not parts:
        return no_responses(pillar_keys)
    return frozen(
        Responses(
            pillar_keys,
            _stacked([_columns(part.ranks, part, pillar_keys) for part in parts]),
            _stacked([_columns(part.importance, part, pillar_keys) for part in parts]),
            _stacked([_columns(part.performance, part, pillar_keys) for part in parts]),
            np.concatenate([part.birth_year for part in parts]),
            np.concatenate([part.age for part in parts]),
            np.concatenate([part.status for part in parts]),
            np.concatenate([part.rows for part in parts]),
            np.concatenate([np.full(part.n, position, np.int16) for position, part in enumerate(parts)]),
            _segments(parts),
            _texts([part.comments for part in parts], parts),
            _texts([part.respondent_ids for part in parts], parts),
            _texts([part.submitted for part in parts], parts),
            _column([part.duration for part in parts], parts, 0, no_times()),
            _points(parts, pillar_keys),
            _column([part.satisfaction for part in parts], parts, -1, no_marks()),
            _column([part.image for part in parts], parts, -1, no_marks()),
            _column([part.attention for part in parts], parts, 0, no_marks()),
            joined_best_worst(tuple((part.best_worst, part.n, part.pillar_keys) for part in parts), pillar_keys),
        )
    )


def _columns(block: Int8Array, part: Responses, pillar_keys: tuple[str, ...]) -> Int8Array:
    """The block with its columns put under ``pillar_keys``; width 0 stays 0."""
    if block.shape[1] == 0:
        return block
    aligned = np.zeros((block.shape[0], len(pillar_keys)), np.int8, order="F")
    for position, key in enumerate(pillar_keys):
        if key in part.pillar_keys:
            aligned[:, position] = block[:, part.pillar_keys.index(key)]
    return aligned


def _stacked(blocks: list[Int8Array]) -> Int8Array:
    width = max(block.shape[1] for block in blocks)
    full = [block if block.shape[1] else np.zeros((block.shape[0], width), np.int8) for block in blocks]
    return np.asfortranarray(np.concatenate(full))


def _segments(parts: tuple[Responses, ...]) -> tuple[Segment, ...]:
    names: dict[str, str] = {}
    for part in parts:
        for segment in part.segments:
            names.setdefault(segment.key, segment.name)
    return tuple(_joined_segment(key, name, parts) for key, name in names.items())


def _joined_segment(key: str, name: str, parts: tuple[Responses, ...]) -> Segment:
    labels: dict[str, int] = {}
    codes: list[Int16Array] = []
    for part in parts:
        segment = part.segment(key)
        if segment is None:
            codes.append(np.full(part.n, -1, np.int16))
            continue
        # One more place at the end, so that code -1 looks up -1.
        lookup = [labels.setdefault(label, len(labels)) for label in segment.labels] + [-1]
        codes.append(np.array(lookup, np.int16)[segment.codes])
    return Segment(key, name, tuple(labels), np.concatenate(codes))


def _column(
    columns: list[NDArray[Any]], parts: tuple[Responses, ...], unknown: int, none: NDArray[Any]
) -> NDArray[Any]:
    """A column that some files lack, ``unknown`` there; ``none`` where all lack it."""
    if not any(len(column) for column in columns):
        return none
    return np.concatenate([
        column if len(column) else np.full(part.n, unknown, none.dtype)
        for column, part in zip(columns, parts, strict=True)
    ])


def _points(parts: tuple[Responses, ...], pillar_keys: tuple[str, ...]) -> Int16Array:
    if not any(part.points.shape[1] for part in parts):
        return no_points()
    n = sum(part.n for part in parts)
    points = np.full((n, len(pillar_keys)), -1, np.int16, order="F")
    start = 0
    for part in parts:
        for position, key in enumerate(pillar_keys):
            if part.points.shape[1] and key in part.pillar_keys:
                points[start : start + part.n, position] = part.points[:, part.pillar_keys.index(key)]
        start += part.n
    return points


def _texts(columns: list[Sequence[str]], parts: tuple[Responses, ...]) -> Sequence[str]:
    if len(columns) == 1:
        return columns[0]
    if not any(columns):
        return ()
    return tuple(
        text for column, part in zip(columns, parts, strict=True) for text in (column or ("",) * part.n)
    )
