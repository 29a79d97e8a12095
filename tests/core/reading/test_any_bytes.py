"""Any bytes at all end in a result or in one plain sentence, within bounds of time and memory.

A long run by hand: ``CXSURVEY_EXAMPLES=100000 python -m pytest tests/core/reading/test_any_bytes.py``.
"""

import os
import sys
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import SurveyError, english
from tests.core.reading.files import PILLARS, inspect_file, read_answers
from tests.core.reading.spoilt import any_files

EXAMPLES = int(os.environ.get("CXSURVEY_EXAMPLES", "120"))
SECONDS = 10.0  # of one processor; the files are of a few kilobytes
MEGABYTES = 400


def peak() -> float:
    """The most memory this process ever had, in megabytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))


def check_sentence(sentence, name):
    assert 0 < len(sentence) <= 600, sentence
    assert not any(ord(letter) < 32 for letter in sentence), repr(sentence)
    for word in ("Traceback", "Error(", "object at", "/tmp", "site-packages", "NoneType"):
        assert word not in sentence, sentence
    assert name.isascii()


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(file=any_files(), read_too=st.booleans())
def test_any_bytes_end_in_a_result_or_a_sentence(tmp_path_factory, file, read_too):
    name, data = file
    path = tmp_path_factory.getbasetemp() / f"spoilt-{name}"
    path.write_bytes(data)
    before, begun = peak(), time.process_time()
    try:
        found = inspect_file(path, PILLARS)
        for told in found.notices:
            check_sentence(english(told), name)
        if read_too:
            imported = read_answers(path, PILLARS, lenient=True)
            report = imported.report
            assert report.read == report.complete + report.partial + report.empty + len(report.left_out)
            for entry in (*report.left_out, *report.corrected):
                check_sentence(english(entry.reason), name)
    except SurveyError as refused:
        check_sentence(str(refused), name)
    assert time.process_time() - begun < SECONDS
    assert peak() - before < MEGABYTES
