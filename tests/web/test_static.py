"""What is not Python stays small, and what is of others stays as they released it."""

import tomllib
from hashlib import sha256
from pathlib import Path

import onrecord

PACKAGE = Path(onrecord.__file__).parent
STATIC = PACKAGE / "web" / "static"
VENDOR = STATIC / "vendor"
LISTED = tomllib.loads((VENDOR / "versions.toml").read_text("utf-8"))["file"]

SCRIPTS_AND_STYLES = 1500
WIDTH = 120  # characters: a longer line counts for as many as it would fill


def lines(paths):
    return sum(max(1, -(-len(line) // WIDTH)) for path in paths for line in path.read_text("utf-8").splitlines())


def test_scripts_and_styles_of_our_own_are_few():
    ours = [path for path in STATIC.rglob("*") if path.suffix in {".js", ".css", ".svg"} and VENDOR not in path.parents]
    assert lines(ours) < SCRIPTS_AND_STYLES


def test_python_is_the_larger_part_of_the_pages():
    web = PACKAGE / "web"
    others = [
        path
        for path in web.rglob("*")
        if path.suffix in {".js", ".css", ".svg", ".html"} and VENDOR not in path.parents
    ]
    assert lines(web.rglob("*.py")) > lines(others)


def test_files_of_others_are_what_was_released():
    assert {each["path"]: sha256((VENDOR / each["path"]).read_bytes()).hexdigest() for each in LISTED} == {
        each["path"]: each["sha256"] for each in LISTED
    }


def test_there_are_no_files_of_others_but_those_listed_and_each_says_its_version():
    there = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert there == {"versions.toml", *(each["path"] for each in LISTED)}
    for each in LISTED:
        if each["path"].endswith(".js"):
            assert each["version"] in (VENDOR / each["path"]).read_text("utf-8")


def test_every_package_has_its_licence_beside_it():
    licensed = {each["package"] for each in LISTED if each["path"].startswith("licenses/")}
    assert licensed == {each["package"] for each in LISTED}
