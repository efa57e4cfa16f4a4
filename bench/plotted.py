"""The plot of `beside.py`: how long everybody takes for each kind of copy, on a scale of powers of ten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

OURS, THEIRS = "#1b5e8c", "#b9b4a8"


def plot(kept: dict[str, Any], target: Path) -> None:
    """Draw `target.png` and `target.svg`, or say that it needs matplotlib."""
    try:
        from matplotlib import pyplot
    except ImportError:
        print("No plot: matplotlib is not installed.")
        return
    rows = [row for row in kept["rows"] if "instructions" not in row["copy"]]
    copies = list(dict.fromkeys(row["copy"] for row in rows))
    figure, panels = pyplot.subplots(1, len(copies), figsize=(3.6 * len(copies), 3.4), squeeze=False)
    for panel, copy in zip(panels[0], copies, strict=True):
        _panel(panel, copy, [row for row in rows if row["copy"] == copy])
    figure.suptitle(f"CPU seconds, less is better ({kept['date']}, {kept['machine']})", fontsize=9)
    figure.tight_layout()
    for suffix in (".png", ".svg"):
        figure.savefig(target.with_suffix(suffix), dpi=150)


def _panel(panel: Any, copy: str, rows: list[dict[str, Any]]) -> None:
    rows = sorted(rows, key=lambda row: -row["seconds"])
    names = [row["who"] + (", unchanged" if row["kind"] == "unchanged" else "") for row in rows]
    seconds = [row["seconds"] for row in rows]
    colors = [OURS if row["who"].startswith("newslint") else THEIRS for row in rows]
    bars = panel.barh(names, seconds, color=colors)
    panel.bar_label(bars, labels=[f"{second:.2g} s" for second in seconds], fontsize=7, padding=2)
    panel.set_xscale("log")
    panel.set_xlim(min(seconds) / 2, max(seconds) * 6)
    panel.set_title(copy, fontsize=9)
    panel.tick_params(labelsize=7)
    panel.spines[["top", "right"]].set_visible(False)
