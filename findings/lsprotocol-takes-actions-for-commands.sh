#!/usr/bin/env bash
# lsprotocol 2025.0.0 (cattrs 26.2.1): the answer to textDocument/codeAction is a list of commands and code actions.
# A code action that carries a command is structured as a Command, with or without an edit beside it: kind, edit and
# diagnostics are lost, and `command`, the name of a command there, is the dictionary of the action's command as Python
# would print it. Nothing is raised. Only an action without a command comes as a CodeAction.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet lsprotocol==2025.0.0 cattrs==26.2.1
cat > "$work/try.py" <<'PYTHON'
from lsprotocol import converters, types

command = {"title": "Ignore it", "command": "desk.ignore", "arguments": ["file:///story.md"]}
action = {"title": "Ignore it here", "kind": "quickfix", "command": command}
edited = {**action, "edit": {"changes": {}}}
bare = {"title": "Mend it", "kind": "quickfix", "edit": {"changes": {}}}
answer = {"jsonrpc": "2.0", "id": 1, "result": [action, edited, bare]}
for each in converters.get_converter().structure(answer, types.CodeActionResponse).result:
    print(type(each).__name__, repr(each.command), hasattr(each, "kind"))
PYTHON
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen.txt"
diff - "$work/seen.txt" <<'SEEN'
Command "{'title': 'Ignore it', 'command': 'desk.ignore', 'arguments': ['file:///story.md']}" False
Command "{'title': 'Ignore it', 'command': 'desk.ignore', 'arguments': ['file:///story.md']}" False
CodeAction None True
SEEN
