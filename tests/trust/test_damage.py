"""P11: a damaged file never crashes the program, is never made worse, and altered words are
reported (short form). The control: without the hash of each revision they are not."""

import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import Boolean, Integer

from tests.cafes import add_people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.choice import Choice
from wcafe.domain.notes import Kind
from wcafe.errors import DamagedCafe, NewerCafe, NotACafe
from wcafe.services.plan import PlanService
from wcafe.store.base import Row
from wcafe.store.soundness import Soundness

MUTANTS = 300
TEXTS = [f"Une idée, la {n} : planter des arbres le long de la rue {n}" for n in range(40)]


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """The file of a café in which every table has rows, the same to the byte each time."""
    chance = random.Random(10)
    path = tmp_path_factory.mktemp("life") / "life.wcafe"
    with pytest.MonkeyPatch.context() as fixed:
        fixed.setattr("wcafe.domain.text.uuid4", lambda: UUID(bytes=chance.randbytes(16)))
        fixed.setattr("wcafe.app.PlanService", partial(PlanService, clock=lambda: 0.0))
        create_cafe(path, draft(title="Notre rue", language="fr", tables=5))
        with open_cafe(path, now=lambda: datetime(2026, 11, 26, 14, 30, tzinfo=UTC)) as cafe:
            add_people(cafe, 20)
            cafe.plans.compose(seconds=0.2, spare=2)
            cafe.live.record_seats(0, cafe.cafes.snapshot().seating(0))
            for n, text in enumerate(TEXTS):
                cafe.notes.add(table=n % 5, round_=n % 3, kind=Kind.IDEA, text=text)
            arbres = [note.id for note in cafe.notes.all()[:5]]
            cafe.synthesis.name_theme("Arbres", notes=arbres)
    return path.read_bytes()


@pytest.fixture
def lived_in(path, life):
    """Such a café, of this test alone; closed."""
    path.write_bytes(life)
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


def said(path):
    """Open the café, look at all of it, and return its faults and what its notes say."""
    with open_cafe(path) as cafe:
        notes = cafe.cafes.snapshot().notes
        return cafe.cafes.faults(), {(n.id, n.table, n.round, n.kind, n.text) for n in notes}


def test_a_damaged_café_is_told_of_never_crashes_and_is_left_as_it_is(lived_in, tmp_path, figure):
    chance, tally = random.Random(11), Counter()
    content, truth = lived_in.read_bytes(), said(lived_in)[1]
    path = tmp_path / "damaged.wcafe"
    for turn in range(MUTANTS):
        mutant = WAYS[turn % len(WAYS)](content, chance)
        path.write_bytes(mutant)

        try:
            faults, notes = said(path)
        except (NotACafe, NewerCafe, DamagedCafe):
            tally["refused"] += 1
        else:
            tally["reported" if faults else "harmless"] += 1
            assert faults or notes == truth
        assert path.read_bytes() == mutant
        assert sorted(tmp_path.iterdir()) == sorted([lived_in, path])

    figure(f"P11 short form: {MUTANTS} damaged files, {dict(tally)}, 0 crashes, 0 made worse")
    assert tally["refused"] > MUTANTS // 4


def altered_words(content, chance):
    """Flip one bit of a letter in some place where the file holds words of a note."""
    needle = chance.choice(TEXTS).encode()
    places, at = [], content.find(needle)
    while at >= 0:
        places.append(at)
        at = content.find(needle, at + 1)
    at = chance.choice(places) + chance.randrange(len("Une id"))
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def unreported(lived_in, path, turns):
    """Return how many of `turns` cafés with an altered word are called sound."""
    chance, content = random.Random(12), lived_in.read_bytes()
    unseen = 0
    for _turn in range(turns):
        path.write_bytes(altered_words(content, chance))
        unseen += said(path)[0] == ()
    return unseen


def test_each_altered_word_of_a_note_is_reported(lived_in, tmp_path):
    assert unreported(lived_in, tmp_path / "altered.wcafe", 40) == 0


def test_the_database_alone_does_not_see_altered_words(lived_in, tmp_path, monkeypatch):
    monkeypatch.setattr(Soundness, "_altered_notes", lambda _soundness: [])

    assert unreported(lived_in, tmp_path / "altered.wcafe", 10) == 10


COLUMNS = [
    (table.name, column)
    for table in Row.metadata.sorted_tables
    for column in table.columns
    if table.name != "alembic_version"
]


def test_a_column_that_holds_what_it_cannot_is_damage(lived_in, tmp_path):
    path = tmp_path / "odd.wcafe"
    for table, column in COLUMNS:
        is_number = isinstance(column.type, (Integer, Boolean))
        for odd in (b"\xff\xfe", "x", -1) if is_number else (b"\xff\xfe",):
            shutil.copy(lived_in, path)
            with closing(sqlite3.connect(path)) as connection:
                row = f'(SELECT rowid FROM "{table}" WHERE "{column.name}" IS NOT NULL LIMIT 1)'
                try:
                    changed = connection.execute(
                        f'UPDATE "{table}" SET "{column.name}" = ? WHERE rowid = {row}', [odd]
                    )
                except sqlite3.IntegrityError:  # the number of a row takes numbers only
                    continue
                connection.commit()
            if changed.rowcount:
                with pytest.raises(DamagedCafe), open_cafe(path, is_read_only=True):
                    pass


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
        "UPDATE theme SET name = ''",
        "DELETE FROM cafe",
    ],
)
def test_values_that_cannot_be_are_damage_and_no_crash(lived_in, statement):
    refused_once_altered(lived_in, statement, DamagedCafe)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE person SET role = 'king'",
        "UPDATE note SET kind = 'resource'",
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
        "Role", "Kind", "Mode", "HostMode", "LineKind",
    }  # fmt: skip


def refused_once_altered(cafe_file, statement, error):
    with closing(sqlite3.connect(cafe_file)) as connection:
        connection.execute(statement)
        connection.commit()
    before = cafe_file.read_bytes()

    with pytest.raises(error), open_cafe(cafe_file):
        pass

    assert cafe_file.read_bytes() == before
