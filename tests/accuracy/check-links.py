#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the links that entente-cli finds between events with those that a careful reader finds, and fails below a
floor. A line of links.jsonl is a small collection of statements; its `links` must be found, those in `may` can be. A link is

    TYPE | KIND DATE ACTOR,ACTOR | KIND DATE ACTOR,ACTOR

from the one event to the other; a `*` fits any kind or event, and half of the actors must be the same. Meetings and summits count as one kind, and a promise
(`commitment`) as the act that is promised. The set `held` was put aside while rules were written.

    check-links.py ENTENTE-CLI [--verbose]"""

import json
import pathlib
import runpy
import subprocess
import sys

# What must be reached at least, in percent: precision and recall of each type.
FLOORS = {
    "dev": {"invokes": (90, 70), "fulfils": (90, 65), "cancels": (90, 80)},
    "held": {"invokes": (90, 80), "fulfils": (90, 60), "cancels": (90, 50)},
}
FAMILIES = {"summit": "meeting"}
PROMISED = {"delivery", "agreement", "mechanism", "commitment"}


def find_events(cli, statements):
    """The events of one collection, as entente-cli prints them."""
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in statements)
    command = [cli, "events", "--stdin-format=jsonl", "--output-format=jsonl", "-"]
    out = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def fits(words, event, span):
    """Whether what stands in a gold link may mean an event."""
    if words == "*":
        return True
    kind, date, actors = words.split()
    family = FAMILIES.get(kind, kind)
    found = FAMILIES.get(event["kind"], event["kind"])
    if kind != "*" and family != found and not (kind == "commitment" and found in PROMISED):
        return False
    first, last, _ = span(date)
    ours, theirs = set(actors.split(",")), set(event["participants"])
    return (
        2 * len(ours & theirs) >= len(ours | theirs)
        and (event["latest"] is None or event["latest"] >= str(first))
        and (event["earliest"] is None or event["earliest"] <= str(last))
    )


def match(link, words, span):
    """Whether a link that was found is one of gold."""
    kind, origin, target = words.split(" | ")
    return kind == link[0] and fits(origin, link[1], span) and fits(target, link[2], span)


def show(link):
    """A link in words."""
    ends = ["{kind} {status} {date} {0}".format(",".join(one["participants"]), **one) for one in link[1:3]]
    return f"{link[0]} | {ends[0]} | {ends[1]}: {link[3]}"


def score(cli, collections, span, verbose):
    """Counts by set and type: found, right, in gold, found of gold; and links without a reason."""
    counts = {name: {kind: [0, 0, 0, 0] for kind in ("invokes", "fulfils", "cancels")} for name in FLOORS}
    unexplained = 0
    for one in collections:
        events = {event["id"]: event for event in find_events(cli, one["statements"])}
        links = [
            (link["type"], event, events[link["event"]], link["why"])
            for event in events.values()
            for link in event["links"]
        ]
        unexplained += sum(not link[3] for link in links)
        report = []
        for link in links:
            count = counts[one["set"]][link[0]]
            right = any(match(link, words, span) for words in one["links"] + one["may"])
            count[0] += 1
            count[1] += right
            if not right:
                report.append(f"false: {show(link)}")
        for words in one["links"]:
            count = counts[one["set"]][words.split(" | ")[0]]
            hit = any(match(link, words, span) for link in links)
            count[2] += 1
            count[3] += hit
            if not hit:
                report.append(f"missed: {words}")
        if verbose and one["set"] == "dev":
            for line in report:
                print(f"# {one['name']}: {line}")
    return counts, unexplained


def main(cli, verbose):
    folder = pathlib.Path(__file__).parent
    span = runpy.run_path(str(folder / "check-events.py"), run_name="check-events")["span"]
    text = (folder / "links.jsonl").read_text(encoding="utf-8")
    counts, unexplained = score(cli, [json.loads(line) for line in text.splitlines()], span, verbose)
    failed = unexplained > 0
    print("1..7")
    print(f"{'not ' if unexplained else ''}ok 1 - explained")
    number = 1
    for name, kinds in FLOORS.items():
        for kind, (precision, recall) in kinds.items():
            found, right, gold, hits = counts[name][kind]
            low = right * 100 < precision * found or hits * 100 < recall * gold
            failed |= low
            number += 1
            print(f"# {name} {kind}: {right} of {found} right, {hits} of {gold} found")
            print(f"{'not ' if low else ''}ok {number} - {name}-{kind}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--verbose" in sys.argv[2:]))
