"""The command line."""

from __future__ import annotations

import signal
import sys
from importlib import import_module


def main() -> None:
    """Run the command that the arguments name; never returns."""
    try:
        import_module("onrecord.cli.app").cli(prog_name="onrecord")
    except KeyboardInterrupt:  # pressed before there was anything to stop
        sys.exit(130)
    finally:
        for late in (signal.SIGINT, signal.SIGTERM):  # nothing is left to stop but the interpreter's own end
            signal.signal(late, signal.SIG_IGN)
