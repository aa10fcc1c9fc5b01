"""The typesetters beside which notes-export is timed, each with A5, the same faces, hyphenation, bookmarks and contents."""
import os
import shutil
from dataclasses import dataclass

from conversion import HERE, conversion

FONTS = os.path.abspath(os.path.join(HERE, '..', '..', 'fonts'))
COMMON = ('-s', '--toc', '--toc-depth=3')


@dataclass(frozen=True)
class Rival:
    name: str
    #: pandoc's command that makes its source of notes, for (notes, folder, book), the last from `about`.
    convert: object
    #: The command that sets that source.
    typeset: tuple


def about(title, language):
    return ('-M', f'title={title}', '-M', f'lang={language}')


def xelatex():
    face = f'Path={FONTS}/,Extension=.ttf,UprightFont=*-Regular'
    options = [*COMMON]
    for variable in ('papersize=a5', 'fontsize=10pt', 'linestretch=1.167', 'geometry:top=48pt,bottom=54pt,hmargin=47.76pt',
                     'mainfont=Literata', f'mainfontoptions={face},ItalicFont=*-Italic,BoldFont=*-SemiBold,BoldItalicFont=*-SemiBoldItalic',
                     'monofont=JetBrainsMono', f'monofontoptions={face},ItalicFont=*-Italic,BoldFont=*-Bold,Scale=0.83'):
        options += ['-V', variable]
    once = 'xelatex -interaction=nonstopmode -halt-on-error xelatex.tex'
    # As often as pandoc runs it for a book with contents: to find them, to place them, to number them.
    return Rival('XeLaTeX', lambda notes, folder, book: conversion(notes, folder, 'latex', 'xelatex.tex', *options, *book),
                 ('sh', '-c', ' && '.join(['rm -f xelatex.aux xelatex.toc xelatex.out', once, once, once])))


def weasyprint():
    style = os.path.join(HERE, 'weasyprint.css')
    options = [*COMMON, '-M', 'document-css=false']
    return Rival('WeasyPrint', lambda notes, folder, book: conversion(notes, folder, 'html5', 'weasyprint.html', *options, *book),
                 ('weasyprint', '-s', style, 'weasyprint.html', 'weasyprint.pdf'))


def typst(modules):
    writer = os.path.join(HERE, 'typst.lua')
    return Rival('typst', lambda notes, folder, book: conversion(notes, folder, writer, 'typst.typ', *book),
                 ('node', os.path.join(HERE, 'typst.js'), modules, FONTS, 'typst.typ', 'typst.pdf'))


def found(modules):
    """Those that are installed; `modules` is the folder of npm that has typst's compiler."""
    if shutil.which('xelatex'):
        yield xelatex()
    if shutil.which('weasyprint'):
        yield weasyprint()
    if os.path.isdir(os.path.join(modules, 'node_modules')):
        yield typst(modules)
