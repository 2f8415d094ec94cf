"""Notes by list: twice the same list is once, edits come back, themes are filed."""

import pytest

from tests.cafes import write_list
from wcafe.domain.notes import Kind
from wcafe.errors import NoSuchRound, NoSuchTable
from wcafe.exports import exported


@pytest.fixture
def bring(crowd, tmp_path):
    def bringing(rows):
        path = write_list(tmp_path, "table;round;kind;text;theme\n" + "\n".join(rows))
        report = crowd.notes.import_list(path, {})
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


def test_a_note_moves_to_another_theme_and_stands_in_one_only(bring, crowd):
    bring(["1;1;idea;Un banc;Repos", "1;1;idea;Un arbre;Repos"])
    first = crowd.synthesis.themes()[0]
    crowd.synthesis.name_theme("Ombre", notes=(first.notes[1],))

    assert [len(theme.notes) for theme in crowd.synthesis.themes()] == [1, 1]


def test_an_export_edited_in_a_spreadsheet_comes_back_as_edits(bring, crowd, tmp_path):
    bring(["1;1;idea;=Un banc;Repos", "2;1;story;Une histoire;"])
    rows = (
        exported("csv", crowd.cafes.snapshot()).decode("utf-8-sig").replace("Une h", "Une autre h")
    )
    path = write_list(tmp_path, rows, "back.csv")
    report = crowd.notes.import_list(path, {})

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
        crowd.notes.import_list(path, {})

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

    assert [note.text for note in crowd.notes.all(search="debitumer")] == ["Débitumer la cour"]
    assert [note.text for note in crowd.notes.all(search="OEUVRER")] == ["Œuvrer ensemble"]
    assert len(crowd.notes.all(search="")) == 3
