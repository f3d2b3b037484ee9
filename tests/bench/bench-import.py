#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""How long a table of deals takes to come in, to go out and to be searched, as the
commands that people run, each beside a peer in the same turns.

An import stands beside sqlite3's .import of the same file into one table with a
unique text key, and beside plain SQL that fills the same tables, indexes and events
(plain-import.sql). What goes out and is searched stands beside sqlite3's own words
for it. Figures are medians; ratios are of the processor's time, turn by turn, and
behind them of the clock's, which other programs change.

bench-import.py [ROWS…] measures tables of so many rows rather than 8,800, 200,000
and 1,000,000."""

import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["STAGECRAFT"]
PLAIN_SQL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "plain-import.sql")
ROWS = [8800, 200000, 1000000]
N_COMPANIES = 9000
MOST_OF_PLAIN = 1.1
MOST_OF_IMPORT = 5
# Of the table that this is held of.
ROWS_OF_IMPORT = 200000

PRODUCTS = ["GTX Plus Basic", "GTXPro", "MG Special", "GTX Basic", "GTX Plus Pro", "MG Advanced"]
STAGES = ["Won"] * 4 + ["Lost"] * 3 + ["Engaging"] * 2 + ["Prospecting"]
HEADERS = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
PROCESS = {"format": "stagecraft-process", "version": 1, "name": "Bench", "language": "en",
           "stages": [{"name": "Prospecting", "kinds": ["prospecting"]}, {"name": "Engaging", "kinds": ["presentation"]},
                      {"name": "Payment", "kinds": ["payment"]}, {"name": "Delivery", "kinds": ["onboarding"]}]}
ONE_TABLE = ("CREATE TABLE deal (opportunity_id TEXT PRIMARY KEY, sales_agent, product, account, deal_stage, engage_date,"
             " close_date, close_value)")
ALL_DEALS = """SELECT external_id, title, company.name, person.name, user.name, source, label, stage_id, status,
  value_minor / 100, currency, started, closed, expected_close, loss_reason, notes
FROM deal
LEFT JOIN company ON company.id = deal.company_id
LEFT JOIN person ON person.id = person_id
LEFT JOIN user ON user.id = owner_id
WHERE deal.deleted_by IS NULL"""
SEARCHED = "мост 4711"


def make_table(path, n_rows, is_rising):
    rand = random.Random(n_rows)
    keys = list(range(n_rows))
    if not is_rising:
        rand.shuffle(keys)
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEADERS)
        for key in keys:
            stage = rand.choice(STAGES)
            is_closed = stage in ("Won", "Lost")
            month, day = rand.randint(1, 12), rand.randint(1, 28)
            out.write(f"{key * 2654435761 % 2 ** 32 if not is_rising else key:08X},Agent Number {rand.randint(0, 29)},"
                      f"{rand.choice(PRODUCTS)},Завод «Мост» {rand.randrange(N_COMPANIES)},{stage},"
                      f"{f'2016-{month:02}-{day:02}' if stage != 'Prospecting' else ''},"
                      f"{f'2017-{month:02}-{day:02}' if is_closed else ''},"
                      f"{rand.randint(30, 30000) if stage == 'Won' else 0 if is_closed else ''}\n")


def spend(arguments, folder, **options):
    """The processor's time and the clock's that a run takes."""
    started = time.monotonic()
    with open(os.path.join(folder, "said"), "wb") as said:
        child = subprocess.Popen(arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=said, **options)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    with open(os.path.join(folder, "said"), encoding="utf-8") as said:
        words = said.read()
    if child.returncode != 0 or words:
        sys.exit(f"{' '.join(arguments)}: {words}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started


def run_program(database, *arguments):
    return [PROGRAM, "--database", database, *arguments]


def make_database(folder):
    path = os.path.join(folder, "process.json")
    with open(path, "w", encoding="utf-8") as out:
        json.dump(PROCESS, out)
    for arguments in (["process", "import", path], ["process", "publish", "Bench", "--with-errors"]):
        spend(run_program("empty.db", *arguments), folder)


def remove(folder, name):
    for end in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(os.path.join(folder, name + end)):
            os.unlink(os.path.join(folder, name + end))


def take_empty(folder, name):
    remove(folder, name)
    shutil.copy(os.path.join(folder, "empty.db"), os.path.join(folder, name))


def import_ours(folder):
    take_empty(folder, "ours.db")
    return spend(run_program("ours.db", "deal", "import", "Bench", "deals.csv", "--currency", "USD"), folder)


def import_plainly(folder):
    take_empty(folder, "plain.db")
    with open(PLAIN_SQL, encoding="utf-8") as script:
        return spend(["sqlite3", "-bail", "plain.db"], folder, stdin=script)


def import_one_table(folder):
    remove(folder, "table.db")
    return spend(["sqlite3", "-csv", "table.db", ONE_TABLE, ".import --skip 1 deals.csv deal"], folder)


def export_ours(folder):
    return spend(run_program("ours.db", "deal", "export", "Bench", "-o", "out.csv"), folder)


def export_plainly(folder):
    return spend(["sqlite3", "-csv", "ours.db", ".once plain.csv", ALL_DEALS], folder)


def search_ours(folder):
    return spend(run_program("ours.db", "deal", "list", "Bench", "--search", SEARCHED), folder)


def search_plainly(folder):
    words = "".join(f" AND search LIKE '%{word}%'" for word in SEARCHED.split())
    return spend(["sqlite3", "ours.db", ALL_DEALS + words + " ORDER BY deal.id DESC"], folder)


def count_rows(folder, name):
    with sqlite3.connect(os.path.join(folder, name)) as connection:
        return [connection.execute(question).fetchone() for question in (
            "SELECT count(*), sum(value_minor), count(external_id) FROM deal", "SELECT count(*) FROM deal_event",
            "SELECT count(*) FROM company", "SELECT count(*) FROM user", "SELECT sum(n_deals), sum(sum_minor) FROM stage_total",
            "SELECT count(*), count(left_at) FROM stage_visit", "SELECT count(*) FROM sqlite_schema")]


def compare(what, ours, peers, folder, n_turns, most=None):
    """In turns, so that all have the same of what else the machine does."""
    turns = [[run(folder) for run in [ours, *peers.values()]] for _ in range(n_turns)]
    holds = True
    cpu, wall = (statistics.median(turn[0][i] for turn in turns) for i in (0, 1))
    print(f"{what:34}{cpu:7.2f} s of the processor,{wall:7.2f} s", flush=True)
    for number, name in enumerate(peers, 1):
        cpu, wall = (statistics.median(turn[number][i] for turn in turns) for i in (0, 1))
        ratios = [statistics.median(turn[0][i] / turn[number][i] for turn in turns) for i in (0, 1)]
        bound = (most or {}).get(name)
        is_ok = bound is None or ratios[0] <= bound
        holds &= is_ok
        print(f"  beside {name:25}{cpu:7.2f} s of the processor,{wall:7.2f} s: {ratios[0]:.2f} times ({ratios[1]:.2f})"
              + ("" if bound is None else f"; at most {bound}: {'holds' if is_ok else 'does not hold'}"), flush=True)
    return holds


def measure(n_rows, is_rising, folder):
    make_table(os.path.join(folder, "deals.csv"), n_rows, is_rising)
    n_turns = 9 if n_rows < 100000 else 5 if n_rows < 500000 else 3
    most = {"plain SQL": MOST_OF_PLAIN} | ({".import": MOST_OF_IMPORT} if n_rows == ROWS_OF_IMPORT else {})
    what = f"{n_rows:,} rows, {'rising' if is_rising else 'random'} keys"
    holds = compare(f"import of {what}", import_ours, {"plain SQL": import_plainly, ".import": import_one_table},
                    folder, n_turns, most)
    if count_rows(folder, "ours.db") != count_rows(folder, "plain.db"):
        sys.exit(f"plain-import.sql writes something else: {count_rows(folder, 'plain.db')}"
                 f" rather than {count_rows(folder, 'ours.db')}")
    if is_rising:
        compare(f"export of {what}", export_ours, {"sqlite3": export_plainly}, folder, n_turns)
        compare(f"search in {what}", search_ours, {"sqlite3": search_plainly}, folder, n_turns)
    return holds


def main():
    rows = [int(argument.replace(",", "")) for argument in sys.argv[1:]] or ROWS
    holds = True
    with tempfile.TemporaryDirectory() as folder:
        make_database(folder)
        for n_rows in rows:
            for is_rising in (True, False):
                holds &= measure(n_rows, is_rising, folder)
    return 0 if holds else 1


sys.exit(main())
