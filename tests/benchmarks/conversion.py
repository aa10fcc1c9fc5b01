"""Notes made into one file for a typesetter, by pandoc."""
import os
import subprocess
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass(frozen=True)
class Note:
    number: int
    path: str
    #: Empty where the file is several notes, which have their own.
    title: str


def notes_of(program, archive):
    """The files of an archive in the order in which notes-export sets them."""
    listed = subprocess.run([program, archive, '--list', '-q'], capture_output=True, text=True, check=True).stdout
    titles = {}
    for line in listed.splitlines():
        _, _, _, path, title = line.split('\t', 4)
        titles.setdefault(path, []).append(title)
    folder = archive if os.path.isdir(archive) else os.path.dirname(archive)
    return [Note(number, os.path.join(folder, path), found[0] if len(found) == 1 else '')
            for number, (path, found) in enumerate(titles.items())]


def conversion(notes, folder, to, out, *options):
    """The command for pandoc that writes `out` in the format `to`; a file before each note tells `notes.lua` of it."""
    files = []
    marks = os.path.join(folder, 'marks')
    os.makedirs(marks, exist_ok=True)
    for note in notes:
        mark = os.path.join(marks, f'{note.number}.md')
        with open(mark, 'w', encoding='utf-8') as f:
            f.write(f'<!-- note {note.number}\n{note.path}\n{note.title}\n-->\n')
        files += [mark, note.path]
    return ['pandoc', '-f', 'gfm', '--file-scope', '-t', to, '-o', out, '--no-highlight', '--wrap=preserve',
            '--lua-filter', os.path.join(HERE, 'notes.lua'), *options, *files]
