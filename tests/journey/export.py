#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes every format from the window, with the dialog worked by keys, and from the command line, out of the same
archive and with the same choices: the two are equal byte for byte. Then what fails is told, and leaves the old file.
Without "all" a few formats stand for the others.

    export.py ENTENTE ENTENTE-CLI STATEMENTS [all]"""

import os
import pathlib
import subprocess
import sys
import time

import driver
from driver import click, find, frame_named, key, labels, picture, wait_for, write

ENTENTE, CLI, STATEMENTS = sys.argv[1:4]
TITLE = "China – United States"
# In the order of the rows; each with its format's ending.
FORMATS = (
    ("PNG image", "png"), ("SVG drawing", "svg"), ("PDF document", "pdf"), ("CSV table", "csv"), ("JSON data", "json"),
    ("iCalendar", "ics"), ("TimelineJS data", "timeline.json"), ("HTML page", "html"), ("Markdown chronology", "md"),
    ("Word appendix", "docx"), ("BibTeX bibliography", "bib"), ("CSL bibliography", "csl.json"),
)
SPANS = ["View as shown", "Whole history"]
PURPOSES = (
    ("Own size", []), ("Column of a paper", ["--preset=column"]), ("Slide", ["--preset=slide"]),
    ("Poster", ["--preset=poster"]), ("A4 pages", ["--page=A4"]),
)
FEW_FORMATS = ("svg", "pdf", "csv", "html")
FEW_PURPOSES = ("A4 pages",)
FORMAT_NAMES = [name for name, suffix in FORMATS]
PURPOSE_NAMES = [name for name, arguments in PURPOSES]

# Until a list or a dialog has come or gone.
SETTLE_SECONDS = 0.5
TRIES = 4


def is_focused(accessible):
    return accessible.get_state_set().contains(driver.Atspi.StateType.FOCUSED)


def choose(dialog, row_name, values, value):
    """Goes to a row with the Tab key and chooses one of its values with the arrows."""
    row = wait_for(row_name, lambda: find(dialog, "combo box", lambda name: name == row_name))
    for _ in range(60):
        if is_focused(row):
            break
        key("Tab")
    assert is_focused(row), row_name
    # A key that comes while the list opens or closes goes nowhere: then once more.
    for _ in range(TRIES):
        now = wait_for("its value", lambda: next((v for v in values if v in labels(row)), None))
        way = values.index(value) - values.index(now)
        if way == 0:
            return
        key("space")
        time.sleep(SETTLE_SECONDS)
        key(*["Down" if way > 0 else "Up"] * abs(way))
        key("Return")
        time.sleep(SETTLE_SECONDS)
    raise SystemExit(f"{row_name} did not become {value}")


def open_dialog(window):
    time.sleep(SETTLE_SECONDS)
    click(window, "push button", lambda name: name == "Export…")
    time.sleep(SETTLE_SECONDS)
    return wait_for("the export dialog", lambda: frame_named(lambda name: name == "Export Timeline"))


def save(dialog, path):
    """Saves as a file."""
    write(dialog, "File Name", path.name)
    write(dialog, "Folder", str(path.parent))
    click(dialog, "push button", lambda name: name == "Save")
    time.sleep(SETTLE_SECONDS)


def is_closed():
    return frame_named(lambda name: name == "Export Timeline") is None


def compare(archive, path, arguments):
    """What the command line writes with the same choices has the same bytes."""
    other = path.parent / ("cli-" + path.name)
    subprocess.run([CLI, "export", "-o", other, "--between=CN,US", f"--title={TITLE}", *arguments, archive], check=True)
    assert path.read_bytes() == other.read_bytes(), (path, other, path.stat().st_size, other.stat().st_size)


def compare_formats(window, archive, home, every):
    for name, suffix in FORMATS:
        if not every and suffix not in FEW_FORMATS:
            continue
        dialog = open_dialog(window)
        choose(dialog, "Format", FORMAT_NAMES, name)
        if suffix in ("png", "svg", "pdf"):
            choose(dialog, "Content", SPANS, "Whole history")
        path = home / f"talks.{suffix}"
        save(dialog, path)
        wait_for(f"{path.name} and the dialog's end", lambda path=path: path.exists() and is_closed())
        compare(archive, path, ["--scale=2"] if suffix == "png" else [])


def compare_purposes(window, archive, home, every):
    for number, (name, arguments) in enumerate(PURPOSES):
        if not every and name not in FEW_PURPOSES:
            continue
        dialog = open_dialog(window)
        choose(dialog, "Format", FORMAT_NAMES, "PDF document")
        choose(dialog, "Purpose", PURPOSE_NAMES, name)
        path = home / f"purpose-{number}.pdf"
        save(dialog, path)
        wait_for(f"{path.name} and the dialog's end", lambda path=path: path.exists() and is_closed())
        compare(archive, path, arguments)


def dismiss(words, response):
    """Answers a dialog that says some words."""
    question = wait_for(words, lambda: next((w for w in driver.windows() if any(words in l for l in labels(w))), None))
    picture(response)
    click(question, "push button", lambda name: name == response)
    time.sleep(SETTLE_SECONDS)


def fail(window, home):
    """A folder that is gone and one that is none are told of; a file that is there already is asked about, and stays."""
    old = home / "old.csv"
    old.write_text("old", encoding="utf-8")
    dialog = open_dialog(window)
    choose(dialog, "Format", FORMAT_NAMES, "CSV table")
    save(dialog, home / "gone" / "new.csv")
    dismiss("Could not save “new.csv”", "Close")
    save(dialog, old / "new.csv")
    dismiss("Could not save “new.csv”", "Close")
    save(dialog, old)
    dismiss("A file named “old.csv” is there already", "Cancel")
    assert old.read_text(encoding="utf-8") == "old"
    click(dialog, "push button", lambda name: name == "Save")
    dismiss("A file named “old.csv” is there already", "Replace")
    wait_for("the new file", lambda: old.read_text(encoding="utf-8") != "old" and is_closed())
    assert sorted(home.glob("*old*")) == [old], "something is left behind"


def main():
    home = pathlib.Path(os.environ[driver.INSIDE])
    archive = home / "talks.entente"
    every = sys.argv[4:] == ["all"]
    subprocess.run([CLI, "import", "-o", archive, STATEMENTS], check=True, stdout=subprocess.DEVNULL)
    # GTK 4.8 complains of itself when it is asked for the parent of a widget whose list was just closed.
    with driver.program(ENTENTE, str(archive), debug="gc-friendly") as process:
        window = wait_for("the window", lambda: frame_named(lambda name: name == TITLE))
        compare_formats(window, archive, home, every)
        compare_purposes(window, archive, home, every)
        fail(window, home)
        driver.end_well(window, process)


driver.run(main)
