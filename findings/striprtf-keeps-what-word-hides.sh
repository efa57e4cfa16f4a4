#!/usr/bin/env bash
# striprtf 0.0.35: text that Word hides or has deleted stays in the copy, and letters beyond U+FFFF come in halves.
#
# Seen: `{\v secret }` (hidden) and `{\deleted gone }` (a tracked deletion) are kept as running text; a field in the form that
# Word writes, with its instruction in a group of its own, leaves `("http://example.org/")` between the words; a letter written as
# a pair of surrogates, `\u-10179?\u-8704?`, comes as two lone surrogates, so that the text cannot be encoded. A `\uc` without its
# number raises TypeError.
#
# So a program that judges copy takes these groups out before it calls striprtf, and joins the halves behind it.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet striprtf==0.0.35

cat >"$place/texts.py" <<'PYTHON'
from striprtf.striprtf import rtf_to_text

FIELD = r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt{the site}}}'
for copy in (r"It rained {\v secret }here.", r"It rained {\deleted gone }here.", f"See {FIELD} now.", r"\u-10179?\u-8704?"):
    print(ascii(rtf_to_text(r"{\rtf1\ansi " + copy + "}")))
try:
    rtf_to_text(r"{\rtf1\ansi \uc here}")
except Exception as error:
    print(type(error).__name__)
PYTHON
"$place/venv/bin/python" "$place/texts.py" | tee "$place/seen.txt"
diff "$place/seen.txt" - <<'SEEN'
'It rained secret here.'
'It rained gone here.'
'See the site("http://example.org/") now.'
'\ud83d\ude00'
TypeError
SEEN
