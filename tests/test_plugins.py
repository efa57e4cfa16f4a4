"""Plugins: clashes and failures are told with the name of whose they are."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from newslint.desk.desk import Desk
from newslint.desk.options import Options

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
    installed("weather-desk", name="weather", module="weather_one", code=HOOK.replace("BODY", "return {}"))
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


HOOK = """
from newslint.hookimpl import hookimpl

@hookimpl
def newslint_checks():
    BODY
"""
WAY_ON = "; go on without it with --without-plugin weather.\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("raise SystemExit(0)", "does not load: SystemExit: 0"),
        ("def broken(:", "does not load: SyntaxError: invalid syntax (weather_amiss.py, line 1)"),
        ("import no_such_module_here", "does not load: ModuleNotFoundError: No module named"),
        (
            HOOK.replace("BODY", "raise ValueError('no rain')"),
            "failed in newslint_checks: ValueError: no rain",
        ),
        (HOOK.replace("BODY", "raise SystemExit(3)"), "failed in newslint_checks: SystemExit: 3"),
        (
            HOOK.replace("BODY", "return newslint_checks()"),
            "failed in newslint_checks: RecursionError: maximum",
        ),
        (
            HOOK.replace("BODY", "return ['storm']"),
            "returns the list ['storm'] from newslint_checks, expected names with `module:Class`",
        ),
        (
            HOOK.replace("BODY", "pass"),
            "returns the NoneType None from newslint_checks, expected names with `module:Class`",
        ),
        (
            HOOK.replace("BODY", "return {'storm': 3}"),
            "returns the dict {'storm': 3} from newslint_checks, expected names with `module:Class`",
        ),
        (
            HOOK.replace("BODY", "return {}").replace("newslint_checks()", "newslint_checks(rules)"),
            "cannot be asked: PluginValidationError: ",
        ),
        ("", "answers no hook; the hooks are newslint_checks, newslint_detect, "),
        (
            HOOK.replace("BODY", "return {}").replace("newslint_checks", "newslint_cheks"),
            "answers `newslint_cheks`, which is no hook; the hooks are newslint_checks, newslint_detect, "
            "newslint_engines, newslint_packs, newslint_readers, newslint_reporters",
        ),
        (
            HOOK.replace("BODY", "return {}").replace("@hookimpl", ""),
            "has a function `newslint_checks` that is not marked with @hookimpl",
        ),
        (
            HOOK.replace("BODY", "return '/'").replace("newslint_checks", "newslint_packs"),
            "returns '/' from newslint_packs, expected a list of paths of folders",
        ),
        (
            HOOK.replace("BODY", "return ['/no/such/rules']").replace("newslint_checks", "newslint_packs"),
            "names /no/such/rules in newslint_packs, which is no folder",
        ),
        (
            HOOK.replace("BODY", "return {'barograph': 'no_such_module:Reader'}").replace(
                "_checks", "_readers"
            ),
            "gives the class no_such_module:Reader, which cannot be imported: ModuleNotFoundError: No module",
        ),
        (
            HOOK.replace("BODY", "return {'barograph': 'os:sep'}").replace("_checks", "_readers"),
            "gives the class os:sep, which is no class",
        ),
        (
            HOOK.replace("BODY", "return {'barograph': 'json:JSONDecoder'}").replace("_checks", "_readers"),
            "gives the class json:JSONDecoder, which has extensions None, expected such as",
        ),
        (
            HOOK.replace("BODY", "return {'barograph': 'newslint.readers.text:TextReader'}").replace(
                "_checks", "_readers"
            ),
            "clashes with another: two readers take .txt, one of plugin `weather` of weather-desk, one of "
            "`readers` of newslint",
        ),
    ],
)
def test_plugin_that_answers_amiss_is_named_with_the_way_round_it(run, desk, installed, code, expected):
    installed("weather-desk", name="weather", module="weather_amiss", code=code)
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt")
    without = run("a.txt", "--without-plugin", "weather")

    assert ran.code == 2
    assert ran.err.startswith("newslint: plugin `weather` of weather-desk " + expected)
    assert len(ran.err.splitlines()) == 1
    assert without.code == 0


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("json:JSONDecoder", "gives the class json:JSONDecoder, which is no newslint.plugin.Check"),
        ("no_such_module:Storm", "gives the class no_such_module:Storm, which cannot be imported: "),
    ],
)
def test_kind_that_is_no_check_is_named_when_a_rule_wants_it(run, desk, installed, target, expected):
    code = HOOK.replace("BODY", f"return {{'storm': '{target}'}}")
    installed("weather-desk", name="weather", module="weather_kind", code=code)
    (desk / "rules-here" / "weather").mkdir(parents=True)
    rule = RULE.replace("KIND", "storm")
    (desk / "rules-here" / "weather" / "storm.toml").write_text(rule, encoding="utf-8")
    (desk / "newslint.toml").write_text('rules-dirs = ["rules-here"]\n', encoding="utf-8")
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err.startswith(f"newslint: plugin `weather` of weather-desk {expected}")
    assert ran.err.endswith(WAY_ON)


READER = """
from newslint.hookimpl import hookimpl

class Rain:
    extensions = (".rain",)

    def read(self, source, lexicon):
        BODY

@hookimpl
def newslint_readers():
    return {"rain": "weather_reader:Rain"}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise SystemExit(0)", "the reader `rain` failed: SystemExit: 0."),
        ("raise MemoryError", "the reader `rain` failed: MemoryError."),
        ("return self.read(source, lexicon)", "the reader `rain` failed: RecursionError: maximum recursion"),
        ("return 'It rained.'", "the reader `rain` gave a str, expected a Document."),
        ("raise BaseException('panic')", "the reader `rain` failed: BaseException: panic."),
    ],
)
def test_reader_that_fails_costs_its_own_story(run, desk, installed, body, expected):
    installed("weather-desk", name="weather", module="weather_reader", code=READER.replace("BODY", body))
    (desk / "a.rain").write_text("It rained.\n", encoding="utf-8")
    (desk / "b.txt").write_text(MIXED, encoding="utf-8")

    ran = run(".", "--format", "json")
    names = run("names", ".", "--format", "json")

    assert ran.code == names.code == 2
    assert ran.err.startswith(f"newslint: a.rain: {expected}")
    assert names.err == ran.err
    assert "quotes.mixed-marks" in [finding["rule"] for finding in ran.findings]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return None", "a.rain: no reader for .rain; `--reader text` reads it as text."),
        ("return 'hail'", "a.rain: plugin `weather` of weather-desk names the reader 'hail' in "),
        ("raise SystemExit(0)", "a.rain: plugin `weather` of weather-desk failed in newslint_detect: "),
    ],
)
def test_plugin_that_fails_to_tell_a_reader_costs_its_own_story(run, desk, installed, body, expected):
    code = HOOK.replace("BODY", body).replace("newslint_checks()", "newslint_detect(head)")
    installed("weather-desk", name="weather", module="weather_tells", code=code)
    (desk / "a.rain").write_text("It rained.\n", encoding="utf-8")
    (desk / "b.txt").write_text(MIXED, encoding="utf-8")

    ran = run("a.rain", "b.txt", "--format", "json")

    assert ran.code == 2
    assert ran.err.startswith(f"newslint: {expected}")
    assert "quotes.mixed-marks" in [finding["rule"] for finding in ran.findings]


def test_plugins_that_tell_readers_are_loaded_once_for_all_stories(desk, installed):
    code = (
        "from newslint.hookimpl import hookimpl\n\n@hookimpl\ndef newslint_detect(head):\n    return 'text'\n"
    )
    installed("weather-desk", name="weather", module="weather_once", code=code)
    names = [f"{letter}.rain" for letter in "abc"]
    for name in names:
        (desk / name).write_text("It rained.\n", encoding="utf-8")
    opened = Desk(Options(cache=False))
    loaded = []

    for story in opened.assignments(names):
        assert opened.document(story).format == "text"
        loaded.append(opened.detectors)

    assert loaded[0] is loaded[1] is loaded[2]
    assert [origin.plugin for origin, _ in loaded[0]] == ["weather"]


@pytest.mark.parametrize(("name", "near"), [("wether", " (did you mean `weather`?)"), ("zzz", "")])
def test_plugin_that_is_not_there_cannot_be_left_out(run, desk, installed, name, near):
    installed("weather-desk", name="weather", module="weather_none", code=HOOK.replace("BODY", "return {}"))
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    ran = run("a.txt", "--without-plugin", name)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"newslint: --without-plugin: unknown plugin `{name}`{near}.\n"


CHECK = """
from typing import ClassVar
from newslint.hookimpl import hookimpl
from newslint.plugin import Check, Edit, Fix, Problem, Related, Safety, Span

class Odd(Check, frozen=True):
    supplies: ClassVar = {"words": None}

    def problems(self, document):
        BODY

@hookimpl
def newslint_checks():
    return {"odd": "weather_odd:Odd"}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise SystemExit(0)", "SystemExit: 0."),
        ("raise MemoryError", "MemoryError."),
        ("yield from self.problems(document)", "RecursionError: maximum recursion depth exceeded"),
        ("return 3", "TypeError: 'int' object is not iterable."),
        ("yield 'rain'", "AttributeError: 'str' object has no attribute 'span'."),
        (
            "yield Problem(Span(4, 4000))",
            "ValueError: Span(start=4, end=4000) lies outside the 59 letters of ",
        ),
        (
            "yield Problem(Span(0, 4), {'words': 'a'}, related=(Related(Span(4, 4000)),))",
            "ValueError: Span(start=4, end=4000) lies outside the 59 letters of ",
        ),
        (
            "yield Problem(Span(0, 4), {'words': 'a'}, (Fix((Edit(Span(-9, -4), 'b'),), Safety.SAFE),))",
            "ValueError: Span(start=-9, end=-4) lies outside the 59 letters of ",
        ),
        ("yield Problem(Span(0, 4), {'words': 3})", "TypeError: "),
        ("raise GeneratorExit", "GeneratorExit."),
    ],
)
def test_check_that_fails_in_any_way_is_told_and_the_others_go_on(run, desk, installed, body, expected):
    installed("weather-desk", name="weather", module="weather_odd", code=CHECK.replace("BODY", body))
    (desk / "rules-here" / "weather").mkdir(parents=True)
    rule = RULE.replace("KIND", "odd").replace("Rain.", "{words}.")
    (desk / "rules-here" / "weather" / "odd.toml").write_text(rule, encoding="utf-8")
    (desk / "newslint.toml").write_text('rules-dirs = ["rules-here"]\n', encoding="utf-8")
    (desk / "a.txt").write_text(MIXED, encoding="utf-8")

    ran = run("a.txt", "--format", "json")

    assert ran.code == 2
    assert ran.err.startswith(f"newslint: a.txt: weather.odd failed: {expected}")
    assert len(ran.err.splitlines()) == 1
    assert "quotes.mixed-marks" in [finding["rule"] for finding in ran.findings]


DOCUMENT = """
from newslint.plugin import *

def made(source, lexicon, *spans, path="a.rain", end=11, at=0):
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*span)) for span in spans)
    segments = (Segment(0, at, end, end),)
    return Document(path, "rain", "It rained.\\n", "It rained.\\n", blocks, SourceMap(segments), lexicon)
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return made(source, lexicon, (0, 40))", "whose blocks overlap, or lie outside its text."),
        ("return made(source, lexicon, (-3, 4))", "whose blocks overlap, or lie outside its text."),
        ("return made(source, lexicon, (0, 5), (3, 9))", "whose blocks overlap, or lie outside its text."),
        ("return made(source, lexicon, end=4)", "whose map leaves its text or its source."),
        ("return made(source, lexicon, at=40)", "whose map leaves its text or its source."),
        ("return made(source, lexicon, path='b.txt')", "of `b.txt`."),
        ("return made(source, lexicon, path=None)", "of `None`."),
        ("return made(source, lexicon, (0, None))", "that is none: TypeError: "),
    ],
)
@pytest.mark.parametrize("words", [["check", "--fix"], ["names"]])
def test_document_that_points_elsewhere_costs_its_own_story(run, desk, installed, body, expected, words):
    installed(
        "weather-desk", name="weather", module="weather_reader", code=DOCUMENT + READER.replace("BODY", body)
    )
    (desk / "a.rain").write_text("It rained.\n", encoding="utf-8")
    (desk / "b.txt").write_text("Maria Lund left.\n", encoding="utf-8")

    ran = run(*words, ".")

    assert ran.code == 2
    assert ran.err.startswith(f"newslint: a.rain: the reader `rain` gave a Document {expected}")
    assert len(ran.err.splitlines()) == 1


ODD_DOCUMENT = "return Document(source.path, 'rain', 'Ann Lee said.', 'Ann Lee said.', (), None, None)"


@pytest.mark.parametrize("command", ["check", "names", "quotes"])
def test_story_that_no_view_can_be_had_of_costs_itself_only(run, desk, installed, command):
    code = "from newslint.plugin import Document" + READER.replace("BODY", ODD_DOCUMENT)
    installed("weather-desk", name="weather", module="weather_reader", code=code)
    (desk / "a.rain").write_text("It rained.\n", encoding="utf-8")
    (desk / "b.txt").write_text("“It rained,” Maria Lund said.\n", encoding="utf-8")

    ran = run(command, ".", "--format", "json")

    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert {line.split(": ")[1] for line in ran.err.splitlines()} == {"a.rain"}
    assert command == "check" or "Lund" in ran.out


REPORTER = """
from newslint.hookimpl import hookimpl

class Rain:
    def render(self, report, *, width):
        BODY

@hookimpl
def newslint_reporters():
    return {"rain": "weather_reporter:Rain"}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise SystemExit(0)", "the reporter `rain` failed: SystemExit: 0."),
        ("return self.render(report, width=width)", "the reporter `rain` failed: RecursionError: "),
        ("return None", "the reporter `rain` gave a NoneType, expected the text of a report."),
        ("raise GeneratorExit", "the reporter `rain` failed: GeneratorExit."),
        ("return chr(0xDCE9)", ""),
    ],
)
def test_reporter_that_fails_is_named_beside_what_else_went_wrong(run, desk, installed, body, expected):
    code = REPORTER.replace("BODY", body)
    installed("weather-desk", name="weather", module="weather_reporter", code=code)
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt", "gone.txt", "--format", "rain")

    assert ran.code == 2
    lines = ran.err.splitlines()
    assert lines[0] == "newslint: gone.txt: no such file or folder."
    assert "".join(lines[1:]).startswith(f"newslint: {expected}" if expected else "")


def test_reporter_that_is_none_is_named_with_the_way_round_it(run, desk, installed):
    code = REPORTER.replace("render", "renders").replace("BODY", "pass")
    installed("weather-desk", name="weather", module="weather_reporter", code=code)
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("a.txt", "--format", "rain")

    assert ran.code == 2
    assert ran.err == (
        "newslint: plugin `weather` of weather-desk gives the class weather_reporter:Rain, which has no "
        "method `render`; go on without it with --without-plugin weather.\n"
    )


CLAIMING = READER.replace('".rain"', '".xml"').replace(
    "    def read", "    @classmethod\n    def claims(cls, head):\n        CLAIM\n\n    def read"
)


def test_reader_that_tells_its_files_by_the_bytes_shares_an_extension(run, desk, installed):
    body = "from newslint.readers.text import TextReader; return TextReader().read(source, lexicon)"
    code = CLAIMING.replace("BODY", body).replace("CLAIM", "return head.startswith(b'<rain>')")
    installed("weather-desk", name="weather", module="weather_reader", code=code)
    (desk / "rain.xml").write_text("<rain>It rained.</rain>", encoding="utf-8")
    (desk / "story.xml").write_text("<nitf/>", encoding="utf-8")
    (desk / "other.xml").write_text("<snow/>", encoding="utf-8")

    ran = run(".", "--format", "json")

    files = json.loads(ran.out)["files"]
    assert [(file["path"], file["format"]) for file in files] == [("rain.xml", "text"), ("story.xml", "nitf")]


def test_reader_that_fails_at_a_claim_costs_that_file_only(run, desk, installed):
    code = CLAIMING.replace("BODY", "return None").replace("CLAIM", "raise ValueError('no rain')")
    installed("weather-desk", name="weather", module="weather_reader", code=code)
    (desk / "a.xml").write_text("<rain/>", encoding="utf-8")
    (desk / "b.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run(".")

    assert ran.code == 2
    assert ran.err == "newslint: a.xml: the reader `rain` failed: ValueError: no rain.\n"
    assert ran.out == "No findings in 2 files, 2 words.\n"
