"""Notes by list: twice the same list is once, edits come back, themes are filed.
And notes at the desk: edited, deleted, brought back, never lost."""

from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import new_id
from wcafe.errors import EmptyNote, NoSuchRound, NoSuchTable, NotFound
from wcafe.exports import exported
from wcafe.services.changes import Changed, Part
from wcafe.services.notes import DESK


@pytest.fixture
def bring(crowd, tmp_path):
    def bringing(rows):
        path = write_list(tmp_path, "table;round;kind;text;theme\n" + "\n".join(rows))
        report = crowd.notes.lists.import_list(path)
        return report.added, report.updated, report.known

    return bringing


def test_the_same_list_twice_is_once(bring, crowd):
    rows = ["1;1;idea;Un banc;", "1;1;idea;Un banc;", "2;1;idea;Un banc;"]

    assert bring(rows) == (3, 0, 0)
    assert bring(rows) == (0, 0, 3)
    assert len(crowd.notes.all()) == 3


def test_a_longer_list_adds_what_is_new(bring):
    bring(["1;1;idea;Un banc;"])

    assert bring(["1;1;idea;Un banc;", "1;1;idea;Un arbre;"]) == (1, 0, 1)


def test_notes_are_filed_under_the_themes_of_the_list(bring, crowd):
    bring(["1;1;idea;Un banc;S'asseoir", "2;1;idea;Un arbre;Ombre", "3;1;idea;Un mur;s’asseoir "])
    themes = crowd.synthesis.themes()
    texts = {note.id: note.text for note in crowd.notes.all()}

    assert [theme.name for theme in themes] == ["S'asseoir", "Ombre", "s’asseoir"]
    assert [[texts[n] for n in theme.notes] for theme in themes] == [
        ["Un banc"],
        ["Un arbre"],
        ["Un mur"],
    ]


def test_a_note_named_for_another_theme_stands_in_both(bring, crowd):
    bring(["1;1;idea;Un banc;Repos", "1;1;idea;Un arbre;Repos"])
    first = crowd.synthesis.themes()[0]
    crowd.synthesis.name_theme("Ombre", notes=(first.notes[1],))

    assert [len(theme.notes) for theme in crowd.synthesis.themes()] == [2, 1]


def test_an_export_edited_in_a_spreadsheet_comes_back_as_edits(bring, crowd, tmp_path):
    bring(["1;1;idea;=Un banc;Repos", "2;1;story;Une histoire;"])
    rows = (
        exported("csv", crowd.cafes.snapshot()).decode("utf-8-sig").replace("Une h", "Une autre h")
    )
    path = write_list(tmp_path, rows, "back.csv")
    report = crowd.notes.lists.import_list(path)

    assert (report.added, report.updated, report.known) == (0, 1, 1)
    assert [(n.text, n.rev) for n in crowd.notes.all()] == [
        ("=Un banc", 1),
        ("Une autre histoire", 2),
    ]


def test_an_edit_of_an_old_export_becomes_a_copy(bring, crowd, tmp_path):
    bring(["1;1;idea;Un banc;"])
    old = exported("csv", crowd.cafes.snapshot()).decode("utf-8-sig")
    for words in ("bleu", "vert"):
        path = write_list(tmp_path, old.replace("banc", f"banc {words}"), f"{words}.csv")
        crowd.notes.lists.import_list(path)

    assert [note.text for note in crowd.notes.all()] == ["Un banc bleu", "Un banc vert"]
    assert crowd.notes.all()[1].conflict_of == crowd.notes.all()[0].id


@pytest.mark.parametrize(
    ("table", "round_", "error"),
    [(5, 0, NoSuchTable), (-1, 0, NoSuchTable), (0, 3, NoSuchRound), (0, -1, NoSuchRound)],
)
def test_a_note_needs_a_table_and_a_round_of_the_café(crowd, table, round_, error):
    with pytest.raises(error):
        crowd.notes.add(table=table, round_=round_, kind=Kind.IDEA, text="Un banc")
    assert crowd.notes.all() == ()


def test_notes_are_found_without_accents_or_capitals(crowd):
    for text in ("Œuvrer ensemble", "Débitumer la cour", "Un café"):
        crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)

    assert [note.text for note in crowd.notes.find("debitumer").notes] == ["Débitumer la cour"]
    assert [note.text for note in crowd.notes.find("OEUVRER").notes] == ["Œuvrer ensemble"]
    assert len(crowd.notes.find("").notes) == 3


def test_where_no_note_is_found_what_is_near_is_named(crowd):
    for text in ("Un jardin partagé", "Une école"):
        crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)

    assert crowd.notes.find("jradin").near == "jardin"
    assert crowd.notes.find("jardins école", either="OU").near == "jardins OU école"
    assert crowd.notes.find("jardins").near is None


@pytest.fixture
def note(crowd):
    answer = crowd.notes.add(
        table=0, round_=0, kind=Kind.IDEA, text="Un banc", author="Zoé", device_name=DESK
    )
    return crowd.notes.get(answer.note)


def texts(cafe):
    return [note.text for note in cafe.notes.all()]


def test_a_note_is_edited_at_the_desk(crowd, note):
    edited = replace(note, text="Un  banc bleu ", kind=Kind.STORY, table=3, round=2)
    kept = crowd.notes.put(edited, base=note.rev)

    assert (kept.id, kept.rev, kept.text) == (note.id, 2, "Un  banc bleu")
    assert (kept.kind, kept.table, kept.round, kept.author) == (Kind.STORY, 3, 2, "Zoé")
    assert crowd.notes.all() == (kept,)


def test_the_same_words_again_are_no_edit(crowd, note):
    assert crowd.notes.put(note, base=note.rev) == note


def test_words_somebody_had_not_seen_are_kept_beside_theirs(crowd, note):
    crowd.notes.put(replace(note, text="Un banc vert"), base=note.rev)
    copy = crowd.notes.put(replace(note, text="Un banc bleu"), base=note.rev)

    assert (copy.text, copy.conflict_of) == ("Un banc bleu", note.id)
    assert texts(crowd) == ["Un banc vert", "Un banc bleu"]


def test_a_deleted_note_comes_back(crowd, note):
    deleted = crowd.notes.delete(note.id, base=note.rev)
    assert deleted.is_deleted
    assert crowd.notes.all() == ()
    assert crowd.notes.get(note.id) == deleted

    back = crowd.notes.put(note, base=deleted.rev)
    assert crowd.notes.all() == (back,)
    assert (back.id, back.text, back.created) == (note.id, note.text, note.created)


def test_a_note_edited_meanwhile_is_not_deleted(crowd, note):
    crowd.notes.put(replace(note, text="Un banc vert"), base=note.rev)

    assert not crowd.notes.delete(note.id, base=note.rev).is_deleted
    assert texts(crowd) == ["Un banc vert"]


def test_a_note_that_never_was_cannot_be_deleted(crowd):
    with pytest.raises(NotFound):
        crowd.notes.delete(new_id(), base=1)
    assert crowd.notes.get(new_id()) is None


@pytest.mark.parametrize(
    ("facts", "error"), [({"text": " "}, EmptyNote), ({"table": 9}, NoSuchTable)]
)
def test_an_impossible_edit_leaves_the_note_as_it_was(crowd, note, facts, error):
    with pytest.raises(error):
        crowd.notes.put(replace(note, **facts), base=note.rev)
    assert crowd.notes.all() == (note,)


def test_notes_are_counted_by_table_and_round(crowd, note):
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un mur")
    gone = crowd.notes.add(table=4, round_=2, kind=Kind.IDEA, text="Un arbre")
    crowd.notes.delete(gone.note, base=1)

    assert crowd.notes.counts() == {(0, 0): 2}
    assert crowd.notes.counts()[4, 2] == 0


def test_each_edit_of_a_note_is_one_notice_that_names_it(crowd, note):
    heard = []
    crowd.changes.listen(heard.append)
    crowd.notes.put(replace(note, text="Un banc vert"), base=1, by=crowd)
    crowd.notes.delete(note.id, base=2, by=crowd)
    other = crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un mur", by=crowd).note

    assert heard == [
        Changed(Part.NOTES, crowd, frozenset({each})) for each in (note.id, note.id, other)
    ]


def test_a_wish_that_comes_again_names_no_note_as_changed(crowd, note):
    heard = []
    crowd.changes.listen(heard.append)
    for _time in range(2):
        crowd.notes.put(replace(note, text="Un banc vert"), base=1)

    assert [changed.ids for changed in heard] == [{note.id}, frozenset()]


def test_several_notes_are_changed_together_or_not_at_all(crowd, note):
    other = crowd.notes.get(crowd.notes.add(table=1, round_=0, kind=Kind.IDEA, text="Un mur").note)
    heard = []
    crowd.changes.listen(heard.append)

    kept = crowd.notes.change({replace(n, round=1): n.rev for n in (note, other)}, by=crowd)
    assert [(n.round, n.rev) for n in kept] == [(1, 2), (1, 2)]
    assert heard == [Changed(Part.NOTES, crowd, frozenset({note.id, other.id}))]

    with pytest.raises(NoSuchTable):
        crowd.notes.change({replace(kept[0], text="Autre"): 2, replace(kept[1], table=99): 2})
    assert set(crowd.notes.all()) == set(kept)


def test_a_note_made_at_the_desk_can_be_taken_back_and_kept_again(crowd):
    fresh = Note(id=NoteId(new_id()), table=0, round=0, kind=Kind.IDEA, text="Un arbre", rev=0)
    for revision, is_deleted in enumerate((False, True, False)):
        (kept,) = crowd.notes.change({replace(fresh, is_deleted=is_deleted): revision})
        assert (kept.rev, kept.is_deleted) == (revision + 1, is_deleted)
    assert [note.text for note in crowd.notes.all()] == ["Un arbre"]
