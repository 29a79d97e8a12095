"""Answers to MaxDiff tasks: of the few pillars shown at a time, the most and the least important one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Int8Array = NDArray[np.int8]
Int32Array = NDArray[np.int32]

NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class BestWorst:
    """One row a respondent. Pillars are positions in ``Responses.pillar_keys``; -1 = none.

    design : (n_versions, n_tasks, n_shown) int8, the pillars shown; tasks that show fewer end in -1, and so do
        versions of fewer tasks
    version : (n,) int32, row of ``design``; -1 = this respondent answered no task
    best, worst : (n, n_tasks) int8, column-major; -1 = not answered. Of an answered task one of them may be missing
    """

    design: Int8Array
    version: Int32Array
    best: Int8Array
    worst: Int8Array

    @property
    def answered(self) -> NDArray[np.bool_]:
        """(n,) who gave a best or a worst in any task."""
        return np.asarray(((self.best >= 0) | (self.worst >= 0)).any(axis=1))

    def __len__(self) -> int:
        return int(self.version.shape[0])


def chosen_rows(answers: BestWorst, rows: NDArray[np.bool_] | NDArray[np.intp]) -> BestWorst:
    """Some respondents' answers, of the same design."""
    return frozen_best_worst(
        BestWorst(
            answers.design, answers.version[rows], np.asfortranarray(answers.best[rows]),
            np.asfortranarray(answers.worst[rows]),
        )
    )


def frozen_best_worst(answers: BestWorst) -> BestWorst:
    """The same answers, every array made read-only."""
    for array in (answers.design, answers.version, answers.best, answers.worst):
        array.flags.writeable = False
    return answers


def joined_best_worst(
    parts: tuple[tuple[BestWorst | None, int, tuple[str, ...]], ...], pillar_keys: tuple[str, ...]
) -> BestWorst | None:
    """Several imports' answers as one; each part with its number of respondents and its own pillars.

    The designs stand one below the other. A pillar that ``pillar_keys`` lacks is no longer known: -1.
    """
    given = [part for part, _, _ in parts if part is not None]
    if not given:
        return None
    n_tasks, n_shown = (max(part.design.shape[axis] for part in given) for axis in (1, 2))
    designs, versions, bests, worsts = [], [], [], []
    before = 0
    for part, n, keys in parts:
        if part is None:
            versions.append(np.full(n, NONE, np.int32))
            bests.append(np.full((n, n_tasks), NONE, np.int8))
            worsts.append(bests[-1])
            continue
        # One more place at the end, so that position -1 looks up -1.
        places = [pillar_keys.index(key) if key in pillar_keys else NONE for key in keys] + [NONE]
        lookup = np.array(places, np.int8)
        design = np.full((part.design.shape[0], n_tasks, n_shown), NONE, np.int8)
        design[:, : part.design.shape[1], : part.design.shape[2]] = lookup[part.design]
        designs.append(design)
        versions.append(np.where(part.version >= 0, part.version + before, NONE).astype(np.int32))
        bests.append(_widened(lookup[part.best], n_tasks))
        worsts.append(_widened(lookup[part.worst], n_tasks))
        before += len(design)
    return frozen_best_worst(
        BestWorst(
            np.concatenate(designs), np.concatenate(versions), np.asfortranarray(np.concatenate(bests)),
            np.asfortranarray(np.concatenate(worsts)),
        )
    )


def _widened(choices: Int8Array, n_tasks: int) -> Int8Array:
    wide = np.full((choices.shape[0], n_tasks), NONE, np.int8)
    wide[:, : choices.shape[1]] = choices
    return wide
