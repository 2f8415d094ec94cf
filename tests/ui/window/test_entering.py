"""A password is asked wherever a window needs one, in one dialogue, and is told nowhere."""

import time
from dataclasses import replace

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.postgres import Cluster, programs
from tests.ui.hands import retype
from tests.ui.window.waited import Meanwhile
from wcafe.app import create_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.shared_address import SharedAddress
from wcafe.doors import doors
from wcafe.errors import WcafeError
from wcafe.services.passwords import SERVICE
from wcafe.ui.window.entering import PasswordDialog
from wcafe.ui.window.sharing import AddressDialog
from wcafe.ui.window.start import Start
from wcafe.ui.window.workspaces import Workspace

_PATIENCE = 20_000  # milliseconds, for a busy machine
PASSWORD = "Tr0ub4dor & été/@:"
SECOND = "une seconde"


class Keyring(KeyringBackend):
    """A keyring of this test alone."""

    priority = 1

    def __init__(self):
        self.held, self.is_locked = {}, False

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        if self.is_locked:
            raise KeyringLocked
        self.held[service, username] = password


@pytest.fixture
def kept():
    before, own = keyring.get_keyring(), Keyring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def guard():
    """A server on which the role zoe needs a password."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed: sh packaging/postgres.sh")
    cluster = Cluster()
    cluster.sql("CREATE ROLE zoe LOGIN SUPERUSER")
    access = cluster.data / "pg_hba.conf"
    access.write_text("local all zoe scram-sha-256\n" + access.read_text())
    cluster.sql("SELECT pg_reload_conf()")
    yield cluster
    cluster.stop()


def let_fit(cluster, password):
    cluster.sql(f"ALTER ROLE zoe PASSWORD '{password}'")


@pytest.fixture
def hall(guard):
    """The address of a database there, as zoe."""
    let_fit(guard, PASSWORD)
    address = replace(SharedAddress.parse(guard.new_database()), user="zoe")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            doors().servers.cafes(address)
        except WcafeError:
            return address
    raise AssertionError("the server lets everybody in")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "rue.wcafe"
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    return path


@pytest.fixture
def there(file, hall, now):
    """The address of a café that is shared."""
    share_cafe(file, replace(hall, password=PASSWORD), now=now)
    return hall.of("notre-rue")


class Typist:
    """Answers each dialogue that asks for a password; None is Escape.

    Attributes:
        asked: of each time, why it was asked and whether the box for the keyring can be ticked.
    """

    def __init__(self, *answers, keeps=False):
        self._answers, self._keeps = list(answers), keeps
        self.asked = []
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self):
        self._timer.stop()

    def _look(self):
        dialogue = QApplication.activeModalWidget()
        if not isinstance(dialogue, PasswordDialog) or not dialogue.isVisible():
            return
        self.asked.append((dialogue.refused.text(), dialogue.keep_box.isEnabled()))
        answer = self._answers.pop(0)
        if answer is None:
            dialogue.reject()
            return
        assert not dialogue.keep_box.isChecked()
        dialogue.keep_box.setChecked(self._keeps)
        dialogue.password_edit.setText(answer)
        dialogue.keep_button.click()


@pytest.fixture
def typing():
    made = []

    def sit(*answers, **how):
        made.append(Typist(*answers, **how))
        return made[-1]

    yield sit
    for each in made:
        each.stop()


def test_a_café_given_by_the_command_line_asks_before_its_window_is_there(
    qtbot, settings, tmp_path, there, typing
):
    typist = typing("wrong", PASSWORD)
    start = Start(doors, settings, there, home=tmp_path / "home")
    with qtbot.waitSignal(start.ready, timeout=_PATIENCE):
        pass

    assert [why for why, _can in typist.asked] == ["", "This password does not fit. Try again."]
    assert start.desk.cafe.services.place.address == there
    assert PASSWORD not in start.desk.window.windowTitle()
    start.close()
    start.desk.window.hide()
    start.desk.window.deleteLater()
    assert PASSWORD not in (tmp_path / "desk.ini").read_text()


def test_a_café_of_the_recent_list_asks_and_escape_leaves_all_as_it_was(
    qtbot, on_desk, file, there, cafe_file, typing
):
    on_desk.settings.remember(there)
    assert on_desk.start(cafe_file)
    before = on_desk.window
    typist = typing(None, PASSWORD)

    assert not on_desk.open(on_desk.settings.recent[1])
    assert on_desk.window is before
    assert on_desk.cafe.services.place.path == cafe_file
    assert on_desk.window.tell.isHidden(), "Escape is no error"

    assert on_desk.open(there)
    assert on_desk.open(cafe_file)
    assert on_desk.open(there), "as it is known while wcafe runs"
    assert len(typist.asked) == 2


def test_the_keyring_keeps_it_where_it_is_wanted(on_desk, there, cafe_file, kept, typing):
    typist = typing(PASSWORD, keeps=True)
    assert on_desk.start(there)

    assert typist.asked == [("", True)]
    assert kept.held == {(SERVICE, str(there.server)): PASSWORD}


def test_a_password_of_the_keyring_that_does_not_fit_any_more_is_asked_for(
    on_desk, there, kept, typing
):
    kept.held[SERVICE, str(there.server)] = "of last year"
    typist = typing(PASSWORD)

    assert on_desk.start(there)

    assert typist.asked[0][0] == "The password that was known does not fit any more."
    assert kept.held[SERVICE, str(there.server)] == "of last year", "as nobody ticked the box"


def test_a_keyring_that_does_not_take_it_is_told(on_desk, there, kept, typing, monkeypatch):
    kept.is_locked, told = True, []
    monkeypatch.setattr(on_desk.entering, "_warn", told.append)
    typing(PASSWORD, keeps=True)

    assert on_desk.start(there)

    assert told == ["This computer’s keyring did not take the password; it is asked again."]


def test_without_a_keyring_it_is_said_that_none_is_there(qtbot, there):
    dialogue = PasswordDialog(there, "", can_keep=False, parent=None)
    qtbot.addWidget(dialogue)
    dialogue.show()

    assert not dialogue.keep_box.isEnabled()
    assert not dialogue.keep_box.isChecked()
    assert "no keyring" in dialogue.no_keyring.text()
    assert dialogue.no_keyring.isVisible()


def test_sharing_asks_for_it(qtbot, on_desk, file, hall, typing):
    assert on_desk.start(file)
    typist = typing("wrong", PASSWORD)
    menu = on_desk.window.menuBar().actions()[0].menu()
    next(each for each in menu.actions() if each.text() == "Share on a server…").trigger()
    dialogue = on_desk.window.findChild(AddressDialog)
    dialogue.address_edit.setText(str(hall))
    dialogue.do_button.click()

    qtbot.waitUntil(
        lambda: bool(on_desk.cafe and on_desk.cafe.services.place.address), timeout=_PATIENCE
    )
    assert len(typist.asked) == 2


def test_a_password_that_was_changed_is_asked_for_by_a_message_and_no_word_is_lost(
    qtbot, on_desk, guard, there, typing
):
    typist = typing(PASSWORD, SECOND, SECOND)
    assert on_desk.start(there)
    on_desk.window.go(Workspace.CAFE)
    field = on_desk.window.page(Workspace.CAFE).details.place_edit
    let_fit(guard, SECOND)
    guard.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'zoe'")
    tell = on_desk.window.tell

    qtbot.waitUntil(
        lambda: tell.sentence.text().startswith("The server asks for another password"),
        timeout=_PATIENCE,
    )
    retype(qtbot, field, "Brest")
    assert field.text() == "Brest"
    qtbot.waitUntil(lambda: tell.offer_button.isVisible(), timeout=_PATIENCE)
    assert tell.offer_button.text() == "Give the password…"
    tell.offer_button.click()

    qtbot.waitUntil(lambda: "answers again" in tell.sentence.text(), timeout=_PATIENCE)
    assert typist.asked[1:] == [("The password that was known does not fit any more.", False)]
    retype(qtbot, field, "Brest")
    assert on_desk.cafe.services.cafes.get().place == "Brest"


def test_a_server_that_does_not_answer_can_be_left_at_once(on_desk, cafe_file, monkeypatch):
    assert on_desk.start(cafe_file)
    silent = SharedAddress.parse("postgresql://zoe@/wcafe?host=/nowhere&cafe=rue")

    def let_in(_address, _ask):
        time.sleep(1.5)
        return silent, False

    servers = replace(doors().servers, let_in=let_in)
    monkeypatch.setattr(on_desk.entering, "_servers", servers)
    began = time.monotonic()
    with Meanwhile(on_desk, lambda dialogue: dialogue.reject(), lambda _told: seen(on_desk)):
        assert not on_desk.open(silent)
        assert time.monotonic() - began < 1.4
    assert on_desk.cafe.services.place.path == cafe_file


def seen(desk):
    return desk.waiting.dialogue.isVisible()
