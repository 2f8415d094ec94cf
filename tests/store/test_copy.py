"""A copy of a café: whole, or not there at all, while the café stays open."""

import pytest

from tests.cafes import people
from tests.life import make_life
from wcafe.app import open_cafe
from wcafe.domain.cafe import draft
from wcafe.errors import CafeInUse, CannotWrite, FileThere, NoSuchFolder
from wcafe.store import create_store, open_store
from wcafe.store.sqlite import engine


@pytest.fixture
def store(path):
    store = create_store(path, draft(title="Rue", language="fr"))
    store.write(lambda work: work.people.save(people(3)))
    yield store
    store.close()


def files(folder):
    return sorted(file.name for file in folder.iterdir() if not file.name.startswith("café"))


def guests(path):
    with open_cafe(path, is_read_only=True) as cafe:
        assert cafe.cafes.faults() == ()
        return cafe.people.all()


def test_a_copy_has_all_that_is_saved_and_is_a_café_of_its_own(store, tmp_path):
    copy = tmp_path / "copy.wcafe"
    store.copy_to(copy)
    store.write(lambda work: work.people.save(people(1)))

    assert len(guests(copy)) == 3
    with store.read() as work:
        assert len(work.people.all()) == 4
    assert files(tmp_path) == ["copy.wcafe"]


def test_a_copy_has_the_bytes_of_every_photo_and_all_that_is_known_of_paper(tmp_path):
    """So does an older copy that takes the place of the café again."""
    path, copy = tmp_path / "café.wcafe", tmp_path / "copy.wcafe"
    make_life(path)
    with open_cafe(path) as cafe:
        cafe.copy_to(copy)
        before = paper_of(cafe)
        cafe.photos.remove(cafe.photos.all()[1].id)
        cafe.photos.say_blank([])
        assert paper_of(cafe) != before
    copy.replace(path)

    with open_cafe(path) as cafe:
        assert paper_of(cafe) == before
        assert cafe.cafes.faults() == ()


def paper_of(cafe):
    now = cafe.cafes.snapshot()
    jpegs = [cafe.photos.jpeg(photo.id) for photo in now.photos]
    return jpegs, now.photos, now.printed, now.forms, now.blank


def test_a_copy_can_be_opened_and_written_beside_its_café(store, tmp_path):
    copy = tmp_path / "copy.wcafe"
    store.copy_to(copy)
    with open_cafe(copy) as cafe:
        cafe.people.save(people(2))

    assert len(guests(copy)) == 5


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(store, tmp_path):
    copy = tmp_path / "copy.wcafe"
    copy.write_text("letters")

    with pytest.raises(FileThere):
        store.copy_to(copy)
    assert copy.read_text() == "letters"

    store.copy_to(copy, replaces=True)
    assert len(guests(copy)) == 3
    assert files(tmp_path) == ["copy.wcafe"]


def test_a_café_is_never_replaced_by_its_own_copy(store, path):
    with pytest.raises(FileThere):
        store.copy_to(path, replaces=True)


def test_a_café_that_is_open_elsewhere_is_not_replaced(store, tmp_path):
    other = create_store(
        tmp_path / "other.wcafe", draft(title="Place", language="fr"), program="desk"
    )
    try:
        with pytest.raises(CafeInUse):
            store.copy_to(other.place.path, replaces=True)
        other.write(lambda work: work.people.save(people(9)))
    finally:
        other.close()

    assert len(guests(other.place.path)) == 9


def test_a_copy_into_no_folder_is_told(store, tmp_path):
    with pytest.raises(NoSuchFolder):
        store.copy_to(tmp_path / "nowhere" / "copy.wcafe")


def test_a_copy_that_fails_leaves_what_was_there(store, tmp_path, monkeypatch):
    copy = tmp_path / "copy.wcafe"
    store.copy_to(copy)
    store.write(lambda work: work.people.save(people(4)))

    monkeypatch.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "max_page_count = 1"))
    with pytest.raises(CannotWrite, match="No space left on device"):
        store.copy_to(copy, replaces=True)

    assert len(guests(copy)) == 3
    assert files(tmp_path) == ["copy.wcafe"]


def test_a_café_opened_for_reading_can_be_copied(store, path, tmp_path):
    store.close()
    reader = open_store(path, program=None)
    try:
        reader.copy_to(tmp_path / "copy.wcafe")
    finally:
        reader.close()

    assert len(guests(tmp_path / "copy.wcafe")) == 3
