"""The synthesis: what it is made of, that all of it cites its notes, and that nothing stops it."""

import io
import re
import time
from dataclasses import replace
from datetime import timedelta, timezone

import pikepdf
import pypdf
import pytest

from tests.reports.conftest import NOW, documents, report_of, snapshot, text_of
from tests.reports.reading import texts
from tests.reports.test_conformance import failures
from wcafe.domain.cafe import HostMode, Mode
from wcafe.domain.kinds import Kind
from wcafe.domain.synthesis import Statement, cite
from wcafe.domain.typography import typeset
from wcafe.reports import make_document
from wcafe.reports.figures import _in_even_rows
from wcafe.reports.pages import metadata
from wcafe.reports.pages.fitting import evened
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.styles import DEEPEST
from wcafe.services.synthesis import as_statements


def flat(document):
    return re.sub(r"\s+", " ", text_of(document))


def outline(document):
    entries = pypdf.PdfReader(io.BytesIO(document.pdf)).outline
    return [entry.title for entry in entries if not isinstance(entry, list)]


def elements(document):
    """Yield tag and element of the whole structure, in reading order."""

    def walk(element):
        if isinstance(element, pikepdf.Array):
            for kid in element:
                yield from walk(kid)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield str(element.S), element
            yield from walk(element.get("/K", pikepdf.Array([])))

    pdf = pikepdf.open(io.BytesIO(document.pdf))
    yield from walk(pdf.Root.StructTreeRoot.K)


def test_the_chapters_stand_in_the_order_a_reader_needs():
    chapters = outline(report_of(snapshot(), NOW))

    wanted = [
        "En une page",
        "Sommaire",
        "Contexte et questions",
        "Le café en chiffres",
        "Question par question",
        "Du vert <tout> près",
        "Tensions et questions ouvertes",
        "Actions",
        "Pas encore classées",
        "Qui a rencontré qui",
        "Limites de la méthode",
        "Crédits et licence",
    ]
    assert [chapter for chapter in chapters if chapter in wanted] == wanted


def test_a_statement_rests_on_its_own_notes_alone_whatever_their_theme():
    shot = snapshot()
    first, second = shot.themes
    note = next(each for each in shot.notes if each.id in second.notes)
    own = Statement(id="own", text="Une seule source.", cites=(cite(note),))
    bare = Statement(id="bare", text="Écrit avant.")
    first = replace(first, headline="Tout en une ligne", statements=(own, bare))
    pages = flat(report_of(replace(shot, themes=(first, second)), NOW)).replace("\xa0", " ")

    assert re.search(r"Une seule source\. ?\d+", pages)
    assert "Écrit avant. (sans source)" in pages
    assert "Tout en une ligne" in pages
    assert f"T{note.table + 1}·R{note.round + 1}" in pages


def test_who_takes_an_action_on_is_printed_and_quotes_are_set_apart_by_consent():
    shot = snapshot()
    facts = {
        Kind.ACTION: {"who": "Ana", "due": "en mai"},
        Kind.QUOTE: {"may_quote": True, "text": "On se croise"},
    }
    agreed = tuple(replace(note, **facts.get(note.kind, {})) for note in shot.notes)

    with_consent = replace(shot, notes=agreed)
    pages = flat(report_of(with_consent, NOW, names=True))

    assert re.search(r"Ana en mai", pages)
    assert "Ana" not in flat(report_of(with_consent, NOW))
    assert re.search(r"«\s?On se croise\s?»", pages)
    silent = tuple(replace(note, may_quote=False) for note in agreed)
    assert not re.search(r"«\s?On se croise", flat(report_of(replace(shot, notes=silent), NOW)))


def test_the_summary_fits_on_one_page_however_long_the_statements_are():
    shot = snapshot()
    first, second = shot.themes
    first = replace(first, statements=as_statements("Plusieurs tables l’ont dit. " * 200))
    document = report_of(replace(shot, themes=(first, second)), NOW)
    pages = texts(document.pdf)

    assert "\nEn une page\n" in pages[1]
    assert "Se croiser" in pages[1]
    assert not any("En une page\n" in page for page in pages[2:])
    assert "L'ont dit" not in pages[1]


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(Mode))
def test_questions_of_every_mode_give_a_report_that_conforms(mode):
    shot = snapshot(people=24)
    texts = tuple(f"Question {n} ?" for n in range(18))
    cafe = replace(shot.cafe, questions=replace(shot.cafe.questions, mode=mode, texts=texts))

    assert failures(report_of(replace(shot, cafe=cafe), NOW).pdf) == []


def pages_of(document):
    return texts(document.pdf)


@pytest.mark.parametrize("tiles", range(1, 10))
def test_figures_stand_in_even_rows(tiles):
    across = _in_even_rows(tiles)
    last = tiles % across or across

    assert across - last <= 1
    assert last > 1 or tiles == 1


def test_the_label_of_a_bar_uses_the_line_before_anything_of_it_is_cut():
    shot = snapshot()
    name = "Laisser de la place à l’eau et aux arbres, dans chaque rue et chaque cour du quartier"
    theme = replace(shot.themes[0], name=name, statements=as_statements(""))
    document = report_of(replace(shot, themes=(theme,)), NOW)

    assert "…" not in text_of(document)
    assert flat(document).count(name) >= 1


def test_headings_nest_lists_have_labels_and_tables_headings():
    for name, document in documents("fr"):
        last = 0
        for tag, element in elements(document):
            if re.fullmatch(r"/H\d", tag):
                assert int(tag[2:]) <= last + 1, name
                last = int(tag[2:])
            if tag == "/LI":
                assert [str(kid.S) for kid in element.K] == ["/Lbl", "/LBody"]
            if tag == "/TH":
                assert str(element.A.Scope) in ("/Column", "/Row")
            if tag == "/Figure":
                assert str(element.Alt)


def nested(depth):
    """Return a café whose first notes belong to each other, each to the one before it."""
    shot = snapshot()
    chain = [replace(note, table=0, round=0, kind=Kind.IDEA) for note in shot.notes[: depth + 1]]
    for place in range(1, len(chain)):
        chain[place] = replace(chain[place], parent=chain[place - 1].id, text=f"Point {place}")
    chain[0] = replace(chain[0], text="Point 0")
    return replace(shot, notes=(*reversed(chain), *shot.notes[depth + 1 :]))


def lists_of(document):
    """Yield, for each list of the structure, the depth at which it lies in others."""

    def walk(element, depth):
        if isinstance(element, pikepdf.Array):
            for kid in element:
                yield from walk(kid, depth)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            if is_list := str(element.S) == "/L":
                yield depth
            yield from walk(element.get("/K", pikepdf.Array([])), depth + is_list)

    pdf = pikepdf.open(io.BytesIO(document.pdf))
    return list(walk(pdf.Root.StructTreeRoot.K, 0))


def test_a_note_that_belongs_to_another_is_a_point_below_it():
    document = report_of(nested(2), NOW)
    told = flat(document)

    assert told.index("Point 0") < told.index("Point 1") < told.index("Point 2")
    assert max(lists_of(document)) == 2
    assert max(lists_of(report_of(nested(0), NOW))) == 0
    assert failures(document.pdf) == []


def test_notes_that_lie_very_deep_stay_inside_the_page():
    document = report_of(nested(12), NOW)

    assert max(lists_of(document)) == DEEPEST
    assert all(f"Point {place}" in flat(document) for place in range(13))
    assert failures(document.pdf) == []


def test_only_embedded_fonts_are_named():
    for name, document in documents("fr"):
        pdf = pikepdf.open(io.BytesIO(document.pdf))
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        fonts = [font for font in fonts if font.get("/Type") == "/Font"]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts), name


def test_pages_are_counted():
    document = report_of(snapshot(), NOW)
    pages = pypdf.PdfReader(io.BytesIO(document.pdf)).pages

    for number, page in enumerate(pages):
        assert number == 0 or f"· {number + 1} / {len(pages)}" in page.extract_text()


@pytest.mark.slow
def test_the_same_café_at_the_same_time_gives_the_same_bytes():
    shot = snapshot()
    here = NOW.astimezone(timezone(-timedelta(hours=3, minutes=30)))

    assert report_of(shot, NOW).pdf == report_of(shot, NOW).pdf
    assert make_document("badges", shot, NOW).pdf == make_document("badges", shot, NOW).pdf
    made = pypdf.PdfReader(io.BytesIO(report_of(shot, here).pdf)).metadata["/CreationDate"]
    assert made == "D:20261126143500-03'30'"
    assert failures(report_of(shot, here).pdf) == []


def test_a_later_start_of_the_program_gives_the_same_bytes_too():
    profile = metadata._srgb()

    metadata._srgb.cache_clear()
    time.sleep(1.1)  # the profile that Pillow makes carries the second

    assert metadata._srgb() == profile


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Kind.QUOTE, Kind.STORY])
def test_the_longest_note_there_can_be_is_printed_whole(kind):
    shot = snapshot()
    note = replace(shot.notes[0], kind=kind, text="Planter des arbres. " * 990)
    document = report_of(replace(shot, notes=(note, *shot.notes[1:])), NOW)

    assert len(re.findall("Planter", flat(document))) == 990
    assert failures(document.pdf) == []


@pytest.mark.slow
def test_names_of_any_length_print():
    shot = snapshot(people=8)
    people = tuple(replace(person, family="Nom " * 480) for person in shot.people)
    tables = tuple(replace(table, name="Table " * 49) for table in shot.cafe.tables)
    shot = replace(shot, people=people, cafe=replace(shot.cafe, tables=tables, title="Titre " * 49))

    assert failures(make_document("badges", shot, NOW).pdf) == []
    assert failures(make_document("table-list", shot, NOW).pdf) == []
    assert failures(report_of(shot, NOW).pdf) == []


def test_where_hosts_hand_over_paper_says_who_stays_for_which_round():
    shot = snapshot(people=8, rounds=2)
    rules = replace(shot.cafe.rules, hosts=HostMode.HAND_OVER)
    stays = shot.plan.seats[0][0]
    seats = (shot.plan.seats[0], (stays, *shot.plan.seats[1][1:]))
    plan = replace(shot.plan, hosts={}, seats=seats)
    shot = replace(shot, cafe=replace(shot.cafe, rules=rules), plan=plan)

    assert "★ hôte de table à la ronde 2" in flat(make_document("badges", shot, NOW))
    assert f"★ {shot.people[0].name}" in flat(make_document("table-list", shot, NOW))


def test_a_title_is_broken_into_even_lines_and_never_before_a_colon():
    title = typeset("Quartier 2030 : prendre part", "fr")
    assert evened(title, 482, 34, SERIF) == "Quartier 2030\u00a0:\nprendre part"
    assert evened("Court", 482, 34, SERIF) == "Court"
    assert evened("W" * 90, 482, 34, SERIF) == "W" * 90


def test_participants_are_those_who_took_a_seat_in_some_round():
    shot = snapshot()
    gone, late = shot.people[-2:]
    people = (
        *shot.people[:-2],
        replace(gone, present=frozenset()),
        replace(late, present=frozenset({2})),
    )
    pages = flat(report_of(replace(shot, people=people), NOW))

    assert "23 personnes attendues · 6 tables" in pages
    assert "23 personnes attendues, 6 tables" in pages
    assert "24 participant" not in pages


@pytest.mark.slow
def test_tables_without_a_host_are_not_said_to_have_one():
    shot = snapshot(language="en")
    everywhere = "A host stays at each table"
    assert everywhere in flat(report_of(shot, NOW))

    some = dict(list(shot.plan.hosts.items())[:4])
    pages = flat(report_of(replace(shot, plan=replace(shot.plan, hosts=some)), NOW))
    assert everywhere not in pages
    assert "At 4 of the 6 tables a host stays, to welcome and to recap." in pages

    pages = flat(report_of(replace(shot, plan=replace(shot.plan, hosts={})), NOW))
    assert "a host stays" not in pages.lower()
