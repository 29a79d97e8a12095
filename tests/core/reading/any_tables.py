"""Any answers of any respondents, laid out as every platform lays them out."""

import json
import random
from dataclasses import dataclass

from hypothesis import assume
from hypothesis import strategies as st

from cxsurvey.pillars import pillars_from_data
from cxsurvey.reading.headers import match_key

WORDS = (
    "Ease", "Speed", "Trust", "Price", "Value", "Fun", "Care", "Safety", "Choice", "Comfort", "Delivery", "Warranty",
    "Freshness", "Taste", "Battery", "Parking", "Beauty", "Smell", "Weight", "Coverage", "Überraschung", "Qualité",
    "Łatwość", "Надёжность", "価格", "ความเร็ว", "réseau", "24/7", "B2B", "%", "Wi-Fi",
)  # fmt: skip
JOINTS = (" ", " ", ", ", "; ", " - ", "/", ": ", " & ", ". ", " | ", "’s ", " > ", " → ", '"', " (", " [", " – ")
DECORATIONS = ("{}", "{}", "{}", "“{}”", "{}!", "{} [all]", "({})", '"{}"', "{}.", "the {}", "[{}]", "{};", "{},")
SCALE = {1: "poor", 2: "fair", 3: "so so", 4: "good", 5: "excellent"}
RATINGS = {
    "plain": str, "decimal": "{}.0".format, "dash": lambda n: f"{n} - {SCALE[n]}",
    "colon": lambda n: f"{n}: {SCALE[n]}",
    "ends": lambda n: f"{n}: {SCALE[n]}" if n in (1, 5) else str(n), "stars": "{} stars".format,
    "star": lambda n: "★" * n, "of five": "{}/5".format, "number": int,
}  # fmt: skip
PLACES = ("1st", "2nd", "3rd", *(f"{place}th" for place in range(4, 21)))
SAID = "Rank these, 1 = most important"
PERFORMANCE = "How well do we do?"
BORN, COMMENTS = "What year were you born?", "Any comments?"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the respondents said, row by row."""

    names: tuple[str, ...]
    orders: tuple[tuple[int, ...], ...]  # pillars, most important first; empty = not answered
    ratings: tuple[tuple[int, ...], ...] # 0 = no answer
    born: tuple[int, ...]                # 0 = no answer
    comments: tuple[str, ...]

    @property
    def k(self) -> int:
        return len(self.names)

    @property
    def codes(self) -> list[str]:
        return [f"P{place:02}" for place in range(1, self.k + 1)]

    @property
    def pillars(self):
        data = [{"key": f"k{place}", "name": name} for place, name in enumerate(self.names)]
        return pillars_from_data({"pillars": data})

    def ranks(self, row: int) -> list[int]:
        """The rank of each pillar; 0 = not ranked."""
        order = self.orders[row]
        return [order.index(pillar) + 1 if pillar in order else 0 for pillar in range(self.k)]


@dataclass(frozen=True, slots=True)
class Way:
    """How it is written: which platform, which spelling of ratings, codes or names, which kind of file."""

    shape: str
    rating: str
    by_code: bool
    suffix: str
    delimiter: str
    encoding: str


@st.composite
def names(draw, k: int) -> tuple[str, ...]:
    """Names of pillars that no person would take for each other."""
    first = draw(st.integers(0, len(WORDS) - 1))
    found = []
    for place in range(k):
        word = WORDS[(first + place) % len(WORDS)]
        more = draw(st.lists(st.sampled_from(WORDS), max_size=2))
        joint = draw(st.sampled_from(JOINTS))
        name = draw(st.sampled_from(DECORATIONS)).format(joint.join([word, *more]))
        found.append(name + {" (": ")", " [": "]"}.get(joint, "") * len(more))
    keys = {"".join(filter(str.isalnum, match_key(name))) for name in found}
    assume(len(keys) == k and all(any(map(str.isalpha, key)) and len(key) > 1 for key in keys))
    return tuple(found)


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), include_characters="\n\t"), max_size=60)


@st.composite
def comments(draw) -> str:
    text = draw(st.one_of(st.just(""), st.sampled_from(["=1+1", "-5 points", "a;b,c", "one\ntwo", "“fine”"]), TEXTS))
    return text.strip()


@st.composite
def answers(draw) -> Answers:
    """Three to twenty pillars, three to fifteen respondents; at least half of them ranked everything."""
    k = draw(st.sampled_from([3, 4, 5, 7, 10, 20]))
    asked = draw(names(k))
    texts = draw(st.lists(comments(), max_size=4)) or [""]
    rng = random.Random(draw(st.integers(0, 2**20)))  # drawn one by one, the numbers would be too many to shrink
    n = rng.randint(3, 15)
    orders = [tuple(rng.sample(range(k), k)) for _ in range(n)]
    for row in range(n // 2 + 1, n):
        orders[row] = orders[row][: rng.choice([k, k, k - 1, 2, 1, 0])]
    rng.shuffle(orders)
    ratings = tuple(tuple(rng.randint(0, 5) for _ in range(k)) for _ in range(n))
    born = tuple(rng.choice([0, rng.randint(1930, 2010)]) for _ in range(n))
    return Answers(asked, tuple(orders), ratings, born, tuple(rng.choice(texts) for _ in range(n)))


def ways() -> st.SearchStrategy[Way]:
    """Every shape in every kind of file that it comes in."""
    return st.builds(
        Way, st.sampled_from(sorted(SHAPES)), st.sampled_from(sorted(RATINGS)), st.booleans(),
        st.sampled_from([".csv", ".xlsx"]), st.sampled_from([",", ";", "\t"]),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    )  # fmt: skip


# --- shapes ----------------------------------------------------------------------------------------


def _ratings(said: Answers, way: Way, row: int) -> list:
    return [RATINGS[way.rating](value) if value else "" for value in said.ratings[row]]


def _ranks(said: Answers, row: int) -> list:
    return [rank or "" for rank in said.ranks(row)]


def _items(said: Answers, way: Way, row: int) -> list[str]:
    labels = said.codes if way.by_code else said.names
    return [labels[pillar] for pillar in said.orders[row]]


def _placed(said: Answers, way: Way, row: int) -> list[str]:
    items = _items(said, way, row)
    return items + [""] * (said.k - len(items))


def _end(said: Answers, row: int) -> list:
    return [said.born[row] or "", said.comments[row]]


def _build(header, said: Answers, row_of) -> list[list]:
    return [*header, *(row_of(row) for row in range(len(said.orders)))]


def table_by_pillar(said, way):
    head = ["Respondent", *(f"{SAID} [{name}]" for name in said.names)]
    head += [*(f"{PERFORMANCE} [{name}]" for name in said.names), BORN, COMMENTS]
    return _build([head], said, lambda r: [f"R{r}", *_ranks(said, r), *_ratings(said, way, r), *_end(said, r)])


def table_by_frame(said, way):
    head = ["Respondent", *(f"Rank of {name} (1 = best)" for name in said.names)]
    head += [*(f"{PERFORMANCE} - {name}" for name in said.names), BORN, COMMENTS]
    return _build([head], said, lambda r: [f"R{r}", *_ranks(said, r), *_ratings(said, way, r), *_end(said, r)])


def table_by_place(said, way):
    head = ["Respondent", *(f"{place} choice" for place in PLACES[: said.k])]
    head += [*(f"{PERFORMANCE} [{name}]" for name in said.names), BORN, COMMENTS]
    return _build([head], said, lambda r: [f"R{r}", *_placed(said, way, r), *_ratings(said, way, r), *_end(said, r)])


def table_of_json(said, way):
    head = ["id", "Ranking", *(f"perf.{code}" for code in said.codes), BORN, COMMENTS]
    return _build([head], said, lambda r: [
        f"R{r}", json.dumps(_items(said, way, r), ensure_ascii=False) if said.orders[r] else "",
        *_ratings(said, way, r), *_end(said, r),
    ])  # fmt: skip


def google_grid(said, way):
    head = ["Timestamp", *(f"{SAID} [{name}]" for name in said.names)]
    head += [*(f"{PERFORMANCE} [{name}]" for name in said.names), BORN, COMMENTS]
    return _build([head], said, lambda r: [
        f"2025/03/01 2:05:{r:02} PM GMT+4", *_ranks(said, r), *_ratings(said, way, r), *_end(said, r)])  # fmt: skip


def google_places(said, way):
    head = ["Timestamp", *(f"Rank these [{place}]" for place in PLACES[: said.k])]
    head += [*(f"{PERFORMANCE} [{name}]" for name in said.names), BORN, COMMENTS]
    return _build([head], said, lambda r: [
        f"4/22/2016 19:57:{r:02}", *_placed(said, way, r), *_ratings(said, way, r), *_end(said, r)])  # fmt: skip


def microsoft(said, way):
    head = ["Id", "Start time", "Completion time", "Email", "Name", "Rank the pillars"]
    head += [*(f"{PERFORMANCE}.{name}" for name in said.names), BORN, COMMENTS]
    return _build([head], said, lambda r: [
        r + 1, "3/1/25 10:00:05", f"3/1/25 10:04:{r:02}", "anonymous", "",
        "".join(f"{said.names[pillar]};" for pillar in said.orders[r]), *_ratings(said, way, r), *_end(said, r),
    ])  # fmt: skip


def surveymonkey(said, way):
    blank = [""] * (said.k - 1)
    above = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Rank these", *blank]
    above += [PERFORMANCE, *blank, BORN, COMMENTS]
    below = [""] * 5 + [*said.names, *said.names, "Open-Ended Response", "Open-Ended Response"]
    return _build([above, below], said, lambda r: [
        11830000001 + r, 252100001, "01/17/2025 12:30:48 AM", f"01/17/2025 12:39:{r:02} AM", "192.0.2.7",
        *_ranks(said, r), *_ratings(said, way, r), *_end(said, r),
    ])  # fmt: skip


def surveymonkey_flat(said, way):
    head = ["Respondent ID", "Collector ID", "Start Date", "End Date", *(f"Rank these - {name}" for name in said.names)]
    head += [*(f"{PERFORMANCE} - {name}" for name in said.names), f"{BORN} - Open-Ended Response"]
    return _build([[*head, f"{COMMENTS} - Open-Ended Response"]], said, lambda r: [
        11830000001 + r, 252100001, "01/17/2025 12:30:48 AM", f"01/17/2025 12:39:{r:02} AM", *_ranks(said, r),
        *_ratings(said, way, r), *_end(said, r),
    ])  # fmt: skip


def qualtrics(said, way):
    meta = ["StartDate", "EndDate", "Status", "Progress", "Finished", "ResponseId", "UserLanguage"]
    places = range(1, said.k + 1)
    one = [*meta, *(f"Q1_{n}" for n in places), *(f"Q2_{n}" for n in places), "born", "comm"]
    two = [*meta, *(f"Rank these - {name}" for name in said.names), *(f"{PERFORMANCE} - {name}" for name in said.names)]
    ids = [*meta, *(f"QID1_{n}" for n in places), *(f"QID2_{n}" for n in places), "QID3_TEXT", "QID4_TEXT"]
    three = [json.dumps({"ImportId": mark}) for mark in ids]
    return _build([one, [*two, BORN, COMMENTS], three], said, lambda r: [
        "2025-03-01 10:00:05", f"2025-03-01 10:04:{r:02}", "IP Address", 100, "True", f"R_{r}", "EN", *_ranks(said, r),
        *_ratings(said, way, r), *_end(said, r),
    ])  # fmt: skip


def limesurvey(said, way):
    places = range(1, said.k + 1)
    head = ["id", "submitdate", "lastpage", "startlanguage", *(f"prio[{n}]" for n in places)]
    head += [*(f"perf[{code}]" for code in said.codes), "born", "comm"]
    if not way.by_code:
        head = ["Response ID", "Date submitted", "Last page", "Start language"]
        head += [f"Rank these [Rank {n}]" for n in places]
        head += [*(f"{PERFORMANCE} [{name}]" for name in said.names), "Birth year", COMMENTS]
    return _build([head], said, lambda r: [
        r + 1, f"2025-03-01 10:11:{r:02}", 1, "en", *_placed(said, way, r), *_ratings(said, way, r), *_end(said, r)
    ])  # fmt: skip


def kobo(said, way):
    head = ["start", "end", "prio", *(f"perf/{code}" for code in said.codes), "born", "comm", "_id", "_uuid"]
    head += ["_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "_tags", "_index"]
    return _build([head], said, lambda r: [
        "2025-03-01T10:00:00.000+04:00", "2025-03-01T10:14:30.120+04:00",
        " ".join(said.codes[pillar] for pillar in said.orders[r]), *_ratings(said, way, r), *_end(said, r), 5001 + r,
        f"0000aaaa-{r}", f"2025-03-01T06:15:{r:02}", "", "", "submitted_via_web", "", "", r + 1,
    ])  # fmt: skip


def central(said, way):
    head = ["SubmissionDate", "prio", *(f"perf-perf{code}" for code in said.codes), "born", "comm", "meta-instanceID"]
    head += ["KEY", "SubmitterID", "SubmitterName", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    return _build([head], said, lambda r: [
        f"2025-03-01T06:05:{r:02}.123Z", " ".join(said.codes[pillar] for pillar in said.orders[r]),
        *_ratings(said, way, r), *_end(said, r), f"uuid:{r}", f"uuid:{r}", 7, "Web", "", "", "", 0, 2025010101,
    ])  # fmt: skip


def typeform(said, way):
    head = ["#", *(f"{SAID} - {name}" for name in said.names), *(f"{PERFORMANCE} - {name}" for name in said.names)]
    head += ["Phone", "Shop", "Other", BORN, COMMENTS, "Response Type", "Start Date (UTC)", "Submit Date (UTC)"]
    return _build([head], said, lambda r: [
        f"{r:02}a1b2c3d4e5f60718293a4b5c6d7e8f", *_ranks(said, r), *_ratings(said, way, r), "Phone" * (r % 2), "Shop",
        "", *_end(said, r), "completed", "2025-03-01 06:00:05", f"2025-03-01 06:04:{r:02}",
    ])  # fmt: skip


def typeform_list(said, way):
    head = ["#", "Rank these", *(f"{PERFORMANCE} - {name}" for name in said.names), BORN, COMMENTS]
    return _build([[*head, "Response Type", "Start Date (UTC)", "Submit Date (UTC)"]], said, lambda r: [
        f"{r:02}a1b2c3d4e5f60718293a4b5c6d7e8f", ", ".join(said.names[pillar] for pillar in said.orders[r]),
        *_ratings(said, way, r), *_end(said, r), "completed", "2025-03-01 06:00:05", f"2025-03-01 06:04:{r:02}",
    ])  # fmt: skip


SHAPES = {
    "table": table_by_pillar, "frame": table_by_frame, "places": table_by_place, "json": table_of_json,
    "google_forms": google_grid, "google_forms places": google_places, "microsoft_forms": microsoft,
    "surveymonkey": surveymonkey, "surveymonkey flat": surveymonkey_flat, "qualtrics": qualtrics,
    "limesurvey": limesurvey, "kobotoolbox": kobo, "odk_central": central, "typeform": typeform,
    "typeform list": typeform_list,
}  # fmt: skip
