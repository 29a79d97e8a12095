"""Long work beside the window. The only file with threads.

Connect first, then start::

    job = Job(lambda progress: analyse(project, progress))
    job.succeeded.connect(self._on_analysed)
    job.failed.connect(self.failed)
    self._jobs.start(job)
"""

from collections.abc import Callable
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from cxsurvey.progress import Cancelled, Progress

Work = Callable[[Progress], object]
LEAST_PAUSE = 0.04  # seconds between two progress signals: the eye needs no more


class Job(QObject):
    """One piece of work and what becomes of it.

    ``work`` gets a progress callable ``progress(done, total)``, which raises ``Cancelled`` after ``cancel()``; it gets
    values, never a widget or another ``QObject``. After ``cancel()`` no signal comes any more but ``ended``.

    Signals: ``progressed(done, total)``, ``succeeded(value)``, ``failed(exception)``, ``ended()`` last and always.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = Event()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    @Slot()
    def cancel(self) -> None:
        """Asks the work to stop at its next progress call."""
        self._cancelled.set()


class JobRunner(QObject):
    """Runs one job at a time: a job started here cancels and replaces the one before.

    Keeps each job until it has ended. ``busy_changed`` tells when ``is_busy`` has changed.
    """

    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)  # the replaced job may still be finding its way out
        self._jobs: dict[Job, _Messenger] = {}
        self._current: Job | None = None

    @property
    def is_busy(self) -> bool:
        return self._current is not None

    def start(self, job: Job) -> None:
        """Runs the job; the one before is cancelled."""
        self.cancel()
        messenger = _Messenger(job)
        messenger.closed.connect(self._on_closed)
        self._jobs[job] = messenger
        self._current = job
        self._pool.start(_Runnable(job, messenger))
        self.busy_changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Cancels what runs, if anything does."""
        if self._current is not None:
            self._current.cancel()
            self._current = None
            self.busy_changed.emit()

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancels, and waits; true if all work has stopped. For the end of the program and of tests."""
        self.cancel()
        self._pool.clear()
        return self._pool.waitForDone(patience_ms)

    @Slot(object)
    def _on_closed(self, job: Job) -> None:
        self._jobs.pop(job, None)
        if self._current is job:
            self._current = None
            self.busy_changed.emit()
        job.ended.emit()


class _Messenger(QObject):
    """Lives in the window's thread and hands on, there, what the worker says: so a cancel is never overtaken."""

    said_progress = Signal(int, int)
    said_result = Signal(object)
    said_failure = Signal(object)
    said_end = Signal()
    closed = Signal(object)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        queued = Qt.ConnectionType.QueuedConnection
        self.said_progress.connect(self._on_progress, queued)
        self.said_result.connect(self._on_result, queued)
        self.said_failure.connect(self._on_failure, queued)
        self.said_end.connect(self._on_end, queued)

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        if not self._job.is_cancelled:
            self._job.progressed.emit(done, total)

    @Slot(object)
    def _on_result(self, value: object) -> None:
        if not self._job.is_cancelled:
            self._job.succeeded.emit(value)

    @Slot(object)
    def _on_failure(self, error: object) -> None:
        if not self._job.is_cancelled:
            self._job.failed.emit(error)

    @Slot()
    def _on_end(self) -> None:
        self.closed.emit(self._job)


class _Runnable(QRunnable):
    """The work in a thread of the pool."""

    def __init__(self, job: Job, messenger: _Messenger) -> None:
        super().__init__()
        self._job = job
        self._messenger = messenger
        self._last = 0.0

    def run(self) -> None:
        try:
            self._check()
            value = self._job._work(self._progress)
        except Cancelled:
            pass
        except BaseException as error:
            self._messenger.said_failure.emit(error)
        else:
            self._messenger.said_result.emit(value)
        finally:
            self._messenger.said_end.emit()

    def _check(self) -> None:
        if self._job.is_cancelled:
            raise Cancelled

    def _progress(self, done: int, total: int, /) -> None:
        self._check()
        now = monotonic()
        if now - self._last >= LEAST_PAUSE or done >= total:
            self._last = now
            # A signal of int is 32 bits wide; files can have more bytes.
            scale = max(1, total >> 30)
            self._messenger.said_progress.emit(done // scale, total // scale)
