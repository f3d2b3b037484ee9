#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window with a thousand deals starts with at most 1.3 times the processor time of
gnome-text-editor, where that is installed.

bench-start.py [DEALS] measures it with so many instead."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["STAGECRAFT"]
PEER = "gnome-text-editor"
DEALS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
MOST = 1.3
RUNS = 9
SKIPPED = 77

# A program that has done nothing for so long has started.
QUIET_SECONDS = 1.0
PATIENCE_SECONDS = 60


def spent(pid):
    """The processor's time of a process so far, in seconds."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(command, environment):
    """The processor's time until the window is there and at rest."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process.pid), "--name", "."],
                       stdout=subprocess.DEVNULL, check=True, timeout=PATIENCE_SECONDS)
        last, since = spent(process.pid), time.monotonic()
        until = since + PATIENCE_SECONDS
        while time.monotonic() - since < QUIET_SECONDS:
            assert time.monotonic() < until, "never at rest"
            time.sleep(0.05)
            now = spent(process.pid)
            if now != last:
                last, since = now, time.monotonic()
        process.kill()
    return last


def main():
    if shutil.which(PEER) is None:
        print(f"{PEER} is not here to compare with")
        return SKIPPED

    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "XDG_DATA_HOME": os.path.join(folder, "data"),
                       "XDG_CONFIG_HOME": os.path.join(folder, "config"), "XDG_CACHE_HOME": os.path.join(folder, "cache")}
        environment.pop("G_DEBUG", None)
        # Other settings than the program's own are the desktop's.
        environment.pop("GSETTINGS_SCHEMA_DIR", None)
        ours = {**environment, "GSETTINGS_SCHEMA_DIR": os.environ["GSETTINGS_SCHEMA_DIR"]}
        database = os.path.join(folder, "sales.db")
        subprocess.run([PROGRAM, "--database", database, "database", "sample", "--deals", str(DEALS)],
                       env=ours, stdout=subprocess.DEVNULL, check=True)
        commands = {PROGRAM: ([PROGRAM, "--database", database], ours), PEER: ([PEER, "--standalone"], environment)}
        times = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, (command, settings) in commands.items():
                times[name].append(start(command, settings))
    mine, peers = (statistics.median(times[name]) for name in commands)
    print(f"with {DEALS} deals {mine:.2f} s, {PEER} {peers:.2f} s of processor time, {mine / peers:.2f} times", flush=True)
    return 1 if mine / peers > MOST else 0


sys.exit(main())
