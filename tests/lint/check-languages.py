#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if nothing uses a class or a pattern of data/languages, or if its README misses a class that the programs use.

    check-languages.py SOURCE-ROOT"""

import pathlib
import re
import sys

CLASS = re.compile(r"^class ([A-Z][A-Z0-9-]*)", re.MULTILINE)
PATTERN = re.compile(r"^pattern ([a-z][a-z0-9-]*)", re.MULTILINE)
NAME_IN_CODE = re.compile(r'"([A-Z][A-Z0-9-]*)"')
RULE_LINE = re.compile(r"^(?:pattern|rule|  match|  give|      ).*$", re.MULTILINE)


def names(text):
    return set(re.findall(r"(?<![A-Za-z0-9-])[A-Z][A-Z0-9-]*(?![A-Za-z0-9-])", text))


def check_file(path, root, in_code):
    text = re.sub(r"(?<!\S)#.*", "", path.read_text(encoding="utf-8"))
    used = names("\n".join(RULE_LINE.findall(text)))
    where = path.relative_to(root)
    for name in CLASS.findall(text):
        if name not in used | in_code:
            yield f"{where}: nothing uses the class {name}"
    for name in PATTERN.findall(text):
        if f"{{{name}}}" not in text:
            yield f"{where}: nothing uses the pattern {name}"


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted((root / "data/languages").glob("*/*.rules"))
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "src/parse").glob("*.c")))
    in_code = set(NAME_IN_CODE.findall(code))
    classes = {name for path in files for name in CLASS.findall(path.read_text(encoding="utf-8"))}
    told = names((root / "data/languages/README.md").read_text(encoding="utf-8"))
    complaints = [complaint for path in files for complaint in check_file(path, root, in_code)]
    complaints += [
        f"data/languages/README.md: does not tell of the class {name}" for name in sorted((classes & in_code) - told)
    ]
    print("\n".join(complaints) or f"{len(files)} files of rules are in order")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
