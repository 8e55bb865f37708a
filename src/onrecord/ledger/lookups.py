"""What is looked up in a record's file by keys, whatever the day, with the day and the turn of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from onrecord.ledger import queries, rows
from onrecord.ledger.queries import CLAIM_CELLS, CLAIM_JOINS, listed, sql
from onrecord.ledger.rows import Row
from onrecord.ledger.shared import Dated
from onrecord.record.claim import Claim
from onrecord.record.claimed import ClaimRow, Member
from onrecord.record.statement import Statement

_CLAIMS = sql(
    "SELECT {dated}, c.start, c.end, c.statement, c.rank,",
    CLAIM_CELLS,
    "FROM json_each(:keys) k JOIN claims c",
    "ON c.relation = json_extract(k.value, '$[0]') AND c.subject = json_extract(k.value, '$[1]')",
    CLAIM_JOINS,
)
_MEMBERS = sql("""
    SELECT g.id, {dated}, s.start, s.number,
        s.id, r.id, r.outlet, r.first, s.mode, s.chain, s.said_first, s.said_last, s.precision,
        s.content, s.basis, s.prints, a.id,
        (SELECT json_group_array(relation || ' ' || subject) FROM claims WHERE statement = t.statement)
    FROM json_each(:keys) k JOIN statements g ON g.id = k.value JOIN topics t ON t.topic = g.number
        JOIN statements s ON s.number = t.statement JOIN reports r ON r.number = s.report
        JOIN statements a ON a.number = t.answer
""")
_OPPOSED = sql("""
    SELECT g.id, {late}, one.id, other.id, o.sure
    FROM json_each(:keys) k JOIN statements g ON g.id = k.value JOIN topics t ON t.topic = g.number
        JOIN opposed o ON o.one = t.statement JOIN topics r ON r.statement = o.other
        JOIN statements one ON one.number = o.one JOIN statements other ON other.number = o.other
""")


def _dated(statements: str) -> str:
    """The same statements, each with its day and its turn."""
    return statements.replace("SELECT", sql("SELECT {dated}, s.start, s.number,"), 1)


def statements(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[Statement]]]:
    """Statements by their ids."""
    return ((one.found.id, one) for one in _statements(connection, _dated(queries.STATEMENTS_BY_ID), keys))


def statements_in(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[Statement]]]:
    """Statements by their reports."""
    return ((one.found.report, one) for one in _statements(connection, _dated(queries.STATEMENTS_IN), keys))


def statements_by(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[Statement]]]:
    """Statements by the name keys of those who speak."""
    return ((one.found.source or "", one) for one in _statements(connection, _dated(queries.STATEMENTS_BY), keys))


def _statements(connection: Connection, sql: str, keys: str) -> list[Dated[Statement]]:
    found = connection.execute(sql, {"keys": keys}).fetchall()
    made = with_claims(connection, [row[6:] for row in found])
    return [Dated(row[0], row[1:6], one, one.report) for row, one in zip(found, made, strict=True)]


def claims(connection: Connection, keys: str) -> Iterator[tuple[tuple[str, str], Dated[ClaimRow]]]:
    """Claims by relation and subject."""
    for row in connection.execute(_CLAIMS, {"keys": keys}):
        one = rows.claim_row(row[8:])
        yield (one.relation, one.subject), Dated(row[0], row[1:8], one, one.report)


def members(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[Member]]]:
    """Statements by their topics."""
    for topic, *row in connection.execute(_MEMBERS, {"keys": keys}):
        one = rows.member(tuple(row[6:]))
        yield topic, Dated(row[0], tuple(row[1:6]), one, one.row.report)


def opposed(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[tuple[str, str, float]]]]:
    """Statements that are at odds by the topic of the earlier one, each pair with how likely that is."""
    for topic, last, one, other, sure in connection.execute(_OPPOSED, {"keys": keys}):
        yield topic, Dated(last, (one, other), (one, other, sure))


def with_claims(connection: Connection, found: Sequence[Row]) -> list[Statement]:
    """Statements of their numbers, reports and cells, with their claims."""
    claims: dict[int, list[Claim]] = {number: [] for number, *_ in found}
    reports = {number: report for number, report, *_ in found}
    for number, *cells in connection.execute(queries.CLAIMS_OF, {"statements": listed(list(claims))}):
        claims[number].append(rows.claim(reports[number], tuple(cells)))
    return [rows.statement(report, tuple(cells), claims[number]) for number, report, *cells in found]
