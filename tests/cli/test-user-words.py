#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs entente-cli with the vocabulary as built and with tables in a user's own folder: what is added, renamed or taken
out there holds when statements are read again. Prints TAP."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

PROGRAM = sys.argv[1]
TOPICS = 'id\tlabel\tcolour\tplover\tcap\n'
TERMS = 'class\tid\ttext\tvalue\n'
PEOPLE = 'name\tstate\toffice\tlevel\tfrom\tto\tnames\n'

CALL = {'id': 'a', 'date': '2022-05-04', 'language': 'en', 'issuer': 'US', 'title': 'Readout of the call',
        'text': 'President Biden spoke today with Prime Minister Fumio Kishida of Japan. They discussed Ukraine and the '
                'herds of walruses.'}


class User:
    """A home of its own, whose tables the program reads."""

    def __init__(self, home):
        self.home = pathlib.Path(home)
        self.folder = self.home / 'entente' / 'vocabulary'
        self.folder.mkdir(parents=True)

    def write(self, name, content):
        (self.folder / name).write_text(content, encoding='utf-8')

    def run(self, command, *options, records, check=0):
        path = self.home / 'records.jsonl'
        path.write_text(''.join(json.dumps(record, ensure_ascii=False) + '\n' for record in records), encoding='utf-8')
        return self.start(command, *options, str(path), check=check)

    def start(self, *args, check=0):
        done = subprocess.run([PROGRAM, *args], capture_output=True, timeout=60,
                              env={**os.environ, 'XDG_DATA_HOME': str(self.home)})
        if done.returncode != check:
            raise AssertionError(f'exit {done.returncode}, not {check}: {done.stderr.decode()[:2000]}')
        return done

    def call(self, *args):
        return self.start(*args).stdout.decode()

    def events(self, *records):
        return [json.loads(line) for line in self.run('events', records=records).stdout.decode().splitlines()]


def equal(a, b):
    if a != b:
        raise AssertionError(f'{a!r} is not {b!r}')


def call_of(events):
    return next(event for event in events if event['kind'] == 'call')


def test_topic_added(user):
    equal(call_of(user.events(CALL))['topics'], ['ukraine'])
    user.write('topics.tsv', TOPICS + 'walrus\tWalruses\t#123456\t\t\n')
    user.write('terms.en.tsv', TERMS + 'topic\twalrus\twalruses\t\n')
    equal(sorted(call_of(user.events(CALL))['topics']), ['ukraine', 'walrus'])


def test_topic_renamed(user):
    user.write('topics.tsv', TOPICS + 'ukraine\tThe war\t#123456\t\t\n')
    picture = user.home / 'picture.svg'
    user.run('export', '--lanes=topic', '-o', str(picture), records=[CALL])
    drawn = picture.read_text(encoding='utf-8')
    equal(('The war' in drawn, '#123456' in drawn.lower()), (True, True))
    equal(call_of(user.events(CALL))['topics'], ['ukraine'])


def test_term_taken_out(user):
    user.write('terms.en.tsv', TERMS + 'topic\tukraine\t-Ukraine\t\n')
    equal(call_of(user.events(CALL))['topics'], [])


def test_too_many_topics(user):
    user.write('topics.tsv', TOPICS + ''.join(f't{n}\tTopic {n}\t#000000\t\t\n' for n in range(40)))
    user.events(CALL)
    user.write('topics.tsv', TOPICS + ''.join(f't{n}\tTopic {n}\t#000000\t\t\n' for n in range(41)))
    message = user.run('events', records=[CALL], check=1).stderr.decode()
    equal(('topics.tsv:42' in message, '“t40”' in message, '64' in message), (True, True, True))


def test_archives_need_no_rules(user):
    archive = user.home / 'a.entente'
    user.run('import', '-o', str(archive), records=[CALL])
    rules = user.home / 'entente' / 'languages' / 'en'
    rules.mkdir(parents=True)
    (rules / 'dates.rules').write_text('no rule\n', encoding='utf-8')
    message = user.run('events', records=[CALL], check=1).stderr.decode()
    equal('dates.rules:1' in message, True)
    user.run('import', '-o', str(archive), records=[CALL], check=1)
    told = user.call('events', str(archive))
    equal([event['kind'] for event in map(json.loads, told.splitlines())], ['call'])
    equal(json.loads(user.call('check', str(archive)))['problems'], [])


def test_person_added(user):
    record = {**CALL, 'text': 'President Biden met today in Washington with Prime Minister Quill of Samoa.'}
    user.write('people.tsv', PEOPLE + 'Tavita Quill\tWS\tprime minister\tleader\t2022\t2022-12\tQuill\n')
    equal([event['people'] for event in user.events(record)], [['Joe Biden', 'Tavita Quill']])


def test_who_held_office_then(user):
    for text, language, people in (
            ('In February 1972 the French President met with the British Prime Minister in Paris.', 'en',
             ['Georges Pompidou', 'Edward Heath']),
            ('On September 9, 1990 President Bush met with President Gorbachev in Helsinki.', 'en',
             ['George H. W. Bush', 'Mikhail Gorbachev']),
            ('1972年2月，法国总统同英国首相举行会谈。', 'zh', ['Georges Pompidou', 'Edward Heath'])):
        events = user.events({'id': 'a', 'date': '2010-05-01', 'language': language, 'issuer': 'FR', 'text': text})
        equal([event['people'] for event in events if event['date'] < '2000'], [people])


def test_names_of_both_shores(user):
    def participants(text):
        return user.events({'id': 'z', 'date': '2024-03-05', 'language': 'zh', 'issuer': 'CN', 'text': text})[0]['participants']

    for there, here in (('紐西蘭', '新西兰'), ('義大利', '意大利'), ('澳洲', '澳大利亚'), ('沙烏地阿拉伯', '沙特阿拉伯'),
                        ('奈及利亞', '尼日利亚'), ('衣索比亞', '埃塞俄比亚')):
        text = '3月5日，外交部长王毅同{}外长通电话。'
        equal(participants(text.format(there)), participants(text.format(here)))
        equal(len(participants(text.format(there))), 2)


def main():
    tests = [(name, f) for name, f in sorted(globals().items()) if name.startswith('test_')]
    print(f'1..{len(tests)}')
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as home:
            try:
                function(User(home))
                print(f'ok {number} {name}')
            except Exception:
                failed = True
                print(''.join(f'# {line}\n' for line in traceback.format_exc().strip().splitlines()), end='')
                print(f'not ok {number} {name}')
    return failed


if __name__ == '__main__':
    os.environ['LC_ALL'] = 'C.UTF-8'
    sys.exit(main())
