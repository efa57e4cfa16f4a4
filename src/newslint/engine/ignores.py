"""Ignores: which findings a document's directives silence, and which of them silence or name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.core.check import IgnoreFault, IgnoreWithoutReason, UnknownIgnore, UnusedIgnore
from newslint.core.document import Directive, DirectiveVerb, Document
from newslint.core.finding import Finding
from newslint.core.rule import ConfiguredRule
from newslint.engine.reach import speaking
from newslint.rulebook.faults import cited, nearest_name

# What a name in an ignore stands for: the id of a rule and a family for themselves, an alias for its id.
Names = Mapping[str, str]
Seen = tuple[ConfiguredRule, Directive, Mapping[str, str]]


def unsilenced(
    findings: Sequence[Finding], document: Document, names: Names
) -> tuple[list[Finding], list[Directive]]:
    """Return the findings that no directive of their story silences, and the directives that silence none."""
    if not document.directives:
        return list(findings), []
    near = speaking(document, (finding.start.line for finding in findings))
    used: set[Directive] = set()
    kept = []
    for finding in findings:
        speaks = [each for each in near.get(finding.start.line, ()) if _silences(each, finding, names)]
        # What ends a range silences nothing, and is of use where the range is.
        if any(each.verb is not DirectiveVerb.ON for each in speaks):
            used.update(speaks)
        else:
            kept.append(finding)
    return kept, [directive for directive in document.directives if directive not in used]


def unknown(rules: Iterable[ConfiguredRule], directives: Iterable[Directive], names: Names) -> Iterator[Seen]:
    """Yield each directive that does not parse or names nothing, with what is said of it."""
    watching = [rule for rule in rules if rule.traits.of_engine and isinstance(rule.check, UnknownIgnore)]
    for rule in watching:
        for directive in directives:
            if directive.meant:
                yield rule, directive, {"fault": IgnoreFault.FORM, "meant": directive.meant}
            yield from (
                (rule, directive, _misnamed(name, names)) for name in directive.rules if name not in names
            )


def renamed(directives: Iterable[Directive], names: Names) -> Iterator[tuple[str, str]]:
    """Yield the old ids that directives call rules by, each with the id that the rule has now."""
    for directive in directives:
        for name in directive.rules:
            if names.get(name, name) != name:
                yield name, names[name]


def unused(
    rules: Sequence[ConfiguredRule],
    directives: Iterable[Directive],
    names: Names,
    *,
    across: Iterable[ConfiguredRule],
) -> Iterator[Seen]:
    """Yield each of the *directives*, which silenced nothing, where all it names has run.

    A rule *across* stories, or one left out, may want it.
    """
    watching = [rule for rule in rules if rule.traits.of_engine and isinstance(rule.check, UnusedIgnore)]
    if not watching:
        return
    run = _named(rules) - _named(across)
    for directive in directives:
        if not directive.meant and run.issuperset(names.get(name, name) for name in directive.rules):
            data = {"ignored": _ignored(directive)}
            yield from ((rule, directive, data) for rule in watching)


def unreasoned(rules: Iterable[ConfiguredRule], directives: Iterable[Directive]) -> Iterator[Seen]:
    """Yield each of the *directives* that silences without saying why."""
    watching = [
        rule
        for rule in rules
        if rule.traits.of_engine and isinstance(rule.check, IgnoreWithoutReason) and rule.check.required
    ]
    for directive in directives if watching else ():
        if not directive.reason and not directive.meant and directive.verb is not DirectiveVerb.ON:
            yield from ((rule, directive, {"ignored": _ignored(directive)}) for rule in watching)


def _ignored(directive: Directive) -> str:
    return ", ".join(directive.rules) or "everything"


def _named(rules: Iterable[ConfiguredRule]) -> set[str]:
    return {name for rule in rules for name in (rule.id, rule.family)}


def _silences(directive: Directive, finding: Finding, names: Names) -> bool:
    within, place = directive.within, finding.start.offset
    if within and not within.start <= place < within.end:
        return False
    meant = {names.get(name, name) for name in directive.rules}
    return not meant or finding.rule in meant or finding.rule.partition(".")[0] in meant


def _misnamed(name: str, names: Names) -> dict[str, str]:
    near = nearest_name(name, names)
    if near is None:
        return {"fault": IgnoreFault.NAME, "ignored": cited(name)}
    return {"fault": IgnoreFault.NEAR_NAME, "ignored": cited(name), "meant": names[near]}
