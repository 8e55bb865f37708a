from __future__ import annotations

import pytest

from onrecord.reading.layout import blocks
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import sentences


def laid_out(text):
    return [(stretch.block.value, text[stretch.start : stretch.end]) for stretch in blocks(text)]


def test_stretches():
    text = (
        "Dam holds in Tolva\r\n\r\nBy Ida Holm\r\n\r\nPublished 3 May 2024\r\n\r\nTOLVA, May 3 (TNA) - The dam held through a third night of rain, "
        "and the town slept. People swept the streets.\r\n\r\n(Image: TNA)\r\n"
    )
    assert [block for block, _ in laid_out(text)] == ["headline", "header", "header", "header", "paragraph", "credit"]


@pytest.mark.parametrize(
    "line",
    [
        "Tolva Evening Mail, Friday, May 3, 2024",
        "Tolva News | Business | 3 May 2024, 13:05",
        "The Tolva Post/3 May 2024",
    ],
)
def test_masthead_is_no_headline(line):
    found = laid_out(f"{line}\n\nDam holds in Tolva\n\nThe dam held through a third night of rain, and the town slept.")
    assert [block for block, _ in found][1] == "headline"


def test_date_glued_before_the_text():
    assert laid_out(" date 2024-05-03 The dam held. People swept the streets.")[0] == ("header", "date 2024-05-03")


def test_section_name_glued_to_the_headline():
    found = laid_out(
        "WorldBrod Vows to Stay\n\nAna Brod is the mayor of Tolva. Brod said she would stay in the town hall for now."
    )
    assert found[:2] == [("header", "World"), ("headline", "Brod Vows to Stay")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gen. Ivan Brod met Mr. Holm at 5 p.m. on Friday. They talked.", 2),
        ("The U.S. sent boats. No. 5 sank.", 2),
        ('"It held. We slept," she said. Then it rained.', 2),
        ("One sentence without an end", 1),
        ("He paid 3.50 crowns. She paid 4.", 2),
    ],
)
def test_sentences(text, found):
    quotes = quotations(text, 0, len(text))
    assert len(sentences(text, 0, len(text), quotes)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It held,” she said. “We slept.”", ["It held,", "We slept."]),
        ('"It held," she said. "We slept."', ["It held,", "We slept."]),
        ("'It held,' she said of the town's dam. 'We slept.'", ["It held,", "We slept."]),
        ("«It held», she said.", ["It held"]),
        ("“It held, and nobody closed the mark", ["It held, and nobody closed the mark"]),
        ("The dam” held, with no mark to open it.", []),
    ],
)
def test_quotations(text, found):
    assert [text[quotation.first : quotation.last] for quotation in quotations(text, 0, len(text))] == found
