#!/usr/bin/python3
"""Makes both books of an archive and checks them as their readers would meet them.

    check.py PROGRAM ARCHIVE

Ends with 77 (skipped) where the archive is not there. Validators that are not installed are named as not run.
"""
import argparse
import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import references
import validators
import structure
import words

SKIPPED = 77
LEAST_COVERAGE = 0.999
#: Of the page's width: the margins of A5 less what protrudes by design.
OUTSIDE = 0.1

problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, errors='replace', **options)


def validate(book, validators):
    for name, validator in validators.items():
        found = validator(book)
        if found is None:
            print(f'not run: {name}')
        for one in (found or [])[:8]:
            problems.append(f'{name}: {one}')


def check_epub(book, want):
    validate(book, validators.OF_EPUB)
    with zipfile.ZipFile(book) as z:
        expect(z.testzip() is None, 'the EPUB container is damaged')
        first = z.infolist()[0]
        expect(first.filename == 'mimetype' and first.compress_type == zipfile.ZIP_STORED, 'mimetype is not first and stored')
    have = words.words(words.epub_text(book))
    missing = want - have
    share = 1 - sum(missing.values()) / max(1, sum(want.values()))
    print(f'EPUB: {100 * share:.3f} % of {sum(want.values())} words; most often missing {missing.most_common(6)}')
    expect(share >= LEAST_COVERAGE, f'the EPUB lost words: {missing.most_common(12)}')


def check_pdf(book, want):
    validate(book, validators.OF_PDF)
    info = run(['pdfinfo', book])
    expect(re.search(r'Tagged:\s+yes', info.stdout), 'the PDF is not tagged')
    fonts = run(['pdffonts', book]).stdout.splitlines()[2:]
    expect(fonts and all(re.search(r'\byes\s+yes\s+yes\b|Type 3', f) for f in fonts), 'a font is not embedded, not a subset or without ToUnicode')
    missing = words.missing_in_pdf(book, want)
    share = 1 - sum(missing.values()) / max(1, sum(want.values()))
    print(f'PDF: {100 * share:.3f} % of {sum(want.values())} words; most often missing {missing.most_common(6)}')
    expect(share >= LEAST_COVERAGE, f'the PDF lost words: {missing.most_common(12)}')
    check_geometry(book)
    problems.extend(structure.problems_of(book))


def check_references(program, archive, epub, pdf):
    """Links go somewhere, pictures that are there are in the books."""
    expect(not (missed := references.wrongly_missed(program, archive)), f'said to be missing, and is there: {missed[:8]}')
    expect(not (dead := references.dead_links_of_epub(epub)), f'{len(dead)} dead links in the EPUB: {dead[:5]}')
    inside, dead = references.links_of_pdf(pdf)
    expect(not dead, f'{len(dead)} of {inside} links in the PDF go nowhere: {dead[:5]}')
    there, shown = references.available_pictures(archive), references.pictures_of_epub(epub)
    print(f'{inside} links within the PDF; {len(there)} pictures in the archive, {len(shown)} in the EPUB')
    expect(len(shown) >= len(there), f'{len(there)} pictures are there and only {len(shown)} in the EPUB')


def check_geometry(book):
    """No word outside the page, nor beyond the margins by more than what protrudes."""
    layout = run(['pdftotext', '-bbox', book, '-']).stdout
    outside, width = 0, 0.0
    for line in layout.splitlines():
        page = re.search(r'<page width="([\d.]+)"', line)
        if page:
            width = float(page.group(1))
        word = re.search(r'xMin="(-?[\d.]+)".*xMax="(-?[\d.]+)"', line)
        if word and (float(word.group(1)) < OUTSIDE * width or float(word.group(2)) > (1 - OUTSIDE) * width):
            outside += 1
    expect(outside == 0, f'{outside} words stand outside the text block')


def check_list(program, archive, epub, pdf):
    """Every note that --list shows is in both books."""
    rows = [line.split('\t') for line in run([program, '--list', archive, '-q']).stdout.splitlines()]
    expect(rows, '--list shows nothing')
    squeezed = lambda text: re.sub(r'\W+', '', text.casefold())
    in_epub, in_pdf = squeezed(words.epub_text(epub)), squeezed(words.pdf_text(pdf))
    for row in rows:
        if row[-1] == '(introduction)':   # text before a journal's first entry: it has no title
            continue
        title = squeezed(row[-1])
        expect(title in in_epub, f'not in the EPUB: {row[-1]}')
        if not re.search('[\u0590-\u08ff]', row[-1]):   # the order of a mixed line's words is the reader's own
            expect(title in in_pdf or title[:12] in in_pdf, f'not in the PDF: {row[-1]}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('archive')
    args = parser.parse_args()
    if not os.path.exists(args.archive):
        print('skipped: the archive is not here')
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        epub, pdf = os.path.join(folder, 'book.epub'), os.path.join(folder, 'book.pdf')
        made = run([args.program, args.archive, '--epub', epub, '--pdf', pdf])
        expect(made.returncode == 0, f'exit status {made.returncode}: {made.stderr[-1000:]}')
        if made.returncode == 0:
            want = words.source_words(args.archive)
            check_epub(epub, want)
            check_pdf(pdf, want)
            check_list(args.program, args.archive, epub, pdf)
            check_references(args.program, args.archive, epub, pdf)
        expect(sorted(glob.glob(os.path.join(folder, '*'))) == sorted([epub, pdf]), 'something was left behind')
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == '__main__':
    main()
