"""adequacy, plan-sample, compare, export."""

import json

import pytest

from cxsurvey.analysis import analyse
from cxsurvey.storage import load_project
from tests.core.cli.conftest import write_answers

LIGHTS = {"precision", "order", "cohorts", "comparison", "representativeness", "quality"}


def test_adequacy_gives_the_figures_of_the_analysis(run, filled):
    told, adequacy = run("adequacy", filled, "--json").json, analyse(load_project(filled)).adequacy
    assert (told["n"], told["margin"], told["stability"]) == (adequacy.n, adequacy.margin, adequacy.stability)
    assert set(told["lights"]) == LIGHTS
    assert {*told["lights"].values(), told["overall"]} <= {"green", "amber", "red"}
    assert [cohort["n"] for cohort in told["cohorts"]] == [base.n for base in adequacy.cohorts]
    assert len(told["sentences"]) == len(adequacy.sentences)


def test_adequacy_in_words_begins_with_the_verdict(run, filled):
    ran = run("adequacy", filled)
    assert ran.status == 0
    assert ran.out.startswith("Your 105 answers")
    assert "Precision of shares" in ran.out


def test_a_planned_sample_needs_what_the_formulas_say(run):
    told = run("plan-sample", "--json").json
    assert (told["needed"], told["invitations_expected"]) == (385, 3850)
    assert told["invitations"] > 3850
    assert run("plan-sample", "--population", 1000, "--json").json["needed"] == 278
    assert run("plan-sample", "--margin", "10%", "--json").json["needed"] == 97


@pytest.mark.parametrize(
    "words", [("--margin", "0"), ("--margin", "5"), ("--confidence", "1"), ("--population", "0"), ("--cohorts", "x")]
)
def test_a_plan_that_makes_no_sense_is_wrong_use(run, words):
    ran = run("plan-sample", *words)
    assert ran.status == 2
    assert words[0] in ran.err


def test_comparing_gives_the_order_of_the_analysis(run, filled):
    told = run("compare", filled, "--by", "age", "--json").json
    comparison = analyse(load_project(filled), "age").comparison
    assert told["n"] == comparison.n
    assert [pillar["key"] for pillar in told["pillars"]] == [standing.key for standing in comparison.pillars]
    assert [pillar["place"] for pillar in told["pillars"]] == [1, 2, 3, 4]
    assert told["pillars"][0]["verdict"] == "blind_spot"
    assert told["pillars"][-1]["verdict"] == "over_rated"
    assert told["agreement"]["tau_x"] == comparison.agreement.tau_x
    assert told["cohorts"]["q"] == comparison.cohorts.q
    assert [group["key"] for group in told["cohorts"]["groups"]] == [g.key for g in comparison.cohorts.groups]


def test_nothing_of_a_hidden_cohort_is_printed(run, study, tmp_path):
    run("import", study, write_answers(tmp_path / "a.csv", n=38))  # three people of 60 and over
    told = run("compare", study, "--by", "age", "--json").json
    hidden = [group for group in told["cohorts"]["groups"] if not group["shown"]]
    assert hidden
    for group in hidden:
        assert group["n"] is None
        assert group["pillars"] == []


def test_comparing_in_words_shows_order_and_groups(run, filled):
    out = run("compare", filled, "--by", "age").out
    assert out.splitlines()[0].startswith("Customers care more about")
    assert "Blind spot" in out
    assert "Q = " in out


def test_a_grouping_that_the_answers_do_not_have_is_wrong_use(run, filled):
    ran = run("compare", filled, "--by", "shoe size")
    assert ran.status == 2
    assert "generation, age" in ran.err


@pytest.mark.parametrize("verb", ["adequacy", "compare"])
def test_a_study_without_answers_says_how_to_bring_some_in(run, study, verb):
    ran = run(verb, study, "--json")
    assert ran.status == 1
    assert ran.json["n"] == 0
    assert "cxsurvey import" in ran.err


def test_an_export_writes_everything_and_says_where(run, filled, tmp_path):
    ran = run("export", filled, tmp_path / "out", "--json")
    assert ran.status == 0
    names = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {"report.pdf", "results.xlsx", "charts/divergence.png", "data/respondents.csv"} <= names
    assert len(ran.json["files"]) == len(names)


def test_only_what_is_wanted_is_written_and_qt_is_not_loaded_for_it(run, filled, tmp_path):
    ran = run("export", filled, tmp_path / "out", "--what", "workbook,data", drawing=None.__class__)
    assert ran.status == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"results.xlsx", "data"}


@pytest.mark.parametrize("what", ["slides", "charts,poem", ","])
def test_exports_that_are_not_there_are_told(run, filled, tmp_path, what):
    ran = run("export", filled, tmp_path / "out", "--what", what)
    assert ran.status == 2
    assert "report, charts, workbook, data" in ran.err
    assert not (tmp_path / "out").exists()


def test_json_of_every_verb_is_json_that_every_program_reads(run, filled, tmp_path):
    for words in (("adequacy", filled), ("compare", filled), ("plan-sample",), ("internal", filled)):
        assert json.loads(run(*words, "--json").out)


def test_weights_of_a_file_hold_for_one_run_and_change_no_study(run, filled, tmp_path):
    before = filled.read_bytes()
    groups = run("compare", filled, "--by", "age", "--json").json["cohorts"]["groups"]
    keys = [group["key"] for group in groups]
    weights = tmp_path / "weights.json"
    weights.write_text(json.dumps({"by": "age", "targets": {key: at + 1 for at, key in enumerate(keys)}}), "utf-8")
    told = run("adequacy", filled, "--weights", weights, "--json").json
    assert told["weighting"]["refused"] is None
    assert told["effective_n"] == pytest.approx(told["n"] / told["weighting"]["design_effect"])
    compared = run("compare", filled, "--weights", weights, "--json").json
    assert compared["weighted"]
    assert compared["effective_n"] == pytest.approx(told["effective_n"])
    assert not run("compare", filled, "--weights", "off", "--json").json["weighted"]
    assert filled.read_bytes() == before


def test_weights_that_are_refused_end_with_status_1_and_say_why(run, filled, tmp_path):
    weights = tmp_path / "weights.json"
    weights.write_text(json.dumps({"by": "age", "targets": {"nobody": 1}}), "utf-8")
    ran = run("compare", filled, "--weights", weights, "--json")
    assert ran.status == 1
    assert "no group “nobody”" in ran.err
    assert not ran.json["weighted"]


def test_several_make_ups_stand_in_one_file_or_in_several(run, tmp_path):
    study = tmp_path / "sample.cxs"
    run("sample", study)
    margins = [
        {"by": "age", "targets": {"age_18_29": 1, "age_30_44": 2, "age_45_59": 2, "age_60_plus": 2}},
        {"by": "seg1", "targets": {"North": 0.4, "South": 0.2, "East": 0.2, "West": 0.2}},
    ]
    files = [tmp_path / f"{name}.json" for name in ("both", "one", "other")]
    for file, held in zip(files, (margins, *margins), strict=True):
        file.write_text(json.dumps(held), "utf-8")
    both = run("adequacy", study, "--weights", files[0], "--json").json["weighting"]
    assert [margin["by"] for margin in both["margins"]] == ["age", "seg1"]
    assert both["largest_miss"] == 0
    assert run("adequacy", study, "--weights", files[1], "--weights", files[2], "--json").json["weighting"] == both
    assert "there twice" in run("adequacy", study, "--weights", files[0], "--weights", files[1]).err


@pytest.mark.parametrize("text", ["", "[]", '{"by": "age"}', '{"by": "age", "targets": {"a": "x"}}', '{"targets": {}}'])
def test_a_file_that_holds_no_weights_is_told(run, filled, tmp_path, text):
    weights = tmp_path / "weights.json"
    weights.write_text(text, "utf-8")
    ran = run("adequacy", filled, "--weights", weights)
    assert ran.status == 1
    assert "weights.json" in ran.err


def test_quality_chooses_who_counts_and_gives_three_ways(run, filled):
    told = run("adequacy", filled, "--quality", "strict", "--json").json["quality"]
    assert told["mode"] == "strict"
    assert [way["key"] for way in told["ways"]] == ["everyone", "default", "strict"]
    assert set(told["signs"]) == {
        "same_id", "same_answers", "straight_lined", "order_shown", "too_fast", "attention", "random_picks",
    }
    assert run("adequacy", filled, "--quality", "some").status == 2


def test_performance_stands_in_the_json_with_the_line_asked_for(run, tmp_path):
    study = tmp_path / "sample.cxs"
    run("sample", study)
    usual = run("compare", study, "--json").json["performance"]
    assert usual["target"] is None
    assert usual["performance_line"] == pytest.approx(sum(p["mean"] for p in usual["pillars"]) / 10)
    assert usual["sentences"][0].startswith("Fix first: Frictionless journey")
    aimed = run("compare", study, "--target", "4.5", "--json").json["performance"]
    assert (aimed["target"], aimed["performance_line"]) == (4.5, 4.5)
    assert not any(pillar["quadrant"] == "keep_up" for pillar in aimed["pillars"])
    assert "Important, and how well we do" in run("compare", study).out
    assert run("compare", study, "--target", "6").status == 2


def test_adequacy_in_words_sets_places_beside_each_other(run, filled, tmp_path):
    groups = run("compare", filled, "--by", "age", "--json").json["cohorts"]["groups"]
    weights = tmp_path / "weights.json"
    targets = {group["key"]: at + 1 for at, group in enumerate(groups)}
    weights.write_text(json.dumps({"by": "age", "targets": targets}), "utf-8")
    out = run("adequacy", filled, "--weights", weights).out
    assert "Unweighted" in out
    assert "design effect" in out
