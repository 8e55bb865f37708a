"""Inputs that nobody would write: random bytes, and reports and rows damaged in every way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

_ODD = [
    "\ufeff", "\u2028", "\x85", "\u202e", "\u200b", "\x0c", "\xa0", "e\u0301", "\U0001f600", "ſ", "İ", "漢", "\x1b", "\uffff",
    "© ", "(", ") - ", "\r", "\n\n", "“", "@a", " date 2021-02-30 ", "Published 31 June 2021\n", "05/06/2014", "Sept 6 (AFP) - ",
]  # fmt: skip
_VALUES = [
    None,
    0,
    -1.5,
    10**30,
    True,
    [],
    {},
    "",
    " ",
    "\ud800",
    "\x00",
    "lately",
    "05/09/2014",
    "2021-09-06",
    "canceled",
    "http://[",
    "en",
]
_FIELDS = ["id", "text", "date", "url", "publisher", "title", "pubstatus", "status", "language", "ednote", "other"]


def inputs(rng: Random, samples: list[bytes], count: int) -> Iterator[tuple[str, bytes]]:
    """So many file names with their bytes; the same for the same generator and samples."""
    kinds = [_noise, _flipped, _cut, _doubled, _spliced, _odd, _several, _rows, _broken_rows]
    for number in range(count):
        kind = rng.choice(kinds)
        ending = "jsonl" if kind in {_rows, _broken_rows} else "txt"
        yield f"{number:06}.{ending}", kind(rng, samples)


def _noise(rng: Random, _: list[bytes]) -> bytes:
    size = rng.choice([0, 1, 2, 3, 10, 100, 2_000])
    if rng.random() < 0.5:
        return bytes(rng.choices(b"\n\r\t aA0.,:-/()<>{}[]\"'\\@\xe2\x80\x9c\xc3\xa9", k=size))
    return rng.randbytes(size)


def _flipped(rng: Random, samples: list[bytes]) -> bytes:
    data = bytearray(rng.choice(samples))
    for _ in range(rng.choice([1, 2, 30])):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def _cut(rng: Random, samples: list[bytes]) -> bytes:
    data = rng.choice(samples)
    start, end = sorted(rng.choices(range(len(data) + 1), k=2))
    return data[start:end] if rng.random() < 0.5 else data[:start] + data[end:]


def _doubled(rng: Random, samples: list[bytes]) -> bytes:
    data = rng.choice(samples)
    start, end = sorted(rng.choices(range(len(data) + 1), k=2))
    return data[:end] + data[start:end] * rng.choice([1, 2, 5]) + data[end:]


def _spliced(rng: Random, samples: list[bytes]) -> bytes:
    first, second = rng.choice(samples), rng.choice(samples)
    return first[: rng.randrange(len(first) + 1)] + second[rng.randrange(len(second) + 1) :]


def _odd(rng: Random, samples: list[bytes]) -> bytes:
    text = rng.choice(samples).decode(errors="replace")
    for _ in range(rng.randrange(1, 8)):
        at = rng.randrange(min(len(text), rng.choice([1, 100, 100_000])) + 1)
        text = text[:at] + rng.choice(_ODD) * rng.choice([1, 1, 9]) + text[at:]
    return text.encode(errors="replace")


def _several(rng: Random, samples: list[bytes]) -> bytes:
    data = rng.choice(samples)
    for _ in range(rng.randrange(1, 5)):
        data = rng.choice([_flipped, _cut, _doubled, _odd])(rng, [data or b" "])[:100_000]
    return data


def _rows(rng: Random, samples: list[bytes]) -> bytes:
    return b"\n".join(_row(rng, samples) for _ in range(rng.randrange(4)))


def _broken_rows(rng: Random, samples: list[bytes]) -> bytes:
    return rng.choice([_flipped, _cut, _doubled])(rng, [_rows(rng, samples) or b" "])


def _row(rng: Random, samples: list[bytes]) -> bytes:
    fields = {name: rng.choice(_VALUES) for name in rng.sample(_FIELDS, rng.randrange(len(_FIELDS)))}
    if rng.random() < 0.8:
        fields["text"] = rng.choice(samples).decode(errors="replace")
    row = rng.choice([fields, fields, fields, [fields], fields.get("text")])
    return json.dumps(row, ensure_ascii=rng.random() < 0.5).encode(errors="replace")
