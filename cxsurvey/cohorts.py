"""Generation and age bands: which group a birth year or an age belongs to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.resources import read_json

IntArray = NDArray[np.int16]
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Band:
    """One group of birth years (generations) or of ages, both ends included; ``None`` is open."""

    key: str
    name: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Banding:
    """An ordered set of bands. Labels of generations are conventions, so bands are data and editable."""

    key: str    # "pew", "age_plain", or "own" once edited
    kind: str   # "birth_year" or "age"
    bands: tuple[Band, ...]
    source: str = ""


def built_in_banding(kind: str = "birth_year", key: str = "pew", language: str = "en") -> Banding:
    """A shipped preset: ``birth_year`` from generations.json, ``age`` from age_bands.json; ``KeyError`` if absent."""
    file = "generations.json" if kind == "birth_year" else "age_bands.json"
    preset = {entry["key"]: entry for entry in read_json(file)["presets"]}[key]
    bands = tuple(
        Band(band["key"], band["names"].get(language) or band["names"]["en"], band.get("low"), band.get("high"))
        for band in preset["bands"]
    )
    return Banding(key, kind, bands, preset.get("source", ""))


def band_of(values: IntArray, banding: Banding) -> IntArray:
    """The band's position for each birth year or age, shape (n,); ``UNKNOWN`` where 0, negative or in no band."""
    most = np.iinfo(np.int16).max
    # Looked up year by year, which a million answers feel; negative numbers find the end of the table, unknown too.
    lookup = np.full(most + 2, UNKNOWN, np.int16)
    for position, band in enumerate(banding.bands):
        low = 1 if band.low is None else max(1, band.low)
        lookup[low : min(most, most if band.high is None else band.high) + 1] = position
    return lookup[np.clip(values, -1, most)]
