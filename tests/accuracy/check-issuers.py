#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hides from entente-cli whose our annotated statements are, and compares what it makes of their words. Fails where
fewer issuers are right than here, or more are wrong: one that is not told is better than another's.

    check-issuers.py ENTENTE-CLI"""

import json
import pathlib
import subprocess
import sys

# Of a hundred statements: how many issuers are right at least, and wrong at most.
FLOORS = {"en": (59, 21), "zh": (88, 11)}


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def find_issuers(program, statements):
    """By id, what the program says of statements that do not tell their issuer."""
    lines = "\n".join(json.dumps({key: one[key] for key in one if key != "issuer"}) for one in statements)
    done = subprocess.run([program, "statements", "--stdin-format=jsonl", "-"], input=lines, capture_output=True,
                          check=True, encoding="utf-8")
    return {one["id"]: one["issuer"] for one in map(json.loads, done.stdout.splitlines())}


def main():
    statements = [one for path in sorted(pathlib.Path(__file__).parent.glob("events-*.jsonl"))
                  if ".gold" not in path.name for one in read_lines(path)]
    failed = False
    print(f"1..{len(FLOORS)}")
    for number, (language, (least, most)) in enumerate(FLOORS.items(), 1):
        ours = [one for one in statements if one["language"].startswith(language)]
        found = find_issuers(sys.argv[1], ours)
        right = sum(found[one["id"]] == one["issuer"] for one in ours) * 100 / len(ours)
        wrong = sum(found[one["id"]] not in (None, one["issuer"]) for one in ours) * 100 / len(ours)
        good = right >= least and wrong <= most
        failed |= not good
        print(f"# {language}: of {len(ours)} issuers {right:.1f} % are right, {wrong:.1f} % wrong")
        print(f"{'ok' if good else 'not ok'} {number} - issuers in {language}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
