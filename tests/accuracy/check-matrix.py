#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the events that entente-cli finds in single sentences with those that they tell, and fails below a floor.
The sentences of matrix-*.tsv go through the kinds of events and the constructions that tell them: active and passive verbs,
nouns, what is planned, called off or denied. A line is a sentence, a tab, and its events, a semicolon between them:

    KIND STATUS DATE ACTOR,ACTOR

Each stands in a statement of its own, behind a sentence that tells of a meeting. A line that begins with a per cent sign
gives the sentences below it another such statement: its issuer and date, title, sentence, and who meets.

    check-matrix.py ENTENTE-CLI"""

import json
import pathlib
import runpy
import subprocess
import sys

# What is found at least, and how many false events there are at most. Raise them as the rules grow.
FLOORS = {
    "en": (361, 17),
    "zh": (737, 63),
}
FRAMES = {
    "en": {
        "issuer": "NO",
        "title": "Meeting with the Foreign Minister of Viet Nam",
        "text": "The Foreign Minister of Norway received the Foreign Minister of Viet Nam in Oslo today.",
        "actors": {"NO", "VN"},
        "date": "2019-06-12",
    },
    "zh": {
        "issuer": "CN",
        "title": "王毅同挪威外交大臣瑟雷德举行会谈",
        "text": "外交部长王毅今天在北京同挪威外交大臣瑟雷德举行会谈。",
        "actors": {"CN", "NO"},
        "date": "2019-06-12",
    },
}
CONTACTS = {"call", "meeting", "summit"}


def read_frame(line):
    head, title, text, actors = (part.strip() for part in line[1:].split("|"))
    issuer, date = head.split()
    return {"issuer": issuer, "date": date, "title": title, "text": text, "actors": set(actors.split(","))}


def read_rows(path, frame):
    """Sentences, the statements they stand in, and their events."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("%"):
            frame = read_frame(line)
        if not line or line[0] in "#%":
            continue
        sentence, told = line.split("\t")
        events = []
        for one in told.split(" ; ") if told != "-" else []:
            kind, status, date, actors = one.split()
            event = {"kind": kind, "status": status, "date": date, "participants": actors.split(","), "core": True}
            events.append(event)
        yield frame, sentence, events


def make_statement(language, number, frame, sentence):
    return {
        "id": str(number),
        "language": language,
        "issuer": frame["issuer"],
        "date": frame["date"],
        "title": frame["title"],
        "text": f"{frame['text']}\n\n{sentence}",
    }


def is_frame(frame, event):
    return (
        event["role"] == "reports"
        and event["kind"] in CONTACTS
        and event["date"] == frame["date"]
        and set(event["participants"]) == frame["actors"]
    )


def find(program, language, rows):
    """The events of each sentence, without that of the frame."""
    lines = "\n".join(json.dumps(make_statement(language, n, row[0], row[1])) for n, row in enumerate(rows))
    command = [program, "events", "--no-merge", "--output-format=jsonl", "--stdin-format=jsonl", "-"]
    output = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)
    events = {}
    framed = set()
    for line in output.stdout.decode().splitlines():
        event = json.loads(line)
        event["role"] = event["accounts"][0]["role"]
        number = int(event["accounts"][0]["statement"])
        if number not in framed and is_frame(rows[number][0], event):
            framed.add(number)
        else:
            events.setdefault(number, []).append(event)
    return events


def main():
    folder = pathlib.Path(__file__).parent
    match = runpy.run_path(str(folder / "check-events.py"))["match"]
    failed = False
    print(f"1..{len(FLOORS)}")
    for number, (language, (least, most_false)) in enumerate(FLOORS.items(), 1):
        rows = list(read_rows(folder / f"matrix-{language}.tsv", FRAMES[language]))
        found = find(sys.argv[1], language, rows)
        right = false = 0
        for n, (_, sentence, told) in enumerate(rows):
            events = found.get(n, [])
            pairs = match(told, events)
            right += len(pairs)
            false += len(events) - len(pairs)
            if len(pairs) < len(told):
                print(f"# not found: {sentence}")
        good = right >= least and false <= most_false
        failed |= not good
        print(f"# {language}: {right} of {sum(len(told) for _, _, told in rows)} found, {false} false")
        print(f"{'ok' if good else 'not ok'} {number} - matrix-{language}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
