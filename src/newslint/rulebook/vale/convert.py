"""Converting: a rule of Vale → the TOML of a rule of newslint, with examples to be filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.core.errors import RuleError
from newslint.core.paths import shown
from newslint.rulebook.toml import contents
from newslint.rulebook.vale.plain_words import plain_words
from newslint.rulebook.vale.rules import KEYS, texts
from newslint.rulebook.vale.yaml_files import parsed

BLOCKS = {
    "heading": ("headline", "subhead"), "list": ("list-item",), "table": ("table-cell",),
    "blockquote": ("quote",), "alt": ("caption",),
}  # fmt: skip
SCOPES = ("sentence", "paragraph")
COUNTED = re.compile(r"\\b\(?\\w\+\)?\\b|\\w\+")
YOURS = "# TODO: examples are the rule's tests. Put sentences of your own copy in their place.\n"
SCORES = {
    "Gunning Fog": "gunning-fog", "Coleman-Liau": "coleman-liau", "Flesch-Kincaid": "flesch-kincaid",
    "SMOG": "smog", "Automated Readability": "ari",
}  # fmt: skip
PLACES = {
    "metric": ("{value}",), "readability": ("{value}",), "occurrence": ("{count}",),
    "capitalization": ("{words}", "{replacement}"),
}  # fmt: skip
NAMES = {"polysyllabic_words": "polysyllables", "blockquote": "quotes", "list": "list_items"}

Table = Mapping[str, Any]
# What a kind makes of a rule: the lines of `[check]` and an example of what it finds.
Made = tuple[list[str], str]


def converted_rule(path: Path) -> str:
    """Return the TOML of a rule of Vale. Raises RuleError for one that newslint has no kind for."""
    try:
        table = parsed(shown(path), contents(path))
    except OSError as cause:
        raise RuleError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None
    kind = str(table.get("extends", ""))
    if kind not in CONVERTERS:
        known = ", ".join(sorted(KEYS))
        raise RuleError(f"{shown(path)}: extends: found `{kind}`, newslint converts {known}.")
    try:
        lines, example = CONVERTERS[kind](table)
    except (TypeError, AttributeError, KeyError) as cause:
        raise RuleError(f"{shown(path)}: is not what a rule of `{kind}` looks like: {cause}.") from None
    return "".join(
        (*_head(path, table, lines), "\n[check]\n", *(f"{line}\n" for line in lines), *_tail(example))
    )


def _head(path: Path, table: Table, lines: Sequence[str]) -> Iterator[str]:
    fixes = any(line.startswith(("swap", "[check.swap]", "replacement")) for line in lines)
    yield f"# From {path.name} of Vale.\n"
    yield f"title = {_text(path.stem)}\n"
    yield f"severity = {_text(str(table.get('level') or 'warning'))}\n"
    yield f"message = {_text(_message(table, fixes=fixes))}\n"
    if fixes:
        yield 'fix = "Write “{replacement}”"\n'
    why = table.get("description") or "TODO: say why, for whoever meets the finding."
    yield f"explanation = {_text(str(why))}\n"
    if links := list(texts(table.get("link"))):
        yield f"references = {_list(links)}\n"
    yield "# Vale looks into quotations, too; here they belong to the speaker, unless this says otherwise:\n"
    yield '# quotes = "include"\n'
    if blocks := _blocks(table):
        yield f"blocks = {_list(blocks)}\n"


def _tail(example: str) -> Iterator[str]:
    yield f"\n{YOURS}"
    yield f"[[invalid]]\ntext = {_text(example)}\n"
    yield '[[valid]]\ntext = "TODO: a near miss."\n[[valid]]\ntext = "TODO: another."\n'


def _existence(table: Table) -> Made:
    tokens, raw = list(texts(table.get("tokens"))), "".join(texts(table.get("raw")))
    words = None if raw or table.get("nonword") else _all_plain(tokens)
    if words is None:
        joined = "|".join(tokens)
        wrapped = f"(?:{joined})" if table.get("nonword") or not tokens else rf"\b(?:{joined})\b"
        return _pattern(wrapped + raw if table.get("append") else raw + (wrapped if tokens else ""), table)
    exceptions = _all_plain(list(texts(table.get("exceptions")))) or ()
    lines = ['kind = "existence"', f"tokens = {_list(words)}"]
    lines += [f"exceptions = {_list(exceptions)}"] * bool(exceptions)
    return [*lines, *_case(table)], f"Write a sentence with [[{words[0]}]] in it."


def _substitution(table: Table) -> Made:
    rows: dict[str, str] = {}
    left: list[str] = []
    for key, value in table["swap"].items():
        words = plain_words(str(key))
        if words is None or "$" in str(value):
            left.append(f"# Not converted, as it is an expression: {key} → {value}")
        else:
            rows.update(dict.fromkeys((word for word in words if word != value), str(value)))
    if not rows:
        key, value = next(iter(table["swap"].items()))
        lines, example = _pattern(rf"\b(?:{key})\b", table)
        plain = re.sub(r"\$(\d+)", r"{group\1}", str(value)).split("|")[0]
        named = _with_names(str(key)) if "{group" in plain else str(key)
        expression = rf"\b(?:{named})\b"
        lines[1] = f"pattern = {_text(expression)}"
        return [*left[1:], *lines, f"replacement = {_text(plain)}"], example
    table_lines = [f"{_text(word)} = {_text(better)}" for word, better in rows.items()]
    found = next(iter(rows))
    lines = [*left, 'kind = "substitution"', *_case(table), "", "[check.swap]", *table_lines]
    return lines, f"Write a sentence with [[{found}]] in it."


def _occurrence(table: Table) -> Made:
    token = str(table["token"])
    words = () if COUNTED.fullmatch(token) else plain_words(token.removeprefix(r"\b").removesuffix(r"\b"))
    if words is None:
        raise RuleError(f"counts by the expression `{token}`, newslint counts words.")
    scope = next((each for each in texts(table.get("scope")) if each in SCOPES), "story")
    lines = ['kind = "occurrence"', f"scope = {_text(scope)}"]
    lines += [f"{key} = {table[key]}" for key in ("max", "min") if table.get(key)]
    lines += [f"tokens = {_list(words)}"] * bool(words)
    return [*lines, *_case(table)], "[[TODO: a sentence beyond the limit.]]"


def _repetition(table: Table) -> Made:
    return ['kind = "repetition"'], "There is [[a a]] doubled word."


def _consistency(table: Table) -> Made:
    rows = {}
    for first, second in table["either"].items():
        left, right = plain_words(str(first)), plain_words(str(second))
        if left and right:
            rows[left[0]] = right[0]
    if not rows:
        raise RuleError("its pairs are expressions, newslint compares words.")
    found, other = next(iter(rows.items()))
    lines = ['kind = "consistency"', *_case(table), "", "[check.either]"]
    lines += [f"{_text(word)} = {_text(better)}" for word, better in rows.items()]
    return lines, f"One {found}, another {found}, and one [[{other}]]."


def _conditional(table: Table) -> Made:
    lines = ['kind = "conditional"', f"pattern = {_text(str(table['first']))}"]
    lines += [f"needs-pattern = {_text(str(table['second']))}", 'where = "before"', "ignore-case = false"]
    exceptions = list(texts(table.get("exceptions")))
    return [*lines, *([f"exceptions = {_list(exceptions)}"] * bool(exceptions))], "TODO: [[what lacks it]]."


def _capitalization(table: Table) -> Made:
    match = str(table["match"]).removeprefix("$")
    if match not in ("title", "sentence", "upper", "lower"):
        return _pattern(f"^(?!{match}).+", table)
    lines = [
        'kind = "capitalization"',
        f"match = {_text(match)}",
        f"threshold = {table.get('threshold') or 0.8}",
    ]
    if match == "title":
        lines.append(f"style = {_text(str(table.get('style') or 'AP').lower())}")
    exceptions = [word for each in texts(table.get("exceptions")) for word in each.split()]
    lines += [f"exceptions = {_list(exceptions)}"] * bool(exceptions)
    return lines, "[[TODO: A Headline in The Wrong case]]\n\nAnd the copy below it.\n"


def _metric(table: Table) -> Made:
    formula = " ".join(str(table["formula"]).split()).replace("math.", "")
    for name, ours in NAMES.items():
        formula = re.sub(rf"\b{name}\b", ours, formula)
    formula = re.sub(r"\bheading[._]h[1-6]\b", "subheads", formula)
    lines = [
        'kind = "metric"',
        f"formula = {_text(formula)}",
        f"condition = {_text(str(table['condition']))}",
    ]
    return lines, "[[TODO: a sentence for which it holds.]]"


def _readability(table: Table) -> Made:
    score = next((SCORES[each] for each in texts(table.get("metrics")) if each in SCORES), "flesch-kincaid")
    lines = ['kind = "readability"', f"score = {_text(score)}", f"max = {table.get('grade') or 12}"]
    return lines, "[[TODO: a sentence of a hundred words that is hard to read.]]"


def _spelling(table: Table) -> Made:
    return ['kind = "spelling"', 'language = "en-US"'], "Write a sentence with [[teh]] word."


def _sequence(table: Table) -> Made:
    lines = ['kind = "sequence"']
    for token in table["tokens"]:
        if token.get("tag") or token.get("upos"):
            raise RuleError("asks for parts of speech, which newslint does not tell.")
        pattern = str(token.get("pattern", ""))
        words = plain_words(pattern)
        lines += ["", "[[check.steps]]"]
        lines.append(f"words = {_list(words)}" if words else f"pattern = {_text(pattern)}")
        lines += [f"gap = {token.get('skip')}"] * bool(token.get("skip"))
        lines += ["absent = true"] * bool(token.get("negate"))
    return lines, "TODO: [[what it finds]]."


CONVERTERS: Mapping[str, Callable[[Table], Made]] = {
    "existence": _existence, "substitution": _substitution, "occurrence": _occurrence,
    "repetition": _repetition, "consistency": _consistency, "conditional": _conditional,
    "capitalization": _capitalization, "metric": _metric, "readability": _readability,
    "spelling": _spelling, "sequence": _sequence,
}  # fmt: skip


def _pattern(expression: str, table: Table) -> Made:
    return ['kind = "pattern"', f"pattern = {_text(expression)}", *_case(table)], "TODO: [[what it finds]]."


def _case(table: Table) -> list[str]:
    return [] if table.get("ignorecase") else ["ignore-case = false"]


def _all_plain(tokens: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words that some expressions stand for, or nothing where one stands for more than words."""
    found = [plain_words(token) for token in tokens]
    if not found or None in found:
        return None
    return tuple(dict.fromkeys(word for words in found for word in words or ()))


def _with_names(key: str) -> str:
    """Give the groups of an expression names, so that a replacement can name them."""
    numbers = iter(range(1, 100))
    return re.sub(r"(?<!\\)\((?!\?)", lambda _: f"(?<group{next(numbers)}>", key)


def _message(table: Table, *, fixes: bool) -> str:
    """Return a message with our placeholders: Vale gives a replacement first, then what was found."""
    given = ("{replacement}", "{words}") if fixes else PLACES.get(str(table["extends"]), ("{words}",))
    places = iter(given)
    message = str(table.get("message", ""))
    said = re.sub(r"%\[\d+\]s|%s|%d", lambda _: next(places, given[-1]), message)
    return re.sub(r"'(\{\w+\})'", r"“\1”", said)


def _blocks(table: Table) -> list[str]:
    scopes = [each.split(".")[0] for each in texts(table.get("scope"))]
    return [block for scope in scopes for block in BLOCKS.get(scope, ())]


def _list(words: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _text(words: str) -> str:
    """Return words as TOML writes them: an expression between plain marks, where it can stand there."""
    if "\\" in words and "'" not in words and "\n" not in words:
        return f"'{words}'"
    return json.dumps(words, ensure_ascii=False)
