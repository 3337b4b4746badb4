#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the example from an empty window and goes through its views: finds a summit, compares its accounts, looks for
words in a statement, and reads the list, the statements held, the figures and the formulas.

    views.py ENTENTE [WIDTHxHEIGHT]"""

import sys

import driver
from driver import click, find, frame_named, labels, press, toggle, wait_for, wait_for_words


def open_example():
    window = wait_for("the window", lambda: frame_named(lambda name: name == "Entente"))
    click(window, "push button", lambda name: name == "Open Example")
    wait_for("the example", lambda: frame_named(lambda name: name == "China – United States"))
    return window


def select_summit(window):
    """The meeting itself comes from the list that finds nothing else."""
    timeline = wait_for("the timeline", lambda: find(window, "list", lambda name: name == "Timeline"))
    pane = wait_for("the pane", lambda: find(window, "panel", lambda name: name == "Selected event"))
    driver.select(timeline, lambda name: "Sunnylands" in name,
                  lambda _: find(pane, "heading", lambda name: "Sunnylands" in name))
    return pane


def compare(pane):
    title = find(pane, "heading", lambda name: "Sunnylands" in name).get_name()
    click(pane, "push button", lambda name: name == "Compare…")
    mirror = wait_for("the accounts", lambda: frame_named(lambda name: name == title))
    for words in ("China speaks", "China quotes United States", "not in this statement"):
        wait_for_words(mirror, words)
    wait_for("the other side", lambda: {"no statement from this side in the collection", "United States quotes China"}
             & set(labels(mirror)))
    sentence = wait_for("a sentence", lambda: find(mirror, "push button", lambda name: len(name) > 25))
    known = {w.get_name() for w in driver.windows()}
    press(sentence, "click")
    return mirror, wait_for("the statement", lambda: frame_named(lambda name: name not in known))


def search_statement(mirror, statement):
    text = wait_for("its text", lambda: find(statement, "text", lambda name: name == "Text of the statement"))
    press(statement, "statement.find")
    entry = wait_for("the entry", lambda: next(
        (a for a in driver.walk(statement)
         if a.get_role_name() in ("text", "entry") and a.get_name() == "Find in This Statement"), None))
    word = wait_for("words in it", lambda: driver.text_of(text).strip()[:2])
    assert driver.Atspi.EditableText.set_text_contents(entry, word)
    wait_for("how often it is there", lambda: any(label.startswith("1 of ") for label in labels(statement)))
    driver.dismiss(statement)
    driver.dismiss(mirror)


def read_views(window):
    toggle(window, "List")
    table = wait_for("the table", lambda: find(window, "tree table", lambda name: name == "Events"))
    wait_for("events in it", lambda: sum(a.get_role_name() == "table row" for a in driver.walk(table)) > 5)
    toggle(window, "Statements")
    wait_for("what is held", lambda: find(window, "image", lambda name: "Statements held" in name))
    toggle(window, "Insights")
    for title in ("Contacts a quarter", "Days without a contact", "Topics, events", "Words of tone"):
        wait_for(title, lambda title=title: find(window, "image", lambda name: title in name))
    toggle(window, "Formulas")
    wait_for_words(window, "Candid")
    toggle(window, "Timeline")


def main():
    with driver.program(sys.argv[1]) as process:
        window = open_example()
        if len(sys.argv) == 2:
            pane = select_summit(window)
            search_statement(*compare(pane))
        read_views(window)
        driver.end_well(window, process)


SIZE = sys.argv[2] if len(sys.argv) > 2 else None
SETTINGS = "window-width={}\nwindow-height={}\n".format(*SIZE.split("x")) if SIZE else ""
driver.run(main, SIZE or "1600x1000", SETTINGS)
