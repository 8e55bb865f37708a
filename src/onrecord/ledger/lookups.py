"""What is looked up in a record's file by keys, whatever the day, with the day and the turn of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from onrecord.ledger import queries, rows
from onrecord.ledger.queries import listed
from onrecord.ledger.rows import Row
from onrecord.ledger.shared import Dated
from onrecord.record.claim import Claim
from onrecord.record.claimed import ClaimRow, Member
from onrecord.record.statement import Statement


def statements(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[Statement]]]:
    """Statements by their ids."""
    found = connection.execute(queries.STATEMENTS_BY_ID, {"keys": keys}).fetchall()
    for row, one in zip(found, with_claims(connection, [row[6:] for row in found]), strict=True):
        yield one.id, Dated(row[0], row[1:6], one)


def claims(connection: Connection, keys: str) -> Iterator[tuple[tuple[str, str], Dated[ClaimRow]]]:
    """Claims by relation and subject."""
    for row in connection.execute(queries.CLAIMS, {"keys": keys}):
        one = rows.claim_row(row[8:])
        yield (one.relation, one.subject), Dated(row[0], row[1:8], one)


def members(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[Member]]]:
    """Statements by their topics."""
    for topic, *row in connection.execute(queries.MEMBERS, {"keys": keys}):
        yield topic, Dated(row[0], tuple(row[1:6]), rows.member(tuple(row[6:])))


def opposed(connection: Connection, keys: str) -> Iterator[tuple[str, Dated[tuple[str, str, float]]]]:
    """Statements that are at odds by the topic of the earlier one, each pair with how likely that is."""
    for topic, last, one, other, sure in connection.execute(queries.OPPOSED, {"keys": keys}):
        yield topic, Dated(last, (one, other), (one, other, sure))


def with_claims(connection: Connection, found: Sequence[Row]) -> list[Statement]:
    """Statements of their numbers, reports and cells, with their claims."""
    claims: dict[int, list[Claim]] = {number: [] for number, *_ in found}
    reports = {number: report for number, report, *_ in found}
    for number, *cells in connection.execute(queries.CLAIMS_OF, {"statements": listed(list(claims))}):
        claims[number].append(rows.claim(reports[number], tuple(cells)))
    return [rows.statement(report, tuple(cells), claims[number]) for number, report, *cells in found]
