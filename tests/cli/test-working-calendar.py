# SPDX-License-Identifier: GPL-3.0-or-later
"""Says which days are worked on from the command line, and takes that back."""

import os
import unittest

from command_case import DONE, MISUSED, CommandCase

STANDARD = {"days": ["mon", "tue", "wed", "thu", "fri"], "hours": 8, "days_off": [], "days_worked": []}

HOLIDAYS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Holidays//EN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:19920612
RRULE:FREQ=YEARLY
SUMMARY:День России
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20260101
DTEND;VALUE=DATE:20260104
SUMMARY:New Year
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260105T100000Z
DTEND:20260105T110000Z
SUMMARY:Meeting
END:VEVENT
END:VCALENDAR
"""


class Calendar(CommandCase):
    def setUp(self):
        super().setUp()
        os.environ["STAGECRAFT_NOW"] = "2026-11-30"
        self.addCleanup(os.environ.pop, "STAGECRAFT_NOW", None)

    def test_standard(self):
        self.assertEqual(self.ask("calendar", "show"), STANDARD)
        self.assertIn("8 hours", self.do("calendar", "show"))

    def test_week(self):
        told = self.ask("calendar", "set", "--days", "mon,tue,wed,thu,fri,sat", "--hours", "7")
        self.assertEqual(told, {**STANDARD, "days": STANDARD["days"] + ["sat"], "hours": 7})
        self.assertEqual(self.ask("calendar", "set", "--days", "sun")["days"], ["sun"])
        self.assertEqual(self.ask("calendar", "show")["hours"], 7)
        self.do("undo")
        self.assertEqual(self.ask("calendar", "show"), told)
        self.do("undo")
        self.assertEqual(self.ask("calendar", "show"), STANDARD)
        self.do("redo")
        self.assertEqual(self.ask("calendar", "show"), told)

    def test_bad_week(self):
        for days in ["", "monday", "mon,mon", "mon;tue", "пн"]:
            self.refuse("calendar", "set", "--days", days, saying="days of the week")
        for hours in ["", "0", "25", "-1", "7.5", "eight"]:
            self.refuse("calendar", "set", "--hours", hours, saying="number of hours")
        self.refuse("calendar", "set", status=MISUSED, saying="--hours")
        self.refuse("calendar", "set", "mon", status=MISUSED)
        self.assertEqual(self.ask("calendar", "show"), STANDARD)

    def test_holidays(self):
        self.ask("calendar", "holiday", "2025-12-31")
        told = self.ask("calendar", "holiday", "2026-01-01..2026-01-09", "--name", "New Year")
        self.assertEqual(told["days_off"], [{"day": "2025-12-31", "name": None}]
                         + [{"day": f"2026-01-0{day}", "name": "New Year"} for day in range(1, 10)])
        self.assertIn("New Year", self.do("calendar", "show"))
        worked = self.ask("calendar", "holiday", "2026-01-10", "--worked", "--name", "For Friday")
        self.assertEqual(worked, {**told, "days_worked": [{"day": "2026-01-10", "name": "For Friday"}]})
        left = self.ask("calendar", "holiday", "2026-01-02..2026-12-31", "--remove")
        self.assertEqual([day["day"] for day in left["days_off"]], ["2025-12-31", "2026-01-01"])
        self.assertEqual(left["days_worked"], [])
        self.do("undo")
        self.assertEqual(self.ask("calendar", "show"), worked)

    def test_bad_holidays(self):
        self.do("calendar", "show")
        for day in ["2026-02-30", "tomorrow..", "2026-01-01..", "..2026-01-01", "2026-01-01...2026-01-02"]:
            self.refuse("calendar", "holiday", day, saying="not a date")
        self.refuse("calendar", "holiday", "2026-01-09..2026-01-01", saying="before the last")
        self.refuse("calendar", "holiday", "2026-01-01..2126-01-01", saying="too many")
        self.refuse("calendar", "holiday", "2026-01-01", "--remove", saying="says nothing")
        self.refuse("calendar", "holiday", "2026-01-01", "--remove", "--worked", status=MISUSED, saying="--remove")
        self.refuse("calendar", "holiday", status=MISUSED)
        self.assertEqual(self.ask("calendar", "show"), STANDARD)

    def write(self, text):
        path = os.path.join(self.folder, "holidays.ics")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def test_import(self):
        path = self.write(HOLIDAYS)
        self.assertEqual(self.ask("calendar", "import", path), {"added": 24, "unchanged": 0, "left_out": 1})
        self.assertEqual(self.ask("calendar", "import", path), {"added": 0, "unchanged": 24, "left_out": 1})
        days = {day["day"]: day["name"] for day in self.ask("calendar", "show")["days_off"]}
        self.assertEqual((days["2016-06-12"], days["2036-06-12"], days["2026-01-03"]),
                         ("День России", "День России", "New Year"))
        # Of next year only what is the same each year is known, of this year more.
        told = self.do("calendar", "show")
        self.assertIn("2027: without transfers", told)
        self.assertNotIn("2026: without", told)
        self.do("undo")
        self.assertEqual(self.ask("calendar", "show"), STANDARD)

    def test_bad_import(self):
        for text, why in [("title\n", "BEGIN:VCALENDAR"), ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no events")]:
            self.refuse("calendar", "import", self.write(text), saying=why)
        self.refuse("calendar", "import", os.path.join(self.folder, "none.ics"), saying="none.ics")
        self.refuse("calendar", "import", status=MISUSED)
        self.assertEqual(self.ask("calendar", "show"), STANDARD)


if __name__ == "__main__":
    unittest.main()
