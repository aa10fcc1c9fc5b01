#!/usr/bin/python3
"""Makes both books of an archive and checks them as their readers would meet them.

    check.py PROGRAM ARCHIVE [--ace]

Ends with 77 (skipped) where the archive is not there. Validators that are not installed are named as not run.
"""
import argparse
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import words

SKIPPED = 77
LEAST_COVERAGE = 0.999
NODE_MODULES = os.path.join(os.path.dirname(__file__), '..', '..', 'node_modules')

problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, errors='replace', **options)


def epubcheck(command, book, name):
    result = run(command + [book, '--json', '-'])
    try:
        report = json.loads(result.stdout[result.stdout.index('{'):])
    except ValueError:
        problems.append(f'{name} gave no report: {result.stderr[-300:]}')
        return
    found = [m for m in report.get('messages', []) if str(m.get('severity', '')).upper() in ('FATAL', 'ERROR', 'WARNING')]
    for message in found[:8]:
        where = message.get('locations') or message.get('location') or ''
        problems.append(f'{name}: {message.get("ID") or message.get("id")} {message.get("message")} {str(where)[:160]}')


def ace(book):
    folder = tempfile.mkdtemp()
    try:
        environment = dict(os.environ, PUPPETEER_EXECUTABLE_PATH=shutil.which('chromium') or '')
        run(['node', os.path.join(NODE_MODULES, '@daisy/ace-cli/bin/ace.js'), '-s', '-f', '-o', folder, book], env=environment)
        report = json.load(open(os.path.join(folder, 'report.json')))
        for document in report.get('assertions', []):
            for assertion in document.get('assertions', []):
                if assertion.get('earl:result', {}).get('earl:outcome') == 'fail':
                    problems.append(f'Ace: {assertion["earl:test"].get("dct:title")}: {str(assertion)[:300]}')
    except (OSError, ValueError) as e:
        problems.append(f'Ace gave no report: {e}')
    finally:
        shutil.rmtree(folder)


def check_epub(book, want):
    if os.path.exists('/usr/share/java/epubcheck.jar'):
        epubcheck(['java', '-jar', '/usr/share/java/epubcheck.jar'], book, 'EPUBCheck')
    else:
        print('not run: EPUBCheck')
    ts = os.path.join(NODE_MODULES, '@likecoin/epubcheck-ts/bin/epubcheck.js')
    if os.path.exists(ts):
        epubcheck(['node', ts, '-q'], book, 'EPUBCheck 5 rules')
    else:
        print('not run: EPUBCheck 5 rules')
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
    qpdf = run(['qpdf', '--check', book])
    expect(qpdf.returncode == 0, f'qpdf: {qpdf.stderr[-300:]} {qpdf.stdout[-300:]}')
    info = run(['pdfinfo', book])
    expect(info.returncode == 0 and not info.stderr.strip(), f'pdfinfo: {info.stderr[-300:]}')
    expect(re.search(r'Tagged:\s+yes', info.stdout), 'the PDF is not tagged')
    fonts = run(['pdffonts', book]).stdout.splitlines()[2:]
    expect(fonts and all(re.search(r'\byes\s+yes\s+yes\b|Type 3', f) for f in fonts), 'a font is not embedded, not a subset or without ToUnicode')
    text = words.pdf_text(book)
    missing = words.joined_over_lines(text, want - words.words(text))
    share = 1 - sum(missing.values()) / max(1, sum(want.values()))
    print(f'PDF: {100 * share:.3f} % of {sum(want.values())} words; most often missing {missing.most_common(6)}')
    expect(share >= LEAST_COVERAGE, f'the PDF lost words: {missing.most_common(12)}')
    check_geometry(book)


def check_geometry(book):
    """No word outside the page, nor beyond the margins by more than what protrudes."""
    layout = run(['pdftotext', '-bbox', book, '-']).stdout
    outside, width = 0, 0.0
    for line in layout.splitlines():
        page = re.search(r'<page width="([\d.]+)"', line)
        if page:
            width = float(page.group(1))
        word = re.search(r'xMin="(-?[\d.]+)".*xMax="(-?[\d.]+)"', line)
        if word and (float(word.group(1)) < 0.06 * width or float(word.group(2)) > 0.94 * width):
            outside += 1
    expect(outside == 0, f'{outside} words stand outside the text block')


def check_list(program, archive, epub, pdf):
    """Every note that --list shows is in both books."""
    rows = [line.split('\t') for line in run([program, '--list', archive, '-q']).stdout.splitlines()]
    expect(rows, '--list shows nothing')
    squeezed = lambda text: re.sub(r'\W+', '', text.casefold())
    in_epub, in_pdf = squeezed(words.epub_text(epub)), squeezed(words.pdf_text(pdf))
    for row in rows:
        title = squeezed(row[-1])
        expect(title in in_epub, f'not in the EPUB: {row[-1]}')
        if not re.search('[\u0590-\u08ff]', row[-1]):   # the order of a mixed line's words is the reader's own
            expect(title in in_pdf or title[:12] in in_pdf, f'not in the PDF: {row[-1]}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('archive')
    parser.add_argument('--ace', action='store_true')
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
            if args.ace:
                if os.path.isdir(os.path.join(NODE_MODULES, '@daisy/ace-cli')) and shutil.which('chromium'):
                    ace(epub)
                else:
                    print('not run: Ace')
        expect(sorted(glob.glob(os.path.join(folder, '*'))) == sorted([epub, pdf]), 'something was left behind')
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == '__main__':
    main()
