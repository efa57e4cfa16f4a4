#!/usr/bin/env bash
# pytest-xdist 3.8.0 with `--dist loadgroup` writes a group's name behind the id of a test ("@north"), for the scheduler to read. Under
# pytest 9.1.0 it does; under pytest 9.2.0 the id that is sent to the scheduler stays without it, and tests of one group run in several
# processes, without a word: what they were to share is made once a process, or is not there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > test_groups.py <<'PY'
import pytest

GROUPS = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("north", "south")]


@pytest.mark.parametrize("time", range(6))
@pytest.mark.parametrize("name", GROUPS)
def test_sharing(name, time):
    pass
PY
for version in 9.1.0 9.2.0; do
    python3 -m venv "$version"
    "$version/bin/pip" install --quiet --disable-pip-version-check "pytest==$version" pytest-xdist==3.8.0
    "$version/bin/pytest" -vv -n 2 --dist loadgroup test_groups.py > "$version/said"
    echo "pytest $version: $(grep -c 'PASSED.*@north' "$version/said" || true) of 6 tests in the group," \
        "$(grep 'PASSED.*north' "$version/said" | grep -o 'gw[01]' | sort -u | wc -l) processes"
done | tee seen.txt
diff - seen.txt <<'SEEN'
pytest 9.1.0: 6 of 6 tests in the group, 1 processes
pytest 9.2.0: 0 of 6 tests in the group, 2 processes
SEEN
