"""Commands where the terminal, the folder or a name is not what one would expect."""

import os
import subprocess
import sys
import threading

import pytest

FULL, ZEROES = "/dev/full", "/dev/zero"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="devices and descriptors are POSIX's")


def run_program(*arguments, shell="", folder=None, **environment):
    """Run the program by a shell, which may redirect what it says; return code, output, errors."""
    program = [sys.executable, "-P", "-m", "wcafe", *map(str, arguments)]
    done = subprocess.run(
        ["sh", "-c", f'"$@" {shell}', "sh", *program],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "did not expect" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_an_output_that_was_closed_is_silence(file, tmp_path, closed):
    out = tmp_path / "x.md"

    assert run_program("export", file, "-o", out, shell=closed) == (0, "", "")
    assert out.read_text().startswith("#")
    assert run_program("check", tmp_path / "none.wcafe", shell=closed)[0] == 1


def test_a_reader_who_has_seen_enough_is_silence(file):
    assert run_program("notes", "list", file, "--json", shell="| true") == (0, "", "")


def test_errors_nobody_reads_keep_no_command_from_its_work(planned, tmp_path, told):
    told("new", tmp_path / "y.wcafe", "--title", "y")
    told("import", planned, tmp_path / "list.csv")
    out = tmp_path / "x.pdf"

    assert run_program("report", planned, "-o", out, shell=f"2>{FULL}")[0] == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("arguments", [("check",), ("--bad",), ("notes", "list", "--json")])
def test_where_nothing_can_be_said_at_all_the_code_says_it(file, arguments):
    code, _out, _err = run_program(*arguments, file, shell=f">{FULL} 2>{FULL}")

    assert code in (1, 2)


def test_a_name_of_several_lines_is_told_on_one(tmp_path, refused):
    said = refused("check", tmp_path / "a\nb\x1b[2J\u2028.wcafe")

    assert r"a\nb\x1b[2J\u2028.wcafe" in said


@pytest.mark.parametrize("long", ["x" * 300, "x/" * 2100 + "x"])
def test_a_name_that_is_too_long_is_a_sentence(file, tmp_path, refused, long):
    path = f"{tmp_path}/{long}"

    for command in (
        ("check", f"{path}.wcafe"),
        ("new", f"{path}.wcafe", "--title", "x"),
        ("export", file, "-o", f"{path}.md"),
        ("report", file, "-o", f"{path}.pdf"),
        ("import", file, f"{path}.csv"),
        ("notes", "import", file, f"{path}.csv"),
        ("solve", "--problem", f"{path}.json"),
        ("demo", path),
    ):
        assert "File name too long" in refused(*command)


@pytest.mark.parametrize("option", ["--rounds", "--tables", "--seats", "--date", "--lang"])
def test_two_dashes_behind_an_option_are_its_value(tmp_path, refused, option):
    said = refused("new", tmp_path / "x.wcafe", "--title", "x", f"{option}=--", code=2)

    assert "“--”" in said or "--lang" in said


def test_two_dashes_may_be_a_title_and_a_text(tmp_path, told):
    path = tmp_path / "x.wcafe"
    told("new", path, "--title=--")
    told("notes", "add", path, "--table", 1, "--round=1", "--kind", "idea", "--", "--")

    assert told("notes", "list", path) == "T1 R1 idea: --\n"


@pytest.mark.parametrize("device", [FULL, ZEROES])
def test_what_has_no_end_is_no_problem_and_no_list(file, refused, device):
    assert "as JSON" in refused("solve", "--problem", device)
    assert "not a list" in refused("import", file, device)
    assert "not a café" in refused("check", device)


def test_a_problem_may_come_through_a_pipe(tmp_path, told):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    problem = '{"people": 4, "tables": [{"seats": 2}, {"seats": 2}], "rounds": 2}'
    writer = threading.Thread(target=pipe.write_text, args=(problem,))
    writer.start()

    code, _out, err = run_program("solve", "--problem", pipe, "--json")

    writer.join()
    assert code == 0 or "look at" in err


def test_a_current_folder_that_was_deleted_hurts_only_what_lies_in_it(planned, tmp_path):
    gone = tmp_path / "gone"
    out, deleted = tmp_path / "x.pdf", f"cd {gone} && rmdir {gone} && "

    def run_there(*arguments):
        gone.mkdir()
        program = [sys.executable, "-P", "-m", "wcafe", *map(str, arguments)]
        done = subprocess.run(
            ["sh", "-c", f'{deleted} "$@"', "sh", *program], capture_output=True, text=True
        )
        assert "Traceback" not in done.stderr
        assert "did not expect" not in done.stderr
        return done.returncode

    assert run_there("check", planned) == 0
    assert run_there("report", planned, "-o", out) == 0
    assert run_there("import", planned, tmp_path / "list.csv", "--dry-run") == 0
    assert run_there("check", "planned.wcafe") == 1
    assert run_there("export", planned, "-o", "x.md") == 1
    assert run_there("new", "x.wcafe", "--title", "x") == 1


@pytest.mark.parametrize("limit", ["-v 600000", "-f 8", "-n 12"])
def test_limits_of_the_system_end_in_a_sentence(planned, tmp_path, limit):
    program = [sys.executable, "-P", "-m", "wcafe", "report", planned, "-o", tmp_path / "x.pdf"]
    done = subprocess.run(
        ["sh", "-c", f'ulimit {limit}; "$@"', "sh", *map(str, program)],
        capture_output=True,
        text=True,
    )

    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_a_home_that_is_a_file_hurts_nothing(planned, tmp_path):
    home = tmp_path / "home"
    home.touch()

    for command in (("check", planned), ("report", planned, "-o", tmp_path / "x.pdf")):
        assert run_program(*command, HOME=str(home))[0] == 0
