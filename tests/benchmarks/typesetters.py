"""Times the PDF of an archive beside XeLaTeX, WeasyPrint and typst on what they can set of the same notes, in one run,
as a table of Markdown.

    scripts/compare-typesetters ARCHIVE [--runs N] [--only NAME ...]

Each gets the notes in the order of notes-export, A5 with the same margins, the same faces, hyphenation, bookmarks and
contents. pandoc makes their sources; its time stands by itself. The books stay in build/typesetters, to be looked at.
"""
import argparse
import functools
import os
import shutil
import subprocess
import sys

import pikepdf

import rivals
from conversion import HERE, notes_of
from refusals import not_shown, refused
from rounds import PROCESSOR_SECONDS, SECONDS, in_rounds, median, median_ratio

sys.path.insert(0, os.path.join(HERE, '..', 'books'))
import words

BUILD = os.path.abspath(os.path.join(HERE, '..', '..', 'build'))
PROGRAM = os.path.join(BUILD, 'release', 'notes-export')
OWN = 'notes-export'
HEAD = ('typesetter', 'notes left out', 'words missing', 'pages', 'tagged', 'KB a page', 'MB at most', 'seconds', 'pages a second',
        'seconds a page, times ours', 'processor seconds', 'a page, times ours', 'seconds of pandoc before')


def own_command(archive):
    return [PROGRAM, archive, '--pdf', f'{OWN}.pdf', '-q']


def folder_for(archive):
    folder = os.path.join(BUILD, 'typesetters', os.path.basename(archive))
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, 'pictures'))
    os.environ['PICTURES'] = os.path.join(folder, 'pictures')
    return folder


def title_and_language(book):
    with pikepdf.open(book) as pdf:
        return str(pdf.docinfo.get('/Title', 'Notes')), str(pdf.Root.get('/Lang', 'en'))


def of_book(path, want):
    """(pages, cells of the table)"""
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
        tagged = bool(pdf.Root.get('/MarkInfo', {}).get('/Marked', False))
    return pages, {'words missing': f'{words.missing_in_pdf(path, want).total():,}', 'pages': f'{pages:,}',
                   'tagged': 'yes' if tagged else 'no', 'KB a page': f'{os.path.getsize(path) / 1000 / pages:.1f}'}


def of_runs(runs, pages, own_runs, own_pages):
    cells = {'MB at most': f'{max(run.megabytes for run in runs):.0f}',
             'pages a second': f'{pages / median(runs, SECONDS):,.0f}'}
    for head, ratio, figure in (('seconds', 'seconds a page, times ours', SECONDS),
                                ('processor seconds', 'a page, times ours', PROCESSOR_SECONDS)):
        cells[head] = f'{median(runs, figure):.2f}'
        cells[ratio] = f'{median_ratio(runs, own_runs, figure) * own_pages / pages:,.1f}'
    return cells


def row(name, folder, want, runs, own_runs, own_pages):
    path = os.path.join(folder, f'{name.lower()}.pdf')
    if not all(run.worked for run in runs) or not os.path.exists(path):
        return {'typesetter': f'{name} (failed)'}
    pages, cells = of_book(path, want)
    return {'typesetter': name, **cells, **of_runs(runs, pages, own_runs, own_pages)}


def print_table(rows):
    print(f'| {" | ".join(HEAD)} |\n|---|{"--:|" * (len(HEAD) - 1)}')
    for cells in rows:
        print(f'| {" | ".join(cells.get(head, "–") for head in HEAD)} |')


def prepared(notes, folder, only):
    """(the commands in the order of a round, the notes left out for each rival)"""
    book = rivals.about(*title_and_language(os.path.join(folder, f'{OWN}.pdf')))
    commands, left_out = {}, {}
    for rival in rivals.found(os.path.join(BUILD, 'typst')):
        if only and rival.name not in only:
            continue
        convert = functools.partial(rival.convert, folder=folder, book=book)
        left_out[rival.name] = refused(notes, convert, folder) if rival.name == 'XeLaTeX' else []
        commands[conversion_for(rival.name)] = convert([note for note in notes if note not in left_out[rival.name]])
        commands[rival.name] = rival.typeset
    return commands, left_out


def conversion_for(name):
    return f'pandoc for {name}'


def print_report(archive, folder, runs, left_out):
    want = words.source_words(archive)
    own_pages, _ = of_book(os.path.join(folder, f'{OWN}.pdf'), want)
    rows = [{**row(OWN, folder, want, runs[OWN], runs[OWN], own_pages), 'notes left out': '0'}]
    for name, out in left_out.items():
        before = median(runs[conversion_for(name)], SECONDS)
        rows.append({**row(name, folder, want, runs[name], runs[OWN], own_pages), 'notes left out': str(len(out)),
                     'seconds of pandoc before': f'{before:.1f}'})
    print(f'{want.total():,} words, {len(runs[OWN])} rounds\n')
    print_table(rows)
    if 'XeLaTeX' in left_out:
        lacking, wide = not_shown(folder)
        print(f'\nXeLaTeX: {lacking:,} characters that its faces lack, {wide:,} lines wider than their measure.')
        for note in left_out['XeLaTeX']:
            print(f'Left out: {os.path.relpath(note.path, archive)}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('archive')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--only', nargs='+', metavar='NAME', help='the typesetters to compare with')
    args = parser.parse_args()
    archive = os.path.abspath(args.archive)
    folder = folder_for(archive)
    subprocess.run(own_command(archive), cwd=folder, check=True)
    commands, left_out = prepared(notes_of(PROGRAM, archive), folder, args.only)
    print_report(archive, folder, in_rounds({OWN: own_command(archive), **commands}, args.runs, folder), left_out)


if __name__ == '__main__':
    main()
