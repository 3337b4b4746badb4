#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes the whole way through the window as a person does: opens a statement, filters by Taiwan, selects the call, reads
its sentence, and saves the timeline as a picture.

    journey.py ENTENTE STATEMENT"""

import os
import pathlib
import struct
import sys
import tempfile

import driver
from driver import click, find, frame_named, press, text_of, wait_for, wait_for_match

WIDTH, HEIGHT, SCALE = 1200, 700, 1.5


def shown(window):
    """How many events are shown, of how many."""
    told = wait_for_match(window, r"(\d+) of (\d+) events shown")
    return int(told[1]), int(told[2])


def filter_by_taiwan(window):
    before = shown(window)
    more = find(window, "push button", lambda name: name.endswith("more…"))
    if more is not None:
        press(more, "click")
    taiwan = wait_for("Taiwan among the topics",
                      lambda: find(window, "push button", lambda name: name.startswith("Taiwan, ")))
    press(taiwan, "click")
    after = wait_for("fewer events", lambda: shown(window) if shown(window)[0] < before[0] else None)
    assert 0 < after[0] < after[1] == before[1], (before, after)


def select_call(window):
    timeline = wait_for("the timeline", lambda: find(window, "list", lambda name: name == "Timeline"))
    pane = wait_for("the pane", lambda: find(window, "panel", lambda name: name == "Selected event"))
    title = driver.select(timeline, lambda name: "speak by phone" in name,
                          lambda title: find(pane, "heading", lambda name: name != "" and title.startswith(name)))
    assert "Xi Jinping" in title and "Joe Biden" in title and "2024" in title, title
    return pane


def read_sentence(pane, statement):
    """The words are the statement's own."""
    button = wait_for("the words",
                      lambda: find(pane, "push button", lambda name: "Xi Jinping" in name and "spoke" in name))
    sentence = button.get_name()
    label = find(button, "label", lambda name: "spoke" in name)
    assert text_of(label) == sentence, sentence
    assert sentence in " ".join(statement.split()), sentence
    assert "Joe Biden" in sentence, sentence


def export_png(window, folder):
    click(window, "push button", lambda name: name == "Export…")
    dialog = wait_for("the export dialog", lambda: frame_named(lambda name: name == "Export Timeline"))
    for title, words in (("File Name", "call.png"), ("Folder", folder)):
        entry = wait_for(title, lambda title=title: find(dialog, "text", lambda name: name == title))
        assert driver.Atspi.EditableText.set_text_contents(entry, words), title
    click(dialog, "push button", lambda name: "Save" in name)
    path = pathlib.Path(folder, "call.png")
    wait_for("the picture", lambda: path.exists() and path.stat().st_size > 0)
    return path


def look_at_png(path):
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:8]
    size = struct.unpack(">II", data[16:24])
    assert size == (WIDTH * SCALE, HEIGHT * SCALE), size
    assert len(data) > 10000, len(data)


def main():
    entente, statement = sys.argv[1:]
    with tempfile.TemporaryDirectory(dir=os.environ[driver.INSIDE]) as folder, driver.program(entente, statement) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        filter_by_taiwan(window)
        pane = select_call(window)
        read_sentence(pane, pathlib.Path(statement).read_text(encoding="utf-8"))
        look_at_png(export_png(window, folder))
        driver.end_well(window, process)


driver.run(main, settings=f"export-width={WIDTH}\nexport-height={HEIGHT}\nexport-scale={SCALE}\n")
