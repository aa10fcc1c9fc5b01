"""Random vaults, with everything in them that real ones have been seen to have. The same seed gives the same vault."""
import os
import random
import struct
import zlib

WORDS = ('note idea Würstchen naïve Straße 漢字 かな 한국 עברית فارسی हिन्दी ไทย emoji🎉 e\u0301 <file> Vec<T> C:\\Users \\gexec 10% $5 #tag '
         '[[wiki]] **bold _and* `code` ``` --- :::note {{x}} {% y %} &amp; &nbsp; | ~~ == ^ $x^2$ https://example.org/a_b?c=d#e '
         '👩‍👩‍👧 \u200b \u00ad \ufeff \u200f').split(' ')
NAMES = ('plain', 'with blank', 'ha#sh', 'per%20cent', 'que?stion', 'ümläut', '漢字', 'שלום', 'a&b', "quo'te", 'dot.dot', '(paren)', '[bracket]',
         'emoji🎉', ' leading', 'semi;colon', 'plus+plus', 'UPPER', 'very' + 'long' * 50, '-dash', '2024-03-01', 'README', 'index')


def png(width=3, height=2):
    rows = b''.join(b'\0' + bytes((x * 80 + y * 40) % 256 for x in range(width) for _ in range(3)) for y in range(height))
    chunk = lambda kind, data: struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) + \
        chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


class Vault:
    def __init__(self, root, seed):
        self.root, self.random = root, random.Random(seed)
        self.token, self.tokens = 0, []

    def must_appear(self):
        """A word that no other text has, to be found in both books."""
        self.token += 1
        self.tokens.append(f'qz{self.random.randrange(10**6):06d}x{self.token}')
        return self.tokens[-1]

    def prose(self, most=30):
        return ' '.join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))

    def block(self, depth=0):
        r = self.random
        kinds = ['prose'] * 3 + ['heading', 'list', 'quote', 'callout', 'code', 'table', 'picture', 'html', 'rule', 'footnote', 'math', 'link']
        kind = r.choice(kinds if depth < 4 else ['prose', 'code'])
        if kind == 'heading':
            return '#' * r.randint(1, 7) + ' ' + self.prose(8)
        if kind == 'list':
            marker = r.choice(['- ', '1. ', '* [ ] ', '- [x] ', '7) '])
            return '\n'.join(marker + self.block(depth + 1).replace('\n', '\n' + ' ' * r.choice([2, 3, 4])) for _ in range(r.randint(1, 4)))
        if kind in ('quote', 'callout'):
            first = '' if kind == 'quote' else f'[!{r.choice(["note", "WARNING", "odd kind", ""])}]{r.choice(["", "+", "-"])} {self.prose(4)}\n'
            return '\n'.join('> ' + line for line in (first + self.block(depth + 1)).split('\n'))
        if kind == 'code':
            fence = r.choice(['```', '~~~', '````'])
            return f'{fence}{r.choice(["", "python", "c++ {1,2}", "mermaid"])}\n{self.prose()}\n\t{"x" * r.choice([3, 900])}\n{r.choice([fence, ""])}'
        if kind == 'table':
            columns = r.randint(1, 14)
            rows = [' | '.join(self.prose(r.choice([1, 1, 200])) .replace('|', '/') for _ in range(r.randint(1, columns + 1))) for _ in range(r.randint(1, 4))]
            return f'| {" | ".join("h" for _ in range(columns))} |\n|{"---|" * columns}\n' + '\n'.join(f'| {row} |' for row in rows)
        if kind == 'picture':
            return f'![{self.prose(3)}]({r.choice(["picture.png", "lying.png", "empty.jpg", "gone.png", "loop/x.png", "http://x/y.png", "data:image/png;base64,AAAA", "%zz.png"])})'
        if kind == 'html':
            return r.choice(['<details><summary>s</summary>\n\n{}\n\n</details>', '<b>{}', '<table><tr><td>{}', '<p align=center>{}</p>', '<div lang=fa dir=rtl>\n\n{}\n',
                             '</div></p>{}', '<!-- {} ', '<script>x</script>{}', '<a id="x" name=y>{}', '<ruby>{}<rt>x', '<svg><script/>{}</svg>']).format(self.prose(6))
        if kind == 'rule':
            return r.choice(['---', '***', '___', '- - -', '---\nkey: [unclosed\n---'])
        if kind == 'footnote':
            return f'x[^{r.randint(1, 3)}] y^[{self.prose(4)}]\n\n[^{r.randint(1, 3)}]: {self.prose(5)}'
        if kind == 'math':
            return r.choice(['$$\n{}\n$$', '${}$', '\\[ {} \\]']).format(self.prose(4))
        if kind == 'link':
            return f'[{self.prose(3)}]({r.choice(["plain.md", "with%20blank.md", "ha%23sh.md#x", "../..", "#", "#x", "folder/", "nowhere.md", "javascript:x", "mailto:a@b"])})'
        return self.prose()

    def note(self):
        r = self.random
        front = r.choice(['', '', '---\ntitle: {}\ndate: 2024-0{}-11\ntags: [a, b/c]\n---\n', '---\ntitle: [unclosed\n---\n', '---\n', '+++\ntitle = "{}"\n+++\n',
                          '---\n- a\n- list\n---\n', '---\nkey: value\n', '---\r\ntitle: x\r\n---\r\n', '---\ntitle: {}\ndate: yesterday\n---\n']).format(self.prose(3).replace('"', ''), r.randint(1, 9))
        return front + '\n\n'.join([self.must_appear()] + [self.block() for _ in range(r.randint(0, 12))] + ['\n' + self.must_appear()])

    def encoded(self, text):
        r = self.random.random()
        if r < 0.08:
            return text.encode('utf-16')
        if r < 0.14:
            return b'\xef\xbb\xbf' + text.encode()
        if r < 0.2:
            return text.replace('\n', '\r\n').encode()
        if r < 0.26:
            return text.encode() + b'\n\xff\xfe\x08\x00\x1b broken bytes'
        return text.encode()

    def write(self, path, data):
        whole = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, 'wb') as file:
            file.write(data)
        return whole

    def make(self):
        r = self.random
        folders = ['', 'folder', 'a b', 'ümläut/deep/er', '.hidden', 'node_modules/x']
        for _ in range(r.randint(3, 25)):
            folder = r.choice(folders)
            before = len(self.tokens)
            name = os.path.join(folder, r.choice(NAMES) + r.choice(['.md', '.md', '.markdown']))
            if not os.path.exists(os.path.join(self.root, name)):
                self.write(name, self.encoded(self.note()))
            if folder.startswith(('.', 'node_modules')) or os.path.getsize(os.path.join(self.root, name)) == 0:
                del self.tokens[before:]
        for folder in ('', 'folder'):
            self.write(os.path.join(folder, 'picture.png'), png())
            self.write(os.path.join(folder, 'lying.png'), r.choice([b'GIF89a', b'text', b'\xff\xd8\xff\xe0', png()[:40], b'<svg xmlns="http://www.w3.org/2000/svg"/>']))
            self.write(os.path.join(folder, 'empty.jpg'), b'')
        self.write('empty.md', b'')
        self.write('only-front.md', b'---\ntitle: only\n---\n')
        self.write('bytes.md', bytes(r.randrange(256) for _ in range(2000)))
        self.write('deep.md', '\n'.join('  ' * i + '- ' + str(i) for i in range(r.choice([10, 120]))).encode() + b'\n' + b'>' * 300 + b' x\n')
        os.symlink('.', os.path.join(self.root, 'loop'))
        os.symlink('nowhere.md', os.path.join(self.root, 'dangling.md'))
        os.mkdir(os.path.join(self.root, 'a folder named.md'))
        os.chmod(self.write('unreadable.md', b'secret'), 0)
        os.mkfifo(os.path.join(self.root, 'pipe.md'))
        if r.random() < 0.3:
            self.write('huge.md', ('\n\n'.join(self.block() for _ in range(40)) * 60).encode())
        if r.random() < 0.3:
            self.write('notes-export.toml', r.choice([b'epub = "x.epub"\n', b'title = \n', b'unknown = 1\n', b'\xff\xfe']))
        if r.random() < 0.3:
            self.write('SUMMARY.md', b'# Summary\n\n- [a](plain.md)\n  - [gone](gone.md)\n- [draft]()\n')
