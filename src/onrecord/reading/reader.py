"""Reading a report: who says what in it, when and how, from the report alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.reading import language, manner
from onrecord.reading.answers import answers
from onrecord.reading.carrying import carried, of_the_day
from onrecord.reading.dating import find_dates
from onrecord.reading.drafts import Draft
from onrecord.reading.joining import joined
from onrecord.reading.mentions import mentions, tags
from onrecord.reading.names import Bearer, cast
from onrecord.reading.notices import notices
from onrecord.reading.page import Page, lay_out
from onrecord.reading.proposed import proposed
from onrecord.reading.roster import keyed, roster
from onrecord.reading.said import dispatched, of_today, open_until, said
from onrecord.reading.speakers import chains
from onrecord.reading.speech import drafts
from onrecord.reading.tagger.digest import digest
from onrecord.reading.tagger.tagging import Tagged, tag
from onrecord.reading.tellings import tellings
from onrecord.record.reading import Block, Reading
from onrecord.record.report import Report
from onrecord.record.span import Span
from onrecord.record.statement import Mode, Statement, statement_id
from onrecord.record.when import Precision, When
from onrecord.relations import added_digest

_ADDED = added_digest()
READER = f"tagger 1, weights {digest()[:8]}, rules 5" + (f", relations {_ADDED}" if _ADDED else "")


def read(report: Report, tagger: Callable[[Page], Tagged] = tag) -> Reading:
    """Everything that one report tells; the tagger proposes, the rules decide."""
    page = lay_out(report.text)
    passages = language.foreign(page)
    tagged = tagger(page)
    people = cast(mentions(page, passages), tags(page), tagged.names)
    ruled = drafts(page)
    row = joined(ruled, proposed(page, tagged.attributions, ruled))
    found = [draft for draft in row if draft.sentence.paragraph not in passages or draft.mode is Mode.POST]
    speakers = chains(page, people, found, report.listing.outlet)
    dates = find_dates(report.id, report.text, report.published)
    statements = _statements(report, page, found, speakers, dates)
    return Reading(
        report=report.id,
        reader=READER,
        sentences=tuple(
            Span(report.id, s.start, s.end) for s in page.sentences if s.block not in (Block.HEADER, Block.CREDIT)
        ),
        names=roster(report.id, people),
        statements=statements,
        tellings=tellings(report, page, found, dates, statements),
        shingles=(),
        notices=notices(report.id, page),
        problems=language.problems(report.id, page, passages),
    )


def _statements(
    report: Report, page: Page, found: Sequence[Draft], speakers: Sequence[tuple[Bearer, ...]], dates: Sequence[When]
) -> tuple[Statement, ...]:
    """The drafts as statements, in order, none twice."""
    timed = [said(draft, dates, report.published) for draft in found]
    ways = carried(page, found, speakers, timed)
    if report.published.precision is Precision.DAY:
        dispatch = dispatched(page, dates, report.published)
        today = [dispatch or timely for timely in of_today(page, found)]
        ways = of_the_day(found, speakers, ways, report.published, today)
    made = [
        _statement(report, draft, chain, channel, when or open_until(report.published))
        for draft, chain, (channel, when) in zip(found, speakers, ways, strict=True)
    ]
    answered = [replace(statement, answers=answers(found, made, n)) for n, statement in enumerate(made)]
    return tuple(
        sorted({statement.id: statement for statement in answered}.values(), key=lambda statement: statement.extent)
    )


def _statement(report: Report, draft: Draft, chain: tuple[Bearer, ...], channel: str, when: When) -> Statement:
    """One statement."""
    content = tuple(Span(report.id, *place) for place in draft.content)
    cue = Span(report.id, *draft.cue) if draft.cue else None
    speaker = Span(report.id, draft.speaker[0].start, draft.speaker[-1].end) if draft.speaker else None
    return Statement(
        id=statement_id(report.id, content, cue),
        report=report.id,
        mode=manner.mode(draft),
        act=draft.act,
        stance=manner.stance(draft),
        chain=tuple(keyed(report.id, bearer) for bearer in chain),
        speaker=speaker,
        cue=cue,
        content=content,
        channel=channel,
        said=when,
    )
