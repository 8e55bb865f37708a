"""The tables of a record's file.

Days are proleptic ordinals (`date.toordinal`), null where they are not known. A report goes by a short `number` within
the file; it follows the order of arrival, so no answer may show it or sort by it.

`last`, the last day on which a report may have been published, stands beside what views count and sum, so that a view
as of a day reads one index and nothing else. The columns `..._once` hold 1 on the first of equal rows of one report
(or statement) and 0 on the others: their sum counts reports (or statements) without sorting them first.
"""

from __future__ import annotations

UNDATED = 9_999_999
"""The day of reports of which nobody knows it, where days stand in a row: they come after all others."""

REPORTS = (
    "CREATE TABLE migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
    """CREATE TABLE reports (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL,
        outlet TEXT NOT NULL,
        title TEXT NOT NULL,
        first INTEGER, last INTEGER, precision TEXT NOT NULL, words_start INTEGER, words_end INTEGER,
        language TEXT NOT NULL,
        declared TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX reports_newest_first ON reports (first DESC, last DESC, id)",
    """CREATE TABLE texts (
        report INTEGER PRIMARY KEY REFERENCES reports (number),
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE files (
        report INTEGER NOT NULL REFERENCES reports (number),
        name TEXT NOT NULL,
        PRIMARY KEY (report, name)
    ) STRICT, WITHOUT ROWID""",
    # A line's number is its report's, shifted by 32 bits, and its start: the row of its words in `line_words`.
    """CREATE TABLE lines (
        number INTEGER PRIMARY KEY,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL
    ) STRICT""",
    """CREATE VIRTUAL TABLE line_words USING fts5 (
        words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    )""",
)

READINGS = (
    """CREATE TABLE readings (
        report INTEGER PRIMARY KEY REFERENCES reports (number),
        reader TEXT NOT NULL,
        sentences TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE reading_log (
        report INTEGER NOT NULL REFERENCES reports (number),
        reader TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE names (
        report INTEGER NOT NULL REFERENCES readings (report) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        spellings TEXT NOT NULL,
        roles TEXT NOT NULL,
        last INTEGER, report_once INTEGER NOT NULL,
        PRIMARY KEY (report, rank)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX names_by_key ON names (key, kind, name, spellings, last, report_once)",
    "CREATE INDEX names_of_somebody ON names (key, kind, name, spellings, last, report_once) WHERE instr(key, '@') = 0",
    "CREATE INDEX names_with_roles ON names (key, roles, last) WHERE roles <> '[]' AND instr(key, '@') = 0",
    # A statement's number is its report's, shifted by 32 bits, and its rank: the row of its words in `statement_words`.
    """CREATE TABLE statements (
        number INTEGER PRIMARY KEY,
        report INTEGER NOT NULL REFERENCES readings (report) ON DELETE CASCADE,
        id TEXT NOT NULL,
        mode TEXT NOT NULL,
        act TEXT NOT NULL,
        stance TEXT NOT NULL,
        chain TEXT NOT NULL,
        speaker_start INTEGER, speaker_end INTEGER,
        cue_start INTEGER, cue_end INTEGER,
        content TEXT NOT NULL,
        channel TEXT NOT NULL,
        said_first INTEGER, said_last INTEGER, precision TEXT NOT NULL, words_start INTEGER, words_end INTEGER,
        answers TEXT NOT NULL,
        source TEXT, start INTEGER NOT NULL,
        last INTEGER, report_once INTEGER NOT NULL, said_once INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX statements_by_id ON statements (id)",
    "CREATE INDEX statements_by_report ON statements (report, start)",
    """CREATE INDEX statements_by_source ON statements (
        source, channel, said_first, said_last, precision, last, report_once, said_once
    )""",
    """CREATE VIRTUAL TABLE statement_words USING fts5 (
        words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TABLE claims (
        statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        relation TEXT NOT NULL,
        subject TEXT NOT NULL,
        value TEXT NOT NULL,
        affirms INTEGER NOT NULL,
        extent TEXT NOT NULL,
        amount REAL,
        source TEXT NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        first INTEGER, last INTEGER,
        statement_once INTEGER NOT NULL, report_once INTEGER NOT NULL,
        PRIMARY KEY (statement, rank)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX claims_by_matter ON claims (
        relation, subject, value, affirms, extent, amount, source, first, last, statement_once, report_once
    )""",
    """CREATE TABLE tellings (
        report INTEGER NOT NULL REFERENCES readings (report) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        first INTEGER, last INTEGER, precision TEXT NOT NULL, words_start INTEGER, words_end INTEGER,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        statements TEXT NOT NULL,
        background INTEGER NOT NULL,
        PRIMARY KEY (report, rank)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX tellings_by_day ON tellings (last)",
    # Prints are random numbers: in an index each of them would land on a page of its own. They lie packed instead, all
    # of a report side by side: adding one writes to one page, and to read them all takes less than to look some up.
    """CREATE TABLE shingles (
        report INTEGER PRIMARY KEY REFERENCES readings (report) ON DELETE CASCADE,
        prints BLOB NOT NULL,
        words BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE notices (
        report INTEGER NOT NULL REFERENCES readings (report) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        quoted TEXT NOT NULL,
        itself INTEGER NOT NULL,
        PRIMARY KEY (report, rank)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE reading_problems (
        report INTEGER NOT NULL REFERENCES readings (report) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        place TEXT NOT NULL,
        what TEXT NOT NULL,
        advice TEXT NOT NULL,
        PRIMARY KEY (report, rank)
    ) STRICT, WITHOUT ROWID""",
)

TOPICS = (
    """CREATE TABLE meanings (
        statement INTEGER PRIMARY KEY REFERENCES statements (number) ON DELETE CASCADE,
        about BLOB NOT NULL,
        says BLOB NOT NULL,
        words TEXT NOT NULL,
        negates INTEGER NOT NULL
    ) STRICT""",
    # Topics and answers go by the number of the statement that came up with them.
    """CREATE TABLE topics (
        statement INTEGER PRIMARY KEY REFERENCES statements (number) ON DELETE CASCADE,
        topic INTEGER NOT NULL,
        answer INTEGER NOT NULL,
        source TEXT,
        last INTEGER,
        claims INTEGER NOT NULL,
        report_once INTEGER NOT NULL
    ) STRICT""",
    f"CREATE INDEX topics_by_day ON topics (coalesce(last, {UNDATED}))",
    "CREATE INDEX topics_by_answer ON topics (topic, answer, source, last, claims, report_once)",
    """CREATE TABLE opposed (
        one INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
        sure REAL NOT NULL,
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID""",
    # What the statements of a topic are about, added up; empty where some of them were taken away.
    """CREATE TABLE gathered (
        topic INTEGER PRIMARY KEY REFERENCES statements (number) ON DELETE CASCADE,
        statements INTEGER NOT NULL,
        about BLOB NOT NULL
    ) STRICT""",
    f"CREATE INDEX reports_by_last ON reports (coalesce(last, {UNDATED}))",
    # What was surely published before that day has been brought to topics; what was not has still to be.
    "CREATE TABLE settled (before INTEGER NOT NULL) STRICT",
)

SETTLING = {
    "topics": ("statement", "topic, answer"),
    "opposed": (),
    "gathered": ("topic",),
    "settled": (),
}
"""The tables that bringing statements to topics fills, and what they are looked up by: a copy can stand in for them."""

DECISIONS = (
    """CREATE TABLE problems (
        place TEXT NOT NULL,
        what TEXT NOT NULL,
        advice TEXT NOT NULL,
        PRIMARY KEY (place, what, advice)
    ) STRICT, WITHOUT ROWID""",
    # A decision may be about a report that the record does not hold (yet): no reference.
    """CREATE TABLE judgements (
        id TEXT PRIMARY KEY,
        ruling TEXT NOT NULL,
        report TEXT, start INTEGER, end INTEGER,
        names TEXT NOT NULL,
        who TEXT NOT NULL,
        why TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
)

JUDGED = (
    """CREATE TABLE judgements (
        id TEXT PRIMARY KEY,
        ruling TEXT NOT NULL,
        names TEXT NOT NULL,
        part TEXT NOT NULL,
        value TEXT NOT NULL,
        who TEXT NOT NULL,
        why TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX judgements_undone ON judgements (value) WHERE ruling = 'undone'",
    # A decision may be about a report that the record does not hold (yet): no reference.
    """CREATE TABLE judged_places (
        judgement TEXT NOT NULL REFERENCES judgements (id),
        rank INTEGER NOT NULL,
        report TEXT NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        PRIMARY KEY (judgement, rank)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX judged_places_by_report ON judged_places (report)",
)

AMENDED = (
    # What was read of the statements that people have corrected or rejected; the others stand as they were read.
    """CREATE TABLE read_statements (
        statement INTEGER PRIMARY KEY REFERENCES statements (number) ON DELETE CASCADE,
        act TEXT NOT NULL,
        stance TEXT NOT NULL,
        chain TEXT NOT NULL,
        speaker_start INTEGER, speaker_end INTEGER,
        channel TEXT NOT NULL,
        said_first INTEGER, said_last INTEGER, precision TEXT NOT NULL, words_start INTEGER, words_end INTEGER,
        source TEXT,
        rejected INTEGER NOT NULL
    ) STRICT""",
    # The claims of the statements that people have rejected: nothing counts them.
    """CREATE TABLE read_claims (
        statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        relation TEXT NOT NULL,
        subject TEXT NOT NULL,
        value TEXT NOT NULL,
        affirms INTEGER NOT NULL,
        extent TEXT NOT NULL,
        amount REAL,
        source TEXT NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        first INTEGER, last INTEGER,
        statement_once INTEGER NOT NULL, report_once INTEGER NOT NULL,
        PRIMARY KEY (statement, rank)
    ) STRICT, WITHOUT ROWID""",
    # The days of reports that people have dated, as they came.
    """CREATE TABLE came_dated (
        report INTEGER PRIMARY KEY REFERENCES reports (number),
        first INTEGER, last INTEGER, precision TEXT NOT NULL, words_start INTEGER, words_end INTEGER
    ) STRICT""",
    # Readings that took a report for one of another day than it came with.
    """CREATE TABLE read_as_of (
        report INTEGER PRIMARY KEY REFERENCES readings (report) ON DELETE CASCADE,
        first INTEGER, last INTEGER, precision TEXT NOT NULL
    ) STRICT""",
)

KEPT = ("migrations", "reports", "texts", "files", "lines", "reading_log", "problems", "judgements")
"""The first tables whose rows stay as they are."""

APPEND_ONLY = (*KEPT, "judged_places", "came_dated")
"""All of these."""


def refusals(table: str) -> list[str]:
    """The triggers that let nobody change or delete a row of a table."""
    return [refusal(table, act) for act in ("update", "delete")]


def refusal(table: str, act: str, columns: str = "") -> str:
    """The trigger that lets nobody change these columns of a table, or all, or delete a row."""
    of = f" OF {columns}" if columns else ""
    return (
        f"CREATE TRIGGER {table}_no_{act} BEFORE {act}{of} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are only ever appended'); END"
    )
