#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the events that entente-cli finds in our annotated statements with those that readers found, and fails
below a floor: events-dev, events-dev2, events-dev3, events-held, events-held2, events-held3, events-zh2, events-zh4, events-zh5
and events-zh6 are what the rules are developed on, events-zh-held only checks them. Sets without a floor, and
these too, must be well-formed.

    check-events.py ENTENTE-CLI"""

import calendar
import datetime
import json
import pathlib
import re
import subprocess
import sys

# What each set must reach at least, in percent: F1 of events, F1 of topics; and false events a statement at most. Raise
# them as the rules grow.
FLOORS = {
    "events-dev": (69, 87, 1.8),
    "events-dev2": (73, 82, 1.6),
    "events-dev3": (76, 81, 1.1),
    "events-held": (67, 86, 1.9),
    "events-held2": (65, 79, 2.3),
    "events-held3": (64, 72, 1.6),
    "events-zh2": (83, 77, 1.5),
    "events-zh-held": (77, 71, 1.3),
    "events-zh4": (80, 70, 2.1),
    "events-zh5": (82, 74, 1.3),
    "events-zh6": (80, 53, 2.0),
}
FORMER = {"SU": "RU"}

KINDS = """call meeting summit visit agreement statement mechanism commitment recognition protest sanction suspension
expulsion military warning delivery""".split()
TOPICS = """relations taiwan maritime regions rights trade sanctions finance ai tech cyber milmil posture arms ukraine
korea mideast law drugs climate health consular people multilateral""".split()
STATUSES = ["occurred", "planned", "denied"]
ROLES = ["reports", "announces", "mentions"]


def point(text):
    """First and last day of one EDTF point, None for an open side."""
    text = re.sub(r"[~?%]|T.*", "", text)
    if text in ("", ".."):
        return None
    year, month, day = ([*text.split("-"), None, None])[:3]
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None:
        return datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    month = int(month)
    if day is not None:
        only = datetime.date(first, month, int(day))
        return only, only
    months = {**{n: (n, 1) for n in range(1, 13)}, **{20 + n: (3 * n % 12, 3) for n in range(1, 5)}}
    months.update({32 + n: (3 * n - 2, 3) for n in range(1, 5)})
    months.update({36 + n: (4 * n - 3, 4) for n in range(1, 4)})
    months.update({39 + n: (6 * n - 5, 6) for n in range(1, 3)})
    begin, n = months[month]
    begin = begin or 12
    end = begin + n - 1
    year_end, end = first + (end > 12), (end - 1) % 12 + 1
    return datetime.date(first, begin, 1), datetime.date(year_end, end, calendar.monthrange(year_end, end)[1])


def span(text):
    """First and last day that an EDTF date allows, and how many days it is long: infinite where a side is open."""
    sides = [point(side) for side in text.split("/")]
    first, last = sides[0], sides[-1]
    length = (last[1] - first[0]).days if first and last else float("inf")
    return first[0] if first else datetime.date.min, last[1] if last else datetime.date.max, length


def actors(event):
    return {FORMER.get(actor, actor) for actor in event["participants"]}


def is_same(gold, found):
    """Same kind and status, dates that overlap and are about as narrow, and half of all sides in both."""
    first, last, length = span(gold["date"])
    found_first, found_last, found_length = span(found["date"])
    ours, theirs = actors(gold), actors(found)
    return (
        gold["kind"] == found["kind"]
        and gold["status"] == found["status"]
        and first <= found_last
        and found_first <= last
        and found_length <= 4 * length + 2
        and 2 * len(ours & theirs) >= len(ours | theirs)
    )


def match(golds, founds):
    """Pairs each gold event with at most one found one, as many as can be; certain ones first. Returns gold: found."""
    pairs = {}

    def take(gold, seen):
        for found in range(len(founds)):
            if found in seen or not is_same(golds[gold], founds[found]):
                continue
            seen.add(found)
            holder = next((one for one, its in pairs.items() if its == found), None)
            if holder is None or take(holder, seen):
                pairs[gold] = found
                return True
        return False

    for gold in sorted(range(len(golds)), key=lambda one: not golds[one]["core"]):
        take(gold, set())
    return pairs


def reported_topics(events):
    return {topic for event in events if event["role"] == "reports" for topic in event["topics"]}


def find(program, path):
    """The events of each statement, with the role and the topics of the account."""
    output = subprocess.run([program, "events", "--no-merge", "--output-format=jsonl", path], capture_output=True, check=True)
    events = {}
    for line in output.stdout.decode().splitlines():
        event = json.loads(line)
        account = event["accounts"][0]
        event["role"] = account["role"]
        event["topics"] = {topic["id"] for topic in account["topics"]}
        events.setdefault(account["statement"], []).append(event)
    return events


def f1(right, given, wanted, hit):
    precision, recall = right / max(given, 1), hit / max(wanted, 1)
    return 100 * 2 * precision * recall / max(precision + recall, 1e-9)


def score(program, folder, name):
    found = find(program, folder / f"{name}.jsonl")
    golds = read_lines(folder / f"{name}.gold.jsonl")
    right = given = wanted = hit = both = told = topics = 0
    for gold in golds:
        events = found.get(gold["id"], [])
        pairs = match(gold["events"], events)
        right += len(pairs)
        given += len(events)
        wanted += sum(event["core"] for event in gold["events"])
        hit += sum(gold["events"][one]["core"] for one in pairs)
        ours, theirs = reported_topics(gold["events"]), reported_topics(events)
        both += len(ours & theirs)
        topics += len(ours)
        told += len(theirs)
    return f1(right, given, wanted, hit), 200 * both / max(topics + told, 1), (given - right) / len(golds)


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def event_faults(event, text):
    """What is wrong with one event of a reader, in words."""
    if event["quote"] not in text:
        yield "the quote is not in the text"
    if event["kind"] not in KINDS or event["status"] not in STATUSES or event["role"] not in ROLES:
        yield "unknown kind, status or role"
    if unknown := set(event["topics"]) - set(TOPICS):
        yield f"unknown topics {unknown}"
    if not event["participants"] or not all(re.fullmatch("[A-Z][A-Z0-9]+", one) for one in event["participants"]):
        yield "participants are no actors"
    try:
        first, last, _ = span(event["date"])
        if first > last:
            yield "the date ends before it begins"
    except (ValueError, KeyError):
        yield "the date is no EDTF"


def faults(folder, name):
    """What is wrong with a set of statements and what readers found in them, a line each."""
    texts = {one["id"]: one["text"] for one in read_lines(folder / f"{name}.jsonl")}
    golds = read_lines(folder / f"{name}.gold.jsonl")
    if [gold["id"] for gold in golds] != list(texts):
        yield "the statements are others than those of the readers"
    for gold in golds:
        if not any(event["role"] == "reports" for event in gold["events"]):
            yield f"{gold['id']}: nothing is reported"
        for event in gold["events"]:
            for fault in event_faults(event, texts.get(gold["id"], "")):
                yield f"{gold['id']}: {event['quote']}: {fault}"


def check_format(folder, number, name):
    found = list(faults(folder, name))
    for fault in found:
        print(f"# {fault}")
    print(f"{'not ok' if found else 'ok'} {number} - {name} is well-formed")
    return not found


def main():
    folder = pathlib.Path(__file__).parent
    failed = False
    names = sorted(path.name.removesuffix(".gold.jsonl") for path in folder.glob("events-*.gold.jsonl"))
    print(f"1..{len(FLOORS) + len(names)}")
    for number, name in enumerate(names, 1):
        failed |= not check_format(folder, number, name)
    for number, (name, (least, least_topics, most_false)) in enumerate(FLOORS.items(), len(names) + 1):
        events, topics, false = score(sys.argv[1], folder, name)
        good = events >= least and topics >= least_topics and false <= most_false
        failed |= not good
        print(f"# {name}: events F1 {events:.1f}, topics F1 {topics:.1f}, {false:.2f} false a statement")
        print(f"{'ok' if good else 'not ok'} {number} - {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
