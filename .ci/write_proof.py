"""Writes the copy that `.ci/proof` has set: long, with 1,000 findings, of a desk, and hostile."""

import sys
from pathlib import Path

FERRY = Path("examples/ferry.md").read_text(encoding="utf-8").partition("# Ferry")[2]
PARAGRAPH = (
    "The harbor board met again on Tuesday to look at the figures for the winter. Ana Ruiz, who chairs it, "
    "said the quay would have to be rebuilt by 2028. “Nobody wants a second closure,” she said. The road to "
    "the terminal is 80 kilometers (60 miles) long, and it is understood that it will stay open.\n\n"
)
TABLE = "| Year | Crossings |\n|---|---|\n| 2024 | 1,204 |\n| 2025 | 1,310 |\n\n"
LIST = "- the Astrid\n- the Brage\n\n> It is old.\n"
HOSTILE = (
    "# <img src=x onerror=pwned=1>\n\n<script>pwned = 1</script> </style></script><svg onload=pwned=1> said "
    "Ana Ruiz. 𝔸𝔹 “> <a href=javascript:pwned=1>We wait</a>,” said Ana '<b onclick=pwned=1>' Ruiz. It was "
    "the the end.\n"
)


def main(folder: Path) -> None:
    """Write the stories, each desk in a folder of its own."""
    write(folder / "story" / "quay.md", "# Quay to be rebuilt\n\n" + PARAGRAPH * 18 + TABLE + LIST)
    write(
        folder / "busy" / "slips.txt",
        "Slips\n\n" + "We saw the the boat, he said. It was was late.\n\n" * 500,
    )
    for day, desk in ((2, "news"), (3, "sports"), (11, "news"), (26, "travel")):
        write(folder / "desk" / desk / f"2026-03-{day:02}-ferry.md", f"# Ferry{FERRY}")
    write(folder / "desk" / "news" / "2026-04-01-quay.md", "# Quay to be rebuilt\n\nAll is well.\n")
    write(folder / "desk" / "news" / "broken.txt", "\0")
    write(folder / "hostile" / "a.txt", HOSTILE)


def write(path: Path, copy: str) -> None:
    """Write a story, and its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(copy, encoding="utf-8")


main(Path(sys.argv[1]))
