"""A café with eight sheets photographed and read, and Harvest › Photos on screen."""

import shutil
from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.photographed import photograph_sheets
from tests.ui.notes.hands import shown_page
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.photos import BoxRead
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.views import View

PROMPTS = ("Ce que nous avons remarqué", "Ce que nous proposons")


@pytest.fixture(scope="session")
def received(tmp_path_factory, qapp):
    """A café of three tables and two rounds, of which two sheets were photographed and read."""
    folder = tmp_path_factory.mktemp("received")
    cafe = draft(title="Quartier 2030", language="fr", rounds=2, tables=3, questions=(), day=None)
    cafe = replace(cafe, prompts=PROMPTS)
    create_cafe(folder / "café.wcafe", cafe)
    photos = folder / "photos"
    photos.mkdir()
    photograph_sheets(cafe, photos, [1, 3], blur=0.3, noise=2.0)
    with open_cafe(folder / "café.wcafe") as opened:
        filing = opened.photos.filing
        taken = list(filing.take_in(filing.find([photos])))
        assert [each.photo.place is not None for each in taken] == [True, True]
        boxes = (  # as one knows them: what the reader makes of these two is another test's
            BoxRead(box=1, kind=Kind.QUESTION, support=Support.TABLE, from_table=2),
            BoxRead(box=2, is_written=False),
            BoxRead(box=3, kind=Kind.IDEA, unsure=("from_table",)),
            BoxRead(box=4, is_written=False),
            BoxRead(box=5, unsure=("kind", "support")),
            BoxRead(box=6, is_written=False),
        )
        for photo in opened.photos.all():
            opened.photos.change({photo.id: replace(photo, boxes=boxes)})
    return folder


@pytest.fixture
def cafe_file(received, tmp_path):
    return shutil.copy(received / "café.wcafe", tmp_path / "café.wcafe")


@pytest.fixture
def shown(qtbot, desk):
    """The view of photos, the first picture on screen, the keyboard in the field beside it."""
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.show_view(View.PHOTOS.place)
    photos = presenter.photos
    qtbot.waitUntil(lambda: photos.pictures.whole(photos.chosen) is not None)
    view = page.photos.view
    view.take_focus()
    yield SimpleNamespace(
        page=page,
        view=view,
        presenter=photos,
        typing=view.typing,
        field=view.typing.text_edit,
        card=view.card,
        notes=lambda: desk.services.notes.all(),
        kept=lambda: {photo.id: photo for photo in desk.services.photos.all()},
        undo=desk.history.undo,
    )
    presenter.deleteLater()
