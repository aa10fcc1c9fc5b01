"""The examples of a Markdown specification: fenced `example` blocks of Markdown, expected HTML, md4c's flags."""
from dataclasses import dataclass
import re

FENCE = '`' * 32


@dataclass
class Example:
    number: int       # from 1, in the order of the file
    section: str      # the heading it stands under
    markdown: str
    html: str
    flags: str        # md4c's command line, as its own suites give it; else empty


def read_examples(path):
    """All examples of a file; `→` stands for a tab in them, as the specification says."""
    examples, section, lines = [], '', open(path, encoding='utf-8').read().split('\n')
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.startswith(FENCE + ' example'):
            words = line.split()
            block, i = [], i + 1
            while lines[i] != FENCE:
                block.append(lines[i])
                i += 1
            parts, current = [], []
            for text in block:
                if text == '.':
                    parts.append('\n'.join(current))
                    current = []
                else:
                    current.append(text)
            parts.append('\n'.join(current))
            parts += [''] * (3 - len(parts))
            if 'disabled' not in words:
                examples.append(Example(len(examples) + 1, section, parts[0].replace('→', '\t') + '\n',
                                        parts[1].replace('→', '\t'), parts[2].strip()))
        elif re.match(r'#+ ', line):
            section = line.lstrip('#').strip()
        i += 1
    return examples
