"""The README shows what the program shows, and its commands are there."""

import importlib.util
from pathlib import Path

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
