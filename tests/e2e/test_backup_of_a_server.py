"""A server as the README sets it up: reached over TLS alone, backed up and restored."""

import os
import re
import shlex
import shutil
import socket
import subprocess
from dataclasses import replace

import pytest

from tests.life import make_life
from tests.postgres import Cluster, programs
from tests.project.places import ROOT
from wcafe.app import open_cafe, share_cafe
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import ServerGone, ServerRefuses
from wcafe.exports.sheets import notes_sheet
from wcafe.i18n import ENGLISH

HERE = "127.0.0.2"  # an address of this computer that goes the way of a network: it is to be proven


def told_in_readme(program):
    """Return the line of the README that runs `program`, parted into its words."""
    page = (ROOT / "README.md").read_text(encoding="utf-8").split("## Several laptops")[1]
    line = re.search(rf"\b({program} .*?)(?: && |$)", page, re.MULTILINE)[1]
    return shlex.split(line)


def contents_of(where):
    with open_cafe(where, is_read_only=True) as cafe:
        return notes_sheet(cafe.cafes.snapshot(), ENGLISH), cafe.people.all(), cafe.cafes.faults()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "rue.wcafe"
    make_life(path)
    return path


def test_a_backup_by_pg_dump_opens_in_another_database(cluster, hall, file, tmp_path):
    there = share_cafe(file, replace(hall, cafe="rue"))
    before, backup = contents_of(there), str(tmp_path / "cafes.backup")
    other = SharedAddress.parse(cluster.new_database())

    for program, address in (("pg_dump", hall), ("pg_restore", other)):
        asked = told_in_readme(program)
        words = [str(address) if "://" in word else word for word in asked]
        words = [backup if word == "cafes.backup" else word for word in words]
        words[0] = programs() / program
        subprocess.run(words, check=True, capture_output=True, timeout=60)

    restored = replace(other, cafe="rue")
    assert contents_of(restored) == before
    assert before[-1] == ()
    with open_cafe(restored) as cafe:  # and is worked on
        cafe.cafes.save(replace(cafe.cafes.get(), headcount=77))
        assert cafe.cafes.get().headcount == 77
        assert cafe.cafes.faults() == ()
    with open_cafe(there, is_read_only=True) as cafe:
        assert cafe.cafes.get().headcount != 77


@pytest.fixture
def port(monkeypatch):
    """A port that nobody listens at, which libpq takes without being told in any address."""
    with socket.create_server((HERE, 0)) as taken:
        number = str(taken.getsockname()[1])
    monkeypatch.setenv("PGPORT", number)
    return number


@pytest.fixture
def proven(tmp_path, port):
    """A server with a certificate of its own, made as the README says, and the certificate."""
    if shutil.which("openssl") is None or programs() is None:
        pytest.skip("openssl or PostgreSQL is not installed: sh packaging/postgres.sh")
    for name, address in (("hall", HERE), ("other", "192.0.2.1")):
        words = [word.replace("192.168.1.10", address) for word in told_in_readme("openssl req")]
        words = [word.replace("hall.", f"{name}.") for word in words]
        subprocess.run(words, check=True, capture_output=True, cwd=tmp_path, timeout=60)
    running = Cluster({"port": port})
    try:
        for name in ("hall", "other"):
            for ending in ("key", "crt"):
                shutil.copy(tmp_path / f"{name}.{ending}", running.data)
                shutil.chown(running.data / f"{name}.{ending}", running.data.owner())
            (running.data / f"{name}.key").chmod(0o600)
        access = running.data / "pg_hba.conf"
        access.write_text("local all all trust\nhostssl all all 127.0.0.0/8 trust\n")
        serve(running, "hall")
        running.sql("CREATE DATABASE wcafe")
        yield running, tmp_path
    finally:
        running.stop()


def serve(running, certificate, *, has_one=True):
    """Let the server begin anew with that certificate."""
    running.kill()
    running._settings = {
        "port": os.environ["PGPORT"],
        "listen_addresses": HERE,
        "ssl": "on" if has_one else "off",
        "ssl_cert_file": f"{certificate}.crt",
        "ssl_key_file": f"{certificate}.key",
    }
    running.start()


def test_a_server_is_reached_over_tls_by_its_own_certificate_alone(proven, file):
    running, folder = proven
    address = SharedAddress(host=HERE, user="cafe", database="wcafe", cafe="rue")
    known = replace(address, sslrootcert=str(folder / "hall.crt"))

    there = share_cafe(file, known)

    assert contents_of(there)[-1] == ()
    asked = "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
    with open_cafe(there):
        assert running.told(f"{asked} WHERE client_addr IS NOT NULL", "wcafe") == "t"
    wrong = {
        address: "its certificate is not known here",
        replace(known, sslrootcert=str(folder / "other.crt")): "its certificate is not known here",
        replace(
            known, sslrootcert="/nowhere.crt"
        ): "The certificate /nowhere.crt cannot be read on this computer",
    }
    for where, why in wrong.items():
        require_refused(where, why)
    serve(running, "other")
    other = replace(known, sslrootcert=str(folder / "other.crt"))
    require_refused(other, "its certificate is for a computer of another name")
    serve(running, "other", has_one=False)
    require_refused(known, "it has no certificate")


def require_refused(where, why):
    with pytest.raises((ServerRefuses, ServerGone)) as caught, open_cafe(where):
        pass
    assert why in str(caught.value)
