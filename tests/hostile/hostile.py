#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives entente-cli what an attacker or an accident sends it, a process a file, and compares what it says.

    hostile.py CLI EXPECTED            checks; prints TAP
    hostile.py CLI EXPECTED --write    writes down what is said now, to be read before it is kept

A line of EXPECTED: a name, how many statements come of it, and the messages, parted by " | "; in a message * stands for
anything, and as the whole of the number or the messages for whatever they are (files that change while they are read)."""
import concurrent.futures
import fnmatch
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

import cases

SECONDS = 20
# So many files are given to one process.
BATCH = 12
MEMORY = 700 << 20
# What other libraries say of their own may differ with their version.
FOREIGN = [(re.compile(r"(cannot be unpacked: ).*"), r"\1*"), (re.compile(r"(line \d+: ).*"), r"\1*"),
           (re.compile(r"(its date is not used: ).*"), r"\1*")]


def run(program, paths, options):
    """What the program does: exit status or signal, statements, what it says, seconds, bytes of memory."""
    slower = float(os.environ.get("ENTENTE_TEST_SLOWER", "1"))
    start = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([program, "statements", "--jobs=1", "--output-format=jsonl", *options, *paths],
                                   stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        timer = threading.Timer(SECONDS * slower, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
        out.seek(0)
        err.seek(0)
        statements = [json.loads(line) for line in out.read().decode().split("\n") if line]
        said = err.read().decode()
    return process.returncode, statements, said, time.monotonic() - start, usage.ru_maxrss * 1024


def belongs(name, path):
    """Whether what a message or a statement names is a file, or a part of it."""
    return name.startswith(path) and (len(name) == len(path) or name[len(path)] in "!:#/")


def messages(said, path):
    """The lines about a file, without where it lies; raises where one is none of the program's."""
    lines = []
    for line in said.split("\n"):
        if not line:
            continue
        if not line.startswith("entente-cli: "):
            raise AssertionError("says %r" % line)
        if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line):
            raise AssertionError("says what steers a terminal: %r" % line)
        line = line.removeprefix("entente-cli: ")
        if belongs(line, path):
            lines.append(line.removeprefix(path).removeprefix(": "))
    return lines


def judge(path, status, statements, said, seconds, memory):
    """How many statements a file gave, and what was said of it; raises where that cannot be right."""
    if status not in (0, 1):
        raise AssertionError("ends with %d after %.1f s: %s" % (status, seconds, said[-500:]))
    if (status == 1) != bool([line for line in said.split("\n") if line and not is_warning(line)]):
        raise AssertionError("ends with %d and says %r" % (status, said[-500:]))
    if memory > MEMORY and "ENTENTE_TEST_SLOWER" not in os.environ:
        raise AssertionError("takes %d MB" % (memory >> 20))
    lines = messages(said, path)
    n = len([statement for statement in statements if belongs(statement["file"], path)])
    if n == 0 and not lines:
        raise AssertionError("passes over it in silence")
    return str(n), lines


def observe(program, folder, batch):
    """What is said of each file of a batch: what judge () returns or raises. A batch in which the program fails is run
    again a file at a time, to find out for which."""
    paths, ends, results = [], [], []
    try:
        for name, make, _ in batch:
            paths.append(os.path.join(folder, name))
            if isinstance(make, bytes):
                pathlib.Path(paths[-1]).write_bytes(make)
            else:
                ends.append(make(paths[-1]))
        done = run(program, paths, batch[0][2])
    finally:
        for end in ends:
            if end:
                end()
    if done[0] not in (0, 1) and len(batch) > 1:
        return [result for case in batch for result in observe(program, folder, [case])]
    for path in paths:
        try:
            results.append(judge(path, *done))
        except AssertionError as error:
            results.append(error)
    return results


def batches(all_cases):
    """Cases that are bytes and ask for nothing are read by one process, a few at a time, but those whose statements have
    ids of their own, which others may have."""
    batch = []
    for case in all_cases:
        has_ids = isinstance(case[1], bytes) and (b'"id"' in case[1] or b"id,text" in case[1] or b"id,title" in case[1])
        together = isinstance(case[1], bytes) and not case[2] and (not has_ids or case[0].startswith("cut-"))
        if batch and (not together or len(batch) == BATCH):
            yield batch
            batch = []
        batch.append(case)
        if not together:
            yield batch
            batch = []
    if batch:
        yield batch


def is_warning(line):
    return "another statement has this id" in line


def matches(seen, expected):
    pattern = re.sub(r"([\[\]?])", lambda m: "[%s]" % m[1], expected)
    return expected == "*" or fnmatch.fnmatchcase(seen, pattern)


def joined(lines):
    shown = [FOREIGN[0][0].sub(FOREIGN[0][1], line) for line in lines]
    for pattern, replacement in FOREIGN[1:]:
        shown = [pattern.sub(replacement, line) for line in shown]
    return " | ".join(shown[:6]) + (" | *" if len(shown) > 6 else "")


def check(result, expected):
    """What is wrong with what was said of a file, or nothing."""
    if isinstance(result, AssertionError):
        return str(result)
    n, lines = result
    said = " | ".join(lines)
    if expected is None:
        return "is not expected: %s statements, %r" % (n, said[:500])
    if not matches(n, expected[0]) or not matches(said, expected[1]):
        return "gives %s statements and says %r, not %s and %r" % (n, said[:500], *expected)
    return None


def write_down(path, names, results, kept):
    with open(path, "w", encoding="utf-8") as file:
        for name, result in zip(names, results):
            if isinstance(result, AssertionError):
                n, said = "!", str(result).replace("\n", " ")
            else:
                n, said = result[0], joined(result[1])
            if "*" in kept.get(name, ("",)):
                n, said = kept[name]
            print("%s\t%s\t%s" % (name, n, said), file=file)


def check_together(program, folder, names):
    """A good file is read whatever comes before and after it."""
    good = os.path.join(folder, "good.txt")
    pathlib.Path(good).write_text("The talks went well on 4 May 2021.\n")
    paths = [os.path.join(folder, name) for name in names]
    half = len(paths) // 2
    done = subprocess.run([program, "statements", "--limit=seconds=2", "--output-format=jsonl", *paths[:half], good,
                           *paths[half:]], capture_output=True, timeout=300)
    ids = [json.loads(line)["id"] for line in done.stdout.decode().split("\n") if line]
    return None if done.returncode == 1 and good in ids else "ends with %d" % done.returncode


def main():
    # Some files are made from within their folder.
    program, path = map(os.path.abspath, sys.argv[1:3])
    expected = {}
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            name, n, said = line.rstrip("\n").split("\t")
            expected[name] = (n, said)
    all_cases = list(cases.all_cases())
    names = [case[0] for case in all_cases]
    assert len(set(names)) == len(names), "a name is there twice"
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            observed = [result for results in pool.map(lambda batch: observe(program, folder, batch), batches(all_cases))
                        for result in results]
        if "--write" in sys.argv[3:]:
            return write_down(path, names, observed, expected)
        print("1..%d" % (len(all_cases) + 2))
        results = [check(result, expected.get(name)) for name, result in zip(names, observed)]
        results.append(check_together(program, folder, [n for n in names if "pipe" not in n and os.path.lexists(
            os.path.join(folder, n))]))
        results.append(", ".join(set(expected) - set(names)) or None)
    names += ["all together", "nothing is expected of what is not there"]
    for i, (name, why) in enumerate(zip(names, results), 1):
        print("%sok %d - %s" % ("not " if why else "", i, name))
        if why:
            failed += 1
            print("# %s: %s" % (name, why.replace("\n", " ")))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
