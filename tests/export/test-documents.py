#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what entente-cli exports with the programs and libraries that people read it with. Prints TAP.

    test-documents.py ENTENTE-CLI EXAMPLE.jsonl"""
import base64
import csv
import hashlib
import html
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


def tool(*args, data=None):
    if shutil.which(args[0]) is None:
        raise Skip(args[0] + ' is not installed')
    return subprocess.run(args, input=data, capture_output=True, timeout=60)


def test_pdf_pages(folder):
    """Pages of paper: readable, with bookmarks and links, each event in words, each statement as a note."""
    data = export(folder, 'pdf', '--page=A4', '--title=Talks (and) visits', '--subtitle=A test', '--as-of=2022-07-01')
    path = pathlib.Path(folder) / 'out.pdf'
    path.write_bytes(data)
    equal(tool('qpdf', '--check', path).returncode, 0)
    facts = tool('pdfinfo', path).stdout.decode()
    holds(re.search(r'^Title:\s+Talks \(and\) visits$', facts, re.M), facts)
    holds(re.search(r'^Subject:\s+A test$', facts, re.M), facts)
    holds(re.search(r'^Tagged:\s+yes$', facts, re.M), facts)
    structure = tool('pdfinfo', '-struct-text', path).stdout.decode()
    holds(re.match(r'Document\n  H1 \(block\)\n    "Talks \(and\) visits"', structure), structure[:200])
    holds('\n    Link (inline)' in structure and STATEMENTS[0]['title'] in structure, structure)
    holds('A4' in re.search(r'^Page size:.*$', facts, re.M).group(0), facts)
    holds(re.search(r'^CreationDate:.*Jul +1 .*2022', facts, re.M), facts)
    text = ' '.join(tool('pdftotext', '-layout', path, '-').stdout.decode().split())
    for event in events(folder):
        holds(event['title'].split(' and ')[0] in text, event['title'])
    holds('as of 1 July 2022' in text, text)
    holds(STATEMENTS[0]['title'] in text, text)
    names = tool('pdfinfo', '-dests', path).stdout.decode()
    for event in events(folder):
        holds('"entry-%s"' % event['id'] in names, names)
    links = tool('pdfinfo', '-url', path).stdout.decode()
    holds(STATEMENTS[0]['source'] in links, links)
    outline = tool('qpdf', '--json', path).stdout.decode()
    for words in ('Timeline', 'Chronology', 'Sources', '2022'):
        holds('"title": "%s"' % words in outline, words)
    many = export(folder, 'pdf', '--page=A4-landscape', source=EXAMPLE)
    path.write_bytes(many)
    equal(tool('qpdf', '--check', path).returncode, 0)
    pages = int(re.search(r'^Pages:\s+(\d+)$', tool('pdfinfo', path).stdout.decode(), re.M).group(1))
    holds(10 < pages < 80, pages)


def test_pdf_parts(folder):
    """What is not asked for is not there."""
    path = pathlib.Path(folder) / 'out.pdf'
    path.write_bytes(export(folder, 'pdf', '--page=Letter', '--parts=none'))
    text = tool('pdftotext', path, '-').stdout.decode()
    for words in ('Chronology', 'Sources', 'as of'):
        holds(words not in text, words)


def size_of(png):
    return int.from_bytes(png[16:20], 'big'), int.from_bytes(png[20:24], 'big')


def test_presets(folder):
    for args, size, per_metre in ((['--preset=column'], (2008, 4016), 23622), (['--preset=slide'], (1920, 1080), 5669),
                                  (['--page=A4', '--dpi=150'], (1241, 1754), 5906),
                                  (['--preset=slide', '--size=640x400', '--scale=1'], (640, 400), 3780)):
        data = export(folder, 'png', *args)
        equal(size_of(data), size)
        at = data.index(b'pHYs') + 4
        equal(int.from_bytes(data[at:at + 4], 'big'), per_metre)


def test_svg(folder):
    data = export(folder, 'svg', '--parts=all', '--title=Talks & visits', '--from=2022-01', '--to=2022-12')
    equal(tool('xmllint', '--noout', '--nonet', '-', data=data).returncode, 0)
    text = data.decode()
    for words in ('Talks &amp; visits', 'as of 7 June 2022', '31 December 2022', 'Sources'):
        holds(words in text, words)
    holds('<a href="https://example.org/a?b=1&amp;c=2">' in text, 'no link')
    holds('<title>' in text and '<text ' in text, 'no words')


def test_svg_fonts(folder):
    """The letters come along, small, and a font reader finds them in what came."""
    plain = export(folder, 'svg', source=EXAMPLE)
    data = export(folder, 'svg', '--embed-fonts', source=EXAMPLE)
    equal(tool('xmllint', '--noout', '--nonet', '--huge', '-', data=data).returncode, 0)
    fonts = [base64.b64decode(font) for font in re.findall(rb'url\(data:font/otf;base64,([^)]+)\)', data)]
    holds(fonts, 'no font')
    holds(sum(map(len, fonts)) < 400000, [len(font) for font in fonts])
    # Less what came along, it is the picture without.
    equal(re.sub(rb'<style>@font-face.*?</style>\n', b'', data, flags=re.S), plain)
    letters = set()
    for font in fonts:
        path = pathlib.Path(folder) / 'font.otf'
        path.write_bytes(font)
        scanned = tool('fc-scan', '--format=%{charset}', path).stdout.decode()
        for part in scanned.split():
            first, _, last = part.partition('-')
            letters.update(range(int(first, 16), int(last or first, 16) + 1))
    words = html.unescape(''.join(re.findall(r'<text [^>]*>([^<]*)</text>', plain.decode())))
    equal(sorted(set(map(ord, words)) - letters), [])


def test_checked_and_snapshot(folder):
    """Of an archive it is told how much people have checked, and which snapshot is shown as long as it is the same."""
    archive, table = pathlib.Path(folder) / 'a.entente', pathlib.Path(folder) / 'table.csv'
    run('import', '-o', archive, EXAMPLE)
    rows = list(csv.DictReader(io.StringIO(export(folder, 'csv', source=archive).decode('utf-8-sig'), newline='')))
    for row in rows[:3]:
        row['review'] = 'accepted'
    with open(table, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    text = export(folder, 'svg', '--parts=filter,as-of', source=archive).decode()
    holds(' checked' not in text and 'snapshot' not in text, 'something is said of nothing')
    run('import', '-o', archive, '--corrections=%s' % table)
    run('snapshots', '--take=Draft <2>', archive)
    words = '3 of %d checked · as of 17 November 2024, snapshot “Draft &lt;2&gt;”' % len(rows)
    for fmt in ('svg', 'html'):
        text = export(folder, fmt, '--parts=filter,as-of', source=archive).decode()
        holds(words in text, fmt)
    for row in rows[3:5]:
        row['review'] = 'accepted'
    with open(table, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    run('import', '-o', archive, '--corrections=%s' % table)
    text = export(folder, 'svg', '--parts=filter,as-of', source=archive).decode()
    holds('5 of %d checked · as of 17 November 2024<' % len(rows) in text, 'an old snapshot is named')


def test_right_to_left(folder):
    """Where the language is read so, names stand on the right, and lines begin there."""
    places = {}
    for locale in ('C', 'ar_EG.UTF-8', 'zh_CN'):
        text = export(folder, 'svg', '--locale=' + locale, '--parts=as-of', '--title=Talks').decode()
        for words in ('Talks', 'as of', 'Contacts'):
            found = re.search('<text [^>]*x="([0-9.]+)"[^>]*>' + words, text)
            places[words, locale] = float(found.group(1)) if found else None
        page = export(folder, 'html', '--locale=' + locale).decode()
        equal('dir="rtl"' in page, locale == 'ar_EG.UTF-8')
    for words in ('Talks', 'as of', 'Contacts'):
        holds(places[words, 'C'] < 100 and places[words, 'ar_EG.UTF-8'] > 1300, places)


def test_greyscale(folder):
    text = export(folder, 'svg', '--theme=grey', '--parts=all', source=EXAMPLE).decode()
    colours = set(re.findall(r'#([0-9a-f]{6})', text))
    holds(len(colours) > 3, colours)
    coloured = [c for c in colours if max(c[0:2], c[2:4], c[4:6]) != min(c[0:2], c[2:4], c[4:6])]
    holds(not [c for c in coloured if max(int(c[i:i + 2], 16) for i in (0, 2, 4))
               - min(int(c[i:i + 2], 16) for i in (0, 2, 4)) > 12], coloured)


def test_missing_lanes(folder):
    """A height that has no room for all lanes says which are left out."""
    text = export(folder, 'svg', '--size=1200x500', source=EXAMPLE).decode()
    holds('No room for lanes: ' in text, 'lanes are hidden in silence')
    tall = export(folder, 'svg', '--size=1200x4000', source=EXAMPLE).decode()
    holds('No room for lanes: ' not in tall, 'lanes are said to be missing')


def test_chosen_lanes(folder):
    """Lanes are hidden, and told with their events, or first, as asked; a lane that there is not is refused."""
    text = export(folder, 'svg', '--size=1200x4000', '--hide-lane=taiwan', '--lane-order=climate,drugs',
                  source=EXAMPLE).decode()
    holds(re.search(r'Lanes hidden by choice, with their events: Taiwan \([1-9]', text), 'a lane is hidden in silence')
    names = [text.find(f'>{name}<') for name in ('Climate and energy', 'Counternarcotics', 'Trade')]
    holds(0 < names[0] < names[1] < names[2], f'lanes stand in another order: {names}')
    refused = subprocess.run([PROGRAM, 'export', '-o', os.path.join(folder, 'none.svg'), '--fold-lane=nowhere',
                              EXAMPLE], capture_output=True, text=True)
    holds(refused.returncode == 2 and 'nowhere' in refused.stderr, 'a lane that there is not is taken')


def limit_files():
    import resource
    import signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def become_nobody():
    if os.geteuid() == 0:
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)


def test_some_sources(folder):
    """Where not all sources have room, the first ones stand there whole, down one column and on in the next."""
    text = export(folder, 'svg', '--parts=sources', '--size=1600x1000', source=EXAMPLE).decode()
    numbers = [int(n) for n in re.findall(r'<text [^>]*>(\d+)\. ', text)]
    equal(numbers, list(range(1, len(numbers) + 1)))
    holds(5 < len(numbers) < 80, numbers)
    holds('There is no room for all ' in text, 'sources are left out in silence')


def test_failures(folder):
    """Where it cannot be written it says why, exits with 3, and an old file is as it was."""
    export(folder, 'csv')
    source = pathlib.Path(folder) / 'in.jsonl'
    for name, content in (('old.png', b'precious'), ('new.png', None), ('old.pdf', b'precious'), ('old.docx', b'precious')):
        path = pathlib.Path(folder) / name
        if content:
            path.write_bytes(content)
        done = subprocess.run([PROGRAM, 'export', '-o', path, source], capture_output=True, timeout=60,
                              preexec_fn=limit_files)
        equal(done.returncode, 3)
        # The font library complains, too, where its cache is not there yet: it may not write that either.
        holds(done.stderr.decode().splitlines()[-1].startswith('entente-cli: %s: ' % path), done.stderr)
        equal(path.read_bytes() if path.exists() else None, content)
    left = sorted(p.name for p in pathlib.Path(folder).iterdir())
    equal(left, ['in.jsonl', 'old.docx', 'old.pdf', 'old.png', 'out'])
    for path in (pathlib.Path(folder), pathlib.Path(folder) / 'gone' / 'out.png'):
        done = subprocess.run([PROGRAM, 'export', '--format=png', '-o', path, source], capture_output=True, timeout=60)
        equal((done.returncode, done.stdout), (3, b''))
        holds(str(path) in done.stderr.decode(), done.stderr)
    locked = pathlib.Path(folder) / 'locked'
    locked.mkdir()
    (locked / 'out.png').write_bytes(b'precious')
    for path, mode in ((folder, 0o755), (source, 0o644), (locked, 0o555)):
        os.chmod(path, mode)
    done = subprocess.run([PROGRAM, 'export', '-o', locked / 'out.png', source], capture_output=True, timeout=60,
                          preexec_fn=become_nobody)
    equal((done.returncode, [path.name for path in locked.iterdir()]), (3, ['out.png']))
    equal((locked / 'out.png').read_bytes(), b'precious')
    holds(done.stderr.decode().splitlines()[-1].startswith('entente-cli: %s: ' % (locked / 'out.png')), done.stderr)


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
