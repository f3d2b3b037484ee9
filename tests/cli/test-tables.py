#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as other programs write them: what they say comes in, and nothing else."""

import contextlib
import csv
import sqlite3
import unittest

from command_case import CommandCase, answers

ANSWERS = ["--selling", "consultative", "--novelty", "established", "--demand", "formed", "--market", "b2b",
           "--offer", "service"]


class Tables(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process("P", *ANSWERS, "--language", "en")

    def table(self, *lines):
        path = self.folder / "table.csv"
        path.write_text("\n".join(lines) + "\n")
        return path

    def import_amounts(self, currency, *amounts, options=()):
        """What amounts of a column came to: minor units and currency, None where there is none, or what
        they were refused for."""
        lines = [f'{i},T{i},"{amount}",Needs discovery' for i, amount in enumerate(amounts)]
        report = self.ask("deal", "import", "P", self.table("id,Deal Name,Amount,Deal Stage", *lines),
                          "--currency", currency, *options)
        came = {row["line"] - 2: row["reason"] for row in report["refused"]}
        for deal in self.ask("deal", "list", "P")["deals"]:
            value = deal["value"]
            came[int(deal["title"][1:])] = value and (value["minor"], value["currency"])
        return [came[i] for i in range(len(amounts))]

    def test_three_decimals(self):
        report = self.ask("deal", "import", "P", self.table(
            "Deal Name,Amount,Currency,Deal Stage", "A,950.000,KWD,Needs discovery", "B,179500.000,USD,Needs discovery",
            "C,1234.567,USD,Needs discovery"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(4, "Amount")])
        self.assertIn("decimals", report["refused"][0]["reason"])
        values = {deal["title"]: deal["value"] for deal in self.ask("deal", "list", "P")["deals"]}
        self.assertEqual(values, {"A": {"minor": 950000, "currency": "KWD"}, "B": {"minor": 17950000, "currency": "USD"}})

    def test_a_column_is_judged_as_a_whole(self):
        self.assertEqual(self.import_amounts("USD", "100.50", "815.45", "2.125")[:2], [(10050, "USD"), (81545, "USD")])
        self.assertEqual(self.import_amounts("USD", "100,50", "2.125"), [(10050, "USD"), (212500, "USD")])

    def test_signs(self):
        came = self.import_amounts("USD", "$+1500", "-", "CHF 1'200.-", "(123.45)", "12.50-", "-110.7 €")
        self.assertEqual(came[:3], [(150000, "USD"), None, (120000, "CHF")])
        for reason in came[3:]:
            self.assertIn("negative", reason)

    def test_sales_stage_is_a_stage(self):
        report = self.ask("deal", "import", "P", self.table(
            "Opportunity Name,Sales Stage,Colour", "Doors,Closed Won,red", "Gates,Closed Lost,red", "Racks,Prospecting,red"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(4, "Sales Stage")])
        self.assertIn("Prospecting", report["refused"][0]["reason"])
        self.assertEqual(report["columns"], [
            {"header": "Opportunity Name", "field": "title"}, {"header": "Sales Stage", "field": "stage"},
            {"header": "Colour", "field": None}])
        status = {deal["title"]: deal["status"] for deal in self.ask("deal", "list", "P")["deals"]}
        self.assertEqual(status, {"Doors": "won", "Gates": "lost"})

    def test_what_came_in_is_told_by_status_and_currency(self):
        table = self.table("id,title,status,value,currency", "1,One,open,10,USD", "2,Two,won,5.50,USD", "3,Three,won,7,EUR",
                           "4,Four,won,2,USD", "5,Five,lost,,")
        report = self.ask("deal", "import", "P", table)
        self.assertEqual(report["by_status"], [
            {"status": "open", "n_deals": 1, "sums": [{"minor": 1000, "currency": "USD"}]},
            {"status": "won", "n_deals": 3, "sums": [{"minor": 750, "currency": "USD"}, {"minor": 700, "currency": "EUR"}]},
            {"status": "lost", "n_deals": 1, "sums": []},
        ])
        self.assertEqual(self.ask("deal", "import", "P", table)["by_status"], [])

    def test_an_id_is_no_title(self):
        self.refuse("deal", "import", "P", self.table("id,empresa,etapa", "1,Acme,Needs discovery"), saying="empresa")
        self.refuse("deal", "import", "P", self.table("Deal Name,etapa", "A,Needs discovery"), saying="etapa")
        self.do("deal", "import", "P", self.table("Deal Name,etapa", "A,Needs discovery"), "--map", "title=Deal Name")

    def test_flags_go_before_the_stage(self):
        self.do("deal", "import", "P", self.table(
            "Name,StageName,IsClosed,IsWon", "A,Needs discovery,true,true", "B,Contract signing,1,0", "C,Needs discovery,false,false"))
        self.do("deal", "import", "P", self.table(
            "TITLE,STAGE_ID,CLOSED", "D,WON,Y", "E,Needs discovery,N", "F,Needs discovery,Y", "G,lost,Y", "H,Closed Won,N"))
        deals = {deal["title"]: (deal["status"], deal["stage"]) for deal in self.ask("deal", "list", "P")["deals"]}
        self.assertEqual({title: status for title, (status, _) in deals.items()},
                         {"A": "won", "B": "lost", "C": "open", "D": "won", "E": "open", "G": "lost", "H": "open"})
        self.assertEqual((deals["B"][1], deals["E"][1]), ("Contract signing", "Needs discovery"))

    def test_flags_tell_the_end_whatever_it_is_called(self):
        report = self.ask("deal", "import", "P", self.table(
            "Name,StageName,IsClosed,IsWon", "A,Closed - Awarded,true,true", "B,Closed - Dropped,true,false", "C,Verbal,false,false",
            "D,Verbal,,"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(4, "StageName"), (5, "StageName")])
        self.assertEqual({deal["title"]: deal["status"] for deal in self.ask("deal", "list", "P")["deals"]}, {"A": "won", "B": "lost"})

    def test_days_that_are_none_are_not_left_out(self):
        report = self.ask("deal", "import", "P", self.table(
            "Deal Name,Deal Stage,Close Date", "A,Closed Won,45385", "B,Closed Won,soon", "C,Closed Won,"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(2, "Close Date"), (3, "Close Date")])

    def test_where_no_row_is_taken_it_says_so(self):
        result = self.run_command("deal", "import", "P", self.table("Deal Name,Deal Stage", "A,Nowhere"))
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr.decode().count("\n"), 1)
        self.assertIn("No row", result.stderr.decode())

    def test_what_can_be_read_in_two_ways_is_asked(self):
        table = self.table("Deal Name,Amount,Currency,Deal Stage", 'A,"950,000",KWD,Needs discovery')
        self.refuse("deal", "import", "P", table, saying="--decimal point")
        self.refuse("deal", "import", "P", table, "--decimal", "dot", status=2, saying="point or comma")
        self.do("deal", "import", "P", table, "--decimal", "comma")
        self.do("deal", "import", "P", table, "--decimal", "point")
        values = [deal["value"]["minor"] for deal in self.ask("deal", "list", "P")["deals"]]
        self.assertEqual(sorted(values), [950000, 950000000])

    def test_amounts_are_in_what_the_process_uses(self):
        self.do("deal", "add", "P", "--title", "Old", "--value", "5", "--currency", "KZT")
        self.do("deal", "import", "P", self.table("Deal Name,Amount,Deal Stage", "New,7,Needs discovery"))
        values = {deal["title"]: deal["value"]["currency"] for deal in self.ask("deal", "list", "P")["deals"]}
        self.assertEqual(values, {"Old": "KZT", "New": "KZT"})

    def test_a_header_may_say_the_currency(self):
        self.do("deal", "add", "P", "--title", "Old", "--value", "5", "--currency", "KZT")
        for number, (header, options, currency) in enumerate([
                ("Amount (CAD)", [], "CAD"), ("Бюджет ₽", [], "RUB"), ('"Сумма, руб."', [], "RUB"), ("Value in EUR", [], "EUR"),
                ("Amount ($)", [], "USD"), ("Amount (CAD)", ["--currency", "USD"], "USD"), ("Amount", [], "KZT")]):
            with self.subTest(header=header, options=options):
                self.do("deal", "import", "P", self.table(f"Deal Name,{header},Deal Stage", f"N{number},7,Needs discovery",
                                                          f"O{number},₸8,Needs discovery"), *options)
                values = {deal["title"]: deal["value"] for deal in self.ask("deal", "list", "P")["deals"]}
                self.assertEqual((values[f"N{number}"], values[f"O{number}"]),
                                 ({"minor": 700, "currency": currency}, {"minor": 800, "currency": "KZT"}))
        self.do("deal", "import", "P", self.table("Deal Name,Amount (CAD),Currency,Deal Stage", "Own,7,EUR,Needs discovery"))
        self.assertEqual({deal["title"]: deal["value"] for deal in self.ask("deal", "list", "P")["deals"]}["Own"]["currency"], "EUR")

    def test_ends_are_told_by_their_letters(self):
        ends = {"CLOSED_WON": "won", "Closed-Lost": "lost", "in_progress": "open", "Closed: Won": "won", "C2:LOSE": "lost"}
        self.do("deal", "import", "P", self.table("Deal Name,Stage", *[f"{end},{end}" for end in ends]))
        self.assertEqual({deal["title"]: deal["status"] for deal in self.ask("deal", "list", "P")["deals"]}, ends)

    def test_our_own_table_comes_in_equal(self):
        for title, value, currency in [("A", "1250.5", "KWD"), ("B", "950.5", "KWD"), ("C", "1054", "JPY"), ("D", "0.5", "USD")]:
            self.do("deal", "add", "P", "--title", title, "--value", value, "--currency", currency)
        before = {deal["title"]: deal["value"] for deal in self.ask("deal", "list", "P")["deals"]}
        table = self.folder / "out.csv"
        self.do("deal", "export", "P", "-o", table)
        self.do("process", "new", "--name", "Q", *ANSWERS, "--language", "en")
        self.do("process", "publish", "Q")
        self.do("deal", "import", "Q", table)
        self.assertEqual({deal["title"]: deal["value"] for deal in self.ask("deal", "list", "Q")["deals"]}, before)

    def history(self, title, field):
        """When, from and to what, and whether that was worked out; the earliest first."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            number, = connection.execute("SELECT id FROM deal WHERE title = ? AND deleted_by IS NULL", (title,)).fetchone()
        return [(event["happened_at"][:10], event["old"], event["new"], event["is_inferred"])
                for event in reversed(self.ask("deal", "show", number)["history"])
                if event["field"] == field and not event["is_voided"]]

    def test_a_day_that_is_missing_stays_unknown(self):
        report = self.ask("deal", "import", "P", self.table(
            "Deal Name,Amount,Deal Stage,Created Date,Close Date", "Racks,500,Closed Won,2026-01-10,",
            "Roof,900,Closed Won,,2026-06-01", "Barn,100,Closed Won,2026-06-10,2026-06-01", "Shed,,Needs discovery,,",
            "Yard,,Needs discovery,2026-02-01,", "Pond,,Closed Lost,,", "Dock,70,Closed Won,2026-02-02,2026-02-02"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(4, "Close Date")])
        self.assertIn("before", report["refused"][0]["reason"])
        self.assertEqual(report["without_day"], {"started": 3, "closed": 2})
        days = {deal["title"]: (deal["started"], deal["closed"]) for deal in self.ask("deal", "list", "P")["deals"]}
        self.assertEqual(days, {
            "Racks": ("2026-01-10", None), "Roof": (None, "2026-06-01"), "Shed": (None, None), "Yard": ("2026-02-01", None),
            "Pond": (None, None), "Dock": ("2026-02-02", "2026-02-02")})
        # Where a deal stands is told, and since when is not: the first stage is nowhere made up.
        for title in days:
            (_, before, _, is_inferred), = self.history(title, "stage")
            self.assertEqual((before, is_inferred), (None, True))
        self.assertEqual([event[0] for event in self.history("Racks", "stage")], ["2026-01-10"])
        self.assertEqual(self.history("Roof", "status"), [("2026-06-01", "open", "won", False)])
        self.assertEqual(self.history("Dock", "status"), [("2026-02-02", "open", "won", False)])
        for title, status in [("Racks", "won"), ("Pond", "lost")]:
            (_, _, became, is_inferred), = self.history(title, "status")
            self.assertEqual((became, is_inferred), (status, True))

        table = self.folder / "out.csv"
        self.do("deal", "export", "P", "-o", table)
        with table.open(newline="", encoding="utf-8-sig") as lines:
            exported = {row["title"]: (row["started"] or None, row["closed"] or None) for row in csv.DictReader(lines)}
        self.assertEqual(exported, days)

    def test_a_client_won_on_an_unknown_day_stays_so(self):
        self.do("deal", "import", "P", self.table("Deal Name,Deal Stage,Created Date", "Racks,Closed Won,2026-01-10"))
        self.assertIsNone(self.ask("deal", "move", "1", "Delivery")["closed"])
        self.assertIsNone(self.ask("deal", "move", "1", "@completed", "--override", "Accepted")["closed"])
        self.assertIn("about", self.do("deal", "show", "1"))

    def test_a_day_that_is_told_later_takes_its_place(self):
        header = "id,Deal Name,Deal Stage,Created Date,Close Date"
        self.do("deal", "import", "P", self.table(header, "1,Racks,Closed Won,2026-01-10,"))
        report = self.ask("deal", "import", "P", self.table(header, "1,Racks,Closed Won,2026-01-10,2026-03-01"))
        self.assertEqual((report["updated"], report["without_day"]), (1, {"started": 0, "closed": 0}))
        self.assertEqual(self.history("Racks", "status"), [("2026-03-01", "open", "won", False)])
        self.do("undo")
        (_, _, _, is_inferred), = self.history("Racks", "status")
        self.assertTrue(is_inferred)
        self.do("redo")
        self.assertEqual(self.history("Racks", "status"), [("2026-03-01", "open", "won", False)])

    def test_a_deal_does_not_end_before_it_began(self):
        self.do("deal", "import", "P", self.table("id,Deal Name,Deal Stage,Created Date,Close Date",
                                                  "1,Racks,Needs discovery,2026-03-01,", "2,Roof,Closed Won,,2026-02-01",
                                                  "3,Shed,Needs discovery,,"))
        before = self.dump()
        report = self.ask("deal", "import", "P", self.table("id,Deal Name,Deal Stage,Created Date,Close Date",
                                                            "1,Racks,Closed Won,,2026-02-01", "2,Roof,Closed Won,2026-03-01,",
                                                            "3,Shed,Needs discovery,,"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(2, "Close Date"), (3, "Created Date")])
        self.assertEqual((report["updated"], report["unchanged"], report["n_refused"]), (0, 1, 2))
        self.assertEqual(self.dump(), before)

    def import_three(self):
        self.do("deal", "import", "P", self.table(
            "id,Deal Name,Deal Stage,Created Date,Close Date", "006A,Racks,Presentation and proposal,2026-01-10,",
            "006B,Roof,Closed Won,2026-01-11,2026-06-01", "006C,Shed,Closed Lost,,"))

    def import_history(self, *options, lines=None, headers="OpportunityId,StageName,CreatedDate,Amount"):
        lines = lines or [
            "006A,Presentation and proposal,2026-02-20T09:00:00.000Z,10", "006A,Request and qualification,2026-01-10T09:00:00Z,5",
            "006A,Needs discovery,2026-02-01T09:00:00Z,5", "006A,Needs discovery,2026-02-03T09:00:00Z,10",
            "006B,Contract signing,2026-05-01,", "006B,Closed Won,2026-06-01,", "006C,Needs discovery,2026-03-01,",
            "006C,Closed Lost,2026-03-09,", "006X,Needs discovery,2026-03-01,", "006A,Nowhere,2026-03-01,", "006A,Needs discovery,,"]
        return self.ask("deal", "import", "P", self.table(headers, *lines), "--history", *options)

    def test_a_history_takes_the_place_of_what_was_worked_out(self):
        self.import_three()
        before = self.dump()
        dry = self.import_history("--dry-run")
        self.assertEqual(self.dump(), before)
        report = self.import_history()
        self.assertEqual({**dry, "is_dry_run": False}, report)
        self.assertEqual([report[name] for name in ("read", "added", "updated", "unchanged", "n_refused")], [11, 7, 0, 1, 3])
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]],
                         [(10, "OpportunityId"), (11, "StageName"), (12, "CreatedDate")])
        self.assertIn("006X", report["refused"][0]["reason"])
        self.assertEqual(self.history("Racks", "stage"), [
            ("2026-01-10", None, "Request and qualification", False),
            ("2026-02-01", "Request and qualification", "Needs discovery", False),
            ("2026-02-20", "Needs discovery", "Presentation and proposal", False)])
        self.assertEqual(self.history("Roof", "stage"), [
            ("2026-05-01", None, "Contract signing", False), ("2026-06-01", "Contract signing", "Delivery", False)])
        # Nor was it told in which stage it was lost.
        self.assertEqual(self.history("Shed", "stage"), [("2026-03-01", None, "Needs discovery", False)])
        self.assertEqual(self.ask("deal", "show", "3")["stage"], "Needs discovery")
        self.assertEqual(self.history("Shed", "status"), [("2026-03-09", "open", "lost", False)])
        self.assertEqual(self.ask("deal", "show", "3")["closed"], "2026-03-09")

        after = self.dump()
        again = self.import_history()
        self.assertEqual([again[name] for name in ("added", "unchanged", "n_refused")], [0, 8, 3])
        self.assertEqual(self.dump(), after)

        self.do("undo")
        (_, _, _, is_inferred), = self.history("Racks", "stage")
        self.assertTrue(is_inferred)
        shed = self.ask("deal", "show", "3")
        self.assertEqual((shed["closed"], shed["stage"]), (None, "Request and qualification"))
        self.do("redo")
        self.assertEqual([event[3] for event in self.history("Racks", "stage")], [False, False, False])
        self.assertEqual(len(self.history("Roof", "stage")), 2)

    def test_a_history_leaves_what_a_person_did(self):
        self.import_three()
        self.do("deal", "move", "1", "Contract signing")
        report = self.import_history(lines=["006A,Needs discovery,2026-02-01,", "006A,Presentation and proposal,2026-02-20,"])
        self.assertEqual(report["added"], 2)
        stages = self.history("Racks", "stage")
        self.assertEqual([event[2:] for event in stages], [
            ("Needs discovery", False), ("Presentation and proposal", False), ("Contract signing", False)])
        self.assertEqual(self.ask("deal", "show", "1")["stage"], "Contract signing")
        self.do("undo")
        self.assertEqual([event[2:] for event in self.history("Racks", "stage")],
                         [("Presentation and proposal", True), ("Contract signing", False)])

    def test_a_history_is_mapped(self):
        self.import_three()
        lines = ["006A,discovery,01/02/2026 17:30", "006A,proposal,20/02/2026"]
        report = self.import_history("--map", "external_id=deal", "--map", "stage=to", "--map", "entered=at", "--stage",
                                     "discovery=Needs discovery", "--stage", "proposal=Presentation and proposal",
                                     lines=lines, headers="deal,to,at")
        self.assertEqual([row["field"] for row in report["columns"]], ["external_id", "stage", "entered"])
        self.assertEqual([event[2] for event in self.history("Racks", "stage")], ["Needs discovery", "Presentation and proposal"])
        table = self.table("deal,to,at", *lines)
        self.refuse("deal", "import", "P", table, "--history", "--map", "external_id=deal", saying="--map stage=COLUMN")
        self.refuse("deal", "import", "P", table, "--history", "--map", "title=deal", status=2, saying="title=deal")
        self.refuse("deal", "import", "P", self.table("OpportunityId,StageName,CreatedDate", "006A,Needs discovery,2026-02-01"),
                    saying="--history")

    def test_columns_of_days_on_which_stages_were_entered(self):
        headers = ('Record ID,Deal Name,Deal Stage,"Date entered ""Needs discovery (Sales Pipeline)""",'
                   'Date entered Contract signing,hs_v2_date_entered_closedwon,Date entered Nowhere')
        table = self.table(headers, "1,Racks,Contract signing (Sales Pipeline),2026-02-01,2026-03-01 10:00,,2026-01-01",
                           "2,Roof,Closed Won,2026-02-02,2026-03-02,2026-04-02,", "3,Shed,Needs discovery,soon,,,")
        report = self.ask("deal", "import", "P", table, "--stage", "Contract signing (Sales Pipeline)=Contract signing")
        self.assertEqual([row["field"] for row in report["columns"]],
                         ["external_id", "title", "stage", "entered", "entered", "entered", None])
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]],
                         [(4, 'Date entered "Needs discovery (Sales Pipeline)"')])
        self.assertEqual(self.history("Racks", "stage"), [
            ("2026-02-01", None, "Needs discovery", False), ("2026-03-01", "Needs discovery", "Contract signing", False)])
        self.assertEqual([event[2] for event in self.history("Roof", "stage")],
                         ["Needs discovery", "Contract signing", "Delivery"])
        before = self.dump()
        again = self.ask("deal", "import", "P", table, "--stage", "Contract signing (Sales Pipeline)=Contract signing")
        self.assertEqual((again["updated"], again["unchanged"]), (0, 2))
        self.assertEqual(self.dump(), before)
        # Told of a deal that is there, it takes the place of what was worked out.
        self.do("deal", "import", "P", self.table("id,Deal Name,Deal Stage", "4,Yard,Needs discovery"))
        table = self.table("id,Deal Name,Deal Stage,LastStageChangeDate", "4,Yard,Needs discovery,2026-05-05")
        before = self.dump()
        dry = self.ask("deal", "import", "P", table, "--dry-run")
        self.assertEqual(self.dump(), before)
        told = self.ask("deal", "import", "P", table)
        self.assertEqual({**dry, "is_dry_run": False}, told)
        self.assertEqual((told["updated"], told["unchanged"]), (1, 0))
        self.assertEqual(self.history("Yard", "stage"), [("2026-05-05", None, "Needs discovery", False)])
        self.do("undo")
        (_, _, _, is_inferred), = self.history("Yard", "stage")
        self.assertTrue(is_inferred)
        self.refuse("deal", "import", "P", self.table("Deal Name,Date entered Nowhere", "Yard,2026-01-01"), "--map", "title=Deal Name",
                    "--map", "entered=Date entered Nowhere", saying="--stage Nowhere=STAGE")


class People(CommandCase):
    """Phone and email of a deal's person."""

    def setUp(self):
        super().setUp()
        self.make_process()

    def people(self, *words):
        deals = self.ask("deal", "list", *words)["deals"]
        return {deal["title"]: (deal["person"], deal["phone"], deal["email"]) for deal in deals}

    def read(self, text, *words):
        table = self.folder / "in.csv"
        table.write_text(text, encoding="utf-8")
        return self.ask("deal", "import", "C", table, *words)

    def test_a_person_is_added_shown_and_found(self):
        deal = self.ask("deal", "add", "C", "--title", "A", "--person", "Ann", "--phone", "+44 20 7946-0018",
                        "--email", "Ann@Example.com")
        self.assertEqual((deal["person"], deal["phone"], deal["email"]), ("Ann", "+44 20 7946-0018", "Ann@Example.com"))
        self.do("deal", "add", "C", "--title", "B")
        self.assertEqual(self.people("C", "--search", "79460018"), {"A": ("Ann", "+44 20 7946-0018", "Ann@Example.com")})
        self.assertEqual(list(self.people("C", "--search", "ann@example.com")), ["A"])
        self.assertEqual(self.people("C")["B"], (None, None, None))
        shown = self.do("deal", "show", str(deal["id"]))
        self.assertRegex(shown, r"Phone +\+44 20 7946-0018\n")
        self.assertRegex(shown, r"Email +Ann@Example.com\n")

    def test_columns_are_known_by_their_headers(self):
        for phone, email in [("Phone", "Email"), ("Person - Phone - Work", "Person - Email - Work"), ("Phone Number", "Email Address"),
                             ("Рабочий телефон", "Рабочий email"), ("Contact: Work phone", "Contact: Work e-mail"),
                             ("Телефон", "Электронная почта"), ("Office Phone", "Primary Email")]:
            with self.subTest(phone=phone):
                report = self.read(f"Title,Stage,Contact,{phone},{email}\nA,{self.stages[0]},Ann,1,a@example.com\n", "--dry-run")
                fields = {column["header"]: column["field"] for column in report["columns"]}
                self.assertEqual((fields[phone], fields[email]), ("phone", "email"))

    def test_our_own_table_comes_in_equal(self):
        text = ("id,deal,stage,who,tel,post\n"
                f'1,A,{self.stages[0]},Ann,"+44 (20) 7946, 18",ann@example.com\n'
                f"2,B,{self.stages[0]},Ann,2,\n"
                f"3,C,{self.stages[0]},,3,\n")
        maps = [f"--map={name}" for name in ("external_id=id", "title=deal", "stage=stage", "person=who", "phone=tel", "email=post")]
        self.assertEqual(self.read(text, *maps)["added"], 3)
        people = {"A": ("Ann", "+44 (20) 7946, 18", "ann@example.com"), "B": ("Ann", "2", None), "C": ("3", "3", None)}
        self.assertEqual(self.people("C"), people)
        self.assertEqual(self.read(text, *maps)["unchanged"], 3)
        table = self.folder / "out.csv"
        self.do("deal", "export", "C", "-o", table)
        self.assertEqual(self.ask("deal", "import", "C", table)["unchanged"], 3)
        self.do("process", "new", "--name", "Q", *answers())
        self.do("process", "publish", "Q")
        self.do("deal", "import", "Q", table)
        self.assertEqual(self.people("Q"), people)


class TypedAmounts(CommandCase):
    def test_the_currency_is_what_is_typed_or_in_use(self):
        self.make_process()

        def add(*words):
            value = self.ask("deal", "add", "C", "--title", "A", *words)["value"]
            return value["minor"], value["currency"]

        # The locale's for the first; then the one of most deals.
        self.assertEqual(add("--value", "10"), (1000, "USD"))
        self.assertEqual(add("--value", "500 €"), (50000, "EUR"))
        self.assertEqual(add("--value", "£42.5"), (4250, "GBP"))
        self.assertEqual(add("--value", "120 000 ₽", "--currency", "USD"), (12000000, "RUB"))
        self.assertEqual(add("--value", "7", "--currency", "CAD"), (700, "CAD"))
        self.assertEqual(add("--value", "8", "--currency", "CAD"), (800, "CAD"))
        self.assertEqual(add("--value", "9"), (900, "CAD"))
        self.assertEqual(add("--value", "$9"), (900, "CAD"))
        self.refuse("deal", "add", "C", "--title", "A", "--value", "kr 9", saying="not a valid amount")
        self.refuse("deal", "add", "C", "--title", "A", "--value", "0.125", saying="not a valid amount")


if __name__ == "__main__":
    unittest.main()
