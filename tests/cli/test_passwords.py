"""The password of a server: from where it is taken, and that it is told nowhere."""

import os
import pty
import subprocess
import sys
import time
from dataclasses import replace

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from wcafe.app import open_cafe
from wcafe.cli import entering
from wcafe.errors import WcafeError
from wcafe.services.passwords import SERVICE

PASSWORD = "Tr0ub4dor & été/@:"


class Kept(KeyringBackend):
    """A keyring of this test alone."""

    priority = 1

    def __init__(self, is_locked=False):
        self.held, self.is_locked = {}, is_locked

    def get_password(self, service, username):
        if self.is_locked:
            raise KeyringLocked
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        if self.is_locked:
            raise KeyringLocked
        self.held[service, username] = password


@pytest.fixture
def kept():
    before, own = keyring.get_keyring(), Kept()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture
def guarded(cluster, hall, file, told):
    """The address of a café on a server that wants a password of the role that shared it."""
    cluster.sql("DROP ROLE IF EXISTS zoe")
    cluster.sql(f"CREATE ROLE zoe LOGIN PASSWORD '{PASSWORD}'")
    cluster.sql(f"GRANT CREATE ON DATABASE {hall.database} TO zoe")
    access = cluster.data / "pg_hba.conf"
    before = access.read_text()
    address = replace(hall, user="zoe", cafe="notre-rue")
    told("share", file, address)
    access.write_text("local all zoe scram-sha-256\n" + before)
    cluster.sql("SELECT pg_reload_conf()")
    _wait_until_guarded(address)
    yield address
    access.write_text(before)
    cluster.sql("SELECT pg_reload_conf()")
    cluster.sql("DROP OWNED BY zoe CASCADE", hall.database)
    cluster.sql("DROP ROLE zoe")


def _wait_until_guarded(address):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with open_cafe(address, is_read_only=True):
                time.sleep(0.02)
        except WcafeError:
            return
    raise AssertionError("the server lets everybody in")


@pytest.fixture
def typing(monkeypatch):
    """Sit at a terminal and type passwords, one after the other, then answers."""

    def sitting(*passwords, answers=""):
        left = iter(passwords)
        asked = []

        def getpass(prompt):
            asked.append(prompt)
            return next(left)

        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys.stdin, "readline", lambda: answers, raising=False)
        monkeypatch.setattr(entering, "getpass", getpass)
        return asked

    return sitting


def test_without_a_terminal_it_is_said_how_to_give_one(guarded, refused, kept):
    said = refused("headcount", guarded, 20)

    assert "asks for the password of the role zoe. Give it in PGPASSWORD or ~/.pgpass" in said


def test_the_environment_and_the_file_of_libpq_are_used(guarded, told, tmp_path, monkeypatch):
    with monkeypatch.context() as environment:
        environment.setenv("PGPASSWORD", PASSWORD)
        told("headcount", guarded, 33)

    escaped = PASSWORD.replace(":", r"\:")
    (tmp_path / "pgpass").write_text(f"*:*:*:zoe:{escaped}\n")
    (tmp_path / "pgpass").chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    assert told("headcount", guarded, "--json")["people"] == 33


def test_the_keyring_is_asked_for_the_server_and_not_for_each_cafe(guarded, told, kept):
    kept.held[SERVICE, str(guarded.server)] = PASSWORD

    told("headcount", guarded, 33)
    assert told("shared", guarded.server, "--json")["cafes"][0]["whole"]


def test_a_keyring_that_is_locked_is_one_that_holds_nothing(guarded, refused, kept):
    kept.is_locked = True

    assert "asks for the password" in refused("headcount", guarded, 20)


def test_who_sits_there_is_asked_and_may_have_it_kept(guarded, wcafe, kept, typing):
    asked = typing("wrong", PASSWORD, answers="y\n")

    code, _out, said = wcafe("headcount", guarded, 33)

    assert (code, len(asked)) == (0, 2)
    assert str(guarded.server) in asked[0]
    assert said.startswith("Keep it where this computer keeps its passwords?")
    assert kept.held == {(SERVICE, str(guarded.server)): PASSWORD}
    assert wcafe("headcount", guarded, 34)[::2] == (0, "")
    assert len(asked) == 2


def test_what_is_not_to_be_kept_is_not(guarded, wcafe, kept, typing):
    typing(PASSWORD, answers="\n")

    assert wcafe("headcount", guarded, 33)[0] == 0
    assert kept.held == {}


def test_a_keyring_that_lost_its_password_is_asked_anew(guarded, wcafe, kept, typing):
    kept.held[SERVICE, str(guarded.server)] = "of last year"
    asked = typing(PASSWORD, answers="n\n")

    assert wcafe("headcount", guarded, 33)[0] == 0
    assert len(asked) == 1


def test_without_the_extra_it_is_said_how_to_install_it(refused, monkeypatch):
    monkeypatch.setattr("wcafe.store.postgres.engine.find_spec", lambda _name: None)

    assert "pip install wcafe[shared]" in refused("check", "postgresql://hall/wcafe")


def test_three_wrong_ones_are_enough(guarded, refused, kept, typing):
    asked = typing("a", "b", "c", "d")

    assert "does not let in the role zoe with this password" in refused("headcount", guarded, 20)
    assert len(asked) == 3


def test_a_password_is_in_no_output_and_in_no_file(guarded, wcafe, kept, tmp_path, monkeypatch):
    """Right and wrong, in the address, the environment and the keyring; control: it is used."""
    encoded = "Tr0ub4dor%20%26%20%C3%A9t%C3%A9%2F%40%3A"
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    address = str(guarded).replace("zoe@", f"zoe:{encoded}@")
    wrong = address.replace("zoe:", "zoe:Tr0ub4dor-wrong-")
    commands = [
        ("headcount", address, 33),
        ("headcount", address, "--json"),
        ("check", address),
        ("shared", address),
        ("shared", address, "--json"),
        ("fetch", address, tmp_path / "back.wcafe"),
        ("fetch", address, tmp_path / "back.wcafe"),
        ("share", tmp_path / "back.wcafe", address),
        ("share", "--prepare", address),
        ("tables", "list", address),
        ("plan", address),
        ("headcount", wrong, 20),
        ("shared", wrong),
        ("headcount", address.replace("cafe=", "kafe="), 20),
        ("headcount", address.replace("cafe=", "cafe=É"), 20),
        ("headcount", address.replace("/hall", "/nohall"), 20),
        ("headcount", f"{guarded}&password={encoded}", 20),
        ("check", "a.wcafe", address),
        ("new", address, "--title", "x"),
    ]

    ended = {str(command): wcafe(*command) for command in commands}

    assert {code for code, _out, _err in ended.values()} == {0, 1, 2}
    assert ended[str(commands[0])][0] == 0
    for command, (_code, out, err) in ended.items():
        assert "Tr0ub4dor" not in out + err, command
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 2
    assert not [path for path in files if b"Tr0ub4dor" in path.read_bytes()]


@pytest.mark.slow  # starts the program on a terminal of its own
def test_what_is_typed_at_a_terminal_is_not_shown_on_it(guarded):
    master, slave = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-P", "-m", "wcafe", "headcount", str(guarded), "33"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    )
    os.close(slave)
    shown = b""
    while b"Password for" not in shown:
        shown += os.read(master, 1000)
    os.write(master, PASSWORD.encode() + b"\n")
    try:
        while more := os.read(master, 1000):
            shown += more
    except OSError:  # it has ended
        pass
    os.close(master)

    assert program.wait(60) == 0, shown
    assert b"Tr0ub4dor" not in shown
