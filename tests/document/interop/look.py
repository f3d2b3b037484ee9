# SPDX-License-Identifier: GPL-3.0-or-later
"""look.py FOLDER [--keep]: opens documents with LibreOffice and python-docx."""

import re
import subprocess
import sys
import time
from pathlib import Path

import docx

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import office  # noqa: E402

FOLDER = Path(sys.argv[1])
DOCUMENTS = ("sample", "regulations-ru", "regulations-en")
# Of a page in points, between its head and its foot.
BODY = ["-r", "72", "-x", "0", "-y", "52", "-W", "596", "-H", "742"]


def check(name, fault):
    """One thing that has to hold: there is no fault."""
    print(f"FAIL  {name}: {fault}" if fault else f"ok    {name}", flush=True)


def show(path, folder):
    """The text of the pages that LibreOffice makes of a document, without head and foot."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pdf = folder / (path.stem + ".pdf")
    text = subprocess.run(["pdftotext", "-raw", *BODY, pdf, "-"], check=True, capture_output=True, text=True).stdout
    # The contents' page numbers, which Markdown has none of.
    return re.sub(r"\.{3,} ?\d*$", "", text, flags=re.M)


def split_markdown(markdown):
    """What stands before the scheme, and behind it from its caption on; without what is on
    each page's head, and what is said instead of the scheme."""
    markdown = re.sub(r"^\*\*\S+\*\*\n", "", markdown)
    found = re.search(r"\n\n([^\n]+)\n\n> [^\n]*\n(?=\n)", markdown)
    return markdown[:found.start()], found.group(1) + "\n" + markdown[found.end():]


def join_pages(text, markdown):
    """All letters and digits that are shown, without the header rows that are repeated at
    the top of a page."""
    wanted = "".join(office.markdown_words(markdown))
    lines = markdown.split("\n")
    headers = {"".join(office.markdown_words(lines[place - 1])) for place, line in enumerate(lines)
               if re.fullmatch(r"\|( --- \|)+", line)} - {""}
    shown = ""
    for page in text.split("\f"):
        page = "".join(office.words(page))
        for header in sorted(headers, key=len, reverse=True):
            if page.startswith(header) and shown[-30:] + page[:len(header)] not in wanted:
                page = page[len(header):]
                break
        shown += page
    return shown


def first_difference(wanted, got):
    for place, (one, other) in enumerate(zip(wanted, got)):
        if one != other:
            return f"…{wanted[max(place - 30, 0):place + 30]}… is …{got[max(place - 30, 0):place + 30]}…"
    return f"{len(wanted)} letters are {len(got)}" if len(wanted) != len(got) else None


def compare_words(document, kind, text):
    markdown = (FOLDER / f"{document}.md").read_text(encoding="utf-8")
    before, behind = split_markdown(markdown)
    before, behind = "".join(office.markdown_words(before)), "".join(office.markdown_words(behind))
    shown = join_pages(text, markdown)
    if document == "sample":
        # Arabic is shown in its own direction.
        scheme = office.letters(shown[len(before):shown.find("Схемапроцесса", len(before))])
        wanted, got = office.letters(before + behind), office.letters(shown)
        got = {letter: n - scheme.get(letter, 0) for letter, n in got.items()}
        return [letter for letter in {*wanted, *got} if wanted.get(letter, 0) != got.get(letter, 0)]
    caption = shown.find(behind[:25], len(before))
    return first_difference(before, shown[:len(before)]) or first_difference(behind, shown[caption:])


def body_of_sample(text):
    """The words of the sample without those in the scheme."""
    start = text.index("2. Схема", text.index("2. Схема") + 1) + len("2. Схема")
    return text[:start] + "\n" + text[text.index("Схема процесса", start):]


def look_with_docx(document):
    opened = docx.Document(FOLDER / f"{document}.docx")
    headings = [(int(paragraph.style.name[-1]), paragraph.text) for paragraph in opened.paragraphs
                if paragraph.style.name.startswith("Heading")]
    check(f"{document}.docx: headings", None if headings == office.docx_headings(FOLDER / f"{document}.docx")
          and len(headings) > 4 else f"{headings}")
    xml = opened.element.xml
    check(f"{document}.docx: contents field", None if re.search(r"<w:instrText[^>]*> TOC ", xml) else "none")
    headed = [table for table in opened.tables if table.rows and "w:tblHeader" in table.rows[0]._tr.xml]
    check(f"{document}.docx: repeated header rows", None if len(headed) > 2 else f"{len(headed)}")
    return opened


def main():
    keeps = "--keep" in sys.argv
    (FOLDER / "shown").mkdir()
    for document in DOCUMENTS:
        for kind in ("odt", "docx"):
            text = show(FOLDER / f"{document}.{kind}", FOLDER / "shown")
            check(f"{document}.{kind}: LibreOffice shows the words of the Markdown",
                  compare_words(document, kind, text))
            if keeps and document == "sample" and kind == "odt":
                kept = office.words(body_of_sample(text))
                (HERE / "sample.words").write_text("\n".join(kept) + "\n", encoding="utf-8")
        opened = look_with_docx(document)
        if keeps and document == "sample":
            kept = office.docx_styles(FOLDER / "sample.docx")
            (HERE / "sample.styles").write_text("\n".join(kept) + "\n", encoding="utf-8")
        check(f"{document}.docx: title", None if opened.core_properties.title else "none")
    started = time.monotonic()
    show(FOLDER / "stages" / "sample.odt", FOLDER / "shown")
    theirs, ours = time.monotonic() - started, float((FOLDER / "stages" / "seconds").read_text())
    check(f"200 stages as PDF in {ours:.2f} s, LibreOffice takes {theirs:.2f} s", None if ours < theirs else "slower")


main()
