"""Who said what in real news, held to PolNeAR: `python -m evals.polnear FOLDER [--split dev]`.

Two rows. "tagger" is the trained model with its linker, as it was taught. "reader" is what ends in the record, rules
included, brought to PolNeAR's conventions by one step: there, a content holds the "that" before it. Statements that the
corpus does not know (in a report's own voice, or without a cue) are left out of that row.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.examples import Example, covered
from training.polnear import polnear

from evals.attributions import ROLES, Tally, Told
from onrecord.reading.reader import READER, read
from onrecord.reading.tagger.decoding import Segment
from onrecord.reading.tagger.linking import Attribution
from onrecord.reading.tagger.tagging import attributions
from onrecord.reading.tagger.words import Word
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.statement import Mode, Statement
from onrecord.record.when import UNKNOWN


def main() -> None:
    """Read the articles of a split and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a checkout of networkdynamics/PolNeAR")
    parser.add_argument("--split", default="dev", choices=("train", "dev", "test"))
    args = parser.parse_args()
    tagger, reader = Tally(), Tally()
    articles = polnear(args.folder, args.split)
    for article in articles:
        texts = [word.text for word in article.words]
        wanted = gold(article)
        tagger.add(texts, wanted, [told(one) for one in attributions(article.words)])
        reader.add(texts, wanted, statements(article))
    print(f"{READER}: {len(articles)} articles of {args.split}, {tagger.wanted['whole']} attributions; P/R/F1")
    for name, tally in (("tagger", tagger), ("reader", reader)):
        print(f"{name}  {shown(tally)}")


def shown(tally: Tally) -> str:
    """The figures on one line."""
    rows = ((measure, tally.ratio(measure)) for measure in (*ROLES, "whole"))
    return "  ".join(f"{name} {one.precision:.3f}/{one.recall:.3f}/{one.f1:.3f}" for name, one in rows)


def gold(example: Example) -> list[Told]:
    """The attributions as annotated."""
    rows = ((one.source, one.cue, one.content) for one in example.attributions)
    return [Told(*(tuple(frozenset(part) for part in parts) for parts in row)) for row in rows]


def told(one: Attribution) -> Told:
    """An attribution that we found."""
    return Told(_parts([one.source] if one.source else []), _parts([one.cue]), _parts(one.contents))


def _parts(found: Iterable[Segment]) -> tuple[frozenset[int], ...]:
    """The words of segments."""
    return tuple(frozenset(range(segment.start, segment.end)) for segment in found)


def statements(article: Example) -> Iterable[Told]:
    """The statements of the record as the corpus would have them."""
    key = report_id(article.text)
    listing = Listing(key, f"{article.name}.txt", "", "", "", UNKNOWN, "en", Status.USABLE)
    for statement in read(Report(listing, article.text)).statements:
        if statement.cue and statement.mode is not Mode.OWN:
            yield _told(article.words, statement)


def _told(words: Sequence[Word], statement: Statement) -> Told:
    """One statement in the words of its article."""
    rows = ((statement.speaker,), (statement.cue,), statement.content)
    places = ([(span.start, span.end) for span in row if span] for row in rows)
    speaker, cue, content = (tuple(map(frozenset, covered(words, some))) for some in places)
    return Told(speaker, cue, tuple(_with_that(words, part) for part in content))


def _with_that(words: Sequence[Word], part: frozenset[int]) -> frozenset[int]:
    """A content with the "that" before it."""
    before = next((n for n in range(min(part) - 1, max(-1, min(part) - 3), -1) if words[n].text.isalnum()), None)
    return part | {before} if before is not None and words[before].text.lower() == "that" else part


if __name__ == "__main__":
    main()
