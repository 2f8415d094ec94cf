"""What cannot be shared, opened or fetched is told in one sentence, and nothing is changed."""

import hashlib
import socket
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from psycopg.errors import DiskFull
from sqlalchemy import event
from sqlalchemy.engine import Engine

from wcafe.store import moving
from wcafe.store.postgres import cafes


@pytest.fixture
def state(cluster, hall, file):
    """Return what is in the file and on the server, to compare."""

    def telling():
        asked = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'wcafe%' ORDER BY 1"
        return hashlib.sha256(file.read_bytes()).digest(), cluster.told(asked, hall.database)

    return telling


@pytest.fixture
def half(file, hall, told, monkeypatch):
    """The address of a café that came to the server, and whose file still is the café."""
    with monkeypatch.context() as cut:
        cut.setattr(moving, "Sharing", _cut)
        with pytest.raises(KeyboardInterrupt):
            moving.share(file, hall, now=datetime.now(UTC))
    return replace(hall, cafe="notre-rue")


def _cut(**_facts):
    raise KeyboardInterrupt


WRONG = {
    "port": ("postgresql://127.0.0.1:1/hall", "(nobody listens there)"),
    "socket": ("postgresql:///hall?host=/nowhere", "(nobody listens there)"),
    "database": ("postgresql://cafe@/nope?host={folder}", "(it has no such database)"),
    "role": (
        "postgresql://nobody@/{hall}?host={folder}",
        "(it does not let this role in from here)",
    ),
    "certificate": (
        "postgresql://cafe@10.0.0.1/{hall}?sslmode=prefer",
        "sslmode=prefer does not prove that it is the right one",
    ),
    "http": (
        "http://cafe@127.0.0.1/{hall}",
        "is no address of a server. Write it as postgresql://",
    ),
    "name": ("postgresql://cafe@/{hall}?host={folder}&cafe=Été", "cannot be the name of a café"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_address_says_what_is_wrong(cluster, hall, file, refused, state, tmp_path, wrong):
    address, why = WRONG[wrong]
    address = address.format(folder=cluster.folder, hall=hall.database)
    before = state()
    code = 2 if wrong in ("http", "name") else 1

    for command in (
        ("share", file, address),
        ("fetch", address, tmp_path / "back.wcafe"),
        ("shared", address),
        ("notes", "list", address),
        ("headcount", address, 20),
    ):
        said = refused(*command, code=code)
        assert why in said.splitlines()[-1]
        assert "connection" not in said

    assert state() == before
    assert not (tmp_path / "back.wcafe").exists()


def test_a_host_that_is_not_there_says_so(file, refused, state, monkeypatch):
    def unknown(*_args, **_options):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    before = state()

    said = refused("share", file, "postgresql://nowhere/hall")

    assert "nowhere/hall does not answer (there is no computer of that name here)" in said
    assert state() == before


def test_a_server_that_is_too_old_says_so(file, hall, refused, state, monkeypatch):
    monkeypatch.setattr(cafes, "_OLDEST", 990_000)
    before = state()

    assert "wcafe needs 99 or newer. Nothing was changed." in refused("share", file, hall)
    assert state() == before


def test_a_schema_of_somebody_else_is_left_alone(cluster, file, hall, refused, told, state):
    cluster.sql('CREATE SCHEMA "wcafe_notre-rue"', hall.database)
    cluster.sql('CREATE TABLE "wcafe_notre-rue".treasure (gold int)', hall.database)
    before, taken = state(), replace(hall, cafe="notre-rue")

    assert "is not a café made by wcafe" in refused("headcount", taken, 20)
    assert "is not a café made by wcafe" in refused("fetch", taken, file.with_name("b.wcafe"))
    assert "There is another café named notre-rue" in refused("share", file, taken)
    assert state() == before
    assert told("share", file, hall, "--json")["cafe"] == "notre-rue-2"
    assert cluster.told('SELECT count(*) FROM "wcafe_notre-rue".treasure', hall.database) == "0"


def test_a_newer_cafe_is_left_alone(cluster, file, hall, told, refused):
    there = told("share", file, hall, "--json")["address"]
    cluster.sql('UPDATE "wcafe_notre-rue".wcafe_place SET schema = 999', hall.database)

    for command in (("headcount", there, 20), ("fetch", there, file.with_name("b.wcafe"))):
        assert "newer" in refused(*command)


def test_a_full_disk_of_the_server_leaves_the_file_as_the_cafe(file, hall, told, refused, state):
    def full(_connection, _cursor, statement, *_more):
        if statement.startswith("INSERT INTO") and "person" in statement:
            raise DiskFull("could not extend file: No space left on device")

    with_people = file.with_name("people.csv")
    with_people.write_text("Name\nZoé Kerbrat\n", encoding="utf-8")
    told("import", file, with_people)
    before = state()
    event.listen(Engine, "before_cursor_execute", full)
    try:
        said = refused("share", file, hall)
    finally:
        event.remove(Engine, "before_cursor_execute", full)

    assert "refuses (" in said
    assert "nothing was changed" in said
    assert state() == before
    assert told("share", file, hall, "--json")["cafe"] == "notre-rue"


def test_a_role_without_rights_says_what_an_administrator_does(cluster, file, hall, refused, state):
    cluster.sql("DROP ROLE IF EXISTS guest")
    cluster.sql("CREATE ROLE guest LOGIN")
    guest, before = replace(hall, user="guest"), state()

    said = refused("share", file, guest)

    assert "The role guest may not make a café" in said
    assert f"wcafe share --prepare '{guest}'. Nothing was changed." in said
    assert state() == before


def test_a_cafe_of_another_role_says_whose_it_is(cluster, file, hall, told, refused):
    cluster.sql("DROP ROLE IF EXISTS guest")
    cluster.sql("CREATE ROLE guest LOGIN")
    told("share", file, hall)

    said = refused("headcount", replace(hall, user="guest", cafe="notre-rue"), 20)

    assert "belongs to the role cafe. Open it as that role." in said
    assert told("shared", replace(hall, user="guest"), "--json")["cafes"] == []


def test_a_cafe_that_is_half_shared_is_not_opened(file, half, hall, told, refused, tmp_path):
    for command in (("headcount", half, 20), ("check", half)):
        assert "sharing it was cut short" in refused(*command)
    assert "sharing it was cut short" in refused("fetch", half, tmp_path / "back.wcafe")
    assert told("shared", hall, "--json")["cafes"][0]["whole"] is False
    assert "not wholly there: share its file once more" in told("shared", hall)

    told("headcount", file, 33)  # it is the café still
    told("share", file, hall)

    assert told("headcount", half, "--json")["people"] == 33


def test_a_keepsake_goes_to_no_second_server(cluster, file, hall, told, refused):
    there = told("share", file, hall, "--json")["address"]
    other = cluster.new_database()

    said = refused("share", file, other)

    assert f"The café of {file} is on a server now: give '{there}' in place of the file" in said
    assert told("shared", other, "--json")["cafes"] == []
    assert told("share", file, hall, "--json")["address"] == there


def test_a_keepsake_opens_no_half_shared_cafe_of_another(
    cluster, file, half, hall, told, refused, tmp_path
):
    told("new", tmp_path / "b.wcafe", "--title", "Rue")
    there = told("share", tmp_path / "b.wcafe", hall, "--json")["address"]
    cluster.sql("DROP SCHEMA wcafe_rue CASCADE", hall.database)
    cluster.sql('ALTER SCHEMA "wcafe_notre-rue" RENAME TO wcafe_rue', hall.database)

    assert "another café named rue" in refused("share", tmp_path / "b.wcafe", hall)
    assert "sharing it was cut short" in refused("headcount", there, 20)
    told("headcount", file, 20)  # it is the café still


def test_a_name_that_is_taken_is_not_taken_again(file, hall, told, refused, tmp_path, state):
    told("new", tmp_path / "b.wcafe", "--title", "Notre rue")
    told("share", tmp_path / "b.wcafe", hall)
    before = state()

    said = refused("share", file, replace(hall, cafe="notre-rue"))

    assert f"Choose another name, as in '{replace(hall, cafe='NAME')}'" in said
    assert state() == before
    assert told("share", file, hall, "--json")["cafe"] == "notre-rue-2"


def test_a_name_that_nobody_has_says_how_to_see_which_there_are(file, hall, told, refused):
    told("share", file, hall)

    said = refused("headcount", replace(hall, cafe="nope"), 20)

    assert said.endswith(f"See which there are: wcafe shared '{hall}'\n")


def test_of_several_cafes_one_is_to_be_named(file, hall, told, refused, tmp_path):
    told("new", tmp_path / "b.wcafe", "--title", "Été")
    told("share", file, hall)
    told("share", tmp_path / "b.wcafe", hall)

    said = refused("headcount", hall, 20)

    assert f"as in '{replace(hall, cafe='NAME')}'. There are: ete, notre-rue." in said


def test_what_is_fetched_replaces_no_file(file, hall, told, refused, tmp_path):
    there = told("share", file, hall, "--json")["address"]
    report = tmp_path / "report.wcafe"
    report.write_text("mine")

    assert "There is already a file" in refused("fetch", there, report)
    assert "There is no folder" in refused("fetch", there, tmp_path / "no" / "b.wcafe")
    assert report.read_text() == "mine"


@pytest.mark.parametrize(
    "asked",
    [
        ("import", "{file}", "{address}"),
        ("notes", "import", "{file}", "{address}"),
        ("photos", "add", "{file}", "{address}"),
        ("amendments", "import", "{file}", "{address}"),
        ("export", "{file}", "-o", "{address}.json"),
        ("report", "{file}", "-o", "{address}.pdf"),
        ("print", "{file}", "all", "-o", "{address}"),
        ("demo", "{address}"),
        ("solve", "--problem", "{address}"),
    ],
    ids=lambda asked: asked[0],
)
def test_an_address_is_no_name_for_a_file_and_its_password_is_told_nowhere(
    file, refused, tmp_path, monkeypatch, asked
):
    monkeypatch.chdir(tmp_path)
    address = "postgresql://ana:Tr0ub4dor@hall/wcafe"

    said = refused(*(each.format(file=file, address=address) for each in asked), code=2)

    assert "a file or folder of this computer is wanted here" in said
    assert "postgresql://ana@hall/wcafe" in said
    assert "Tr0ub4dor" not in said
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_what_is_to_be_typed_is_french_as_a_whole(file, hall, wcafe, tmp_path, monkeypatch):
    wcafe("share", file, hall)
    wcafe("new", tmp_path / "b.wcafe", "--title", "Été")
    wcafe("share", tmp_path / "b.wcafe", hall)
    monkeypatch.setattr("wcafe.cli.interface_language", lambda: "fr")

    code, _out, err = wcafe("check", hall)

    assert code == 1
    assert "cafe=NOM" in err


def test_a_file_beside_prepare_is_not_passed_over_in_silence(file, hall, refused):
    assert "--prepare takes no file" in refused("share", file, hall, "--prepare", code=2)
