"""A record composed into a dossier: what is contested first, and at the end the reports with the quoted words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from onrecord.dossier.decisions import decisions
from onrecord.dossier.happenings import timeline
from onrecord.dossier.matter import written
from onrecord.dossier.model import Dossier
from onrecord.dossier.news import lately
from onrecord.dossier.places import Places
from onrecord.dossier.utterances import utterances
from onrecord.dossier.writing import Writing
from onrecord.prose.days import in_words, on
from onrecord.prose.pieces import Sentence, many, sentence
from onrecord.prose.safe import one_line
from onrecord.prose.telling import revised
from onrecord.record.matter import Matter
from onrecord.record.when import When

if TYPE_CHECKING:
    from onrecord.library import Snapshot

MATTERS: Final = 12
"""How many matters are told where nothing else is asked for."""

_TITLED: Final = 3  # questions in the title
_LATELY: Final = timedelta(days=2)  # before the last day: from when on something is told as new
_REVISIONS: Final = 20
_PROBLEMS: Final = 8


def compose(snapshot: Snapshot, called: str, matters: int = MATTERS) -> Dossier:
    """A dossier of what can be known.

    Args:
        snapshot: the record as of a day.
        called: what the record is called.
        matters: how many matters to tell, the most contested first.
    """
    days = [day for day, _ in snapshot.days()]
    year = days[0].year if days and days[0].year == days[-1].year else None
    writing = Writing(snapshot, Places(snapshot), year)
    found = snapshot.matters(matters)
    questions = tuple(written(writing, one, f"matter-{at}") for at, one in enumerate(found, 1))
    since = max(days[-1] - _LATELY, days[0] + timedelta(days=1)) if len(days) > 1 else None
    changed, more = lately(writing, since, found)
    happenings, later = timeline(writing)
    origins = tuple(utterances(writing))
    revisions = tuple(revised(one, year) for one in snapshot.revisions(limit=_REVISIONS))
    judged = decisions(writing)
    reports = writing.places.listed(year)
    return Dossier(
        name=called,
        title=_title(found),
        day=snapshot.day,
        rests=tuple(_rests(snapshot, days)),
        since=since,
        news=changed,
        news_more=more,
        questions=questions,
        questions_more=found.total - len(found),
        timeline=happenings,
        timeline_more=later,
        origins=origins,
        revisions=revisions,
        judgements=judged,
        problems=tuple(f"{one.where}: {one.what}" for one in snapshot.problems()[:_PROBLEMS]),
        reports=reports,
        reports_more=writing.places.left_out(reports),
        year=year,
        version=_version(),
        readers=snapshot.readers(),
    )


def _version() -> str:
    from onrecord import __version__  # noqa: PLC0415 - the package imports the library, and the library no face

    return __version__


def _title(matters: Sequence[Matter]) -> str:
    """The most contested questions, those first that are no quotation."""
    asked = sorted((one.question for one in matters), key=lambda question: "“" in question)
    return " ".join(map(one_line, asked[:_TITLED])) or "Nothing is contested"


def _rests(snapshot: Snapshot, days: Sequence[date]) -> Iterator[Sentence]:
    """On how many reports of which outlets and days it rests, and what is left out."""
    outlets = {report.outlet for report in snapshot.reports()}
    known = len(outlets - {""})
    by = [f" by {many(known, 'outlet')}"] if known else []
    unknown = [" and by outlets that the reports do not name" if known else " by outlets that they do not name"]
    published = f", published {on(When.between(days[0], days[-1]))}" if days else ", of which none tells its day"
    told = sentence(
        "It rests on ", many(snapshot.count, "report"), *by, *(unknown if "" in outlets else []), published, "."
    )
    yield told if snapshot.count else sentence("It rests on no report yet.")
    if snapshot.day:
        yield sentence(f"It tells what could be known on {in_words(snapshot.day)}: nothing that was published later.")
    if snapshot.left_out:
        verb = "is" if snapshot.left_out == 1 else "are"
        yield sentence(f"{many(snapshot.left_out, 'undated report').capitalize()} {verb} left out.")
