"""Work on all cores: worker processes that answer in the order in which they are asked.

Each process works off one task at a time and is spoken to through its own pipes, so whoever dies takes one task with it
and no other, and all of them end with the program, however that ends. They are plain processes of this interpreter, not
those of `multiprocessing`: those share one pool that a death breaks, get a Ctrl-C meant for the program, and start the
caller's script again, which a notebook or a script of three lines is not written for.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock, Thread, local
from typing import IO, Any, Generic, Self, TypeVar

Item = TypeVar("Item")
Task = TypeVar("Task")
Answer = TypeVar("Answer")

_HANDFUL = 50_000  # characters that are sooner worked off here than processes are started for them
_AHEAD = 16  # items that wait for each worker
_AHEAD_SIZE = 1_000_000  # characters of tasks that wait for each worker
_BEAT = 0.1  # seconds between two looks whether to stop
_TRIES = 2  # a worker may have died of something else than its task
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""A Ctrl-C goes to all of a group: workers have one of their own, on Windows by this flag, else by a session."""


class WorkerDied(Exception):
    """A worker process ended before it answered, twice over the same task."""


def cores() -> int:
    """How many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


@dataclass(slots=True)
class _Asked(Generic[Item, Task, Answer]):
    """An item with its task, if it has one, and what will be the answer once it was handed to a worker."""

    item: Item
    task: Task | None
    size: int
    answer: Future[Answer] | None = None

    @property
    def ready(self) -> bool:
        """Whether nothing has to be waited for."""
        return self.task is None or (self.answer is not None and self.answer.done())


class Workers(Generic[Task, Answer]):
    """Processes that all do the same work; a handful of tasks is worked off without any.

    Attributes:
        work: what is done with a task; a function that a fresh process can import, as can its task and its answer.
        lost: what stands for the answer to a task over which workers died.
        size: how many characters a task has.
    """

    def __init__(
        self,
        work: Callable[[Task], Answer],
        lost: Callable[[Task, WorkerDied], Answer],
        size: Callable[[Task], int],
        jobs: int | None = None,
    ) -> None:
        self.work = work
        self.lost = lost
        self.size = size
        self._jobs = jobs or cores()
        self._threads = ThreadPoolExecutor(self._jobs, "onrecord-worker")
        self._mine = local()
        self._running: set[Popen[bytes]] = set()
        self._starting = Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers at once, whatever they are at."""
        with self._starting:
            self._closed = True
            for worker in self._running:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._running:
            _end(worker)

    def each(
        self, asked: Iterable[tuple[Item, Task | None]], stopped: Callable[[], bool]
    ) -> Iterator[tuple[Item, Answer | None]]:
        """Items with the answers to their tasks, in order; nothing more once it is to stop.

        Whatever waits here is bounded by the number of workers, not by that of the items.
        """
        ahead: deque[_Asked[Item, Task, Answer]] = deque()
        waiting = seen = 0
        for item, task in asked:
            ahead.append(_Asked(item, task, 0 if task is None else self.size(task)))
            waiting += ahead[-1].size
            seen += ahead[-1].size
            if seen > _HANDFUL:
                self._hand_out(ahead)
            while ahead and (ahead[0].ready or self._full(len(ahead), waiting)):
                if not self._await(ahead[0], stopped):
                    return
                waiting -= ahead[0].size
                yield self._answered(ahead.popleft())
        while ahead and self._await(ahead[0], stopped):
            yield self._answered(ahead.popleft())

    def _full(self, items: int, size: int) -> bool:
        return items > self._jobs * _AHEAD or size > self._jobs * _AHEAD_SIZE

    def _hand_out(self, ahead: deque[_Asked[Item, Task, Answer]]) -> None:
        """Give the tasks to workers that wait for one; those given before stand first."""
        for asked in reversed(ahead):
            if asked.answer is not None:
                break
            if asked.task is not None:
                asked.answer = self._threads.submit(self._ask, asked.task)

    def _await(self, asked: _Asked[Item, Task, Answer], stopped: Callable[[], bool]) -> bool:
        """Wait until there is an answer; whether to go on."""
        while not stopped():
            if asked.answer is None or wait([asked.answer], _BEAT).done:
                return True
        return False

    def _answered(self, asked: _Asked[Item, Task, Answer]) -> tuple[Item, Answer | None]:
        if asked.task is None:
            return asked.item, None
        if asked.answer is None:
            return asked.item, self.work(asked.task)
        try:
            return asked.item, asked.answer.result()
        except WorkerDied as death:
            return asked.item, self.lost(asked.task, death)

    def _ask(self, task: Task) -> Answer:
        """Have this thread's worker do a task, and a fresh one where it dies."""
        for _ in range(_TRIES):
            worker = self._worker()
            if worker is None:
                return self.work(task)
            try:
                answer: Answer = _asked(worker, task)
            except (EOFError, OSError, pickle.UnpicklingError):
                self._mine.worker = None
                code = _end(worker)
            else:
                return answer
        raise WorkerDied("its process ended with " + (f"signal {-code}" if code < 0 else f"exit status {code}"))

    def _worker(self) -> Popen[bytes] | None:
        """This thread's worker, started where there is none; None where none can be."""
        found: Popen[bytes] | None = getattr(self._mine, "worker", None)
        if found is None:
            with self._starting:
                if self._closed:
                    raise WorkerDied("the work was given up")
                found = self._mine.worker = _started(self.work)
                self._running |= {found} if found else set()
        return found


def serve() -> None:
    """Be a worker: do what comes through standard input, until whoever started this process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever is printed while working is no answer
    work = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    tasks: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(tasks,), daemon=True).start()
    while True:
        _send(answers, work(tasks.get()))


def _listen(tasks: SimpleQueue[Any]) -> None:
    """Take tasks; the end of them ends the process, even amid work that nobody waits for any longer."""
    try:
        while True:
            tasks.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - the same
    finally:
        os._exit(0)


def _started(work: Callable[[Any], Any]) -> Popen[bytes] | None:
    """A process that does this work; None where the system starts none."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from onrecord.workers import serve; serve()"
    command = [sys.executable, "-c", code]
    environment = os.environ | _ONE_THREAD
    try:
        worker = Popen(  # noqa: S603 - this very interpreter
            command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=environment,
            creationflags=_GROUP,
            start_new_session=True,
        )
        _send(worker.stdin, work)
    except OSError:
        return None
    return worker


def _asked(worker: Popen[bytes], task: Any) -> Any:  # noqa: ANN401 - whatever is asked and answered
    _send(worker.stdin, task)
    return pickle.load(worker.stdout)  # type: ignore[arg-type] # noqa: S301 - the worker is this program


def _send(pipe: IO[bytes] | None, what: Any) -> None:  # noqa: ANN401 - the same
    if pipe is not None:
        pickle.dump(what, pipe, pickle.HIGHEST_PROTOCOL)
        pipe.flush()


def _end(worker: Popen[bytes]) -> int:
    """End a worker that may have ended already; its exit status."""
    worker.kill()
    code = worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        with suppress(OSError):  # what was still to be sent to it
            pipe.close()  # type: ignore[union-attr]
    return code
