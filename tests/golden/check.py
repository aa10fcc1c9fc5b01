#!/usr/bin/python3
"""A note beside what it must become: the model, the XHTML of the EPUB, the pages of the PDF.

    check.py PROGRAM DUMP_MODEL NOTE.md [--renew]

Beside NOTE.md stand NOTE.model, NOTE.xhtml and NOTE.png. With --renew they are written (scripts/renew-golden does it for
all); else they are compared, the picture with a tolerance, and what was made instead is kept in golden-failed/ of the
current folder. Needs pdftoppm, and Noto for the notes in scripts that the fonts built in don't have.
"""
import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import pikepdf
from lxml import etree
from PIL import Image, ImageChops, ImageFilter

HERE = os.path.dirname(os.path.abspath(__file__))
SKIPPED = 77
NOTO = '/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf', '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', \
    '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'
RESOLUTION = 96     # pixels an inch: text can be read, a page takes about 20 KB
WITH_CONTENTS = {'journal'}  # notes whose pages are pictured from the contents on
MOST_PAGES = 4      # of a note that are pictured
#: A pixel differs when, after a blur of a pixel, it is this much lighter or darker (of 255). Versions of FreeType
#: and poppler differ in the shades of edges, by less; a word that moves by a pixel is seen.
DIFFERENT = 56
MOST_DIFFERENT = 24  # pixels of a sheet


def run(command, **options):
    environment = dict(os.environ, FONTCONFIG_FILE=os.path.join(HERE, 'fonts.conf'), SOURCE_DATE_EPOCH='1710000000',
                       LC_ALL='C.UTF-8')
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment, **options).stdout


def model(dump, note):
    return run([dump, os.path.basename(note)], cwd=os.path.dirname(note)).decode()


def xhtml(epub):
    """The bodies of the files of notes, in reading order, a blank line between."""
    bodies = []
    with zipfile.ZipFile(epub) as book:
        package = etree.fromstring(book.read('EPUB/package.opf'))
        hrefs = {item.get('id'): item.get('href') for item in package.iter('{*}item')}
        for reference in package.iter('{*}itemref'):
            name = hrefs[reference.get('idref')]
            if name in ('cover.xhtml', 'nav.xhtml'):
                continue
            text = book.read('EPUB/' + name).decode()
            bodies.append(f'<!-- {name} -->\n' + text[text.index('<body'):text.index('</body>')].strip() + '\n</body>\n')
    return '\n'.join(bodies)


def first_page(pdf, with_contents):
    """Where the picture begins, from 1: behind the cover, or where the first bookmark behind that of the contents goes."""
    with pikepdf.open(pdf) as book:
        bookmark = book.Root.Outlines.First
        if with_contents or '/Next' not in bookmark:
            return 2
        return 1 + pikepdf.Page(bookmark.Next.Dest[0]).index


def pages(pdf, folder, with_contents):
    """The pages of the note, side by side."""
    first = first_page(pdf, with_contents)
    run(['pdftoppm', '-r', str(RESOLUTION), '-f', str(first), '-l', str(first + MOST_PAGES - 1), '-png', pdf,
         os.path.join(folder, 'page')])
    images = [Image.open(os.path.join(folder, n)).convert('RGB') for n in sorted(os.listdir(folder)) if n.startswith('page')]
    sheet = Image.new('RGB', (sum(i.width + 8 for i in images) - 8, max(i.height for i in images)), (160, 160, 160))
    x = 0
    for image in images:
        sheet.paste(image, (x, 0))
        x += image.width + 8
    return sheet


def differing_pixels(a, b):
    blurred = [i.convert('RGB').filter(ImageFilter.BoxBlur(1)) for i in (a, b)]
    channels = ImageChops.difference(*blurred).split()
    worst = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(worst.histogram()[DIFFERENT:])


def make(program, dump, note, folder):
    epub, pdf = os.path.join(folder, 'book.epub'), os.path.join(folder, 'book.pdf')
    run([program, '--epub', epub, '--pdf', pdf, '-q', os.path.basename(note)], cwd=os.path.dirname(note))
    name = os.path.splitext(os.path.basename(note))[0]
    return model(dump, note), xhtml(epub), pages(pdf, folder, name in WITH_CONTENTS)


def save_picture(image, path):
    """In 64 colours: what tells pages apart is kept, and a page takes a third of the bytes."""
    image.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)


def compare_text(name, made, want):
    if made == want:
        return True
    sys.stdout.writelines(list(difflib.unified_diff(want.splitlines(True), made.splitlines(True), name, 'made', n=2))[:60])
    return False


def compare_pages(name, made, want):
    if made.size != want.size:
        print(f'{name}: the sheet is {want.size[0]} × {want.size[1]} pixels, was made {made.size[0]} × {made.size[1]}')
        return False
    found = differing_pixels(made, want)
    if found > MOST_DIFFERENT:
        print(f'{name}: {found} pixels differ')
        return False
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('dump_model')
    parser.add_argument('note')
    parser.add_argument('--renew', action='store_true')
    args = parser.parse_args()
    base = os.path.splitext(os.path.abspath(args.note))[0]
    if not all(map(os.path.exists, NOTO)):
        print('skipped: Noto is not installed (fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji)')
        sys.exit(SKIPPED)
    folder = tempfile.mkdtemp()
    try:
        made = make(os.path.abspath(args.program), os.path.abspath(args.dump_model), os.path.abspath(args.note), folder)
    finally:
        shutil.rmtree(folder)
    into = base if args.renew else os.path.join('golden-failed', os.path.basename(base))
    same = False
    if not args.renew:
        same = all([compare_text(base + '.model', made[0], open(base + '.model', encoding='utf-8').read()),
                    compare_text(base + '.xhtml', made[1], open(base + '.xhtml', encoding='utf-8').read()),
                    compare_pages(base + '.png', made[2], Image.open(base + '.png').convert('RGB'))])
    if not same:
        os.makedirs(os.path.dirname(into), exist_ok=True)
        for extension, text in (('.model', made[0]), ('.xhtml', made[1])):
            with open(into + extension, 'w', encoding='utf-8') as file:
                file.write(text)
        save_picture(made[2], into + '.png')
        if not args.renew:
            print(f'What was made is in {os.path.abspath(into)}.*; when it is right: scripts/renew-golden {os.path.basename(base)}')
            sys.exit(1)


if __name__ == '__main__':
    main()
