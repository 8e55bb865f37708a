"""Help, version, start-up, and the page made from the help."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import click
import pytest

import onrecord
from onrecord.cli import render
from onrecord.cli.app import COMMANDS, cli
from onrecord.cli.docs import page
from onrecord.cli.verb import Verb

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_page_is_what_the_help_says():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m onrecord.cli.docs > docs/cli.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    for part in ("--json", "Examples:", "Exit codes:", "With --json:"):
        assert part in result.stdout
    command = cli.get_command(click.Context(cli), name)
    assert isinstance(command, Verb)
    assert command.examples
    assert all(example.startswith(f"onrecord {name}") for example in command.examples)
    assert not [param for param in command.params if isinstance(param, click.Option) and not param.help]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"add", "check", "judge"}])
def test_every_view_takes_a_day(run, name):
    assert "--as-of DAY" in run(name, "--help").stdout


def test_examples_parse():
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        for example in command.examples:
            words = _words(example.partition(" | ")[0])
            command.make_context(name, words[2:], resilient_parsing=False)


def _words(example):
    import shlex  # noqa: PLC0415 - only here

    return shlex.split(example)


def test_version_and_unknown_command(run):
    assert run("--version").stdout.strip() == f"onrecord, version {onrecord.__version__}"
    unknown = run("mattters")
    assert unknown.exit_code == 2
    assert "No such command" in unknown.stderr
    assert run("--help").exit_code == 0


def test_help_imports_neither_the_library_nor_rich():
    code = (
        "import sys; from onrecord.cli.app import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('rich', 'sqlite3', 'onrecord.library', 'onrecord.cli.add') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_json_does_not_import_rich(record):
    code = (
        "import sys; from onrecord.cli.app import cli\n"
        f"try: cli.main(['matters', {str(record)!r}, '--json'])\n"
        "except SystemExit: pass\n"
        "print('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_views_load_nothing_that_reads_reports(record):
    code = (
        "import sys; from onrecord.cli.app import cli\n"
        f"try: cli.main(['statements', {str(record)!r}])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('onrecord.follow', 'onrecord.reading', 'onrecord.intake', 'onnxruntime') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_starts_quickly():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "onrecord.cli", "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.0


def test_everything_that_draws_is_there():
    assert all(callable(getattr(render, name)) for name in render.__all__)
    with pytest.raises(AttributeError):
        render.nothing  # noqa: B018 - looking it up is the test
