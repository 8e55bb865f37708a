"""What a view works out of all that it holds, kept in the record, so that the next one need not work it out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar, cast

from onrecord.ledger.base import View
from onrecord.story.forms import put, take

T = TypeVar("T")

_CODE = """
    encoder judging matching numbers.py prints.py record relations.py relations.toml story weights.py wording.py
    """.split()  # decides what is made


def derived(
    view: View, what: str, kind: type[T], make: Callable[[], T], worth: Callable[[T], bool] = lambda _: True
) -> T:
    """What was kept for a view of these contents by this very code; or else what is made now, kept for the next.

    Args:
        view: the view; what is made may depend on nothing but what it holds.
        what: a name, different for all that is kept.
        kind: the type of what is made.
        make: works it out.
        worth: whether what was made is worth keeping.
    """
    name = f"{what} {_code()}"
    kept = view.derived(name)
    if kept is not None:
        return cast("T", take(kind, json.loads(kept)))
    made = make()
    if worth(made):
        view.keep(name, json.dumps(put(kind, made), ensure_ascii=False, separators=(",", ":")).encode())
    return made


@cache
def _code() -> str:
    """A digest of the code that decides what is made, so that no other version takes it for its own."""
    package, found = files("onrecord"), sha256()
    for path in (path for name in _CODE for path in _under(package / name)):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _under(path: Traversable) -> Iterator[Traversable]:
    if path.is_file():
        yield path
    else:
        below = (one for one in path.iterdir() if one.is_file())
        yield from sorted(below, key=lambda one: one.name)
