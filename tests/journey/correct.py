#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Corrects an event's date in an archive, takes that back and does it again, makes one event of two, and finds all of it
when the archive is opened anew.

    correct.py ENTENTE"""

import json
import os
import pathlib
import subprocess
import sys

import driver
from driver import click, find, frame_named, has_action, key, labels, press, wait_for, wait_for_words, walk, write

STATEMENTS = [
    ("first", "2023-11-02", "US", "WASHINGTON, November 2, 2023\n\n"
     "Secretary of State Antony Blinken met with Foreign Minister Wang Yi in Washington on November 1."),
    ("second", "2023-11-16", "US", "SAN FRANCISCO, November 16, 2023\n\n"
     "Secretary of State Antony Blinken met with Foreign Minister Wang Yi in San Francisco on November 15."),
    ("third", "2024-02-05", "CN", "Beijing, February 5, 2024\n\n"
     "Foreign Minister Wang Yi recalled that he met with Secretary of State Antony Blinken last November."),
]
WASHINGTON = "Antony Blinken and Wang Yi meet in Washington"
SAN_FRANCISCO = "Antony Blinken and Wang Yi meet in San Francisco"
UNPLACED = "Wang Yi and Antony Blinken meet"


def make_archive(entente, folder):
    """An archive of the statements, as the command line makes one."""
    cli = pathlib.Path(entente).parent.parent / "cli" / "entente-cli"
    lines = [json.dumps({"id": name, "date": date, "issuer": issuer, "text": text})
             for name, date, issuer, text in STATEMENTS]
    stream, archive = pathlib.Path(folder, "three.jsonl"), pathlib.Path(folder, "three.entente")
    stream.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([cli, "import", "-o", archive, stream], check=True)
    return str(archive)


def wait_for_count(window, n):
    """Waits until so many events are shown."""
    wait_for_words(window, f"{n} of {n} events shown")


def select(window, title):
    timeline = wait_for("the timeline", lambda: find(window, "list", lambda name: name == "Timeline"))
    pane = wait_for("the pane", lambda: find(window, "panel", lambda name: name == "Selected event"))
    driver.select(timeline, lambda name: name.startswith(title + ","),
                  lambda _: find(pane, "heading", lambda name: name == title))
    return pane


def wait_for_date(pane, date):
    wait_for(f"the date {date}", lambda: date in labels(pane))


def correct_date(window):
    pane = select(window, WASHINGTON)
    wait_for_date(pane, "1 November 2023")
    click(pane, "push button", lambda name: name == "Edit…")
    editor = wait_for("the editor", lambda: frame_named(lambda name: name == "Edit Event"))
    write(editor, "Date", "2023-11-03")
    click(editor, "push button", lambda name: name == "Save")
    wait_for_date(pane, "3 November 2023")
    press(window, "win.undo")
    wait_for_date(pane, "1 November 2023")
    press(window, "win.redo")
    wait_for_date(pane, "3 November 2023")


def merge(window):
    wait_for_count(window, 4)
    pane = select(window, UNPLACED)
    click(pane, "push button", lambda name: name == "Same Event")
    wait_for_count(window, 3)
    press(window, "win.undo")
    wait_for_count(window, 4)
    press(window, "win.redo")
    wait_for_count(window, 3)


def merge_any(window):
    """Any two events, though nothing found makes them look like one."""
    pane = select(window, WASHINGTON)
    more = wait_for("the menu of the event", lambda: next(
        (a for a in walk(pane) if a.get_name() == "More That Can Be Said of It" and has_action(a, "click")), None))
    press(more, "click")
    item = wait_for("what merges it", lambda: find(window, "menu item", lambda name: name.startswith("Merge With")))
    press(item, "click")
    dialog = wait_for("the other events", lambda: next(
        (w for w in driver.windows() if find(w, "push button", lambda name: name == "Merge")), None))
    write(dialog, "Find an event", "Francisco")
    wait_for("the other event alone", lambda: [
        a.get_name() for a in walk(dialog) if a.get_role_name() == "check box"] == [SAN_FRANCISCO])
    # Nobody manages windows here: keys go to the one that the pointer is over.
    subprocess.run(["xdotool", "mousemove", "150", "100"], check=True)
    key("Tab", "space")
    click(dialog, "push button", lambda name: name == "Merge")
    wait_for_count(window, 2)
    press(window, "win.undo")
    wait_for_count(window, 3)


def main():
    entente = sys.argv[1]
    archive = make_archive(entente, os.environ[driver.INSIDE])
    with driver.program(entente, archive) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        merge(window)
        merge_any(window)
        correct_date(window)
        driver.end_well(window, process)
    with driver.program(entente, archive) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        wait_for_count(window, 3)
        wait_for_date(select(window, WASHINGTON), "3 November 2023")
        driver.end_well(window, process)


driver.run(main)
