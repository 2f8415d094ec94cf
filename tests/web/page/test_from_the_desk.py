"""What the desk has phones show: prompts, that a note came late, and a message to all."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

LATE = "came in after the round"


def choose(phone, prompt):
    phone.page.locator("#prompt").select_option(prompt)


def test_a_café_without_prompts_shows_none(phone):
    phone.join()

    for part in ("#prompts-short", "#prompts-long", "#prompt-line"):
        expect(phone.page.locator(part)).to_be_hidden()


def test_a_note_stands_under_the_prompt_that_was_chosen_and_those_after_it_too(phone, room):
    room.prompts = ["Ce qui marche", "Ce qui manque"]
    phone.join()
    expect(phone.page.locator("#prompts-short")).to_have_text(
        "Prompts: Ce qui marche · Ce qui manque"
    )
    phone.note("Sans rien")
    choose(phone, "Ce qui manque")
    phone.note("Des bancs")
    phone.note("De l'ombre")
    phone.all_saved()
    phone.page.reload()

    expect(phone.card("De l'ombre").locator(".prompt")).to_have_text("Ce qui manque")
    expect(phone.card("Sans rien").locator(".prompt")).to_have_count(0)
    assert {note.text: note.prompt for note in room.notes.values()} == {
        "Sans rien": "",
        "Des bancs": "Ce qui manque",
        "De l'ombre": "Ce qui manque",
    }


def test_a_note_is_taken_out_from_under_its_prompt_and_keeps_it_through_an_edit(phone, room):
    room.prompts = ["Ce qui marche", "Ce qui manque"]
    phone.join()
    choose(phone, "Ce qui marche")
    phone.note("Le marché")
    phone.is_saved("Le marché")
    phone.edit("Le marché", "Le marché du soir")
    phone.is_saved("Le marché du soir")
    assert [note.prompt for note in room.notes.values()] == ["Ce qui marche"]

    phone.card("Le marché du soir").get_by_role("button", name="Edit").click()
    expect(phone.page.locator("#prompt")).to_have_value("Ce qui marche")
    choose(phone, "")
    phone.add()
    phone.until(lambda: [note.prompt for note in room.notes.values()] == [""])
    expect(phone.page.locator("#notes .prompt")).to_have_count(0)
    expect(phone.page.locator("#prompt")).to_have_value("Ce qui marche")  # of the next one


def test_words_under_a_prompt_follow_its_new_name(phone, room):
    room.prompts = ["Ce qui marche", "Ce qui manque"]
    phone.join()
    choose(phone, "Ce qui manque")
    phone.type("Des bancs")
    phone.is_kept()
    room.prompts = ["Ce qui marche", "À inventer"]
    room.tell()
    expect(phone.page.locator("#prompt")).to_have_value("À inventer")
    phone.add()
    phone.is_saved("Des bancs")
    room.prompts = ["Ce qui marche"]
    room.tell()
    expect(phone.page.locator("#prompt")).to_have_value("")

    assert [note.prompt for note in room.notes.values()] == ["À inventer"]


def test_prompts_that_are_long_are_folded(phone, room):
    room.prompts = [
        f"{number} : de quoi aurions-nous besoin ici, et pour qui ?" for number in "123"
    ]
    phone.join()
    listed = phone.page.locator("#prompt-list")
    expect(phone.page.locator("#prompts-long")).to_be_visible()
    expect(listed).to_be_hidden()
    phone.page.locator("#prompts-long summary").click()

    expect(listed.locator("li")).to_have_text(room.prompts)


def test_a_note_that_came_late_says_so_on_all_phones_of_its_table_and_goes_on_saying_it(
    phone, make_phone, server, room
):
    phone.join()
    phone.note("À temps")
    phone.is_saved("À temps")
    server.fault = "lose_request"
    phone.note("En retard")
    expect(phone.card("En retard")).not_to_contain_text(LATE)
    room.round, room.closed = 3, [1, 2]
    phone.heal()
    expect(phone.card("En retard")).to_contain_text(LATE)
    expect(phone.page.locator("#news")).to_have_text(f"saved by the computer · {LATE}")
    phone.edit("En retard", "En retard, hélas")
    phone.is_saved("En retard, hélas")
    server.kill()
    phone.new_tab()  # it shows what the phone alone remembers
    expect(phone.card("En retard, hélas")).to_contain_text(LATE)
    expect(phone.card("À temps")).not_to_contain_text(LATE)

    server.start()
    other = make_phone().join()
    expect(other.card("En retard, hélas")).to_contain_text(LATE)
    assert room.texts == ["En retard, hélas", "À temps"]


def test_what_the_desk_changes_comes_though_something_holds_the_stream_back(phone, server, room):
    server.has_stream = False
    phone.join()
    phone.note("Des bancs")
    phone.is_saved("Des bancs")
    (note,) = room.notes
    room.edit(note, "Des bancs à l'ombre")

    expect(phone.card("Des bancs à l'ombre")).to_be_visible()


def test_a_message_stands_on_top_until_it_is_taken_back(phone, room):
    phone.join()
    told = phone.page.locator("#message-text")
    expect(told).to_have_text("")
    hostile = "Encore <b>deux</b> minutes"
    room.message = hostile
    room.tell()
    expect(phone.page.get_by_role("status").filter(has_text=hostile)).to_be_in_viewport()
    phone.page.reload()
    expect(told).to_have_text(hostile)
    room.message = ""
    room.tell()
    expect(told).to_have_text("")
    expect(phone.page.locator("#message-aside")).to_be_hidden()


def test_a_message_that_was_put_aside_comes_back_with_other_words_alone(phone, room):
    room.message = "Encore deux minutes"
    phone.join()
    told, aside = phone.page.locator("#message-text"), phone.page.locator("#message-aside")
    aside.click()
    expect(told).to_have_text("")
    expect(phone.page.locator("#where")).to_be_focused()
    phone.until(lambda: kept(phone, "aside"))
    phone.page.reload()
    phone.note("La suite")
    phone.is_saved("La suite")
    expect(told).to_have_text("")

    room.message = "Encore une minute"
    room.tell()
    expect(told).to_have_text("Encore une minute")
    aside.click()
    for message in ("", "Encore une minute"):  # taken back, and sent once more
        room.message = message
        room.tell()
        phone.until(lambda: kept(phone, "moment")["told"]["message"] == room.message)
    expect(told).to_have_text("Encore une minute")


def test_a_phone_that_forgot_all_shows_no_message_any_more(phone, room):
    room.message = "Encore deux minutes"
    phone.join()
    expect(phone.page.locator("#message-text")).to_have_text(room.message)
    phone.page.locator("#forget").click()
    phone.page.locator("#forget-yes").click()

    expect(phone.page.locator("#writing")).to_be_hidden()
    expect(phone.page.locator("#message-text")).to_have_text("")
    expect(phone.page.locator("#message-aside")).to_be_hidden()


def kept(phone, key):
    """Return what the phone keeps under `key` of what it was told and of what was done."""
    return phone.page.evaluate(
        """(key) => new Promise((resolve) => {
            indexedDB.open("wcafe").onsuccess = (event) => {
                const database = event.target.result;
                const asked = database.transaction("meta").objectStore("meta").get(key);
                asked.onsuccess = () => {
                    database.close();
                    resolve(asked.result || null);
                };
            };
        })""",
        key,
    )


def test_a_computer_that_knows_no_messages_and_no_prompts_is_one_that_has_none(phone, room):
    moment = room.moment

    def older(tables):
        told = moment(tables)
        return {name: told[name] for name in told if name not in ("message", "prompts")}

    room.moment = older
    phone.join()
    phone.note("Comme avant")
    phone.is_saved("Comme avant")

    expect(phone.page.locator("#message-text")).to_have_text("")
    expect(phone.page.locator("#prompt-line")).to_be_hidden()
