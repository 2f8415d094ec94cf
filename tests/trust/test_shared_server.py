"""A café on a server: what was acknowledged is there, once, whatever the server does (TRUST P22).

The server is killed and started again while desks and phones write through it, and connections
are cut at COMMIT. Whoever gets no answer sends the same wish again, as phones do. The control is
a build that answers before its commit stands.
"""

import random
import threading
import time
from collections import Counter
from contextlib import ExitStack

import pytest

from tests.commit_proxy import CommitProxy
from tests.endurance import full
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.phones import PhoneWish
from wcafe.domain.shared_address import SharedAddress
from wcafe.domain.text import new_id
from wcafe.errors import CannotRead, CannotWrite
from wcafe.services.phone_granting import Granted
from wcafe.store.store import Store

DESKS = full(4, 2)
PHONES = full(20, 6)
KILLS = full(200, 3)
CUTS = 0.05
_PATIENCE = 60  # seconds for one wish

pytestmark = pytest.mark.timeout(full(3600, 300))


class Afternoon:
    """Phones that write through desks, and what they were answered."""

    def __init__(self, cafes):
        self._cafes = cafes
        self._event = cafes[0].cafes.get().id
        codes = cafes[0].phones.way_in.codes()
        self._phones = [
            cafes[0].phones.join(codes[number % len(codes)]).phone for number in range(PHONES)
        ]
        self.answered = {}
        self.refused = Counter()
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._write, args=(number,), name=f"phone {number}")
            for number in range(PHONES)
        ]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self._ended.set()
        for thread in self._threads:
            thread.join(_PATIENCE)
            assert not thread.is_alive()

    def _write(self, number):
        desk, count = self._cafes[number % len(self._cafes)], 0
        phone = self._phones[number]
        while not self._ended.is_set():
            count += 1
            self._send(desk, phone, f"phone {number}, note {count}")

    def _send(self, desk, phone, text):
        wish = PhoneWish(
            id=new_id(), note=new_id(), event=self._event, gen=1, round=0, kind=Kind.IDEA, text=text
        )
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            try:
                answer = desk.phones.take_in(phone, wish)
            except (CannotWrite, CannotRead) as error:
                self.refused[type(error).__name__] += 1
                time.sleep(0.05)
            else:
                self.answered[answer.note] = text
                return
        raise AssertionError(f"no answer to {text}")


def afternoon(path, cluster, now, proxy, *, cuts=CUTS):
    """Let phones write while the server dies again and again; return them, and what stands."""
    create_cafe(path, draft(title="Congrès", language="fr", tables=12))
    there = share_cafe(path, SharedAddress.parse(cluster.new_database()), now=now)
    desks_there = SharedAddress.parse(str(there).replace(str(cluster.folder), str(proxy.way)))
    chance = random.Random(PHONES)
    with ExitStack() as held:
        cafes = [held.enter_context(open_cafe(desks_there, stays=True)) for _desk in range(DESKS)]
        phones = Afternoon(cafes)  # which come in undisturbed
        proxy.cuts = cuts
        with phones:
            for _kill in range(KILLS):
                time.sleep(chance.uniform(0.3, 1.0))
                cluster.kill()
                time.sleep(chance.uniform(0, 0.5))
                cluster.start()
            time.sleep(0.5)
        proxy.cuts = 0
    with open_cafe(there) as cafe:
        return phones, cafe.notes.all(), cafe.cafes.faults()


def test_nothing_acknowledged_is_lost_or_doubled(path, own_cluster, now, figure):
    with CommitProxy(own_cluster.folder, seed=22) as proxy:
        phones, notes, faults = afternoon(path, own_cluster, now, proxy)

    there = {note.id: note.text for note in notes}
    lost = phones.answered.keys() - there.keys()
    figure(
        f"a server killed {KILLS} times under {DESKS} desks and {PHONES} phones, "
        f"{proxy.counts.total()} commits cut: {len(phones.answered)} acknowledged, "
        f"{len(lost)} lost, {len(there) - len(phones.answered)} beyond; "
        f"{phones.refused.total()} refusals in between"
    )
    assert proxy.counts.total()
    assert phones.refused
    assert there == phones.answered
    assert len(set(there.values())) == len(notes)
    assert not faults


def test_control_a_build_that_answers_before_its_commit_loses(path, own_cluster, now, monkeypatch):
    apply = Store._apply

    def answer_at_once(store, change, connection, told):
        outcomes = apply(store, change, connection, told)
        granted = [each.answer for each in outcomes if isinstance(each, Granted)]
        early.update((answer.note, answer.seq) for answer in granted)
        return outcomes

    early = set()
    monkeypatch.setattr(Store, "_apply", answer_at_once)
    with CommitProxy(own_cluster.folder, seed=22) as proxy:
        _phones, notes, _faults = afternoon(path, own_cluster, now, proxy, cuts=0.4)

    assert early - {(note.id, note.seq) for note in notes}
