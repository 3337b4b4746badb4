#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes the whole way through the window as a person does: opens a statement, filters by Taiwan, selects the call, reads
its sentence, and saves the timeline as a picture.

    journey.py ENTENTE STATEMENT"""

import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time
import warnings

WAIT_SECONDS = 30
WIDTH, HEIGHT, SCALE = 1200, 700, 1.5
INSIDE = "ENTENTE_JOURNEY_INSIDE"


def go_inside():
    """Runs this script again with a display, a session bus and a home of its own."""
    with tempfile.TemporaryDirectory(prefix="entente-journey-") as home:
        environment = dict(os.environ, **{INSIDE: home})
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE"):
            environment.pop(name, None)
        for name in ("RUNTIME_DIR", "CONFIG_HOME", "DATA_HOME", "CACHE_HOME"):
            folder = pathlib.Path(home, name.lower())
            folder.mkdir(mode=0o700)
            environment["XDG_" + name] = str(folder)
        # A complaint is fatal to the program that is tested, not to the libraries that this script uses.
        environment.pop("G_DEBUG", None)
        environment |= {"HOME": home, "GDK_BACKEND": "x11", "GTK_A11Y": "atspi"}
        # The image is made with what the settings say, which are kept in a file here.
        keyfile = pathlib.Path(home, "config_home/glib-2.0/settings/keyfile")
        keyfile.parent.mkdir(parents=True)
        schema = pathlib.Path(environment["GSETTINGS_SCHEMA_DIR"]).glob("*.gschema.xml")
        path = next(schema).name.removesuffix(".gschema.xml").replace(".", "/")
        keyfile.write_text(
            f"[{path}]\nexport-width={WIDTH}\nexport-height={HEIGHT}\nexport-scale={SCALE}\n", encoding="utf-8"
        )
        # The server chooses a free number by itself; two that guess at once may take the same.
        ready, tell = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1600x1000x24", "-noreset"], pass_fds=[tell]
        )
        try:
            environment["DISPLAY"] = ":" + os.read(ready, 16).decode().strip()
            command = ["dbus-run-session", "--", sys.executable] + sys.argv
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            server.terminate()
            server.wait()


def walk(accessible):
    """All that is under an accessible object, itself first."""
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def wait_for(what, look):
    """What look () finds, once it finds something. Things vanish while one looks at them: that is no failure."""
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"did not come: {what}")


def find(under, role, name):
    """The first object of a role whose name satisfies name ()."""
    return next((a for a in walk(under) if a.get_role_name() == role and name(a.get_name() or "")), None)


def press(accessible, action):
    for i in range(accessible.get_n_actions()):
        if Atspi.Action.get_action_name(accessible, i) == action:
            Atspi.Action.do_action(accessible, i)
            return
    raise SystemExit(f"{accessible.get_name()!r} has no action {action}")


def text_of(accessible):
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def frame_named(name):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is None or application.get_name() != "entente":
            continue
        for j in range(application.get_child_count()):
            window = application.get_child_at_index(j)
            if window is not None and name(window.get_name() or ""):
                return window
    return None


def shown(window):
    """How many events are shown, of how many."""
    label = find(window, "label", lambda name: "shown" in name)
    words = label.get_name().split()
    return int(words[0]), int(words[2])


def filter_by_taiwan(window):
    before = wait_for("the count of events", lambda: shown(window))
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
    call = wait_for("the call", lambda: find(timeline, "list item", lambda name: "speak by phone" in name))
    title = call.get_name()
    assert "Xi Jinping" in title and "Joe Biden" in title and "2024" in title, title
    press(call, "mark.activate")
    pane = wait_for("the pane", lambda: find(window, "panel", lambda name: name == "Selected event"))
    heading = wait_for("the title in the pane",
                       lambda: find(pane, "heading", lambda name: "speak by phone" in name))
    assert title.startswith(heading.get_name()), (title, heading.get_name())
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
    press(find(window, "push button", lambda name: name == "Export…"), "click")
    dialog = wait_for("the export dialog", lambda: frame_named(lambda name: name == "Export Timeline"))
    for title, words in (("File Name", "call.png"), ("Folder", folder)):
        entry = wait_for(title, lambda title=title: find(dialog, "text", lambda name: name == title))
        assert Atspi.EditableText.set_text_contents(entry, words), title
    save = wait_for("the button that saves", lambda: find(dialog, "push button", lambda name: "Save" in name))
    press(save, "click")
    path = pathlib.Path(folder, "call.png")
    wait_for("the picture", path.exists)
    return path


def look_at_png(path):
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:8]
    size = struct.unpack(">II", data[16:24])
    assert size == (WIDTH * SCALE, HEIGHT * SCALE), size
    assert len(data) > 10000, len(data)


def close(window):
    """The program ends before it can answer, which is as it should be."""
    try:
        press(window, "window.close")
    except GLib.Error:
        pass


def main():
    entente, statement = sys.argv[1:]
    with tempfile.TemporaryDirectory(dir=os.environ[INSIDE]) as folder:
        # GTK's own accessibility bus leaks a little, and only a slow unwinder could tell that it is GTK's. The widget
        # tests look for leaks.
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        environment = dict(os.environ, G_DEBUG="fatal-criticals,gc-friendly", ASAN_OPTIONS=sanitizer)
        program = subprocess.Popen([entente, statement], env=environment)
        try:
            window = wait_for("the window", lambda: frame_named(lambda name: name == "China – United States"))
            filter_by_taiwan(window)
            pane = select_call(window)
            read_sentence(pane, pathlib.Path(statement).read_text(encoding="utf-8"))
            look_at_png(export_png(window, folder))
            close(window)
            status = program.wait(timeout=WAIT_SECONDS)
            assert status == 0, status
        finally:
            program.kill()
    print("the whole way was gone")
    return 0


if __name__ == "__main__":
    if INSIDE not in os.environ:
        sys.exit(go_inside())
    warnings.simplefilter("ignore", DeprecationWarning)
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib

    sys.exit(main())
