"""P13: what is made to burst a reader costs 10 seconds and 350 MiB at most, and the café nothing.

All from the bytes to the rows happens in the fenced worker, and its answer is bounded there. The
control is a build that reads what comes as it comes.
"""

import subprocess
import sys
import zipfile
from contextlib import suppress

import pytest

from tests.workbooks import write_sheet_xml
from wcafe.errors import WcafeError
from wcafe.intake import sheet as sheets
from wcafe.intake.limits import LONGEST_CELL, MOST_BYTES
from wcafe.intake.sheet import read_pasted, read_sheet
from wcafe.workers.fence import fenced

_LARGE = 19_000_000  # bytes: just below what is looked at
_MOST_MEMORY = 350  # MiB
_MOST_SECONDS = 10  # of the processor
_HELD = 150  # MiB in the process that asks, with 20,000 full rows of a hundred cells at most

TEXTS = {
    "newlines": b"\n",
    "semicolons": b";",
    "marks": b'"',
    "marks in pairs": b'"a"";',
    "open marks": b'a;"b\n',
    "zeros": b"\0",
    "short rows": b"a;b\n",
    "accents of Windows": "é;à\n".encode("cp1252"),
    "accents encoded twice": "Ã©".encode(),
    "addresses": b"a@b.c;",
    "brackets": b"a@b.c <(",
    "one cell": b"x",
}
READ = """
import resource, sys
from pathlib import Path
from wcafe.errors import WcafeError
from wcafe.intake.sheet import read_sheet
try:
    rows = read_sheet(Path(sys.argv[1])).rows
    said = f"{len(rows)} rows, {max(len(cell) for row in rows for cell in row)} characters"
except WcafeError as error:
    said = type(error).__name__
worker = resource.getrusage(resource.RUSAGE_CHILDREN)
status = Path("/proc/self/status").read_text()
held = next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]
print(said, worker.ru_utime + worker.ru_stime, worker.ru_maxrss // 1024, int(held) // 1024, sep="|")
"""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory is measured by /proc"
)


def cost(path):
    """Return what is said of the list, the worker's seconds and MiB, and those held here."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )
    said, seconds, memory, held = done.stdout.strip().split("|")
    assert done.stderr == ""
    return said, float(seconds), int(memory), int(held)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_made_to_burst_a_reader_is_told_in_time(tmp_path, name):
    path = tmp_path / "list.csv"
    path.write_bytes(b"Nom;Ville\n" + TEXTS[name] * (_LARGE // len(TEXTS[name])))

    said, seconds, memory, held = cost(path)
    assert said in (
        "ListTooLarge",
        "UnreadList",
        "NotAList",
        f"2 rows, {LONGEST_CELL + 1} characters",
    )
    assert (seconds <= _MOST_SECONDS + 1, memory <= _MOST_MEMORY, held <= _HELD) == (True,) * 3


def test_a_cell_of_ninety_million_letters_never_leaves_the_worker(tmp_path):
    cell = "<row><c r='A1' t='inlineStr'><is><t>{}</t></is></c></row>"
    path = write_sheet_xml(tmp_path / "list.xlsx", cell.format("x" * 90_000_000))

    said, seconds, memory, held = cost(path)
    assert said == f"1 rows, {LONGEST_CELL + 1} characters"
    assert (seconds <= _MOST_SECONDS, memory <= _MOST_MEMORY, held <= _HELD) == (True,) * 3


def test_the_same_long_word_in_each_cell_is_told(tmp_path):
    row = "<row>" + "<c t='s'><v>0</v></c>" * 90 + "</row>"
    path = write_sheet_xml(tmp_path / "list.xlsx", row * 20_000)
    strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", strings + "x" * 30_000 + "</t></si></sst>")

    said, seconds, memory, held = cost(path)
    assert said in ("ListTooLarge", "UnreadList", "NotAList", "EmptyFile")
    assert (seconds <= _MOST_SECONDS + 1, memory <= _MOST_MEMORY, held <= _HELD) == (True,) * 3


def test_a_file_beyond_the_limit_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(40 * MOST_BYTES)  # a hole, which takes no room on the disk

    said, _seconds, _memory, held = cost(path)
    assert said == "ListTooLarge"
    assert held <= _HELD


@pytest.mark.parametrize("name", TEXTS)
def test_a_short_text_is_read_without_the_worker_whatever_it_holds(tmp_path, name, monkeypatch):
    """It may be read here, as no text of this length takes a second or some megabytes."""
    monkeypatch.setattr(sheets, "fenced", None)  # calling it would be an error
    path = tmp_path / "list.csv"
    path.write_bytes((b"Nom;Ville\n" + TEXTS[name] * sheets.SHORT)[: sheets.SHORT])
    rows = ()
    with suppress(WcafeError):
        rows = read_sheet(path).rows

    assert sum(map(len, rows)) <= sheets.SHORT


def test_a_long_text_is_read_by_the_worker_pasted_or_not(tmp_path, monkeypatch):
    asked = []

    def noted(work, *args):
        asked.append(work.__name__)
        return fenced(work, *args)

    monkeypatch.setattr(sheets, "fenced", noted)
    text = "Nom;Ville\n" + "Zoé Li;Brest\n" * 15_000
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")

    assert read_sheet(path).rows == read_pasted(text, "clipboard").rows
    assert asked == ["read_table", "read_text"]


def test_a_build_that_sends_what_it_found_is_found_out(tmp_path):
    """The control: without bounds in the worker the long cell comes here whole."""
    text = "Nom\n" + "x" * 5_000_000
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")

    unbounded = fenced(str.split, text, "\n")
    assert max(map(len, unbounded)) == 5_000_000
    assert max(len(cell) for row in read_sheet(path).rows for cell in row) == LONGEST_CELL + 1
