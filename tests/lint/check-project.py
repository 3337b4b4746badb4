#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if po/POTFILES misses a file with words to translate, if the application's id stands outside meson.build, or if
something is kept at the top that has no place there.

    check-project.py SOURCE-ROOT             checks
    check-project.py SOURCE-ROOT --write     writes po/POTFILES anew"""

import pathlib
import re
import subprocess
import sys

FOLDERS = ["src", "data", "po", "tests", "build-aux", ".ci"]
TOP = {"src", "data", "po", "tests", "build-aux", "meson.build", "meson_options.txt", "README.md", "COPYING"}
TEMPLATES = {".ui"}
TEMPLATE_NAMES = re.compile(r"\.(desktop|metainfo\.xml)\.in\.in$|\.gschema\.xml\.in$")
GETTEXT_CALL = re.compile(
    r"(?<![\w\"'\n])(?:(?:_|N_|Q_|C_|NC_|gettext|ngettext|g_dgettext|g_dpgettext2?|g_dngettext) ?\(\s*\""
    r"|ent_translate_plural \()"
)
APPLICATION_ID = re.compile(r"^application_id = '([^']+)'$", re.MULTILINE)


def read(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def has_words(root, path, text):
    """Whether a file holds words that are shown to the user and so are translated."""
    if TEMPLATE_NAMES.search(path.name):
        return True
    if not path.is_relative_to(root / "src"):
        return False
    if path.suffix in TEMPLATES:
        return 'translatable="' in text
    return path.suffix in (".c", ".h") and bool(GETTEXT_CALL.search(text))


def files_with_words(root, texts):
    return {str(path.relative_to(root)) for path, text in texts.items() if has_words(root, path, text)}


def check_potfiles(root, texts):
    lines = (root / "po/POTFILES").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    wanted = files_with_words(root, texts)
    for name in sorted(wanted - set(listed)):
        yield f"po/POTFILES: lacks {name}"
    for name in listed:
        if not (root / name).is_file():
            yield f"po/POTFILES: {name} does not exist"
    if listed != sorted(set(listed)):
        yield "po/POTFILES: is not sorted, or names a file twice"


def check_application_id(root, texts):
    """The id, and the resource path made of it, stand in meson.build and nowhere else."""
    found = APPLICATION_ID.findall((root / "meson.build").read_text(encoding="utf-8"))
    if len(found) != 1:
        yield "meson.build: application_id is not set once"
        return
    spellings = [found[0], found[0].replace(".", "/")]
    for path, text in texts.items():
        most = 1 if path == root / "meson.build" else 0
        if sum(text.count(spelling) for spelling in spellings) > most:
            yield f"{path.relative_to(root)}: holds the application's id, which stands in meson.build alone"


def check_top(root):
    """Only what the project is made of is kept at its top; of a copy without history nothing tells what is kept."""
    kept = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, text=True, check=False)
    for name in sorted({path.split("/")[0] for path in kept.stdout.split("\0") if path}):
        if name not in TOP and not name.startswith("."):
            yield f"{name}: has no place at the top"


def main():
    root = pathlib.Path(sys.argv[1])
    paths = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    paths += sorted(root.glob("*"))
    texts = {path: read(path) for path in paths if path.is_file() and "__pycache__" not in path.parts}
    if "--write" in sys.argv[2:]:
        (root / "po/POTFILES").write_text("\n".join(sorted(files_with_words(root, texts))) + "\n", encoding="utf-8")
    complaints = [*check_potfiles(root, texts), *check_application_id(root, texts), *check_top(root)]
    print("\n".join(complaints) or f"{len(texts)} files are in order")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
