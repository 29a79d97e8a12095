"""The invented answers that every platform's files hold in the tests, and what must come back of them."""

import numpy as np

from cxsurvey.reading.other_texts import typed_headings
from cxsurvey.responses import COMPLETE
from tests.core.reading.files import KEYS, NAMES, ORDERS, PILLARS, inspect_file, ranks_of, read_answers

CODES = tuple(pillar.code for pillar in PILLARS)
TRUTH = np.array([ranks_of(order) for order in ORDERS])
RATINGS = np.array([[(row + place * place) % 5 + 1 for place in range(len(KEYS))] for row in range(len(ORDERS))])
YEARS = tuple(1950 + 7 * row for row in range(len(ORDERS)))
COMMENTS = ("=1+1", "Line one\nline two; “fine”", "", "ok, thanks", "ไม่มี", "-5 points")


def names_in_order(row):
    """The names of the pillars, most important first."""
    return [NAMES[pillar] for pillar in ORDERS[row]]


def codes_in_order(row):
    return [CODES[pillar] for pillar in ORDERS[row]]


def without_typed(imported):
    """The comments without what was typed beside "other", which stands below them after its heading."""
    headings = tuple(f"{heading}:" for heading in typed_headings(imported.mapping, None, range(1, 1_000)).values())
    return tuple(
        "\n".join(line for line in text.split("\n") if not headings or not line.startswith(headings))
        for text in imported.responses.comments
    )


def came_back(path, platform, *, performance=True, comments=True, years=True):
    """Reads the file and holds it against the answers; gives what was read for further looks."""
    found = inspect_file(path, PILLARS)
    chosen = next(sheet for sheet in found.sheets if sheet.name == found.chosen)
    assert (chosen.platform, found.direction_known) == (platform, True)
    imported = read_answers(path, PILLARS)
    report, responses = imported.report, imported.responses
    assert report.platform == platform
    np.testing.assert_array_equal(responses.ranks, 2 * TRUTH)
    assert (responses.status == COMPLETE).all()
    assert report.read == report.complete == len(ORDERS)
    assert (report.left_out, report.corrected) == ((), ())
    if performance:
        np.testing.assert_array_equal(responses.performance, RATINGS)
    if years:
        assert tuple(responses.birth_year) == YEARS
    if comments:
        assert without_typed(imported) == COMMENTS
    return imported
