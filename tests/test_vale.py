# ruff: noqa: E501  (a rule of Vale stands in one line)
"""Vale's styles: its files are read, its rules find what Vale finds, under its names and levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

INI = """\
StylesPath = styles
[*]
BasedOnStyles = Own
"""
STORY = "He said it was utilized, utilize or very very old.\n"


@pytest.fixture
def styles(desk: Path):
    """Return a function that gives a desk a `.vale.ini` and rules in the style *Own*."""

    def made(*, ini: str = INI, **rules: str) -> None:
        folder = desk / "styles" / "Own"
        folder.mkdir(parents=True, exist_ok=True)
        (desk / ".vale.ini").write_text(ini, encoding="utf-8")
        for name, rule in rules.items():
            (folder / f"{name}.yml").write_text(rule, encoding="utf-8")

    return made


@pytest.fixture
def found(run: Run, desk: Path):
    """Return a function that tells what Vale's rules find in copy, as rule, words and line."""

    def told(copy: str, name: str = "a.md") -> list[tuple[str, str, int]]:
        (desk / name).write_text(copy, encoding="utf-8")
        ran = run("check", "--isolated", "--style", "vale:.vale.ini", "--format", "json", name)
        return [(each["rule"], each["text"], each["start"]["line"]) for each in ran.findings]

    return told


def existence(*tokens: str, **keys: str) -> str:
    lines = [f"{key}: {value}" for key, value in keys.items()]
    return "\n".join(
        [
            "extends: existence",
            "message: \"Not '%s'.\"",
            *lines,
            "tokens:",
            *(f"  - {each}" for each in tokens),
        ]
    )


def test_rule_runs_under_its_name_and_level_in_quotations_too(styles, run: Run, desk: Path) -> None:
    styles(Old=existence("utili[sz]ed?", level="error", ignorecase="true", link="https://example.com/a"))
    (desk / "newslint.toml").write_text('style = "vale:.vale.ini"\n', encoding="utf-8")
    (desk / "a.txt").write_text("“Utilise it,” she said.\n", encoding="utf-8")

    ran = run("a.txt", "--format", "json")

    assert [(each["rule"], each["severity"], each["message"]) for each in ran.findings] == [
        ("Own.Old", "error", "Not 'Utilise'.")
    ]
    assert ran.code == 1


def test_classes_of_go_are_of_ascii_and_its_flags_end_with_their_group(styles, found) -> None:
    styles(
        Word=existence(
            r"'[\w-.]+@'", r"'\bcaf\w+'", r"'(?i)lol|rofl'", r"'x\x{2019}y'", "'(?P<n>a)b'", nonword="true"
        )
    )

    assert found("LOL, ROFL, café cafes, x’y and ab, a-b.c@ there.") == [
        ("Own.Word", "LOL", 1),
        ("Own.Word", "ROFL", 1),
        ("Own.Word", "cafes", 1),
        ("Own.Word", "x’y", 1),
        ("Own.Word", "ab", 1),
        ("Own.Word", "a-b.c@", 1),
    ]


def test_raw_part_stands_before_the_tokens(styles, found) -> None:
    styles(
        Passive="extends: existence\nmessage: \"'%s'\"\nraw:\n  - \\b(was|were)\\b\\s*\ntokens: ['[\\w]+ed', shot]"
    )

    assert found("He was wounded, they were\nshot, and they wounded.") == [
        ("Own.Passive", "was wounded", 1),
        ("Own.Passive", "were\nshot", 1),
    ]


def test_exception_is_left_alone_and_in_a_longer_phrase(styles, found) -> None:
    styles(Very=existence("critical", "open") + "\nexceptions: [critical care, '(?i)OPENED']")

    assert found("A critical moment in critical care, open or not.") == [
        ("Own.Very", "critical", 1),
        ("Own.Very", "open", 1),
    ]


SWAP = """\
extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
action: {name: replace}
swap:
  '(?:leverag|utiliz)e': use|apply
  'e-?mails? from (\\w+)': 'message from $1'
  prior to: before
"""


def test_swap_offers_what_is_meant_with_its_groups(styles, run: Run, desk: Path) -> None:
    styles(Swap=SWAP)
    (desk / "a.md").write_text("Utilize email from Bergen prior\nto noon. Use it before.\n", encoding="utf-8")

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", "--format", "json", "a.md")

    assert [
        (each["message"], [fix["edits"][0]["text"] for fix in each["fixes"]]) for each in ran.findings
    ] == [
        ("Use 'use' or 'apply' instead of 'Utilize'.", ["use", "apply"]),
        ("Use 'message from Bergen' instead of 'email from Bergen'.", ["message from Bergen"]),
        ("Use 'before' instead of 'prior to'.", ["before"]),
    ]


def test_right_side_may_say_by_an_expression_what_is_right(styles, found) -> None:
    styles(
        Term="extends: substitution\nmessage: \"'%s'\"\nignorecase: true\nswap:\n  'py\\w*': '[Pp]ython'\n"
    )

    assert found("python, Python, pYthon and pypi.") == [("Own.Term", "pYthon", 1), ("Own.Term", "pypi", 1)]


def test_occurrences_are_counted_in_each_part_of_the_scope(styles, found) -> None:
    rule = "extends: occurrence\nmessage: 'More than %d commas.'\nscope: sentence\nmax: 1\ntoken: ','"
    fewest = "extends: occurrence\nmessage: 'Only %s words.'\nscope: paragraph\nmin: 3\ntoken: '\\b\\w+\\b'"
    styles(Commas=rule, Short=fewest)

    assert found("One, two. Three, four, five.\n\nToo short.\n") == [
        ("Own.Commas", ",", 1),
        ("Own.Short", "Too", 3),
    ]


def test_repetition_stays_in_a_sentence(styles, found) -> None:
    styles(Twice="extends: repetition\nmessage: \"'%s'\"\nalpha: true\ntokens: ['[^\\s.!?]+']")

    assert found("It was was that. That is it\nit 2 2.") == [
        ("Own.Twice", "was was", 1),
        ("Own.Twice", "it\nit", 1),
    ]


def test_consistency_is_told_where_both_have_been_met(styles, found) -> None:
    styles(
        Pair="extends: consistency\nmessage: \"'%s'\"\nignorecase: true\neither:\n  advisor: adviser\n  'colou?r': hue"
    )

    assert found("The adviser.\n\nThe Advisor.\n\nA color, a colour.") == [("Own.Pair", "Advisor", 3)]


def test_condition_wants_a_definition_before_or_its_other_half_in_the_part(styles, found) -> None:
    styles(
        Short="extends: conditional\nmessage: \"'%s'\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'\nexceptions: [USA]",
        Thief="extends: conditional\nmessage: \"'%s'\"\nfirst: thief\nsecond: alleged",
    )

    assert found("FBI and Olympic Committee (IOC).\n\nThe IOC, USA, a thief.\n\nThe alleged thief.") == [
        ("Own.Short", "FBI", 1),
        ("Own.Thief", "thief", 3),
    ]


@pytest.mark.parametrize(
    ("keys", "heading", "wrong"),
    [
        ("match: $title", "What the Council Said About the Harbour", False),
        ("match: $title", "What the council said about the harbour", True),
        ("match: $title\nstyle: Chicago", "Talks With Council over Old Harbour Walls", False),
        ("match: $sentence", "What the council said about the harbour", False),
        ("match: $sentence", "What the Council Said About the harbour", True),
        ("match: $sentence\nindicators: [':']", "The harbour: What the council said", False),
        ("match: $sentence\nexceptions: [Lifeboat Trust]", "What the Lifeboat Trust said", False),
        ("match: $lower", "what the council said", False),
        ("match: $upper", "What THE COUNCIL SAID", True),
        ("match: '^[A-Z].*\\?$'", "What did the council say", True),
    ],
)
def test_heading_is_in_the_case_of_the_rule(styles, found, keys: str, heading: str, wrong: bool) -> None:
    styles(Head=f"extends: capitalization\nmessage: \"'%s'\"\nscope: heading\n{keys}")

    assert found(f"# {heading}\n\nA paragraph That Is No Heading.\n") == [("Own.Head", heading, 1)] * wrong


def test_scopes_are_parts_of_a_page(styles, found) -> None:
    styles(
        H1=existence("here", scope="heading.h1"),
        H2=existence("here", scope="heading.h2"),
        List=existence("here", scope="list"),
        Cell=existence("here", scope="[table.cell, blockquote]"),
        Head=existence("here", scope="table.header"),
        Prose=existence("here", scope="~heading & ~list & ~table & ~blockquote & ~alt"),
        Raw="extends: existence\nmessage: \"'%s'\"\nscope: raw\nraw: ['\\]\\(img']",
        Alt=existence("here", scope="alt"),
    )

    copy = (
        "# It is here\n\nOr here\n-------\n\nAnd here.\n\n- here\n\n> here\n\n"
        "| here |\n|---|\n| here |\n\n![here](img.png)\n"
    )

    assert found(copy) == [
        ("Own.H1", "here", 1),
        ("Own.H2", "here", 3),
        ("Own.Prose", "here", 6),
        ("Own.List", "here", 8),
        ("Own.Cell", "here", 10),
        ("Own.Head", "here", 12),
        ("Own.Cell", "here", 14),
        ("Own.Alt", "here", 16),
        ("Own.Raw", "](img", 16),
    ]


def test_scope_outside_quotations_leaves_direct_speech(styles, found) -> None:
    styles(Own=existence("really", scope="~quote"))

    assert found("“It really is,” he said. It really is.") == [("Own.Own", "really", 1)]
    assert found("“It really is,” he said. It really is.", "a.txt") == [("Own.Own", "really", 1)]


def test_comments_switch_rules_styles_and_words(styles, found) -> None:
    styles(One=existence("one", "two"), Two=existence("two"))

    copy = (
        "<!-- vale off -->\n\none\n\n<!-- vale on -->\n\n<!-- vale Own.One = NO -->\n\none two\n\n"
        '<!-- vale Own.One = YES -->\n\n<!-- vale Own.One["two"] = NO -->\n\none two\n\n'
        "<!-- vale Own = NO -->\n\none two\n\n<!-- vale Own = YES -->\n\n<!-- vale styles = Other -->\n\none\n\n"
        "<!-- vale style = Own -->\n\none\n"
    )

    assert found(copy) == [
        ("Own.Two", "two", 9),
        ("Own.One", "one", 15),
        ("Own.Two", "two", 15),
        ("Own.One", "one", 29),
    ]


def test_limit_holds_for_a_story(styles, found) -> None:
    styles(Few=existence("said", limit="1"))

    assert found("He said it. She said it.") == [("Own.Few", "said", 1)]


def test_measures_are_told_at_the_first_line(styles, found) -> None:
    styles(
        Long="extends: metric\nmessage: \"%s words a sentence\"\nformula: words / sentences\ncondition: '> 4'",
        Heads="extends: metric\nmessage: \"%s\"\nformula: heading.h2\ncondition: '> 0'",
        Grade='extends: readability\nmessage: "%s"\ngrade: 90\nmetrics: [SMOG, Flesch-Kincaid]',
    )

    assert found("# Head\n\n## Two\n\nA short sentence of seven plain words.\n") == [
        ("Own.Heads", "", 1),
        ("Own.Long", "", 1),
    ]


def test_sequence_of_words_is_read_and_one_of_tags_is_told(styles, run: Run, desk: Path) -> None:
    styles(
        Hedge="extends: sequence\nmessage: \"'%s'\"\ntokens:\n  - pattern: seems\n  - pattern: to\n  - pattern: be\n    skip: 1",
        Tags="extends: sequence\nmessage: no\ntokens:\n  - tag: NN\n  - pattern: be",
        Modal="extends: sequence\nmessage: \"'%s'\"\ntokens:\n  - tag: MD\n  - pattern: have",
        Runs="extends: script\nmessage: no\nscript: x",
    )
    (desk / "a.txt").write_text(
        "It seems to really be late. It seems to have been. It may have been.\n", encoding="utf-8"
    )

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", "--format", "json", "a.txt")

    assert [each["text"] for each in ran.findings] == ["seems to really be", "may have"]
    assert ran.err == (
        "newslint: styles/Own/Runs.yml: a script, which newslint does not run\n"
        "newslint: styles/Own/Tags.yml: asks for parts of speech (NN), which newslint does not tell\n"
    )


SECTIONS = """\
StylesPath = styles
MinAlertLevel = warning
[formats]
story = md
[*]
BasedOnStyles = Own
Own.Off = NO
[*.{txt,md}]
Own.Off = YES
TokenIgnores = (\\$\\w+\\$), (\\{\\{[^}]+\\}\\})
[*.txt]
Own.One = error
[notes/*]
BasedOnStyles =
"""


def test_sections_are_for_their_files(styles, found, desk: Path) -> None:
    styles(ini=SECTIONS, One=existence("one"), Off=existence("two"), Low=existence("one", level="suggestion"))
    (desk / "notes").mkdir()

    assert found("one two $one$ {{ one }}\n") == [("Own.One", "one", 1), ("Own.Off", "two", 1)]
    assert found("one two\n", "a.html") == [("Own.One", "one", 1)]
    assert found("one two\n", "notes/a.html") == []


def test_level_of_a_section_is_that_of_its_files(styles, run: Run, desk: Path) -> None:
    styles(ini=SECTIONS, One=existence("one"), Off=existence("two"))
    for name in ("a.txt", "b.md", "c.story"):
        (desk / name).write_text("one\n", encoding="utf-8")

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", "--format", "json", ".")

    assert [(each["path"], each["severity"]) for each in ran.findings] == [
        ("a.txt", "error"),
        ("b.md", "warning"),
        ("c.story", "warning"),
    ]


@pytest.mark.parametrize("home", ["config/vocabularies/Paper", "Vocab/Paper"])
def test_vocabulary_is_accepted_by_rules_and_asked_for_by_its_own(
    styles, found, desk: Path, home: str
) -> None:
    ini = "StylesPath = styles\nVocab = Paper\n[*]\nBasedOnStyles = Vale, Own\nVale.Spelling = NO\n"
    styles(ini=ini, Open=existence("open", "kyiv", ignorecase="true"))
    folder = desk / "styles" / home
    folder.mkdir(parents=True)
    (folder / "accept.txt").write_text("# words\nKyiv\nopen source\nWi-?Fi\n", encoding="utf-8")
    (folder / "reject.txt").write_text("cyber-?space\n", encoding="utf-8")

    assert found("Kyiv and kyiv, open source, open, wifi, cyberspace and and so.") == [
        ("Own.Open", "kyiv", 1),
        ("Vale.Terms", "kyiv", 1),
        ("Own.Open", "open", 1),
        ("Vale.Terms", "wifi", 1),
        ("Vale.Avoid", "cyberspace", 1),
        ("Vale.Repetition", "and and", 1),
    ]


def test_package_brings_its_own_file_which_the_desk_overrides(styles, found, desk: Path) -> None:
    styles(
        ini="StylesPath = styles\nPackages = Own\n[*.md]\nOwn.Two = NO\n",
        One=existence("one"),
        Two=existence("two"),
    )
    folder = desk / "styles" / ".vale-config"
    folder.mkdir()
    (folder / "0-Own.ini").write_text("[*.md]\nBasedOnStyles = Own\nOwn.Two = YES\n", encoding="utf-8")

    assert found("one two\n") == [("Own.One", "one", 1)]


def test_rule_extends_another_and_adds_to_its_words(styles, found) -> None:
    styles(
        Base=existence("one", "two"),
        More="extends: Own.Base\nmessage: \"'%s'\"\ntokens+: [three]\ntokens-: [one]",
    )

    assert found("one two three\n") == [
        ("Own.Base", "one", 1),
        ("Own.Base", "two", 1),
        ("Own.More", "two", 1),
        ("Own.More", "three", 1),
    ]


def test_spelling_knows_the_dictionary_and_the_filters(styles, found) -> None:
    pytest.importorskip("spylls")
    styles(Spell="extends: spelling\nmessage: \"'%s'\"\nfilters: ['[pP]y.*\\b']")

    assert found("Teh colour of pypi, iPhone NASA and the harbor wall.") == [
        ("Own.Spell", "Teh", 1),
        ("Own.Spell", "colour", 1),
    ]


@pytest.mark.parametrize(
    ("ini", "told"),
    [
        ("StylesPath = styles\n[*]\nBasedOnStyles = Other\n", ".vale.ini: there is no style `Other` in styles."),
        ("[*]\nBasedOnStyles = Own\n", ".vale.ini: there is no style `Own`, as there is no StylesPath."),
        ("StylesPath = gone\n", ".vale.ini: StylesPath: there is no folder gone."),
        ("nonsense\n", ".vale.ini:1: found `nonsense`, expected `[section]` or `key = value`."),
        ("StylesPath = styles\nVocab = Gone\n[*]\nBasedOnStyles = Own\n", ".vale.ini: Vocab: there is no vocabulary `Gone`."),
    ],
)  # fmt: skip
def test_faulty_ini_is_told(styles, run: Run, desk: Path, ini: str, told: str) -> None:
    styles(ini=ini, R=existence("a"))
    (desk / "a.md").write_text("one\n", encoding="utf-8")

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", "a.md")

    assert (ran.code, ran.err) == (2, f"newslint: {told}\n")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("extends: existance\nmessage: a", "styles/Own/R.yml: extends: found `existance`, expected one of capitalization, "
         "conditional, consistency, existence, metric, occurrence, readability, repetition, sequence, spelling, substitution."),
        ("extends: existence", "styles/Own/R.yml: found no `message`."),
        ("extends: existence\nmessage: a\nlevel: high", "styles/Own/R.yml: level: found `high`, expected error, warning, suggestion."),
        ("extends: [", "styles/Own/R.yml:2: broken YAML: did not find expected node content."),
        ("- a", "styles/Own/R.yml: expected a table with `extends` and `message`."),
        ("a: &x [1]\nb: *x", "styles/Own/R.yml: found an alias (`*name`), which newslint does not read in a rule."),
        ("extends: occurrence\nmessage: a\ntoken: a\nmax: many", "styles/Own/R.yml: max: found `many`, expected a number."),
        ("extends: substitution\nmessage: a\nswap: [a]", "styles/Own/R.yml: swap: expected a table of words."),
        ("extends: Own.Gone\nmessage: a", "Own.Gone: no such rule in styles."),
        ("extends: Own.R\nmessage: a", "styles/Own/R.yml: rules extend each other more than 10 deep."),
        ("extends: sequence\nmessage: a\ntokens: [{pattern: a, skip: b}]", "Own.R: is not what a rule of Vale looks like."),
    ],
)  # fmt: skip
def test_faulty_rule_costs_itself_and_is_told(styles, run: Run, desk: Path, rule: str, told: str) -> None:
    styles(R=rule, Sound=existence("one"))
    (desk / "a.md").write_text("one\n", encoding="utf-8")

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", "a.md", "--format", "json")

    assert ran.err == f"newslint: {told.removesuffix('.')}; the rule is left out\n"
    assert [each["rule"] for each in ran.findings] == ["Own.Sound"]


def test_escaped_apostrophe_of_go_is_read(styles, found) -> None:
    styles(R='extends: existence\nmessage: "\'%s\'"\ntokens: ["don\\\'t", "a\\\\b"]')

    assert found("I don't.") == [("Own.R", "don't", 1)]


def test_expression_that_does_not_compile_is_told_when_it_is_used(styles, run: Run, desk: Path) -> None:
    styles(R=existence("'a(b'"))
    (desk / "a.md").write_text("one\n", encoding="utf-8")

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", "a.md")

    assert ran.code == 2
    assert "Own.R failed: " in ran.err
    assert "does not compile: missing )" in ran.err


def test_file_that_is_not_there_is_told_with_where_it_is_named(run: Run, desk: Path) -> None:
    (desk / "newslint.toml").write_text('style = "vale:gone.ini"\n', encoding="utf-8")
    (desk / "a.md").write_text("one\n", encoding="utf-8")

    assert run("a.md").err == "newslint: gone.ini: cannot be read: No such file or directory.\n"


def test_styles_outside_the_repository_are_not_read(styles, run: Run, desk: Path, tmp_path_factory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    styles(ini=f"StylesPath = {outside}\n[*]\nBasedOnStyles = Own\n", R=existence("one"))
    (desk / ".git").mkdir()
    (desk / "newslint.toml").write_text('style = "vale:.vale.ini"\n', encoding="utf-8")
    (desk / "a.md").write_text("one\n", encoding="utf-8")

    ran = run("a.md")

    assert ran.code == 2
    assert "is outside the repository" in ran.err


def test_unread_keys_are_told_once(styles, run: Run, desk: Path) -> None:
    ini = "StylesPath = styles\nNLPEndpoint = x\n[*]\nBasedOnStyles = Own\nTransform = a.xsl\n[*.md if draft]\nOwn.R = NO\n"
    styles(ini=ini, R=existence("one", model="x"))
    for name in ("a.md", "b.md"):
        (desk / name).write_text("two\n", encoding="utf-8")

    ran = run("check", "--isolated", "--style", "vale:.vale.ini", ".")

    assert ran.err == (
        "newslint: .vale.ini: [*.md if draft]: conditions over front matter are not read\n"
        "newslint: .vale.ini: `NLPEndpoint` is not read\n"
        "newslint: .vale.ini: `Transform` is not read\n"
        "newslint: styles/Own/R.yml: `model` is not read\n"
    )


def test_config_sets_and_adds_rules_beside_those_of_vale(styles, run: Run, desk: Path) -> None:
    styles(One=existence("one"), Two=existence("two"))
    (desk / "newslint.toml").write_text(
        'style = "vale:.vale.ini"\nignore = ["Own.Two"]\nextend-select = ["words.doubled-word"]\n'
        '[rules.Own.One]\nseverity = "suggestion"\n',
        encoding="utf-8",
    )
    (desk / "a.md").write_text("It is one two the the end.\n", encoding="utf-8")

    ran = run("a.md", "--format", "json")

    assert [(each["rule"], each["severity"]) for each in ran.findings] == [
        ("Own.One", "suggestion"),
        ("words.doubled-word", "error"),
    ]
