#!/usr/bin/python3
"""What is left when something goes wrong: no half of a book, no temporary file, an older book as it was.

    test_faults.py PROGRAM
"""
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))


def limited(size):
    """Before the program starts: no file may grow beyond `size`, as on a disk that is nearly full."""
    def set_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return set_limit


class Faults(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.notes = os.path.join(self.folder, 'notes')
        self.out = os.path.join(self.folder, 'out')
        os.mkdir(self.notes)
        os.mkdir(self.out)
        words = random.Random(1)   # that can't be packed: both books are longer than any disk here
        for i in range(300):
            with open(os.path.join(self.notes, f'{i}.md'), 'w') as file:
                file.write(f'# Note {i}\n\n' + ' '.join(f'{words.randrange(16**7):x}' for _ in range(200)) + '\n')

    def books(self):
        return ['--epub', os.path.join(self.out, 'a.epub'), '--pdf', os.path.join(self.out, 'a.pdf')]

    def run_program(self, *args, **options):
        return subprocess.run([PROGRAM, '-q', *args], capture_output=True, timeout=300, **options)

    def older(self):
        for name in ('a.epub', 'a.pdf'):
            with open(os.path.join(self.out, name), 'w') as file:
                file.write('older')

    def assert_older(self):
        self.assertEqual(sorted(os.listdir(self.out)), ['a.epub', 'a.pdf'])
        for name in ('a.epub', 'a.pdf'):
            with open(os.path.join(self.out, name)) as file:
                self.assertEqual(file.read(), 'older')

    def test_a_file_that_may_not_grow(self):
        for size in (0, 1, 4096, 100_000):
            with self.subTest(size=size):
                self.older()
                done = self.run_program(*self.books(), self.notes, preexec_fn=limited(size))
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(b'a.pdf', done.stderr)
                self.assert_older()

    @unittest.skipUnless(os.geteuid() == 0, 'mounting a small disk needs root')
    def test_a_full_disk(self):
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', self.out], capture_output=True).returncode:
            self.skipTest('no disk can be mounted here')
        self.addCleanup(subprocess.run, ['umount', self.out])
        self.older()
        done = self.run_program(*self.books(), self.notes)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r'(?i)no space left|disk')
        self.assert_older()

    @unittest.skipIf(os.geteuid() == 0, 'root may write anywhere')
    def test_a_folder_that_is_read_only(self):
        self.older()
        os.chmod(self.out, stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(os.chmod, self.out, stat.S_IRWXU)
        self.assertEqual(self.run_program(*self.books(), self.notes).returncode, 1)
        self.assert_older()

    def test_a_folder_in_the_books_place(self):
        os.mkdir(os.path.join(self.out, 'a.epub'))
        done = self.run_program('--epub', os.path.join(self.out, 'a.epub'), self.notes)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(os.listdir(self.out), ['a.epub'])
        self.assertEqual(os.listdir(os.path.join(self.out, 'a.epub')), [])

    def test_a_reader_that_goes_away(self):
        program = subprocess.Popen([PROGRAM, '-q', '--pdf', '-', self.notes], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        program.stdout.read(10)
        program.stdout.close()
        error = program.stderr.read()
        program.stderr.close()
        self.assertNotEqual(program.wait(60), 0)
        self.assertNotIn(b'terminate called', error)

    def test_an_interruption_leaves_nothing_behind(self):
        """At eight moments of its run, by the signals that people and systems send."""
        started = time.monotonic()
        self.run_program(*self.books(), self.notes)
        whole = time.monotonic() - started
        for i in range(8):
            for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                with self.subTest(moment=i, signal=kind):
                    self.older()
                    program = subprocess.Popen([PROGRAM, '-q', *self.books(), self.notes], stderr=subprocess.DEVNULL)
                    time.sleep(whole * i / 8)
                    program.send_signal(kind)
                    program.wait(60)
                    self.assertEqual(sorted(os.listdir(self.out)), ['a.epub', 'a.pdf'])

    def test_a_kill_leaves_the_older_books(self):
        self.older()
        program = subprocess.Popen([PROGRAM, '-q', *self.books(), self.notes], stderr=subprocess.DEVNULL)
        time.sleep(0.02)
        program.kill()
        program.wait()
        for name, beginning in (('a.epub', b'PK'), ('a.pdf', b'%PDF')):
            with open(os.path.join(self.out, name), 'rb') as file:
                self.assertIn(file.read(5)[:len(beginning)], (beginning, b'older'[:len(beginning)]))


if __name__ == '__main__':
    unittest.main(verbosity=2)
