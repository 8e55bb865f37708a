"""Lists of records that turn into data frames, without a data frame library being needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Generic, TypeVar, overload

from onrecord.errors import MissingExtra
from onrecord.export.plain import plain

T_co = TypeVar("T_co", covariant=True)


class Table(Sequence[T_co], Generic[T_co]):
    """A read-only list of frozen records.

    Attributes:
        total: how many there are in all, where only the first ones are listed.
    """

    def __init__(self, records: Iterable[T_co], total: int | None = None) -> None:
        self._records = tuple(records)
        self.total = len(self._records) if total is None else total

    @overload
    def __getitem__(self, at: int) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Table[T_co]: ...
    def __getitem__(self, at: int | slice) -> T_co | Table[T_co]:
        return Table(self._records[at]) if isinstance(at, slice) else self._records[at]

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        return f"Table of {len(self)}: [{', '.join(map(repr, self._records[:3]))}{', …' if len(self) > 3 else ''}]"  # noqa: PLR2004

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each record as a dictionary of plain values."""
        return [plain(record) for record in self._records]

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is no dependency
        """The table as a pandas DataFrame. Raises MissingExtra where pandas is not installed."""
        return _library("pandas", "DataFrame")(self.rows)

    def to_polars(self) -> Any:  # noqa: ANN401 - polars is no dependency
        """The table as a polars DataFrame. Raises MissingExtra where polars is not installed."""
        return _library("polars", "DataFrame")(self.rows, infer_schema_length=None)

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow is no dependency
        """The table as a pyarrow Table. Raises MissingExtra where pyarrow is not installed."""
        return _library("pyarrow", "Table").from_pylist(self.rows)


def _library(name: str, part: str) -> Any:  # noqa: ANN401 - the library is looked up by name
    try:
        return getattr(import_module(name), part)
    except ModuleNotFoundError as error:
        raise MissingExtra(name, "parquet" if name == "pyarrow" else "frames", f"a {name} table") from error
