"""A PostgreSQL of the tests' own: Debian's program, as an ordinary user, on a socket."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_PATIENCE = 60  # seconds for a busy machine


def programs():
    """Return the folder of PostgreSQL's programs; None where it is not installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    found = str(installed[-1]) if installed else shutil.which("postgres")
    return Path(found).resolve().parent if found else None


def whose():
    """Return the words before a command that run it as an ordinary user: no server runs as root."""
    if os.getuid():
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]


class Cluster:
    """One server in a folder of its own. It is killed or stopped, and started again."""

    def __init__(self, settings: Mapping[str, str] | None = None):
        self.folder = Path(tempfile.mkdtemp(prefix="wcafe-pg-"))
        self.data = self.folder / "data"
        self._settings = settings or {}
        self._process = None
        self._databases = 0
        if not os.getuid():
            shutil.chown(self.folder, "postgres", "postgres")
            self.folder.chmod(0o755)
        self._run(
            "initdb", "-D", self.data, "--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "-U", "cafe"
        )
        self.start()

    def _run(self, program, *arguments):
        words = [*whose(), str(programs() / program), *map(str, arguments)]
        subprocess.run(words, check=True, capture_output=True, cwd="/", timeout=_PATIENCE)

    def start(self):
        """Start it, and wait until it answers."""
        told = {"listen_addresses": "", "unix_socket_directories": self.folder, **self._settings}
        options = [word for name, value in told.items() for word in ("-c", f"{name}={value}")]
        log = (self.folder / "log").open("ab") if os.getuid() else subprocess.DEVNULL
        self._process = subprocess.Popen(
            [*whose(), str(programs() / "postgres"), "-D", str(self.data), *options],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd="/",
        )
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                self._run(
                    "psql", "-h", self.folder, "-U", "cafe", "-d", "postgres", "-c", "SELECT 1"
                )
                return
            except subprocess.CalledProcessError as error:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    raise AssertionError(error.stderr) from error
                time.sleep(0.05)

    def kill(self):
        """End it as a power cut would."""
        os.kill(self._process_id(), signal.SIGKILL)
        self._process.wait(_PATIENCE)

    def pause(self):
        """Let it, and all that serve somebody, do nothing more, as a computer that is stuck."""
        self._signal_all(signal.SIGSTOP)

    def go_on(self):
        """End the pause."""
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, which):
        pids = subprocess.run(
            ["pgrep", "-P", str(self._process_id())], capture_output=True, text=True, check=False
        ).stdout.split()
        for pid in (*pids, self._process_id()):
            with suppress(ProcessLookupError):  # who it served may have gone meanwhile
                os.kill(int(pid), which)

    def _process_id(self):
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def stop(self):
        """End it at once, and all that lies in its folder."""
        if self._process.poll() is None:
            self.go_on()
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(_PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self):
        """Return the address of a database that is new."""
        self._databases += 1
        name = f"hall{self._databases}"
        self.sql(f"CREATE DATABASE {name}")
        return self.address(name)

    def address(self, database):
        return f"postgresql://cafe@/{database}?host={self.folder}"

    def sql(self, said, database="postgres"):
        """Let the server do what is `said`."""
        self._run("psql", "-h", self.folder, "-U", "cafe", "-d", database, "-c", said)

    def told(self, asked, database="postgres"):
        """Return what the server answers, a row a line, columns parted by bars."""
        words = [str(programs() / "psql"), "-AtX", "-h", str(self.folder), "-U", "cafe"]
        ran = subprocess.run(
            [*words, "-d", database, "-c", asked],
            check=True,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
        return ran.stdout.strip()

    def wait_for(self, setting, value, database="postgres"):
        """Wait until new connections see a setting as it was set."""
        deadline = time.monotonic() + _PATIENCE
        while self.told(f"SHOW {setting}", database) != value:
            if time.monotonic() > deadline:
                raise AssertionError(f"{setting} never became {value}")
            time.sleep(0.02)
