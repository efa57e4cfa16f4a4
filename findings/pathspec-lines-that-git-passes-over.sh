#!/usr/bin/env bash
# pathspec 1.1.1: one line of a .gitignore that git passes over in silence stops GitIgnoreSpec from reading the file.
#
# Seen: `!` and `\` raise GitIgnorePatternError, which is pathspec's own (and a ValueError); `[z-a]`, a range that runs
# backwards, raises re.error instead, which no handler of the library's own errors meets. `[` and `/` raise nothing.
# git (2.39) reads a .gitignore with any of these lines without a word, and ignores no file by it.
#
# So whoever reads .gitignore files of others with pathspec catches both errors, and reads line by line.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet pathspec==1.1.1

cat >"$place/lines.py" <<'PYTHON'
from pathspec import GitIgnoreSpec

for line in ("!", "\\", "[z-a]", "[", "/"):
    try:
        GitIgnoreSpec.from_lines(["drafts/", line])
        told = "read"
    except Exception as error:
        told = f"{type(error).__module__}.{type(error).__name__}"
    print(line, told)
PYTHON
"$place/venv/bin/python" "$place/lines.py" | tee "$place/pathspec.txt"
diff "$place/pathspec.txt" - <<'SEEN'
! pathspec.patterns.gitignore.base.GitIgnorePatternError
\ pathspec.patterns.gitignore.base.GitIgnorePatternError
[z-a] re.error
[ read
/ read
SEEN

git init --quiet "$place/checkout"
touch "$place/checkout/story.txt"
for line in '!' '\' '[z-a]' '[' '/'; do
    printf '%s\n' "$line" >"$place/checkout/.gitignore"
    found=$(git -C "$place/checkout" status --porcelain --ignored)
    test "$found" = $'?? .gitignore\n?? story.txt' || { echo "git and $line: $found"; exit 1; }
done
echo "git: all five read, no file ignored"
