"""Wrong builds of the page, each plausible, which lose words: so the tests of it can fail."""

import signal

import pytest
from playwright.sync_api import Error, expect

from tests.web.page.driving import bounded, signal_browsers
from wcafe.paths import resource_dir

pytestmark = pytest.mark.slow

WAITING = """new Promise((resolve) => {
    indexedDB.open("wcafe").onsuccess = (event) => {
        const database = event.target.result;
        const kept = database.transaction(["ops", "drafts"]);
        let count = 0;
        for (const name of ["ops", "drafts"]) {
            kept.objectStore(name).count().onsuccess = (each) => (count += each.target.result);
        }
        kept.oncomplete = () => {
            database.close();
            resolve(count);
        };
    };
})"""
"""How much is typed and not sent, as the phone keeps it."""


def patched(name, right, wrong):
    script = (resource_dir("phone") / name).read_text()
    assert script.count(right) == 1, (name, right)
    return script.replace(right, wrong).encode()


def test_a_page_that_takes_any_success_for_an_answer_loses_notes_to_a_portal(phone, server, room):
    server.patches = {
        "wire.js": patched(
            "wire.js",
            "const told = JSON.parse(await answer.text());\n"
            '    if (!told || told.wcafe !== WIRE) throw new NoAnswer("not our computer");',
            "let told = {}; try { told = JSON.parse(await answer.text()); } catch (_portal) {}",
        ),
        "sender.js": patched(
            "sender.js",
            "if (told.event !== op.event) return false; // another café at the same address\n"
            "      if (isAck(op, told)) await settleOp(this.store, op.n, told);",
            "if (true) await dropOp(this.store, op.n);",
        ),
    }
    phone.join()
    server.fault = "portal"
    phone.type("Un toit")
    phone.is_kept()
    phone.add()
    phone.until(lambda: phone.page.evaluate(WAITING) == 0)
    phone.heal()
    phone.note("La suite")
    phone.until(lambda: "La suite" in room.texts)

    assert "Un toit" not in room.texts


def write_over_somebody_else(phone, server, room):
    """Return what stands after words met others, and were then changed once more."""
    phone.join()
    phone.note("Le marché")
    phone.is_saved("Le marché")
    (note,) = room.notes
    server.fault = "lose_request"
    room.edit(note, "Le marché du matin")
    phone.edit("Le marché", "Le marché du soir")
    server.fault = "lose_reply"
    phone.until(lambda: len(room.notes) == 2)
    phone.edit("Le marché du soir", "Le marché du soir, en été")
    phone.heal()
    phone.until(lambda: "Le marché du soir, en été" in room.texts)
    expect(phone.page.locator("#notes .kept")).to_have_count(0)
    return room.texts


def test_a_page_that_is_not_bound_to_the_copy_writes_over_words_unseen(phone, server, room):
    server.patches["outbox.js"] = patched(
        "outbox.js",
        "{ ...later, lane: told.note, base: rev, gen, chain: null }",
        "{ ...later, base: room(told), chain: null }",
    ).replace(
        b"async function settleNote(",
        b"const room = (told) => told.rev + 1; // the newest revision, as it was told\n"
        b"async function settleNote(",
    )

    assert "Le marché du matin" not in write_over_somebody_else(phone, server, room)


def test_ours_keeps_both(phone, server, room):
    kept = write_over_somebody_else(phone, server, room)

    assert kept == ["Le marché du matin", "Le marché du soir, en été"]


def test_nobody_waits_for_ever_for_a_browser_that_is_stuck(make_phone):
    phone = make_phone(is_own=True).join()
    signal_browsers(phone.mark, signal.SIGSTOP)

    with bounded(1, phone.mark), pytest.raises(Error, match="closed"):
        phone.page.evaluate("1")
