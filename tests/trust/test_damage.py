"""P11: a damaged file never crashes the program, is never made worse, and altered words are
reported (short form). The control: without the hash of each revision they are not."""

import random
import sqlite3
from collections import Counter
from contextlib import closing, suppress

import pytest
from sqlalchemy import Boolean, Integer, LargeBinary
from sqlalchemy.exc import IntegrityError

from tests.endurance import full
from tests.life import ALTERNATIVE, SPREAD, TEXTS, make_life
from wcafe.app import open_cafe
from wcafe.domain.choice import Choice
from wcafe.domain.soundness import Fault, FaultKind
from wcafe.errors import DamagedCafe, NewerCafe, NotACafe, WcafeError
from wcafe.store.base import Row
from wcafe.store.schema import require_whole
from wcafe.store.soundness import Soundness
from wcafe.store.sqlite.engine import open_engine, suspend_foreign_keys

MUTANTS = full(1_000, 150)
DEEP = "[" * 5000 + "]" * 5000


@pytest.fixture
def lived_in(tmp_path):
    """Such a café, of this test alone; closed."""
    path = tmp_path / "life.wcafe"
    make_life(path)
    return path


def flip_a_bit(content, chance):
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def scribble(content, chance):
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(len(content[at : at + 64])) + content[at + 64 :]


def blank(content, chance):
    at = chance.randrange(len(content))
    return content[:at] + bytes(len(content[at : at + 512])) + content[at + 512 :]


def cut(content, chance):
    return content[: chance.randrange(len(content))]


def mix_pages(content, chance):
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    pages[chance.randrange(len(pages))] = chance.choice(pages)
    return b"".join(pages)


WAYS = (flip_a_bit, scribble, blank, cut, mix_pages)


def said(path, *, is_read_only=True):
    """Open the café, look at all of it, and return its faults and what it says."""
    with open_cafe(path, is_read_only=is_read_only) as cafe:
        return cafe.cafes.faults(), cafe.cafes.snapshot(), pictures(cafe)


def pictures(cafe):
    """Return the bytes of each picture, by its file's name; None for what cannot be read."""
    found = {}
    for photo in cafe.photos.all():
        try:
            found[photo.name] = cafe.photos.jpeg(photo.id)
        except WcafeError:
            found[photo.name] = None
    return found


def test_a_damaged_café_is_told_of_never_crashes_and_is_left_as_it_is(
    lived_in, path, tmp_path, figure
):
    chance, tally = random.Random(11), Counter()
    content, (_none, *truth) = lived_in.read_bytes(), said(lived_in)
    for turn in range(MUTANTS):
        mutant = WAYS[turn % len(WAYS)](content, chance)
        path.write_bytes(mutant)

        try:
            faults, *here = said(path, is_read_only=turn % 3 > 0)
        except (NotACafe, NewerCafe, DamagedCafe):
            tally["refused"] += 1
        else:
            tally["reported" if faults else "harmless"] += 1
            assert faults or here == truth
        assert path.read_bytes() == mutant
        assert sorted(tmp_path.iterdir()) == sorted([lived_in, path])

    figure(f"P11 short form: {MUTANTS} damaged files, {dict(tally)}, 0 crashes, 0 made worse")
    assert tally["refused"] > MUTANTS // 4


def altered_words(content, chance, words):
    """Flip one bit of a letter in some place where the file holds one of these `words`."""
    needle = chance.choice(words).encode()
    places, at = [], content.find(needle)
    while at >= 0:
        places.append(at)
        at = content.find(needle, at + 1)
    at = chance.choice(places) + chance.randrange(len(needle[:4]))
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def unreported(lived_in, path, turns, words=TEXTS):
    """Return how many of `turns` cafés with an altered word are called sound."""
    chance, content = random.Random(12), lived_in.read_bytes()
    unseen = 0
    for _turn in range(turns):
        path.write_bytes(altered_words(content, chance, words))
        unseen += said(path)[0] == ()
    return unseen


def test_each_altered_word_of_a_note_is_reported(lived_in, tmp_path):
    assert unreported(lived_in, tmp_path / "altered.wcafe", 40) == 0


def test_the_database_alone_does_not_see_altered_words(lived_in, tmp_path, monkeypatch):
    monkeypatch.setattr(Soundness, "_altered_notes", lambda _soundness: [])
    monkeypatch.setattr("wcafe.store.soundness.broken_seals", lambda _connection, _row: ())

    assert unreported(lived_in, tmp_path / "altered.wcafe", 10) == 10


OF_PEOPLE_AND_MORE = ["Ana</b>", "Kerbrat", "Notre rue", "Arbres", ALTERNATIVE, "tents"]


def test_each_altered_word_of_all_else_is_reported(lived_in, tmp_path, figure):
    turns = 60

    assert unreported(lived_in, tmp_path / "altered.wcafe", turns, OF_PEOPLE_AND_MORE) == 0
    figure(f"P11: {turns} altered words of people, café, themes, paper, photos, 0 not reported")


def test_without_seals_altered_people_are_not_seen(lived_in, tmp_path, monkeypatch):
    monkeypatch.setattr("wcafe.store.soundness.altered_tables", lambda _connection: frozenset())

    assert unreported(lived_in, tmp_path / "altered.wcafe", 10, OF_PEOPLE_AND_MORE) > 5


def test_a_photo_with_a_damaged_byte_is_told_and_all_else_is_as_it_was(lived_in, path, figure):
    (_none, snapshot, jpegs), content = said(lived_in), lived_in.read_bytes()
    (spread,) = [photo.id for photo in snapshot.photos if photo.name == SPREAD]
    places = range(0, len(jpegs[SPREAD]) - 16, len(jpegs[SPREAD]) // 8)
    for at in places:
        path.write_bytes(with_a_flip(content, jpegs[SPREAD][at : at + 16]))

        faults, here, there = said(path)

        assert faults == (Fault(FaultKind.PICTURE, f"{SPREAD} ({spread})"),)
        assert here == snapshot
        assert {name for name, jpeg in jpegs.items() if there[name] != jpeg} == {SPREAD}
    figure(f"P11: {len(places)} bits flipped in a photo, each told, and nothing else lost")


def with_a_flip(content, needle):
    at = content.index(needle)
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_a_build_that_looks_at_no_bytes_takes_a_damaged_photo_for_sound(
    lived_in, path, monkeypatch
):
    monkeypatch.setattr("wcafe.store.soundness.Photos.altered", lambda _photos: ())
    jpeg = said(lived_in)[2][SPREAD]
    path.write_bytes(with_a_flip(lived_in.read_bytes(), jpeg[4000:4016]))

    assert said(path)[0] == ()


COLUMNS = [column for table in Row.metadata.sorted_tables for column in table.columns]


def misfits(column):
    """Return what no row can hold in `column`."""
    if isinstance(column.type, LargeBinary):
        return ("x", -1)
    is_number = isinstance(column.type, (Integer, Boolean))
    return (b"\xff\xfe", "x", -1) if is_number else (b"\xff\xfe",)


def test_a_column_that_holds_what_it_cannot_is_damage(lived_in, figure):
    """By the look that opening a café takes at it, on a connection that keeps nothing."""
    engine, tried = open_engine(lived_in), 0
    with engine.connect() as connection:
        suspend_foreign_keys(connection)
        for column, odd in ((each, odd) for each in COLUMNS for odd in misfits(each)):
            name, of = f'"{column.name}"', f'"{column.table.name}"'
            row = f"(SELECT rowid FROM {of} WHERE {name} IS NOT NULL LIMIT 1)"
            change = f"UPDATE {of} SET {name} = ? WHERE rowid = {row}"
            with suppress(IntegrityError):  # the number of a row takes numbers only
                if connection.exec_driver_sql(change, (odd,)).rowcount:
                    with pytest.raises(DamagedCafe):
                        require_whole(connection, lived_in)
                    tried += 1
            connection.rollback()
    engine.dispose()

    figure(f"P11: {tried} values that their columns cannot hold, all refused")
    assert tried > 300


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cafe SET rounds = '[{'",
        "UPDATE cafe SET rounds = '[]'",
        "UPDATE cafe SET rules = '{}'",
        "UPDATE cafe SET tables = '[{\"seats\": 0}]'",
        "UPDATE cafe SET day = 'tomorrow'",
        "UPDATE cafe SET title = ''",
        "UPDATE person SET given = '', family = ''",
        "UPDATE plan SET certificate = '[]'",
        "UPDATE cafe SET rules = json_set(rules, '$.spare', 'many')",
        "UPDATE cafe SET rules = json_set(rules, '$.spare', -1)",
        "UPDATE cafe SET rules = json_set(rules, '$.spare', 2.5)",
        "UPDATE plan SET certificate = json_set(certificate, '$.jokers', 3)",
        "UPDATE plan SET certificate = json_set(certificate, '$.jokers[0][0]', 'Ana')",
        "UPDATE plan SET certificate = json_set(certificate, '$.jokers[0][1]', 'x')",
        "UPDATE plan SET certificate = json_set(certificate, '$.jokers[0][2][1]', 'x')",
        "UPDATE plan SET certificate = json_set(certificate, '$.jokers[0][2][1]', 1000)",
        "UPDATE plan SET certificate = json_set(certificate, '$.jokers[0][2][3]', 1)",
        "UPDATE cafe SET questions = json_set(questions, '$.mode', 5)",
        "UPDATE cafe SET questions = json_set(questions, '$.texts', json('[5]'))",
        "UPDATE cafe SET questions = json_set(questions, '$.texts', printf('%.*c', 1001, 'x'))",
        "UPDATE cafe SET rules = json_set(rules, '$.apart', json('[7]'))",
        "UPDATE cafe SET rules = json_set(rules, '$.mixed', json('[[]]'))",
        "UPDATE cafe SET rules = json_set(rules, '$.distinct_tables', 'x')",
        "UPDATE cafe SET tables = json_set(tables, '$[0].name', json('[]'))",
        "UPDATE cafe SET tables = json_set(tables, '$[0].seats', 4.5)",
        "UPDATE cafe SET tables = json_set(tables, '$[0].zone', 'x')",
        "UPDATE cafe SET agenda = json_set(agenda, '$[0].title', 5)",
        "UPDATE cafe SET rounds = json_set(rounds, '$[0].minutes', json('true'))",
        "UPDATE cafe SET title = printf('%.*c', 301, 'x')",
        "UPDATE cafe SET title = 'a' || char(0) || 'b'",
        "UPDATE cafe SET id = 'no uuid'",
        "INSERT INTO cafe SELECT 'other', generation, title, language, day, starts, place, purpose,"
        " organiser, licence, questions, rounds, agenda, tables, tables_chosen, seats, rules,"
        " checked, version, headcount, prompts, kind_labels, words, publication"
        " FROM cafe",
        f"UPDATE cafe SET rules = '{DEEP}'",
        f"UPDATE person SET needs = '{DEEP}'",
        f"UPDATE live SET clock = '{DEEP}'",
        "UPDATE live SET clock = json_object('step', 1, 'deadline', null, 'left', 5)",
        "UPDATE live SET clock = json_object('step', '', 'deadline', null, 'left', 1e999)",
        "UPDATE live SET clock = json_object('step', '', 'deadline', null, 'left', 1, 'began', 5)",
        "UPDATE person SET languages = '[1]'",
        "UPDATE person SET needs = '[null]'",
        "UPDATE person SET attributes = '[[1, 2]]'",
        "UPDATE person SET present = '[0.5]'",
        "UPDATE person SET id = 'no uuid' WHERE rowid = 1",
        "UPDATE person SET given = 'a' || char(0) || 'b'",
        "UPDATE person SET organisation = printf('%.*c', 2001, 'x')",
        "UPDATE plan SET certificate = json_set(certificate, '$.balance', json('[[1, \"x\"]]'))",
        "UPDATE plan SET certificate = json_set(certificate, '$.seconds', 'x')",
        "UPDATE plan SET certificate = json_set(certificate, '$.notices', json('[[]]'))",
        "UPDATE operation SET answer = json_set(answer, '$.rev', 'x')",
        "UPDATE note SET text = printf('%.*c', 2000000, 'y')",
        "UPDATE note SET heard = '99:99'",
        "UPDATE note SET author = 'a' || char(7)",
        "UPDATE theme SET name = ''",
        "UPDATE theme SET headline = printf('%.*c', 301, 'x')",
        "UPDATE note SET prompt = 'a' || char(7)",
        "UPDATE note SET votes = 'x'",
        "UPDATE cafe SET prompts = '[1]'",
        "UPDATE cafe SET kind_labels = '[[]]'",
        "DELETE FROM cafe",
    ],
)
def test_values_that_cannot_be_are_damage_and_no_crash(lived_in, statement):
    refused_once_altered(lived_in, statement, DamagedCafe)


PHOTO = (
    "INSERT INTO photo VALUES ('a', 0, 'b', NULL, 'c', '2026-11-26T12:00:00+00:00', NULL, 9, 9, 9,"
    " 'd', '', {unfiled}, NULL, NULL, 1, '', 0, '[]', {boxes}, '[]', '', '{shown}', 0, 1)"
)
A_BOX = (
    """json('[{"box": 1, "kind": "song", "support": null, "from_table": null,"""
    """ "is_written": true, "unsure": []}]')"""
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE person SET role = 'king'",
        "UPDATE note SET kind = 'resource'",
        "UPDATE note SET support = 'dog'",
        "UPDATE note SET state = 'perhaps'",
        "UPDATE cafe SET publication = "
        """json('{"names": [{"name": "Ana", "naming": "sung", "instead": ""}]}')""",
        "INSERT INTO verdict VALUES ('a', 0, 'perhaps', 'b', '')",
        "INSERT INTO amendment VALUES"
        " ('a', 0, 'b', '', 0, NULL, NULL, NULL, NULL, 'pigeon', NULL, NULL, '', 1)",
        "INSERT INTO amendment VALUES"
        " ('a', 0, 'b', '', 0, NULL, NULL, NULL, NULL, 'slip', NULL, 'perhaps', '', 1)",
        PHOTO.format(unfiled="'lost'", boxes="'[]'", shown="ask"),
        PHOTO.format(unfiled="NULL", boxes="'[]'", shown="perhaps"),
        PHOTO.format(unfiled="NULL", boxes=A_BOX, shown="ask"),
        "UPDATE station SET let_in = 'on_sundays'",
        "UPDATE cafe SET language = 'eo'",
        "UPDATE cafe SET questions = json_set(questions, '$.mode', 'per_person')",
        "UPDATE cafe SET rules = json_set(rules, '$.hosts', 'twins')",
        "UPDATE cafe SET agenda = json_set(agenda, '$[0].kind', 'song')",
    ],
)
def test_a_word_that_only_a_later_wcafe_knows_is_newer_and_no_damage(lived_in, statement):
    refused_once_altered(lived_in, statement, NewerCafe)


def test_every_set_of_words_in_a_file_may_grow():
    """So that each is asked for above, and none is a plain enum."""
    assert {each.__name__ for each in Choice.__subclasses__()} == {
        "Role", "Kind", "Mode", "HostMode", "LineKind", "Support",
        "ActionState", "Naming", "Answer", "Way", "Decision", "Unfiled", "Shown", "LetIn",
    }  # fmt: skip


def refused_once_altered(cafe_file, statement, error):
    with closing(sqlite3.connect(cafe_file)) as connection:
        connection.execute(statement)
        connection.commit()
    before = cafe_file.read_bytes()

    with pytest.raises(error), open_cafe(cafe_file):
        pass

    assert cafe_file.read_bytes() == before
