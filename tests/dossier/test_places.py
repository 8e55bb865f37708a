from __future__ import annotations

import pytest

from onrecord.dossier.compose import compose

TEXT = "The mill burns, Ida Renn said."


def link(fed, url):
    record = fed([{"date": "2031-05-02", "publisher": "Varn Courier", "url": url, "text": TEXT}])
    [report] = compose(record, "mill").reports
    return report.link


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://varn.example/1?a=b&c=d#e", "https://varn.example/1?a=b&c=d#e"),
        ("http://varn.example:8080/", "http://varn.example:8080/"),
        ("https://varn.example/a b\"c<d>'e", "https://varn.example/a%20b%22c%3Cd%3E'e"),
        ("https://varn.example/%C3%A9/%zz", "https://varn.example/%C3%A9/%25zz"),
        ("https://varn.example/ق", "https://varn.example/%D9%82"),
        ("https://user:secret@varn.example/", ""),
        ("https://varn.example:port/", ""),
        ("https://[::1/", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//varn.example/1", ""),
        ("varn.example/1", ""),
        ("", ""),
    ],
)
def test_only_a_plain_address_of_the_web_may_be_followed(fed, url, followed):
    assert link(fed, url) == followed


def test_a_paragraph_with_quotations_within_quotations_is_cut_at_each_end(fed):
    text = 'Ida Renn said that "the mill burns" and that Jon Vesk told her that "nobody came". Jon Vesk denied it.'
    record = fed([{"date": "2031-05-02", "publisher": "Varn Courier", "text": text}])
    [report] = compose(record, "mill").reports
    assert [("".join(part.text for part in paragraph)) for paragraph in report.paragraphs] == [text]
    anchors = [anchor for paragraph in report.paragraphs for part in paragraph for anchor in part.anchors]
    assert len(anchors) == len(set(anchors)) > 1


def test_of_many_reports_those_are_listed_of_which_something_is_quoted(fed):
    rows = [
        {
            "date": f"2031-05-{1 + at % 28:02}",
            "publisher": f"Gazette {at}",
            "text": f"Nothing of note happened, no {at}.",
        }
        for at in range(120)
    ]
    rows.append({"date": "2031-05-29", "publisher": "Varn Courier", "text": "Ida Renn said that she left Teldu."})
    dossier = compose(fed(rows), "quiet")
    assert [report.outlet for report in dossier.reports] == ["Varn Courier"]
    assert dossier.reports[0].number == 121
    assert dossier.reports_more == 120
