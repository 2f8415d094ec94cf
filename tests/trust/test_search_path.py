"""Nothing in the current folder is run, whatever it is called: not by an import, not by a print.

A ZIP from a mail may hold a list and, beside it, a file named like a part of Python. The
control: workers that are started as other libraries start them run such a file.
"""

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cafes import add_people
from tests.workbooks import WRITERS
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.search_path import HOME, search_path
from wcafe.workers.fence import fenced
from wcafe.workers.worker import Worker, result_of

WCAFE = Path(sys.executable).with_name("wcafe")
ROWS = [["Nom", "Prénom"], ["d'Ân-Lê", "Zoé"], ["Diallo", "Ben"]]
MARK = "was_run"
HOSTILE = f"""
import os
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "{MARK}"), "a") as mark:
    mark.write(__name__ + " ")
"""
CARELESS = """
import subprocess
class Careless(subprocess.Popen):
    def __init__(self, command, **how):
        command = [part for part in command if part != "-P"]
        super().__init__(command, **{**how, "cwd": None, "env": None})
"""
PRINT = """
import sys
from pathlib import Path
from wcafe.app import open_cafe
from wcafe.workers import lasting
from wcafe.ui.printed import make_pdf
if Careless:
    lasting.Worker.__init__.__globals__["subprocess"].Popen = Careless
one = lasting.LastingWorker()
with open_cafe(Path(sys.argv[1]), is_read_only=True) as cafe:
    made = one.run(lambda: False, make_pdf, "badges", cafe.cafes.snapshot())
one.close()
sys.stdout.write(f"{made.pdf[:5].decode()} {made.unprintable or ''}")
"""
READ = """
import sys
from pathlib import Path
from wcafe.intake import sheet
from wcafe.workers import fence
if Careless:
    fence.Worker.__init__.__globals__["subprocess"].Popen = Careless
sys.stdout.write(repr(sheet.read_sheet(Path(sys.argv[1])).rows[1]))
"""


def loaded():
    """Return the names of all that a worker has loaded once it has read a list and printed."""
    from wcafe.intake.workbook import read_workbook
    from wcafe.reports import make_document

    assert read_workbook
    assert make_document
    return {name.partition(".")[0] for name in sys.modules}


def where_it_looks():
    return list(sys.path), str(Path.cwd())


def known():
    import wcafe

    return wcafe.__file__


def asked(work, *args):
    worker = Worker()
    try:
        return result_of(worker.ask(work, *args), 60)
    finally:
        worker.end()


@pytest.fixture(scope="module")
def names():
    sought = {"sitecustomize", "usercustomize", "reportlab_mods", "reportlab_settings"}
    return {*sys.stdlib_module_names, *asked(loaded), *sought} - {"__main__"}


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """The file of a café that can be printed."""
    path = tmp_path_factory.mktemp("planned") / "a.wcafe"
    create_cafe(path, draft(title="Notre rue", language="fr"))
    with open_cafe(path) as cafe:
        add_people(cafe, 12)
        cafe.plans.compose(seconds=0.2)
    return path.read_bytes()


@pytest.fixture
def folder(tmp_path, names, planned):
    """A folder with a list of each kind, and beside them a file named like every module."""
    folder = tmp_path / "from a mail"
    folder.mkdir()
    for kind, write in WRITERS.items():
        write(folder / f"list.{kind}", ROWS)
    for name in names:
        (folder / f"{name}.py").write_text(HOSTILE)
    (folder / "a.wcafe").write_bytes(planned)
    return folder


def run_in(folder, *command, **environment):
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def run_program(folder, program, argument, *, is_careless=False):
    """Run `program` from a file that lies elsewhere, as the command lies elsewhere."""
    file = folder.parent / "program.py"
    file.write_text((CARELESS if is_careless else "Careless = None\n") + program)
    return run_in(folder, sys.executable, file, argument)


def what_ran(folder):
    mark = folder / MARK
    return mark.read_text().split() if mark.exists() else []


@pytest.mark.parametrize("kind", WRITERS)
def test_a_list_is_imported_and_nothing_beside_it_is_run(folder, kind):
    done = run_in(folder, WCAFE, "import", "a.wcafe", f"list.{kind}", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["added"] == 2
    assert what_ran(folder) == []


def test_a_café_is_printed_apart_and_nothing_beside_it_is_run(folder, names, figure):
    done = run_program(folder, PRINT, "a.wcafe")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == "%PDF-"
    assert what_ran(folder) == []
    figure(f"files in the current folder named like a module, none of them run: {len(names)}")


@pytest.fixture
def after_python(folder, tmp_path):
    """The same without the names that Python itself takes from there before wcafe begins."""
    (tmp_path / "bare.py").write_text("import sys\nprint(*sys.modules)")
    needed = run_in(tmp_path, sys.executable, "-m", "bare").stdout.split()
    for name in {"wcafe", *(name.partition(".")[0] for name in needed)}:
        (folder / f"{name}.py").unlink(missing_ok=True)
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ["import", "a.wcafe", "list.xlsx"],
        ["print", "a.wcafe", "badges", "-o", "badges.pdf"],
        ["solve", "--tables", "5", "--seats", "4", "--rounds", "3"],
    ],
    ids=lambda command: command[0],
)
def test_python_m_wcafe_runs_nothing_there_once_it_has_begun(after_python, command):
    done = run_in(after_python, sys.executable, "-m", "wcafe", *command)

    assert (done.returncode, done.stderr) == (0, "")
    assert what_ran(after_python) == []


def test_a_start_that_leaves_the_current_folder_in_the_path_is_found_out(after_python):
    careless = "import sys, wcafe.search_path as path; path.search_path = lambda: sys.path; "
    start = "from wcafe.__main__ import main; main()"

    run_in(after_python, sys.executable, "-c", start, "--help")
    assert what_ran(after_python) == []

    run_in(after_python, sys.executable, "-c", careless + start, "--help")
    assert what_ran(after_python) != []


@pytest.mark.parametrize(("program", "argument"), [(PRINT, "a.wcafe"), (READ, "list.xlsx")])
def test_workers_that_look_into_the_current_folder_are_found_out(folder, program, argument):
    assert run_program(folder, program, argument).stderr == ""
    assert what_ran(folder) == []

    run_program(folder, program, argument, is_careless=True)

    assert what_ran(folder) != []


def test_paper_runs_nothing_that_lies_in_the_home_and_needs_none(folder, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    for name in (".reportlab_mods", ".reportlab_settings"):
        (home / name).write_text(f"open({str(folder / MARK)!r}, 'a').write('home ')\n")
    a_file = tmp_path / "file"
    a_file.touch()

    for place in (home, a_file):
        done = run_in(folder, WCAFE, "report", "a.wcafe", "-o", "report.pdf", HOME=str(place))
        assert (done.returncode, done.stderr) == (0, "")
    assert what_ran(folder) == []

    run_in(tmp_path, sys.executable, "-c", "import reportlab.rl_config", HOME=str(home))
    assert what_ran(folder) != []  # the control: so does the library alone


@pytest.mark.parametrize("turn", range(2))
def test_a_worker_never_looks_into_the_folder_its_program_was_started_in(
    tmp_path, monkeypatch, turn
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lib").mkdir()
    (tmp_path / "kept").mkdir()
    here = ["", ".", "lib", str(tmp_path), f"{tmp_path}/", f"{tmp_path}/lib/.."]
    monkeypatch.setattr(sys, "path", [*here, *sys.path, str(tmp_path / "kept"), *here])
    empty = [os.pathsep, f".{os.pathsep}{tmp_path}"][turn]
    monkeypatch.setenv("PYTHONPATH", empty)

    looked, current = asked(where_it_looks)

    assert not {Path(each).resolve() for each in looked} & {tmp_path, tmp_path / "lib"}
    assert all(Path(each).is_absolute() for each in looked)
    assert looked[-1] == str(tmp_path / "kept")  # what else was told comes after Python's own
    assert current != str(tmp_path)
    assert not {Path(each).resolve() for each in search_path() if each} & {tmp_path}


def test_wcafe_itself_is_found_where_it_lies_in_the_current_folder(monkeypatch):
    monkeypatch.chdir(HOME)
    monkeypatch.setattr(sys, "path", ["", *sys.path])

    assert search_path().index(HOME) == len(search_path()) - 1
    assert asked(known) == str(Path(HOME) / "wcafe" / "__init__.py")


def test_whoever_stands_in_pythons_own_folder_has_python_all_the_same(monkeypatch):
    for module in (os, pytest):
        folder = Path(module.__file__).parent
        if folder.name == "pytest":
            folder = folder.parent
        monkeypatch.chdir(folder)
        assert str(folder) in search_path()
        assert asked(abs, -3) == 3


def test_workers_that_begin_at_once_in_several_threads_are_all_safe(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(fenced(where_it_looks))) for _turn in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 3
    assert all(str(tmp_path) not in looked for looked, _current in found)
    assert os.environ.get("PYTHONSAFEPATH") is None  # nor is anything set for other programs


def test_a_list_is_read_where_the_current_folder_was_deleted(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert fenced(abs, -3) == 3


def test_what_a_worker_prints_does_not_get_between_its_answers(capfd):
    worker = Worker()
    try:
        assert result_of(worker.ask(os.write, 1, b"words"), 60) == 5
        assert result_of(worker.ask(print, "more words"), 60) is None
        assert result_of(worker.ask(os.write, 2, b"a complaint"), 60) == 11
        assert result_of(worker.ask(abs, -3), 60) == 3
    finally:
        worker.end()

    assert capfd.readouterr() == ("", "")


BUNDLE = "import sys; sys.frozen = True; from wcafe.__main__ import main; main()"


def test_a_bundle_starts_itself_as_a_worker(monkeypatch):
    start = subprocess.Popen
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(
        "wcafe.workers.worker.subprocess.Popen",
        lambda command, **how: start([command[0], "-c", BUNDLE, *command[1:]], **how),
    )

    assert asked(abs, -3) == 3


def test_processes_are_started_in_one_place_only():
    starts = re.compile(
        r"^\s*(import|from) (subprocess|multiprocessing)\b|ProcessPool", re.MULTILINE
    )
    package = Path(HOME) / "wcafe"

    found = [path.name for path in package.rglob("*.py") if starts.search(path.read_text("utf-8"))]

    assert found == ["worker.py"]
