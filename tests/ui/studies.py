"""Small studies and files of answers for tests of the pages."""

import csv

from cxsurvey.pillars import pillars_from_data
from cxsurvey.project import Study, new_project
from cxsurvey.survey import QuestionKind, standard_survey

NAMES = ("Ease of use", "Speed", "Reliability", "Price", "Support")
SAYS_DIRECTION = "Please rank these, with 1 being the most important to you: {0}"
ORDERS = ((1, 2, 3, 4, 5), (2, 1, 3, 4, 5), (5, 4, 3, 2, 1), (1, 3, 2, 5, 4))


def small_study(title="Spring survey"):
    """A study of five pillars, with nothing in it yet."""
    pillars = pillars_from_data(list(NAMES))
    return new_project(Study(title), pillars, standard_survey(pillars, ("en",), QuestionKind.FULL_RANKING))


def write_ranks(path, header="{0}", orders=ORDERS, names=NAMES):
    """A table of a column a pillar, with a region; its header may say which way the ranks run."""
    rows = [[header.format(name) for name in names] + ["Region"]]
    rows += [[*order, ("North", "South")[at % 2]] for at, order in enumerate(orders)]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path
