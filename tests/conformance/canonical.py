"""One form for the HTML that a specification expects and the XHTML that a book holds.

What may differ, and is levelled here (docs/conformance.md says why): wrappers and ids; blanks between blocks; the
levels of headings that enclose nothing of each other; how a table, task, figure or dead link is dressed; paragraphs
that HTML leaves unsaid. Nothing here drops or moves text, emphasis, nesting, order or addresses: a book that loses one
of them fails.
"""
import re
from urllib.parse import unquote

import html5lib
from lxml import etree

BLOCKS = {'p', 'h', 'ul', 'ol', 'li', 'pre', 'blockquote', 'hr', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'dl', 'dt', 'dd',
          'details', 'summary', 'figure', 'footnote', 'callout', 'title', 'root'}
#: Elements that only wrap what stands inside them.
WRAPPERS = {'span', 'body', 'html', 'figure', 'tbody', 'thead', 'bdi'}
#: Those of them that a paragraph ends at.
DIVISIONS = {'section', 'article', 'div', 'header', 'footer', 'main', 'aside', 'center', 'nav'}
#: Names that mean the same.
SAME = {'b': 'strong', 'i': 'em', 'strike': 's', 'del': 's', 'tt': 'code', 'x-wikilink': 'a'}
KEPT = {'a': ('href', 'title'), 'img': ('src', 'alt', 'title'), 'ol': ('start',), 'td': ('align',), 'th': ('align',)}


class Node:
    __slots__ = ('name', 'attributes', 'children')

    def __init__(self, name, attributes=()):
        self.name, self.attributes, self.children = name, dict(attributes), []


def address(value):
    """The same address may be written with or without percent-encoding, its scheme in either case (RFC 3986, 6.2.2).
    Places within the note have ids of the book's own."""
    value = unquote(value or '', errors='surrogateescape')
    if value.startswith('#'):
        return '#'
    return re.sub(r'^[A-Za-z][A-Za-z0-9+.-]*:', lambda scheme: scheme.group(0).lower(), value)


def levelled(key, value):
    """An attribute's value; line ends in one are blanks to an XML parser (XML 1.0, 3.3.3)."""
    return address(re.sub(r'[ \t\r\n]+', ' ', value)) if key in ('href', 'src') else re.sub(r'\s+', ' ', value) if key == 'title' else value


def levelled_headings(root):
    """Levels become the depth at which headings enclose one another: a note's headings begin below its title and skip none."""
    enclosing = []
    for node in walk(root):
        if re.fullmatch('h[1-7]', node.name):
            level = int(node.name[1])
            while enclosing and enclosing[-1] >= level:
                enclosing.pop()
            enclosing.append(level)
            node.attributes['rank'] = str(len(enclosing))
            node.name = 'h'


def is_block(child):
    return isinstance(child, Node) and (child.name in BLOCKS or child.name in DIVISIONS or re.fullmatch('h[1-7]', child.name))


def holds_blocks(node):
    return isinstance(node, Node) and any(is_block(c) or holds_blocks(c) for c in node.children)


def inline_within(node):
    """An inline element around blocks says the same as one in each of them: <del><p>a</p></del>, <p><del>a</del></p>."""
    out = []
    for child in node.children:
        if isinstance(child, Node) and child.name not in ('pre',):
            inline_within(child)
            if not is_block(child) and holds_blocks(child) and child.name not in ('ruby',):
                out += spread(child)
                continue
        out.append(child)
    node.children = out


def spread(element):
    parts, run = [], []

    def flush():
        if any(not isinstance(c, str) or c.strip() for c in run):
            part = Node(element.name, element.attributes)
            part.children = list(run)
            parts.append(part)
        run.clear()
    for child in element.children:
        if is_block(child):
            flush()
            if child.name not in ('hr', 'pre'):
                inner = Node(element.name, element.attributes)
                inner.children = child.children
                child.children = spread(inner) if holds_blocks(inner) else [inner]
            parts.append(child)
        else:
            run.append(child)
    flush()
    return parts


def said_paragraphs(node):
    """Text that stands among blocks is a paragraph, whether HTML says so or not."""
    for child in node.children:
        if isinstance(child, Node) and child.name != 'pre':
            said_paragraphs(child)
    among = node.name in ('root', 'blockquote', 'dd', 'footnote', 'callout') or node.name in DIVISIONS or (node.name in ('li', 'td', 'th', 'details') and any(is_block(c) and c.name not in ('summary', 'ul', 'ol') for c in node.children))
    if not among:
        return
    out, run = [], []

    def flush():
        if any(not isinstance(c, str) or c.strip() for c in run):
            paragraph = Node('p')
            paragraph.children = list(run)
            out.append(paragraph)
        run.clear()
    for child in node.children:
        if is_block(child):
            flush()
            out.append(child)
        else:
            run.append(child)
    flush()
    node.children = out


def dissolved(node):
    """Wrappers have done their work once the paragraphs are said."""
    out = []
    for child in node.children:
        if isinstance(child, Node):
            dissolved(child)
        out += child.children if isinstance(child, Node) and child.name in DIVISIONS else [child]
    node.children = out


def silent(node):
    """An emphasis of nothing, a link with neither text nor address: they show nothing."""
    for child in node.children:
        if isinstance(child, Node):
            silent(child)
    node.children = [c for c in node.children
                     if not (isinstance(c, Node) and not c.children and not c.attributes.get('href')
                             and c.name in ('a', 'em', 'strong', 's', 'code', 'mark', 'sub', 'sup'))]


def blank_links(node):
    """Blanks alone are no text to click on."""
    for child in walk(node):
        if child.name == 'a' and all(isinstance(c, str) and not c.strip() for c in child.children):
            child.children = []


def walk(node):
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from walk(child)


def tidy(node, pre=False):
    """Joins texts, folds blanks outside `pre`, drops blanks at the edges of blocks and between them."""
    joined = []
    for child in node.children:
        if isinstance(child, str) and joined and isinstance(joined[-1], str):
            joined[-1] += child
        else:
            joined.append(child)
    node.children = joined
    inside = pre or node.name == 'pre'
    for child in node.children:
        if isinstance(child, Node):
            tidy(child, inside)
    if not inside:
        node.children = [re.sub(r'[ \t\r\n\f]+', ' ', c) if isinstance(c, str) else c for c in node.children]
        block = lambda c: isinstance(c, Node) and (c.name in BLOCKS or c.name in DIVISIONS or c.name in ('br', 'task'))
        out = []
        for i, child in enumerate(node.children):
            if isinstance(child, str):
                before = node.children[i - 1] if i else None
                after = node.children[i + 1] if i + 1 < len(node.children) else None
                if (before is None and (node.name in BLOCKS or node.name in DIVISIONS)) or block(before):
                    child = child.lstrip(' ')
                if (after is None and (node.name in BLOCKS or node.name in DIVISIONS)) or block(after):
                    child = child.rstrip(' ')
            if child != '':
                out.append(child)
        node.children = out
    elif node.name == 'pre':
        text = [c for c in node.children if isinstance(c, str)]
        if text and len(text) == len(node.children):
            node.children = [''.join(text).rstrip('\n')] if ''.join(text).rstrip('\n') else []


def loose(node):
    """A paragraph alone among inline text of an item or cell says no more than its text: tight and loose lists."""
    for child in node.children:
        if isinstance(child, Node):
            loose(child)
    out = []
    for child in node.children:
        if isinstance(child, Node) and child.name == 'p' and not child.children:
            continue
        out.append(child)
    node.children = out


def show(node, depth=0):
    if isinstance(node, str):
        return '  ' * depth + repr(node) + '\n'
    attributes = ''.join(f' {k}={v!r}' for k, v in sorted(node.attributes.items()) if v or k == 'href')
    return '  ' * depth + f'<{node.name}{attributes}>\n' + ''.join(show(c, depth + 1) for c in node.children)


def bare_code(root):
    """Code within `pre` is what `pre` is for."""
    for node in list(walk(root)):
        if node.name == 'pre':
            node.children = [c for child in node.children
                             for c in (child.children if isinstance(child, Node) and child.name == 'code' else [child])]


def finish(root):
    bare_code(root)
    inline_within(root)
    levelled_headings(root)
    blank_links(root)
    silent(root)
    tidy(root)
    said_paragraphs(root)
    dissolved(root)
    tidy(root)
    loose(root)
    tidy(root)
    return ''.join(show(c) for c in root.children)


# ---- what the dialects add, in md4c's HTML and in the book

def classes(element):
    return (element.get('class') or '').split()


def shown(element):
    return ' '.join(''.join(element.itertext()).split())


def noteref(element):
    """The number of a reference to a footnote, where `element` is one."""
    if etree.QName(element).localname != 'sup' or len(element) != 1:
        return None
    link = element[0]
    refers = link.get('role') == 'doc-noteref' or (link.get('id') or '').startswith('fnref-')
    return Node('noteref', {'number': shown(link)}) if refers else None


def is_way_back(element):
    """A footnote's link to where the text refers to it; which end it stands at is a matter of looks."""
    return 'footnote-backref' in classes(element) or 'back' in classes(element)


def is_footnote(element):
    return element.get('role') == 'doc-footnote' or (element.get('id') or '').startswith('fn-')


def callout_kind(element):
    for mark in classes(element):
        for prefix in ('admonition-', 'kind-'):
            if mark.startswith(prefix) and mark != 'admonition-title':
                return mark[len(prefix):]
    return None


def formula(element):
    """TeX, in line or displayed."""
    name = etree.QName(element).localname
    if name == 'x-equation':
        display = element.get('type') == 'display'
    elif name == 'code' and 'math' in classes(element):
        display = 'display' in classes(element)
    else:
        return None
    return Node('math', {'tex': shown(element), 'display': 'yes' if display else ''})


def addition(element, put_children):
    """The node for what no specification but md4c's has; None where `element` is nothing of the kind."""
    for node in (noteref(element), formula(element)):
        if node is not None:
            return node
    node = None
    if is_footnote(element):
        node = Node('footnote')
    elif callout_kind(element):
        node = Node('callout', {'kind': callout_kind(element)})
    elif 'admonition-title' in classes(element) or 'callout-title' in classes(element):
        # The kind's own word says no more than the kind.
        kind = callout_kind(element.getparent()) or ''
        words = shown(element)
        if words.lower().startswith(kind):
            words = words[len(kind):].lstrip(' ·')
        node = Node('title', {'words': words})
        return node
    if node is not None:
        put_children(node)
    return node


# ---- what the specification expects

#: Tags, comments, instructions, declarations and CDATA as CommonMark reads them (0.31, 6.6).
MARKUP = re.compile(r"""(?P<comment><!--(?:>|->|.*?-->)|<\?.*?\?>|<![A-Za-z][^>]*>)
    | <!\[CDATA\[(?P<data>.*?)\]\]>
    | (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*/?>)
    | (?P<other><)""", re.S | re.X)
#: What they hold is no text of the page; where nothing ends them, the note speaks about the element.
ENDED = {'script', 'style', 'title', 'xmp', 'noembed', 'noframes', 'plaintext', 'template', 'svg'}
KNOWN = set("""a abbr address article aside audio b bdi bdo big blockquote br button canvas caption center cite code col
colgroup data datalist dd del details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
header hr i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup
option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong
style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
x-wikilink x-equation x-underline math""".split())


def as_text(characters):
    return characters.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def written_out(html):
    """What a browser makes of a piece of HTML is not what its writer meant by it: `<Warning>` is no tag that HTML knows, an
    unfinished `<div` or a `<style>` without end would swallow the rest. A book shows them as the text that they are."""
    def one(m):
        if m['comment'] is not None:
            return ''
        if m['data'] is not None:
            return as_text(m['data'])
        if m['other'] is not None:
            return '&lt;'
        name = m['name'].lower()
        unknown = name not in KNOWN and '=' not in m['attributes']
        endless = name in ENDED and not m[0].startswith('</') and f'</{name}' not in html[m.end():].lower()
        return m[0].replace('<', '&lt;').replace('>', '&gt;') if unknown or endless else m[0]
    return MARKUP.sub(one, html)


#: As GFM has them (6.9): at a line's beginning, behind a blank or one of `*_~(`.
BARE_ADDRESS = re.compile(r'(?<![^\s*_~(])(?:(?:https?|ftp)://[\w-]+(?:\.[\w-]+)*[^\s<]*|www\.[\w-]+(?:\.[\w-]+)+[^\s<]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?<![-_])(?![\w-]))')


def bare_addresses(node):
    """They are links in this dialect, whatever the specification at hand says."""
    out = []
    for child in node.children:
        if isinstance(child, Node) and child.name not in ('a', 'code', 'pre', 'textarea'):
            bare_addresses(child)
        if not isinstance(child, str):
            out.append(child)
            continue
        at = 0
        for m in BARE_ADDRESS.finditer(child):
            text = re.sub(r'[?!.,:*_~]+$', '', m.group(0))
            scheme = '' if '://' in text else 'http://' if text.startswith('www.') else 'mailto:'
            link = Node('a', {'href': address(scheme + text)})
            link.children = [text]
            out += [child[at:m.start()], link]
            at = m.start() + len(text)
        out.append(child[at:])
    node.children = [c for c in out if c != '']


def from_html(html):
    """Canonical form of a fragment of HTML, parsed as HTML5 parses it."""
    tree = html5lib.parseFragment(written_out(html), treebuilder='lxml', namespaceHTMLElements=False)
    root = Node('root')

    def put(parent, element):
        if not isinstance(element.tag, str):
            return
        name = SAME.get(element.tag, element.tag)
        if name in ('script', 'style') or is_way_back(element):
            return
        added = addition(element, lambda node: inside(node, element))
        if added is not None:
            parent.children.append(added)
            return
        target = parent
        if name == 'ol' and 'footnotes' in classes(element.getparent() if element.getparent() is not None else element):
            name = 'section'
        if name not in WRAPPERS and name in KNOWN | {'s'}:
            target = Node(name)
            for key in KEPT.get(name, ()):
                value = element.get(key, element.get('data-target') if key == 'href' else None)
                if value is not None:
                    target.attributes[key] = levelled(key, value)
            if name == 'a' and not target.attributes:
                target = parent
            elif name == 'input' and element.get('type') == 'checkbox':
                target = Node('task', {'state': 'x' if element.get('checked') is not None else ' '})
                parent.children.append(target)
                return
            else:
                parent.children.append(target)
        inside(target, element)

    def inside(target, element):
        text(target, element.text)
        for child in element:
            put(target, child)
            text(target, child.tail)

    def text(parent, value):
        if value:
            parent.children.append(value)

    for part in tree:
        if isinstance(part, str):
            text(root, part)
        else:
            put(root, part)
            text(root, part.tail)
    if isinstance(root.children and root.children[-1], str):
        root.children[-1] = root.children[-1].rstrip('\n')
    bare_addresses(root)
    return finish(root)


# ---- what the book holds

XHTML = '{http://www.w3.org/1999/xhtml}'


def from_book(elements):
    """Canonical form of the elements that a note's body consists of."""
    root = Node('root')

    def text(parent, value):
        if value:
            parent.children.append(value)

    def put(parent, element):
        if not isinstance(element.tag, str):
            return
        name = SAME.get(etree.QName(element).localname, etree.QName(element).localname)
        marks = classes(element)
        if is_way_back(element):
            return
        added = addition(element, lambda node: inside(node, element))
        if added is not None:
            parent.children.append(added)
            return
        if name == 'figcaption' and 'repeated' in marks:   # the picture's own title, said again under it
            return
        if 'task-mark' in marks:
            parent.children.append(Node('task', {'state': element.get('data-state') or ' '}))
            return
        if element.get('data-src') is not None:            # a picture that is not in the archive
            parent.children.append(Node('img', {'src': levelled('src', element.get('data-src')), 'alt': element.get('data-alt') or '',
                                                'title': levelled('title', element.get('data-title') or '')}))
            return
        if element.get('role') == 'heading':               # HTML has no seventh level
            name = 'h' + element.get('aria-level')
        target = parent
        if element.get('data-href') is not None:           # a link to what is not in the archive
            target = Node('a', {'href': levelled('href', element.get('data-href')), 'title': levelled('title', element.get('title') or '')})
            parent.children.append(target)
        elif name not in WRAPPERS and not (name == 'a' and element.get('href') is None):
            target = Node(name)
            for key in KEPT.get(name, ()):
                if element.get(key) is not None:
                    target.attributes[key] = levelled(key, element.get(key))
            for side in ('left', 'right', 'center'):
                if name in ('td', 'th') and f'align-{side}' in marks:
                    target.attributes['align'] = side
            parent.children.append(target)
        if 'address' in marks:                             # a link without text shows where it leads
            return
        inside(target, element)

    def inside(target, element):
        text(target, element.text)
        for child in element:
            put(target, child)
            text(target, child.tail)

    for element in elements:
        put(root, element)
        text(root, element.tail)
    return finish(root)
