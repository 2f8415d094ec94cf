"""A laptop that vanishes without a word: its lid is shut, its cable is out; the bell goes on."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import postgres
from tests.project.places import ROOT

_STORY = """
import subprocess, time
from dataclasses import replace
from pathlib import Path
from sys import argv
from tests.postgres import Cluster
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.shared_address import SharedAddress

def cable(state):
    subprocess.run(["ip", "link", "set", "lo", state], check=True)

def rings(cafe, seconds):
    deadline = time.monotonic() + seconds
    while not cafe.elsewhere.holds_bell() and time.monotonic() < deadline:
        time.sleep(0.05)
    return cafe.elsewhere.holds_bell()

def there(cafe):
    return len(cafe.elsewhere.desks())

cable("up")
cluster = Cluster({"listen_addresses": "127.0.0.1"})
try:
    file = Path(argv[1])
    create_cafe(file, draft(title="Notre rue", language="fr"))
    place = share_cafe(file, SharedAddress.parse(cluster.new_database()))
    by_cable = replace(place, host="127.0.0.1", port=5432)
    with open_cafe(by_cable, stays=True) as gone, open_cafe(place, stays=True) as other:
        print("first:", rings(gone, 30), rings(other, 2))
        cable("down")
        print("soon:", rings(other, 20), there(other))
        cable("up")
        deadline = time.monotonic() + 60
        while there(other) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        print("back:", rings(other, 0), there(other))
finally:
    cluster.stop()
"""


_BLIND = """
from wcafe.store.postgres import engine
way_to = engine._way_to

def blind_way(address, schema, name):
    return {**way_to(address, schema, name), "options": f"-csearch_path={schema or 'pg_catalog'}"}

engine._way_to = blind_way
"""
"""Before the story: the server is asked for nothing, as by a desk that alone watches its line."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is said of the bell, as it is and by a server that does not watch; both at once."""
    if os.getuid() or postgres.programs() is None:
        pytest.skip("root makes a network whose cable is out, and PostgreSQL must be installed")

    folder = tmp_path_factory.mktemp("vanished")  # not by two threads at once

    def go_through(name, story):
        file = folder / name
        return subprocess.run(
            ["unshare", "--net", sys.executable, "-c", story, file],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=240,
        )

    with ThreadPoolExecutor() as at_once:
        return list(at_once.map(go_through, ("a.wcafe", "b.wcafe"), (_STORY, _BLIND + _STORY)))


def test_a_laptop_whose_cable_is_out_has_the_bell_no_more(told):
    ran = told[0]

    assert ran.stdout == "first: True False\nsoon: True 1\nback: True 2\n", ran.stderr


def test_it_would_keep_it_if_the_desk_alone_watched_its_line(told):
    ran = told[1]

    assert ran.stdout.startswith("first: True False\nsoon: False 2\n"), ran.stderr
