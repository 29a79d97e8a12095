"""Which pillars a MaxDiff survey shows together: a design as even as can be found, the same on every machine."""

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations

from cxsurvey.pillars import Pillars
from cxsurvey.survey.values import QuestionKind, Survey

Blocks = tuple[tuple[int, ...], ...]  # positions of pillars, a block a task

TIMES_SHOWN = 3  # at least, to each person
_TRIES = 5
_SEED = 20_261


def with_tasks(survey: Survey, pillars: Pillars) -> Survey:
    """The survey with tasks that show just these pillars if it asks by MaxDiff, without tasks if it does not.

    Tasks that show them already stay as they are: words and order of pillars may change without a new design.
    """
    if survey.priority is None or survey.priority.kind is not QuestionKind.BEST_WORST:
        return replace(survey, tasks=()) if survey.tasks else survey
    keys = tuple(pillar.key for pillar in pillars)
    if {key for task in survey.tasks for key in task} == set(keys):
        return survey
    return replace(survey, tasks=best_worst_tasks(keys))


def best_worst_tasks(keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The pillars of each task, in the order shown."""
    return tuple(tuple(keys[place] for place in block) for block in balanced_blocks(len(keys)))


def shown_at_once(n_pillars: int) -> int:
    """How many pillars a task shows: never more than half the list but for the shortest, and five at most.

    Source: B. Orme, "Accuracy of HB estimation in MaxDiff experiments", Sawtooth Software research paper (2005),
    which finds four or five at a time best, each item three times or more, and no use in showing over half of them.
    """
    return min(5, max(n_pillars // 2, min(3, n_pillars - 1)))


@cache
def balanced_blocks(n_pillars: int) -> Blocks:
    """Every pillar in ``TIMES_SHOWN`` tasks or one more, pairs met equally often as far as a search finds.

    Searched by exchange from shuffled starts for the smallest sum of squared concurrences of pairs, which the first
    start reaches for every list of 3 to 20 but 19; then for the most even places within tasks. Raises ``ValueError``
    for fewer than three pillars.

    Source: (M,S)-optimality, J. A. Eccleston and A. Hedayat, Annals of Statistics 2 (1974) 1238-1255; that designs
    whose pairs meet equally often to within one are best or nearly so: J. A. John and T. J. Mitchell, Journal of the
    Royal Statistical Society B 39 (1977) 39-43.
    """
    if n_pillars < 3:
        raise ValueError(f"n_pillars: needs 3 or more, got {n_pillars}")
    shown = shown_at_once(n_pillars)
    n_tasks = -(-TIMES_SHOWN * n_pillars // shown)
    best: list[list[int]] = []
    for attempt in range(_TRIES):
        rng = random.Random(f"{_SEED} {n_pillars} {attempt}")
        blocks = _exchanged(_start(n_pillars, n_tasks, shown, rng))
        if not best or unevenness(blocks) < unevenness(best):
            best = blocks
        if unevenness(best) == least_unevenness(n_pillars):
            break
    return tuple(map(tuple, _placed(best)))


def concurrences(blocks: Blocks | list[list[int]]) -> Counter[tuple[int, int]]:
    """How often each pair that meets at all is shown together, by pair in rising order."""
    return Counter(pair for block in blocks for pair in combinations(sorted(block), 2))


def unevenness(blocks: Blocks | list[list[int]]) -> int:
    """The sum of squared concurrences: with so many pairs shown in all, smallest where they are shown equally often."""
    return sum(times * times for times in concurrences(blocks).values())


def least_unevenness(n_pillars: int) -> int:
    """What no design of that many pillars can be below.

    Pairs of pillars meet in tasks, and pairs of tasks in pillars; neither is more even than equal to within one.
    The two sums of squares are tied, as the incidence matrix N has trace (NN')^2 = trace (N'N)^2.
    """
    shown = shown_at_once(n_pillars)
    n_tasks = -(-TIMES_SHOWN * n_pillars // shown)
    times, more = divmod(n_tasks * shown, n_pillars)
    showings = [times + 1] * more + [times] * (n_pillars - more)
    of_pillars = _evenly(n_tasks * shown * (shown - 1) // 2, n_pillars)
    of_tasks = _evenly(sum(shows * (shows - 1) // 2 for shows in showings), n_tasks)
    return max(of_pillars, of_tasks + (n_tasks * shown**2 - sum(shows**2 for shows in showings)) // 2)


def _evenly(total: int, n_things: int) -> int:
    """The sum of squares if the pairs of so many things share a total equally to within one."""
    pairs = n_things * (n_things - 1) // 2
    times, over = divmod(total, pairs)
    return (pairs - over) * times**2 + over * (times + 1) ** 2


def _start(n_pillars: int, n_tasks: int, shown: int, rng: random.Random) -> list[list[int]]:
    """Blocks of different pillars, dealt like cards: every pillar equally often to within one."""
    order = rng.sample(range(n_pillars), n_pillars)
    left = Counter(dict.fromkeys(order, 0))
    for slot in range(n_tasks * shown):
        left[order[slot % n_pillars]] += 1
    blocks = []
    for _ in range(n_tasks):
        # Those with most showings left go first, so that the last block is not left with twice the same.
        block = sorted(order, key=lambda pillar: (-left[pillar], rng.random()))[:shown]
        left.subtract(block)
        blocks.append(block)
    return blocks


def _exchanged(blocks: list[list[int]]) -> list[list[int]]:
    """Two pillars of two blocks change places as long as that makes pairs more even."""
    met = concurrences(blocks)
    improved = True
    while improved:
        improved = False
        for one, other in combinations(range(len(blocks)), 2):
            for at in range(len(blocks[one])):
                for to in range(len(blocks[other])):
                    improved |= _exchange(blocks[one], at, blocks[other], to, met)
    return blocks


def _exchange(one: list[int], at: int, other: list[int], to: int, met: Counter[tuple[int, int]]) -> bool:
    """Does the exchange if it helps; ``met`` follows."""
    left, right = one[at], other[to]
    if left in other or right in one:
        return False
    lost = [_pair(left, mate) for mate in one if mate != left] + [_pair(right, mate) for mate in other if mate != right]
    won = [_pair(right, mate) for mate in one if mate != left] + [_pair(left, mate) for mate in other if mate != right]
    before = sum(met[pair] ** 2 for pair in {*lost, *won})
    met.subtract(lost)
    met.update(won)
    if sum(met[pair] ** 2 for pair in {*lost, *won}) < before:
        one[at], other[to] = right, left
        return True
    met.subtract(won)
    met.update(lost)
    return False


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _placed(blocks: list[list[int]]) -> list[list[int]]:
    """Each block in an order that gives every pillar different places: what stands first is chosen more easily."""
    stood: Counter[tuple[int, int]] = Counter(
        (pillar, place) for block in blocks for place, pillar in enumerate(block)
    )
    improved = True
    while improved:
        improved = False
        for block in blocks:
            for at, to in combinations(range(len(block)), 2):
                one, other = block[at], block[to]
                # Moving a thing from a place it took a times to one it took b times adds 2 (b - a + 1) to the squares.
                gain = stood[one, at] - stood[one, to] + stood[other, to] - stood[other, at]
                if gain > 2:
                    block[at], block[to] = other, one
                    stood.subtract([(one, at), (other, to)])
                    stood.update([(one, to), (other, at)])
                    improved = True
    return blocks
