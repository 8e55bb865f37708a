"""Exports made from a ledger: one that says what it says, and one that is spoilt in every way, by chance."""

import json
from random import Random

from evals.forms import exported_days, gold_days
from evals.gold import Gold, voiceless


def perfect(gold: Gold) -> dict[str, list[dict]]:
    """The tables that say what a ledger says."""
    aliases = {row["name"]: row.get("aliases", []) for row in gold.doc.get("sources", [])}
    contradictions = sorted(sorted(pair) for pair in gold.contradictions)
    return {
        "reports": [{"id": f"R {file}", "file": file} for file in gold.files],
        "sources": [
            {"id": f"S {name}", "name": name, "names": [name, *aliases.get(name, [])]} for name in gold.names.of
        ],
        "statements": [_statement(gold, row) for row in gold.statements.values()],
        "links": [{"kind": "disputes", "from": pair[0], "to": pair[-1]} for pair in contradictions],
        "reuse": [{"a": _side(a), "b": _side(b)} for a, b in gold.reuse],
        "events": [_event(gold, row) for row in gold.timeline],
    }


def _ids(gold: Gold, names: list[str]) -> list[str]:
    return [f"S {gold.names.canonical(name)}" for name in names if not voiceless(name)]


def _when(text: str, precision: str = "") -> dict | None:
    days = gold_days(text, precision)
    return days and {
        "start": days[0] and days[0].isoformat(),
        "end": days[1] and days[1].isoformat(),
        "precision": precision or "interval",
    }


def _statement(gold: Gold, row: dict) -> dict:
    start, mention = row["content_start"], row.get("source_mention_start")
    chain, source = _ids(gold, row["chain"]), _ids(gold, [row["source"]])
    return {
        "id": row["id"],
        "report": f"R {row['file']}",
        "mode": row["mode"],
        "source": source[-1] if source else None,
        "chain": chain,
        "speaker": None if mention is None else [mention, mention + len(row["source_mention"])],
        "content": [[start, row.get("content_end") or start + 50]],
        "channel": None if row["channel"] == "not stated" else row["channel"],
        "said": _when(row["said"], row["said_precision"]),
        "matters": sorted(gold.matters[row["id"]]),
        "positions": [f"{matter} {number}" for matter, number in sorted(gold.positions[row["id"]])],
    }


def _side(place: tuple[str, float, float]) -> dict:
    file, start, end = place
    return {"report": f"R {file}", "start": start, "end": int(end) if end < 10**9 else None}


def _event(gold: Gold, row: dict) -> dict:
    reports = [f"R {file}" for file in gold.named(row["files"])]
    return {"id": row["what"], "text": row["what"], "when": _when(row["date"]), "reports": reports}


def spoilt(gold: Gold, chance: Random) -> dict[str, list[dict]]:
    """Those tables with something wrong in every third row."""
    tables = perfect(gold)
    for name, rows in tables.items():
        if name not in {"reports", "sources"}:
            tables[name] = [row for row in rows if chance.random() > 0.1]
    every = tables["statements"]
    for number, row in enumerate(every[:]):
        if chance.random() < 0.5:
            _spoil(row, chance.choice(every), chance)
        if chance.random() < 0.1:
            every.append({**row, "id": f"again {number}", "mode": chance.choice(["own", "direct", "Own voice"])})
    for one, other in zip(tables["sources"], tables["sources"][1:], strict=False):
        if chance.random() < 0.2:
            one["names"] = [*one["names"], chance.choice(other["names"])]
    for row in tables["reuse"]:
        row["b"] = {**row["b"], "start": row["b"]["start"] + chance.choice([0, 0, 20, 300])}
    tables["links"] += [{"kind": "disputes", "from": chance.choice(every)["id"], "to": chance.choice(every)["id"]}] * 3
    for row in tables["events"]:
        row["text"] = " ".join(chance.sample(row["text"].split(), len(row["text"].split()) // 2))
    return tables


def _spoil(row: dict, other: dict, chance: Random) -> None:
    """Take over fields of another statement, and shift the content."""
    for name in chance.sample(["source", "chain", "channel", "said", "matters", "positions", "speaker"], 3):
        row[name] = chance.choice([other[name], other[name], None])
    shift = chance.choice([0, 0, 3, -10, 14, 40])
    row["content"] = [[start + shift, end + chance.choice([0, 5, 30])] for start, end in row["content"]]
    if row["said"] and exported_days(row["said"]):
        row["said"] = {**row["said"], "precision": chance.choice(["day", "before", "month"])}


def written(tables: dict[str, list[dict]], folder):
    """The folder, with the tables in it."""
    for name, rows in tables.items():
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text("".join(lines), "utf-8")
    return folder
