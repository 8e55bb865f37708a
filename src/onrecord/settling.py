"""What was said brought to topics, and kept: after reports were added, and before anything is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from itertools import groupby
from operator import itemgetter

from onrecord.errors import NoRecord
from onrecord.ledger.base import Store, Writer
from onrecord.matching.topics import Topics
from onrecord.record.topic import Spoken

_ENOUGH = 2000  # statements that are brought to topics in one transaction, if the days allow


def settle(store: Store) -> None:
    """Bring what was said to topics, as far as that was not done yet or has to be done anew: some days at a time."""
    if not store.settled():
        try:
            _settle(store.write)
        except NoRecord:  # the file can only be read: it stays as it is
            _settle(store.aside)


def _settle(write: Callable[[], AbstractContextManager[Writer]]) -> None:
    topics = Topics()
    with write() as writer:
        topics.recall(writer.brought())
    left = True
    while left:
        topics.opposed.clear()
        with write() as writer:
            turn = _next_days(writer.unsettled())
            found = [topics.bring(one) for _, one in turn]
            left = bool(turn)
            writer.settle(turn[-1][0] + 1 if left else None, found, topics.opposed)


def _next_days(coming: Iterable[tuple[int, Spoken]]) -> list[tuple[int, Spoken]]:
    """What was said on the first days: whole days, until enough has come together."""
    turn = list[tuple[int, Spoken]]()
    for _, of_a_day in groupby(coming, itemgetter(0)):
        turn += of_a_day
        if len(turn) >= _ENOUGH:
            break
    return turn
