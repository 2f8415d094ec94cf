"""Random afternoons of one phone (P4): it writes, and all that can happen happens to it.

`python -m tests.web.page.schedules 60` goes through sixty of forty edits each and tells
the figures; a second number is the seed of the first.
"""

import random
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, expect, sync_playwright

from tests.web.page.driving import LOOK, OwnPhone
from tests.web.page.room import Room
from tests.web.page.standin import StandIn

JUMPING = "{ const now = Date.now; window.jump = 0; Date.now = () => now() + window.jump; }"
FAULTS = ("hole", "lose_request", "lose_reply", "portal", "busy")
PATIENCE = 90_000  # milliseconds until all is at the computer, once nothing is in the way


@dataclass
class Outcome:
    """What became of the edits that the phone said it had kept."""

    edits: int = 0
    incidents: Counter = field(default_factory=Counter)
    lost: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    disordered: list = field(default_factory=list)

    @property
    def is_good(self):
        return not (self.lost or self.doubled or self.disordered)


class Afternoon:
    """One phone at one table, with what it was told is kept: the versions of each note."""

    def __init__(self, phone, server, room, seed):
        self.phone, self.server, self.room, self.seed = phone, server, room, seed
        self.chance = random.Random(seed)
        self.notes = []
        self.outcome = Outcome()

    def run(self, edits):
        self.phone.context.add_init_script(JUMPING)
        self.phone.join()
        while self.outcome.edits < edits:
            if self.chance.random() < 0.5:
                self.meet(self.chance.choice(INCIDENTS))
            self.write()
        self.finish()
        return self.outcome

    def write(self):
        is_older = self.notes and self.chance.random() < 0.4
        versions = self.chance.choice(self.notes) if is_older else []
        number = self.notes.index(versions) if is_older else len(self.notes)
        text = f"note {self.seed}-{number}, dite {len(versions) + 1} fois"
        if is_older:
            self.phone.edit(versions[-1], text)
        else:
            self.phone.note(text)
            self.notes.append(versions)
        versions.append(text)
        self.outcome.edits += 1

    def meet(self, incident):
        self.outcome.incidents[incident.__name__] += 1
        incident(self)

    def come_back(self):
        """Open the page, for which the computer may be needed where the cache went, too.

        In a network that swallows all no page comes at all, so there is an end of that.
        """
        if self.server.fault == "hole":
            self.server.heal()
        try:
            self.phone.new_tab()
        except Error:
            self.server.start()
            self.phone.visit()
        expect(self.phone.page.locator("#words")).to_be_visible()

    # --- what happens

    def misbehave(self):
        self.server.heal()
        self.server.fault = self.chance.choice(FAULTS)

    def recover(self):
        self.phone.context.set_offline(False)
        self.phone.heal()

    def lose_network(self):
        self.phone.context.set_offline(True)

    def kill_computer(self):
        self.server.kill()

    def reload(self):
        if self.server.fault == "hole":
            self.server.heal()
        try:
            self.phone.page.reload()
        except Error:  # a reload asks the computer; opening the page anew does not
            failed = self.phone.page
            self.come_back()
            failed.close()
        expect(self.phone.page.locator("#words")).to_be_visible()

    def close_tab(self):
        self.phone.context.set_offline(False)
        old = list(self.phone.context.pages)
        self.come_back()
        for page in old:
            page.close()

    def second_tab(self):
        self.phone.context.set_offline(False)
        if len(self.phone.context.pages) < 3:
            self.come_back()

    def other_tab(self):
        self.phone.page = self.chance.choice(self.phone.context.pages)
        self.phone.page.bring_to_front()

    def crash_page(self):
        self.phone.context.set_offline(False)
        with suppress(Error):
            self.phone.page.goto("chrome://crash", timeout=2000, wait_until="commit")
        crashed = self.phone.page
        self.come_back()
        with suppress(Error):
            crashed.close()

    def kill_browser(self):
        self.phone.kill()
        self.phone.open()
        self.phone.context.add_init_script(JUMPING)
        self.come_back()
        self.phone.context.pages[0].close()

    def jump(self):
        hours = self.chance.choice((-2, 2))
        self.phone.page.evaluate(f"window.jump += {hours} * 3600 * 1000")

    # --- how it ends

    def finish(self):
        self.recover()
        with suppress(AssertionError):
            self.phone.until(self.is_all_there, PATIENCE)
        standing = Counter(self.room.texts)
        last = {versions[-1] for versions in self.notes}
        self.outcome.lost = sorted(last - set(standing))
        self.outcome.doubled = sorted((standing - Counter(last)).elements())
        self.outcome.disordered = [each for each in self.notes if not self.is_in_order(each)]

    def is_all_there(self):
        return self.room.texts == sorted(versions[-1] for versions in self.notes)

    def is_in_order(self, versions):
        """Did the computer hear the versions of a note in their order, and none of them twice?"""
        heard = [versions.index(text) for _id, _rev, text in self.room.history if text in versions]
        return heard == sorted(set(heard))


INCIDENTS = (
    Afternoon.misbehave,
    Afternoon.misbehave,
    Afternoon.recover,
    Afternoon.recover,
    Afternoon.lose_network,
    Afternoon.kill_computer,
    Afternoon.reload,
    Afternoon.close_tab,
    Afternoon.second_tab,
    Afternoon.other_tab,
    Afternoon.crash_page,
    Afternoon.kill_browser,
    Afternoon.jump,
)


def run_schedule(playwright, folder, seed, edits):
    room = Room()
    server = StandIn(room)
    phone = OwnPhone(playwright, folder, server, **LOOK)
    try:
        return Afternoon(phone, server, room, seed).run(edits)
    finally:
        phone.close()
        server.kill()


def main(times, first=0, edits=40):
    total, bad = 0, 0
    incidents = Counter()
    with sync_playwright() as playwright:
        for seed in range(first, first + times):
            print(f"schedule {seed}", end="\r", flush=True)
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                outcome = run_schedule(playwright, Path(folder), seed, edits)
            total += outcome.edits
            incidents += outcome.incidents
            bad += not outcome.is_good
            if not outcome.is_good:
                print(f"schedule {seed}: {outcome}", flush=True)
    print(f"P4: {total} edits in {times} schedules, {sum(incidents.values())} incidents", end=", ")
    print(f"{bad} schedules with a fault")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else (60,))))
