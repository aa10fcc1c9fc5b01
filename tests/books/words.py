"""Words of Markdown sources and of finished books, to tell whether a word was lost on the way.

One rough reading of every dialect on purpose: it knows nothing of how the program parses.
"""
import glob
import html
import os
import re
import subprocess
import unicodedata
import zipfile
from collections import Counter

from lxml import etree

#: Scripts without blanks between words: each character counts for itself.
SINGLE = '\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0eff\u1780-\u17ff'
WORD = re.compile(f'[{SINGLE}]|[^\\W_{SINGLE}]+')


def words(text):
    text = unicodedata.normalize('NFKC', text)
    text = ''.join(c for c in text if unicodedata.category(c) not in ('Cf', 'Mn') and c != '\u0640')
    return Counter(WORD.findall(text.casefold()))


def _as_shown(date):
    """A date line is set as a date, in the book's language: its month is a word there, its day has no nought before it."""
    return f'{date.group(1)} {int(date.group(3))} '


def without_marks(text):
    """Prose that a reader sees: link targets, tags, comments and the marks of the dialects taken out."""
    for pattern, replacement in (
            (r'<!--.*?-->|%%.*?%%', ' '),
            (r'(?m)^(\d{4})-(\d\d)-(\d\d)(?=(?:[ T]\d\d:\d\d)?[ \t]*$)', _as_shown),
            (r':[a-z0-9_+-]+:(?=[\s|:]|$)', ' '),
            (r'<((?:https?://|mailto:)[^>\s]+|[^>\s@]+@[^>\s]+)>', r' \1 '),
            (r'</?(?:sub|sup|em|strong|b|i|u|s|del|ins|kbd|mark|span|a|code|small|abbr)(?:\s[^<>]*)?>', ''),
            (r'</?[A-Za-z][^<>]*>', ' '),
            (r'!\[\[[^\]\n]*\]\]', ' '),
            (r'\[\[[^\]\n|]*\|([^\]\n]*)\]\]', r'\1'),
            (r'\[\^[^\]\n]+\]:?', ' '),
            (r'(?m)^\s{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$', ' '),
            (r'!\[[^\]]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?', ' '),
            (r'\]\(\s*(?:[^()\s]|\([^()\n]*\)|[^()\n]| *\n(?!\n))*\)', ']'),
            (r'(\[(?:[^\]\n]|\n(?!\n))+\])\[[^\]\n]*\]', r'\1'),
            (r'(?m)^(?:\s*>)+\s*\[![^\]\n]*\][+-]?', ' '),
            (r'(?m)\s\^[\w-]+[ \t]*$', ' '),
            (r'(?m)^([\s>]*)(?:[-*+]|\d+[.)])\s+(?:\[[^\]\n]\]\s)?', r'\1'),
            (r'\{[#.][^{}\n]*\}', ' '),
            (r'(\*{1,3}|~~|==)(?=\S)(.+?)(?<=\S)\1', r'\2')):
        text = re.sub(pattern, replacement, text, flags=re.S if '.*?' in pattern else 0)
    return html.unescape(text)


def source_words(path):
    """Every word of the notes below a folder (or of one file) that a book of them must hold."""
    files = [path] if os.path.isfile(path) else sorted(glob.glob(os.path.join(path, '**', '*.md'), recursive=True))
    out = Counter()
    for name in files:
        text = open(name, encoding='utf-8-sig', errors='replace').read()
        text = re.sub(r'\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)', '', text, flags=re.S)
        code, prose, fence = [], [], None
        for line in text.split('\n'):
            opening = re.match(r'^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})([^`]*)$', line)
            if fence is None and opening:
                fence = opening.group(1)
                prose.append('')
            elif fence is not None:
                if re.match(rf'^[\s>]*{re.escape(fence[0])}{{{len(fence)},}}\s*$', line):
                    fence = None
                else:
                    code.append(line)
            else:
                prose.append(line)
        joined = '\n'.join(prose)
        spans = re.compile(r'(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)', re.S)
        # A code span within a word belongs to it; keep its place while marks are taken out.
        held = []
        joined = spans.sub(lambda m: held.append(m.group(2)) or f'\ue000{len(held) - 1}\ue001', joined)
        joined = re.sub('\ue000(\\d+)\ue001', lambda m: held[int(m.group(1))], without_marks(joined))
        out += words(joined)
        out += words('\n'.join(code))
    return out


BLOCKS = {'p', 'div', 'li', 'dt', 'dd', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'br', 'section', 'figcaption', 'img', 'body', 'span-block'}


def epub_text(book):
    parts = []

    def put(element):
        if not isinstance(element.tag, str):
            return
        name = etree.QName(element).localname
        if name in BLOCKS:
            parts.append('\n')
        parts.append(element.text or '')
        for child in element:
            put(child)
            parts.append(child.tail or '')
        if name in BLOCKS:
            parts.append('\n')

    with zipfile.ZipFile(book) as z:
        for name in z.namelist():
            if name.endswith('.xhtml') and not name.endswith('nav.xhtml'):
                put(etree.fromstring(z.read(name), etree.XMLParser(huge_tree=True)).find('{*}body'))
    return ''.join(parts)


def pdf_text(book):
    return subprocess.run(['pdftotext', '-enc', 'UTF-8', book, '-'], capture_output=True, check=True).stdout.decode('utf-8', 'replace')


def missing_in_pdf(book, want):
    text = pdf_text(book)
    have = words(text)
    return parted_at_hyphens(joined_over_lines(text, want - have), have - want, want)


def parted_at_hyphens(missing, surplus, want):
    """`missing` less the words that pdftotext has joined: it takes every hyphen at the end of a line for its own, so that
    the source's post-mortem becomes `postmortem`."""
    left = Counter(missing)
    for joined, times in surplus.items():
        for at in range(1, len(joined)):
            first, second = joined[:at], joined[at:]
            if first in want and second in want and (left[first] > 0 or left[second] > 0):
                left[first] -= times
                left[second] -= times
                break
    return +left


def joined_over_lines(text, missing):
    """`missing` less the words whose two halves stand at the end of a line and the beginning of one soon after."""
    lines = [[m.group() for m in WORD.finditer(unicodedata.normalize('NFKC', l).casefold())] for l in re.split('[\n\f]+', text)]
    lines = [l for l in lines if l]
    left = Counter(missing)
    for step in (1, 2, 3):
        for a, b in zip(lines, lines[step:]):
            if left[a[-1] + b[0]] > 0:
                left[a[-1] + b[0]] -= 1
    return +left
