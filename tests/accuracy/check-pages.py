#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-pages.py CLI PAGES [SHARED]: how well the statement is told from the web page around it.

Of PAGES, pages of our own made as those of many sites are, a careful reader's body stands between <!--[--> and <!--]-->.
Of SHARED, a folder of pages that were saved from two sites (skipped when it is absent), it is the element that a careful
reader found to hold it. Words are compared in their order; a title is no part of either side.

Prints a line a page, and fails where the mean or any page of our own is below what is asked for."""
import difflib
import html.parser
import json
import pathlib
import re
import subprocess
import sys

LEAST_MEAN = 0.97
LEAST_PAGE = 0.90
VOID = set('area base br col embed hr img input link meta source track wbr'.split())
# Which element holds the statement: by the page's name, an attribute, and its value.
HOLDERS = [
    ('.zh.html', 'id', 'News_Body_Txt_A'),
    ('.en.html', 'class', 'content'),
    ('.shtml', 'id', 'content_area'),
    ('.shtml', 'class', 'cnt_bd'),
]


class Marked(html.parser.HTMLParser):
    """The words of a page that are marked, by comments or by the element that holds them."""

    def __init__(self, attribute=None, value=None):
        super().__init__()
        self.attribute, self.value = attribute, value
        self.depth = self.silent = 0
        self.found = False
        self.text = []

    def handle_comment(self, data):
        if self.attribute is None:
            self.depth = {'[': 1, ']': 0}.get(data, self.depth)
            self.text.append(' ')

    def handle_starttag(self, tag, attrs):
        if tag in ('script', 'style'):
            self.silent += 1
        if self.attribute is not None and tag not in VOID:
            if self.depth:
                self.depth += tag == self.tag
            elif not self.found and dict(attrs).get(self.attribute) == self.value:
                self.found, self.depth, self.tag = True, 1, tag
        if self.depth:
            self.text.append('' if tag in ('sup', 'b', 'i', 'a', 'span', 'strong', 'em', 'font', 'u') else ' ')

    def handle_endtag(self, tag):
        if tag in ('script', 'style'):
            self.silent -= 1
        if self.attribute is not None and self.depth and tag == self.tag:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth and not self.silent:
            self.text.append(data)


def get_words(text):
    text = re.sub('[\u00ad\u200b\ufeff]', '', text)
    return re.findall(r'[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+', text.casefold())


def drop_title(words, title):
    title = get_words(title or '')
    return words[len(title):] if title and words[:len(title)] == title else words


def measure(found, marked):
    """Precision and recall of the words, in their order."""
    matcher = difflib.SequenceMatcher(None, found, marked, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same / max(len(found), 1), same / max(len(marked), 1)


def read(cli, page):
    done = subprocess.run([cli, 'statements', '--text', '--output-format=jsonl', page], stdout=subprocess.PIPE, check=False)
    lines = done.stdout.decode().splitlines()
    return json.loads(lines[0]) if lines else {'text': '', 'title': None}


def get_marked(page, holder=None):
    parser = Marked(*(holder or ()))
    data = page.read_bytes()
    charset = re.search(rb'charset="?([-\w]+)', data)
    parser.feed(data.decode(charset[1].decode() if charset else 'utf-8', 'replace'))
    return get_words(''.join(parser.text))


def check_pages(cli, pages, holders):
    sums, below = [0.0, 0.0], []
    for page in pages:
        marked = []
        for _, attribute, value in [h for h in holders if page.name.endswith(h[0])] if holders else [(0, 0, 0)]:
            marked = marked or get_marked(page, (attribute, value) if holders else None)
        statement = read(cli, page)
        found = drop_title(get_words(statement['text']), statement['title'])
        precision, recall = measure(found, drop_title(marked, statement['title']))
        print(f'# {page.name}: precision {precision:.3f}, recall {recall:.3f}, {len(marked)} words')
        sums = [sums[0] + precision, sums[1] + recall]
        if min(precision, recall) < LEAST_PAGE:
            below.append(page.name)
    means = [s / max(len(pages), 1) for s in sums]
    print(f'# {len(pages)} pages: precision {means[0]:.4f}, recall {means[1]:.4f}')
    return min(means) >= LEAST_MEAN and not below


def check_facts(cli, folder):
    """What the pages say of themselves; returns how many facts are wrong."""
    names = ['title', 'date', 'issuer', 'issuing_body', 'published_by']
    wrong = 0
    for line in (folder / 'facts.tsv').read_text('utf-8').splitlines():
        if line.startswith('#'):
            continue
        page, *facts = line.split('\t')
        statement = read(cli, folder / (page + '.html'))
        for name, fact in zip(names, facts):
            if statement.get(name) != (None if fact == '-' else fact):
                print(f'# {page}: {name} is {statement.get(name)!r}, not {fact!r}')
                wrong += 1
    return wrong


def main():
    cli, own = sys.argv[1], pathlib.Path(sys.argv[2])
    shared = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    results = [('the marked pages of our own', check_pages(cli, sorted(own.glob('*.html')), [])),
               ('what the pages say of themselves', check_facts(cli, own) == 0)]
    if shared is not None and shared.is_dir():
        pages = sorted(p for p in shared.iterdir() if p.suffix in ('.html', '.shtml'))
        results.append(('saved pages', check_pages(cli, pages, HOLDERS)))
    print(f'1..{len(results)}')
    for i, (name, good) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {i} {name}')


if __name__ == '__main__':
    main()
