"""The README shows what the program shows, and its commands are there."""

import importlib.util
from pathlib import Path

from docs import screenshots

from onrecord import Record

ROOT = Path(__file__).resolve().parents[1]


def test_the_readme_shows_what_the_first_command_shows():
    spec = importlib.util.spec_from_file_location("readme", ROOT / "docs" / "readme.py")
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    text = readme.README.read_text("utf-8")
    assert readme.filled(text, readme.demo()) == text, "run: python docs/readme.py"


def test_every_file_that_the_readme_names_is_there():
    text = (ROOT / "README.md").read_text("utf-8")
    named = {part.split(")")[0] for part in text.split("](")[1:]}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_pictures_are_shown_described_few_in_bytes_and_those_that_are_taken(tmp_path):
    there = {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
    pages = (ROOT / "docs" / "pages.md").read_text("utf-8")
    assert {part.split(")")[0] for part in pages.split("](pictures/")[1:]} == there
    assert "![](" not in pages
    assert sum((ROOT / "docs" / "pictures" / name).stat().st_size for name in there) < 1_500_000
    with Record.open(tmp_path / "story.onrecord") as record:
        record.add_all(screenshots.STORY)
        assert {shot.path.name for shot in screenshots.shots(record)} == there
