"""Small invented files of the shapes that platforms export, written for the tests of reading."""

import csv
import io

import openpyxl
import xlsxwriter

from cxsurvey.notices import SurveyError
from cxsurvey.pillars import pillars_from_data
from cxsurvey.progress import silent
from cxsurvey.reader import parent
from cxsurvey.reading import importing
from cxsurvey.reading.wishes import Wishes

NAMES = ("Ease of use", "Speed", "Reliability", "Price; value", "Support “24/7”")
KEYS = ("ease", "speed", "reliability", "price", "support")
PILLARS = pillars_from_data(
    {"pillars": [{"key": key, "name": name} for key, name in zip(KEYS, NAMES, strict=True)]}
)
# Rankings, most important first, as positions of the pillars.
ORDERS = ((1, 0, 2, 4, 3), (0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 4, 1, 0, 3), (3, 1, 4, 2, 0), (1, 2, 0, 3, 4))


def inspect_file(path, pillars, survey=None, **wishes):
    """What a file is, with the wishes as keywords."""
    return importing.inspect_file(path, pillars, survey, Wishes(**wishes))


def read_answers(path, pillars, survey=None, progress=silent, **wishes):
    """The answers of a file, with the wishes as keywords."""
    return importing.read_file(path, pillars, survey, Wishes(**wishes), progress).imported


def inspect_in_child(path, pillars, survey=None, progress=silent, warm=None, **wishes):
    """As ``inspect_file``, in a process of its own."""
    return parent.inspect_in_child(path, pillars, survey, Wishes(**wishes), progress, warm)


def read_in_child(path, pillars, survey=None, progress=silent, warm=None, **wishes):
    """As ``read_answers``, in a process of its own."""
    return parent.read_in_child(path, pillars, survey, Wishes(**wishes), progress, warm).imported


def ranks_of(order):
    """The rank of each pillar: where it stands in the order, from 1."""
    return [order.index(pillar) + 1 for pillar in range(len(order))]


def assert_at_most_one_sentence(path):
    """Looking at the file ends in a result or in one short sentence."""
    said = ""
    try:
        inspect_file(path, PILLARS)
    except SurveyError as refused:
        said = str(refused)
    assert len(said) <= 400
    assert said.isprintable()


def write_csv(path, rows, *, encoding="utf-8", delimiter=",", end="\r\n"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path, rows, *, sheet="Sheet1", **more_sheets):
    """A workbook of the rows; other sheets by name, each a list of rows."""
    workbook = openpyxl.Workbook()
    workbook.active.title = sheet
    for row in rows:
        workbook.active.append(row)
    for name, other in more_sheets.items():
        added = workbook.create_sheet(name)
        for row in other:
            added.append(row)
    workbook.save(path)
    return path


def write_shared(path, rows):
    """A workbook whose texts are shared, as Excel writes them; openpyxl writes each in its cell."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def write_either(path, rows):
    return write_xlsx(path, rows) if path.suffix == ".xlsx" else write_csv(path, rows)


QUESTION = "Please rank the pillars, with 1 being the most important to you."


def surveymonkey(orders=ORDERS, *, question=QUESTION):
    """Two header rows; the films of the real file are pillars here, seen (ticked) before they are ranked."""
    above = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Which do you know?"]
    above += [""] * 4 + [question] + [""] * 4 + ["Age", "What year were you born?", "Any comments?"]
    below = [""] * 5 + [f"{name}&nbsp;" for name in NAMES] + [f"<b>{name}</b>" for name in NAMES]
    below += ["Response", "Open-Ended Response", "Open-Ended Response"]
    bands = ("18-29", "30-44", "45-60", "> 60")
    rows = [above, below]
    for number, order in enumerate(orders):
        meta = [11830000001 + number, 252100001, "01/17/2025 12:30:48 AM", "01/17/2025 1:39:43 PM", "192.0.2.7"]
        ticks = [name if (number + place) % 2 else "" for place, name in enumerate(NAMES)]
        who = [bands[number % 4], 1960 + number, "Line one,\nline “two”; = 3"]
        rows.append([*meta, *ticks, *(ranks_of(order) if order else [""] * 5), *who])
    return rows


def per_pillar(orders=ORDERS, *, head="Rank of {} (1 = most important)"):
    """A column per pillar, cell = rank."""
    rows = [["Respondent", *(head.format(name) for name in NAMES), "Birth year", "Gender"]]
    rows += [
        [f"R{n}", *ranks_of(order), 1970 + n, "women" if n % 2 else "men"] for n, order in enumerate(orders)
    ]
    return rows


def per_place(orders=ORDERS, *, head="Place {}"):
    """A column per place, cell = pillar."""
    rows = [["Respondent", *(head.format(place) for place in range(1, len(NAMES) + 1)), "Birth year"]]
    rows += [[f"R{n}", *(NAMES[pillar] for pillar in order), 1970 + n] for n, order in enumerate(orders)]
    return rows


def listed(orders=ORDERS):
    """One cell with all labels in order, each followed by a semicolon."""
    rows = [["Id", "Start time", "Completion time", "Email", "Name", "Rank the pillars", "Birth year"]]
    for number, order in enumerate(orders, 1):
        ranking = "".join(f"{NAMES[pillar]};" for pillar in order)
        rows.append([number, "3/1/25 10:00:05", "3/1/25 10:04:40", "anonymous", "", ranking, 1970 + number])
    return rows
