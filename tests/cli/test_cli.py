#!/usr/bin/python3
"""The command line as its users meet it: exit status, messages, files. Run with the program's path as argument."""
import json
import os
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile
import zlib

import pikepdf

PROGRAM = os.path.abspath(sys.argv.pop(1))
SEED = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'seeds', 'tweets.md')


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, path, text):
        whole = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, 'wb') as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        return whole

    def run_program(self, *args, **options):
        options.setdefault('cwd', self.folder)
        return subprocess.run([PROGRAM, *args], capture_output=True, timeout=120, **options)

    def files(self):
        return sorted(os.path.relpath(os.path.join(w, n), self.folder) for w, _, names in os.walk(self.folder) for n in names)

    def test_makes_both_books_in_one_run(self):
        done = self.run_program('--epub', 'a.epub', '--pdf', 'a.pdf', SEED)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, b'')
        self.assertEqual(self.files(), ['a.epub', 'a.pdf'])
        with open(os.path.join(self.folder, 'a.pdf'), 'rb') as f:
            self.assertEqual(f.read(5), b'%PDF-')
        self.assertIsNone(zipfile.ZipFile(os.path.join(self.folder, 'a.epub')).testzip())

    def test_says_where_a_picture_is_missing(self):
        self.write('n.md', '# T\n\ntext ![x](gone.png)\n')
        done = self.run_program('--epub', 'a.epub', 'n.md')
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), r'n\.md:3:6: warning: .*gone\.png.*\[[a-z-]+\]')

    def test_strict_turns_a_warning_into_status_3(self):
        self.write('n.md', '![x](gone.png)\n')
        self.assertEqual(self.run_program('--strict', '--epub', 'a.epub', 'n.md').returncode, 3)
        self.assertTrue(os.path.exists(os.path.join(self.folder, 'a.epub')))

    def test_diagnostics_as_json(self):
        self.write('n.md', '![x](gone.png)\n')
        done = self.run_program('--diagnostics', 'json', '--epub', 'a.epub', 'n.md')
        lines = [json.loads(l) for l in done.stderr.decode().splitlines() if l.startswith('{')]
        self.assertTrue(any(l['line'] == 1 and l['column'] == 1 and l['path'] == 'n.md' for l in lines), done.stderr)

    def test_each_warning_says_where_what_and_how_to_mend_it(self):
        jekyll, logseq = {'_config.yml': ''}, {'logseq/config.edn': '{}', 'pages/.keep': ''}
        cases = {
            'dead-link': ({}, '[a](gone.md)\n'),
            'dead-fragment': ({}, '[a](note.md#gone)\n'),
            'unsafe-link': ({}, '[a](javascript:b)\n'),
            'missing-picture': ({}, '![a](gone.png)\n'),
            'footnote-undefined': ({}, 'a[^1]\n'),
            'footnote-unused': ({}, 'a\n\n[^1]: b\n'),
            'cells-joined': ({}, '| a |\n|---|\n| b | c |\n'),
            'impossible-date': ({}, '---\ndate: 2024-02-31\n---\na\n'),
            'front-matter': ({}, '---\na: [b\nc: d\n---\ne\n'),
            'front-matter-key-twice': ({}, '---\na: b\na: c\n---\ne\n'),
            'invalid-characters': ({}, b'a \xff b\n'),
            'include-missing': ({'book.toml': '[book]\nsrc = "."\n'}, '{{#include gone.rs}}\n'),
            'shortcode-unknown': ({'hugo.toml': ''}, '{{< gone >}}\n'),
            'liquid-unknown': (jekyll, '{{ site.gone }}\n'),
            'include-left-out': (jekyll, '{% include gone.html %}\n'),
            'logseq-macro': (logseq, '{{query x}}\n'),
            'embed-depth': ({'.obsidian/app.json': '{}'}, 'a\n\n![[note]]\n'),
            'link-definitions-expand': ({}, '[a]: /' + 'x' * 50000 + '\n' + '[a] ' * 100 + '\n'),
        }
        for kind, (files, note) in cases.items():
            for path, text in files.items():
                self.write(f'{kind}/{path}', text)
            self.write(f'{kind}/note.md', note)
            done = self.run_program('--diagnostics', 'json', '--strict', '--epub', 'a.epub', kind)
            self.assertEqual(done.returncode, 3, kind)
            told = [json.loads(line) for line in done.stderr.decode().splitlines() if line.startswith('{')]
            one = next((line for line in told if line['id'] == kind), None)
            self.assertIsNotNone(one, (kind, told))
            self.assertEqual(one['path'], 'note.md', kind)
            self.assertGreater(min(one['line'], one['column']), 0, kind)
            self.assertTrue(one['message'] and one['hint'], one)

    def test_nothing_to_do_is_wrong_usage(self):
        done = self.run_program(SEED)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'--epub', done.stderr)

    def test_unknown_option_is_wrong_usage(self):
        self.assertEqual(self.run_program('--epbu', 'a.epub', SEED).returncode, 2)

    def test_no_input_ends_without_a_file(self):
        done = self.run_program('--epub', 'a.epub', 'nowhere')
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'nowhere', done.stderr)
        self.assertEqual(self.files(), [])

    def test_a_folder_without_notes_ends_without_a_file(self):
        os.mkdir(os.path.join(self.folder, 'empty'))
        self.assertEqual(self.run_program('--epub', 'a.epub', 'empty').returncode, 1)
        self.assertEqual(self.files(), [])

    def test_an_output_that_cannot_be_written_leaves_nothing(self):
        done = self.run_program('--epub', 'no/such/folder/a.epub', SEED)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'no/such/folder', done.stderr)
        self.assertEqual(self.files(), [])

    def test_one_failing_book_leaves_the_other(self):
        done = self.run_program('--epub', 'a.epub', '--pdf', 'no/such/a.pdf', SEED)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.files(), ['a.epub'])

    def test_an_older_book_stays_until_the_new_one_is_whole(self):
        old = self.write('a.epub', 'old')
        os.mkdir(os.path.join(self.folder, 'empty'))
        self.run_program('--epub', 'a.epub', 'empty')
        self.assertEqual(open(old).read(), 'old')

    def test_a_symbolic_link_is_written_through(self):
        self.write('real/a.epub', 'old')
        os.symlink('real/a.epub', os.path.join(self.folder, 'link.epub'))
        self.assertEqual(self.run_program('--epub', 'link.epub', SEED).returncode, 0)
        self.assertTrue(os.path.islink(os.path.join(self.folder, 'link.epub')))
        self.assertTrue(zipfile.is_zipfile(os.path.join(self.folder, 'real/a.epub')))

    def test_the_umask_is_honoured(self):
        self.run_program('--epub', 'a.epub', SEED, preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(self.folder, 'a.epub')).st_mode), 0o640)

    def test_a_book_on_stdout(self):
        done = self.run_program('--pdf', '-', SEED)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout[:5], b'%PDF-')
        self.assertEqual(self.run_program('--pdf', '-', '--epub', '-', SEED).returncode, 2)

    def test_a_note_on_stdin(self):
        done = self.run_program('--epub', 'a.epub', '-', input=b'# Hello\n\nworld\n')
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_list_shows_date_title_and_path(self):
        done = self.run_program('--list', SEED)
        self.assertEqual(done.returncode, 0)
        self.assertIn('Würstchen', done.stdout.decode())
        self.assertIn('2024-02-13', done.stdout.decode())
        self.assertEqual(self.files(), [])

    def test_configuration_names_inputs_and_options(self):
        self.write('notes/n.md', '# N\n\ntext\n')
        self.write('notes-export.toml', 'inputs = ["notes"]\ntitle = "From the file"\n')
        os.mkdir(os.path.join(self.folder, 'sub'))
        done = self.run_program('--epub', 'a.epub', cwd=os.path.join(self.folder, 'sub'))
        self.assertEqual(done.returncode, 0, done.stderr)
        with zipfile.ZipFile(os.path.join(self.folder, 'sub', 'a.epub')) as z:
            package = next(z.read(n).decode() for n in z.namelist() if n.endswith('.opf'))
        self.assertIn('From the file', package)

    def test_a_wrong_value_in_the_configuration_says_where(self):
        self.write('notes-export.toml', 'title = "x"\nsort = 3\n')
        done = self.run_program('--list', SEED)
        self.assertNotEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), r'notes-export\.toml:2:')

    def titles(self, *args):
        done = self.run_program('--list', *args)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [line.split('\t')[-1] for line in done.stdout.decode().splitlines()]

    def write_dated_notes(self):
        self.write('n/a.md', '---\ndate: 2023-12-31T23:59:59+01:00\ntags: [work/deep, x]\n---\n# Old\n')
        self.write('n/2024_02_29.md', '# Leap\n\n#work\n\n[old](a.md)\n')
        self.write('n/2024-03-01-post.md', '# March\n')
        self.write('n/plain.md', '# Undated\n\n#worker\n')

    def test_notes_are_chosen_by_whole_days(self):
        self.write_dated_notes()
        self.assertEqual(self.titles('n', '--since', '2024', '--until', '2024-02'), ['Leap'])
        self.assertEqual(self.titles('n', '--until', '2023-12-31'), ['Old'])
        self.assertCountEqual(self.titles('n', '--since', '2024-02-29'), ['Leap', 'March'])
        done = self.run_program('--list', '--since', '2024-02', 'n')
        self.assertRegex(done.stderr.decode(), 'notice: a link leads to a note that was left out')

    def test_dates_that_no_calendar_has_are_wrong_usage(self):
        self.write_dated_notes()
        for value in ('2023-02-29', '2024-13', '2024-00', 'yesterday', '24-01-01', ''):
            done = self.run_program('--list', 'n', '--since', value)
            self.assertEqual(done.returncode, 2, value)
            self.assertIn(b'--since', done.stderr)
        self.assertEqual(self.run_program('--list', 'n', '--since', '2024', '--until', '2023').returncode, 2)

    def test_notes_are_chosen_by_tag(self):
        self.write_dated_notes()
        self.assertCountEqual(self.titles('n', '--tag', 'work'), ['Old', 'Leap'])
        self.assertCountEqual(self.titles('n', '--tag', 'Work/Deep', '--tag', '#worker'), ['Old', 'Undated'])
        done = self.run_program('--epub', 'a.epub', 'n', '--tag', 'nothing')
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'--tag', done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.folder, 'a.epub')))

    def test_choices_may_stand_in_the_configuration(self):
        self.write_dated_notes()
        self.write('notes-export.toml', 'inputs = ["n"]\nsince = "2024"\nwithout = ["tag-index"]\nsmart = true\n')
        self.assertCountEqual(self.titles(), ['Leap', 'March'])
        self.write('notes-export.toml', 'inputs = ["n"]\nuntil = "2024-02-30"\n')
        self.assertRegex(self.run_program('--list').stderr.decode(), r'notes-export\.toml:2:')

    def test_drafts_of_a_site_are_left_out_and_counted(self):
        self.write('s/hugo.toml', 'title = "Site"\n')
        self.write('s/content/a.md', '+++\ndraft = true\n+++\n# A\n')
        self.write('s/content/b.md', '# B\n')
        self.assertEqual(self.titles('s'), ['B'])
        self.assertEqual(self.titles('s', '--drafts'), ['A', 'B'])
        self.assertIn(b'1 draft left out', self.run_program('--epub', 'a.epub', 's').stderr)

    def xhtml(self, book='a.epub'):
        with zipfile.ZipFile(os.path.join(self.folder, book)) as z:
            return {n: z.read(n).decode() for n in z.namelist() if n.endswith(('.xhtml', '.ncx'))}

    def test_what_the_book_adds_can_be_left_out(self):
        self.write_dated_notes()
        self.run_program('--epub', 'a.epub', '--pdf', 'a.pdf', 'n')
        whole = ''.join(self.xhtml().values())
        for mark in ('class="linked-from"', 'class="tag-index"', 'class="neighbours"', 'href="tags.xhtml#tag.work"'):
            self.assertIn(mark, whole)
        self.assertEqual(self.run_program('--epub', 'b.epub', 'n', '--without', 'backlinks,tag-index', '--without', 'prev-next').returncode, 0)
        bare = ''.join(self.xhtml('b.epub').values())
        for mark in ('linked-from', 'tag-index', 'neighbours', 'tags.xhtml'):
            self.assertNotIn(mark, bare)
        self.assertEqual(self.run_program('--epub', 'b.epub', 'n', '--without', 'covers').returncode, 2)

    def test_smart_quotes(self):
        self.write('n.md', '# It\'s\n\n"a" -- b\n')
        self.run_program('--epub', 'a.epub', 'n.md', '--smart', '--language', 'de')
        self.assertIn('„a“ – b', ''.join(self.xhtml().values()))

    def test_the_contents_are_in_the_order_of_the_spine(self):
        # An index that lists a folder before the files beside it, and hundreds of notes in ranges.
        self.write('n/README.md', '# Home\n\n[z](z/1.md) [b](b.md) [a](a.md) [y](y/2.md)\n')
        for name in ('a', 'b', 'y/2', 'z/1', 'z/README'):
            self.write(f'n/{name}.md', f'# {name}\n')
        self.write('m/README.md', '# Home\n')
        for i in range(150):
            self.write(f'm/{"abcdefghij"[i % 10]}{i}.md', f'# {"abcdefghij"[i % 10]}{i}\n\ntext\n')
            self.write(f'm/sub/{i}.md', f'# s{i}\n\n' + 'text ' * 2000 * (i % 7 == 0) + '\n')
        for archive in ('n', 'm'):
            self.run_program('--epub', 'a.epub', archive)
            with zipfile.ZipFile(os.path.join(self.folder, 'a.epub')) as z:
                package = z.read('EPUB/package.opf').decode()
            href = dict(re.findall(r'<item id="([^"]+)" href="([^"]+)"', package))
            spine = [href[i] for i in re.findall(r'<itemref idref="([^"]+)"', package)]
            files = self.xhtml()
            nav = re.search(r'epub:type="toc".*?</nav>', files['EPUB/nav.xhtml'], re.S).group()
            for links in (re.findall('href="([^"]+)"', nav), re.findall('content src="([^"]+)"', files['EPUB/toc.ncx'])):
                places = []
                for link in links:
                    name, _, fragment = link.partition('#')
                    places.append((spine.index(name), files['EPUB/' + name].index(f'id="{fragment}"') if fragment else 0))
                self.assertEqual(places, sorted(places), archive)

    def fonts_and_pictures(self, book):
        """Names of a PDF's fonts without the mark of a subset; components of its pictures' colours."""
        def components_of(space):
            if isinstance(space, pikepdf.Name):
                return {'/DeviceGray': 1, '/DeviceRGB': 3}[str(space)]
            return components_of(space[1]) if space[0] == '/Indexed' else int(space[1]['/N'])
        fonts, components = set(), set()
        with pikepdf.open(os.path.join(self.folder, book)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Dictionary) and thing.get('/Type') == '/Font' and '/BaseFont' in thing:
                    fonts.add(str(thing['/BaseFont'])[1:].split('+')[-1])
                if isinstance(thing, pikepdf.Stream) and thing.get('/Subtype') == '/Image':
                    components.add(components_of(thing['/ColorSpace']))
        return fonts, components

    def test_pictures_without_colour(self):
        def chunk(kind, data):
            return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
        red = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 4, 4, 8, 2, 0, 0, 0)) + \
            chunk(b'IDAT', zlib.compress((b'\0' + b'\xff\0\0' * 4) * 4)) + chunk(b'IEND', b'')
        self.write('n/red.png', red)
        self.write('n/n.md', '# T\n\n![red](red.png)\n')
        self.run_program('--pdf', 'a.pdf', 'n')
        self.assertEqual(self.fonts_and_pictures('a.pdf')[1], {3})
        self.assertEqual(self.run_program('--grayscale', '--pdf', 'a.pdf', 'n').returncode, 0)
        self.assertEqual(self.fonts_and_pictures('a.pdf')[1], {1})

    def test_the_text_font_is_the_one_asked_for(self):
        self.write('n.md', '# T\n\nsome text\n')
        self.run_program('--pdf', 'a.pdf', 'n.md')
        self.assertIn('Literata-Regular', self.fonts_and_pictures('a.pdf')[0])
        done = self.run_program('--font', 'Source Sans 3', '--pdf', 'a.pdf', 'n.md')
        self.assertEqual(done.returncode, 0, done.stderr)
        fonts = self.fonts_and_pictures('a.pdf')[0]
        self.assertIn('SourceSans3-Regular', fonts)
        self.assertEqual([name for name in fonts if name.startswith('Literata')], [])

    def test_page_labels_are_the_printed_numbers(self):
        for i in range(40):
            self.write(f'n/{i:02}.md', f'# Note {i}\n\n' + 'some words of text, ' * 200 + '\n')
        self.run_program('--pdf', 'a.pdf', 'n')
        with pikepdf.open(os.path.join(self.folder, 'a.pdf')) as pdf:
            labels = [page.label for page in pdf.pages]
        self.assertEqual(labels[:3], ['i', 'ii', '1'] if '1' in labels[:3] else ['i', 'ii', 'iii'])
        text = subprocess.run(['pdftotext', 'a.pdf', '-'], capture_output=True, cwd=self.folder).stdout.decode()
        for label, page in list(zip(labels, text.split('\f')))[1:]:
            self.assertEqual(page.split()[-1], label)

    def test_every_option_of_help_is_in_the_manual(self):
        help_text = self.run_program('--help').stdout.decode()
        manual = open(os.path.join(os.path.dirname(SEED), '..', 'docs', 'notes-export.1'), encoding='utf-8').read().replace('\\-', '-')
        options = set(re.findall(r'(?<![\w-])--[a-z][a-z-]+', help_text))
        self.assertGreater(len(options), 15)
        self.assertEqual([o for o in sorted(options) if o not in manual], [])

    def test_the_same_input_gives_the_same_bytes_for_any_jobs(self):
        for jobs in ('1', '4'):
            done = self.run_program('--jobs', jobs, '--epub', f'{jobs}.epub', '--pdf', f'{jobs}.pdf', SEED)
            self.assertEqual(done.returncode, 0)
        for kind in ('epub', 'pdf'):
            first, second = (open(os.path.join(self.folder, f'{j}.{kind}'), 'rb').read() for j in '14')
            self.assertEqual(first, second, kind)

    def test_odd_files_still_give_a_book(self):
        self.write('n/bad.md', b'caf\xe9 \xff \x08 text\n')
        self.write('n/utf16.md', 'größe\n'.encode('utf-16'))
        self.write('n/front.md', '---\nkey: [broken\n---\n\nbody\n')
        self.write('n/rule.md', '---\n\njust a rule\n\n---\n')
        self.write('n/a # b % c?.md', '# Odd name\n')
        os.symlink('.', os.path.join(self.folder, 'n', 'loop'))
        done = self.run_program('--epub', 'a.epub', '--pdf', 'a.pdf', 'n')
        self.assertEqual(done.returncode, 0, done.stderr)
        with zipfile.ZipFile(os.path.join(self.folder, 'a.epub')) as z:
            text = ''.join(z.read(n).decode() for n in z.namelist() if n.endswith('.xhtml'))
        for word in ('caf', 'größe', 'body', 'broken', 'just a rule', 'Odd name'):
            self.assertIn(word, text)


if __name__ == '__main__':
    unittest.main(verbosity=0)
