"""The application: which address is which page, and what stands between a browser and the record."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from time import monotonic
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import BadArgument, NotFound, OnrecordError
from onrecord.library import Record
from onrecord.web.ahead import Ahead, Wanted
from onrecord.web.desk import Desk
from onrecord.web.guard import FORM, LOCAL, Doorkeeper, Guard, Headers
from onrecord.web.pages import ACTS, FILES, PAGES, Act, Download
from onrecord.web.rendering import render
from onrecord.web.visit import Done, File, Page, Visit, day_of

_YEAR: Final = 365 * 24 * 3600
_WHO: Final = "onrecord_who"
_JUDGED: Final = "onrecord_judged"
_SENT: Final = re.compile("[0-9]{1,7}")
"""How long what is sent may be, in bytes: below ten millions."""
_NOWHERE: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
_STATUSES: Final = {NotFound: HTTPStatus.NOT_FOUND, BadArgument: HTTPStatus.BAD_REQUEST}


def application(
    path: Path, *, read_only: bool = False, token: str = "", names: Sequence[str] = LOCAL, ahead: bool = True
) -> Starlette:
    """The pages of a record's file.

    Args:
        path: the file.
        read_only: whether nothing may be changed.
        token: what visitors have to show once; empty for everybody who reaches the address.
        names: the names under which the machine may be addressed; others are refused, so that no other site's name can
            be made to stand for it.
        ahead: whether a process of its own makes pages of the days around one that takes its time.

    Raises:
        NoRecord: when there is no record at that path.
    """
    desk, guard = Desk(path), Guard(token, read_only)
    site = Site(desk, guard, Ahead(path, guard, active=ahead))
    doors = [Middleware(Doorkeeper, token=token)] if token else []
    middleware = [Middleware(Headers), Middleware(TrustedHostMiddleware, allowed_hosts=list(names)), *doors]
    handlers = {HTTPException: site.no_such_page}
    return Starlette(routes=site.routes(), middleware=middleware, exception_handlers=handlers, lifespan=site.open)


class Site:
    """One record's pages."""

    def __init__(self, desk: Desk, guard: Guard, ahead: Ahead) -> None:
        self._desk = desk
        self._guard = guard
        self._ahead = ahead
        self._seen = f"onrecord_{sha256(str(desk.path.resolve()).encode()).hexdigest()[:8]}"

    @asynccontextmanager
    async def open(self, _: Starlette) -> AsyncIterator[None]:
        """Let go of the record when the server ends, and of the pages that were made ahead."""
        yield
        self._ahead.close()
        self._desk.close()

    def routes(self) -> list[BaseRoute]:
        """The pages, what forms are sent to, and the files of the package."""
        files = [Route(path, self._gives(file)) for path, file in FILES.items()]
        pages = [Route(path, self._shows(path)) for path in PAGES]
        acts = [Route(path, self._follows(act), methods=["POST"]) for path, act in ACTS.items()]
        return [*acts, *files, *pages, Mount("/static", StaticFiles(packages=[("onrecord.web", "static")]))]

    async def no_such_page(self, request: Request, error: Exception) -> Response:
        """What is answered where there is no such page, or no such way to ask for it."""
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
        told = error.detail if isinstance(error, HTTPException) and status not in _NOWHERE else ""
        wrong = _wrong(told or f"There is no page at {request.url.path}.", status)
        return await self._desk.ask(lambda record: self._rendered(wrong, self._visit(request, record, None)))

    def _shows(self, page: str) -> Callable[[Request], Awaitable[Response]]:
        return self._answers(lambda request, visit: self._shown(request, visit, page))

    def _gives(self, file: Download) -> Callable[[Request], Awaitable[Response]]:
        return self._answers(lambda _, visit: _download(file(visit)))

    def _answers(self, give: Callable[[Request, Visit], Response]) -> Callable[[Request], Awaitable[Response]]:
        """What answers a request with what it asks for, or with the page that says what is wrong with that."""

        def answered(request: Request, record: Record) -> Response:
            visit = self._visit(request, record, None)
            try:
                visit = self._visit(request, record, day_of(request.query_params.get("day", "")))
                return give(request, visit)
            except OnrecordError as error:
                return self._rendered(_wrong(str(error), _status(error)), visit)

        async def answer(request: Request) -> Response:
            return await self._desk.ask(lambda record: answered(request, record))

        return answer

    def _shown(self, request: Request, visit: Visit, page: str) -> Response:
        """A page, made ahead or now, or the way to the one that was meant."""
        wanted, state, begun = Wanted.by(page, visit), visit.record.state, monotonic()
        ready = "" if visit.judged else self._ahead.ready(wanted, state)
        if not ready:
            found = PAGES[page](visit)
            if isinstance(found, Done):
                return RedirectResponse(found.address, HTTPStatus.SEE_OTHER)
            if found.status != HTTPStatus.OK:
                return self._rendered(found, visit)
            ready = render(found, visit)
            if not visit.judged:
                self._ahead.made(wanted, state, ready, monotonic() - begun)
        self._ahead.around(wanted, state, [day for day, _ in visit.days], visit.step)
        return self._remembering(request, HTMLResponse(ready), visit)

    def _follows(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            if not _SENT.fullmatch(request.headers.get("content-length", "")):
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "More was sent than a form can hold.")
            async with request.form(max_files=1) as form:
                sent = {name: await _text_of(value) for name, value in form.items()}
            return await self._desk.ask(lambda record: self._done(request, record, act, sent))

        return answer

    def _done(self, request: Request, record: Record, act: Act, sent: Mapping[str, str]) -> Response:
        """What a form asks for is done, and the browser sent on to the page that shows it."""
        visit = self._visit(request, record, None)
        refusal = self._guard.refusal(request, sent.get(FORM, ""))
        if refusal:
            return self._rendered(_wrong(refusal, HTTPStatus.FORBIDDEN), visit)
        try:
            done = act(visit, sent)
        except OnrecordError as error:
            return self._rendered(_wrong(str(error), _status(error)), visit)
        if isinstance(done, Page):
            return self._rendered(done, visit)
        response = RedirectResponse(done.address, HTTPStatus.SEE_OTHER)
        if done.seen:
            self._keep(response, f"{self._seen}_before", done.seen.isoformat(), None)
        if done.who:
            self._keep(response, _WHO, done.who.encode("unicode_escape").decode("ascii"), _YEAR)
        if done.judged:
            self._keep(response, _JUDGED, done.judged, None)
        return response

    def _visit(self, request: Request, record: Record, day: date | None) -> Visit:
        cookies = request.cookies
        return Visit(
            record=record,
            at=self._desk.at,
            day=day,
            path={name: str(value) for name, value in request.path_params.items()},
            query=dict(request.query_params),
            seen=_day(cookies.get(f"{self._seen}_before", "")),
            who=_text(cookies.get(_WHO, "")),
            judged=cookies.get(_JUDGED, ""),
            read_only=self._guard.read_only,
            file=self._desk.path.name,
            address=request.url.path,
            guard=self._guard.form,
        )

    @staticmethod
    def _rendered(page: Page, visit: Visit) -> Response:
        return HTMLResponse(render(page, visit), page.status)

    def _remembering(self, request: Request, response: Response, visit: Visit) -> Response:
        """The answer, and the last day that the visitor has now seen with it: what came since is new to them."""
        if _JUDGED in request.cookies:  # told once
            response.delete_cookie(_JUDGED, httponly=True, samesite="strict")
        if not visit.days or visit.day:
            return response
        last = visit.days[-1][0].isoformat()
        before = request.cookies.get(self._seen)
        if f"{self._seen}_before" not in request.cookies:
            self._keep(response, f"{self._seen}_before", before or "", None)
        if before != last:
            self._keep(response, self._seen, last, _YEAR)
        return response

    @staticmethod
    def _keep(response: Response, name: str, value: str, age: int | None) -> None:
        response.set_cookie(name, value, max_age=age, httponly=True, samesite="lax")


async def _text_of(sent: str | UploadFile) -> str:
    """The text of a field, or of a file."""
    if isinstance(sent, str):
        return sent
    try:
        return (await sent.read()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The file that was sent is no text in UTF-8.") from error


def _download(file: File) -> Response:
    named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
    return Response(file.text, media_type=file.kind, headers=named)


def _wrong(what: str, status: int) -> Page:
    return Page("wrong.html", {"what": what}, status)


def _status(error: OnrecordError) -> int:
    return _STATUSES.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)


def _day(kept: str) -> date | None:
    try:
        return date.fromisoformat(kept)
    except ValueError:
        return None


def _text(kept: str) -> str:
    return kept.encode("ascii", "ignore").decode("unicode_escape", "ignore")
