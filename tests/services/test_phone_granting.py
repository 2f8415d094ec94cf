"""Wishes of phones that come at once are granted as if they had come one behind the other."""

import random
import shutil
from dataclasses import replace
from itertools import pairwise

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.phones import PhoneWish
from wcafe.domain.text import new_id
from wcafe.errors import OtherBody, WcafeError
from wcafe.errors.phones import NoSuchPhone, OtherTable
from wcafe.services import phone_granting
from wcafe.services.phone_granting import Granted, Sent, grant_all

NOW = "2026-11-30T12:00:00+00:00"
EXAMPLES = 25


@pytest.fixture
def two(tmp_path):
    """Two copies of one café in its second generation, and phones of two tables."""
    folder = tmp_path
    one, other = folder / "one.wcafe", folder / "other.wcafe"
    create_cafe(one, draft(title="Café", language="fr", tables=3))
    with open_cafe(one) as cafe:
        codes = cafe.phones.way_in.codes()
        phones = [cafe.phones.join(codes[table]).phone for table in (0, 0, 1)]
        cafe.phones.revoke(cafe.phones.join(codes[0]).phone.id)
        phones.append(cafe.phones.all()[-1])
        write(cafe, lambda work: work.cafes.begin_generation(2))
    shutil.copy(one, other)
    with open_cafe(one) as here, open_cafe(other) as there:
        yield here, there, phones


def write(cafe, change):
    return cafe.cafes._store.write(change)


def sent(chance, cafe, phones):
    """Return wishes about few notes, some of them twice and some that contradict each other."""
    notes, operations = [new_id() for _ in range(3)], [new_id() for _ in range(10)]
    event = cafe.cafes.get().id
    wishes = [
        Sent(
            phone=chance.choice(phones),
            wish=PhoneWish(
                id=chance.choice(operations),
                note=chance.choice(notes),
                event=chance.choice([event] * 9 + [new_id()]),
                gen=chance.choice([2] * 6 + [1]),
                round=chance.choice([0, 0, 0, 9]),
                base=chance.choice([0, 0, 1, 1, 2, 3]),
                text=chance.choice(["Un banc", "Deux bancs", "De l’eau", ""]),
                kind=chance.choice([None, Kind.IDEA, Kind.QUESTION]),
                table=chance.choice([None, None, 0, 1]),
                prompt=chance.choice([None, None, "Le lieu"]),
                is_delete=chance.random() < 0.15,
            ),
            now=NOW,
        )
        for _ in range(10)
    ]
    return [*wishes, *chance.sample(wishes, 2)], notes


def outcomes_of(found):
    return [
        (each.answer, each.changed) if isinstance(each, Granted) else type(each) for each in found
    ]


def one_by_one(cafe, wishes):
    """Return what comes of each wish where it is settled by itself, as the desk's are."""

    def grant(each):
        def keep(work):
            return phone_granting._Granting(work, [each]).grant_older(each)

        try:
            return write(cafe, keep)
        except WcafeError as refusal:
            return refusal

    return [grant(each) for each in wishes]


def test_what_comes_at_once_is_as_if_it_came_one_by_one(two):
    here, there, phones = two
    kinds = set()
    for seed in range(EXAMPLES):
        chance = random.Random(seed)
        wishes, notes = sent(chance, here, phones)
        cuts = sorted({0, len(wishes), *(chance.randrange(len(wishes)) for _ in range(2))})

        # those of an older generation come first in their group
        groups = [
            sorted(wishes[begin:end], key=lambda each: each.wish.gen)
            for begin, end in pairwise(cuts)
        ]
        together = [
            outcome
            for group in groups
            for outcome in write(here, lambda work, group=group: grant_all(work, group))
        ]
        alone = one_by_one(there, [each for group in groups for each in group])

        assert outcomes_of(together) == outcomes_of(alone), seed
        for note in notes:
            assert here.notes.history(note) == there.notes.history(note), seed
        kinds.update(each if isinstance(each, type) else Granted for each in outcomes_of(together))

    assert here.notes.all() == there.notes.all()
    assert any(note.conflict_of for note in here.notes.all())
    assert not here.cafes.faults()
    assert {Granted, OtherBody, OtherTable, NoSuchPhone} <= kinds


def test_who_is_refused_takes_nobody_along(two):
    here, _there, phones = two
    event = here.cafes.get().id
    good = PhoneWish(id=new_id(), note=new_id(), event=event, gen=2, round=0, text="Un banc")
    bad = replace(good, id=new_id(), note=new_id(), text="")

    kept, refusal, again = write(
        here,
        lambda work: grant_all(
            work, [Sent(phone=phones[0], wish=each, now=NOW) for each in (good, bad, good)]
        ),
    )

    assert here.notes.get(good.note).text == "Un banc"
    assert here.notes.get(bad.note) is None
    assert kept.changed == {good.note}
    assert again.answer == kept.answer
    assert not again.changed
    with pytest.raises(WcafeError):
        raise refusal
