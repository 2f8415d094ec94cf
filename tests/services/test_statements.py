"""Statements: kept with what they rest on, by several people at once, and taken back."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.sourcing import changed_since, lost_since
from wcafe.domain.synthesis import Opposed
from wcafe.errors import (
    EditedElsewhere,
    EmptyStatement,
    NoSource,
    NoSuchNote,
    NotFound,
    SourceDeleted,
    SourceWithheld,
)
from wcafe.services.changes import Changed, Part


@pytest.fixture
def notes(crowd):
    said = ("Un banc", "Un arbre", "Un mur")
    return [crowd.notes.add(table=1, round_=0, kind=Kind.IDEA, text=text).note for text in said]


@pytest.fixture
def theme(crowd, notes):
    return crowd.synthesis.name_theme("Repos", notes=tuple(notes)).id


@pytest.fixture
def other(crowd, theme):
    return crowd.synthesis.name_theme("Ombre").id


@pytest.fixture
def written(crowd, theme, notes):
    return crowd.statements.write(theme, "Un banc manque.", notes[:1])


def told(crowd):
    return {
        theme.name: [said.text for said in theme.statements] for theme in crowd.synthesis.themes()
    }


def cited(crowd, id_):
    return next(
        list(said.notes)
        for theme in crowd.synthesis.themes()
        for said in theme.statements
        if said.id == id_
    )


def change(crowd, note, **facts):
    here = crowd.notes.get(note)
    crowd.notes.put(replace(here, **facts), base=here.rev)


def test_a_statement_stands_behind_the_others_with_its_notes(crowd, theme, notes, written):
    heard = []
    crowd.changes.listen(heard.append)

    made = crowd.statements.write(theme, " Un arbre\u0301 ", notes[1:], by=crowd)

    assert told(crowd) == {"Repos": ["Un banc manque.", "Un arbré"]}
    assert cited(crowd, made.id) == notes[1:]
    assert (made.before, made.after.place, made.is_beside) == (None, 1, False)
    assert heard == [Changed(Part.SYNTHESIS, crowd)]


def test_the_same_wish_again_is_kept_once(crowd, theme, notes):
    first = crowd.statements.write(theme, "Un banc.", notes[:1], id_="s")
    crowd.statements.write(theme, "Un banc.", notes[:1], id_="s")

    assert first.id == "s"
    assert told(crowd) == {"Repos": ["Un banc."]}


@pytest.mark.parametrize(
    ("error", "text", "cites"),
    [
        (EmptyStatement, " \u200b ", [0]),
        (NoSource, "Sans source.", []),
        (SourceDeleted, "Un arbre.", [0, 1]),
        (SourceWithheld, "Un mur.", [2]),
    ],
)
def test_what_rests_on_nothing_is_refused_and_changes_nothing(
    crowd, theme, notes, written, error, text, cites
):
    change(crowd, notes[1], is_deleted=True)
    change(crowd, notes[2], withheld="nomme quelqu’un")
    before = crowd.synthesis.themes()

    with pytest.raises(error):
        crowd.statements.write(theme, text, [notes[n] for n in cites])
    with pytest.raises(error):
        crowd.statements.write(theme, text, [notes[n] for n in cites], seen=written.after.statement)
    assert crowd.synthesis.themes() == before


def test_a_note_that_is_nowhere_and_a_theme_that_is_gone_are_refused(crowd, theme, notes):
    with pytest.raises(NoSuchNote):
        crowd.statements.write(theme, "Rien.", ["nowhere"])
    with pytest.raises(NotFound):
        crowd.statements.write("nowhere", "Rien.", notes)


def test_numbers_of_notes_stay_when_another_goes(crowd, notes):
    change(crowd, notes[0], is_deleted=True)
    new = crowd.notes.add(table=1, round_=0, kind=Kind.IDEA, text="Une halle").note
    far = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Une halle").note

    numbers = crowd.statements.numbers()

    assert [numbers[note] for note in (*notes, new, far)] == [1, 2, 3, 4, 1]


def test_other_words_of_a_note_mark_until_somebody_read_them(crowd, notes, written):
    change(crowd, notes[0], text="Aucun banc")
    standing = {note.id: note for note in crowd.notes.all()}
    (said,) = crowd.synthesis.themes()[0].statements
    assert changed_since(said, standing) == (notes[0],)

    crowd.statements.write(
        crowd.synthesis.themes()[0].id, "Un banc manque toujours.", notes, seen=said
    )
    (said,) = crowd.synthesis.themes()[0].statements
    assert changed_since(said, standing) == (notes[0],)  # other words of it are no reading

    made = crowd.statements.confirm_read(written.id)
    (said,) = crowd.synthesis.themes()[0].statements
    assert changed_since(said, standing) == ()
    crowd.statements.put(made, is_in=False)
    assert changed_since(crowd.synthesis.themes()[0].statements[0], standing) == (notes[0],)


def test_a_source_that_is_lost_later_stays_cited_and_lets_the_words_be_edited(
    crowd, theme, notes, written
):
    change(crowd, notes[0], withheld="nomme quelqu’un")
    standing = {note.id: note for note in crowd.notes.all()}

    crowd.statements.write(theme, "Un banc.", notes[:1], seen=written.after.statement)

    (said,) = crowd.synthesis.themes()[0].statements
    assert said.text == "Un banc."
    assert lost_since(said, standing) == (notes[0],)


def test_two_who_write_other_words_both_keep_theirs(crowd, theme, notes, written):
    seen = written.after.statement
    crowd.statements.write(theme, "Les bancs manquent.", notes[:1], seen=seen)

    mine = crowd.statements.write(theme, "Un seul banc.", notes[1:2], seen=seen)

    assert mine.is_beside
    assert told(crowd)["Repos"] == ["Les bancs manquent.", "Un seul banc."]
    assert cited(crowd, mine.id) == [notes[1]]
    assert cited(crowd, seen.id) == [notes[0]]


def test_words_of_one_and_sources_of_the_other_are_one_statement(crowd, theme, notes, written):
    seen = written.after.statement
    crowd.statements.write(theme, seen.text, [notes[0], notes[1]], seen=seen)

    mine = crowd.statements.write(theme, "Des bancs manquent.", [notes[0], notes[2]], seen=seen)

    assert not mine.is_beside
    assert told(crowd)["Repos"] == ["Des bancs manquent."]
    assert cited(crowd, seen.id) == [notes[0], notes[1], notes[2]]


def test_both_may_take_out_a_source_but_never_the_last_one(crowd, theme, notes):
    seen = crowd.statements.write(theme, "Du repos.", notes[:2]).after.statement
    crowd.statements.write(theme, seen.text, notes[1:2], seen=seen)

    mine = crowd.statements.write(theme, seen.text, notes[:1], seen=seen)

    assert mine.is_beside
    assert (cited(crowd, seen.id), cited(crowd, mine.id)) == ([notes[1]], [notes[0]])


def test_what_somebody_removed_while_it_was_written_stands_again(crowd, theme, notes, written):
    crowd.statements.remove(written.id)

    crowd.statements.write(theme, "Un banc, si.", notes[:1], seen=written.after.statement)

    assert told(crowd)["Repos"] == ["Un banc, si."]


def test_statements_are_put_in_order_and_go_to_another_theme(crowd, theme, other, notes, written):
    second = crowd.statements.write(theme, "Deux.", notes[1:2])
    crowd.statements.move(second.id, theme, 0)
    assert told(crowd)["Repos"] == ["Deux.", "Un banc manque."]

    made = crowd.statements.move(written.id, other, 9)
    assert told(crowd) == {"Repos": ["Deux."], "Ombre": ["Un banc manque."]}
    assert cited(crowd, written.id) == notes[:1]

    crowd.statements.put(made, is_in=False)
    assert told(crowd) == {"Repos": ["Deux.", "Un banc manque."], "Ombre": []}
    crowd.statements.put(made, is_in=True)
    assert told(crowd)["Ombre"] == ["Un banc manque."]
    with pytest.raises(NotFound):
        crowd.statements.move(written.id, "nowhere", 0)


def test_a_removed_statement_comes_back_where_it_was(crowd, theme, notes, written):
    crowd.statements.write(theme, "Deux.", notes[1:2])
    made = crowd.statements.remove(written.id)
    assert told(crowd)["Repos"] == ["Deux."]

    crowd.statements.put(made, is_in=False)

    assert told(crowd)["Repos"] == ["Un banc manque.", "Deux."]
    with pytest.raises(NotFound):
        crowd.statements.remove("nowhere")


def test_nothing_is_taken_back_that_somebody_changed_since(crowd, theme, notes, written):
    seen = written.after.statement
    mine = crowd.statements.write(theme, "Mien.", notes[:1], seen=seen)
    crowd.statements.write(theme, "Sien.", notes[:1], seen=mine.after.statement)

    with pytest.raises(EditedElsewhere):
        crowd.statements.put(mine, is_in=False)

    assert told(crowd)["Repos"] == ["Sien."]


def test_a_theme_that_was_filed_meanwhile_keeps_its_notes(crowd, theme, notes, written):
    new = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Une halle").note
    crowd.synthesis.file([new], theme)
    crowd.statements.put(written, is_in=False)

    assert crowd.synthesis.themes()[0].notes == (*notes, new)


def test_notes_are_set_against_each_other_and_not_any_more(crowd, notes):
    pair = Opposed(one=notes[0], other=notes[1])

    crowd.statements.set_apart(pair, is_in=True)
    assert crowd.cafes.snapshot().opposed == {pair}
    crowd.statements.set_apart(pair, is_in=False)
    assert crowd.cafes.snapshot().opposed == frozenset()

    change(crowd, notes[1], is_deleted=True)
    with pytest.raises(SourceDeleted):
        crowd.statements.set_apart(pair, is_in=True)
    assert crowd.cafes.snapshot().opposed == frozenset()
