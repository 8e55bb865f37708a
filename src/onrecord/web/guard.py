"""What keeps the application to those who may use it: by host, by token, and against other sites' forms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from secrets import compare_digest, token_urlsafe
from typing import Final
from urllib.parse import urlsplit

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp

LOCAL: Final = ("localhost", "127.0.0.1", "[::1]")
"""The names under which this machine is reached from itself."""

TOKEN: Final = "onrecord_token"  # noqa: S105 - the name of the cookie, and no secret
FORM: Final = "guard"
"""The field of every form that proves that a page of ours made it."""

_PLOT_STYLE: Final = "sha256-Uhd9L1ey4w/WsVzWBrngYO+TjmhfJmsDDwGtsCbGIg0="
"""The one style sheet that the plotting library puts into its pictures."""

_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": f"'self' '{_PLOT_STYLE}'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_HEADERS: Final = {
    "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in _POLICY.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Next = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may see and who may change.

    Attributes:
        token: what a visitor has to show once; empty where everybody who reaches the address may see it.
        read_only: whether nothing may be changed.
        form: what a form has to send back, new for each run of the program.
    """

    token: str = ""
    read_only: bool = False
    form: str = field(default_factory=token_urlsafe)

    def refusal(self, request: Request, sent: str) -> str:
        """Why a form is refused; empty where it may be followed."""
        if self.read_only:
            return "The record is open for reading only: nothing was changed."
        if not compare_digest(sent.encode(), self.form.encode()) or _from_elsewhere(request):
            return (
                "The form was not made by this page, or by an earlier run of it: go back, load the page again, retry."
            )
        return ""


def _from_elsewhere(request: Request) -> bool:
    """Whether a browser says that another site sent the form."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = request.headers.get("host", "")
    return site not in (None, "same-origin", "none") or (
        origin not in (None, "null") and urlsplit(origin).netloc != own
    )


class Headers(BaseHTTPMiddleware):
    """What tells a browser to run nothing but what the package holds, and to send nothing anywhere."""

    async def dispatch(self, request: Request, call_next: Next) -> Response:
        """Answer with these headers; pages are not kept, and files of the package are asked for again."""
        response = await call_next(request)
        response.headers.update(_HEADERS)
        response.headers.setdefault("Cache-Control", "no-cache" if _of_package(request) else "no-store")
        return response


def _of_package(request: Request) -> bool:
    return request.url.path.startswith("/static/")


class Doorkeeper(BaseHTTPMiddleware):
    """Lets in who has shown the token; the address with it opens the door, and is forgotten at once."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        super().__init__(app)
        self._token = token

    async def dispatch(self, request: Request, call_next: Next) -> Response:
        """Answer, or ask for the token."""
        if self._fits(request.cookies.get(TOKEN, "")):
            return await call_next(request)
        if self._fits(request.query_params.get("token", "")):
            plain = request.url.remove_query_params("token")
            path = "/" + plain.path.lstrip("/")  # two slashes would name another machine
            response = RedirectResponse(f"{path}?{plain.query}" if plain.query else path, 303)
            response.set_cookie(TOKEN, self._token, httponly=True, samesite="lax")
            return response
        return PlainTextResponse("This record asks for its token: open the address that the program printed.\n", 401)

    def _fits(self, shown: str) -> bool:
        return compare_digest(shown.encode(), self._token.encode())
