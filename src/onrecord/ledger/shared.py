"""What the views of one file look up of many days, kept at hand for all of them while the record holds the same.

A view of one day and that of the next look up nearly the same rows. Here they lie with the last day of their reports,
so that each view takes those that were published by its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterable
from operator import attrgetter
from sqlite3 import Connection
from typing import Generic, NamedTuple, TypeVar, cast

from onrecord.ledger import decisions
from onrecord.ledger.derived import Grown, state
from onrecord.ledger.rows import Row

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_MOST = 150_000  # rows kept at hand


class Dated(NamedTuple, Generic[T]):
    """Something looked up.

    Attributes:
        last: the last day on which its report may have been published.
        turn: what it is sorted by.
        found: what was looked up.
        report: id of its report; empty where it is of more than one.
    """

    last: int
    turn: Row
    found: T
    report: str = ""


_TURN = attrgetter("turn")
_KEYS = """
    SELECT s.id, s.source, g.id, c.relation, c.subject
    FROM json_each(:reports) e JOIN reports r ON r.id = e.value JOIN statements s ON s.report = r.number
        LEFT JOIN topics t ON t.statement = s.number LEFT JOIN statements g ON g.number = t.topic
        LEFT JOIN claims c ON c.statement = s.number
"""

Load = Callable[[Connection, str], Iterable[tuple[K, Dated[T]]]]
"""Looks up what belongs to some keys, given as JSON, whatever the day."""


class Judged(NamedTuple):
    """What decisions of people may have changed.

    Attributes:
        reports: the reports that these are about.
        keys: all by which something of these reports is looked up.
    """

    reports: frozenset[str]
    keys: frozenset[Hashable]

    def may_change(self, key: Hashable, rows: Iterable[Dated[object]]) -> bool:
        """Whether they may have changed what belongs to a key, of which some rows are at hand."""
        return key in self.keys or any(one.report in self.reports or not one.report for one in rows)


class Shared:
    """Rows by what they are looked up by."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state = ""
        self._held: dict[object, dict[Hashable, list[Dated[object]]]] = {}
        self._rows = 0

    def found(self, began: str, keys: Collection[K], load: Load[K, T], until: int) -> list[T]:
        """What belongs to these keys as of a day, in its turn.

        Args:
            began: the state of the record when the view began that asks.
            keys: what is wanted.
            load: looks up all that belongs to some of them.
            until: the day.
        """
        held = self._held_for(began, load)
        missing = [key for key in dict.fromkeys(keys) if key not in held]
        if missing:
            held = self._with(held, missing, load, began)
        some = [held[key] for key in dict.fromkeys(keys)]
        known = [one for rows in some for one in rows if one.last <= until]
        if len(some) > 1:
            known.sort(key=_TURN)
        return [one.found for one in known]

    def _held_for(self, began: str, load: Load[K, T]) -> dict[K, list[Dated[T]]]:
        """What is at hand of these; nothing where the record has changed since the view began."""
        if not self._is(began):
            return {}
        if self._state != began or self._rows > _MOST:
            judged = _judged(self._connection, self._state, began) if self._rows <= _MOST else None
            self._forget(judged)
            self._state = began
        return cast("dict[K, list[Dated[T]]]", self._held.setdefault(load, {}))

    def _with(
        self, held: dict[K, list[Dated[T]]], missing: Collection[K], load: Load[K, T], began: str
    ) -> dict[K, list[Dated[T]]]:
        """What is at hand with what was missing there, which is kept unless the record has changed meanwhile."""
        fresh: dict[K, list[Dated[T]]] = {key: [] for key in missing}
        for key, one in load(self._connection, json.dumps(missing)):
            fresh[key].append(one)
        for rows in fresh.values():
            rows.sort(key=_TURN)
        if not self._is(began):
            return {**held, **fresh}
        held.update(fresh)
        self._rows += sum(map(len, fresh.values()))
        return held

    def _forget(self, judged: Judged | None) -> None:
        """Throw away what people's decisions may have changed; everything, where more than these happened."""
        for held in self._held.values():
            for key, rows in list(held.items()):
                if judged is None or judged.may_change(key, rows):
                    self._rows -= len(held.pop(key))

    def _is(self, began: str) -> bool:
        """Whether the record is as it was; what is being written may still be undone."""
        return not self._connection.in_transaction and state(self._connection) == began


def _judged(connection: Connection, before: str, now: str) -> Judged | None:
    """That on which people decided between two states; None where more happened than that."""
    if not before or Grown.of(before).read != Grown.of(now).read:
        return None
    made = "SELECT id FROM judgements ORDER BY rowid LIMIT -1 OFFSET ?"
    some = connection.execute(made, (Grown.of(before).judgements,)).fetchall()
    reports = {report for (one,) in some for (report,) in connection.execute(decisions.CONCERNED, {"judgement": one})}
    keys = set[Hashable](reports)
    for statement, source, topic, *claimed in connection.execute(_KEYS, {"reports": json.dumps(list(reports))}):
        keys |= {statement, source, topic, tuple(claimed)}
    return Judged(frozenset(reports), frozenset(keys))
