"""How reports changed: each later edition as a difference, each correction and withdrawal with who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection
from onrecord.matching.differences import Edition, differences
from onrecord.matching.outlets import same_outlet
from onrecord.matching.revisions import REVISED, Revised
from onrecord.record.edit import Edit, Edited
from onrecord.record.report import Listing, Status
from onrecord.record.span import Span
from onrecord.record.when import When
from onrecord.story.derived import derived
from onrecord.story.entries import Entry, entries
from onrecord.story.known import Known

_GRAVEST = ("withdrawn", "corrected", REVISED)


@dataclass(frozen=True, slots=True)
class Revision:
    """What a report, or a person, says of an earlier report, and how its next edition differs.

    Attributes:
        kind: "revised", "corrected" or "withdrawn": the gravest of what is said.
        report: the earlier report.
        by: the report that says so, which may be the same one; None where a person decided it.
        since: when it was said; unknown where nothing tells it.
        who: name of the outlet or the person who says so; may be empty.
        notice: the words that say so, where there are any.
        words: the same, exactly as printed; empty where there are none.
        silent: whether it is a later edition in which nothing says that it was changed.
        edits: the sentences that are not as they were, where it is a later edition.
        came: statements of the later edition that the earlier one does not have.
        went: statements of the earlier edition that the later one does not have.
        changed: statements that are not as they were, each as the earlier and as the later edition has it.
    """

    kind: str
    report: Listing
    by: Listing | None
    since: When
    who: str
    notice: Span | None
    words: str
    silent: bool
    edits: tuple[Edited, ...]
    came: tuple[Entry, ...]
    went: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]


def revisions(known: Known, limit: int | None = None, report: str | None = None) -> list[Revision]:
    """What became of reports, the newest first; those whose day is not told come last.

    Args:
        known: the view.
        limit: at most so many; None for all.
        report: only those that this report has part in, by its id.
    """
    if report is not None and report not in known.headlines:
        raise NotFound(f"no report of the record as of that day has the id {report!r}")
    found = _together(one for one in known.revised if report is None or report in {one.report, one.by})
    return [_revision(known, some) for some in found[:limit]]


def count_revisions(known: Known, report: str | None = None) -> int:
    """How many there are, whatever the limit."""
    return len(_together(one for one in known.revised if report is None or report in {one.report, one.by}))


def resting_on(known: Known, report: str) -> list[Entry]:
    """The statements of other reports that rest on one that was corrected or withdrawn, in order of publication."""
    if report not in known.headlines:
        raise NotFound(f"no report of the record as of that day has the id {report!r}")
    if report not in known.fates:
        return []
    ids = derived(known.view, f"resting on {report}", tuple[str, ...], lambda: tuple(_resting_on(known, report)))
    return entries(known, known.kept(known.view.statements(Selection(ids=ids)))) if ids else []


def _resting_on(known: Known, report: str) -> list[str]:
    """Ids of these statements, in order of publication and place."""
    near = known.sharing(report)
    outlet = known.headlines[report].outlet
    keys = [key for key, one in known.who.sources.items() if any(same_outlet(name, outlet) for name in one.names)]
    chosen = (Selection(reports=near), Selection(chain=keys))
    found = {one.id: one for selection in chosen for one in known.kept(known.view.statements(selection))}
    return [entry.id for entry in entries(known, found.values()) if any(rest.report == report for rest in entry.rests)]


def _together(revised: Iterable[Revised]) -> list[list[Revised]]:
    """What one report says of another, the gravest first; of the newest first."""
    pairs: dict[tuple[str, str], list[Revised]] = {}
    for one in revised:
        pairs.setdefault((one.report, one.by or f"by {one.who} {one.since}"), []).append(one)
    found = [sorted(some, key=lambda one: _GRAVEST.index(one.kind)) for some in pairs.values()]
    return sorted(found, key=lambda some: some[0].since.start or date.min, reverse=True)


def _revision(known: Known, said: Sequence[Revised]) -> Revision:
    first = said[0]
    listings = known.view.listings({first.report, first.by or first.report})
    notice = next((one.notice for one in said if one.notice), None)
    edited = first.by is not None and any(one.kind == REVISED for one in said)
    later = listings[first.by] if first.by else None
    edits = differences(_edition(known, first.report), _edition(known, first.by)) if edited and first.by else ()
    came, went, changed = _statements(known, first.report, first.by, edits) if edited and first.by else ((), (), ())
    return Revision(
        kind=first.kind,
        report=listings[first.report],
        by=later,
        since=first.since,
        who=first.who,
        notice=notice,
        words=notice.of(known.text(notice.report)) if notice else "",
        silent=first.kind == REVISED and notice is None and later is not None and later.declared is Status.USABLE,
        edits=edits,
        came=came,
        went=went,
        changed=changed,
    )


def _edition(known: Known, report: str) -> Edition:
    return Edition(report, known.text(report), known.view.reading(report).sentences)


_Told = tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[tuple[Entry, Entry], ...]]


def _statements(known: Known, report: str, by: str, edits: Sequence[Edited]) -> _Told:
    """The statements that came, went and changed with an edition."""
    old, new = _entries(known, report), _entries(known, by)
    kept = _matched(old, new, _as_told)
    went, came = _without(old, kept), _without(new, kept.values())
    reworded = {edit.before: edit.after for edit in edits if edit.before and edit.after and edit.kind is Edit.CHANGED}
    other = _matched(went, came, _said)  # the same words, told otherwise: of somebody else, by another channel
    other |= _reworded(_without(went, other), _without(came, other.values()), reworded)
    changed = [(one, _by_id(came)[other[one.id]]) for one in went if one.id in other]
    return tuple(_without(came, other.values())), tuple(_without(went, other)), tuple(changed)


def _entries(known: Known, report: str) -> list[Entry]:
    return entries(known, known.kept(known.view.statements(Selection(reports=[report]))))


def _without(some: Iterable[Entry], ids: Iterable[str]) -> list[Entry]:
    known = set(ids)
    return [one for one in some if one.id not in known]


def _by_id(some: Iterable[Entry]) -> dict[str, Entry]:
    return {one.id: one for one in some}


def _said(one: Entry) -> str:
    return " ".join(one.words.split())


def _as_told(one: Entry) -> object:
    """What makes a statement what it is; not its place, nor its day, which moves with the day of the edition."""
    told = one.statement
    chain = tuple(key.partition("@")[0] for key in told.chain)
    return (_said(one), told.mode, told.act, told.stance, chain, told.channel)


def _matched(old: Iterable[Entry], new: Iterable[Entry], key: Callable[[Entry], object]) -> dict[str, str]:
    """Ids of statements of the earlier edition with those of the later one that agree, each with one, in order."""
    waiting: dict[object, list[str]] = {}
    for entry in new:
        waiting.setdefault(key(entry), []).append(entry.id)
    found: dict[str, str] = {}
    for entry in old:
        if some := waiting.get(key(entry)):
            found[entry.id] = some.pop(0)
    return found


def _reworded(old: Iterable[Entry], new: Iterable[Entry], sentences: Mapping[Span, Span]) -> dict[str, str]:
    """Statements in two sentences of which the one is the other reworded, of the same form, in order."""
    found: dict[str, str] = {}
    free = list(new)
    for entry in old:
        after = [later for before, later in sentences.items() if _within(entry, before)]
        alike = (one for one in free if one.statement.mode is entry.statement.mode)
        match = next((one for one in alike if any(_within(one, place) for place in after)), None)
        if match:
            found[entry.id] = match.id
            free.remove(match)
    return found


def _within(entry: Entry, place: Span) -> bool:
    """Whether a statement's content starts within a sentence."""
    return place.start <= entry.statement.extent.start < place.end
