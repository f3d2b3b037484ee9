# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads ODT and DOCX as the zipped XML that they are, for tests that look into them."""

import re
import xml.etree.ElementTree as tree
import zipfile

OFFICE = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def name(short):
    """The whole name of `text:p`."""
    prefix, local = short.split(":")
    return f"{{{OFFICE[prefix]}}}{local}"


def parts(path):
    """Each XML part of a package by its name; what is none fails here."""
    with zipfile.ZipFile(path) as package:
        return {entry: tree.fromstring(package.read(entry)) for entry in package.namelist()
                if entry.endswith((".xml", ".rels", ".svg"))}


def odt_text(element):
    """What an element of OpenDocument says."""
    said = element.text or ""
    for child in element:
        if child.tag in (name("text:s"), name("text:tab"), name("text:line-break")):
            said += " "
        elif child.tag not in (name("draw:frame"), name("text:bookmark-ref")):
            said += odt_text(child)
        said += child.tail or ""
    return said


def docx_text(element):
    """What a paragraph of WordprocessingML says."""
    said = ""
    for child in element.iter():
        if child.tag == name("w:t"):
            said += child.text or ""
        elif child.tag in (name("w:br"), name("w:tab")):
            said += " "
    return said


def odt_headings(path):
    """(level, text) of each heading, in order."""
    return [(int(heading.get(name("text:outline-level"))), odt_text(heading))
            for heading in parts(path)["content.xml"].iter(name("text:h"))]


def docx_headings(path):
    """(level, text) of each paragraph that has the style of a heading, in order."""
    package = parts(path)
    levels = {}
    for style in package["word/styles.xml"].iter(name("w:style")):
        found = re.fullmatch(r"heading (\d)", style.find(name("w:name")).get(name("w:val")))
        if found:
            levels[style.get(name("w:styleId"))] = int(found.group(1))
    headings = []
    for paragraph in package["word/document.xml"].iter(name("w:p")):
        style = paragraph.find(f"{name('w:pPr')}/{name('w:pStyle')}")
        if style is not None and style.get(name("w:val")) in levels:
            headings.append((levels[style.get(name("w:val"))], docx_text(paragraph)))
    return headings


def odt_lines(content):
    """What each paragraph and heading of content.xml says, but for empty ones."""
    kinds = (name("text:p"), name("text:h"))
    return [line for line in (odt_text(found) for found in content.iter() if found.tag in kinds) if line]


def docx_lines(document):
    """What each paragraph of word/document.xml says, but for empty ones."""
    return [line for line in (docx_text(found) for found in document.iter(name("w:p"))) if line]


def docx_styles(path):
    """The names of the styles that paragraphs have, with how many have each."""
    package = parts(path)
    names = {style.get(name("w:styleId")): style.find(name("w:name")).get(name("w:val"))
             for style in package["word/styles.xml"].iter(name("w:style"))}
    found = [names[style.get(name("w:val"))] for style in package["word/document.xml"].iter(name("w:pStyle"))]
    return [f"{style.lower()}: {found.count(style)}" for style in sorted(set(found), key=str.lower)]


def body_words(lines):
    """The words of lines, each line's by themselves."""
    return [word for line in lines for word in words(line)]


def letters(found):
    """How often each letter is in words, whatever order they are shown in. Numbers, of
    pages and of lists, are left out."""
    counted = {}
    for letter in "".join(found):
        if letter.isalpha():
            counted[letter] = counted.get(letter, 0) + 1
    return counted


def words(text):
    """The words of a text, whatever stands between them, and however lines were broken."""
    return re.findall(r"[^\W_]+", text.replace("\u00ad", ""))


def markdown_words(markdown):
    """The words that a person reads in Markdown of ours: not the marks, nor addresses."""
    lines = []
    in_code = False
    for line in markdown.split("\n"):
        if re.fullmatch(r"[ >]*`{3,}", line):
            in_code = not in_code
            continue
        if in_code or re.fullmatch(r"\|( --- \|)+", line):
            lines.append("" if not in_code else line)
            continue
        # What is code holds what it holds; what is escaped stands for itself.
        pieces = re.split(r"(`+)(.+?)\1(?!`)", line)
        line = ""
        for position, piece in enumerate(pieces):
            if position % 3 == 0:
                piece = re.sub(r"(?<!\\)\]\((?:<(?:\\.|[^>\\])*>|[^)<]*)\)", " ", piece)
                piece = re.sub(r"&#(\d+);", lambda found: chr(int(found.group(1))), piece)
                piece = re.sub(r"(?<![\w\\])_(?=[\w*«\[`(\"])|(?<=[\w*»\])`.\"])_(?!\w)", " ", piece)
                piece = piece.replace("**", "")
            line += "" if position % 3 == 1 else piece
        lines.append(re.sub(r"\\(.)", r"\1", line))
    return words("\n".join(lines))
