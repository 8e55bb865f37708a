"""The browser that tests use is found where it is, and installed where there is none."""

import os
import stat
import sys

import pytest
from playwright.sync_api import Error
from tests.web import browser as browsers


def program(path, script):
    """A program of a few lines of shell."""
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine on which no browser is anywhere: the folder that is its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.delenv("ONRECORD_BROWSER", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def test_the_browser_of_these_tests_says_what_it_is(browser_path):
    assert browser_path.is_file()


def test_the_one_that_is_named_comes_first(bare, monkeypatch):
    program(bare / "chromium", "exit 0")
    named = program(bare / "mine", "exit 0")
    monkeypatch.setenv("ONRECORD_BROWSER", "mine")
    assert browsers.find() == named


def test_one_that_does_not_start_is_passed_over(bare):
    program(bare / "chromium-browser", "echo 'requires a shop' >&2; exit 1")
    works = program(bare / "google-chrome", "echo Chrome 1")
    assert browsers.find() == works


@pytest.mark.usefixtures("bare")
def test_where_there_is_none_it_is_said_what_to_do():
    with pytest.raises(
        browsers.NoBrowserError, match=r"(?s)apt-get install chromium.*playwright install.*ONRECORD_BROWSER="
    ):
        browsers.find()


def test_nothing_is_installed_beside_one_that_was_named(bare, monkeypatch):
    program(bare / "apt-get", f"touch {bare}/asked")
    monkeypatch.setenv("ONRECORD_BROWSER", str(bare / "gone"))
    with pytest.raises(browsers.NoBrowserError, match="gone"):
        browsers.provide()
    assert not (bare / "asked").exists()


def test_nothing_is_installed_where_one_is_found(bare):
    program(bare / "apt-get", f"/usr/bin/touch {bare}/asked")
    found = program(bare / "chromium", "exit 0")
    assert browsers.provide() == found
    assert not (bare / "asked").exists()


@pytest.mark.parametrize("user", [0, 1000])
def test_a_package_is_installed_where_there_are_packages_by_one_who_may(bare, monkeypatch, capfd, user):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    copy = f"/bin/cp {program(bare / 'package', 'exit 0')} {bare}/chromium"
    program(bare / "apt-get", f'echo "$@"; if [ "$1" = install ]; then {copy}; fi')
    program(bare / "sudo", 'echo sudo; exec "$@"')
    assert browsers.provide() == bare / "chromium"
    shown = capfd.readouterr().out.split("\n")
    assert shown.count("sudo") == (2 if user else 0)
    assert "install -y --no-install-recommends chromium libatomic1" in shown


def test_nothing_beyond_this_machine_can_be_reached(browser):
    with browser.new_context() as context, pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        context.new_page().goto("http://elsewhere.example/")
