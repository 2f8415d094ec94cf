"""Posters: each tells what is known and is left out, or has lines to write on, where it is not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.conftest import NOW, snapshot
from tests.reports.reading import texts
from wcafe.domain.agenda import Line, LineKind, Round
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import HostMode, Mode, Questions, Rules, Table
from wcafe.domain.etiquette import ETIQUETTE
from wcafe.domain.handouts import POSTERS
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.publication import Publication
from wcafe.i18n import words_for
from wcafe.reports import make_document


def posters(shot, **options):
    """Return the text of each poster, by the first words of it."""
    document = make_document(POSTERS, shot, NOW, PrintOptions(**options))
    return [" ".join(text.split()) for text in texts(document.pdf)]


def changed(shot, **facts):
    return replace(shot, cafe=replace(shot.cafe, **facts))


def found(pages, title):
    return [page for page in pages if page.startswith(title)]


@pytest.fixture(scope="module")
def shot():
    return snapshot(people=24, notes=False)


def test_there_is_one_page_each(shot):
    pages = posters(shot)

    titles = ("Où vais-je", "Nos 6 tables", "Notre programme", "Les questions", "Comment", "Photos")
    assert [page[:5] for page in pages] == [title[:5] for title in titles]
    assert [page[:5] for page in posters(shot, paper=PaperSize.LETTER)] == [p[:5] for p in pages]


def test_badges_are_spoken_of_only_where_a_plan_makes_them(shot):
    assert found(posters(shot), "Où vais-je")
    assert not found(posters(replace(shot, plan=None)), "Où vais-je")


def test_hosts_are_told_only_where_some_stay(shot):
    def said(each):
        return "★" in found(posters(each), "Où vais-je")[0]

    assert said(shot)
    assert not said(replace(shot, plan=replace(shot.plan, hosts={})))
    assert not said(changed(shot, rules=Rules(hosts=HostMode.HAND_OVER)))


def test_nobody_goes_on_where_there_is_one_round():
    one = found(posters(snapshot(people=8, rounds=1, notes=False)), "Où vais-je")[0]

    assert "table suivante" not in one


def test_each_table_that_is_used_stands_on_its_poster_with_number_and_name(shot):
    tables = [Table(name=f"Nom {n}") for n in range(130)]
    tables[7] = replace(tables[7], closed=frozenset(range(3)))

    (page,) = found(posters(changed(shot, tables=tuple(tables))), "Nos 129 tables")

    told = page.split()
    assert all(str(n + 1) in told for n in range(130) if n != 7)
    assert all(f"Nom {n}" in page for n in range(130) if n != 7)
    assert "Dessinées dans l’ordre de leurs numéros" in page


def test_the_agenda_has_the_hours_of_its_first_day(shot):
    own = Line(id="own", kind=LineKind.OTHER, title="Goûter <offert>", minutes=15, after=3)
    days = (Round(day=date(2026, 11, 27)), Round(), Round(day=date(2026, 11, 29)))

    page = found(posters(changed(shot, agenda=(own,))), "Notre programme")[0]
    assert "14 h 00 Ronde 1 14 h 27 Ronde 2 14 h 54 Ronde 3 15 h 17 Goûter <offert>" in page

    later = changed(shot, agenda=(own,), rounds=days, day=date(2026, 11, 27))
    page = found(posters(later), "Notre programme")[0]
    assert "14 h 27 Ronde 2" in page
    assert page.count(" h ") == 2


@pytest.mark.parametrize(
    ("mode", "texts", "title", "said"),
    [
        (Mode.SAME, ("Que faire ?",), "La question", ["Que faire"]),
        (Mode.PER_ROUND, ("A ?", "B ?", "A ?"), "Les questions", ["Rondes 1, 3 A", "Ronde 2 B"]),
        (Mode.PER_TABLE, ("A ?", "B ?", "A ?"), "Les questions", ["Tables 1, 3 A", "Table 2 B"]),
        (
            Mode.MATRIX,
            ("A ?", "B ?", "C ?"),
            "Les questions",
            ["Table 1 · Ronde 1 A", "Table 1 · Ronde 2 B", "Table 1 · Ronde 3 C"],
        ),
    ],
)
def test_questions_are_told_with_where_they_are_asked(shot, mode, texts, title, said):
    pages = posters(changed(shot, questions=Questions(mode=mode, texts=texts)))

    (page,) = found(pages, title)
    assert all(each in page for each in said)


def test_without_a_question_there_is_no_poster_of_it(shot):
    pages = posters(changed(shot, questions=Questions()))

    assert not found(pages, "La question")
    assert not found(pages, "Les questions")


def test_more_questions_than_a_page_holds_go_on_on_the_next():
    shot = snapshot(people=8, rounds=20, notes=False)
    texts = tuple(f"Question{n:02}, " + "et pourquoi donc " * 50 for n in range(20))

    pages = found(
        posters(changed(shot, questions=Questions(mode=Mode.PER_ROUND, texts=texts))),
        "Les questions",
    )

    said = "".join("".join(page.split()) for page in pages)
    assert len(pages) > 1
    assert all("".join(text.split())[:60] in said for text in texts)
    assert all("suite" in page for page in pages[1:])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_etiquette_is_told_whole(language):
    pages = posters(snapshot(people=8, language=language, notes=False))

    words = words_for(language)
    told = [[words.gettext(each) in page for each in ETIQUETTE] for page in pages]
    assert [True] * 8 in told


def test_who_takes_pictures_and_where_to_write_is_told_as_far_as_it_is_known(shot):
    known = changed(shot, organiser="Maison des projets", publication=Publication(contact="a@b.eu"))

    (page,), (blank,) = found(posters(known), "Photos"), found(posters(shot), "Photos")

    assert "Maison des projets" in page
    assert "a@b.eu" in page
    assert "Qui les prend Pour quoi faire" in blank  # a line to write on, and no name
    assert "en photo" in blank
