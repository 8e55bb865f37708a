from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing

import pytest

from onrecord.ledger.base import Store
from onrecord.ledger.sqlite import open_store

BACKENDS: dict[str, Callable[[], Store]] = {"sqlite": lambda: open_store(":memory:", create=True)}


@pytest.fixture(scope="session", params=BACKENDS)
def fresh(request) -> Callable[[], AbstractContextManager[Store]]:
    """Makes empty stores of each backend."""
    return lambda: closing(BACKENDS[request.param]())


@pytest.fixture
def store(fresh) -> Iterator[Store]:
    """An empty store of each backend."""
    with fresh() as opened:
        yield opened
