"""A record composed into a dossier: what is contested first, and at the end the reports with the quoted words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from onrecord.dossier.matter import written
from onrecord.dossier.model import Carried, Dossier, Happening
from onrecord.dossier.places import Places
from onrecord.dossier.writing import Writing, cut, telling
from onrecord.prose.channels import by_channel
from onrecord.prose.days import in_words, on, when
from onrecord.prose.judging import ruled
from onrecord.prose.pieces import Kind, Piece, Sentence, joined, many, name, plain, sentence
from onrecord.prose.safe import one_line
from onrecord.prose.sentences import carrier
from onrecord.prose.telling import differing, news, revised
from onrecord.prose.words import who
from onrecord.record.event import Event
from onrecord.record.matter import Matter
from onrecord.record.origin import Origin
from onrecord.record.span import Span
from onrecord.record.when import When
from onrecord.story.changes import Change, Changed

if TYPE_CHECKING:
    from onrecord.library import Snapshot

MATTERS: Final = 12
"""How many matters are told where nothing else is asked for."""

_TITLED: Final = 3  # questions in the title
_NEWS: Final = 14
_LATELY: Final = timedelta(days=2)  # before the last day: from when on something is told as new
_EVENTS: Final = 24
_LOOKED_AT: Final = 200  # happenings among which these are chosen
_ORIGINS: Final = 8
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
    changed, more = _news(writing, since, found)
    timeline, later = _timeline(writing)
    origins = tuple(_origins(writing))
    revisions = tuple(revised(one, year) for one in snapshot.revisions(limit=_REVISIONS))
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
        timeline=timeline,
        timeline_more=later,
        origins=origins,
        revisions=revisions,
        judgements=tuple(ruled(snapshot, one, year) for one in snapshot.judgements()),
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


def _news(writing: Writing, since: date | None, matters: Sequence[Matter]) -> tuple[tuple[Sentence, ...], int]:
    """What changed lately on the matters that are told, and what became of reports; and how much is left out."""
    told = {matter.id for matter in matters}
    found = writing.snapshot.changes(since) if since else ()
    graver = [one for one in found if one.kind is not Change.REPORT and (one.id in told or not _on_matter(one))]
    sentences = [news(writing.snapshot, one, writing.year) for one in _together(graver)]
    shown, more = cut(sentences, _NEWS)
    fresh = [writing.snapshot.listing(one.id) for one in found if one.kind is Change.REPORT]
    if fresh:
        by = joined([sentence(one) for one in dict.fromkeys(map(carrier, fresh))], 5)
        shown += (
            sentence(
                f"{many(len(fresh), 'new report').capitalize()} ",
                "was" if len(fresh) == 1 else "were",
                " published by ",
                by,
                ".",
            ),
        )
    return shown, more


def _on_matter(one: Changed) -> bool:
    return one.id.startswith("ma-")


def _together(found: Iterable[Changed]) -> Iterator[Changed]:
    """Those who did the same are told in one sentence; of a question that is new the first answer is."""
    groups: dict[tuple[str, ...], list[Changed]] = {}
    for one in found:
        answer = "" if one.kind is Change.MATTER else one.answer
        groups.setdefault((one.kind, one.id, answer, one.before, one.statement), []).append(one)
    for some in groups.values():
        same = [one.by for one in some if one.answer == some[0].answer and one.by]
        yield replace(some[0], by=plain(joined([sentence(name(by)) for by in dict.fromkeys(same)], 4)))


def _timeline(writing: Writing) -> tuple[tuple[Happening, ...], bool]:
    """The happenings that most reports tell of, in order of their dates, and whether there are more."""
    found = writing.snapshot.timeline(limit=_LOOKED_AT)
    ranked = sorted(found, key=_weight)[:_EVENTS]
    told = (_happening(writing, one) for one in sorted(ranked, key=_dated))
    return tuple(one for one in told if one), len(found) > len(ranked)


def _weight(event: Event) -> tuple[bool, bool, bool, int]:
    """What reports tell differently first, then what lies in the story's own days, and what most of them tell."""
    return not event.discrepancies, event.background, event.when.start is None, -len(event.reports)


def _dated(event: Event) -> tuple[date, date]:
    """By the first day that is told of it."""
    first = event.when.start or event.when.end or date.max
    return first, event.when.end or date.max


def _happening(writing: Writing, event: Event) -> Happening | None:
    place = _where(writing.snapshot, event)
    if place is None:
        return None
    reports = [writing.snapshot.listing(report) for report in event.reports]
    by = joined([sentence(one) for one in dict.fromkeys(map(carrier, reports))], 4)
    number = writing.places.number(place.report)
    return Happening(
        day=when(event.when, writing.year),
        lead=sentence("Reported by ", by),
        words=event.text,
        anchor=writing.places.quote(f"at-{number}-{place.start}-{place.end}", [place]),
        report=number,
        differ=tuple(differing(writing.snapshot, one, writing.year) for one in event.discrepancies),
    )


def _where(snapshot: Snapshot, event: Event) -> Span | None:
    """Where the words of a happening stand, in the first of its reports that has them."""
    for report in event.reports:
        start = snapshot.text(report).find(event.text)
        if start >= 0:
            return Span(report, start, start + len(event.text))
    return None


def _origins(writing: Writing) -> Iterator[Carried]:
    """The utterances that most reports carry, each with words of it."""
    for origin in writing.snapshot.origins(limit=_ORIGINS):
        entries = writing.snapshot.spoken(origin, limit=_ORIGINS) if len(origin.reports) > 1 else ()
        if entries:
            [chosen] = telling(entries, 1)
            yield Carried(_carried(writing, origin), writing.quoted(chosen))


def _carried(writing: Writing, origin: Origin) -> Sentence:
    told = " ".join(part for part in (by_channel(origin.channel), on(origin.said, writing.year)) if part)
    numbers = [Piece(str(writing.places.number(report)), Kind.REPORT) for report in origin.reports[:_ORIGINS]]
    more = len(origin.reports) - len(numbers)
    size = f"{many(len(origin.reports), 'report')} by {many(len(origin.outlets), 'outlet')}"
    return sentence(
        name(who(writing.snapshot, origin.source), origin.source),
        f", {told}" if told else "",
        f": {many(origin.statements, 'statement')} in {size} ",
        "goes back to it: " if origin.statements == 1 else "go back to it: ",
        joined([sentence(one) for one in numbers]),
        f" and {more:,} more." if more else ".",
    )
