"""Jobs: what the window hears of long work, and that a cancelled job is silent."""

from threading import Event

import pytest

from ui.jobs import Job, JobRunner


@pytest.fixture
def runner(qtbot):
    runner = JobRunner()
    yield runner
    assert runner.shut_down()


def test_a_job_brings_progress_then_its_result_then_the_end(qtbot, runner):
    def count(progress):
        for done in range(1, 4):
            progress(done, 3)
        return "counted"

    heard = []
    job = Job(count)
    job.progressed.connect(lambda done, total: heard.append((done, total)))
    job.succeeded.connect(heard.append)
    job.ended.connect(lambda: heard.append("ended"))
    with qtbot.waitSignal(job.ended):
        runner.start(job)
    assert heard[-3:] == [(3, 3), "counted", "ended"]
    assert not runner.is_busy


def test_an_exception_of_the_work_arrives_as_failed(qtbot, runner):
    def break_down(progress):
        raise LookupError("no such row")

    job = Job(break_down)
    heard = []
    job.failed.connect(heard.append)
    with qtbot.waitSignal(job.ended):
        runner.start(job)
    (failure,) = heard
    assert isinstance(failure, LookupError)


def test_after_cancel_nothing_comes_but_the_end(qtbot, runner):
    begun, go_on = Event(), Event()

    def wait(progress):
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        return "too late"

    heard = []
    job = Job(wait)
    for signal in (job.progressed, job.succeeded, job.failed):
        signal.connect(lambda *values: heard.append(values))
    runner.start(job)
    assert begun.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
        go_on.set()
    assert heard == []


def test_a_result_on_its_way_is_not_heard_once_cancelled(qtbot, runner):
    finished = Event()

    def work(progress):
        finished.set()
        return "done"

    heard = []
    job = Job(work)
    job.succeeded.connect(heard.append)
    runner.start(job)
    assert finished.wait(5)
    with qtbot.waitSignal(job.ended):
        runner.cancel()
    assert heard == []


def test_a_new_job_replaces_the_one_before(qtbot, runner):
    go_on = Event()
    first = Job(lambda progress: go_on.wait(5))
    second = Job(lambda progress: "second")
    heard = []
    first.succeeded.connect(heard.append)
    second.succeeded.connect(heard.append)
    runner.start(first)
    with qtbot.waitSignals([first.ended, second.ended]):
        runner.start(second)
        assert first.is_cancelled
        go_on.set()
    assert heard == ["second"]


def test_progress_of_a_file_larger_than_two_gigabytes_fits(qtbot, runner):
    job = Job(lambda progress: progress(5 << 32, 10 << 32))
    with qtbot.waitSignal(job.progressed) as blocker:
        runner.start(job)
    done, total = blocker.args
    assert total == 2 * done
