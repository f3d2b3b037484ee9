# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a database, on the command line: what is written where, what is left
alone, and that a restored database is what its copy was."""

import contextlib
import json
import os
import shutil
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

import prefork

TIMEOUT_SECONDS = 120

NEW_PROCESS = [
    "process", "new", "--selling", "consultative", "--novelty", "established", "--demand", "formed",
    "--market", "b2b", "--offer", "product", "--payment-terms", "before-onboarding", "--name",
]

COMPANIONS = ["-wal", "-shm", "-journal"]

# Whether each state of a database is tried with each of its companions, as in the
# long suite, or with one.
ALL = "--all" in sys.argv

# What a test begins with, made once: the database, its copy, and the database when
# more has come to it.
MADE = {}


class CopyCase(unittest.TestCase):
    """A database with one process in a folder of its own, and a data folder of its
    own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name)
        self.folder = self.top / "work"
        self.folder.mkdir()
        self.database = self.folder / "test.db"
        self.copy = self.folder / "copy.db"
        if not MADE:
            self.make()
        self.put(self.database, "first")

    def make(self):
        self.do(*NEW_PROCESS, "First")
        MADE["first"] = self.database.read_bytes()
        self.backup(self.copy)
        MADE["copy"] = self.copy.read_bytes()
        self.copy.unlink()
        self.do(*NEW_PROCESS, "Second")
        MADE["second"] = self.database.read_bytes()

    def put(self, path, name):
        path.write_bytes(MADE[name])
        path.chmod(0o600)

    def run_program(self, *words, database=None, **how):
        return prefork.run(
            [os.environ["STAGECRAFT"], "--database", str(database or self.database), *map(str, words)],
            env={**os.environ, "XDG_DATA_HOME": str(self.top / "data")}, text=True, timeout=TIMEOUT_SECONDS, **how,
        )

    def do(self, *words, **how):
        result = self.run_program(*words, **how)
        self.assertEqual(result.returncode, 0, f"{words}: {result.stderr}")
        self.assertEqual(result.stderr, "", words)
        return result.stdout

    def backup(self, *words, **how):
        return self.do("database", "backup", *words, **how)

    def restore(self, *words, **how):
        return json.loads(self.do("database", "restore", *words, "--json", **how))

    def processes(self, database=None):
        listed = json.loads(self.do("process", "list", "--json", database=database))
        return sorted(process["name"] for process in listed["processes"])

    def files(self):
        """Every name in the folder, with what it holds, and what kind of thing it is."""
        found = {}
        for path in sorted(self.folder.iterdir()):
            status = path.lstat()
            contents = path.read_bytes() if stat.S_ISREG(status.st_mode) else None
            # What a program leaves that has only read.
            if not (path.name.endswith("-shm") or (path.name.endswith("-wal") and contents == b"")):
                found[path.name] = (stat.S_IFMT(status.st_mode), contents)
        return found

    def refuse(self, *words, saying="", **how):
        """It fails in words, and every file is as it was. Files are not looked into where
        a test has them open itself, for that would take its locks away."""
        before = self.files()
        result = self.run_program("database", *words, **how)
        self.assertEqual(result.returncode, 1, f"{words}: {result.stdout}{result.stderr}")
        self.assertTrue(result.stderr.startswith("stagecraft: "), result.stderr)
        self.assertIn(saying, result.stderr)
        self.assertEqual(self.files(), before, words)
        return result.stderr

    def assert_mode(self, path):
        self.assertEqual(oct(path.stat().st_mode & 0o777), oct(0o600), path)

    def assert_no_leftovers(self):
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".")], [])

    def assert_holds(self, database=None):
        self.do("database", "check", database=database)


class Backup(CopyCase):
    def test_new_name(self):
        self.backup(self.copy)
        self.assertEqual(self.processes(self.copy), ["First"])
        self.assert_no_leftovers()

    def test_no_name(self):
        self.refuse("backup", "", saying="The name of the file is empty")

    def test_over_an_older_backup(self):
        self.backup(self.copy)
        self.do(*NEW_PROCESS, "Second")
        self.backup(self.copy)
        self.assertEqual(self.processes(self.copy), ["First", "Second"])

    def test_over_another_database(self):
        other = self.folder / "other.db"
        self.do(*NEW_PROCESS, "Theirs", database=other)
        self.refuse("backup", other, saying="--force")
        self.assert_holds(other)
        self.backup(other, "--force")
        self.assertEqual(self.processes(other), ["First"])

    def test_over_a_backup_that_was_worked_in_since(self):
        self.backup(self.copy)
        self.do(*NEW_PROCESS, "Later", database=self.copy)
        self.refuse("backup", self.copy, saying=str(self.copy))

    def test_over_a_backup_that_was_only_looked_at(self):
        self.backup(self.copy)
        before = self.files()
        for words in [["process", "list"], ["process", "show", "First"], ["process", "check", "First"],
                      ["process", "export", "First", "--format", "json"], ["process", "list", "--deleted"], ["database", "check"]]:
            self.do(*words, database=self.copy)
            self.assertEqual(self.files(), before, words)
        self.backup(self.copy)

    def test_over_a_text(self):
        text = self.folder / "letter.txt"
        text.write_text("Dear")
        self.refuse("backup", text, saying="--force")
        self.backup(text, "--force")
        self.assertEqual(self.processes(text), ["First"])
        empty = self.folder / "empty"
        empty.touch()
        self.refuse("backup", empty, saying="--force")

    def test_over_a_database_in_use(self):
        """Somebody reads it, somebody was killed in it: not even with --force."""
        other = self.folder / "other.db"
        self.do(*NEW_PROCESS, "Theirs", database=other)
        with contextlib.closing(sqlite3.connect(other)) as user:
            user.execute("SELECT count(*) FROM process").fetchall()
            for force in [], ["--force"]:
                result = self.run_program("database", "backup", other, *force)
                self.assertEqual(result.returncode, 1)
                self.assertIn(str(other), result.stderr)
        self.assertEqual(self.processes(other), ["Theirs"])
        for name in "other.db-wal", "other.db-journal":
            log = self.folder / name
            log.touch()
            for force in [], ["--force"]:
                self.refuse("backup", other, *force, saying=str(other))
            log.unlink()

    def test_over_a_backup_that_somebody_reads(self):
        self.backup(self.copy)
        with contextlib.closing(sqlite3.connect(self.copy, isolation_level=None)) as user:
            user.execute("BEGIN")
            user.execute("SELECT count(*) FROM process").fetchall()
            result = self.run_program("database", "backup", self.copy, "--force")
            self.assertEqual(result.returncode, 1)
            self.assertIn(str(self.copy), result.stderr)
        self.assertEqual(self.processes(self.copy), ["First"])

    def test_beside_a_stale_log(self):
        """The backup would be read together with it."""
        (self.folder / "copy.db-wal").write_bytes(b"old")
        self.refuse("backup", self.copy, "--force", saying=str(self.copy))

    def test_over_itself(self):
        link = self.folder / "link.db"
        link.symlink_to(self.database)
        hard_link = self.folder / "hard.db"
        hard_link.hardlink_to(self.database)
        for path in self.database, link, hard_link, self.folder / ".." / "work" / "test.db":
            for force in [], ["--force"]:
                self.refuse("backup", path, *force)
        self.refuse("backup", "test.db", "--force", cwd=self.folder)

    def test_names_that_belong_to_a_database(self):
        for suffix in COMPANIONS:
            self.refuse("backup", f"{self.database}{suffix}", "--force", saying=suffix)

    def test_what_is_no_file(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(self.folder / "socket"))
        folder = self.folder / "folder"
        folder.mkdir()
        dangling = self.folder / "dangling"
        dangling.symlink_to(self.folder / "nowhere")
        around = self.folder / "around"
        around.symlink_to(around)
        device = self.folder / "device"
        device.symlink_to("/dev/full")
        for path in (pipe, self.folder / "socket", folder, f"{folder}/", f"{self.folder}/new/", dangling, around,
                     device, "/dev/full", "/dev/null", self.folder / "no" / "copy.db", self.database / "copy.db", ""):
            for force in [], ["--force"]:
                self.refuse("backup", path, *force)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_through_a_link(self):
        """What the link leads to is written, and the link stays one."""
        self.backup(self.copy)
        link = self.folder / "link.db"
        link.symlink_to("copy.db")
        self.do(*NEW_PROCESS, "Second")
        self.backup(link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(self.processes(self.copy), ["First", "Second"])

    def test_relative_name(self):
        self.backup("copy.db", cwd=self.folder)
        self.assertEqual(self.processes(self.copy), ["First"])

    def test_somebody_elses_part(self):
        part = self.folder / "copy.db.part"
        part.write_text("mine")
        self.backup(self.copy)
        self.backup(self.copy)
        self.assertEqual(part.read_text(), "mine")

    def test_modes(self):
        for umask in 0o000, 0o077, 0o777:
            copy = self.folder / f"copy-{umask}"
            database = self.folder / f"database-{umask}"
            with contextlib.ExitStack() as stack:
                stack.callback(os.umask, os.umask(umask))
                self.do(*NEW_PROCESS, "New", database=database)
                self.backup(copy)
            self.assert_mode(copy)
            self.assert_mode(database)
            with contextlib.closing(sqlite3.connect(database)) as user:
                user.execute("CREATE TABLE wal_is_there (id)")
                for suffix in "-wal", "-shm":
                    self.assert_mode(Path(f"{database}{suffix}"))

    def test_while_others_write(self):
        """Two tables that are always written together are together in every copy."""
        stop = threading.Event()
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            connection.execute("CREATE TABLE one (n, filling)")
            connection.execute("CREATE TABLE two (n)")
            connection.executemany("INSERT INTO one VALUES (0, ?)", [("x" * 4000,)] * 4000)
            connection.execute("INSERT INTO two VALUES (0)")
            connection.commit()

        def write():
            with contextlib.closing(sqlite3.connect(self.database, timeout=TIMEOUT_SECONDS)) as connection:
                while not stop.is_set():
                    connection.execute("UPDATE two SET n = n + 1")
                    connection.execute("UPDATE one SET n = n + 1 WHERE rowid IN (1, 4000)")
                    connection.commit()

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for _ in range(3):
                self.backup(self.copy)
                with contextlib.closing(sqlite3.connect(f"file:{self.copy}?immutable=1", uri=True)) as connection:
                    numbers = connection.execute(
                        "SELECT n FROM two UNION SELECT n FROM one WHERE rowid IN (1, 4000)").fetchall()
                    self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                self.assertEqual(len(numbers), 1)
        finally:
            stop.set()
            writer.join()

    def test_damaged_database(self):
        self.do("database", "sample", "--deals", "300")
        with self.database.open("r+b") as file:
            file.seek(4096 * 20)
            file.write(b"\xff" * 4096 * 20)
        self.refuse("backup", self.copy, saying="damaged")


class Reading(CopyCase):
    """Nobody sees afterwards that a database was read; what others need who have it
    open stays."""

    COMMANDS = [["database", "check"], ["database", "backup"]]

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def test_leaves_nothing(self):
        for number, command in enumerate(self.COMMANDS):
            before = self.names()
            self.do(*command, *([self.top / f"copy {number}"] if "backup" in command else []))
            self.assertEqual(self.names(), before, command)

    def test_beside_somebody_who_writes(self):
        with contextlib.closing(sqlite3.connect(self.database)) as other:
            other.execute("SELECT * FROM process").fetchall()
            before = self.names()
            self.do("database", "check")
            self.assertEqual(self.names(), before)
            other.execute("UPDATE process SET description = 'x'")
            other.commit()
        self.assert_holds()


class Restore(CopyCase):
    def setUp(self):
        super().setUp()
        self.put(self.copy, "copy")
        self.put(self.database, "second")

    def assert_restored(self, result):
        self.assertEqual(self.processes(), ["First"])
        self.assert_holds()
        self.assert_mode(self.database)
        self.assert_no_leftovers()
        self.assertEqual((result["database"], result["copy"]), (str(self.database), str(self.copy)))

    def test_sound_database(self):
        result = self.restore(self.copy)
        self.assertEqual(self.processes(result["kept_as"]), ["First", "Second"])
        self.assert_mode(Path(result["kept_as"]))
        self.assert_restored(result)

    def test_says_where_the_old_one_is(self):
        said = self.do("database", "restore", self.copy)
        kept = next(path for path in self.folder.iterdir() if "before-restore" in path.name)
        self.assertIn(str(kept), said)

    def test_missing_database(self):
        self.database.unlink()
        result = self.restore(self.copy)
        self.assertIsNone(result["kept_as"])
        self.assert_restored(result)

    def test_any_state_of_the_target(self):
        """Whatever is there is kept byte for byte, with all that lies beside it."""
        sound = self.database.read_bytes()
        states = {
            "empty": b"", "text": b"Dear", "header only": sound[:100], "half": sound[:len(sound) // 2],
            "no header": b"\0" * 4096 + sound[4096:], "pages": sound[:8192] + b"\xff" * 8192 + sound[16384:], "sound": sound,
        }
        logs = {"-wal": os.urandom(5000), "-shm": os.urandom(32768), "-journal": os.urandom(700)}
        beside = [[], ["-wal"], ["-wal", "-shm"], ["-journal"], ["-wal", "-shm", "-journal"]]
        for number, (state, contents) in enumerate(states.items()):
            for suffixes in beside if ALL else [beside[number % len(beside)]]:
                with self.subTest(state=state, beside=suffixes):
                    self.database.write_bytes(contents)
                    for suffix in COMPANIONS:
                        Path(f"{self.database}{suffix}").unlink(missing_ok=True)
                    for suffix in suffixes:
                        Path(f"{self.database}{suffix}").write_bytes(logs[suffix])
                    result = self.restore(self.copy)
                    self.assertEqual(Path(result["kept_as"]).read_bytes(), contents)
                    for suffix in COMPANIONS:
                        kept = Path(result["kept_as"] + suffix)
                        self.assertEqual(kept.exists(), suffix in suffixes)
                        if suffix in suffixes:
                            self.assertEqual(kept.read_bytes(), logs[suffix])
                            self.assert_mode(kept)
                    self.assert_restored(result)

    def test_database_of_a_program_that_was_killed(self):
        """What is in its log alone is kept with it, and does not get into the restored
        one."""
        with contextlib.closing(sqlite3.connect(self.database)) as user:
            user.execute("PRAGMA wal_autocheckpoint = 0")
            user.execute("UPDATE process SET name = 'In the log'  WHERE name = 'Second'")
            user.commit()
            saved = {suffix: Path(f"{self.database}{suffix}").read_bytes() for suffix in ["", "-wal"]}
        for suffix, contents in saved.items():
            Path(f"{self.database}{suffix}").write_bytes(contents)
        result = self.restore(self.copy)
        self.assert_restored(result)
        self.assertEqual(self.processes(result["kept_as"]), ["First", "In the log"])

    def test_kept_ones_are_never_overwritten(self):
        kept = [self.restore(self.copy)["kept_as"] for _ in range(4)]
        self.assertEqual(len(set(kept)), 4)
        self.assertEqual(self.processes(kept[0]), ["First", "Second"])
        for path in kept[1:]:
            self.assertEqual(self.processes(path), ["First"])

    def test_restored_is_no_copy_any_more(self):
        """Even where nobody has worked in it yet, no backup is written over it."""
        self.restore(self.copy)
        other = self.folder / "other.db"
        self.do(*NEW_PROCESS, "Theirs", database=other)
        self.refuse("backup", self.database, database=other, saying="--force")

    def test_there_and_back(self):
        kept = self.restore(self.copy)["kept_as"]
        before = Path(kept).read_bytes()
        self.restore(kept)
        self.assertEqual(self.processes(), ["First", "Second"])
        self.assertEqual(Path(kept).read_bytes(), before)
        for suffix in COMPANIONS:
            self.assertFalse(Path(kept + suffix).exists())

    def test_while_a_program_has_it_open(self):
        """Who has the database open goes on in the restored one."""
        with contextlib.closing(sqlite3.connect(self.database)) as user:
            self.assertEqual(user.execute("SELECT count(*) FROM process").fetchall(), [(2,)])
            result = self.restore(self.copy)
            self.assertEqual(user.execute("SELECT count(*) FROM process").fetchall(), [(1,)])
            self.assertEqual(self.processes(result["kept_as"]), ["First", "Second"])
        self.assertEqual(self.processes(), ["First"])
        self.assert_holds()

    def test_while_a_program_writes(self):
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as user:
            user.execute("BEGIN IMMEDIATE")
            before = sorted(path.name for path in self.folder.iterdir())
            result = self.run_program("database", "restore", self.copy)
            self.assertEqual(result.returncode, 1)
            self.assertIn("locked", result.stderr)
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)
            user.execute("ROLLBACK")
        self.assertEqual(self.processes(), ["First", "Second"])

    def test_damaged_while_a_program_has_it_open(self):
        with contextlib.closing(sqlite3.connect(self.database)) as user:
            user.execute("SELECT count(*) FROM process").fetchall()
            # By a process of its own: who closes the file loses the locks on it.
            subprocess.run(["dd", "if=/dev/zero", f"of={self.database}", "bs=4096", "count=1", "conv=notrunc"],
                           capture_output=True, check=True)
            result = self.run_program("database", "restore", self.copy)
            self.assertEqual(result.returncode, 1)
            self.assertIn("open", result.stderr)

    def test_copies_that_are_none(self):
        self.do("database", "sample", "--deals", "300")
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        text = self.folder / "letter.txt"
        text.write_text("Dear")
        other = self.folder / "other.db"
        with contextlib.closing(sqlite3.connect(other)) as connection:
            connection.execute("CREATE TABLE theirs (id)")
            connection.commit()
        damaged = self.folder / "damaged.db"
        self.backup(damaged)
        contents = damaged.read_bytes()
        damaged.write_bytes(contents[:4096 * 20] + b"\xff" * 4096 * 20 + contents[4096 * 40:])
        wrong = self.folder / "wrong.db"
        self.backup(wrong)
        with contextlib.closing(sqlite3.connect(wrong)) as connection:
            connection.execute("UPDATE stage_total SET sum_minor = sum_minor + 1")
            connection.commit()
        newer = self.folder / "newer.db"
        self.backup(newer)
        with contextlib.closing(sqlite3.connect(newer)) as connection:
            connection.execute("PRAGMA user_version = 999")
        link = self.folder / "link.db"
        link.symlink_to(self.database)
        for path in (pipe, text, other, damaged, wrong, newer, link, self.database, self.folder, self.folder / "nowhere",
                     "/dev/null", "/dev/zero", ""):
            with self.subTest(copy=path):
                self.refuse("restore", path)

    def test_targets_that_are_none(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        folder = self.folder / "folder"
        folder.mkdir()
        dangling = self.folder / "dangling"
        dangling.symlink_to(self.folder / "nowhere")
        for path in (pipe, folder, dangling, "/dev/full", f"{self.database}-wal", self.folder / "no" / "a.db",
                     self.folder / ("x" * 250)):
            with self.subTest(target=path):
                self.refuse("restore", self.copy, database=path)

    def test_through_a_link(self):
        link = self.folder / "link.db"
        link.symlink_to("test.db")
        self.restore(self.copy, database=link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(self.processes(), ["First"])

    def test_default_place(self):
        result = subprocess.run(
            [os.environ["STAGECRAFT"], "database", "restore", str(self.copy), "--json"],
            env={**os.environ, "XDG_DATA_HOME": str(self.top / "fresh")}, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False,
        )
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.processes(json.loads(result.stdout)["database"]), ["First"])

    def test_full_disk(self):
        """A file system of its own, where root may make one."""
        place = self.top / "small"
        place.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "none", place],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", place], check=False)
        target = place / "small.db"
        shutil.copy(self.copy, target)
        self.do("database", "sample", "--deals", "3000")
        large = self.folder / "large.db"
        self.backup(large)
        for words, database in [["backup", place / "copy.db"], self.database], [["restore", large], target]:
            result = self.run_program("database", *words, database=database)
            self.assertEqual(result.returncode, 1)
            self.assertIn("full", result.stderr)
            self.assertEqual([path.name for path in place.iterdir()], ["small.db"])
        self.assertEqual(target.read_bytes(), self.copy.read_bytes())

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_folder_that_cannot_be_written(self):
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.refuse("restore", self.copy)
        self.refuse("backup", self.folder / "new.db")


if __name__ == "__main__":
    unittest.main(argv=[word for word in sys.argv if word != "--all"], verbosity=2)
