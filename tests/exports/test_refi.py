"""A project of REFI-QDA is read back as it was written: codes, passages, cases, memos."""

import io
import re
import uuid
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import canonicalize, fromstring

import pytest
from pyrefiqda import RefiProject
from pyrefiqda.models import Project
from xsdata.exceptions import ParserError
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata_pydantic.bindings import XmlParser, XmlSerializer

from tests.exports.harvests import SAID, harvest, nothing_said
from tests.reports.dinan import dinan
from wcafe.domain.publication import Publication
from wcafe.exports import exported
from wcafe.exports.whole_zip import zip_of

GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NAMESPACE = "urn:QDA-XML:project:1.0"
STRICT = ParserConfig(
    fail_on_unknown_properties=True,
    fail_on_unknown_attributes=True,
    fail_on_converter_warnings=True,
)


def project_in(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("project.qde").decode()


def as_the_standard_says(xml):
    """Is it what a program writes that has its classes from the standard's own schema?

    That program knows each element and attribute, what is required, and the order.
    """
    try:
        read = XmlParser(config=STRICT).from_string(xml, Project)
    except (ParserError, ValueError):
        return False
    written = XmlSerializer().render(read, ns_map={None: NAMESPACE})
    return canonicalize(written) == canonicalize(xml)


@pytest.fixture
def read(tmp_path):
    """Return a project as pyrefiqda reads it, and the texts of its sources by their names."""

    def reading(snapshot):
        path = tmp_path / "harvest.qdpx"
        path.write_bytes(exported("qdpx", snapshot, what="codes"))
        project = RefiProject.load(path, tmp_path / "unpacked")
        sources = project.sources.text_source if project.sources else []
        texts = {
            source.guid: RefiProject.resolve_source_path(
                source.plain_text_path, tmp_path / "unpacked"
            ).read_bytes()
            for source in sources
        }
        return project, {guid: text.decode() for guid, text in texts.items()}

    return reading


def codes_of(project):
    """Return the names of the codes, with their groups, by their ids."""
    return {
        code.guid: (group.name, code.name)
        for group in project.code_book.codes.code
        for code in group.code
    }


def test_each_note_is_a_passage_with_its_codes(read):
    project, texts = read(harvest())
    codes = codes_of(project)

    told = {
        texts[source.guid][each.start_position : each.end_position]: {
            codes[coding.code_ref.target_guid] for coding in each.coding
        }
        for source in project.sources.text_source
        for each in source.plain_text_selection
    }

    assert told.keys() == set(SAID) - {"SECRET"}
    first, second = ("Thèmes", "Mobilités douces, d'abord !"), ("Thèmes", "مرحبا")
    assert told[SAID[0]] == {first, second, ("Genres", "pistes")}
    assert told[SAID[1]] == {first, ("Genres", "Constats")}
    assert told[SAID[2]] == {
        second,
        ("Genres", "Questions ouvertes"),
        ("Marques", "Voix isolées"),
    }
    assert sum(map(len, told.values())) == 3 + 2 + 3 + 1 + 1


def test_sources_are_tables_and_rounds_with_their_question(read):
    project, texts = read(harvest())

    told = {source.name: source.description for source in project.sources.text_source}
    assert told == {
        "Table 1 · Jardin · Ronde 1": "Que garder, ici ?",
        "Table 3 · Cour · Ronde 2": "Et après ?",
    }
    first = texts[project.sources.text_source[0].guid]
    assert first == "\n\n".join((SAID[0], SAID[3], SAID[1]))  # a point and what is below it
    assert "\r" not in first


def test_each_note_is_a_case_with_what_is_known_of_it(read):
    project, _texts = read(harvest())
    names = {each.guid: each.name for each in project.variables.variable}

    def known(case):
        values = {}
        for each in case.variable_value:
            facts = (each.text_value, each.integer_value, each.boolean_value, each.date_value)
            (values[names[each.variable_ref.target_guid]],) = (f for f in facts if f is not None)
        return values

    cases = {case.name: known(case) for case in project.cases.case}
    assert len(cases) == 5
    assert cases["Un banc à l'ombre"] == {
        "Table": 1,
        "Nom de la table": "Jardin",
        "Ronde": 1,
        "Question": "Que garder, ici ?",
        "Genre": "piste",
        "Consigne": "Trois retours",
        "Soutien": "toute la table",
        "Votes": 3,
    }
    action = cases["Planter en mars"]
    assert (action["Porté par"], action["Échéance"]) == ("[nom]", "mars")  # nobody agreed
    assert (action["Ce qu’elle est devenue"], str(action["Dit le"])) == ("faite", "2027-03-01")
    passages = {
        each.guid for source in project.sources.text_source for each in source.plain_text_selection
    }
    assert {case.selection_ref[0].target_guid for case in project.cases.case} == passages


def test_statements_are_memos_of_their_theme_and_of_the_notes_they_rest_on(read):
    project, _texts = read(harvest())

    (memo,) = project.notes.note
    assert memo.plain_text_content == "De l'ombre, <vite> & bien"
    theme = project.code_book.codes.code[0].code[0]
    assert [each.target_guid for each in theme.note_ref] == [memo.guid]
    assert theme.description == "L'ombre manque"
    behind = [
        each.name
        for source in project.sources.text_source
        for each in source.plain_text_selection
        if each.note_ref
    ]
    assert behind == ["Un banc à l'ombre"]
    assert sorted((link.name, link.direction.value) for link in project.links.link) == [
        ("dépend de", "OneWay"),
        ("s’opposent", "Associative"),
    ]
    assert {each.name: len(each.member_code) for each in project.sets.set} == {
        "Thèmes": 2,
        "Genres": 4,
        "Marques": 1,
    }


def test_what_is_withheld_is_counted_and_nobody_is_named():
    xml = project_in(exported("qdpx", harvest(), what="codes"))

    assert "1 note est retenue\u00a0: nomme un voisin (1)." in xml
    for name in ("SECRET", "Xanthippe", "Wilhelmine", "Quux"):
        assert name not in xml


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("make", [harvest, nothing_said])
def test_it_is_as_the_standard_says(make, language):
    snapshot = make()
    snapshot = replace(snapshot, cafe=replace(snapshot.cafe, language=language))

    xml = project_in(exported("qdpx", snapshot, what="codes"))

    assert as_the_standard_says(xml)
    guids = [
        value
        for element in fromstring(xml).iter()
        for name, value in element.attrib.items()
        if name.lower().endswith("guid")
    ]
    assert all(GUID.fullmatch(each) for each in guids)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('isCodable="true"', 'isCodable="perhaps"'),
        (' endPosition="', ' end="'),
        ("<Users>", "<Description>first</Description><Users>"),
        ("MemberCode", "Member"),
    ],
)
def test_what_is_not_as_the_standard_says_is_found_out(right, wrong):
    xml = project_in(exported("qdpx", harvest(), what="codes"))

    assert as_the_standard_says(xml)
    assert not as_the_standard_says(xml.replace(right, wrong))


def test_a_café_without_notes_is_a_project_that_says_so(read):
    project, texts = read(nothing_said())

    assert (texts, project.code_book, project.cases) == ({}, None, None)
    assert "Aucune note n’a encore été prise." in project.description


def test_the_same_harvest_is_the_same_file_and_ids_are_those_of_its_café():
    def ids(snapshot):
        return set(GUID.findall(project_in(exported("qdpx", snapshot, what="codes"))))

    there = harvest()
    assert exported("qdpx", there, what="codes") == exported("qdpx", harvest(), what="codes")
    later = replace(there, cafe=replace(there.cafe, publication=Publication(), title="Autre"))
    assert ids(later) == ids(there)
    other = replace(there, cafe=replace(there.cafe, id=str(uuid.UUID(int=1))))
    assert ids(other).isdisjoint(ids(there))


def test_a_zip_is_the_same_whenever_it_is_written():
    assert zip_of({"a": b"1", "b/c": b"2"}) == zip_of({"a": b"1", "b/c": b"2"})


@pytest.mark.real
@pytest.mark.slow
def test_the_real_harvest_of_dinan_goes_out_whole(read):
    shot = dinan()
    xml = project_in(exported("qdpx", shot, what="codes"))
    corpus = exported("txt", shot, what="iramuteq").decode()

    assert as_the_standard_says(xml)
    project, texts = read(shot)
    told = [
        texts[source.guid][each.start_position : each.end_position]
        for source in project.sources.text_source
        for each in source.plain_text_selection
    ]
    wanted = sorted(note.text for note in shot.handed_out.notes)
    assert sorted(told) == wanted
    assert len(project.cases.case) == corpus.count("**** ") == len(wanted)
