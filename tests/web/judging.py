"""How tests judge as a browser does: a page is loaded, one of its buttons pressed, and the next page followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.testclient import TestClient

from onrecord.web.app import application

TEXTS = {
    "01_gazette.txt": """The Tarn Gazette
Published 2 May 2031

Ferry sinks off Mull Point, eight dead: coastguard

Eight people were killed when the ferry Petrel sank on Friday, the coastguard said.

"The hull was sound," spokesman Arno Vale told a news conference in Tarn. He said that marines hold the harbour.
""",
    "02_wire.txt": """NORTH COAST WIRE (NCW) / Saturday, 3 May 2031 / 10:00

Fishermen say eleven died on ferry

TARN, May 3 (NCW) - Eleven people were killed when the ferry sank, the fishermen's union said on Saturday.

"The hull was rotten," union leader Brita Holm said in a tweet. She denied that marines hold the harbour.
""",
    "03_undated.txt": """Eyewitness notes

"The hull was rotten," Brita Holm said. Some say that Captain Renn is in Tarn.
""",
}
"""A small story."""


@dataclass
class Form:
    """A form of a page: where it is sent to, its fields, and the values of its buttons."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: list[str] = field(default_factory=list)


class Forms(HTMLParser):
    """The forms of a page that change something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._open: Form | None = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form" and given.get("method") == "post":
            self._open = Form(given["action"])
            self.found.append(self._open)
        elif self._open and tag in {"input", "button"} and "name" in given:
            if tag == "button":
                self._open.choices.append(given["value"])
            else:
                self._open.fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self._open = None


def visiting(path, **options) -> TestClient:
    """A browser that follows where it is sent."""
    return TestClient(application(path, **options), base_url="http://localhost")


def forms(page: str, action: str) -> list[Form]:
    """The forms of a page that are sent to an address."""
    return [form for form in Forms(page).found if form.action == action]


def press(client: TestClient, form: Form, choice: str = "", **fields: str):
    """Fill in a form, press one of its buttons, and follow."""
    sent: Mapping[str, str] = {**form.fields, **({"choice": choice} if choice else {}), **fields}
    return client.post(form.action, data=sent, headers={"origin": "http://localhost"})
