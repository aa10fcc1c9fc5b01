#!/usr/bin/python3
"""Opens the chapters of an EPUB in headless Chromium, as wide as a phone: no error in the console, nothing wider than the
screen, every picture shown.

    chromium.py PROGRAM ARCHIVE [MOST_CHAPTERS]

Ends with 77 (skipped) without Chromium, puppeteer's client (it comes with Ace) or the archive.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

SKIPPED = 77
HERE = os.path.dirname(os.path.abspath(__file__))


def chapters(folder, most):
    """The longest ones: what can go wrong goes wrong there first."""
    found = [os.path.join(d, n) for d, _, names in os.walk(folder) for n in names if n.endswith('.xhtml')]
    return sorted(found, key=os.path.getsize, reverse=True)[:most]


def main():
    program, archive = os.path.abspath(sys.argv[1]), sys.argv[2]
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    browser = shutil.which('chromium') or shutil.which('chromium-browser')
    modules = os.path.join(HERE, '..', '..', 'node_modules')
    if not browser or not os.path.isdir(os.path.join(modules, 'puppeteer')) or not os.path.exists(archive):
        print('skipped: Chromium, puppeteer or the archive is not here')
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        book = os.path.join(folder, 'a.epub')
        subprocess.run([program, '-q', '--epub', book, archive], check=True)
        with zipfile.ZipFile(book) as z:
            z.extractall(os.path.join(folder, 'book'))
        done = subprocess.run(['node', os.path.join(HERE, 'open_chapters.js'), browser, *chapters(os.path.join(folder, 'book'), most)],
                              capture_output=True, text=True, env=dict(os.environ, NODE_PATH=modules))
        if done.returncode:
            print(done.stderr[-1000:])
            sys.exit(1)
        report = json.loads(done.stdout)
        problems = [f'{os.path.basename(c["file"])}: {one}' for c in report for one in c['problems']]
        print('\n'.join(problems[:40]))
        print(f'{len(report)} chapters opened, {len(problems)} problems')
        sys.exit(1 if problems else 0)


if __name__ == '__main__':
    main()
