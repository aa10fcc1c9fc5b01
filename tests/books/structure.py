#!/usr/bin/python3
"""Walks the structure tree of a PDF by those conditions of the Matterhorn Protocol 1.1 that a machine can check.

    structure.py BOOK.pdf

Prints a line for each failure, with the protocol's number where it has one; ends with 1 if there was any.
"""
import re
import sys
from collections import Counter

import pikepdf

#: Standard structure types (ISO 32000-1, 14.8.4).
STANDARD = set('''Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form'''.split())
#: Whom an element may have as its parent (ISO 32000-1, tables 334 to 337).
PARENTS = {'TR': {'Table', 'THead', 'TBody', 'TFoot'}, 'TH': {'TR'}, 'TD': {'TR'}, 'THead': {'Table'}, 'TBody': {'Table'},
           'TFoot': {'Table'}, 'LI': {'L'}, 'LBody': {'LI'}, 'TOCI': {'TOC'}}
LANGUAGE = re.compile(r'^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$')
PAGES_READ = 150   # whose content is parsed
SHOWN = 'BMC BDC EMC Tj TJ \' " Do sh f F f* B B* S s b b*'


class Walk:
    def __init__(self, pdf):
        self.pdf = pdf
        self.problems = Counter()
        self.owned = {}         # (page, marked-content id) -> element
        self.annotations = {}   # annotation -> element
        self.notes = Counter()
        self.level = 0

    def problem(self, condition, message):
        self.problems[f'{condition}: {message}'] += 1

    def expect(self, holds, condition, message):
        if not holds:
            self.problem(condition, message)

    # ---- document

    def document(self):
        root = self.pdf.Root
        self.expect(root.get('/MarkInfo', {}).get('/Marked') is True, '06-002', 'not marked as tagged')
        self.expect(LANGUAGE.match(str(root.get('/Lang', ''))), '11-006', 'the document has no language')
        self.expect(root.get('/ViewerPreferences', {}).get('/DisplayDocTitle') is True, '07-001', 'the title is not shown')
        self.expect('/Metadata' in root, '06-001', 'no XMP metadata')
        tree = root.get('/StructTreeRoot')
        if tree is None:
            self.problem('09-001', 'no structure tree')
            return
        self.roles = {str(k): str(v) for k, v in tree.get('/RoleMap', {}).items()}
        self.elements(tree)
        self.parents = self.number_tree(tree.get('/ParentTree'))
        self.pages()

    def number_tree(self, root):
        found, stack = {}, [root] if root is not None else []
        while stack:
            node = stack.pop()
            stack += list(node.get('/Kids', []))
            numbers = node.get('/Nums', [])
            for i in range(0, len(numbers) - 1, 2):
                found[int(numbers[i])] = numbers[i + 1]
        return found

    # ---- elements

    def kind(self, element):
        name = str(element.get('/S', ''))
        for _ in range(8):
            name = self.roles.get(name, name)
        return name.lstrip('/')

    def elements(self, root):
        """Depth first, in reading order, without recursion."""
        stack = [(root, None, None)]
        while stack:
            element, parent, page = stack.pop()
            if parent is not None:
                self.one(element, parent)
            page = element.get('/Pg', page)
            kids = element.get('/K', [])
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            children = []
            for kid in kids:
                if isinstance(kid, pikepdf.Dictionary) and '/S' in kid:
                    children.append((kid, element, page))
                else:
                    self.content(kid, element, page)
            stack += reversed(children)

    def content(self, kid, element, page):
        if isinstance(kid, int):
            self.owned[(page.objgen, int(kid))] = element.objgen
        elif kid.get('/Type') == '/MCR':
            self.owned[(kid.get('/Pg', page).objgen, int(kid['/MCID']))] = element.objgen
        elif kid.get('/Type') == '/OBJR':
            self.annotations[kid['/Obj'].objgen] = element.objgen

    def one(self, element, parent):
        kind = self.kind(element)
        self.expect(kind in STANDARD, '02-001', f'{kind} is no standard type and not mapped to one')
        self.expect(element.get('/P') is not None and element['/P'].objgen == parent.objgen, '01-005', f'{kind} names another parent')
        if kind in PARENTS:
            self.expect(self.kind(parent) in PARENTS[kind], '09-004', f'{kind} in {self.kind(parent)}')
        if '/Lang' in element:
            self.expect(LANGUAGE.match(str(element['/Lang'])), '11-007', f'{element["/Lang"]} is no language')
        if kind == 'Figure':
            self.expect(str(element.get('/Alt', '')) or str(element.get('/ActualText', '')), '13-004', 'a figure without a text for it')
            self.expect('/BBox' in self.attributes(element), '13-005', 'a figure without its box')
        if kind == 'Formula':
            self.expect(str(element.get('/Alt', '')), '17-002', 'a formula without a text for it')
        if kind == 'TH':
            self.expect('/Scope' in self.attributes(element), '15-003', 'a head of a table without a scope')
        if kind == 'Note':
            name = bytes(element.get('/ID', b''))
            self.expect(name, '19-003', 'a note without an identifier')
            self.notes[name] += 1
            self.expect(self.notes[name] == 1, '19-004', 'two notes with one identifier')
        heading = re.fullmatch('H([1-6])', kind)
        if heading:
            level = int(heading.group(1))
            self.expect(level <= self.level + 1, '14-003', f'H{level} below H{self.level}')
            self.level = level

    def attributes(self, element):
        found = {}
        attributes = element.get('/A')
        if attributes is None:
            return found
        for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            found.update({str(k): v for k, v in one.items()})
        return found

    # ---- pages

    def pages(self):
        pages = list(self.pdf.pages)
        step = max(1, len(pages) // PAGES_READ)
        for index, page in enumerate(pages):
            if index % step == 0:
                self.marked_content(page, index + 1)
            links = [a for a in page.get('/Annots', []) if a.get('/Subtype') == '/Link']
            if links:
                self.expect(page.get('/Tabs') == '/S', '28-009', 'a page whose order of tabs is not that of the structure')
            for link in links:
                self.link(link)

    def link(self, link):
        owner = self.annotations.get(link.objgen)
        self.expect(owner, '28-011', 'a link outside the structure tree')
        self.expect(str(link.get('/Contents', '')), '28-012', 'a link without a description')
        named = self.parents.get(int(link.get('/StructParent', -1)))
        self.expect(owner is None or (named is not None and named.objgen == owner), '28-010', 'a link whose parent is another element')
        self.expect(named is None or self.kind(named) == 'Link', '28-011', 'a link that is no Link element')

    def marked_content(self, page, number):
        parents = self.parents.get(int(page.get('/StructParents', -1)), [])
        stack, seen = [], set()
        for operands, operator in pikepdf.parse_content_stream(page, SHOWN):
            name = str(operator)
            if name in ('BMC', 'BDC'):
                self.open(stack, seen, operands, page, number, parents)
            elif name == 'EMC':
                self.expect(stack, '01-004', f'page {number}: marked content ends that was not begun')
                if stack:
                    stack.pop()
            elif 'content' not in stack and 'artifact' not in stack:
                self.problem('01-005', f'page {number}: neither content nor artifact')
        self.expect(not stack, '01-004', f'page {number}: marked content without an end')

    def open(self, stack, seen, operands, page, number, parents):
        kind = ''
        if str(operands[0]) == '/Artifact':
            kind = 'artifact'
        elif len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and '/MCID' in operands[1]:
            kind, identifier = 'content', int(operands[1]['/MCID'])
            self.expect(identifier not in seen, '01-006', f'page {number}: an identifier of marked content comes twice')
            seen.add(identifier)
            owner = self.owned.get((page.objgen, identifier))
            self.expect(owner, '01-005', f'page {number}: content outside the structure tree')
            told = parents[identifier].objgen if identifier < len(parents) else None
            self.expect(owner is None or told == owner, '01-005', f'page {number}: the parent tree names another element')
        self.expect(kind != 'artifact' or 'content' not in stack, '01-003', f'page {number}: an artifact within content')
        self.expect(kind != 'content' or 'artifact' not in stack, '01-004', f'page {number}: content within an artifact')
        stack.append(kind)


def problems_of(path):
    """Failures as texts, each with how often it was met."""
    with pikepdf.open(path) as pdf:
        walk = Walk(pdf)
        walk.document()
    return [f'structure {text} ({count} times)' for text, count in walk.problems.most_common()]


def main():
    found = problems_of(sys.argv[1])
    print('\n'.join(found) or 'no failure')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
