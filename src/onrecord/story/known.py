"""What can be known as of a view's day: who is who, what was withdrawn, what a person has rejected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from onrecord.ledger.base import Selection, View
from onrecord.matching.near import Contents
from onrecord.matching.resting import Fallen
from onrecord.matching.revisions import Revised, fates, revisions, statuses
from onrecord.matching.who import Who
from onrecord.record.judgement import Judged, Judgement, Ruling
from onrecord.record.name import Name, Source, source_id
from onrecord.record.report import Fate, Headline, Listing, Status
from onrecord.record.statement import Mode, Statement
from onrecord.story.derived import derived
from onrecord.story.identified import identified
from onrecord.story.judged import SOURCES, applied

if TYPE_CHECKING:
    from onrecord.prints import Spots

T = TypeVar("T")

_TELLING = 5  # prints of a report by which its copies are known; prints are random, so are the least of them


class Known:
    """A view of the ledger with what matching makes of it; all of it is worked out when first asked for."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._made: dict[Hashable, object] = {}
        self._met: dict[str, str] = {}
        self._unnumbered: set[str] = set()
        self._locals: dict[str, Source | None] = {}

    @cached_property
    def listings(self) -> dict[str, Listing]:
        """The reports of the view by id, in order of publication."""
        return self.view.listings()

    @cached_property
    def headlines(self) -> dict[str, Headline]:
        """The headlines of the reports by id, in order of publication."""
        return {headline.id: headline for headline in self.view.headlines()}

    @cached_property
    def decided(self) -> tuple[Judgement, ...]:
        """The decisions of the view, whatever became of them."""
        return tuple(self.view.judgements())

    def applied(self, *rulings: Ruling) -> list[Judged]:
        """The decisions of these kinds that apply, with the statements that they are about."""
        return applied(self.view, self.decided, rulings)

    @cached_property
    def who(self) -> Who:
        """The sources of the view."""
        return identified(self.view, self.applied(*SOURCES))

    @cached_property
    def rejected(self) -> frozenset[str]:
        """Ids of the statements that a person has rejected."""
        return self.view.rejected()

    @cached_property
    def revised(self) -> tuple[Revised, ...]:
        """What later reports say of earlier ones: revisions, corrections, withdrawals."""
        return derived(self.view, "revised", tuple[Revised, ...], self._revised)

    def _revised(self) -> tuple[Revised, ...]:
        killed = [one.judgement for one in self.applied(Ruling.WITHDRAWN)]
        return tuple(revisions(self.headlines, self.view.notices(), killed, self.view.text))

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """Something that views work out, kept after it was asked for first; `what` tells it from all else."""
        if what not in self._made:
            self._made[what] = make()
        return cast("T", self._made[what])

    def text(self, report: str) -> str:
        """The text of a report."""
        return self.view.text(report)

    def contents(self, statements: Collection[str]) -> dict[str, str]:
        """The words of statements, by id; those of direct speech in quotation marks."""
        return self._worded(self.view.statements(Selection(ids=statements)))

    def wording(self, statements: Iterable[Statement]) -> Contents:
        """The same, among statements that are there already."""
        by_id = {statement.id: statement for statement in statements}
        return lambda ids: self._worded([by_id[one] for one in ids])

    def _worded(self, statements: Collection[Statement]) -> dict[str, str]:
        texts = {report: self.text(report) for report in {statement.report for statement in statements}}
        return {statement.id: _words(statement, texts[statement.report]) for statement in statements}

    @cached_property
    def status(self) -> dict[str, Status]:
        """What became of each report that was corrected or withdrawn."""
        return statuses(self.revised)

    @cached_property
    def fallen(self) -> Fallen:
        """The reports that were corrected or withdrawn, and what rests on them."""
        said = {
            report: frozenset(fate.by for fate in some if fate.by)
            for report, some in self.fates.items()
            if any(fate.by != report or fate.status is Status.WITHDRAWN for fate in some)
        }
        ordered = {report: said[report] for report in self.headlines if report in said}
        return Fallen(self.headlines, ordered, self.view.text, cache(self._carriers))

    def _carriers(self, report: str) -> set[str]:
        """The reports that have half of a report's passages, or more, as a few of them tell."""
        telling = self.printed.of_report(report)[:_TELLING]
        held = self.printed.held(telling) if telling else {}
        return {carrier for carrier, count in held.items() if 2 * count >= len(telling)}

    @cached_property
    def printed(self) -> Spots:
        """Where the prints of all reports of the view stand."""
        from onrecord.prints import spots  # noqa: PLC0415 - it loads numpy, and most views do without

        return spots(self.view.prints())

    def sharing(self, report: str) -> set[str]:
        """The other reports that have a run of words in common with this one."""
        return self.holding(self.printed.of_report(report)) - {report}

    def holding(self, prints: Collection[int]) -> set[str]:
        """The reports in which one of these prints stands."""
        return self.printed.holding(prints) if prints else set()

    @cached_property
    def fates(self) -> dict[str, tuple[Fate, ...]]:
        """The same with the days, and who says so."""
        return fates(self.revised)

    def source(self, key: str) -> Source | None:
        """The source that a name key stands for: somebody, or nobody beyond the report that names them."""
        self.meet([key])
        return self.who.sources.get(key) or self.bearer(source_id(key))

    def meet(self, keys: Iterable[str]) -> None:
        """Remember keys of those who are nobody beyond their report, so that `bearer` knows them by their ids."""
        self._unnumbered.update(keys)

    def introduce(self, keys: Iterable[str]) -> None:
        """Look up at once all of these keys who are nobody beyond their report."""
        unknown = {key for key in keys if "@" in key and key not in self._locals}
        self.meet(unknown)
        self._locals.update((name.key, _alone(name)) for _, name in self.view.named(unknown))

    def bearer(self, source: str) -> Source | None:
        """The source of an id: somebody, or one of those whom the view has met so far."""
        if source in self.who.by_id:
            return self.who.by_id[source]
        self._met.update((source_id(key), key) for key in self._unnumbered if "@" in key)
        self._unnumbered.clear()
        key = self._met.get(source)
        return self._local(key) if key else None

    def _local(self, key: str) -> Source | None:
        if key not in self._locals:
            found = [name for _, name in self.view.named([key])]
            self._locals[key] = _alone(found[0]) if found else None
        return self._locals[key]

    def keys(self, sources: Collection[str]) -> frozenset[str]:
        """All name keys of the sources with these ids."""
        met = {key for source in sources if (one := self.bearer(source)) for key in one.keys}
        return frozenset(met.union(key for key, source in self.who.sources.items() if source.id in sources))

    def kept(self, statements: Iterable[Statement]) -> list[Statement]:
        """Those of the statements that nobody has rejected."""
        return [s for s in statements if s.id not in self.rejected]


def _alone(name: Name) -> Source:
    """The source that a name is by itself."""
    return Source(source_id(name.key), name.name, name.kind, name.spellings, (name.key,))


def _words(statement: Statement, text: str) -> str:
    words = " ".join(span.of(text) for span in statement.content)
    return f"“{words}”" if statement.mode is Mode.DIRECT else words
