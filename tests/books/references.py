"""Links and pictures of an archive beside what the program said of them, and where the books' links go."""
import glob
import json
import os
import posixpath
import re
import subprocess
import urllib.parse
import zipfile

import pikepdf
from lxml import etree


def diagnostics(program, archive):
    """What the program says of the archive, each as a dictionary."""
    said = subprocess.run([program, '--epub', os.devnull, '-v', '--diagnostics', 'json', archive], capture_output=True,
                          text=True, errors='replace').stderr
    return [json.loads(line) for line in said.splitlines() if line.startswith('{')]


def _exists(root, note, destination):
    path = urllib.parse.unquote(re.split('[#?]', destination)[0])
    if not path or re.match('[a-z][a-z0-9+.-]*:', path, re.I):
        return False
    base = root if path.startswith('/') else os.path.join(root, os.path.dirname(note))
    whole = os.path.normpath(os.path.join(base, path.lstrip('/')))
    return whole.startswith(os.path.normpath(root)) and any(os.path.isfile(whole + end) for end in ('', '.md'))


def wrongly_missed(program, archive):
    """Warnings that a link or a picture has no target though the file that it names is there and is what it says."""
    root = archive if os.path.isdir(archive) else os.path.dirname(archive)
    found = []
    for said in diagnostics(program, archive):
        named = re.findall('"([^"]+)"', said.get('message', '')) + re.findall(r'\S+\.(?:md|png|jpe?g|gif|svg|webp)\b', said.get('message', ''))
        if said.get('id', '').startswith(('dead-link', 'unresolved-link', 'missing-picture', 'missing-image')):
            if any(_exists(root, said.get('path', ''), name) and '#' not in name for name in named):
                found.append(f'{said.get("path")}:{said.get("line")}: {said.get("message")}')
    return found


def dead_links_of_epub(book):
    """Links within the book whose file or fragment is not there."""
    parser = etree.XMLParser(huge_tree=True)
    with zipfile.ZipFile(book) as z:
        trees = {n: etree.fromstring(z.read(n), parser) for n in z.namelist() if n.endswith('.xhtml')}
        names = set(z.namelist())
    ids = {n: {e.get('id') for e in tree.iter() if e.get('id')} for n, tree in trees.items()}
    dead = []
    for name, tree in trees.items():
        for element in tree.iter('{*}a'):
            href = element.get('href')
            if not href or re.match('[a-z][a-z0-9+.-]*:', href, re.I):
                continue
            path, _, fragment = href.partition('#')
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), urllib.parse.unquote(path))) if path else name
            if target not in names or (fragment and urllib.parse.unquote(fragment) not in ids.get(target, ())):
                dead.append(f'{name}: {href}')
    return dead


def links_of_pdf(book):
    """(links within the book, those of them that go nowhere)"""
    inside, dead = 0, []
    with pikepdf.open(book) as pdf:
        pages = {page.objgen for page in pdf.pages}
        for number, page in enumerate(pdf.pages, 1):
            for annotation in page.get('/Annots', []):
                destination = annotation.get('/Dest')
                if destination is None and annotation.get('/A', {}).get('/S') == '/GoTo':
                    destination = annotation.A.D
                if destination is None:
                    continue
                inside += 1
                if not isinstance(destination, pikepdf.Array) or destination[0].objgen not in pages:
                    dead.append(f'page {number}: {str(destination)[:80]}')
    return inside, dead


def _without_code(text):
    text = re.sub(r'(?ms)^[ \t>]*(```+|~~~+).*?(?:^[ \t>]*\1|\Z)', '', text)
    return re.sub(r'(?s)<!--.*?-->|(`+)[^`].*?\1', '', text)


def available_pictures(archive):
    """Files below the archive that a note shows by a relative path."""
    root = archive if os.path.isdir(archive) else os.path.dirname(archive)
    notes = glob.glob(os.path.join(archive, '**', '*.md'), recursive=True) if os.path.isdir(archive) else [archive]
    found = set()
    for note in notes:
        with open(note, encoding='utf-8', errors='replace') as file:
            text = _without_code(file.read())
        for name in re.findall(r'!\[[^\]]*\]\(<?([^)\s>]+)', text) + re.findall(r'<img\b[^>]*?\bsrc\s*=\s*["\']([^"\']+)', text):
            path = os.path.normpath(os.path.join(os.path.dirname(note), urllib.parse.unquote(re.split('[#?]', name)[0])))
            if os.path.isfile(path) and os.path.getsize(path) and not any(p.startswith('.') for p in os.path.relpath(path, root).split(os.sep)):
                found.add(os.path.realpath(path))
    return found


def pictures_of_epub(book):
    with zipfile.ZipFile(book) as z:
        return [n for n in z.namelist() if re.search(r'\.(png|jpe?g|gif|svg|webp)$', n) and not n.endswith('cover.png')]
