"""What people decided, and what was read of that which they corrected or rejected, in SQL."""

from __future__ import annotations

from onrecord.ledger.queries import sql

_CELLS = """
    SELECT j.id, j.ruling, j.names, j.part, j.value, j.who, j.why, j.at,
        (
            SELECT json_group_array(json_array(report, start, end)) FROM (
                SELECT report, start, end FROM judged_places WHERE judgement = j.id ORDER BY rank
            )
        )
    FROM judgements j WHERE
"""
JUDGEMENTS = sql(
    _CELLS,
    """NOT EXISTS (
        SELECT 1 FROM judged_places p LEFT JOIN reports r ON r.id = p.report
        WHERE p.judgement = j.id AND NOT coalesce({known}, 0)
    )""",
)
OF_REPORT = sql(
    """
    WITH RECURSIVE about (id) AS (
        SELECT judgement FROM judged_places WHERE report = :report
        UNION SELECT j.id FROM judgements j JOIN about ON j.value = about.id WHERE j.ruling = 'undone'
    )
    """,
    _CELLS,
    "j.id IN (SELECT id FROM about)",
)
CONCERNED = """
    WITH RECURSIVE target (id) AS (
        SELECT :judgement
        UNION SELECT j.value FROM judgements j JOIN target ON j.id = target.id WHERE j.ruling = 'undone'
    )
    SELECT DISTINCT r.id FROM judged_places p JOIN reports r ON r.id = p.report
    WHERE p.judgement IN (SELECT id FROM target) ORDER BY r.id
"""
REJECTED = sql("""
    SELECT s.id FROM read_statements a JOIN statements s ON s.number = a.statement JOIN reports r ON r.number = s.report
    WHERE a.rejected AND {known}
""")
AS_READ = sql("""
    SELECT s.number, r.id, s.id, s.mode, a.act, a.stance, a.chain, a.speaker_start, a.speaker_end, s.cue_start,
        s.cue_end, s.content, a.channel, a.said_first, a.said_last, a.precision, a.words_start, a.words_end, s.answers,
        s.basis, s.prints
    FROM read_statements a JOIN statements s ON s.number = a.statement JOIN reports r ON r.number = s.report
    WHERE s.id IN (SELECT value FROM json_each(:ids)) AND {known} ORDER BY {publication}, s.start, s.number
""")
CAME_DATED = sql("""
    SELECT r.id, c.first, c.last, c.precision, c.words_start, c.words_end
    FROM came_dated c JOIN reports r ON r.number = c.report
    WHERE r.id IN (SELECT value FROM json_each(:ids)) AND {known}
""")
STALE = """
    SELECT r.id FROM came_dated c JOIN reports r ON r.number = c.report LEFT JOIN read_as_of a ON a.report = c.report
    WHERE iif(a.report IS NULL, c.first, a.first) IS NOT r.first
        OR iif(a.report IS NULL, c.last, a.last) IS NOT r.last
        OR iif(a.report IS NULL, c.precision, a.precision) <> r.precision
    ORDER BY r.id
"""

# One report: a statement's number is its report's, shifted by 32 bits, and its rank

DAY = "SELECT first, last, precision, words_start, words_end FROM reports WHERE number = :number"
CAME = "SELECT first, last, precision, words_start, words_end FROM came_dated WHERE report = :number"
KEEP_DAY = """
    INSERT INTO came_dated SELECT number, first, last, precision, words_start, words_end FROM reports
    WHERE number = :number ON CONFLICT DO NOTHING
"""
DATE = "UPDATE reports SET first = ?, last = ?, precision = ?, words_start = ?, words_end = ? WHERE number = ?"

ADDED = 2**20
"""The rank from which on names are those of speakers whom only decisions name."""

TOUCHED = sql("SELECT EXISTS (SELECT 1 FROM read_statements WHERE statement {within})")
TAKE_UP = (
    sql("""
    UPDATE statements SET ({judged}) = (SELECT {judged} FROM read_statements WHERE statement = number)
    WHERE number IN (SELECT statement FROM read_statements WHERE statement {within})
    """),
    sql("INSERT INTO claims SELECT * FROM read_claims WHERE statement {within}"),
    sql("DELETE FROM read_claims WHERE statement {within}"),
    sql("DELETE FROM read_statements WHERE statement {within}"),
    "DELETE FROM names WHERE report = :number AND rank >= :added",
)
"""What makes the rows of a report those that were read."""

PUT_ASIDE = sql(
    "INSERT INTO read_statements SELECT number, {judged}, :rejected FROM statements WHERE number = :statement"
)
AMEND = sql("UPDATE statements SET ({judged}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?")
REJECT = (
    "UPDATE statements SET source = NULL WHERE number = :statement",
    "INSERT INTO read_claims SELECT * FROM claims WHERE statement = :statement",
    "DELETE FROM claims WHERE statement = :statement",
)
RECOUNT = (
    """
    UPDATE statements SET
        report_once = NOT EXISTS (
            SELECT 1 FROM statements e
            WHERE e.report = statements.report AND e.number < statements.number AND e.source IS statements.source
        ),
        said_once = NOT EXISTS (
            SELECT 1 FROM statements e
            WHERE e.report = statements.report AND e.number < statements.number AND e.source IS statements.source
                AND e.channel = statements.channel AND e.precision = statements.precision
                AND e.said_first IS statements.said_first AND e.said_last IS statements.said_last
        )
    WHERE report = :number
    """,
    sql("""
    UPDATE claims SET source = coalesce((SELECT source FROM statements WHERE number = claims.statement), '')
    WHERE statement {within}
    """),
    sql("""
    UPDATE claims SET report_once = NOT EXISTS (
        SELECT 1 FROM claims e
        WHERE e.statement {within} AND (e.statement, e.rank) < (claims.statement, claims.rank)
            AND (e.relation, e.subject, e.value, e.affirms, e.extent, e.source)
                = (claims.relation, claims.subject, claims.value, claims.affirms, claims.extent, claims.source)
            AND e.amount IS claims.amount
    ) WHERE statement {within}
    """),
    sql("""
    UPDATE topics SET
        source = (SELECT source FROM statements WHERE number = topics.statement),
        claims = EXISTS (SELECT 1 FROM claims c WHERE c.statement = topics.statement),
        report_once = statement {kept} AND NOT EXISTS (
            SELECT 1 FROM topics e JOIN statements f ON f.number = e.statement
            WHERE +e.topic = topics.topic AND e.statement {within} AND e.statement {kept}
                AND (f.start, f.number) < (SELECT start, number FROM statements WHERE number = topics.statement)
        )
    WHERE statement {within}
    """),
)
"""What the rows of a report count, worked out again."""
