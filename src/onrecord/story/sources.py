"""Who speaks in a view: every source with its spellings and how much it is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.record.name import Kind, Source
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.wording import fold, name_key


@dataclass(frozen=True, slots=True)
class Speaking:
    """A source with how many statements it makes, in how many reports.

    Attributes:
        source: the source.
        statements: how many statements it makes.
        reports: in how many reports at most: one that names it in two ways counts once for each.
    """

    source: Source
    statements: int
    reports: int


def sources(known: Known, limit: int | None = None) -> list[Speaking]:
    """The sources that speak, those with the most statements first."""
    if limit is None:
        return _sources(known, None)
    found = derived(known.view, f"sources {limit}", tuple[Speaking, ...], lambda: tuple(_sources(known, limit)))
    known.meet(key for speaking in found for key in speaking.source.keys)
    return list(found)


def _sources(known: Known, limit: int | None) -> list[Speaking]:
    totals: dict[str, list[int]] = {}
    for key, (statements, reports) in known.view.statement_counts().items():
        source = known.who.sources.get(key)
        total = totals.setdefault(source.keys[0] if source else key, [0, 0])
        total[0] += statements
        total[1] += reports
    order = sorted(totals, key=lambda key: (-totals[key][0], key))[:limit]
    known.introduce(order)
    return [Speaking(source, *totals[key]) for key in order if (source := known.source(key))]


def called(known: Known, words: str, limit: int | None = None) -> list[Source]:
    """The sources of which one name holds words that begin with all of these, whole names first."""
    wanted = name_key(words).split()
    found = {one.id: one for one in known.who.by_id.values() if wanted and any(_begins(wanted, k) for k in one.keys)}
    whole = " ".join(wanted)
    return sorted(found.values(), key=lambda one: (whole not in one.keys, -len(one.names), one.name, one.id))[:limit]


def _begins(wanted: list[str], key: str) -> bool:
    """Whether a name key holds a word for each of these that begins with it."""
    words = key.split()
    return all(any(word.startswith(one) for word in words) for one in wanted)


def one_source(known: Known, wanted: str) -> Source:
    """The source of an id or of a name, in whatever spelling. Raises NotFound, naming those that come near."""
    if wanted.startswith("so-") and not known.bearer(wanted):
        known.meet(known.view.statement_counts())
    found = known.bearer(wanted)
    if found:
        return found
    exact = bearing(known, wanted)
    if exact:
        return max(exact, key=lambda one: (len(one.names), one.id))
    words = set(name_key(wanted).split())
    parts = [one for one in known.who.by_id.values() if words and words <= set(name_key(one.name).split())]
    if len(parts) == 1:
        return parts[0]
    near = ", ".join(sorted(source.name for source in parts)[:5])
    hint = f"it may be one of: {near}" if near else "`onrecord sources` lists them"
    raise NotFound(f"no one source of the record as of that day is called {wanted!r}: {hint}")


def bearing(known: Known, name: str) -> list[Source]:
    """The sources that bear a name, in whatever spelling."""
    key, spelled = name_key(name), fold(name)
    everyone = known.who.by_id.values()
    return [one for one in everyone if key in one.keys or spelled in {fold(each) for each in one.names}]


def surnamed(known: Known, name: str) -> list[Source]:
    """The persons whose surname is a single word."""
    key = name_key(name)
    people = (one for one in known.who.by_id.values() if one.kind is Kind.PERSON)
    return [one for one in people if key and " " not in key and name_key(one.name).split()[-1:] == [key]]
