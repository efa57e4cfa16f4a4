"""Every rule does what its own examples say."""

import pytest

from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.pages.examples import Workbench, failures

DESK = Desk(Options(isolated=True))
SETTING = DESK.here()


@pytest.mark.parametrize("rule", SETTING.book.rules.values(), ids=lambda rule: rule.id)
def test_rule_does_what_its_examples_say(rule):
    bench = Workbench(DESK.registry, SETTING.book, SETTING.lexicon)

    assert list(failures(rule, bench)) == []
