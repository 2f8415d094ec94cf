"""How it stands with the phones of each table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wcafe.domain.board import ON_THE_WAY, SILENT, Seen, TableState, board
from wcafe.domain.phones import Phone

NOW = datetime(2026, 11, 30, 14, 57, tzinfo=UTC)
PHONE = Phone(id="a", name="", tables=(0,), came=NOW - timedelta(hours=1), token_hash="x")


def ago(**time):
    return NOW - timedelta(**time)


def shown(seen=None, *, phones=(PHONE,), **facts):
    """Return the one table of a café, with a phone that told what is `seen` of it."""
    told = {"notes": {0: 3}, "last_note": {0: ago(minutes=20)}, "is_calm": False} | facts
    (table,) = board(1, phones, {} if seen is None else {"a": seen}, now=NOW, **told)
    return table


IN_SIGHT = Seen(since=ago(hours=1), at=ago(seconds=5))


@pytest.mark.parametrize(
    ("seen", "facts", "state", "since"),
    [
        (None, {"phones": ()}, TableState.WITHOUT, None),
        (None, {"phones": (), "on_paper": (0,)}, TableState.PAPER, None),
        (None, {}, TableState.SCANNED, PHONE.came),
        (IN_SIGHT, {"is_calm": True}, TableState.JOINED, IN_SIGHT.at),
        (IN_SIGHT, {}, TableState.SILENT, ago(minutes=20)),
        (IN_SIGHT, {"last_note": {0: ago(minutes=2)}}, TableState.JOINED, IN_SIGHT.at),
        (replace(IN_SIGHT, typed_at=ago(minutes=7)), {}, TableState.JOINED, IN_SIGHT.at),
        (replace(IN_SIGHT, since=ago(minutes=1)), {}, TableState.JOINED, IN_SIGHT.at),
        (replace(IN_SIGHT, typed_at=ago(seconds=9)), {}, TableState.WRITING, ago(seconds=9)),
        (replace(IN_SIGHT, at=ago(minutes=4)), {}, TableState.ASLEEP, ago(minutes=4)),
        (
            replace(IN_SIGHT, unsent=2, unsent_since=ago(minutes=4), typed_at=ago(seconds=9)),
            {},
            TableState.UNSENT,
            ago(minutes=4),
        ),
        (
            replace(IN_SIGHT, unsent=2, unsent_since=NOW - ON_THE_WAY / 2),
            {"is_calm": True},
            TableState.JOINED,
            IN_SIGHT.at,
        ),
    ],
)
def test_each_state_says_since_when(seen, facts, state, since):
    table = shown(seen, **facts)

    assert (table.state, table.since) == (state, since)


def test_nobody_is_called_silent_while_people_talk_however_long_it_takes():
    long = {"last_note": {0: NOW - SILENT * 10}}

    assert shown(IN_SIGHT, is_calm=True, **long).state is TableState.JOINED
    assert shown(IN_SIGHT, is_calm=False, **long).state is TableState.SILENT


def test_a_phone_that_was_taken_out_counts_nowhere():
    gone = replace(PHONE, revoked=NOW)

    table = shown(replace(IN_SIGHT, unsent=2, unsent_since=ago(minutes=9)), phones=(gone,))

    assert (table.state, table.phones, table.unsent) == (TableState.WITHOUT, 0, 0)


def test_it_counts_notes_phones_and_those_in_sight():
    other = replace(PHONE, id="b", token_hash="y")
    seen = {"a": IN_SIGHT, "b": replace(IN_SIGHT, at=ago(minutes=3), unsent=1)}

    (table,) = board(1, (PHONE, other), seen, now=NOW, notes={0: 4}, last_note={})

    assert (table.phones, table.in_sight, table.unsent, table.notes) == (2, 1, 1, 4)
