"""What is one of a set stands wherever the set is told: no kind of note, no role, no step is lost.

Whoever adds one learns here where it is missing.
"""

import ast
import io
import json
from argparse import Namespace
from datetime import UTC, datetime
from typing import get_type_hints

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from tests.cafes import person
from tests.project.places import ROOT
from wcafe.app import create_cafe, open_cafe
from wcafe.cli.arguments import kind_said
from wcafe.domain.agenda import Line, LineId, LineKind, StepKind, steps_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import SYNTHESIS
from wcafe.domain.cafe import Round, draft
from wcafe.domain.fields import FIELDS, TEXTS, Shown
from wcafe.domain.kinds import Kind, kind_group, kind_name, kind_of
from wcafe.domain.live import Clock
from wcafe.domain.moment import Moment
from wcafe.domain.people import ROLE_NAMES, Person, Role
from wcafe.domain.scene import scene_of
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.domain.text import fold, new_id
from wcafe.exports import exported
from wcafe.i18n import LANGUAGES, words_for
from wcafe.intake.status_words import ROLES
from wcafe.reports import make_document
from wcafe.ui.notes.note_field import NoteField
from wcafe.ui.people.columns import columns_of

NOW = datetime(2030, 5, 14, 15, 0, tzinfo=UTC)
BASES = {"Enum", "StrEnum", "IntEnum", "Flag", "Choice"}


def enums_and_tables():
    """Return the members of each enum by its name, and all tables by the members of one."""
    trees = {
        path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "wcafe").rglob("*.py"))
    }
    nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    enums = {}
    for _path, node in nodes:
        if isinstance(node, ast.ClassDef) and BASES & {ast.unparse(base) for base in node.bases}:
            members = {each.targets[0].id for each in node.body if isinstance(each, ast.Assign)}
            enums.setdefault(node.name, []).append(members)
    tables = []
    for path, node in nodes:
        if isinstance(node, ast.Dict) and node.keys:
            said = [key and ast.unparse(key).rpartition(".") for key in node.keys]
            names = {each[0] if each else "" for each in said}
            if len(names) == 1 and (name := names.pop()) in enums:
                tables.append((f"{path}:{node.lineno}", name, {member for _n, _d, member in said}))
    return enums, tables


ENUMS, TABLES = enums_and_tables()


@pytest.mark.parametrize(("place", "name", "keys"), TABLES, ids=[place for place, *_ in TABLES])
def test_a_table_by_the_members_of_a_set_has_all_of_them(place, name, keys):
    assert keys in ENUMS[name]


def test_the_tables_by_kinds_roles_lines_and_modes_are_among_those_looked_at():
    assert {"Kind", "Role", "LineKind", "Mode", "HostMode"} <= {name for _p, name, _k in TABLES}


# Kinds of note


@pytest.fixture
def said(cafe):
    """A café with two notes of each kind, one of them under a theme."""
    for kind in Kind:
        for filed in ("Filed", "Loose"):
            cafe.notes.add(table=0, round_=0, kind=kind, text=f"{filed}-{kind.value}")
    notes = cafe.notes.all()
    filed = tuple(note.id for note in notes if note.text.startswith("Filed"))
    cafe.synthesis.save(Theme(id=ThemeId(new_id()), name="Under one theme", notes=filed))
    return cafe


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_note_has_names_of_its_own_by_which_it_is_known_again(language):
    words = words_for(language)
    assert all(kind_of(kind_name(kind, words)) is kind_of(kind.value) is kind for kind in Kind)
    assert len({fold(kind_name(kind, words)) for kind in Kind}) == len(Kind)
    assert len({kind_group(kind, words) for kind in Kind}) == len(Kind)


def test_a_synthesis_on_paper_tells_each_kind_under_its_theme_and_out_of_it(said):
    pdf = make_document(SYNTHESIS, said.cafes.snapshot(), NOW, PrintOptions()).pdf
    pages = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)

    for kind in Kind:
        for filed in ("Filed", "Loose"):
            assert f"{filed}-{kind.value}" in pages


@pytest.mark.parametrize("format_", ["md", "csv", "json"])
def test_each_kind_leaves_in_a_file(said, format_):
    told = exported(format_, said.cafes.snapshot()).decode("utf-8-sig")
    if format_ == "json":
        notes = [(note["text"], note["kind"]) for note in json.loads(told)["notes"]]
        assert set(notes) >= {(f"Filed-{kind.value}", kind.value) for kind in Kind}
    else:
        words = words_for(said.cafes.get().language)
        lines = [line for line in told.splitlines() if "Filed" in line.replace("\\", "")]
        headings = [line for line in told.splitlines() if line.startswith("##")]
        for kind in Kind:  # a heading tells the kind of all notes below it
            is_a_heading = any(kind_group(kind, words) in line for line in headings)
            assert is_a_heading or any(kind_name(kind, words) in line for line in lines), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_comes_back_from_a_list(said, tmp_path, language):
    path = tmp_path / "notes.csv"
    path.write_bytes(exported("csv", said.cafes.snapshot()))
    other = tmp_path / "there.wcafe"
    create_cafe(other, draft(title="There", language=language, tables=3))
    with open_cafe(other) as there:
        there.notes.lists.import_list(path)
        assert {note.kind for note in there.notes.all()} == set(Kind)


def test_each_kind_has_a_key_on_an_english_and_on_a_french_keyboard(qtbot):
    field = NoteField()
    qtbot.addWidget(field)
    chosen = []
    field.kind_chosen.connect(chosen.append)
    rows = ("1234567890", "&é\"'(-è_çà")
    for row in rows:
        for place in range(len(Kind)):
            qtbot.keyClick(field, Qt.Key(ord(row[place].upper())), Qt.KeyboardModifier.AltModifier)

    assert chosen == [*range(len(Kind))] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_line_takes_each_kind(language):
    words = words_for(language)
    chosen = Namespace(refuse=pytest.fail)
    said = [kind_said(chosen, kind_name(kind, words), (), words) for kind in Kind]
    assert said == [*Kind]


# Roles


@pytest.mark.parametrize("role", Role)
def test_each_role_leaves_in_a_list_and_comes_back(cafe, tmp_path, role):
    cafe.people.save([person("Ana Silva", role=role), person("Ben Okri")])
    path = tmp_path / "people.csv"
    path.write_bytes(exported("csv", cafe.cafes.snapshot(), what="people"))
    (tmp_path / "there").mkdir()
    other = tmp_path / "there" / "there.wcafe"
    create_cafe(other, draft(title="There", language="fr"))
    with open_cafe(other) as there:
        there.people.import_list(path)
        assert there.people.all()[0].role is role


def test_each_role_but_the_guests_own_is_known_in_lists_from_elsewhere():
    assert {Role(role) for role in ROLES} == {*ROLE_NAMES} - {Role.PARTICIPANT}


# The afternoon


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_step_and_of_line_has_words_of_its_own_on_the_wall(language):
    lines = [Line(id=LineId(kind), kind=kind, minutes=5, after=1) for kind in LineKind]
    steps = steps_of((Round(), Round()), lines)
    cafe = draft(title="Here", language=language, rounds=2, tables=3)
    scenes = [
        scene_of(
            Moment(cafe=cafe, steps=steps, clock=Clock(step=step.key, left=60)),
            words_for(language),
            has_plan=True,
        )
        for step in steps
    ]

    assert {step.kind for step in steps} == set(StepKind)
    assert {step.line.kind for step in steps if step.line} == set(LineKind)
    assert len({scene.text for scene in scenes}) == len(steps) - 1  # both harvests ask the same


# A person's fields


def test_each_text_that_was_typed_of_a_person_is_a_field_and_each_field_is_something_of_a_person():
    given = get_type_hints(Person)
    typed = {name for name, kind in given.items() if kind in (str, tuple[str, ...])}
    assert {field.of for field in TEXTS} == typed
    assert {field.of for field in FIELDS} == {*given} - {"attributes", "version"}


def test_each_text_has_a_title_a_column_on_the_desk_and_one_in_lists_from_here_and_from_elsewhere():
    columns = {column.key for column in columns_of(3, [])}
    for field in TEXTS:
        assert field.title, field.key
        assert field.heading, field.key
        assert field.known_as, field.key
        assert (field.of in columns) == (field.shown is not Shown.NEVER)
