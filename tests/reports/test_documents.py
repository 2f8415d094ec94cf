"""What stands on paper: everybody, everything said, in the café's language, as it was written."""

import io
import re
import unicodedata
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from tests import cafes
from tests.cafes import NAMES
from tests.endurance import full
from tests.reports.conftest import NOW, SAID, documents, report_of, snapshot, text_of
from tests.reports.reading import texts
from wcafe.domain.badges import badge_code
from wcafe.domain.live import Live
from wcafe.domain.people import Role
from wcafe.domain.plan import Joker
from wcafe.reports import make_document
from wcafe.services.synthesis import as_statements

LONG = (
    "Maximilienne-Éléonore de La Rochefoucauld-Montmorency-Luxembourg",
    "W" * 60,
    "Wolfeschlegelsteinhausenbergerdorff",
    "李小龙",
    "محمد الأمين",
)


def words(text):
    """Return text as it reads: without the breaks of lines and the forms of joined letters."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def badges(shot):
    return make_document("badges", shot, NOW)


def test_a_badge_has_the_whole_name_and_the_route():
    shot = snapshot(people=24)
    found = words(text_of(badges(shot)))

    for person in shot.people:
        stops = enumerate(shot.plan.itinerary(person.id))
        route = "".join(f"Ronde{r + 1}·table{t + 1}" for r, t in stops)
        assert words(f"{person.given}{person.family}") in found
        assert route in found


def test_badges_are_in_alphabetical_order_accents_folded():
    shot = snapshot(people=8, names=("Zoé Ânlé", "Éric Aubry", "Ana Écluse", "Ben Zola"))
    found = text_of(badges(shot))
    families = re.findall(r"(Aubry|Ânlé|Écluse|Zola) \d", found)

    assert families == sorted(families, key=["Ânlé", "Aubry", "Écluse", "Zola"].index)


def test_hosts_are_marked_and_a_stranger_to_the_plan_gets_a_badge_too():
    shot = snapshot(people=8)
    stranger = replace(shot.people[0], id="2f0c0000-0000-4000-8000-000000000000", given="Nour")
    shot = replace(shot, people=(*shot.people, stranger))
    found = text_of(badges(shot))

    assert found.count("★ hôte de la table") == 2
    assert "Nour" in found
    assert "périmé" in found  # the plan does not know everybody any more


def test_who_comes_to_no_round_gets_no_badge():
    shot = snapshot(people=8)
    away = replace(shot.people[0], id="2f0c0000-0000-4000-8000-000000000000", given="Nour")
    away = replace(away, present=frozenset())
    left = replace(shot.people[1], given="Partie", present=frozenset())  # had a seat
    found = text_of(badges(replace(shot, people=(*shot.people[:1], left, away))))

    assert "Partie" not in found  # one tick of presence, and it is there again
    assert "Nour" not in found


def test_the_crew_gets_badges_that_say_what_they_do():
    shot = snapshot(people=8)
    facilitator = cafes.person("Faci Litatrice", role=Role.FACILITATOR)
    shot = replace(shot, people=(*shot.people, facilitator))
    found = text_of(badges(shot))

    assert "Litatrice" in found
    assert "Animation" in found
    assert "–" not in found  # no route, not even an empty one
    assert "périmé" not in found


def test_a_badges_code_is_opaque():
    person = snapshot(people=4).people[0]

    assert re.fullmatch(r"WCAFE-P-[0-9A-F]{32}", badge_code(person.id))


def spared(shot, number=2):
    """The same with spare routes, of which the first was taken over by somebody of the list."""
    ids = (shot.people[-1].id, *(cafes.person().id for _n in range(number)))
    route = tuple(range(shot.plan.rounds))
    jokers = tuple(Joker(id=each, number=n, route=route) for n, each in enumerate(ids, start=1))
    return replace(shot, plan=replace(shot.plan, jokers=jokers))


def test_each_free_joker_route_has_a_badge_without_a_name_and_those_taken_have_none():
    shot = spared(snapshot(people=8, rounds=2))
    found = text_of(badges(shot))

    assert re.findall(r"Joker \d", found) == ["Joker 2", "Joker 3"]
    assert found.count("place de réserve") == 2
    assert words(found).count("Ronde1·table1Ronde2·table2") >= 2


def test_the_list_by_table_says_how_many_joker_routes_are_free():
    shot = snapshot(people=8)
    assert "joker" not in text_of(make_document("table-list", shot, NOW))

    shot = spared(shot)
    assert "2 parcours joker" in text_of(make_document("table-list", shot, NOW))


def test_a_walk_in_who_took_a_route_over_keeps_the_code_of_the_spare_badge():
    shot = spared(snapshot(people=8), number=0)
    (joker,) = shot.plan.jokers

    assert badge_code(joker.id) == badge_code(shot.people[-1].id)


@pytest.mark.parametrize("name", LONG)
def test_a_long_name_shrinks_and_is_never_cut(name, qt_pages):
    shot = snapshot(people=8, names=(name,))
    document = badges(shot)

    reader = pypdf.PdfReader(io.BytesIO(document.pdf))
    assert len(reader.pages) == 1
    if name.isascii() or name.startswith("Max"):
        assert words(name) in words(text_of(document))
    (page,) = qt_pages(document, width=840)
    for x in (2, 414, 426, 837):  # a hand's breadth of dots from the edges and the middle cut
        column = [page.pixelColor(x, y).lightness() for y in range(page.height())]
        dark = sum(lightness < 120 for lightness in column)
        assert dark < 0.1 * page.height()  # the coloured bars, no letters


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [1, 3, 8, 20])
def test_a_route_of_any_length_fits(rounds, qt_pages):
    people = full(100, 36)
    document = badges(snapshot(people=people, rounds=rounds))

    assert len(qt_pages(document)) == -(-people // 8)
    last = f"Ronde{rounds}" if rounds < 8 else f"R{rounds}"
    assert last in words(text_of(document))


def test_nothing_of_a_badge_stands_where_office_printers_print_nothing(qt_pages):
    (page,) = qt_pages(badges(snapshot(people=8)), width=840)
    rim = round(4.8 / 210 * page.width())
    for y in (*range(2, rim), *range(page.height() - rim, page.height() - 2)):
        row = [page.pixelColor(x, y).lightness() for x in range(page.width())]
        assert sum(lightness < 200 for lightness in row) < 8  # the middle cut alone


def test_five_tables_of_five_stand_on_a_page_of_the_list(qt_pages):
    shot = snapshot(people=50)
    plan = replace(
        shot.plan,
        tables=10,
        seats=tuple(tuple((n + r * (n // 10)) % 10 for n in range(50)) for r in range(3)),
    )

    assert len(qt_pages(make_document("table-list", replace(shot, plan=plan), NOW))) == 2


def test_the_list_by_table_names_everybody_in_every_round():
    shot = snapshot(people=24, rounds=8)
    document = make_document("table-list", shot, NOW)
    found = words(text_of(document))

    hosts = shot.people[:6]  # who stand there once, above the columns
    for person in shot.people:
        assert found.count(words(person.name)) >= (1 if person in hosts else 8)
    assert all(found.count(f"★Hôte:{words(host.name)}") == 1 for host in hosts)
    assert found.count("★") == 6
    assert "Table6" in found
    assert "Ronde8" in found


def test_every_note_stands_in_the_synthesis_literally():
    shot = snapshot()
    found = words(text_of(report_of(shot, NOW)))

    for note in shot.notes:
        if not note.text.startswith(("م", "中")):  # read back in another order of letters
            assert words(note.text) in found
    assert words("Du vert <tout> près") in found
    assert words("Cinq tables & plus.") in found


def test_hostile_text_is_text():
    for _name, document in documents("fr"):
        raw = pikepdf.open(io.BytesIO(document.pdf))
        kinds = {str(k) for o in raw.objects if isinstance(o, pikepdf.Dictionary) for k in o}
        assert not kinds & {"/JS", "/JavaScript", "/URI", "/Launch", "/EmbeddedFile", "/AA"}
        images = [o for o in raw.objects if isinstance(o, pikepdf.Stream)]
        assert not [o for o in images if o.get("/Subtype") == "/Image"]


def test_a_café_without_notes_says_so():
    found = text_of(report_of(snapshot(notes=False), NOW))

    assert "Aucune note n’a encore été prise." in found


def test_a_café_with_nothing_at_all_gives_a_report():
    shot = snapshot(people=1, notes=False, plan=False)
    bare = replace(shot, people=(), cafe=replace(shot.cafe, tables=(), day=None, place=""))

    found = text_of(report_of(bare, NOW))
    assert "3 rondes" in found
    assert "participant" not in found  # nobody was counted


def test_people_met_are_counted_from_actual_seats():
    shot = snapshot(people=8, rounds=2)
    alone = tuple((person.id, n % 2) for n, person in enumerate(shot.people))
    live = Live().with_seating(0, alone).with_seating(1, alone)
    found = text_of(report_of(replace(shot, live=live), NOW))

    assert "12 rencontres répétées" in re.sub(r"\s+", " ", found)
    assert words("réellement occupées") in words(found)


SPOKEN = {
    "fr": ["Ronde", "jeudi 26 novembre 2026", "En une page", "hôte"],
    "en": ["Round", "26 November 2026", "On one page", "host"],
}


@pytest.mark.parametrize(("language", "other"), [("fr", "en"), ("en", "fr")])
def test_paper_speaks_the_cafés_language_whatever_the_computers(language, other):
    expected, foreign = SPOKEN[language], SPOKEN[other]
    texts = {name: text_of(document) for name, document in documents(language)}
    whole = "\n".join(texts.values()).replace("\xa0", " ")

    assert all(word in whole for word in expected)
    assert not [word for word in foreign if re.search(rf"\b{word}\b", whole)]


def test_each_page_carries_the_plans_fingerprint_and_the_time():
    shot = snapshot()
    for _name, document in documents("fr"):
        for text in texts(document.pdf):
            assert re.search(r"plan [0-9A-Z]{3}-[0-9A-Z]{4}", text)
            assert "26 nov. 2026, 18:05" in text
    assert shot.plan.fingerprint in text_of(report_of(shot, NOW))


def test_what_no_font_has_is_a_box_and_is_told():
    document = badges(snapshot(people=4, names=("Kim 𐎀", "Ana ᠮᠣ")))

    assert document.unprintable >= {"𐎀", "ᠮ"}
    assert "□" in text_of(document)
    assert badges(snapshot(people=8, names=(*NAMES, *LONG))).unprintable == frozenset()


def test_the_documents_know_their_language_title_and_structure():
    for name, document in documents("fr"):
        pdf = pikepdf.open(io.BytesIO(document.pdf))
        assert str(pdf.Root.Lang) == "fr-FR"
        assert str(pdf.docinfo["/Title"]) == "Quartier 2030 : prendre part <&>"
        tags = [str(tag) for tag in structure(pdf.Root.StructTreeRoot.K)]
        assert tags[0] == "/Document"
        wanted = {
            "badges": {"/Sect", "/P", "/Figure"},
            "table-list": {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD"},
            "synthesis": {"/H1", "/H2", "/H3", "/L", "/LI", "/LBody", "/Figure", "/TOC", "/Link"},
        }.get(name, set())
        assert wanted <= set(tags)


def structure(element):
    if isinstance(element, pikepdf.Array):
        for kid in element:
            yield from structure(kid)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield element.S
        if "/K" in element:
            yield from structure(element.K)


def test_a_long_report_keeps_everything_inside_its_margins(qt_pages):
    shot = snapshot(people=120)
    for document in (report_of(shot, NOW), make_document("table-list", shot, NOW)):
        for number, page in enumerate(qt_pages(document)):
            if number == 0 and page.pixelColor(2, 2).lightness() < 120:
                continue  # the dark cover
            for x in (*range(20), *range(400, 420)):  # 20 points of 595 on either side
                assert all(page.pixelColor(x, y).lightness() > 200 for y in range(page.height()))


ADDRESS = (
    "https://www.brest.fr/actualites/2026/"
    + "une-tres-longue-adresse/" * 3
    + ("compte-rendu.pdf?utm_source=newsletter_tres_longue_qui_continue_encore&utm_medium=email")
)


@pytest.mark.slow
@pytest.mark.parametrize("long", [ADDRESS, "LongWordWithoutSpaces" * 14, f"Voir ({ADDRESS})."])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_long_word_wraps_inside_its_column(qt_pages, long, language):
    shot = snapshot(people=8, language=language)
    notes = tuple(replace(note, text=f"Voir {long} {n}") for n, note in enumerate(shot.notes[:14]))
    first, *themes = shot.themes
    cafe = replace(
        shot.cafe,
        purpose=long,
        place=long,
        tables=tuple(replace(table, name=long) for table in shot.cafe.tables),
        questions=replace(shot.cafe.questions, texts=(long, "")),
    )
    shot = replace(
        shot,
        cafe=cafe,
        notes=notes,
        people=tuple(replace(person, family=long[:300]) for person in shot.people),
        themes=(
            replace(first, name=long[:200], statements=as_statements(f"{long} {long}")),
            *themes,
        ),
    )
    report = report_of(shot, NOW)
    said = words(text_of(report)).count(words(f"Voir {long}"))
    assert said >= 14 - 2  # a page may end in the middle of one

    for document in (report, make_document("table-list", shot, NOW)):
        for number, page in enumerate(qt_pages(document)):
            if number == 0 and page.pixelColor(2, 2).lightness() < 120:
                continue  # the dark cover
            for x in range(407, 420):  # 18 points of 595
                assert all(page.pixelColor(x, y).lightness() > 200 for y in range(page.height()))


def test_where_a_note_comes_from_stays_on_one_line():
    shot = snapshot()
    notes = tuple(
        replace(note, text="ici " * (24 + n // 4) + "x" * (n % 4))
        for n, note in enumerate(shot.notes)
    )
    found = text_of(report_of(replace(shot, notes=notes), NOW))

    assert len(re.findall(r"T\d+·R\d+", found)) > 20
    assert not re.search(r"^T\d+·|·\s*$", found, re.MULTILINE)


@pytest.mark.parametrize(("language", "share"), [("fr", r"100\s%"), ("en", "100%")])
def test_a_percentage_is_written_as_its_language_does(language, share):
    assert re.search(share, text_of(report_of(snapshot(notes=False, language=language), NOW)))


def test_the_first_of_a_month_is_written_as_french_does():
    shot = snapshot(notes=False)
    day = replace(shot.cafe, day=NOW.date().replace(month=12, day=1))

    assert "mardi 1er décembre 2026" in text_of(report_of(replace(shot, cafe=day), NOW))


def test_a_note_longer_than_a_page_is_printed_whole():
    shot = snapshot()
    note = replace(shot.notes[0], text="Il faut planter des arbres. " * 700)
    found = words(text_of(report_of(replace(shot, notes=(note,)), NOW)))

    pages = 12
    assert found.count("Ilfautplanterdesarbres.") >= 700 - pages  # some go on on the next one
    assert len(re.findall("arbres", found)) == 700


def test_said_texts_cover_what_trips_programs_up():
    assert any("<img" in said for said in SAID)
    assert any("🙂" in said for said in SAID)
