# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process gives on paper: the regulations, a manager's own words in them, and who
gives them out."""

import base64
import contextlib
import json
import os
import re
import subprocess
import unittest
import zipfile

from command_case import DONE, FAILED, MISUSED, CommandCase, process_json

# One grey point.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


class Documents(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process()

    def words(self, process="C"):
        listed = self.ask("process", "words", process)
        return {place["place"]: place["text"] for place in listed["places"] if place["text"] is not None}

    def stale(self, process="C"):
        return [place["place"] for place in self.ask("process", "words", process)["places"] if place["is_stale"]]

    def write(self, place, text, process="C"):
        return self.do("process", "words", process, place, self.file("words.md", text))

    def stage(self, position, process="C"):
        return self.ask("process", "show", process)["stages"][position]["id"]


class OwnWords(Documents):
    def test_are_written_shown_and_taken_away(self):
        listed = self.ask("process", "words", "C")
        self.assertEqual(list(listed), ["places", "without_place"])
        self.assertEqual(set(listed["places"][0]), {"place", "heading", "text", "is_stale"})
        self.assertEqual((self.words(), listed["without_place"]), ({}, []))
        self.assertTrue(all(place["heading"] for place in listed["places"] if not place["place"].startswith("title")))
        self.assertEqual(self.do("process", "words", "C", "general:after"), "")

        self.write("general:after", "Our *words*.\n\n- one\n")
        with open(self.file("input.md", "Из трубы"), encoding="utf-8") as stdin:
            result = self.run_command("process", "words", "C", "general:before", "-", stdin=stdin)
        self.assertEqual((result.returncode, result.stderr), (DONE, b""))
        self.assertEqual(self.words(), {"general:before": "Из трубы", "general:after": "Our *words*.\n\n- one\n"})
        self.assertEqual(self.do("process", "words", "C", "general:after"), "Our *words*.\n\n- one\n")
        self.assertEqual(self.do("process", "words", "C", "general:before"), "Из трубы\n")
        self.assertEqual(self.ask("process", "words", "C", "general:before")["text"], "Из трубы")
        for text in ["general:after", "Our *words*.", "Из трубы"]:
            self.assertIn(text, self.do("process", "words", "C"))

        self.do("process", "words", "C", "general:after", "--clear")
        self.assertEqual(self.words(), {"general:before": "Из трубы"})
        self.do("undo")
        self.assertEqual(self.do("process", "words", "C", "general:after"), "Our *words*.\n\n- one\n")
        self.do("redo")
        self.assertEqual(self.do("process", "words", "C", "general:after"), "")
        self.write("general:before", " \n")
        self.assertEqual(self.words(), {})

    def test_places_may_be_told_as_they_are_printed(self):
        stage = self.stage(0)
        name = self.stages[0]
        self.write(f"stage:{name}:after", "After")
        self.write("6.1:before", "Before")
        for place in ["5.3:instead", "5.4:before", "5.5:after"]:
            self.write(place, place)
            self.assertEqual(self.do("process", "words", "C", place), f"{place}\n")
            self.do("process", "words", "C", place, "--clear")
        self.write("1.1:instead", "")
        self.assertEqual(self.words(), {f"stage:{stage}:after": "After", f"stage:{stage}:before": "Before",
                                        "general.scope:instead": ""})
        self.assertIn("struck out", self.do("process", "words", "C"))
        sections = self.ask("process", "regulations", "C")["sections"]
        self.assertNotIn("general.scope", [section["id"] for section in sections])
        own = [section["text"] for section in sections if section["is_own"]]
        self.assertEqual(own, ["Before", "After"])

    def test_what_is_wrong_is_refused(self):
        words = self.file("words.md", "Words")
        for place in ["general", "general:beside", "nothing:after", "stage:Nobody:after", "6.1:instead", "99.1:after", ":after", ""]:
            self.refuse("process", "words", "C", place, words)
        self.refuse("process", "words", "C", "nothing:after")
        self.refuse("process", "words", "C", "--clear", status=MISUSED)
        self.refuse("process", "words", "C", "general:after", words, "--clear", status=MISUSED)
        self.refuse("process", "words", "C", "general:after", words, "more", status=MISUSED)
        self.refuse("process", "words", "C", "general:after", self.folder / "none.md", saying="none.md")
        self.refuse("process", "words", "C", "general:after", self.file("b", b"\xff\xfe"), saying="UTF-8")
        self.refuse("process", "words", "C", "general:after", self.file("b", b"a\0b"), saying="UTF-8")
        self.refuse("process", "words", "C", "general:after", self.file("b", b"a" * (1024 * 1024 + 1)), saying="1 MiB")
        self.refuse("process", "words", "D", saying="D")
        self.write("general:after", "a" * 1024 * 1024)
        self.assertEqual(len(self.words()["general:after"]), 1024 * 1024)

    def test_outlive_files_and_publications(self):
        first, second = self.stage(0), self.stage(1)
        self.write("general:after", "<script>alert (1)</script> & “quotes”\n")
        self.write(f"stage:{first}:after", "About the first")
        self.write(f"stage:{second}:before", "About the second")
        shown = self.ask("process", "show", "C")
        self.assertEqual(shown["own_words"][0], {"place": "general:after", "text": "<script>alert (1)</script> & “quotes”\n"})

        path = self.folder / "c.json"
        self.do("process", "export", "C", "--format", "json", "-o", path)
        self.do("process", "import", path, "--name", "Copy")
        copy = self.ask("process", "show", "Copy")
        stages = {old["id"]: new["id"] for old, new in zip(shown["stages"], copy["stages"], strict=True)}
        self.assertNotIn(first, stages.values())
        self.assertEqual(self.words("Copy"), {"general:after": "<script>alert (1)</script> & “quotes”\n",
                                              f"stage:{stages[first]}:after": "About the first",
                                              f"stage:{stages[second]}:before": "About the second"})
        self.do("process", "publish", "Copy")
        self.assertEqual(len(self.words("Copy")), 3)
        self.assertEqual(self.stale("Copy"), [])
        self.do("process", "delete", "C")
        self.do("process", "undelete", "C")
        self.assertEqual(len(self.words()), 3)

    def test_stages_may_be_known_by_other_words_in_a_file(self):
        path = self.file("p.json", process_json(
            name="P", stages=[{"id": "first", "name": "First", "kinds": ["other"]}],
            own_words=[{"place": "stage:first:after", "text": "About the first"},
                       {"place": "stage:00000000-0000-4000-8000-000000000001:after", "text": "About one that is gone"}]))
        self.do("process", "import", path)
        self.assertEqual(self.words("P"), {f"stage:{self.stage(0, 'P')}:after": "About the first"})
        without = self.ask("process", "words", "P")["without_place"]
        self.assertEqual([(word["stage"], word["text"]) for word in without],
                         [("00000000-0000-4000-8000-000000000001", "About one that is gone")])
        self.assertIn("About one that is gone", self.do("process", "words", "P"))
        self.do("process", "words", "P", without[0]["place"], "--clear")
        self.assertEqual(self.ask("process", "words", "P")["without_place"], [])
        for words in [[{"place": "general:after"}], [{"text": "x"}], [{"place": "general:beside", "text": "x"}], ["x"], {},
                      [{"place": "a:after", "text": "x"}, {"place": "a:after", "text": "y"}],
                      [{"place": "stage:nobody:after", "text": "x"}]]:
            bad = self.file("bad.json", process_json(name="Bad", stages=[], own_words=words))
            self.refuse("process", "import", bad, saying="own_words")

    def test_are_marked_where_their_stage_has_changed(self):
        eleven = [{"id": f"s{i}", "name": f"S{i}", "kinds": ["other"], "goal": "Goal", "responsible": "Rep",
                   "exit_criteria": [{"text": f"Done {i}"}]} for i in range(11)]
        words = [{"place": f"stage:s{i}:after", "text": f"About S{i}"} for i in range(11)]
        path = self.file("t.json", process_json(name="T", language="en", stages=eleven, own_words=words,
                                                roles=[{"name": "Rep", "function": "sales"}]))
        self.do("process", "import", path)
        before = self.ask("process", "show", "T")["stages"]
        self.assertEqual(self.stale("T"), [])
        self.do("process", "fix", "T")
        after = self.ask("process", "show", "T")["stages"]
        kept = {stage["id"]: stage for stage in after}
        for stage in before + after:
            del stage["client_mark"]
        changed = [stage["id"] for stage in before if kept.get(stage["id"]) not in (None, stage)]
        gone = [stage for stage in before if stage["id"] not in kept]
        self.assertTrue(gone)
        self.assertEqual(self.ask("process", "words", "T")["without_place"], [])
        joined = "\n\n".join(self.words("T").values())
        for stage in before:
            self.assertIn(f"About {stage['name']}", joined)
        self.assertEqual(self.stale("T"), [f"stage:{stage}:after" for stage in changed])

        place = self.stale("T")[0]
        self.do("process", "words", "T", place, "--looked-through")
        self.assertNotIn(place, self.stale("T"))
        self.do("undo")
        self.do("undo")
        self.assertEqual(self.words("T"), {f"stage:{stage['id']}:after": f"About {stage['name']}" for stage in before})
        self.assertEqual(self.stale("T"), [])


class Organisation(Documents):
    NOTHING = {
        "name": "", "short_name": "", "city": "", "logo": None, "code": "", "owner_post": "", "approved_by": "signature",
        "approver": "", "approver_post": "", "effective": None, "target_cycle": None, "target_discovery": None,
        "target_predictability": None,
    }

    def test_is_told_and_changed(self):
        self.assertEqual(self.ask("process", "organisation", "C"), self.NOTHING)
        logo = self.file("logo.png", PNG)
        told = self.ask("process", "organisation", "C", "--name", "ООО «Ромашка»", "--short-name", "Ромашка", "--city", "Тверь",
                        "--code", "РП-1", "--owner-post", "РОП", "--approved-by", "order", "--approver", "И. И. Иванов",
                        "--approver-post", "Директор", "--effective", "2026-12-01", "--logo", logo, "--target-cycle", "55",
                        "--target-discovery", "80%", "--target-predictability", "±10")
        self.assertEqual(told, {
            "name": "ООО «Ромашка»", "short_name": "Ромашка", "city": "Тверь", "logo": "data:image/png;base64," + base64.b64encode(PNG).decode(),
            "code": "РП-1", "owner_post": "РОП", "approved_by": "order", "approver": "И. И. Иванов", "approver_post": "Директор",
            "effective": "2026-12-01", "target_cycle": 55, "target_discovery": 80, "target_predictability": 10})
        self.assertEqual(self.ask("process", "organisation", "C"), told)
        for text in ["ООО «Ромашка»", "image/png", "55 working days", "80%"]:
            self.assertIn(text, self.do("process", "organisation", "C"))

        self.make_process("Other")
        shared = {name: told[name] for name in ("name", "short_name", "city", "logo")}
        self.assertEqual(self.ask("process", "organisation", "Other"), {**self.NOTHING, **shared})
        again = self.ask("process", "organisation", "C", "--logo", "", "--city", "", "--effective", "", "--target-cycle", "")
        self.assertEqual(again, {**told, "logo": None, "city": "", "effective": None, "target_cycle": None})
        self.do("undo")
        self.assertEqual(self.ask("process", "organisation", "C"), told)
        self.do("undo")
        self.do("undo")
        self.do("undo")
        self.assertEqual(self.ask("process", "organisation", "C"), self.NOTHING)

    def test_targets_may_have_units_and_spaces_of_any_kind(self):
        for typed, days in [("55", 55), ("55d", 55), ("55 days", 55), ("1 day", 1), ("21 рабочий день", 21), ("55\u00a0рабочих дней", 55)]:
            self.assertEqual(self.ask("process", "organisation", "C", "--target-cycle", typed)["target_cycle"], days)
        for typed, percent in [("0", 0), ("100", 100), ("80 %", 80), ("±10%", 10), ("+-10", 10), ("80\u202f%", 80), ("5 процентов", 5)]:
            self.assertEqual(self.ask("process", "organisation", "C", "--target-discovery", typed)["target_discovery"], percent)

    def test_what_is_wrong_is_refused(self):
        for words in [["--target-cycle", "0"], ["--target-cycle", "ten"], ["--target-cycle", "5 weeks"], ["--target-cycle", "-5"],
                      ["--target-cycle", "99999999999999999999"], ["--target-discovery", "101"], ["--target-discovery", "1.5"],
                      ["--target-predictability", "%"], ["--approved-by", "nobody"], ["--effective", "some day"],
                      ["--logo", self.file("l.gif", b"GIF89a")], ["--logo", self.file("d.png", PNG[:40])],
                      ["--logo", self.file("h.png", PNG[:16] + b"\0\1\0\0\0\1\0\0" + PNG[24:])], ["--logo", self.folder / "none.png"],
                      ["--logo", self.file("l.png", PNG + b"x" * 2 * 1024 * 1024)]]:
            self.refuse("process", "organisation", "C", *words)
        self.refuse("process", "organisation", "C", "more", status=MISUSED)
        self.refuse("process", "organisation", "D", saying="D")


class Regulations(Documents):
    def test_are_written_in_a_format(self):
        markdown = self.do("process", "regulations", "C")
        for stage in self.stages:
            self.assertIn(f"“{stage}”", markdown)
        self.assertEqual(self.do("process", "regulations", "C", "--format", "md"), markdown)
        document = self.ask("process", "regulations", "C")
        self.assertEqual(json.loads(self.do("process", "regulations", "C", "--format", "json")), document)
        self.assertEqual((document["language"], document["version"], document["status"]), ("en", 1, "published"))
        self.assertEqual(set(document["sections"][0]),
                         {"id", "number", "heading", "level", "stage", "is_own", "is_stale", "text"})
        self.assertEqual(self.ask("process", "regulations", "C", "--language", "ru")["language"], "ru")

    def test_have_an_author(self):
        def read_author(kind):
            return re.search('<meta name="author" content="([^"]+)"', self.do("process", kind, "C", "--format", "html"))[1]

        self.assertTrue(read_author("regulations"))
        self.assertTrue(read_author("tactics"))
        self.do("process", "organisation", "C", "--name", "Trade House")
        self.assertEqual((read_author("regulations"), read_author("tactics")), ("Trade House", "Trade House"))

    def test_go_to_a_file_whole_or_not_at_all(self):
        path = self.folder / "regulations.json"
        self.assertEqual(self.do("process", "regulations", "C", "-o", path), "")
        self.assertEqual(json.loads(path.read_text()), self.ask("process", "regulations", "C"))
        other = self.folder / "regulations.txt"
        self.do("process", "regulations", "C", "-o", other)
        self.assertEqual(other.read_text(), self.do("process", "regulations", "C"))
        self.do("process", "regulations", "C", "--format", "md", "-o", path)
        self.assertEqual(path.read_text(), other.read_text())
        self.refuse("process", "regulations", "C", "-o", self.folder / "none" / "r.md")

    def describe_parts(self, process, kind, language):
        """What the parts of the scheme say to who can't see them."""
        path = self.folder / f"scheme.{kind}"
        self.do("process", "regulations", process, "--language", language, "-o", path)
        if kind == "html":
            return re.findall("<desc>(.*?)</desc>", path.read_text(), re.DOTALL)
        part, pattern = ("content.xml", "<svg:desc>(.*?)</svg:desc>") if kind == "odt" else ("word/document.xml", 'descr="(.*?)"')
        with zipfile.ZipFile(path) as package:
            drawn = [re.findall("<desc>(.*?)</desc>", package.read(name).decode()) for name in package.namelist()
                     if name.endswith(".svg")]
            described = re.findall(pattern, package.read(part).decode())
        self.assertEqual([[text] for text in described], drawn)
        return described

    def test_a_scheme_in_parts_is_described_once(self):
        stages = [{"name": f"Stage {i}", "kinds": ["other"]} for i in range(40)]
        self.do("process", "import", self.file("n.json", process_json(stages=stages)))
        for language, whole, part in [
                ("en", "Stages in order: Stage 0; Stage 1;", "The scheme goes on: part {} of {}. All of its stages are named with the first part."),
                ("ru", "Этапы по порядку: Stage 0; Stage 1;", "Продолжение схемы: часть {} из {}. Все этапы названы у первой части.")]:
            for kind in ("html", "odt", "docx"):
                with self.subTest(language=language, kind=kind):
                    described = self.describe_parts("N", kind, language)
                    self.assertGreater(len(described), 1)
                    self.assertTrue(described[0].startswith(whole), described[0])
                    self.assertEqual(described[1:], [part.format(i + 2, len(described)) for i in range(len(described) - 1)])
        # A PDF has one figure over several pages.
        path = self.folder / "scheme.pdf"
        self.do("process", "regulations", "N", "-o", path)
        said = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True, check=True).stdout
        self.assertEqual((said.count(b"/S /Figure"), said.count(b"/Alt")), (1, 1))

    def write_all(self, **how):
        written = {}
        for document, language, kind in [("regulations", "en", "odt"), ("regulations", "en", "docx"), ("regulations", "ru", "pdf"),
                                         ("tactics", "en", "pdf"), ("tactics", "ru", "odt"), ("tactics", "en", "docx")]:
            result = self.run_command("process", document, "C", "--language", language, "--format", kind, **how)
            self.assertEqual((result.returncode, result.stderr), (DONE, b""))
            written[document, language, kind] = result.stdout
        return written

    def test_the_same_process_gives_the_same_bytes(self):
        first = self.write_all()
        again = self.write_all(environment={"LC_ALL": "ru_RU.UTF-8"})
        self.assertEqual([name for name in first if first[name] != again[name]], [])

    def test_versions(self):
        path = self.folder / "c.json"
        self.assertEqual(self.ask("process", "regulations", "C", "--version", "1")["status"], "published")
        self.assertEqual(self.ask("process", "regulations", "C", "--version", "published")["version"], 1)
        self.refuse("process", "regulations", "C", "--version", "draft")
        self.refuse("process", "regulations", "C", "--version", "7", saying="7")
        for version in ["0", "-1", "1.5", "latest", "99999999999"]:
            self.refuse("process", "regulations", "C", "--version", version, status=MISUSED)
        self.do("process", "export", "C", "-o", path)
        file = json.loads(path.read_text())
        self.do("process", "import", self.file("n.json", json.dumps({**file, "name": "N"})))
        self.assertEqual(self.ask("process", "regulations", "N")["status"], "draft")
        self.refuse("process", "regulations", "N", "--version", "published")

    def on_terminal(self, *words):
        master, terminal = os.openpty()
        try:
            result = self.run_command(*words, stdout=terminal)
            os.close(terminal)
            shown = b""
            with contextlib.suppress(OSError):
                while more := os.read(master, 65536):
                    shown += more
        finally:
            os.close(master)
        return result, shown.decode()

    def test_a_terminal_gets_no_pdf_and_no_orders(self):
        self.write("general:after", "Red\x1b[31m\nand not\n")
        self.assertEqual(self.do("process", "words", "C", "general:after"), "Red\x1b[31m\nand not\n")
        result, shown = self.on_terminal("process", "words", "C", "general:after")
        self.assertEqual((result.returncode, shown), (DONE, "Red\ufffd[31m\r\nand not\r\n"))
        result, _ = self.on_terminal("process", "regulations", "C", "--format", "pdf")
        self.assertEqual(result.returncode, FAILED)
        self.assertIn("--output", result.stderr.decode())
        path = self.folder / "r.pdf"
        self.do("process", "regulations", "C", "-o", path)
        self.assertTrue(path.read_bytes().startswith(b"%PDF-"))

    def test_misuse(self):
        self.refuse("process", "regulations", "C", "--format", "xyz", status=MISUSED, saying="md")
        self.refuse("process", "regulations", "C", "--format", "md", "--json", status=MISUSED)
        self.refuse("process", "regulations", "C", "--language", "de", status=MISUSED)
        self.refuse("process", "regulations", status=MISUSED)
        self.refuse("process", "regulations", "D", saying="D")


class Tactics(Documents):
    def test_book(self):
        shown = self.ask("process", "show", "C")
        book = self.ask("process", "tactics", "C")
        self.assertIn("C", book["title"])
        self.assertEqual([(stage["id"], stage["name"], stage["tactics"]) for stage in book["stages"]],
                         [(stage["id"], stage["name"], stage["tactics"]) for stage in shown["stages"]])
        markdown = self.do("process", "tactics", "C")
        by_kind = self.do("process", "tactics", "C", "--by-kind")
        for stage in shown["stages"]:
            for tactic in stage["tactics"]:
                self.assertIn(tactic["title"].strip("“”"), markdown)
        self.assertNotEqual(by_kind, markdown)
        self.write("book.profile:after", "Whom we look for")
        self.assertIn("Whom we look for", self.do("process", "tactics", "C"))
        path = self.folder / "book.htm"
        self.do("process", "tactics", "C", "--language", "ru", "-o", path)
        self.assertIn('lang="ru"', path.read_text())

    def test_of_a_stage_or_a_role(self):
        stage = self.ask("process", "show", "C")["stages"][1]
        for told in [stage["name"], stage["name"].upper(), stage["id"]]:
            self.assertEqual([one["id"] for one in self.ask("process", "tactics", "C", "--stage", told)["stages"]], [stage["id"]])
        role = self.ask("process", "show", "C")["roles"][0]
        for told in [role["name"], role["id"]]:
            self.assertIn(role["name"], self.do("process", "tactics", "C", "--role", told))
        self.refuse("process", "tactics", "C", "--role", "Nobody", saying="Nobody")
        self.refuse("process", "tactics", "C", "--stage", "Nowhere", saying="Nowhere")
        self.refuse("process", "tactics", "C", "--format", "xyz", status=MISUSED)


if __name__ == "__main__":
    unittest.main()
