#!/usr/bin/env bash
# MkDocs 1.6.1: `build --strict` stops at warnings, as a link to a page that is not there. With `--quiet` it does not: the
# warnings are not only not shown but not counted either, the site is built with the broken link in it, and the exit code is 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet mkdocs==1.6.1
mkdir "$work/docs"
printf 'site_name: desk\n' > "$work/mkdocs.yml"
printf '# Desk\n\n[The rules](rules.md)\n' > "$work/docs/index.md"
cd "$work"
{
    for option in "" --quiet; do
        code=0
        venv/bin/mkdocs build --strict $option > said 2>&1 || code=$?
        echo "strict ${option:-aloud}: exit code $code, $(grep -c 'rules.md' said || true) line on the link"
    done
} | tee seen.txt
diff - seen.txt <<'SEEN'
strict aloud: exit code 1, 1 line on the link
strict --quiet: exit code 0, 0 line on the link
SEEN
