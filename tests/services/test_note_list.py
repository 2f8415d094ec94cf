"""Notes by list, again and again: what people sorted stays, what is here is not doubled, and an
import is taken back as one."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.cafes import write_list
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.agenda import Round
from wcafe.domain.cafe import Table, draft
from wcafe.domain.filing import stands_under
from wcafe.domain.kinds import Kind
from wcafe.exports import exported
from wcafe.services.synthesis import as_statements
from wcafe.store.synthesis import Themes


def texts(cafe):
    return [note.text for note in cafe.notes.all()]


# Lists and what people sorted


def stands(cafe):
    """Return each theme with the words of its notes."""
    words = {note.id: note.text for note in cafe.notes.all()}
    return {
        theme.name: [words[n] for n in theme.notes if n in words]
        for theme in cafe.synthesis.themes()
    }


def list_of(folder, *rows):
    return write_list(folder, "table;round;kind;text;theme\n" + "\n".join(rows))


def by_text(cafe, text):
    return next(note.id for note in cafe.notes.all() if note.text == text)


BENCH, TREE = "1;1;idea;Un banc;Repos", "2;1;idea;Un arbre;Repos"


@pytest.fixture
def sorted_by_list(crowd, tmp_path):
    crowd.notes.lists.import_list(list_of(tmp_path, BENCH, TREE))
    return crowd


def give_places(cafe, *, tables, rounds):
    here = cafe.cafes.get()
    cafe.cafes.save(replace(here, tables=(Table(),) * tables, rounds=(Round(),) * rounds))


def test_a_list_finds_the_table_and_round_that_it_named_after_both_were_renamed(cafe, tmp_path):
    give_places(cafe, tables=4, rounds=3)
    listed = list_of(tmp_path, "Vert;Matin;idea;Un banc;", "Bleu;Soir;idea;Un arbre;")
    cafe.notes.lists.import_list(listed)
    here = cafe.cafes.get()
    green, blue, *others = here.tables
    morning, *later = here.rounds
    assert (green.name, blue.name, morning.name) == ("Vert", "Bleu", "Matin")
    cafe.cafes.save(
        replace(
            here,
            tables=(replace(green, name="Jardin"), replace(blue, name=""), *others),
            rounds=(replace(morning, name="Accueil"), *later),
        )
    )

    report = cafe.notes.lists.import_list(listed)

    assert (report.added, report.known) == (0, 2)
    assert [table.name for table in cafe.cafes.get().tables] == ["Jardin", "", "", ""]
    assert [each.name for each in cafe.cafes.get().rounds] == ["Accueil", "Soir", ""]


def test_a_name_of_today_goes_before_one_that_a_list_gave(cafe, tmp_path):
    give_places(cafe, tables=4, rounds=1)
    listed = list_of(tmp_path, "Vert;1;idea;Un banc;")
    cafe.notes.lists.import_list(listed)
    here = cafe.cafes.get()
    green, second, *others = here.tables
    renamed = (replace(green, name="Jardin"), replace(second, name="Vert"), *others)
    cafe.cafes.save(replace(here, tables=renamed))

    cafe.notes.lists.import_list(
        list_of(tmp_path, "Vert;1;idea;Un mur;", "Jardin;1;idea;Un puits;")
    )

    tables = {note.text: note.table for note in cafe.notes.all()}
    assert tables == {"Un banc": 0, "Un mur": 1, "Un puits": 0}


def in_another_theme(cafe):
    cafe.synthesis.name_theme("Ombre")
    cafe.synthesis.file([by_text(cafe, "Un arbre")], cafe.synthesis.themes()[1].id)
    return {"Repos": ["Un banc"], "Ombre": ["Un arbre"]}


def there_and_back(cafe):
    in_another_theme(cafe)
    cafe.synthesis.file([by_text(cafe, "Un arbre")], cafe.synthesis.themes()[0].id)
    return {"Repos": ["Un banc", "Un arbre"], "Ombre": []}


def out_of_all(cafe):
    cafe.synthesis.file([by_text(cafe, "Un arbre")], None)
    return {"Repos": ["Un banc"]}


def under_a_new_name(cafe):
    (theme,) = cafe.synthesis.themes()
    cafe.synthesis.save(replace(theme, name="Du calme"))
    return {"Du calme": ["Un banc", "Un arbre"]}


def without_the_theme(cafe):
    cafe.synthesis.remove(cafe.synthesis.themes()[0].id)
    return {}


BY_HAND = [in_another_theme, there_and_back, out_of_all, under_a_new_name, without_the_theme]


@pytest.mark.parametrize("sort", BY_HAND)
def test_the_same_list_again_leaves_what_people_sorted(sorted_by_list, tmp_path, sort):
    wanted = sort(sorted_by_list)
    before = sorted_by_list.cafes.snapshot()

    for _time in range(2):
        report = sorted_by_list.notes.lists.import_list(list_of(tmp_path, BENCH, TREE))
        assert stands(sorted_by_list) == wanted
        assert not report.has_changed
    assert sorted_by_list.cafes.snapshot().themes == before.themes


def test_a_list_with_other_themes_moves_what_nobody_sorted_and_says_how_many(
    sorted_by_list, tmp_path
):
    in_another_theme(sorted_by_list)
    other = [row.replace("Repos", "Calme") for row in (BENCH, TREE)]
    report = sorted_by_list.notes.lists.import_list(list_of(tmp_path, *other))

    assert (report.kept, report.moved) == (1, 1)
    assert stands(sorted_by_list) == {"Repos": [], "Ombre": ["Un arbre"], "Calme": ["Un banc"]}


def test_no_theme_is_made_that_no_note_would_stand_under(sorted_by_list, tmp_path):
    wanted = there_and_back(sorted_by_list)
    sorted_by_list.synthesis.file(
        [by_text(sorted_by_list, "Un banc")], sorted_by_list.synthesis.themes()[0].id
    )
    other = [row.replace("Repos", "Calme") for row in (BENCH, TREE)]
    report = sorted_by_list.notes.lists.import_list(list_of(tmp_path, *other))

    assert (report.kept, report.moved) == (2, 0)
    assert set(stands(sorted_by_list)) == set(wanted)


def test_a_build_that_refiles_everything_is_found_out(sorted_by_list, tmp_path, monkeypatch):
    def say_it_was_the_list(themes):
        return stands_under(themes.all())

    monkeypatch.setattr(Themes, "listed", say_it_was_the_list)
    wanted = in_another_theme(sorted_by_list)
    sorted_by_list.notes.lists.import_list(list_of(tmp_path, BENCH, TREE))

    assert stands(sorted_by_list) != wanted


def test_statements_order_and_new_notes_of_a_theme_stay_with_it(sorted_by_list, tmp_path):
    first = sorted_by_list.synthesis.name_theme("Eau", statement="Elle manque.")
    sorted_by_list.synthesis.move(first.id, 0)
    sorted_by_list.notes.lists.import_list(list_of(tmp_path, BENCH, TREE, "3;1;idea;Un mur;Eau"))

    themes = sorted_by_list.synthesis.themes()
    assert [(t.name, t.wording) for t in themes] == [("Eau", "Elle manque."), ("Repos", "")]
    assert stands(sorted_by_list) == {"Eau": ["Un mur"], "Repos": ["Un banc", "Un arbre"]}


# Lists and what is here already


def test_an_export_may_come_again_into_a_new_café_also_after_edits(crowd, tmp_path):
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    crowd.notes.put(replace(crowd.notes.all()[0], text="Un banc bleu"), base=1)
    path = tmp_path / "export.csv"
    path.write_bytes(exported("csv", crowd.cafes.snapshot()))
    create_cafe(tmp_path / "new.wcafe", draft(title="Un autre", language="en"))
    with open_cafe(tmp_path / "new.wcafe") as other:
        for _time in range(3):
            other.notes.lists.import_list(path)
        assert texts(other) == ["Un banc bleu"]

        (note,) = other.notes.all()
        other.notes.put(replace(note, text="Un banc bleu ciel"), base=note.rev)
        report = other.notes.lists.import_list(path)

        assert (texts(other), report.known) == (["Un banc bleu ciel"], 1)


def test_a_row_that_was_copied_in_a_spreadsheet_is_a_note_of_its_own(crowd, tmp_path):
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    head, row = exported("csv", crowd.cafes.snapshot()).decode("utf-8-sig").splitlines()
    rows = [head, row.replace("banc", "arbre"), row, row.replace("banc", "mur")]
    path = write_list(tmp_path, "\n".join(rows), "copied.csv")
    for _time in range(2):
        crowd.notes.lists.import_list(path)

    assert sorted(texts(crowd)) == ["Un arbre", "Un banc", "Un mur"]


@pytest.mark.parametrize("place", [7, 9, 11])  # the revision, what it is a version of, versions
def test_an_export_without_one_of_its_columns_may_come_again(crowd, tmp_path, place):
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc")
    content = exported("csv", crowd.cafes.snapshot()).decode("utf-8-sig")
    rows = [row.split(";") for row in content.splitlines()]
    less = "\n".join(";".join(row[:place] + row[place + 1 :]) for row in rows)
    (note,) = crowd.notes.all()
    crowd.notes.put(replace(note, text="Un banc bleu"), base=1)
    for _time in range(2):
        crowd.notes.lists.import_list(write_list(tmp_path, less))

    assert texts(crowd) == ["Un banc bleu"]


def test_a_list_whose_authors_were_filled_in_later_comes_in(crowd, tmp_path):
    head = "table;round;text;author\n"
    crowd.notes.lists.import_list(write_list(tmp_path, head + "1;1;Un banc;\n"))
    report = crowd.notes.lists.import_list(write_list(tmp_path, head + "1;1;Un banc;Zoé\n"))

    assert report.updated == 1
    assert [(note.text, note.author) for note in crowd.notes.all()] == [("Un banc", "Zoé")]


def test_a_note_deleted_by_hand_stays_so_when_its_list_comes_again(sorted_by_list, tmp_path):
    sorted_by_list.notes.delete(by_text(sorted_by_list, "Un banc"), base=1)
    report = sorted_by_list.notes.lists.import_list(list_of(tmp_path, BENCH, TREE))

    assert (report.known, texts(sorted_by_list)) == (2, ["Un arbre"])


# An import taken back


@pytest.fixture
def imported(crowd, tmp_path):
    """A list that changes a note and brings two others: before, after and how it was told."""
    crowd.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un banc", author="Zoé")
    crowd.synthesis.name_theme("Repos", statement="Oui.", notes=(by_text(crowd, "Un banc"),))
    before = state(crowd)
    text = exported("csv", crowd.cafes.snapshot()).decode("utf-8-sig").replace("banc", "banc bleu")
    rows = [*text.splitlines(), ";1;2;idée;Un arbre;;Ombre", ";2;2;idée;Un mur;;Repos"]
    path = write_list(tmp_path, "\n".join(rows), "back.csv")
    report = crowd.notes.lists.import_list(path)
    return SimpleNamespace(cafe=crowd, path=path, report=report, before=before, after=state(crowd))


def state(cafe):
    """Return what is said and sorted, and what lists have sorted."""
    with cafe.notes._store.read() as work:
        listed = work.themes.listed()
    notes = [(note.id, note.text, note.kind, note.author) for note in cafe.notes.all()]
    return notes, [replace(theme, version=0) for theme in cafe.synthesis.themes()], listed


def test_an_import_is_taken_back_and_brought_in_again_as_often_as_one_likes(imported):
    for _time in range(2):
        imported.cafe.notes.turn(imported.report.change, is_in=False)
        assert state(imported.cafe) == imported.before
        imported.cafe.notes.turn(imported.report.change, is_in=True)
        assert state(imported.cafe) == imported.after


def test_a_list_that_was_taken_back_may_be_imported_again(imported):
    imported.cafe.notes.turn(imported.report.change, is_in=False)
    report = imported.cafe.notes.lists.import_list(imported.path)

    assert (report.added, report.updated, report.known) == (2, 1, 0)
    assert state(imported.cafe) == imported.after


def test_several_themes_of_a_list_are_taken_back_and_brought_in_again(crowd, tmp_path):
    rows = 'table;round;text;theme\n1;1;Un banc;"Repos\nOmbre"\n1;1;Un mur;Repos\n'
    report = crowd.notes.lists.import_list(write_list(tmp_path, rows, "n.csv"))
    after = state(crowd)
    assert [(theme.name, len(theme.notes)) for theme in crowd.synthesis.themes()] == [
        ("Repos", 2),
        ("Ombre", 1),
    ]

    crowd.notes.turn(report.change, is_in=False)
    assert crowd.synthesis.themes() == ()
    crowd.notes.turn(report.change, is_in=True)
    assert state(crowd) == after


def test_what_somebody_changed_since_is_not_taken_back(imported):
    cafe = imported.cafe
    tree = cafe.notes.get(by_text(cafe, "Un arbre"))
    cafe.notes.put(replace(tree, text="Deux arbres"), base=tree.rev)
    cafe.synthesis.save(
        replace(cafe.synthesis.themes()[1], statements=as_statements("De l'ombre."))
    )
    cafe.notes.turn(imported.report.change, is_in=False)

    assert texts(cafe) == ["Un banc", "Deux arbres"]
    assert [theme.name for theme in cafe.synthesis.themes()] == ["Repos", "Ombre"]
