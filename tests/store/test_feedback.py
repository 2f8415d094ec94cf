"""What comes back is kept: verdicts by table and statement, amendments in their order."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from wcafe.app import open_cafe
from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.kinds import Kind
from wcafe.domain.soundness import FaultKind
from wcafe.domain.synthesis import StatementId, ThemeId
from wcafe.domain.text import new_id
from wcafe.domain.verdicts import Answer, Verdict, standing_verdicts, verdict_on
from wcafe.errors import EditedElsewhere, WcafeError

FULL = Amendment(
    id=AmendmentId("full"),
    text="Ce n'est pas un banc.\nC'est un siège.",
    who="Zoé d'Ân-Lê",
    may_be_named=True,
    table=3,
    round=0,
    theme=ThemeId("theme"),
    statement=StatementId("statement"),
    way=Way.SLIP,
    came=date(2026, 12, 1),
    decision=Decision.DECLINED,
    reason="La table l'a dit autrement.",
)


def verdict(statement="s", table=0, answer=Answer.CONFIRMED, **facts):
    return Verdict(
        statement=StatementId(statement), table=table, answer=answer, sentence="ab" * 32, **facts
    )


@pytest.mark.parametrize("answer", Answer)
def test_a_verdict_comes_back_as_it_was_given(crowd, answer):
    given = verdict(table=11, answer=answer, words="« Plutôt » deux bancs, d'ici l'été")
    store = crowd.cafes._store

    store.write(lambda work: work.verdicts.put([given]))

    with store.read() as work:
        assert work.verdicts.all() == {given}
    assert crowd.cafes.snapshot().verdicts == {given}
    assert crowd.cafes.faults() == ()


def test_a_table_says_one_thing_to_a_statement_and_the_last_one_stands(crowd):
    store = crowd.cafes._store
    first, other = verdict(), verdict(table=1)
    last = verdict(answer=Answer.NOT_OURS)

    store.write(lambda work: work.verdicts.put([first, other]))
    store.write(lambda work: work.verdicts.put([last]))
    store.write(lambda work: work.verdicts.remove([("s", 1), ("nothing", 7)]))

    with store.read() as work:
        assert work.verdicts.all() == {last}


def test_an_amendment_comes_back_whole_and_in_the_order_in_which_it_came(crowd):
    plain = Amendment(id=AmendmentId("plain"), text="Il manque une page.")
    store = crowd.cafes._store

    kept = [store.write(lambda work, one=one: work.amendments.save(one)) for one in (FULL, plain)]
    decided = store.write(lambda work: work.amendments.save(replace(kept[0], reason="Autrement.")))

    with store.read() as work:
        assert work.amendments.all() == (decided, kept[1])
    assert replace(kept[0], version=0) == FULL
    assert crowd.cafes.faults() == ()


def test_an_amendment_that_somebody_else_changed_is_not_written_over(crowd):
    store = crowd.cafes._store
    old = store.write(lambda work: work.amendments.save(FULL))
    store.write(lambda work: work.amendments.save(replace(old, reason="Non.")))

    with pytest.raises(EditedElsewhere):
        store.write(lambda work: work.amendments.save(replace(old, reason="Si.")))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE verdict SET answer = 'not_ours'",
        "UPDATE verdict SET words = 'autre chose'",
        "DELETE FROM verdict",
        "UPDATE amendment SET decision = NULL",
    ],
)
def test_what_another_program_altered_is_told(cafe_file, statement):
    with open_cafe(cafe_file) as cafe:
        cafe.verdicts.put([verdict()])
        cafe.amendments.save(FULL)
    with closing(sqlite3.connect(cafe_file)) as connection:
        connection.execute(statement)
        connection.commit()

    with open_cafe(cafe_file, is_read_only=True) as cafe:
        assert FaultKind.ALTERED in {fault.kind for fault in cafe.cafes.faults()}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE verdict SET answer = 'of a later wcafe'",
        "UPDATE verdict SET words = zeroblob(9)",
        "UPDATE amendment SET way = 7",
        "UPDATE amendment SET text = ''",
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence_at_opening(cafe_file, statement):
    with open_cafe(cafe_file) as cafe:
        cafe.verdicts.put([verdict()])
        cafe.amendments.save(FULL)
    with closing(sqlite3.connect(cafe_file)) as connection:
        connection.execute(statement)
        connection.commit()
    before = cafe_file.read_bytes()

    with pytest.raises(WcafeError), open_cafe(cafe_file):
        pass

    assert cafe_file.read_bytes() == before


@pytest.mark.parametrize("what", ["statement", "theme"])
def test_undo_of_a_removal_brings_verdicts_back(crowd, what):
    note = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc").note
    theme = crowd.synthesis.name_theme("Repos", notes=(note,))
    stated = crowd.statements.write(theme.id, "Un banc manque.", [note])
    confirmed = verdict_on(stated.after.statement, 0, Answer.CONFIRMED)
    crowd.verdicts.put([confirmed])

    def standing():
        return standing_verdicts(crowd.verdicts.all(), crowd.synthesis.themes())

    if what == "statement":
        gone = crowd.statements.remove(stated.id)
        assert standing() == {}
        crowd.statements.put(gone, is_in=False)
    else:
        gone = crowd.synthesis.remove(theme.id)
        assert standing() == {}
        crowd.synthesis.take_back(gone.after, gone.before)

    assert standing() == {stated.id: {0: confirmed}}


def test_ids_of_amendments_are_their_own(crowd):
    for _time in range(3):
        crowd.amendments.save(replace(FULL, id=AmendmentId(new_id())))

    assert len(crowd.amendments.all()) == 3
