"""The checker that the pages are held to says what is wrong, and nothing against what is right."""

import pytest

_PAGE = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sluice</title></head><body>{}</body></html>'


def test_a_good_page_passes(valid_html):
    valid_html(
        _PAGE.format("<h1>Who closed the sluice at Ranholm?</h1><p>“Nobody did”, said Ulla Brekk – <bdi>سد</bdi></p>")
    )


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p id="a"></p><p id="a"></p>', "Duplicate ID"),
        ('<img src="a.png">', "alt"),
        ("<ul><p>no item</p></ul>", "not allowed as child"),
        ('<a href="/"><button>both</button></a>', "must not appear as a descendant"),
    ],
)
def test_what_is_wrong_is_said(checker, body, fault):
    assert any(fault in found for found in checker.faults(_PAGE.format(body)))
