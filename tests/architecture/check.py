#!/usr/bin/python3
"""The arrows between the parts: what CMakeLists.txt allows is all that the sources include.

    check.py PROJECT_FOLDER [FOLDER_OF_CORPORA]

Also: public headers show no third-party library, no file of a test archive is named in the sources, and what the pages
of docs/ and the comments of the sources name as a place of the sources is there.
"""
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
PART = re.compile(r'notes_export_part\((\w+)(.*?)\)', re.S)


def parts_of(project):
    """{part: parts it may include}"""
    text = open(os.path.join(project, 'CMakeLists.txt'), encoding='utf-8').read()
    allowed = {}
    for name, rest in PART.findall(text):
        named = re.search(r'PARTS\s+([\w\s]*?)(?:LIBRARIES|$)', rest)
        allowed[name] = set(named.group(1).split()) if named else set()
    return allowed


def files_below(folder, endings):
    for where, _, names in os.walk(folder):
        for name in names:
            if name.endswith(endings):
                yield os.path.join(where, name)


def dead_places(project, parts):
    """Files and folders of src/ that documentation or comments name and that are not there."""
    source = os.path.join(project, 'src')
    files = [os.path.relpath(p, source) for top in (source, os.path.join(project, 'include'))
             for p in files_below(top, ('.cpp', '.hpp'))]
    for page in files_below(os.path.join(project, 'docs'), '.md'):
        for place in re.findall(r'`(?:src/)?([a-z_]+/[a-z_/]+?)/?(?:\.[ch]pp)?`', open(page, encoding='utf-8').read()):
            there = any(f.startswith((place + '.', place + '/')) for f in files)
            if place.split('/')[0] in parts and not there:
                yield f'{os.path.relpath(page, project)}: names {place}, which is not in src/'
    for path in files_below(source, ('.cpp', '.hpp')):
        for line in open(path, encoding='utf-8'):
            comment = line.partition('//')[2] if not line.startswith('#include') else ''
            for place in re.findall(r'[a-z_/]+\.[ch]pp', comment):
                if not any(f == place or f.endswith('/' + place) for f in files):
                    yield f'{os.path.relpath(path, project)}: names {place}, which is not there'


def main():
    project = sys.argv[1]
    allowed = parts_of(project)
    problems = []
    # No cycles: a part may name only parts declared before it.
    order = list(allowed)
    for i, part in enumerate(order):
        for used in allowed[part]:
            if order.index(used) >= i:
                problems.append(f'CMakeLists.txt: part {part} uses {used}, which is declared after it')
    for part, uses in allowed.items():
        for path in files_below(os.path.join(project, 'src', part), ('.cpp', '.hpp')):
            for bracket, header in INCLUDE.findall(open(path, encoding='utf-8').read()):
                room = header.split('/')[0]
                if bracket == '"' and room in allowed and room != part and room not in uses:
                    problems.append(f'{os.path.relpath(path, project)}: includes {header}, but {part} may not use {room}')
    for path in files_below(os.path.join(project, 'include'), '.hpp'):
        for bracket, header in INCLUDE.findall(open(path, encoding='utf-8').read()):
            if (bracket == '<' and ('/' in header or '.' in header)) or (bracket == '"' and not header.startswith('notes_export/')):
                problems.append(f'{os.path.relpath(path, project)}: a public header includes {header}')
    if len(sys.argv) > 2 and os.path.isdir(sys.argv[2]):
        names = [n for n in os.listdir(sys.argv[2]) if os.path.isdir(os.path.join(sys.argv[2], n))]
        for path in files_below(os.path.join(project, 'src'), ('.cpp', '.hpp')):
            text = open(path, encoding='utf-8').read()
            problems += [f'{os.path.relpath(path, project)}: names the test archive {n}' for n in names if n in text]
    problems += dead_places(project, allowed)
    for problem in problems:
        print(problem)
    print(f'{len(allowed)} parts, {len(problems)} problems')
    sys.exit(bool(problems))


if __name__ == '__main__':
    main()
