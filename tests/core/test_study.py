"""Settings of a study: those that no result could be computed with are refused by name."""

from dataclasses import replace

import pytest

from cxsurvey.study import Study, WeightMargin, check_settings

TWICE = (WeightMargin("age", (("a", 1.0),)),) * 2


@pytest.mark.parametrize(("setting", "value"), [
    ("confidence", 1.0), ("target_margin", 0.0), ("population", 0), ("invited", 0), ("recruitment", "some"),
    ("decision", ""), ("privacy_threshold", 4), ("gap", 0.0), ("gap", float("nan")), ("seed", -1), ("quality", ""),
    ("weights", TWICE), ("weights", (WeightMargin("", ()),)), ("performance_target", 5.0),
])  # fmt: skip
def test_a_setting_out_of_its_bounds_is_refused_by_name(setting, value):
    with pytest.raises(ValueError, match=f"^{setting}: "):
        check_settings(replace(Study("Study"), **{setting: value}))


def test_a_study_as_it_begins_has_settings_that_do():
    check_settings(Study("Study"))
