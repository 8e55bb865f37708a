"""Matters of a view: what is contested, and who stands where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.errors import NotFound
from onrecord.matching.answering import Answer
from onrecord.matching.answers import Bearing, Groups, composed, grouped, matter_id, quoted, rivals
from onrecord.matching.hubs import Key
from onrecord.record.claimed import ClaimRow
from onrecord.record.matter import Matter
from onrecord.relations import load
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.moved import rows as moved_rows
from onrecord.story.ruled import leads, ruled_matters
from onrecord.story.rulings import with_rulings
from onrecord.story.tallies import Tally, counted, rows_of

_TELLING = 5  # words from which a statement tells what a topic is about


@dataclass(frozen=True, slots=True)
class _Made:
    """A matter, or none where all of it was rejected, with the name keys of those whom it names."""

    matter: Matter | None
    keys: tuple[str, ...]


def tallies(known: Known) -> dict[Key, Tally]:
    """Every matter of the view with its counts, by key, as people ruled on them."""
    return known.once("tallies", lambda: _ruled_tallies(known) if ruled_matters(known) else counted(known))


def _ruled_tallies(known: Known) -> dict[Key, Tally]:
    as_found = {key: tally for key, tally in counted(known).items() if key not in leads(known)}
    return as_found | {key: one.tally for key, one in ruled_matters(known).items()}


def matters(known: Known, limit: int | None = None) -> tuple[list[Matter], int]:
    """The matters of the view, the most contested first, and how many there are.

    Args:
        known: the view.
        limit: at most so many; None for all.
    """
    found = ranked(known)
    return [made for key, _ in found[:limit] if (made := matter_of(known, key))], len(found)


def ranked(known: Known) -> list[tuple[Key, Tally]]:
    """Every matter of the view with its counts, the most contested first."""
    return sorted(tallies(known).items(), key=lambda item: (item[1].rank, item[0]))


def one_matter(known: Known, wanted: str) -> Matter:
    """The matter of an id, or of the start of one. Raises NotFound where there is none, or more than one."""
    made = matter_of(known, named(known, wanted))
    if made is None:
        raise NotFound(f"every statement on matter {wanted!r} has been rejected by a judgement")
    return made


def named(known: Known, wanted: str) -> Key:
    """The matter of an id, or of the start of one. Raises NotFound where there is none, or more than one."""
    keys = chain(tallies(known), leads(known))
    fitting = {leads(known).get(key, key) for key in keys if matter_id(*key).startswith(wanted) and wanted}
    if len(fitting) != 1:
        count = "no matter" if not fitting else f"{len(fitting)} matters"
        raise NotFound(f"{count} of the record as of that day has the id {wanted!r}: `onrecord matters` lists them")
    return fitting.pop()


def matter_of(known: Known, key: Key) -> Matter | None:
    """One matter of the view; None where every statement on it has been rejected."""
    made = derived(known.view, f"matter {matter_id(*key)}", _Made, lambda: _made(known, key))
    known.meet(made.keys)
    return made.matter


def _made(known: Known, key: Key) -> _Made:
    found = bearing(known, key)
    if not found:
        return _Made(None, ())
    keys = {name for row in found.rows for name in row.chain if "@" in name}
    return _Made(
        composed(found, answers(known, found), at_odds(known, found), known.who, known.contents), tuple(sorted(keys))
    )


def bearing(known: Known, key: Key) -> Bearing | None:
    """What bears on a matter; None where all of it has been rejected."""
    return known.once((bearing, key), lambda: _bearing(known, key))


def _bearing(known: Known, key: Key) -> Bearing | None:
    tally, moved = tallies(known)[key], ruled_matters(known).get(key)
    rows = moved_rows(known, moved) if moved else kept(known, rows_of(known, tally))
    known.meet(set(chain.from_iterable({row.chain for row in rows})))
    if not rows:
        return None
    odds = known.view.opposed(tally.topics) if tally.topics else []
    name = known.who.name(min(tally.subjects)) if tally.subjects else _about(known, rows)
    found = Bearing(load().relations[key[0]], key[1], name, rows, odds)
    return with_rulings(known, found) if moved else found


def answers(known: Known, on: Bearing) -> Groups:
    """All that bears on a matter by the answers that it gives."""
    return known.once((answers, on.id), lambda: grouped(on, known.who))


def at_odds(known: Known, on: Bearing) -> Mapping[tuple[Answer, Answer], float | None]:
    """The answers to a matter that cannot both be so; see `rivals`."""
    return known.once((at_odds, on.id), lambda: rivals(on, answers(known, on), known.who))


def _about(known: Known, rows: Sequence[ClaimRow]) -> str:
    """What a question is about that no relation asks: the words of the first who says enough."""
    first = [row.statement for row in rows[:8]]
    words = known.contents(first)
    telling = next((words[one] for one in first if len(words[one].split()) >= _TELLING), words[first[0]])
    return quoted(telling).strip("“”")


def kept(known: Known, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims whose statements nobody has rejected."""
    return [row for row in rows if row.statement not in known.rejected] if known.rejected else list(rows)
