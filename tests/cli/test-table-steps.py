#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be done next, and whom a deal is about, as tables tell it: once, whatever else
was done meanwhile."""

import contextlib
import random
import sqlite3
import unittest

from command_case import CommandCase

HEADERS = "id,title,stage,next_step,next_step_due,next_step_time,contacts"
ANSWERS = ["--selling", "consultative", "--novelty", "established", "--demand", "formed", "--market", "b2b",
           "--offer", "service"]
PARTS = ["a", "Ж", "\"", "\"\"", ",", ";", "\n", "\r\n", "\t", "  ", "\u00a0", "=1+1", "+7", "-5", "@", "'", "שלום",
         "\u202e", "😀", "tel:", "mailto:", "decides", "\\"]


class Steps(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process("P", *ANSWERS, "--language", "en")

    def bring(self, *rows, headers=HEADERS, options=()):
        path = self.file("table.csv", "\n".join([headers, *rows]) + "\n")
        return self.ask("deal", "import", "P", path, *options)

    def deal(self, number=1):
        return self.ask("deal", "show", number)

    def steps(self, number=1):
        """What is planned, and what was done."""
        steps = self.deal(number)["activities"]
        return [(step["title"], step["due"], step["due_time"]) for step in steps if step["done_at"] is None], \
               [step["title"] for step in steps if step["done_at"] is not None]

    def contacts(self, number=1):
        return [(contact["name"], contact["part"], contact["phone"], contact["email"]) for contact in self.deal(number)["contacts"]]

    def dump_rows(self):
        """All rows that are there and that a deal has something to do with."""
        wanted = [f"SELECT * FROM {table} WHERE deleted_by IS NULL ORDER BY id"
                  for table in ("deal", "activity", "contact", "person", "company")]
        wanted.append("SELECT id, deal_id, field, old, new, note FROM deal_event WHERE voided_by IS NULL ORDER BY id")
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return [connection.execute(sql).fetchall() for sql in wanted]

    def test_a_step_is_planned_once(self):
        row = "1,Doors,Needs discovery,Call,2026-12-24,11:00,"
        start = self.dump_rows()
        self.assertEqual(self.bring(row)["added"], 1)
        self.assertEqual(self.steps(), ([("Call", "2026-12-24", "11:00")], []))
        history = self.deal()["history"]
        self.assertEqual([(entry["field"], entry["new"]) for entry in history if entry["field"] == "activity"], [("activity", "Call")])
        self.assertEqual(self.bring(row)["unchanged"], 1)
        self.assertEqual(self.deal()["history"], history)
        there = self.dump_rows()
        self.do("undo")
        self.assertEqual(self.dump_rows(), start)
        self.do("redo")
        self.assertEqual(self.dump_rows(), there)

    def test_another_step_takes_its_place(self):
        self.bring("1,Doors,Needs discovery,Call,2026-12-24,11:00,")
        before = self.dump_rows()
        self.assertEqual(self.bring("1,Doors,Needs discovery,Visit,2026-12-28,,")["updated"], 1)
        self.assertEqual(self.steps(), ([("Visit", "2026-12-28", "11:00")], []))
        self.assertEqual(self.bring("1,Doors,Needs discovery,Visit,2026-12-28,,")["unchanged"], 1)
        self.do("undo")
        self.assertEqual(self.dump_rows(), before)

    def test_what_is_empty_stays(self):
        self.bring("1,Doors,Needs discovery,Call,2026-12-24,11:00,\"Ann, decides, +44 1; Bob\"")
        self.assertEqual(self.bring("1,Doors,Needs discovery,,,,")["unchanged"], 1)
        self.assertEqual(self.bring("1,Doors,Needs discovery,,,12:30,Ann; Bob")["updated"], 1)
        self.assertEqual(self.steps(), ([("Call", "2026-12-24", "12:30")], []))
        self.assertEqual(self.contacts(), [("Ann", "decides", "+44 1", None), ("Bob", None, None, None)])

    def test_what_was_done_since_is_not_planned_again(self):
        row = "1,Doors,Needs discovery,Call,2026-12-24,,"
        self.bring(row)
        self.do("deal", "edit", 1, "--done", "--next-step", "Send the offer", "--due", "2026-12-30")
        self.assertEqual(self.bring(row)["unchanged"], 1)
        self.assertEqual(self.steps(), ([("Send the offer", "2026-12-30", None)], ["Call"]))

    def test_a_day_needs_a_step_and_a_time_a_day(self):
        rows = ["1,A,Needs discovery,,2026-12-24,,", "2,B,Needs discovery,Call,,11:00,", "3,C,Needs discovery,Call,soon,,",
                "4,D,Needs discovery,Call,2026-12-24,25:00,", "5,E,Needs discovery,Call,2026-12-24,3:30 pm,",
                "6,F,Needs discovery,Call,2026-12-24 14:00,,", "7,G,Needs discovery,Call,2026-12-24 00:00:00,,",
                "8,H,Needs discovery,,,,\"Ann, boss\""]
        report = self.bring(*rows)
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]],
                         [(2, "next_step_due"), (3, "next_step_time"), (4, "next_step_due"), (5, "next_step_time"), (9, "contacts")])
        for row, words in zip(report["refused"], ["next step", "without a day", "not a date", "not a time", "boss"], strict=True):
            self.assertIn(words, row["reason"])
        self.assertEqual([self.steps(number)[0][0][2] for number in (1, 2, 3)], ["15:30", "14:00", None])
        refused = self.bring("5,E,Needs discovery,,,10:00,", "6,F,Needs discovery,,,10:00,")
        self.assertEqual((refused["updated"], refused["n_refused"]), (2, 0))

    def test_a_deal_that_is_closed_has_nothing_to_do(self):
        self.bring("1,A,Closed Lost,Call,2026-12-24,,", "2,B,Needs discovery,Call,2026-12-24,,")
        self.assertEqual((self.steps(1), self.steps(2)), (([], []), ([("Call", "2026-12-24", None)], [])))
        self.assertEqual(self.bring("1,A,Closed Lost,Call,2026-12-24,,")["unchanged"], 1)
        before = self.dump_rows()
        self.bring("2,B,Closed Lost,Call,2026-12-24,,")
        self.assertEqual(self.steps(2), ([], []))
        self.do("undo")
        self.assertEqual(self.dump_rows(), before)

    def test_contacts_are_the_deals(self):
        cell = '"Ann Lee, decides, +44 20, ann@example.com; ""Ray, Bob"", pays; Cy"'
        self.bring(f"1,Doors,Needs discovery,,,,{cell}")
        everybody = [("Ann Lee", "decides", "+44 20", "ann@example.com"), ("Ray, Bob", "pays", None, None), ("Cy", None, None, None)]
        self.assertEqual((self.contacts(), self.deal()["person"]), (everybody, "Ann Lee"))
        self.assertEqual(self.bring(f"1,Doors,Needs discovery,,,,{cell}")["unchanged"], 1)
        before = self.dump_rows()
        self.assertEqual(self.bring('1,Doors,Needs discovery,,,,"Ann Lee; Cy, uses, +7"')["updated"], 1)
        self.assertEqual(self.contacts(), [everybody[0], ("Cy", "uses", "+7", None)])
        self.do("undo")
        self.assertEqual(self.dump_rows(), before)

    def test_the_person_is_the_first_contact(self):
        self.bring('1,Doors,Needs discovery,Cy,+1,"Ann, pays; Cy, decides"', headers="id,title,stage,person,phone,contacts")
        self.assertEqual(self.contacts(), [("Cy", "decides", "+1", None), ("Ann", "pays", None, None)])

    def test_a_contact_is_told_on_the_command_line_as_in_tables(self):
        self.do("deal", "add", "P", "--title", "Doors", "--contact", '"Lee, Ann", decides, tel:ask Bob; Bob, +44 1')
        self.assertEqual(self.contacts(), [("Lee, Ann", "decides", "ask Bob", None), ("Bob", None, "+44 1", None)])

    def test_next_steps_of_other_programs(self):
        report = self.bring("1,Doors,Needs discovery,Send the offer", headers="Id,Name,StageName,NextStep")
        self.assertEqual([column["field"] for column in report["columns"]], ["external_id", "title", "stage", "next_step"])
        self.assertEqual(self.steps(), ([("Send the offer", None, None)], []))

    def test_any_steps_and_contacts_come_in_equal(self):
        seed = random.randrange(1 << 30)
        draw = random.Random(seed)

        def text(end):
            """Without spaces around it, which a table's cells do not have."""
            return ("".join(draw.choices(PARTS, k=draw.randrange(4))) + f"k{end}" + draw.choice(["", ".", *PARTS])).strip()

        for i in range(12):
            contacts = []
            for j in range(draw.randrange(4)):
                name = text(f"{i}-{j}").replace('"', '""')
                contacts += ["--contact", ", ".join([f'"{name}"', *draw.sample(["decides", f"+7 {i}{j}", f"{i}@{j}.org"], draw.randrange(4))])]
            step = ["--next-step", text(i)]
            due = draw.choice([[], ["--due", "2027-01-02"], ["--due", "2027-01-02 11:30"]])
            self.do("deal", "add", "P", "--title", f"Deal {i}", *contacts, *step, *due)
        first, second = self.folder / "1.csv", self.folder / "2.csv"
        for options in ([], ["--raw"]):
            self.do("deal", "export", "P", "-o", first, *options)
            self.assertEqual(self.ask("deal", "import", "P", first, *options)["unchanged"], 12, seed)
            others = self.database
            self.database = self.folder / f"other{len(options)}.db"
            self.make_process("P", *ANSWERS, "--language", "en")
            self.assertEqual(self.ask("deal", "import", "P", first, *options)["added"], 12, seed)
            self.do("deal", "export", "P", "-o", second, *options)
            self.assertEqual(sorted(first.read_text().split("\n")), sorted(second.read_text().split("\n")), seed)
            self.database = others


if __name__ == "__main__":
    unittest.main()
