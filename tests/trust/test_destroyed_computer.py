"""P7: the computer dies, another one has an older copy, and the phones give it what it lacks.

Phones write; the file is copied; they go on, and see each other's notes; the computer is
destroyed. A second one begins from the copy at the same address, and somebody writes there before
the others are back. In the end all that any phone showed as saved is there, once, and no words of
the second computer were replaced unseen. The control: phones that put nothing again lose.
"""

import random

import pytest

from tests.endurance import full
from tests.web.phone_client import PhoneClient
from tests.web.serving import Kept, Serving, copy_of
from wcafe.app import create_cafe
from wcafe.domain.cafe import draft

pytestmark = pytest.mark.timeout(900)
TABLES = 3


@pytest.fixture
def served(path, tmp_path):
    create_cafe(path, draft(title="Notre rue", language="fr", tables=TABLES))
    return Serving(path, tmp_path / "home")


def send_all(phones):
    while any(phone.unsent for phone in phones):
        for phone in phones:
            phone.send()


def write_some(phones, name, times):
    """Let everybody write notes, and other words for some that they see."""
    chance = random.Random(name)
    for n in range(times):
        for number, phone in enumerate(phones):
            is_edit = phone.sheets and chance.random() < 0.4
            sheet = chance.choice(phone.sheets) if is_edit else None
            phone.write(f"{name} {n} of phone {number}", sheet)
        send_all(phones)
        for phone in phones:
            if chance.random() < 0.7:
                phone.read()


def live_through_it(served, tmp_path, *, phones, before, after, puts_again=True):
    """Return the phones, and what the first and the second computer hold in the end."""
    with served.running():
        way = ("127.0.0.1", served.port)
        people = [
            PhoneClient(served.host, way, served.codes[n % TABLES], random.Random(n))
            for n in range(phones)
        ]
        for phone in people:
            assert phone.join()
            phone.hello()
        write_some(people, "before", before)
        copy_of(served.path, tmp_path / "copy.wcafe")
        write_some(people, "after", after)
        people[0].write("Never sent to the first one")
    first = Kept.of(served.path)
    served.path.unlink()

    second = Serving(tmp_path / "copy.wcafe", tmp_path / "home")
    second.port = served.port
    with second.running():
        early = PhoneClient(second.host, way, second.codes[0], random.Random("early"))
        assert early.join()
        early.hello()
        early.read()
        for n, sheet in enumerate(list(early.sheets)):
            early.write(f"On the second one {n}", sheet)
        send_all([early])
        for phone in people:
            if puts_again:
                assert phone.hello()
            send_all([phone])
        for phone in people:  # nothing is asked for a second time
            assert not puts_again or (phone.hello() and not phone.unsent)
    return [*people, early], first, Kept.of(second.path)


def lost(people, first, kept):
    """Return the words on phones that the second computer never heard.

    Those of which the first one knew newer words are left out: a phone that had not looked since
    holds them, and whoever wrote the newer ones had seen them.
    """
    held = {each.text for phone in people for each in phone.sheets}
    return held - ({*first.said} - {*first.heads}) - {*kept.said}


def test_phones_give_a_second_computer_what_its_copy_lacks(served, tmp_path, figure):
    people, first, kept = live_through_it(
        served, tmp_path, phones=full(24, 6), before=full(10, 2), after=full(20, 4)
    )

    held = {each.text for phone in people for each in phone.sheets}
    doubled = [text for text, times in kept.heads.items() if times > 1]
    figure(
        f"P7: {len(people)} phones hold {len(held)} texts, {len(lost(people, first, kept))} lost, "
        f"{len(doubled)} doubled"
    )
    assert lost(people, first, kept) == set()
    assert doubled == []
    assert "Never sent to the first one" in kept.heads
    standing = {*kept.heads}
    assert {ack.text for ack in people[-1].acks} <= standing  # nobody had seen them


def test_phones_that_put_nothing_again_are_found_out(served, tmp_path):
    people, first, kept = live_through_it(
        served, tmp_path, phones=3, before=1, after=2, puts_again=False
    )

    assert lost(people, first, kept)
