"""A café on the desk, and the example in any language and size."""

from gettext import NullTranslations
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from wcafe import app
from wcafe.doors import doors
from wcafe.example import make_example
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.window.desk import Desk


@pytest.fixture
def at_work(on_desk, cafe_file):
    assert on_desk.start(cafe_file)
    return on_desk


class Longer(NullTranslations):
    """English, two fifths longer: if that fits, French and most others do."""

    def gettext(self, message):
        return f"{message}{'~' * (2 * len(message) // 5)}"

    def ngettext(self, one, many, number):
        return self.gettext(one if number == 1 else many)


SPOKEN = {"en": words_for("en"), "fr": words_for("fr"), "longer": Longer()}


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "example.wcafe"
    make_example(path)
    return path.read_bytes()


@pytest.fixture
def shown(qapp, settings, tmp_path, example, monkeypatch):
    """A function that shows a workspace in a language, in a window of `size`."""
    made = SimpleNamespace(desk=None)

    def show(workspace, language, *, is_empty=False, size=(1280, 800)):
        path = tmp_path / "café.wcafe"
        if is_empty:
            from wcafe.domain.cafe import draft

            app.create_cafe(path, draft(title="Nouveau", language="fr"))
        else:
            path.write_bytes(example)
        monkeypatch.setattr("wcafe.ui.window.looks.words_for", lambda _language: SPOKEN[language])
        desk = made.desk = Desk(doors(), settings, home=tmp_path)
        desk.start(path)
        desk.window.resize(*size)
        desk.window.go(workspace)
        for _turn in range(10):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        return desk.window

    show.made = made
    yield show
    if made.desk is not None:
        made.desk.close()
        made.desk.window.hide()
        made.desk.window.deleteLater()
    words.use(words_for("en"), "en")
