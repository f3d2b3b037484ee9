#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Insight as assistive technology has it: each chart has a table of its own, with a title above
each column, and the numbers in it are those that the command line gives."""

import re
import unittest

from accessibility import GLib
from driver import wait_for
from ways import Way

ACTION = "org.a11y.atspi.Action"
# So many rows a table has room for.
FEWEST_ROWS = 6


def words(node):
    """What is read out in a thing: the labels and buttons in it."""
    if node.role in ("button", "label") and node.name:
        return node.name
    return " ".join(filter(None, (words(child) for child in node.children if child.is_showing)))


class Table:
    """A table as it was when one looked: the first row is that of the titles, the others are in
    a list of their own, as many as are in view."""

    def __init__(self, node):
        head, *_ = (row for row in node.children if row.role == "table row")
        self.name = node.name
        self.titles = [words(title) for title in head.children if title.is_showing]
        self.rows = [[words(cell) for cell in row.walk() if cell.role == "table cell"]
                     for row in node.walk() if row.role == "table row" and row != head]

    def by(self, title, column):
        """What stands in a column, by what stands in another."""
        key, position = self.titles.index(title), self.titles.index(column)
        return {row[key]: row[position] for row in self.rows}


def number(text):
    """The first number in a text, without what groups its digits; None where there is none."""
    found = re.search(r"\d+(\.\d+)?", re.sub(r"(?<=\d),(?=\d)", "", text))
    return float(found.group()) if found else None


class InsightTables(Way):
    def setUp(self):
        super().setUp()
        self.run_command("database", "sample", "--deals", "240", "--processes", "1", "--seed", "3", "--language", "en")
        self.name = self.ask("process", "list")["processes"][0]["name"]

    def insight(self, what):
        return self.ask("insight", what, self.name)

    def open_insight(self, program):
        self.open_process(program, self.name)
        program.press("alt+5")
        program.find("label", "What to Do")

    def open_tables(self, program):
        """Opens each chart's table, as a screen reader does, and reads them by their names."""
        expanders = program.find_all("button", "Table")
        for expander in expanders:
            program.application.ask(expander.path, ACTION, "DoAction", GLib.Variant("(i)", (0,)))

        def tables():
            found = [Table(node) for node in program.find_all("tree table")]
            return found if len(found) == len(expanders) and all(table.rows for table in found) else None

        return wait_for(tables, lambda: f"{len(expanders)} tables with rows; on show:\n{program.describe()}")

    def assert_shown(self, shown, expected):
        """As many rows are in view as there is room for, and each has the number that it should have."""
        n_known = sum(value is not None for value in expected.values())
        self.assertGreaterEqual(len(shown), min(n_known, FEWEST_ROWS))
        for name, text in shown.items():
            self.assertEqual(number(text), expected[name], name)

    def assert_groups(self, table, title, groups):
        """Shares are told where there are ten cases of which one knows."""
        shown = table.by(title, "Won, of the decided ones")
        self.assertGreaterEqual(len(shown), min(len(groups), FEWEST_ROWS))
        for group in groups:
            name = group["key"]
            if name not in shown:
                continue
            if group["share"] is None:
                self.assertIn(f"{group['decided']} decided", shown[name])
                continue
            self.assertEqual(shown[name], f"{group['won']} of {group['decided']}")
            for column, end in [("from", "low"), ("to", "high")]:
                said = number(table.by(title, f"Won, of the decided ones: {column}")[name])
                self.assertAlmostEqual(said, 100 * group["share"][end], delta=0.5 + 1e-9)

    def test_tables(self):
        with self.start() as program:
            self.open_insight(program)
            charts = [node.name for node in program.find_all("image") if node.name]
            tables = self.open_tables(program)
        self.assertGreater(len(tables), 15)
        self.assertEqual([table.name for table in tables], charts)
        for table in tables:
            with self.subTest(table.name):
                self.assertGreater(len(table.titles), 1)
                self.assertTrue(all(table.titles), table.titles)
                self.assertEqual([len(row) for row in table.rows], [len(table.titles)] * len(table.rows))
        self.assert_numbers({table.name: table for table in tables})

    def assert_numbers(self, tables):
        """What stands in the tables is what the command line gives."""
        cycle, flow, discovery = self.insight("cycle"), self.insight("flow"), self.insight("discovery")
        names = [stage["name"] for stage in cycle["stages"]]

        def of_stages(stages, key):
            return dict(zip(names, (stage[key] for stage in stages)))

        length = tables["Won Against Lost"].by("Outcome", "Half the deals, at most")
        self.assertEqual(number(length["Won"]), cycle["to_client"]["median"])
        times = tables["Time at Each Stage"]
        self.assert_shown(times.by("Stage", "Half the deals, at most"), of_stages(cycle["stages"], "median"))
        self.assert_shown(times.by("Stage", "Three quarters, at most"), of_stages(cycle["stages"], "q75"))
        work = [stage["work"] for stage in cycle["stages"]]
        self.assert_shown(tables["Working and Waiting, by Stage"].by("Stage", "With work on the deal"), of_stages(work, "worked"))
        funnel = tables["From Stage to Stage"]
        self.assert_shown(funnel.by("Stage", "Came into the stage"), of_stages(flow["stages"], "entered"))
        self.assert_shown(funnel.by("Stage", "Went on"), of_stages(flow["stages"], "left_on"))
        lost = {f"{one['reason']}, “{one['stage']}”": one["n"] for one in flow["reasons"]}
        self.assert_shown(tables["Why and Where Deals Are Lost"].by("Reason and stage", "Lost"), lost)
        self.assert_groups(tables["Won, by Owner"], "Owner", flow["by"]["owner"])
        self.assert_groups(tables["Won, by Source"], "Source", flow["by"]["source"])
        self.assert_groups(tables["Won, by Month of Start"], "Month", flow["by"]["month"])
        questions = {one["text"]: one["answered"] for one in discovery["questions"]}
        self.assert_shown(tables["Which Questions Are Answered"].by("Question", "Answered"), questions)


if __name__ == "__main__":
    unittest.main(verbosity=2)
