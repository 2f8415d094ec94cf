"""Notes split, joined and pasted, names that a list gives, and all of it taken back as one."""

from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import Table, draft
from wcafe.domain.kinds import Kind
from wcafe.domain.nesting import in_order_of_parents, parents_of, with_children
from wcafe.errors import EditedElsewhere, NotesApart
from wcafe.i18n import ENGLISH
from wcafe.intake.lines import lines_to_notes
from wcafe.services.note_lists import Arriving, ImportStopped, other_outcomes


@pytest.fixture
def empty(tmp_path):
    create_cafe(tmp_path / "empty.wcafe", draft(title="Récolte", language="fr"))
    with open_cafe(tmp_path / "empty.wcafe") as cafe:
        yield cafe


def add(cafe, text, **facts):
    place = {"table": 0, "round_": 0, "kind": Kind.IDEA} | facts
    return cafe.notes.get(cafe.notes.add(text=text, **place).note)


def state(cafe):
    notes = [(n.text, n.table, n.round, n.kind, n.parent) for n in cafe.notes.all()]
    themes = [(theme.name, theme.notes) for theme in cafe.synthesis.themes()]
    return sorted(notes, key=str), themes, replace(cafe.cafes.get(), version=0)


def turned_both_ways(cafe, change, before, after):
    cafe.notes.turn(change, is_in=False)
    assert state(cafe)[0] == before[0]
    assert state(cafe)[2] == before[2]
    cafe.notes.turn(change, is_in=True)
    assert state(cafe) == after


def test_a_split_note_keeps_its_id_and_the_others_stand_in_its_theme(empty):
    note = add(empty, "Un banc\nUn mur\nUn arbre")
    empty.synthesis.name_theme("Repos", notes=(note.id,))
    before = state(empty)

    change = empty.notes.split(note.id, note.text.splitlines(), base=note.rev)

    assert empty.notes.get(note.id).text == "Un banc"
    assert [n.text for n in empty.notes.all()] == ["Un banc", "Un mur", "Un arbre"]
    assert len(empty.synthesis.themes()[0].notes) == 3
    turned_both_ways(empty, change, before, state(empty))


def test_joined_notes_are_one_with_the_texts_in_order_and_what_belonged_to_them(empty):
    first, second = add(empty, "Un banc"), add(empty, "Un mur")
    child = add(empty, "en pierre")
    empty.notes.put(replace(child, parent=second.id), base=1)
    empty.synthesis.name_theme("Repos", notes=(second.id,))
    before = state(empty)

    change = empty.notes.join([second.id, first.id], bases={first.id: 1, second.id: 1})

    assert empty.notes.get(second.id).text == "Un mur\nUn banc"
    assert empty.notes.get(first.id).is_deleted
    assert parents_of(empty.notes.all()) == {child.id: second.id}
    turned_both_ways(empty, change, before, state(empty))


def test_notes_of_two_tables_are_not_joined_and_a_newer_note_is_not_split(empty):
    first, second = add(empty, "Un banc"), add(empty, "Un mur", table=1)
    with pytest.raises(NotesApart):
        empty.notes.join([first.id, second.id], bases={})
    empty.notes.put(replace(first, text="Un banc bleu"), base=1)
    with pytest.raises(EditedElsewhere):
        empty.notes.split(first.id, ["a", "b"], base=1)


def test_pasted_lines_are_notes_that_belong_to_the_line_above(empty):
    lines = lines_to_notes("• Un banc\n\t– à l'ombre\n\n☐ M. Le Goff\n+ de vélos")
    before = state(empty)

    change = empty.notes.keep_lines(lines, table=1, round_=2)

    told = [(n.text, depth) for n, depth in in_order_of_parents(empty.notes.all())]
    assert told == [("Un banc", 0), ("à l'ombre", 1), ("M. Le Goff", 0), ("+ de vélos", 0)]
    turned_both_ways(empty, change, before, state(empty))


def test_a_child_stands_alone_while_its_parent_is_away_and_circles_are_none(empty):
    first, second = add(empty, "Un banc"), add(empty, "Un mur")
    (second,) = empty.notes.change({replace(second, parent=first.id): 1})
    assert with_children([first.id], empty.notes.all()) == {first.id, second.id}

    (moved,) = empty.notes.change({replace(first, table=3): 1})
    assert parents_of(empty.notes.all()) == {}
    empty.notes.change({replace(moved, table=0, parent=second.id): 2})
    assert parents_of(empty.notes.all()) == {}


LIST = "séance;sujet;note\nVendredi 23 septembre 2022;Eau;Un puits\nSamedi;Air;Un arbre\n"


def test_names_that_a_list_gives_come_and_go_with_it_unless_people_changed_them(empty, tmp_path):
    before = state(empty)
    report = empty.notes.lists.import_list(write_list(tmp_path, LIST))

    cafe = empty.cafes.get()
    assert [table.name for table in cafe.tables] == ["Eau", "Air"]
    assert [r.name for r in cafe.rounds] == ["Vendredi 23 septembre 2022", "Samedi", ""]
    assert str(cafe.rounds[0].day) == "2022-09-23"
    turned_both_ways(empty, report.change, before, state(empty))

    tables = (replace(cafe.tables[0], name="L'eau"), cafe.tables[1])
    empty.cafes.save(replace(empty.cafes.get(), tables=tables))
    empty.notes.turn(report.change, is_in=False)
    assert empty.cafes.get().tables[0].name == "L'eau"


def test_numbers_beyond_the_last_table_and_round_add_these_and_it_is_told(empty, tmp_path):
    empty.cafes.save(replace(empty.cafes.get(), tables=(Table(),) * 4, tables_chosen=True))
    before = state(empty)
    path = write_list(tmp_path, "Table;Ronde;Texte\n12;4;Un banc public\n1;1;Un arbre\n")
    report = empty.notes.lists.import_list(path)

    assert other_outcomes(report, ENGLISH) == [
        "8 tables are added to the café.",
        "1 round is added to the café.",
    ]
    assert (len(empty.cafes.get().tables), len(empty.cafes.get().rounds)) == (12, 4)
    turned_both_ways(empty, report.change, before, state(empty))
    assert empty.notes.lists.import_list(path).tables_added == 0


def test_a_dry_run_changes_nothing_and_tells_the_same(empty, tmp_path):
    path, before = write_list(tmp_path, LIST), state(empty)
    dry = empty.notes.lists.import_list(path, is_dry_run=True)

    assert state(empty) == before
    done = empty.notes.lists.import_list(path)
    assert (dry.added, dry.found) == (done.added, done.found)


def test_an_import_that_is_stopped_on_its_way_changes_nothing(empty, tmp_path):
    rows = "".join(f"{n % 3 + 1};1;Note {n}\n" for n in range(1000))
    path, before, told = write_list(tmp_path, "table;ronde;note\n" + rows), state(empty), []
    arriving = Arriving(lambda done, all_: told.append((done, all_)), lambda: len(told) >= 3)

    with pytest.raises(ImportStopped):
        empty.notes.lists.import_list(path, arriving=arriving)

    assert state(empty) == before
    assert told[0] == (100, 1000)
