"""What the desk prints of sheets: the file keeps what they ask for."""

from dataclasses import replace

from wcafe.domain.cafe import Table
from wcafe.domain.sheet_form import form_of
from wcafe.ui.press import Press


def test_the_desk_keeps_what_sheets_ask_for_when_it_prints_them(qtbot, desk, opened, tmp_path):
    asked = opened.cafes.save(
        replace(opened.cafes.get(), prompts=("Findings",), tables=(Table(), Table()))
    )
    press, path = Press(desk), tmp_path / "sheets.pdf"

    with qtbot.waitSignal(press.written, timeout=20_000):
        press.print_to("harvest-sheets", path)

    (kept,) = opened.cafes.snapshot().forms
    assert kept.version == form_of(asked).version
    assert kept.prompts == ("Findings",)
    assert path.read_bytes().startswith(b"%PDF")
