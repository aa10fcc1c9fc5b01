"""Times both books of an archive beside pandoc's EPUB of the same, in one run, as a table of Markdown.

    scripts/benchmark ARCHIVE [--runs N]

The median of the ratios is what to quote, that of the processors' time where the machine does other work too. pandoc
gets all notes in one call, as its manual says.
"""
import argparse
import glob
import os
import shutil
import tempfile

from rounds import PROCESSOR_SECONDS, SECONDS, in_rounds, median, median_ratio

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build', 'release', 'notes-export')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('archive')
    parser.add_argument('--runs', type=int, default=3)
    args = parser.parse_args()
    archive = os.path.abspath(args.archive)
    notes = sorted(glob.glob(os.path.join(archive, '**', '*.md'), recursive=True))
    commands = {
        'notes-export, both books': [PROGRAM, archive, '--epub', 'a.epub', '--pdf', 'a.pdf', '-q'],
        'notes-export, EPUB': [PROGRAM, archive, '--epub', 'b.epub', '-q'],
        'notes-export, PDF': [PROGRAM, archive, '--pdf', 'b.pdf', '-q'],
    }
    if shutil.which('pandoc'):
        commands['pandoc, EPUB'] = ['pandoc', '-f', 'gfm', '-o', 'p.epub', '--metadata', 'title=Archive', *notes]
    with tempfile.TemporaryDirectory() as folder:
        rows = in_rounds(commands, args.runs, folder)
    reference = rows['notes-export, both books']
    print(f'{len(notes)} notes, {sum(os.path.getsize(n) for n in notes) / 1e6:.1f} MB, {args.runs} runs\n')
    print('| command | seconds | times both books | processor seconds | times both books | MB at most |\n|---|--:|--:|--:|--:|--:|')
    for name, runs in rows.items():
        cells = [f'{value:.2f}' for figure in (SECONDS, PROCESSOR_SECONDS) for value in (median(runs, figure), median_ratio(runs, reference, figure))]
        failed = '' if all(run.worked for run in runs) else ' (failed)'
        print(f'| {name}{failed} | {" | ".join(cells)} | {max(run.megabytes for run in runs):.0f} |')


if __name__ == '__main__':
    main()
