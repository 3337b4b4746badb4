#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a catalogue of po/LINGUAS is not valid, or if a translation has other places to fill than its message; tells
how many messages are not translated, which is no mistake: strings come before their translations.

    check-translations.py SOURCE-ROOT"""

import ast
import pathlib
import re
import subprocess
import sys

PLACE = re.compile(r"\{[a-z]+\}")
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) (".*")$')


def read_catalogue(path):
    """The context, the message and the translations of each entry."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry, texts = {}, None
        for line in block.split("\n"):
            field = FIELD.match(line)
            if field:
                texts = entry.setdefault(field[1], [])
                texts.append(ast.literal_eval(field[2]))
            elif line.startswith('"') and texts is not None:
                texts.append(ast.literal_eval(line))
        entry = {name: "".join(parts) for name, parts in entry.items()}
        translations = [text for name, text in entry.items() if name.startswith("msgstr") and text]
        if entry.get("msgid") and translations:
            yield entry.get("msgctxt"), entry["msgid"], translations


def find_places(text):
    return set(PLACE.findall(text))


def compare(context, message, translation):
    """What a translation has too much or too little. A title has several wordings, the first that can be filled holds."""
    if context != "event title":
        if find_places(message) != find_places(translation):
            yield f"“{translation}” has other places to fill than “{message}”"
        return
    wordings, translated = message.split("|"), translation.split("|")
    if len(wordings) != len(translated):
        yield f"“{translation}” has {len(translated)} wordings, “{message}” has {len(wordings)}"
        return
    for wording, other in zip(wordings, translated):
        if find_places(wording) != find_places(other):
            yield f"“{other}” has other places to fill than “{wording}”"
        needed, given = (find_places(re.sub(r"\[[^]]*\]", "", text)) for text in (wording, other))
        if needed != given:
            yield f"“{other}” needs {sorted(given)}, “{wording}” {sorted(needed)}"


def check_catalogue(path):
    done = subprocess.run(["msgfmt", "--check", "--statistics", "--output-file=/dev/null", path], capture_output=True,
                          env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, check=False)
    told = done.stderr.decode()
    print(f"{path.name}: {told.strip().splitlines()[-1]}")
    if done.returncode != 0:
        yield f"{path.name}: {told}"
    for context, message, translations in read_catalogue(path):
        for translation in translations:
            yield from (f"{path.name}: {complaint}" for complaint in compare(context, message, translation))


def main():
    root = pathlib.Path(sys.argv[1])
    complaints = []
    for language in (root / "po/LINGUAS").read_text(encoding="utf-8").split():
        complaints += check_catalogue(root / "po" / f"{language}.po")
    done = subprocess.run([root / "build-aux/make-words", "--check"], capture_output=True, check=False)
    if done.returncode != 0:
        print(f"warning: {done.stdout.decode().strip()}")
    print("\n".join(complaints) or "all catalogues are in order")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
