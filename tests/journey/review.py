#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks all events of a collection by keys alone: takes a rejection back, and accepts them one after another.

    review.py ENTENTE STATEMENTS"""

import re
import sys

import driver
from driver import find, frame_named, key, labels, wait_for


def find_label(window):
    """What tells how many events are checked. To find it takes long, to read it does not."""
    return find(window, "label", lambda name: re.search(r"events? checked$", name))


def counts(label):
    told = re.fullmatch(r"(\d+) of (\d+) events? checked", label.get_name() or "")
    return (int(told[1]), int(told[2])) if told else None


def main():
    with driver.program(*sys.argv[1:]) as process:
        window = wait_for("the window", lambda: frame_named(lambda name: " – " in name))
        key("ctrl+r")
        label = wait_for("the queue", lambda: find_label(window))
        n_checked, n_events = counts(label)
        assert n_checked == 0 and n_events > 0, (n_checked, n_events)

        key("r")
        wait_for("a rejected event", lambda: counts(label) == (0, n_events - 1))
        key("ctrl+z")
        wait_for("the event again", lambda: counts(label) == (0, n_events))

        key("n")
        key("p")
        while n_checked < n_events:
            key("a")
            n_checked, n_events = wait_for("one more that is checked", lambda: (
                counts(label) if (counts(label) or (0, 0))[0] > n_checked else None))
            print(n_checked, "of", n_events, flush=True)
        wait_for("the end of the queue", lambda: "All of them are checked" in labels(window))
        key("ctrl+q")
        status = process.wait(timeout=driver.WAIT_SECONDS)
        assert status == 0, status


driver.run(main)
