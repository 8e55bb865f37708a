"""Which names of different reports are one source.

Evidence is applied from the strongest to the weakest, and never so that a group would hold two names that exclude each
other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.matching.evidence import (
    acronyms,
    addressed,
    borne,
    placed,
    qualified,
    renamed,
    rivals,
    shortened,
    untold,
    variants,
)
from onrecord.matching.groups import RULED, Bearer, Groups, NameUse
from onrecord.record.name import Source, common, source_id
from onrecord.wording import name_key

__all__ = ["NameUse", "identify"]

_EVIDENCE = (variants, renamed, borne, placed, qualified, acronyms, addressed, shortened, untold)


def identify(
    seen: Sequence[NameUse],
    apart: Collection[frozenset[str]] = (),
    together: Collection[frozenset[str]] = (),
) -> dict[str, Source]:
    """The source of each key; whatever the order of the names, the outcome is the same.

    Args:
        seen: the names, at most one for each key and kind.
        apart: pairs of keys or names that a person has ruled to be two.
        together: pairs that a person has ruled to be one; where the two rulings collide they are two.
    """
    uses: dict[str, list[NameUse]] = defaultdict(list)
    for use in seen:
        uses[common(use.key) or use.key].append(use)
    bearers = {key: Bearer.of(tuple(uses[key])) for key in sorted(uses)}
    for key in _several(bearers):
        del bearers[key]
    groups = Groups(bearers, _pairs(apart, bearers))
    for one, other in sorted(_pairs(together, bearers)):
        groups.merge((one, other, RULED), ruled=True)
    for evidence in _EVIDENCE:
        for merge in sorted(set(evidence(groups))):
            groups.merge(merge, ruled=False)
    sources = groups.sources()
    return sources | {use.key: sources.get(common(use.key)) or _alone(use) for use in seen if common(use.key)}


def _several(bearers: Mapping[str, Bearer]) -> list[str]:
    """Names of bodies that each report uses of its own country's, for the reports know two that are so called."""
    return [
        key
        for key, keys in rivals(bearers).items()
        if any(not bearers[one].same(bearers[other]) for one, other in combinations(sorted(keys), 2))
    ]


def _alone(use: NameUse) -> Source:
    """The source of a name that no other name is known to share."""
    return Source(source_id(use.key), use.name, use.kind, use.spellings or (use.name,), (use.key,))


def _pairs(rulings: Iterable[frozenset[str]], known: Mapping[str, Bearer]) -> set[tuple[str, str]]:
    """The rulings on names that there are, as sorted pairs of keys."""
    keys = ({name if name in known else common(name) or name_key(name) for name in pair} for pair in rulings)
    return {(min(pair), max(pair)) for pair in keys if len(pair) == 2 and pair <= known.keys()}  # noqa: PLR2004
