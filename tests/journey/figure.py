#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a figure of a few events: chooses them, gives one a short label and a note, shades a period, keeps it, edits
what is kept, takes it away and back, and finds it again in unnamed work after the window was closed.

    figure.py ENTENTE STATEMENTS"""

import sys
import time

import driver
from driver import (click, find, frame_named, has_action, labels, press, text_of, toggle, wait_for, wait_for_match,
                    wait_for_words, walk, write)

MEETING = "Richard Nixon and Mao Zedong meet in Beijing"


def toggle_event(editor, title):
    """Rows are told in the order in which they stand, each with its action before its check button."""
    row = None
    for accessible in walk(editor):
        if has_action(accessible, "figure-row.toggle"):
            row = accessible
        if accessible.get_role_name() == "check box" and accessible.get_name() == title:
            return driver.try_press(row, "figure-row.toggle")
    return False


def first_event(editor):
    """The title of the first one that is listed."""
    box = find(editor, "check box", lambda name: name != "")
    return box.get_name() if box is not None else None


def open_editor(window):
    click(window, "push button", lambda name: name.startswith("Events and Notes"))
    return wait_for("the editor", lambda: frame_named(lambda name: name == "Events and Notes"))


def choose(dialog):
    editor = open_editor(dialog)
    click(editor, "push button", lambda name: name == "None")
    first = wait_for("all events", lambda: first_event(editor))
    write(editor, "Search events", "Nixon Mao")
    # The rows of all events stand until the words are searched for, and are of other events then.
    wait_for("what has the words", lambda: first_event(editor) not in (None, first))
    wait_for("the meeting", lambda: toggle_event(editor, MEETING))
    write(editor, f"Label of {MEETING}", "The week that changed it")
    write(editor, f"Note on {MEETING}", "Told by both sides")
    toggle(editor, "Periods")
    write(editor, "Name", "Opening")
    write(editor, "From / to", "1971/1972")
    click(editor, "push button", lambda name: name == "Add")
    wait_for_words(editor, "1 January 1971 – 31 December 1972")
    driver.dismiss(editor)
    wait_for_match(dialog, r"1 of \d+ events · 1 renamed · 1 note · 1 period")


def keep(window):
    click(window, "push button", lambda name: name == "Export…")
    dialog = wait_for("the export dialog", lambda: frame_named(lambda name: name == "Export Timeline"))
    choose(dialog)
    click(dialog, "push button", lambda name: name == "Keep as Figure")
    wait_for_words(dialog, "Kept as “China – United States”")
    click(dialog, "push button", lambda name: name == "Cancel")


def open_figures(window):
    press(window, "win.figures")
    figures = wait_for("the figures", lambda: frame_named(lambda name: name == "Figures"))
    wait_for_match(figures, r".*Events shown: 1; hidden: \d+; checked: 0\..*")
    return figures


def edit_kept(figures):
    editor = open_editor(figures)
    label = wait_for("the label that was kept", lambda: next(
        (a for a in walk(editor) if a.get_role_name() == "text" and text_of(a) == "The week that changed it"), None))
    title = label.get_name().removeprefix("Label of ")
    wait_for("the event", lambda: toggle_event(editor, title))
    driver.dismiss(editor)
    wait_for_match(figures, r".*Events shown: 0; hidden: \d+; checked: 0\..*")
    editor = open_editor(figures)
    wait_for("the event", lambda: toggle_event(editor, title))
    driver.dismiss(editor)
    wait_for_match(figures, r".*Events shown: 1; hidden: \d+; checked: 0\..*")
    click(figures, "push button", lambda name: name == "Update…")
    wait_for_words(figures, "Its events are as they were; nothing would change")


def remove_and_undo(figures):
    click(figures, "push button", lambda name: name == "Remove")
    wait_for("no figure", lambda: not any("Events shown" in label for label in labels(figures)))
    wait_for("the toast", lambda: find(figures, "push button", lambda name: "Undo" in name))
    time.sleep(1)  # No hand presses a button while it is still coming up.
    click(figures, "push button", lambda name: "Undo" in name)
    wait_for_words(figures, "Events shown: 1")
    driver.dismiss(figures)


def main():
    with driver.program(*sys.argv[1:]) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        keep(window)
        figures = open_figures(window)
        edit_kept(figures)
        remove_and_undo(figures)
        driver.end_well(window, process)
    with driver.program(sys.argv[1]) as process:
        question = wait_for("the work left behind", lambda: next(
            (w for w in driver.windows() if "Continue Where You Stopped?" in labels(w)), None))
        click(question, "push button", lambda name: name == "Continue")
        window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
        driver.dismiss(open_figures(window))
        driver.end_well(window, process)


driver.run(main)
