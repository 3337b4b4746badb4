#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the window in another language, and finds words of the program that are not in it. In the language "xx",
which is English with each message longer, accented and in brackets, every word has to come from a catalogue. In Arabic, of which the catalogue
is such a one too, as a toolkit mirrors no window whose words are none of the language, the window has to be mirrored.

    languages.py ENTENTE STATEMENTS LANGUAGE [WIDTHxHEIGHT]"""

import json
import os
import pathlib
import re
import struct
import sys

import driver
from driver import picture, press, wait_for, walk

STATEMENTS, LANGUAGE = sys.argv[2:4]
SIZE = sys.argv[4] if len(sys.argv) > 4 else "1600x1000"
PSEUDO = LANGUAGE in ("xx", "ar")
LOCALE = {"xx": "en_DK", "ar": "ar_SA"}.get(LANGUAGE, LANGUAGE)

# What is the same in every language: names of formats and of the program, codes, keys.
SAME = re.compile(
    r"Entente|PNG|SVG|PDF|CSV|JSON|HTML|Markdown|BibTeX|CSL|iCalendar|TimelineJS|Word|A[34]|Letter|EDTF|Escape|AT&T|"
    r"Orca|Tab|Esc|MiB|Return|Enter|Shift|Ctrl|Alt|Page|Up|Down|Home|End|Delete|Space|Menu|Gtk\w+|Adw\w+|Ent\w+|https?://\S+"
)
# What the toolkit says, of which there is no such language.
TOOLKIT = {"Close", "Minimize", "Maximize", "No Results Found", "Search Results", "Shortcuts", "Try a different search"}
QUOTED = re.compile("“[^”]*”")
LETTERS = re.compile(r"[A-Za-z]{3,}")


def list_held():
    """All that the statements say, as one text: their words are theirs, in whatever language."""
    held = []
    for line in pathlib.Path(STATEMENTS).read_text(encoding="utf-8").splitlines():
        statement = json.loads(line)
        held += [str(value) for value in statement.values()]
    return " ".join(" ".join(held).split())


def is_foreign(words, held):
    """Whether words are the program's own and not in the language."""
    if "⟦" in words or words.strip("… ") in held or (PSEUDO and words.rstrip(".") in TOOLKIT):
        return False
    left = SAME.sub(" ", QUOTED.sub(" ", words))
    if not PSEUDO:
        # Names that stand in the statements, and what of a sentence has room.
        left = " ".join(word for word in LETTERS.findall(left) if word not in held)
    return LETTERS.search(left) is not None


def check(window, held, told):
    """Looks at all words in a window; those that are not in the language are added to what is told."""
    for accessible in walk(window):
        words = " ".join((accessible.get_name() or "").split())
        if words and accessible.get_role_name() not in ("panel", "filler", "scroll pane", "image", "separator"):
            if is_foreign(words, held):
                told.add((window.get_name(), accessible.get_role_name(), words))


def new_window(known):
    return next((w for w in driver.windows() if w.get_name() not in known and w.get_child_count()), None)


def look_at_dialog(window, action, held, told):
    known = {w.get_name() for w in driver.windows()}
    if action.startswith("win."):
        press(window, action)
    else:
        driver.key(action)
    dialog = wait_for(f"what {action} opens", lambda: new_window(known))
    wait_for("what is in it", lambda: sum(1 for _ in walk(dialog)) > 20)
    picture(f"{LANGUAGE}-{action}")
    check(dialog, held, told)
    driver.close(dialog)
    wait_for("its end", lambda: new_window(known) is None)


def get_x(accessible):
    return driver.Atspi.Component.get_extents(accessible, driver.Atspi.CoordType.WINDOW).x


def list_tabs(window):
    """The views' tabs, each once: the narrow window has them a second time."""
    tabs = {}
    for accessible in walk(window):
        if accessible.get_role_name() == "page tab":
            tabs.setdefault(accessible.get_name(), accessible)
    return list(tabs.values())


def check_size(window):
    """Words that are longer than the English ones make the window no wider than the display."""
    extents = driver.Atspi.Component.get_extents(window, driver.Atspi.CoordType.WINDOW)
    width, height = (int(side) for side in SIZE.split("x"))
    assert extents.width <= width and extents.height <= height, (extents.width, extents.height)


def look_at_views(window, tabs):
    """Shows each view, so that all have their words, and then the first again."""
    for number, tab in enumerate(tabs[1:] + tabs[:1]):
        press(tab, "click")
        wait_for("the view", lambda tab=tab: tab.get_state_set().contains(driver.Atspi.StateType.SELECTED)
                 or tab.get_state_set().contains(driver.Atspi.StateType.CHECKED)
                 or tab.get_state_set().contains(driver.Atspi.StateType.PRESSED))
        picture(f"{LANGUAGE}-{SIZE}-view-{number}")
        check_size(window)


def look_at_event(window, held, told):
    driver.select(window, lambda name: True, lambda title: any(
        a.get_role_name() == "heading" and a.get_name() and a.get_name() in title for a in walk(window)))
    picture(f"{LANGUAGE}-{SIZE}-event")
    check(window, held, told)


def main():
    held, told = list_held(), set()
    if PSEUDO:
        os.environ["ENTENTE_LOCALE_DIR"] = make_catalogue(sys.argv[1])
    with driver.program(sys.argv[1], STATEMENTS) as process:
        window = wait_for("the window", lambda: next(
            (w for w in driver.windows() if " – " in (w.get_name() or "") or "—" in (w.get_name() or "")), None))
        tabs = wait_for("the views", lambda: list_tabs(window))
        look_at_views(window, tabs)
        look_at_event(window, held, told)
        check_size(window)
        for action in ("win.export", "win.figures", "ctrl+comma", "win.show-help-overlay"):
            look_at_dialog(window, action, held, told)
        if LANGUAGE == "ar":
            assert get_x(tabs[0]) > get_x(tabs[1]), "the views do not begin on the right"
        assert not told, "\n".join(f"{name}: {role}: {words!r}" for name, role, words in sorted(told))
        driver.end_well(window, process)


KEPT = re.compile(r"(%[-+0-9$.]*[a-zA-Z%]+|\{[a-z_]+\}|<[^>]*>|&[a-z]+;|_)")
ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")


def accent(words):
    """Words as the language "xx" has them, less what has a meaning of its own: places to fill, marks, keys."""
    parts = [part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(words)]
    return "⟦" + "".join(parts) + "·" * (len(words) // 4) + "⟧"


def read_messages(path):
    """The messages of a compiled catalogue, as it has them: the plural behind the singular and a zero byte."""
    data = path.read_bytes()
    n, start = struct.unpack_from("<II", data, 8)
    for i in range(n):
        length, offset = struct.unpack_from("<II", data, start + 8 * i)
        yield data[offset:offset + length].decode()


def compile_messages(messages):
    """A compiled catalogue: tables of lengths and offsets, and what they lead to."""
    ids = sorted((key.encode(), words.encode()) for key, words in messages.items())
    offset = 28 + 16 * len(ids)
    tables, texts = [b"", b""], b""
    for which in (0, 1):
        for pair in ids:
            tables[which] += struct.pack("<II", len(pair[which]), offset + len(texts))
            texts += pair[which] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(ids), 28, 28 + 8 * len(ids), 0, 0) + tables[0] + tables[1] + texts


def make_catalogue(entente):
    """A catalogue of the language "xx", where the program is told to look for that of its locale."""
    messages = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}
    known = pathlib.Path(entente).parent.parent.parent / "po/zh_CN/LC_MESSAGES/entente.mo"
    for key in filter(None, read_messages(known)):
        words = key.split("\4")[-1].split("\0")
        messages[key] = "\0".join(accent(form) for form in words)
    folder = pathlib.Path(os.environ[driver.INSIDE], "catalogues", LOCALE, "LC_MESSAGES")
    folder.mkdir(parents=True)
    (folder / "entente.mo").write_bytes(compile_messages(messages))
    return str(folder.parent.parent)


WIDTH, HEIGHT = SIZE.split("x")
driver.run(main, SIZE, f"window-width={WIDTH}\nwindow-height={HEIGHT}\n", LOCALE)
