"""Writing on the phone: typing, kept on this phone, saved by the computer."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_what_is_typed_is_kept_and_what_is_added_is_saved(phone, room):
    phone.join()
    phone.type("Un jardin derrière la médiathèque")
    phone.is_kept()

    assert room.texts == []
    phone.add()
    phone.is_saved("Un jardin derrière la médiathèque")

    assert room.texts == ["Un jardin derrière la médiathèque"]
    assert [kept.round for kept in room.notes.values()] == [1]
    assert "#" not in phone.page.url
    expect(phone.page.locator("#where")).to_have_text("Table 1 · Nature")
    expect(phone.page.locator("#when")).to_have_text("Round 2 of 3")
    expect(phone.page.locator("#left")).to_contain_text("12:")


def test_words_are_cleaned_as_the_computer_cleans_them(phone, room):
    phone.join()
    said = "  Zoe\u0301\x07\u200b\ufeff\tet\u2028moi \U0001f642 \u0085fin\ufffe  "
    phone.page.evaluate(
        """said => {
            const field = document.getElementById("words");
            field.value = said;
            field.dispatchEvent(new Event("input"));
        }""",
        said,
    )
    phone.add()
    phone.is_saved("fin")

    assert room.texts == ["Zoé\u200b et\nmoi \U0001f642 \nfin"]


def test_a_note_is_changed_deleted_and_brought_back(phone, room):
    phone.join()
    phone.note("Des bancs")
    phone.is_saved("Des bancs")
    phone.edit("Des bancs", "Des bancs à l'ombre")
    phone.is_saved("Des bancs à l'ombre")
    assert room.texts == ["Des bancs à l'ombre"]

    phone.card("Des bancs").get_by_role("button", name="Delete").click()
    expect(phone.page.locator("#undo")).to_be_focused()
    expect(phone.card("Des bancs")).to_have_count(0)
    phone.page.wait_for_function("() => true")
    expect(phone.page.locator("#tally")).to_have_text("")
    phone.page.locator("#undo").click()
    phone.is_saved("Des bancs à l'ombre")

    assert room.texts == ["Des bancs à l'ombre"]


def test_notes_of_somebody_else_at_the_table_appear_and_can_be_changed(make_phone, room):
    one, other = make_phone().join(), make_phone().join()
    one.note("Les vélos")
    one.is_saved("Les vélos")

    other.is_saved("Les vélos")
    other.edit("Les vélos", "Les vélos et les trottinettes")
    one.is_saved("Les vélos et les trottinettes")
    assert len(room.notes) == 1


def test_a_note_goes_to_the_round_that_is_chosen(phone, room):
    phone.join()
    phone.page.locator("#round").select_option("1")
    phone.note("Dit avant la pause")
    phone.is_saved("Dit avant la pause")

    assert [kept.round for kept in room.notes.values()] == [0]
    assert "Round 1 (over)" in phone.page.locator("#round").inner_text()


def test_the_kind_that_was_chosen_is_said(phone, room):
    phone.join()
    phone.page.get_by_role("radio", name="Question").check(force=True)
    phone.note("Qui paie ?")
    phone.is_saved("Qui paie ?")

    assert [kept.kind.value for kept in room.notes.values()] == ["question"]
    expect(phone.card("Qui paie")).to_contain_text("Question")


def test_the_room_goes_on_and_the_phone_is_told(phone, room):
    phone.join()
    room.round, room.left, room.running = 3, 1200.0, False
    room.tell()

    expect(phone.page.locator("#when")).to_have_text("Round 3 of 3")
    expect(phone.page.locator("#left")).to_have_text("20:00")
    expect(phone.page.locator("#question")).to_contain_text("Question 3")


def test_a_note_that_the_computer_cannot_take_waits_for_a_person_and_stops_nobody(phone, room):
    phone.join()
    phone.note("UNFIT à garder")
    phone.note("La suite")
    phone.is_saved("La suite")

    card = phone.card("UNFIT")
    expect(card).to_contain_text("This note is too long.")
    card.get_by_role("button", name="Copy the text").click()
    expect(phone.page.locator("#copied-text")).to_have_value("UNFIT à garder")
    phone.edit("UNFIT à garder", "À garder")
    phone.is_saved("À garder")
    assert room.texts == ["La suite", "À garder"]


def test_the_page_speaks_the_language_of_the_phone(make_phone):
    phone = make_phone(locale="fr-CA").join()

    expect(phone.page.locator("#add")).to_have_text("Ajouter")
    assert phone.page.locator("html").get_attribute("lang") == "fr"
    phone.type("Un banc")
    expect(phone.page.locator("#typed")).to_have_text("gardé sur ce téléphone")
