"""Plugins: clashes and failures are told with the name of whose they are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

MIXED = 'It was “late,” he said.\n\n"We waited," she said. "We left."\n'
RULE = """\
title = "Weather"
severity = "warning"
message = "Rain."
explanation = "It rains."
[check]
kind = "KIND"
[[invalid]]
text = "[[a]]"
[[valid]]
text = "b"
[[valid]]
text = "c"
"""


@pytest.fixture
def installed(tmp_path_factory, monkeypatch):
    """Return a function that installs a distribution with one plugin module on the import path."""
    made = []

    def install(distribution, *, name, module, code):
        folder = Path(tmp_path_factory.mktemp("site"))
        information = folder / f"{distribution}-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.0\n", encoding="utf-8")
        (information / "entry_points.txt").write_text(f"[newslint]\n{name} = {module}\n", encoding="utf-8")
        (folder / f"{module}.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(str(folder))
        made.append(module)

    yield install
    for module in made:
        sys.modules.pop(module, None)


def test_plugin_that_fails_to_import_is_named_with_the_way_round_it(run, desk, installed):
    installed(
        "weather-desk", name="weather", module="weather_broken", code="raise RuntimeError('no barometer')"
    )
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt")
    without = run("a.txt", "--without-plugin", "weather")

    assert ran.code == 2
    assert ran.err == (
        "newslint: plugin `weather` of weather-desk does not load: RuntimeError: no barometer; "
        "go on without it with --without-plugin weather.\n"
    )
    assert without.code == 0


def test_two_plugins_of_one_name_are_refused_with_both_owners(run, desk, installed):
    installed("weather-desk", name="weather", module="weather_one", code="")
    installed("sports-desk", name="weather", module="weather_two", code="")
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert "two plugins are called `weather`: one of weather-desk, one of sports-desk" in ran.err


def test_two_plugins_with_one_kind_of_check_are_refused(run, desk, installed):
    code = """
from newslint.hookimpl import hookimpl

@hookimpl
def newslint_checks():
    return {"conversion": "json:JSONDecoder"}
"""
    installed("weather-desk", name="weather", module="weather_clash", code=code)
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert "`conversion` comes from two plugins: " in ran.err
    assert "`weather` of weather-desk" in ran.err
    assert "`units` of newslint" in ran.err


def test_plugin_that_is_edited_is_read_again(run, desk, installed, monkeypatch):
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(desk / "cache"))
    code = """
from newslint.hookimpl import hookimpl

@hookimpl
def newslint_reporters():
    return {"FORMAT": "newslint.reporters.json:JsonReporter"}
"""
    installed("weather-desk", name="weather", module="weather_edited", code=code.replace("FORMAT", "old"))
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")
    before = run("a.txt", "--format", "new")
    module = Path(sys.modules.pop("weather_edited").__file__ or "")
    module.write_text(code.replace("FORMAT", "brand-new"), encoding="utf-8")

    after = run("a.txt", "--format", "brand-new")

    assert before.code == 2
    assert after.code == 0


def test_check_that_crashes_is_told_and_the_others_go_on(run, desk, installed):
    code = """
from pathlib import Path
from newslint.hookimpl import hookimpl
from newslint.plugin import Check

class Crash(Check, frozen=True):
    def problems(self, document):
        raise ZeroDivisionError("no story")

@hookimpl
def newslint_checks():
    return {"crash": "weather_crash:Crash"}
"""
    installed("weather-desk", name="weather", module="weather_crash", code=code)
    (desk / "rules-here" / "weather").mkdir(parents=True)
    (desk / "rules-here" / "weather" / "crash.toml").write_text(
        RULE.replace("KIND", "crash"), encoding="utf-8"
    )
    (desk / "newslint.toml").write_text('rules-dirs = ["rules-here"]\n', encoding="utf-8")
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    ran = run("a.txt", "--format", "json")

    assert ran.code == 2
    assert ran.err == "newslint: a.txt: weather.crash failed: ZeroDivisionError: no story.\n"
    assert "quotes.mixed-marks" in [finding["rule"] for finding in ran.findings]


ACROSS = """
from newslint.hookimpl import hookimpl
from newslint.plugin import AcrossCheck

class Compare(AcrossCheck, frozen=True):
    def facts(self, document):
        FACTS

    def reconcile(self, facts):
        RECONCILE

@hookimpl
def newslint_checks():
    return {"compare": "weather_compare:Compare"}
"""


@pytest.mark.parametrize(
    ("facts", "reconcile", "where"),
    [
        (
            "raise ValueError('no facts')",
            "yield from ()",
            "a.txt: weather.compare failed: ValueError: no facts.",
        ),
        (
            "return document.path",
            "raise ValueError('at odds')",
            "the comparison of stories: weather.compare failed: ValueError: at odds.",
        ),
    ],
)
def test_comparison_that_crashes_is_told_and_the_others_go_on(run, desk, installed, facts, reconcile, where):
    code = ACROSS.replace("FACTS", facts).replace("RECONCILE", reconcile)
    installed("weather-desk", name="weather", module="weather_compare", code=code)
    (desk / "rules-here" / "weather").mkdir(parents=True)
    (desk / "rules-here" / "weather" / "compare.toml").write_text(
        RULE.replace("KIND", "compare"), encoding="utf-8"
    )
    (desk / "newslint.toml").write_text('rules-dirs = ["rules-here"]\n', encoding="utf-8")
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    ran = run("a.txt", "--across", "--format", "json")

    assert ran.code == 2
    assert ran.err == f"newslint: {where}\n"
    assert "quotes.mixed-marks" in [finding["rule"] for finding in ran.findings]
