#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a folder in which two files are broken: the others are read, and both are named with the reason.

    broken.py ENTENTE"""

import os
import pathlib
import sys
import tempfile

import driver
from driver import click, frame_named, labels, wait_for, wait_for_words

GOOD = "Readout, May 4, 2023.\n\nSecretary of State Antony Blinken spoke by phone with China's State Councilor Qin Gang.\n"


def main():
    with tempfile.TemporaryDirectory(dir=os.environ[driver.INSIDE]) as folder:
        pathlib.Path(folder, "good.txt").write_text(GOOD, encoding="utf-8")
        pathlib.Path(folder, "broken.docx").write_bytes(b"PK\3\4 this is no archive")
        pathlib.Path(folder, "broken.jsonl").write_text('{"text": "no end\n', encoding="utf-8")
        with driver.program(sys.argv[1], folder) as process:
            window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
            wait_for_words(window, "2 files could not be read")
            click(window, "push button", lambda name: "Details" in name)
            dialog = wait_for("the list", lambda: next(
                (w for w in driver.windows() if any("broken.docx" in label for label in labels(w))), None))
            assert any("broken.jsonl" in label for label in labels(dialog)), labels(dialog)
            click(dialog, "push button", lambda name: name.endswith("Close"))
            driver.end_well(window, process)


driver.run(main)
