#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""The regulations of 2,000 stages, with their tactics, take at most twice the memory of
those of 200, in every format: the most that a run has at once.

bench-document.py [FORMAT…] measures these formats alone."""

import json
import os
import subprocess
import sys
import tempfile

PROGRAM = os.environ["STAGECRAFT"]
FEW, MANY = 200, 2000
MOST = 2
FORMATS = sys.argv[1:] or ["md", "json", "html", "odt", "docx", "pdf"]
ANSWERS = ["--selling", "consultative", "--novelty", "innovative", "--demand", "unformed", "--market", "b2b",
           "--offer", "product", "--payment-terms", "after-onboarding", "--language", "ru"]


def run(database, *arguments):
    """The most memory that a run has, in KiB, and the processor's time that it takes."""
    child = subprocess.Popen([PROGRAM, "--database", database, *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {child.returncode}")
    return used.ru_maxrss, used.ru_utime + used.ru_stime


def without_ids(thing):
    """Each copy of a stage is a stage of its own."""
    if isinstance(thing, dict):
        return {name: without_ids(value) for name, value in thing.items() if name not in ("id", "client_mark", "refusal")}
    return [without_ids(value) for value in thing] if isinstance(thing, list) else thing


def make(folder, process, n):
    stages = process["stages"]
    copies = [without_ids(stages[i % len(stages)]) | {"name": f"{stages[i % len(stages)]['name']} {i + 1}"}
              for i in range(n)]
    database, path = (os.path.join(folder, f"{n}.{end}") for end in ("db", "json"))
    with open(path, "w", encoding="utf-8") as out:
        json.dump(process | {"stages": copies, "own_words": [], "client_mark_is_set": False}, out)
    run(database, "process", "import", path)
    return database


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        seed, path = os.path.join(folder, "seed.db"), os.path.join(folder, "seed.json")
        run(seed, "process", "new", "--name", "Sales", *ANSWERS)
        run(seed, "process", "export", "Sales", "--format", "json", "-o", path)
        with open(path, encoding="utf-8") as file:
            process = json.load(file)
        databases = [make(folder, process, n) for n in (FEW, MANY)]
        for name in FORMATS:
            document = os.path.join(folder, f"regulations.{name}")
            (few, _), (many, seconds) = (run(database, "process", "regulations", "Sales", "-o", document)
                                         for database in databases)
            failed |= many > MOST * few
            print(f"{name:6}{few / 1024:8.1f} MiB{many / 1024:8.1f} MiB{many / few:7.2f} times{seconds:8.2f} s"
                  + ("  too much" if many > MOST * few else ""), flush=True)
    return 1 if failed else 0


sys.exit(main())
