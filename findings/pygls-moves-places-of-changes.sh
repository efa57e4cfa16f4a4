#!/usr/bin/env bash
# pygls 2.1.1 (with lsprotocol 2025.0.0) ends the lines of a text where the Language Server Protocol does not:
# at U+2028, form feed and other separators of str.splitlines. A change placed beyond them by a client that
# counts as the protocol says is made at the wrong place. Besides, the positions in the message itself are
# moved into the line as pygls sees it, so that a handler that keeps the text on its own is told a wrong place.
# Both are said without an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pygls==2.1.1 lsprotocol==2025.0.0
cat > "$work/try.py" <<'PYTHON'
from lsprotocol import types
from pygls.workspace import TextDocument

text = "Ferries\u2028of the north.\nThe boat left at noon.\n"
story = TextDocument("file:///story.txt", text, 1)
# "boat" on the second line, which ends at the line feed only.
place = types.Range(types.Position(1, 4), types.Position(1, 17))
change = types.TextDocumentContentChangePartial(place, "ship")
story.apply_change(change)
print(ascii(story.source))

short = TextDocument("file:///short.txt", "a\x0cb\nThe boat left.\n", 1)
place = types.Range(types.Position(1, 4), types.Position(1, 8))
short.apply_change(types.TextDocumentContentChangePartial(place, "ship"))
print(ascii(short.source), place)
PYTHON
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen.txt"
# By the protocol: 'Ferries\u2028of the north.\nThe ship.\n', and 'a\x0cb\nThe ship left.\n' with 1:4-1:8 as sent.
diff - "$work/seen.txt" <<'SEEN'
'Ferries\u2028of tship\nThe boat left at noon.\n'
'a\x0cbship\nThe boat left.\n' 1:1-1:1
SEEN
