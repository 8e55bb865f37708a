"""The questions that a view puts to a record's file, in SQL.

`:day` is the day of the view, null for everything. Nothing sorts by a `number` but within one report, where numbers
follow the offsets: across reports they would tell who came first.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from onrecord.ledger import rows
from onrecord.ledger.base import Selection
from onrecord.ledger.schema import UNDATED

Values = dict[str, object]

_PHRASES = {
    "known": "(:day IS NULL OR r.last <= :day)",
    "publication": "r.first NULLS LAST, r.last NULLS LAST, r.id",
    "newest": "r.first DESC, r.last DESC, r.id",
    "late": f"coalesce(r.last, {UNDATED})",
    "turn": f"coalesce(r.last, {UNDATED}), r.first, r.id, s.start, s.number",
    "again": f"coalesce(last, {UNDATED}) >= :before",
    "undated": str(UNDATED),
    "dated": f"coalesce(r.last, {UNDATED}), coalesce(r.first, {UNDATED}), coalesce(r.last, {UNDATED}), r.id",
    "kept": "NOT IN (SELECT statement FROM read_statements WHERE rejected)",
    "judged": """act, stance, chain, speaker_start, speaker_end, channel,
        said_first, said_last, precision, words_start, words_end, source""",
    "within": "BETWEEN :low AND :high",
}
"""What stands in braces below; `r` is a report, or a row that repeats its days."""


def sql(*parts: str) -> str:
    """A question of these parts, with the phrases in their places."""
    return " ".join(parts).format(**_PHRASES)


def listed(values: Collection[str] | Collection[int] | None) -> str | None:
    """Values for `json_each`."""
    return None if values is None else json.dumps(list(values))


def all_words(words: str) -> str:
    """A search for all of these words, none of which can be an operator; without words it finds nothing."""
    plain = words.encode(errors="replace").decode().replace("\0", " ").split()
    return " ".join('"' + word.replace('"', '""') + '"' for word in plain or [""])


def beginning(word: str) -> str:
    """A search for words that begin so."""
    return all_words(word) + "*"


SLOT = sql("SELECT number, first, last FROM reports r WHERE id = :report AND {known}")
COUNT = sql("SELECT count(*) FROM reports r WHERE {known}")
DAYS = sql("SELECT r.last, count(*) FROM reports r WHERE r.last IS NOT NULL AND {known} GROUP BY r.last")
LEFT_OUT = "SELECT count(*) FROM reports WHERE :day IS NOT NULL AND last IS NULL"
TEXT = sql("SELECT t.text FROM reports r JOIN texts t ON t.report = r.number WHERE r.id = :report AND {known}")
READERS = sql("SELECT DISTINCT g.reader FROM reports r JOIN readings g ON g.report = r.number WHERE {known} ORDER BY 1")
READER = "SELECT reader, sentences FROM readings WHERE report = :number"

_LISTINGS = """
    SELECT r.id, (SELECT min(name) FROM files WHERE report = r.number), r.url, r.outlet, r.title,
        r.first, r.last, r.precision, r.words_start, r.words_end, r.language, r.declared, r.edition
    FROM reports r WHERE {known}
"""


HEADLINES = sql("""
    SELECT id, url, outlet, title, first, last, precision, declared, edition FROM reports r
    WHERE {known} ORDER BY {publication}
""")
PUBLISHED_BY = sql("SELECT id FROM reports r WHERE {known} AND last <= :until")


def listings(ids: Collection[str] | None) -> str:
    """Cells of a Listing, for these reports or all."""
    among = "" if ids is None else "AND r.id IN (SELECT value FROM json_each(:ids))"
    return sql(_LISTINGS, among, "ORDER BY {publication}")


# Names

NAMES_OF = "SELECT key, name, kind, spellings, roles FROM names WHERE report = :number ORDER BY rank"
NAMES_SEEN = sql("""
    SELECT key, kind, name, sum(report_once) FROM names r WHERE instr(key, '@') = 0 AND {known}
    GROUP BY key, kind, name ORDER BY key, kind, name
""")
SPELLINGS = sql("""
    SELECT DISTINCT key, spellings FROM names r
    WHERE key IN (SELECT value FROM json_each(:keys)) AND {known} ORDER BY key
""")
ROLES = sql("""
    SELECT DISTINCT key, roles FROM names r INDEXED BY names_with_roles
    WHERE roles <> '[]' AND instr(key, '@') = 0 AND {known} ORDER BY key, roles
""")
OFFICES = sql("""
    SELECT DISTINCT key FROM names r INDEXED BY names_of_offices
    WHERE kind = 'office' AND instr(key, '@') > 0 AND {known} ORDER BY key
""")
_NAMED = """
    SELECT r.id, n.key, n.name, n.kind, n.spellings, n.roles FROM names n JOIN reports r ON r.number = n.report
    WHERE {known}
"""


def named(keys: Collection[str] | None) -> str:
    """The report and the cells of a Name, for these keys or all."""
    among = "" if keys is None else "AND n.key IN (SELECT value FROM json_each(:keys))"
    return sql(_NAMED, among, "ORDER BY n.key, r.id, n.rank")


# Statements

STATEMENT_COUNTS = sql("""
    SELECT source, count(*), sum(report_once) FROM statements r WHERE source IS NOT NULL AND {known}
    GROUP BY source ORDER BY source
""")
_UTTERANCES = """
    SELECT source, channel, said_first, said_last, precision, count(*), sum(said_once) FROM statements r
    WHERE source IS NOT NULL AND instr(source, '@') = 0 AND {known}
"""
CLAIMS_OF = """
    SELECT statement, relation, subject, value, affirms, extent, amount, start, end FROM claims
    WHERE statement IN (SELECT value FROM json_each(:statements)) ORDER BY statement, rank
"""
_STATEMENTS = """
    SELECT s.number, r.id, s.id, s.mode, s.act, s.stance, s.chain, s.speaker_start, s.speaker_end, s.cue_start,
        s.cue_end, s.content, s.channel, s.said_first, s.said_last, s.precision, s.words_start, s.words_end, s.answers,
        s.basis, s.prints
    FROM statements s JOIN reports r ON r.number = s.report WHERE
"""
STATEMENTS_OF = sql(_STATEMENTS, "s.report = :number ORDER BY s.number")
STATEMENTS_BY_ID = sql(_STATEMENTS, "s.id IN (SELECT value FROM json_each(:keys))")
STATEMENTS_IN = sql(_STATEMENTS, "r.id IN (SELECT value FROM json_each(:keys))")
STATEMENTS_BY = sql(_STATEMENTS, "s.source IN (SELECT value FROM json_each(:keys))")
_NEWEST = """s.number IN (
    SELECT s.number FROM reports r JOIN statements s ON s.report = r.number WHERE {fitting} AND s.number {kept}
    ORDER BY {newest}, s.start, s.number LIMIT :limit
)"""
_FILTERS = {
    "ids": "s.id IN (SELECT value FROM json_each(:ids))",
    "reports": "r.id IN (SELECT value FROM json_each(:reports))",
    "sources": "s.source IN (SELECT value FROM json_each(:sources))",
    "chain": "EXISTS (SELECT 1 FROM json_each(s.chain) c WHERE c.value IN (SELECT value FROM json_each(:chain)))",
    "channel": "s.channel = :channel",
    "act": "s.act = :act",
    "stance": "s.stance = :stance",
    "words": "s.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :words)",
    "since": "r.first >= :since",
    "until": "r.last <= :until",
}


def _fitting(selection: Selection) -> tuple[str, Values]:
    """The conditions of a selection, and their values."""
    given = {
        "ids": listed(selection.ids),
        "reports": listed(selection.reports),
        "sources": listed(selection.sources),
        "chain": listed(selection.chain),
        "channel": selection.channel,
        "act": selection.act,
        "stance": selection.stance,
        "words": all_words(selection.words) if selection.words.strip() else None,
        "since": rows.day_cell(selection.since),
        "until": rows.day_cell(selection.until),
    }
    values: Values = {field: value for field, value in given.items() if value is not None}
    return " AND ".join(["{known}", *(_FILTERS[field] for field in values)]), values


def statements(selection: Selection) -> tuple[str, Values]:
    """The number, the report and the cells of each Statement that fits."""
    fitting, values = _fitting(selection)
    if selection.limit is not None:
        fitting = _NEWEST.replace("{fitting}", fitting)
        values["limit"] = selection.limit
    return sql(_STATEMENTS, fitting, "ORDER BY {publication}, s.start, s.number"), values


def statement_count(selection: Selection) -> tuple[str, Values]:
    """How many statements fit that nobody has rejected."""
    fitting, values = _fitting(selection)
    counted = "SELECT count(*) FROM statements s JOIN reports r ON r.number = s.report WHERE"
    return sql(counted, fitting, "AND s.number {kept}"), values


def utterances(sources: Collection[str] | None) -> str:
    """The cells of each Uttered, of these sources or all."""
    among = "" if sources is None else "AND source IN (SELECT value FROM json_each(:sources))"
    grouped = "source, channel, said_first, said_last, precision"
    return sql(_UTTERANCES, among, "GROUP BY", grouped, "ORDER BY", grouped)


# Claims

SUBJECTS = sql("SELECT DISTINCT relation, subject FROM claims r WHERE {known} ORDER BY relation, subject")
MATTER_COUNTS = sql("""
    SELECT relation, subject,
        count(DISTINCT value) + count(DISTINCT extent) - 1 + max(count(DISTINCT amount) - 1, 0)
            + max(affirms) - min(affirms),
        count(DISTINCT nullif(source, '')), sum(report_once)
    FROM claims r WHERE {known} GROUP BY relation, subject ORDER BY relation, subject
""")
FRESH_SUBJECTS = sql("""
    SELECT DISTINCT relation, subject FROM claims r WHERE {known} AND {late} >= :since ORDER BY relation, subject
""")
SUBJECTS_OF = sql("""
    SELECT DISTINCT relation, subject FROM claims r
    WHERE source IN (SELECT value FROM json_each(:sources)) AND {known} ORDER BY relation, subject
""")
CLAIM_CELLS = """
    s.id, r.id, r.outlet, r.first, s.mode, s.chain, s.said_first, s.said_last, s.precision,
    c.relation, c.subject, c.value, c.affirms, c.extent, c.amount, c.start, c.end, s.basis, s.prints, a.id
"""
CLAIM_JOINS = """
    JOIN statements s ON s.number = c.statement JOIN reports r ON r.number = s.report
    LEFT JOIN topics t ON t.statement = c.statement LEFT JOIN statements a ON a.number = t.answer
"""


# Topics

MEANINGS_OF = """
    SELECT m.about, m.says, m.words, m.negates FROM meanings m JOIN statements s ON s.number = m.statement
    WHERE s.report = :number ORDER BY s.number
"""
SETTLED = "SELECT before FROM settled"
UNSETTLED = sql("""
    SELECT {late}, m.statement, coalesce(iif(o.statement IS NULL, s.source, o.source), ''),
        m.about, m.says, m.words, m.negates,
        CASE s.answers WHEN '[]' THEN '[]' ELSE (
            SELECT json_group_array(number) FROM (
                SELECT a.number FROM json_each(s.answers) e JOIN statements a ON a.id = e.value ORDER BY e.key
            )
        ) END, coalesce(o.act, s.act) = 'deny'
    FROM reports r CROSS JOIN statements s ON s.report = r.number CROSS JOIN meanings m ON m.statement = s.number
        LEFT JOIN read_statements o ON o.statement = s.number
    WHERE {late} >= :before ORDER BY {turn}
""")
TOPICS = sql("""
    SELECT g.topic, g.statements, g.about
    FROM gathered g CROSS JOIN statements s ON s.number = g.topic CROSS JOIN reports r ON r.number = s.report
    ORDER BY {turn}
""")
ANSWERS = sql("""
    WITH members AS (
        SELECT t.answer, iif(o.statement IS NULL, t.source, o.source) AS source
        FROM topics t LEFT JOIN read_statements o ON o.statement = t.statement WHERE t.topic = :topic
    )
    SELECT t.answer, coalesce(iif(o.statement IS NULL, s.source, o.source), ''),
        m.about, m.says, m.words, m.negates, t.sources
    FROM (
        SELECT answer, json_group_array(source) AS sources FROM (
            SELECT DISTINCT answer, source FROM members WHERE source IS NOT NULL ORDER BY answer, source
        ) GROUP BY answer
        UNION ALL
        SELECT answer, '[]' FROM members GROUP BY answer HAVING max(source IS NOT NULL) = 0
    ) t CROSS JOIN meanings m ON m.statement = t.answer
        CROSS JOIN statements s ON s.number = t.answer CROSS JOIN reports r ON r.number = s.report
        LEFT JOIN read_statements o ON o.statement = t.answer
    ORDER BY {turn}
""")
SUMS = "SELECT statements, about FROM gathered WHERE topic = ?"
TAKEN_BACK = sql("""
    SELECT t.topic, m.about FROM topics t JOIN meanings m ON m.statement = t.statement
    WHERE coalesce(t.last, {undated}) >= :before ORDER BY t.topic
""")
UNSETTLE = tuple(
    map(
        sql,
        (
            "DELETE FROM gathered WHERE topic IN (SELECT statement FROM topics WHERE {again})",
            "DELETE FROM opposed WHERE other IN (SELECT statement FROM topics WHERE {again})",
            "DELETE FROM topics WHERE {again}",
            "UPDATE settled SET before = :before",
        ),
    )
)
"""What takes topics back to what they were on the eve of a day."""
BRING = sql("""
    INSERT INTO topics SELECT s.number, :topic, :answer, s.source, s.last,
        EXISTS (SELECT 1 FROM claims c WHERE c.statement = s.number),
        s.number {kept} AND NOT EXISTS (
            SELECT 1 FROM topics t WHERE +t.topic = :topic
                AND t.statement BETWEEN s.report << 32 AND ((s.report + 1) << 32) - 1 AND t.statement {kept}
        )
    FROM statements s WHERE s.number = :statement
""")
TOPIC_COUNTS = sql("""
    SELECT s.id, count(*), count(DISTINCT r.answer), count(DISTINCT r.source), sum(r.report_once), sum(r.claims)
    FROM topics r JOIN statements s ON s.number = r.topic WHERE {known} AND r.statement {kept}
    GROUP BY r.topic HAVING count(*) > 1 ORDER BY s.id
""")
FRESH_TOPICS = sql("""
    SELECT DISTINCT s.id FROM topics r JOIN statements s ON s.number = r.topic
    WHERE {known} AND {late} >= :since ORDER BY s.id
""")
TOPICS_OF_SOURCES = sql("""
    SELECT DISTINCT s.id FROM topics r JOIN statements s ON s.number = r.topic
    WHERE r.source IN (SELECT value FROM json_each(:sources)) AND {known} ORDER BY s.id
""")
TOPIC_CLAIMS = sql("""
    SELECT s.id, r.relation, r.subject, count(DISTINCT r.statement)
    FROM claims r JOIN topics t ON t.statement = r.statement JOIN statements s ON s.number = t.topic WHERE {known}
    GROUP BY s.id, r.relation, r.subject ORDER BY s.id, r.relation, r.subject
""")
TOPICS_WITH = sql("""
    SELECT s.id, count(*)
    FROM statement_words w JOIN topics r ON r.statement = w.rowid JOIN statements s ON s.number = r.topic
    WHERE statement_words MATCH :words AND {known} GROUP BY s.id ORDER BY s.id
""")
TOPIC_VECTORS = sql("""
    SELECT s.id, m.about
    FROM statements s JOIN topics r ON r.topic = s.number JOIN meanings m ON m.statement = r.statement
    WHERE s.id IN (SELECT value FROM json_each(:topics)) AND {known} ORDER BY s.id, m.about
""")
VECTORS = sql("""
    SELECT m.about
    FROM statements s JOIN meanings m ON m.statement = s.number JOIN reports r ON r.number = s.report
    WHERE s.id IN (SELECT value FROM json_each(:statements)) AND {known} ORDER BY m.about
""")
TOPICS_OF = sql("""
    SELECT o.id, s.id, r.id, r.outlet, r.first, s.mode, s.chain, s.said_first, s.said_last, s.precision,
        s.content, s.basis, s.prints, coalesce(a.id, s.id),
        (SELECT json_group_array(relation || ' ' || subject) FROM claims WHERE statement = s.number)
    FROM statements s JOIN reports r ON r.number = s.report LEFT JOIN topics t ON t.statement = s.number
        LEFT JOIN statements o ON o.number = t.topic LEFT JOIN statements a ON a.number = t.answer
    WHERE s.id IN (SELECT value FROM json_each(:statements)) AND {known}
    ORDER BY {publication}, s.start, s.number
""")

# Passages, happenings, notices

SHINGLES_OF = "SELECT prints, words FROM shingles WHERE report = :number"
SHINGLES = "SELECT report, prints, words FROM shingles"
NUMBERED = sql("SELECT r.number, r.id FROM reports r WHERE {known} ORDER BY {publication}")


TELLINGS_OF = """
    SELECT first, last, precision, words_start, words_end, start, end, statements, background, kind FROM tellings
    WHERE report = :number ORDER BY rank
"""
_TELLINGS = """
    SELECT r.id, t.first, t.last, t.precision, t.words_start, t.words_end, t.start, t.end, t.statements, t.background,
        t.kind
    FROM tellings t JOIN reports r ON r.number = t.report WHERE
"""
_DATED_LAST = """(t.report, t.rank) IN (
    SELECT t.report, t.rank FROM tellings t JOIN reports r ON r.number = t.report WHERE {fitting}
    ORDER BY t.last DESC, t.first DESC, r.id, t.start, t.rank LIMIT :limit
)"""


def tellings(*, since: bool, until: bool, limit: bool) -> str:
    """The report and the cells of each Telling, from a day on or up to a day, all or the last of them."""
    fitting = "{known} AND t.precision != 'unknown'" + " AND t.last >= :since" * since + " AND t.last <= :until" * until
    if limit:
        fitting = _DATED_LAST.replace("{fitting}", fitting)
    return sql(_TELLINGS, fitting, "ORDER BY t.first NULLS LAST, t.last NULLS LAST, {publication}, t.start, t.rank")


UNPLACED = sql(_TELLINGS, "{known} AND t.precision = 'unknown' ORDER BY {publication}, t.start, t.rank")

NOTICES_OF = "SELECT kind, start, end, quoted, itself, outlet FROM notices WHERE report = :number ORDER BY rank"
NOTICES = sql("""
    SELECT r.id, n.kind, n.start, n.end, n.quoted, n.itself, n.outlet
    FROM notices n JOIN reports r ON r.number = n.report
    WHERE {known} ORDER BY {publication}, n.start, n.rank
""")
SEARCH = sql("""
    SELECT r.id, l.start, l.end
    FROM line_words w JOIN lines l ON l.number = w.rowid JOIN reports r ON r.number = w.rowid >> 32
    WHERE line_words MATCH :words AND {known} ORDER BY {newest}, l.start LIMIT :limit
""")

# Problems

PROBLEMS_OF = "SELECT place, what, advice FROM reading_problems WHERE report = :number ORDER BY rank"
PROBLEMS = sql("""
    SELECT place, what, advice FROM problems
    UNION SELECT p.place, p.what, p.advice FROM reading_problems p JOIN reports r ON r.number = p.report
    WHERE {known} ORDER BY place, what, advice
""")
