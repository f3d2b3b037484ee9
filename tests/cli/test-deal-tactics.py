# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rep is told to ask, say and send comes with the deal's own words in it."""

import os
import unittest

from command_case import MISUSED, CommandCase, answers, process_json

KINDS = "question argument objection letter script checklist other".split()
FIELDS = "{deal.title}|{deal.company}|{deal.person}|{deal.value}|{deal.expected_close}|{owner}|{blank}"


class Tactics(CommandCase):
    def add(self, process, *words):
        return str(self.ask("deal", "add", process, *words)["id"])

    def make_own(self, *tactics):
        stages = [{"name": "Talk", "kinds": ["other"], "tactics": list(tactics)}, {"name": "Pay", "kinds": ["payment"]}]
        self.do("process", "import", self.file("own.json", process_json(name="Own", language="en", stages=stages)))
        self.do("process", "publish", "Own", "--with-errors")

    def texts(self, number):
        return [tactic["text"] for tactic in self.ask("deal", "tactics", number)["tactics"]]

    def test_those_that_a_process_begins_with(self):
        self.make_process()
        for stage in self.stages:
            number = self.add("C", "--title", "Roof & «Wall»", "--owner", "Bob", "--stage", stage)
            tactics = self.ask("deal", "tactics", number)["tactics"]
            self.assertGreaterEqual(len(tactics), 3)
            self.assertEqual(self.ask("deal", "show", number)["tactics"], tactics)
            for tactic in tactics:
                self.assertEqual(list(tactic), ["id", "kind", "title", "text"])
                self.assertIn(tactic["kind"], KINDS[:-1])
                self.assertNotIn("{", tactic["text"])
            for kind in KINDS:
                self.assertEqual(self.ask("deal", "tactics", number, "--kind", kind)["tactics"],
                                 [tactic for tactic in tactics if tactic["kind"] == kind])

    def test_answers(self):
        """What the client has told is in what is said and sent; what is open is a blank."""
        self.make_process()
        number = self.add("C", "--title", "T")
        self.ask("deal", "move", number, self.stages[1], "--override", "A test")
        self.ask("deal", "answer", number, "What is the problem?", "Rain & «снег» {deal.title}")
        self.ask("deal", "answer", number, "By when?", "2099-12-31")
        self.ask("deal", "answer", number, "Who decides?", "--not-told", "Later")
        [summary] = self.ask("deal", "tactics", number, "--kind", "letter")["tactics"]
        self.assertIn("The task: Rain & «снег» {deal.title}\nWhat it costs: ____\nWho decides: ____\nBy when: 12/31/2099\n",
                      summary["text"])
        self.ask("deal", "move", number, self.stages[2], "--override", "A test")
        self.assertIn("your task was Rain & «снег» {deal.title}. Is it",
                      self.ask("deal", "tactics", number, "--kind", "script")["tactics"][0]["text"])

    def test_ids_stay(self):
        self.make_process()
        number = self.add("C", "--title", "T")
        self.assertEqual(self.ask("deal", "tactics", number), self.ask("deal", "tactics", number))

    def test_filled_in_once(self):
        self.make_own({"title": "All", "text": FIELDS}, {"title": "Odd", "text": "{deal.nothing} {} {deal.title {a b} {answer:x}"})
        bare = self.add("Own", "--title", "T", "--owner", "")
        self.assertEqual(self.texts(bare), ["T|____|____|____|____|____|____", "____ {} {deal.title {a b} ____"])

        number = self.add("Own", "--title", "{deal.company}", "--company", "A & B «В»", "--person", "{deal.title}",
                          "--value", "1200.50", "--currency", "EUR", "--expected-close", "2099-12-31", "--owner", "שרה")
        self.assertEqual(self.texts(number)[0], "{deal.company}|A & B «В»|{deal.title}|€1,200.50|12/31/2099|שרה|____")

    def test_for_people(self):
        self.make_own({"title": "Bell\a", "text": "One {deal.title}\n\nTwo"}, {"title": "Next", "text": ""})
        number = self.add("Own", "--title", "T\x1b[31m")
        self.assertEqual(self.do("deal", "tactics", number), "Other: Bell\ufffd\n  One T\ufffd[31m\n\n  Two\n\nOther: Next\n")
        self.do("deal", "move", number, "Pay")
        self.assertEqual(self.do("deal", "tactics", number, "--kind", "letter"), "There are no tactics for this deal.\n")

    def test_a_long_text_without_end(self):
        self.make_own({"title": "Long", "text": "{answer:" * 100_000})
        number = self.add("Own", "--title", "T")
        self.assertEqual(self.texts(number), ["{answer:" * 100_000])

    def test_russian_words(self):
        self.do("process", "new", "--name", "Р", "--language", "ru", *answers(market="b2c"))
        self.do("process", "publish", "Р")
        number = self.add("Р", "--title", "Окна")
        result = self.run_command("deal", "tactics", number, environment={"LANGUAGE": "ru", "LC_ALL": "ru_RU.UTF-8"})
        self.assertIn("Чек-лист: Кого ищем и кого не берём", result.stdout.decode())

    def test_what_is_wrong(self):
        self.make_process()
        number = self.add("C", "--title", "T")
        self.refuse("deal", "tactics", "99", saying="99")
        self.refuse("deal", "tactics", "x", saying="x")
        self.refuse("deal", "tactics", number, "--kind", "joke", status=MISUSED, saying="joke")
        self.refuse("deal", "tactics", status=MISUSED)
        self.refuse("deal", "tactics", number, "more", status=MISUSED)


if __name__ == "__main__":
    os.environ["LC_ALL"] = "en_US.UTF-8"
    unittest.main()
