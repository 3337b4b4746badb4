#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a catalogue of po/LINGUAS is not valid, if a translation has other places to fill than its message, or if a
message that the sources have now is not translated, or only by a guess.

    check-translations.py SOURCE-ROOT"""

import ast
import pathlib
import re
import subprocess
import sys
import tempfile

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
# As meson's preset “glib” has it, and what po/meson.build adds.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
            "ent_translate_plural:2,3"]
PLACE = re.compile(r"\{[a-z]+\}")
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) (".*")$')


def read_entries(text):
    """The texts of each entry, by their keywords."""
    for block in text.split("\n\n"):
        entry, texts = {}, None
        for line in block.split("\n"):
            field = FIELD.match(line)
            if field:
                texts = entry.setdefault(field[1], [])
                texts.append(ast.literal_eval(field[2]))
            elif line.startswith('"') and texts is not None:
                texts.append(ast.literal_eval(line))
        yield {name: "".join(parts) for name, parts in entry.items()}


def read_catalogue(path):
    """The context, the message and the translations of each entry."""
    for entry in read_entries(path.read_text(encoding="utf-8")):
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


def make_template(root, path):
    """The messages that the sources have, whatever the catalogues have."""
    subprocess.run(["xgettext", "--from-code=UTF-8", *(f"--keyword={keyword}" for keyword in KEYWORDS),
                    f"--files-from={root / 'po/POTFILES'}", f"--directory={root}", f"--output={path}"],
                   capture_output=True, env=ENVIRONMENT, check=True)


def find_untranslated(path, template):
    """Messages that a catalogue lacks, or has guesses at."""
    merged = subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", path, template], capture_output=True,
                            env=ENVIRONMENT, check=True).stdout
    for wanted, words in (("--untranslated", "is not translated"), ("--only-fuzzy", "is translated by a guess only")):
        entries = subprocess.run(["msgattrib", wanted, "--no-obsolete", "--no-wrap", "-"], input=merged,
                                 capture_output=True, env=ENVIRONMENT, check=True).stdout.decode()
        yield from (f"{path.name}: “{entry['msgid']}” {words}" for entry in read_entries(entries) if entry.get("msgid"))


def check_catalogue(path):
    done = subprocess.run(["msgfmt", "--check", "--statistics", "--output-file=/dev/null", path], capture_output=True,
                          env=ENVIRONMENT, check=False)
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
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "template.pot"
        make_template(root, template)
        for language in (root / "po/LINGUAS").read_text(encoding="utf-8").split():
            path = root / "po" / f"{language}.po"
            complaints += check_catalogue(path)
            complaints += find_untranslated(path, template)
    done = subprocess.run([root / "build-aux/make-words", "--check"], capture_output=True, check=False)
    if done.returncode != 0:
        print(f"warning: {done.stdout.decode().strip()}")
    print("\n".join(complaints) or "all catalogues are in order")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
