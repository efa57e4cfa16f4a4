#!/usr/bin/env bash
# pyromark 0.10.3 (pulldown-cmark): with ENABLE_MATH, sums of money in running copy are read as formulas.
#
# Seen: a dollar sign opens a formula where a figure follows it, and closes one where no white space stands before it, whatever
# follows. So "from $5 to $6" is text, as "$5 million and $6 million" is, but "US$5 million, A$6 million", "$2bn ($1.8bn)",
# "$40–$50" and "$5/$6" lose words to a formula, as letters, brackets or dashes stand right before the second sign. Pandoc's
# rule, that no figure may follow the closing sign, would keep them text.
#
# So a reader of news leaves ENABLE_MATH off, at the price that formulas are read as copy.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet pyromark==0.10.3

cat >"$place/sums.py" <<'PYTHON'
import pyromark

for copy in (
    "from $5 to $6",
    "$5 million and $6 million",
    "US$5 million, A$6 million",
    "a $2bn ($1.8bn) deal",
    "$40–$50 a head",
    "$5/$6",
):
    events = pyromark.Markdown(options=pyromark.Options.ENABLE_MATH).events(copy)
    formulas = [event["InlineMath"] for event in events if isinstance(event, dict) and "InlineMath" in event]
    print(copy, formulas)
PYTHON
"$place/venv/bin/python" "$place/sums.py" | tee "$place/seen.txt"
diff "$place/seen.txt" - <<'SEEN'
from $5 to $6 []
$5 million and $6 million []
US$5 million, A$6 million ['5 million, A']
a $2bn ($1.8bn) deal ['2bn (']
$40–$50 a head ['40–']
$5/$6 ['5/']
SEEN
