"""What forms decide: a judgement, its undo, and judgements of colleagues."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.errors import BadArgument
from onrecord.library.deciding import Decision, decide
from onrecord.record.judgement import Judgement, Ruling
from onrecord.web.judging import WHY, back, fields_of
from onrecord.web.visit import Done, Visit


def judge(visit: Visit, sent: Mapping[str, str]) -> Done:
    """Keep what a form decides, and go back to where it stood."""
    fields = fields_of(sent)
    one = {name: values[-1].strip() for name, values in fields.items()}
    given = one.get(one.get("field", "value"), "")
    made = decide(
        visit.record,
        Decision(
            ruling=_ruling(one.get("ruling", "")),
            statements=fields.get("statement", []),
            names=[name for value in (*fields.get("name", []), given) if (name := value.strip())],
            report=one.get("report", ""),
            part=one.get("part", ""),
            value=given,
            judgement=one.get("judgement", ""),
            who=one.get("who") or visit.who,
            why=one.get("why") or WHY,
        ),
    )
    return _done(made, sent)


def undo(visit: Visit, sent: Mapping[str, str]) -> Done:
    """Undo a judgement."""
    who, why = (sent.get("who", "").strip() or visit.who), sent.get("why", "").strip() or "taken back"
    return _done(
        decide(visit.record, Decision(Ruling.UNDONE, judgement=sent.get("judgement", ""), who=who, why=why)), sent
    )


def _done(made: Judgement, sent: Mapping[str, str]) -> Done:
    return Done(back(sent), who=made.who, judged=made.id)


def _ruling(given: str) -> Ruling:
    try:
        return Ruling(given)
    except ValueError as error:
        raise BadArgument(f"{given!r} is no ruling: it is one of {', '.join(Ruling)}") from error
