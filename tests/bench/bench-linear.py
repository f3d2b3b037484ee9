#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""Ten times as much takes about ten times as long: every way that a process
goes over the command line, with 1,000 and with 10,000 of a thing, by the
processor's time. What a start takes is the same for both, and is taken off.
Fixing compares each stage with each other: 1,000 take no longer than a person
waits."""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import uuid

PROGRAM = os.environ["STAGECRAFT"]
FEW, MANY = 1000, 10000
MOST = 13
MOST_SECONDS = 3
# Below this, in seconds, a ratio is that of chances.
LEAST = 0.05
KINDS = ["prospecting", "outreach", "qualification", "needs-discovery", "presentation", "proposal", "negotiation",
         "contract", "payment", "onboarding", "other"]


def make_id(rand):
    return str(uuid.UUID(int=rand.getrandbits(128), version=4))


def stages(n, rand):
    return {"stages": [{"id": make_id(rand), "name": f"Stage {i}", "kinds": [KINDS[i % len(KINDS)]], "goal": "Goal",
                        "responsible": f"Role {i % 3}", "duration": {"value": 2, "unit": "working-days"},
                        "exit_criteria": [{"id": make_id(rand), "text": "Done"}]} for i in range(n)]}


def findings(n, rand):
    return {"stages": [{"name": "Stage", "kinds": [KINDS[i * 7 % len(KINDS)]]} for i in range(n)],
            "aspects": {"selling": "consultative", "demand": "formed"}}


def roles(n, rand):
    return {"roles": [{"id": make_id(rand), "name": f"Role {i}", "function": "other"} for i in range(n)],
            "stages": [{"name": f"Stage {i}", "kinds": ["other"], "responsible": f"Role {i}"} for i in range(n)]}


def participants(n, rand):
    return {"stages": [{"name": "One", "kinds": ["contract"], "participants": [f"Role {i}" for i in range(n)]}]}


def criteria(n, rand):
    return {"stages": [{"name": "One", "kinds": ["contract"],
                        "exit_criteria": [{"id": make_id(rand), "text": f"Criterion {i}"} for i in range(n)]}]}


def texts(n, rand):
    return {"loss_reasons": [f"Reason {i}" for i in range(n)],
            "stages": [{"name": "One", "kinds": ["contract"], "goal": "Long. " * n,
                        "actions": [f"Action {i}" for i in range(n)], "documents": [f"Document {i}" for i in range(n)],
                        "tactics": [{"title": f"Tactic {i}", "text": "Text"} for i in range(n)]}]}


WAYS = {
    "import": lambda name, path: ["process", "import", path],
    "import again": lambda name, path: ["process", "import", path, "--name", "Again"],
    "list": lambda name, path: ["process", "list"],
    "show": lambda name, path: ["process", "show", name],
    "show as JSON": lambda name, path: ["process", "show", name, "--json"],
    "check": lambda name, path: ["process", "check", name],
    "check as JSON": lambda name, path: ["process", "check", name, "--json"],
    "export JSON": lambda name, path: ["process", "export", name, "--format", "json", "-o", path + ".out"],
    "export SVG": lambda name, path: ["process", "export", name, "--format", "svg", "-o", path + ".svg"],
    "export PDF": lambda name, path: ["process", "export", name, "--format", "pdf", "-o", path + ".pdf"],
    "print": lambda name, path: ["process", "print", name, "--across", "4", "--down", "4"],
    "publish": lambda name, path: ["process", "publish", name, "--with-errors"],
    "database check": lambda name, path: ["database", "check"],
}

# What can't be done a second time.
WRITING = {"import", "import again", "publish"}


def spend(arguments):
    """The processor's time that a run takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([PROGRAM] + arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.stderr:
        sys.exit(f"{' '.join(arguments)}: {done.stderr}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def make(shape, n, name, folder):
    path = os.path.join(folder, name + ".json")
    file = {"format": "stagecraft-process", "version": 1, "name": name, "language": "en"}
    file.update(shape(n, random.Random(n)))
    with open(path, "w", encoding="utf-8") as out:
        json.dump(file, out)
    return path


def run(way, shape, n, folder):
    name = f"{shape.__name__} {n}"
    database = os.path.join(folder, name + ".db")
    return spend(["--database", database] + WAYS[way](name, os.path.join(folder, name + ".json")))


def go(shape, n, folder):
    make(shape, n, f"{shape.__name__} {n}", folder)
    return {way: run(way, shape, n, folder) for way in WAYS}


def measure_again(way, shape, n, folder):
    """On a machine that does other things, too, one run says little."""
    return statistics.median(run(way, shape, n, folder) for _ in range(5))


def get_ratio(few, many, start):
    return max(many - start, 0) / max(few - start, LEAST)


def stand_in_for_printer(folder):
    """Printing makes the pages and hands them to lp."""
    path = os.path.join(folder, "lp")
    with open(path, "w", encoding="utf-8") as out:
        out.write("#!/bin/sh\nexec cat >/dev/null\n")
    os.chmod(path, 0o755)
    os.environ["PATH"] = folder + os.pathsep + os.environ["PATH"]


def bare(n, rand):
    """All that can be fixed, and a role for each stage."""
    return roles(n, rand) | {"stages": [stage | {"kinds": [KINDS[i * 7 % len(KINDS)]]}
                                        for i, stage in enumerate(roles(n, rand)["stages"])]} | {
        "aspects": findings(n, rand)["aspects"]}


def fix(folder):
    name = f"fix {FEW}"
    path = make(bare, FEW, name, folder)
    database = os.path.join(folder, name + ".db")
    spend(["--database", database, "process", "import", path])
    seconds = spend(["--database", database, "process", "fix", name])
    print(f"{name:28}{seconds:8.2f} s" + ("  too long" if seconds > MOST_SECONDS else ""), flush=True)
    return seconds <= MOST_SECONDS


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        stand_in_for_printer(folder)
        start = min(spend(["--database", os.path.join(folder, "empty.db"), "process", "list"]) for _ in range(3))
        for shape in (stages, findings, roles, participants, criteria, texts):
            few = go(shape, FEW, folder)
            many = go(shape, MANY, folder)
            for way in WAYS:
                ratio = get_ratio(few[way], many[way], start)
                if ratio > MOST and way not in WRITING:
                    few[way] = measure_again(way, shape, FEW, folder)
                    many[way] = measure_again(way, shape, MANY, folder)
                    ratio = get_ratio(few[way], many[way], start)
                failed |= ratio > MOST
                print(f"{shape.__name__:13}{way:15}{few[way]:8.2f} s{many[way]:8.2f} s{ratio:7.1f}"
                      + ("  worse than linear" if ratio > MOST else ""), flush=True)
        failed |= not fix(folder)
    return 1 if failed else 0


sys.exit(main())
