"""Which names of different reports are one source.

Evidence is applied from the strongest to the weakest, and never so that a group would hold two names that exclude each
other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.matching.evidence import acronyms, borne, placed, shortened, untold, variants
from onrecord.matching.groups import Bearer, Groups, NameUse
from onrecord.record.name import Source
from onrecord.wording import name_key

__all__ = ["NameUse", "identify"]


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
        uses[use.key].append(use)
    bearers = {key: Bearer.of(tuple(uses[key])) for key in sorted(uses)}
    groups = Groups(bearers, _pairs(apart, bearers))
    for one, other in sorted(_pairs(together, bearers)):
        groups.merge((one, other, "a person's judgement"), ruled=True)
    for evidence in (variants, placed, acronyms, borne, shortened, untold):
        for merge in sorted(set(evidence(groups))):
            groups.merge(merge, ruled=False)
    return groups.sources()


def _pairs(rulings: Iterable[frozenset[str]], known: Mapping[str, Bearer]) -> set[tuple[str, str]]:
    """The rulings on names that there are, as sorted pairs of keys."""
    keys = ({name if name in known else name_key(name) for name in pair} for pair in rulings)
    return {(min(pair), max(pair)) for pair in keys if len(pair) == 2 and pair <= known.keys()}  # noqa: PLR2004
