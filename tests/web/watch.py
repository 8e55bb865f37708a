"""What a page did that no page may do: errors, words on the console, requests that leave the machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

_REPORT_VIOLATIONS = """document.addEventListener("securitypolicyviolation", event => console.error(
  `stopped by the content security policy (${event.effectiveDirective}): ${event.blockedURI} ${event.sample}`));"""
_GRAVE = ("serious", "critical")


@dataclass
class Watch:
    """Watches a page and notes what no page may do."""

    address: str
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Watches a page from now on."""
        page.add_init_script(_REPORT_VIOLATIONS)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:")):
            self.faults.append(f"left the machine: {request.url}")


def violations(page: Page, **options: object) -> list[str]:
    """What axe-core finds on a page that is serious or critical: what it is, and where."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [_line(fault, node) for fault in found if fault["impact"] in _GRAVE for node in fault["nodes"]]


def assert_no_violations(page: Page) -> None:
    """Fails where axe-core finds anything serious or critical."""
    assert_legible(page)
    assert_reachable(page)


def assert_reachable(page: Page) -> None:
    """Fails where axe-core finds what is serious or critical, contrasts aside: they take most of its time."""
    found = violations(page, rules={"target-size": {"enabled": True}, "color-contrast": {"enabled": False}})
    assert not found, "\n".join(found)


def assert_legible(page: Page) -> None:
    """Fails where axe-core finds what has too little contrast."""
    found = violations(page, runOnly=["color-contrast"])
    assert not found, "\n".join(found)


def _line(fault: dict, node: dict) -> str:
    where = " ".join(map(str, node["target"]))
    return f"{fault['id']} ({fault['impact']}): {fault['help']} – {where}: {node['html'][:200]}"
