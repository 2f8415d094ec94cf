"""P18, short form: exports are inert and complete, and come back as they went."""

import csv
import io
import json
from dataclasses import replace

import pytest

from tests.cafes import add_people, person, write_list
from wcafe.domain.kinds import Kind
from wcafe.domain.people import Role
from wcafe.domain.synthesis import Opposed
from wcafe.exports import exported

PAYLOADS = (
    '=HYPERLINK("http://evil.test","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "  =1+1",
    "＝1+1",
    "'=1",
    "'tis said",
    '"quoted"; and ; semicolons, commas\ttabs',
    "ligne un\nligne deux",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](http://evil.test/x.png)",
    "[lien](javascript:alert(1))",
    "# Titre",
    "- liste",
    "1. numéro",
    "`code` *gras* _souligné_ ~~barré~~ | colonne",
    "../../etc/passwd",
    "C:\\Windows\\System32",
    "\u202eecila",
    "🙂 مرحبا 中文 e\u0301",
    "x" * 20_000,
)


@pytest.fixture
def full(crowd):
    for n, text in enumerate(PAYLOADS):
        crowd.notes.add(table=n % 5, round_=n % 3, kind=list(Kind)[n % 7], text=text)
    notes = crowd.notes.all()
    crowd.synthesis.name_theme("=Thème <1>", statement="# Dit", notes=(notes[0].id, notes[2].id))
    return crowd


def rows(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.slow
@pytest.mark.parametrize("what", ["notes", "people", "plan"])
def test_no_cell_of_a_csv_can_start_a_formula(full, what):
    full.people.save([person("=cmd|calc Silva", organisation="+33", note="@x")])
    for row in rows(exported("csv", full.cafes.snapshot(), what=what)):
        assert not [cell for cell in row if cell.lstrip(" ")[:1] in tuple("=+-@\t\r\n＝＋－＠")]


def test_every_note_is_in_every_format(full):
    snapshot = full.cafes.snapshot()
    texts = {note.text for note in full.notes.all()}
    assert len(texts) == len(PAYLOADS)

    assert {note["text"] for note in json.loads(exported("json", snapshot))["notes"]} == texts
    head, *body = rows(exported("csv", snapshot))
    place = head.index("texte")
    from wcafe.domain.text import unguard_cell

    assert {unguard_cell(row[place]) for row in body} == texts
    markdown = exported("md", snapshot).decode()
    for text in texts:
        plain = "".join(c for c in text if c.isalnum())
        assert plain[:200] in "".join(c for c in markdown if c.isalnum()) or "<" in text


def test_notes_come_back_into_another_café_as_they_went(full, tmp_path, now):
    from wcafe.app import create_cafe, open_cafe
    from wcafe.domain.cafe import draft

    path = tmp_path / "notes.csv"
    path.write_bytes(exported("csv", full.cafes.snapshot()))
    create_cafe(tmp_path / "other.wcafe", draft(title="Autre", language="en", tables=5))
    with open_cafe(tmp_path / "other.wcafe", now=now) as other:
        other.notes.lists.import_list(path)
        came = {(n.table, n.round, n.kind, n.text) for n in other.notes.all()}
        assert [theme.name for theme in other.synthesis.themes()] == ["=Thème <1>"]

    assert came == {(n.table, n.round, n.kind, n.text) for n in full.notes.all()}


def test_people_come_back_as_they_went(cafe, tmp_path):
    add_people(cafe, 7, organisation="=Mairie", group="élus", languages=("fr", "en"))
    cafe.people.save([person("Irène Équipe", role=Role.CREW, willing=True)])
    before = cafe.people.all()
    path = write_list(tmp_path, exported("csv", cafe.cafes.snapshot(), what="people").decode())
    report = cafe.people.import_list(path)

    assert (report.added, report.updated) == (0, 0)
    assert cafe.people.all() == before
    assert {p.role for p in report.found.people} == {Role.PARTICIPANT, Role.CREW}


def test_the_harvest_names_nobody(full):
    snapshot = full.cafes.snapshot()
    for format_ in ("json", "md"):
        content = exported(format_, snapshot).decode()
        assert not [p.name for p in snapshot.people if p.family and p.name in content]


def test_the_plan_as_rows_has_each_persons_tables_from_1(crowd):
    snapshot = crowd.cafes.snapshot()
    head, *body = rows(exported("csv", snapshot, what="plan"))

    assert head == ["id", "nom", "hôte de la table", "ronde 1", "ronde 2", "ronde 3"]
    for row in body:
        assert row[3:] == [str(table + 1) for table in snapshot.plan.itinerary(row[0])]
    assert {row[2] for row in body} == {"", "1", "2", "3", "4", "5"}


def test_documented_json_places_each_note_with_its_question(full):
    data = json.loads(exported("json", full.cafes.snapshot()))

    assert data["wcafe_harvest"] == 1
    assert data["cafe"]["people"] == 20
    assert {note["table"] for note in data["notes"]} == {1, 2, 3, 4, 5}
    assert data["themes"][0]["notes"] == [data["notes"][0]["id"], data["notes"][2]["id"]]


def test_json_says_which_notes_pull_apart(full):
    one, other, *_ = full.notes.all()
    full.statements.set_apart(Opposed(one=one.id, other=other.id), is_in=True)

    data = json.loads(exported("json", full.cafes.snapshot()))

    assert data["opposed"] == [sorted([one.id, other.id])]


def test_where_nobody_was_counted_json_has_no_number_of_people(cafe):
    assert json.loads(exported("json", cafe.cafes.snapshot()))["cafe"]["people"] is None

    add_people(cafe, 7)
    assert json.loads(exported("json", cafe.cafes.snapshot()))["cafe"]["people"] == 7


def test_a_csv_has_the_delimiter_of_its_language_and_markdown_has_no_code_for_an_arrow(cafe):
    cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text="bus -> vélo, à 9 M€ !\n> cité")

    for language, delimiter in (("fr", ";"), ("en", ",")):
        cafe.cafes.save(replace(cafe.cafes.get(), language=language))
        head = exported("csv", cafe.cafes.snapshot()).decode("utf-8-sig").splitlines()[0]
        assert head.startswith(f'"id"{delimiter}"table"{delimiter}')
    markdown = exported("md", cafe.cafes.snapshot()).decode()
    assert "bus -> vélo, à 9\u00a0M€\u00a0!  \n  \\> cité" in markdown
