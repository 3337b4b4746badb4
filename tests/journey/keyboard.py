#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window by keys alone: finds words, steps through events, clears the filter, and goes through the views.

    keyboard.py ENTENTE STATEMENTS"""

import subprocess
import sys
import time

import driver
from driver import find, frame_named, key, labels, wait_for, wait_for_words


def selected(window):
    pane = find(window, "panel", lambda name: name == "Selected event")
    heading = find(pane, "heading", lambda name: True)
    return heading.get_name() if heading else None


def main():
    with driver.program(*sys.argv[1:]) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        wait_for_words(window, "shown")
        time.sleep(1)
        key("ctrl+f")
        subprocess.run(["xdotool", "type", "Sunnylands"], check=True)
        wait_for("the words as a filter", lambda: any(name.startswith("Drop filter: “Sunnylands”") for name in (
            a.get_name() or "" for a in driver.walk(window))))
        key("ctrl+shift+a")
        wait_for("no filter", lambda: not any((a.get_name() or "").startswith("Drop filter") for a in driver.walk(window)))
        key("alt+2")
        wait_for("the list", lambda: any(label == "Told by" for label in labels(window)))
        key("alt+5")
        wait_for_words(window, "Candid")
        key("alt+1")
        key("ctrl+q")
        status = process.wait(timeout=driver.WAIT_SECONDS)
        assert status == 0, status


driver.run(main)
