"""Compare newslint with Vale on one `.vale.ini`: the same rule at the same line, or why not.

    python bench/vale_compared.py build DIR                  # builds Vale 3.26 with Go: DIR/vale
    python bench/vale_compared.py made DIR [--paragraphs 500]  # copy that the rules of bench/vale speak of
    python bench/vale_compared.py compare VALE DIR [--ini bench/vale/.vale.ini]

The styles in bench/vale are newslint's own, in the shape of those that people use.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
MODULE, VERSION = "github.com/vale-cli/vale/v3", "v3.26.0"
# What that version asks of one dependency is not to be had.
REPLACED = "github.com/andybalholm/cascadia=github.com/andybalholm/cascadia@v1.3.5"
SENTENCES = [
    "The council said on Monday that it will not rebuild the harbour wall prior to the winter.",
    "“We did not expect a storm like this,” said Marta Lind, a spokesman for the port.",
    "However, several officials are not convinced, and many clearly say so.",
    "The IOC and the World Health Organization (WHO) met in Kyiv; the WHO did not comment.",
    "It is important to note that a large number of homes were built in order to house workers.",
    "There are 3 ferries, 12 buses, 4 trains, 2 trams, and a very very old tram.",
    "She met him at 9 o'clock on the 3rd of May, e.g. before lunch, and again at 5pm.",
    "He wrote an email to the chairman; the cell phone was dead.",
    "So the end result was obvious, of course.",
    "But nobody knew what would happen at the end of the day.",
    "Firstly, the advisor resigned. Secondly, the adviser stayed.",
    "The colour of the center was grey — almost black — and its centre was red.",
    "I think we cannot afford this, I said, and I'm sure.",
    "The thief ran through the town. The alleged killer was caught.",
    "A cutting-edge, world class team of highly-trained bros worked there for 10+ years.",
    "Numbers rose from 10-20 in 2014-2016, about 5km or ten miles, or 300GB.",
    "That is crazy! Nobody said it... Nobody knew …",
    "The U.S.A. and the U.S. agreed on 12 March 2019, and on 3.4.2019.",
    "Officials said “it is not over”. They really, really meant it.",
    "Use the check box to log into the dev console (see above), i.e. the API Console key.",
    "Whilst he was a policeman, he was crippled in close proximity to armed gunmen.",
    "Parents are told to fill in the form(s), etc., and to click on it.",
    "Approximately ten percent, or 10 per cent, of the netizens use the info in cyber space.",
    "The minister appears to be ill, seems to really have left, and could be away.",
    "github and wifi and an Iphone and a database, and open Source.",
    "THIS IS NOT A DRILL, he shouted, and lol, McDonald laughed about PlayStation.",
    "The report was written by him and taken  from a site. It was good.The end.",
    "It costs $40 dollars (c) 2019, tl;dr nobody pays.",
    "An added bonus was a new record, which everyone knows is simple.",
    "He/she was born in 1970 , and his or her past history is known.",
    "Whoever reads a sentence that goes on and on for as long as this one does, with one clause after "
    "another and no end in sight, may well lose the thread long before the stop comes at last.",
    "A very long list, of one, two, three, four, five, and six things.",
    "Short one.",
]
HEADINGS = [
    "What the Council Said About the Harbour", "Storm hits harbour", "The end of the road: what comes next",
    "A Storm in Kyiv.", "Why It Matters", "What to do", "THE DAY AFTER", "United Nations talks: a guide",
    "How to Use the API", "Prior to the storm",
]  # fmt: skip


def main() -> None:
    """Build, make or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["build", "made", "compare"])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--paragraphs", type=int, default=500)
    parser.add_argument("--ini", default=str(HERE / "vale" / ".vale.ini"))
    parser.add_argument("--show", type=int, default=40, help="how many differences are told")
    arguments = parser.parse_args()
    if arguments.what == "build":
        build(Path(arguments.paths[0]))
    elif arguments.what == "made":
        make(Path(arguments.paths[0]), arguments.paragraphs)
    else:
        sys.exit(compare(*arguments.paths, ini=arguments.ini, show=arguments.show))


def build(folder: Path) -> None:
    """Build Vale by Go's own client."""
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "module"
    home.mkdir(exist_ok=True)
    if not (home / "go.mod").exists():
        subprocess.run(["go", "mod", "init", "valebuild"], cwd=home, check=True)
        subprocess.run(["go", "get", f"{MODULE}@{VERSION}"], cwd=home, check=True)
        subprocess.run(["go", "mod", "edit", "-replace", REPLACED], cwd=home, check=True)
    target = str((folder / "vale").absolute())
    settings = {**os.environ, "GOFLAGS": "-mod=mod", "CGO_ENABLED": "1"}
    subprocess.run(["go", "build", "-o", target, f"{MODULE}/cmd/vale"], cwd=home, check=True, env=settings)


def make(folder: Path, paragraphs: int) -> None:
    """Write copy as text, Markdown and HTML, with all that such files hold."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = random.Random(7)
    left = paragraphs
    number = 0
    while left > 0:
        size = min(left, drawn.randint(3, 12))
        story = [" ".join(drawn.sample(SENTENCES, drawn.randint(1, 4))) for _ in range(size)]
        head = drawn.choice(HEADINGS)
        for suffix, written in (("txt", _text), ("md", _markdown), ("html", _html)):
            (folder / f"{number:03}.{suffix}").write_text(written(head, story, drawn), encoding="utf-8")
        left -= size
        number += 1


def _text(head: str, story: list[str], drawn: random.Random) -> str:
    return "\n\n".join([head, *(_wrapped(each, drawn) for each in story)]) + "\n"


def _markdown(head: str, story: list[str], drawn: random.Random) -> str:
    parts = [f"# {head}"]
    for each in story:
        shape = drawn.randint(0, 9)
        if shape == 0:
            parts.append("\n".join(f"- {line}" for line in each.split(". ")))
        elif shape == 1:
            parts.append("> " + _wrapped(each, drawn).replace("\n", "\n> "))
        elif shape == 2:
            parts += [f"## {drawn.choice(HEADINGS)}", each]
        elif shape == 3:
            parts.append(f"| Council | A harbour |\n|---|---|\n| none | {each[:40]} |")
        elif shape == 4:
            parts.append(f"```\n{each}\n```")
        elif shape == 5:
            parts.append(f"<!-- vale off -->\n\n{each}\n\n<!-- vale on -->")
        elif shape == 6:
            off, on = (
                f"<!-- vale Desk.Adverbs = {said} -->\n<!-- vale Plain = {said} -->" for said in ("NO", "YES")
            )
            parts.append(f"{off}\n\n{each}\n\n{on}")
        else:
            parts.append(_marked(_wrapped(each, drawn), drawn))
    return "\n\n".join(parts) + "\n"


def _html(head: str, story: list[str], drawn: random.Random) -> str:
    parts = [f"<h1>{head}</h1>"]
    for each in story:
        safe = each.replace("&", "&amp;").replace("<", "&lt;")
        shape = drawn.randint(0, 6)
        if shape == 0:
            parts.append("<ul>\n" + "\n".join(f"<li>{line}</li>" for line in safe.split(". ")) + "\n</ul>")
        elif shape == 1:
            parts.append(f"<blockquote><p>{safe}</p></blockquote>")
        elif shape == 2:
            parts.append(f"<h2>{drawn.choice(HEADINGS)}</h2>\n<p>{safe}</p>")
        else:
            parts.append(f"<p>{_wrapped(safe, drawn)}</p>")
    return "<!DOCTYPE html>\n<html><body><article>\n" + "\n".join(parts) + "\n</article></body></html>\n"


def _wrapped(words: str, drawn: random.Random) -> str:
    """Wrap some copy by hand, as some people do."""
    if drawn.random() < 0.6:
        return words
    lines, line = [], ""
    for word in words.split(" "):
        if len(line) + len(word) > 70:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip() if line else word
    return "\n".join([*lines, line])


def _marked(words: str, drawn: random.Random) -> str:
    """Set some of Markdown's marks in a paragraph."""
    parts = words.split(" ")
    for _ in range(drawn.randint(0, 3)):
        place = drawn.randrange(len(parts))
        word = parts[place]
        if word.isalpha():
            parts[place] = drawn.choice(
                [
                    f"*{word}*",
                    f"**{word}**",
                    f"`{word}`",
                    f"[{word}](https://example.com/very)",
                    f"$very {word}$",
                ]
            )
    return " ".join(parts)


def compare(vale: str, folder: str, *, ini: str, show: int) -> int:
    """Run both over a folder and tell how far they agree."""
    theirs = _theirs(vale, folder, ini)
    ours = _ours(folder, ini)
    both, either = theirs & ours, theirs | ours
    print(
        f"Vale {len(theirs)}, newslint {len(ours)}, both {len(both)}: {len(both) / max(1, len(either)):.4f}"
    )
    for name, found in (("only Vale", theirs - ours), ("only newslint", ours - theirs)):
        counted = Counter(rule for _, _, rule in found)
        print(f"{name}: {len(found)} {dict(counted.most_common())}")
        for path, line, rule in sorted(found)[:show]:
            print(f"    {path}:{line} {rule}")
    return 0


def _theirs(vale: str, folder: str, ini: str) -> set[tuple[str, int, str]]:
    ran = subprocess.run(
        [vale, "--output=JSON", f"--config={ini}", folder], capture_output=True, text=True, check=False
    )
    found = json.loads(ran.stdout or "{}")
    if "Code" in found:
        sys.exit(str(found))
    return {(path, each["Line"], each["Check"]) for path, alerts in found.items() for each in alerts}


def _ours(folder: str, ini: str) -> set[tuple[str, int, str]]:
    command = [
        sys.executable, "-m", "newslint", "check", "--isolated", "--style", f"vale:{ini}",
        "--format", "json", "--fail-on", "never", folder,
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    print(ran.stderr, end="")
    findings = json.loads(ran.stdout)["findings"]
    return {(each["path"], each["start"]["line"], each["rule"]) for each in findings}


if __name__ == "__main__":
    main()
