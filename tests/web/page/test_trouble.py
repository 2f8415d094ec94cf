"""What was kept on the phone comes to the computer once, whatever befalls the two."""

import pytest
from playwright.sync_api import expect

from tests.web.page.room import CODE

pytestmark = pytest.mark.slow


def once(room, *texts):
    """Is each of `texts` said once and nothing else?"""
    return room.texts == sorted(texts)


@pytest.mark.parametrize(
    "fault", ["hole", "lose_request", "lose_reply", "portal", "busy", "broken"]
)
def test_a_note_waits_while_nobody_answers_rightly_and_goes_once(phone, server, room, fault):
    phone.join()
    server.fault = fault
    phone.note("Un toit")
    expect(phone.card("Un toit")).to_contain_text("kept on this phone")
    if fault not in ("busy", "broken"):
        expect(phone.page.locator("#bar")).to_contain_text("No connection")

    phone.heal()
    phone.is_saved("Un toit")
    expect(phone.page.locator("#bar")).to_be_hidden()
    assert once(room, "Un toit")
    assert len(room.history) == 1


def test_the_computer_restarts_and_the_page_opens_meanwhile(phone, server, room):
    phone.join()
    phone.note("Avant")
    phone.is_saved("Avant")
    server.kill()
    phone.note("Pendant")
    phone.new_tab()

    expect(phone.page.locator("#where")).to_have_text("Table 1 · Nature")
    expect(phone.card("Pendant")).to_contain_text("kept on this phone")
    phone.is_saved("Avant")
    phone.note("Après")
    server.start()
    phone.is_saved("Pendant")
    phone.is_saved("Après")
    assert once(room, "Avant", "Pendant", "Après")


def test_a_killed_browser_has_kept_what_it_said_it_kept(make_phone, server, room):
    phone = make_phone(is_own=True).join()
    server.fault = "lose_request"
    phone.note("Une fontaine")
    phone.type("Un arbre, et")
    phone.is_kept()
    phone.kill()

    phone.open()
    phone.visit()
    expect(phone.page.locator("#words")).to_have_value("Un arbre, et")
    expect(phone.card("Une fontaine")).to_contain_text("kept on this phone")
    phone.heal()
    phone.type("Un arbre, et son ombre")
    phone.add()
    phone.is_saved("Un arbre, et son ombre")
    phone.is_saved("Une fontaine")
    assert once(room, "Une fontaine", "Un arbre, et son ombre")


def test_what_is_typed_while_words_are_under_way_goes_after_them(phone, server, room):
    phone.join()
    server.fault = "lose_reply"
    phone.note("Un")
    phone.until(lambda: once(room, "Un"))  # it was sent, and counts
    expect(phone.page.locator("#bar")).to_contain_text("No connection")
    phone.edit("Un", "Un deux")
    phone.edit("Un deux", "Un deux trois")

    phone.heal()
    phone.is_saved("Un deux trois")
    assert [text for _note, _rev, text in room.history] == ["Un", "Un deux trois"]
    assert once(room, "Un deux trois")


def test_words_that_met_others_go_on_in_a_copy_of_their_own(phone, server, room):
    phone.join()
    phone.note("Le marché")
    phone.is_saved("Le marché")
    (note,) = room.notes
    server.fault = "lose_request"
    room.edit(note, "Le marché du matin")
    phone.edit("Le marché", "Le marché du soir")
    server.fault = "lose_reply"
    phone.until(lambda: len(room.notes) == 2)
    phone.card("du soir").get_by_role("button", name="Edit").click()
    phone.type("Le marché du soir, en été")
    phone.is_kept()

    phone.heal()
    phone.is_saved("du matin")
    phone.add()
    phone.is_saved("Le marché du soir, en été")
    assert once(room, "Le marché du matin", "Le marché du soir, en été")
    copies = [kept for kept in room.notes.values() if kept.conflict_of == note]
    assert [(kept.rev, kept.text) for kept in copies] == [(2, "Le marché du soir, en été")]


def test_two_tabs_send_once_and_neither_writes_over_the_other(phone, server, room):
    phone.join()
    phone.note("Le square")
    phone.is_saved("Le square")
    first = phone.page
    phone.new_tab()
    phone.is_saved("Le square")
    for tab, newer in ((first, "Le square fermé"), (phone.page, "Le square ouvert")):
        phone.page = tab
        phone.card("Le square").first.get_by_role("button", name="Edit").click()
        phone.type(newer)
        phone.is_kept()
    server.fault = "lose_reply"
    for tab in (first, phone.page):
        tab.locator("#add").click()
    phone.heal()

    phone.is_saved("Le square fermé")
    phone.is_saved("Le square ouvert")
    phone.page = first
    phone.is_saved("Le square ouvert")
    assert once(room, "Le square fermé", "Le square ouvert")


def test_a_second_tab_leaves_alone_what_the_first_is_typing(phone, room):
    phone.join()
    phone.type("Une moitié")
    phone.is_kept()
    first = phone.page
    phone.new_tab()

    expect(phone.page.locator("#unfinished")).to_contain_text("Une moitié")
    expect(phone.page.locator("#words")).to_have_value("")
    phone.page.get_by_role("button", name="Go on writing").click()
    expect(phone.page.locator("#words")).to_have_value("Une moitié")
    phone.type("Une moitié ici")
    phone.add()
    phone.page = first
    phone.type("Une moitié là")
    phone.add()
    phone.is_saved("Une moitié là")
    phone.is_saved("Une moitié ici")
    assert once(room, "Une moitié ici", "Une moitié là")


def test_a_phone_that_is_known_no_more_keeps_all_and_sends_it_with_the_next_code(phone, room):
    phone.join()
    phone.note("Avant")
    phone.is_saved("Avant")
    room.revoke_all()
    phone.note("Après")

    expect(phone.page.locator("#joining-why")).to_contain_text("is kept here")
    expect(phone.page.locator("#bar")).to_have_text("Scan the code again")
    expect(phone.card("Après")).to_contain_text("kept on this phone")
    phone.page.locator("#code").fill("abcd-2345")
    phone.page.get_by_role("button", name="Come in").click()
    phone.is_saved("Après")
    expect(phone.page.locator("#joining")).to_be_hidden()
    assert once(room, "Avant", "Après")


def test_the_same_code_again_makes_no_other_phone(phone, room):
    phone.join()
    phone.visit(f"/t#{CODE}1")
    phone.page.reload()
    phone.note("Un")
    phone.is_saved("Un")

    assert len(room.tokens) == 1


def test_a_phone_that_was_taken_out_comes_in_by_its_code_though_nobody_told_it(phone, server, room):
    phone.join()
    server.fault = "portal"
    phone.note("Un")
    room.revoke_all()
    phone.visit(f"/t#{CODE}1")
    expect(phone.card("Un")).to_contain_text("kept on this phone")

    phone.heal()
    phone.is_saved("Un")
    expect(phone.page.locator("#joining")).to_be_hidden()
    assert once(room, "Un")


def test_a_code_that_nobody_answers_yet_is_tried_until_somebody_does(phone, server):
    server.fault = "portal"
    phone.visit(f"/t#{CODE}1")
    expect(phone.page.locator("#joining-why")).to_contain_text("does not answer yet")
    assert "#" not in phone.page.url
    phone.page.reload()
    expect(phone.page.locator("#joining-why")).to_contain_text("does not answer yet")

    phone.heal()
    expect(phone.page.locator("#where")).to_have_text("Table 1 · Nature")


def test_a_code_that_counts_no_more_is_told(phone):
    phone.visit("/t#" + "z" * 22)

    expect(phone.page.locator("#joining-why")).to_have_text("Not like this.")
    phone.page.locator("#code").fill("12")
    phone.page.get_by_role("button", name="Come in").click()
    expect(phone.page.locator("#joining-why")).to_contain_text("eight letters")


def test_a_restored_older_copy_is_given_back_what_it_lost(phone, server, room):
    phone.join()
    phone.note("Vieux")
    phone.is_saved("Vieux")
    kept = room.copy()
    phone.edit("Vieux", "Moins vieux")
    phone.note("Neuf")
    phone.is_saved("Moins vieux")
    phone.is_saved("Neuf")

    server.kill()
    phone.page.locator("#words").press("ArrowLeft")
    room.restore(kept)
    assert once(room, "Vieux")
    server.start()
    phone.heal()
    phone.until(lambda: once(room, "Moins vieux", "Neuf"))
    phone.all_saved()


@pytest.mark.parametrize("hours", [2, -2])
def test_a_clock_that_jumps_keeps_nobody_from_sending(phone, room, hours):
    phone.context.add_init_script(
        "{ const now = Date.now; window.jump = 0; Date.now = () => now() + window.jump; }"
    )
    phone.join()
    phone.note("Avant")
    phone.is_saved("Avant")
    phone.page.evaluate(f"window.jump = {hours} * 3600 * 1000")
    phone.note("Après")
    phone.is_saved("Après")
    phone.new_tab()
    phone.note("Ailleurs")

    phone.is_saved("Ailleurs")
    assert once(room, "Avant", "Après", "Ailleurs")


def test_where_the_browser_keeps_nothing_the_page_says_so_and_sends(phone, room):
    phone.context.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    phone.join()
    expect(phone.page.locator("#red-bar")).to_contain_text("leave this page open")
    phone.type("Un")
    expect(phone.page.locator("#typed")).to_have_text("in this page only")
    phone.add()

    phone.is_saved("Un")
    assert once(room, "Un")


def test_a_database_that_the_browser_closes_is_opened_again(phone, room):
    phone.context.add_init_script(
        """{
            const open = IDBFactory.prototype.open;
            window.opened = [];
            IDBFactory.prototype.open = function (...how) {
                const request = open.apply(this, how);
                request.addEventListener("success", () => window.opened.push(request.result));
                return request;
            };
        }"""
    )
    phone.join()
    phone.page.evaluate("window.opened.forEach((database) => database.close())")
    phone.note("Un")

    phone.is_saved("Un")
    expect(phone.page.locator("#red-bar")).to_be_hidden()
    assert once(room, "Un")
