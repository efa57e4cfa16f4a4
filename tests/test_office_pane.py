"""The manifest of the pane in Word: Office shows the page of a server by it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

MANIFEST = Path(__file__).parents[1] / "editors" / "office" / "manifest.xml"
SPACE = "{http://schemas.microsoft.com/office/appforoffice/1.1}"


def test_pane_shows_the_page_and_may_not_touch_the_story():
    manifest = ET.parse(MANIFEST).getroot()

    location = manifest.find(f"{SPACE}DefaultSettings/{SPACE}SourceLocation")
    assert location is not None
    assert location.get("DefaultValue") == "https://HOST/"
    assert manifest.findtext(f"{SPACE}Permissions") == "Restricted"
    assert [each.get("Name") for each in manifest.iter(f"{SPACE}Host")] == ["Document"]
