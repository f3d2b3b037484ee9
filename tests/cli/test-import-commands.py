# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of deals on the command line: what comes in, what is refused and why, and that bad
ones change nothing."""

import os
import subprocess
import unittest

from command_case import FAILED, TIMEOUT_SECONDS, CommandCase, process_json

HEADERS = "id,name,who,step,amount,since,until\n"


class Import(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.maps = ["--map", "external_id=id", "--map", "title=name", "--map", "company=who", "--map", "stage=step",
                     "--map", "value=amount", "--map", "started=since", "--map", "closed=until",
                     "--stage", "Won=@won", "--stage", "Lost=@lost", "--stage", "Done=@completed",
                     "--stage", f"Talk={self.stages[1]}", "--currency", "USD"]

    def import_table(self, rows, *more):
        return self.ask("deal", "import", "C", self.file("deals.csv", HEADERS + rows), *self.maps, *more)

    def deals(self):
        return {deal["external_id"]: deal for deal in self.ask("deal", "list", "C")["deals"]}

    def test_way(self):
        rows = ("1,One,Acme,Talk,100,2026-01-02,\n2,Two,Acme,Won,1054.5,2026-01-02,2026-02-03\n"
                "3,Three,Ltd,Lost,,2026-01-02,2026-03-03\n4,Four,Ltd,Done,7,2026-01-02,2026-03-03\n"
                "5,Five,Ltd,\"Talk\",\"1,000\",,\n")
        dry = self.import_table(rows, "--dry-run")
        self.assertEqual((dry["read"], dry["added"]), (5, 5))
        self.assertEqual(self.deals(), {})
        self.assertEqual({name: value for name, value in self.import_table(rows).items() if name in
                          ("read", "added", "updated", "unchanged", "refused")},
                         {"read": 5, "added": 5, "updated": 0, "unchanged": 0, "refused": []})
        deals = self.deals()
        self.assertEqual([deals[str(i)]["status"] for i in range(1, 6)], ["open", "won", "lost", "completed", "open"])
        self.assertEqual(deals["1"]["stage"], self.stages[1])
        self.assertEqual(deals["2"]["stage"], self.stages[-1])
        self.assertEqual(deals["2"]["value"], {"minor": 105450, "currency": "USD"})
        self.assertEqual((deals["2"]["started"], deals["2"]["closed"]), ("2026-01-02", "2026-02-03"))
        self.assertEqual(deals["5"]["value"]["minor"], 100000)

        again = self.import_table(rows)
        self.assertEqual((again["added"], again["updated"], again["unchanged"]), (0, 0, 5))
        changed = self.import_table(rows.replace("100,", "101,", 1))
        self.assertEqual((changed["updated"], changed["unchanged"]), (1, 4))
        self.assertEqual(self.deals()["1"]["value"]["minor"], 10100)

    def test_refused_rows(self):
        report = self.import_table(
            "1,One,Acme,Talk,100,2026-01-02,\n2,Two,Acme,Nowhere,1,,\n3,Three,Acme,Talk,many,,\n4,Four,Acme,Talk,-5,,\n"
            "5,Five,Acme,Talk,99999999999999999,,\n6,Six,Acme,Talk,1,2026-02-30,\n7,Seven,Acme,Talk,1,0001-01-01,\n"
            "8,Eight,Acme,Talk,1,,,x\n,,,Talk,1,,\n10," + "x" * 2000 + ",Acme,Talk,1,,\n")
        self.assertEqual((report["read"], report["added"], len(report["refused"])), (10, 1, 9))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]],
                         [(3, "step"), (4, "amount"), (5, "amount"), (6, "amount"), (7, "since"), (8, "since"),
                          (9, None), (10, None), (11, "name")])
        self.assertTrue(all(row["reason"].endswith(".") for row in report["refused"]))

    def test_lost_deals_keep_their_stage(self):
        table = ("Deal - Title;Deal - Stage;Deal - Status;Deal - Expected close date\n"
                 f"A;{self.stages[2]};Lost;\nB;{self.stages[2]};Open;2026-05-06\nC;{self.stages[2]};Won;\n")
        self.do("deal", "import", "C", self.file("pipedrive.csv", table))
        deals = {deal["title"]: deal for deal in self.ask("deal", "list", "C")["deals"]}
        self.assertEqual((deals["A"]["status"], deals["A"]["stage"]), ("lost", self.stages[2]))
        self.assertEqual((deals["B"]["status"], deals["B"]["expected_close"]), ("open", "2026-05-06"))
        self.assertEqual((deals["C"]["status"], deals["C"]["stage"]), ("won", self.stages[-1]))
        self.assertEqual(self.ask("deal", "list", "C", "--status", "open")["total"], 1)

    def test_lost_deals_are_known_without_a_status(self):
        rows = {"Lost Reason": "Price", "Deal - Lost reason": "Price", "Deal - Lost time": "2026-03-03 10:00:00"}
        for number, (header, text) in enumerate(rows.items()):
            name = f"Lost {number}"
            self.make_process(name)
            table = f"Opportunity,Stage,{header}\nA,{self.stages[2]},\nB,{self.stages[2]},{text}\nC,Won,\n"
            self.do("deal", "import", name, self.file("lost.csv", table))
            deals = {deal["title"]: deal for deal in self.ask("deal", "list", name)["deals"]}
            self.assertEqual([deals[title]["status"] for title in "ABC"], ["open", "lost", "won"], header)
            self.assertEqual(deals["B"]["stage"], self.stages[2])
            self.assertEqual(deals["B"]["loss_reason"], "Price" if "reason" in header.lower() else None)

    def test_a_deal_is_lost_where_it_stands(self):
        self.import_table("1,One,Acme,Talk,100,2026-01-02,\n")
        self.import_table("1,One,Acme,Lost,100,2026-01-02,2026-02-03\n")
        self.assertEqual((self.deals()["1"]["stage"], self.deals()["1"]["status"]), (self.stages[1], "lost"))
        self.assertEqual(self.import_table("1,One,Acme,Lost,100,2026-01-02,2026-02-03\n")["unchanged"], 1)
        self.import_table("1,One,Acme,Won,100,2026-01-02,2026-02-03\n")
        for again in [0, 1]:
            report = self.import_table("1,One,Acme,Lost,100,2026-01-02,2026-02-03\n")
            self.assertEqual((self.deals()["1"]["status"], report["unchanged"]), ("ended-early", again))

    def test_closed_is_a_day_or_a_flag(self):
        table = ("ID;Deal Name;Stage;Income;Currency;Responsible;Closed;Deal status\n"
                 f"1;A;{self.stages[2]};1000,50;RUB;Bob;N;In progress\n2;B;Deal lost;7;RUB;Bob;Y;Lost\n"
                 "3;C;Deal won;1 000,50;RUB;Bob;Y;Won\n")
        self.assertEqual(self.ask("deal", "import", "C", self.file("bitrix.csv", table))["refused"], [])
        deals = self.deals()
        self.assertEqual([deals[number]["status"] for number in "123"], ["open", "lost", "won"])
        self.assertEqual([deals[number]["value"]["minor"] for number in "123"], [100050, 700, 100050])

    def test_one_column_for_two_fields(self):
        path = self.file("deals.csv", "key,who,note,note\nK1,Acme,a,b\n")
        words = ["deal", "import", "C", path, "--map", "external_id=key", "--map", "title=key", "--map", "company=who",
                 "--map", "note=note"]
        self.assertEqual(self.ask(*words)["added"], 1)
        deal = self.deals()["K1"]
        self.assertEqual((deal["title"], deal["company"], deal["note"]), ("K1", "Acme", "a\nb"))
        self.assertEqual(self.ask(*words)["unchanged"], 1)

    def test_a_stage_may_be_called_as_a_status(self):
        stages = [{"name": name, "kinds": ["payment"]} for name in ("Open", "Lost", "Pay")]
        self.do("process", "import", self.file("odd.json", process_json(stages=stages)))
        self.do("process", "publish", "N", "--with-errors")
        self.do("deal", "import", "N", self.file("deals.csv", "title,stage,status\nA,Lost,Open\nB,Open,Lost\n"))
        deals = {deal["title"]: deal for deal in self.ask("deal", "list", "N")["deals"]}
        self.assertEqual([(deals[title]["stage"], deals[title]["status"]) for title in "AB"],
                         [("Lost", "open"), ("Open", "lost")])

    def test_amounts(self):
        amounts = {
            "1054": 105400, "$1,234.56": 123456, "1.234.567": 123456700, "1.054,50": 105450, "12,34,567.5": 123456750,
            "1 054,5": 105450, "1\u00a0054.5": 105450, "1'234.50": 123450, ".5": 50, "USD 5": 500, "5 $": 500,
            "1,2,3": None, "2026.01.02": None, "1,234,56": None, "1 2 3": None, "1e5": None, "0x10": None, "50%": None,
            "-5": None, "(5)": None, "−5": None, "NaN": None, "9" * 17: None, ".": None,
        }
        report = self.import_table("".join(f'{i},A,,Talk,"{text}",,\n' for i, text in enumerate(amounts)))
        deals = self.deals()
        got = {text: deals[str(i)]["value"]["minor"] if str(i) in deals else None for i, text in enumerate(amounts)}
        self.assertEqual(got, amounts)
        self.assertEqual({row["column"] for row in report["refused"]}, {"amount"})

    def test_dates_that_contradict(self):
        rows = "1,One,Acme,Talk,1,31/12/2026,\n2,Two,Acme,Talk,1,12/31/2026,\n"
        message = self.refuse("deal", "import", "C", self.file("deals.csv", HEADERS + rows), *self.maps, saying="contradict")
        self.assertIn("--date-order", message)
        self.assertEqual([row["line"] for row in self.import_table(rows, "--date-order", "dmy")["refused"]], [3])

    def test_what_is_no_file(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        self.refuse("deal", "import", "C", pipe, saying="is a pipe")
        self.refuse("process", "import", pipe, saying="empty")
        self.refuse("process", "import", "/dev/zero", saying="is not a file")
        self.refuse("deal", "import", "C", "/dev/zero", saying="is not a file")
        for beginning in [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1"]:
            self.refuse("deal", "import", "C", self.file("deals.xlsx", beginning + bytes(100)), saying="Save it as CSV")
        with subprocess.Popen(["cat", self.file("deals.csv", "title\nA\n")], stdout=subprocess.PIPE) as cat:
            result = subprocess.run([os.environ["STAGECRAFT"], "--database", self.database, "deal", "import", "C", "/dev/stdin"],
                                    stdin=cat.stdout, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        self.assertEqual((result.returncode, b"is a pipe" in result.stderr), (FAILED, True))

    def test_dates_are_never_guessed(self):
        rows = "1,One,Acme,Talk,1,03/04/2026,\n"
        path = self.file("deals.csv", HEADERS + rows)
        self.refuse("deal", "import", "C", path, *self.maps, saying="--date-order")
        for order, day in {"dmy": "2026-04-03", "mdy": "2026-03-04"}.items():
            self.import_table(rows, "--date-order", order)
            self.assertEqual(self.deals()["1"]["started"], day)
        self.import_table(rows + "2,Two,Acme,Talk,1,31/12/2026,\n")
        self.assertEqual(self.deals()["1"]["started"], "2026-04-03")
        report = self.import_table(rows + "2,Two,Acme,Talk,1,31/12/2026,\n", "--date-order", "mdy")
        self.assertEqual([row["line"] for row in report["refused"]], [3])

    def test_export_is_the_same(self):
        self.import_table("1,One,Acme,Talk,100,2026-01-02,\n2,\"T\"\"w,o\",Acme,Won,1054.5,2026-01-02,2026-02-03\n"
                          "3,Three,Ltd,Lost,,2026-01-02,2026-03-03\n4,Four,Ltd,Done,7,2026-01-02,2026-03-03\n")
        first, second, process = (self.folder / name for name in ("1.csv", "2.csv", "c.json"))
        self.do("deal", "export", "C", "-o", first)
        self.do("process", "export", "C", "--format", "json", "-o", process)
        self.database = self.folder / "other.db"
        self.do("process", "import", process)
        self.do("process", "publish", "C")
        self.do("deal", "import", "C", first)
        self.do("deal", "export", "C", "-o", second)
        self.assertEqual(sorted(first.read_text().splitlines()), sorted(second.read_text().splitlines()))

    def test_bad_tables(self):
        self.do("deal", "add", "C", "--title", "Here already")
        good = "1,One,Acme,Talk,1,,\n"
        cases = {
            "Line 2, column 7: This is not UTF-8": (HEADERS + "1,One,\udcffAcme,Talk,1,,\n").encode("utf-8", "surrogateescape"),
            "This is not text": HEADERS.encode() + b"1,\0\0,A,Talk,1,,\n",
            "is empty": "",
            "1 MiB": HEADERS + "1," + "x" * 1100000 + ",A,Talk,1,,\n",
            "There is no column “id”": "a,b\n1,2\n",
        }
        for saying, contents in cases.items():
            self.refuse("deal", "import", "C", self.file("bad.csv", contents), *self.maps, saying=saying)
        self.refuse("deal", "import", "C", self.file("bad.csv", "a,b\n1,2\n"), saying="--map title=")
        self.refuse("deal", "import", "C", self.folder / "missing.csv", saying="missing.csv")
        self.refuse("deal", "import", "C", self.folder)
        path = self.file("good.csv", HEADERS + good)
        self.refuse("deal", "import", "Nothing", path, saying="Nothing")
        self.refuse("deal", "import", "C", path, *self.maps, "--stage", "Talk=Nowhere", saying="Nowhere")
        huge = self.file("huge.csv", HEADERS)
        os.truncate(huge, 10_000_000_000)
        self.refuse("deal", "import", "C", huge, *self.maps, saying="2 GiB")

    def test_bad_late_in_the_table_writes_nothing(self):
        rows = "".join(f"{i},Deal {i},Acme,Talk,1,,\n" for i in range(20000))
        self.refuse("deal", "import", "C", self.file("bad.csv", HEADERS + rows + "x,\0\n"), *self.maps, saying="Line 20002")

    def test_separators_and_encodings(self):
        rows = HEADERS + "1,Один,Рога,Talk,\"1 054,50\",2026-01-02,\n"
        for number, contents in enumerate([
            rows.encode("utf-8-sig"), rows.encode("utf-16"), rows.replace("\n", "\r\n").encode(),
            rows.replace("1 054,50", "1 054.50").replace(",", ";").encode(),
            rows.replace('"1 054,50"', "1054.50").replace(",", "\t").encode(),
        ]):
            path = self.file("deals.csv", contents)
            report = self.ask("deal", "import", "C", path, *self.maps)
            self.assertEqual((report["read"], report["refused"]), (1, []), number)
            self.assertEqual((self.deals()["1"]["title"], self.deals()["1"]["value"]["minor"]), ("Один", 105450), number)


if __name__ == "__main__":
    unittest.main(verbosity=2)
