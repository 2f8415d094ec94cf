"""Tents, labels, dot-vote sheets and slips: what each table, theme and hand is given on paper."""

import io
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pypdf
import pytest

from tests.reports.conftest import NOW, snapshot, text_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import Mode, Questions, Table
from wcafe.domain.handouts import HOST_KIT, LABELS, POSTERS, SLIPS, TENTS, VOTES
from wcafe.domain.kinds import Kind
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.publication import Publication
from wcafe.errors import NoOpenTable, NoSuchTable
from wcafe.reports import make_document

MINE = (TENTS, HOST_KIT, POSTERS, LABELS, VOTES, SLIPS)
FIGURES = 60 * 72 / 25.4 - 0.1  # points: sixty millimetres
CAPITAL = 0.714  # of the size of its letters is how high a figure is
LONG = " ".join(["Comment faire de ce quartier un lieu où chacun trouve sa place"] * 5)[:299] + "?"
SCRIPTS = ("Zoé d'Ân-Lê", "محمد الشريف", "한국어", "ก้องภพ", "देवनागरी", "中文")


def make(key, shot, **options):
    return make_document(key, shot, NOW, PrintOptions(**options))


def with_questions(shot, *texts, mode=Mode.PER_ROUND):
    return replace(shot, cafe=replace(shot.cafe, questions=Questions(mode=mode, texts=texts)))


def with_names(shot, *names):
    tables = tuple(
        replace(table, name=names[n % len(names)]) for n, table in enumerate(shot.cafe.tables)
    )
    return replace(shot, cafe=replace(shot.cafe, tables=tables))


def with_tables(count):
    """A café of one round and so many tables, of which nothing else is known."""
    shot = snapshot(people=4, rounds=1, notes=False, plan=False)
    return replace(shot, cafe=replace(shot.cafe, tables=(Table(),) * count))


def pages(document):
    return pypdf.PdfReader(io.BytesIO(document.pdf)).pages


def flat(text):
    return "".join(text.split())


def drawn(page):
    """Return the texts of a page: what is said, where, how large, and which way is up."""
    return read(page)[1]


def read(page):
    """Return the text of a page as one, and its texts as `drawn` does."""
    found = []

    def visit(text, cm, tm, _font, size):
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append((text.strip(), x, y, size, tm[0] * cm[0] > 0))

    return page.extract_text(visitor_text=visit), found


@pytest.mark.parametrize("paper", PaperSize)
def test_the_number_of_a_tent_is_sixty_millimetres_high_and_upright_on_both_faces(paper):
    shot = with_questions(with_tables(125), LONG)
    document = make(TENTS, shot, paper=paper, tables={6, 41, 124})

    for page, number in zip(pages(document), ("7", "42", "125"), strict=True):
        faces = [each for each in drawn(page) if each[0] == number and each[3] > 100]
        middle = float(page.mediabox[3]) / 2
        assert len(faces) == 2
        assert all(size * CAPITAL >= FIGURES for _text, _x, _y, size, _up in faces)
        assert {(is_up, y < middle) for _text, _x, y, _size, is_up in faces} == {
            (True, True),
            (False, False),
        }


def test_a_tent_says_the_questions_of_its_own_table_in_the_rounds_in_which_they_differ():
    texts = [f"Table {t + 1}, ronde {r + 1} ?" for t in range(3) for r in range(3)]
    shot = with_questions(snapshot(people=12, notes=False), *texts, mode=Mode.MATRIX)

    document = make(TENTS, with_names(shot, "Écoles", "", "Nature"))

    first, second, _third = (flat(page.extract_text()) for page in pages(document))
    assert all(flat(text) in first for text in texts[:3])
    assert not any(flat(text) in first for text in texts[3:])
    assert "Écoles" in first
    assert "Table2" in second
    assert flat("La question de chaque ronde") in first


def test_both_faces_of_a_tent_say_the_same_and_it_has_one_bookmark():
    shot = with_questions(snapshot(people=8, rounds=4, notes=False), "A ?", "B ?", "C ?", LONG)

    document = make(TENTS, with_names(shot, "Écoles", "Eau"), tables={1})

    (page,) = pages(document)
    upright, turned = (
        sorted(text for text, _x, _y, _size, is_up in drawn(page) if is_up is side)
        for side in (True, False)
    )
    fold = [text for text in upright if text.startswith("pliez")]
    assert sorted([*turned, *fold]) == upright
    assert {"1", "2", "3", "4", "Eau"} <= set(upright)
    outline = pypdf.PdfReader(io.BytesIO(document.pdf)).outline
    assert [each.title for each in outline] == ["Eau"]


def test_a_question_that_stays_the_same_stands_once_on_each_face():
    shot = with_questions(snapshot(people=8, notes=False), "Que faire ?", mode=Mode.SAME)

    (page, _other) = pages(make(TENTS, shot))

    assert flat(page.extract_text()).count(flat("Que faire ?")) == 2


@pytest.mark.parametrize(
    ("rounds", "most"), [(8, 300), pytest.param(20, 1000, marks=pytest.mark.slow)]
)
def test_questions_that_do_not_fit_on_a_tent_are_counted_and_none_is_cut(rounds, most):
    texts = [f"Question{n:02}, {LONG * 4}"[: most - 1] + "?" for n in range(rounds)]
    shot = with_questions(snapshot(people=4, rounds=rounds, notes=False), *texts)

    text = flat(text_of(make(TENTS, shot)))

    whole = [each for each in texts if flat(each) in text]
    begun = [n for n in range(rounds) if f"Question{n:02}" in text]
    assert len(begun) == len(whole)
    left = rounds - len(whole)
    assert (flat(f"{left} questions de plus ne tiennent pas ici") in text) == (left > 1)
    assert whole


def test_tents_and_kits_are_made_for_the_tables_asked_for():
    shot = with_names(snapshot(people=16, notes=False), "Écoles", "Parcs", "Eau", "Jeux")

    document = make(TENTS, shot, tables={2})

    assert len(pages(document)) == 1
    assert "Eau" in text_of(document)
    assert "Parcs" not in text_of(document)
    assert len(pages(make(HOST_KIT, shot, tables={2, 3}))) == 4


def test_a_table_that_is_closed_all_along_has_neither_tent_nor_kit():
    shot = snapshot(people=12, notes=False)
    tables = list(shot.cafe.tables)
    tables[1] = replace(tables[1], closed=frozenset(range(3)))
    tables[2] = replace(tables[2], closed=frozenset({0}))
    shot = replace(shot, cafe=replace(shot.cafe, tables=tuple(tables)))

    assert len(pages(make(TENTS, shot))) == 2
    assert len(pages(make(HOST_KIT, shot))) == 4


@pytest.mark.parametrize("key", [TENTS, HOST_KIT])
def test_without_a_table_there_is_none_and_that_is_told(key):
    shot = snapshot(people=4, plan=False, notes=False)

    with pytest.raises(NoSuchTable):
        make(key, shot, tables={7})
    with pytest.raises(NoOpenTable):
        make(key, replace(shot, cafe=replace(shot.cafe, tables=())))


def test_labels_are_those_of_themes_and_before_there_are_any_those_of_tables():
    shot = with_names(snapshot(people=12), "Écoles")
    themes = tuple(replace(theme, headline=f"Ce que dit {theme.name}") for theme in shot.themes)
    shot = replace(shot, themes=themes)

    assert len(pages(make(LABELS, shot))) == 1
    said = flat(text_of(make(LABELS, shot)))
    assert flat("1. Du vert <tout> près") in said
    assert flat("Ce que dit Se croiser") in said
    assert "Écoles" not in said
    assert "Écoles" in text_of(make(LABELS, replace(shot, themes=())))
    bare = replace(shot, themes=(), plan=None, cafe=replace(shot.cafe, tables=()))
    assert "ni thème ni table" in " ".join(text_of(make(LABELS, bare)).split())


def test_dots_are_given_to_themes_and_before_there_are_any_to_ideas_and_actions():
    shot = snapshot(people=12)

    assert "Se croiser" in text_of(make(VOTES, shot))

    sorted_out = replace(shot, themes=())
    said = flat(text_of(make(VOTES, sorted_out)))
    asked = [n for n in shot.notes if n.kind in (Kind.IDEA, Kind.ACTION)]
    others = [n for n in shot.notes if n.kind not in (Kind.IDEA, Kind.ACTION)]
    assert asked
    for note in asked:
        number = note.text[note.text.rindex("(") :]
        assert number in said
    assert not any(note.text[note.text.rindex("(") :] in said for note in others)


def test_nobody_votes_on_a_note_that_is_withheld():
    shot = replace(snapshot(people=12), themes=())
    idea = next(note for note in shot.notes if note.kind is Kind.IDEA)
    number = idea.text[idea.text.rindex("(") :]
    kept = tuple(replace(n, withheld="nomme un voisin") if n is idea else n for n in shot.notes)

    assert number in text_of(make(VOTES, shot))
    assert number not in text_of(make(VOTES, replace(shot, notes=kept)))


def test_few_choices_have_many_circles_and_many_go_over_sheets():
    shot = snapshot(people=12)
    many = tuple(replace(shot.themes[0], id=f"t{n}", name=f"Thème {n}") for n in range(30))

    assert len(pages(make(VOTES, shot))) == 1
    assert len(pages(make(VOTES, replace(shot, themes=many)))) > 2
    said = text_of(make(VOTES, replace(shot, themes=many)))
    assert all(f"Thème {n}" in said for n in range(30))


def test_four_slips_say_where_to_and_until_when_as_far_as_that_is_known():
    shot = snapshot(people=4)
    until, contact = NOW.date() + timedelta(days=10), "restitution@quartier.example"

    def told(**facts):
        cafe = replace(shot.cafe, publication=Publication(**facts))
        return " ".join(text_of(make(SLIPS, replace(shot, cafe=cafe))).split())

    assert told().count("Remettez ce bulletin avant de partir.") == 4
    assert told(contact=contact).count(f"envoyez-le à : {contact}") == 4
    assert told(amend_until=until).count("au plus tard le dimanche 6 décembre 2026") == 4
    both = told(contact=contact, amend_until=until)
    assert both.count("au plus tard le dimanche 6 décembre 2026") == 4
    assert both.count(contact) == 4


@pytest.mark.parametrize("facts", [{"is_final": True}, {"amend_until": NOW.date() - timedelta(1)}])
def test_once_corrections_are_over_there_is_no_slip(facts):
    shot = snapshot(people=4)
    cafe = replace(shot.cafe, publication=Publication(**facts))

    said = " ".join(text_of(make(SLIPS, replace(shot, cafe=cafe))).split())

    assert "ne sont plus prises" in said
    assert "rectifier" not in said


@pytest.mark.slow
@pytest.mark.parametrize("key", MINE)
@pytest.mark.parametrize("paper", PaperSize)
def test_nothing_is_written_beyond_the_paper_and_each_page_says_when_it_was_printed(key, paper):
    shot = with_names(snapshot(people=28, rounds=8, names=SCRIPTS, jokers=2), *SCRIPTS, "W" * 60)
    shot = with_questions(shot, *SCRIPTS, LONG, "x" * 300)

    document = make(key, shot, paper=paper)

    across, down = (side * 72 / 25.4 for side in paper.millimetres)
    sides = (down, across) if key == HOST_KIT else (across, down)
    for page in pages(document):
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx(sides, abs=0.1)
        said, found = read(page)
        for text, x, y, _size, _up in found:
            assert 0 < x < sides[0], text
            assert 0 < y < sides[1], text
        assert shot.plan.fingerprint in said
        assert "26 nov. 2026" in said
    assert document.unprintable == frozenset()


def test_the_figures_of_ever_longer_numbers_never_grow():
    shot = with_tables(1000)
    document = make(TENTS, shot, tables={0, 9, 99, 999})

    sizes = [max(each[3] for each in drawn(page)) for page in pages(document)]
    assert all(larger >= smaller for larger, smaller in pairwise(sizes))
    assert sizes[-1] * CAPITAL > 40 * 72 / 25.4  # 1/200 of eight metres
