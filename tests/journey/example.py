#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the example from an empty window, searches for a phrase, goes to the sentence that has it, and saves what is found
as a document.

    example.py ENTENTE"""

import os
import pathlib
import subprocess
import sys

import driver
from driver import click, find, find_entry, frame_named, picture, press, text_of, wait_for, wait_for_match, walk, write

PHRASE = "constructive strategic partnership"


def open_example():
    window = wait_for("the window", lambda: frame_named(lambda name: name == "Entente"))
    picture("empty")
    click(window, "push button", lambda name: name == "Open Example")
    wait_for("the example", lambda: frame_named(lambda name: name == "China – United States"))
    wait_for_match(window, r"(\d+) of \1 events shown")
    return window


def first_of_few(timeline, most):
    """The first of the timeline's marks, if they are no more than so many."""
    marks = [a for a in walk(timeline) if driver.has_action(a, "mark.activate")]
    return marks[0] if 0 < len(marks) <= most else None


def search(window):
    write(window, "Filter events", f'"{PHRASE}"')
    wait_for("what has the phrase", lambda: any(
        (a.get_name() or "").startswith(f"Drop filter: “\"{PHRASE}\"”") for a in walk(window)))
    timeline = wait_for("the timeline", lambda: find(window, "list", lambda name: name == "Timeline"))
    # The marks of all events stand until the timeline is laid out anew.
    shown = int(wait_for_match(window, r"(?!(\d+) of \1 )(\d+) of \d+ events shown")[2])
    press(wait_for("its marks alone", lambda: first_of_few(timeline, shown)), "mark.activate")
    pane = wait_for("the pane", lambda: find(window, "panel", lambda name: name == "Selected event"))
    picture("found")
    return pane


def go_to_sentence(pane):
    sentence = wait_for("the sentence", lambda: find(pane, "push button", lambda name: PHRASE in name))
    words = " ".join(sentence.get_name().split())
    known = {w.get_name() for w in driver.windows()}
    press(sentence, "click")
    statement = wait_for("the statement", lambda: frame_named(lambda name: name not in known))
    text = wait_for("its text", lambda: find(statement, "text", lambda name: name == "Text of the statement"))
    whole = text_of(text)
    cursor = driver.Atspi.Text.get_caret_offset(text)
    picture("sentence")
    assert " ".join(whole[cursor:].split()).startswith(words.split("…")[0][:40]), (whole[cursor:][:80], words)
    driver.close(statement)


def export_document(window, folder):
    click(window, "push button", lambda name: name == "Export…")
    dialog = wait_for("the export dialog", lambda: frame_named(lambda name: name == "Export Timeline"))
    for title, words in (("File Name", "found.pdf"), ("Folder", folder)):
        write(dialog, title, words)
    click(dialog, "push button", lambda name: name == "Save")
    path = pathlib.Path(folder, "found.pdf")
    wait_for("the document", lambda: path.exists() and path.stat().st_size > 0)
    assert path.read_bytes()[:5] == b"%PDF-", path.read_bytes()[:5]
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    for words in (PHRASE, "China – United States", "Jiang Zemin"):
        assert words in " ".join(text.split()), (words, text)
    assert "Nixon" not in text, text


def main():
    with driver.program(sys.argv[1]) as process:
        window = open_example()
        assert find_entry(window, "Filter events") is not None
        go_to_sentence(search(window))
        export_document(window, os.environ[driver.INSIDE])
        driver.end_well(window, process)


# A document on pages, with what was asked for and the events in words.
driver.run(main, settings="export-format='pdf'\nexport-purpose='A4'\nexport-parts=31\n")
