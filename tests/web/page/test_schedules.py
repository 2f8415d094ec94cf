"""P4: what was typed survives reload, crash and lost network; it arrives once, in order."""

import pytest
from playwright.sync_api import expect

from tests.web.page.schedules import run_schedule
from wcafe.paths import resource_dir

pytestmark = pytest.mark.slow

IN_LOCAL_STORAGE = b"""
class Database extends Memory {
  constructor() {
    super();
    const kept = JSON.parse(localStorage.getItem("wcafe") || "{}");
    for (const name of Object.keys(kept)) this.fill(name, kept[name]);
  }
  async run(mode, work) {
    const result = await super.run(mode, work);
    const all = {};
    for (const name of NAMES) all[name] = await this.all(name);
    localStorage.setItem("wcafe", JSON.stringify(all));
    return result;
  }
}
"""
"""A store that says "kept" of what a killed browser forgets."""


def store_in_local_storage():
    store = (resource_dir("phone") / "store.js").read_bytes()
    start, rest = store.split(b"class Database {")
    _gone, end = rest.split(b"// The same collections in the page's own memory")
    memory, after = end.split(b"const copyOf")
    return start + b"//" + memory + IN_LOCAL_STORAGE + b"const copyOf" + after


@pytest.mark.parametrize("seed", [1, 2])
def test_random_afternoons_lose_nothing_and_double_nothing(playwright, tmp_path, figure, seed):
    outcome = run_schedule(playwright, tmp_path / "phone", seed, edits=20)

    assert outcome.is_good, outcome
    incidents = sum(outcome.incidents.values())
    figure(f"P4: {outcome.edits} edits on a phone with {incidents} incidents, 0 lost, 0 doubled")


def come_through_a_kill(phone, server, room):
    """Return how many of five notes that were shown as kept are lost by a kill of the browser."""
    phone.join()
    server.fault = "lose_request"
    said = [f"Note {number}" for number in range(5)]
    for text in said:
        phone.note(text)
        expect(phone.card(text)).to_contain_text("kept on this phone")
    phone.kill()
    server.heal()
    phone.open()
    phone.join()
    phone.all_saved()
    return len(set(said) - set(room.texts))


def test_a_store_that_only_seems_to_keep_is_found_out(make_phone, server, room, figure):
    server.patches["store.js"] = store_in_local_storage()

    lost = come_through_a_kill(make_phone(is_own=True), server, room)

    assert lost > 0
    figure(f"P4, control: an outbox in localStorage loses {lost} of 5 notes by a kill")


def test_ours_comes_through_the_same_kill(make_phone, server, room):
    assert come_through_a_kill(make_phone(is_own=True), server, room) == 0
