#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks people.tsv: spans that can be, one holder of an office at a time, heads of the main states without gaps, and
names that tell people apart.

usage: check-people.py PEOPLE.tsv
"""
import calendar
import collections
import datetime
import re
import sys

FIRST_YEAR = 1935
LONGEST_TERM = 75 * 365
HANDOVER = 1  # days that two may share: who leaves and who comes
LONGEST_GAP = 200  # days; some handovers wait for a new parliament

# Offices that several hold at once.
SHARED = re.compile(r'^(vice premier|state councilor|spokesperson|vice foreign minister|deputy foreign minister|ambassador|'
                    r'special envoy|executive vice president of the european commission|minister|'
                    r'vice chairman of the central military commission)$')
MAIN = ('US CN TW RU GB FR DE JP IN KR KP UA IL IR SA TR EG PK AU CA IT ES PL BR MX ZA ID VN PH SG TH MY EU UN NATO').split()
BEGINS = {'UA': 1992, 'RU': 1992, 'EU': 1990}
COVERED = 1990, 2025
HAN = re.compile('[\u4e00-\u9fff]')

problems = []


def complain(line, why):
    problems.append(f'{line}: {why}' if line else why)


def read_day(text, is_end, line):
    """The first or last day of YYYY, YYYY-MM or YYYY-MM-DD; an open end is far away."""
    if text == '' and is_end:
        return datetime.date.max
    match = re.fullmatch(r'(\d{4})(?:-(\d\d)(?:-(\d\d))?)?', text)
    try:
        year, month, day = (int(part) if part else 0 for part in match.groups())
        last = calendar.monthrange(year, month or 12)[1]
        return datetime.date(year, month or (12 if is_end else 1), day or (last if is_end else 1))
    except (AttributeError, ValueError):
        complain(line, f'“{text}” is no day')
        return datetime.date.min


def is_coarse(text):
    return 0 < len(text) < 10


def read(path):
    terms = []
    with open(path, encoding='utf-8') as table:
        next(table)
        for number, line in enumerate(table, 2):
            fields = line.rstrip('\n').split('\t')
            if len(fields) != 7:
                complain(number, f'{len(fields)} fields')
                continue
            name, state, office, level, begin, end, forms = fields
            first, last = read_day(begin, False, number), read_day(end, True, number)
            days = (min(last, datetime.date(COVERED[1], 12, 31)) - first).days
            if first.year < FIRST_YEAR or days < 0 or days > LONGEST_TERM:
                complain(number, f'{name}: {begin} to {end} cannot be')
            if len(set(forms.split('|'))) != len(forms.split('|')) or name in forms.split('|'):
                complain(number, f'{name}: a form is there twice')
            terms.append((number, name, state, office, level, first, last, is_coarse(begin) or is_coarse(end), forms))
    return terms


def check_one_at_a_time(terms):
    holders = collections.defaultdict(list)
    for term in terms:
        if not SHARED.match(term[3]):
            holders[term[2], term[3]].append(term)
    for (state, office), held in holders.items():
        held.sort(key=lambda term: term[5])
        for a, b in zip(held, held[1:]):
            shared = (a[6] - b[5]).days
            if shared > (31 if a[7] or b[7] else HANDOVER):
                complain(b[0], f'{state} has two of {office}: {a[1]} and {b[1]}, for {shared} days')


def check_heads(terms):
    for state in MAIN:
        spans = sorted((term[5], term[6]) for term in terms if term[2] == state and term[4] == 'leader')
        reached = datetime.date(BEGINS.get(state, COVERED[0]), 1, 1)
        for first, last in spans:
            if last < reached:
                continue
            if (first - reached).days > LONGEST_GAP:
                complain(0, f'{state} has no head from {reached} to {first}')
            reached = max(reached, last)
        if reached < datetime.date(COVERED[1], 11, 1):
            complain(0, f'{state} has no head after {reached}')


def check_names(terms):
    """A form may mean several people, but not two of one state in office at one time."""
    forms = collections.defaultdict(list)
    for term in terms:
        for form in [term[1], *filter(None, term[8].split('|'))]:
            forms[form.casefold(), term[2]].append(term)
    for (form, state), held in forms.items():
        for i, a in enumerate(held):
            for b in held[i + 1:]:
                if a[1] != b[1] and a[5] < b[6] and b[5] < a[6]:
                    complain(b[0], f'“{form}” means {a[1]} and {b[1]} of {state} at one time')


def check_chinese(terms):
    written = collections.defaultdict(bool)
    leaders = {term[1] for term in terms if term[4] == 'leader' and term[2] in MAIN}
    for term in terms:
        if term[1] in leaders:
            written[term[1]] |= bool(HAN.search(term[8]))
    missing = sorted(name for name, has in written.items() if not has)
    if len(missing) * 20 > len(written):
        complain(0, f'{len(missing)} of {len(written)} leaders have no Chinese name: {", ".join(missing)}')


terms = read(sys.argv[1])
check_one_at_a_time(terms)
check_heads(terms)
check_names(terms)
check_chinese(terms)
for problem in problems:
    print(f'{sys.argv[1]}:{problem}')
sys.exit(bool(problems))
