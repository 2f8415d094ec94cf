"""The synthesis: what it is made of, that all of it cites its notes, and that nothing stops it."""

import io
import re
import time
from dataclasses import replace
from datetime import timedelta, timezone

import pikepdf
import pypdf
import pytest

from tests.reports.conftest import NOW, every_document, report_of, snapshot, text_of
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
        "Contexte et questions",
        "Le café en chiffres",
        "Question par question",
        "Les thèmes à travers les questions",
        "Du vert <tout> près",
        "Tensions et questions ouvertes",
        "Actions",
        "Pas encore classées",
        "Qui a rencontré qui",
        "Table par table",
        "Limites de la méthode",
        "Crédits et licence",
    ]
    assert [chapter for chapter in chapters if chapter in wanted] == wanted


def test_a_statement_cites_the_tables_and_rounds_it_rests_on():
    shot = snapshot()
    theme = shot.themes[0]
    rested = {note.id: note for note in shot.notes}
    found = flat(report_of(shot, NOW)).replace("\xa0", " ")

    for note in theme.notes:
        table, round_ = rested[note].table + 1, rested[note].round + 1
        assert re.search(
            rf"Cinq tables & plus\. \([^)]*T{table} (R\d )*R{round_}\b[^)]*\)", found
        ), (table, round_)


def test_a_statement_rests_on_its_own_notes_alone_whatever_their_theme():
    shot = snapshot()
    first, second = shot.themes
    note = next(each for each in shot.notes if each.id in second.notes)
    own = Statement(id="own", text="Une seule source.", cites=(cite(note),))
    bare = Statement(id="bare", text="Écrit avant.")
    first = replace(first, headline="Tout en une ligne", statements=(own, bare))
    found = flat(report_of(replace(shot, themes=(first, second)), NOW)).replace("\xa0", " ")

    assert f"Une seule source. (T{note.table + 1} R{note.round + 1})" in found
    assert "Écrit avant. (sans source)" in found
    assert "Tout en une ligne" in found


def test_who_takes_an_action_on_is_printed_and_quotes_are_set_apart_by_consent():
    shot = snapshot()
    facts = {Kind.ACTION: {"who": "Ana", "due": "en mai"}, Kind.QUOTE: {"may_quote": True}}
    agreed = tuple(replace(note, **facts.get(note.kind, {})) for note in shot.notes)

    with_consent = flat(report_of(replace(shot, notes=agreed), NOW))
    without = flat(report_of(shot, NOW))

    assert "Ana · en mai" in with_consent
    assert "table 1, ronde" in with_consent or "table 2, ronde" in with_consent
    assert not re.search(r"»\s*table \d+, ronde", without)


def test_the_summary_fits_on_one_page_however_long_the_statements_are():
    shot = snapshot()
    first, second = shot.themes
    first = replace(first, statements=as_statements("Plusieurs tables l’ont dit. " * 200))
    document = report_of(replace(shot, themes=(first, second)), NOW)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages]

    assert "\nEn une page\n" in pages[1]
    assert "Se croiser" in pages[1]
    assert "\nContexte et questions\n" in pages[2]


def test_each_question_has_its_first_ideas_with_their_sources():
    shot = snapshot()
    found = flat(report_of(shot, NOW)).replace("\xa0", " ")
    section = found[found.index("QUESTION 1 SUR 2") : found.index("QUESTION 2 SUR 2")]

    assert "Que faire ?" in section
    assert re.search(r"\(T\d+ R1\)", section)
    assert not re.search(r"\(T\d+ R2\)", section)  # that round had the other question


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(Mode))
def test_questions_of_every_mode_give_a_report_that_conforms(mode):
    shot = snapshot(people=24)
    texts = tuple(f"Question {n} ?" for n in range(18))
    cafe = replace(shot.cafe, questions=replace(shot.cafe.questions, mode=mode, texts=texts))

    assert failures(report_of(replace(shot, cafe=cafe), NOW).pdf) == []


def pages_of(document):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages]


def test_a_table_that_said_much_has_pages_of_its_own_and_others_share_one():
    few = pages_of(report_of(snapshot(people=24), NOW))
    assert sum("Table 2\n" in text and "Table 3\n" in text for text in few) == 1

    shot = snapshot(people=24)
    notes = [replace(note, id=f"{note.id}-{n}") for n in range(3) for note in shot.notes]
    many = pages_of(report_of(replace(shot, notes=tuple(notes), themes=()), NOW))
    for table in range(2, 7):  # the first comes under the title of the chapter
        assert sum(bool(re.search(rf"/ \d+\nTable {table}\n", text)) for text in many) == 1


def test_no_heading_of_a_theme_or_table_stands_at_the_foot_of_a_page_without_three_notes():
    shot = snapshot(people=24)
    for length in range(0, 400, 40):
        first, *themes = shot.themes
        first = replace(first, statements=as_statements("Plusieurs tables. " * (length // 18 + 1)))
        notes = [replace(note, text=f"Un banc {n}") for n, note in enumerate(shot.notes)]
        document = report_of(replace(shot, notes=tuple(notes), themes=(first, *themes)), NOW)
        for text in pages_of(document):
            for heading in re.split(r"\n(?=THÈME \d|Table \d\n)", text)[1:]:
                assert heading.count("Un banc") >= 3 or "Un banc" not in text, heading


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
    assert flat(document).count(name) >= 3


@pytest.mark.slow
def test_hosts_are_named_only_if_that_is_asked_for():
    shot = snapshot(people=24)
    host = next(person for person in shot.people if person.id in shot.plan.hosts)

    assert host.name not in flat(report_of(shot, NOW))
    assert f"★ {host.name}" in flat(report_of(shot, NOW, names=True))


def test_headings_nest_lists_have_labels_and_tables_headings():
    for name, document in every_document():
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

    at_their_table = told[told.rindex("Point 0") :]
    assert at_their_table.index("Point 1") < at_their_table.index("Point 2")
    assert max(lists_of(document)) == 2
    assert max(lists_of(report_of(nested(0), NOW))) == 0
    assert failures(document.pdf) == []


def test_notes_that_lie_very_deep_stay_inside_the_page():
    document = report_of(nested(12), NOW)

    assert max(lists_of(document)) == DEEPEST
    assert all(f"Point {place}" in flat(document) for place in range(13))
    assert failures(document.pdf) == []


def test_a_note_in_another_theme_than_the_one_it_belongs_to_stands_there_alone():
    shot = nested(1)
    child, parent = shot.notes[:2]
    themes = (
        replace(shot.themes[0], notes=(parent.id,)),
        replace(shot.themes[1], notes=(child.id,)),
    )

    with_table = lists_of(report_of(replace(shot, themes=themes), NOW))
    together = (replace(shot.themes[0], notes=(child.id, parent.id)), shot.themes[1])

    assert with_table.count(1) == 1  # at their table alone
    assert lists_of(report_of(replace(shot, themes=together), NOW)).count(1) > 1


def test_only_embedded_fonts_are_named():
    for name, document in every_document():
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

    assert flat(document).count("Planter des arbres.") >= 2 * 990
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

    assert "23 participant·e·s attendu·e·s · 6 tables" in pages
    assert "23 participant·e·s attendu·e·s, 6 tables" in pages
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
