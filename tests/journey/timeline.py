#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves through the timeline as someone does who neither sees it nor uses a mouse: every event in view is an item that can
be pressed; buttons and keys zoom, step, fit and go to a date; the legend says what is on show.

    timeline.py ENTENTE STATEMENTS"""

import subprocess
import sys
import time

import driver
from driver import click, find, frame_named, key, wait_for, wait_for_words, walk


def items(window):
    timeline = find(window, "list", lambda name: name == "Timeline")
    return [a.get_name() or "" for a in walk(timeline) if a.get_role_name() == "list item"] if timeline else []


def selected(window):
    pane = find(window, "panel", lambda name: name == "Selected event")
    heading = find(pane, "heading", lambda name: True) if pane else None
    return heading.get_name() if heading else None


def wait_for_change(what, look, before):
    return wait_for(what, lambda: (look() != before and look()) or None)


def step(window, keys, before):
    key(keys)
    return wait_for_change(f"another event after {keys}", lambda: selected(window), before)


def go_to(window, date):
    key("g")
    time.sleep(0.5)
    subprocess.run(["xdotool", "type", date], check=True)
    key("Return")


def zoom(window):
    whole = wait_for("marks", lambda: items(window))
    assert any("Nixon" in name for name in whole) and any("2024" in name for name in whole), whole
    for _ in range(4):
        click(window, "push button", lambda name: name == "Zoom In")
        time.sleep(0.4)
    closer = wait_for_change("other marks when zoomed in", lambda: items(window), whole)
    click(window, "push button", lambda name: name == "Show the Whole History")
    wait_for("the same marks again", lambda: items(window) == whole)
    assert len(set(closer) & set(whole)) < len(whole)


def select(window):
    timeline = find(window, "list", lambda name: name == "Timeline")
    driver.select(timeline, lambda name: "Sunnylands" in name, lambda _: "Sunnylands" in (selected(window) or ""))
    return selected(window)


def main():
    with driver.program(*sys.argv[1:]) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        wait_for_words(window, "shown")
        time.sleep(1)
        zoom(window)
        first = select(window)
        second = step(window, "ctrl+Right", first)
        assert step(window, "ctrl+Left", second) == first, (first, second)
        step(window, "ctrl+Down", first)
        key("f")
        wait_for("the selected event alone in view", lambda: 0 < len(items(window)) < 20)
        go_to(window, "1972-02")
        wait_for("Nixon's visit", lambda: any("Nixon" in name for name in items(window)))
        key("l")
        wait_for_words(window, "Leads from a contact down to the topics that it raised")
        key("Escape")
        key("ctrl+q")
        status = process.wait(timeout=driver.WAIT_SECONDS)
        assert status == 0, status


driver.run(main)
