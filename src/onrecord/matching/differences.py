"""Two editions of a report compared, sentence by sentence and word by word.

Sentences that stand in both are aligned by their longest common subsequence (rapidfuzz); between them, those that are
alike enough are taken for one sentence, reworded, and its words are compared by the longest matching blocks (difflib),
which read better than the fewest edits.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from onrecord.record.edit import Edit, Edited, Rewording
from onrecord.record.span import Span

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|[^\w\s]")
_TYPOGRAPHY = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
_ALIKE = 50.0  # of 100: from where on two sentences are one sentence reworded
_WINDOW = 12  # sentences to either side among which the reworded one is looked for
_MOST = 100_000_000  # pairs of sentences that are compared; texts beyond differ from their first change to their last
_HEAD = 2_000  # code points of a sentence by which it is told whether another is like it
_LONG = 2_000  # tokens of a sentence beyond which it differs from its first change to its last
_WEIGHT = 4  # letters of a word that is worth an island between two changes


@dataclass(frozen=True)
class Edition:
    """One edition of a report.

    Attributes:
        report: its id.
        text: its text.
        sentences: spans of its sentences; what stands between them is compared too.
    """

    report: str
    text: str
    sentences: Sequence[Span]

    @cached_property
    def pieces(self) -> list[Span]:
        """All that is not blank, sentence by sentence, in order."""
        places, at = [], 0
        for sentence in sorted(self.sentences):
            places += [(at, sentence.start), (max(at, sentence.start), sentence.end)]
            at = max(at, sentence.end)
        return [piece for start, end in (*places, (at, len(self.text))) if (piece := self._bare(start, end))]

    @cached_property
    def forms(self) -> list[str]:
        """The pieces without what white space and typography make of them."""
        return [" ".join(piece.of(self.text).translate(_TYPOGRAPHY).split()) for piece in self.pieces]

    def _bare(self, start: int, end: int) -> Span | None:
        """A stretch without the white space at its ends; None where there is nothing else."""
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return Span(self.report, start + lead, start + len(words.rstrip())) if words.strip() else None


def differences(before: Edition, after: Edition) -> tuple[Edited, ...]:
    """What a later edition has otherwise, in the order of both."""
    found = [
        edited
        for ours, theirs in _unequal(before.forms, after.forms)
        for edited in _compared(before, after, range(*ours), range(*theirs))
    ]
    return tuple(_moved(found, before, after))


def _unequal(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of the one and of the other between which nothing is equal."""
    if len(ours) * len(theirs) > _MOST:
        yield _middle(ours, theirs)
        return
    pending: tuple[int, int, int, int] | None = None
    for code in LCSseq.opcodes(ours, theirs):
        if code.tag == "equal":
            if pending:
                yield pending[:2], pending[2:]
            pending = None
        else:
            i, _, k, _ = pending or (code.src_start, 0, code.dest_start, 0)
            pending = i, code.src_end, k, code.dest_end
    if pending:
        yield pending[:2], pending[2:]


def _middle(ours: Sequence[str], theirs: Sequence[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """What lies between the first difference and the last."""
    most = min(len(ours), len(theirs))
    head = next((n for n in range(most) if ours[n] != theirs[n]), most)
    tail = next((n for n in range(most - head) if ours[-n - 1] != theirs[-n - 1]), most - head)
    return (head, len(ours) - tail), (head, len(theirs) - tail)


def _compared(before: Edition, after: Edition, ours: range, theirs: range) -> Iterator[Edited]:
    """Sentences without an equal one: reworded, taken out, put in."""
    pairs = _paired(before.forms, after.forms, ours, theirs)
    rest = iter(theirs)
    for i in ours:
        if i not in pairs:
            yield Edited(Edit.OUT, before.pieces[i], None)
            continue
        for j in rest:
            if j == pairs[i]:
                words = tuple(_reworded(before, after, before.pieces[i], after.pieces[j]))
                yield Edited(Edit.CHANGED, before.pieces[i], after.pieces[j], words)
                break
            yield Edited(Edit.IN, None, after.pieces[j])
    for j in rest:
        yield Edited(Edit.IN, None, after.pieces[j])


def _paired(ours: Sequence[str], theirs: Sequence[str], one: range, other: range) -> dict[int, int]:
    """Which sentences are alike, the most alike first, without crossing."""
    likely = sorted(
        (-likeness, i, j)
        for i in one
        for j in other[max(0, i - one.start - _WINDOW) : i - one.start + _WINDOW + 1]
        if (likeness := ratio(ours[i][:_HEAD], theirs[j][:_HEAD], score_cutoff=_ALIKE)) >= _ALIKE
    )
    pairs: list[tuple[int, int]] = []
    for _, i, j in likely:
        place = bisect(pairs, (i, j))
        low, high = pairs[place - 1] if place else (-1, -1), pairs[place] if place < len(pairs) else (i + 1, j + 1)
        if low[0] < i < high[0] and low[1] < j < high[1]:
            pairs.insert(place, (i, j))
    return dict(pairs)


def _reworded(before: Edition, after: Edition, ours: Span, theirs: Span) -> Iterator[Rewording]:
    """The words that differ between two sentences."""
    a, b = _tokens(before.text, ours), _tokens(after.text, theirs)
    forms = [form for form, _ in a], [form for form, _ in b]
    longer = max(len(a), len(b)) > _LONG
    blocks = [_middle(*forms)] if longer else _joined(_changes(*forms), forms[0])
    for (i, end), (j, stop) in blocks:
        yield Rewording(_whole(a[i:end]), _whole(b[j:stop]))


def _tokens(text: str, span: Span) -> list[tuple[str, Span]]:
    found = _TOKEN.finditer(text, span.start, span.end)
    return [(match[0].translate(_TYPOGRAPHY), Span(span.report, match.start(), match.end())) for match in found]


def _changes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return (((i, end), (j, stop)) for tag, i, end, j, stop in codes if tag != "equal")


def _joined(
    changes: Iterable[tuple[tuple[int, int], tuple[int, int]]], forms: Sequence[str]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Changes; those with nothing but a small word or a mark between them are one."""
    joined: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for (i, end), (j, stop) in changes:
        if joined:
            (first, last), (start, _) = joined[-1]
            between = forms[last:i]
            if len(between) == 1 and len(between[0]) < _WEIGHT and not between[0].isdecimal():
                joined[-1] = (first, end), (start, stop)
                continue
        joined.append(((i, end), (j, stop)))
    return joined


def _whole(tokens: Sequence[tuple[str, Span]]) -> Span | None:
    """From the first token to the last."""
    return Span(tokens[0][1].report, tokens[0][1].start, tokens[-1][1].end) if tokens else None


def _moved(found: Sequence[Edited], before: Edition, after: Edition) -> Iterator[Edited]:
    """The same; what was taken out in one place and put in at another was moved."""
    forms = {span: form for one in (before, after) for span, form in zip(one.pieces, one.forms, strict=True)}
    put_in: dict[str, list[Span]] = {}
    for one in found:
        if one.kind is Edit.IN and one.after:
            put_in.setdefault(forms[one.after], []).append(one.after)
    gone: set[Span] = set()
    moves: dict[Span, Span] = {}
    for one in found:
        if one.kind is Edit.OUT and one.before and (places := put_in.get(forms[one.before])):
            moves[one.before] = places.pop(0)
            gone.add(moves[one.before])
    for one in found:
        if one.before in moves:
            yield Edited(Edit.MOVED, one.before, moves[one.before])
        elif one.kind is not Edit.IN or one.after not in gone:
            yield one
