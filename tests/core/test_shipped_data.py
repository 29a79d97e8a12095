"""Every file of ``resources/``: complete in all languages, within the limits of where its words are shown."""

import re
from itertools import pairwise

import pytest

from cxsurvey.cohorts import built_in_banding
from cxsurvey.pillars import built_in_pillars
from cxsurvey.resources import list_names, read_json

LANGUAGES = ("en", "pl", "ru", "th")
PILLAR_LISTS = tuple(name.removesuffix(".json") for name in list_names("pillars"))
SURVEY_FILES = list_names("survey")
LIMITS = {"name": 45, "short": 22, "customer_sentence": 60, "question": 130, "covers": 140}
CX_KEYS = (
    "advertising", "content", "digital", "non_digital", "communications",
    "representatives", "products", "service", "friction", "reputation",
)
# What Excel takes: sheet names of 31 characters, titles of input messages and errors of 32, their texts of 255.
EXCEL_LIMITS = (("sheet_", 31), ("_title", 32), ("_message", 255))


def words_in(value):
    """Every text inside shipped JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner)


def maps_by_language(value):
    """Every ``{language: ...}`` inside shipped JSON."""
    if isinstance(value, dict):
        if "en" in value:
            yield value
        for inner in value.values():
            yield from maps_by_language(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from maps_by_language(inner)


def placeholders(text):
    return sorted(set(re.findall(r"\{(\w*)\}", text)))


def texts_with_keys(value):
    """Flattens nested fields of one language to ``{path: text}``."""
    if isinstance(value, str):
        return {"": value}
    return {f"{key}/{inner}": text for key, part in value.items() for inner, text in texts_with_keys(part).items()}


def all_data():
    folders = {(): [name for name in list_names() if name.endswith(".json")]}
    folders |= {("pillars",): list_names("pillars"), ("survey",): SURVEY_FILES}
    return [(*folder, name) for folder, names in folders.items() for name in names]


@pytest.mark.parametrize("file", all_data(), ids="/".join)
def test_every_text_is_in_all_languages_with_the_same_keys_and_placeholders(file):
    for by_language in maps_by_language(read_json(*file)):
        assert tuple(by_language) == LANGUAGES
        english = texts_with_keys(by_language["en"])
        for language, value in by_language.items():
            texts = texts_with_keys(value)
            assert list(texts) == list(english), language
            for key, text in texts.items():
                assert placeholders(text) == placeholders(english[key]), (language, key)


@pytest.mark.parametrize("file", all_data(), ids="/".join)
def test_no_text_is_empty_or_carries_stray_space_or_a_wrong_alphabet(file):
    data = read_json(*file)
    for text in words_in(data):
        assert text, file
        assert text == " ".join(text.split()), text
    for by_language in maps_by_language(data):
        for language, value in by_language.items():
            for text in words_in(value):
                assert language == "th" or not re.search("[\u0e00-\u0e7f]", text), text
                assert language == "ru" or not re.search("[\u0400-\u04ff]", text) or "Русский" in text, text


@pytest.mark.parametrize("file", all_data(), ids="/".join)
def test_russian_words_do_not_mix_cyrillic_with_look_alike_latin_letters(file):
    for by_language in maps_by_language(read_json(*file)):
        for text in words_in(by_language["ru"]):
            for word in re.findall(r"[^\W\d_]+", re.sub(r"\{\w*\}", "", text)):
                both = re.search("[a-z]", word, re.I) and re.search("[а-яё]", word, re.I)
                assert not both, text


@pytest.mark.parametrize("name", PILLAR_LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pillar_list_opens_in_each_language(name, language):
    pillars = built_in_pillars(name, language)
    assert [pillar.code for pillar in pillars] == [f"P{number:02d}" for number in range(1, len(pillars) + 1)]
    assert all(pillar.texts[0].language == language and len(pillar.texts) == len(LANGUAGES) for pillar in pillars)
    for field, limit in LIMITS.items():
        texts = [getattr(pillar.texts[0], field) for pillar in pillars]
        assert all(0 < len(text) <= limit for text in texts), [text for text in texts if len(text) > limit]
        assert len({text.casefold() for text in texts}) == len(texts)


def test_the_ten_pillars_come_in_the_order_of_the_method():
    assert tuple(pillar.key for pillar in built_in_pillars()) == CX_KEYS


@pytest.mark.parametrize("name", PILLAR_LISTS)
def test_customer_sentences_ask_one_thing_at_a_time(name):
    joining = {"en": " and | or ", "pl": " i | oraz | lub | albo ", "ru": " и | или ", "th": "และ|หรือ"}
    for language, words in joining.items():
        for pillar in built_in_pillars(name, language):
            assert not re.search(words, pillar.texts[0].customer_sentence), pillar.texts[0].customer_sentence


@pytest.mark.parametrize("file", SURVEY_FILES)
def test_words_for_workbooks_fit_what_excel_takes(file):
    for language, texts in read_json("survey", file)["texts"].items():
        sheets = [text.casefold() for key, text in texts.items() if key.startswith("sheet_")]
        assert len(set(sheets)) == len(sheets), language
        for key, text in texts.items():
            if key.startswith("sheet_"):
                assert not re.search(r"[\[\]:*?/\\']", text), text
            for mark, limit in EXCEL_LIMITS:
                if key.startswith(mark) or (key.endswith(mark) and key.startswith(("prompt_", "error_"))):
                    assert len(text) <= limit, (language, key, len(text))


@pytest.mark.parametrize("scale", ["importance", "performance", "satisfaction", "image"])
def test_each_scale_has_five_distinct_labels_in_each_language(scale):
    for language, texts in read_json("survey", "texts.json")["texts"].items():
        assert len({texts[f"{scale}_{step}"] for step in range(1, 6)}) == 5, language


@pytest.mark.parametrize(("file", "kind"), [("generations.json", "birth_year"), ("age_bands.json", "age")])
def test_bands_follow_each_other_without_gap_or_overlap(file, kind):
    presets = read_json(file)["presets"]
    assert len({preset["key"] for preset in presets}) == len(presets)
    for preset in presets:
        assert preset["kind"] == kind
        assert preset["source"]
        bands = built_in_banding(kind, preset["key"]).bands
        assert len({band.key for band in bands}) == len({band.name for band in bands}) == len(bands)
        ascending = sorted(bands, key=lambda band: band.low or 0)
        for earlier, later in pairwise(ascending):
            assert earlier.high + 1 == later.low, preset["key"]


def test_the_generations_of_pew_have_its_cut_offs():
    cuts = {band.key: (band.low, band.high) for band in built_in_banding().bands}
    assert cuts == {
        "gen_z": (1997, 2012), "millennial": (1981, 1996), "gen_x": (1965, 1980),
        "boomer": (1946, 1964), "silent": (1928, 1945),
    }


def test_the_playbook_speaks_of_known_pillars_and_names_the_source_of_each_figure_or_its_absence():
    playbook = read_json("playbook.json")
    for part, count in {"warning_signs": 13, "consequences": 5, "myths": 6, "figures": 8}.items():
        assert len({entry["key"] for entry in playbook[part]}) == len(playbook[part]) == count
    for entry in playbook["warning_signs"] + playbook["figures"]:
        assert entry["pillars"]
        assert set(entry["pillars"]) <= set(CX_KEYS)
    assert {entry["key"] for entry in playbook["figures"] if not entry["source"]} == {"speed_and_price", "hanging_up"}
