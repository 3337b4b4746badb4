#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on an include that the layers do not grant: of another folder of src/, or of a library's header.

    check-layers.py SOURCE-ROOT"""

import collections
import fnmatch
import pathlib
import re
import sys

STANDARD = """assert ctype dirent errno fcntl float fts inttypes limits locale math poll signal stdarg stdbool stddef stdint
    stdio stdlib string time unistd""".split()
GLIB = ["glib.h", "glib-object.h", "glib/gstdio.h"]
GIO = ["gio/*"]
ICU = ["unicode/*"]
CAIRO = ["cairo.h"]
PANGO = ["pango/*"]

# What a folder may include: other folders, and headers of libraries. Data goes one way, from the first to the last.
LAYERS = {
    "base": ([], ["immintrin.h"]),
    "read": (["base"], GIO + ICU + ["json-glib/*", "libxml/*", "cmark.h", "gmime/*"]),
    "confined": (["base", "read"], ["seccomp.h", "linux/landlock.h"]),
    "read-pdf": (["base", "read", "confined"], GIO + ["poppler.h"]),
    "read-zip": (["base", "read", "confined"], ["archive*.h"]),
    "parse": (["base", "read"], ICU + ["simplified-ideographs.h"]),
    "model": (["base", "read", "parse"], GIO + ["sqlite3.h"]),
    "filter": (["base", "model"], []),
    "layout": (["base", "model", "filter"], []),
    "draw": (["base", "layout"], CAIRO + PANGO),
    "export": (
        ["base", "model", "filter", "layout", "draw"],
        GIO + CAIRO + PANGO + ["cairo-pdf.h", "png.h", "json-glib/*", "archive*.h", "hb-*.h", "export-resources.h"],
    ),
    "cli": (
        ["base", "read", "parse", "model", "filter", "layout", "draw", "export"],
        GIO + ["glib/gi18n.h", "entente-config.h"],
    ),
    "ui": (
        ["base", "read", "parse", "model", "filter", "layout", "draw", "export"],
        GIO + ["glib/gi18n.h", "entente-config.h", "gtk/gtk.h", "adwaita.h", "malloc.h"],
    ),
}

# Parsers of others: each behind one .c file of ours, so that it can be changed, or shut in, there; what packs documents
# is no parser.
FENCED = {"libxml/*": "libxml2", "archive*.h": "libarchive", "cmark.h": "cmark", "gmime/*": "GMime",
          "poppler.h": "poppler", "seccomp.h": "libseccomp", "sqlite3.h": "SQLite"}
WRITERS = ["export/zip-writer.c"]

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def matches(header, patterns):
    return any(fnmatch.fnmatchcase(header, pattern) for pattern in patterns)


def complaint(path, src, quoted, angled):
    """Says what is wrong with one include of a file, or nothing."""
    folder = path.relative_to(src).parts[0]
    folders, libraries = LAYERS[folder]
    if angled:
        standard = angled.removesuffix(".h") in STANDARD or angled.startswith("sys/")
        if not standard and not matches(angled, GLIB + libraries):
            return f"{folder}/ has no <{angled}>"
        return None
    if matches(quoted, libraries):
        return None
    other = quoted.split("/")[0]
    if other not in LAYERS:
        return f'"{quoted}" is not named from src/'
    if other != folder and other not in folders:
        return f"{folder}/ may not include {other}/"
    if not (src / quoted).is_file():
        return f'"{quoted}" does not exist'
    return None


def main():
    src = pathlib.Path(sys.argv[1]) / "src"
    complaints = []
    fenced = collections.defaultdict(set)
    paths = sorted(path for path in src.rglob("*") if path.suffix in (".c", ".h"))
    for path in paths:
        name = path.relative_to(src)
        if len(name.parts) != 2 or name.parts[0] not in LAYERS:
            complaints.append(f"src/{name}: is in no layer")
            continue
        for include in INCLUDE.finditer(path.read_text(encoding="utf-8")):
            why = complaint(path, src, *include.groups())
            if why:
                complaints.append(f"src/{name}: {why}")
            for pattern, library in FENCED.items():
                if matches(include[1] or include[2], [pattern]) and str(name) not in WRITERS:
                    fenced[library].add(str(name))
    for library, users in fenced.items():
        if len(users) > 1 or any(user.endswith(".h") for user in users):
            complaints.append(f"{library} is included by more than one .c file: {', '.join(sorted(users))}")
    print("\n".join(complaints) or f"{len(paths)} files keep to the layers")
    return 1 if complaints or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
