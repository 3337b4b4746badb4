#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stops programs that write an archive with SIGKILL, at random moments, and looks at what is left: a whole file with
everything up to the last change that was told, or the one that was being made. Prints TAP.

    test-archive-kills.py ENTENTE-CLI ARCHIVE-HAMMER [KILLS [SEED]]"""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM, HAMMER = sys.argv[1:3]
KILLS = int(os.environ.get("ENTENTE_TEST_KILLS", sys.argv[3] if len(sys.argv) > 3 else 20))
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
EXAMPLE = pathlib.Path(os.environ["ENTENTE_DATA_DIR"]) / "examples" / "china-united-states.jsonl"


def run(*args):
    return subprocess.run([*map(str, args)], capture_output=True, timeout=300, check=True).stdout.decode()


def more_statements(folder):
    """The example several times over, told apart by ids and by a sentence: as much as takes a moment to import."""
    path = pathlib.Path(folder) / "many.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for copy in range(8):
            for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                record["id"] = f"{copy}/{record['id']}"
                record["text"] += f"\n\n{copy}"
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def is_whole(archive):
    found = json.loads(run(PROGRAM, "check", archive))
    if found["problems"]:
        raise AssertionError(f"problems: {found['problems']}")
    return found


def kill_after(seconds, *args):
    """Starts a program, stops it, and gives back what it had printed."""
    with tempfile.TemporaryFile() as out:
        with subprocess.Popen([*map(str, args)], stdout=out, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
        out.seek(0)
        return out.read().decode().splitlines(), process.returncode


def duration(*args):
    start = time.monotonic()
    run(*args)
    return time.monotonic() - start


def kills_of_import(folder, chance, n):
    source = more_statements(folder)
    whole = pathlib.Path(folder) / "whole.entente"
    takes = duration(PROGRAM, "import", "-o", whole, source)
    dump = run(PROGRAM, "check", "--dump", whole)
    archive = pathlib.Path(folder) / "a.entente"
    held = 0
    for _ in range(n):
        kill_after(chance.uniform(0, takes), PROGRAM, "import", "-o", archive, source)
        if archive.exists() and archive.stat().st_size > 0 and os.path.getsize(archive) >= 100:
            now = is_whole(archive)["statements"]
            if now < held:
                raise AssertionError(f"{held} statements were there, and now {now}")
            held = now
        # Most runs begin anew, so that there is something to stop.
        if held > 500 or chance.random() < 0.3:
            for path in pathlib.Path(folder).glob("a.entente*"):
                path.unlink()
            held = 0
    run(PROGRAM, "import", "-o", archive, source)
    if run(PROGRAM, "check", "--dump", archive) != dump:
        raise AssertionError("what was stopped and run again is not what one run gives")


def kills_of_edits(folder, chance, n):
    archive = pathlib.Path(folder) / "b.entente"
    run(PROGRAM, "import", "-o", archive, EXAMPLE)
    start = duration(HAMMER, "state", archive)
    state = run(HAMMER, "state", archive).split()[1:]
    for _ in range(n):
        before = state
        told, status = kill_after(start + chance.uniform(0, 1.5), HAMMER, "edit", archive, chance.randrange(1 << 30))
        if status != -signal.SIGKILL:
            raise AssertionError(f"it ended by itself: {status}, {told[-3:]}")
        is_whole(archive)
        state = run(HAMMER, "state", archive).split()[1:]
        allowed = [before, *(line.split()[1:] for line in told)][-2:]
        if state not in allowed:
            raise AssertionError(f"the history is {state}, but {told[-4:]} was told, and before it was {before}")


def kills_of_migrations(folder, chance, n):
    first = pathlib.Path(folder) / "first.entente"
    run(PROGRAM, "import", "-o", first, more_statements(folder))
    run(HAMMER, "downgrade", first)
    dump = run(PROGRAM, "check", "--dump", first)
    archive = pathlib.Path(folder) / "c.entente"
    shutil.copy(first, archive)
    takes = duration(HAMMER, "migrate", archive)
    found = run(HAMMER, "migrate", archive)
    for _ in range(n):
        for path in pathlib.Path(folder).glob("c.entente*"):
            path.unlink()
        shutil.copy(first, archive)
        kill_after(chance.uniform(0, takes), HAMMER, "migrate", archive)
        is_whole(archive)
        if run(PROGRAM, "check", "--dump", archive) != dump:
            raise AssertionError("a migration changed what the archive holds")
        if run(HAMMER, "migrate", archive) != found:
            raise AssertionError("the index is another one")


def kills_of_parsing_anew(folder, chance, n):
    """What was parsed anew so far is undone, and the rest goes on; undoing and redoing is done as a whole or not at
    all."""
    first = pathlib.Path(folder) / "older.entente"
    run(PROGRAM, "import", "-o", first, more_statements(folder))
    run(HAMMER, "age", first)
    older = run(PROGRAM, "check", "--dump", first)
    archive = pathlib.Path(folder) / "d.entente"
    shutil.copy(first, archive)
    takes = {"reparse": duration(PROGRAM, "reparse", archive), "undo": duration(HAMMER, "undo", archive),
             "redo": duration(HAMMER, "redo", archive)}
    newer = run(PROGRAM, "check", "--dump", archive)
    if older == newer:
        raise AssertionError("nothing was parsed anew")
    for _ in range(n):
        for path in pathlib.Path(folder).glob("d.entente*"):
            path.unlink()
        shutil.copy(first, archive)
        kill_after(chance.uniform(0, takes["reparse"]), PROGRAM, "reparse", archive)
        is_whole(archive)
        run(HAMMER, "undo", archive)
        if run(PROGRAM, "check", "--dump", archive) != older:
            raise AssertionError("what was stopped is not wholly undone")
        run(HAMMER, "redo", archive)
        run(PROGRAM, "reparse", archive)
        for what in ("undo", "redo"):
            kill_after(chance.uniform(0, takes[what]), HAMMER, what, archive)
            is_whole(archive)
        run(HAMMER, "redo", archive)
        if run(PROGRAM, "check", "--dump", archive) != newer:
            raise AssertionError("what was stopped and went on is not what one run gives")


def main():
    tests = [kills_of_import, kills_of_edits, kills_of_migrations, kills_of_parsing_anew]
    # A round of the last is three.
    shares = [KILLS - KILLS * 2 // 5 - KILLS // 5 - KILLS // 10 * 3, KILLS * 2 // 5, KILLS // 5, KILLS // 10]
    print(f"1..{len(tests)}\n# {KILLS} kills, seed {SEED}")
    failed = 0
    for number, (test, n) in enumerate(zip(tests, shares), 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder, random.Random(SEED + number), n)
                print(f"ok {number} {test.__name__}")
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} {test.__name__}")
                for line in traceback.format_exc().splitlines():
                    print(f"# {line}")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
