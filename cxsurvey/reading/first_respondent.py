"""The first full ranking read back, so that a person sees at once whether it is the right way round."""

import numpy as np

from cxsurvey.reading.values import FirstRespondent
from cxsurvey.responses import COMPLETE, Responses


def first_respondent(responses: Responses) -> FirstRespondent | None:
    """The first complete ranking without ties, else the first of at least two pillars; ``None`` if nobody ranked."""
    ranked = responses.ranks > 0
    n_ranked = ranked.sum(axis=1)
    whole = (responses.ranks % 2 == 0).all(axis=1)
    for wanted in ((responses.status == COMPLETE) & whole & (n_ranked > 1), whole & (n_ranked > 1)):
        found = np.flatnonzero(wanted)
        if len(found):
            return _read_back(responses, int(found[0]))
    return None


def _read_back(responses: Responses, row: int) -> FirstRespondent:
    ranks = responses.ranks[row]
    order = [int(place) for place in np.argsort(ranks, kind="stable") if ranks[place] > 0]
    keys = tuple(responses.pillar_keys[place] for place in order)
    return FirstRespondent(int(responses.rows[row]), keys, keys[-1], _cohort(responses, row))


def _cohort(responses: Responses, row: int) -> str:
    for key in ("generation", "age"):
        segment = responses.segment(key)
        if segment is not None and segment.codes[row] >= 0:
            return segment.labels[int(segment.codes[row])]
    if responses.birth_year[row]:
        return str(responses.birth_year[row])
    return str(responses.age[row]) if responses.age[row] else ""
