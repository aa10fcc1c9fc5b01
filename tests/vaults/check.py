#!/usr/bin/python3
"""Makes books of random vaults: each must end with both books in time, whole, with every note's first and last word.

    check.py PROGRAM FIRST_SEED COUNT

The seed of a vault that fails is told; `generate.py` makes the same vault of it again.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'books'))

from generate import Vault

import references
import validators
import words


def problems_of(program, seed, folder):
    vault = Vault(os.path.join(folder, 'vault'), seed)
    os.mkdir(vault.root)
    vault.make()
    epub, pdf = os.path.join(folder, 'a.epub'), os.path.join(folder, 'a.pdf')
    started = time.monotonic()
    try:
        done = subprocess.run([program, vault.root, '--epub', epub, '--pdf', pdf], capture_output=True, text=True, errors='replace',
                              timeout=180)
    except subprocess.TimeoutExpired:
        return ['took more than three minutes']
    print(f'seed {seed}: {time.monotonic() - started:.1f} s', flush=True)
    # A configuration of the vault's own that can't be read is told, whatever else there is.
    if done.returncode == 2 and 'notes-export.toml' in done.stderr:
        os.remove(os.path.join(vault.root, 'notes-export.toml'))
        done = subprocess.run([program, vault.root, '--epub', epub, '--pdf', pdf], capture_output=True, text=True, errors='replace')
    if done.returncode != 0:
        return [f'exit status {done.returncode}: {done.stderr[-600:]}']
    found = []
    if left := set(os.listdir(folder)) - {'vault', 'a.epub', 'a.pdf'}:
        found.append(f'left behind: {left}')
    in_epub, in_pdf = words.epub_text(epub), re.sub(r'\s', '', words.pdf_text(pdf))
    for token in vault.tokens:
        if token not in in_epub:
            found.append(f'not in the EPUB: {token}')
        if token not in in_pdf:
            found.append(f'not in the PDF: {token}')
    checks = {'epubcheck-ts': (validators.epubcheck_ts, epub), 'qpdf': (validators.qpdf, pdf), 'poppler': (validators.poppler, pdf)}
    for name, (check, book) in checks.items():
        found += [f'{name}: {one}' for one in (check(book) or [])[:5]]
    found += [f'dead link in the EPUB: {one}' for one in references.dead_links_of_epub(epub)[:5]]
    found += [f'dead link in the PDF: {one}' for one in references.links_of_pdf(pdf)[1][:5]]
    return found


def main():
    program, first, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    failed = 0
    for seed in range(first, first + count):
        folder = tempfile.mkdtemp()
        try:
            found = problems_of(program, seed, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        for one in found[:10]:
            print(f'seed {seed}: {one}', flush=True)
        failed += bool(found)
    print(f'{count - failed} of {count} vaults gave both books whole')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
