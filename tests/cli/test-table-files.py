#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as they are found: whatever their dates, rows, quotation marks and letters look like, what they
say comes in, and what can't be read is told by its row."""

import contextlib
import csv
import sqlite3
import unittest
from pathlib import Path

from command_case import CommandCase

ANSWERS = ["--selling", "consultative", "--novelty", "established", "--demand", "formed", "--market", "b2b",
           "--offer", "service"]

TABLES = Path(__file__).parent / "tables"


class TableFiles(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process("P", *ANSWERS, "--language", "en")

    def table(self, *lines):
        return self.file("table.csv", "\n".join(lines) + "\n")

    def deals(self, process="P"):
        return {deal["title"]: deal for deal in self.ask("deal", "list", process)["deals"]}

    def test_dates_with_names(self):
        self.do("deal", "import", "P", TABLES / "dates-named.csv")
        self.assertEqual({deal["started"] for deal in self.deals().values()}, {"2024-04-03"})
        self.assertEqual(len(self.deals()), 5)

    def test_dates_with_names_do_not_tell_the_others(self):
        table = self.table("Deal Name,Deal Stage,Created Date", 'A,Needs discovery,"Apr 3, 2024"', "B,Needs discovery,04/05/2024")
        self.refuse("deal", "import", "P", table, saying="04/05/2024")
        self.do("deal", "import", "P", table, "--date-order", "mdy")
        self.assertEqual({title: deal["started"] for title, deal in self.deals().items()}, {"A": "2024-04-03", "B": "2024-04-05"})

    def test_short_rows(self):
        report = self.ask("deal", "import", "P", TABLES / "short-rows.csv")
        self.assertEqual((report["added"], report["n_refused"]), (2, 0))
        deals = self.deals()
        self.assertEqual(deals["A"]["value"]["minor"], 10000)
        self.assertIsNone(deals["B"]["value"])

    def test_spaces_that_nobody_sees(self):
        report = self.ask("deal", "import", "P", self.table(
            "Deal Name,Deal Stage,Created Date,Amount", "A,Needs\u00a0discovery,\u00a0,\u00a0", "B,\u2003needs  discovery\u202f,,",
            "C,\ufeffNeeds\u2009\tdiscovery\u200b,,", "D,Closed\u00a0Won,,"))
        self.assertEqual(report["refused"], [])
        self.assertEqual({title: (deal["stage"], deal["status"]) for title, deal in self.deals().items() if title != "D"},
                         {title: ("Needs discovery", "open") for title in "ABC"})
        self.assertEqual(self.deals()["D"]["status"], "won")

    def test_a_missing_quotation_mark_costs_its_row_alone(self):
        report = self.ask("deal", "import", "P", self.table(
            "Deal Name,Deal Stage,Note", 'A,Needs discovery,12" pipe', "B,Needs discovery,fine", 'C,Needs discovery,"open',
            'D,Needs discovery,"fine, too"', 'E,Needs discovery,"x" y', "F,Needs discovery,\"two\nlines\""))
        self.assertEqual(sorted(self.deals()), ["B", "D", "F"])
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(2, "Note"), (4, "Note"), (6, "Note")])
        self.assertEqual((report["read"], report["added"], report["n_refused"]), (6, 3, 3))
        self.refuse("deal", "import", "P", self.table('Deal Name,"Deal Stage', "A,Needs discovery"), saying="Line 1")

    def query(self, sql):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql).fetchall()

    def test_the_last_row_of_a_deal_counts(self):
        def counts(report):
            return {name: report[name] for name in ("read", "added", "updated", "unchanged", "repeated", "n_refused")}

        first = self.ask("deal", "import", "P", TABLES / "twice.csv", "--currency", "USD")
        self.assertEqual(counts(first), {"read": 2, "added": 1, "updated": 0, "unchanged": 0, "repeated": 1, "n_refused": 0})
        deal, = self.deals().values()
        self.assertEqual((deal["title"], deal["stage"], deal["value"]),
                         ("B", "Presentation and proposal", {"minor": 20000, "currency": "USD"}))
        self.assertEqual(self.query("SELECT count(*) FROM deal_event WHERE field = 'stage'"), [(1,)])

        before = self.dump()
        again = self.ask("deal", "import", "P", TABLES / "twice.csv", "--currency", "USD")
        self.assertEqual(counts(again), {"read": 2, "added": 0, "updated": 0, "unchanged": 1, "repeated": 1, "n_refused": 0})
        self.assertEqual(self.dump(), before)
        self.assertIn("Repeated: 1.", self.do("deal", "import", "P", TABLES / "twice.csv", "--currency", "USD"))

    def test_a_row_that_is_refused_does_not_count(self):
        """Also where the id is told, and among rows without one."""
        table = self.table("Key,Deal Name,Amount,Deal Stage", "1,A,1,Needs discovery", "2,B,2,Needs discovery", ",C,3,Needs discovery",
                           "1,A2,4,Needs discovery", ",C,3,Needs discovery", "1,A3,5,Nowhere")
        report = self.ask("deal", "import", "P", table, "--map", "external_id=Key", "--map", "title=Deal Name", "--map", "value=Amount",
                          "--map", "stage=Deal Stage")
        self.assertEqual((report["read"], report["added"], report["repeated"], report["n_refused"]), (6, 4, 1, 1))
        self.assertEqual(sorted(deal["title"] for deal in self.ask("deal", "list", "P")["deals"]), ["A2", "B", "C", "C"])

    def test_the_currency_of_the_column_is_that_of_its_empty_cells(self):
        def currencies(*cells, options=()):
            rows = [f"T{i},5,{cell},Needs discovery" for i, cell in enumerate(cells)]
            self.do("deal", "import", "P", self.table("Deal Name,Amount,Currency,Deal Stage", *rows), *options)
            came = {title: deal["value"]["currency"] for title, deal in self.deals().items()}
            self.do("undo")
            return [came[f"T{i}"] for i in range(len(cells))]

        self.assertEqual(currencies("KZT", "", "KZT"), ["KZT"] * 3)
        self.assertEqual(currencies("KZT", "", "EUR"), ["KZT", "USD", "EUR"])
        self.assertEqual(currencies("KZT", "", options=["--currency", "CHF"]), ["KZT", "CHF"])
        self.assertEqual(currencies("-99", "EUR", ""), ["EUR"] * 3)
        self.assertEqual(currencies("-99", "-99", options=["--currency", "CHF"]), ["CHF", "CHF"])

    def test_our_own_table_is_known_in_this_database_alone(self):
        self.do("deal", "add", "P", "--title", "Ours", "--value", "5", "--currency", "USD")
        self.do("deal", "import", "P", self.table("Record ID,Deal Name,Deal Stage", "7,Theirs,Needs discovery"))
        table = self.folder / "out.csv"
        self.do("deal", "export", "P", "-o", table)
        before = self.dump()
        report = self.ask("deal", "import", "P", table)
        self.assertEqual((report["read"], report["unchanged"]), (2, 2))
        self.assertEqual(self.dump(), before)

        # What was changed in the table meanwhile comes to the same deal.
        table.write_text(table.read_text().replace("Ours", "Ours still"))
        self.assertEqual(self.ask("deal", "import", "P", table)["updated"], 1)
        self.assertEqual(sorted(self.deals()), ["Ours still", "Theirs"])

        # In another database the deal of that number is another one.
        self.database = self.folder / "other.db"
        self.do("process", "new", "--name", "P", *ANSWERS, "--language", "en")
        self.do("process", "publish", "P")
        self.do("deal", "add", "P", "--title", "Somebody else’s")
        self.assertEqual(self.ask("deal", "import", "P", table)["added"], 2)
        self.assertEqual(sorted(self.deals()), ["Ours still", "Somebody else’s", "Theirs"])
        self.assertEqual(self.ask("deal", "import", "P", table)["unchanged"], 2)

    def test_a_spreadsheet_runs_nothing(self):
        titles = {"=1+1": "'=1+1", "+7 999": "'+7 999", "-5": "'-5", "@SUM(A1)": "'@SUM(A1)", "\tTab": "'\tTab",
                  "'=quoted": "''=quoted", "''-twice": "'''-twice", "'tis": "'tis", "a=b": "a=b"}
        for title in titles:
            self.do("deal", "add", "P", f"--title={title}", f"--company={title}", f"--note={title}", "--value", "5")
        table = self.folder / "out.csv"
        self.do("deal", "export", "P", "-o", table)
        rows = list(csv.DictReader(table.read_text().splitlines(keepends=True)))
        for row in rows:
            for cell in filter(None, row.values()):
                self.assertNotIn(cell[0], "=+-@\t\r")
        self.assertEqual({row["value"] for row in rows}, {"5.00"})
        self.assertEqual({row["note"] for row in rows}, set(titles.values()))
        before = self.dump()
        self.assertEqual(self.ask("deal", "import", "P", table)["unchanged"], len(titles))
        self.assertEqual(self.dump(), before)

        raw = self.folder / "raw.csv"
        self.do("deal", "export", "P", "-o", raw, "--raw")
        self.assertEqual({row["note"] for row in csv.DictReader(raw.read_text().splitlines(keepends=True))}, set(titles))
        self.assertEqual(self.ask("deal", "import", "P", raw, "--raw")["unchanged"], len(titles))
        self.assertEqual(self.dump(), before)
        self.assertEqual(self.ask("deal", "import", "P", table, "--raw")["updated"], len(titles) - 2)

    def test_encodings_are_told(self):
        russian = ("Название сделки;Этап сделки;Бюджет;Ответственный\r\nПоставка ООО Ромашка;Needs discovery;120 000,50;Пётр Ёжиков\r\n"
                   "Монтаж под ключ;Contract signing;5000;Иван Иванов\r\n")
        western = ("Deal Name,Deal Stage,Account Name\r\nMöbel für Büro,Needs discovery,Müller & Söhne\r\n"
                   "Café – “équipement” 5 €,Contract signing,Société Générale\r\n")
        ukrainian = ("title;stage;value;company\r\nПостачання обладнання;Needs discovery;120 000,50;ТОВ Ґанок\r\n"
                     "Монтаж і навчання;Contract signing;5000;Її Сад\r\n")
        start = self.database.read_bytes()
        for text, titles, encodings in [
                (russian, {"Поставка ООО Ромашка", "Монтаж под ключ"}, ["windows-1251", "KOI8-R", "UTF-8", "UTF-16LE", "UTF-16BE"]),
                (ukrainian, {"Постачання обладнання", "Монтаж і навчання"}, ["windows-1251", "KOI8-U", "UTF-8", "UTF-16LE", "UTF-16BE"]),
                (western, {"Möbel für Büro", "Café – “équipement” 5 €"}, ["windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE"])]:
            for encoding in encodings:
                for mark in ["", "\ufeff"] if encoding.startswith("UTF") else [""]:
                    with self.subTest(encoding=encoding, mark=mark):
                        self.database.write_bytes(start)
                        report = self.ask("deal", "import", "P", self.file("table.csv", (mark + text).encode(encoding)))
                        self.assertEqual(report["encoding"], encoding)
                        self.assertEqual({title for title, in self.query("SELECT title FROM deal")}, titles)

    def test_encodings_are_said(self):
        table = self.file("table.csv", "title,stage\r\nПоставка станков,Needs discovery\r\nМонтаж,Needs discovery\r\n".encode("cp866"))
        self.refuse("deal", "import", "P", table, saying="--encoding")
        self.refuse("deal", "import", "P", table, "--encoding", "klingon", status=2, saying="klingon")
        self.refuse("deal", "import", "P", table, "--encoding", "UTF-8", saying="UTF-8")
        report = self.ask("deal", "import", "P", table, "--encoding", "ibm866")
        self.assertEqual(report["encoding"], "IBM866")
        self.assertEqual(set(self.deals()), {"Поставка станков", "Монтаж"})
        self.assertIn("Encoding: IBM866", self.do("deal", "import", "P", table, "--encoding", "cp866", "--dry-run"))

        # What is told where a detector would have an answer for anything.
        polish = self.file("polish.csv", "title,stage\nŁódź Gdańsk,Needs discovery\n".encode("cp1250"))
        self.refuse("deal", "import", "P", polish, saying="--encoding")
        self.do("deal", "import", "P", polish, "--encoding", "windows-1250")
        self.assertIn("Łódź Gdańsk", self.deals())

    def test_every_import_is_taken_back(self):
        """As each of the tables came: what it leaves behind is gone with Undo."""
        self.do("deal", "add", "P", "--title", "Old", "--value", "5", "--currency", "USD")
        options = {"money-signs.csv": ["--currency", "USD"], "twice.csv": ["--currency", "USD"]}
        for table in sorted(TABLES.glob("*.csv")):
            if table.name == "id-only.csv":
                self.refuse("deal", "import", "P", table, saying="empresa")
                continue
            with self.subTest(table=table.name):
                rows = self.query("SELECT * FROM deal WHERE deleted_by IS NULL"), self.query("SELECT * FROM stage_total WHERE n_deals > 0")
                self.assertGreater(self.ask("deal", "import", "P", table, *options.get(table.name, []))["added"], 0)
                self.do("undo")
                self.assertEqual((self.query("SELECT * FROM deal WHERE deleted_by IS NULL"),
                                  self.query("SELECT * FROM stage_total WHERE n_deals > 0")), rows)

    def test_what_each_table_says(self):
        start = self.database.read_bytes()
        for name, deals, refused in [
                ("money-three-decimals.csv", {"A": (950000, "KWD"), "B": (17950000, "USD")}, [(4, "Amount")]),
                ("money-column.csv", {"A": (10050, "USD"), "B": (81545, "USD")}, [(4, "Amount")]),
                ("money-signs.csv", {"A": (150000, "USD"), "B": None, "C": (120000, "CHF")}, [(5, "Amount"), (6, "Amount"), (7, "Amount")]),
                ("stage-header.csv", {"Doors": (70000, "USD"), "Gates": (90000, "USD")}, [(2, "Sales Stage")])]:
            with self.subTest(table=name):
                report = self.ask("deal", "import", "P", TABLES / name, *(["--currency", "USD"] if name == "money-signs.csv" else []))
                came = {title: deal["value"] and (deal["value"]["minor"], deal["value"]["currency"]) for title, deal in self.deals().items()}
                self.assertEqual(came, deals)
                self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], refused)
                self.database.write_bytes(start)

        report = self.ask("deal", "import", "P", TABLES / "days-missing.csv")
        self.assertEqual([row["line"] for row in report["refused"]], [4])
        self.assertEqual({title: (deal["started"], deal["closed"]) for title, deal in self.deals().items()},
                         {"Racks": ("2026-01-10", None), "Roof": (None, "2026-06-01")})
        self.assertEqual(report["without_day"], {"started": 1, "closed": 1})


if __name__ == "__main__":
    unittest.main()
