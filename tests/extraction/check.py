#!/usr/bin/python3
"""Words of many scripts, read back from the PDF as they were written.

    check.py PROGRAM NOTE.md

Each second-level heading of NOTE.md and what follows it becomes a note on pages of its own: readers guess the direction of
a page's lines from all of them. Needs pdftotext, and Noto for the scripts that the fonts built in don't have.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

SKIPPED = 77
NOTO = ('/usr/share/fonts/truetype/noto/NotoSerifHebrew-Regular.ttf', '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
        '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf')
#: Between their words no blank stands: a line may end within what is a word here.
WITHOUT_BLANKS = ('CJK', 'HIRAGANA', 'KATAKANA', 'THAI', 'KHMER', 'MYANMAR', 'TIBETAN', 'FULLWIDTH', 'HANGUL', 'LEFT CORNER')
#: Marks of direction, which the reader adds for itself.
DIRECTIONS = re.compile('[\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def normal(text):
    return unicodedata.normalize('NFC', DIRECTIONS.sub('', text))


def sections(note):
    text = open(note, encoding='utf-8').read()
    for section in re.split(r'^## ', text, flags=re.M)[1:]:
        name, _, body = section.partition('\n')
        yield name, body.strip() + '\n'


def words(body):
    body = re.sub(r'</?rt>', ' ', re.sub(r'</?(?:p|ruby)\b[^>]*>', '', body)).replace('```', '')
    return normal(body).split()


def extracted(program, body, folder):
    with open(os.path.join(folder, 'note.md'), 'w', encoding='utf-8') as file:
        file.write(body)
    subprocess.run([program, 'note.md', '--pdf', 'note.pdf'], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    text = subprocess.run(['pdftotext', '-enc', 'UTF-8', 'note.pdf', '-'], cwd=folder, check=True, stdout=subprocess.PIPE).stdout
    return normal(text.decode())


def missing(body, text):
    found, flat = set(text.split()), ''.join(text.split())
    for word in words(body):
        without_blanks = unicodedata.name(word[0], '').startswith(WITHOUT_BLANKS)
        if word not in found and not (without_blanks and word in flat):
            yield word


def main():
    program, note = os.path.abspath(sys.argv[1]), sys.argv[2]
    if not shutil.which('pdftotext') or not all(map(os.path.exists, NOTO)):
        return SKIPPED
    failed = 0
    for name, body in sections(note):
        with tempfile.TemporaryDirectory() as folder:
            lost = list(missing(body, extracted(program, body, folder)))
        print(f'{name}: {len(words(body))} words, {len(lost)} lost {lost or ""}')
        failed += bool(lost)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
