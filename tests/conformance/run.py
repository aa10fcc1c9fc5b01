#!/usr/bin/python3
"""Runs the examples of a specification through the real EPUB output.

    run.py PROGRAM SPEC.txt EXCEPTIONS.toml [--show N] [--list]

Each example is a note of one archive. Its body in the book, in canonical form (canonical.py), must be that of the
HTML which the specification gives. Examples that fail must stand in EXCEPTIONS.toml under the specification's name
with a reason; one that stands there and passes is an error too, so the list never goes stale. Its table `elsewhere`
names those that ask for another dialect than ours.
"""
import argparse
import os
import posixpath
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile

from lxml import etree

from canonical import XHTML, from_book, from_html
from examples import read_examples

OPF = '{http://www.idpf.org/2007/opf}'
RAW_HTML = re.compile(r'<(?:[A-Za-z/][^>]*|!--|!\[|[!?])')


#: What md4c's command line calls the constructs that every note may use.
DIALECT = {'--ftables', '--fstrikethrough', '--ftasklists', '--fwiki-links', '--ffootnotes', '--fadmonitions', '--flatex-math',
           '--fhighlight', '--fsuperscripts', '--fsubscripts', '--fpermissive-url-autolinks',
           '--fpermissive-email-autolinks', '--fpermissive-www-autolinks', '--fpermissive-autolinks', '--fhard-soft-breaks'}


def of_dialect(name, example):
    """A set of md4c's shows, with each extension, what is so without it, and what it does beside extensions that this
    dialect does not have (spoilers; underline, whose `_` is emphasis here): those examples ask for something else."""
    flags = set(example.flags.split())
    return flags <= DIALECT and (bool(flags) or not name.startswith('spec-'))


def key(number):
    return f'example-{number:04}'


def make_book(program, examples, folder, line_breaks='join'):
    """The archive of all examples as an EPUB. A title of its own keeps an example's first heading where it is."""
    notes = os.path.join(folder, 'notes')
    os.mkdir(notes)
    for e in examples:
        with open(os.path.join(notes, key(e.number) + '.md'), 'w', encoding='utf-8', newline='\n') as f:
            f.write(f'---\ntitle: Example {e.number}\nlang: en\n---\n' + e.markdown)
    book = os.path.join(folder, 'book.epub')
    run = subprocess.run([program, notes, '--epub', book, '--title', 'Examples', '--line-breaks', line_breaks, '-q'], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'{program} ended with {run.returncode}: {run.stderr[-2000:]}')
    return book


def note_bodies(book):
    """{key: elements of the note's body}, header, tags and apparatus left out."""
    bodies = {}
    with zipfile.ZipFile(book) as z:
        path = etree.fromstring(z.read('META-INF/container.xml')).find('.//{*}rootfile').get('full-path')
        opf = etree.fromstring(z.read(path))
        manifest = {i.get('id'): i.get('href') for i in opf.iter(OPF + 'item')}
        for ref in opf.iter(OPF + 'itemref'):
            tree = etree.fromstring(z.read(posixpath.join(posixpath.dirname(path), manifest[ref.get('idref')])))
            for section in tree.iter(XHTML + 'section'):
                if re.fullmatch(r'example-\d{4}', section.get('id') or ''):
                    bodies[section.get('id')] = [
                        child for child in section
                        if isinstance(child.tag, str) and child.tag not in (XHTML + 'header', XHTML + 'footer')
                        and not (child.tag == XHTML + 'nav')]
    return bodies


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('spec')
    parser.add_argument('exceptions')
    parser.add_argument('--show', type=int, help='print one example, what was expected and what came')
    parser.add_argument('--list', action='store_true', help='print the numbers of those that fail, by section')
    args = parser.parse_args()

    name = os.path.splitext(os.path.basename(args.spec))[0]
    with open(args.exceptions, 'rb') as f:
        listed = tomllib.load(f).get(name, {})
    elsewhere = {int(k) for k in listed.pop('elsewhere', {})}
    exceptions = {int(k): v for k, v in listed.items()}
    everything = read_examples(args.spec)
    examples = [e for e in everything if of_dialect(name, e) and e.number not in elsewhere]
    line_breaks = 'keep' if 'hard-soft-breaks' in name else 'join'
    with tempfile.TemporaryDirectory() as folder:
        bodies = note_bodies(make_book(os.path.abspath(args.program), examples, folder, line_breaks))

    failed = {}
    for e in examples:
        want = from_html(e.html)
        have = from_book(bodies.get(key(e.number), []))
        if e.number == args.show:
            print(f'{e.markdown}\n---- expected\n{e.html}\n{want}\n---- in the book\n{have}')
        if want != have:
            failed[e.number] = e
    with_html = {e.number for e in examples if RAW_HTML.search(re.sub(r'<(?:https?:|[\w.]+@)[^>]*>', '', e.markdown)) and '<' in e.markdown}
    if args.list:
        for n, e in failed.items():
            mark = 'exception' if n in exceptions else 'raw HTML' if n in with_html else ''
            print(f'{n:4} {e.section:34} {mark:10} {e.markdown[:60]!r}')
    new = sorted(set(failed) - set(exceptions))
    stale = sorted(set(exceptions) - set(failed))
    passed = len(examples) - len(failed)
    print(f'{name}: {passed} of {len(examples)} examples ({100 * passed / len(examples):.1f} %), '
          f'{len(failed) - len(new)} listed exceptions')
    if len(examples) < len(everything):
        print(f'{name}: {len(everything) - len(examples)} more are about other dialects')
    html_failed = len(with_html & set(failed))
    if with_html:
        print(f'{name}: of {len(with_html)} with raw HTML {100 * (1 - html_failed / len(with_html)):.1f} % pass')
    if new:
        print(f'failing without a reason: {new}')
    if stale:
        print(f'listed as failing, but passing: {stale}')
    sys.exit(1 if new or stale else 0)


if __name__ == '__main__':
    main()
