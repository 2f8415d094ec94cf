"""The page and the real station: what a note-taker does, down to the café's file."""

import io
from contextlib import ExitStack
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.phones import free_port
from tests.web.page.driving import LOOK, Phone
from wcafe.domain.live import Clock
from wcafe.domain.phones import LetIn
from wcafe.domain.synthesis import Statement, Theme, cite
from wcafe.domain.text import new_id
from wcafe.domain.verdicts import Answer
from wcafe.web.station import Station

pytestmark = pytest.mark.slow


@pytest.fixture
def station(cafe):
    station = Station(cafe, "127.0.0.1", names=["cafe.test"])
    station.start()
    yield station
    station.stop()


@pytest.fixture
def stranger(browser, station):
    """A phone that has scanned nothing yet."""
    port = station.url.rsplit(":", 1)[1]
    server = SimpleNamespace(url=f"http://cafe.test:{port}", heal=station.start)
    phone = Phone(server, lambda: browser.new_context(**LOOK | {"locale": "fr-FR"}))
    yield phone
    phone.close()
    assert phone.faults == []


@pytest.fixture
def phone(stranger, codes):
    stranger.visit(f"/t#{codes[0]}")
    is_in(stranger)
    return stranger


def is_in(phone):
    expect(phone.page.locator("#kind-chips input").first).to_be_attached()


def said(cafe):
    return sorted(note.text for note in cafe.notes.all() if not note.is_deleted)


def is_saved(phone, text):
    expect(phone.card(text)).to_contain_text("enregistré par l’ordinateur")


def test_notes_of_a_phone_are_in_the_file_once_it_says_saved(phone, cafe):
    expect(phone.page.locator("#where")).to_have_text("Table 1")
    expect(phone.page.locator("#add")).to_have_text("Ajouter")
    phone.note("Un jardin")
    is_saved(phone, "Un jardin")
    assert said(cafe) == ["Un jardin"]

    phone.card("Un jardin").get_by_role("button", name="Modifier").click()
    phone.type("Un jardin partagé")
    phone.add()
    is_saved(phone, "Un jardin partagé")
    assert said(cafe) == ["Un jardin partagé"]

    phone.card("Un jardin").get_by_role("button", name="Supprimer").click()
    phone.until(lambda: said(cafe) == [])


def test_a_station_that_stops_and_starts_gets_what_was_written_meanwhile(phone, station, cafe):
    station.stop()
    phone.note("Pendant la panne")
    expect(phone.page.locator("#bar")).to_contain_text("Hors réseau")

    phone.heal()
    is_saved(phone, "Pendant la panne")
    expect(phone.page.locator("#bar")).to_be_hidden()
    assert said(cafe) == ["Pendant la panne"]


def test_a_phone_that_was_taken_out_keeps_what_it_holds(phone, cafe, codes):
    phone.note("Avant")
    is_saved(phone, "Avant")
    (known,) = cafe.phones.all()
    cafe.phones.revoke(known.id)
    phone.note("Après")
    expect(phone.page.locator("#joining-why")).to_contain_text("est gardé ici")

    phone.page.goto(f"{phone.server.url}/t#{codes[0]}")
    is_saved(phone, "Après")
    assert said(cafe) == ["Après", "Avant"]


def test_a_photo_of_the_phone_is_in_the_file(phone, cafe):
    content = io.BytesIO()
    Image.new("RGB", (2600, 1300), "#a8481f").save(content, "JPEG")
    big = {"name": "nappe.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
    phone.page.locator("#camera").set_input_files(big)

    expect(phone.page.locator("#photos")).to_contain_text("enregistré par l’ordinateur")
    (photo,) = cafe.photos.all()
    assert (photo.table, photo.round) == (0, 0)


def test_a_table_says_on_its_phone_that_a_sentence_is_its_own(phone, cafe):
    phone.note("Un banc manque.")
    is_saved(phone, "Un banc manque.")
    (note,) = cafe.notes.all()
    made = Statement(id=new_id(), text="Les bancs manquent.", cites=(cite(note),))
    cafe.synthesis.save(Theme(id=new_id(), name="Bancs", statements=(made,)))
    phone.heal()
    asked = phone.page.locator("#statements .card")
    expect(asked).to_contain_text("Les bancs manquent.")
    asked.get_by_role("button", name="À amender").click()
    asked.get_by_role("textbox").fill("Deux bancs manquent.")
    asked.get_by_role("button", name="Envoyer").click()

    expect(asked).to_contain_text("enregistré par l’ordinateur")
    (verdict,) = cafe.verdicts.all()
    assert (verdict.answer, verdict.words) == (Answer.AMEND, "Deux bancs manquent.")


def test_a_note_that_the_desk_moved_to_another_table_goes_from_the_phone(phone, cafe):
    phone.note("Pour l'autre table")
    is_saved(phone, "Pour l'autre table")
    (note,) = cafe.notes.all()
    cafe.notes.put(replace(note, table=1), base=note.rev)

    phone.heal()
    expect(phone.card("Pour l'autre table")).to_have_count(0)
    assert said(cafe) == ["Pour l'autre table"]


@pytest.fixture
def open_station(cafe):
    """How a station is opened at a port, or at any: whatever becomes of the test, all are shut."""
    with ExitStack() as shut:

        def open_station(port=0):
            station = Station(cafe, "127.0.0.1", port)
            shut.callback(station.stop)
            station.start()
            return station

        yield open_station


def test_an_open_page_finds_the_computer_at_an_address_it_had_before(
    browser, cafe, codes, open_station
):
    before = open_station(free_port())
    old_port = int(before.url.rsplit(":", 1)[1])
    before.stop()
    now = open_station(free_port())
    phone = Phone(SimpleNamespace(url=now.url, heal=None), lambda: browser.new_context(**LOOK))
    phone.visit(f"/t#{codes[0]}")
    expect(phone.page.locator("#kind-chips input").first).to_be_attached()
    now.stop()
    phone.note("Après le déménagement")
    open_station(old_port)

    phone.is_saved("Après le déménagement")
    assert said(cafe) == ["Après le déménagement"]
    phone.close()


def test_a_second_laptop_writes_for_the_tables_of_its_code(phone, station, cafe):
    code = cafe.phones.way_in.code_of_scribe((0, 1))
    phone.page.goto(phone.server.url + f"/s#{code}")
    phone.page.reload()  # an address that differs by its fragment alone is not loaded anew
    expect(phone.page.locator("#tables")).to_be_visible()
    phone.page.locator("#words").focus()
    phone.page.keyboard.press("Alt+ArrowDown")
    expect(phone.page.locator("#where")).to_have_text("Table 2")
    phone.note("Pour la deuxième table")
    is_saved(phone, "Pour la deuxième table")

    assert [(note.table, note.text) for note in cafe.notes.all()] == [(1, "Pour la deuxième table")]


def test_where_the_way_in_is_closed_just_now_a_code_to_type_leads_in(stranger, cafe, codes):
    cafe.phones.way_in.keep(lambda station: replace(station, let_in=LetIn.AT_BEGINNING))
    cafe.live.set_clock(Clock(step="talk:0", left=60.0))
    stranger.visit(f"/t#{codes[1]}")
    why = stranger.page.locator("#joining-why")
    expect(why).to_contain_text("Demandez à l’animation un code à taper ici")

    stranger.page.locator("#code").fill(cafe.phones.way_in.short_code(1))
    stranger.page.locator("#code").press("Enter")

    is_in(stranger)
    expect(why).to_be_hidden()
    expect(stranger.page.locator("#where")).to_have_text("Table 2")


def test_photos_are_offered_where_the_café_takes_them_only(phone, cafe):
    expect(phone.page.locator("#photo")).to_be_visible()
    cafe.phones.way_in.keep(lambda station: replace(station, has_no_photos=True))

    expect(phone.page.locator("#photo")).to_be_hidden()


def test_a_note_under_a_prompt_is_in_the_file_and_a_late_one_says_so(phone, cafe):
    prompts = ("Ce qui marche", "Ce qui manque")
    cafe.cafes.save(replace(cafe.cafes.get(), prompts=prompts))
    phone.page.locator("#prompt").select_option("Ce qui manque")
    phone.note("Un banc")
    is_saved(phone, "Un banc")
    cafe.live.set_clock(Clock(step="talk:1", left=60.0))
    expect(phone.page.locator("#when")).to_have_text("Ronde 2 sur 3")
    phone.page.locator("#round").select_option("1")
    phone.note("Une haie")
    is_saved(phone, "Une haie")
    expect(phone.card("Une haie")).to_contain_text("arrivée après la ronde")

    kept = {note.text: (note.prompt, note.is_late) for note in cafe.notes.all()}
    assert kept == {"Un banc": ("Ce qui manque", False), "Une haie": ("Ce qui manque", True)}
