"""New rules: the text of a rule's file, from words and better ones, from a kind, or from a rule there is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError, RuleError
from newslint.core.paths import meant
from newslint.core.rule import Rule
from newslint.founding.starting import STARTERS, starter
from newslint.rulebook.faults import cited, nearest
from newslint.rulebook.packs import RuleBook

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")
FAMILY = "desk"
ARROW = "=>"
# What a copy of a shipped rule does not take over.
OWN_KEYS = re.compile(r"^(?:since|aliases) = .*\n", re.MULTILINE)
FEW = 3
FRAMES = (
    "The paper wrote {} in the story.",
    "An editor put {} there on Monday.",
    "Two pages have {}, as we saw.",
)
YOURS = "# The examples are the rule's tests. Put sentences of your own copy in their place.\n"
SPOKEN = '# Quotations belong to the speaker; `quotes = "include"` at the top has the rule look into them.\n'


def pairs(words: Sequence[str]) -> dict[str, str]:
    """Read `utilise=>use`: what is found, and what to write, nothing where the words are better left out.

    Raises ConfigError for what is no such pair.
    """
    swap: dict[str, str] = {}
    for each in words:
        found, arrow, better = (part.strip() for part in each.partition(ARROW))
        if not found or not arrow:
            raise ConfigError(f"--from: found `{cited(each)}`, expected words and better ones: utilise=>use.")
        for one in filter(None, better.split("|")):
            if re.search(rf"(?<!\w){re.escape(found)}(?!\w)", one, re.IGNORECASE):
                raise ConfigError(
                    f"--from: `{cited(one)}` holds `{cited(found)}`, so it would be found again."
                )
        swap[found] = better
    if any(swap.values()) and not all(swap.values()):
        raise ConfigError("--from: some words have better ones and some have none; make two rules of them.")
    return swap


def rule_id(given: str | None, swap: Mapping[str, str], book: RuleBook) -> str:
    """Return the id of a new rule, *given* or by its words. Raises ConfigError for one that exists."""
    first = next(iter(swap), "")
    name = given or f"{FAMILY}.{_slug(first) or 'words'}"
    if not ID.fullmatch(name):
        raise ConfigError(
            f"found `{cited(name)}`, expected `family.fault` in lower case, as {FAMILY}.{_slug(name)}."
        )
    if name in book.rules:
        raise ConfigError(f"{name} is already defined in {book.rules[name].origin}.")
    if name in book.aliases:
        raise ConfigError(f"{name} is an older id of {book.aliases[name]}.")
    return name


def text_from(swap: Mapping[str, str]) -> str:
    """Return a rule's file for words with better ones, or for words that are better left out."""
    return _substitution(swap) if any(swap.values()) else _existence(tuple(swap))


def text_like(rule: Rule) -> str:
    """Return a rule's file made from that of a rule there is. Raises ConfigError where it is gone."""
    try:
        return OWN_KEYS.sub("", meant(rule.origin).read_text(encoding="utf-8-sig"))
    except OSError as cause:
        raise ConfigError(f"{rule.origin}: cannot be read: {cause.strerror}.") from None


def text_of(kind: str, book: RuleBook, kinds: Sequence[str]) -> str:
    """Return a rule's file of a kind: our starter, or the first rule of it. Raises ConfigError, RuleError."""
    if kind not in kinds:
        known = f"for rules of your own: {', '.join(starters())}"
        raise ConfigError(f"--kind: unknown kind `{cited(kind)}`{nearest(kind, kinds)}; {known}.")
    if Path(STARTERS, "rules", f"{kind}.toml").is_file():
        return starter(f"rules/{kind}.toml")
    rules = [rule for rule in book.rules.values() if rule.kind == kind]
    if not rules:
        raise RuleError(
            f"--kind: no rule is of the kind `{kind}`; `newslint explain {kind}` has its options."
        )
    return text_like(rules[0])


def starters() -> tuple[str, ...]:
    """Return the kinds that have a text of ours to begin with."""
    return tuple(sorted(path.stem for path in (STARTERS / "rules").glob("*.toml")))


def _substitution(swap: Mapping[str, str]) -> str:
    first, better = next(iter(swap.items()))
    plain, frame = _first(better), _frame([*swap, *swap.values()])
    rows = "".join(f"{_text(found)} = {_text(_alternatives(each))}\n" for found, each in swap.items())
    examples = "".join(
        _example("invalid", frame.format(f"[[{found}]]"), frame.format(_first(each)))
        for found, each in list(swap.items())[:FEW]
    )
    why = f"The house writes “{plain}”. Say why here, for whoever meets the finding."
    return (
        f"title = {_text(f'“{first}” instead of “{plain}”')}\n"
        'severity = "warning"\n'
        'message = "“{words}”: write “{replacement}”."\n'
        'fix = "Write “{replacement}”"\n'
        f"explanation = {_text(why)}\n\n"
        '[check]\nkind = "substitution"\n\n'
        "# What is found, and what to write; `|` stands between several.\n"
        f"[check.swap]\n{rows}\n{YOURS}{examples}"
        f"{_example('valid', frame.format(plain))}{_spoken(first, frame)}"
    )


def _existence(words: Sequence[str]) -> str:
    frame = _frame(words)
    examples = "".join(_example("invalid", frame.format(f"[[{found}]]")) for found in words[:FEW])
    return (
        f"title = {_text(f'“{words[0]}”')}\n"
        'severity = "warning"\n'
        'message = "The house does not write “{words}”."\n'
        'explanation = "Say why here, for whoever meets the finding."\n\n'
        f'[check]\nkind = "existence"\ntokens = [{", ".join(map(_text, words))}]\n\n'
        f"{YOURS}{examples}{_example('valid', frame.format('nothing'))}{_spoken(words[0], frame)}"
    )


def _frame(words: Sequence[str]) -> str:
    """Return a sentence for examples in which none of the words stands already."""
    found = {part.lower() for each in words for part in re.findall(r"\w+", each)}
    return next((each for each in FRAMES if not found & set(re.findall(r"\w+", each.lower()))), FRAMES[0])


def _spoken(words: str, frame: str) -> str:
    """Return the near miss that holds for any words: a speaker's own."""
    said = f"“{frame.format(words).removesuffix('.')},” the mayor said."
    return f"{SPOKEN}{_example('valid', said)}"


def _example(kind: str, text: str, fixed: str = "") -> str:
    mended = f"fixed = {_text(fixed)}\n" if fixed else ""
    return f"[[{kind}]]\ntext = {_text(text)}\n{mended}\n"


def _slug(words: str) -> str:
    """Return words as an id may have them."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def _alternatives(better: str) -> str:
    return "|".join(each.strip() for each in better.split("|"))


def _first(better: str) -> str:
    return better.partition("|")[0].strip()


def _text(words: str) -> str:
    """Return words as TOML has them, which is as JSON has them."""
    return msgspec.json.encode(words).decode()
