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

_ENOUGH = 500  # statements that are brought to topics in one transaction, if the days allow


def settle(store: Store) -> None:
    """Bring what was said to topics, as far as that was not done yet or has to be done anew: some days at a time."""
    if not store.settled():
        try:
            _settle(store.write)
        except NoRecord:  # the file can only be read: it stays as it is
            _settle(store.aside)


def _settle(write: Callable[[], AbstractContextManager[Writer]]) -> None:
    left = True
    while left:
        with write() as writer:
            left = _go_on(writer)


def _go_on(writer: Writer) -> bool:
    """Bring what was said on the next days to topics; whether there was anything."""
    # Topics are taken up anew each time: another program may have added reports between two transactions.
    turn = _next_days(writer.unsettled())
    topics = Topics(writer.topics(), writer.answers_to)
    found = [topics.bring(one) for _, one in turn]
    writer.settle(turn[-1][0] + 1 if turn else None, found, topics.opposed, topics.gathered())
    return bool(turn)


def _next_days(coming: Iterable[tuple[int, Spoken]]) -> list[tuple[int, Spoken]]:
    """What was said on the first days: whole days, until enough has come together."""
    turn = list[tuple[int, Spoken]]()
    for _, of_a_day in groupby(coming, itemgetter(0)):
        turn += of_a_day
        if len(turn) >= _ENOUGH:
            break
    return turn
