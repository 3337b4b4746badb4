#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on a source that is not in the project's style, too long, or without its comments.

    check-style.py SOURCE-ROOT"""

import pathlib
import re
import subprocess
import sys

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
MOST_COLUMNS = 120
MOST_LINES_OF_FUNCTION = 80
MOST_LINES_OF_FILE = 900

# A definition starts with its name at the margin, below the line of its type, and ends with a brace at the margin.
FUNCTION = re.compile(
    r"^(?P<type>[A-Za-z_][^\n;(){}]*)\n(?P<name>[a-z]\w*) \([^{};]*\)\n\{\n(?P<body>(?:[^}].*\n|\n)*)\}", re.MULTILINE
)


def check_lines(text, holds_cases):
    """A test's table of cases may quote a text that is longer than a line."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MOST_COLUMNS and not (holds_cases and '"' in line):
            yield number, f"is {len(line)} columns wide; {MOST_COLUMNS} is the most"
        if line != line.rstrip():
            yield number, "ends in white space"
        if "\t" in line:
            yield number, "holds a tab"


def check_head(path, text):
    if SPDX not in "\n".join(text.split("\n")[:2]):
        yield 1, f"lacks the line {SPDX}"
    if path.suffix == ".h" and "\n#pragma once\n" not in text:
        yield 1, "lacks #pragma once"
    lines = text.count("\n")
    if lines > MOST_LINES_OF_FILE:
        yield 1, f"has {lines} lines; {MOST_LINES_OF_FILE} is the most"


def is_documented(text, function):
    """Whether a comment that begins with the function's name stands right above it."""
    above = text[: function.start()].rstrip("\n")
    if not above.endswith("*/"):
        return False
    return above[above.rfind("/**") :].startswith(f"/**\n * {function['name']}:\n")


def check_functions(text, must_document):
    for function in FUNCTION.finditer(text):
        number = text.count("\n", 0, function.start("name")) + 1
        lines = text.count("\n", function.start("name"), function.end()) + 1
        if lines > MOST_LINES_OF_FUNCTION:
            yield number, f"{function['name']} () has {lines} lines; {MOST_LINES_OF_FUNCTION} is the most"
        public = function["name"].startswith("ent_") if "inline" in function["type"] else "static" not in function["type"]
        if must_document and public and function["name"] != "main" and not is_documented(text, function):
            yield number, f"{function['name']} () is public and has no comment of its own"


def main():
    root = pathlib.Path(sys.argv[1])
    paths = sorted(path for folder in ("src", "tests") for path in (root / folder).rglob("*.[ch]"))
    complaints = 0
    for path in paths:
        text = path.read_text(encoding="utf-8")
        in_src = path.is_relative_to(root / "src")
        for number, why in [*check_head(path, text), *check_lines(text, not in_src), *check_functions(text, in_src)]:
            print(f"{path.relative_to(root)}:{number}: {why}")
            complaints += 1
    if subprocess.run([sys.executable, root / "build-aux/format", "--check"], check=False).returncode != 0:
        print("build-aux/format puts these in style")
        complaints += 1
    print(f"{len(paths)} files, {complaints} complaints")
    return 1 if complaints or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
