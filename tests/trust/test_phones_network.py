"""P5, P1: exactly once through any network, while `wcafe serve` is killed; nothing saved is lost.

Phones write through a network that loses, doubles, delays, cuts and stalls; the program is killed
and begun again in the middle of it. In the end each acknowledged wish is one revision, behind what
its writer had seen or beside it, and nothing waits on a phone. The control of P1: a build that
answers before it has kept loses words to the kills.
"""

import random
import threading

import pytest

from tests.endurance import full
from tests.web.fault_proxy import CLEAN, FaultProxy, Faults
from tests.web.phone_client import PhoneClient, run_together
from tests.web.serving import EARLY, Kept, Serving, is_fair
from wcafe.app import create_cafe
from wcafe.domain.cafe import draft

LONGEST = full(3600, 240)  # seconds: the full form takes minutes
pytestmark = pytest.mark.timeout(LONGEST + 60)
TABLES = 4


@pytest.fixture
def served(path, tmp_path):
    create_cafe(path, draft(title="Notre rue", language="fr", tables=TABLES))
    return Serving(path, tmp_path / "home")


def phones_of(served, way, number, patience):
    return [
        PhoneClient(served.host, way, served.codes[n % TABLES], random.Random(n), patience=patience)
        for n in range(number)
    ]


def write_all(phone, name, wishes, written, over):
    """Write so many notes or other words for one that is seen, and send all; tell of each ack."""

    def wait():
        """As the back-off does, in short."""
        assert not over.wait(0.05), f"{name} waits in vain: {phone.unsent} unsent"

    while not phone.join():
        wait()
    left = wishes
    while left or phone.unsent:
        if left and phone.unsent < 3:
            seen = [each for each in phone.sheets if not each.is_unsent]
            is_edit = seen and phone.chance.random() < 0.4
            phone.write(f"{name}, {left}", phone.chance.choice(seen) if is_edit else None)
            left -= 1
        if phone.chance.random() < 0.1:
            phone.hello()
            phone.read()
        if phone.send():
            written()
        else:
            wait()


class Killing:
    """Kills the program at moments spread over all acknowledgements, and begins it again."""

    def __init__(self, served, kills, expected):
        self._served = served
        self._lock = threading.Lock()
        self._acks = 0
        self._at = [expected * (n + 1) // (kills + 1) for n in range(kills)]
        self.kills = 0

    def written(self):
        with self._lock:
            self._acks += 1
            if self._at and self._acks >= self._at[0]:
                self._at.pop(0)
                self._served.kill()
                self.kills += 1
                self._served.start()


def go(served, *, phones, wishes, kills, faults, patience):
    """Return what the phones were told, the file, and what the network did."""
    with served.running(), FaultProxy(served.port, faults, seed=16) as network:
        killing = Killing(served, kills, phones * wishes)
        clients = phones_of(served, network.way, phones, patience)
        run_together(
            [
                lambda over, n=n, each=each: write_all(
                    each, f"Phone {n}", wishes, killing.written, over
                )
                for n, each in enumerate(clients)
            ],
            LONGEST,
        )
        counts = network.counts
    return clients, Kept.of(served.path), counts, killing.kills


def test_each_wish_is_kept_once_through_any_network(served, figure):
    phones, wishes, kills = full((30, 200, 5), (6, 20, 2))
    faults = full(Faults(), Faults(delay=0.1, stalled=3.0))

    clients, kept, counts, killed = go(
        served,
        phones=phones,
        wishes=wishes,
        kills=kills,
        faults=faults,
        patience=full(8.0, 2.0),
    )

    acks = [ack for each in clients for ack in each.acks]
    figure(
        f"P5: {len(acks)} acknowledged wishes of {phones} phones, {killed} kills, "
        f"{counts.total() - counts['carry']} of {counts.total()} requests went wrong, "
        f"{len(kept.lost(acks))} lost, {len(kept.doubled())} doubled"
    )
    assert len({ack.op for ack in acks}) == len(acks) == phones * wishes
    assert killed == kills
    assert counts["lose_reply"]
    assert counts["lose_request"]
    assert kept.lost(acks) == []
    assert kept.doubled() == []
    assert all(is_fair(ack) for ack in acks)
    assert {*kept.said} <= set().union(*(each.sent for each in clients))


def test_nothing_shown_as_saved_is_lost_to_kills(served, figure):
    kills = full(200, 2)

    clients, kept, _counts, killed = go(
        served, phones=8, wishes=full(700, 10), kills=kills, faults=CLEAN, patience=8.0
    )

    acks = [ack for each in clients for ack in each.acks]
    figure(f"P1 with phones: {killed} kills, {len(acks)} notes saved, {len(kept.lost(acks))} lost")
    assert killed == kills
    assert kept.lost(acks) == []


def test_a_build_that_answers_before_it_keeps_is_found_out(path, tmp_path, served):
    early = Serving(path, tmp_path / "home", EARLY)

    clients, kept, _counts, _killed = go(
        early, phones=4, wishes=3, kills=0, faults=CLEAN, patience=8.0
    )

    assert kept.lost([ack for each in clients for ack in each.acks])
