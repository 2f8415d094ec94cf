"""A phone: Chromium under the name cafe.test, driven as people drive it."""

import _thread
import os
import signal
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Error, expect

from tests.web.page.room import CODE

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ITSELF = b"/chromium"  # in the command of each of its processes
WAIT = 30_000  # milliseconds: the computer of a test may be slow, and waiting costs nothing

expect.set_options(timeout=WAIT)


ARGUMENTS = [
    "--no-sandbox",
    "--host-resolver-rules=MAP cafe.test 127.0.0.1",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
]
LOOK = {"locale": "en-GB", "viewport": {"width": 390, "height": 844}}


def signal_browsers(of=CHROMIUM_ITSELF, what=signal.SIGKILL):
    """Signal the browsers that this process has started and whose command holds `of`."""
    parents, commands = {}, {}
    for process in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            about = (process / "stat").read_text().rpartition(")")[2].split()
            parents[int(process.name)] = int(about[1])
            commands[int(process.name)] = (process / "cmdline").read_bytes()
    for process, command in commands.items():
        parent = process
        while parent not in (0, os.getpid()):
            parent = parents.get(parent, 0)
        if parent and process != parent and of in command and CHROMIUM_ITSELF in command:
            with suppress(OSError):
                os.kill(process, what)


@contextmanager
def bounded(seconds=60, of=CHROMIUM_ITSELF):
    """Kill the browsers, or those `of` a folder, if this takes longer.

    So whoever waits for one without a limit hears of it. Its thread is none of `threading`'s, which
    would have it measured: Python 3.11 fails two that begin to be measured at the same moment.
    """
    ended = threading.Event()

    def watch():
        if not ended.wait(seconds):
            signal_browsers(of)

    _thread.start_new_thread(watch, ())
    try:
        yield
    finally:
        ended.set()


class Phone:
    """One phone with what it keeps. `page` is the tab in front."""

    def __init__(self, server, open_context):
        self.server, self._open_context = server, open_context
        self.faults = []
        self.open()

    def open(self):
        """Start the browser, with an empty tab."""
        self.context = self._open_context()
        self.context.set_default_timeout(WAIT)
        self.context.on("page", self._meet)
        if self.context.pages:
            self.page = self.context.pages[0]
            self._meet(self.page)
        else:
            self.page = self.context.new_page()

    def _meet(self, page):
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def join(self, table=1):
        """Scan the code of a table."""
        self.visit(f"/t#{CODE}{table}")
        expect(self.page.locator("#where")).to_contain_text("Table")
        expect(self.page.locator("#kind-chips input").first).to_be_attached()
        return self

    def visit(self, path="/t"):
        self.page.goto(self.server.url + path)
        return self

    def new_tab(self):
        self.page = self.context.new_page()
        return self.visit()

    def close(self):
        with bounded(), suppress(Error):
            self.context.close()

    # --- what a note-taker does and sees

    def type(self, text):
        self.page.locator("#words").fill(text)

    def is_kept(self):
        """Wait until what is in the field is on the phone."""
        expect(self.page.locator("#typed")).to_have_text("kept on this phone")

    def add(self):
        self.page.locator("#add").click()
        expect(self.page.locator("#words")).to_have_value("")

    def note(self, text):
        """Write a note and wait until it is on the phone."""
        self.type(text)
        self.add()
        expect(self.card(text)).to_be_visible()

    def card(self, text):
        return self.page.locator("#notes .card").filter(has_text=text)

    def edit(self, text, newer):
        self.card(text).get_by_role("button", name="Edit").click()
        expect(self.page.locator("#words")).to_have_value(text)
        self.type(newer)
        self.add()
        expect(self.card(newer)).to_be_visible()

    def is_saved(self, text):
        """Wait until the computer has it."""
        expect(self.card(text)).to_contain_text("saved by the computer")

    def all_saved(self):
        expect(self.page.locator("#notes .state.kept")).to_have_count(0)

    def until(self, is_so, patience=WAIT):
        """Wait until `is_so()`, while the page goes on."""
        last = time.monotonic() + patience / 1000
        while not is_so():
            assert time.monotonic() < last
            self.page.wait_for_timeout(50)

    def heal(self):
        """Let the network come back, and the phone notice it."""
        self.server.heal()
        for page in self.context.pages:
            page.evaluate("window.dispatchEvent(new Event('online'))")


class OwnPhone(Phone):
    """A phone whose browser is its own, with a profile on the disk: it can be killed."""

    def __init__(self, playwright, folder, server, **look):
        self.folder = Path(folder)
        self.mark = os.fsencode(folder)

        def open_context():
            return playwright.chromium.launch_persistent_context(
                self.folder, executable_path=CHROMIUM, args=ARGUMENTS, **look
            )

        super().__init__(server, open_context)

    def kill(self):
        """Kill the browser, as a phone does that runs out of memory or power."""
        signal_browsers(self.mark)
        with bounded(), suppress(Error):
            self.context.close()
        for lock in self.folder.glob("Singleton*"):
            lock.unlink(missing_ok=True)
