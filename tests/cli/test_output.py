"""What reaches a terminal or a pipe, whatever stands in the reports."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from onrecord.cli.output import cut, peeked
from onrecord.prose.safe import escaped, harmless
from onrecord.prose.words import plainly, quoted

EVIL = (
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m [red]plain[/red] [link=http://x]go[/link] :smile: \u202etfel \x7f\x00"
)
NASTY = f"""Nasty News {EVIL}
Published 2 May 2024

Eight {EVIL} killed: coastguard

"The hull {EVIL} was sound," spokesman Arno [bold]Vale[/bold] said. Eight people were killed, the coastguard {EVIL} said.

"مرحبا بالعالم {EVIL}," Brita Holm told the \u5317\u6d77\u65b0\u95fb. "{"a very long word " * 40}," she said.
"""
COMMANDS = [
    ["matters"],
    ["timeline"],
    ["sources"],
    ["statements"],
    ["origins"],
    ["problems"],
    ["check"],
    ["changes", "--since", "2024-05-01"],
    ["search", "hull"],
    ["show", "[b]nasty.txt"],
    ["ask", "How many were killed?"],
]


@pytest.fixture(scope="session")
def nasty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nasty")
    (folder / "[b]nasty.txt").write_text(NASTY.replace("\x00", ""), encoding="utf-8")
    path = folder / "nasty.onrecord"
    result = subprocess.run(
        [sys.executable, "-m", "onrecord.cli", "add", path, folder / "[b]nasty.txt"], capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return path


def bad(text):
    return [c for c in text if c not in "\n\t" and (ord(c) < 32 or 127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_reports_give_no_orders_to_a_terminal_through_a_pipe(run, nasty, command):
    for more in ([], ["--json"]):
        result = run(command[0], nasty, *command[1:], *more)
        assert result.exit_code in {0, 1}, result.output
        assert not bad(result.stdout)


def test_markup_is_printed_as_it_stands(run, nasty):
    shown = run("show", nasty, "[b]nasty.txt").stdout
    for words in ("[red]plain[/red]", "[link=http://x]go[/link]", ":smile:", "Arno [bold]Vale[/bold]", "مرحبا"):
        assert words in shown


def test_json_has_the_very_characters(as_json, nasty):
    assert as_json("show", nasty, "[b]nasty.txt")["text"] == NASTY.replace("\x00", "")


def in_terminal(columns, *args):
    """What `onrecord` prints on a terminal of so many columns."""
    pty = pytest.importorskip("pty")
    fcntl = pytest.importorskip("fcntl")
    struct, termios = pytest.importorskip("struct"), pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES", "NO_COLOR"}}
    command = [sys.executable, "-m", "onrecord.cli", *map(str, args)]
    started = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**environment, "TERM": "xterm-256color"}
    )
    os.close(theirs)
    seen = b""
    try:
        while block := os.read(ours, 65536):
            seen += block
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    started.wait()
    return seen.decode().replace("\r\n", "\n")


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_terminal_of_60_columns(nasty, command):
    seen = in_terminal(60, command[0], nasty, *command[1:])
    text = _COLOUR.sub("", seen)
    assert text.strip()
    assert not bad(text)
    assert "\x1b[31mred" not in seen
    from rich.cells import cell_len  # noqa: PLC0415 - only here

    assert all(cell_len(line) <= 60 for line in text.splitlines())


def test_adding_on_a_terminal_shows_how_far_it_is(reports, tmp_path):
    seen = in_terminal(80, "add", tmp_path / "new.onrecord", reports)
    assert "reading" in seen
    assert "3/3" in seen
    assert "3 reports added" in seen


def test_json_on_a_terminal_is_json_alone(reports, tmp_path):
    seen = in_terminal(80, "add", tmp_path / "new.onrecord", reports, "--json")
    assert len(json.loads(seen)["added"]) == 3


def test_where_nobody_looks_there_is_nothing_but_the_summary(reports, tmp_path):
    command = [sys.executable, "-m", "onrecord.cli", "add", tmp_path / "new.onrecord", reports]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("3 reports added")
    assert done.stderr == ""


def test_ids_are_never_cut(run, nasty, record):
    for path in (nasty, record):
        for command in ("matters", "statements", "sources", "origins"):
            ids = re.compile(r"\b(?:ma|st|so|or)-[0-9a-f]+")
            piped = set(ids.findall(run(command, path).stdout))
            assert piped
            assert piped == set(ids.findall(_COLOUR.sub("", in_terminal(60, command, path))))


def test_a_pipe_is_neither_wrapped_nor_coloured(run, nasty):
    lines = run("statements", nasty).stdout.splitlines()
    assert max(map(len, lines)) > 600
    assert not any("\x1b" in line for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_reader_that_leaves_early_is_no_error(record):
    shell = f"'{sys.executable}' -m onrecord.cli statements '{record}' --limit 0; echo $? >&2"
    one_line = subprocess.Popen(["/bin/sh", "-c", shell], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert one_line.stdout is not None
    one_line.stdout.close()
    _, err = one_line.communicate(timeout=60)
    assert err.decode().split() == ["0"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_told_on_one_line(record):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "onrecord.cli", "statements", record]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_output_will_do(record, encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for more in ((), ("--json",)):
        command = [sys.executable, "-m", "onrecord.cli", "matters", record, *more]
        result = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert result.returncode == 0, result.stderr
        assert not more or json.loads(result.stdout.decode(encoding))


def test_a_spoilt_record_is_told_on_one_line(run, record, tmp_path):
    whole = record.read_bytes()
    for name, data in (("cut", whole[: len(whole) // 2]), ("garbled", whole[:4096] + b"\xff" * (len(whole) - 4096))):
        spoilt = tmp_path / name
        spoilt.write_bytes(data)
        for command in ("matters", "statements", "check"):
            result = run(command, spoilt)
            assert result.exit_code in {1, 2}, (name, command, result.exception)
            assert len(result.stderr.splitlines()) <= 1
            assert "Traceback" not in result.output


def test_harmless_keeps_what_can_be_seen():
    assert harmless("a\tb\nc é 北海 👩‍👧 مرحبا") == "a\tb\nc é 北海 👩‍👧 مرحبا"
    assert harmless("\x1b[31m\x9b\u202e\ufeff\ud800\U000e0041x") == "[31mx"
    assert json.loads(escaped(json.dumps(EVIL + "\U000e0041\u2028", ensure_ascii=False))) == EVIL + "\U000e0041\u2028"


def test_cut_counts_what_it_leaves_out():
    assert cut([1, 2, 3], 2).note == "… 1 more: --limit 0 for all"
    assert cut([1, 2], 2, 2000).more == 1998
    assert cut([1, 2], None).note == ""
    assert peeked([1, 2, 3], 2).shown == [1, 2]
    assert peeked([1, 2, 3], 2, last=True).shown == [2, 3]
    assert peeked([1, 2], 2).note == ""


def test_answers_and_words_in_plain_form():
    assert plainly("all: the harbour guard") == "the harbour guard, all of it"
    assert plainly("not part: Marines") == "not Marines, part of it"
    assert plainly("in Tarn") == "in Tarn"
    assert quoted("“all\nof it”") == "“all of it”"
    assert quoted("“all” of “it”") == "““all” of “it””"
