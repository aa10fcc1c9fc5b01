"""What XeLaTeX can't set: the notes at which it stops, and what is not on the pages of those it takes."""
import os
import re
import subprocess


def refused(notes, convert, folder):
    """The notes to leave out so that the rest is set without an error."""
    suspects = blamed(notes, convert, folder, halt=False)
    # An error may be the echo of one before it.
    out = [note for note in suspects if blamed([note], convert, folder)]
    while True:
        found = blamed([note for note in notes if note not in out], convert, folder)
        if not found:
            return out
        out += found


def blamed(notes, convert, folder, halt=True):
    """The notes in whose lines there are errors: all of them, or the first one."""
    subprocess.run(convert(notes), cwd=folder, check=True)
    for kind in ('aux', 'toc', 'out'):
        if os.path.exists(os.path.join(folder, f'xelatex.{kind}')):
            os.remove(os.path.join(folder, f'xelatex.{kind}'))
    options = ['-interaction=nonstopmode', '-file-line-error', '-no-pdf', *(['-halt-on-error'] if halt else [])]
    subprocess.run(['xelatex', *options, 'xelatex.tex'], cwd=folder, stdout=subprocess.DEVNULL, check=False)
    source = open(os.path.join(folder, 'xelatex.tex'), encoding='utf-8').read().split('\n')
    lines = [int(line) for line in re.findall(r'(?m)^(?:\./)?xelatex\.tex:(\d+): ', log(folder))]
    numbers = {number_at(source, line) for line in lines}
    return [note for note in notes if note.number in numbers]


def number_at(source, line):
    """Of the note whose beginning `notes.lua` has marked last before that line."""
    for text in reversed(source[:line]):
        if text.startswith('% note '):
            return int(text.removeprefix('% note '))
    return None


def log(folder):
    return open(os.path.join(folder, 'xelatex.log'), encoding='utf-8', errors='replace').read()


def not_shown(folder):
    """(characters that its faces lack, lines that run out of their measure by more than a point) of the last run"""
    text = log(folder)
    wide = [float(width) for width in re.findall(r'Overfull \\hbox \((\d+\.\d+)pt too wide\)', text)]
    return text.count('Missing character: '), sum(width > 1 for width in wide)
