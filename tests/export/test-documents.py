#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what entente-cli exports with the programs and libraries that people read it with. Prints TAP.

    test-documents.py ENTENTE-CLI EXAMPLE.jsonl"""
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import zipfile

PROGRAM, EXAMPLE = sys.argv[1:3]

# Of our own: a title that a spreadsheet would run, marks of every format, two sides, a time in a zone, a month.
STATEMENTS = [
    {'id': 'u/1', 'title': "=cmd|' /C calc'!A0 & {Readout} 100% \"of\" <b>it</b>; a, b\\c", 'date': '2022-05-04',
     'language': 'en', 'issuer': 'US', 'source': 'https://example.org/a?b=1&c=2',
     'text': 'President Biden spoke today with Prime Minister Fumio Kishida of Japan. They discussed Ukraine & trade.'},
    {'id': 'u/2', 'title': '-- Secretary\u2019s call', 'date': '2022-05-04', 'language': 'en', 'issuer': 'US',
     'text': 'Secretary of State Antony Blinken met with Foreign Minister Wang Yi of China on May 3, 2022 at 9 a.m. '
             'local time in Geneva.'},
    {'id': 'c/1', 'title': '习近平同马克龙通电话', 'date': '2022-05-10', 'language': 'zh', 'issuer': 'CN',
     'text': '5月10日，习近平主席同法国总统马克龙通电话。两国元首就乌克兰问题交换意见。'},
    {'id': 'u/3', 'date': '2022-06-07', 'language': 'en', 'issuer': 'JP',
     'text': 'Prime Minister Fumio Kishida will visit Seoul in August 2022. He met with President Yoon Suk Yeol of '
             'South Korea in March 2022.'},
]


def run(*args, env=None):
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, timeout=120,
                          env={**os.environ, **(env or {})})
    if done.returncode != 0:
        raise AssertionError('exit %d: %s' % (done.returncode, done.stderr.decode()[:2000]))
    return done.stdout


def export(folder, fmt, *args, source=None, env=None):
    if source is None:
        source = pathlib.Path(folder) / 'in.jsonl'
        source.write_text(''.join(json.dumps(s, ensure_ascii=False) + '\n' for s in STATEMENTS), encoding='utf-8')
    out = pathlib.Path(folder) / 'out'
    run('export', '--format=' + fmt, '-o', out, *args, source, env=env)
    return out.read_bytes()


def events(folder, *args, source=None):
    source = source or pathlib.Path(folder) / 'in.jsonl'
    return [json.loads(line) for line in run('events', '--output-format=jsonl', *args, source).splitlines()]


def equal(a, b):
    if a != b:
        raise AssertionError('%r is not %r' % (a, b))


def holds(condition, what):
    if not condition:
        raise AssertionError(what)


class Skip(Exception):
    pass


def test_csv(folder):
    data = export(folder, 'csv')
    holds(data.startswith(b'\xef\xbb\xbf'), 'no byte order mark')
    rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline=''), strict=True))
    found = events(folder)
    equal([row['id'] for row in rows], [event['id'] for event in found])
    equal([row['date'] for row in rows], [event['date'] for event in found])
    equal([row['title'] for row in rows], [event['title'] for event in found])
    equal([row['number'] for row in rows], [str(n + 1) for n in range(len(rows))])
    for row in rows:
        for value in row.values():
            holds(not re.match(r'\s*[=+\-@＝＋－＠]', value), value)
    titles = {row['source']: row['source_title'] for row in rows}
    equal(titles['u/1'], "'" + STATEMENTS[0]['title'])
    equal(titles['u/2'], "'" + STATEMENTS[1]['title'])
    call = next(row for row in rows if row['source'] == 'u/1')
    equal(call['url'], STATEMENTS[0]['source'])
    equal((call['date_in_words'], call['who_says_so'], call['locator']), ('4 May 2022', 'United States', 'paragraph 1'))
    equal(call['quotation'], STATEMENTS[0]['text'].split('. ')[0] + '.')
    holds(call['review'].startswith('machine-found'), call['review'])


def test_ics(folder):
    try:
        import icalendar
    except ImportError:
        raise Skip('python3-icalendar is not installed')
    data = export(folder, 'ics', '--title=Talks; calls, visits')
    holds(all(len(line) <= 75 for line in data.split(b'\r\n')), 'a line is too long')
    calendar = icalendar.Calendar.from_ical(data)
    equal(str(calendar['X-WR-CALNAME']), 'Talks; calls, visits')
    found = {event['id'] + '@entente': event for event in events(folder)}
    entries = calendar.walk('VEVENT')
    equal({str(entry['UID']) for entry in entries}, set(found))
    for entry in entries:
        event = found[str(entry['UID'])]
        equal(str(entry['SUMMARY']), event['title'])
        start = entry.decoded('DTSTART')
        if 'T' in event['date']:
            equal(start.strftime('%Y-%m-%dT%H:%M%z'), '2022-05-03T07:00+0000')
        else:
            equal(start.isoformat(), event['earliest'] or event['latest'])
            equal((entry.decoded('DTEND') - start).days > 1, event['earliest'] != event['latest'])
    call = next(entry for entry in entries if 'Biden' in entry['SUMMARY'])
    equal(call['URL'], STATEMENTS[0]['source'])
    holds(STATEMENTS[0]['title'] in call['DESCRIPTION'], call['DESCRIPTION'])
    big = icalendar.Calendar.from_ical(export(folder, 'ics', source=EXAMPLE))
    holds(len(big.walk('VEVENT')) > 200, 'few entries')


def test_timelinejs(folder):
    data = json.loads(export(folder, 'timelinejs', '--title=A & <b>'))
    equal(data['title']['text']['headline'], 'A &amp; &lt;b&gt;')
    found = {event['id']: event for event in events(folder)}
    equal({entry['unique_id'] for entry in data['events']}, set(found))
    for entry in data['events']:
        event = found[entry['unique_id']]
        start = entry['start_date']
        equal('%04d-%02d' % (start['year'], start['month']), (event['earliest'] or event['latest'])[:7])
        holds('<b>' not in entry['text']['text'], entry)


def test_docx(folder):
    try:
        import docx
    except ImportError:
        raise Skip('python3-docx is not installed')
    data = export(folder, 'docx', '--title=Talks & visits', '--as-of=2022-07-01')
    equal(zipfile.ZipFile(io.BytesIO(data)).testzip(), None)
    document = docx.Document(io.BytesIO(data))
    equal(document.core_properties.title, 'Talks & visits')
    equal(document.core_properties.created.isoformat()[:10], '2022-07-01')
    equal(document.paragraphs[0].text, 'Talks & visits')
    table = document.tables[0]
    found = events(folder)
    equal([cell.text for cell in table.rows[0].cells],
          ['No.', 'Date', 'Event', 'Sides', 'Who says so', 'Quotation', 'Source', 'Locator', 'Review'])
    equal(len(table.rows), len(found) + 1)
    for number, (row, event) in enumerate(zip(table.rows[1:], found), 1):
        cells = [cell.text for cell in row.cells]
        equal(cells[0], str(number))
        holds(cells[2].startswith(event['title']), cells)
        equal(cells[7], 'paragraph 1')
    words = [paragraph.text for paragraph in document.paragraphs]
    holds(any(STATEMENTS[0]['title'] in text for text in words), words)
    targets = [link.target_ref for link in document.part.rels.values() if link.is_external]
    equal(targets, [STATEMENTS[0]['source']])


def test_bibliography(folder):
    items = json.loads(export(folder, 'csl'))
    equal({item['title'] for item in items}, {s.get('title', s['id']) for s in STATEMENTS})
    keys = [item['id'] for item in items]
    equal(len(set(keys)), len(keys))
    item = next(item for item in items if item['title'] == STATEMENTS[0]['title'])
    equal((item['URL'], item['issued'], item['author']),
          (STATEMENTS[0]['source'], {'date-parts': [[2022, 5, 4]]}, [{'literal': 'United States'}]))
    text = export(folder, 'bibtex').decode()
    entries = re.findall(r'^@misc\{([a-z0-9]+),\n(.*?)^\}$', text, re.M | re.S)
    equal([key for key, _ in entries], keys)
    for _, body in entries:
        depth = 0
        for mark in re.sub(r'\\.', '', body):
            depth += (mark == '{') - (mark == '}')
            holds(depth >= 0, body)
        equal(depth, 0)


class Page(html.parser.HTMLParser):
    """What a page holds: ids, links, texts of elements, and anything that would be fetched."""
    VOID = {'meta', 'br', 'input', 'link', 'img'}

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.fetched, self.stack, self.texts = [], [], [], [], []
        self.feed(text)
        self.close()
        equal(self.stack, [])

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in self.VOID:
            self.stack.append(tag)
        self.ids += [attrs['id']] if 'id' in attrs else []
        self.links += [attrs['href']] if 'href' in attrs else []
        self.fetched += [attrs[name] for name in ('src', 'srcset', 'data', 'poster') if name in attrs]
        if tag in ('link', 'img', 'iframe', 'object'):
            self.fetched.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.stack.pop()

    def handle_endtag(self, tag):
        equal(self.stack.pop(), tag)

    def handle_data(self, data):
        self.texts.append((self.stack[-1] if self.stack else '', data))


def test_html(folder):
    text = export(folder, 'html', '--title=A & <b>').decode()
    page = Page(text)
    equal(page.fetched, [])
    equal(len(page.ids), len(set(page.ids)))
    for link in page.links:
        holds(link.startswith('https://example.org/') or link[1:] in page.ids, link)
    found = events(folder)
    for event in found:
        holds('entry-' + event['id'] in page.ids, event['id'])
        holds(('h3', event['title']) in page.texts, event['title'])
        quotation = event['accounts'][0]['evidence'][0]['text']
        holds(any(quotation in text for tag, text in page.texts if tag == 'p'), quotation)
    holds("default-src 'none'" in text, 'the page may fetch')


def browse(page, script):
    """What a page's own document is after a script of ours has run in it."""
    browser = shutil.which('chromium')
    if browser is None:
        raise Skip('chromium is not installed')
    with tempfile.TemporaryDirectory() as home:
        path = pathlib.Path(home) / 'page.html'
        policy = re.search(r"script-src '(sha256-[^']+)'", page).group(0)
        # The page's own script runs under the page's own policy; ours needs leave.
        import base64
        import hashlib
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        page = page.replace(policy, policy + " 'sha256-" + digest + "'").replace(
            '</body>', '<script>' + script + '</script></body>')
        path.write_text(page, encoding='utf-8')
        done = subprocess.run([browser, '--no-sandbox', '--headless', '--disable-gpu', '--user-data-dir=' + home,
                               '--dump-dom', '--virtual-time-budget=2000', path.as_uri()],
                              capture_output=True, timeout=100)
    if done.returncode != 0:
        raise Skip('chromium does not run here')
    return done.stdout.decode()


def test_html_in_browser(folder):
    page = export(folder, 'html').decode()
    script = ("const box = document.querySelector('input[value=ukraine]'); box.checked = true;"
              "box.dispatchEvent(new Event('input', {bubbles: true}));"
              "document.querySelector('button[name=closer]').click();")
    document = browse(page, script)
    with_topic = [event['id'] for event in events(folder) if 'ukraine' in event['topics']]
    holds(0 < len(with_topic) < len(events(folder)), with_topic)
    entries = re.findall(r'<li id="entry-([^"]+)"([^>]*)>', document)
    equal([id for id, rest in entries if 'hidden' not in rest], with_topic)
    holds('<form id="filter">' in document, 'the filter is not shown')
    whole = re.search(r'viewBox="([^"]+)"', page[page.index('<svg'):]).group(1).split()
    zoomed = re.search(r'viewBox="([^"]+)"', document[document.index('<svg'):]).group(1).split()
    holds(float(zoomed[2]) < float(whole[2]), zoomed)
    holds(re.search(r'<output[^>]*>%d of %d events' % (len(with_topic), len(entries)), document), 'no count')


def test_markdown(folder):
    text = export(folder, 'md', '--title=A *b*').decode()
    holds(text.startswith('# A \\*b\\*\n'), text[:40])
    notes = re.findall(r'^\[\^(\d+)\]: ', text, re.M)
    equal(notes, [str(n + 1) for n in range(len(STATEMENTS))])
    equal(set(re.findall(r'\[\^(\d+)\](?!:)', text)), set(notes))


def test_same_bytes(folder):
    """Neither the time zone, nor the locale, nor the number of jobs makes a difference."""
    for fmt in 'png svg pdf csv json ics timelinejs html md docx bibtex csl'.split():
        first = export(folder, fmt, '--jobs=1', env={'TZ': 'UTC', 'LC_ALL': 'C.UTF-8'})
        second = export(folder, fmt, '--jobs=3', env={'TZ': 'Asia/Shanghai', 'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'})
        holds(first == second, fmt)


def main():
    tests = [(name, f) for name, f in sorted(globals().items()) if name.startswith('test_')]
    print('1..%d' % len(tests))
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(folder)
                print('ok %d %s' % (number, name))
            except Skip as why:
                print('ok %d %s # SKIP %s' % (number, name, why))
            except Exception:
                failed = True
                print('not ok %d %s' % (number, name))
                print('# ' + traceback.format_exc().replace('\n', '\n# '))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
