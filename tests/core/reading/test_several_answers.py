"""Questions of several answers in the shapes that platforms give them; what was typed beside "other"; the language."""

import dataclasses

import pytest

from cxsurvey.grouping import groupings
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.joined import joined
from cxsurvey.reading.several import key_by_hand
from cxsurvey.reading.values import Role
from tests.core.reading.files import NAMES, ORDERS, PILLARS, inspect_file, ranks_of, read_answers, write_csv

# Six respondents: which of phone and shop they chose; the fourth left the question empty.
CHOSEN = ({"Phone", "Shop"}, {"Phone"}, {"Shop"}, None, {"Shop", "Phone"}, {"Shop"})
PHONE, SHOP = ["Yes", "Yes", "No", "", "Yes", "No"], ["Yes", "No", "Yes", "", "Yes", "Yes"]


def answered(path, **options):
    """Name of each segment of several answers, and everybody's answer in words."""
    imported = read_answers(path, PILLARS, **options)
    segments = [one for one in imported.responses.segments if ":" in one.key]
    return imported, {one.name: [(*one.labels, "")[code] for code in one.codes] for one in segments}


def ranked(tmp_path, heads, rows, *, before=("Respondent",), delimiter=","):
    """A table of rankings with further columns behind."""
    table = [[*before, *(f"Rank of {name} (1 = most important)" for name in NAMES), *heads]]
    for number, (order, cells) in enumerate(zip(ORDERS, rows, strict=True), 1):
        table.append([number, *[""] * (len(before) - 1), *ranks_of(order), *cells])
    return write_csv(tmp_path / "a.csv", table, delimiter=delimiter)


def ticks(yes, no, empty):
    return [
        [empty if chosen is None else yes if option in chosen else no for option in ("Phone", "Shop")]
        for chosen in CHOSEN
    ]


def surveymonkey(tmp_path):
    above = ["Respondent ID", "Collector ID", "Rank the pillars", "", "", "", "", "Which do you use?", "", "", "Region"]
    below = ["", "", *NAMES, "Phone", "Shop", "Other (please specify)", "Response"]
    rows = [above, below]
    for number, (order, chosen) in enumerate(zip(ORDERS, CHOSEN, strict=True)):
        used = [option if chosen and option in chosen else "" for option in ("Phone", "Shop")]
        typed = "by pigeon" if number == 5 else ""
        rows.append([11830000001 + number, 252100001, *ranks_of(order), *used, typed, "NS"[number % 2]])
    rows[-1][7:9] = ["", ""]
    return write_csv(tmp_path / "a.csv", rows)


def test_surveymonkey_repeats_the_label_of_what_was_ticked(tmp_path):
    imported, found = answered(surveymonkey(tmp_path))
    assert found == {"Which do you use: Phone": PHONE, "Which do you use: Shop": [*SHOP[:5], "No"]}
    assert [role.key for role in imported.mapping.roles if role.role is Role.SEVERAL] == [
        "which_do_you_use:phone", "which_do_you_use:shop",
    ]  # fmt: skip


def test_what_was_typed_beside_other_is_kept_with_its_question_and_told(tmp_path):
    imported, _ = answered(surveymonkey(tmp_path))
    assert imported.responses.comments[5] == "Which do you use?: Other (please specify): by pigeon"
    assert not any(imported.responses.comments[:5])
    assert FormatNotice.OTHER_KEPT in {told.code for told in imported.report.notices}


def test_options_come_after_the_other_groups(tmp_path):
    imported, _ = answered(surveymonkey(tmp_path))
    assert groupings(imported.responses) == ("region", "which_do_you_use:phone", "which_do_you_use:shop")


@pytest.mark.parametrize(
    "cells", [("Yes", "No", "N/A"), ("Y", "", ""), ("1", "0", ""), ("TRUE", "FALSE", ""), ("x", "", "")], ids=str
)
def test_ticks_are_read_in_all_their_words(tmp_path, cells):
    path = ranked(tmp_path, ["Channels [Phone]", "Channels [Shop]"], ticks(*cells))
    assert answered(path)[1] == {"Channels: Phone": PHONE, "Channels: Shop": SHOP}


def test_limesurvey_gives_a_column_of_y_for_each_code(tmp_path):
    heads = ["id", "submitdate", "lastpage", "startlanguage", "seed", *(f"prio[{n}]" for n in range(1, 6))]
    rows = [[*heads, "chan[C1]", "chan[C2]", "chan[other]", "gen[other]"]]
    for number, (order, cells) in enumerate(zip(ORDERS, ticks("Y", "", ""), strict=True)):
        language = "fr" if number == 2 else "en"
        first = [number, "2025-03-01 10:11:00", 1, language, 1000001 + number]
        typed = ["pigeon" * (number == 3), "silent" * (number == 1)]
        rows.append([*first, *(PILLARS[pillar].code for pillar in order), *cells, *typed])
    imported, found = answered(write_csv(tmp_path / "a.csv", rows))
    assert imported.report.platform == "limesurvey"
    assert found == {"chan: C1": [*PHONE[:3], "No", *PHONE[4:]], "chan: C2": [*SHOP[:3], "No", *SHOP[4:]]}
    assert imported.responses.comments == ("", "Other 2: silent", "", "Other 1: pigeon", "", "")
    language = imported.responses.segment("language")
    assert [language.labels[code] for code in language.codes] == ["en", "en", "fr", "en", "en", "en"]
    assert groupings(imported.responses)[0] == "language"


@pytest.mark.parametrize("split", [True, False])
def test_kobo_gives_codes_in_one_cell_and_a_column_for_each_or_only_one_of_both(tmp_path, split):
    rows = [["prio", "use/chan", *(["use/chan/phone", "use/chan/shop"] * split), "_id", "_uuid", "_submission_time"]]
    for number, (order, chosen, cells) in enumerate(zip(ORDERS, CHOSEN, ticks(1, 0, ""), strict=True)):
        codes = " ".join(PILLARS[pillar].code for pillar in order)
        both = " ".join(sorted(chosen or ())).lower()
        rows.append([codes, both, *(cells * split), number, f"u{number}", "2025-03-01T06:05:01"])
    imported, found = answered(write_csv(tmp_path / "a.csv", rows, delimiter=";"))
    assert imported.report.platform == "kobotoolbox"
    name = "chan" if split else "use/chan"
    assert found == ({f"{name}: shop": SHOP, f"{name}: phone": PHONE})


def test_typeform_heads_a_column_with_the_option_alone(tmp_path):
    heads = ["#", "Rank the pillars", "Phone", "Shop", "Other", "Start Date (UTC)", "Submit Date (UTC)"]
    rows = [heads]
    for number, (order, chosen) in enumerate(zip(ORDERS, CHOSEN, strict=True)):
        used = [option if chosen and option in chosen else "" for option in ("Phone", "Shop")]
        ranking = ", ".join(NAMES[pillar] for pillar in order)
        when = ["2025-03-01 06:00:05", "2025-03-01 06:04:40"]
        rows.append([f"a1b2c3d4e5f60718293a4b5c6d7e8f9{number}", ranking, *used, "pigeon" * (number == 3), *when])
    imported, found = answered(write_csv(tmp_path / "a.csv", rows))
    assert imported.report.platform == "typeform"
    assert found == {"Phone": [*PHONE[:3], "No", *PHONE[4:]], "Shop": [*SHOP[:3], "No", *SHOP[4:]]}
    assert imported.responses.comments[3] == "Other: pigeon"


@pytest.mark.parametrize("cells", [("Phone", "Shop"), ("1", "1")])
def test_qualtrics_gives_a_column_for_each_choice(tmp_path, cells):
    names = ["StartDate", "EndDate", "Finished", "ResponseId", *(f"Q1_{n}" for n in range(1, 6)), "Q2_1", "Q2_2"]
    texts = ["Start Date", "End Date", "Finished", "Response ID", *(f"Rank the pillars - {name}" for name in NAMES)]
    texts += ["Which do you use? - Selected Choice - Phone", "Which do you use? - Selected Choice - Shop"]
    marks = ["startDate", "endDate", "finished", "_recordId", *(f"QID1_{n}" for n in range(1, 6))]
    ids = [f'{{"ImportId":"{mark}"}}' for mark in marks]
    ids += [f'{{"ImportId":"QID2","choiceId":"{n}"}}' for n in (1, 2)]
    rows = [names, texts, ids]
    for number, (order, chosen) in enumerate(zip(ORDERS, CHOSEN, strict=True)):
        used = [cell * bool(chosen and o in chosen) for cell, o in zip(cells, ("Phone", "Shop"), strict=True)]
        rows.append(["2025-03-01 10:00:05", "2025-03-01 10:04:40", "True", f"R_{number}", *ranks_of(order), *used])
    imported, found = answered(write_csv(tmp_path / "a.csv", rows))
    assert imported.report.platform == "qualtrics"
    assert [name.rpartition(": ")[2] for name in found] == ["Phone", "Shop"]
    assert list(found.values()) == [PHONE, SHOP]


@pytest.mark.parametrize("mark", ["{};", ";", ", ", "\n", "|"])
def test_answers_joined_in_one_cell_are_parted(tmp_path, mark):
    joins = [
        "" if chosen is None else "".join(f"{one};" for one in sorted(chosen)) if mark == "{};"
        else mark.join(sorted(chosen))
        for chosen in CHOSEN
    ]  # fmt: skip
    imported, found = answered(ranked(tmp_path, ["Which do you use?"], [[cell] for cell in joins]))
    assert found == {"Which do you use: Shop": SHOP, "Which do you use: Phone": PHONE}
    assert [role.key for role in imported.mapping.roles if role.role is Role.SEVERAL] == ["which_do_you_use"]


def test_a_doubtful_comma_is_told_and_the_cells_stay_whole_until_a_person_says_so(tmp_path):
    cells = ["Yes, always", "Yes", "No", "Yes, always", "No", "Yes"]
    path = ranked(tmp_path, ["Do you use it?"], [[cell] for cell in cells])
    imported, found = answered(path)
    assert not found
    assert FormatNotice.SEVERAL_UNSURE in {told.code for told in imported.report.notices}
    assert imported.responses.segment("do_you_use_it").labels == ("No", "Yes", "Yes, always")
    mapping = imported.mapping
    roles = tuple(
        dataclasses.replace(role, role=Role.SEVERAL) if role.role is Role.SEGMENT else role for role in mapping.roles
    )
    _, found = answered(path, mapping=dataclasses.replace(mapping, roles=roles))
    assert found["Do you use it: always"] == ["Yes", "No", "No", "Yes", "No", "No"]


@pytest.mark.parametrize(
    "cells",
    [
        ["Yes, fully", "No, not at all", "Yes, fully"],
        ["North, East", "North, West", "South, East", "South, West"],
        ["I like it, mostly because it is fast", "Fine, thanks", "Nothing to add, really"],
        ["Men", "Women"],
    ],
)
def test_labels_and_sentences_with_commas_are_no_several_answers(cells):
    assert joined(dict.fromkeys(cells, 5)) is None


def test_an_option_may_hold_a_comma_inside_brackets():
    found = joined({"Phone (call, text), Shop": 2, "Shop": 1, "Phone (call, text)": 1})
    assert set(found.options) == {"Phone (call, text)", "Shop"}


def test_more_than_thirty_options_are_told_and_the_rest_left_out(tmp_path):
    heads = [f"Brands [Brand {n}]" for n in range(34)]
    rows = [["Y" if (number + n) % 3 else "" for n in range(34)] for number in range(len(ORDERS))]
    imported, found = answered(ranked(tmp_path, heads, rows))
    assert len(found) == 30
    assert FormatNotice.TOO_MANY_OPTIONS in {told.code for told in imported.report.notices}


def test_ticks_over_the_pillars_and_personal_columns_are_not_taken(tmp_path):
    heads = [*(f"Which do you know? [{name}]" for name in NAMES), "E-mail"]
    rows = [["Y" if (number + n) % 2 else "" for n in range(5)] + ["a@example.org"] for number in range(len(ORDERS))]
    imported, found = answered(ranked(tmp_path, heads, rows))
    assert not found
    assert imported.mapping.roles[-1].role is Role.PERSONAL


def test_by_hand_a_column_is_left_out_or_named_from_its_heading(tmp_path):
    path = ranked(tmp_path, ["Channels [Phone]", "Channels [Shop]"], ticks("Y", "", ""))
    mapping = inspect_file(path, PILLARS).sheets[0].mapping
    roles = (*mapping.roles[:-1], dataclasses.replace(mapping.roles[-1], role=Role.IGNORED))
    _, found = answered(path, mapping=dataclasses.replace(mapping, roles=roles))
    assert list(found) == ["Channels: Phone"]
    assert key_by_hand("Channels [Phone]") == "channels:phone"


def test_decimal_commas_are_no_codes_of_what_was_chosen_but_those_of_qualtrics_are():
    cells = {"1,5": 3, "1": 2, "5": 4, "5,1": 1}
    assert not joined(cells).is_sure
    assert joined(cells, "qualtrics").is_sure


def test_halves_that_never_come_alone_are_one_option(tmp_path):
    cells = ["Shop, or fair", "Phone, Shop, or fair", "Phone", "Shop, or fair, Phone", "", "Phone"]
    _, found = answered(ranked(tmp_path, ["Which do you use?"], [[cell] for cell in cells]))
    assert found["Which do you use: Shop, or fair"] == ["Yes", "Yes", "No", "Yes", "", "No"]
    assert len(found) == 2


def test_what_was_typed_last_is_other_in_whatever_language(tmp_path):
    heads = [f"Kanavat [{name}]" for name in ("Puhelin", "Kauppa", "Muu, mikä?")]
    rows = [[*row, "messuilla" if number == 2 else ""] for number, row in enumerate(ticks("Y", "", ""))]
    imported, found = answered(ranked(tmp_path, heads, rows))
    assert list(found) == ["Kanavat: Puhelin", "Kanavat: Kauppa"]
    assert imported.responses.comments[2].endswith("messuilla")


def test_the_number_of_an_option_is_not_its_name(tmp_path):
    rows = [["1" if row[0] else "", "2" if row[1] else ""] for row in ticks("Y", "", "")]
    _, found = answered(ranked(tmp_path, ["Channels [Phone]", "Channels [Shop]"], rows))
    assert found == {"Channels: Phone": PHONE, "Channels: Shop": SHOP}


def test_none_of_these_is_an_answer_where_it_is_an_option(tmp_path):
    """Typeform heads each option by itself, and repeats it where it was ticked."""
    rows = [["#", *(f"Rank the pillars [Rank {place}]" for place in range(1, 6)), "Phone", "Shop", "None", "Other"]]
    for number, order in enumerate(ORDERS):
        ticked = [["Phone", "Shop", ""], ["", "", "None"], ["Phone", "", ""]][number % 3]
        rows.append([f"{number:032x}", *(NAMES[pillar] for pillar in order), *ticked, ""])
    _, found = answered(write_csv(tmp_path / "a.csv", rows))
    assert found["Phone"][:3] == ["Yes", "No", "Yes"]
    assert found["None"][:3] == ["No", "Yes", "No"]


def test_surveymonkey_may_hold_all_that_was_chosen_in_one_cell(tmp_path):
    rows = [["Respondent ID", "Rank the pillars", "", "", "", "", "Which do you use?"], ["", *NAMES, "Response"]]
    for number, (order, chosen) in enumerate(zip(ORDERS, CHOSEN, strict=True)):
        rows.append([11830000001 + number, *ranks_of(order), ", ".join(sorted(chosen or ()))])
    _, found = answered(write_csv(tmp_path / "a.csv", rows))
    assert found == {"Which do you use: Shop": SHOP, "Which do you use: Phone": PHONE}
