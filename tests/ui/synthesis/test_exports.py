"""The files that are shared: where they go and whom they name."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from tests.cafes import add_people, person
from wcafe.domain.artefacts import CATALOGUE, PACK
from wcafe.domain.kinds import Kind
from wcafe.exports import exported, open_editions
from wcafe.ui.synthesis.page import View
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


def told_by(content, suffix, folder):
    """Return all that a file says, and the files in it."""
    if suffix == "pdf":
        (folder / "told.pdf").write_bytes(content)
        document = QPdfDocument()
        document.load(str(folder / "told.pdf"))
        return "".join(document.getAllText(n).text() for n in range(document.pageCount()))
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            within = {name: archive.read(name) for name in archive.namelist()}
        return "".join(
            told_by(each, name.rpartition(".")[2], folder) for name, each in within.items()
        )
    return content.decode(errors="replace")


OFFERED = [each for each in CATALOGUE if not each.is_handout]  # which are at the print desk


@pytest.mark.parametrize("offer", OFFERED, ids=lambda offer: offer.name)
def test_each_file_is_written_where_the_person_says(
    qtbot, monkeypatch, tmp_path, harvest, page, desk, offer
):
    add_people(desk.services, 20)
    desk.services.plans.compose(seconds=0.2)
    desk.services.cafes.save(replace(desk.services.cafes.get(), day=date(2026, 11, 26)))
    target = tmp_path / f"away.{offer.suffix}"
    monkeypatch.setattr(ask, "save_file", lambda *_asked: target)
    page.views.setCurrentIndex(View.EXPORT)
    buttons = page.exports.buttons
    qtbot.waitUntil(buttons[offer].isEnabled)

    with qtbot.waitSignal(page.file_written) as written:
        qtbot.mouseClick(buttons[offer], LEFT)

    assert written.args[0] == target
    assert ("names of the list" in written.args[1]) == (offer.is_edition or offer.key == PACK)
    assert target.stat().st_size > 100


@pytest.mark.slow
def test_of_many_notes_a_file_is_made_in_a_process_of_its_own(
    qtbot, monkeypatch, tmp_path, harvest, page, desk
):
    monkeypatch.setattr("wcafe.ui.press._FEW", 1)
    monkeypatch.setattr(ask, "save_file", lambda *_asked: tmp_path / "x.docx")
    asked = []
    run = desk.tasks.worker.run
    monkeypatch.setattr(
        desk.tasks.worker,
        "run",
        lambda *args, **facts: asked.append(args[1]) or run(*args, **facts),
    )
    button = next(each for offer, each in page.exports.buttons.items() if offer.suffix == "docx")

    with qtbot.waitSignal(page.file_written):
        button.click()

    assert asked == [exported]
    assert (tmp_path / "x.docx").read_bytes() == exported("docx", desk.services.cafes.snapshot())


def test_what_is_shared_with_all_names_nobody(qtbot, monkeypatch, tmp_path, harvest, page, desk):
    for kind in (Kind.TENSION, Kind.ACTION):  # a letter tells actions alone
        desk.services.notes.add(table=0, round_=0, kind=kind, text="Bench", author="Xanthippe")
    benches = tuple(note.id for note in desk.services.notes.all() if note.text == "Bench")
    desk.services.synthesis.name_theme("Seats", notes=benches)
    add_people(desk.services, 12, organisation="Quux & Co")
    monkeypatch.setattr(ask, "save_file", lambda *asked: tmp_path / f"x{asked[-1].suffix}")
    desk.services.cafes.save(replace(desk.services.cafes.get(), day=date(2026, 11, 26)))
    for offer, button in page.exports.buttons.items():
        if offer.names_people:
            continue
        with qtbot.waitSignal(page.file_written, timeout=20_000):
            button.click()
        told = told_by((tmp_path / f"x.{offer.suffix}").read_bytes(), offer.suffix, tmp_path)
        shown = "Seats" if offer.key == "form" else "Bench"  # a form tells themes alone
        assert shown in told or not offer.shows_notes or offer.key == "letter"
        assert "Xanthippe" not in told
        assert "Quux" not in told


def test_lists_that_need_a_plan_wait_for_it(page):
    waiting = [o.key for o, b in page.exports.with_names.buttons.items() if not b.isEnabled()]

    assert waiting == ["plan"]
    assert not page.exports.unplanned.isHidden()


def test_names_that_stay_in_the_notes_are_counted_and_never_denied(qtbot, page, presenter, desk):
    def sentence():
        page.views.setCurrentIndex(View.EXPORT)
        return page.exports.for_all.sentence.text()

    assert sentence() == "These files do not say who wrote a note or who came."
    desk.services.notes.add(table=0, round_=0, kind=Kind.ACTION, text="Soizic invite les voisins")
    qtbot.waitUntil(lambda: "Names in the notes remain." in sentence())

    desk.services.people.save([person("Soïzic Le Goff")])

    wanted = (
        "1 note has a word that is also a name on the list of people. Names in the notes remain."
    )
    qtbot.waitUntil(lambda: wanted in sentence())
    assert "agreed" not in sentence()
    desk.services.people.save([replace(person("Irène Équipe"), may_be_named=True)])
    agreed = "Only those who agreed to it may be named in them."
    qtbot.waitUntil(lambda: agreed in sentence())
    desk.services.notes.change(
        {replace(note, text="Le banc"): note.rev for note in desk.services.notes.all()}
    )
    qtbot.waitUntil(lambda: "No note has a word that is a name" in sentence())
    assert "Other names in the notes remain." in sentence()


def test_a_new_café_proposes_a_licence_and_one_that_nobody_chose_looks_like_none(qtbot, page, desk):
    field = page.exports.terms.licence_edit
    assert field.text() == "CC BY-SA 4.0"

    desk.services.cafes.save(replace(desk.services.cafes.get(), licence=""))
    qtbot.waitUntil(lambda: field.text() == "")
    assert field.placeholderText() == "None yet; for example CC BY-SA 4.0"


def test_the_files_that_hold_withheld_notes_say_so(qtbot, harvest, page, desk):
    exports = page.exports
    assert all(offer.withheld.isHidden() for offer in exports.offers)
    desk.services.notes.change(
        {replace(note, withheld="private"): note.rev for note in desk.services.notes.all()[:2]}
    )

    qtbot.waitUntil(lambda: not exports.for_programs.withheld.isHidden())
    assert exports.for_programs.withheld.text() == (
        "2 withheld notes stand with their words in: Harvest · JSON. Do not publish them."
    )
    assert "Notes · CSV, Notes · XLSX" in exports.with_names.withheld.text()
    assert exports.for_all.withheld.isHidden()


def test_people_who_were_counted_are_kept_undone_and_refused_where_they_are_no_number(
    qtbot, page, presenter, desk
):
    card = page.exports.headcount

    def count(field, said):
        field.setText(said)
        field.keep()

    count(card.all_edit, "1 033")
    count(card.round_edits[1], "16")
    cafe = desk.services.cafes.get()
    assert (cafe.headcount, cafe.rounds[1].headcount) == (1033, 16)
    desk.history.undo()
    assert desk.services.cafes.get().rounds[1].headcount is None
    for said in ("beaucoup", "0", "999999"):
        with qtbot.waitSignal(presenter.failed):
            count(card.all_edit, said)
        assert desk.services.cafes.get().headcount == 1033
    count(card.all_edit, "")
    assert desk.services.cafes.get().headcount is None


def test_the_names_that_were_found_can_be_hidden_in_the_files_for_all(
    qtbot, monkeypatch, tmp_path, harvest, page, desk
):
    desk.services.people.save([person("Soïzic Le Goff")])
    page.views.setCurrentIndex(View.EXPORT)
    assert page.exports.hide_switch.parentWidget().isHidden()
    desk.services.notes.add(table=0, round_=0, kind=Kind.ACTION, text="Soizic invite les voisins")
    qtbot.waitUntil(lambda: not page.exports.hide_switch.parentWidget().isHidden())
    monkeypatch.setattr(ask, "save_file", lambda *asked: tmp_path / f"x{asked[-1].suffix}")
    button = next(b for o, b in page.exports.for_all.buttons.items() if o.suffix == "md")

    def saved():
        with qtbot.waitSignal(page.file_written):
            button.click()
        return (tmp_path / "x.md").read_text()

    assert "Soizic" in saved()
    page.exports.hide_switch.click()
    assert "Soizic" not in saved()
    assert "invite les voisins" in saved()


def test_the_open_pack_has_the_pages_of_each_edition_and_one_that_is_cancelled_is_not_there(
    qtbot, monkeypatch, tmp_path, harvest, page, desk
):
    (pack,) = [offer for offer in page.exports.buttons if offer.key == PACK]
    target = tmp_path / "open.zip"
    monkeypatch.setattr(ask, "save_file", lambda *_asked: target)
    page.views.setCurrentIndex(View.EXPORT)

    with qtbot.waitSignal(page.file_written, timeout=30_000):
        page.exports.buttons[pack].click()
    with zipfile.ZipFile(target) as archive:
        pages = [name for name in archive.namelist() if name.endswith(".pdf")]
    assert len(pages) == len(open_editions(desk.services.cafes.snapshot()))

    target.unlink()
    page.exports.buttons[pack].click()
    for job in desk.tasks.running:
        job.stop()
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=30_000)
    assert not target.exists()
