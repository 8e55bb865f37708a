"""The utterances that statements go back to, and how many of them are independent."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.statement import Basis
from onrecord.record.when import When


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance or observation behind many statements.

    Attributes:
        id: stable while its source, channel and day are.
        source: id of the source who spoke.
        channel: by which channel, in the commonest words of the reports; empty where none says.
        said: when.
        statements: how many statements of that speaker go back to it.
        reports: ids of the reports that carry these, in order of publication.
        outlets: the outlets of these reports, each by one name, sorted; "" stands for those that are not known.
        ground: why these are taken for one.
    """

    id: str
    source: str
    channel: str
    said: When
    statements: int
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    ground: str

    @property
    def backing(self) -> Backing:
        """Its three numbers."""
        return Backing(1, len(self.reports), len(self.outlets))


@dataclass(frozen=True, slots=True)
class Backing:
    """How much stands behind a set of statements.

    Attributes:
        origins: independent origins; what cannot be told apart counts as one.
        reports: how many reports.
        outlets: how many outlets; reports of unknown outlet count together as one.
    """

    origins: int
    reports: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Independent:
    """One independent origin of a set of statements.

    Attributes:
        sources: ids of those who speak, sorted; empty where the reports do not tell who said it first.
        basis: SAW where one of them is reported to have seen it.
        statements: ids of the statements that go back to it, in the order given.
        reports: ids of the reports that carry these.
        outlets: the outlets of these reports, each by one name, sorted; "" stands for those that are not known.
        grounds: why these are taken for one, a line each.
    """

    sources: tuple[str, ...]
    basis: Basis
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dependent:
    """A statement that may rest on any of the origins, and so is none of its own, with the reason."""

    statement: str
    ground: str


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a set of statements: each number opens into its list.

    Attributes:
        origins: the independent origins, the one with the most reports first.
        dependent: statements that add no origin.
        reports: ids of all the reports, in the order given.
        outlets: all the outlets, sorted; "" stands for those that are not known.
    """

    origins: tuple[Independent, ...]
    dependent: tuple[Dependent, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]

    @property
    def backing(self) -> Backing:
        """The three numbers."""
        return Backing(len(self.origins), len(self.reports), len(self.outlets))
