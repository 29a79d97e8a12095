"""The customers of the sample study: what each generation cares about, and how real people fill in a sheet."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from cxsurvey.project import Project
from cxsurvey.survey.codes import RESPONDENT, answer_fields
from cxsurvey.survey.values import QuestionKind
from tools.sample_study import CHANNELS, REGIONS

Row = dict[str, object]  # answer by code; what was left blank is missing

SEED = 20260914


@dataclass(frozen=True, slots=True)
class Generation:
    """A group of customers. ``worths`` follow the pillar list: the higher, the more it matters (Plackett-Luce)."""

    n: int
    born: tuple[int, int]
    worths: tuple[float, ...]
    channels: tuple[float, float, float]  # web shop, store, phone or mail


# advertising content digital non_digital communications representatives products service friction reputation
GENERATIONS = (
    Generation(92, (1997, 2007), (-1.1, 0.1, 1.1, -0.7, -0.3, 0.3, 1.4, 0.6, 1.7, -0.7), (0.75, 0.22, 0.03)),
    Generation(132, (1981, 1996), (-1.4, 0.0, 0.7, -0.4, -0.1, 0.6, 1.5, 1.0, 1.5, -0.7), (0.65, 0.30, 0.05)),
    Generation(120, (1965, 1980), (-1.5, -0.3, 0.1, 0.1, 0.1, 1.0, 1.6, 1.3, 1.1, -0.6), (0.45, 0.45, 0.10)),
    Generation(100, (1946, 1964), (-1.5, -0.4, -0.6, 0.7, 0.2, 1.5, 1.6, 1.4, 0.6, -0.4), (0.25, 0.60, 0.15)),
    Generation(8, (1936, 1945), (-1.4, -0.5, -1.0, 0.9, 0.3, 1.6, 1.5, 1.4, 0.3, -0.3), (0.10, 0.60, 0.30)),
)
PERFORMANCE = (3.6, 3.7, 3.3, 4.0, 3.4, 2.9, 4.3, 3.7, 2.4, 4.0)  # mean rating, in the same order
# What satisfaction and the impression of the brand hang on, in the same order: communications are a hidden driver.
SATISFIED_BY = (0.0, 0.1, 0.2, 0.0, 0.6, 0.3, 0.3, 0.3, 0.8, 0.0)
IMPRESSED_BY = (0.3, 0.1, 0.1, 0.1, 0.2, 0.1, 0.5, 0.1, 0.3, 0.8)
DONT_KNOW = "Don’t know"

_COMMENTS = {
    "friction": (
        "Checkout made me type my address twice.", "Three weeks until the refund arrived.",
        "I gave up on the return form.", "Please, fewer steps to pay!", "Waited 25 minutes on the phone. 😕",
    ),
    "representatives": (
        "The lady in the shop knew more than the website. Thank you!", "Nobody could tell me when it would come.",
        "Your people are friendly but may not decide anything.", "A different answer from everyone I asked.",
    ),
    "service": (
        "Problem solved in one call, great.", "Had to explain my case four times.", "Quick replacement, no fuss.",
    ),
    "products": (
        "The tent survived a storm – brilliant.", "Boots came apart after one season.", "Good quality, fair price.",
    ),
    "digital": (
        "The app logs me out all the time.", "Size finder was spot on 👍", "Search finds all but what I look for.",
    ),
    "non_digital": ("Love trying things on in the store.", "Why was the shop in my town closed?"),
    "communications": ("Too many newsletters.", "The delivery notice came after the parcel."),
    "content": ("Your packing lists helped a lot on our first trek.", "More videos about repairs please"),
    "reputation": ("I trust the brand, my parents bought there too.",),
    "advertising": ("The jacket looked very different in the advert.",),
}


def customers(project: Project, seed: int = SEED) -> list[Row]:
    """Every row of the answer sheet, in the order the answers came in; the same for the same seed."""
    rng = np.random.default_rng(seed)
    rows = [_answers(project, generation, rng) for generation in GENERATIONS for _ in range(generation.n)]
    rows = [rows[at] for at in rng.permutation(len(rows))]
    for number, row in enumerate(rows, 1):
        row[RESPONDENT] = f"L{number:04d}"
    _feel(project, rows, np.random.default_rng([seed, 1]))
    _fill_like_people(project, rows, rng)
    return rows


def _answers(project: Project, generation: Generation, rng: Generator) -> Row:
    """One customer who answers all that is asked: a ranking by Plackett-Luce, ratings around the mean."""
    channel = rng.choice(len(CHANNELS), p=generation.channels)
    order = np.argsort(-(np.array(generation.worths) + rng.gumbel(size=len(generation.worths))))
    rank = {project.pillar_keys[at]: place for place, at in enumerate(order, 1)}
    mood = rng.normal(0, 0.45)  # some people rate everything higher
    rating = {
        key: int(np.clip(round(mean + mood + rng.normal(0, 0.85)), 1, 5))
        for key, mean in zip(project.pillar_keys, PERFORMANCE, strict=True)
    }
    words = _COMMENTS[project.pillar_keys[order[0]]]
    give: dict[QuestionKind, Callable[[str], object]] = {
        QuestionKind.FULL_RANKING: rank.__getitem__,
        QuestionKind.PERFORMANCE: rating.__getitem__,
        QuestionKind.BIRTH_YEAR: lambda _: int(rng.integers(generation.born[0], generation.born[1] + 1)),
        QuestionKind.COMMENT: lambda _: str(rng.choice(words)) if rng.random() < 0.3 else None,
    }
    row: Row = {}
    for field in answer_fields(project.survey, project.pillars):
        if field.question.kind in (QuestionKind.SATISFACTION, QuestionKind.IMAGE):
            continue  # they follow from the ratings
        if field.question.kind is QuestionKind.SEGMENT:
            value: object = str(rng.choice(REGIONS)) if field.code == "seg1" else CHANNELS[channel]
        else:
            value = give[field.question.kind](field.pillar)
        row[field.code] = value
    return {code: value for code, value in row.items() if value is not None}


def _feel(project: Project, rows: list[Row], rng: Generator) -> None:
    """How satisfied everyone is, and what they think of the brand, 1 to 5: by how they rated us, and by chance."""
    for kind, weights, middle in (
        (QuestionKind.SATISFACTION, SATISFIED_BY, 3.6), (QuestionKind.IMAGE, IMPRESSED_BY, 3.7),
    ):  # fmt: skip
        question = project.survey.of_kind(kind)
        assert question is not None
        for row in rows:
            better = [
                weight * (int(str(row[f"perf.{pillar.code}"])) - mean)
                for weight, pillar, mean in zip(weights, project.pillars, PERFORMANCE, strict=True)
            ]
            mark = round(middle + sum(better) / 1.6 + rng.normal(0, 0.7))
            if rng.random() > 0.03:
                row[question.code] = int(np.clip(mark, 1, 5))


# --- as real people fill in a sheet ---------------------------------------------------------------


def _fill_like_people(project: Project, rows: list[Row], rng: Generator) -> None:
    """Puts in what goes wrong in every survey: blanks anywhere, and in some rows one fault each."""
    fields = answer_fields(project.survey, project.pillars)
    ranks = [field.code for field in fields if field.question.kind is QuestionKind.FULL_RANKING]
    ratings = [field.code for field in fields if field.question.kind is QuestionKind.PERFORMANCE]
    for row in rows:
        for code in ratings:
            if (luck := rng.random()) < 0.05:
                row[code] = DONT_KNOW
            elif luck < 0.07:
                row.pop(code, None)
    queue = iter(rng.permutation(len(rows)))
    faults: tuple[tuple[int, Callable[[Row], None]], ...] = (
        (24, lambda row: _only_first_places(row, ranks, int(rng.integers(3, 6)))),
        (9, lambda row: _ties(row, ranks, rng)),
        (5, lambda row: _put(row, str(rng.choice(ranks)), "?")),
        (4, lambda row: _put(row, ranks[0], 11)),
        (5, lambda row: [row.pop(code, None) for code in ranks] and None),
        (2, lambda row: [_put(row, code, 1) for code in ranks] and None),
        (6, lambda row: row.pop("born", None) and None),
        (4, lambda row: _put(row, "born", int(str(row["born"])[2:]))),
        (3, lambda row: _put(row, "born", f"in {row['born']}")),
        (2, lambda row: _put(row, "born", 2026 - int(str(row["born"])))),
        (6, lambda row: [_put(row, code, str(row[code])) for code in ranks] and None),
        (4, lambda row: [_put(row, code, 3) for code in ratings] and None),
        (5, lambda row: [row.pop(code, None) for code in ratings] and None),
    )
    for count, fault in faults:
        for _ in range(count):
            fault(rows[next(queue)])
    rows.insert(200, {RESPONDENT: "L0200b"})  # opened the form and closed it again
    rows.insert(310, dict(rows[305]))  # sent the form twice


def _put(row: Row, code: str, value: object) -> None:
    row[code] = value


def _only_first_places(row: Row, ranks: list[str], places: int) -> None:
    """Ranked the first few and left the rest, as every fifth person does when ten things are asked."""
    for code in ranks:
        if int(str(row[code])) > places:
            del row[code]


def _ties(row: Row, ranks: list[str], rng: Generator) -> None:
    """Gave two pillars the same rank, and so never used the next one."""
    place = int(rng.integers(2, len(ranks)))
    for code in ranks:
        if row[code] == place + 1:
            row[code] = place
