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


class Server:
    """The program, waiting for commands."""

    def __init__(self):
        self.socket, theirs = socket.socketpair()
        environment = {
            **os.environ, "LD_PRELOAD": os.environ["PREFORK"], "PREFORK_SOCKET": str(theirs.fileno()),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
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


SERVERS = []

# Commands whose leaks were looked for: that takes as long as most commands themselves, and
# what one leaks, another of the same kind leaks too.
KNOWN = set()


def has_no_new_leaks(words):
    """Whether a command with these options was carried out before; it is told of then."""
    kind = tuple(word.partition("=")[0] for number, word in enumerate(words[1:]) if word.startswith("-") or number in (2, 3))
    is_known = kind in KNOWN
    KNOWN.add(kind)
    return is_known


def server():
    if not SERVERS:
        SERVERS.append(Server())
        atexit.register(SERVERS[0].close)
    return SERVERS[0]


def run(words, env, stdin=None, stdout=None, stderr=None, cwd=None, text=False, timeout=None):
    """As subprocess.run() without a shell: files are given, or caught where they are not."""
    if "PREFORK" not in os.environ:
        caught = {"stdout": stdout or subprocess.PIPE, "stderr": stderr or subprocess.PIPE}
        return subprocess.run(words, env=env, stdin=stdin or subprocess.DEVNULL, cwd=cwd, text=text, timeout=timeout,
                              check=False, **caught)

    if has_no_new_leaks(words):
        env = {**env, "PREFORK_HAS_NO_NEW_LEAKS": "1"}
    with open(os.devnull, "rb") as nothing, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        status = server().carry_out(words, [stdin or nothing, stdout or output, stderr or errors], env,
                                    os.fspath(cwd or os.getcwd()), timeout)
        caught = []
        for file in output, errors:
            file.seek(0)
            caught.append(file.read().decode() if text else file.read())
    return subprocess.CompletedProcess(words, status, *caught)
