"""What people decided of a report, put into its rows: its day, statements as corrected, and nothing that is rejected.

What was read is put aside, and taken up again first whenever something is decided: so the rows follow from the reading
and from all decisions, whichever came first. Topics are settled from what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from onrecord.judging.aims import Ground
from onrecord.judging.parts import SPEAKER, corrected, unnamed
from onrecord.judging.standing import standing
from onrecord.ledger import decisions, queries, rows
from onrecord.ledger.rows import Row, Slot
from onrecord.record.judgement import Judged, Judgement, Ruling, State
from onrecord.record.name import Name
from onrecord.record.statement import Statement
from onrecord.record.when import UNKNOWN, When

_NAME = "INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def concerned(connection: Connection, judgement: str) -> list[str]:
    """Ids of the reports of the record that a decision is about, or what it undoes."""
    return [report for (report,) in connection.execute(decisions.CONCERNED, {"judgement": judgement})]


def judged_day(connection: Connection, report: str) -> When | None:
    """The day that people gave to a report; None where nobody did, or they differ."""
    dated = (one for one in _standing(connection, report, UNKNOWN, ()) if one.judgement.ruling is Ruling.DATED)
    return next((When.written(one.judgement.value) for one in dated if one.state is State.APPLIED), None)


def day_of(connection: Connection, report: str, slot: Slot) -> When:
    """The day that a report has now."""
    return rows.when(report, connection.execute(decisions.DAY, {"number": slot.number}).fetchone())


def came(connection: Connection, report: str, slot: Slot) -> When:
    """The day with which a report came."""
    cells = connection.execute(decisions.CAME, {"number": slot.number}).fetchone()
    return rows.when(report, cells) if cells else day_of(connection, report, slot)


def set_day(connection: Connection, slot: Slot, day: When) -> None:
    """Give a report a day; the one that it came with is kept."""
    connection.execute(decisions.KEEP_DAY, {"number": slot.number})
    connection.execute(decisions.DATE, (*rows.when_cells(day), slot.number))


def amend(connection: Connection, report: str, slot: Slot) -> None:
    """Have the rows of a report say what its reading says, as people have corrected and rejected it."""
    within = {"number": slot.number, "low": slot.at(0), "high": slot.at(2**32 - 1), "added": decisions.ADDED}
    (touched,) = connection.execute(decisions.TOUCHED, within).fetchone()
    for sql in decisions.TAKE_UP if touched else ():
        connection.execute(sql, within)
    if _amended(connection, report, slot) or touched:
        for sql in decisions.RECOUNT:
            connection.execute(sql, within)


def _amended(connection: Connection, report: str, slot: Slot) -> bool:
    """Put what people decided into rows that stand as they were read; whether there was anything."""
    if not _decided(connection, report):
        return False
    found = {number: rows.statement(report, tuple(cells), ()) for number, _, *cells in _read(connection, slot)}
    names = [rows.name(row) for row in connection.execute(queries.NAMES_OF, {"number": slot.number})]
    day = day_of(connection, report, slot)
    made = [one for one in _standing(connection, report, day, found.values()) if one.state is State.APPLIED]
    rejected = {one for judged in made if judged.judgement.ruling is Ruling.REJECT for one in judged.statements}
    corrections = [one for one in made if one.judgement.ruling is Ruling.CORRECT]
    for number, statement in found.items():
        fitting = [one.judgement for one in corrections if statement.id in one.statements]
        if fitting or statement.id in rejected:
            connection.execute(decisions.PUT_ASIDE, {"statement": number, "rejected": statement.id in rejected})
            _put(connection, number, statement, fitting, names)
        for sql in decisions.REJECT if statement.id in rejected else ():
            connection.execute(sql, {"statement": number})
    _name(connection, slot, corrections, names)
    return bool(rejected or corrections)


def _put(
    connection: Connection, number: int, statement: Statement, fitting: Iterable[Judgement], names: list[Name]
) -> None:
    """Correct the row of a statement."""
    for judgement in fitting:
        statement = corrected(statement, judgement.part, judgement.value, names)
    told = (statement.act, statement.stance, rows.packed(statement.chain), *rows.span_cells(statement.speaker))
    said = (statement.channel, *rows.when_cells(statement.said), statement.source)
    connection.execute(decisions.AMEND, (*told, *said, number))


def _name(connection: Connection, slot: Slot, corrections: Iterable[Judged], names: list[Name]) -> None:
    """Add the names of speakers whom the report does not name."""
    new = unnamed({one.judgement.value for one in corrections if one.judgement.part == SPEAKER}, names)
    for at, (_, _, *cells) in enumerate(rows.name_rows(slot, new)):
        connection.execute(_NAME, (slot.number, decisions.ADDED + at, *cells))


def _standing(connection: Connection, report: str, day: When, statements: Iterable[Statement]) -> list[Judged]:
    """What became of the decisions about a report, as far as it alone tells."""
    return standing(_decided(connection, report), Ground({report: day}, {report: tuple(statements)}).aim)


def _decided(connection: Connection, report: str) -> list[Judgement]:
    return list(map(rows.judgement, connection.execute(decisions.OF_REPORT, {"report": report})))


def _read(connection: Connection, slot: Slot) -> Iterator[Row]:
    return iter(connection.execute(queries.STATEMENTS_OF, {"number": slot.number}))
