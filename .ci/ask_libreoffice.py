"""Ask the grammar checker of LibreOffice for LanguageTool servers through UNO, as Writer does by paragraphs.

    /usr/bin/python3 .ci/ask_libreoffice.py ADDRESS FOLDER     # of Debian, for its module `uno`

It starts LibreOffice on a profile in FOLDER that knows the server, asks, and ends it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

PIPE = f"newslint-{time.time_ns()}"
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BaseURL" oor:op="fuse"><value>{address}</value></prop>
</item>
</oor:items>
"""
# Two astral letters are four code units of LibreOffice's strings, and its body is not percent-encoded.
PARAGRAPH = "🚗🚗 R&D costs 100% + “more”: the road is 80 kilometers (60 miles) long."
MESSAGE = "“60 miles” does not match “80 kilometers”, which would be 50 miles (80 × 0.6214 = 49.71)."
RED = 0xFF0000


def main() -> None:
    """Start LibreOffice, ask it, and end it."""
    address, folder = sys.argv[1], Path(sys.argv[2])
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(address=address), encoding="utf-8")
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={folder.as_uri()}",
            f"--accept=pipe,name={PIPE};urp;",
        ]
    )
    context = _connected()
    try:
        _ask(context.ServiceManager, context)
    finally:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        desktop.terminate()
        office.wait(30)


def _connected() -> object:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def _ask(services: object, context: object) -> None:
    name = "org.openoffice.lingu.LanguageToolGrammarChecker"
    checker = services.createInstanceWithContext(name, context)
    known = sorted(f"{each.Language}-{each.Country}" for each in checker.getLocales())
    _expect(known, ["en-", "en-AU", "en-CA", "en-GB", "en-NZ", "en-US", "en-ZA"])
    for country in ("US", "ZA"):
        (error,) = _errors(checker, PARAGRAPH, country)
        start, end = error.nErrorStart, error.nErrorStart + error.nErrorLength
        _expect(_units(PARAGRAPH)[2 * start : 2 * end].decode("utf-16-le"), "60 miles")
        # LibreOffice 7.4 takes the message for its short comment and the title for its full one.
        _expect(error.aShortComment, MESSAGE)
        _expect(error.aFullComment, "Converted figure is wrong")
        _expect(error.aSuggestions, ("50 miles",))
        _expect({each.Name: each.Value for each in error.aProperties}["LineColor"], RED)
    _expect(_errors(checker, PARAGRAPH.replace("60", "50"), "US"), ())


def _errors(checker: object, text: str, country: str) -> tuple[object, ...]:
    language = Locale("en", country, "")
    length = len(_units(text)) // 2
    return checker.doProofreading("story", text, language, 0, length, ()).aErrors


def _units(text: str) -> bytes:
    return text.encode("utf-16-le")


def _expect(found: object, expected: object) -> None:
    if found != expected:
        raise SystemExit(f"found {found!r}, expected {expected!r}")


main()
