#!/usr/bin/env bash
# textlint-rule-date-weekday-mismatch 1.1.1 (textlint 15.8.0): a weekday is compared with its date only where it stands behind it in
# brackets, and alone there. The form of news copy, "Friday, March 16, 2019" for a Saturday, passes, and so does "(Saturday night)". Dates in
# figures are read with the month first whatever else the copy does: "3/4/2019 (Wed)" in Leeds, which is right for April 3, is "mended" to
# Monday. Of a range the first day is compared, and the fix puts its weekday behind both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{}' > package.json
npm install --silent --no-audit textlint@15.8.0 textlint-rule-date-weekday-mismatch@1.1.1
echo '{"rules": {"date-weekday-mismatch": true}}' > .textlintrc.json
cat > story.txt <<'COPY'
The council met on Friday, March 16, 2019.
The council met on March 16, 2019 (Friday).
The council met on March 16, 2019 (Friday night).
The council of Leeds met on 3/4/2019 (Wed).
The council met on March 16-17, 2019 (Friday).
COPY
npx textlint --fix story.txt > said.txt || true
cat story.txt
diff - story.txt <<'SEEN'
The council met on Friday, March 16, 2019.
The council met on March 16, 2019 (Saturday).
The council met on March 16, 2019 (Friday night).
The council of Leeds met on 3/4/2019 (Mon).
The council met on March 16-17, 2019 (Saturday).
SEEN
