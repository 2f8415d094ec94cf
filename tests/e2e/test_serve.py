"""`wcafe serve`, as whoever has no window starts, ends, kills and starts it again."""

import json
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.phones import Asking, free_port
from wcafe.app import create_cafe, open_cafe
from wcafe.cli import run
from wcafe.domain.cafe import draft

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
LONGEST = 120  # seconds until a program has ended that was told to, on a busy computer


@pytest.fixture
def file(path):
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    return path


@contextmanager
def serving(file, *more):
    """Yield the program that serves `file` once it listens, and what it told."""
    program = subprocess.Popen(
        [sys.executable, "-m", "wcafe", "serve", str(file), "--json", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        line = program.stdout.readline()
        assert line, program.stderr.read().decode()
        yield program, json.loads(line)
    finally:
        program.kill()
        program.communicate()


def phone_at(told, table=1):
    (join,) = (each["join"] for each in told["tables"] if each["table"] == table)
    page, code = join.split("#")
    assert page == f"{told['url']}/t"
    return Asking.at(told["url"]).join(code)


def test_it_tells_where_it_listens_and_keeps_what_phones_write(file):
    with serving(file) as (program, told):
        assert set(told) == {"url", "event", "gen", "tables"}
        assert [each["table"] for each in told["tables"]] == [1, 2, 3]
        phone = phone_at(told, 2)
        assert (phone.event, phone.tables) == (told["event"], [2])
        assert phone.put(phone.wish("Un banc manque.", round=3, gen=told["gen"])).status == 200

        program.send_signal(signal.SIGTERM)
        out, err = program.communicate(timeout=LONGEST)
    assert (program.returncode, out, err) == (0, b"", b"")
    with open_cafe(file, is_read_only=True) as cafe:
        (note,) = cafe.notes.all()
    assert (note.table, note.round, note.text, note.is_late) == (1, 2, "Un banc manque.", False)


def test_ctrl_c_ends_it_as_well(file):
    with serving(file) as (program, _told):
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=LONGEST)
    assert program.returncode == 0


def test_killed_it_starts_again_at_the_same_address_for_the_same_phones(file):
    port = str(free_port())
    with serving(file, "--port", port) as (program, first):
        phone = phone_at(first)
        wish = phone.wish()
        kept = phone.put(wish, wish["op"])
        program.kill()
        program.wait()
        with serving(file) as (_program, second):  # it remembers the port
            assert second == first  # the same file on the same computer is no older copy
            assert phone.put(wish, wish["op"]).json == kept.json
            assert len(phone.notes()) == 1


def test_a_phone_that_listens_does_not_hold_it_up(file):
    with serving(file) as (program, told):
        phone = phone_at(told)
        asked = (
            f"GET /api/v1/live HTTP/1.1\r\nHost: {phone.address}\r\nX-Wcafe: 1\r\n"
            f"Authorization: Bearer {phone.token}\r\n\r\n"
        )
        with socket.create_connection(tuple_of(phone.address), timeout=20) as line:
            line.sendall(asked.encode())
            assert b"200 OK" in line.recv(65536)
            program.send_signal(signal.SIGTERM)
            program.communicate(timeout=LONGEST)
    assert program.returncode == 0


def tuple_of(address):
    host, port = address.rsplit(":", 1)
    return host, int(port)


def test_a_port_that_another_program_has_is_told(file, capsys):
    with serving(file) as (_program, told):
        port = told["url"].rsplit(":", 1)[1]
        other = file.with_name("other.wcafe")
        create_cafe(other, draft(title="Autre", language="fr", tables=1))
        assert run(["serve", str(other), "--port", port]) == 1
    told = capsys.readouterr().err
    assert f"The port {port} of this address cannot be used" in told
    assert "choose another port: --port N." in told


def test_an_address_of_another_computer_is_told(file, capsys):
    for address in ("192.0.2.1", "0.0.0.0", "::", "no such name.invalid", ""):
        assert run(["serve", str(file), "--host", address]) == 1
        assert "is not an address of this computer" in capsys.readouterr().err


def test_a_cafe_without_tables_is_told(path, capsys):
    create_cafe(path, draft(title="Notre rue", language="fr"))

    assert run(["serve", str(path)]) == 1
    assert "has no tables yet" in capsys.readouterr().err
