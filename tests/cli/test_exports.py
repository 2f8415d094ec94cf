"""Files out by command: each by its ending, with what is to be known said beside it."""

import io
import json
import zipfile

import pypdf
import pytest

from wcafe.domain.artefacts import EDITIONS, LETTER


@pytest.fixture
def file(tmp_path, monkeypatch, told):
    monkeypatch.chdir(tmp_path)
    told("new", "rue.wcafe", "--title", "Rue", "--date", "2026-11-26", "--lang", "en")
    told("notes", "add", "rue.wcafe", "--table", 1, "--round", 1, "--kind", "idea", "Un banc")
    return tmp_path / "rue.wcafe"


def withhold(file, told):
    rows = "table;round;text;withheld because\n1;1;SECRET;names a neighbour\n"
    (file.parent / "more.csv").write_text(rows)
    told("notes", "import", file, file.parent / "more.csv")


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        (("-o", "out.qdpx"), b"PK"),
        (("-o", "out.txt"), b"**** *table_1 *round_1 *kind_idea\nUn banc\n"),
        (("-o", "out.txt", "--as", "iramuteq"), b"**** *table_1"),
        (("-o", "out.json", "--as", "metagov"), b'{\n  "@context"'),
        (("-o", "out.json"), b'{\n  "wcafe_harvest"'),
        (("-o", "out.ics"), b"BEGIN:VCALENDAR"),
        (("-o", "OUT.ICS"), b"BEGIN:VCALENDAR"),
    ],
)
def test_the_ending_says_what_is_written_and_as_says_which_of_two(file, told, options, begins):
    out = file.parent / options[1]

    assert told("export", file, *options[:1], out, *options[2:]).strip() == str(out)
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("-o", "x.csv", "--as", "iramuteq"), "--as iramuteq is for files that end in .txt"),
        (("-o", "x.zip", "--as", "metagov"), "--as metagov is for files that end in .json"),
        (("-o", "x.txt", "--what", "people"), "--what people is for files that end in: .csv"),
        (("-o", "x.csv", "--as", "polis"), "there is no file called “polis”"),
    ],
)
def test_what_does_not_go_together_is_refused(file, refused, options, sentence):
    assert sentence in refused("export", file, *options, code=2)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_an_agenda_without_a_day_is_one_sentence_and_no_file(tmp_path, told, refused):
    cafe, out = tmp_path / "rue.wcafe", tmp_path / "agenda.ics"
    told("new", cafe, "--title", "Rue")

    said = refused("export", cafe, "-o", out, code=1)

    assert said.strip().endswith("Say on which day it is.")
    assert len(said.strip().splitlines()) == 1
    assert not out.exists()


@pytest.mark.slow
def test_the_pack_has_each_edition_and_no_withheld_note(file, told, wcafe):
    withhold(file, told)
    out = file.parent / "open.zip"

    code, _out, err = wcafe("export", file, "-o", out)

    assert (code, err) == (0, "")
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    pages = [content for name, content in files.items() if name.endswith(".pdf")]
    assert len(pages) == len(EDITIONS.keys() - {LETTER})  # of which nothing was heard yet
    for content in pages:
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
        assert "banc" in text
        assert "SECRET" not in text
    assert "1 note is withheld: names a neighbour (1)." in files["README.md"].decode()
    assert [note["text"] for note in json.loads(files["harvest.json"])["notes"]] == ["Un banc"]
    assert "Licence: CC BY-SA 4.0." in files["LICENSE.txt"].decode()


@pytest.mark.parametrize(("suffix", "holds"), [("csv", 1), ("xlsx", 1), ("json", 1), ("md", 0)])
def test_a_file_that_holds_withheld_notes_says_so_on_the_side(file, told, wcafe, suffix, holds):
    out = file.parent / f"out.{suffix}"
    assert wcafe("export", file, "-o", out)[2] == ""
    withhold(file, told)

    code, said, err = wcafe("export", file, "-o", out)

    assert (code, said.strip()) == (0, str(out))
    sentence = "1 withheld note stands in it with its words: do not publish it."
    assert (sentence in err) == bool(holds)
    if suffix != "xlsx":
        assert (b"SECRET" in out.read_bytes()) == bool(holds)
    assert wcafe("export", file, "-o", file.parent / "people.csv", "--what", "people")[2] == ""
