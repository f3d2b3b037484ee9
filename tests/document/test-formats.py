# SPDX-License-Identifier: GPL-3.0-or-later
"""What the files of documents are made of: packages, XML, HTML, and the same twice."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

import office

WRITE_SAMPLE = os.environ["WRITE_SAMPLE"]
SAID = Path(__file__).resolve().parent / "interop"


def write(folder, stages="0", kinds=("md", "html", "json", "odt", "docx")):
    subprocess.run([WRITE_SAMPLE, folder, stages, *kinds], check=True, stdout=subprocess.DEVNULL)
    return Path(folder)


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folders = [tempfile.mkdtemp(prefix="test-formats-") for _ in range(2)]
        cls.first, cls.second = [write(folder) for folder in cls.folders]

    @classmethod
    def tearDownClass(cls):
        for folder in cls.folders:
            shutil.rmtree(folder)

    def test_same_document_gives_same_bytes(self):
        for kind in ("md", "html", "json", "odt", "docx"):
            self.assertEqual((self.first / f"sample.{kind}").read_bytes(),
                             (self.second / f"sample.{kind}").read_bytes(), kind)

    def test_odt_begins_as_strict_readers_want_it(self):
        data = (self.first / "sample.odt").read_bytes()
        self.assertEqual(data[30:38], b"mimetype")
        self.assertEqual(data[38:77], b"application/vnd.oasis.opendocument.text")
        with zipfile.ZipFile(self.first / "sample.odt") as package:
            entry = package.infolist()[0]
            self.assertEqual((entry.filename, entry.compress_type, entry.flag_bits & 8), ("mimetype", 0, 0))
            self.assertIsNone(package.testzip())

    def test_every_part_is_xml_and_declared(self):
        odt = office.parts(self.first / "sample.odt")
        office.parts(self.first / "sample.docx")
        listed = {entry.get("{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path")
                  for entry in odt["META-INF/manifest.xml"]}
        with zipfile.ZipFile(self.first / "sample.odt") as package:
            self.assertEqual(listed, {"/", *package.namelist()} - {"mimetype", "META-INF/manifest.xml"})

    def test_headings_are_headings_in_both(self):
        headings = office.odt_headings(self.first / "sample.odt")
        self.assertEqual(headings, office.docx_headings(self.first / "sample.docx"))
        self.assertEqual(headings, [(1, "1. Общие положения"), (1, "2. Схема"), (1, "3. Этапы"),
                                    (2, "3.1. Этап «Тестовый период»"), (3, "Свой заголовок"),
                                    (1, "Приложение А. Вопросы")])

    def test_words_are_those_that_libreoffice_showed(self):
        said = (SAID / "sample.words").read_text(encoding="utf-8").split()
        odt = office.parts(self.first / "sample.odt")["content.xml"]
        docx = office.parts(self.first / "sample.docx")["word/document.xml"]
        self.assertEqual(office.letters(office.body_words(office.odt_lines(odt))), office.letters(said))
        self.assertEqual(office.letters(office.body_words(office.docx_lines(docx))), office.letters(said))

    def test_styles_are_those_that_python_docx_found(self):
        said = (SAID / "sample.styles").read_text(encoding="utf-8").split("\n")
        self.assertEqual(office.docx_styles(self.first / "sample.docx"), said[:-1])

    def test_headers_of_tables_are_repeated(self):
        odt = office.parts(self.first / "sample.odt")["content.xml"]
        docx = office.parts(self.first / "sample.docx")["word/document.xml"]
        self.assertEqual(len(list(odt.iter(office.name("table:table-header-rows")))), 3)
        self.assertEqual(len(list(docx.iter(office.name("w:tblHeader")))), 3)

    def test_links_lead_to_places_that_are_there(self):
        odt = office.parts(self.first / "sample.odt")["content.xml"]
        places = {mark.get(office.name("text:name")) for mark in odt.iter(office.name("text:bookmark"))}
        links = [link.get(office.name("xlink:href")) for link in odt.iter(office.name("text:a"))]
        self.assertIn("https://example.com/?a=1&b=2", links)
        self.assertEqual({link[1:] for link in links if link.startswith("#")} - places, set())
        docx = office.parts(self.first / "sample.docx")["word/document.xml"]
        places = {mark.get(office.name("w:name")) for mark in docx.iter(office.name("w:bookmarkStart"))}
        anchors = {link.get(office.name("w:anchor")) for link in docx.iter(office.name("w:hyperlink"))} - {None}
        self.assertTrue(anchors)
        self.assertEqual(anchors - places, set())

    def test_scheme_is_svg_with_png(self):
        for kind, folder in (("odt", "Pictures"), ("docx", "word/media")):
            with zipfile.ZipFile(self.first / f"sample.{kind}") as package:
                names = package.namelist()
                self.assertTrue(any(re.fullmatch(folder + r"/picture\d+\.svg", name) for name in names), names)
                for name in names:
                    if name.endswith(".svg"):
                        self.assertIn("<desc>Этапы по порядку &amp; пути назад</desc>", package.read(name).decode())
                        self.assertEqual(package.read(name.replace(".svg", ".png"))[:4], b"\x89PNG")

    def test_contents_are_a_field(self):
        odt = office.parts(self.first / "sample.odt")["content.xml"]
        docx = office.parts(self.first / "sample.docx")["word/document.xml"]
        self.assertEqual(len(list(odt.iter(office.name("text:table-of-content")))), 1)
        fields = [field.text for field in docx.iter(office.name("w:instrText"))]
        self.assertIn(r' TOC \o "1-2" \h \z \u ', fields)
        self.assertEqual(len([field for field in fields if "PAGEREF" in field]), 5)

    def test_words_are_those_of_markdown(self):
        markdown = office.markdown_words((self.first / "sample.md").read_text(encoding="utf-8"))
        html = (self.first / "sample.html").read_text(encoding="utf-8")
        for word in set(markdown) - {"Этапы", "порядку"}:
            self.assertIn(word, html)

    def test_html_is_sound_and_asks_the_net_for_nothing(self):
        html = (self.first / "sample.html").read_text(encoding="utf-8")
        self.assertIn('<html lang="ru">', html)
        self.assertEqual(re.findall(r"http[^\s\"<]*", html), ["https://example.com/?a=1&amp;b=2"])
        self.assertIn("<desc>Этапы по порядку &amp; пути назад</desc>", html)
        self.assertIn('<th scope="col">', html)
        self.assertNotIn("<script", html)
        self.assertIn("prefers-color-scheme: dark", html)
        self.assertNotIn('href="#no-such-section"', html)
        if shutil.which("tidy"):
            told = subprocess.run(["tidy", "-e", "-q", self.first / "sample.html"], capture_output=True, text=True)
            self.assertEqual([line for line in told.stderr.splitlines() if "Error" in line], [])

    def test_nothing_that_xml_can_not_hold(self):
        for kind, part in (("odt", "content.xml"), ("docx", "word/document.xml")):
            with zipfile.ZipFile(self.first / f"sample.{kind}") as package:
                self.assertNotRegex(package.read(part).decode(), "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

    def test_two_hundred_stages_are_linear(self):
        sizes = {}
        for stages in ("20", "200"):
            with tempfile.TemporaryDirectory() as folder:
                write(folder, stages, ("md", "html", "json"))
                for path in Path(folder).iterdir():
                    sizes[stages, path.suffix] = path.stat().st_size
        for kind in (".md", ".html", ".json"):
            self.assertLess(sizes["200", kind], 11 * sizes["20", kind])


if __name__ == "__main__":
    unittest.main()
