#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""A deal of a process with ten stages, sixty questions and sixty tactics opens as fast
among a million deals as among a thousand.

bench-deal.py [DEALS] measures it among so many instead."""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

PROGRAM = os.environ["STAGECRAFT"]
FEW = 1000
MANY = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
MOST = 1.2
RUNS = 15


def run(database, *arguments):
    """The processor's time that a run takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, "--database", database, *arguments], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def make_process():
    return {"format": "stagecraft-process", "version": 1, "name": "Sales", "language": "en", "stages": [{
        "name": f"Stage {i}", "kinds": ["other"],
        "exit_criteria": [{"text": f"Question {i}.{j}?", "question": {"type": "text"}} for j in range(6)],
        "tactics": [{"kind": "argument", "title": f"Tactic {i}.{j}", "text": "For {deal.company}: {blank}"}
                    for j in range(6)]} for i in range(10)]}


def make(folder, n):
    database, process, deals = (os.path.join(folder, f"{n}.{end}") for end in ("db", "json", "csv"))
    with open(process, "w", encoding="utf-8") as out:
        json.dump(make_process(), out)
    with open(deals, "w", encoding="utf-8") as out:
        out.write("Title,Company,Stage\n")
        for i in range(n):
            out.write(f"Deal {i},Company {i % 1000},Stage {i % 10}\n")
    run(database, "process", "import", process)
    run(database, "process", "publish", "Sales", "--with-errors")
    run(database, "deal", "import", "Sales", deals)
    for i in range(6):
        run(database, "deal", "answer", str(n // 2 + 1), f"Question {(n // 2) % 10}.{i}?", "It breaks")
    return database


def main():
    with tempfile.TemporaryDirectory() as folder:
        sizes = [(n, make(folder, n)) for n in (FEW, MANY)]
        spent = {n: [] for n, database in sizes}
        for _ in range(RUNS):
            for n, database in sizes:
                spent[n].append(run(database, "deal", "show", str(n // 2 + 1), "--json"))
    few, many = (statistics.median(spent[n]) for n in (FEW, MANY))
    print(f"{FEW} deals {few * 1000:.1f} ms, {MANY} deals {many * 1000:.1f} ms, {many / few:.2f} times", flush=True)
    return 1 if many / few > MOST else 0


sys.exit(main())
