"""What changed in a note, and which of its words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.note_history import Fate, Piece, differences, pieces
from wcafe.domain.notes import Note, NoteId

NOTE = Note(id=NoteId("a"), table=0, round=0, text="un banc")
WORDS = st.lists(st.sampled_from(["un", "banc", "arbre", ",", "!", "\n", "été"]), max_size=12)


def test_the_first_revision_differs_from_nothing():
    assert differences(None, NOTE) == ()


def test_each_fact_that_changed_is_told_with_both_values():
    after = replace(NOTE, votes=4, table=2, is_deleted=True)

    told = {each.fact: (each.before, each.after) for each in differences(NOTE, after)}

    assert told == {"is_deleted": (False, True), "table": (0, 2), "votes": (None, 4)}


def test_words_are_told_one_by_one():
    assert pieces("un banc ici", "un grand banc là") == (
        Piece("un ", Fate.STAYS),
        Piece("grand ", Fate.NEW),
        Piece("banc ", Fate.STAYS),
        Piece("ici", Fate.GONE),
        Piece("là", Fate.NEW),
    )


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_pieces(old, new):
    was, now = " ".join(old), " ".join(new)

    told = pieces(was, now)

    assert "".join(piece.text for piece in told if piece.fate is not Fate.NEW) == was
    assert "".join(piece.text for piece in told if piece.fate is not Fate.GONE) == now


def test_texts_that_have_little_in_common_are_told_as_a_whole():
    told = pieces("a " * 2_000, "b " * 2_000)

    assert [piece.fate for piece in told if piece.text.strip()] == [Fate.GONE, Fate.NEW]
