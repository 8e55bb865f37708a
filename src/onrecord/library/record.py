"""A record's file: reports are added to it, people judge, and it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.ledger.base import Store
from onrecord.ledger.sqlite import open_store
from onrecord.library.judging import Judging
from onrecord.story.check import Checked, check

if TYPE_CHECKING:
    from onrecord.follow import Followed


class Record(Judging):
    """A record's file: reports are added to it, and it answers.

    Example:
        >>> with Record.open("harbour.onrecord") as record:  # doctest: +SKIP
        ...     for followed in record.add("reports/"):
        ...         print(followed.outcome, followed.listing)
        ...     record.as_of("2024-03-11").ask("Who controls the harbour?")
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store, None)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, read_only: bool = False) -> Self:
        """Open a record's file, making it where it is not there, or only to read it. Raises NoRecord, NewerRecord."""
        return cls(open_store(path, create=create and not read_only, read_only=read_only))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def state(self) -> str:
        """What tells this state of the record from all others: it changes with all that is read or decided."""
        return self._store.state()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @staticmethod
    def expected(*paths: str | Path) -> int:
        """About how many reports and problems `add` will give for these paths, at the price of a look at sizes."""
        from onrecord.intake.files import count  # noqa: PLC0415 - the same

        return count(map(Path, paths))

    def add(
        self, *paths: str | Path, jobs: int | None = None, stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Followed]:
        """Take in files and folders; whatever is yielded is kept, whole.

        Args:
            paths: files and folders.
            jobs: how many processes read; all cores where it is None. The record is the same for any number.
            stopped: asked again and again; once it says so, what was read is kept and nothing more is taken in.
        """
        from onrecord.follow import follow  # noqa: PLC0415 - it loads all that reads, and views do without

        for followed in follow(map(Path, paths), self._store, jobs=jobs, stopped=stopped):
            self._forget()
            yield followed
        self._at(None)

    def add_all(
        self, *paths: str | Path, jobs: int | None = None, watch: Callable[[Followed], None] = lambda _: None
    ) -> list[Followed]:
        """Take in files and folders and give what became of each; `watch` is told of each as it happens."""
        outcomes = []
        for followed in self.add(*paths, jobs=jobs):
            watch(followed)
            outcomes.append(followed)
        return outcomes

    def reread(self, *, jobs: int | None = None) -> int:
        """Read every report anew with the reader of this version; judgements stay. Gives the number of reports."""
        from onrecord.follow import reread  # noqa: PLC0415 - the same

        done = sum(1 for _ in reread(self._store, jobs=jobs))
        self._forget()
        return done

    def check(self) -> Iterator[Checked]:
        """Try every promise that the file can break."""
        return check(self._known, self._store.faults())
