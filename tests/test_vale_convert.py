"""`newslint vale convert`: a rule of Vale becomes one of newslint, with examples to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from newslint.core.rule import Rule, RuleFile
from newslint.desk.configuring import configured
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.pages.examples import Workbench, failures
from newslint.rulebook.toml import converted
from newslint.rulebook.vale.convert import converted_rule
from newslint.rulebook.vale.plain_words import plain_words

STYLES = Path(__file__).parents[1] / "bench" / "vale" / "styles"
# Scripts, parts of speech, and a rule that only adds to another.
NOT_CONVERTED = {"Script", "Tagged", "Inherits"}
RULES = sorted(path for path in STYLES.glob("*/*.yml") if path.stem not in NOT_CONVERTED)
# Of these an example of what is found can be made.
SHOWN = {"existence", "substitution", "consistency", "repetition"}
DESK = Desk(Options(isolated=True))
SETTING = DESK.here()


def rule_of(text: str) -> Rule:
    file = converted(tomli.loads(text), RuleFile, path="a.toml", error=ValueError)
    given = dict(file.check)
    kind = given.pop("kind")
    return Rule("house.made", "a.toml", file, kind, given, DESK.registry.checks[kind].check)


@pytest.mark.parametrize(
    "path", [each for each in RULES if each.stem not in NOT_CONVERTED], ids=lambda each: each.stem
)
def test_converted_rule_is_one_of_newslint(path: Path) -> None:
    rule = rule_of(converted_rule(path))
    bench = Workbench(DESK.registry, SETTING.book, SETTING.lexicon)

    assert configured(rule).message
    assert len(rule.file.invalid) == 1
    if rule.kind in SHOWN and not rule.file.blocks:
        assert list(failures(rule, bench)) == []


def test_simple_expressions_become_words_and_others_are_named(run, desk: Path) -> None:
    (desk / "Wordy.yml").write_text(
        "extends: substitution\nmessage: \"Use '%s', not '%s'.\"\nlevel: error\nignorecase: true\n"
        "link: https://example.com\nswap:\n  '(?:in|with) regards? to': about\n  '\\d+ pct': percent\n",
        encoding="utf-8",
    )

    ran = run("vale", "convert", "Wordy.yml")

    assert ran.out == (
        "# From Wordy.yml of Vale.\n"
        'title = "Wordy"\n'
        'severity = "error"\n'
        'message = "Use “{replacement}”, not “{words}”."\n'
        'fix = "Write “{replacement}”"\n'
        'explanation = "TODO: say why, for whoever meets the finding."\n'
        'references = ["https://example.com"]\n'
        "# Vale looks into quotations, too; here they belong to the speaker, unless this says otherwise:\n"
        '# quotes = "include"\n'
        "\n[check]\n"
        "# Not converted, as it is an expression: \\d+ pct → percent\n"
        'kind = "substitution"\n'
        "\n[check.swap]\n"
        '"in regard to" = "about"\n'
        '"in regards to" = "about"\n'
        '"with regard to" = "about"\n'
        '"with regards to" = "about"\n'
        "\n# TODO: examples are the rule's tests. Put sentences of your own copy in their place.\n"
        '[[invalid]]\ntext = "Write a sentence with [[in regard to]] in it."\n'
        '[[valid]]\ntext = "TODO: a near miss."\n[[valid]]\ntext = "TODO: another."\n'
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("extends: script\nmessage: a", "R.yml: extends: found `script`, newslint converts"),
        ("extends: substitution\nmessage: a", "R.yml: is not what a rule of `substitution` looks like"),
        (
            "extends: occurrence\nmessage: a\ntoken: '\\d'\nmax: 1",
            "counts by the expression `\\d`, newslint counts words.",
        ),
        (
            "extends: consistency\nmessage: a\neither: {'a+': b}",
            "its pairs are expressions, newslint compares words.",
        ),
        ("extends: sequence\nmessage: a\ntokens: [{tag: NN}]", "asks for parts of speech"),
        ("extends: [", "R.yml:2: broken YAML"),
    ],
)
def test_rule_that_newslint_has_no_kind_for_is_told(run, desk: Path, rule: str, told: str) -> None:
    (desk / "R.yml").write_text(rule, encoding="utf-8")

    ran = run("vale", "convert", "R.yml")

    assert ran.code == 2
    assert told in ran.err


def test_file_that_is_not_there_is_told(run) -> None:
    assert (
        run("vale", "convert", "R.yml").err == "newslint: R.yml: cannot be read: No such file or directory.\n"
    )


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("very", ("very",)),
        ("colou?rs?|hue", ("color", "colors", "colour", "colours", "hue")),
        (r"e\.g\.", ("e.g.",)),
        ("(?:a|b(c|d)) e", ("a e", "bc e", "bd e")),
        (r"\d+", None),
        ("a(?=b)", None),
        ("a)", None),
        ("(a", None),
        ("[ab]", None),
        ("(?:a|b|c|d|e)(?:a|b|c|d|e)(?:a|b|c|d|e)", None),
        ("a*", None),
        ("", None),
    ],
)
def test_expression_of_few_words_is_written_out(expression: str, words: tuple[str, ...] | None) -> None:
    assert plain_words(expression) == words
