"""CPU seconds and memory of a piece of work. CPU, because wall time says more about what else a machine does."""

import gc
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of all runs; ``scale`` is what a smaller piece of work was multiplied by, 1 = measured whole."""

    cpu: tuple[float, ...]
    wall: tuple[float, ...]
    scale: float = 1.0

    @property
    def median(self) -> float:
        return float(np.median(self.cpu)) * self.scale

    @property
    def quartiles(self) -> tuple[float, float]:
        low, high = np.quantile(self.cpu, (0.25, 0.75)) * self.scale
        return float(low), float(high)

    def __add__(self, other: "Cost") -> "Cost":
        """Both pieces of work, run by run."""
        cpu = tuple(a * self.scale + b * other.scale for a, b in zip(self.cpu, other.cpu, strict=True))
        wall = tuple(a * self.scale + b * other.scale for a, b in zip(self.wall, other.wall, strict=True))
        return Extrapolated(cpu, wall) if self.extrapolated or other.extrapolated else Cost(cpu, wall)

    @property
    def extrapolated(self) -> bool:
        return self.scale != 1.0


class Extrapolated(Cost):
    """A sum with an extrapolated part."""

    @property
    def extrapolated(self) -> bool:
        return True


def in_turn(works: dict[str, Work], runs: int, scales: dict[str, float]) -> dict[str, Cost]:
    """Each piece of work ``runs`` times, one after the other in turn, so that all meet the same machine."""
    cpu: dict[str, list[float]] = {name: [] for name in works}
    wall: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            gc.collect()
            start_cpu, start_wall = time.process_time(), time.perf_counter()
            work()
            cpu[name].append(time.process_time() - start_cpu)
            wall[name].append(time.perf_counter() - start_wall)
    return {name: Cost(tuple(cpu[name]), tuple(wall[name]), scales.get(name, 1.0)) for name in works}


def peak_megabytes(work: Work) -> float:
    """The most memory the work held above what there was before, as Python and numpy allocate it."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
