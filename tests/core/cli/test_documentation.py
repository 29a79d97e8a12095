"""docs/command-line.md names every verb, every option and every JSON key that a run gives."""

import argparse
import re
from pathlib import Path

import pytest

from cxsurvey.analysis import analyse
from cxsurvey.answer_formats import FORMATS
from cxsurvey.cli.as_json import adequacy_json, comparison_json
from cxsurvey.cli.parser import build_parser
from cxsurvey.notices import TEMPLATES
from tests.core.formats import EVERY_FORMAT
from tests.core.studies import study_of

TEXT = (Path(__file__).parents[3] / "docs" / "command-line.md").read_text("utf-8")


def parsers():
    """Each verb with its parser."""
    (verbs,) = (action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return verbs.choices


def keys(value):
    """Every key of JSON values, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def section(verb):
    """What is said of one verb."""
    return next(part for part in re.split(r"\n## ", TEXT) if re.match(rf"[^\n]*`{verb}[ `]", part))


@pytest.mark.parametrize("verb", parsers())
def test_every_verb_and_option_is_told(verb):
    told = section(verb)
    for action in parsers()[verb]._actions:
        for option in set(action.option_strings) - {"-h", "--help", "--json"}:
            assert f"`{option}" in told or f"{option}`" in told or f"{option} " in told, option


def test_every_json_key_is_told(run, filled, answers, pillars_file, tmp_path):
    given = {
        "new": ("new", tmp_path / "n.cxs"),
        "internal": ("internal", filled, "--name", "Bo", "--ranking", "a,b,c,d", "--scores", "a=4"),
        "survey": ("survey", filled, "--priority", "maxdiff"),
        "channel": ("channel", filled, "excel", tmp_path / "form.xlsx"),
        "inspect": ("inspect", answers, "--pillars", pillars_file),
        "import": ("import", filled, answers, "--replace"),
        "settings": ("settings", filled),
        "adequacy": ("adequacy", filled, "--by", "age"),
        "plan-sample": ("plan-sample", "--population", "500"),
        "compare": ("compare", filled, "--by", "age"),
        "export": ("export", filled, tmp_path / "out"),
        "sample": ("sample", tmp_path / "s.cxs"),
    }
    for verb, words in given.items():
        ran = run(*words, "--json")
        assert ran.status == 0, ran.err
        untold = {key for key in keys(ran.json) if f"`{key}`" not in TEXT and f'"{key}"' not in TEXT}
        assert not untold, verb


@pytest.mark.parametrize("kind", EVERY_FORMAT)
def test_every_json_key_of_every_kind_of_question_is_told(kind):
    answers = EVERY_FORMAT[kind](60, birth_year=[1960] * 25 + [1990] * 35)
    analysis = analyse(study_of(answers, "".join(answers.pillar_keys)))
    for given in (adequacy_json(analysis.adequacy), comparison_json(analysis.comparison)):
        pillars = {*answers.pillar_keys, *FORMATS}  # keys of their own
        assert not {key for key in keys(given) if f"`{key}`" not in TEXT} - pillars


def test_an_error_is_told_as_documented(run, tmp_path):
    error = run("compare", tmp_path / "a.cxs", "--json").json["error"]
    assert set(error) == {"code", "message"}
    assert error["code"] in TEMPLATES
