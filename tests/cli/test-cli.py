#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs entente-cli as a script would, on small files of our own. Prints TAP."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

PROGRAM = sys.argv[1]

READOUT = """President Amara Speaks with Prime Minister of France

On the evening of March 3, 2021, President Emmanuel Macron spoke by phone with Chancellor Angela Merkel of Germany. \
The two leaders discussed climate change and trade. They agreed to meet in Berlin next month.
"""

STREAM = [
    {"id": "a/1", "title": "Readout of the call", "date": "2022-05-04", "language": "en", "issuer": "US",
     "text": "President Biden spoke today with Prime Minister Fumio Kishida of Japan. They discussed Ukraine."},
    {"id": "a/2", "date": "2022-06-07", "language": "en", "issuer": "JP",
     "text": "Prime Minister Fumio Kishida met with President Yoon Suk Yeol of South Korea on June 6."},
    {"id": "a/3", "date": "2022-05-05", "language": "zh", "issuer": "CN",
     "text": "5月5日，习近平主席同法国总统马克龙通电话。两国元首就乌克兰问题交换意见。"},
]


def run(*args, stdin=None, check=None):
    done = subprocess.run([PROGRAM, *map(str, args)], input=stdin, capture_output=True, timeout=60)
    if check is not None and done.returncode != check:
        raise AssertionError('exit %d, not %d: %s' % (done.returncode, check, done.stderr.decode()[:2000]))
    return done


def lines(done):
    return [json.loads(line) for line in done.stdout.decode().split('\n') if line]


def equal(a, b):
    if a != b:
        raise AssertionError('%r is not %r' % (a, b))


def holds(condition, what):
    if not condition:
        raise AssertionError(what)


def write(folder, name, content):
    path = pathlib.Path(folder) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def stream(folder, name='stream.jsonl', records=STREAM):
    return write(folder, name, ''.join(json.dumps(r, ensure_ascii=False) + '\n' for r in records))


def test_usage(folder):
    for args in ([], ['nothing'], ['events'], ['events', '--topic=nothing', '/dev/null'], ['dates', '--wrong', 'x'],
                 ['events', '--between=US', 'x'], ['events', '--from=never', 'x'], ['dates', '--output-format=xml', 'x'],
                 ['export', 'x'], ['export', '-o', 'x.xyz', 'x'], ['export', '-o', 'x.png', '--size=big', 'x'],
                 ['statements', '--date=2021-02-30', 'x']):
        done = run(*args, check=2)
        equal(done.stdout, b'')
        holds(done.stderr.startswith(b'entente-cli: '), done.stderr)
    holds(b'entente-cli' in run('--version', check=0).stdout, 'the version names the program')
    holds(b'statements' in run('--help', check=0).stdout, 'the help names the commands')
    for command in ('statements', 'dates', 'events', 'relationships', 'export'):
        holds(b'--date' in run(command, '--help', check=0).stdout, command)


def test_statements(folder):
    path = write(folder, 'readout.txt', READOUT)
    record, = lines(run('statements', '--text', path, check=0))
    equal(list(record), ['id', 'file', 'title', 'date', 'date_basis', 'language', 'issuer', 'issuing_body', 'published_by',
                         'furniture', 'url', 'retrieved', 'citation_key', 'sha256', 'version_of', 'kind', 'characters', 'text'])
    equal(record['text'], READOUT)
    equal(record['characters'], len(READOUT))
    equal(record['language'], 'en')
    equal(record['id'], str(path))
    record, = lines(run('statements', '--date=1999-05', '-', stdin=b'No date is told here.', check=0))
    equal((record['id'], record['date'], record['date_basis']), ('-', '1999-05', 'given'))


def test_failures(folder):
    good = write(folder, 'good.txt', READOUT)
    bad = [write(folder, 'empty.txt', b''), write(folder, 'binary.txt', b'\x00\x01\x02\xff' * 500),
           write(folder, 'paper.pdf', b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' + bytes(range(256)) * 20), pathlib.Path(folder) / 'absent.txt']
    done = run('statements', *bad, good, check=1)
    equal(len(lines(done)), 1)
    errors = done.stderr.decode().splitlines()
    equal(len(errors), len(bad))
    for path, error in zip(bad, errors):
        holds(error.startswith('entente-cli: %s: ' % path), error)
    done = run('events', *bad, good, check=1)
    holds(lines(done), 'the good file still gives events')
    equal(len(done.stderr.decode().splitlines()), len(bad))


def test_encodings(folder):
    zh = '四月二日晚，两国元首应约通电话，就双边关系坦诚深入地交换了意见。'
    tw = '兩國元首在電話中就台灣問題交換了意見。'
    fr = 'Le président français a reçu le ministre à l’Élysée.'
    cases = [(zh, 'utf-8'), (zh, 'utf-8-sig'), (zh, 'utf-16'), (zh, 'utf-16-le'), (zh, 'utf-16-be'), (zh, 'gb18030'), (tw, 'big5'),
             (fr, 'cp1252'), ('line\r\nline', 'utf-8')]
    for number, (text, encoding) in enumerate(cases):
        record, = lines(run('statements', '--text', write(folder, '%d.txt' % number, text.encode(encoding)), check=0))
        equal((encoding, record['text'], record['characters']), (encoding, text, len(text)))
    # Each invalid byte is one character, so that offsets stay those of the input.
    bad = write(folder, 'bad.txt', '习近平主席 \udcff 拜登总统 \udce4\udcb8 a\x7f\u2028"\\'.encode('utf-8', 'surrogateescape'))
    record, = lines(run('statements', '--text', bad, check=0))
    equal(record['text'], '习近平主席 \ufffd 拜登总统 \ufffd\ufffd a\x7f\u2028"\\')


def test_folder(folder):
    top = pathlib.Path(folder) / 'top'
    (top / 'b').mkdir(parents=True)
    write(top / 'b', 'a.txt', 'The first of these was told in March.')
    write(top, 'b.txt', 'The second of these was told in May.')
    write(top, '.hidden', 'Nobody reads this.')
    os.mkfifo(top / 'pipe')
    os.symlink('..', top / 'b' / 'back')
    done = run('statements', top, check=1)
    equal([r['id'] for r in lines(done)], [str(top / 'b.txt'), str(top / 'b' / 'a.txt')])
    equal(done.stderr.decode().count('\n'), 1)
    holds(done.stderr.startswith(b'entente-cli: %s/pipe: ' % str(top).encode()), done.stderr)


def test_pdf(folder):
    sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'hostile'))
    import samples
    pdf = samples.simple_pdf(3)
    for number, sentence in ((11, 'President Emmanuel Macron spoke by phone with Chancellor Angela Merkel of Germany.'),
                             (13, 'They spoke of the river, and of little else, for an hour.'),
                             (15, 'Foreign Minister Yoshimasa Hayashi will visit India in June 2021.')):
        pdf.stream(number, samples.show(sentence))
    path = write(folder, 'talks.pdf', pdf.bytes())
    pages = {e['kind']: [s['page'] for a in e['accounts'] for s in a['evidence']]
             for e in lines(run('events', '--date=2021-03-03', path, check=0))}
    equal((pages['call'], pages['visit']), ([1], [3]))
    done = run('statements', '--limit=pages=2', path, check=1)
    holds(b'has more than the 2 pages that one document may have' in done.stderr, done.stderr)
    run('statements', '--limit=pages', path, check=2)


def test_reader_gone(folder):
    path = stream(folder, records=[dict(STREAM[0], id=str(i), text=STREAM[0]['text'] * 20) for i in range(2000)])
    with subprocess.Popen([PROGRAM, 'statements', '--text', path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        equal(process.stderr.read(), b'')
        equal(process.wait(60), 3)


def test_keys(folder):
    path = stream(folder)
    for record in lines(run('dates', path, check=0)):
        equal(list(record), ['statement', 'start', 'end', 'text', 'type', 'value', 'edtf'])
    for record in lines(run('relationships', path, check=0)):
        equal(list(record), ['actors', 'events', 'first', 'last', 'issuers', 'statements'])
    for record in lines(run('events', path, check=0)):
        equal(list(record), ['id', 'date', 'earliest', 'latest', 'date_basis', 'kind', 'status', 'assertion', 'title', 'participants',
                             'people', 'level', 'initiator', 'host', 'place', 'topics', 'score', 'plover', 'cameo', 'relation', 'doubts',
                             'links', 'accounts'])
        for account in record['accounts']:
            equal(list(account), ['statement', 'file', 'issuer', 'role', 'date', 'assertion', 'speaker', 'evidence', 'topics',
                                  'tone_words'])


def test_unnamed_records(folder):
    path = stream(folder, records=[{'text': 'One.'}, {'text': 'Two.'}, {'text': 'One.'}])
    done = run('statements', path, check=0)
    equal([r['id'] for r in lines(done)], [str(path), '%s#2' % path])
    equal(done.stderr, b'')


def test_broken_line(folder):
    path = write(folder, 'broken.jsonl', json.dumps(STREAM[0]) + '\n{"id": "cut\n' + json.dumps(STREAM[1]) + '\n')
    done = run('statements', path, check=1)
    equal([r['id'] for r in lines(done)], ['a/1', 'a/2'])
    holds(('%s:2: ' % path) in done.stderr.decode(), done.stderr)


def test_offsets(folder):
    path = stream(folder)
    texts = {r['id']: r['text'] for r in STREAM}
    found = lines(run('dates', path, check=0))
    holds(found, 'dates are found')
    for timex in found:
        equal(texts[timex['statement']][timex['start']:timex['end']], timex['text'])
    for event in lines(run('events', path, check=0)):
        holds(event['accounts'], 'every event has an account')
        for account in event['accounts']:
            holds(account['evidence'], 'every account has evidence')
            for span in account['evidence'] + account['topics']:
                text = texts[account['statement']][span['start']:span['end']]
                holds(text and text == span.get('text', text), span)


def test_events(folder):
    events = lines(run('events', stream(folder), check=0))
    call = [e for e in events if e['kind'] == 'call' and e['participants'] == ['JP', 'US']]
    equal(len(call), 1)
    equal((call[0]['date'], call[0]['status'], call[0]['topics']), ('2022-05-04', 'occurred', ['ukraine']))
    zh = [e for e in events if e['kind'] == 'call' and e['participants'] == ['CN', 'FR']]
    equal([e['date'] for e in zh], ['2022-05-05'])
    equal([e['earliest'] or '' for e in events], sorted(e['earliest'] or '' for e in events))
    only = lines(run('events', '--between=CN,FR', stream(folder), check=0))
    equal({e['relation'] for e in only}, {'between'})


def test_same_bytes(folder):
    path = stream(folder)
    other = write(folder, 'readout.txt', READOUT)
    for command in ('statements', 'dates', 'events', 'relationships'):
        one = run(command, '--jobs=1', path, other, check=0).stdout
        holds(one, command)
        equal(run(command, '--jobs=4', path, other, check=0).stdout, one)
    equal(run('events', other, path, check=0).stdout, run('events', path, other, check=0).stdout)
    piped = run('events', '--stdin-format=jsonl', '-', stdin=path.read_bytes(), check=0)
    equal([e['title'] for e in lines(piped)], [e['title'] for e in lines(run('events', path, check=0))])


def test_repeated_ids(folder):
    again = stream(folder, 'again.jsonl', [STREAM[0], dict(STREAM[1], id='a/1')])
    done = run('statements', stream(folder), again, check=0)
    equal([r['id'] for r in lines(done)], ['a/1', 'a/2', 'a/3', 'a/1#2'])
    holds(b'a/1' in done.stderr, 'a changed id is told')


def test_formats(folder):
    path = stream(folder)
    table = run('events', '--output-format=tsv', path, check=0).stdout.decode()
    holds(all(line.count('\t') == 5 for line in table.splitlines()), table)
    text = run('events', '--output-format=text', path, check=0).stdout.decode()
    holds('4 May 2022' in text and 'Biden' in text, text)


def test_export(folder):
    path = stream(folder)
    out = pathlib.Path(folder) / 'out.png'
    run('export', '-o', out, '--size=640x480', '--scale=2', path, check=0)
    data = out.read_bytes()
    equal(data[:8], b'\x89PNG\r\n\x1a\n')
    equal((int.from_bytes(data[16:20], 'big'), int.from_bytes(data[20:24], 'big')), (1280, 960))
    for name, start in (('out.svg', b'<'), ('out.pdf', b'%PDF-'), ('out.json', b'['), ('out.csv', b'\xef\xbb\xbfnumber,'), ('out.md', b'- **')):
        out = pathlib.Path(folder) / name
        run('export', '-o', out, path, check=0)
        first = out.read_bytes()
        holds(first.startswith(start), name)
        run('export', '-o', out, path, check=0)
        equal(out.read_bytes(), first)
    equal(len(json.loads((pathlib.Path(folder) / 'out.json').read_text())), len(lines(run('events', path, check=0))))


def test_unwritable(folder):
    path = stream(folder)
    done = run('export', '-o', pathlib.Path(folder) / 'no' / 'such' / 'folder.png', path, check=3)
    holds(done.stderr.startswith(b'entente-cli: '), done.stderr)
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([PROGRAM, 'statements', str(path)], stdout=full, stderr=subprocess.PIPE, timeout=60)
    equal(done.returncode, 3)


def main():
    tests = [(name, f) for name, f in sorted(globals().items()) if name.startswith('test_')]
    print('1..%d' % len(tests))
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(folder)
                print('ok %d %s' % (number, name))
            except Exception:
                failed = True
                print(re.sub('^', '# ', traceback.format_exc().strip(), flags=re.M))
                print('not ok %d %s' % (number, name))
    return failed


if __name__ == '__main__':
    os.environ['LC_ALL'] = 'C.UTF-8'
    sys.exit(main())
