"""Stories that change while they are compared: their places are not those of the copy that was linted."""

from __future__ import annotations

import json

import pytest

from processes import ran

WRONG = "The road is 80 kilometers (60 miles) long.\n"
ONE = "Mayor Henrik Solberg met Aisha Karimova in Bergen. Solberg said it was late, and Karimova agreed.\n"
OTHER = "In Bergen, Henrik Solbergg said the vote was close. Aisha Karimova was there.\n"
CHANGED = """
import os
from newslint.run import compared
compare = compared.compared
def then_compared(*words):
    BODY
    return compare(*words)
compared.compared = then_compared
"""


@pytest.fixture
def stories(desk):
    """Return a desk with stories that spell a name in two ways, and one with a fault of its own."""
    copies = {"a.txt": ONE, "b.txt": ONE, "c.txt": OTHER, "d.txt": WRONG}
    for name, copy in copies.items():
        (desk / name).write_text(copy, encoding="utf-8")
    return desk


def rules(out):
    return {(finding["path"], finding["rule"]) for finding in json.loads(out)["findings"]}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("os.remove('c.txt')", "cannot be read: No such file or directory."),
        ("open('c.txt', 'w').close()", "it changed while stories were linted."),
        ("open('c.txt', 'w').write('x')", "it changed while stories were linted."),
        ("open('c.txt', 'wb').write(bytes(9000))", "it changed while stories were linted."),
        ("open('c.txt', 'a').write('More.')", "it changed while stories were linted."),
        ("os.remove('c.txt'); os.mkfifo('c.txt')", "found a pipe, expected a file."),
    ],
)
def test_story_that_changed_is_not_compared_and_the_rest_stands(stories, body, reason):
    whole = ran(".", "--across", "--format", "json", cwd=stories)

    done = ran(".", "--across", "--format", "json", cwd=stories, before=CHANGED.replace("BODY", body))

    compared = {each for each in rules(whole.stdout) if each[1] == "names.inconsistent-across-stories"}
    assert compared
    assert done.returncode == 2
    assert done.stderr.decode() == f"newslint: c.txt: not compared with the other stories: {reason}\n"
    assert ("d.txt", "units.wrong-conversion") in rules(done.stdout)
    assert rules(done.stdout) == rules(whole.stdout) - compared
