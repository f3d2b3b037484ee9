# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries out commands of the program as subprocess.run() does, in less time: the program
is loaded once (prefork.c), and each command is a child of that."""

import atexit
import os
import signal
import socket
import struct
import subprocess
import tempfile

# Between the descriptors that are given on and the answer.
NUMBER = struct.Struct("i")


# Where a command of the same kind was carried out before: leaks are looked for no more,
# which takes as long as most commands themselves, and what was freed and where it was
# allocated is kept for less long, for a page that is touched for the first time is dear.
KNOWN_OPTIONS = ":detect_leaks=0:malloc_context_size=1:quarantine_size_mb=1:thread_local_quarantine_size_kb=64"


class Server:
    """The program, waiting for commands."""

    def __init__(self, options):
        self.socket, theirs = socket.socketpair()
        environment = {
            **os.environ, "LD_PRELOAD": os.environ["PREFORK"], "PREFORK_SOCKET": str(theirs.fileno()),
            **({"PREFORK_ENDS_AT_ONCE": "1"} if options else {}),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0" + options,
        }
        self.process = subprocess.Popen([os.environ["STAGECRAFT"]], env=environment, pass_fds=[theirs.fileno()])
        theirs.close()

    def close(self):
        self.socket.close()
        self.process.wait()

    def read_number(self):
        data = self.socket.recv(NUMBER.size, socket.MSG_WAITALL)
        if len(data) < NUMBER.size:
            raise RuntimeError("the program that carries out commands has ended")
        return NUMBER.unpack(data)[0]

    def carry_out(self, words, files, environment, folder, timeout):
        """The exit status of a command, as that of subprocess.run()."""
        mask = os.umask(0)
        os.umask(mask)
        told = [str(mask), str(len(words)), folder, *words, *(f"{name}={value}" for name, value in environment.items())]
        data = b"".join(os.fsencode(word) + b"\0" for word in told)
        socket.send_fds(self.socket, [NUMBER.pack(len(data))],
                        [file if isinstance(file, int) else file.fileno() for file in files])
        self.socket.sendall(data)
        child = self.read_number()
        self.socket.settimeout(timeout)
        try:
            return os.waitstatus_to_exitcode(self.read_number())
        except TimeoutError:
            os.kill(child, signal.SIGKILL)
            raise subprocess.TimeoutExpired(words, timeout) from None
        finally:
            self.socket.settimeout(None)


# By the options of their sanitizer.
SERVERS = {}

# Kinds of commands that were carried out: what one leaks, another of its kind leaks too.
KNOWN = set()


def server_of(words):
    """Which one carries out a command; it is told of by its name and its options."""
    kind = tuple(word.partition("=")[0] for number, word in enumerate(words[1:]) if word.startswith("-") or number in (2, 3))
    options = KNOWN_OPTIONS if kind in KNOWN else ""
    KNOWN.add(kind)
    if options not in SERVERS:
        SERVERS[options] = Server(options)
        atexit.register(SERVERS[options].close)
    return SERVERS[options]


def run(words, env, stdin=None, stdout=None, stderr=None, cwd=None, text=False, timeout=None):
    """As subprocess.run() without a shell: files are given, or caught where they are not."""
    if "PREFORK" not in os.environ:
        caught = {"stdout": stdout or subprocess.PIPE, "stderr": stderr or subprocess.PIPE}
        return subprocess.run(words, env=env, stdin=stdin or subprocess.DEVNULL, cwd=cwd, text=text, timeout=timeout,
                              check=False, **caught)

    with open(os.devnull, "rb") as nothing, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        status = server_of(words).carry_out(words, [stdin or nothing, stdout or output, stderr or errors], env,
                                    os.fspath(cwd or os.getcwd()), timeout)
        caught = []
        for file in output, errors:
            file.seek(0)
            caught.append(file.read().decode() if text else file.read())
    return subprocess.CompletedProcess(words, status, *caught)
