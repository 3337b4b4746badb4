#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What journeys have in common: a display, bus and home of their own, and hands and eyes over the accessibility bus."""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import warnings

WAIT_SECONDS = 40
# Until what was pressed is told to be selected, or is pressed once more.
SELECT_SECONDS = 5
INSIDE = "ENTENTE_JOURNEY_INSIDE"
PICTURES = "ENTENTE_JOURNEY_PICTURES"


def make_locale(home, language):
    """Makes a locale under a home, as a machine may have none but C. Returns what the environment needs for it."""
    folder = pathlib.Path(home, "locales", language + ".UTF-8")
    folder.parent.mkdir()
    subprocess.run(["localedef", "-f", "UTF-8", "-i", language, str(folder)], check=True, stderr=subprocess.DEVNULL)
    return {"LOCPATH": str(folder.parent), "LC_ALL": language + ".UTF-8", "LANGUAGE": language}


def go_inside(screen="1600x1000", settings="", language=None):
    """Runs the script again with a display, a session bus and a home of its own."""
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
        if language:
            environment |= make_locale(home, language)
        # The image is made with what the settings say, which are kept in a file here.
        keyfile = pathlib.Path(home, "config_home/glib-2.0/settings/keyfile")
        keyfile.parent.mkdir(parents=True)
        schema = pathlib.Path(environment["GSETTINGS_SCHEMA_DIR"]).glob("*.gschema.xml")
        path = next(schema).name.removesuffix(".gschema.xml").replace(".", "/")
        keyfile.write_text(
            f"[{path}]\n{settings}", encoding="utf-8"
        )
        # The server chooses a free number by itself; two that guess at once may take the same.
        ready, tell = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", screen + "x24", "-noreset"], pass_fds=[tell]
        )
        try:
            environment["DISPLAY"] = ":" + os.read(ready, 16).decode().strip()
            command = ["dbus-run-session", "--", sys.executable] + sys.argv
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            server.terminate()
            server.wait()


def has_action(accessible, action):
    return any(Atspi.Action.get_action_name(accessible, i) == action for i in range(accessible.get_n_actions()))


def find_entry(under, name):
    """The entry of a name, if there is one."""
    return next((a for a in walk(under) if a.get_role_name() in ("text", "entry") and a.get_name() == name), None)


def write(under, name, words):
    """Waits for an entry and puts words into it, in place of its own."""
    entry = wait_for(f"the entry {name}", lambda: find_entry(under, name))
    assert Atspi.EditableText.set_text_contents(entry, words), name


def walk(accessible):
    """All that is under an accessible object, itself first."""
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def picture(name):
    """Takes a picture of the display, where a folder for pictures is named: to be looked at by a person."""
    if PICTURES in os.environ:
        path = pathlib.Path(os.environ[PICTURES], f"{pathlib.Path(sys.argv[0]).stem}-{name}.png")
        subprocess.run(["import", "-window", "root", str(path)], check=True)


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
    picture("failed")
    raise SystemExit(f"did not come: {what}")


def find(under, role, name):
    """The first object of a role whose name satisfies name ()."""
    return next((a for a in walk(under) if a.get_role_name() == role and name(a.get_name() or "")), None)


def has_place(accessible):
    """Whether it was ever shown. A button of a page that is yet to come answers that it was pressed, and does nothing."""
    return Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW).width > 0


def try_press(accessible, action):
    """Whether it was there to be pressed: what is insensitive, or disabled, has no such action."""
    if action == "click" and not has_place(accessible):
        return False
    for i in range(accessible.get_n_actions()):
        if Atspi.Action.get_action_name(accessible, i) == action:
            return Atspi.Action.do_action(accessible, i)
    return False


def press(accessible, action):
    """Presses what may be disabled until the program has done what it is at."""
    wait_for(f"what has the action {action}", lambda: try_press(accessible, action))


def text_of(accessible):
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def windows():
    """All windows of the program."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is None or application.get_name() != "entente":
            continue
        for j in range(application.get_child_count()):
            window = application.get_child_at_index(j)
            if window is not None:
                yield window


def frame_named(name):
    return next((window for window in windows() if name(window.get_name() or "")), None)


def labels(under):
    """The words of all labels under an object."""
    return [a.get_name() or "" for a in walk(under) if a.get_role_name() in ("label", "heading")]


def wait_for_words(under, words):
    """Waits until some label says the words."""
    return wait_for(repr(words), lambda: any(words in label for label in labels(under)))


def wait_for_match(under, pattern):
    """Waits until some label is as the pattern has it. Returns the match: how many events there are is the rules' affair."""
    return wait_for(pattern, lambda: next(filter(None, (re.fullmatch(pattern, label) for label in labels(under))), None))


def click(under, role, name):
    """Waits for an object whose name satisfies name () and that can be pressed, and presses it."""
    def look():
        found = find(under, role, name)
        return found is not None and try_press(found, "click")
    wait_for(f"a {role} to be pressed", look)


def toggle(under, name):
    """Presses the toggle button, which a tab of the views is too, whose name or label is this one."""
    def look():
        for accessible in walk(under):
            if accessible.get_role_name() in ("toggle button", "radio button", "page tab") and (
                accessible.get_name() == name or name in labels(accessible)
            ):
                return try_press(accessible, "click")
        return False
    wait_for(name, look)


def select(under, is_wanted, is_told):
    """Selects the event whose mark has a name that is wanted, until is_told () says of that name that it is. As the timeline
    is laid out anew, marks come to be of other events: the one that was found may be another's when it is pressed."""
    def look():
        mark = next((a for a in walk(under) if has_action(a, "mark.activate") and is_wanted(a.get_name() or "")), None)
        name = mark is not None and mark.get_name()
        if not name or not try_press(mark, "mark.activate"):
            return None
        until = time.monotonic() + SELECT_SECONDS
        while not is_told(name) and time.monotonic() < until:
            time.sleep(0.1)
        return name if is_told(name) else None
    return wait_for("the event in the pane", look)


def key(*names):
    """Presses keys, each as xdotool names it."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
    time.sleep(0.15)


def close(window):
    """The program ends before it can answer, which is as it should be."""
    try:
        try_press(window, "window.close")
    except GLib.Error:
        pass


def dismiss(window):
    """Closes one of several windows, and waits until nobody can take it for one that is opened next."""
    name = window.get_name()
    press(window, "window.close")
    wait_for(f"the end of {name}", lambda: frame_named(lambda other: other == name) is None)


@contextlib.contextmanager
def program(entente, *files, debug="fatal-criticals,gc-friendly"):
    """The program, started with some files; it has to end well when its window is closed."""
    # GTK's own accessibility bus leaks a little, and only a slow unwinder could tell that it is GTK's. The widget
    # tests look for leaks.
    sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    environment = dict(os.environ, G_DEBUG=debug, ASAN_OPTIONS=sanitizer)
    process = subprocess.Popen([entente, *files], env=environment)
    try:
        yield process
    finally:
        process.kill()


def ask_beyond():
    """Asks for one window more than there are, as happens to whoever walks them while one is closed."""
    application = next(windows()).get_application()
    try:
        application.get_child_at_index(application.get_child_count())
    except GLib.Error:
        pass
    return application.get_child_count()


def end_well(window, process):
    assert ask_beyond() > 0, "the program died of a question"
    close(window)
    status = process.wait(timeout=WAIT_SECONDS)
    assert status == 0, status


def run(main, screen="1600x1000", settings="", language=None):
    """Runs a journey's main () inside."""
    if INSIDE not in os.environ:
        sys.exit(go_inside(screen, settings, language))
    main()
    print("the whole way was gone")


if INSIDE in os.environ:
    warnings.simplefilter("ignore", DeprecationWarning)
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib

    # A program that has no time to answer has heard all the same: what it is asked to press would be pressed twice.
    Atspi.set_timeout(WAIT_SECONDS * 1000, WAIT_SECONDS * 1000)
