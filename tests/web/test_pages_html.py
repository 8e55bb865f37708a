"""Each page is valid HTML, whatever stands in the reports."""

from urllib.request import urlopen

import pytest
from tests.web.examples import FORMS, KINDS, examples


def page(address):
    with urlopen(address, timeout=60) as answer:  # noqa: S310 - this machine's
        return answer.read().decode()


@pytest.mark.parametrize("kind", KINDS + FORMS)
def test_every_page_is_valid_html(valid_html, site, story, kind):
    valid_html(page(site + examples(story)[kind]))


@pytest.mark.parametrize("kind", KINDS + FORMS)
def test_every_page_of_hard_words_is_valid_html(valid_html, strange_site, strange, kind):
    valid_html(page(strange_site + examples(strange)[kind]))
