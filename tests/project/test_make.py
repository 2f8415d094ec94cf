"""`make` gets out by itself of whatever stopped it half-way, without a network.

Python is real and so is make; only `pip` is stood in for, by a module that writes what it was
asked and installs two packages of nothing. The control: the Makefile without its look.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.places import ROOT

pytestmark = pytest.mark.slow  # makes environments

NEEDED = ("Makefile", "pyproject.toml", "requirements.lock", "requirements-run.lock")
NEEDED += ("packaging/compile_words.py", "packaging/is_whole.py", "packaging/qt_libs.sh")
PYTHON3 = """#!/bin/sh
# Debian's python3 without python3-venv leaves half an environment and says what to install.
if [ "$1 $2" = "-m venv" ]; then
    {python} -m venv --without-pip "$3" || exit 1
    if [ -e {state}/no-venv ]; then echo "ensurepip is not available"; exit 1; fi
    for folder in "$3"/lib/python*/site-packages; do cp -r {state}/pip "$folder"; done
    echo made >>{state}/told
    exit 0
fi
exec {python} "$@"
"""
PIP = r"""
import sys
from pathlib import Path
from sysconfig import get_path

state, site = Path("STATE"), Path(get_path("purelib"))
with (state / "told").open("a") as told:
    told.write("install\n")
if (state / "offline").exists():
    sys.exit("no network")

def install(name, **files):
    folder = site / f"{name}-1.dist-info"
    if folder.exists():
        return  # pip takes it for installed
    folder.mkdir()
    (folder / "METADATA").write_text(f"Name: {name}\nVersion: 1\n")
    for file, text in files.items():
        (site / f"{file}.py").write_text(text)
        if (state / "killed").exists():
            sys.exit("killed")
    listed = [f"{file}.py,,{len(text)}" for file, text in files.items()]
    (folder / "RECORD").write_text("\n".join(listed))

if "-e" in sys.argv:
    command = Path(sys.prefix) / "bin" / "wcafe"
    started = f"exec '{sys.prefix}/bin/python'"  # as pip writes it where a path has blanks
    command.write_text("#!/bin/sh\n" + started + " -c 'import one, other, sys\n"
        "print(\"wcafe\", *sys.argv[1:])' \"$@\"\n")
    command.chmod(0o755)
    (site / "wcafe.pth").write_text(str(Path.cwd()))
else:
    install("thing", one="ONE = 1\n", other="OTHER = 2\n")
"""


@pytest.fixture
def state(tmp_path):
    state = tmp_path / "state"
    (state / "pip").mkdir(parents=True)
    (state / "pip" / "__init__.py").touch()
    (state / "pip" / "__main__.py").write_text(PIP.replace("STATE", str(state)))
    return state


@pytest.fixture
def checkout(tmp_path, state):
    """What `make setup` needs of the checkout, and a python3 that installs nothing."""
    checkout = tmp_path / "a checkout"
    for name in NEEDED:
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, checkout / name)
    (checkout / "wcafe").mkdir()
    (checkout / "wcafe" / "__init__.py").touch()
    programs = tmp_path / "bin"
    programs.mkdir()
    write_program(programs / "python3", PYTHON3.format(python=sys._base_executable, state=state))
    return checkout


def write_program(path, text):
    path.write_text(text)
    path.chmod(0o755)


def make(checkout, *targets, **environment):
    path = f"{checkout.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("MAKE", "DISPLAY", "WAYLAND"))}
    return subprocess.run(
        ["make", *targets],
        cwd=checkout,
        env={**kept, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def told(state):
    return (state / "told").read_text().split() if (state / "told").exists() else []


def is_ready(checkout):
    """Does the command start, and the Python of this folder?"""
    command = checkout / ".venv" / "bin" / "wcafe"
    if not command.exists() or f"{checkout}/.venv/bin/" not in command.read_text():
        return False
    return subprocess.run([command, "--version"], capture_output=True, check=False).returncode == 0


def without_venv(checkout, state):
    """The advice of the first try is followed before the second."""
    (state / "no-venv").touch()
    done = make(checkout, "setup")
    assert done.returncode == 2
    assert "apt-get install python3-venv" in done.stdout
    (state / "no-venv").unlink()


def killed_in_a_package(checkout, state):
    (state / "killed").touch()
    assert make(checkout, "setup").returncode == 2
    (state / "killed").unlink()


def python_gone(checkout, state):
    assert make(checkout, "setup").returncode == 0
    for name in (checkout / ".venv" / "bin").glob("python*"):
        name.unlink()
        name.symlink_to("/nowhere/python3")


def pip_gone(checkout, state):
    assert make(checkout, "setup").returncode == 0
    shutil.rmtree(next((checkout / ".venv").rglob("pip")))


def moved(checkout, state):
    """The folder was copied, and what it was copied from is still there."""
    before = checkout.rename(checkout.parent / "before")
    assert make(before, "setup").returncode == 0
    shutil.copytree(before, checkout, symlinks=True)


def command_gone(checkout, state):
    assert make(checkout, "setup").returncode == 0
    (checkout / ".venv" / "bin" / "wcafe").unlink()


def empty(checkout, state):
    (checkout / ".venv").mkdir()


def a_file(checkout, state):
    (checkout / ".venv").write_text("")


def made_before(checkout, state):
    """What the Makefile of before left behind: an environment without pip, and no mark."""
    (checkout / ".venv").mkdir()
    subprocess.run(
        [sys._base_executable, "-m", "venv", "--without-pip", checkout / ".venv"], check=True
    )


WAYS = [without_venv, killed_in_a_package, python_gone, pip_gone, moved, command_gone, empty]
WAYS += [a_file, made_before]


@pytest.mark.parametrize("stop", WAYS)
def test_what_was_left_half_made_is_mended_by_the_next_make(checkout, state, stop):
    stop(checkout, state)

    done = make(checkout, "setup")

    assert done.returncode == 0, done.stderr
    assert is_ready(checkout)
    assert make(checkout, "setup").stdout == ""  # and after that there is nothing to do


@pytest.mark.parametrize("stop", [without_venv, killed_in_a_package, python_gone, moved])
def test_a_makefile_that_does_not_look_is_found_out(checkout, state, stop):
    stop(checkout, state)
    makefile = checkout / "Makefile"
    text = makefile.read_text()
    careless = text.replace("$(BEGIN_ANEW); }", ":; }").replace("rm -rf $(VENV); echo", "echo")
    assert text != careless
    makefile.write_text(careless)
    if stop is without_venv:  # its first try must have been careless too
        shutil.rmtree(checkout / ".venv", ignore_errors=True)
        stop(checkout, state)

    done = make(checkout, "setup")

    assert done.returncode != 0 or not is_ready(checkout)


def test_an_environment_is_made_once_and_used_again(checkout, state):
    assert make(checkout, "setup").returncode == 0
    assert make(checkout, "setup").returncode == 0

    assert told(state) == ["made", "install", "install", "install"]


def test_what_runs_is_installed_without_what_tests(checkout, state):
    assert make(checkout, "run").returncode == 0

    assert told(state) == ["made", "install", "install"]
    assert is_ready(checkout)
    assert not (checkout / ".venv" / ".tests").exists()


@pytest.mark.parametrize(("mark", "more"), [(".runs", 2), (".tests", 1)])
def test_a_new_lock_is_installed_into_the_environment_there_is(checkout, state, mark, more):
    assert make(checkout, "setup").returncode == 0
    os.utime(checkout / ".venv" / mark, (1, 1))

    assert make(checkout, "setup").returncode == 0
    assert told(state) == ["made", *["install"] * (3 + more)]


def test_without_a_network_the_environment_of_before_stays(checkout, state):
    assert make(checkout, "setup").returncode == 0
    os.utime(checkout / ".venv" / ".runs", (1, 1))
    (state / "offline").touch()

    assert [make(checkout, "setup").returncode for _try in range(2)] == [2, 2]
    assert is_ready(checkout)

    (state / "offline").unlink()
    assert make(checkout, "setup").returncode == 0
    assert told(state).count("made") == 1


def test_without_python_the_sentence_says_so_and_nothing_else(checkout):
    write_program(checkout.parent / "bin" / "python3", "#!/bin/sh\nexit 127\n")

    done = make(checkout, "run")

    assert done.returncode == 2
    assert done.stdout == (
        "wcafe needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 run\n"
    )


def test_where_there_is_no_python_the_package_is_named(checkout):
    done = make(checkout, "run", "PYTHON=nowhere/python3")

    assert done.returncode == 2
    assert "apt-get install python3 python3-venv" in done.stdout


def test_the_lock_is_not_resolved_without_what_resolves_it(checkout):
    for name in ("sh", "grep", "make", "uname"):
        (checkout.parent / "bin" / name).symlink_to(shutil.which(name))

    done = make(checkout, "lock", PATH=str(checkout.parent / "bin"))

    assert done.returncode == 2
    assert "make lock needs uv: pip install uv" in done.stdout


@pytest.fixture
def bare(checkout):
    """A Debian without Qt's system libraries and a person who is not root."""
    programs = checkout.parent / "bin"
    for name, text in {"ldconfig": "", "id": "echo 1000", "sudo": "exit 1", "apt-get": ""}.items():
        write_program(programs / name, f"#!/bin/sh\n{text}\n")
    return checkout


@pytest.mark.parametrize("target", ["run", "setup"])
def test_without_a_screen_nothing_asks_for_the_libraries_of_one(bare, target):
    done = make(bare, target)

    assert done.returncode == 0, done.stderr
    assert "apt-get" not in done.stdout
    assert ("wcafe demo build/demo" in done.stdout) == (target == "run")


@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_screen_the_example_is_made_before_its_libraries_are_asked_for(bare, screen):
    done = make(bare, "run", **{screen: ":0"})

    assert done.returncode == 2
    assert "sudo apt-get install libgl1" in done.stdout.split("wcafe demo build/demo")[1]


def test_the_tests_need_the_libraries_and_say_so(bare):
    done = make(bare, "test")

    assert done.returncode == 2
    assert "sudo apt-get install libgl1" in done.stdout


def test_the_look_finds_this_environment_whole():
    look = [sys.executable, ROOT / "packaging" / "is_whole.py", sys.prefix]

    assert subprocess.run(look, check=False).returncode == 0
    assert Path(sys.prefix, "bin", "python").exists()
