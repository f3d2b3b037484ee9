# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program's command line on a database of its own, also on a disk that
fails and killed in the middle."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "cli"))

import prefork  # noqa: E402

# Of any step, under sanitizers on a busy machine.
TIMEOUT_SECONDS = 120

ANSWERS = [
    "--selling", "consultative", "--novelty", "established", "--demand", "formed",
    "--market", "b2b", "--offer", "product", "--payment-terms", "before-onboarding",
]


# Whether every instant is tried, as in the long suite, and not a few of them.
ALL = "--all" in sys.argv

# What commands make of a new database, by the commands.
PREPARED = {}


class Database:
    """A database in a folder of its own, and the commands on it."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.folder = Path(self._folder.name)
        self.path = self.folder / "data" / "test.db"
        self.path.parent.mkdir()

    def close(self):
        self._folder.cleanup()

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, "utf-8")
        return str(path)

    def run(self, *arguments, **environment):
        """Runs a command, whatever its exit status."""
        words = [os.environ["STAGECRAFT"], "--database", str(self.path), *arguments]
        if not environment:
            return prefork.run(words, env=os.environ, text=True, timeout=TIMEOUT_SECONDS)
        return subprocess.run(words, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False)

    def start(self, *arguments, **environment):
        """Starts a command, to be killed or waited for."""
        return subprocess.Popen(
            [os.environ["STAGECRAFT"], "--database", str(self.path), *arguments],
            env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def do(self, *arguments):
        """Runs a command that has to go well; gives back what it prints."""
        result = self.run(*arguments)
        assert result.returncode == 0, f"{arguments}: {result.returncode}: {result.stderr}"
        return result.stdout

    def ask(self, *arguments):
        """Runs a command with --json; gives back what it says."""
        return json.loads(self.do(*arguments, "--json"))

    def prepare(self, *commands):
        """Runs commands on a new database; what has come of the same ones before is copied."""
        if commands in PREPARED:
            self.restore(PREPARED[commands])
            return
        for command in commands:
            self.do(*command)
        PREPARED[commands] = self.save()

    def prepare_process(self, is_published=True):
        """A new database with the process P."""
        publish = [("process", "publish", "P")] if is_published else []
        self.prepare(("process", "new", "--name", "P", *ANSWERS), *publish)

    def run_failing(self, arguments, **how):
        """Runs a command on a disk that fails: full=N, kill=N, kill_name=N, read_only=1."""
        count = self.folder / "count"
        count.unlink(missing_ok=True)
        environment = {
            "LD_PRELOAD": os.environ["FAILING_DISK"],
            "FAILING_DISK_FOLDER": str(self.path.parent),
            "FAILING_DISK_COUNT": str(count),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
            **{f"FAILING_DISK_{name.upper()}": str(value) for name, value in how.items()},
        }
        result = self.run(*arguments, **environment)
        numbers = count.read_text().split() if count.exists() else [None, None]
        result.n_writes, result.n_names = [number and int(number) for number in numbers]
        return result

    def dump(self):
        """All that the database holds, as text, to be compared."""
        connection = sqlite3.connect(self.path)
        try:
            return "\n".join(connection.iterdump())
        finally:
            connection.close()

    def save(self):
        """A copy of the database's files, to begin from again."""
        return {path.name: path.read_bytes() for path in self.path.parent.iterdir() if path.is_file()}

    def restore(self, saved):
        for path in self.path.parent.iterdir():
            if path.is_file():
                path.unlink()
        for name, data in saved.items():
            (self.path.parent / name).write_bytes(data)

    def assert_holds(self):
        """The program itself finds nothing wrong with the database."""
        result = self.run("database", "check")
        assert result.returncode == 0, f"database check: {result.stdout}{result.stderr}"


def some_of(instants):
    """A few of many that are much alike, the first and the last among them; with --all
    each of them."""
    instants = list(instants)
    if ALL or len(instants) < 8:
        return instants
    return [*instants[:2], *instants[2:-3:9], *instants[-3:]]


def main():
    unittest.main(argv=[word for word in sys.argv if word != "--all"], verbosity=2)


def was_killed(result):
    return result.returncode == -signal.SIGKILL


def deals_csv(n_deals, revision=1):
    """A table of deals; another revision has other values for the same ids."""
    lines = ["id,deal,company,stage,value,started"]
    for i in range(n_deals):
        lines.append(f"E{i},Deal {i},Company {i % 7},Open,{100 * i + revision},2026-01-{i % 28 + 1:02}")
    return "\n".join(lines) + "\n"


def import_arguments(process, path):
    """The command that imports such a table into a process's first stage."""
    return [
        "deal", "import", process, path, "--map", "external_id=id", "--map", "title=deal",
        "--map", "company=company", "--map", "stage=stage", "--map", "value=value",
        "--map", "started=started", "--currency", "USD",
    ]
