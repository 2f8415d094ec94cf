"""What holds for every command: help, bad usage, and how it ends where nothing can be done."""

import stat

import pytest

COMMANDS = [
    "demo",
    "new",
    "import",
    "plan",
    "checkin",
    "tables",
    "solve",
    "print",
    "report",
    "export",
    "notes",
    "check",
]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("rehearse", "x.wcafe", "--draws", "0"), "from 1 to "),
        (("solve", "--tables", "4", "--seats", "4", "--rounds", "3", "--seed", "-1"), "from 0 on"),
        (("solve", "--tables", "four", "--seats", "4", "--rounds", "3"), "not a whole number\n"),
    ],
)
def test_a_number_that_does_not_fit_is_told_with_those_that_do(refused, asked, why):
    assert why in refused(*asked, code=2)


@pytest.mark.parametrize("command", [("report",), ("print", "badges"), ("export",)])
def test_a_folder_that_is_not_there_is_told(planned, tmp_path, refused, command):
    name, *more = command
    ending = "json" if name == "export" else "pdf"
    said = refused(name, planned, *more, "-o", tmp_path / "no" / f"x.{ending}")

    assert "There is no folder" in said


def test_a_file_that_is_no_café_is_told_everywhere(tmp_path, refused):
    path = tmp_path / "x.wcafe"
    path.write_text("Nom;Prénom\n")
    for arguments in (("plan",), ("check",), ("report", "-o", "y.pdf"), ("notes", "list")):
        name, *more = arguments
        command = [name, more.pop(0), path, *more] if name == "notes" else [name, path, *more]
        assert "is not a café made by wcafe" in refused(*command)
    assert path.read_text() == "Nom;Prénom\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("serve",),
        ("serve", "x.wcafe", "--port", "70000"),
        ("serve", "x.wcafe", "--name", "http://cafe.local"),
        ("new",),
        ("new", "x.wcafe"),
        ("new", "x.wcafe", "--title", "T", "--date", "26/11/2026"),
        ("new", "x.wcafe", "--title", "T", "--date", "20261126"),
        ("new", "x.wcafe", "--title", "T", "--date", "2026-W48-4"),
        ("new", "x.wcafe", "--title", "T", "--rounds", "1_0"),
        ("new", "x.wcafe", "--title", "T", "--lang", "de"),
        ("new", "x.wcafe", "--title", "T", "--rounds", "many"),
        ("plan", "x.wcafe", "--seconds", "0"),
        ("plan", "x.wcafe", "--seconds", "nan"),
        ("plan", "x.wcafe", "--seed", "-1"),
        ("solve", "--tables", "3"),
        ("solve", "--problem", "p.json", "--tables", "3"),
        ("notes",),
        ("report", "x.wcafe"),
        ("report", "x.wcafe", "-o", "y.pdf", "--edition", "comic"),
    ],
)
def test_bad_usage_ends_with_2(refused, arguments):
    assert "usage:" in refused(*arguments, code=2)


@pytest.mark.parametrize("command", [*COMMANDS, "notes add", "notes import", "notes list"])
def test_every_command_answers_help(wcafe, command):
    code, out, _err = wcafe(*command.split(), "--help")

    assert code == 0
    assert out.startswith("usage: wcafe")


def test_a_bug_is_one_line_and_no_traceback(planned, refused, monkeypatch):
    def broken(*_args, **_facts):
        raise KeyError("Zoé d'Ân-Lê")

    monkeypatch.setattr("wcafe.services.planning.composing.solve", broken)
    said = refused("plan", planned)

    assert "KeyError" in said
    assert "Zoé" not in said  # nobody's name in a report


def test_a_full_disk_is_told(planned, tmp_path, refused, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert "No space left on device" in refused("report", planned, "-o", tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()
    assert not list(tmp_path.glob(".*.new"))


def test_a_read_only_café_can_be_read(planned, tmp_path, told):
    planned.chmod(stat.S_IRUSR)

    told("report", planned, "-o", tmp_path / "r.pdf")
    assert told("notes", "list", planned, "--json") == []
