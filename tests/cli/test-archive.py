#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs entente-cli on archives: what comes in comes out, however it came in, and a damaged file is told. Prints TAP."""
import concurrent.futures
import csv
import functools
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import zlib

PROGRAM = sys.argv[1]
EXAMPLE = pathlib.Path(os.environ["ENTENTE_DATA_DIR"]) / "examples" / "china-united-states.jsonl"


SHARED = threading.Lock()


def run(*args, stdin=None, check=None, limit=None, powerless=False):
    command = [PROGRAM, *map(str, args)]
    if limit is not None:
        command = ["prlimit", f"--fsize={limit}", *command]
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if powerless and os.geteuid() == 0 else {}
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=240, **nobody)
    if check is not None and done.returncode != check:
        raise AssertionError("exit %d, not %d: %s" % (done.returncode, check, done.stderr.decode()[:2000]))
    return done


@functools.cache
def of_example(*args):
    """What a command prints of the example's file, to compare what it prints of archives with."""
    return run(*args, EXAMPLE, check=0).stdout


def lines(done):
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def equal(a, b):
    if a != b:
        raise AssertionError("%.500r is not %.500r" % (a, b))


def holds(condition, what):
    if not condition:
        raise AssertionError(what)


@functools.cache
def example_archive():
    with tempfile.TemporaryDirectory() as folder:
        archive = pathlib.Path(folder) / "a.entente"
        run("import", "-o", archive, EXAMPLE, check=0)
        return archive.read_bytes()


def imported(folder, name="a.entente", source=EXAMPLE):
    archive = pathlib.Path(folder) / name
    if source != EXAMPLE:
        run("import", "-o", archive, source, check=0)
        return archive
    with SHARED:
        archive.write_bytes(example_archive())
    return archive


def found(archive):
    return lines(run("check", archive, check=0))[0]


def test_events_are_those_of_the_files(folder):
    archive = imported(folder)
    for command in (["events"], ["events", "--no-merge"], ["events", "--explain"], ["events", "--between=CN,US"],
                    ["events", "--reviewed"],
                    ["statements"], ["statements", "--text"], ["dates"], ["relationships"]):
        equal(run(*command, archive, check=0).stdout, of_example(*command))
    for name in ("a.csv", "a.svg", "a.json"):
        outputs = []
        for source in (archive, EXAMPLE):
            out = pathlib.Path(folder) / name
            run("export", "-o", out, source, check=0)
            outputs.append(out.read_bytes())
        equal(outputs[0], outputs[1])


def test_words_are_found_as_in_the_files(folder):
    archive = imported(folder)
    for words, least in (("-taiwan", 20), ("\"red line\"", 1), ("会晤", 5), ("rade", 20), ("alk rade", 4),
                         ("topic:taiwan xi", 5), ("tag:none", 0)):
        done = run("events", "--search=" + words, archive, check=0)
        equal(done.stdout, of_example("events", "--search=" + words))
        holds(least <= len(lines(done)) <= 20 * least, (words, len(lines(done))))
    equal(run("events", "--search=會晤", archive, check=0).stdout, of_example("events", "--search=会晤"))
    # Who only reads has no less where an import was stopped before the index had all.
    with sqlite3.connect(archive) as database:
        database.execute("UPDATE meta SET value = '40' WHERE key = 'indexed'")
        for name in ("statements", "events"):
            database.execute(f"INSERT INTO search_{name} (search_{name}) VALUES ('delete-all')")
    database.close()
    equal(run("events", "--search=topic:taiwan xi", archive, check=0).stdout,
          of_example("events", "--search=topic:taiwan xi"))


def test_archives_among_other_files(folder):
    first, second = pathlib.Path(folder) / "1.jsonl", pathlib.Path(folder) / "2.jsonl"
    records = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)[::3]
    first.write_text("".join(records[::2]), encoding="utf-8")
    second.write_text("".join(records[1::2]), encoding="utf-8")
    archive = imported(folder, source=first)
    other = imported(folder, "b.entente", source=second)
    # Words are found by the archives' indexes and, in files beside them, without one.
    for command in ([], ["--search=trade -taiwan", "--explain"], ["--search=会晤"], ["--search=rade"]):
        told = run("events", *command, first, second, check=0).stdout
        holds(b"title" in told, command)
        equal(run("events", *command, archive, second, check=0).stdout, told)
        equal(run("events", *command, archive, other, check=0).stdout, told)
        equal(run("events", *command, other, archive, first, check=0).stdout, told)
    inside = pathlib.Path(folder) / "folder"
    inside.mkdir()
    shutil.copy(archive, inside)
    equal(len(lines(run("statements", inside, check=0))), len(records[::2]))


def test_import_skips_what_is_there(folder):
    archive = pathlib.Path(folder) / "a.entente"
    report = lines(run("import", "-o", archive, EXAMPLE, check=0))[0]
    equal((report["new"], report["held"], report["parsed"]), (87, 0, 87))
    before = archive.read_bytes()
    report = lines(run("import", "-o", archive, EXAMPLE, check=0))[0]
    equal((report["new"], report["held"]), (0, 87))
    equal(found(archive)["statements"], 87)
    holds(abs(len(archive.read_bytes()) - len(before)) < 8192, "the file grew")


def test_shards_are_one_run(folder):
    whole = imported(folder, "whole.entente")
    dump = run("check", "--dump", whole, check=0).stdout
    records = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    shards = []
    for number in range(8):
        shard = pathlib.Path(folder) / f"shard-{number}.jsonl"
        shard.write_text("".join(records[number::8]), encoding="utf-8")
        parsed = pathlib.Path(folder) / f"parsed-{number}.jsonl"
        parsed.write_bytes(run("statements", "--text", "--with-events", shard, check=0).stdout)
        shards.append(parsed)
    archive = pathlib.Path(folder) / "shards.entente"
    report = lines(run("import", "-o", archive, *reversed(shards), check=0))[0]
    equal((report["new"], report["parsed"]), (87, 0))
    equal(run("check", "--dump", archive, check=0).stdout, dump)
    # A dump is such lines too, and so are those of standard input.
    copy = pathlib.Path(folder) / "copy.entente"
    run("import", "-o", copy, "--stdin-format=jsonl", "-", stdin=dump, check=0)
    equal(run("check", "--dump", copy, check=0).stdout, dump)


def test_lines_with_mistakes(folder):
    good = run("statements", "--text", "--with-events", EXAMPLE, check=0).stdout.decode().splitlines()
    bad = [good[0], good[1].replace('"role":"', '"role":"x'), good[2].replace('"evidence":[[', '"evidence":[[9,', 1),
           good[3]]
    source = pathlib.Path(folder) / "lines.jsonl"
    source.write_text("\n".join(bad), encoding="utf-8")
    archive = pathlib.Path(folder) / "a.entente"
    done = run("import", "-o", archive, source, check=1)
    report = lines(done)[0]
    equal((report["new"], report["failed"]), (2, 2))
    holds(b"lines.jsonl:2:" in done.stderr and b"column" in done.stderr, done.stderr)
    equal(found(archive)["statements"], 2)


def test_what_is_no_archive(folder):
    archive = imported(folder)
    content = archive.read_bytes()
    cases = {"empty": b"", "text": b"hello\n", "header": content[:60], "half": content[: len(content) // 2],
             "page": content[:4096]}
    for name, data in cases.items():
        path = pathlib.Path(folder) / f"{name}.entente"
        path.write_bytes(data)
        done = run("check", path, check=1)
        holds(done.stderr.decode().startswith(f"entente-cli: {path}: "), done.stderr)
        equal(done.stderr.count(b"\n"), 1)
        if name not in ("empty",):
            equal(run("import", "-o", path, EXAMPLE).returncode, 3)
            equal(path.read_bytes(), data)
    done = run("check", pathlib.Path(folder) / "missing.entente", check=1)
    holds(b"No such file" in done.stderr, done.stderr)
    other = pathlib.Path(folder) / "other.entente"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    done = run("import", "-o", other, EXAMPLE, check=3)
    holds(b"is not an Entente archive" in done.stderr, done.stderr)


def test_damage_is_told(folder):
    archive = imported(folder)
    connection = sqlite3.connect(archive)
    connection.execute("UPDATE texts SET text = replace (text, 'the', 'teh') WHERE statement = 3")
    connection.commit()
    connection.close()
    done = run("check", archive, check=1)
    problems = lines(done)[0]["problems"]
    holds(len(problems) == 1 and "its text is not the one that came in" in problems[0], problems)
    # A value is missing that the schema asks for: what is beside it is listed and printed all the same.
    whole = lines(run("check", archive, check=1))[0]
    with sqlite3.connect(archive) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace (sql, 'parser TEXT NOT NULL', 'parser TEXT')")
    connection.close()
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE parses SET parser = NULL WHERE statement % 2 = 0")
    connection.close()
    equal(lines(run("check", archive, check=1))[0]["parsers"], [""] + whole["parsers"])
    equal(len(lines(run("check", "--dump", archive, check=0))), whole["statements"])


def test_a_later_version_is_read(folder):
    archive = imported(folder)
    connection = sqlite3.connect(archive)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE from_the_future (a)")
    connection.commit()
    connection.close()
    equal(run("events", archive, check=0).stdout, of_example("events"))
    done = run("import", "-o", archive, EXAMPLE, check=3)
    holds(b"later version" in done.stderr and b"999" in done.stderr, done.stderr)


def test_who_may_write(folder):
    archive = imported(folder)
    connection = sqlite3.connect(archive)
    # A process that runs: this one, as its row would say.
    stat = pathlib.Path("/proc/self/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    boot = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    space = f"{boot} {os.readlink('/proc/self/ns/pid')}"
    row = (os.uname().nodename, space, os.getpid(), int(stat[19]), "another", 0)
    connection.execute("REPLACE INTO owner VALUES (1, ?, ?, ?, ?, ?, ?)", row)
    connection.commit()
    done = run("import", "-o", archive, EXAMPLE, check=3)
    holds(str(os.getpid()).encode() in done.stderr, done.stderr)
    equal(found(archive)["statements"], 87)
    # Another one has its number by now.
    connection.execute("UPDATE owner SET started = started - 1")
    connection.commit()
    run("import", "-o", archive, EXAMPLE, check=0)
    # On another computer, heard of now and then not any more.
    for age, status in ((10, 3), (1000, 0)):
        connection.execute("REPLACE INTO owner VALUES (1, 'elsewhere', 'x', 1, 1, 't',"
                           " CAST (strftime ('%s', 'now') AS INTEGER) - ?)", (age,))
        connection.commit()
        equal(run("import", "-o", archive, EXAMPLE).returncode, status)
    connection.close()


def test_a_file_that_may_not_be_written(folder):
    archive = imported(folder)
    os.chmod(folder, 0o755)
    archive.chmod(0o444)
    try:
        run("--version", powerless=True)
    except PermissionError:
        # Only who may do anything can start the program where it lies.
        return
    equal(run("events", archive, check=0, powerless=True).stdout, of_example("events"))
    done = run("import", "-o", archive, EXAMPLE, check=3, powerless=True)
    holds(b"may not be written" in done.stderr, done.stderr)
    archive.chmod(0o666)
    os.chmod(folder, 0o555)
    try:
        done = run("import", "-o", archive, EXAMPLE, check=3, powerless=True)
        holds(b"may not be written" in done.stderr, done.stderr)
        equal(lines(run("check", archive, check=0, powerless=True))[0]["statements"], 87)
    finally:
        os.chmod(folder, 0o755)


def test_a_full_disk(folder):
    archive = pathlib.Path(folder) / "a.entente"
    records = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    source = pathlib.Path(folder) / "some.jsonl"
    source.write_text("".join(records[:20]), encoding="utf-8")
    run("import", "-o", archive, source, check=0)
    size = archive.stat().st_size
    dumps = {}
    for room in (0, 4096, 60000):
        done = run("import", "-o", archive, EXAMPLE, limit=size + room)
        equal(done.returncode, 3)
        holds(b"Traceback" not in done.stderr and done.stderr.startswith(b"entente-cli: "), done.stderr)
        holds(not found(archive)["problems"], "it is damaged")
        # On a slow machine a part of what comes in is committed before the disk is full.
        dump = run("check", "--dump", archive, check=0).stdout
        kept = frozenset(record.get("id") for record in map(json.loads, dump.splitlines())) - {None}
        holds(len(kept) >= 20, "statements are lost")
        if kept not in dumps:
            source.write_text("".join(r for r in records if json.loads(r)["id"] in kept), encoding="utf-8")
            whole = imported(folder, "whole-%d.entente" % room, source)
            dumps[kept] = run("check", "--dump", whole, check=0).stdout
        equal(dump, dumps[kept])
    run("import", "-o", archive, EXAMPLE, check=0)
    equal(found(archive)["statements"], 87)


def test_two_at_once(folder):
    archive = pathlib.Path(folder) / "a.entente"
    records = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    sources = []
    for number in range(4):
        source = pathlib.Path(folder) / f"{number}.jsonl"
        source.write_text("".join(records[number::4]), encoding="utf-8")
        sources.append(source)
    running = [subprocess.Popen([PROGRAM, "import", "-o", archive, source], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL) for source in sources]
    statuses = [process.wait(timeout=120) for process in running]
    holds(set(statuses) <= {0, 3} and 0 in statuses, statuses)
    holds(not found(archive)["problems"], "it is damaged")
    for source in sources:
        run("import", "-o", archive, source, check=0)
    whole = imported(folder, "whole.entente")
    equal(run("check", "--dump", archive, check=0).stdout, run("check", "--dump", whole, check=0).stdout)


def owned(archive):
    database = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    try:
        return database.execute("SELECT count (*) FROM owner").fetchone()[0] > 0
    finally:
        database.close()


def exported(folder, archive):
    """The table of its events, as a list of rows."""
    path = pathlib.Path(folder) / "table.csv"
    run("export", "-o", path, archive, check=0)
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def corrected(folder, archive, rows, check=0, encoding="utf-8", **dialect):
    path = pathlib.Path(folder) / "edited.csv"
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, **dialect).writerows(rows)
    return run("import", "--corrections=%s" % path, "-o", archive, check=check)


def spoil_date(date):
    """As a spreadsheet writes a date that it took for one."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date)
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", date)
    if day:
        return "%d/%d/%s" % (int(day[2]), int(day[3]), day[1])
    if month:
        return "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[int(month[2]) - 1] + "-" + month[1][2:]
    return date


def test_edits_of_the_table_come_back(folder):
    archive = imported(folder)
    rows = exported(folder, archive)
    before = run("check", "--dump", archive, check=0).stdout
    equal(lines(corrected(folder, archive, rows))[0]["corrected_events"], 0)
    equal(run("check", "--dump", archive, check=0).stdout, before)

    # A spreadsheet sorts, writes dates its own way, parts cells with semicolons, and keeps the file in UTF-16.
    names = rows[0]
    ids = [row[1] for row in rows]
    wanted = {2: {"title": "A title of ours"}, 3: {"date": "1972-02-27"}, 4: {"participants": "JP; China"},
              5: {"review": "accepted"}, 6: {"review": "rejected", "place": "Rome"}, 7: {"topics": "Taiwan; tech"},
              8: {"people": "A B; C D"}, 9: {"status": "denied"}}
    for row in rows[1:]:
        row[names.index("date")] = spoil_date(row[names.index("date")])
    for number, cells in wanted.items():
        for name, value in cells.items():
            rows[number][names.index(name)] = value
    edited = [rows[0]] + rows[:0:-1]
    told = lines(corrected(folder, archive, edited, encoding="utf-16", delimiter=";"))[0]
    equal((told["corrected_events"], told["corrected_values"], told["mistakes"], told["conflicts"]), (8, 9, [], []))
    equal(lines(corrected(folder, archive, edited))[0]["corrected_events"], 0)
    after = {event["id"]: event for event in lines(run("events", archive, check=0))}
    equal(after[ids[2]]["title"], "A title of ours")
    equal(after[ids[3]]["date"], "1972-02-27")
    equal(after[ids[4]]["participants"], ["CN", "JP"])
    holds(ids[6] not in after, "what was rejected is there")
    equal(sorted(after[ids[7]]["topics"]), ["taiwan", "tech"])
    equal(after[ids[8]]["people"], ["A B", "C D"])
    equal(after[ids[9]]["status"], "denied")
    with sqlite3.connect(archive) as database:
        equal(database.execute("SELECT action, field, n FROM change_groups").fetchall()[1:],
              [("corrections", "edited.csv", 8)])


def test_how_much_is_checked(folder):
    archive = imported(folder)
    formats = ("svg", "html", "md", "ics", "timelinejs", "csv", "json")
    outs = {name: pathlib.Path(folder) / f"out.{name}" for name in formats}
    for name in ("svg", "md", "csv"):
        out = outs[name]
        run("export", f"--format={name}", "-o", out, archive, check=0)
        holds(" checked" not in out.read_text(encoding="utf-8-sig"), f"{name} tells of what nobody did")
    rows = list(csv.DictReader(io.StringIO(outs["csv"].read_text(encoding="utf-8-sig"))))
    table = pathlib.Path(folder) / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(row | {"review": "accepted"} if number < 18 else row for number, row in enumerate(rows))
    run("import", "-o", archive, f"--corrections={table}", check=0)
    # A filter by that does not hide how much there is besides.
    for more, names in (([], formats), (["--reviewed"], ("svg", "md", "json"))):
        for name in names:
            out = outs[name]
            run("export", f"--format={name}", *more, "-o", out, archive, check=0)
            text = out.read_text(encoding="utf-8-sig").replace("\r\n ", "")
            told = text.count("accepted") if name in ("csv", "json") else text.count(f"18 of {len(rows)} checked")
            holds(told >= (18 if name in ("csv", "json") else 1), (name, more, told))
    # A document tells what it leaves out.
    for name in ("md", "html"):
        run("export", f"--format={name}", "--reviewed", "-o", outs[name], archive, check=0)
        holds("checked: accepted, corrected" in outs[name].read_text(encoding="utf-8"), name)


def test_a_table_that_cannot_be_read(folder):
    """Each mistake is named by row and column, and nothing of the table is taken."""
    archive = imported(folder)
    rows = exported(folder, archive)
    before = run("check", "--dump", archive, check=0).stdout
    names = rows[0]
    rows[1][names.index("title")] = "A title of ours"
    for number, name, value in ((3, "date", "4/2/2024"), (4, "date", "soon"), (5, "kind", "party"),
                                (6, "participants", "Atlantis"), (7, "review", "fine"), (8, "topics", "weather"),
                                (9, "id", rows[10][1]), (11, "title", "")):
        rows[number][names.index(name)] = value
    done = corrected(folder, archive, rows, check=1)
    told = [(remark["row"], remark["column"]) for remark in lines(done)[0]["mistakes"]]
    # A spreadsheet's row 1 is the names of the columns.
    equal(told, [(4, "date"), (5, "date"), (6, "kind"), (7, "participants"), (8, "review"), (9, "topics"),
                 (11, "id"), (12, "title")])
    holds("row 6, column “kind”: “party”" in done.stderr.decode(), done.stderr)
    equal(run("check", "--dump", archive, check=0).stdout, before)
    equal(run("import", "--corrections=%s" % EXAMPLE, "-o", archive).returncode, 1)
    equal(run("import", "--corrections=%s" % (pathlib.Path(folder) / "gone"), "-o", archive).returncode, 1)


def test_a_table_behind_the_archive(folder):
    """What was changed in both places stays as the archive has it, and is told; the rest is taken."""
    archive = imported(folder)
    rows = exported(folder, archive)
    names = rows[0]
    rows[1][names.index("title")] = "First"
    corrected(folder, archive, rows)
    rows[1][names.index("title")] = "Second"
    rows[2][names.index("title")] = "Third"
    told = lines(corrected(folder, archive, rows, check=1))[0]
    equal([(remark["row"], remark["column"]) for remark in told["conflicts"]], [(2, "title")])
    equal(told["corrected_events"], 1)
    titles = {event["id"]: event["title"] for event in lines(run("events", archive, check=0))}
    equal((titles[rows[1][1]], titles[rows[2][1]]), ("First", "Third"))


def test_snapshots(folder):
    few = pathlib.Path(folder) / "few.jsonl"
    few.write_text("".join(EXAMPLE.read_text().splitlines(True)[:40]))
    archive = imported(folder, source=few)
    taken = lines(run("snapshots", "--take=before", "--note=Forty of them", archive, check=0))
    equal([(one["name"], one["note"], one["events"]) for one in taken],
          [("before", "Forty of them", found(archive)["events"])])
    equal(run("snapshots", "--take=before", archive).returncode, 3)
    equal(lines(run("compare", "--before=before", archive, check=0)), [])
    run("import", "-o", archive, EXAMPLE, check=0)
    run("snapshots", "--take=after", archive, check=0)
    now = lines(run("compare", "--before=before", archive, check=0))
    equal(now, lines(run("compare", "--before=before", "--after=after", archive, check=0)))
    holds("new" in {one["change"] for one in now}, "more statements bring no events")
    new = sum(one["change"] == "new" for one in now) - sum(one["change"] == "gone" for one in now)
    equal(new, found(archive)["events"] - taken[0]["events"])
    with sqlite3.connect(archive) as database:
        told = database.execute("SELECT id, date, title FROM events WHERE snapshot = 'after' ORDER BY id").fetchall()
    database.close()
    equal(told, sorted((one["id"], one["date"], one["title"]) for one in lines(run("events", archive, check=0))))
    equal(run("compare", archive).returncode, 2)
    equal(run("compare", "--before=nobody's", archive).returncode, 1)
    equal(run("snapshots", EXAMPLE).returncode, 1)


def test_working_together(folder):
    archive = imported(folder)
    other = pathlib.Path(folder) / "other.entente"
    shutil.copy(archive, other)
    equal(lines(run("merge", "-o", archive, other, check=0)), [{"taken": 0, "conflicts": []}])
    with sqlite3.connect(other) as database:
        removed = database.execute("SELECT id FROM statements WHERE number = 3").fetchone()[0]
    database.close()
    say(other, "bob", "remove-statement", removed, None)
    equal(lines(run("merge", "-o", archive, other, check=0)), [{"taken": 1, "conflicts": []}])
    equal((found(archive)["statements"], found(archive)["removed"]), (86, 1))
    with sqlite3.connect(archive) as database:
        equal(database.execute("SELECT coder, action, target FROM history ORDER BY change_group DESC").fetchone(),
              ("bob", "remove-statement", removed))
    database.close()
    fields = lines(run("agreement", archive, other, check=0))
    holds({"date", "kind", "review", "accounts"} <= {one["field"] for one in fields}, fields)
    equal({(one["alpha"], one["events"]) for one in fields}, {(None, 0)})
    equal(run("merge", archive).returncode, 2)
    equal(run("agreement", archive).returncode, 2)
    equal(run("agreement", "--coder=anna", "--other-coder=anna", archive).returncode, 2)
    # Each codes without seeing what the other one says.
    for coder in ("anna", "bob"):
        table = pathlib.Path(folder) / f"{coder}.csv"
        run("export", f"--coder={coder}", "-o", table, archive, check=0)
        rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
        column = {name: number for number, name in enumerate(rows[0])}
        holds(all(row[column["review"]].startswith("machine-found") for row in rows[1:]), "the other one's word is seen")
        for row in rows[1:7]:
            row[column["review" if coder == "anna" else "place"]] = "accepted" if coder == "anna" else "Rome"
        if coder == "bob":
            rows[1][column["kind"]] = "delivery"
        with table.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows)
        run("import", f"--corrections={table}", f"--coder={coder}", "--blind", "-o", archive, check=0)
    kinds = {coder: {one["id"]: one["kind"] for one in lines(run("events", f"--coder={coder}", archive, check=0))}
             for coder in ("anna", "bob")}
    equal([one for one in kinds["anna"] if kinds["bob"][one] != kinds["anna"][one]], [rows[1][1]])
    for more in ("--no-merge", "--explain"):
        alone = {coder: {one["id"]: one["kind"] for one in lines(run("events", more, f"--coder={coder}", archive, check=0))}
                 for coder in ("anna", "bob")}
        equal([one for one in alone["anna"] if alone["bob"][one] != alone["anna"][one]], [rows[1][1]])
    equal(run("events", "--coder=anna", EXAMPLE).returncode, 2)
    fields = {one["field"]: one for one in lines(run("agreement", "--coder=anna", "--other-coder=bob", archive, check=0))}
    equal((fields["kind"]["events"], fields["kind"]["agreed"]), (6, 5))
    equal((fields["date"]["alpha"], fields["date"]["agreed"]), (1, 6))
    equal(run("merge", "-o", pathlib.Path(folder) / "none.entente", other).returncode, 3)


def test_conflict_words(folder):
    """What the other one restored, what is none, and a value each stand in words of their own."""
    archive = imported(folder)
    with sqlite3.connect(archive) as database:
        first, second = (row[0] for row in database.execute("SELECT id FROM statements ORDER BY number LIMIT 2"))
    database.close()
    say(archive, "anna", "edit-statement", first, "Wrong", "title")
    other = pathlib.Path(folder) / "other.entente"
    shutil.copy(archive, other)
    say(other, "bob", "restore-statement", first, None)
    say(archive, "anna", "edit-statement", first, "Ours", "title")
    say(other, "bob", "edit-statement", second, "", "issuer")
    say(archive, "anna", "edit-statement", second, "FR", "issuer")
    told = run("merge", "--output-format=text", "-o", archive, other, check=0).stdout.decode()
    holds("title is “Ours” here and what was read there" in told, told)
    holds("issuer is “FR” here and none there" in told, told)
    conflicts = lines(run("merge", "-o", archive, other, check=0))[0]["conflicts"]
    equal({one["field"]: (one["ours"], one["theirs"]) for one in conflicts},
          {"title": ("Ours", None), "issuer": ("FR", "")})


def say(archive, coder, action, target, after, field=None):
    """What a person says, as the window writes it down."""
    with sqlite3.connect(archive) as database:
        group = database.execute("INSERT INTO change_groups (time, coder, action, n, state) VALUES"
                                 " ('2024-01-01T00:00:00Z', ?, ?, 1, 'done')", (coder, action)).lastrowid
        database.execute("INSERT INTO changes (change_group, action, target, field, after, of_statement)"
                         " VALUES (?, ?, ?, ?, ?, ?)",
                         (group, action, target, field, after, action.endswith("-statement")))
    database.close()


def anchor_of(archive, event):
    """By what an event is known."""
    account = event["accounts"][0]
    words = account["evidence"][0]
    with sqlite3.connect(archive) as database:
        sha256, text = database.execute("SELECT sha256, text FROM statements JOIN texts ON statement = number"
                                        " WHERE id = ?", (account["statement"],)).fetchone()
    database.close()
    return json.dumps({"id": event["id"], "statement": account["statement"], "sha256": sha256, "kind": event["kind"],
                       "start": len(text[:words["start"]].encode()), "end": len(text[:words["end"]].encode()),
                       "text": words["text"]})


def test_notes_and_tags(folder):
    """They are found, and go into tables and documents, but not into what is handed on as it is."""
    archive = imported(folder)
    event = lines(run("events", "--kind=summit", archive, check=0))[2]
    anchor, statement = anchor_of(archive, event), event["accounts"][0]["statement"]
    say(archive, "anna", "note", anchor, "Ask the embassy, then cite")
    say(archive, "anna", "tag", anchor, "turning point")
    say(archive, "bob", "note-statement", statement, "Scanned copy")
    for words in ('note:"ask the embassy"', "embassy cite", "tag:turning", '"turning point"', "mbassy then"):
        found_events = lines(run("events", "--search=" + words, archive, check=0))
        equal([one["id"] for one in found_events], [event["id"]])
        equal(found_events[0]["tags"], ["turning point"])
        equal(found_events[0]["notes"], [{"text": "Ask the embassy, then cite", "coder": "anna",
                                          "time": "2024-01-01T00:00:00Z"}])
    told = lines(run("events", "--search=note:scanned", archive, check=0))
    equal({statement in [account["statement"] for account in one["accounts"]] for one in told}, {True})
    rows = exported(folder, archive)
    row = next(row for row in rows if row[1] == event["id"])
    equal([row[rows[0].index(name)] for name in ("tags", "notes")], ["turning point", "Ask the embassy, then cite"])
    for name, shown in (("md", True), ("ics", True), ("html", False), ("timelinejs", False)):
        out = pathlib.Path(folder) / f"noted.{name}"
        run("export", f"--format={name}", "-o", out, archive, check=0)
        equal("Ask the embassy" in out.read_text(encoding="utf-8").replace("\r\n ", ""), shown)
    out = pathlib.Path(folder) / "noted.bib"
    run("export", "-o", out, archive, check=0)
    holds("annote = {Scanned copy}" in out.read_text(encoding="utf-8"), "a statement's note is not in its entry")


def test_reparse(folder):
    archive = imported(folder)
    dump = run("check", "--dump", archive, check=0).stdout
    equal(lines(run("reparse", archive, check=0))[0]["parsed"], 0)
    with sqlite3.connect(archive) as database:
        database.execute("UPDATE parses SET parser = 'older' WHERE statement <= 5")
    database.close()
    report = lines(run("reparse", archive, check=0))[0]
    equal((report["parsed"], report["changed"], report["not_found"]), (5, 0, 0))
    equal(report["kept"], report["events"])
    equal(run("check", "--dump", archive, check=0).stdout, dump)
    with sqlite3.connect(archive) as database:
        equal(database.execute("SELECT action FROM change_groups").fetchall(), [("import",)])
        older = database.execute("SELECT replace (events, '\"call\"', '\"warning\"') FROM parsed_events"
                                 " WHERE events LIKE '%\"call\"%' LIMIT 1").fetchone()[0]
        database.execute("UPDATE parses SET parser = 'older'")
        database.execute("UPDATE parsed_events SET events = ?1 WHERE statement = (SELECT min (statement)"
                         " FROM parsed_events WHERE events LIKE '%\"call\"%')", (older,))
    database.close()
    equal(lines(run("reparse", archive, check=0))[0]["changed"], 1)
    equal(run("check", "--dump", archive, check=0).stdout, dump)
    with sqlite3.connect(archive) as database:
        equal(database.execute("SELECT action, n, state FROM change_groups WHERE number > 1").fetchall(),
              [("reparse", 1, "done")])
        kept = database.execute("SELECT parser, is_before, bytes, events FROM former_parses").fetchall()
    database.close()
    equal(kept[0][:2], ("older", 1))
    equal(zlib.decompress(kept[0][3]).decode() if len(kept[0][3]) < kept[0][2] else kept[0][3].decode(), older)


def test_refused_first(folder):
    """An archive that cannot be written is told of before a rule is compiled or a line is read."""
    data = pathlib.Path(folder) / "data"
    shutil.copytree(os.environ["ENTENTE_DATA_DIR"], data)
    for rules in data.glob("languages/*/*"):
        rules.write_text("no rule\n", encoding="utf-8")
    broken = {**os.environ, "ENTENTE_DATA_DIR": str(data)}
    archive = imported(folder)
    with subprocess.Popen([PROGRAM, "import", "-o", archive, "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as writer:
        while not owned(archive):
            time.sleep(0.01)
        for command in (["import", "-o", archive, "-"], ["reparse", archive], ["merge", "-o", archive, archive]):
            with subprocess.Popen([PROGRAM, *map(str, command)], stdin=subprocess.PIPE, stderr=subprocess.PIPE,
                                  env=broken) as late:
                equal(late.wait(timeout=60), 3)
                holds(b"is open in process %d" % writer.pid in late.stderr.read(), command)
        writer.stdin.close()


def test_read_as_it_is(folder):
    """Who may not write a file of the version before reads it as it is, and who may, brings it forward."""
    archive = imported(folder)
    dump = run("check", "--dump", archive, check=0).stdout
    with sqlite3.connect(archive) as database:
        database.executescript("DROP TABLE former_parses; PRAGMA user_version = 5")
    database.close()
    before = archive.read_bytes()
    equal(run("check", "--dump", archive, check=0).stdout, dump)
    equal(found(archive)["problems"], [])
    holds(run("events", "--search=taiwan", archive, check=0).stdout, "nothing is found")
    equal(archive.read_bytes(), before)
    run("snapshots", "--take=now", archive, check=0)
    with sqlite3.connect(archive) as database:
        equal(database.execute("PRAGMA user_version").fetchone()[0], 6)
        equal(database.execute("SELECT count (*) FROM former_parses").fetchone()[0], 0)
    database.close()


def test_command_line(folder):
    equal(run("import", EXAMPLE).returncode, 2)
    equal(run("check").returncode, 2)
    equal(run("check", EXAMPLE).returncode, 1)
    archive = imported(folder)
    done = run("check", "--output-format=text", archive, check=0)
    holds(b"87" in done.stdout, done.stdout)


@functools.cache
def open_folder():
    """A folder for temporary files in which also a program without rights finds what it is to read."""
    folders = [pathlib.Path(tempfile.gettempdir()).resolve(), pathlib.Path("/var/tmp"), pathlib.Path("/tmp")]
    return next((folder for folder in folders if all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))),
                folders[0])


def attempt(test):
    """What is wrong, as lines to print; none where nothing is."""
    with tempfile.TemporaryDirectory(dir=open_folder()) as folder:
        try:
            test(folder)
        except Exception:  # pylint: disable=broad-except
            return traceback.format_exc().splitlines()
    return []


def main():
    tests = [(name, test) for name, test in sorted(globals().items()) if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    # Most of the time is the programs', each of which works for itself.
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for number, ((name, _test), wrong) in enumerate(zip(tests, pool.map(attempt, (t for _, t in tests))), 1):
            failed += bool(wrong)
            print(f"{'not ok' if wrong else 'ok'} {number} {name}")
            for line in wrong:
                print(f"# {line}")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
