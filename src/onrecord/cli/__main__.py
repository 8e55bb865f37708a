"""`python -m onrecord.cli`: the same as `onrecord`."""

from __future__ import annotations

from onrecord.cli import main

main()
