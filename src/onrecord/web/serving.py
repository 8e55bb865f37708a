"""The application on an address of this machine, until it is stopped."""

from __future__ import annotations

import errno
import gc
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from onrecord.errors import BadArgument
from onrecord.web.app import application
from onrecord.web.guard import LOCAL

_NEXT = 20  # ports that are tried after one that is taken
_COLLECTED = 100_000, 50, 100  # objects: what is at hand of a large record lasts, and to look through it takes long


@dataclass(frozen=True, slots=True)
class Address:
    """Where the application is to be reached.

    Attributes:
        host: the interface: a name or number of this machine.
        port: the port; where it is taken, one of the next is used.
        names: further names under which others address this machine.
        token: what visitors have to show once; empty for everybody who reaches the address.
        day: the day as of which the first page is opened; empty for all that is on record.
    """

    host: str
    port: int
    names: tuple[str, ...] = ()
    token: str = ""
    day: str = ""

    @property
    def local(self) -> bool:
        """Whether nobody beyond this machine can reach it."""
        with suppress(ValueError):
            return ip_address(self.host).is_loopback
        return self.host == "localhost"

    def page(self, port: int) -> str:
        """The address of the first page."""
        everywhere = self.host in {"0.0.0.0", "::"}  # noqa: S104 - only where a person asked for it
        name = self.names[0] if self.names else "127.0.0.1" if everywhere else self.host
        asked = urlencode({name: value for name, value in (("day", self.day), ("token", self.token)) if value})
        return f"http://{_bracketed(name)}:{port}/" + (f"?{asked}" if asked else "")


def serve(
    path: Path, at: Address, *, ready: Callable[[str], None], read_only: bool = False, ahead: bool = True
) -> None:
    """Show a record until the program is stopped.

    Args:
        path: the record's file.
        at: where.
        ready: told the address of the first page once it answers.
        read_only: whether nothing may be changed.
        ahead: whether pages of the days around one that takes its time are made while somebody looks at it.

    Raises:
        NoRecord: when there is no record at that path.
        BadArgument: when the address is none of this machine's, or taken.
    """
    gc.set_threshold(*_COLLECTED)
    with _listening(at) as listening:
        port = listening.getsockname()[1]
        names = (*LOCAL, *map(_bracketed, (at.host, *at.names)))
        app = application(path, read_only=read_only, token=at.token, names=names, ahead=ahead)
        config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False)
        _Server(config, lambda: ready(at.page(port))).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()


def _bracketed(name: str) -> str:
    """A name or number of a machine as it stands in addresses."""
    return f"[{name}]" if ":" in name else name


def _listening(at: Address) -> socket.socket:
    """A socket on the port, or on the first free one after it."""
    family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
    for port in range(at.port, at.port + _NEXT) if at.port else (0,):
        try:
            return socket.create_server((at.host, port), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise BadArgument(f"the address {at.host}:{port} cannot be used: {error.strerror or error}") from error
        except OverflowError as error:
            raise BadArgument(f"port {port}: give one from 0 to 65535") from error
    raise BadArgument(f"ports {at.port} to {at.port + _NEXT - 1} of {at.host} are taken: give another with --port")
