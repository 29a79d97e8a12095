"""``settings``: shows what a study is set to, and keeps what is changed."""

import json

import pytest

from cxsurvey.storage import load_project


def test_without_options_it_shows_and_changes_nothing(run, filled):
    before = filled.read_bytes()
    ran = run("settings", filled, "--json")
    assert ran.status == 0
    assert (ran.json["quality"], ran.json["confidence"], ran.json["weights"]) == ("everyone", 0.95, [])
    assert "performance_target" in run("settings", filled).out
    assert filled.read_bytes() == before


def test_every_setting_is_kept_and_used_by_the_next_verb(run, filled):
    changed = run(
        "settings", filled, "--title", "Autumn", "--organisation", "Acme", "--asked", "all", "--population", "900",
        "--invited", "800", "--recruitment", "random", "--fielded", "2026-01-01", "2026-02-01", "--margin", "3%",
        "--confidence", "90%", "--decision", "generations", "--threshold", "5", "--gap", "0.5", "--by", "age",
        "--seed", "7", "--quality", "strict", "--target", "4.2", "--json",
    ).json  # fmt: skip
    assert changed | {"language": "en", "weights": []} == {
        "title": "Autumn", "organisation": "Acme", "asked": "all", "population": 900, "invited": 800,
        "recruitment": "random", "fielded_from": "2026-01-01", "fielded_to": "2026-02-01", "target_margin": 0.03,
        "confidence": 0.9, "decision": "generations", "privacy_threshold": 5, "gap": 0.5, "cohort": "age", "seed": 7,
        "quality": "strict", "performance_target": 4.2, "language": "en", "weights": [],
    }  # fmt: skip
    assert run("settings", filled, "--json").json == changed
    told = run("adequacy", filled, "--json").json
    assert (told["target_margin"], told["population"], told["quality"]["mode"]) == (0.03, 900, "strict")
    assert run("settings", filled, "--seed", "7").status == 0


def test_what_was_set_can_be_taken_back(run, filled):
    run("settings", filled, "--population", "900", "--invited", "9", "--recruitment", "open", "--target", "4")
    words = ("--population", "unknown", "--invited", "unknown", "--recruitment", "unknown", "--target", "mean")
    told = run("settings", filled, *words, "--json").json
    assert (told["population"], told["invited"], told["recruitment"], told["performance_target"]) == (
        None, None, "", None,
    )  # fmt: skip


def test_weights_are_kept_as_their_file_holds_them_and_put_off_again(run, filled, tmp_path):
    keys = [group["key"] for group in run("compare", filled, "--by", "age", "--json").json["cohorts"]["groups"]]
    held = [{"by": "age", "targets": {key: at + 1.0 for at, key in enumerate(keys)}}]
    weights = tmp_path / "weights.json"
    weights.write_text(json.dumps(held), "utf-8")
    assert run("settings", filled, "--weights", weights, "--json").json["weights"] == held
    assert run("compare", filled, "--json").json["weighted"]
    assert load_project(filled).study.weights[0].by == "age"
    assert run("settings", filled, "--weights", "off", "--json").json["weights"] == []
    assert not run("compare", filled, "--json").json["weighted"]


def test_weights_that_the_answers_cannot_be_given_are_refused_and_not_kept(run, filled, tmp_path):
    before = filled.read_bytes()
    weights = tmp_path / "weights.json"
    weights.write_text(json.dumps({"by": "age", "targets": {"nobody": 1}}), "utf-8")
    ran = run("settings", filled, "--weights", weights, "--margin", "0.01")
    assert ran.status == 1
    assert "no group “nobody”" in ran.err
    assert filled.read_bytes() == before


@pytest.mark.parametrize("words", [
    ("--confidence", "1"), ("--margin", "0"), ("--threshold", "3"), ("--gap", "-1"), ("--quality", "some"),
    ("--target", "5"), ("--population", "many"), ("--fielded", "2026-02-01", "2026-01-01"), ("--decision", "both"),
])  # fmt: skip
def test_a_value_out_of_its_bounds_is_wrong_use(run, filled, words):
    before = filled.read_bytes()
    assert run("settings", filled, *words).status == 2
    assert filled.read_bytes() == before
