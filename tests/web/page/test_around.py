"""Around the notes: several tables, photos, sentences to agree with, taking along, forgetting."""

import hashlib
import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.web.page.room import CODE

pytestmark = pytest.mark.slow


def picture(width, height, kind="JPEG", **more):
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#a8481f").save(content, kind, **more)
    return content.getvalue()


def photo_file():
    return {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": picture(800, 600)}


def test_a_scribe_writes_for_several_tables_by_keyboard(make_phone, room):
    phone = make_phone(viewport={"width": 1280, "height": 800}).visit(f"/s#{CODE}9")
    keys = phone.page.keyboard
    expect(phone.page.locator("#where")).to_have_text("Table 1 · Nature")
    phone.page.locator("#words").focus()
    keys.type("À la une")
    keys.press("Control+Enter")
    phone.is_saved("À la une")
    keys.type("À moitié")
    keys.press("Alt+ArrowDown")
    expect(phone.page.locator("#where")).to_have_text("Table 2")
    expect(phone.page.locator("#words")).to_be_focused()
    expect(phone.page.locator("#words")).to_have_value("")
    keys.press("Alt+Digit3")
    keys.type("À la deux")
    keys.press("Control+Enter")
    phone.is_saved("À la deux")
    keys.press("Alt+ArrowUp")
    expect(phone.page.locator("#words")).to_have_value("À moitié")
    keys.press("Control+Enter")
    phone.is_saved("À moitié")

    told = {note.text: (note.table, note.kind.value) for note in room.notes.values()}
    assert told["À la une"][0] == 0
    assert told["À la deux"] == (1, "action")
    assert told["À moitié"][0] == 0


def test_a_photo_is_made_small_and_bare_and_goes_once(phone, server, room):
    phone.join()
    exif = Image.Exif()
    exif[0x010F] = "CAMERA OF SOMEBODY"
    server.fault = "lose_request"
    big = {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": picture(3000, 1000, exif=exif)}
    phone.page.locator("#camera").set_input_files(big)
    expect(phone.page.locator("#photos")).to_contain_text("kept on this phone")
    phone.page.reload()
    expect(phone.page.locator("#photos img")).to_be_visible()
    phone.heal()
    expect(phone.page.locator("#photos")).to_contain_text("saved by the computer")
    phone.page.reload()
    expect(phone.page.locator("#photos img")).to_be_visible()  # a small one stays

    ((round_, sent),) = room.photos.values()
    assert round_ == 2
    assert b"CAMERA" not in sent
    assert Image.open(io.BytesIO(sent)).size == (2048, 683)


def test_a_photo_shows_and_speaks_at_once_below_the_button_and_older_ones_are_folded(
    phone, server, room
):
    page = phone.join().page
    page.set_viewport_size({"width": 320, "height": 640})
    phone.note("Un banc")
    phone.is_saved("Un banc")
    server.fault = "lose_request"
    page.locator("#camera").set_input_files(photo_file())
    newest = page.locator("#photos .photo")
    expect(newest).to_contain_text("kept on this phone")
    expect(page.locator("#news")).to_have_text("1 photo · kept on this phone")
    button, below = page.locator("#photo").bounding_box(), newest.bounding_box()
    assert 0 < below["y"] - (button["y"] + button["height"]) < 100
    assert below["y"] + below["height"] <= 640 - 72  # in sight above the bar of no connection
    drawn = newest.first.locator("img").evaluate(
        "each => each.decode().then(() => each.naturalWidth)"
    )
    assert drawn == 200
    assert page.locator("#tally").text_content() == "✓ 1 note saved"

    page.locator("#camera").set_input_files(photo_file())
    expect(page.locator("#news")).to_have_text("2 photos · kept on this phone")
    phone.heal()
    expect(page.locator("#news")).to_have_text("2 photos · saved by the computer")
    for number in (3, 4):
        page.locator("#camera").set_input_files(photo_file())
        expect(page.locator("#tally")).to_contain_text(f"{number} photos saved")
        expect(page.locator("#news")).to_have_text("1 photo · saved by the computer")
    expect(page.locator("#tally")).to_have_text("✓ 1 note saved · 4 photos saved")
    expect(newest).to_have_count(2)
    expect(page.locator("#older-told")).to_have_text("2 more photos")
    expect(page.locator("#older-photos img").first).to_be_hidden()
    page.locator("#older-told").click()
    expect(page.locator("#older-photos img")).to_have_count(2)
    expect(page.locator("#older-photos img").first).to_be_visible()

    phone.note("Une haie")
    expect(page.locator("#news")).to_have_text("saved by the computer")


def test_what_is_no_picture_is_told(phone, room):
    phone.join()
    bad = {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"not a picture"}
    phone.page.locator("#camera").set_input_files(bad)

    expect(phone.page.locator("#photo-told")).to_contain_text("cannot be read")
    assert room.photos == {}


def test_a_table_says_whether_a_sentence_is_what_it_said(phone, server, room):
    text = "Les habitants veulent un lieu ouvert."
    hash_ = hashlib.sha256(text.encode()).hexdigest()
    room.statements = [
        {"id": f"s{n}", "table": 1, "code": "BCDF", "text": text, "hash": hash_, "verdict": None}
        for n in range(3)
    ]
    phone.join()
    cards = phone.page.locator("#statements .card")
    expect(cards).to_have_count(3)
    server.fault = "lose_request"
    cards.nth(0).get_by_role("button", name="Yes").click()
    expect(cards.nth(0)).to_contain_text("kept on this phone")
    cards.nth(1).get_by_role("button", name="Not ours").click()
    cards.nth(2).get_by_role("button", name="To amend").click()
    cards.nth(2).get_by_label("How should it be said?").fill("Certains le veulent.")
    cards.nth(2).get_by_role("button", name="Send").click()
    phone.heal()
    for place in range(3):
        expect(cards.nth(place)).to_contain_text("saved by the computer")

    assert room.verdicts == [
        ("s0", "yes", ""),
        ("s1", "not_ours", ""),
        ("s2", "amend", "Certains le veulent."),
    ]


def test_all_that_was_written_here_can_be_taken_along(phone, server):
    phone.join()
    phone.note("Un")
    phone.is_saved("Un")
    server.fault = "hole"
    phone.note("Deux")
    phone.type("Trois, pas fini")
    phone.is_kept()
    phone.page.locator("#copy-all").click()

    told = phone.page.locator("#copied-text").input_value()
    assert [line for line in told.split("\n") if line and "·" not in line] == [
        "Un",
        "Deux",
        "Trois, pas fini",
    ]
    assert "Table 1 · Round 2 · " in told
    expect(phone.page.locator("#copied")).to_have_text("Copied.")


def test_a_phone_forgets_when_somebody_says_so_and_warns_of_what_would_be_lost(phone, server):
    phone.join()
    server.fault = "lose_request"
    phone.note("Un")
    phone.page.locator("#forget").click()
    expect(phone.page.locator("#forgetting-told")).to_have_text(
        "Not saved by the computer, and lost for ever: 1 note. Forget all the same?"
    )
    phone.page.locator("#forget-not").click()
    expect(phone.card("Un")).to_be_visible()
    phone.page.locator("#forget").click()
    phone.page.locator("#forget-yes").click()

    expect(phone.page.locator("#writing")).to_be_hidden()
    phone.visit()
    expect(phone.page.locator("#joining-why")).to_contain_text("Scan the code")


def test_a_phone_forgets_once_the_cafe_is_over_and_all_is_there(phone, server, room):
    phone.join()
    server.fault = "lose_request"
    phone.note("Un")
    room.is_over = True
    phone.heal()
    expect(phone.page.locator("#joining-why")).to_contain_text("The café is over")
    phone.visit()

    expect(phone.page.locator("#writing")).to_be_hidden()
    assert room.texts == ["Un"]


def test_notes_of_another_cafe_at_the_same_address_wait_and_are_never_sent_to_this_one(
    phone, server, room
):
    phone.join()
    server.fault = "lose_request"
    phone.note("D'hier")
    room.event, room.gen = "6f1c7a3e-5d0b-4c43-9d5e-2a5b8f0f2a11", 1
    room.revoke_all()
    phone.heal()
    expect(phone.page.locator("#joining-why")).to_contain_text("is kept here")
    phone.visit(f"/t#{CODE}1")

    expect(phone.page.locator("#others")).to_have_text(
        "Of another café wait on this phone: 1 note."
    )
    phone.note("D'aujourd'hui")
    phone.is_saved("D'aujourd'hui")
    expect(phone.card("D'hier")).to_have_count(0)
    assert room.texts == ["D'aujourd'hui"]


def test_a_cafe_that_is_over_takes_nothing_along_that_another_one_waits_for(phone, server, room):
    yesterday, today = room.event, "6f1c7a3e-5d0b-4c43-9d5e-2a5b8f0f2a11"
    phone.join()
    server.fault = "lose_request"
    phone.note("D'hier")
    phone.page.locator("#camera").set_input_files(photo_file())
    expect(phone.page.locator("#photos img")).to_have_count(1)
    phone.type("D'hier, pas fini")
    phone.is_kept()
    room.event = today
    room.revoke_all()
    phone.heal()
    expect(phone.page.locator("#joining-why")).to_contain_text("is kept here")
    phone.visit(f"/t#{CODE}1")
    expect(phone.page.locator("#joining")).to_be_hidden()
    expect(phone.page.locator("#words")).to_have_value("")
    phone.note("D'aujourd'hui")
    phone.is_saved("D'aujourd'hui")
    expect(phone.page.locator("#others")).to_have_text(
        "Of another café wait on this phone: 1 note · 1 photo."
    )
    phone.page.locator("#forget").click()
    expect(phone.page.locator("#forgetting-told")).to_contain_text("2 notes · 1 photo")
    phone.page.locator("#forget-not").click()
    room.is_over = True
    room.tell()
    expect(phone.page.locator("#joining-why")).to_contain_text("is kept here")
    expect(phone.card("D'hier").first).to_be_visible()
    expect(phone.card("D'aujourd'hui")).to_have_count(0)

    room.event, room.is_over = yesterday, False
    phone.visit(f"/t#{CODE}1")
    phone.is_saved("D'hier")
    expect(phone.page.locator("#tally")).to_contain_text("1 photo saved")
    expect(phone.page.locator("#unfinished")).to_contain_text("D'hier, pas fini")


def test_what_is_typed_while_a_new_code_is_tried_is_of_the_table_it_leads_to(phone, server, room):
    phone.join()
    phone.type("À la table d'hier, pas fini")
    phone.is_kept()
    room.event = "6f1c7a3e-5d0b-4c43-9d5e-2a5b8f0f2a11"
    room.revoke_all()
    server.fault = "lose_request"
    phone.visit(f"/t#{CODE}2")
    expect(phone.page.locator("#joining-why")).to_contain_text("goes on trying")
    expect(phone.page.locator("#words")).to_have_value("À la table d'hier, pas fini")
    phone.page.locator("#forget").focus()  # nothing is typed into what was begun yesterday
    phone.heal()
    expect(phone.page.locator("#joining")).to_be_hidden()
    expect(phone.page.locator("#words")).to_have_value("")

    server.fault = "lose_request"
    phone.visit(f"/t#{CODE}1")
    expect(phone.page.locator("#joining-why")).to_contain_text("goes on trying")
    phone.type("Déjà à la nouvelle table")
    phone.heal()
    expect(phone.page.locator("#where")).to_contain_text("Table 1")
    phone.add()
    phone.is_saved("Déjà à la nouvelle table")
    assert [note.table for note in room.notes.values()] == [0]


def test_what_waits_is_told_by_its_kind(phone, server):
    phone.join()
    bar = phone.page.locator("#bar")
    server.fault = "hole"
    phone.page.locator("#camera").set_input_files(photo_file())
    expect(bar).to_have_text(
        "No connection. As soon as the computer answers, this phone sends: 1 photo."
    )
    phone.note("Un")
    phone.note("Deux")
    expect(bar).to_contain_text("this phone sends: 2 notes · 1 photo.")
    phone.heal()
    expect(bar).to_be_hidden()


def test_words_are_never_markup(phone, room):
    phone.join()
    hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    phone.note(hostile)
    phone.is_saved(hostile)

    assert phone.page.evaluate("window.hit") is None
    assert room.texts == [hostile]
    assert phone.page.locator("#notes img, #notes script").count() == 0


def test_the_hash_is_that_of_everybody_else(phone, server):
    phone.visit()
    place = f"/a/{len(server.patches)}-{server.port}/sha256.js"
    texts = ["é" * number for number in range(130)]
    told = phone.page.evaluate(
        "async ([place, texts]) => texts.map((await import(place)).sha256)",
        [place, texts],
    )

    assert told == [hashlib.sha256(text.encode()).hexdigest() for text in texts]
