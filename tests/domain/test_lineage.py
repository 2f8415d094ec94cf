"""Whose words were seen by whom: told by what notes have said, not by numbers of revisions."""

from dataclasses import replace

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.lineage import Place, find_place, fingerprint, lineage
from wcafe.domain.notes import Note
from wcafe.domain.settling import Operation
from wcafe.domain.text import new_id

NOTE, COPY = new_id(), new_id()


def said(text, **facts):
    return Note(**{"id": NOTE, "table": 0, "round": 0, "kind": Kind.IDEA, **facts, "text": text})


def of(texts, **facts):
    """Return the note that has said `texts`, one after the other."""
    notes = [replace(said(text, **facts), rev=n) for n, text in enumerate(texts.split(), 1)]
    return lineage([(note, False) for note in notes])


def place_of(text, seen, *family, **facts):
    facts = {"note": NOTE, "table": 0, "round": 0, "kind": Kind.IDEA, **facts}
    row = Operation(id="", cafe=new_id(), generation=1, device=new_id(), text=text, **facts)
    return find_place(row, [fingerprint(said(each)) for each in seen.split()], family)


@pytest.mark.parametrize(
    ("text", "seen", "here", "base"),
    [
        ("x", "x", "x", None),  # as it stands
        ("y", "x y", "x", 1),  # changed there, by somebody who had seen all there is here
        ("y", "x", "x", 1),  # the same, written over in a spreadsheet
        ("x", "x", "x y", None),  # an earlier version of what stands
        ("x", "x y x", "x y", 2),  # taken back there, after all there is here
        ("z", "x z", "x y", 0),  # changed on both sides: beside it
        ("z", "", "x", 0),  # by somebody who had seen nothing of it
        ("y", "w y", "x y z", None),
    ],
)
def test_a_row_goes_on_from_what_its_writer_had_seen(text, seen, here, base):
    assert place_of(text, seen, of(here)) == Place(note=NOTE, base=base)


def test_what_is_here_under_another_id_is_not_brought_twice():
    copy = of("z", id=COPY, conflict_of=NOTE)

    assert place_of("z", "x z", of("x y"), copy) == Place(note=COPY, base=None)
    assert place_of("v", "x z v", of("x y"), copy) == Place(note=COPY, base=1)


def test_another_kind_alone_is_no_second_version():
    assert place_of("x", "", of("x y"), kind=Kind.STORY) == Place(note=NOTE, base=None)


def test_what_was_taken_back_counts_as_never_said_and_may_come_again():
    here, gone = said("x"), replace(said("x"), rev=2, is_deleted=True)
    deleted = lineage([(here, False), (gone, False)])
    undone = lineage([(here, False), (gone, True)])

    assert place_of("x", "x", deleted) == Place(note=NOTE, base=None)
    assert place_of("x", "x", undone) == Place(note=NOTE, base=2)
