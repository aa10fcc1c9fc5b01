"""Validators of books, each as a function that returns what it found; None where it is not installed."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections import Counter

NODE_MODULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'node_modules')
JAVA = '/usr/share/java/'
#: Documents of a book that Ace reads without being asked to.
MOST_FOR_ACE = 60
#: Where Debian's packages and Ubuntu's put what Preflight stands on.
PREFLIGHT_JARS = (('preflight.jar', 'preflight2.jar'), ('pdfbox2.jar', 'pdfbox.jar'), ('xmpbox.jar', 'xmpbox2.jar'),
                  ('fontbox2.jar', 'fontbox.jar'), ('commons-logging.jar',),
                  ('javax.activation.jar', 'jakarta.activation.jar'), ('jaxb-api.jar',))
#: Preflight knows PDF/A-1b alone; the books are PDF/A-2b, whose rules are the same but for these: what Preflight says of
#: them, and why it is right in PDF/A-2 (ISO 19005-2).
ALLOWED_BY_PDFA2 = (
    (r'7\.11\.2 : .*part must be 1', 'the metadata say part 2'),
    (r'2\.1\.6 : .*Invalid version of the ICCProfile', '6.2.4.2 allows ISO 15076-1, which is version 4'),
    (r'2\.2\.2 : .*Soft Mask must be null or None', '6.2.10 allows transparency; pictures with an alpha channel have soft masks'),
)


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, errors='replace', **options)


def _epubcheck(command, book):
    result = run(command + [book, '--json', '-'])
    try:
        report = json.loads(result.stdout[result.stdout.index('{'):])
    except ValueError:
        return [f'gave no report: {result.stderr[-300:]}']
    return [f'{m.get("ID") or m.get("id")} {m.get("message")} {str(m.get("locations") or m.get("location") or "")[:160]}'
            for m in report.get('messages', []) if str(m.get('severity', '')).upper() in ('FATAL', 'ERROR', 'WARNING')]


def epubcheck(book):
    jar = JAVA + 'epubcheck.jar'
    return _epubcheck(['java', '-jar', jar], book) if os.path.exists(jar) and shutil.which('java') else None


def epubcheck_ts(book):
    script = os.path.join(NODE_MODULES, '@likecoin/epubcheck-ts/bin/epubcheck.js')
    return _epubcheck(['node', script, '-q'], book) if os.path.exists(script) else None


def ace(book):
    """Ace opens each document in a browser, seconds each: books of many documents are for scripts/test --full."""
    with zipfile.ZipFile(book) as z:
        documents = sum(name.endswith('.xhtml') for name in z.namelist())
    if documents > MOST_FOR_ACE and not os.environ.get('NOTES_EXPORT_FULL'):
        return None
    script = os.path.join(NODE_MODULES, '@daisy/ace-cli/bin/ace.js')
    browser = shutil.which('chromium') or shutil.which('chromium-browser')
    if not os.path.exists(script) or not browser:
        return None
    with tempfile.TemporaryDirectory() as folder:
        done = run(['node', script, '-s', '-f', '-o', folder, book], env=dict(os.environ, PUPPETEER_EXECUTABLE_PATH=browser))
        try:
            with open(os.path.join(folder, 'report.json'), encoding='utf-8') as file:
                report = json.load(file)
        except (OSError, ValueError):
            return [f'gave no report: {done.stderr[-300:]}']
    return [f'{a["earl:test"].get("dct:title")}: {str(a)[:300]}' for d in report.get('assertions', [])
            for a in d.get('assertions', []) if a.get('earl:result', {}).get('earl:outcome') == 'fail']


def qpdf(book):
    done = run(['qpdf', '--check', book])
    return [] if done.returncode == 0 else [(done.stderr + done.stdout)[-300:]]


def poppler(book):
    """Every page's text and fonts are read; poppler says on stderr what it doesn't like."""
    found = []
    for command in (['pdfinfo', book], ['pdffonts', book], ['pdftotext', book, '-']):
        done = run(command)
        if done.returncode or done.stderr.strip():
            found.append(f'{command[0]}: {done.stderr[-300:]}')
    return found


def mutool(book):
    """Every page is interpreted by MuPDF."""
    if not shutil.which('mutool'):
        return None
    done = run(['mutool', 'draw', '-q', '-F', 'text', '-o', os.devnull, book])
    errors = [line for line in done.stderr.splitlines() if re.match(r'\s*(error|warning)', line) and 'ICC support' not in line]
    return errors[:5] or ([] if done.returncode == 0 else [f'exit status {done.returncode}'])


def preflight(book):
    """PDF/A by Apache PDFBox, less what ALLOWED_BY_PDFA2 lists.

    PDF/A-1 has no object streams yet, and Preflight reads no further where it meets a cross-reference stream: it is given
    the same objects written one by one.
    """
    jars = [next((JAVA + n for n in names if os.path.exists(JAVA + n)), None) for names in PREFLIGHT_JARS]
    if not all(jars) or not shutil.which('java') or not shutil.which('qpdf'):
        return None
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, 'plain.pdf')
        written = run(['qpdf', '--object-streams=disable', '--newline-before-endstream', book, plain])
        if written.returncode != 0:
            return [f'qpdf can\'t write it anew: {written.stderr[-300:]}']
        done = run(['java', '-Xmx3g', '-cp', ':'.join(jars), 'org.apache.pdfbox.preflight.Validator_A1b', plain])
    lines = re.findall(r'(?m)^\d+(?:\.\d+)+\s*:.*$', done.stdout + '\n' + done.stderr)
    if not lines:
        return [f'gave no verdict: {(done.stdout + done.stderr)[-300:]}']
    kinds = Counter(re.sub(r'on page \d+', '', line)[:160] for line in lines
                    if not any(re.match(pattern, line) for pattern, _ in ALLOWED_BY_PDFA2))
    return [f'{count} × {kind}' for kind, count in kinds.most_common(8)]


OF_EPUB = {'EPUBCheck': epubcheck, 'epubcheck-ts': epubcheck_ts, 'Ace': ace}
OF_PDF = {'qpdf': qpdf, 'poppler': poppler, 'MuPDF': mutool, 'Preflight': preflight}
