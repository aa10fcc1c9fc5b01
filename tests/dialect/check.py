#!/usr/bin/python3
"""The examples of docs/markdown.md against the program.

    check.py PROGRAM docs/markdown.md [--renew]

An example is a fence `markdown` (with the dialect behind it, where it is one's own) and below it a fence `html`: what the
note's body in the EPUB must be, without ids and classes. With --renew the second is written anew; read the difference.
"""
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = re.compile(r'^(`{3,})markdown ?(\w*)\n(.*?)^\1\n\n(`{3,})html\n(.*?)^\4\n', re.S | re.M)
#: What makes a folder one of the dialect, and what the examples refer to.
NOTES = {'Note.md': '---\naliases: [Other name]\n---\nIts text.\n\n## Heading\n\nBelow the heading.\n\nA named block. ^block\n',
         'a.html.md': 'Another.\n'}
SITES = {'': {}, 'obsidian': {'.obsidian/app.json': '{}'}, 'mdbook': {'book.toml': '[book]\n'}, 'hugo': {'hugo.toml': ''},
         'jekyll': {'_config.yml': ''}, 'logseq': {'logseq/config.edn': '', 'pages/.keep': ''}}
FILES = {'listing.rs': '// ANCHOR: main\nfn main() {}\n// ANCHOR_END: main\n'}


def body(section):
    """The note's content as one line a block."""
    for element in section.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
            for name in list(element.attrib):
                keep = name in ('start', 'alt', 'title', 'width', 'height', 'colspan')
                if not keep and not (name == 'href' and element.get(name).startswith(('http', 'mailto'))):
                    del element.attrib[name]
    for part in section.findall('header') + section.findall('footer'):
        section.remove(part)
    etree.cleanup_namespaces(section)
    text = ''.join(etree.tostring(child, encoding='unicode') for child in section)
    text = re.sub(r' xmlns(:\w+)?="[^"]*"', '', text)
    return re.sub(r'\n+', '\n', text).strip() + '\n'


def bodies(program, dialect, examples):
    """What becomes of the examples, as the notes of one archive."""
    with tempfile.TemporaryDirectory() as folder:
        files = {**NOTES, **FILES, **SITES[dialect]}
        files |= {f'example-{i:03}.md': text for i, text in examples}
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, 'w', encoding='utf-8').write(text)
        open(os.path.join(folder, 'picture.svg'), 'w').write(
            '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>')
        book = os.path.join(folder, 'book.epub')
        subprocess.run([program, folder, '--epub', book, '-q', '--line-breaks', 'join'], check=True)
        out = {}
        with zipfile.ZipFile(book) as z:
            for name in z.namelist():
                if not name.endswith('.xhtml'):
                    continue
                for section in etree.fromstring(z.read(name)).iter('{*}section'):
                    found = re.search(r'example-(\d+)$', section.get('id') or '')
                    if found:
                        out[int(found.group(1))] = body(section)
        return out


def main():
    program, page = os.path.abspath(sys.argv[1]), sys.argv[2]
    text = open(page, encoding='utf-8').read()
    examples = list(EXAMPLE.finditer(text))
    made = {}
    for dialect in SITES:
        made |= bodies(program, dialect, [(i, e.group(3)) for i, e in enumerate(examples) if e.group(2) == dialect])
    unknown = {e.group(2) for e in examples} - set(SITES)
    if unknown or not examples:
        sys.exit(f'no examples, or dialects that nothing is known of: {unknown}')
    if '--renew' in sys.argv:
        for i, e in reversed(list(enumerate(examples))):
            text = text[:e.start(5)] + made[i] + text[e.end(5):]
        open(page, 'w', encoding='utf-8').write(text)
        return
    wrong = 0
    for i, e in enumerate(examples):
        if made.get(i) != e.group(5):
            wrong += 1
            line = text.count('\n', 0, e.start()) + 1
            print(f'{page}:{line}:\n{e.group(3)}--- becomes\n{made.get(i)}--- but the page says\n{e.group(5)}')
    print(f'{len(examples) - wrong} of {len(examples)} examples hold')
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
