"""Reports on one invented quarrel, of which no two days know the same: about a sluice, a cargo and a harbour master."""

from __future__ import annotations

DAYS = [f"2031-05-{day:02}" for day in range(2, 9)]

REPORTS: dict[str, dict[str, str]] = {
    "a": {
        "date": "2031-05-02",
        "publisher": "Varn Courier",
        "text": "Sluice opened at night\n\n"
        "The upper sluice was opened without any warning, farmer Oda Brandt said on Friday.\n\n"
        "Four people were killed by the water, captain Ida Renn said.",
    },
    "b": {
        "date": "2031-05-03",
        "publisher": "Teldu Gazette",
        "text": "Waterworks deny it\n\n"
        "The Teldu Waterworks said that the upper sluice had stayed shut all night.\n\n"
        '"Nobody touched the sluice," spokesman Per Lund said on Saturday.',
    },
    "c": {
        "date": "2031-05-03",
        "publisher": "CPS",
        "text": "Seven dead\n\nSeven people were killed by the water, captain Ida Renn said on Saturday.\n\n"
        "The upper sluice was opened without any warning, farmer Oda Brandt told CPS.",
    },
    "d": {
        "date": "2031-05-04",
        "publisher": "Varn Courier",
        "text": "The harbour master is gone\n\n"
        "Harbour master Jon Vesk has left Teldu, councillor Mara Stoll said on Sunday.\n\n"
        "The barges carried nothing but gravel, Stoll said.",
    },
    "e": {
        "date": "2031-05-05",
        "publisher": "Teldu Gazette",
        "text": "Vesk still here\n\n"
        'Councillor Mara Stoll\'s claim is false, spokesman Per Lund said. "Jon Vesk has not left Teldu," he said.\n\n'
        "The barges carried timber and no gravel, the Teldu Waterworks said on Monday.",
    },
    "f": {
        "date": "2031-05-05",
        "publisher": "Hill Radio",
        "text": "What the barges carried\n\n"
        "The barges carried nothing but gravel, pilot Sven Arl said.\n\n"
        "The upper sluice was opened by mistake, an engineer said.",
    },
    "g": {
        "date": "2031-05-07",
        "publisher": "CPS",
        "text": "Nine dead, says the captain\n\nNine people were killed by the water, captain Ida Renn said on Wednesday.\n\n"
        "Per Lund said that the upper sluice had been opened after all.",
    },
    "h": {
        "date": "2031-05",
        "publisher": "Harbour Monthly",
        "text": "A month of water\n\n"
        "The upper sluice was opened without any warning, Oda Brandt said.\n\n"
        "The barges carried timber, pilot Sven Arl said.",
    },
    "i": {
        "publisher": "Hill Radio",
        "text": "On the sluice\n\n"
        '"Nobody touched the sluice," Per Lund said.\n\nThe barges carried nothing but gravel, Mara Stoll said.',
    },
}
"""By a letter: a report's text with what its feed tells of it. One is dated by the month, one not at all."""
