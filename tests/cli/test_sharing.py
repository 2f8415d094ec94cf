"""`wcafe share`, `fetch` and `shared`: a café goes to a server and comes back as a file."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.postgres import programs, whose
from wcafe.app import open_cafe
from wcafe.cli.tell import warn


@pytest.fixture
def shared(file, hall, told):
    """The address of a café that was shared."""
    return told("share", file, hall, "--json")["address"]


def test_a_shared_cafe_is_on_the_server_and_its_file_is_a_keepsake(
    file, hall, told, wcafe, refused
):
    there = told("share", file, hall, "--json")

    assert there == {
        "address": f"{hall}&cafe=notre-rue",
        "cafe": "notre-rue",
        "keepsake": str(file),
        "unsafe": [],
    }
    told("headcount", there["address"], 33)
    assert told("headcount", there["address"], "--json")["people"] == 33
    assert json.loads(wcafe("headcount", file, "--json")[1])["people"] is None
    assert f"give '{there['address']}' in place of the file" in refused("headcount", file, 20)
    assert json.loads(wcafe("headcount", file, "--json")[1])["people"] is None


def test_what_is_said_of_a_shared_cafe_can_be_typed(file, hall, told):
    said = told("share", file, hall, "--json")["address"]
    again = told("share", file, hall)

    assert f"'{said}'" in again.splitlines()[0]
    assert again.splitlines()[-1].endswith(f"wcafe check '{said}'")
    assert told("check", said) == f"'{said}' is sound.\n"


def test_a_name_may_be_chosen_and_the_only_cafe_needs_none(file, hall, told):
    told("share", file, replace(hall, cafe="congres-2026"))

    assert told("headcount", hall, "--json") == told(
        "headcount", f"{hall}&cafe=congres-2026", "--json"
    )


def test_the_cafes_of_a_server_are_listed(shared, hall, told, tmp_path):
    told("new", tmp_path / "b.wcafe", "--title", "Été")
    told("share", tmp_path / "b.wcafe", hall)

    listed = told("shared", hall, "--json")

    assert listed["server"] == str(hall)
    assert [(cafe["cafe"], cafe["title"], cafe["whole"]) for cafe in listed["cafes"]] == [
        ("ete", "Été", True),
        ("notre-rue", "Notre rue", True),
    ]
    assert {cafe["address"] for cafe in listed["cafes"]} == {f"{hall}&cafe=ete", shared}
    assert all(
        set(cafe) == {"cafe", "title", "since", "whole", "address"} for cafe in listed["cafes"]
    )
    assert f"'{shared}'  Notre rue (since " in told("shared", hall)


def test_an_empty_server_says_so(hall, told):
    assert told("shared", hall, "--json") == {"server": str(hall), "cafes": []}
    assert told("shared", hall).startswith("There is no café on localhost")


def test_a_fetched_cafe_is_a_file_of_another_generation_and_the_cafe_stays(shared, tmp_path, told):
    told("headcount", shared, 33)
    file = tmp_path / "back.wcafe"

    assert told("fetch", shared, file, "--json") == {"address": shared, "file": str(file)}

    assert told("headcount", file, "--json") == told("headcount", shared, "--json")
    told("headcount", file, 20)
    assert told("headcount", shared, "--json")["people"] == 33
    with open_cafe(file, is_read_only=True) as cafe:
        assert cafe.cafes.get().generation > 1
        assert cafe.cafes.faults() == ()


@pytest.mark.parametrize("setting", ["fsync", "synchronous_commit", "full_page_writes"])
def test_a_server_that_may_forget_is_told_at_each_change(shared, hall, cluster, wcafe, setting):
    if setting == "synchronous_commit":
        cluster.sql(f"ALTER DATABASE {hall.database} SET {setting} = off")
    else:
        cluster.sql(f"ALTER SYSTEM SET {setting} = off")
        cluster.sql("SELECT pg_reload_conf()")
    try:
        cluster.wait_for(setting, "off", hall.database)
        for number in (20, 21):
            code, _out, warned = wcafe("headcount", shared, number)
            assert code == 0
            assert warned.startswith("DANGER")
            assert setting in warned
            assert warned.count("\n") == 1
        assert wcafe("headcount", shared)[2] == ""
    finally:
        cluster.sql("ALTER SYSTEM RESET ALL")
        cluster.sql("SELECT pg_reload_conf()")
        cluster.wait_for(setting, "on")


@pytest.mark.parametrize(("is_terminal", "no_colour"), [(True, ""), (True, "1"), (False, "")])
def test_danger_is_red_on_a_terminal_that_has_colours(capsys, monkeypatch, is_terminal, no_colour):
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)

    warn(["DANGER\x1b[2J"], is_red=True)

    said = capsys.readouterr().err
    is_red = is_terminal and not no_colour
    assert said == ("\x1b[1;31mDANGER\\x1b[2J\x1b[0m\n" if is_red else "DANGER\\x1b[2J\n")


def test_what_is_prepared_is_all_that_a_role_needs(cluster, file, told, tmp_path):
    """A role without great rights, made by what is printed, shares, writes and fetches."""
    address = f"postgresql://h%C3%A9l%C3%A8ne%22@/la%20salle?host={cluster.folder}"

    block = told("share", "--prepare", address)
    psql = [*whose(), programs() / "psql", "-v", "ON_ERROR_STOP=1", "-h", cluster.folder]
    given = "hall pass\nhall pass\n"  # psql asks for it twice
    subprocess.run(
        [*psql, "-U", "cafe", "-d", "postgres"],
        input=block.replace('\\password "hélène"""\n', f'\\password "hélène"""\n{given}'),
        check=True,
        capture_output=True,
        text=True,
        cwd="/",
        start_new_session=True,
        timeout=30,
    )

    there = told("share", file, address, "--json")["address"]
    told("headcount", there, 12)
    told("fetch", there, tmp_path / "back.wcafe")
    asked = "SELECT rolsuper, rolcreatedb, rolcreaterole, rolpassword IS NOT NULL FROM pg_authid"
    row = cluster.told(f"{asked} WHERE rolname = 'hélène\"'")
    assert row == "f|f|f|t"


def test_what_is_prepared_says_who_does_it_and_what_comes_then(told):
    block = told("share", "--prepare").splitlines()

    assert block[0].endswith("| sudo -u postgres psql")
    assert block[-1] == "-- Then, on each laptop: wcafe shared postgresql://wcafe@HOST/wcafe"
    assert [line.split('"')[1] for line in block[1:-1]] == ["wcafe"] * 5


def test_how_to_share_is_told_where_words_are_missing(refused, file):
    assert "wcafe share FILE.wcafe ADDRESS" in refused("share", file, code=2)
    assert "a file or folder of this computer is wanted here" in refused(
        "share", "postgresql://hall/x", "y", code=2
    )
    assert "a file or folder of this computer is wanted here" in refused(
        "new", "postgresql://hall/x", "--title", "y", code=2
    )
    assert "ends in .wcafe" in refused("fetch", "postgresql://127.0.0.1:1/x", "a.sql", code=2)


def test_the_readme_names_the_keys_of_the_json(shared, file, hall, told):
    """The keys that the README names are those that are there."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

    for keys in (told("share", file, hall, "--json"), told("shared", hall, "--json")["cafes"][0]):
        assert all(f"`{key}`" in readme for key in keys), keys


@pytest.mark.parametrize(
    "asked",
    [
        ("headcount", "{file}"),
        ("import", "{file}", "{folder}/list.csv", "--dry-run"),
        ("check", "{file}"),
        ("notes", "list", "{file}"),
        ("tables", "list", "{file}", "--json"),
        ("export", "{file}", "-o", "{folder}/harvest.json"),
        ("report", "{file}", "-o", "{folder}/synthesis.pdf"),
        ("print", "{file}", "run-sheet", "-o", "{folder}/run.pdf"),
    ],
    ids=lambda asked: asked[0],
)
def test_whoever_reads_a_keepsake_is_told_that_the_cafe_went_on(file, hall, wcafe, tmp_path, asked):
    (tmp_path / "list.csv").write_text("Prénom;Nom\nAna;Le Goff\n", encoding="utf-8")
    arguments = [each.format(file=file, folder=tmp_path) for each in asked]
    assert "keepsake" not in wcafe(*arguments)[2], "a café in its file is none"
    _code, out, _err = wcafe("share", file, hall, "--json")
    there = json.loads(out)["address"]

    code, _out, err = wcafe(*arguments)

    assert code == 0
    told = [line for line in err.splitlines() if "server" in line]
    assert len(told) == 1, "once"
    assert told[0].startswith(f"{file} is a keepsake: this is the café as it was on ")
    assert told[0].endswith(f"give '{there}' in place of the file.")
    there_asked = [there if each == str(file) else each for each in arguments]
    assert "keepsake" not in wcafe(*there_asked)[2]
